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

// How long after its opening the post first had its number at once.
Minutes short_for(const Opening& opening, const std::vector<Shift>& shifts, Instant now) {
    std::vector<Period> there;
    std::vector<Instant> changes{opening.hours.from};
    for (const Shift& shift : shifts) {
        // Who came this very moment is there, although no time has passed yet.
        const Period period = shift.period(std::max(now, shift.from + std::chrono::milliseconds{1}));
        if (shift.post == opening.rota->post && period.until > opening.hours.from) {
            there.push_back(period);
            changes.push_back(std::max(period.from, opening.hours.from));
        }
    }
    std::sort(changes.begin(), changes.end());
    Instant reached = std::min(now, opening.hours.until);
    for (const Instant at : changes) {
        const auto count =
            std::count_if(there.begin(), there.end(), [&](const Period& period) { return period.contains(at); });
        if (count >= opening.at_once) {
            reached = std::min(reached, at);
            break;
        }
    }
    const Minutes minutes = std::chrono::floor<Minutes>(reached - opening.hours.from);
    return minutes > opening.rota->late_after ? minutes : Minutes{0};
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

Minutes late_by(const Opening& opening, Instant arrived, std::int64_t others) {
    const Minutes minutes = std::chrono::floor<Minutes>(arrived - opening.hours.from);
    const bool late = others < opening.at_once && minutes > opening.rota->late_after && arrived < opening.hours.until;
    return late ? minutes : Minutes{0};
}

std::vector<Attendance> attendance_of(const PlanHistory& history, const Zone& zone, DateRange dates,
                                      const std::vector<Shift>& shifts, Instant now) {
    std::map<std::pair<Date, std::string>, Attendance> rows;
    std::map<std::pair<Date, std::string>, std::set<std::string>> people;
    for (const Shift& shift : shifts) {
        if (dates.contains(shift.business_date)) {
            const auto key = std::make_pair(shift.business_date, shift.post);
            const Period period = shift.period(now);
            rows[key].worked += std::max(period.until - period.from, std::chrono::milliseconds{0});
            people[key].insert(shift.person);
        }
    }
    for (const std::string& post : rota_posts(history)) {
        for (Date date = dates.from; date < dates.until; date += std::chrono::days{1}) {
            const auto opening = opening_of(history, zone, post, date);
            if (opening && opening->hours.from <= now) {
                Attendance& row = rows[{date, post}];
                row.planned = opening->at_once;
                row.minutes_late = short_for(*opening, shifts, now);
            }
        }
    }
    std::vector<Attendance> result;
    for (auto& [key, row] : rows) {
        std::tie(row.date, row.post) = key;
        row.present = static_cast<std::int64_t>(people[key].size());
        row.gap = std::max<std::int64_t>(0, row.planned.value_or(0) - row.present);
        result.push_back(std::move(row));
    }
    return result;
}

}  // namespace onduty
