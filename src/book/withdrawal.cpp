// SPDX-License-Identifier: MIT
#include "book/withdrawal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/kinds.hpp"
#include "book/matters.hpp"
#include "book/thread.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

using Numbers = std::set<EntryNumber>;

// An entry and what it was recorded upon.
struct Later {
    Entry entry;
    EntryNumber target = 0;
};

bool answers(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && kind->step == &closes_about;
}

// What later commands recorded upon one of the entries from `first` to `last` that `are_meant`, as it stands now: a
// correction may have given it another.
std::vector<Later> recorded_upon(Book& book, EntryNumber first, EntryNumber last,
                                 const std::function<bool(EntryNumber)>& are_meant) {
    std::vector<Later> found;
    EntryQuery query;
    query.first = first + 1;
    query.upon = {first, last};
    book.store().each(query, [&](const Entry& recorded) {
        if (recorded.amends != 0 || are_meant(recorded.number) || book.store().withdrawn_by(recorded.number) != 0) {
            return;
        }
        const Entry entry = as_corrected(book.store(), recorded);
        const EntryNumber closes = entry.about == recorded.about ? entry.closes : entry.about;
        const EntryNumber target = is_upon_about(entry) && are_meant(entry.about) ? entry.about
                                   : answers(entry) && are_meant(closes)          ? closes
                                                                                  : 0;
        if (target != 0) {
            found.push_back({entry, target});
        }
    });
    return found;
}

// What was moved upon it.
void add_moved(Book& book, EntryNumber target, const Numbers& without, std::vector<Later>& found) {
    for (const Entry& moved : book.store().moved_to(target)) {
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const Later& one) { return one.entry.number == moved.number; });
        if (!known && is_upon_about(moved) && without.count(moved.number) == 0) {
            found.push_back({moved, target});
        }
    }
}

// A line of a count that is to be put right.
bool is_odd(const Line& line) {
    return line.quantity != line.expected.value_or(line.quantity) || !line.condition.empty();
}

// Whether something is odd in both counts.
bool differ_alike(const Entry& one, const Entry& other) {
    const std::vector<Line> lines = lines_of(one.fields);
    const std::vector<Line> others = lines_of(other.fields);
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
        return is_odd(line) && std::any_of(others.begin(), others.end(),
                                           [&](const Line& same) { return same.item == line.item && is_odd(same); });
    });
}

// The same fault or difference was found once more by what does not go, and nothing new was opened for it.
bool is_found_again(Book& book, const Entry& fault, const Numbers& gone = {}) {
    const Kind* kind = kind_named(fault.kind);
    if (kind == nullptr || kind->leads == nullptr) {
        return false;
    }
    EntryQuery query;
    query.first = fault.number + 1;
    query.kind = fault.kind;
    query.subject = fault.subject;
    bool again = false;
    each_amended(book.store(), query, [&](const Entry& later) {
        const bool same_words = kind->leads == &leads_with_fault && !fault.note.empty() && later.note == fault.note;
        again = again ||
                (gone.count(later.number) == 0 && kind->leads(later) && (same_words || differ_alike(fault, later)));
    });
    return again;
}

// Parts what was recorded along with an entry: what somebody acted on stays, with what is about it.
void part_along(Book& book, std::vector<Entry> along, Numbers acted_on, Withdrawal& withdrawal) {
    for (Entry& entry : along) {
        const bool stays = acted_on.count(entry.number) > 0 || acted_on.count(entry.about) > 0 ||
                           (has_own_life(entry) && entry.about != 0 && is_found_again(book, book.entry(entry.about)));
        if (stays) {
            acted_on.insert(entry.number);
        }
        (stays ? withdrawal.stays : withdrawal.gone).push_back(std::move(entry));
    }
}

bool is_import(const Entry& entry) {
    return entry.kind == kind::kImport && entry.about == 0;
}

// Of an import all its rows are meant.
std::vector<Later> recorded_upon_import(Book& book, const Entry& import) {
    const EntryNumber last = book.store().head().number;
    return recorded_upon(book, import.number, last, [&](EntryNumber number) {
        const auto entry = number < import.number ? std::nullopt : book.store().entry(number);
        return entry && (number == import.number || entry->batch == import.number);
    });
}

std::vector<Entry> without(const std::vector<Entry>& thread, const Numbers& gone) {
    std::vector<Entry> rest = thread;
    std::erase_if(rest, [&](const Entry& entry) { return gone.count(entry.number) > 0; });
    return rest;
}

