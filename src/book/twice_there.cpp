// SPDX-License-Identifier: MIT
#include "book/twice_there.hpp"

#include <functional>
#include <tuple>

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "book/duty.hpp"
#include "book/kinds.hpp"
#include "book/thread.hpp"
#include "book/withdrawal.hpp"
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
    EntryNumber along = 0;  // the entry by which he walked along, of a round that another led
};

std::vector<TimeThere> shift_stretches(Book& book, const std::string& person, Instant at) {
    std::vector<TimeThere> stretches;
    for (const DutyShift& shift : shifts_around(book, person, at)) {
        stretches.push_back(
            {shift.number, shift.person, shift.from, shift.until.value_or(shift.stale.value_or(kNever))});
    }
    return stretches;
}

// On which he was the second person.
void add_rounds_along(Book& book, const std::string& person, DateRange dates, std::vector<TimeThere>& stretches) {
    EntryQuery query;
    query.kinds = names_of(kinds_that([](const Kind& kind) { return kind.walks_along; }));
    query.dates = dates;
    each_amended(book.store(), query, [&](const Entry& companion) {
        if (companion.subject != person || book.store().withdrawn_by(companion.about) != 0) {
            return;
        }
        for (const Entry& step : thread_of(book, companion.about)) {
            if ((step.traits & trait::kEndsRound) != 0) {
                stretches.push_back(
                    {companion.about, person, companion.told_at(), step.told_at(), step.number, companion.number});
            }
        }
    });
}

// Those that he led, and those on which he walked along. Of a round that nobody ended it is not known until when he
// walked.
std::vector<TimeThere> round_stretches(Book& book, const std::string& person, Instant at) {
    const Date date = business_date(book.zone(), book.calendar(), at);
    constexpr std::chrono::days kDay{1};
    EntryQuery query;
    query.actor = person;
    const DateRange dates{date - 2 * kDay, date + 3 * kDay};
    query.dates = dates;
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
    add_rounds_along(book, person, dates, stretches);
    return stretches;
}

// Whoever goes and comes in one minute is not there twice.
bool overlap(const TimeThere& one, const TimeThere& other) {
    // Of two that begin together the shorter one, whichever was recorded first.
    const bool in_order = std::tie(one.from, one.until) <= std::tie(other.from, other.until);
    const TimeThere& earlier = in_order ? one : other;
    const TimeThere& later = in_order ? other : one;
    return std::chrono::floor<Minutes>(earlier.until) > std::chrono::floor<Minutes>(later.from);
}

// Of what a wrong clock recorded nobody can tell when it was: it stands in nobody's way.
bool is_in_doubt(Book& book, const TimeThere& one, const TimeThere& other) {
    const std::vector<ClockDoubt> doubts = clock_reading(book.store()).doubts();
    const auto is_doubtful = [&](const TimeThere& there) {
        return onduty::is_in_doubt(doubts, there.number) || onduty::is_in_doubt(doubts, there.ended);
    };
    return is_doubtful(one) || is_doubtful(other);
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

[[noreturn]] void refuse_round(Book& book, const TimeThere& own, const TimeThere& other) {
    const std::string name = book.name_of("staff", other.person);
    std::string words =
        say(N_("{0} would walk two rounds at once: that of entry {1} began at {2} and ended at {3}. If it "
               "ended sooner: onduty correct {4} --time TIME --reason \"...\". See: onduty log {1}"),
            name, other.number, full_text(book.zone(), other.from), full_text(book.zone(), other.until), other.ended);
    for (const TimeThere* one : {&own, &other}) {
        if (one->along != 0) {
            words += "\n" + say(N_("If {0} did not walk along on the round of entry {1}: {2}"), name, one->number,
                                void_command(book, one->along));
        }
    }
    throw Refusal{words};
}

std::vector<TimeThere> stretches_of(Book& book, const Entry& turn, const std::string& person, Instant at) {
    return is_of_shift(turn) ? shift_stretches(book, person, at) : round_stretches(book, person, at);
}

// The entry that began the shift or the round.
EntryNumber begin_of(const Entry& turn) {
    const bool begins = (turn.traits & (trait::kBeginsShift | trait::kBeginsRound)) != 0;
    return begins ? turn.number : is_of_shift(turn) ? turn.shift : turn.about;
}

// Whose time it is: of a round those on it, and who is to be.
std::set<std::string> people_of(Book& book, const Entry& turn) {
    if (is_of_shift(turn)) {
        return {turn.actor};
    }
    std::set<std::string> people{book.entry(begin_of(turn)).actor};
    if (walks_along(turn)) {
        people.insert(turn.subject);
    }
    for (const Entry& step : thread_of(book, begin_of(turn))) {
        if (walks_along(step)) {
            people.insert(step.subject);
        }
    }
    return people;
}

}  // namespace

