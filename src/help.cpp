// SPDX-License-Identifier: MIT
#include "help.hpp"

#include <algorithm>
#include <array>

#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "text/wrap.hpp"

namespace onduty {

namespace {

constexpr std::size_t kColumns = 79;

// One row of a two-column list; the right column is wrapped.
void print_row(Output& out, const std::string& left, std::size_t left_width, const std::string& right) {
    std::string line = "  " + pad_right(left, left_width) + "  ";
    const std::size_t indent = left_width + 4;
    if (display_width(line) > indent) {
        out.line(line.substr(0, line.find_last_not_of(' ') + 1));
        line.assign(indent, ' ');
    }
    for (const std::string& part : wrapped(right, kColumns - indent)) {
        line += part;
        line.erase(line.find_last_not_of(' ') + 1);
        out.line(line);
        line.assign(indent, ' ');
    }
}

std::string upper_case(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return name;
}

void print_options(const OptionList& list, Output& out) {
    for (const bool global : {false, true}) {
        std::vector<const OptionSpec*> options;
        std::size_t width = 0;
        for (const OptionSpec& option : list.specs()) {
            if (option.global == global) {
                options.push_back(&option);
                width = std::max(width, display_width(option_words(option)));
            }
        }
        if (options.empty()) {
            continue;
        }
        out.line("");
        out.line(global ? tr("With every command:") : tr("Options:"));
        for (const OptionSpec* option : options) {
            print_row(out, option_words(*option), std::min<std::size_t>(width, 26), option->description);
        }
    }
}

}  // namespace

std::string option_words(const OptionSpec& option) {
    if (option.is_word()) {
        return upper_case(option.name);
    }
    std::string words = option.name;
    std::replace(words.begin(), words.end(), ',', ' ');
    if (!option.is_flag()) {
        words += " " + option.type;
    }
    return words;
}

std::string usage_line(const Command& command, const ActionSpec* action, const OptionList& list) {
    std::string line = std::string{"onduty "} + command.name;
    if (action != nullptr) {
        line += std::string{" "} + action->name;
    }
    for (const OptionSpec& option : list.specs()) {
        if (option.is_word()) {
            const std::string name = upper_case(option.name) + (option.is_list() ? "..." : "");
            line += option.needed ? " " + name : " [" + name + "]";
        }
    }
    return line;
}

void print_times(Output& out) {
    constexpr std::size_t kWidth = 24;
    out.line(tr("A time may be typed after --at, --time and --until so:"));
    out.line("");
    print_row(out, "02:05, 2:05pm", kWidth, tr("The latest such time that is not ahead; after --until the next"));
    print_row(out, "凌晨2点05分, 下午3点半", kWidth, tr("The same in Chinese words"));
    print_row(out, "yesterday 23:40, 昨天 23:40", kWidth, tr("A day before the time; mon and 11-23, too"));
    print_row(out, "2026-11-23 02:05", kWidth, tr("With its date; 2026/11/23 and 20261123, too"));
    print_row(out, "10 min ago, 10分钟前", kWidth, tr("So long before now"));
    out.line("");
    out.line(
        tr("More than the grace of the plan ago it is LATE and needs --reason \"...\"; man onduty says all of it."));
}

void print_overview(std::span<const Command> commands, Output& out) {
    out.line(tr("onduty keeps the log of a site: who is on duty, rounds, checks, handovers, figures."));
    out.line("");
    out.line(tr("Usage: onduty [--site FILE] [--by NAME] [--at TIME] COMMAND ..."));
    const std::array<std::pair<Group, const char*>, 3> groups{{
        {Group::kEveryDay, tr("Every day:")},
        {Group::kAlsoDaily, tr("Also daily:")},
        {Group::kTheBook, tr("The book itself:")},
    }};
    for (const auto& [group, heading] : groups) {
        out.line("");
        out.line(heading);
        for (const Command& command : commands) {
            if (command.group == group) {
                print_row(out, pad_right(command.name, 9) + command.alias, 13, tr(command.summary));
            }
        }
    }
    out.line("");
    out.line(
        tr("onduty help COMMAND explains one command, onduty help times how a time is typed; man onduty explains all "
           "of it."));
}

void print_help(const Command& command, const CommandSpec& spec, const ActionSpec* action, const OptionList& list,
                Output& out) {
    out.line(tr(action == nullptr ? command.summary : action->summary));
    out.line("");
    if (action == nullptr && !spec.actions.empty()) {
        out.line(say(N_("Usage: onduty {0} ACTION ..."), command.name));
        out.line("");
        out.line(tr("Actions:"));
        for (const ActionSpec& one : spec.actions) {
            print_row(out, pad_right(one.name, 12) + std::string{one.names()[1]}, 18, tr(one.summary));
        }
    } else {
        out.line(say(N_("Usage: {0} [options]"), usage_line(command, action, list)));
    }
    print_options(list, out);
}

}  // namespace onduty