// Later steps of the threads of these entries that do not fit without them. Each hangs on the entry itself, unless one
// of those along with it is enough to break it.
std::vector<Later> presupposing(Book& book, const Entry& entry, const std::vector<Entry>& along) {
    Numbers gone{entry.number};
    Numbers threads{as_corrected(book.store(), entry).about};
    for (const Entry& one : along) {
        gone.insert(one.number);
        threads.insert(as_corrected(book.store(), one).about);
    }
    threads.erase(0);
    std::vector<Later> found;
    for (const EntryNumber first : threads) {
        if (gone.count(first) > 0) {
            continue;
        }
        const std::vector<Entry> thread = thread_of(book, first);
        for (Entry& broken : no_longer_fitting(book, thread, without(thread, gone))) {
            Later later{std::move(broken), entry.number};
            for (const Entry& one : along) {
                const auto alone = no_longer_fitting(book, thread, without(thread, {one.number}));
                const bool breaks = std::any_of(alone.begin(), alone.end(),
                                                [&](const Entry& other) { return other.number == later.entry.number; });
                later.target = breaks ? one.number : later.target;
            }
            found.push_back(std::move(later));
        }
    }
    return found;
}

// What ends the shift that the entry began, and what its person took or left in it, but at once.
void add_turns_of_shift(Book& book, const Entry& entry, std::vector<Later>& found) {
    if (!begins_shift(entry)) {
        return;
    }
    EntryQuery shifts;
    shifts.shifts_of = entry.actor;
    shifts.first = entry.number + 1;
    each_amended(book.store(), shifts, [&](const Entry& turn) {
        const bool at_once = changes_posts(turn) && turn.batch == entry.number;
        if (turn.shift == entry.number && is_of_shift(turn) && !at_once) {
            found.push_back({turn, entry.number});
        }
    });
}

// The end of an imported thread hangs on each imported step of it: the table told them together.
void add_imported_end(Book& book, const Entry& entry, std::vector<Later>& found) {
    if (entry.flag != flag::kImported || entry.about == 0) {
        return;
    }
    for (Entry& step : thread_of(book, entry.about)) {
        if (step.number > entry.number && step.flag == flag::kImported && step.closes == entry.about) {
            found.push_back({std::move(step), entry.number});
        }
    }
}

std::vector<Later> recorded_upon(Book& book, const Entry& entry, const std::vector<Entry>& along) {
    Numbers numbers{entry.number};
    for (const Entry& one : along) {
        numbers.insert(one.number);
    }
    std::vector<Later> found = recorded_upon(book, entry.number, *numbers.rbegin(),
                                             [&](EntryNumber number) { return numbers.count(number) > 0; });
    for (const EntryNumber number : numbers) {
        add_moved(book, number, numbers, found);
    }
    add_turns_of_shift(book, entry, found);
    add_imported_end(book, entry, found);
    for (const Later& later : presupposing(book, entry, along)) {
        if (std::none_of(found.begin(), found.end(),
                         [&](const Later& one) { return one.entry.number == later.entry.number; })) {
            found.push_back(later);
        }
    }
    return found;
}

void add(std::vector<Entry>& entries, const std::vector<Entry>& more) {
    for (const Entry& entry : more) {
        if (std::none_of(entries.begin(), entries.end(),
                         [&](const Entry& one) { return one.number == entry.number; })) {
            entries.push_back(entry);
        }
    }
}

}  // namespace

bool has_own_life(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && kind->stays != nullptr;
}

void refuse_withdrawn(Book& book, EntryNumber number) {
    if (const EntryNumber by = book.store().withdrawn_by(number)) {
        throw Refusal{
            say(N_("Entry {0} was withdrawn by entry {1}. If it should count again: onduty correct {0} --restore "
                   "--reason \"...\""),
                number, by)};
    }
}

std::vector<Entry> recorded_along(Book& book, const Entry& entry) {
    std::vector<Entry> along = all_recorded_along(book, entry);
    std::erase_if(along, [&](const Entry& one) { return book.store().withdrawn_by(one.number) != 0; });
    return along;
}

std::vector<Entry> all_recorded_along(Book& book, const Entry& entry) {
    const EntryNumber batch = batch_of(entry);
    Numbers about{entry.number};
    std::vector<Entry> along;
    for (EntryNumber number = entry.number + 1;; ++number) {
        auto next = book.store().entry(number);
        if (!next || next->batch != batch || (entry.number == batch && next->source == source::kImport)) {
            return along;
        }
        if (entry.number == batch || about.count(next->about) > 0) {
            about.insert(number);
            along.push_back(std::move(*next));
        }
    }
}

