// SPDX-License-Identifier: MIT
#include "book/numbered_word.hpp"

#include <algorithm>

#include "plan/number_codes.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

// The word that is called so to the letter: zeros count here.
const Word* called_exactly(const NameList& names, const std::string& typed) {
    const std::string wanted = folded_name(typed);
    for (const std::size_t index : match_whole_name(typed, choices_of(names.words))) {
        const Word& word = names.words[index];
        const bool by_alias = without_zeros(folded_name(word.code)) != without_zeros(wanted);
        if (by_alias || folded_name(word.code) == wanted || folded_name(word.name) == wanted) {
            return &word;
        }
    }
    return nullptr;
}

// "V1" as "V01", which is the same number and not the same word.
std::string with_zero(const std::string& typed) {
    const std::string plain = plain_form(typed);
    const std::size_t digits = std::min(plain.find_first_of("0123456789"), plain.size());
    return plain.substr(0, digits) + "0" + plain.substr(digits);
}

std::string with_zeros(const NameList& names, std::string number) {
    while (called_exactly(names, number) != nullptr) {
        number = with_zero(number);
    }
    return number;
}

}  // namespace

bool means_number(const NameList& names, const std::string& typed, bool is_there) {
    const Word* exact = called_exactly(names, typed);
    if (exact == nullptr) {
        return is_there || match_whole_name(typed, choices_of(names.words)).empty();
    }
    if (!is_there) {
        return false;
    }
    const std::string number = with_zeros(names, with_zero(typed));
    throw UsageError{say(N_("\"{0}\" is {1} in the plan, and something else has this number. Type {2} for the first, "
                            "{3} for the other."),
                         typed, exact->name, shell_word(exact->name), number)};
}

std::string number_typed(Book& book, const char* family, const std::string& number) {
    return with_zeros(book.names(family, ""), number);
}

std::string person_typed(Book& book, const std::string& code) {
    return looks_like_number("staff", code) ? shell_word(book.name_of("staff", code)) : code;
}

}  // namespace onduty
