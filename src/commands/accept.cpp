// SPDX-License-Identifier: MIT
// accept: which claims wait for another's word, and somebody accepts them.

#include <algorithm>
#include <set>

#include "book/kinds.hpp"
#include "book/recording.hpp"
#include "book/rights.hpp"
#include "book/thread.hpp"
#include "print/table.hpp"
#include "rounds/claims.hpp"
#include "rounds/misses.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct AcceptOptions {
    std::vector<std::string> numbers;
};

constexpr std::chrono::days kToTheNextDay{2};

// All that waits since the log began.
std::vector<WaitingOfShift> all_waiting(Book& book) {
    Pass pass{book, dates_before(book, book.today() + kToTheNextDay)};
    return what_waits(pass, pass.get<DaysFold>().rules);
}

Table waiting_table(Book& book, const std::vector<WaitingOfShift>& shifts) {
    Table table{{{"accept", tr("No."), ColumnKind::integer},
                 {"person", tr("Person"), ColumnKind::text},
                 {"entry", tr("Entry"), ColumnKind::integer},
                 {"why", tr("Why"), ColumnKind::word},
                 {"what", tr("What"), ColumnKind::text},
                 {"due", tr("Due"), ColumnKind::code},
                 {"done", tr("Done"), ColumnKind::code},
                 {"typed", tr("Typed"), ColumnKind::code}},
                {}};
    for (const WaitingOfShift& shift : shifts) {
        for (const Waiting& one : shift.all) {
            table.rows.push_back(
                {Cell::of(shift.of), Cell::of(book.name_of("staff", shift.person)), Cell::of(one.entry),
                 one.own_word ? Cell::of("own_word", tr("own word")) : Cell::of("typed_late", tr("typed late")),
                 Cell::of(one.what), Cell::of(date_time_text(book.zone(), one.due)),
                 one.own_word ? Cell{} : Cell::of(date_time_text(book.zone(), one.told)),
                 Cell::of(date_time_text(book.zone(), one.typed))});
        }
    }
    return table;
}

int show_waiting(Context& context) {
    Book book{context, Store::Mode::read};
    const std::vector<WaitingOfShift> waiting = all_waiting(book);
    if (context.options.json) {
        print(waiting_table(book, waiting), Format::json, *context.environment.out);
        return waiting.empty() ? kDone : kFound;
    }
    if (waiting.empty()) {
        context.print(tr("Nothing waits to be accepted."));
        return kDone;
    }
    print(waiting_table(book, waiting), Format::screen, *context.environment.out);
    for (const WaitingOfShift& shift : waiting) {
        context.print(say(N_("{0}. Another accepts it: onduty accept {1}"), waiting_text(book, shift), shift.of));
    }
    return kFound;
}

EntryNumber read_entry(Book& book, const std::string& typed) {
    const auto number = read_number(plain_form(typed));
    if (!number) {
        throw UsageError{
            say(N_("\"{0}\" is not the number of an entry. What waits to be accepted: onduty accept"), typed)};
    }
    return book.entry(*number, typed).number;
}

// What is accepted by this number: all of a shift, or one thing; a point or an item stands for its round or check.
WaitingOfShift meant_by(Book& book, const std::vector<WaitingOfShift>& waiting, EntryNumber number) {
    const Entry entry = book.entry(number);
    for (const WaitingOfShift& shift : waiting) {
        if (shift.of == number) {
            return shift;
        }
        WaitingOfShift some = shift;
        std::erase_if(some.all, [&](const Waiting& one) {
            return one.entry != number && (one.own_word || one.entry != entry.about);
        });
        if (!some.all.empty()) {
            some.of = some.all.front().entry;
            return some;
        }
    }
    throw Refusal{say(N_("Nothing of entry {0} waits to be accepted. What does: onduty accept"), number)};
}

