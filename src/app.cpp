// SPDX-License-Identifier: MIT
#include "app.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <new>
#include <optional>

#include "commands.hpp"
#include "help.hpp"
#include "parse.hpp"
#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::size_t kMostArguments = 4096;

// Where the words of the command line stand.
struct Words {
    std::optional<std::size_t> command;
    std::optional<std::size_t> action;
    bool help = false;
    bool version = false;
    std::string language;
};

bool takes_value(std::string_view option) {
    return option == "--site" || option == "--by" || option == "--who" || option == "--at" || option == "--lang" ||
           option == "--reason";
}

// Finds the command and action words and what must be known before anything is parsed.
Words find_words(const std::vector<std::string>& arguments) {
    Words words;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--") {
            break;
        }
        if (argument == "--lang" && i + 1 < arguments.size()) {
            words.language = arguments[i + 1];
        } else if (argument.rfind("--lang=", 0) == 0) {
            words.language = argument.substr(7);
        }
        words.help = words.help || argument == "--help" || argument == "-h";
        words.version = words.version || argument == "--version";
        if (takes_value(argument)) {
            ++i;
        } else if (argument.empty() || argument[0] != '-') {
            if (!words.command) {
                words.command = i;
            } else if (!words.action) {
                words.action = i;
            }
        }
    }
    return words;
}

// What hints and the manual write where something is to be put.
bool is_placeholder(const std::string& word) {
    static constexpr std::array<std::string_view, 12> kPlaceholders{
        "...", "…", "……", "NAME", "POST", "PERSON", "TEXT", "DATE", "TIME", "REASON", "姓名", "岗位"};
    return std::find(kPlaceholders.begin(), kPlaceholders.end(), word) != kPlaceholders.end() ||
           word.starts_with("NAME=");
}

void check_arguments(const std::vector<std::string>& arguments) {
    if (arguments.size() > kMostArguments) {
        throw UsageError{say(N_("More than {0} words on one line."), kMostArguments)};
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        switch (find_fault(arguments[i])) {
            case TextFault::none:
                break;
            case TextFault::not_utf8:
                throw UsageError{say(N_("Word {0} is not UTF-8 (perhaps GBK). Set the terminal to UTF-8 and type it "
                                        "again."),
                                     i + 1)};
            case TextFault::control:
            case TextFault::direction:
                throw UsageError{say(N_("Word {0} holds control or invisible characters: {1}. Type it again by hand."),
                                     i + 1, shown_safely(arguments[i]))};
            case TextFault::too_long:
                throw UsageError{say(N_("Word {0} is longer than {1} bytes."), i + 1, kLongestText)};
        }
        if (is_placeholder(arguments[i])) {
            throw UsageError{say(N_("Word {0}, \"{1}\", stands for what you have to say: type that in its place."),
                                 i + 1, arguments[i])};
        }
    }
}

// Of two Chinese characters each other word is one character away, and means something else, as often as not the
// opposite: 签到 is coming, 签退 going.
std::string word_suggestion(const std::string& typed, const std::vector<std::string>& known) {
    constexpr std::size_t kTwoCharacters = 4;  // columns
    const bool is_ascii = std::all_of(typed.begin(), typed.end(), [](char letter) { return (letter & 0x80) == 0; });
    return !is_ascii && display_width(typed) <= kTwoCharacters ? std::string{} : suggestion(typed, known);
}

// Which commands do that: "onduty report 日报".
std::string commands_with(const std::string& action) {
    std::string text;
    for (const Command& command : commands()) {
        for (const ActionSpec& one : command.spec().actions) {
            text += one.is_called(action) ? fmt::format("{}onduty {} {}", text.empty() ? "" : tr(", "), command.name, action)
                                          : "";
        }
    }
    return text;
}

