// SPDX-License-Identifier: MIT
// What does every command receive and return? A command names its actions; the app parses the chosen one
// and runs what it gives back.
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/option_list.hpp"
#include "print/output.hpp"
#include "time/time.hpp"

namespace onduty {

// The world outside, so that tests can stand in for it. The clock is read when a command begins, and again
// when a recording one has the write lock.
struct Environment {
    Output* out = nullptr;
    Output* err = nullptr;
    std::function<bool(std::string&)> read_line;  // false at the end of standard input
    bool input_is_terminal = false;
    bool output_is_terminal = false;
    std::function<Moment()> clock;
    std::function<std::string(const char*)> variable;  // environment variable, "" when unset
    std::string os_user;
    std::string terminal;
    std::string tool;  // "onduty 0.1.0", stored with every entry
};

// Options that every command takes.
struct GlobalOptions {
    std::string site;
    std::string by;
    std::string who;
    std::string at;
    std::string reason;
    std::string language;
    bool json = false;
    bool dry_run = false;
};

struct Context {
    Environment& environment;
    GlobalOptions options;
    Moment now;
    std::vector<std::string> typed{};  // the whole line, as it was typed
    void print(std::string_view line) const { environment.out->line(line); }
    void remark(std::string_view line) const { environment.err->line(line); }
};

// What is left to do after parsing; answers the exit code.
using Action = std::function<int(Context&)>;

// Declares options and answers the action that will read them.
using Setup = Action (*)(OptionList& list);

struct ActionSpec {
    const char* name;
    const char* alias;    // Chinese; what else it is called there follows after a blank: "离开 下岗"
    const char* summary;  // untranslated
    Setup setup;

    // What it may be typed as, the English name first and the alias that the help shows second.
    std::vector<std::string_view> names() const {
        std::vector<std::string_view> all{name};
        for (std::string_view rest = alias; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            all.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return all;
    }

    bool is_called(std::string_view typed) const {
        const std::vector<std::string_view> all = names();
        return std::find(all.begin(), all.end(), typed) != all.end();
    }
};

// What has no options is only run.
template <int (*Run)(Context&)>
Action set_up(OptionList&) {
    return Run;
}

// Options are a struct of their own: `Declare` tells which words fill it, `Run` reads it.
template <typename Options>
Options options_of(void (*declare)(OptionList&, Options&));
template <auto Declare, auto Run>
Action set_up(OptionList& list) {
    const auto options = std::make_shared<decltype(options_of(Declare))>();
    Declare(list, *options);
    return [options](Context& context) { return Run(context, *options); };
}

template <auto... Functions>
constexpr ActionSpec action(const char* name, const char* alias, const char* summary) {
    return {name, alias, summary, set_up<Functions...>};
}

struct CommandSpec {
    std::vector<ActionSpec> actions;  // empty: the command is its own action
    Setup bare = nullptr;             // without an action word
};

enum class Group { kEveryDay, kAlsoDaily, kTheBook };

struct Command {
    const char* name;
    const char* alias;
    const char* summary;  // untranslated
    Group group;
    CommandSpec (*spec)();
};

}  // namespace onduty
