// SPDX-License-Identifier: MIT
// Does a page stay one page, whatever stands on it?
#include "print/page.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "text/unicode.hpp"

using onduty::display_width;
using onduty::Page;
using onduty::page_html;
using onduty::page_text;
using onduty::PageSection;
using onduty::sections_that_fit;

namespace {

Page page() {
    Page page;
    page.language = "en";
    page.title = "Slip <1>";
    page.facts = {{"Site", "Site One"}, {"From", "张伟"}};
    page.sections = {{"Faults", {"lamp"}}};
    page.seal = {"Seal", "12-ABCD"};
    page.notes = {"A note."};
    page.signatures = {"Given: 张伟", "Taken:"};
    page.blanks = {"Name:"};
    page.more = [](std::size_t count) { return "and " + std::to_string(count) + " more: onduty log"; };
    return page;
}

std::vector<std::string> many(std::size_t count, const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < count; ++i) {
        lines.push_back(text + " " + std::to_string(i));
    }
    return lines;
}

}  // namespace

TEST_CASE("a page has title, facts, sections, seal, notes and places to sign") {
    const std::string rule(80, '-');
    CHECK(page_text(page()) == "Slip <1>\n" + rule +
                                   "\n"
                                   "Site  Site One\n"
                                   "From  张伟\n"
                                   "Faults\n"
                                   "  lamp\n" +
                                   rule +
                                   "\n"
                                   "Seal  12-ABCD\n"
                                   "A note.\n" +
                                   rule +
                                   "\n"
                                   "Given: 张伟                             Taken:\n"
                                   "\n"
                                   "Name: ______________________________    Name: ______________________________\n");
}

TEST_CASE("long sections are cut, short ones stay whole") {
    Page long_page = page();
    long_page.sections.push_back({"Incidents", many(100, "a man at the gate")});
    const std::vector<PageSection> sections = sections_that_fit(long_page, 12, 80, 1);
    REQUIRE(sections.size() == 2);
    CHECK(sections[0].lines == std::vector<std::string>{"lamp"});
    CHECK_FALSE(sections[0].cut);
    CHECK(sections[1].cut);
    CHECK(sections[1].lines.size() == 9);  // 8 of them and the line that says so
    CHECK(sections[1].lines.back() == "and 92 more: onduty log");
    // One line of each stays, however little room there is.
    CHECK(sections_that_fit(long_page, 0, 80, 1)[1].lines.size() == 2);
}

TEST_CASE("whatever is written, a page has at most 60 rows of 80 columns") {
    for (const char* text :
         {"a short one", "对讲机少了一台，正在找，找到后放回充电座，请接班的人留意，明天报告主管，不要忘记了",
          "a long one that goes on and on and on until it has to be broken somewhere near the edge"}) {
        Page long_page = page();
        long_page.sections.clear();
        for (int i = 0; i < 12; ++i) {
            long_page.sections.push_back({"Section", many(30, text)});
        }
        std::istringstream lines{page_text(long_page)};
        std::size_t rows = 0;
        for (std::string line; std::getline(lines, line); ++rows) {
            CHECK(display_width(line) <= 80);
        }
        CHECK(rows <= 60);
    }
}

TEST_CASE("as HTML everything typed is escaped, and nothing is loaded") {
    Page odd = page();
    odd.sections[0].lines = {"<script>x</script>", "a & b"};
    odd.language = "zh-CN";
    const std::string html = page_html(odd);
    CHECK(html.find("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n") == 0);
    CHECK(html.find("<title>Slip &lt;1&gt;</title>") != std::string::npos);
    CHECK(html.find("<li>&lt;script&gt;x&lt;/script&gt;</li>") != std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("://") == std::string::npos);
    CHECK(html.find("12-ABCD") != std::string::npos);
}
