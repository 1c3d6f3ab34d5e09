// SPDX-License-Identifier: MIT
// How is a table read that a spreadsheet program wrote? RFC 4180, and what programs make of it.
//
// Lines end with CR LF, LF or CR; a field in quotation marks may hold separators, line ends and doubled quotation
// marks. A byte-order mark and a first line "sep=;" are passed over, and so are lines of blanks only.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace onduty {

// What kind of file the bytes are, as far as can be told.
// broken_utf8 has lines that are no UTF-8 beside others that are; latin1 is any encoding of one byte for a letter.
enum class FileKind { utf8, broken_utf8, utf16, utf32, gb18030, latin1, workbook, binary };
FileKind file_kind(std::string_view bytes);

// The same of a file that is read piece by piece.
class FileKindFinder {
  public:
    void add(std::string_view piece);
    FileKind finish();
    // The first line that is no UTF-8, from 1; 0 for none.
    std::size_t broken_line() const { return broken_line_; }

  private:
    // Line ends and before: no letter of either encoding goes on behind one.
    void look_at(std::string_view lines);
    void look_at_pairs(std::string_view line);

    std::string rest_;  // begins a line that is not complete
    std::string begin_;
    std::size_t size_ = 0;
    std::size_t zeros_ = 0;
    std::size_t lines_ = 0;
    std::size_t broken_line_ = 0;
    bool has_utf8_ = false;   // beyond ASCII
    std::size_t pairs_ = 0;   // of bytes above ASCII, as GB18030 has them
    std::size_t common_ = 0;  // those of them that Chinese is mostly written with
    std::size_t high_ = 0;    // bytes above ASCII
    bool gb18030_ = true;
};

// Where the bytes of a file come from: the next piece with each call, "" at the end.
using Pieces = std::function<std::string()>;

// , ; or tab: what stands most often in the first line, outside quotation marks; of equals the first of these.
char sniff_separator(std::string_view text);

struct CsvRow {
    std::size_t line = 0;            // on which it begins, from 1
    std::vector<std::string> cells;  // as they are
    bool broken = false;             // a quotation mark is not closed, or something follows a closed field
};

class CsvReader {
  public:
    // `text` is UTF-8 and must outlive the reader. Separator 0: sniffed, or as "sep=" says.
    explicit CsvReader(std::string_view text, char separator = 0);
    // The same of a file that is never held as a whole.
    explicit CsvReader(Pieces pieces, char separator = 0);

    // The next row with anything but blanks in it; false at the end.
    bool next(CsvRow& row);
    char separator() const { return separator_; }

  private:
    void begin();
    // Reads on, behind what follows `kept`; false when nothing comes.
    bool fill(std::string_view kept);
    bool read_row(CsvRow& row);
    bool parse_row(CsvRow& row);
    std::string read_cell(bool& broken);
    bool at_line_end() const { return rest_.empty() || rest_[0] == '\n' || rest_[0] == '\r'; }
    void skip_line_end();

    Pieces pieces_;
    std::string window_;  // of the pieces, what is not passed over yet
    std::string_view rest_;
    char separator_;
    std::size_t line_ = 1;
};

}  // namespace onduty
