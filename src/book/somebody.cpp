// SPDX-License-Identifier: MIT
#include "book/somebody.hpp"

#include <algorithm>
#include <array>

#include "book/numbered_word.hpp"
#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::size_t kMostDigits = 7;   // 12-3-1201; more are a telephone number
constexpr std::size_t kLongestMark = 2;  // "A2-301"

constexpr std::array<std::string_view, 12> kNumerals{"〇", "零", "一", "二", "三", "四",
                                                     "五", "六", "七", "八", "九", "十"};
constexpr std::array<std::string_view, 13> kHouseWords{"room",  "flat",  "unit",  "apt",  "block", "building", "bldg",
                                                       "floor", "house", "tower", "shop", "villa", "suite"};
constexpr std::array<std::string_view, 14> kHouseSigns{"号", "楼", "室", "单元", "栋", "幢", "座",
                                                       "层", "房", "铺", "门",   "区", "期", "墅"};

bool is_digit_letter(char letter) {
    return letter >= '0' && letter <= '9';
}

bool is_small_letter(char letter) {
    return letter >= 'a' && letter <= 'z';
}

// Takes a run of letters or digits from the beginning.
std::string_view take_run(std::string_view& text, bool (*is_one)(char)) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_one);
    const std::string_view run = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(run.size());
    return run;
}

// Takes one of the signs from the beginning, if it stands there.
template <std::size_t Size>
bool take_one(std::string_view& text, const std::array<std::string_view, Size>& signs) {
    const auto sign =
        std::find_if(signs.begin(), signs.end(), [&](std::string_view one) { return text.starts_with(one); });
    text.remove_prefix(sign == signs.end() ? 0 : sign->size());
    return sign != signs.end();
}

}  // namespace

bool is_unit(const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    std::size_t digits = 0;
    bool after_numeral = false;
    bool has_numeral = false;  // before a sign: people are called 房三, too
    for (std::string_view text = plain; !text.empty();) {
        if (take_one(text, kHouseSigns)) {
            has_numeral = has_numeral || after_numeral;
            after_numeral = false;
        } else if (take_one(text, kNumerals)) {
            after_numeral = true;
        } else if (const auto number = take_run(text, is_digit_letter); !number.empty()) {
            digits += number.size();
        } else if (const auto mark = take_run(text, is_small_letter); !mark.empty()) {
            if (mark.size() > kLongestMark &&
                std::find(kHouseWords.begin(), kHouseWords.end(), mark) == kHouseWords.end()) {
                return false;
            }
        } else if (std::string_view{" -/#.,()"}.find(text[0]) != std::string_view::npos) {
            text.remove_prefix(1);
        } else {
            return false;
        }
    }
    return digits <= kMostDigits && (digits > 0 || has_numeral);
}

std::string shown_outside(const std::string& name) {
    return is_unit(name) ? shown_safely(name) : masked(name);
}

namespace {

// One letter is nobody's name: who is meant would be guessed, and masked nothing of it is left.
void refuse_one_letter(const NameList& staff, const std::string& typed) {
    const std::string name = folded_name(typed);
    if (name.empty() || letter_end(name, 0) != name.size() || is_unit(typed)) {
        return;
    }
    const auto begins = [&](const Word& word) { return folded_name(word.name).starts_with(name); };
    std::string meant;
    for (const Word& word : staff.words) {
        meant += begins(word) ? (meant.empty() ? "" : tr(", ")) + word.name : "";
    }
    throw UsageError{
        meant.empty()
            ? say(N_("\"{0}\" is one letter of a name. Write the name in full."), typed)
            : say(N_("\"{0}\" is one letter of a name. Write the name in full. Of the staff: {1}"), typed, meant)};
}

}  // namespace

Somebody somebody_named(Book& book, const std::string& typed) {
    const NameList staff = book.names_told("staff", N_("person"));
    Somebody somebody;
    if (word_in_full(staff, typed)) {
        const Word person = book.person_told(typed);
        somebody.person = person.code;
        somebody.shown = person.name;
        somebody.in_words = person.name + " (" + person.code + ")";
        return somebody;
    }
    somebody.former = former_word(staff, typed);
    if (!somebody.former) {
        refuse_one_letter(staff, typed);
    }
    somebody.name = somebody.former ? somebody.former->name : tidy_note(typed);
    if (somebody.name.empty()) {
        throw UsageError{say(N_("A name is missing."))};
    }
    somebody.in_words = somebody.name;
    somebody.shown = shown_outside(somebody.name);
    for (const std::size_t index : match_name(plain_form(typed), choices_of(staff.words))) {
        somebody.alike.push_back(staff.words[index]);
    }
    return somebody;
}

void Addressee::put_into(Details& details) const {
    Agenda& agenda = details.agenda ? *details.agenda : details.agenda.emplace();
    if (!somebody.name.empty()) {
        details.personal.push_back({"name", somebody.name});
    } else if (!unit.empty() || !agenda.owner.empty()) {
        agenda.contact = unit.empty() ? somebody.in_words : unit;
    } else {
        agenda.owner = somebody.person;
    }
}

Addressee addressee_named(Book& book, const std::string& typed) {
    Addressee addressee;
    addressee.somebody = somebody_named(book, typed);
    addressee.shown = addressee.somebody.shown;
    if (addressee.somebody.person.empty() && !addressee.somebody.former && is_unit(typed)) {
        addressee = {{}, plain_form(typed), plain_form(typed)};
    }
    return addressee;
}

void remark_alike(Book& book, const Somebody& somebody, EntryNumber number, const std::string& option) {
    if (somebody.former) {
        book.context().remark(
            say(N_("{0} ({1}) has left: kept as a name from outside."), somebody.former->name, somebody.former->code));
    }
    for (const Word& alike : somebody.alike) {
        book.context().remark(
            say(N_("Kept as a name from outside. If it was {0}: onduty correct {1} --void --reason \"...\", "
                   "then {3} {2}"),
                alike.name, number, person_typed(book, alike.code), option));
    }
}

}  // namespace onduty
