// SPDX-License-Identifier: MIT
// Can a program read back exactly what was written, and can no text become a formula?
#include "print/csv.hpp"

#include <doctest/doctest.h>

#include <ostream>
#include <random>
#include <stdexcept>

#include "print/table.hpp"
#include "turns.hpp"

namespace onduty {

namespace {

using Lines = std::vector<std::vector<std::string>>;

std::string quoted(std::string_view field) {
    std::string line;
    append_csv(line, field);
    return line;
}

std::string csv(const Table& table, Format format) {
    std::string text;
    Output output{[&](std::string_view bytes) {
        text += bytes;
        return true;
    }};
    print(table, format, output);
    output.flush();
    return text;
}

// RFC 4180 as it stands there, strictly: CRLF after every record, quotes only around whole fields.
Lines parsed(const std::string& text) {
    Lines rows;
    std::size_t at = 0;
    while (at < text.size()) {
        std::vector<std::string> row;
        for (;;) {
            std::string field;
            if (at < text.size() && text[at] == '"') {
                ++at;
                for (;;) {
                    if (at >= text.size()) {
                        throw std::runtime_error{"a quote is not closed"};
                    }
                    if (text[at] == '"' && text.substr(at, 2) != "\"\"") {
                        ++at;
                        break;
                    }
                    at += text[at] == '"' ? 1U : 0U;
                    field += text[at++];
                }
            } else {
                while (at < text.size() && text[at] != ',' && text[at] != '\r' && text[at] != '\n') {
                    if (text[at] == '"') {
                        throw std::runtime_error{"a quote inside a bare field"};
                    }
                    field += text[at++];
                }
            }
            row.push_back(field);
            if (at < text.size() && text[at] == ',') {
                ++at;
                continue;
            }
            if (text.substr(at, 2) != "\r\n") {
                throw std::runtime_error{"a record does not end with CRLF"};
            }
            at += 2;
            break;
        }
        rows.push_back(row);
    }
    return rows;
}

const Table& small_table() {
    static const Table table{
        {{"number", "No.", ColumnKind::integer},
         {"point", "点位", ColumnKind::code},
         {"result", "结果", ColumnKind::word},
         {"note", "Note, free", ColumnKind::text}},
        {{Cell::of(std::int64_t{-7}), Cell::of("P01"), Cell::of("ok", "正常"), Cell::of("he said \"no\"")},
         {Cell{}, Cell{}, Cell{}, Cell{}},
         {Cell::of(std::int64_t{0}), Cell::of("-1"), Cell::of("fault", "=故障"), Cell::of("=1+2")}}};
    return table;
}

}  // namespace

TEST_CASE("a field is quoted when it must be") {
    CHECK(quoted("plain") == "plain");
    CHECK(quoted("").empty());
    CHECK(quoted("张伟，夜班") == "张伟，夜班");
    CHECK(quoted("a,b") == "\"a,b\"");
    CHECK(quoted("say \"hi\"") == "\"say \"\"hi\"\"\"");
    CHECK(quoted("\"") == "\"\"\"\"");
    CHECK(quoted("one\ntwo") == "\"one\ntwo\"");
    CHECK(quoted("one\rtwo") == "\"one\rtwo\"");
    CHECK(quoted(" x") == "\" x\"");
    CHECK(quoted("x ") == "\"x \"");
    CHECK(quoted(" ") == "\" \"");
    CHECK(quoted("a b") == "a b");
}

TEST_CASE("for programs: machine names, no mark, values as they are") {
    CHECK(csv(small_table(), Format::machine_csv) ==
          "number,point,result,note\r\n"
          "-7,P01,ok,\"he said \"\"no\"\"\"\r\n"
          ",,,\r\n"
          "0,-1,fault,=1+2\r\n");
}

TEST_CASE("for people: mark, headings, translated words, formulas defused in free text only") {
    CHECK(csv(small_table(), Format::people_csv) ==
          "\xEF\xBB\xBFNo.,点位,结果,\"Note, free\"\r\n"
          "-7,P01,正常,\"he said \"\"no\"\"\"\r\n"
          ",,,\r\n"
          "0,-1,=故障,'=1+2\r\n");
}

TEST_CASE("a table without rows has its headings") {
    CHECK(csv({{{"number", "No."}}, {}}, Format::machine_csv) == "number\r\n");
}

TEST_CASE("the largest numbers") {
    const Table table{{{"n", "n", ColumnKind::integer}}, {{Cell::of(INT64_MIN)}, {Cell::of(INT64_MAX)}}};
    CHECK(csv(table, Format::machine_csv) == "n\r\n-9223372036854775808\r\n9223372036854775807\r\n");
}

TEST_CASE("what a spreadsheet takes for a formula") {
    for (const char* text : {"=1+2",     "+1",       "-1",
                             "@SUM(A1)", "\t=1",     "\r=1",
                             "\n=1",     "＝1",      "＋1",
                             "－1",      "＠x",      " =1",
                             "   =1",    "\u3000=1", "\u00A0=1",
                             "\u200B=1", "\uFEFF=1", " \u200B\u3000＝1",
                             "-",        "=",        "=HYPERLINK(\"http://x\")",
                             "+86 138",  "-5 °C"}) {
        CAPTURE(std::string{text});
        CHECK(looks_like_formula(text));
    }
}

TEST_CASE("invisible characters and other blanks do not hide the sign") {
    for (const char* text : {"\u200C=1", "\u200D=1", "\u2060=1", "\u200E=1", "\u202A=1", "\u00AD=1", "\u2003=1",
                             "\u2009=1", "\u202F=1", "\u205F=1"}) {
        CAPTURE(std::string{text});
        CHECK(looks_like_formula(text));
    }
}

TEST_CASE("what is no formula is left alone") {
    for (const char* text :
         {"", " ", "a=1", "1-2", "张伟", "'=1", "P01", "(1)", "\u3000", "#REF", "1+1", "\"=1\"", "，=1", "\xE3\x80"}) {
        CAPTURE(std::string{text});
        CHECK_FALSE(looks_like_formula(text));
    }
}

TEST_CASE("the defence is quoted like any text") {
    const Table table{{{"note", "Note"}},
                      {{Cell::of("=A1,B1")}, {Cell::of(" =1")}, {Cell::of("=\"x\"")}, {Cell::of("=1\n2")}}};
    CHECK(csv(table, Format::people_csv) ==
          "\xEF\xBB\xBFNote\r\n"
          "\"'=A1,B1\"\r\n"
          "' =1\r\n"
          "\"'=\"\"x\"\"\"\r\n"
          "\"'=1\n2\"\r\n");
}

TEST_CASE("a thousand random tables are read back exactly") {
    std::mt19937 random{4180};
    const auto pick = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most}(random); };
    const std::vector<std::string> pieces{"\"",           "\"\"", ",",  "\r\n", "\n", "\r", " ",  "  ",
                                          "\t",           "a",    "张", "=",    "-",  "'",  "\\", ";",
                                          "\xEF\xBB\xBF", "\xFF", "0",  "é"};
    for (int turn = 0; turn < test::turns(1000); ++turn) {
        Table table;
        Lines expected(1);
        const std::size_t columns = 1 + pick(5);
        for (std::size_t i = 0; i < columns; ++i) {
            const ColumnKind kinds[] = {ColumnKind::text, ColumnKind::code, ColumnKind::word, ColumnKind::integer};
            table.columns.push_back({"name", "heading", kinds[pick(3)]});
            expected[0].push_back("name");
        }
        for (std::size_t row = pick(6); row > 0; --row) {
            std::vector<Cell> cells;
            expected.emplace_back();
            for (const Column& column : table.columns) {
                if (column.kind == ColumnKind::integer) {
                    const auto number = static_cast<std::int64_t>(random()) - 2147483648;
                    cells.push_back(Cell::of(number));
                    expected.back().push_back(std::to_string(number));
                    continue;
                }
                std::string text;
                for (std::size_t length = pick(5); length > 0; --length) {
                    text += pieces[pick(pieces.size() - 1)];
                }
                expected.back().push_back(text);
                cells.push_back(column.kind == ColumnKind::word ? Cell::of(text.c_str(), "shown") : Cell::of(text));
            }
            table.rows.push_back(std::move(cells));
        }
        CAPTURE(turn);
        CHECK(parsed(csv(table, Format::machine_csv)) == expected);
    }
}

