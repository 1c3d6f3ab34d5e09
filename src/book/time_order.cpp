// SPDX-License-Identifier: MIT
#include "book/time_order.hpp"

#include <fmt/format.h>

#include <functional>
#include <optional>

#include "book/amended.hpp"
#include "book/kinds.hpp"
#include "book/numbered_word.hpp"
#include "book/thread.hpp"
#include "book/withdrawal.hpp"
#include "log/corrections.hpp"
#include "log/kind.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

bool is_step(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && (kind->traits & (trait::kThread | trait::kReachesPoint)) != 0 && kind->upon_about &&
           kind->stays == nullptr;
}

// A card or a case that came from it has a life of its own, and may be written down long after; so may what is counted
// then.
bool outlasts(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && (kind->stays != nullptr || kind->outlasts);
}

// Those that it closes, opens again or is about, and of a thread that it closes all steps; some more than once.
// `is_about`: whether also the one that it is about and does not close.
void each_followed(Book& book, const Entry& entry, bool is_about, const std::function<void(const Entry&)>& look) {
    const auto comes_before = [&](EntryNumber number) {
        return number > 0 && (entry.number == 0 || number < entry.number);
    };
    for (const EntryNumber before : {is_about ? entry.about : 0, entry.closes, entry.opens}) {
        if (comes_before(before)) {
            look(as_corrected(book.store(), book.entry(before)));
        }
    }
    if ((entry.traits & trait::kEndsRound) != 0 || (entry.closes != 0 && entry.closes == entry.about)) {
        for (const Entry& step : thread_of(book, entry.about)) {
            if (comes_before(step.number) && !outlasts(step)) {
                look(step);
            }
        }
    }
}

void each_deed(Book& book, EntryNumber shift, const std::function<void(const Entry&)>& look) {
    EntryQuery deeds;
    deeds.shift = shift;
    each_amended(book.store(), deeds, look);
}

std::string comes_before_text(Book& book, const Entry& before) {
    return say(N_("Entry {0} comes before it and was at {1}, later than that. See: onduty log {0}"), before.number,
               full_text(book.zone(), before.told_at()));
}

// When an entry had happened, as it stood before this one was recorded.
Instant told_before(Book& book, EntryNumber number, EntryNumber before) {
    Amendments amendments = amendments_of(book.store(), number);
    amendments.leave_out_since(before);
    Entry entry = book.entry(number);
    amendments.amend(entry);
    return entry.told_at();
}

// Says when the shift ended at the soonest, and what is wrong where he was gone by then.
void refuse_before_deeds(Book& book, const Entry& end) {
    std::optional<Entry> last;
    // An end that was said before is the one that the program told, for want of a better one.
    each_deed(book, end.shift, [&](const Entry& deed) {
        const bool later = !ends_shift(deed) && end.claims_before(deed.told_at());
        last = later && (!last || last->told_at() <= deed.told_at()) ? std::optional{deed} : last;
    });
    if (!last) {
        return;
    }
    const Instant soonest = std::chrono::ceil<Minutes>(last->told_at());
    std::string command = fmt::format("onduty checkin out {}", person_typed(book, end.actor));
    if (soonest <= book.now()) {
        command += fmt::format(" --at \"{}\" --reason \"forgot to sign off\"", date_time_text(book.zone(), soonest));
    }
    throw Refusal{say(N_("Entry {0} was recorded in that shift, for {1}. The shift ended then, or later: {2}\n"
                         "If {3} was gone by then, entry {0} is wrong. First: {4}"),
                      last->number, full_text(book.zone(), last->told_at()), command, book.name_of("staff", end.actor),
                      void_command(book, last->number))};
}

}  // namespace

OrderBefore::OrderBefore(Book& book, const std::vector<Entry>& entries) : book_{&book} {
    for (const Entry& entry : entries) {
        add(entry);
    }
}

void OrderBefore::add_given_back(const Entry& entry, EntryNumber withdrawal) {
    // A table that is imported comes in as it is.
    if (entry.flag != flag::kImported && entry.amends == 0) {
        withdrawal_ = withdrawal;
        add(entry);
        withdrawal_ = 0;
    }
}

void OrderBefore::add(const Entry& entry) {
    const Entry now = as_corrected(book_->store(), entry);
    add_what_it_follows(now);
    add_what_follows(now);
    add_shift(now);
}

// What was recorded since is out of order where it says so, not its clock.
bool OrderBefore::in_order(const Entry& earlier, const Entry& later) const {
    if (withdrawal_ == 0) {
        return earlier.told_at() <= later.told_at();
    }
    const Entry& newer = earlier.number < later.number ? later : earlier;
    return newer.number > withdrawal_
               ? newer.happened_at.has_value()
               : told_before(*book_, earlier.number, withdrawal_) <= told_before(*book_, later.number, withdrawal_);
}

void OrderBefore::add(const Entry& earlier, const Entry& later, bool meant_is_later) {
    if (earlier.number != later.number && in_order(earlier, later)) {
        pairs_.push_back({earlier.number, later.number, meant_is_later});
    }
}

void OrderBefore::add_what_it_follows(const Entry& entry) {
    each_followed(*book_, entry, is_upon_about(entry), [&](const Entry& before) { add(before, entry, true); });
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
            const bool ends =
                !outlasts(entry) && ((later.traits & trait::kEndsRound) != 0 || later.closes == entry.about);
            if (ends && later.number > entry.number) {
                add(entry, later, false);
            }
        }
    }
}

// Whoever came before or after what he did on duty, whenever that was typed.
void OrderBefore::add_shift(const Entry& entry) {
    const bool begins = begins_shift(entry);
    if (!begins && !ends_shift(entry)) {
        return;
    }
    each_deed(*book_, begins ? entry.number : entry.shift, [&](const Entry& deed) {
        if (begins) {
            add(entry, deed, false);
        } else if (!ends_shift(deed)) {
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
                    ? comes_before_text(*book_, earlier)
                    : say(N_("Entry {0} follows on it and was at {1}, earlier than that. See: onduty log {0}"),
                          later.number, full_text(book_->zone(), later.told_at()))};
        }
    }
}

void refuse_before_what_it_follows(Book& book, const Entry& draft) {
    if (!draft.happened_at || draft.amends != 0 || draft.source == source::kImport || !is_upon_about(draft)) {
        return;
    }
    const auto look = [&](const Entry& before) {
        if (draft.claims_before(before.told_at())) {
            throw Refusal{comes_before_text(book, before)};
        }
    };
    each_followed(book, draft, is_step(draft), look);
    if (ends_shift(draft)) {
        refuse_before_deeds(book, draft);
    }
}

}  // namespace onduty
