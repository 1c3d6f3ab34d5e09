// SPDX-License-Identifier: MIT
#include "book/due_list.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "book/subject.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// So many lines of one state are still read one by one (ours).
constexpr std::size_t kFew = 3;

const char* machine_name(Urgency urgency) {
    switch (urgency) {
        case Urgency::overdue:
            return "overdue";
        case Urgency::unexplained:
            return "unexplained";
        case Urgency::now:
            return "now";
        case Urgency::soon:
            return "soon";
    }
    return "";
}

const char* shown(const DueLine& line) {
    switch (line.urgency) {
        case Urgency::overdue:
            return tr("OVERDUE");
        case Urgency::unexplained:
            return line.cause == DueCause::differs ? tr("DIFFERS") : tr("MISSED");
        case Urgency::now:
            return tr("now");
        case Urgency::soon:
            return tr("later");
    }
    return "";
}

// More than a few lines that go together and have one state become one.
std::vector<DueLine> grouped(const std::vector<DueLine>& lines) {
    std::map<std::pair<const Together*, Urgency>, std::set<std::string>> rules;
    for (const DueLine& line : lines) {
        rules[{line.together, line.urgency}].insert(line.rule.empty() ? line.what : line.rule);
    }
    std::set<std::pair<const Together*, Urgency>> told;
    std::vector<DueLine> fewer;
    for (const DueLine& line : lines) {
        const auto key = std::pair{line.together, line.urgency};
        if (line.together == nullptr || rules[key].size() <= kFew) {
            fewer.push_back(line);
        } else if (told.insert(key).second) {
            fewer.push_back(line);
            fewer.back().what = say(line.together->words, rules[key].size());
            fewer.back().next = line.together->next;
        }
    }
    return fewer;
}

}  // namespace

std::vector<DueLine> due_lines(Book& book, std::chrono::hours ahead) {
    Look look{book, ahead};
    DueLines lines{book};
    for (const Subject* subject : subjects()) {
        for (const Clock& clock : subject->clocks) {
            if (clock.want != nullptr) {
                clock.want(look.pass());
            }
        }
    }
    for (const Subject* subject : subjects()) {
        lines.begin(subject->name);
        for (const Clock& clock : subject->clocks) {
            clock.add(look, lines);
        }
    }
    return lines.finish();
}

Table due_table(Book& book, const std::vector<DueLine>& lines, bool all) {
    Table table{{{"state", tr("State"), ColumnKind::word},
                 {"due", tr("Due"), ColumnKind::code},
                 {"minutes", tr("Min"), ColumnKind::integer},
                 {"what", tr("What"), ColumnKind::text},
                 {"next", tr("Type"), ColumnKind::code}},
                {}};
    std::set<std::string> coming;
    for (const DueLine& line : all ? lines : grouped(lines)) {
        const bool first = line.urgency != Urgency::soon || coming.insert(line.what).second;
        if (!first && !line.rule.empty() && !all) {
            continue;
        }
        const auto minutes = std::chrono::floor<Minutes>(line.due - book.now()).count();
        table.rows.push_back({Cell::of(machine_name(line.urgency), shown(line)),
                              Cell::of(date_time_text(book.zone(), line.due)), Cell::of(std::int64_t{minutes}),
                              Cell::of(line.what), Cell::of(line.next)});
    }
    return table;
}

int show_due(Context& context) {
    Book book{context, Store::Mode::read};
    const std::vector<DueLine> lines = due_lines(book, kDueAhead);
    const bool open = std::any_of(lines.begin(), lines.end(),
                                  [](const DueLine& line) { return line.urgency <= Urgency::unexplained; });
    if (lines.empty() && !context.options.json) {
        context.print(say(N_("Nothing is due in the next {0} hours."), kDueAhead.count()));
        return kDone;
    }
    print(due_table(book, lines, context.options.json), context.options.json ? Format::json : Format::screen,
          *context.environment.out);
    return open ? kFound : kDone;
}

}  // namespace onduty
