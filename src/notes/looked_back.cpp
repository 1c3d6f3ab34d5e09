// SPDX-License-Identifier: MIT
#include "notes/looked_back.hpp"

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "book/thread.hpp"
#include "notes/kinds.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// A clock that stands before what is recorded already is wrong; so may be one that is in doubt since, or was declared.
bool is_of_a_wrong_clock(Book& book, const Entry& entry) {
    return entry.number == 0 ? newest_behind(book.store(), entry.recorded_at).has_value()
                             : is_in_doubt(clock_reading(book.store()).doubts(), entry.number) ||
                                   moved_by_clock(book.store(), entry) != std::chrono::milliseconds{0};
}

}  // namespace

void refuse_look_back_before(Book& book, const Entry& event, const Entry& look_back) {
    if (event.slot_at && look_back.told_at() < *event.slot_at && !is_of_a_wrong_clock(book, look_back)) {
        throw Refusal{say(N_("The event of entry {0} begins at {1}; nobody looks back on it before. If it begins "
                             "sooner: onduty correct {0} --begin TIME --reason \"...\". If it is called off: onduty "
                             "correct {0} --void --reason \"...\""),
                          event.number, full_text(book.zone(), *event.slot_at))};
    }
}

void refuse_begin_after_look_back(Book& book, const Entry& event) {
    for (const Entry& step : thread_of(book, event.number)) {
        if (step.kind == kind::kDone && step.told_at() < event.slot_at.value_or(step.told_at()) &&
            !is_of_a_wrong_clock(book, step)) {
            throw Refusal{say(N_("Entry {0} looked back on it at {1}, before that. See: onduty log {0}"), step.number,
                              full_text(book.zone(), step.told_at()))};
        }
    }
}

std::string check_looks_back(Recording& recording, const Presence&, std::span<const Entry> changed) {
    Book& book = recording.book();
    for (const Entry& entry : changed) {
        if (entry.kind != kind::kDone || entry.about == 0 || book.store().withdrawn_by(entry.number) != 0) {
            continue;
        }
        const Entry event = as_corrected(book.store(), book.entry(entry.about));
        if (event.kind == kind::kEvent) {
            refuse_look_back_before(book, event, entry);
        }
    }
    return {};
}

}  // namespace onduty
