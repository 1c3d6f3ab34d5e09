// SPDX-License-Identifier: MIT
#include "cleaning/blocks.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "print/sums.hpp"
#include "text/tenths.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

struct ErrandSums {
    std::int64_t all = 0;
    std::int64_t after_visits = 0;
    std::int64_t longest = 0;
    std::int64_t within = 0;
    std::int64_t counted = 0;  // of `within`
    Durations times;           // of those that are done

    void add(const Errand& errand, Instant now) {
        ++all;
        after_visits += errand.after_visit ? 1 : 0;
        const auto took = (errand.done ? errand.done->at : now) - errand.since;
        longest = std::max(longest, whole_minutes(took));
        if (errand.done) {
            times.push_back(took);
        }
        if (errand.due && (errand.done || now > *errand.due)) {
            ++counted;
            within += errand.done && state_of_deadline(*errand.due, *errand.done) == State::on_time ? 1 : 0;
        }
    }

    std::int64_t done() const { return static_cast<std::int64_t>(times.size()); }
};

std::map<std::string, ErrandSums> sums_of(const std::vector<Errand>& errands, Instant now) {
    std::map<std::string, ErrandSums> sums;
    for (const Errand& errand : errands) {
        sums[errand.area].add(errand, now);
    }
    return sums;
}

}  // namespace

Table cleaning_block(const std::vector<RuleOutcomes>& rules, const AreaOf& area_of, const NameOf& name_of) {
    Table table{{{"item", tr("Code"), ColumnKind::code},
                 {"name", tr("What"), ColumnKind::text},
                 {"area", tr("Area"), ColumnKind::text},
                 {"due", tr("Planned"), ColumnKind::integer},
                 {"on_time", tr("On time"), ColumnKind::integer},
                 {"early", tr("Early"), ColumnKind::integer},
                 {"late", tr("Late"), ColumnKind::integer},
                 {"typed_late", tr("Typed late"), ColumnKind::integer},
                 {"claimed", tr("Claimed"), ColumnKind::integer},
                 {"accepted", tr("Claims accepted"), ColumnKind::integer},
                 {"clock_in_doubt", tr("Clock in doubt"), ColumnKind::integer},
                 {"missed", tr("Missed"), ColumnKind::integer},
                 {"explained", tr("Explained"), ColumnKind::integer},
                 {"extra", tr("Extra"), ColumnKind::integer},
                 {"pending", tr("Pending"), ColumnKind::integer},
                 {"not_applicable", tr("N/a"), ColumnKind::integer},
                 {"on_time_percent", tr("On time %"), ColumnKind::code},
                 {"overdue", tr("Overdue"), ColumnKind::integer}},
                {}};
    for (const RuleOutcomes& rule : rules) {
        const StateCounts counts = count_states(rule.judgement);
        if (!rule.is_cleaning() || counts.planned + counts.extra + counts.not_applicable == 0) {
            continue;
        }
        const std::string area = area_of(rule.rule);
        table.rows.push_back({Cell::of(rule.rule), Cell::of(rule.name),
                              area.empty() ? Cell{} : Cell::of(name_of("point", area)), Cell::of(counts.planned),
                              Cell::of(counts.on_time), Cell::of(counts.early), Cell::of(counts.late),
                              Cell::of(counts.typed_late), Cell::of(counts.claimed), Cell::of(counts.accepted),
                              Cell::of(counts.clock_in_doubt), Cell::of(counts.missed), Cell::of(counts.explained),
                              Cell::of(counts.extra), Cell::of(counts.pending), Cell::of(counts.not_applicable),
                              share_cell(counts.on_time, counts.over()), Cell::of(counts.overdue)});
    }
    return table;
}

Table litter_block(const std::vector<Errand>& litter, Instant now, const NameOf& name_of) {
    Table table{{{"area", tr("Code"), ColumnKind::code},
                 {"name", tr("Area"), ColumnKind::text},
                 {"found", tr("Found"), ColumnKind::integer},
                 {"removed", tr("Removed"), ColumnKind::integer},
                 {"longest_min", tr("Longest min"), ColumnKind::integer},
                 {"within", tr("Within limit"), ColumnKind::integer},
                 {"within_percent", tr("Within %"), ColumnKind::code}},
                {}};
    for (auto& [area, sum] : sums_of(litter, now)) {
        table.rows.push_back({Cell::of(area), Cell::of(name_of("point", area)), Cell::of(sum.all), Cell::of(sum.done()),
                              Cell::of(sum.longest), Cell::of(sum.within), share_cell(sum.within, sum.counted)});
    }
    return table;
}

Table requests_block(const std::vector<Errand>& requests, Instant now, const NameOf& name_of) {
    Table table{{{"area", tr("Code"), ColumnKind::code},
                 {"name", tr("Area"), ColumnKind::text},
                 {"requests", tr("Requests"), ColumnKind::integer},
                 {"after_visits", tr("After groups"), ColumnKind::integer},
                 {"done", tr("Dealt with"), ColumnKind::integer},
                 {"median_min", tr("Median min"), ColumnKind::integer},
                 {"longest_min", tr("Longest min"), ColumnKind::integer},
                 {"within", tr("Within limit"), ColumnKind::integer},
                 {"within_percent", tr("Within %"), ColumnKind::code}},
                {}};
    for (auto& [area, sum] : sums_of(requests, now)) {
        table.rows.push_back({Cell::of(area), Cell::of(name_of("point", area)), Cell::of(sum.all),
                              Cell::of(sum.after_visits), Cell::of(sum.done()), median_cell(sum.times),
                              Cell::of(sum.longest), Cell::of(sum.within), share_cell(sum.within, sum.counted)});
    }
    return table;
}

Table area_scores_block(const std::vector<AreaScore>& scores, const NameOf& name_of) {
    struct Sums {
        std::vector<std::int64_t> scores;
        std::int64_t findings = 0;
    };
    std::map<std::string, Sums> areas;
    for (const AreaScore& one : scores) {
        Sums& sums = areas[one.area];
        if (one.score) {
            sums.scores.push_back(*one.score);
        } else {
            ++sums.findings;
        }
    }
    Table table{{{"area", tr("Code"), ColumnKind::code},
                 {"name", tr("Area"), ColumnKind::text},
                 {"inspections", tr("Inspected"), ColumnKind::integer},
                 {"mean", tr("Mean of 5"), ColumnKind::code},
                 {"lowest", tr("Lowest"), ColumnKind::integer},
                 {"last", tr("Last"), ColumnKind::integer},
                 {"findings", tr("Findings"), ColumnKind::integer}},
                {}};
    for (const auto& [area, sums] : areas) {
        const auto count = static_cast<std::int64_t>(sums.scores.size());
        const std::int64_t sum = std::accumulate(sums.scores.begin(), sums.scores.end(), std::int64_t{0});
        table.rows.push_back({Cell::of(area), Cell::of(name_of("point", area)), Cell::of(count),
                              count == 0 ? Cell{} : Cell::of(hundredths_text((sum * 100 + count / 2) / count)),
                              count == 0 ? Cell{} : Cell::of(*std::min_element(sums.scores.begin(), sums.scores.end())),
                              count == 0 ? Cell{} : Cell::of(sums.scores.back()), Cell::of(sums.findings)});
    }
    return table;
}

}  // namespace onduty
