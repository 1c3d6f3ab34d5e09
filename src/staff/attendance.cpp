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
        changes_.push_back(opening.hours.from);
        for (const Shift& shift : shifts) {
            const Period period = period_there(shift, now);
            if (shift.post == opening.rota->post && period.until > opening.hours.from) {
                there_.emplace_back(period, shift.person);
                changes_.push_back(std::max(period.from, opening.hours.from));
                changes_.push_back(period.until);
            }
        }
        std::sort(changes_.begin(), changes_.end());
    }

    // In order of time, from the opening on.
    const std::vector<Instant>& changes() const { return changes_; }

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

    bool is_enough_at(Instant at) const { return number_at(at) >= opening_->at_once; }

  private:
    const Opening* opening_;
    std::vector<std::pair<Period, std::string>> there_;
    std::vector<Instant> changes_;
};

// Whole minutes, 0 within the tolerance of the rota.
Minutes beyond_tolerance(const Opening& opening, std::chrono::milliseconds time) {
    const Minutes minutes = std::chrono::floor<Minutes>(time);
    return minutes > opening.rota->late_after ? minutes : Minutes{0};
}

// How long after its opening the post first had its number at once.
Minutes short_for(const Opening& opening, const PostPeople& people, Instant now) {
    const auto& changes = people.changes();
    const auto first =
        std::find_if(changes.begin(), changes.end(), [&](Instant change) { return people.is_enough_at(change); });
    const Instant end = std::min(now, opening.hours.until);
    const Instant reached = first == changes.end() ? end : std::min(end, *first);
    return beyond_tolerance(opening, reached - opening.hours.from);
}

// In how many whole minutes of its opening the post had fewer than its number.
Minutes all_short(const Opening& opening, const PostPeople& people, Instant now) {
    const Instant end = std::min(now, opening.hours.until);
    std::chrono::milliseconds sum{0};
    const auto& changes = people.changes();
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Instant until = std::min(end, i + 1 < changes.size() ? changes[i + 1] : end);
        if (changes[i] < until && !people.is_enough_at(changes[i])) {
            sum += until - changes[i];
        }
    }
    return beyond_tolerance(opening, sum);
}

bool is_there(const Opening& opening, const Shift& shift, Instant now) {
    const Period period = period_there(shift, now);
    return shift.post == opening.rota->post && period.from < opening.hours.until && period.until > opening.hours.from;
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
        const Duties& plan = in_force(history, to_instant(zone, LocalTime{date} + std::chrono::hours{12}));
        const PostHours* hours = plan.hours_of(shift.post);
        const Instant opens = to_instant(zone, LocalTime{date} + (hours == nullptr ? Minutes{0} : hours->from));
        const Instant closes =
            to_instant(zone, LocalTime{date} + (hours == nullptr ? Minutes{std::chrono::days{1}} : hours->until));
        const bool is_open = hours == nullptr || !plan.calendar.is_closed(date);
        if (plan.rota(shift.post) == nullptr && is_open && opens <= now && period.from < closes &&
            period.until > opens) {
            lived.push_back(date);
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

std::optional<Opening> opening_of(const PlanHistory& history, const Zone& zone, const std::string& post, Date date) {
    for (std::size_t v = 0; v < history.size(); ++v) {
        const Duties& plan = history[v].plan;
        const Rota* rota = plan.rota(post);
        if (rota == nullptr) {
            continue;
        }
        const Period hours{to_instant(zone, LocalTime{date} + rota->from),
                           to_instant(zone, LocalTime{date} + rota->until)};
        const Instant until = v + 1 < history.size() ? history[v + 1].since : kNever;
        if (hours.from < history[v].since || hours.from >= until) {
            continue;
        }
        const auto need = rota->at_once.find(std::chrono::weekday{date}.iso_encoding());
        if (need == rota->at_once.end() || plan.calendar.is_closed(date)) {
            return std::nullopt;
        }
        return Opening{rota, need->second, hours};
    }
    return std::nullopt;
}

std::optional<Shortage> shortage_at(const Opening& opening, const std::vector<Shift>& others, Instant arrived) {
    const PostPeople people{opening, others, arrived + std::chrono::milliseconds{1}};
    if (arrived >= opening.hours.until || people.is_enough_at(arrived)) {
        return std::nullopt;
    }
    Instant since = opening.hours.from;
    bool is_short = true;
    for (const Instant change : people.changes()) {
        const bool enough = people.is_enough_at(change);
        since = change <= arrived && !enough && !is_short ? change : since;
        is_short = change <= arrived ? !enough : is_short;
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
            if (opening && opening->hours.from <= now) {
                Attendance& row = rows[{date, post}];
                row.planned = opening->at_once;
                const PostPeople at_post{*opening, shifts, now};
                row.minutes_late = short_for(*opening, at_post, now);
                row.minutes_short = all_short(*opening, at_post, now);
                std::set<std::string> filling;
                for (const Shift& shift : shifts) {
                    if (shift.post == post && fills(history, zone, *opening, date, shift, now)) {
                        filling.insert(shift.person);
                        if (shift.resident) {  // of no date
                            people[{date, post}].insert(shift.person);
                        }
                    }
                }
                row.gap = std::max<std::int64_t>(0, opening->at_once - static_cast<std::int64_t>(filling.size()));
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
