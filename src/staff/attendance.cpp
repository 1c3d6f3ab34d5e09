// SPDX-License-Identifier: MIT
#include "staff/attendance.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "log/kind.hpp"
#include "staff/kinds.hpp"

namespace onduty {

namespace {

std::set<std::string> rota_posts(const PlanHistory& history) {
    std::set<std::string> posts;
    for (const PlanVersion& version : history) {
        for (const Rota& rota : version.plan.rotas) {
            posts.insert(rota.post);
        }
    }
    return posts;
}

// Who came this very moment is there, although no time has passed yet.
Period period_there(const Shift& shift, Instant now) {
    return shift.period(std::max(now, shift.from + std::chrono::milliseconds{1}));
}

// Who is at the post of an opening when.
class PostPeople {
  public:
    PostPeople(const Opening& opening, const std::vector<Shift>& shifts, Instant now) : opening_{&opening} {
        for (const Shift& shift : shifts) {
            const Period period = period_there(shift, now);
            if (shift.post == opening.post && period.until > opening.from()) {
                there_.emplace_back(period, shift.person);
            }
        }
        for (const PostNeed& need : opening.needs) {
            add_stretches(need.period);
        }
    }

    // The needs of the opening in order, cut where somebody came or went.
    const std::vector<Period>& stretches() const { return stretches_; }

    // Different people: whose shifts overlap is one.
    std::int64_t number_at(Instant at) const {
        std::set<std::string> people;
        for (const auto& [period, person] : there_) {
            if (period.contains(at)) {
                people.insert(person);
            }
        }
        return static_cast<std::int64_t>(people.size());
    }

    bool is_short_at(Instant at) const {
        const PostNeed* need = opening_->need_at(at);
        return need != nullptr && number_at(at) < need->at_once;
    }

  private:
    void add_stretches(Period need) {
        std::set<Instant> cuts{need.from, need.until};
        for (const auto& [period, person] : there_) {
            for (const Instant change : {period.from, period.until}) {
                if (need.contains(change)) {
                    cuts.insert(change);
                }
            }
        }
        for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
            stretches_.push_back({*cut, *std::next(cut)});
        }
    }

    const Opening* opening_;
    std::vector<std::pair<Period, std::string>> there_;
    std::vector<Period> stretches_;
};

// Whole minutes, 0 within the tolerance of the rota.
Minutes beyond_tolerance(const Opening& opening, std::chrono::milliseconds time) {
    const Minutes minutes = std::chrono::floor<Minutes>(time);
    return minutes > opening.late_after ? minutes : Minutes{0};
}

struct TimeShort {
    std::chrono::milliseconds at_first{0};  // until the post first had its number
    std::chrono::milliseconds all{0};
};

TimeShort time_short(const PostPeople& people, Instant now) {
    TimeShort time;
    bool had_its_number = false;
    for (const Period& stretch : people.stretches()) {
        if (stretch.from >= now) {
            break;
        }
        const auto part = std::min(now, stretch.until) - stretch.from;
        const bool is_short = people.is_short_at(stretch.from);
        had_its_number = had_its_number || !is_short;
        time.all += is_short ? part : std::chrono::milliseconds{0};
        time.at_first += had_its_number ? std::chrono::milliseconds{0} : part;
    }
    return time;
}

bool is_there(const Opening& opening, const Shift& shift, Instant now) {
    return shift.post == opening.post && opening.is_there(period_there(shift, now));
}

// Whether a shift fills the post on a date, as its own shifts do. Who comes so early that his shift has the date before
// fills it in the hours that he came for.
bool fills(const PlanHistory& history, const Zone& zone, const Opening& opening, Date date, const Shift& shift,
           Instant now) {
    const auto is_in = [&](Date other) {
        const auto hours = opening_of(history, zone, shift.post, other);
        return hours && is_there(*hours, shift, now);
    };
    const bool there = is_there(opening, shift, now);
    if (shift.resident) {
        return there;
    }
    if (shift.business_date < date) {
        return there && !is_in(shift.business_date);
    }
    return shift.business_date == date && (there || !is_in(date + std::chrono::days{1}));
}

// The dates on which somebody lived at a post without a rota: when it was open, or all of them where it has no hours.
std::vector<Date> dates_lived(const PlanHistory& history, const Zone& zone, DateRange dates, const Shift& shift,
                              Instant now) {
    std::vector<Date> lived;
    const Period period = shift.period(now);
    for (Date date = dates.from; date < dates.until; date += std::chrono::days{1}) {
        const Period day{to_instant(zone, LocalTime{date}),
                         to_instant(zone, LocalTime{date + 2 * std::chrono::days{1}})};
        for (const auto& [plan, held] : held_over(history, day)) {
            const PostHours* hours = plan->hours_of(shift.post);
            const Minutes from = hours == nullptr ? Minutes{0} : hours->from;
            const Minutes until = hours == nullptr ? Minutes{std::chrono::days{1}} : hours->until;
            const Instant opens = std::max(held.from, to_instant(zone, LocalTime{date} + from));
            const Instant closes = std::min(held.until, to_instant(zone, LocalTime{date} + until));
            const bool is_open = hours == nullptr || !plan->calendar.is_closed(date);
            if (plan->rota(shift.post) == nullptr && is_open && opens < closes && opens <= now &&
                period.from < closes && period.until > opens) {
                lived.push_back(date);
                break;
            }
        }
    }
    return lived;
}

// By their begin, so that what overlaps counts with the first.
std::vector<Shift> in_order(std::vector<Shift> shifts) {
    std::stable_sort(shifts.begin(), shifts.end(), [](const Shift& a, const Shift& b) { return a.from < b.from; });
    return shifts;
}

}  // namespace

