// SPDX-License-Identifier: MIT
#include "book/twice_there.hpp"

#include <functional>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "log/kind.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

constexpr unsigned kOfRound = trait::kBeginsRound | trait::kEndsRound;

// A shift, or a round that was ended.
struct TimeThere {
    EntryNumber number = 0;  // of its first entry
    std::string person;
    Instant from;
    Instant until;          // kNever for a shift that goes on
    EntryNumber ended = 0;  // the entry that says so, of a round
};

std::vector<TimeThere> shift_stretches(Book& book, const std::string& person, Instant at) {
    std::vector<TimeThere> stretches;
    for (const DutyShift& shift : shifts_around(book, person, at)) {
        stretches.push_back(
            {shift.number, shift.person, shift.from, shift.until.value_or(shift.stale.value_or(kNever))});
    }
    return stretches;
}

// Of a round that nobody ended it is not known until when he walked.
std::vector<TimeThere> round_stretches(Book& book, const std::string& person, Instant at) {
    const Date date = business_date(book.zone(), book.calendar(), at);
    constexpr std::chrono::days kDay{1};
    EntryQuery query;
    query.actor = person;
    query.dates = DateRange{date - 2 * kDay, date + 3 * kDay};
    std::vector<TimeThere> stretches;
    each_amended(book.store(), query, [&](const Entry& entry) {
        if ((entry.traits & trait::kBeginsRound) != 0) {
            stretches.push_back({entry.number, person, entry.told_at(), kNever});
        } else if ((entry.traits & trait::kEndsRound) != 0) {
            for (TimeThere& stretch : stretches) {
                if (stretch.number == entry.about) {
                    stretch.until = entry.told_at();
                    stretch.ended = entry.number;
                }
            }
        }
    });
    std::erase_if(stretches, [](const TimeThere& stretch) { return stretch.until == kNever; });
    return stretches;
}

// Whoever goes and comes in one minute is not there twice.
bool overlap(const TimeThere& one, const TimeThere& other) {
    const TimeThere& earlier = one.from <= other.from ? one : other;
    const TimeThere& later = one.from <= other.from ? other : one;
    return std::chrono::floor<Minutes>(earlier.until) > std::chrono::floor<Minutes>(later.from);
}

// Of one person, the one with the smaller number first.
void each_overlap(const std::vector<TimeThere>& stretches,
                  const std::function<void(const TimeThere& one, const TimeThere& other)>& visit) {
    for (const TimeThere& one : stretches) {
        for (const TimeThere& other : stretches) {
            if (one.number < other.number && overlap(one, other)) {
                visit(one, other);
            }
        }
    }
}

[[noreturn]] void refuse_shift(Book& book, const TimeThere& other) {
    const std::string name = book.name_of("staff", other.person);
    const std::string from = full_text(book.zone(), other.from);
    if (other.until == kNever) {
        throw Refusal{
            say(N_("{0} would be on duty twice at once: entry {1} began at {2} and goes on. See: onduty log {1}"), name,
                other.number, from)};
    }
    throw Refusal{
        say(N_("{0} would be on duty twice at once: entry {1} began at {2}, and that shift ended at {3}. See: "
               "onduty log {1}"),
            name, other.number, from, full_text(book.zone(), other.until))};
}

[[noreturn]] void refuse_round(Book& book, const TimeThere& other) {
    throw Refusal{say(N_("{0} would walk two rounds at once: that of entry {1} began at {2} and ended at {3}. If it "
                         "ended sooner: onduty correct {4} --time TIME --reason \"...\". See: onduty log {1}"),
                      book.name_of("staff", other.person), other.number, full_text(book.zone(), other.from),
                      full_text(book.zone(), other.until), other.ended)};
}

std::vector<TimeThere> stretches_of(Book& book, const Entry& turn, Instant at) {
    return is_of_shift(turn) ? shift_stretches(book, turn.actor, at) : round_stretches(book, turn.actor, at);
}

}  // namespace

void TwiceBefore::add(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
        // Whoever takes a post in his shift is there no second time.
        if (changes_posts(entry) || (entry.traits & (trait::kOfShift | kOfRound)) == 0) {
            continue;
        }
        const Entry& turn = turns_.emplace_back(as_corrected(book_->store(), entry));
        each_overlap(stretches_of(*book_, turn, turn.told_at()), [&](const TimeThere& one, const TimeThere& other) {
            overlapped_.emplace(one.number, other.number);
        });
    }
}

void TwiceBefore::check() const {
    for (const Entry& turn : turns_) {
        const bool of_shift = is_of_shift(turn);
        const bool begins = (turn.traits & (trait::kBeginsShift | trait::kBeginsRound)) != 0;
        const EntryNumber own = begins ? turn.number : of_shift ? turn.shift : turn.about;
        const Instant now = as_corrected(book_->store(), book_->entry(turn.number)).told_at();
        each_overlap(stretches_of(*book_, turn, now), [&](const TimeThere& one, const TimeThere& other) {
            if (overlapped_.count({one.number, other.number}) == 0) {
                const TimeThere& in_the_way = one.number == own ? other : one;
                of_shift ? refuse_shift(*book_, in_the_way) : refuse_round(*book_, in_the_way);
            }
        });
    }
}

void refuse_second_round(Book& book, const std::string& person, EntryNumber own, Instant from, Instant until) {
    for (const TimeThere& other : round_stretches(book, person, until)) {
        if (other.number != own && overlap(other, {own, person, from, until})) {
            refuse_round(book, other);
        }
    }
}

}  // namespace onduty