const Command& find_command(const std::string& typed) {
    std::vector<std::string> known;
    for (const Command& command : commands()) {
        if (typed == command.name || typed == command.alias) {
            return command;
        }
        known.emplace_back(command.name);
        known.emplace_back(command.alias);
    }
    if (const std::string with = commands_with(typed); !with.empty()) {
        throw UsageError{say(N_("There is no command \"{0}\", but: {1}"), typed, with)};
    }
    throw UsageError{
        say(N_("There is no command \"{0}\".{1} onduty --help lists them."), typed, word_suggestion(typed, known))};
}

// The action that `typed` names; nullptr when the command has none.
const ActionSpec* find_action(const Command& command, const CommandSpec& spec, const std::string& typed) {
    if (spec.actions.empty()) {
        return nullptr;
    }
    std::vector<std::string> known;
    for (const ActionSpec& action : spec.actions) {
        if (action.is_called(typed)) {
            return &action;
        }
        for (const std::string_view name : action.names()) {
            known.emplace_back(name);
        }
    }
    throw UsageError{say(N_("\"{0}\" is nothing that {1} does.{2} onduty {1} --help lists what it does."), typed,
                         command.name, word_suggestion(typed, known))};
}

bool names_action(const CommandSpec& spec, const std::string& typed) {
    return std::any_of(spec.actions.begin(), spec.actions.end(),
                       [&](const ActionSpec& action) { return action.is_called(typed); });
}

void add_global_options(OptionList& list, GlobalOptions& options) {
    list.begin_global();
    list.option("--site", &options.site, "FILE", tr("The site file (else ONDUTY_SITE, else the usual place)"));
    list.option("--by", &options.by, "NAME", tr("Who does it; may be left out when only one can be meant"));
    list.option("--who", &options.who, "NAME", tr("Whose deed it was, if not his who types it"));
    list.option("--at", &options.at, "TIME", tr("When it happened, if not now: 02:05, \"10 min ago\""));
    list.option("--reason", &options.reason, "TEXT", tr("Why it is entered late, or why it is corrected"));
    list.option("--lang", &options.language, "zh|en", tr("Language of the answers"));
    list.flag("--json", &options.json, tr("Answer in JSON"));
    list.flag("--dry-run", &options.dry_run, tr("Show what would be recorded, record nothing"));
}

int run_command(const std::vector<std::string>& arguments, const Words& words, Environment& environment) {
    const Command& command = find_command(arguments[*words.command]);
    const CommandSpec spec = command.spec();
    // In "report --block slots" the word is an option's value, so the command goes without an action.
    const bool value = words.action && *words.action > 0 && arguments[*words.action - 1].rfind("--", 0) == 0 &&
                       !names_action(spec, arguments[*words.action]);
    const ActionSpec* action = words.action && !value ? find_action(command, spec, arguments[*words.action]) : nullptr;

    Context context{environment, {}, {}, arguments};
    OptionList list;
    const Setup setup = action != nullptr ? action->setup : spec.bare;
    const Action work = setup(list);
    add_global_options(list, context.options);
    if (words.help) {
        print_help(command, spec, action, list, *environment.out);
        return kDone;
    }
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (i != *words.command && (action == nullptr || i != *words.action)) {
            rest.push_back(arguments[i]);
        }
    }
    parse(list, std::move(rest), usage_line(command, action, list));
    context.now = environment.clock();
    return work(context);
}

// Without a command there are only the global options.
void refuse_unknown_options(const std::vector<std::string>& arguments) {
    static const std::vector<std::string> kKnown{"--help", "--version", "--site",   "--by",   "--who",
                                                 "--at",   "--lang",    "--reason", "--json", "--dry-run"};
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string name = arguments[i].substr(0, arguments[i].find('='));
        if (std::find(kKnown.begin(), kKnown.end(), name) == kKnown.end()) {
            throw UsageError{say(N_("There is no option {0}.{1} onduty --help lists the commands."), name,
                                 suggestion(name, kKnown))};
        }
        i += takes_value(arguments[i]) ? 1U : 0U;
    }
}

