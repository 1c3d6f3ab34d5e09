// SPDX-License-Identifier: MIT
#include "book/kinds.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "book/machine_words.hpp"
#include "book/subject.hpp"
#include "log/kinds.hpp"
#include "text/translate.hpp"

namespace onduty {

TEST_CASE("no two kinds share a name, and none takes one that is kept for what is to come") {
    std::set<std::string> names;
    for (const Subject* subject : subjects()) {
        for (const Kind& kind : subject->kinds) {
            CAPTURE(kind.name);
            CHECK(names.insert(std::string{kind.name}).second);
            CHECK(std::find(kind::kKept.begin(), kind::kKept.end(), std::string{kind.name}) == kind::kKept.end());
        }
    }
    CHECK(names.size() > 50);
}

TEST_CASE("what goes along with a correction is looked for by its kind, and so is seldom") {
    std::size_t followers = 0;
    for (const Subject* subject : subjects()) {
        for (const Kind& kind : subject->kinds) {
            for (const Corrected& corrected : kind.corrections) {
                CAPTURE(kind.name);
                followers += *corrected.follows == '\0' ? 0U : 1U;
                CHECK((*corrected.follows == '\0' || (kind.traits & trait::kSeldom) != 0));
            }
        }
    }
    CHECK(followers > 0);
}

TEST_CASE("no two kinds share a word in a language, so that log --kind finds each") {
    for (const Language language : {Language::english, Language::chinese}) {
        use_language(language);
        std::set<std::string> words;
        for (const Subject* subject : subjects()) {
            for (const Kind& kind : subject->kinds) {
                CAPTURE(kind.name);
                CHECK(words.insert(tr(kind.word)).second);
            }
        }
    }
    use_language(Language::english);
}

TEST_CASE("a result is typed as it is shown, in either language") {
    for (const Language language : {Language::english, Language::chinese}) {
        use_language(language);
        for (const Subject* subject : subjects()) {
            for (const Kind& kind : subject->kinds) {
                const std::string name{kind.name};
                for (const Field& field : kind.fields) {
                    std::istringstream values{field.name == std::string_view{"result"} ? field.values : ""};
                    for (std::string value; values >> value;) {
                        CAPTURE(name);
                        CHECK(typed_result(name, value) == value);
                        CHECK(typed_result(name, shown_result(name, value)) == value);
                    }
                }
            }
        }
    }
    use_language(Language::english);
}

}  // namespace onduty
