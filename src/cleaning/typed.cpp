// SPDX-License-Identifier: MIT
// How does a person type what was cleaned: "1-3 7 R57"?
#include <algorithm>

#include "book/numbered_word.hpp"
#include "book/terminal.hpp"
#include "book/withdrawal.hpp"
#include "cleaning/clean.hpp"
#include "cleaning/kinds.hpp"
#include "plan/number_codes.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/kinds.hpp"

namespace onduty {

namespace {

// The number behind the letter of "R57" or "l58"; 0 when it is nothing of the sort.
EntryNumber number_behind(const std::string& plain, char letter) {
    return has_mark(plain, letter) ? read_number(plain, letter).value_or(0) : 0;
}

// Whether something was asked for, or found, with this number.
bool is_matter(Book& book, EntryNumber number, bool litter) {
    const auto entry = book.store().entry(number);
    return entry && entry->kind == (litter ? kind::kLitter : kind::kCleanRequest);
}

std::string choices(Book& book, const std::vector<CleaningMatter>& matters) {
    std::string text;
    for (const CleaningMatter& matter : matters) {
        text += "\n  " + matter_typed(book, matter) + " " + matter_words(book, matter);
    }
    return text;
}

// Of what waits, by its number.
CleaningMatter waiting_matter(Book& book, EntryNumber number, bool litter) {
    for (const CleaningMatter& matter : open_cleaning_matters(book)) {
        if (matter.number == number && matter.litter == litter) {
            return matter;
        }
    }
    const bool fits = is_matter(book, number, litter);
    if (fits) {
        refuse_withdrawn(book, number);
    }
    throw Refusal{litter ? fits ? say(N_("The litter of L{0} is removed already. Nothing was recorded."), number)
                                : say(N_("Entry {0} is no litter that was found. Nothing was recorded."), number)
                  : fits ? say(N_("R{0} is done already. Nothing was recorded."), number)
                         : say(N_("Entry {0} is no request. What waits: onduty clean"), number)};
}

// Of the list as it is now, which is what people see.
void refuse_unlisted(const CleaningBook& cleaning, std::size_t number) {
    if (number < 1 || number > cleaning.listed()) {
        throw UsageError{cleaning.listed() == 0
                             ? say(N_("The plan has no [[cleaning]]. How one is written: man 5 onduty-plan"))
                             : say(N_("There is no item {0}; they go from 1 to {1}. What is due: onduty "
                                      "clean"),
                                   number, cleaning.listed())};
    }
}

NameList item_names(Book& book, const CleaningBook& cleaning) {
    NameList names = book.names_told("rule", N_("item of the cleaning"));
    std::erase_if(names.words, [&](const Word& rule) { return find_code(cleaning.items(), rule.code) == nullptr; });
    return names;
}

// Whether the item with the number in the list has another code than this.
bool is_of_another(const CleaningBook& cleaning, std::size_t number, const std::string& code) {
    return number <= cleaning.listed() && folded_name(cleaning.item(number).code) != folded_name(code);
}

void add_items(Book& book, const CleaningBook& cleaning, const std::string& word, std::vector<std::size_t>& items) {
    const NameList names = item_names(book, cleaning);
    std::vector<std::size_t> numbers;
    const bool listed = read_number_list(plain_form(word), numbers);
    if (listed && (numbers.size() > 1 || means_number(names, word, is_of_another(cleaning, numbers.front(), word)))) {
        for (const std::size_t number : numbers) {
            refuse_unlisted(cleaning, number);
        }
    } else {
        numbers = {cleaning.number_of(choose(names, word).code)};
    }
    for (const std::size_t number : numbers) {
        if (std::find(items.begin(), items.end(), number) != items.end()) {
            throw UsageError{say(N_("{0} stands there twice."), number)};
        }
        items.push_back(number);
    }
}

}  // namespace

Typed typed_cleaning(Book& book, const CleaningBook& cleaning, const std::vector<std::string>& words) {
    Typed typed;
    for (const std::string& word : words) {
        const std::string plain = plain_form(word);
        const EntryNumber request = number_behind(plain, 'r');
        const EntryNumber litter = number_behind(plain, 'l');
        const bool marked = request != 0 || litter != 0;
        if (!marked ||
            !means_number(item_names(book, cleaning), word, is_matter(book, request + litter, litter != 0))) {
            add_items(book, cleaning, word, typed.items);
            continue;
        }
        CleaningMatter matter = waiting_matter(book, request + litter, litter != 0);
        if (std::any_of(typed.matters.begin(), typed.matters.end(),
                        [&](const CleaningMatter& other) { return other.number == matter.number; })) {
            throw UsageError{say(N_("{0} stands there twice."), matter.code())};
        }
        typed.matters.push_back(std::move(matter));
    }
    return typed;
}

std::string post_of(const CleaningBook& cleaning, const Typed& typed) {
    return typed.items.empty() ? "cleaner" : cleaning.rule(cleaning.item(typed.items.front())).post;
}

CleaningMatter matter_named(Book& book, const std::string& typed, bool litter) {
    const std::string plain = plain_form(typed);
    std::vector<std::size_t> numbers;
    EntryNumber number = number_behind(plain, litter ? 'l' : 'r');
    if (number == 0 && read_number_list(plain, numbers) && numbers.size() == 1) {
        number = static_cast<EntryNumber>(numbers.front());
    }
    if (number != 0 && means_number(book.names_told("point", N_("area")), typed, is_matter(book, number, litter))) {
        return waiting_matter(book, number, litter);
    }
    const Word area = book.resolve_told("point", N_("area"), typed);
    std::vector<CleaningMatter> there = open_cleaning_matters(book);
    std::erase_if(there, [&](const CleaningMatter& one) { return one.litter != litter || one.area != area.code; });
    if (there.empty()) {
        throw Refusal{
            say(N_("No litter was found at {0}. First: onduty clean litter found {1} \"...\""), area.name, area.code) +
            by_typed(book)};
    }
    if (there.size() > 1) {
        throw UsageError{say(N_("Which one? Type its number:{0}"), choices(book, there))};
    }
    return there.front();
}

Entry append_matter_done(Recording& recording, const Presence& person, const CleaningMatter& matter,
                         const std::string& note) {
    Entry entry = recording.draft(matter.litter ? kind::kLitterRemoved : kind::kCleanDone, person);
    if (entry.claims_before(matter.since)) {
        const std::string since = full_text(recording.book().zone(), matter.since);
        throw Refusal{matter.litter ? say(N_("It was found at {0}, later than that."), since)
                                    : say(N_("It was asked for at {0}, later than that."), since)};
    }
    entry.about = matter.visit != 0 ? matter.visit : matter.number;
    entry.closes = matter.number;
    entry.subject = matter.area;
    entry.note = note;
    return recording.append(entry);
}

std::string matter_done_words(Book& book, const CleaningMatter& matter, const Entry& done) {
    const std::string what = shown_safely(matter_words(book, matter));
    const std::string after = duration_text(done.told_at() - matter.since);
    return matter.litter ? say(N_("{0} {1}: litter removed after {2}."), matter.code(), what, after)
                         : say(N_("{0} {1}: done after {2}."), matter.code(), what, after);
}

}  // namespace onduty
