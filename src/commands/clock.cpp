// SPDX-License-Identifier: MIT
// clock: which entries did a wrong clock put in doubt, and what does somebody say that it was?

#include <algorithm>
#include <limits>
#include <map>

#include "book/amended.hpp"
#include "book/amended_count.hpp"
#include "book/amending.hpp"
#include "book/clocks.hpp"
#include "book/plan_rows.hpp"
#include "book/rights.hpp"
#include "book/time_along.hpp"
#include "commands/clock_ranges.hpp"
#include "commands/withdraw.hpp"
#include "log/corrections.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/clock.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

struct ClockOptions {
    std::string entries;
    std::string was;
};

// Of parts that follow each other in one start of the machine: by how much its clock jumped between them, by its other
// clock that nobody sets.
std::optional<std::chrono::milliseconds> known_step(Book& book, EntryNumber second) {
    const Entry before = book.entry(second - 1);
    const Entry after = book.entry(second);
    return !after.boot_id.empty() && after.boot_id == before.boot_id ? after.clock_step : std::nullopt;
}

// What each part says, and what to type if it is the one with the wrong clock.
void print_doubt(Book& book, const ClockReading& clocks, const ClockDoubt& doubt) {
    const Context& context = book.context();
    const Zone& zone = book.zone();
    if (doubt.between.from < doubt.between.until) {
        context.print(doubt.between.until == Instant::max()
                          ? say(N_("What was due from {0} on is in doubt, neither on time nor missed."),
                                date_time_text(zone, doubt.between.from))
                          : say(N_("What was due from {0} to {1} is in doubt, neither on time nor missed."),
                                date_time_text(zone, doubt.between.from), date_time_text(zone, doubt.between.until)));
    }
    auto parts = clocks.parts_of(doubt);
    parts.front().first = begin_of_its_work(book, clocks, parts.front().first);
    parts.back().second = end_of_its_work(book, clocks, parts.back());
    const auto step = parts.size() == 2 ? known_step(book, parts.back().first) : std::nullopt;
    for (const auto& [first, last] : parts) {
        const std::string from = date_time_text(zone, clocks.read(first));
        context.print("  " + (first == last
                                  ? say(N_("#{0} was recorded at {1} by its clock."), first, from)
                                  : say(N_("{0} were recorded from {1} to {2} by their clock."),
                                        entries_text(first, last), from, date_time_text(zone, clocks.read(last)))));
        if (step) {
            const bool front = first == parts.front().first;
            context.print("    " +
                          say(N_("If that was wrong: {0}"),
                              clock_command(book, {first, last}, clocks.read(first) + (front ? *step : -*step))));
        }
    }
    if (!step) {
        context.print("  " + say(N_("Somebody who knows which of them was wrong says when the first of its entries "
                                    "really was. How: onduty clock --help")));
    }
}

// What was told ahead of its clock, and what to type for either of the two.
void print_ahead(Book& book, EntryNumber first, EntryNumber last) {
    const Zone& zone = book.zone();
    const Entry entry = as_corrected(book.store(), book.entry(first));
    book.context().print("  " + say(N_("#{0} was recorded at {1} by its clock, and told of {2}."), first,
                                    date_time_text(zone, entry.recorded_at), date_time_text(zone, entry.told_at())));
    book.context().print("    " +
                         say(N_("If the clock was wrong: {0}"), clock_command(book, {first, last}, entry.told_at())));
    book.context().print("    " + say(N_("If it was typed wrongly: {0}"),
                                      say("onduty correct {0} --time TIME --reason \"...\"", first)));
}

Table doubts_table(Book& book, const std::vector<ClockDoubt>& doubts) {
    Table table{{{"first", "", ColumnKind::integer},
                 {"last", "", ColumnKind::integer},
                 {"from", "", ColumnKind::code},
                 {"until", "", ColumnKind::code}},
                {}};
    for (const ClockDoubt& doubt : doubts) {
        table.rows.push_back(
            {Cell::of(doubt.first), Cell::of(doubt.last), Cell::of(date_time_text(book.zone(), doubt.between.from)),
             doubt.between.until == Instant::max() ? Cell{}
                                                   : Cell::of(date_time_text(book.zone(), doubt.between.until))});
    }
    return table;
}

