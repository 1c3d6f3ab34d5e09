// SPDX-License-Identifier: MIT
#include "handover/blocks.hpp"

#include <algorithm>
#include <map>

#include "print/sums.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct PostSums {
    std::int64_t offered = 0;
    std::int64_t accepted = 0;
    std::int64_t refused = 0;
    std::int64_t waiting = 0;
    std::int64_t too_late = 0;
    std::int64_t uncounted = 0;
    std::int64_t shifts = 0;  // that ended
    std::int64_t without = 0;
    Durations took;  // of accepted ones
};

Cell yes_if(bool value) {
    return value ? Cell::of("yes", tr("yes")) : Cell::of("no", tr("no"));
}

Cell condition_cell(const std::string& condition) {
    return condition == condition::kWorn      ? Cell::of(condition::kWorn, tr("worn"))
           : condition == condition::kDamaged ? Cell::of(condition::kDamaged, tr("damaged"))
           : condition == condition::kMissing ? Cell::of(condition::kMissing, tr("missing"))
                                              : Cell::of("ok", tr("ok"));
}

LogPlace moment_of(const ItemCount& count) {
    return {count.number, {count.at, count.claimed}};
}

}  // namespace

Table handover_block(const HandoverFacts& facts, const std::vector<EndedShift>& ended, DateRange dates,
                     const NameOf& name_of, const IsTooLate& too_late) {
    std::map<std::string, PostSums> posts;
    for (const EndedShift& one : ended) {
        ++posts[one.handing.post].shifts;
        posts[one.handing.post].without += one.handed_over ? 0 : 1;
    }
    for (const Handover& handover : facts.handovers) {
        if (!dates.contains(handover.business_date)) {
            continue;
        }
        PostSums& sums = posts[handover.post];
        ++sums.offered;
        sums.waiting += handover.open() ? 1 : 0;
        sums.refused += handover.refused() ? 1 : 0;
        if (handover.accepted) {
            ++sums.accepted;
            sums.too_late += too_late(handover) ? 1 : 0;
            sums.uncounted += handover.uncounted() ? 1 : 0;
            sums.took.push_back(handover.answered - handover.offered);
        }
    }
    Table table{{{"post", tr("Code"), ColumnKind::code},
                 {"name", tr("Post"), ColumnKind::text},
                 {"offered", tr("Offered"), ColumnKind::integer},
                 {"accepted", tr("Accepted"), ColumnKind::integer},
                 {"refused", tr("Refusals"), ColumnKind::integer},
                 {"waiting", tr("Not accepted"), ColumnKind::integer},
                 {"too_late", tr("Too late"), ColumnKind::integer},
                 {"uncounted", tr("Not counted"), ColumnKind::integer},
                 {"median_minutes", tr("Median min"), ColumnKind::integer},
                 {"longest_minutes", tr("Longest min"), ColumnKind::integer},
                 {"shifts", tr("Shifts ended"), ColumnKind::integer},
                 {"without", tr("Without handover"), ColumnKind::integer}},
                {}};
    for (auto& [post, sums] : posts) {
        table.rows.push_back({Cell::of(post), Cell::of(name_of("post", post)), Cell::of(sums.offered),
                              Cell::of(sums.accepted), Cell::of(sums.refused), Cell::of(sums.waiting),
                              Cell::of(sums.too_late), Cell::of(sums.uncounted), median_cell(sums.took),
                              longest_cell(sums.took), Cell::of(sums.shifts), Cell::of(sums.without)});
    }
    return table;
}

Table handover_list_block(const HandoverFacts& facts, DateRange dates, const Zone& zone, const NameOf& name_of) {
    Table table{{{"number", tr("No."), ColumnKind::integer},
                 {"business_date", tr("Business date"), ColumnKind::code},
                 {"post", tr("Code"), ColumnKind::code},
                 {"from", tr("From"), ColumnKind::text},
                 {"offered", tr("Offered"), ColumnKind::code},
                 {"state", tr("State"), ColumnKind::word},
                 {"to", tr("Answered by"), ColumnKind::text},
                 {"minutes", tr("Min to answer"), ColumnKind::integer},
                 {"counted", tr("All counted"), ColumnKind::word},
                 {"words", tr("Note"), ColumnKind::text}},
                {}};
    for (const Handover& handover : facts.handovers) {
        if (!dates.contains(handover.business_date)) {
            continue;
        }
        table.rows.push_back({Cell::of(handover.number), Cell::of(to_text(handover.business_date)),
                              Cell::of(handover.post), Cell::of(name_of("staff", handover.person)),
                              Cell::of(date_time_text(zone, handover.offered)),
                              handover.open()     ? Cell::of("waiting", tr("waits"))
                              : handover.accepted ? Cell::of("accepted", tr("handover accepted"))
                                                  : Cell::of("refused", tr("handover refused")),
                              handover.open() ? Cell{} : Cell::of(name_of("staff", handover.answerer)),
                              handover.open() ? Cell{} : minutes_cell(handover.answered - handover.offered),
                              handover.accepted ? yes_if(!handover.uncounted()) : Cell{}, Cell::of(handover.words)});
    }
    return table;
}

