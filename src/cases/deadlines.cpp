// SPDX-License-Identifier: MIT
#include "cases/deadlines.hpp"

#include <algorithm>

namespace onduty {

namespace {

// A deadline counts as due now for its last quarter, two hours at most (ours).
constexpr int kEarlyPart = 4;
constexpr Minutes kEarlyAtMost{120};

Rule rule_of(const Severity& severity, Minutes limit) {
    Rule rule;
    rule.kind = RuleKind::deadline;
    rule.limit = limit;
    rule.clock = severity.clock;
    rule.early = std::min(limit / kEarlyPart, kEarlyAtMost);
    rule.late = Minutes{0};
    return rule;
}

// Sorted and without overlaps; stretches that end before they begin are left out.
std::vector<Period> tidied(std::vector<Period> periods) {
    std::sort(periods.begin(), periods.end(), [](const Period& a, const Period& b) { return a.from < b.from; });
    std::vector<Period> apart;
    for (const Period& period : periods) {
        if (period.until <= period.from) {
            continue;
        }
        if (!apart.empty() && period.from <= apart.back().until) {
            apart.back().until = std::max(apart.back().until, period.until);
        } else {
            apart.push_back(period);
        }
    }
    return apart;
}

// From `begin` of what stopped it until its end as told: a pause that is claimed too late begins when it was typed.
std::vector<Period> pauses_of(const Case& one, const Severity& severity, Instant now, Instant StepTime::*begin) {
    std::vector<Period> paused;
    for (const CaseStretch& wait : one.waits) {
        if (severity.pauses.count(wait.subject) > 0) {
            paused.push_back({wait.from.*begin, wait.until ? wait.until->told : now});
        }
    }
    for (const Resolution& resolution : one.resolutions) {
        if (resolution.undone) {
            paused.push_back({resolution.at.*begin, resolution.undone->told});
        }
    }
    return tidied(std::move(paused));
}

}  // namespace

std::vector<CaseDeadline> case_deadlines(const Case& one, const CasePlan& plan, const Calendar& calendar,
                                         const Zone& zone, Instant now) {
    const Severity& severity = plan.severity(one.severity);
    const auto deadline = [&](CaseClock clock, Minutes limit, const StepTime& start, std::optional<StepTime> done,
                              std::vector<Period> paused = {}) {
        CaseDeadline line{clock, rule_of(severity, limit), start.told, {},
                          done,  std::move(paused),        {},         start.has_clock};
        line.due = deadline_of(line.rule, calendar, zone, start.told, line.paused);
        return line;
    };
    const StepTime began = one.began();
    const Resolution* resolution = one.resolution();
    std::vector<CaseDeadline> lines;
    if (one.is_accept_told) {
        lines.push_back(deadline(CaseClock::accept, severity.accept, began, one.accepted));
    }
    // What an old register does not tell is not asked for once the case is closed.
    const bool is_closed_there = one.imported && one.archived;
    if (resolution != nullptr || !is_closed_there) {
        lines.push_back(deadline(CaseClock::handle, severity.handle, began,
                                 resolution == nullptr ? std::nullopt : std::optional{resolution->at},
                                 pauses_of(one, severity, now, &StepTime::counted)));
        lines.back().stood = pauses_of(one, severity, now, &StepTime::told);
    }
    const auto followed = followed_up(one, plan);
    const bool asked = followed || !is_closed_there;
    if (resolution != nullptr && asked && needs_follow_up(one, plan)) {
        lines.push_back(deadline(CaseClock::follow_up, severity.follow_up, resolution->at,
                                 followed ? std::optional{followed->at} : std::nullopt));
    }
    return lines;
}

std::optional<std::chrono::milliseconds> time_taken(const CaseDeadline& deadline, const Calendar& calendar,
                                                    const Zone& zone) {
    if (!deadline.has_clock || (deadline.done && !deadline.done->has_clock)) {
        return std::nullopt;
    }
    return deadline.done
               ? clock_run(deadline.rule, calendar, zone, {deadline.start, deadline.done->told}, deadline.stood)
               : std::chrono::milliseconds{0};
}

std::chrono::milliseconds clock_run(const Rule& rule, const Calendar& calendar, const Zone& zone, Period stretch,
                                    const std::vector<Period>& paused) {
    std::chrono::milliseconds run{0};
    // `paused` may overlap, so what of a stretch was paused is measured from where the last pause ended.
    const auto add = [&](Period part) {
        Instant at = part.from;
        for (const Period& pause : tidied(paused)) {
            if (pause.from > at && at < part.until) {
                run += std::min(pause.from, part.until) - at;
            }
            at = std::max(at, pause.until);
        }
        run += at < part.until ? part.until - at : std::chrono::milliseconds{0};
    };
    if (stretch.until <= stretch.from) {
        return run;
    }
    if (rule.clock == DeadlineClock::always) {
        add(stretch);
        return run;
    }
    const std::chrono::days day{1};
    const Date last = std::chrono::floor<std::chrono::days>(to_local(zone, stretch.until));
    for (Date date = std::chrono::floor<std::chrono::days>(to_local(zone, stretch.from)) - day; date <= last;
         date += day) {
        if (!calendar.is_closed(date)) {
            const Period open{std::max(stretch.from, to_instant(zone, LocalTime{date} + calendar.opens)),
                              std::min(stretch.until, to_instant(zone, LocalTime{date} + calendar.closes))};
            if (open.from < open.until) {
                add(open);
            }
        }
    }
    return run;
}

}  // namespace onduty