namespace {

// With everything that hangs on it: a case of a fault that another one found, too, stays with what was done about it.
void keep_what_was_found_again(Book& book, Withdrawal& withdrawal) {
    Numbers gone;
    for (const Entry& entry : withdrawal.gone) {
        gone.insert(entry.number);
    }
    Numbers kept;
    for (auto entry = withdrawal.gone.begin() + 1; entry != withdrawal.gone.end(); ++entry) {
        const bool stays = has_own_life(*entry) && gone.count(entry->about) > 0 &&
                           is_found_again(book, book.entry(entry->about), gone);
        if (stays) {
            add(withdrawal.stays, {*entry});
        }
        if (stays || kept.count(entry->about) > 0) {
            kept.insert(entry->number);
        }
    }
    std::erase_if(withdrawal.gone, [&](const Entry& entry) { return kept.count(entry.number) > 0; });
}

Withdrawal hanging_on(Book& book, const Entry& entry, bool all) {
    Withdrawal withdrawal;
    withdrawal.gone = {entry};
    const std::vector<Entry> along = recorded_along(book, entry);
    Numbers acted_on;
    for (const Later& later :
         is_import(entry) ? recorded_upon_import(book, entry) : recorded_upon(book, entry, along)) {
        const bool upon_itself = is_import(entry) || later.target == entry.number;
        if (upon_itself && has_own_life(later.entry)) {
            add(withdrawal.stays, {later.entry});
        } else if (all) {
            const Withdrawal more = hanging_on(book, later.entry, all);
            add(withdrawal.gone, more.gone);
            add(withdrawal.stays, more.stays);
        } else if (upon_itself) {
            withdrawal.upon.push_back(later.entry);
        } else {
            acted_on.insert(later.target);
        }
    }
    Withdrawal parted;
    if (all) {
        parted.gone = along;
    } else {
        part_along(book, along, std::move(acted_on), parted);
    }
    add(withdrawal.gone, parted.gone);
    add(withdrawal.stays, parted.stays);
    std::sort(withdrawal.gone.begin() + 1, withdrawal.gone.end(),
              [](const Entry& a, const Entry& b) { return a.number < b.number; });
    return withdrawal;
}

}  // namespace

Withdrawal withdrawal_of(Book& book, const Entry& entry, bool all) {
    Withdrawal withdrawal = hanging_on(book, entry, all);
    if (all) {
        keep_what_was_found_again(book, withdrawal);
    }
    return withdrawal;
}

std::string void_command(Book& book, EntryNumber number) {
    const bool all = !withdrawal_of(book, book.entry(number), false).upon.empty();
    return fmt::format("onduty correct {} --void{} --reason \"...\"", number, all ? " --all" : "");
}

Withdrawal withdrawal_of_led(Book& book, const Entry& entry) {
    std::vector<Entry> led = recorded_along(book, entry);
    std::erase_if(led, [&](const Entry& one) { return one.about != entry.number || !has_own_life(one); });
    Numbers acted_on;
    for (const Later& later : recorded_upon(book, entry, led)) {
        acted_on.insert(later.target);
    }
    acted_on.erase(entry.number);
    Withdrawal withdrawal;
    part_along(book, std::move(led), std::move(acted_on), withdrawal);
    return withdrawal;
}

namespace {

// What it says, but for the numbers that its subject counts by: the next one has another.
std::string what_it_says(const Entry& entry) {
    std::string text;
    const auto add = [&](std::string_view part) { text.append(part).push_back('\0'); };
    for (const std::string& part : {entry.subject, entry.rule, entry.result, entry.note}) {
        add(part);
    }
    for (const FieldValue& value : entry.fields) {
        if (!value.sought) {
            add(value.name);
            add(value.number ? std::to_string(*value.number) : value.word);
        }
    }
    for (const PersonalField& personal : personal_of(entry.fields)) {
        add(personal.value);
    }
    return text;
}

bool is_same_file(const Entry& one, const Entry& other) {
    const std::string digest = one.fields.word("digest");
    return !digest.empty() && one.subject == other.subject && digest == other.fields.word("digest");
}

}  // namespace

bool are_of_one_slot(const Entry& one, const Entry& other) {
    return one.slot_at && !one.rule.empty() && other.rule == one.rule && other.slot_at == one.slot_at;
}

EntryNumber recorded_anew(Book& book, const Entry& entry) {
    const bool led = entry.about != 0 && has_own_life(entry);  // an entry leads to one of these
    EntryQuery others;
    others.kind = entry.kind;
    if (led) {
        others.thread_of = entry.about;
    } else if (!is_import(entry)) {
        others.dates = DateRange{entry.business_date, entry.business_date + std::chrono::days{1}};
    }
    EntryNumber found = 0;
    // A file is known by its first row, and may be read in again on any day.
    const auto said_by = [&](const Entry& one) {
        return what_it_says(one) + (is_import(one) ? what_it_says(book.entry(one.number + 1)) : "");
    };
    const std::string said = said_by(entry);
    each_amended(book.store(), others, [&](const Entry& other) {
        const bool same = found == 0 && other.number != entry.number && other.about == entry.about &&
                          (led || are_of_one_slot(entry, other) || (is_import(entry) && is_same_file(entry, other)) ||
                           ((is_import(entry) || other.actor == entry.actor) && said_by(other) == said));
        found = same && stood_apart(book.store(), entry.number, other.number) ? other.number : found;
    });
    return found;
}

}  // namespace onduty
