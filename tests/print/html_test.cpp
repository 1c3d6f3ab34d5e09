// SPDX-License-Identifier: MIT
// Does text stay text in HTML?
#include "print/html.hpp"

#include <doctest/doctest.h>

using onduty::html_element;
using onduty::html_text;

TEST_CASE("what means something in HTML is written as a reference") {
    CHECK(html_text("<script>alert('1 & \"2\"')</script>") ==
          "&lt;script&gt;alert(&#39;1 &amp; &quot;2&quot;&#39;)&lt;/script&gt;");
    CHECK(html_text("灯坏了") == "灯坏了");
    CHECK(html_text("").empty());
}

TEST_CASE("what is no text, or turns its direction, is replaced") {
    CHECK(html_text("a\xFF"
                    "b") ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(html_text("a\x01") == "a\xEF\xBF\xBD");
    CHECK(html_text("a\xE2\x80\xAE"
                    "b") ==
          "a\xEF\xBF\xBD"
          "b");
}

TEST_CASE("an element holds its text escaped") {
    CHECK(html_element("p", "", "1 < 2") == "<p>1 &lt; 2</p>");
    CHECK(html_element("p", "class=\"note\"", "灯") == "<p class=\"note\">灯</p>");
}