int show_doubts(Context& context) {
    Book book{context, Store::Mode::read};
    const ClockReading clocks = clock_reading(book.store());
    const std::vector<ClockDoubt> doubts = clocks.doubts();
    const auto ahead = told_ahead(book.store(), book.grace());
    const int code = doubts.empty() && ahead.empty() ? kDone : kFound;
    if (context.options.json) {
        std::vector<ClockDoubt> all = doubts;
        for (const auto& [first, last] : ahead) {
            const Entry entry = as_corrected(book.store(), book.entry(first));
            all.push_back({first, last, {entry.recorded_at, entry.told_at()}});
        }
        print(doubts_table(book, all), Format::json, *context.environment.out);
        return code;
    }
    for (const ClockDoubt& doubt : doubts) {
        print_doubt(book, clocks, doubt);
    }
    for (const auto& [first, last] : ahead) {
        print_ahead(book, first, last);
    }
    if (code == kDone) {
        context.print(tr("No clock is in doubt."));
    }
    for (const DeclaredClock& clock : declared_clocks(book.store())) {
        context.print(say(N_("Entry {0} declares the clock of {1}: {2}."), clock.number,
                          entries_text(clock.first, clock.last), minutes_text(clock.add)));
    }
    return code;
}

// "3", "3-9".
std::pair<EntryNumber, EntryNumber> read_entries(Book& book, const std::string& typed) {
    const std::string plain = plain_form(typed);
    const std::size_t dash = plain.find('-');
    const auto first = read_number(plain.substr(0, dash));
    const auto last = dash == std::string::npos ? first : read_number(plain.substr(dash + 1));
    if (!first || !last || *first < 1 || *last < *first) {
        throw UsageError{say(N_("\"{0}\" names no entries. Write the first and the last one: 3-9. The numbers show in: "
                                "onduty log"),
                             typed)};
    }
    book.entry(*last, typed);
    return {*first, *last};
}

// With the closing of days in front of it, which the same command recorded by the same clock.
EntryNumber with_its_closing(Book& book, EntryNumber first) {
    const Instant recorded = book.store().recorded_at(first);
    while (first > 1 && book.store().recorded_at(first - 1) == recorded &&
           book.entry(first - 1).kind == kind::kDayClosed) {
        --first;
    }
    return first;
}

// Those behind that, in the log as it stands, which were recorded earlier than something in front of them: they went
// with the shift that was open, and may count for another date once the clock in front of them is declared.
std::vector<EntryNumber> behind_after(Store& store, EntryNumber last) {
    const ClockReading clocks = clock_reading(store);
    std::vector<EntryNumber> behind;
    EntryQuery query;
    query.first = last + 1;
    query.all_batches = true;
    store.each(query, [&](const Entry& entry) {
        if (entry.amends == 0 && entry.actor != "-" && clocks.is_behind(entry.number)) {
            behind.push_back(entry.number);
        }
    });
    return behind;
}

struct Moved {
    Entry original;
    std::optional<Instant> due;
};

// A time that was told without its date moves along; one with its date stands, and so does one that came from another
// register. One that was put right stands while that holds, and what was told at first counts again behind it.
void correct_clock(Recording& recording, const Presence& person, const Entry& original, Minutes add) {
    const Instant recorded = original.recorded_at + add;
    std::optional<Instant> told;
    if (original.happened_at && !original.told_dated && original.source != source::kImport) {
        told = *original.happened_at + add;
    }
    const Minutes grace = recording.book().grace();
    // What else it tells of moves along, and is as late as before.
    const bool late_otherwise = original.late && !is_late(original.recorded_at, original.happened_at, grace);
    const bool late = late_otherwise || is_late(recorded, told ? told : original.happened_at, grace);
    append_clock_correction(recording, person, original, recorded, told, late);
}

