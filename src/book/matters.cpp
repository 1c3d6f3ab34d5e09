// SPDX-License-Identifier: MIT
#include "book/matters.hpp"

#include <algorithm>
#include <utility>

#include "book/amended.hpp"
#include "book/kinds.hpp"
#include "log/changed_fields.hpp"

namespace onduty {

namespace {

EntryQuery steps_of(EntryNumber matter) {
    EntryQuery query;
    query.matter = matter;
    query.first = matter;
    return query;
}

// What a correction or withdrawal opens or closes counts as that did which it amends in the end, whenever it was made.
bool is_open_until(Book& book, EntryNumber matter, EntryNumber last) {
    const EntryQuery query = steps_of(matter);
    const Amendments amendments = amendments_for(book.store(), query);
    std::vector<Entry> steps = book.store().entries(query);
    std::erase_if(steps, [&](const Entry& step) { return amended_in_the_end(book.store(), step).number > last; });
    return is_open_after(matter, steps, amendments);
}

const Kind* kind_of(Book& book, EntryNumber number) {
    const auto entry = number > 0 ? book.store().entry(number) : std::nullopt;
    return entry ? kind_named(entry->kind) : nullptr;
}

bool is_closed_in_parts(const Kind* kind) {
    return kind != nullptr && kind->still_open != nullptr;
}

void add_compared(Book& book, const Entry& entry, std::set<EntryNumber>& matters) {
    for (const Subject* subject : subjects()) {
        if (subject->compared != nullptr) {
            for (const EntryNumber matter : subject->compared(book, entry)) {
                matters.insert(matter);
            }
        }
    }
}

// What it amends, or what that amends: a withdrawal gives back what was.
EntryNumber amended_by(const Entry& entry) {
    return entry.amends < entry.number || entry.number == 0 ? entry.amends : 0;
}

void add_compared_with(Book& book, const Entry& draft, std::set<EntryNumber>& matters) {
    if (draft.amends == 0) {
        add_compared(book, draft, matters);
    }
    for (EntryNumber number = draft.amends; number != 0;) {
        const Entry entry = as_corrected(book.store(), book.entry(number));
        add_compared(book, entry, matters);
        number = amended_by(entry);
    }
}

// With these, those that the entry has to do with, and what it gives back when it withdraws a withdrawal.
std::set<EntryNumber> matters_touched(Book& book, EntryNumber number, std::set<EntryNumber> touched) {
    while (number != 0) {
        const Entry entry = book.entry(number);
        const std::vector<EntryNumber> stepped = stepped_by(entry);
        touched.insert(stepped.begin(), stepped.end());
        if (entry.amends == 0 && is_closed_in_parts(kind_of(book, entry.about))) {
            touched.insert(entry.about);
        }
        if (is_closed_in_parts(kind_named(entry.kind))) {  // another correction may have opened it
            touched.insert(number);
        }
        number = amended_by(entry);
    }
    touched.erase(0);
    // What was closed by one that counts no more hangs on who closed that: the wait for a drill on the drill after
    // next.
    for (const EntryNumber first : std::set<EntryNumber>{touched}) {
        for (EntryNumber matter = first; matter != 0 && book.store().withdrawn_by(matter) != 0;) {
            matter = book.entry(matter).closes;
            touched.insert(matter);
        }
    }
    touched.erase(0);
    return touched;
}

// Whether one that closed it and opened the next of its kind was withdrawn, and somebody closed that next one.
bool is_closed_after_next(Book& book, EntryNumber matter) {
    EntryQuery steps;
    steps.matter = matter;
    steps.first = matter + 1;
    for (const Entry& step : book.store().entries(steps)) {
        if (step.closes != matter || step.opens != step.number || book.store().withdrawn_by(step.number) == 0) {
            continue;
        }
        EntryQuery next;
        next.matter = step.number;
        next.first = step.number + 1;
        bool closed = is_closed_after_next(book, step.number);
        each_amended(book.store(), next, [&](const Entry& later) { closed = closed || later.closes == step.number; });
        if (closed) {
            return true;
        }
    }
    return false;
}

// How a matter stands by the log.
struct Standing {
    bool open = false;
    std::int64_t pieces = 0;  // that are out

