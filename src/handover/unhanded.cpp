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

}  // namespace

HandingOver handing_over(Book& book, const Shift& shift) {
    const std::vector<HandoverItem>& items = items_then(book, shift);
    const auto hands = [&](const std::string& post) { return !items_of(items, post).empty(); };
    for (const PostTime& one : shift.posts) {
        if (hands(one.post)) {
            return {one.post, relief_of(items, one.post)};
        }
    }
    return shift.posts.empty() && hands(shift.post) ? HandingOver{shift.post, relief_of(items, shift.post)}
                                                    : HandingOver{};
}

Shift shift_of(const Presence& presence) {
    Shift shift;
    shift.person = presence.person;
    shift.post = presence.post;
    shift.business_date = presence.business_date;
    shift.from = presence.since;
    shift.number = presence.shift;
    for (const std::string& post : presence.posts) {
        shift.posts.push_back({post, presence.since});
    }
    return shift;
}

bool is_handed_over(const Shift& shift, const std::set<std::string>& relief, Instant ended,
                    const std::vector<Handover>& offers) {
    const Instant middle = shift.from + (ended - shift.from) / 2;
    Instant back = ended;  // he comes back to put right why it was refused
    for (const Handover& offer : offers) {
        back = offer.shift == shift.number && offer.refused() ? std::max(back, offer.answered) : back;
    }
    return std::any_of(offers.begin(), offers.end(), [&](const Handover& offer) {
        const bool own = offer.person == shift.person;
        const Instant first = own ? ended : middle;
        const Instant last = (own ? back : ended) + kJustAfter;
        return !offer.refused() && (offer.shift == shift.number || ((own || relief.count(offer.post) > 0) &&
                                                                    first <= offer.offered && offer.offered <= last));
    });
}

const Handover* last_refused(const Shift& shift, const std::vector<Handover>& offers) {
    const auto last = std::find_if(offers.rbegin(), offers.rend(), [&](const Handover& offer) {
        return offer.shift == shift.number && offer.refused();
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
        HandingOver handing = handing_over(book, shift);
        if (handing.post.empty() || is_resident(book, shift.number)) {
            continue;
        }
        const Instant until = shift.until.value_or(book.now());
        const Instant end = shift.told_end ? until : end_of_shift(book, shift, until);
        const bool goes_on = !shift.until && end == until;
        if (goes_on || end - shift.from < kShortest) {
            continue;
        }
        ended.push_back({shift, std::move(handing), end});
        first = std::min(first, shift.business_date);
        last = std::max(last, shift.business_date);
    }
    if (!ended.empty()) {
        const std::vector<Handover> offers = handovers_of(book, {first - kDay, last + 2 * kDay}).handovers;
        for (EndedShift& one : ended) {
            one.handed_over = is_handed_over(one.shift, one.handing.relief, one.ended, offers);
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
            lines.add(lone_slot(one.ended, one.ended, kNever),
                      say(N_("{0} ({1}) went off without a handover"), book.name_of("staff", one.shift.person),
                          book.name_of("post", one.handing.post)),
                      fmt::format("onduty log --shift {}", one.shift.number));
        }
    }
}

}  // namespace onduty