// A correction or withdrawal was made by that clock, too, and a time that it gave is as late as that says.
void correct_clock_of_amendment(Recording& recording, const Presence& person, const Entry& amending, Minutes add) {
    const Instant recorded = amending.recorded_at + add;
    const bool of_time = amending.kind == kind::kCorrection && amending.subject == field::kTime;
    const bool late = of_time ? is_late(recorded, time_given(amending), recording.book().grace()) : amending.late;
    append_clock_correction(recording, person, amending, recorded, std::nullopt, late);
}

// From the begin of a shift to the next one of the same person, by their numbers.
struct OfShift {
    Entry begin;
    EntryNumber until = std::numeric_limits<EntryNumber>::max();  // not included
};

// The shift that an entry began or ended.
std::optional<OfShift> shift_with(Store& store, const Entry& turn) {
    EntryQuery turns;
    turns.shifts_of = turn.actor;
    std::optional<OfShift> found;
    store.each(turns, [&](const Entry& one) {
        if (!begins_shift(one)) {
            return;
        }
        if (one.number <= turn.number) {
            found = OfShift{one};
        } else if (found && found->until > one.number) {
            found->until = one.number;
        }
    });
    return found;
}

// The entries from the first to the last, and what was recorded in a shift that one of them began or ended: it may
// belong to that only now, or no more. Begins come first.
std::vector<Entry> entries_with_shifts(Store& store, const std::vector<Moved>& moved) {
    std::map<EntryNumber, Entry> begins;
    std::map<EntryNumber, Entry> others;
    for (const auto& [entry, due] : moved) {
        (begins_shift(entry) ? begins : others).emplace(entry.number, entry);
        const bool turns = is_of_shift(entry);
        const auto shift = turns ? shift_with(store, entry) : std::nullopt;
        if (!shift) {
            continue;
        }
        EntryQuery query;
        query.actor = entry.actor;
        query.first = shift->begin.number + 1;
        query.before = shift->until;
        store.each(query, [&](const Entry& one) {
            if (one.amends == 0) {
                others.emplace(one.number, one);
            }
        });
    }
    std::vector<Entry> all;
    for (const auto& some : {begins, others}) {
        for (const auto& [number, entry] : some) {
            all.push_back(entry);
        }
    }
    return all;
}

// What stands in a wrong order now at either end of what was declared, with what declares all that `likely` was
// recorded by the same clock; "" for nothing. `clock` declares it; `behind`: what stood so before.
std::string cut_words(Book& book, const DeclaredClock& clock, EntryRange likely,
                      const std::vector<EntryNumber>& behind) {
    const ClockReading clocks = clock_reading(book.store());
    const auto is_behind_now = [&](EntryNumber number) {
        return clocks.is_behind(number) && std::find(behind.begin(), behind.end(), number) == behind.end();
    };
    const EntryNumber first = clock.first;
    const EntryNumber last = clock.last;
    const bool in_front = likely.first < first && clocks.read(first) + kSameTime <= clocks.read(first - 1);
    // What stood so before, and is settled with this, is told where the same clock most likely wrote it.
    const bool after =
        last + 1 < clock.number && (is_behind_now(last + 1) || (clocks.is_behind(last + 1) && likely.second > last));
    if (!in_front && !after) {
        return {};
    }
    for (EntryNumber number = last + 1;
         after && number < clock.number && number <= likely.second + 1 && is_behind_now(number); ++number) {
        likely.second = std::max(likely.second, number);
    }
    const EntryRange all{in_front ? likely.first : first, after ? likely.second : last};
    return say(N_("#{0} stands before #{1} now. If the same clock wrote it: {2}"), in_front ? first : last + 1,
               in_front ? first - 1 : last, clock_command(book, all, book.store().recorded_at(all.first) + clock.add));
}

