// SPDX-License-Identifier: MIT
// Are tables read as the programs meant them that wrote them?
#include "text/csv_reader.hpp"

#include <doctest/doctest.h>

#include <random>

#include "print/csv.hpp"
#include "turns.hpp"

using namespace onduty;

namespace {

using Cells = std::vector<std::vector<std::string>>;

Cells read(std::string_view text, char separator = 0) {
    CsvReader reader{text, separator};
    Cells all;
    for (CsvRow row; reader.next(row);) {
        CHECK_FALSE(row.broken);
        all.push_back(row.cells);
    }
    return all;
}

std::vector<std::size_t> line_numbers(std::string_view text) {
    CsvReader reader{text};
    std::vector<std::size_t> lines;
    for (CsvRow row; reader.next(row);) {
        lines.push_back(row.line);
    }
    return lines;
}

}  // namespace

TEST_CASE("fields are split, quoted ones hold everything") {
    CHECK(read("a,b\n1,2\n") == Cells{{"a", "b"}, {"1", "2"}});
    CHECK(read("a,b\r\n1,2") == Cells{{"a", "b"}, {"1", "2"}});
    CHECK(read("a,b\r1,2\r") == Cells{{"a", "b"}, {"1", "2"}});
    CHECK(read("a,,\n,,b") == Cells{{"a", "", ""}, {"", "", "b"}});
    CHECK(read("\"a,b\",\"c\"\"d\",\"\"\n") == Cells{{"a,b", "c\"d", ""}});
    CHECK(read("\"two\nlines\",x\r\n") == Cells{{"two\nlines", "x"}});
    CHECK(read("6\" pipe,5'\n") == Cells{{"6\" pipe", "5'"}});
    CHECK(read("").empty());
    CHECK(read("\n\r\n,,\n").empty());
}

TEST_CASE("byte-order mark, sep= and the usual separators are understood") {
    CHECK(read("\xEF\xBB\xBF编号,内容\n1,漏水\n") == Cells{{"编号", "内容"}, {"1", "漏水"}});
    CHECK(read("a;b,c\n1;2\n") == Cells{{"a;b", "c"}, {"1;2"}});  // the first of equals
    CHECK(read("a;b;c,d\n") == Cells{{"a", "b", "c,d"}});
    CHECK(read("a\tb\tc\n1\t2\t\n") == Cells{{"a", "b", "c"}, {"1", "2", ""}});
    CHECK(read("\"a;b;c;d\",e\n") == Cells{{"a;b;c;d", "e"}});
    CHECK(read("sep=;\r\na;b\r\n") == Cells{{"a", "b"}});
    CHECK(read("a,b;c\n", ';') == Cells{{"a,b", "c"}});
}

TEST_CASE("rows know the line on which they begin") {
    CHECK(line_numbers("a,b\n\n\"x\ny\r\nz\",c\nd\n") == std::vector<std::size_t>{1, 3, 6});
    CHECK(line_numbers("sep=,\na\nb") == std::vector<std::size_t>{2, 3});
}

TEST_CASE("a quotation mark that is not closed, or closed too early, breaks its row only") {
    CsvReader open{"a\n\"b,c\nd\n"};
    CsvRow row;
    REQUIRE(open.next(row));
    CHECK_FALSE(row.broken);
    REQUIRE(open.next(row));
    CHECK(row.broken);
    CHECK_FALSE(open.next(row));
    CsvReader after{"\"a\"b,c\nd\n"};
    REQUIRE(after.next(row));
    CHECK(row.broken);
    CHECK(row.cells == std::vector<std::string>{"ab", "c"});
    REQUIRE(after.next(row));
    CHECK_FALSE(row.broken);
}

