// SPDX-License-Identifier: MIT
#include "staff/shortage.hpp"

#include <algorithm>
#include <map>

#include "book/duty.hpp"
#include "staff/attendance.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};

// The one that runs then, of that day or over midnight of the day before.
std::optional<Opening> opening_at(Book& book, const std::string& post, Instant at) {
    const Date today = business_date(book.zone(), book.calendar(), at);
    for (const Date date : {today, today - kDay, today + kDay}) {
        const auto opening = opening_of(book.history(), book.zone(), post, date);
        if (opening && opening->need_at(at) != nullptr) {
            return opening;
        }
    }
    return std::nullopt;
}

std::int64_t number_at(const std::vector<Presence>& people, const std::string& post) {
    return std::count_if(people.begin(), people.end(), [&](const Presence& one) { return one.is_at(post); });
}

}  // namespace

std::vector<Shift> shifts_at(Book& book, const std::string& post, Instant at) {
    std::vector<Shift> shifts;
    for (const DutyShift& one : shifts_around(book, std::nullopt, at)) {
        for (const PostTime& time : one.posts) {
            const auto until = one.until ? one.until : one.stale;
            if (time.post == post && time.from <= until.value_or(kNever)) {
                shifts.push_back({one.person, post, one.date, time.from,
                                  time.until == Instant::max() ? until : std::min(time.until, until.value_or(kNever)),
                                  one.number});
            }
        }
    }
    return shifts;
}

void remark_short(Book& book, const std::vector<std::string>& posts, Instant at) {
    if (book.now() - at >= Minutes{1}) {
        return;  // what is told of before does not say who is there now
    }
    const std::vector<Presence> people = present_people(book);
    for (const std::string& post : posts) {
        const std::int64_t there = number_at(people, post);
        const std::string name = book.name_of("post", post);
        const auto opening = opening_at(book, post, at);
        const PostNeed* need = opening ? opening->need_at(at) : nullptr;
        if (need != nullptr && there < need->at_once) {
            book.context().remark(say(N_("{0} needs {1} at once until {2}; there now: {3}."), name, need->at_once,
                                      clock_text(book.zone(), need->period.until), there));
        } else if (need == nullptr && there == 0) {
            for (const DutyWindow& window : windows_of(book, post, at)) {
                if (window.period.contains(at)) {
                    book.context().remark(say(N_("Nobody is left at {0}, until {1}."), name,
                                              clock_text(book.zone(), window.period.until)));
                    break;
                }
            }
        }
    }
}

void add_short_lines(Look& look, DueLines& lines) {
    Book& book = look.book();
    std::map<std::string, Opening> open;
    for (const Rota& rota : book.history().back().plan.rotas) {
        if (const auto opening = book.is_staffed(rota.post) ? opening_at(book, rota.post, book.now()) : std::nullopt) {
            open.emplace(rota.post, *opening);
        }
    }
    const std::vector<Presence> people = open.empty() ? std::vector<Presence>{} : present_people(book);
    for (const auto& [post, opening] : open) {
        const std::int64_t needed = opening.need_at(book.now())->at_once;
        if (number_at(people, post) >= needed) {
            continue;
        }
        if (const auto shortage = shortage_at(opening, shifts_at(book, post, book.now()), book.now())) {
            lines.add(lone_slot(shortage->since, shortage->since, kNever),
                      say(N_("{0}: {1} of {2} there"), book.name_of("post", post), shortage->there, needed),
                      "onduty checkin list");
        }
    }
}

}  // namespace onduty