    bool operator==(const Standing&) const = default;
};

Standing standing_of(Book& book, EntryNumber matter) {
    const Kind* kind = kind_of(book, matter);
    Standing standing;
    standing.open =
        book.store().withdrawn_by(matter) == 0 &&
        (is_closed_in_parts(kind) ? kind->still_open(book, matter, kLastEntry)
                                  : is_open_until(book, matter, kLastEntry) && !is_closed_after_next(book, matter));
    if (standing.open) {
        EntryQuery thread;
        thread.thread_of = matter;
        each_amended(book.store(), thread, [&](const Entry& step) {
            // A loan to a visit is about the visit, its pieces are its own.
            if (step.opens == matter || step.closes == matter) {
                standing.pieces += step.fields.number(kPiecesOut);
            }
        });
    }
    return standing;
}

using Standings = std::map<EntryNumber, Standing>;

// Lets `look` see the log with the draft.
void suppose(Book& book, Entry draft, const std::function<void()>& look) {
    complete_header(draft);
    book.store().suppose(draft, look);
}

// Puts one into the column while that is free, else with those that go beside it.
void put(EntryNumber matter, EntryNumber& column, std::vector<EntryNumber>& beside) {
    if (column == 0) {
        column = matter;
    } else if (column != matter) {
        beside.push_back(matter);
    }
}

// Makes the entry open and close what stands otherwise with it than before.
void settle(Book& book, Entry& entry, const Standings& with) {
    const OpenMatters open = book.store().open_matters();
    const PiecesOut out = book.store().lent();
    std::vector<EntryNumber> opens_too;
    std::vector<EntryNumber> closes_too;
    for (const auto& [matter, standing] : with) {
        const bool is_open = open.count(matter) > 0;
        const auto found = is_open ? out.find(matter) : out.end();
        const std::int64_t pieces = standing.pieces - (found == out.end() ? 0 : found->second);
        if (is_open && !standing.open) {
            put(matter, entry.closes, closes_too);
        } else if (standing.open && (!is_open || pieces != 0)) {
            if (pieces != 0) {  // the column is for that one
                entry.fields.add(kPiecesOut, pieces);
                opens_too.push_back(std::exchange(entry.opens, 0));
            }
            put(matter, entry.opens, opens_too);
        }
    }
    std::erase(opens_too, EntryNumber{0});
    entry.fields.add_code(kOpensToo, text_of(opens_too));
    entry.fields.add_code(kClosesToo, text_of(closes_too));
}

// What is closed in parts may stand otherwise with other numbers: the entry itself, and what it is a part of.
std::set<EntryNumber> matters_counted_anew(Book& book, const Entry& correction, std::set<EntryNumber> touched) {
    touched.insert(correction.amends);
    touched = matters_touched(book, correction.amends, std::move(touched));
    std::erase_if(touched, [&](EntryNumber matter) { return !is_closed_in_parts(kind_of(book, matter)); });
    return touched;
}

std::set<EntryNumber> matters_that_turn(Book& book, const Entry& draft, const std::set<EntryNumber>& compared) {
    return draft.kind == kind::kVoid ? matters_touched(book, draft.amends, compared)
           : says_change(draft)      ? matters_counted_anew(book, draft, compared)
                                     : compared;
}

}  // namespace

std::set<EntryNumber> settle_matters(Book& book, Entry& draft) {
    std::set<EntryNumber> compared;
    add_compared_with(book, draft, compared);
    if (draft.amends == 0 && compared.empty()) {
        return compared;
    }
    Standings with;
    suppose(book, draft, [&] {
        if (draft.amends != 0) {
            add_compared_with(book, draft, compared);
        }
        for (const EntryNumber matter : matters_that_turn(book, draft, compared)) {
            with[matter] = standing_of(book, matter);
        }
    });
    // What was about an entry need not have been a part of a matter, nor that entry one.
    std::erase_if(with, [&](const auto& one) {
        return is_closed_in_parts(kind_of(book, one.first)) && standing_of(book, one.first) == one.second;
    });
    settle(book, draft, with);
    return compared;
}

std::string compared_anew(Book& book, EntryNumber matter) {
    std::string words;
    for (const Subject* subject : subjects()) {
        words += subject->compared_anew == nullptr ? "" : subject->compared_anew(book, matter);
    }
    return words;
}

bool was_open(Book& book, EntryNumber matter, EntryNumber last) {
    const Kind* kind = kind_of(book, matter);
    if (!is_closed_in_parts(kind)) {
        return is_open_until(book, matter, last);
    }
    const std::vector<Entry> steps = book.store().entries(steps_of(matter));
    // What never opened was none: a count without a difference, linen that came back.
    const bool ever = std::any_of(steps.begin(), steps.end(), [&](const Entry& step) { return step.opens == matter; });
    return ever && book.store().withdrawn_by(matter) == 0 && kind->still_open(book, matter, last);
}

}  // namespace onduty
