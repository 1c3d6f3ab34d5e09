// SPDX-License-Identifier: MIT
#include "commands/withdraw.hpp"

#include <algorithm>

#include "book/amend_right.hpp"
#include "book/amended.hpp"
#include "book/amending.hpp"
#include "book/clocks.hpp"
#include "book/kinds.hpp"
#include "book/numbered_word.hpp"
#include "book/plan_rows.hpp"
#include "book/round_end.hpp"
#include "book/teller.hpp"
#include "book/thread.hpp"
#include "book/times_before.hpp"
#include "book/withdrawal.hpp"
#include "commands/withdrawn_together.hpp"
#include "log/changed_fields.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// More lines are told by their number.
constexpr std::size_t kMostLines = 8;

bool can_be_withdrawn(const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && kind->withdrawn;
}

// `one` is `entry` itself, or what goes along with it.
void check_can_go(Recording& recording, const Entry& entry, const Entry& one) {
    if (!can_be_withdrawn(one)) {
        Teller teller{recording.book()};
        throw Refusal{one.number == entry.number
                          ? say(N_("Entry {0} is of a kind that cannot be corrected."), one.number)
                          : say(N_("Entry {0} cannot be withdrawn here: on it hangs what a newer program recorded, "
                                   "{1}. See: onduty log {2}"),
                                entry.number, entry_told(teller, one), one.number)};
    }
    if (one.number == entry.number && ends_whole_shift(one)) {
        throw Refusal{say(N_("Entry {0} was recorded with entry {1}, a whole shift, which is withdrawn together: {2}"),
                          one.number, one.shift, void_command(recording.book(), one.shift))};
    }
    for (const Presence& presence : recording.store().on_duty()) {
        if (presence.round == one.number) {
            throw Refusal{say(N_("The round of entry {0} is open. First: {1}"), one.number,
                              end_of_round(recording.book(), presence))};
        }
        if (presence.shift == one.number && presence.round != 0) {
            throw Refusal{say(N_("The shift of entry {0} goes on, and in it the round of entry {1}. First: {2}"),
                              one.number, presence.round, end_of_round(recording.book(), presence))};
        }
        if (presence.shift == one.number) {
            throw Refusal{say(N_("The shift of entry {0} goes on. First: onduty checkin out {1}"), one.number,
                              person_typed(recording.book(), presence.person))};
        }
    }
}

Refusal refused_alone(Book& book, const Entry& entry, const std::vector<Entry>& upon) {
    Teller teller{book};
    std::string list;
    for (std::size_t i = 0; i < std::min(upon.size(), kMostLines); ++i) {
        list += "\n  " + entry_told(teller, upon[i]);
    }
    list += upon.size() > kMostLines ? "\n  " + say(N_("and {0} more"), upon.size() - kMostLines) : "";
    return Refusal{
        say(N_("On entry {0} hangs what was recorded later. Correct it, or withdraw all of it together: onduty "
               "correct {0} --void --all --reason \"...\"{1}"),
            entry.number, list)};
}

InTheWay in_its_place(Book& book, EntryNumber number) {
    return {book, number, [number](const std::string& command) {
                return say(N_("Entry {0} was recorded in its place. If that one is wrong, first: {1}"), number,
                           command);
            }};
}

std::string withdrawn_too(EntryNumber number, EntryNumber missing) {
    return say(N_("Entry {0} belongs to entry {1}, which was withdrawn, too. First: onduty correct {1} --restore "
                  "--reason \"...\""),
               number, missing);
}

