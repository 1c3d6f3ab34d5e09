// SPDX-License-Identifier: MIT
// Is text that could deceive a reader kept out, shown as what it is, and measured as it is shown?
#include "text/unicode.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <utf8proc.h>

#include <ostream>
#include <set>

namespace onduty {

namespace {

std::string utf8(utf8proc_int32_t point) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(point, bytes);
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

}  // namespace

TEST_CASE("ordinary text has no fault") {
    for (const char* text : {"", "lamp off", "张伟 夜班保安", "é ü ½ ☎ 😀", "e\u0301", "＝１＋２", "\u3000", "\u00A0",
                             "\"quoted\" \\ back", "한국어", "ไทย", "שלום"}) {
        CAPTURE(std::string{text});
        CHECK((find_fault(text) == TextFault::none));
    }
}

TEST_CASE("bytes that are no UTF-8") {
    for (const char* text : {"\xFF", "abc\x80", "\xC3", "\xE5\xBC", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                             "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "张\xE4"}) {
        CHECK((find_fault(text) == TextFault::not_utf8));
    }
}

TEST_CASE("control characters") {
    for (const std::string& text : {std::string{"a\nb"}, std::string{"\t"}, std::string{"\r"}, std::string{"\x1B[31m"},
                                    std::string{"\x07"}, std::string{"a\0b", 3}, std::string{"\x7F"},
                                    std::string{"\u0085"}, std::string{"\u009B"}, std::string{"\u0080"}}) {
        CHECK((find_fault(text) == TextFault::control));
    }
}

TEST_CASE("characters that change the direction or cannot be seen") {
    for (const char* text :
         {"\u202E", "a\u202Ab", "\u2066", "\u2069", "\u200E", "\u200F", "\u061C", "\u200B", "\u200C", "\u200D",
          "\u2060", "\uFEFF", "\u2028", "\u2029", "\U000E0041", "\U000E007F", "\uFFFE", "\uFDD0", "\U0001FFFF"}) {
        CAPTURE(shown_safely(text));
        CHECK((find_fault(text) == TextFault::direction));
    }
}

TEST_CASE("what has no shape inside a name would make two names look alike") {
    for (const char* text : {"a\u3164b", "a\u115Fb", "a\u034Fb", "a\u2800b", "a\uFE0Fb", "a\uFE00b", "\u845B\U000E0100",
                             "a\U0001D173b", "a\u180Bb", "1\uFE0F"}) {
        CAPTURE(shown_safely(text));
        CHECK((find_fault(text) == TextFault::direction));
    }
    for (const char* text : {"\u26A0\uFE0F wet floor", "\u2705", "\u90ED\u00B7\u660E", "e\u0301"}) {
        CAPTURE(text);
        CHECK((find_fault(text) == TextFault::none));
    }
}

TEST_CASE("every format, separator and control character there is") {
    // Those that are seen in print: Arabic and Indian signs before numbers, and similar.
    const std::set<utf8proc_int32_t> visible{0x600, 0x601, 0x602, 0x603, 0x604,   0x605,  0x6DD,
                                             0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD};
    std::string let_in;
    std::string shown;
    for (utf8proc_int32_t point = 0; point <= 0x10FFFF; ++point) {
        const auto category = utf8proc_category(point);
        const bool hidden = category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
                            category == UTF8PROC_CATEGORY_ZP ||
                            (category == UTF8PROC_CATEGORY_CF && visible.count(point) == 0 &&
                             (point < 0x13430 || point > 0x1D17A));  // hieroglyphs, shorthand, music
        if (!hidden) {
            continue;
        }
        const std::string text = utf8(point);
        let_in += find_fault(text) == TextFault::none ? fmt::format("U+{:04X} ", point) : "";
        shown += shown_safely(text) == text ? fmt::format("U+{:04X} ", point) : "";
    }
    CHECK(let_in == "");
    CHECK(shown == "");
}

TEST_CASE("a field may be 4096 bytes long and no more") {
    CHECK((find_fault(std::string(4096, 'x')) == TextFault::none));
    CHECK((find_fault(std::string(4097, 'x')) == TextFault::too_long));
    CHECK((find_fault(std::string(4097, '\xFF')) == TextFault::too_long));
}

TEST_CASE("width on a terminal") {
    CHECK(display_width("") == 0);
    CHECK(display_width("P01") == 3);
    CHECK(display_width("张三") == 4);
    CHECK(display_width("Zhang 张") == 8);
    CHECK(display_width("，。：") == 6);
    CHECK(display_width("１２") == 4);
    CHECK(display_width("é") == 1);
    CHECK(display_width("e\u0301") == 1);
    CHECK(display_width("한") == 2);
    CHECK(display_width("ｱ") == 1);
    CHECK(display_width("😀") == 2);
    CHECK(display_width("𠮷") == 2);
    CHECK(display_width("\xFF\xFF") == 2);
    CHECK(display_width("张\xFF") == 3);
}

TEST_CASE("padding counts columns and never cuts") {
    CHECK(pad_right("张三", 6) == "张三  ");
    CHECK(pad_left("张三", 6) == "  张三");
    CHECK(pad_right("abc", 6) == "abc   ");
    CHECK(pad_left("7", 3) == "  7");
    CHECK(pad_right("张三丰", 5) == "张三丰");
    CHECK(pad_left("张三丰", 6) == "张三丰");
    CHECK(pad_right("", 0).empty());
}

TEST_CASE("what cannot be seen is shown as its number") {
    CHECK(shown_safely("lamp 灯") == "lamp 灯");
    CHECK(shown_safely("\x1B[31mred") == "\\u{001B}[31mred");
    CHECK(shown_safely("a\u202Eb") == "a\\u{202E}b");
    CHECK(shown_safely("\u200B") == "\\u{200B}");
    CHECK(shown_safely("\U000E0041") == "\\u{E0041}");
    CHECK(shown_safely(std::string{"a\0b", 3}) == "a\\u{0000}b");
    CHECK(shown_safely("one\ntwo") == "one / two");
    CHECK(shown_safely("\t\r\x7F\u009B") == "\\u{0009}\\u{000D}\\u{007F}\\u{009B}");
    CHECK(shown_safely("a\xFFz") == "a\\x{FF}z");
    CHECK(shown_safely("张\xE5\xBC") == "张\\x{E5}\\x{BC}");
    CHECK(shown_safely("").empty());
}

TEST_CASE("what looks like nothing is nothing, at both ends and alone") {
    for (const char* blank : {" ", "\t", "\u00a0", "\u1680", "\u2000", "\u2003", "\u2007", "\u200a", "\u202f", "\u205f",
                              "\u3000", "\u2800", "\u3164", "\u115f", "\u1160", "\uffa0"}) {
        CAPTURE(blank);
        CHECK(tidy_note(blank).empty());
        CHECK(tidy_note(std::string{blank} + blank + " " + blank).empty());
        CHECK(tidy_note(std::string{blank} + "water" + blank) == "water");
        CHECK(tidy_note("hot" + std::string{blank} + "water").size() > 8);
        CHECK(plain_form(blank).empty());
        CHECK_FALSE(is_reason(std::string{blank} + blank + blank + blank));
    }
    CHECK(tidy_note("\u4e2d\u3000") == "\u4e2d");
    CHECK(tidy_note("\xff ").size() == 1);
}

TEST_CASE("a name is compared by what it says, however it was typed") {
    using onduty::folded_name;
    for (const char* name : {"李·明", "李•明", "李・明", "李‧明", "李･明"}) {
        CHECK(folded_name(name) == "李·明");
    }
    CHECK(folded_name("Ｌｉ　　Ming") == "li ming");
    CHECK(folded_name("A：1") == folded_name("a:1"));
    CHECK(folded_name("李，娜") == folded_name("李,娜"));
    CHECK(folded_name("张、伟") == folded_name("张、伟"));
    CHECK(folded_name("O’Brien") == folded_name("o'brien"));
    CHECK(folded_name("ÉMILE") == folded_name("e\u0301mile"));
    CHECK(folded_name("赵〇") != folded_name("赵0"));
    CHECK(folded_name("王芳") != folded_name("王芳芳"));
    CHECK(folded_name("").empty());
}

TEST_CASE("names, codes and times from a Chinese keyboard become plain") {
    CHECK(plain_form("２２：００") == "22:00");
    CHECK(plain_form("22∶00") == "22:00");
    CHECK(plain_form("2。30") == "2.30");
    CHECK(plain_form("1、3") == "1,3");
    CHECK(plain_form("１－３，５") == "1-3,5");
    CHECK(plain_form("1—3") == "1-3");
    CHECK(plain_form("1–3") == "1-3");
    CHECK(plain_form("−10m") == "-10m");
    CHECK(plain_form("二〇二六") == "二〇二六");
    CHECK(number_form("二〇二六，１〇") == "二0二六,10");
    CHECK(plain_form("Ｐ０１") == "P01");
    CHECK(plain_form("\u3000张伟\u3000") == "张伟");
    CHECK(plain_form(" \t P01 \t") == "P01");
    CHECK(plain_form("１０　分钟前") == "10 分钟前");
    CHECK(plain_form("张伟") == "张伟");
    CHECK(plain_form("e\u0301") == "é");
    CHECK(plain_form("").empty());
    CHECK(plain_form("   ").empty());
    CHECK(plain_form("\xFF") == "\xFF");
}

TEST_CASE("a note keeps its characters, composed and trimmed") {
    CHECK(tidy_note("  lamp off ") == "lamp off");
    CHECK(tidy_note("½ 桶，２２：００") == "½ 桶，２２：００");
    CHECK(tidy_note("e\u0301") == "é");
    CHECK(tidy_note("\u3000灯闪\u3000") == "灯闪");
    CHECK(tidy_note("a  b") == "a  b");
    CHECK(tidy_note(" ").empty());
}

TEST_CASE("only ASCII letters get smaller") {
    CHECK(lower_case("ZW-Ä 张") == "zw-Ä 张");
    CHECK(lower_case("@[`{") == "@[`{");
}

}  // namespace onduty
