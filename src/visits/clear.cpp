// SPDX-License-Identifier: MIT
// serve clear: the area that a group has left is tidied up, ornaments and ashtrays back in place.
#include <algorithm>

#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/actions.hpp"
#include "visits/clean_ups.hpp"
#include "visits/kinds.hpp"

namespace onduty {

Entry draft_leave(Recording& recording, const Visit& visit, const Presence& person) {
    const Zone& zone = recording.book().zone();
    if (visit.left) {
        throw Refusal{say(N_("{0} left at {1} already."), visit_code(visit), full_text(zone, *visit.left))};
    }
    Entry entry = recording.draft(kind::kLeave, person);
    const Instant came = visit.arrived.value_or(visit.announced.value_or(entry.told_at()));
    if (entry.claims_before(came)) {
        throw Refusal{say(N_("{0} came at {1}, later than that."), visit_code(visit), full_text(zone, came))};
    }
    entry.about = visit.number;
    return entry;
}

namespace {

int clear(Context& context, const std::string& typed) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = read_visit(book, visit_named(book, typed));
    const auto open = std::find_if(visit.clean_ups.begin(), visit.clean_ups.end(),
                                   [](const CleanUp& clean_up) { return !clean_up.done; });
    if (open == visit.clean_ups.end()) {
        throw Refusal{say(N_("Nothing is to be tidied up after {0}. Nothing was recorded."), visit_code(visit))};
    }
    Entry entry = recording.draft(kind::kCleanDone, recording.on_duty_person("cleaner"));
    if (entry.claims_before(open->asked)) {
        throw Refusal{say(N_("It was asked for at {0}, later than that."), full_text(book.zone(), open->asked))};
    }
    entry.about = visit.number;
    entry.subject = open->area;
    entry.closes = open->request;
    const Entry stored = recording.append(entry);
    // It may have been asked for more than once: before the group moved on, and after it.
    entry.batch = batch_of(stored);
    for (const CleanUp& clean_up : visit.clean_ups) {
        if (&clean_up != &*open && !clean_up.done && clean_up.area == open->area && clean_up.place == open->place) {
            entry.closes = clean_up.request;
            recording.append(entry);
        }
    }
    return recording.finish(stored,
                            say(N_("{0} tidied up after {1}, {2} after it was asked for."), shown_safely(open->place),
                                visit_code(visit), duration_text(entry.told_at() - open->asked)));
}

void declare_clear(OptionList& list, std::string& visit) {
    list.needed_word("visit", &visit, tr("V number"));
}

}  // namespace

constexpr ActionSpec kServeClear =
    action<declare_clear, clear>("clear", "整理", N_("An area is tidied up after a group"));

}  // namespace onduty