const PostNeed* Opening::need_at(Instant at) const {
    const auto need =
        std::find_if(needs.begin(), needs.end(), [&](const PostNeed& one) { return one.period.contains(at); });
    return need == needs.end() ? nullptr : &*need;
}

bool Opening::is_there(Period period) const {
    return std::any_of(needs.begin(), needs.end(), [&](const PostNeed& need) {
        return period.from < need.period.until && period.until > need.period.from;
    });
}

std::int64_t Opening::at_once(Instant now) const {
    std::int64_t most = 0;
    for (const PostNeed& need : needs) {
        most = need.period.from <= now ? std::max(most, need.at_once) : most;
    }
    return most;
}

std::optional<Opening> opening_of(const PlanHistory& history, const Zone& zone, const std::string& post, Date date) {
    Opening opening{post, {}, Minutes{0}};
    const Period days{to_instant(zone, LocalTime{date}), to_instant(zone, LocalTime{date + 3 * std::chrono::days{1}})};
    for (const auto& [plan, held] : held_over(history, days)) {
        const Rota* rota = plan->rota(post);
        if (rota == nullptr || plan->calendar.is_closed(date)) {
            continue;
        }
        const Period open{std::max(held.from, to_instant(zone, LocalTime{date} + rota->from)),
                          std::min(held.until, to_instant(zone, LocalTime{date} + rota->until))};
        const auto need = rota->at_once.find(std::chrono::weekday{date}.iso_encoding());
        if (need == rota->at_once.end() || open.from >= open.until) {
            continue;
        }
        opening.late_after = rota->late_after;
        std::vector<PostNeed>& needs = opening.needs;
        if (!needs.empty() && needs.back().period.until == open.from && needs.back().at_once == need->second) {
            needs.back().period.until = open.until;
        } else {
            needs.push_back({open, need->second});
        }
    }
    return opening.needs.empty() ? std::nullopt : std::optional{opening};
}

std::optional<Shortage> shortage_at(const Opening& opening, const std::vector<Shift>& others, Instant arrived) {
    const PostPeople people{opening, others, arrived + std::chrono::milliseconds{1}};
    if (!people.is_short_at(arrived)) {
        return std::nullopt;
    }
    std::optional<Period> short_before;
    Instant since = arrived;
    for (const Period& stretch : people.stretches()) {
        if (stretch.from > arrived) {
            break;
        }
        const bool goes_on = short_before && short_before->until == stretch.from;
        const bool is_short = people.is_short_at(stretch.from);
        since = is_short && !goes_on ? stretch.from : since;
        short_before = is_short ? std::optional{stretch} : std::nullopt;
    }
    const Minutes minutes = beyond_tolerance(opening, arrived - since);
    return minutes.count() > 0 ? std::optional{Shortage{since, minutes, people.number_at(arrived)}} : std::nullopt;
}

std::vector<Attendance> attendance_of(const PlanHistory& history, const Zone& zone, DateRange dates,
                                      const std::vector<Shift>& whole, Instant now) {
    const std::vector<Shift> shifts = by_post(whole);
    std::map<std::pair<Date, std::string>, Attendance> rows;
    std::map<std::pair<Date, std::string>, std::set<std::string>> people;
    std::map<std::pair<std::string, std::string>, Instant> counted_until;  // by person and post
    for (const Shift& shift : in_order(shifts)) {
        const Period period = shift.period(now);
        Instant& counted = counted_until.try_emplace({shift.person, shift.post}, period.from).first->second;
        const Instant from = std::max(period.from, counted);
        counted = std::max(counted, period.until);
        if (dates.contains(shift.business_date) && !shift.resident) {
            const auto key = std::make_pair(shift.business_date, shift.post);
            rows[key].worked += counted > from ? counted - from : std::chrono::milliseconds{0};
            people[key].insert(shift.person);
        }
    }
    for (const std::string& post : rota_posts(history)) {
        for (Date date = dates.from; date < dates.until; date += std::chrono::days{1}) {
            const auto opening = opening_of(history, zone, post, date);
            if (opening && opening->from() <= now) {
                Attendance& row = rows[{date, post}];
                row.planned = opening->at_once(now);
                const TimeShort time = time_short(PostPeople{*opening, shifts, now}, now);
                row.minutes_late = beyond_tolerance(*opening, time.at_first);
                row.minutes_short = beyond_tolerance(*opening, time.all);
                std::set<std::string> filling;
                for (const Shift& shift : shifts) {
                    if (shift.post == post && fills(history, zone, *opening, date, shift, now)) {
                        filling.insert(shift.person);
                        if (shift.resident) {  // of no date
                            people[{date, post}].insert(shift.person);
                        }
                    }
                }
                row.gap = std::max<std::int64_t>(0, *row.planned - static_cast<std::int64_t>(filling.size()));
            }
        }
    }
    for (const Shift& shift : shifts) {
        for (const Date date : shift.resident ? dates_lived(history, zone, dates, shift, now) : std::vector<Date>{}) {
            rows[{date, shift.post}];
            people[{date, shift.post}].insert(shift.person);
        }
    }
    std::vector<Attendance> result;
    for (auto& [key, row] : rows) {
        std::tie(row.date, row.post) = key;
        row.present = static_cast<std::int64_t>(people[key].size());
        result.push_back(std::move(row));
    }
    return result;
}

}  // namespace onduty
