// SPDX-License-Identifier: MIT
// Do columns line up on a terminal, in Chinese too, and can no text control it?
#include "print/screen.hpp"

#include <doctest/doctest.h>

#include <ostream>

#include "text/unicode.hpp"

namespace onduty {

namespace {

std::string screen(const Table& table) {
    std::string text;
    Output output{[&](std::string_view bytes) {
        text += bytes;
        return true;
    }};
    print(table, Format::screen, output);
    output.flush();
    return text;
}

const std::vector<Column>& wide_columns() {
    static const std::vector<Column> list{{"number", "No.", ColumnKind::integer},
                                          {"person", "Person"},
                                          {"result", "Result", ColumnKind::word},
                                          {"note", "Note"}};
    return list;
}

}  // namespace

TEST_CASE("columns are as wide as their widest text, numbers stand right") {
    CHECK(screen({wide_columns(),
                  {{Cell::of(std::int64_t{7}), Cell::of("张伟"), Cell::of("ok", "正常"), Cell::of("灯闪")},
                   {Cell::of(std::int64_t{1234}), Cell::of("Wang"), Cell::of("fault", "fault"), Cell::of("x")}}}) ==
          " No.  Person  Result  Note\n"
          "   7  张伟    正常    灯闪\n"
          "1234  Wang    fault   x\n");
}

TEST_CASE("a Chinese heading is measured in columns") {
    const Table table{{{"person", "人员"}, {"note", "说明"}}, {{Cell::of("A"), Cell::of("b")}}};
    CHECK(screen(table) == "人员  说明\nA     b\n");
}

TEST_CASE("no blanks at the end of a line, empty cells keep their place") {
    CHECK(screen({wide_columns(), {{Cell{}, Cell{}, Cell::of("ok", "ok"), Cell{}}}}) ==
          "No.  Person  Result  Note\n"
          "             ok\n");
}

TEST_CASE("a table without rows shows its headings") {
    CHECK(screen({wide_columns(), {}}) == "No.  Person  Result  Note\n");
}

TEST_CASE("a row of empty cells is an empty line") {
    CHECK(screen({{{"a", "a"}}, {{Cell{}}}}) == "a\n\n");
}

TEST_CASE("escape codes, direction marks and line feeds are shown, not sent") {
    const Table table{{{"note", "Note"}, {"code", "Code", ColumnKind::code}},
                      {{Cell::of("\x1B[2Jgone"), Cell::of("a\u202Eb")}, {Cell::of("one\ntwo"), Cell::of("\xFF")}}};
    CHECK(screen(table) ==
          "Note             Code\n"
          "\\u{001B}[2Jgone  a\\u{202E}b\n"
          "one / two        \\x{FF}\n");
}

TEST_CASE("a word that has no translation may come from a changed file, so it is shown safely, too") {
    const Table table{{{"kind", "Kind", ColumnKind::word}}, {{Cell::of("\x1B]0;x\x07", "\x1B]0;x\x07")}}};
    CHECK(screen(table) == "Kind\n\\u{001B}]0;x\\u{0007}\n");
}

TEST_CASE("every line of a table is as wide as the others") {
    const Table table{{{"a", "甲"}, {"b", "b"}, {"end", "|", ColumnKind::code}},
                      {{Cell::of("中文，标点。"), Cell::of("é"), Cell::of("|")},
                       {Cell::of("x"), Cell::of("𠮷😀"), Cell::of("|")},
                       {Cell::of("ｱｲ"), Cell::of("e\u0301"), Cell::of("|")}}};
    const std::string text = screen(table);
    std::size_t from = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', from)) {
        CHECK(display_width(text.substr(from, end - from)) == 12 + 2 + 4 + 2 + 1);
        from = end + 1;
    }
}

}  // namespace onduty
