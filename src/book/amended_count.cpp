// SPDX-License-Identifier: MIT
#include "book/amended_count.hpp"

#include <map>
#include <set>

#include "book/amended.hpp"
#include "log/corrections.hpp"
#include "text/translate.hpp"

namespace onduty {

bool follows_by_itself(const Entry& correction) {
    const std::string& field = correction.subject;
    return correction.kind == kind::kCorrection &&
           (field == field::kDay || field == field::kDue || field == field::kClock || field == field::kShift);
}

AmendedCount count_amended(Store& store, EntryQuery query, const std::function<bool(EntryNumber)>& counts) {
    query.rare_kinds = {kind::kCorrection, kind::kVoid};
    Amendments all;
    std::set<EntryNumber> amending;
    std::map<EntryNumber, std::string> marks;    // of what amends, by its number
    std::map<EntryNumber, EntryNumber> amended;  // by what amends it
    store.each(query, [&](const Entry& entry) {
        all.add(entry);
        amending.insert(entry.number);
        if (!follows_by_itself(entry)) {
            marks[entry.number] = mark_of(entry);
            amended[entry.number] = entry.amends;
        }
    });
    std::set<EntryNumber> corrected;
    std::set<EntryNumber> withdrawn;
    AmendedCount count;
    for (const auto& [number, target] : amended) {
        if (amending.count(target) > 0 || !counts(target) || all.withdrawn(number)) {
            continue;
        }
        (all.withdrawn(target) ? withdrawn : corrected).insert(target);
        count.alone += marks.at(number) == mark::kAlone ? 1 : 0;
        count.own_word += marks.at(number) == mark::kOwnWord && accepted_with(store, number) == 0 ? 1 : 0;
    }
    count.corrected = static_cast<std::int64_t>(corrected.size());
    count.withdrawn = static_cast<std::int64_t>(withdrawn.size());
    return count;
}

std::string amended_words(const AmendedCount& count) {
    if (count.corrected + count.withdrawn == 0) {
        return {};
    }
    return say(N_("Entries corrected: {0}, withdrawn: {1}."), count.corrected, count.withdrawn) +
           (count.alone == 0 ? "" : " " + say(N_("Alone, nobody else had the right: {0}."), count.alone)) +
           (count.own_word == 0 ? "" : " " + say(N_("Own word: {0}."), count.own_word));
}

}  // namespace onduty
