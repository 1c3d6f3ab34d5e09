// SPDX-License-Identifier: MIT
// What of a plan file is the plan, and of which version is it?
#include "plan/base.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace onduty;

namespace {

const std::string kMark = "\xEF\xBB\xBF";

}  // namespace

TEST_CASE("the version counts wherever it stands among the leading comments, and is no part of the plan") {
    for (const std::string& marks : {std::string{}, kMark, kMark + kMark}) {
        for (const std::string line :
             {"# onduty plan version 12", "#onduty plan version 12", "\t#  onduty plan version 12 "}) {
            for (const std::string end : {"\n", "\r\n"}) {
                for (const std::string before : {"", "\n", "# by hand\n", " \r\n#\n"}) {
                    for (const std::string text : {"format = 1\n", "# north gate\nformat = 1", ""}) {
                        const PlanFile file = plan_file(marks + before + line + end + text);
                        CAPTURE(file.written);
                        CHECK(file.base == 12);
                        CHECK(file.text == before + text);
                        CHECK(file.written == before + line + end + text);
                        CHECK(file.base_line == 1 + std::count(before.begin(), before.end(), '\n'));
                        // As an older program exported what was kept with its mark.
                        CHECK(plan_file(before + line + end + marks + text).text == before + text);
                    }
                }
            }
        }
    }
}

TEST_CASE("what stands below the first table, or says no version, is left as it is") {
    for (const std::string text :
         {"", "\n", "# of version 3\n", "format = 1\n# onduty plan version 3\n", "# onduty plan version \n",
          "# onduty plan version 0\n", "# onduty plan version -3\n"}) {
        const PlanFile file = plan_file(text);
        CAPTURE(text);
        CHECK_FALSE(file.base);
        CHECK(file.text == text);
        CHECK(file.written == text);
    }
}

TEST_CASE("an export reads back as what was kept") {
    for (const std::string text : {"format = 1\r\n", "", "# north gate\n\nformat = 1"}) {
        for (const std::string& kept : {text, kMark + text, kMark + "# onduty plan version 3\n" + text}) {
            const PlanFile file = plan_file(with_base(kept, 5));
            CHECK(file.base == 5);
            CHECK(file.text == text);
        }
    }
}
