// SPDX-License-Identifier: MIT
#include "book/time_order.hpp"

#include "book/amended.hpp"
#include "book/thread.hpp"
#include "log/kind.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

OrderBefore::OrderBefore(Book& book, const std::vector<Entry>& entries) : book_{&book} {
    for (const Entry& entry : entries) {
        const Entry now = as_corrected(book.store(), entry);
        add_what_it_follows(now);
        add_what_follows(now);
        add_shift(now);
    }
}

void OrderBefore::add(const Entry& earlier, const Entry& later, bool meant_is_later) {
    if (earlier.number != later.number && earlier.told_at() <= later.told_at()) {
        pairs_.push_back({earlier.number, later.number, meant_is_later});
    }
}

// What it is about, what it closes, and of a thread that it closes all steps.
void OrderBefore::add_what_it_follows(const Entry& entry) {
    for (const EntryNumber before : {entry.about, entry.closes}) {
        if (before != 0 && before < entry.number) {
            add(as_corrected(book_->store(), book_->entry(before)), entry, true);
        }
    }
    if ((entry.traits & trait::kEndsRound) != 0 || (entry.closes != 0 && entry.closes == entry.about)) {
        for (const Entry& step : thread_of(*book_, entry.about)) {
            if (step.number < entry.number) {
                add(step, entry, true);
            }
        }
    }
}

// What is about it, what closed it, and what closed the thread that it is a step of.
void OrderBefore::add_what_follows(const Entry& entry) {
    EntryQuery closed;
    closed.matter = entry.number;
    closed.first = entry.number + 1;
    each_amended(book_->store(), closed, [&](const Entry& later) { add(entry, later, false); });
    for (const Entry& later : thread_of(*book_, entry.number)) {
        add(entry, later, false);
    }
    if (entry.about != 0) {
        for (const Entry& later : thread_of(*book_, entry.about)) {
            const bool ends = (later.traits & trait::kEndsRound) != 0 || later.closes == entry.about;
            if (ends && later.number > entry.number) {
                add(entry, later, false);
            }
        }
    }
}

// Whoever came before or after what he did on duty.
void OrderBefore::add_shift(const Entry& entry) {
    const bool begins = (entry.traits & trait::kBeginsShift) != 0;
    if (!begins && (entry.traits & trait::kEndsShift) == 0) {
        return;
    }
    EntryQuery deeds;
    deeds.shift = begins ? entry.number : entry.shift;
    each_amended(book_->store(), deeds, [&](const Entry& deed) {
        if (begins) {
            add(entry, deed, false);
        } else if (deed.number < entry.number) {
            add(deed, entry, true);
        }
    });
}

void OrderBefore::check() const {
    for (const Pair& pair : pairs_) {
        const Entry earlier = as_corrected(book_->store(), book_->entry(pair.earlier));
        const Entry later = as_corrected(book_->store(), book_->entry(pair.later));
        if (earlier.told_at() > later.told_at()) {
            throw Refusal{
                pair.meant_is_later
                    ? say(N_("Entry {0} comes before it and was at {1}, later than that. See: onduty log {0}"),
                          earlier.number, full_text(book_->zone(), earlier.told_at()))
                    : say(N_("Entry {0} follows on it and was at {1}, earlier than that. See: onduty log {0}"),
                          later.number, full_text(book_->zone(), later.told_at()))};
        }
    }
}

}  // namespace onduty