// What is given back must fit what happened since.
void check_fits(Book& book, const Entry& withdrawal, const Entry& entry, const std::vector<Entry>& together) {
    const bool together_with =
        std::any_of(together.begin(), together.end(), [&](const Entry& other) { return other.amends == entry.about; });
    const Kind* kind = kind_named(entry.kind);
    // A correction of what was withdrawn rests with that, given back or not.
    const bool upon_about = entry.about != 0 && entry.amends == 0 && is_upon_about(entry) && !has_own_life(entry);
    if (upon_about && !together_with && book.store().withdrawn_by(entry.about) != 0) {
        throw Refusal{withdrawn_too(entry.number, entry.about)};
    }
    const EntryNumber matter = withdrawal.opens;
    const bool repeats = kind != nullptr && kind->repeats;
    if (repeats || matter == 0 || matter != entry.closes || book.store().open_matters().count(matter) > 0) {
        return;
    }
    EntryQuery query;
    query.matter = matter;
    query.first = matter;
    EntryNumber closer = 0;
    book.store().each(query, [&](const Entry& other) {
        const bool closes = other.closes == matter && other.amends == 0 && other.number != entry.number &&
                            book.store().withdrawn_by(other.number) == 0;
        closer = closes && stood_apart(book.store(), entry.number, other.number) ? other.number : closer;
    });
    if (closer != 0) {
        throw in_its_place(book, closer);
    }
}

// After something was given back: what was recorded in its place, and what it follows itself.
void check_still_fits(Book& book, const ThreadsBefore& threads, const std::vector<Entry>& given_back) {
    for (const Entry& broken : threads.no_longer_fitting()) {
        if (!is_among(broken, given_back)) {
            throw in_its_place(book, broken.number);
        }
        const EntryNumber missing = withdrawn_before(book, broken);
        if (const EntryNumber there = missing == 0 ? step_in_place_of(book, broken) : 0) {
            throw in_its_place(book, there);
        }
        throw Refusal{missing == 0 ? say(N_("Entry {0} does not fit any more what it was recorded upon, entry {1}."),
                                         broken.number, broken.about)
                                   : withdrawn_too(broken.number, missing)};
    }
}

// What was typed anew after it had been withdrawn and now counts twice. A file or a customer, or what happened at the
// same minute, is the same for certain; two fridge readings, or two complaints of long waiting, may both be right.
void ask_what_is_there_twice(Book& book, const Entry& entry, std::vector<std::string>& remarks) {
    const EntryNumber again = recorded_anew(book, entry);
    if (again == 0) {
        return;
    }
    const Entry other = book.entry(again);
    const Kind* kind = kind_named(entry.kind);
    const bool repeats = kind != nullptr && kind->repeats;
    if ((has_own_life(entry) && !repeats) || entry.kind == kind::kImport || other.told_at() == entry.told_at() ||
        are_of_one_slot(entry, other)) {
        throw in_its_place(book, again);
    }
    // Another round, or a tick, of another slot is another deed.
    if (kind != nullptr && (kind->deed.family != nullptr || (kind->traits & trait::kBeginsRound) != 0)) {
        return;
    }
    remarks.push_back(say(N_("Entry {1} says the same as entry {0}, both count now. If it is the same: {2}"),
                          entry.number, again, void_command(book, again)));
}

// Of what is withdrawn together each once.
void ask_what_is_in_doubt(Book& book, const std::vector<Entry>& entries, std::vector<std::string>& remarks) {
    for (const Entry& one : entries) {
        const Entry entry = says_change(one) ? as_corrected(book.store(), book.entry(one.amends)) : one;
        const Kind* kind = kind_named(entry.kind);
        const std::string doubt = kind == nullptr || kind->doubt == nullptr ? "" : kind->doubt(book, entry);
        if (!doubt.empty() && std::find(remarks.begin(), remarks.end(), doubt) == remarks.end()) {
            remarks.push_back(doubt);
        }
    }
}

// What these corrected: it has the time of before, or of then, again.
std::vector<Entry> corrected_by(Book& book, const std::vector<Entry>& changed) {
    std::vector<Entry> corrected;
    for (const Entry& one : changed) {
        if (one.kind == kind::kCorrection) {
            corrected.push_back(book.entry(one.amends));
        }
    }
    return corrected;
}

// Of those, with the values that they have again.
std::vector<Entry> with_other_values(Book& book, const std::vector<Entry>& changed) {
    std::vector<Entry> of_fields = changed;
    std::erase_if(of_fields, [](const Entry& one) { return !says_change(one); });
    std::vector<Entry> entries = corrected_by(book, of_fields);
    // They may be about another entry now.
    for (std::size_t i = 0, count = entries.size(); i < count; ++i) {
        entries.push_back(as_corrected(book.store(), entries[i]));
    }
    return entries;
}

