// SPDX-License-Identifier: MIT
#include "parse.hpp"

#include <CLI/App.hpp>
// The parser library keeps these apart; one file has to take them in for the linker.
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "help.hpp"
#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

// Whether one of the words may be this option: "-o", "-ofile", "--output=file".
bool is_typed(const OptionSpec& spec, const std::vector<std::string>& words) {
    const auto begins = [&](const std::string& name) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return word.rfind(name, 0) == 0; });
    };
    const auto comma = spec.name.find(',');
    return begins(spec.long_name()) || (comma != std::string::npos && begins(spec.name.substr(0, comma)));
}

// A word by its place and an option may be called alike, "reason" and "--reason", which the parser library takes for one
// since its version 2.4.
constexpr char kWordMark = '@';

std::string name_to_parse(const OptionSpec& spec) {
    return spec.is_word() ? kWordMark + spec.name : spec.name;
}

CLI::Option* declare(CLI::App& parser, const OptionSpec& spec) {
    const std::string name = name_to_parse(spec);
    const auto add = [&](auto* target) -> CLI::Option* {
        if constexpr (std::is_same_v<decltype(target), bool*>) {
            return parser.add_flag(name, *target);
        } else if constexpr (std::is_same_v<decltype(target), std::int64_t*>) {
            // A Chinese keyboard writes digits of full width.
            return parser.add_option(name, *target)->transform([](const std::string& typed) {
                return number_form(typed);
            });
        } else {
            return parser.add_option(name, *target);
        }
    };
    CLI::Option* option = std::visit(add, spec.target);
    option->required(spec.needed);
    if (spec.global && !spec.is_flag()) {
        option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    } else if (spec.is_list() && !spec.is_word()) {
        // One value each time; the words behind it are words by their place.
        option->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    return option;
}

[[noreturn]] void explain(const CLI::ParseError& error, const CLI::App& parser, const OptionList& list,
                          const std::vector<CLI::Option*>& options, const std::string& usage) {
    const std::string hint = say(N_(" Usage: {0}"), usage);
    const std::string what = error.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        std::vector<std::string> known{"--help"};
        for (const OptionSpec& spec : list.specs()) {
            if (!spec.is_word()) {
                known.push_back(spec.long_name());
            }
        }
        const auto extras = parser.remaining();
        const std::string extra = extras.empty() ? what : extras.front();
        if (extra.size() > 1 && extra[0] == '-') {
            throw UsageError{say(N_("There is no option {0}.{1}"), extra, suggestion(extra, known)) + hint};
        }
        throw UsageError{say(N_("\"{0}\" is one word too many. Put a text of several words in quotes."), extra) + hint};
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (list.specs()[i].needed && options[i]->count() == 0) {
                throw UsageError{say(N_("{0} is missing."), option_words(list.specs()[i])) + hint};
            }
        }
    }
    if (dynamic_cast<const CLI::ConversionError*>(&error) != nullptr) {
        const auto at = what.find("--");
        const std::string option = at == std::string::npos ? what : what.substr(at, what.find_first_of(" =:", at) - at);
        throw UsageError{say(N_("{0} needs a number."), option) + hint};
    }
    const std::size_t begin = what.rfind(kWordMark, 0) == 0 ? 1 : 0;
    const std::string name = what.substr(begin, what.find(':') - begin);
    throw UsageError{say(N_("{0} needs a value."), name) + hint};
}

// Who types a word or an option wants to say something with it; the empty $WHO of a script is nobody, not whoever is
// guessed.
void refuse_blanks(const OptionList& list, const std::vector<CLI::Option*>& options, const std::string& usage) {
    for (std::size_t i = 0; i < options.size(); ++i) {
        const OptionSpec& spec = list.specs()[i];
        if (options[i] == nullptr || spec.is_flag()) {
            continue;
        }
        for (const std::string& typed : options[i]->results()) {
            if (tidy_note(typed).empty()) {
                throw UsageError{say(N_("{0} is empty."), spec.is_word() ? option_words(spec) : spec.long_name()) +
                                 say(N_(" Usage: {0}"), usage)};
            }
        }
    }
}

// A nought, or a number with a sign in front, is no number of anything; it is not dropped as if nothing had been typed.
void refuse_noughts(const OptionList& list, const std::vector<CLI::Option*>& options, const std::string& usage) {
    for (std::size_t i = 0; i < options.size(); ++i) {
        const OptionSpec& spec = list.specs()[i];
        if (options[i] == nullptr || !std::holds_alternative<std::int64_t*>(spec.target)) {
            continue;
        }
        for (const std::string& typed : options[i]->results()) {
            const std::string number = number_form(typed);
            if (number.find_first_not_of("+-0") == std::string::npos || number.front() == '+') {
                throw UsageError{say(N_("{0} takes a number from 1 on, not \"{1}\"."),
                                     spec.is_word() ? option_words(spec) : spec.long_name(), typed) +
                                 say(N_(" Usage: {0}"), usage)};
            }
        }
    }
}

}  // namespace

void parse(const OptionList& list, std::vector<std::string> words, const std::string& usage) {
    CLI::App parser;
    parser.set_help_flag();
    std::vector<CLI::Option*> options;
    for (const OptionSpec& spec : list.specs()) {
        // Declaring an option takes longer than looking whether it was typed at all.
        if (spec.is_word() || spec.needed || is_typed(spec, words)) {
            options.push_back(declare(parser, spec));
        } else {
            options.push_back(nullptr);
        }
    }
    std::reverse(words.begin(), words.end());  // the parser takes them from the back
    try {
        parser.parse(std::move(words));
    } catch (const CLI::ParseError& error) {
        explain(error, parser, list, options, usage);
    }
    refuse_blanks(list, options, usage);
    refuse_noughts(list, options, usage);
}

}  // namespace onduty
