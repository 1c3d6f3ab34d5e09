// SPDX-License-Identifier: MIT
#include "handover/rules.hpp"

#include <algorithm>
#include <map>

#include "handover/kinds.hpp"
#include "log/last_told.hpp"
#include "plan/deeds.hpp"

namespace onduty {

namespace {

bool is_taken_over(const Handover& handover, const LogPlace& since, const LogPlace& until) {
    const LogPlace answer = handover.answer_place();
    return handover.accepted && is_before(since, answer) && !is_before(until, answer);
}

}  // namespace

ItemCount item_count(const Entry& entry, std::vector<Line> lines) {
    return {entry.number,         entry.about,
            entry.subject,        entry.actor,
            entry.shift,          entry.told_at(),
            entry.business_date,  std::move(lines),
            entry.plan,           entry.happened_at.has_value(),
            entry.effective_at(), entry.result != result::kIncomplete};
}

void HandoverReading::add(const Entry& entry, std::vector<Line> lines, std::set<std::string> items) {
    if (entry.kind == kind::kHandoverOffer) {
        Handover handover;
        handover.number = entry.number;
        handover.frozen = entry.about;
        handover.post = entry.post;
        handover.person = entry.actor;
        handover.shift = entry.shift;
        handover.business_date = entry.business_date;
        handover.offered = entry.told_at();
        handover.offer_counted = entry.effective_at();
        handover.items = std::move(items);
        facts_.handovers.push_back(std::move(handover));
    } else if (entry.kind == kind::kHandoverCount) {
        const auto place = place_as_told(facts_.counts, told_time(entry), [](const ItemCount& one) {
            return ToldTime{one.at, one.claimed};
        });
        facts_.counts.insert(place, item_count(entry, std::move(lines)));
    } else if (entry.kind == kind::kHandoverAccept || entry.kind == kind::kHandoverRefuse) {
        for (Handover& handover : facts_.handovers) {
            if (handover.number == entry.about && handover.open()) {
                handover.answer = entry.number;
                handover.accepted = entry.kind == kind::kHandoverAccept;
                handover.answerer = entry.actor;
                handover.answering_shift = entry.shift;
                handover.answered = entry.told_at();
                handover.answer_counted = entry.effective_at();
                handover.answer_done = mark_by(entry);
                handover.answered_on = entry.business_date;
                handover.answer_claimed = entry.happened_at.has_value();
                handover.words = entry.note;
            }
        }
    }
}

const Handover* find_handover(const HandoverFacts& facts, EntryNumber number) {
    const auto found = std::find_if(facts.handovers.begin(), facts.handovers.end(),
                                    [&](const Handover& handover) { return handover.number == number; });
    return found == facts.handovers.end() ? nullptr : &*found;
}

bool is_defect(const Line& line) {
    return line.quantity != line.expected.value_or(line.quantity) || line.condition == condition::kDamaged ||
           line.condition == condition::kMissing;
}

bool is_before_answer(const ItemCount& count, const Handover& handover) {
    if (handover.open()) {
        return true;
    }
    const bool typed_before = count.number < handover.answer;
    if (!count.claimed && !handover.answer_claimed) {
        return typed_before;
    }
    return count.counted == handover.answer_counted ? typed_before : count.counted < handover.answer_counted;
}

bool share_item(const ItemCount& count, const Handover& handover) {
    return std::any_of(count.lines.begin(), count.lines.end(),
                       [&](const Line& line) { return handover.items.count(line.item) > 0; });
}

bool is_count_of(const ItemCount& count, const Handover& handover) {
    return count.about == handover.number || (count.about == 0 && count.number > handover.number &&
                                              is_before_answer(count, handover) && share_item(count, handover));
}

HandoverFacts HandoverReading::finish() {
    for (Handover& handover : facts_.handovers) {
        for (const ItemCount& count : facts_.counts) {
            if (!is_before_answer(count, handover) || !is_count_of(count, handover)) {
                continue;
            }
            for (const Line& line : count.lines) {
                if (handover.items.count(line.item) > 0) {
                    handover.counted.insert(line.item);
                }
            }
        }
    }
    return std::move(facts_);
}

namespace {

// The handover that it was counted for: of several the one that its shift offered or answered.
const Handover* counted_for(const HandoverFacts& facts, const ItemCount& count) {
    const Handover* own = nullptr;
    const Handover* found = nullptr;
    for (const Handover& one : facts.handovers) {
        if (is_count_of(count, one)) {
            found = &one;
            own = one.shift == count.shift || one.answering_shift == count.shift ? &one : own;
        }
    }
    return own == nullptr ? found : own;
}

}  // namespace

Responsible responsible_for(const HandoverFacts& facts, const ItemCount& count) {
    const Handover* handover = counted_for(facts, count);
    for (auto at = facts.handovers.rbegin(); handover == nullptr && at != facts.handovers.rend(); ++at) {
        const bool offered_before = at->number < count.number && at->shift == count.shift;
        handover = offered_before && share_item(count, *at) ? &*at : nullptr;
    }
    // The first of these items that the counting shift accepts makes it answer for them from then on.
    const auto taken = std::find_if(facts.handovers.begin(), facts.handovers.end(), [&](const Handover& one) {
        return one.accepted && one.answering_shift == count.shift && share_item(count, one);
    });
    if (handover == nullptr && taken != facts.handovers.end()) {
        return is_before_answer(count, *taken) ? Responsible{taken->person, true, taken->number}
                                               : Responsible{count.person, false, taken->number};
    }
    if (handover == nullptr) {
        return {count.person, false, 0};
    }
    if (handover->accepted && !is_before_answer(count, *handover)) {
        return {handover->answerer, false, handover->number};
    }
    return {handover->person, true, handover->number};
}

std::vector<ItemDefect> item_defects(const HandoverFacts& facts) {
    std::vector<ItemDefect> defects;
    std::map<std::string, std::size_t> open;  // by item, its place in `defects`
    for (const ItemCount& count : facts.counts) {
        for (const Line& line : count.lines) {
            const auto place = open.find(line.item);
            if (is_defect(line) && place == open.end()) {
                open[line.item] = defects.size();
                defects.push_back({line.item, line, &count, &count});
            } else if (is_defect(line)) {
                defects[place->second].line = line;
                defects[place->second].counted = &count;
            } else if (place != open.end()) {
                defects[place->second].mended_by = &count;
                open.erase(place);
            }
        }
    }
    return defects;
}

bool is_before(const LogPlace& one, const LogPlace& other) {
    const auto at = std::chrono::floor<Minutes>(one.told.at);
    const auto other_at = std::chrono::floor<Minutes>(other.told.at);
    return (one.told.claimed || other.told.claimed) && at != other_at ? at < other_at : one.number < other.number;
}

std::int64_t shifts_since(const HandoverFacts& facts, const std::set<std::string>& posts, const LogPlace& since,
                          const LogPlace& until) {
    std::set<EntryNumber> took_over;
    EntryNumber had = 0;  // who had it first takes it back only
    for (const Handover& handover : facts.handovers) {
        if (is_taken_over(handover, since, until) && posts.count(handover.post) > 0) {
            had = had == 0 ? handover.shift : had;
            took_over.insert(handover.answering_shift == 0 ? handover.answer : handover.answering_shift);
        }
    }
    took_over.erase(had);
    return 1 + static_cast<std::int64_t>(took_over.size());
}

bool was_taken_over(const HandoverFacts& facts, const LogPlace& since, const LogPlace& until) {
    return std::any_of(facts.handovers.begin(), facts.handovers.end(),
                       [&](const Handover& handover) { return is_taken_over(handover, since, until); });
}

const Handover* last_accepted(const HandoverFacts& facts, const std::set<std::string>& posts, EntryNumber before) {
    const Handover* last = nullptr;
    for (const Handover& handover : facts.handovers) {
        if (handover.accepted && handover.answer < before && posts.count(handover.post) > 0) {
            last = &handover;
        }
    }
    return last;
}

}  // namespace onduty
