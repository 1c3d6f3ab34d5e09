// SPDX-License-Identifier: MIT
#include "text/suggest.hpp"

#include <algorithm>

#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

// UTF-8 split into characters; stray bytes stand alone.
std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = letter_end(text, at);
        result.push_back(text.substr(at, end - at));
        at = end;
    }
    return result;
}

std::size_t distance(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = i + j;
                continue;
            }
            cost[i][j] =
                std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& known) {
    const auto letters = characters(typed);
    std::size_t best = std::max<std::size_t>(1, letters.size() / 3) + 1;
    std::string result;
    for (const auto& word : known) {
        const std::size_t away = distance(letters, characters(word));
        if (away < best) {
            best = away;
            result = word;
        }
    }
    return result;
}

std::string suggestion(std::string_view typed, const std::vector<std::string>& known) {
    const std::string near = nearest(typed, known);
    return near.empty() ? std::string{} : say(N_(" Did you mean {0}?"), near);
}

}  // namespace onduty
