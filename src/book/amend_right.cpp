// SPDX-License-Identifier: MIT
#include "book/amend_right.hpp"

#include "book/amended.hpp"
#include "book/amended_count.hpp"
#include "book/clocks.hpp"
#include "book/kinds.hpp"
#include "book/rights.hpp"
#include "book/subject.hpp"
#include "book/withdrawal.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// What a withdrawal needs besides where others hang on the entry.
constexpr const char* kWithAll = "--all";

// Whether later entries hang on what is withdrawn. Who withdraws that something was given back withdraws it anew.
bool goes_with_all_only(Book& book, const Entry& entry) {
    if (entry.kind != kind::kVoid) {
        return !withdrawal_of(book, entry, false).upon.empty();
    }
    const Entry withdrawn = book.entry(entry.amends);
    return withdrawn.kind == kind::kVoid && goes_with_all_only(book, book.entry(withdrawn.amends));
}

bool is_about(Book& book, const Entry& entry, const std::string& person) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && kind->concerns != nullptr && kind->concerns(book, entry, person);
}

bool is_own_turn(const Entry& entry, const std::string& person) {
    return entry.actor == person && is_of_shift(entry);
}

// What is about it, or, with `in_thread`, about what it is a step of.
bool answers(const Entry& entry, bool in_thread) {
    const Kind* kind = kind_named(entry.kind);
    return kind != nullptr && (kind->answers || (kind->own_act && !in_thread));
}

// The first entry with which another signed, accepted, went on with or closed it, or the thread that it is a step of,
// 0 for none: what is only done upon it, a drink for a group that came, takes nobody his own words away.
EntryNumber answered_by_another(Book& book, const Entry& entry, const std::string& person) {
    EntryNumber found = 0;
    const auto take = [&](const Entry& later) {
        if ((found == 0 || later.number < found) && !is_by(later, person) &&
            book.store().withdrawn_by(later.number) == 0) {
            found = later.number;
        }
    };
    const auto look = [&](const Entry& later, bool upon) {
        if (upon && later.number > entry.number && later.amends == 0 && later.actor != "-") {
            take(later);
        }
    };
    EntryQuery query;
    query.first = entry.number + 1;
    query.upon = {entry.number, entry.number};
    book.store().each(query, [&](const Entry& later) {
        const bool about = later.about == entry.number && is_upon_about(later);
        look(later, (about && answers(later, false)) || later.closes == entry.number);
    });
    // What another put right stays as he did.
    EntryQuery amending;
    amending.amendments_of = entry.number;
    book.store().each(amending, [&](const Entry& later) {
        if (later.kind == kind::kCorrection && !follows_by_itself(later) &&
            follows_from_clock(book.store(), later) == 0) {
            take(later);
        }
    });
    if (entry.about != 0 && is_upon_about(entry)) {
        EntryQuery thread;
        thread.thread_of = entry.about;
        // What another says of the same beside it, that he accepts it, too, answers it not.
        book.store().each(thread,
                          [&](const Entry& later) { look(later, answers(later, true) && later.kind != entry.kind); });
    }
    return found;
}

EntryNumber handed_over_with(Book& book, const Entry& entry, const std::string& person) {
    for (const Subject* subject : subjects()) {
        const EntryNumber number = subject->handed_over == nullptr ? 0 : subject->handed_over(book, entry, person);
        if (number != 0) {
            return number;
        }
    }
    return 0;
}

// Why the person may not do it by himself; "" where he may.
std::string why_not(Book& book, const Entry& entry, const Entry& meant, const std::string& person) {
    const std::string name = book.name_of("staff", person);
    if (!is_by(entry, person)) {
        return say(N_("Entry {0} is not of {1}."), entry.number, name);
    }
    if (const EntryNumber answer = answered_by_another(book, entry, person); answer != 0) {
        return say(N_("Entry {0} was answered: {1} recorded entry {2} upon it."), entry.number,
                   book.name_of("staff", book.entry(answer).actor), answer);
    }
    if (const EntryNumber accepted = handed_over_with(book, meant, person); accepted != 0) {
        return say(N_("Entry {0} was handed over, accepted with entry {1}."), entry.number, accepted);
    }
    return {};
}

// What is left to somebody who may not: to ask those who may.
std::string ask_words(const Entry& entry, const std::string& person, const std::vector<Word>& who) {
    return "\n" + say(N_("Or ask for it: onduty note task \"...\" --until tomorrow --about {0} --owner {1} --by {2}"),
                      entry.number, who.front().code, person);
}

}  // namespace

void check_may_take_along(Recording& recording, const std::string& person, const Entry& entry,
                          const std::vector<Entry>& along, bool alone) {
    Book& book = recording.book();
    const bool may_all = may(book, person, Right::correct);
    for (const Entry& one : along) {
        const Entry meant = as_corrected(book.store(), one);
        const bool about = is_about(book, meant, person);
        if (one.number == entry.number || one.actor == "-" || (!about && (may_all || is_by(one, person)))) {
            continue;
        }
        const std::vector<Word> who = who_may(book, Right::correct, person);
        if (who.empty()) {
            recording.need_named();
            recording.mark(mark::kAlone);
            continue;
        }
        const std::string name = book.name_of("staff", person);
        throw Refusal{(about ? say(N_("With entry {0} would go entry {1}, which is about {2}."), entry.number,
                                   one.number, name)
                             : say(N_("With entry {0} would go entry {1}, which is not of {2}."), entry.number,
                                   one.number, name)) +
                      who_may_words(book, who, true, alone ? kWithAll : "") + ask_words(entry, person, who)};
    }
}

void check_may_amend(Recording& recording, const Presence& presence, const Entry& entry, bool alone) {
    Book& book = recording.book();
    const std::string& person = presence.person;
    const Entry meant = as_corrected(book.store(), amended_in_the_end(book.store(), entry));
    std::string why;
    if (is_about(book, meant, person)) {
        why =
            say(N_("Entry {0} is about {1}: somebody else corrects it."), meant.number, book.name_of("staff", person));
    } else if (is_own_turn(meant, person) && is_by(entry, person)) {
        mark_own_word(recording, person);
        return;
    } else if (may(book, person, Right::correct)) {
        if (!is_by(entry, person)) {
            recording.need_named();
        }
        return;
    } else {
        why = why_not(book, entry, meant, person);
    }
    if (why.empty()) {
        return;
    }
    const std::vector<Word> who = who_may(book, Right::correct, person);
    if (!who.empty()) {
        const std::string more = alone && goes_with_all_only(book, entry) ? kWithAll : "";
        throw Refusal{why + who_may_words(book, who, true, more) + ask_words(meant, person, who)};
    }
    recording.need_named();
    recording.mark(mark::kAlone);
}

void mark_own_word(Recording& recording, const std::string& person) {
    Book& book = recording.book();
    // Who may accept what others say of themselves does not accept his own.
    const bool nobody_else = may(book, person, Right::accept) && who_may(book, Right::accept, person).empty();
    recording.mark(nobody_else ? mark::kAlone : mark::kOwnWord);
}

}  // namespace onduty
