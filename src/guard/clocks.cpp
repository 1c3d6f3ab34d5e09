// SPDX-License-Identifier: MIT
#include "guard/clocks.hpp"

#include <algorithm>
#include <map>

#include "book/open_entries.hpp"
#include "book/rights.hpp"
#include "guard/kinds.hpp"
#include "guard/read.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// One line a day, due when the first of them is. Who asks and signs is not told of his own while another may sign it,
// and signs it by its number where nobody else may.
void add_unsigned(Book& book, DueLines& lines) {
    const std::string& by = book.context().options.by;
    const std::string asker = by.empty() ? "" : book.resolve("staff", N_("person"), by).code;
    const bool signs = !asker.empty() && may(book, asker, Right::sign);
    std::vector<Entry> work = unsigned_work(book);
    if (signs && !who_may(book, Right::sign, asker).empty()) {
        std::erase_if(work, [&](const Entry& one) { return is_own_work(book, one, asker); });
    }
    std::map<Date, std::vector<const Entry*>> by_date;
    for (const Entry& one : work) {
        by_date[one.business_date].push_back(&one);
    }
    for (const auto& [date, of_date] : by_date) {
        const Entry* first = *std::min_element(of_date.begin(), of_date.end(), [](const Entry* a, const Entry* b) {
            return a->effective_at() < b->effective_at();
        });
        const bool all_own = signs && std::all_of(of_date.begin(), of_date.end(),
                                                  [&](const Entry* one) { return is_own_work(book, *one, asker); });
        DueLine& line = lines.add_open(
            first->number, event::kCountersign, first->effective_at(), say(N_("To be signed: {0}"), of_date.size()),
            "onduty patrol sign " + (all_own ? std::to_string(first->number) : to_text(date)));
        line.things = of_date.size();
        line.needs = Right::sign;
    }
}

}  // namespace

void add_guard_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    add_unsigned(book, lines);
    // Late from the beginning.
    const auto add = [&](const Entry& open, std::string what, std::string next) {
        lines.add(lone_slot(open.told_at(), open.told_at(), Instant{}), std::move(what), std::move(next), open.number);
    };
    for (const Entry& open : open_entries(book, {kind::kCheckCall, kind::kSignal, kind::kIncident})) {
        if (open.kind == kind::kCheckCall) {
            add(open, say(N_("{0} does not answer"), book.name_of("staff", open.subject)),
                say("onduty patrol call {0} --outcome \"...\"", open.subject));
        } else if (open.kind == kind::kSignal) {
            add(open, say(N_("Alarm {0} {1}: real or false?"), open.subject, book.name_of("point", open.subject)),
                alarm_command(book, open.number) + " --result ...");
        } else {
            const std::int64_t sequence = incident_of(open.fields).value_or(Incident{}).sequence;
            add(open, say(N_("Incident {0}, {1}: nobody was told"), sequence, book.name_of("category", open.subject)),
                say("onduty patrol incident {0} --phoned \"...\"", sequence));
        }
    }
}

}  // namespace onduty
