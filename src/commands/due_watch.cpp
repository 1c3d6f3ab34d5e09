// SPDX-License-Identifier: MIT
#include "commands/due_watch.hpp"

#include <algorithm>

#include "print/live_screen.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

constexpr std::chrono::seconds kPause{2};

std::vector<std::string> lines_of(const Table& table, std::size_t columns) {
    std::string text;
    Output output{[&](std::string_view part) {
        text += part;
        return true;
    }};
    output.set_columns(columns);
    print(table, Format::screen, output);
    output.flush();
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

// The file is opened for each look and closed again, so that nobody who writes has to wait.
std::vector<std::string> look(Context& context, std::size_t columns, bool all, OverdueBell& bell, bool& ring) {
    context.now = context.environment.clock();
    Book book{context, Store::Mode::read};
    const std::vector<DueLine> due = due_lines(book, kDueAhead);
    ring = bell.rings(due);
    std::vector<std::string> lines{say(N_("{0}, {1} (q leaves)"), book.site_name(), full_text(book.zone(), book.now())),
                                   ""};
    const std::vector<std::string> table = lines_of(due_table(book, due, all), columns);
    if (due.empty()) {
        lines.push_back(say(N_("Nothing is due in the next {0} hours."), kDueAhead.count()));
    } else {
        lines.insert(lines.end(), table.begin(), table.end());
    }
    return lines;
}

}  // namespace

bool OverdueBell::rings(const std::vector<DueLine>& lines) {
    std::set<std::string> now;
    for (const DueLine& line : lines) {
        if (line.urgency == Urgency::overdue) {
            now.insert(line.what + "\n" + std::to_string(line.due.time_since_epoch().count()));
        }
    }
    const bool more = !std::includes(overdue_.begin(), overdue_.end(), now.begin(), now.end());
    const bool ring = looked_ && more;
    overdue_ = std::move(now);
    looked_ = true;
    return ring;
}

int watch_due(Context& context, bool all) {
    if (context.options.json || !context.environment.output_is_terminal || !context.environment.input_is_terminal) {
        throw UsageError{say(N_("--watch needs a terminal, and no --json. Without it: onduty due"))};
    }
    OverdueBell bell;
    show_live(
        [&](ScreenSize size) {
            Frame frame;
            std::vector<std::string> lines;
            try {
                lines = look(context, size.columns, all, bell, frame.ring);
            } catch (const Error& error) {
                // A file that is locked or being copied comes back; the next look tells.
                lines = {shown_safely(error.what())};
            }
            frame.lines = fit(lines, size, [](std::size_t count) { return say(N_("... and {0} more"), count); });
            return frame;
        },
        kPause);
    return kDone;
}

}  // namespace onduty