TEST_CASE("no free text for people begins as a formula") {
    std::mt19937 random{1236};
    const std::vector<std::string> pieces{"=",  "+",  "-",      "@",      "＝",     "＋",     "－", "＠", " ", "\t",
                                          "\r", "\n", "\u3000", "\u00A0", "\u200B", "\uFEFF", "'",  "1",  "a", ","};
    const auto pick = [&](std::size_t most) { return std::uniform_int_distribution<std::size_t>{0, most}(random); };
    for (int turn = 0; turn < test::turns(2000); ++turn) {
        std::string text;
        for (std::size_t length = 1 + pick(4); length > 0; --length) {
            text += pieces[pick(pieces.size() - 1)];
        }
        const std::string written = csv({{{"n", "n"}}, {{Cell::of(text)}}}, Format::people_csv);
        const std::string field = parsed(written.substr(3))[1][0];
        CAPTURE(text);
        CHECK_FALSE(looks_like_formula(field));
        CHECK((field == text || field == "'" + text));
        // Nothing but blanks may stand before a sign.
        const auto first = field.find_first_not_of(" \t\r\n\u3000\u00A0\u200B\uFEFF");
        CHECK((first == std::string::npos || std::string_view{"=+-@"}.find(field[first]) == std::string::npos));
    }
}

}  // namespace onduty