// Others got another time while these rested.
OrderBefore order_when_withdrawn(Book& book, const std::vector<Entry>& withdrawals) {
    OrderBefore order{book, {}};
    for (const Entry& one : withdrawals) {
        if (is_withdrawal(one)) {
            order.add_given_back(book.entry(one.amends), one.number);
        }
    }
    return order;
}

void check_given_back_in_order(const OrderBefore& order) {
    try {
        order.check();
    } catch (const Refusal& refusal) {
        throw Refusal{
            std::string{refusal.what()} + "\n" +
            tr("It cannot be given back with the time that it has. Type it again with the right one: --at TIME")};
    }
}

}  // namespace

Entry withdrawal_meant(Book& book, EntryNumber number) {
    const EntryNumber by = book.store().withdrawn_by(number);
    Entry meant = book.entry(by == 0 ? number : by);
    if (by == 0 && !is_withdrawal(meant)) {
        throw Refusal{say(N_("Entry {0} counts; nothing is to be given back."), number)};
    }
    return meant;
}

void refuse_broken(Book& book, const ThreadsBefore& threads) {
    const std::vector<Entry> broken = threads.no_longer_fitting();
    if (broken.empty()) {
        return;
    }
    // The last of them first: the others hang on it.
    throw InTheWay{book, broken.back().number, [number = broken.back().number](const std::string& command) {
                       return say(
                           N_("Entry {0} would not fit any more what it was recorded upon. Look: onduty log {0}\n"
                              "If it is to go, first: {1}"),
                           number, command);
                   }};
}

void put_right(Recording& recording, const Presence& person, const std::vector<Entry>& changed,
               const std::vector<Entry>& was, std::vector<std::string>& remarks) {
    Store& store = recording.store();
    std::vector<Entry> meant;
    for (const Entry& entry : changed) {
        const EntryNumber number = entry.kind == kind::kCorrection ? entry.amends : entry.number;
        meant.push_back(as_corrected(store, recording.book().entry(number)));
    }
    for (const Entry& before : was) {
        const bool stays = std::any_of(meant.begin(), meant.end(), [&](const Entry& one) {
            return one.number == before.number && one.about == before.about;
        });
        if (!stays) {
            meant.push_back(before);
        }
    }
    for (const Subject* subject : subjects()) {
        const std::string said = subject->put_right == nullptr ? "" : subject->put_right(recording, person, meant);
        if (!said.empty()) {
            remarks.push_back(said);
        }
    }
}