bool asks_for_help(const std::string& word) {
    return word == "help" || word == "帮助";
}

// "onduty help patrol start" asks what "onduty patrol start --help" does.
int explain(std::vector<std::string> arguments, std::size_t place, Environment& environment) {
    arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(place));
    const Words words = find_words(arguments);
    if (!words.command) {
        print_overview(commands(), *environment.out);
        return kDone;
    }
    const std::string& topic = arguments[*words.command];
    if (topic == "times" || topic == "时间") {
        print_times(*environment.out);
        return kDone;
    }
    arguments.emplace_back("--help");
    return run_command(arguments, find_words(arguments), environment);
}

int choose_and_run(const std::vector<std::string>& arguments, Environment& environment) {
    const Words words = find_words(arguments);
    check_arguments(arguments);
    if (!words.language.empty() && words.language != "zh" && words.language != "en") {
        throw UsageError{say(N_("--lang takes zh or en, not \"{0}\"."), words.language)};
    }
    if (words.command && asks_for_help(arguments[*words.command])) {
        return explain(arguments, *words.command, environment);
    }
    if (words.command) {
        return run_command(arguments, words, environment);
    }
    if (words.version) {
        environment.out->line(environment.tool);
        return kDone;
    }
    if (words.help) {
        print_overview(commands(), *environment.out);
        return kDone;
    }
    refuse_unknown_options(arguments);
    if (environment.input_is_terminal && environment.output_is_terminal) {
        std::vector<std::string> due = arguments;
        due.emplace_back("due");
        return run_command(due, find_words(due), environment);
    }
    print_overview(commands(), *environment.err);
    return kUsage;
}

// Answers the exit code for a failure; what was typed is shown again, so that nothing is lost.
int report_failure(ExitCode code, const std::string& message, const std::vector<std::string>& arguments,
                   Environment& environment) {
    environment.err->line("onduty: " + message);
    // Only a text is worth giving back; a code is typed again sooner than copied.
    const bool has_text = std::any_of(arguments.begin(), arguments.end(), [](const std::string& argument) {
        return argument.find(' ') != std::string::npos || display_width(argument) != argument.size();
    });
    if (has_text) {
        environment.err->line(say(N_("You typed: onduty {0}"), typed_again(arguments)));
    }
    return code;
}

}  // namespace

std::string typed_again(const std::vector<std::string>& arguments) {
    std::string line;
    for (const std::string& argument : arguments) {
        line += line.empty() ? "" : " ";
        const bool plain =
            !argument.empty() && argument.find_first_of(" \t\"'\\$`!*?[]{}()<>|&;#~") == std::string::npos;
        if (plain) {
            line += shown_safely(argument);
            continue;
        }
        line += '\'';
        for (const char letter : shown_safely(argument)) {
            line += letter == '\'' ? std::string{"'\\''"} : std::string(1, letter);
        }
        line += '\'';
    }
    return line;
}

int run(const std::vector<std::string>& arguments, Environment& environment) {
    use_language(choose_language(find_words(arguments).language, environment.variable));
    int code = kFailed;
    bool ran = false;
    try {
        code = choose_and_run(arguments, environment);
        ran = true;
        environment.out->flush();
    } catch (const Error& error) {
        code = report_failure(error.code(), error.what(), arguments, environment);
        if (ran) {
            environment.err->line(tr("What was recorded stays recorded; look with: onduty log"));
        }
    } catch (const std::bad_alloc&) {
        code = report_failure(kFailed, tr("Out of memory. Close other programs and type it again."), arguments,
                              environment);
    } catch (const std::exception& error) {
        code = report_failure(kFailed, say(N_("Something unexpected: {0}."), error.what()), arguments, environment);
    }
    try {
        environment.out->flush();
        environment.err->flush();
    } catch (const Error&) {
        code = code == kDone ? kFailed : code;
    }
    return code;
}

}  // namespace onduty
