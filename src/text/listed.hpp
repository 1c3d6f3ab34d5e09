// SPDX-License-Identifier: MIT
// How are several things told one after the other, and read again?
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace onduty {

// "a, b, c": what `word` says of each. For sentences in the user's language `between` is tr(", ").
template <typename Range, typename Word>
requires requires(const Range& range, Word word) {
    word(*std::begin(range));
}
std::string listed(const Range& range, Word&& word, std::string_view between = ", ") {
    std::string list;
    bool first = true;
    for (const auto& one : range) {
        list += first ? std::string_view{} : between;
        list += word(one);
        first = false;
    }
    return list;
}

// The same of words.
template <typename Range>
std::string listed(const Range& range, std::string_view between = ", ") {
    return listed(
        range, [](const auto& word) -> std::string_view { return word; }, between);
}

// The words that stand there with blanks between.
inline std::vector<std::string> split_words(std::string_view words) {
    std::vector<std::string> list;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(' ', at), words.size());
        if (end > at) {
            list.emplace_back(words.substr(at, end - at));
        }
        at = end + 1;
    }
    return list;
}

}  // namespace onduty