Table handover_items_block(const HandoverFacts& facts, DateRange dates, const Zone& zone, const NameOf& name_of,
                           const ReliefOf& relief, const HeldUntil& held_until, const WhoAnswersFor& who_answers) {
    Table table{{{"item", tr("Item code"), ColumnKind::code},
                 {"name", tr("Item"), ColumnKind::text},
                 {"expected", tr("Expected"), ColumnKind::integer},
                 {"counted", tr("Counted"), ColumnKind::integer},
                 {"condition", tr("Condition"), ColumnKind::word},
                 {"since", tr("Since"), ColumnKind::code},
                 {"shifts", tr("Shifts"), ColumnKind::integer},
                 {"in_order", tr("In order again"), ColumnKind::code},
                 {"responsible", tr("Answers for it"), ColumnKind::text},
                 {"found", tr("Found at"), ColumnKind::word},
                 {"entry", tr("No."), ColumnKind::integer},
                 {"note", tr("Note"), ColumnKind::text}},
                {}};
    // Of the handovers of these days; what the plan has no more is handed over no more.
    const auto last_answer = [&](Instant until) {
        LogPlace last;
        for (const Handover& handover : facts.handovers) {
            const LogPlace answer = handover.answer_place();
            if (handover.answered_on < dates.until && handover.answered <= until && is_before(last, answer)) {
                last = answer;
            }
        }
        return last;
    };
    for (const ItemDefect& defect : item_defects(facts)) {
        if (defect.found->business_date >= dates.until ||
            (defect.mended_by != nullptr && defect.mended_by->business_date < dates.from)) {
            continue;
        }
        const Responsible who = who_answers(*defect.found);
        const LogPlace last = defect.mended_by != nullptr ? moment_of(*defect.mended_by)
                                                          : last_answer(held_until(defect.item, defect.found->at));
        const std::int64_t shifts = shifts_since(facts, relief(*defect.found), moment_of(*defect.found), last);
        table.rows.push_back(
            {Cell::of(defect.item), Cell::of(name_of("handover-item", defect.item)),
             Cell::of(defect.line.expected.value_or(defect.line.quantity)), Cell::of(defect.line.quantity),
             condition_cell(defect.line.condition), Cell::of(date_time_text(zone, defect.found->at)), Cell::of(shifts),
             defect.mended_by != nullptr ? Cell::of(date_time_text(zone, defect.mended_by->at)) : Cell{},
             Cell::of(name_of("staff", who.person)),
             who.handover == 0 ? Cell{}
             : who.outgoing    ? Cell::of("before", tr("before acceptance"))
                               : Cell::of("after", tr("after acceptance")),
             Cell::of(defect.found->number), Cell::of(defect.line.note)});
    }
    return table;
}

Table open_items_block(std::vector<OpenItem> items, const Zone& zone, Instant now) {
    std::stable_sort(items.begin(), items.end(),
                     [](const OpenItem& a, const OpenItem& b) { return a.since < b.since; });
    Table table{{{"entry", tr("No."), ColumnKind::integer},
                 {"kind", tr("Kind"), ColumnKind::word},
                 {"what", tr("What"), ColumnKind::text},
                 {"owner", tr("Whose"), ColumnKind::text},
                 {"since", tr("Since"), ColumnKind::code},
                 {"days", tr("Days"), ColumnKind::integer},
                 {"due", tr("Due"), ColumnKind::code}},
                {}};
    for (const OpenItem& item : items) {
        table.rows.push_back({Cell::of(item.number), Cell::of(item.kind.c_str(), item.kind_words), Cell::of(item.what),
                              Cell::of(item.owner), Cell::of(date_time_text(zone, item.since)),
                              Cell::of(std::int64_t{std::chrono::floor<std::chrono::days>(now - item.since).count()}),
                              item.due ? Cell::of(date_time_text(zone, *item.due)) : Cell{}});
    }
    return table;
}

}  // namespace onduty