namespace {

// What was withdrawn, before it is committed.
struct Withdrawn {
    Withdrawal withdrawal;
    std::vector<Entry> changed;  // what each of them withdrew, where it is a withdrawal itself
    Entry first;                 // of the withdrawals
    OpenMatters open;            // before
    std::vector<std::string> remarks;
};

// Throws Refusal for what cannot be. `alone`: it was typed to go without what hangs on it.
Withdrawn append_all(Recording& recording, const Presence& person, Withdrawal withdrawal, bool alone) {
    Book& book = recording.book();
    Withdrawn done;
    std::vector<Entry>& changed = done.changed;
    if (!is_withdrawal(withdrawal.gone.front())) {
        check_may_take_along(recording, person.person, withdrawal.gone.front(), withdrawal.gone, alone);
    }
    for (const Entry& one : withdrawal.gone) {
        changed.push_back(is_withdrawal(one) ? book.entry(one.amends) : one);
        check_can_go(recording, changed.front(), changed.back());
        if (is_withdrawal(one)) {
            check_fits(book, one, changed.back(), withdrawal.gone);
        }
    }
    const ThreadsBefore threads{book, changed};
    const std::vector<Entry> was = with_other_values(book, changed);
    const ThreadsBefore of_values{book, was, steps_by_index};
    // What a clock is said to have been is not refused, nor its withdrawal, whatever order comes of it.
    const bool of_clock =
        std::any_of(changed.begin(), changed.end(), [](const Entry& one) { return one.kind == kind::kClock; });
    const TimesBefore times =
        of_clock ? TimesBefore{book, {}} : TimesBefore{book, corrected_by(book, changed), changed};
    const OrderBefore order = order_when_withdrawn(book, of_clock ? std::vector<Entry>{} : withdrawal.gone);
    done.open = book.store().open_matters();
    for (const Entry& one : withdrawal.gone) {
        const Entry stored = append_withdrawal(recording, person, one);
        if (done.first.number == 0) {
            done.first = stored;
            recording.follow(stored);
        }
    }
    if (of_clock) {
        date_versions(book);
    }
    times.check();
    check_given_back_in_order(order);
    refuse_broken(book, of_values);
    if (is_withdrawal(withdrawal.gone.front())) {
        check_still_fits(book, threads, changed);
    }
    for (std::size_t i = 0; i < changed.size(); ++i) {
        if (is_withdrawal(withdrawal.gone[i])) {
            ask_what_is_there_twice(book, changed[i], done.remarks);
        }
    }
    ask_what_is_in_doubt(book, changed, done.remarks);
    put_right(recording, person, changed, was, done.remarks);
    done.withdrawal = std::move(withdrawal);
    return done;
}

// All of it together is spoken of only where it can go; where it cannot, that is what is said. `gone`: what goes
// without being asked for.
[[noreturn]] void refuse_alone(Recording& recording, const Presence& person, const Entry& entry,
                               const std::vector<Entry>& gone) {
    Book& book = recording.book();
    Withdrawal together = withdrawal_of(book, entry, true);
    std::vector<Entry> more = together.gone;
    std::erase_if(more, [&](const Entry& one) { return is_among(one, gone); });
    const Refusal refusal = refused_alone(book, entry, more);
    append_all(recording, person, std::move(together), true);
    throw refusal;  // and nothing was committed
}

}  // namespace

int withdraw(Recording& recording, const Presence& person, const Entry& entry, bool all) {
    Book& book = recording.book();
    if (const auto first = first_typed_with(book, entry)) {
        return withdraw(recording, person, *first, all);
    }
    if (entry.kind == kind::kImport && entry.about != 0) {
        throw Refusal{say(N_("Entry {0} ends the import of entry {1}. All that it brought: {2}"), entry.number,
                          entry.about, void_command(book, entry.about))};
    }
    if (is_withdrawal(entry)) {
        refuse_part(book, entry);
        // Who withdraws that something was given back withdraws it anew.
        if (const Entry withdrawn = book.entry(entry.amends); is_withdrawal(withdrawn)) {
            refuse_withdrawn(book, withdrawn.amends);
            return withdraw(recording, person, book.entry(withdrawn.amends), all);
        }
    }
    refuse_part_of_clock(book, entry);
    Withdrawal withdrawal = withdrawal_of(book, entry, all);
    if (!withdrawal.upon.empty()) {
        refuse_alone(recording, person, entry, withdrawal.gone);
    }
    Withdrawn done = append_all(recording, person, std::move(withdrawal), false);
    for (const Entry& stays : done.withdrawal.stays) {
        done.remarks.push_back(stays_words(book, stays));
    }
    if (const std::string stays = entry.kind == kind::kImport ? plan_stays(book, entry) : ""; !stays.empty()) {
        done.remarks.push_back(stays);
    }
    const int code = recording.finish(done.first, withdrawal_sentence(book, done.withdrawal.gone, done.changed) +
                                                      open_again(book, done.open, done.changed));
    for (const std::string& remark : done.remarks) {
        book.context().remark(remark);
    }
    return code;
}

std::string withdraw_led(Recording& recording, const Presence& person, const Entry& entry, const Entry& correction) {
    Book& book = recording.book();
    const Withdrawal led = withdrawal_of_led(book, entry);
    recording.follow(correction);
    for (const Entry& one : led.gone) {
        append_withdrawal(recording, person, one);
    }
    std::string said = led.gone.empty() ? "" : " " + say(N_("With it: {0}."), told_together(book, led.gone));
    for (const Entry& stays : led.stays) {
        said += " " + stays_words(book, stays);
    }
    return said;
}

}  // namespace onduty
