// SPDX-License-Identifier: MIT
// lend: umbrellas, radios, keys, passes go out and come back.
#include "loans/lend.hpp"

#include "loans/actions.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

std::set<std::int64_t> piece_numbers(const std::vector<std::string>& typed) {
    std::set<std::int64_t> numbers;
    for (const std::string& word : typed) {
        std::vector<std::size_t> read;
        if (!read_number_list(plain_form(word), read)) {
            throw UsageError{say(N_("\"{0}\" is no number of a piece. Write 7, or 7-9 for several."), word)};
        }
        for (const std::size_t number : read) {
            numbers.insert(static_cast<std::int64_t>(number));
        }
    }
    return numbers;
}

CommandSpec lend_command() {
    return {{
                kLendOut,
                kLendBack,
                kLendList,
            },
            kLendList.setup};
}

}  // namespace onduty