void TwiceBefore::add(const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
        // Whoever takes a post in his shift is there no second time.
        if (changes_posts(entry) || ((entry.traits & (trait::kOfShift | kOfRound)) == 0 && !walks_along(entry))) {
            continue;
        }
        const Entry& turn = turns_.emplace_back(as_corrected(book_->store(), entry));
        for (const std::string& person : people_of(*book_, turn)) {
            each_overlap(stretches_of(*book_, turn, person, turn.told_at()),
                         [&](const TimeThere& one, const TimeThere& other) {
                             overlapped_.emplace(person, one.number, other.number);
                         });
        }
    }
}

void TwiceBefore::check() const {
    for (const Entry& turn : turns_) {
        const EntryNumber own = begin_of(turn);
        const Entry now = as_corrected(book_->store(), book_->entry(turn.number));
        for (const std::string& person : people_of(*book_, now)) {
            each_overlap(
                stretches_of(*book_, turn, person, now.told_at()), [&](const TimeThere& one, const TimeThere& other) {
                    const bool is_own = one.number == own || other.number == own;
                    if (!is_own || overlapped_.count({person, one.number, other.number}) != 0 ||
                        is_in_doubt(*book_, one, other)) {
                        return;
                    }
                    const TimeThere& mine = one.number == own ? one : other;
                    const TimeThere& in_the_way = one.number == own ? other : one;
                    is_of_shift(turn) ? refuse_shift(*book_, in_the_way) : refuse_round(*book_, mine, in_the_way);
                });
        }
    }
}

namespace {

// Until when he walks a round that nobody ended is not known, but where he was when it began.
void refuse_begun_since(Book& book, const TimeThere& meant) {
    const auto present = book.store().on_duty(meant.person);
    if (!present || present->round == 0 || present->round == meant.number) {
        return;
    }
    const Instant begun = as_corrected(book.store(), book.entry(present->round)).told_at();
    const TimeThere other{present->round, meant.person, begun, begun};
    if (begun < meant.from || !overlap(other, meant) || is_in_doubt(book, meant, other)) {
        return;
    }
    std::string words =
        say(N_("{0} would walk two rounds at once: {0} has led that of entry {1} since {2}. See: onduty log {1}"),
            book.name_of("staff", meant.person), other.number, full_text(book.zone(), begun));
    if (meant.along != 0) {
        words += "\n" + say(N_("If {0} did not walk along on the round of entry {1}: {2}"),
                            book.name_of("staff", meant.person), meant.number, void_command(book, meant.along));
    }
    throw Refusal{words};
}

}  // namespace

void refuse_second_round(Book& book, const std::string& person, EntryNumber own, Instant from, Instant until,
                         EntryNumber along) {
    const TimeThere meant{own, person, from, until, 0, along};
    for (const TimeThere& other : round_stretches(book, person, until)) {
        if (other.number != own && overlap(other, meant) && !is_in_doubt(book, meant, other)) {
            refuse_round(book, meant, other);
        }
    }
    refuse_begun_since(book, meant);
}

void refuse_end_in_second_round(Book& book, EntryNumber round, Instant until) {
    const Entry begin = as_corrected(book.store(), book.entry(round));
    refuse_second_round(book, begin.actor, round, begin.told_at(), until);
    for (const Entry& step : thread_of(book, round)) {
        if (walks_along(step)) {
            refuse_second_round(book, step.subject, round, step.told_at(), until, step.number);
        }
    }
}

EntryNumber round_walked_along(Book& book, const std::string& person, Instant at) {
    for (const TimeThere& one : round_stretches(book, person, at)) {
        if (one.along != 0 && one.from <= at && at < one.until) {
            return one.number;
        }
    }
    return 0;
}

}  // namespace onduty
