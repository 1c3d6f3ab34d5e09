// SPDX-License-Identifier: MIT
// How should rows fit a window?
#include "print/row_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "text/unicode.hpp"
#include "turns.hpp"

using namespace onduty;

namespace {

const std::vector<Column> kColumns{{"state", "State", ColumnKind::word},
                                   {"minutes", "Min", ColumnKind::integer},
                                   {"what", "What", ColumnKind::text},
                                   {"next", "Type", ColumnKind::code}};
const std::vector<std::vector<std::string>> kRows{
    {"OVERDUE", "-1450", "Umbrella 7 back", "onduty lend back umbrella 7"},
    {"now", "", "C1 accept: radio not in the charger since Friday", "onduty complain resolve C1"}};

std::vector<std::string> laid_out(const std::vector<Column>& columns,
                                  const std::vector<std::vector<std::string>>& texts, std::size_t limit) {
    std::vector<std::string> lines;
    lay_out(columns, texts, limit, [&](const std::string& line) { lines.push_back(line); });
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += line + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("without a limit every row is one line") {
    CHECK(joined(laid_out(kColumns, kRows, 0)) ==
          "State      Min  What                                              Type\n"
          "OVERDUE  -1450  Umbrella 7 back                                   onduty lend back umbrella 7\n"
          "now             C1 accept: radio not in the charger since Friday  onduty complain resolve C1\n");
    CHECK(laid_out(kColumns, kRows, 200) == laid_out(kColumns, kRows, 0));
    CHECK(laid_out(kColumns, {}, 0) == std::vector<std::string>{"State  Min  What  Type"});
}

TEST_CASE("free words are broken first, then columns go to a line below") {
    CHECK(joined(laid_out(kColumns, kRows, 80)) ==
          "State      Min  What                                 Type\n"
          "OVERDUE  -1450  Umbrella 7 back                      onduty lend back umbrella 7\n"
          "now             C1 accept: radio not in the          onduty complain resolve C1\n"
          "                charger since Friday\n");
    CHECK(joined(laid_out(kColumns, kRows, 60)) ==
          "State      Min  What\n"
          "  Type\n"
          "OVERDUE  -1450  Umbrella 7 back\n"
          "  onduty lend back umbrella 7\n"
          "now             C1 accept: radio not in the charger since\n"
          "                Friday\n"
          "  onduty complain resolve C1\n");
}

TEST_CASE("what is typed is never broken, an empty line is never shown") {
    CHECK(joined(laid_out(kColumns,
                          {{"later", "5", "a", "onduty patrol explain \"2026-11-28\" \"...\""}, {"now", "0", "b", ""}},
                          20)) ==
          "State  Min  What\n"
          "  Type\n"
          "later    5  a\n"
          "  onduty patrol explain \"2026-11-28\" \"...\"\n"
          "now      0  b\n");
}

TEST_CASE("Chinese is broken anywhere and lines up") {
    CHECK(joined(laid_out({{"what", "事项", ColumnKind::text}, {"n", "分钟", ColumnKind::integer}},
                          {{"对讲机不在充电座上，夜班没有找到", "7"}}, 30)) ==
          "事项                      分钟\n"
          "对讲机不在充电座上，夜班     7\n"
          "没有找到\n");
}

TEST_CASE("no line of free words and numbers is wider than the window, and nothing is lost") {
    std::mt19937 random{7};
    for (int round = 0; round < onduty::test::turns(300); ++round) {
        std::vector<Column> columns;
        std::vector<std::string> row;
        std::string all;
        for (std::size_t i = 0; i < 1 + random() % 9; ++i) {
            const bool number = random() % 2 == 0;
            columns.push_back({"c", "H", number ? ColumnKind::integer : ColumnKind::text});
            row.push_back(number ? std::to_string(random() % 100000) : "");
            for (std::size_t word = number ? 9 : 0; word < random() % 9; ++word) {
                row.back() += (word == 0 ? "" : " ") + std::string(1 + random() % 7, static_cast<char>('a' + word));
            }
            all += row.back();
        }
        const std::size_t limit = 30 + random() % 60;
        const std::vector<std::string> lines = laid_out(columns, {row}, limit);
        for (const std::string& line : lines) {
            CHECK(display_width(line) <= limit);
        }
        const auto letters = [](std::string text) {
            std::erase_if(text, [](char letter) { return letter == ' ' || letter == '\n' || letter == 'H'; });
            std::sort(text.begin(), text.end());
            return text;
        };
        CHECK(letters(joined(lines)) == letters(all));
    }
}