// Who says it: whose deed it was, who walked along, who typed a part of it, who put its time right. Who only signed or
// accepted it is none of them.
std::set<std::string> people_behind(Book& book, const Waiting& waiting) {
    std::set<std::string> people;
    const auto add = [&](const Entry& entry) {
        people.insert(entry.actor);
        people.insert(entry.typed_by.empty() ? entry.actor : entry.typed_by);
    };
    add(book.entry(waiting.entry));
    add(book.entry(waiting.said));
    for (const Entry& step : waiting.own_word ? std::vector<Entry>{} : thread_of(book, waiting.entry)) {
        if (walks_along(step)) {
            people.insert(step.subject);
        }
        if (!is_own_act(step)) {
            add(step);
        }
    }
    return people;
}

// Those who may accept it in their place; while nobody has the right, whoever is in the plan.
std::vector<Word> others_for(Book& book, const std::set<std::string>& behind) {
    std::vector<Word> others =
        is_held(book, Right::accept) ? who_may(book, Right::accept) : book.store().words("staff");
    std::erase_if(others, [&](const Word& one) { return behind.count(one.code) > 0; });
    return others;
}

struct Accepted {
    std::vector<Entry> entries;
    std::vector<Word> others;     // who may accept what is left
    std::set<std::int64_t> left;  // what the person says himself
};

// Nobody accepts his own word, unless nobody else may: then that is marked.
void accept_one(Recording& recording, const Presence& person, const Waiting& one, Accepted& accepted) {
    Book& book = recording.book();
    const std::set<std::string> behind = people_behind(book, one);
    const bool own = behind.count(person.person) > 0;
    const std::vector<Word> others = own ? others_for(book, behind) : std::vector<Word>{};
    if (!others.empty()) {
        accepted.left.insert(one.entry);
        accepted.others = others;
        return;
    }
    if (own) {
        recording.mark(mark::kAlone);
    }
    Entry entry = recording.draft(kind::kAccept, person);
    entry.about = one.entry;
    accepted.entries.push_back(recording.append(entry));
    if (own && is_held(book, Right::accept)) {
        recording.mark(nullptr);
    }
}

int accept_claims(Context& context, const AcceptOptions& options) {
    if (options.numbers.empty()) {
        return show_waiting(context);
    }
    Recording recording{context};
    Book& book = recording.book();
    const Presence person = person_with(recording, Right::accept);
    const std::vector<WaitingOfShift> waiting = all_waiting(book);
    Accepted accepted;
    std::string said;
    for (const std::string& typed : options.numbers) {
        WaitingOfShift meant = meant_by(book, waiting, read_entry(book, typed));
        for (const Waiting& one : meant.all) {
            accept_one(recording, person, one, accepted);
        }
        std::erase_if(meant.all, [&](const Waiting& one) { return accepted.left.count(one.entry) > 0; });
        said += meant.all.empty() ? "" : (said.empty() ? "" : "; ") + waiting_text(book, meant);
    }
    const std::string left = accepted.left.empty()
                                 ? ""
                                 : say(N_("{0} says himself what entries {1} claim: another accepts them."),
                                       book.name_of("staff", person.person), number_list_text(accepted.left)) +
                                       who_may_words(book, accepted.others, is_held(book, Right::accept));
    if (accepted.entries.empty()) {
        throw Refusal{left};
    }
    recording.commit();
    recording.answer_together(accepted.entries, say(N_("Accepted: {0}. What was typed late stays so."), said));
    if (!left.empty()) {
        context.remark(left);
    }
    return kDone;
}

void declare_accept(OptionList& list, AcceptOptions& options) {
    list.word("entries", &options.numbers,
              tr("Number of the entry, or of the one with which the shift began; without one: what waits"));
}

Action setup_accept(OptionList& list) {
    return set_up<declare_accept, accept_claims>(list);
}

}  // namespace

CommandSpec accept_command() {
    return {{}, setup_accept};
}

}  // namespace onduty
