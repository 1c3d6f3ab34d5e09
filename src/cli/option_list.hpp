// SPDX-License-Identifier: MIT
// Which words and options does a command take? Commands declare them here; parse.cpp fills them in, help.cpp
// explains them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace onduty {

struct OptionSpec {
    // Where the typed value goes. A list takes an option as often as it is typed, or all words that are left.
    using Target = std::variant<bool*, std::string*, std::int64_t*, std::vector<std::string>*>;

    std::string name;         // "--note" or "-o,--output"; a word by its place has no dash
    std::string type;         // of the value, as the help shows it: "TEXT"
    std::string description;  // translated
    Target target;
    bool needed = false;
    bool global = false;  // with every command

    bool is_word() const { return name[0] != '-'; }
    bool is_flag() const { return std::holds_alternative<bool*>(target); }
    bool is_list() const { return std::holds_alternative<std::vector<std::string>*>(target); }
    // "--output" of "-o,--output".
    std::string long_name() const { return name.substr(name.rfind(',') + 1); }
};

class OptionList {
  public:
    // A word by its place; a list takes all that are left.
    void word(const char* name, OptionSpec::Target target, std::string description) {
        add({name, "", std::move(description), target});
    }
    void needed_word(const char* name, OptionSpec::Target target, std::string description) {
        add({name, "", std::move(description), target, true});
    }
    void option(const char* name, OptionSpec::Target target, const char* type, std::string description) {
        add({name, type, std::move(description), target});
    }
    void needed_option(const char* name, OptionSpec::Target target, const char* type, std::string description) {
        add({name, type, std::move(description), target, true});
    }
    void flag(const char* name, bool* target, std::string description) {
        add({name, "", std::move(description), target});
    }
    // What is declared from here on belongs to every command.
    void begin_global() { global_ = true; }

    const std::vector<OptionSpec>& specs() const { return specs_; }

  private:
    void add(OptionSpec spec) {
        spec.global = global_;
        specs_.push_back(std::move(spec));
    }

    std::vector<OptionSpec> specs_;
    bool global_ = false;
};

}  // namespace onduty