int declare_clock(Context& context, const ClockOptions& options) {
    if (options.was.empty()) {
        throw UsageError{
            say(N_("When was entry {0} really recorded? Add --was TIME; its clock is read with that, and so "
                   "are those up to the last."),
                plain_form(options.entries))};
    }
    if (!is_reason(context.options.reason)) {
        throw UsageError{say(N_("How do you know? Add --reason \"...\", four letters or more."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    const auto [named, last] = read_entries(book, options.entries);
    const EntryNumber first = with_its_closing(book, named);
    const std::vector<EntryNumber> behind = behind_after(book.store(), last);
    const ClockReading before = clock_reading(book.store());
    const EntryRange likely{begin_of_its_work(book, before, first), end_of_its_work(book, before, {first, last})};
    const Instant was = read_time(options.was, book.zone(), book.now());
    if (was > book.now() + kAheadAllowed && !newest_behind(book.store(), book.now())) {
        throw UsageError{
            say(N_("{0} lies ahead. When was entry {1} really recorded?"), full_text(book.zone(), was), first)};
    }
    const Minutes add = std::chrono::floor<Minutes>(was.time_since_epoch()) -
                        std::chrono::floor<Minutes>(book.entry(first).recorded_at.time_since_epoch());
    const Presence person = person_with(recording, Right::clock);
    Entry clock = recording.draft(kind::kClock, person);
    clock.fields.add("first", first);
    clock.fields.add("last", last);
    clock.fields.add("add", add.count());
    const Entry declared = recording.append(clock);
    recording.follow(declared);
    date_versions(book);
    std::vector<Moved> moved;
    std::vector<Entry> amending;
    EntryQuery concerned;
    concerned.first = first;
    concerned.before = last + 1;
    concerned.all_batches = true;
    book.store().each(concerned, [&](const Entry& entry) {
        if (entry.amends == 0) {
            moved.push_back({entry, due_by_itself(book, entry)});
        } else if (!follows_by_itself(entry)) {
            amending.push_back(entry);
        }
    });
    for (Moved& one : moved) {
        one.original = book.entry(one.original.number);  // with how its time was told, which queries leave out
    }
    for (const Moved& one : moved) {
        correct_clock(recording, person, one.original, add);
    }
    for (const Entry& one : amending) {
        correct_clock_of_amendment(recording, person, book.entry(one.number), add);
    }
    std::vector<Entry> now;
    std::size_t days = 0;
    for (const Moved& one : moved) {
        correct_due_along(recording, person, one.original, one.due);
        now.push_back(as_corrected(book.store(), one.original));
    }
    for (const Entry& one : entries_with_shifts(book.store(), moved)) {
        days += correct_shift_by_clock(recording, person, one).empty() ? 0U : 1U;
    }
    const ClockReading clocks = clock_reading(book.store());
    for (const EntryNumber number : behind) {
        const bool settled = !clocks.is_behind(number);
        days += settled && !correct_shift_by_clock(recording, person, book.entry(number)).empty() ? 1U : 0U;
    }
    std::vector<std::string> remarks;
    put_right(recording, person, now, {}, remarks);
    std::string said = say(N_("Clock of {0}: {1}. #{2} was recorded at {3}."), entries_text(first, last),
                           minutes_text(add), first, full_text(book.zone(), was));
    said += days == 0 ? "" : " " + say(N_("Entries that count for another date now: {0}."), days);
    const int code = recording.finish(declared, said);
    for (const std::string& remark : remarks) {
        context.remark(remark);
    }
    if (const std::string cut = cut_words(book, declared_by(declared), likely, behind); !cut.empty()) {
        context.remark(cut);
    }
    if (!clock_reading(book.store()).doubts().empty()) {
        context.remark(tr("Something is still in doubt: onduty clock"));
    }
    return code;
}

int run_clock(Context& context, const ClockOptions& options) {
    if (options.entries.empty() && !options.was.empty()) {
        throw UsageError{
            say(N_("Of which entries was the clock wrong? Write the first and the last one: onduty clock 3-9"))};
    }
    return options.entries.empty() ? show_doubts(context) : declare_clock(context, options);
}

Action setup_clock(OptionList& list) {
    auto options = std::make_shared<ClockOptions>();
    list.word("entries", &options->entries, tr("First and last entry that were recorded by the wrong clock: 3-9"));
    list.option("--was", &options->was, "TIME", tr("When the first of them really was recorded"));
    return [options](Context& context) { return run_clock(context, *options); };
}

}  // namespace

CommandSpec clock_command() {
    return {{}, setup_clock};
}

}  // namespace onduty
