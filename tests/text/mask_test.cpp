// SPDX-License-Identifier: MIT
// How much of a personal value does a list show?
#include "text/mask.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "text/unicode.hpp"

namespace onduty {

namespace {

std::vector<std::string> characters(const std::string& text) {
    std::vector<std::string> found;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) {
            found.emplace_back();
        }
        found.back() += byte;
    }
    return found;
}

// What is hidden: letters and digits of the value that the mask does not show.
std::size_t hidden(const std::string& value) {
    std::multiset<std::string> left;
    for (const std::string& letter : characters(plain_form(value))) {
        if (std::string{" .,;/()@"}.find(letter) == std::string::npos && folded_name(letter) != "\u00B7") {
            left.insert(letter);
        }
    }
    for (const std::string& letter : characters(masked(value))) {
        if (const auto found = left.find(letter); found != left.end()) {
            left.erase(found);
        }
    }
    return left.size();
}

const std::vector<std::string>& names() {
    static const std::vector<std::string> kNames{
        "王芳",          "张伟民",      "欧阳娜", "欧阳小明",     "买买提·阿不",           "阿迪力·买买提",
        "古丽•热娜",     "Chen",        "Li Na",  "Wu Lei",       "Anna Schmidt",          "阿卜杜热合曼·吐尔逊",
        "J. R. Smith",   "O'Brien Pat", "김민수", "山田太郎",     "Maria del Carmen Ruiz", "Éric Dupont",
        "Ｌｉ Ｍｉｎｇ", "王先生",      "José",   "Ａｎｎ Ｋａｙ"};
    return kNames;
}

}  // namespace

TEST_CASE("of a name the beginnings of its words are shown, whatever the script and however long") {
    const std::map<std::string, std::string> shown{{"王芳", "王*"},
                                                   {"张伟民", "张*民"},
                                                   {"欧阳娜", "欧*娜"},
                                                   {"欧阳小明", "欧*明"},
                                                   {"买买提·阿不", "买*·阿*"},
                                                   {"阿迪力·买买提", "阿*·买*"},
                                                   {"阿迪力•买买提", "阿*•买*"},
                                                   {"阿卜杜热合曼·吐尔逊", "阿*·吐*"},
                                                   {"Chen", "C*"},
                                                   {"Chen Ming", "C* M*"},
                                                   {"Anna Schmidt", "A* S*"},
                                                   {"J. R. Smith", "J* S*"},
                                                   {"Maria del Carmen Ruiz", "M* R*"},
                                                   {"Ｌｉ Ｍｉｎｇ", "L* M*"},
                                                   {"김민수", "김*수"},
                                                   {"Éric Dupont", "É* D*"},
                                                   {"J Smith", "J* S*"},
                                                   {"X Y", "X* *"},
                                                   {"王 芳", "王* *"},
                                                   {"Q", "*"},
                                                   {"王", "*"},
                                                   {"·", "*"},
                                                   {" ", ""},
                                                   {"", ""}};
    for (const auto& [value, mask] : shown) {
        CAPTURE(value);
        CHECK(masked(value) == mask);
    }
}

TEST_CASE("of a number, a plate and a unit the ends are shown, of an address the beginnings") {
    const std::map<std::string, std::string> shown{{"粤A12345", "粤A***45"},
                                                   {"粤AD12345", "粤A***45"},
                                                   {"BAB1234", "BA***34"},
                                                   {"13800138000", "13***00"},
                                                   {"+491701234567", "+4***67"},
                                                   {"1380 0138 000", "1*** 0***"},
                                                   {"１３８００１３８０００", "13***00"},
                                                   {"8021", "8***"},
                                                   {"7", "***"},
                                                   {"2-1-301", "2-***01"},
                                                   {"3号楼502", "3***02"},
                                                   {"张伟民13800138000", "张***00"},
                                                   {"陈明（302）", "陈*(3***"},
                                                   {"Zhang San 13800138000", "Z* 13***00"},
                                                   {"anna.schmidt@example.com", "a***@e***"},
                                                   {"a@b", "***@***"},
                                                   {"@", "***@***"}};
    for (const auto& [value, mask] : shown) {
        CAPTURE(value);
        CHECK(masked(value) == mask);
    }
}

TEST_CASE("no value is shown whole, and no mask tells how long it is") {
    for (const std::string& name : names()) {
        CAPTURE(name);
        CHECK(hidden(name) > 0);
        const std::string longer = name + " " + name;
        CHECK(hidden(longer) > hidden(name));
        // Three more letters in the middle of the last word change nothing.
        const auto letters = characters(plain_form(name));
        std::string stretched;
        for (std::size_t i = 0; i < letters.size(); ++i) {
            stretched += i + 1 == letters.size() ? "xxx" + letters[i] : letters[i];
        }
        const bool ends_alone = letters.size() > 2 && letters[letters.size() - 2] != " ";
        if (ends_alone) {
            CHECK(masked(stretched) == masked(name));
        }
    }
}

TEST_CASE("two people are told apart as a rule") {
    std::map<std::string, int> shown;
    for (const std::string& name : names()) {
        ++shown[masked(name)];
    }
    const auto twice = std::count_if(shown.begin(), shown.end(), [](const auto& mask) { return mask.second > 1; });
    CHECK(twice == 0);
}

}  // namespace onduty
