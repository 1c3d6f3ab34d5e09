// SPDX-License-Identifier: MIT
#include "handover/unhanded.hpp"

#include <algorithm>

#include "book/duty.hpp"
#include "handover/read.hpp"
#include "log/kind.hpp"
#include "staff/kinds.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};
constexpr std::chrono::hours kJustAfter{1};
// Who signs on and off within an hour had nothing to hand over (ours).
constexpr std::chrono::hours kShortest{1};

// By the plan that its begin was recorded with.
const std::vector<HandoverItem>& items_then(Book& book, const Shift& shift) {
    const auto begin = book.store().entry(shift.number);
    return book.plan(&Plan::handover_items, begin ? begin->plan : book.plan_version());
}

// Each of his posts that hands something over, for each time that he had it. One that he had for a part of the shift
// counts from an hour on.
std::vector<HandingOver> handing_over(Book& book, const Shift& shift, Instant ended) {
    const std::vector<HandoverItem>& items = items_then(book, shift);
    std::vector<HandingOver> all;
    for (const PostTime& one : shift.posts.empty() ? std::vector{PostTime{shift.post, shift.from}} : shift.posts) {
        const Instant until = std::min(one.until, ended);
        const bool given_up = until < ended;
        const bool too_short = (given_up || shift.from < one.from) && until - one.from < kShortest;
        if (!items_of(items, one.post).empty() && !too_short) {
            all.push_back({one.post, relief_of(items, one.post), one.from, until, given_up});
        }
    }
    return all;
}

// Whether something was offered for it and not refused, at the post or at one that relieves it: in the time that he had
// it, or by another in the second half of that or within an hour after its end (ours). Who comes back to put it right
// offers it within an hour, too.
bool is_handed_over(const Shift& shift, const HandingOver& handing, const std::vector<Handover>& offers) {
    const Instant ended = handing.until;
    const Instant middle = handing.from + (ended - handing.from) / 2;
    Instant back = ended;  // he comes back to put right why it was refused
    for (const Handover& offer : offers) {
        back = offer.shift == shift.number && handing.relief.count(offer.post) > 0 && offer.refused()
                   ? std::max(back, offer.answered)
                   : back;
    }
    return std::any_of(offers.begin(), offers.end(), [&](const Handover& offer) {
        const bool own = offer.person == shift.person;
        const bool in_shift = offer.shift == shift.number;
        const Instant taken = handing.from == shift.from ? Instant::min() : std::chrono::floor<Minutes>(handing.from);
        const Instant first = in_shift ? taken : own ? ended : middle;
        const Instant last = in_shift && !handing.given_up ? kNever : (own ? back : ended) + kJustAfter;
        return !offer.refused() && handing.relief.count(offer.post) > 0 && first <= offer.offered &&
               offer.offered <= last;
    });
}

}  // namespace

const Handover* last_refused(const EndedShift& ended, const std::vector<Handover>& offers) {
    const auto last = std::find_if(offers.rbegin(), offers.rend(), [&](const Handover& offer) {
        return offer.shift == ended.shift.number && offer.refused() && ended.handing.relief.count(offer.post) > 0;
    });
    return last == offers.rend() ? nullptr : &*last;
}

Wanted EndedShiftFold::wanted() const {
    return {{pass_->dates().from - kDay, pass_->dates().until + kDay},
            {kind::kDutyOn, kind::kDutyPost, kind::kDutyOff},
            false,
            trait::kOfShift};
}

std::vector<EndedShift> EndedShiftFold::ended(const std::vector<Shift>& shifts) const {
    Book& book = pass_->book();
    std::vector<EndedShift> ended;
    Date first = Date::max();
    Date last = Date::min();
    for (const Shift& shift : shifts) {
        if (is_resident(book, shift.number)) {
            continue;
        }
        const Instant until = shift.until.value_or(book.now());
        const Instant end = shift.told_end ? until : end_of_shift(book, shift, until);
        const bool goes_on = !shift.until && end == until;
        for (HandingOver& handing : handing_over(book, shift, end)) {
            if (handing.given_up || (!goes_on && end - shift.from >= kShortest)) {
                ended.push_back({shift, std::move(handing)});
            }
        }
        first = std::min(first, shift.business_date);
        last = std::max(last, shift.business_date);
    }
    if (!ended.empty()) {
        const std::vector<Handover> offers = handovers_of(book, {first - kDay, last + 2 * kDay}).handovers;
        for (EndedShift& one : ended) {
            one.handed_over = is_handed_over(one.shift, one.handing, offers);
        }
    }
    return ended;
}

std::vector<EndedShift> EndedShiftFold::of(DateRange dates) const {
    std::vector<Shift> shifts = shifts_;
    std::erase_if(shifts, [&](const Shift& shift) { return !dates.contains(shift.business_date); });
    return ended(shifts);
}

std::vector<EndedShift> EndedShiftFold::signed_off_since(Instant since) const {
    std::vector<Shift> shifts = shifts_;
    std::erase_if(shifts, [&](const Shift& shift) { return !shift.closed || *shift.until < since; });
    return ended(shifts);
}

void add_unhanded_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    for (const EndedShift& one : look.pass().get<EndedShiftFold>().signed_off_since(book.now() - kDay)) {
        if (!one.handed_over) {
            lines.add(lone_slot(one.handing.until, one.handing.until, kNever),
                      say(N_("{0} ({1}) went off without a handover"), book.name_of("staff", one.shift.person),
                          book.name_of("post", one.handing.post)),
                      fmt::format("onduty log --shift {}", one.shift.number));
        }
    }
}

}  // namespace onduty