TEST_CASE("other kinds of file are told apart") {
    CHECK(file_kind("a,b\n") == FileKind::utf8);
    CHECK(file_kind("编号,内容") == FileKind::utf8);
    CHECK(file_kind(std::string(5000, 'x') + "编") == FileKind::utf8);
    CHECK(file_kind("\xB1\xE0\xBA\xC5,\xC4\xDA\xC8\xDD\n") == FileKind::gb18030);
    CHECK(file_kind("\xFF\xFEz") == FileKind::utf16);
    CHECK(file_kind(std::string_view{"a\0,\0b\0", 6}) == FileKind::utf16);
    CHECK(file_kind("PK\x03\x04zip") == FileKind::workbook);
    CHECK(file_kind(std::string_view{"abcdefgh\0i", 10}) == FileKind::binary);
    CHECK(file_kind("\xFF\xFF\xFF") == FileKind::binary);
    // Two letters beside each other, as GB18030 would have them.
    CHECK(file_kind("Manuten\xE7\xE3o de ramal\n") == FileKind::latin1);
    CHECK(file_kind("caf\xE9 ouvert\n") == FileKind::latin1);
    CHECK(file_kind(std::string_view{"\xFF\xFE\0\0I\0\0\0", 8}) == FileKind::utf32);
    CHECK(file_kind(std::string_view{"I\0\0\0D\0\0\0", 8}) == FileKind::utf32);
    FileKindFinder broken;
    broken.add("编号,内容\n1,电梯\n2,门\xE9\x94\n3,灯\n");
    CHECK(broken.finish() == FileKind::broken_utf8);
    CHECK(broken.broken_line() == 3);
}

TEST_CASE("what our writer writes comes back, and any bytes come to an end") {
    std::mt19937 random{20261125};
    const auto below = [&](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>{0, most - 1}(random);
    };
    const std::vector<std::string> pieces{"a",  "1",    ",", ";",  "\t", "\"", "\r",
                                          "\n", "\r\n", " ", "漏", "=",  "'",  "sep="};
    for (int run = 0; run < onduty::test::turns(3000); ++run) {
        Cells wanted;
        std::string text;
        std::string noise;
        const std::size_t columns = 1 + below(4);
        for (std::size_t line = 0; line < 1 + below(5); ++line) {
            std::vector<std::string> cells;
            for (std::size_t column = 0; column < columns; ++column) {
                std::string cell = column == 0 ? "x" : "";  // never an empty row
                for (std::size_t length = below(5); length > 0; --length) {
                    cell += pieces[below(pieces.size())];
                }
                text += column == 0 ? "" : ",";
                append_csv(text, cell);
                noise += cell;
                cells.push_back(std::move(cell));
            }
            text += "\r\n";
            wanted.push_back(std::move(cells));
        }
        CAPTURE(text);
        REQUIRE(read(text, ',') == wanted);
        CsvReader reader{noise};
        std::size_t rows = 0;
        for (CsvRow row; reader.next(row);) {
            ++rows;
        }
        REQUIRE(rows <= noise.size() + 1);
    }
}

namespace {

// In pieces of so many bytes.
Pieces cut(const std::string& text, std::size_t size) {
    return [text, size, at = std::size_t{0}]() mutable {
        const std::string piece = text.substr(std::min(at, text.size()), size);
        at += size;
        return piece;
    };
}

}  // namespace

TEST_CASE("a file that is read in pieces has the same rows and is of the same kind, wherever it is cut") {
    const std::string letters = "ab\"\",,\n\n\r; \t\"城\xEF\xBB\xBF";
    std::mt19937 random{11};
    for (int turn = 0; turn < onduty::test::turns(2000); ++turn) {
        std::string text = turn % 3 == 0 ? "sep=;\n" : "";
        for (std::size_t length = random() % 60; length > 0; --length) {
            text += letters[random() % letters.size()];
        }
        const std::size_t size = 8 + random() % 20;
        CsvReader whole{text};
        CsvReader pieces{cut(text, size), whole.separator()};
        CsvRow expected;
        CsvRow row;
        CAPTURE(text);
        CAPTURE(size);
        while (whole.next(expected)) {
            REQUIRE(pieces.next(row));
            REQUIRE(row.cells == expected.cells);
            REQUIRE(row.line == expected.line);
            REQUIRE(row.broken == expected.broken);
        }
        CHECK_FALSE(pieces.next(row));
        FileKindFinder finder;
        for (std::size_t at = 0; at < text.size(); at += size) {
            finder.add(std::string_view{text}.substr(at, size));
        }
        CHECK(finder.finish() == file_kind(text));
    }
}
