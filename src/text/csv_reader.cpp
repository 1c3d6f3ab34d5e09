// SPDX-License-Identifier: MIT
#include "text/csv_reader.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace onduty {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kSeparators = ",;\t";

std::string_view without_mark(std::string_view text) {
    return text.starts_with(kMark) ? text.substr(kMark.size()) : text;
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t point = 0;
        const std::string_view rest = bytes.substr(at, 4);
        const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                                         static_cast<utf8proc_ssize_t>(rest.size()), &point);
        if (length < 1) {
            return false;
        }
        at += static_cast<std::size_t>(length);
    }
    return true;
}

bool is_ascii_only(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

// Blanks only, also the full-width and the unbroken one.
bool is_blank(std::string_view cell) {
    constexpr std::array<std::string_view, 4> kBlanks{" ", "\t", "\u3000", "\u00A0"};
    while (!cell.empty()) {
        const auto blank =
            std::find_if(kBlanks.begin(), kBlanks.end(), [&](std::string_view one) { return cell.starts_with(one); });
        if (blank == kBlanks.end()) {
            return false;
        }
        cell.remove_prefix(blank->size());
    }
    return true;
}

}  // namespace

void FileKindFinder::add(std::string_view piece) {
    begin_ += begin_.size() < 4 ? piece.substr(0, 4 - begin_.size()) : std::string_view{};
    size_ += piece.size();
    zeros_ += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\0'));
    const std::size_t end = piece.find_last_of("\r\n");
    if (end == std::string_view::npos) {
        rest_ += piece;
        return;
    }
    if (!rest_.empty()) {
        const std::size_t first = piece.find_first_of("\r\n") + 1;
        look_at(rest_.append(piece.substr(0, first)));
        look_at(piece.substr(first, end + 1 - first));
    } else {
        look_at(piece.substr(0, end + 1));
    }
    rest_ = piece.substr(end + 1);
}

void FileKindFinder::look_at(std::string_view lines) {
    if (is_ascii_only(lines)) {
        lines_ += static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n'));
        return;
    }
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find_first_of("\r\n"));
        const bool good = is_utf8(line);
        look_at_pairs(line);
        has_utf8_ = has_utf8_ || (good && !is_ascii_only(line));
        broken_line_ = good || broken_line_ != 0 ? broken_line_ : lines_ + 1;
        lines_ += line.size() < lines.size() && lines[line.size()] == '\n' ? 1U : 0U;
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    }
}

// Bytes above ASCII come in pairs, or fours, in GB18030. Of one byte a letter two beside each other are seldom, and of
// those few are a character that is in use.
void FileKindFinder::look_at_pairs(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const auto first = static_cast<unsigned char>(line[at]);
        if (first < 0x80) {
            ++at;
            continue;
        }
        const auto second = at + 1 < line.size() ? static_cast<unsigned char>(line[at + 1]) : 0U;
        const bool four = second >= '0' && second <= '9';
        gb18030_ = gb18030_ && first != 0x80 && first != 0xFF &&
                   (four || (second >= 0x40 && second != 0x7F && second != 0xFF));
        ++pairs_;
        common_ += first >= 0xA1 && first <= 0xD7 && second >= 0xA1 ? 1U : 0U;
        high_ += second < 0x80 ? 1U : 2U;
        at += four ? 4 : 2;
    }
}

FileKind FileKindFinder::finish() {
    constexpr std::size_t kMostOfLatin = 3;  // every third byte at most is above ASCII
    look_at(rest_);
    const std::string_view begin = begin_;
    if (begin == std::string_view{"\xFF\xFE\0\0", 4} || begin == std::string_view{"\0\0\xFE\xFF", 4}) {
        return FileKind::utf32;
    }
    if (begin.starts_with("\xFF\xFE") || begin.starts_with("\xFE\xFF")) {
        return FileKind::utf16;
    }
    if (begin.starts_with("PK\x03\x04") || begin.starts_with("\xD0\xCF\x11\xE0")) {
        return FileKind::workbook;
    }
    if (zeros_ > 0) {
        // Every second byte of English words in UTF-16 is 0, and three of four in UTF-32.
        return zeros_ * 3 > size_ * 2 ? FileKind::utf32 : zeros_ * 3 > size_ ? FileKind::utf16 : FileKind::binary;
    }
    return broken_line_ == 0                   ? FileKind::utf8
           : has_utf8_                         ? FileKind::broken_utf8
           : gb18030_ && common_ * 2 >= pairs_ ? FileKind::gb18030
           : high_ * kMostOfLatin < size_      ? FileKind::latin1
                                               : FileKind::binary;
}

FileKind file_kind(std::string_view bytes) {
    FileKindFinder finder;
    finder.add(bytes);
    return finder.finish();
}

char sniff_separator(std::string_view text) {
    text = without_mark(text);
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char letter : text) {
        quoted = letter == '"' ? !quoted : quoted;
        if (!quoted && (letter == '\n' || letter == '\r')) {
            break;
        }
        const auto place = kSeparators.find(letter);
        if (!quoted && place != std::string_view::npos) {
            ++counts[place];
        }
    }
    return kSeparators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

CsvReader::CsvReader(std::string_view text, char separator) : rest_{text}, separator_{separator} {
    begin();
}

CsvReader::CsvReader(Pieces pieces, char separator) : pieces_{std::move(pieces)}, separator_{separator} {
    fill({});
    begin();
}

void CsvReader::begin() {
    rest_ = without_mark(rest_);
    if (rest_.starts_with("sep=") && rest_.size() > 4 && (rest_.size() == 5 || rest_[5] == '\n' || rest_[5] == '\r')) {
        separator_ = separator_ == 0 ? rest_[4] : separator_;
        rest_.remove_prefix(5);
        skip_line_end();
    }
    separator_ = separator_ == 0 ? sniff_separator(rest_) : separator_;
}

// Each time at least as much again, so that a row as long as the file is not looked at for every piece of it.
bool CsvReader::fill(std::string_view kept) {
    if (!pieces_) {
        return false;
    }
    std::string more;
    do {
        const std::string piece = pieces_();
        if (piece.empty()) {
            pieces_ = nullptr;
            break;
        }
        more += piece;
    } while (more.size() < kept.size());
    if (more.empty()) {
        return false;
    }
    window_ = std::string{kept} + more;
    rest_ = window_;
    return true;
}

void CsvReader::skip_line_end() {
    if (!rest_.empty()) {
        rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
        ++line_;
    }
}

std::string CsvReader::read_cell(bool& broken) {
    std::string cell;
    if (!rest_.starts_with('"')) {
        std::size_t end = 0;
        while (end < rest_.size() && rest_[end] != separator_ && rest_[end] != '\n' && rest_[end] != '\r') {
            ++end;
        }
        cell = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return cell;
    }
    rest_.remove_prefix(1);
    for (;;) {
        const std::size_t quote = rest_.find('"');
        const std::string_view part = rest_.substr(0, quote);
        cell += part;
        for (std::size_t i = 0; i < part.size(); ++i) {
            line_ += part[i] == '\n' || (part[i] == '\r' && (i + 1 == part.size() || part[i + 1] != '\n')) ? 1U : 0U;
        }
        if (quote == std::string_view::npos) {
            rest_ = {};
            broken = true;
            return cell;
        }
        rest_.remove_prefix(quote + 1);
        if (!rest_.starts_with('"')) {
            break;
        }
        cell += '"';
        rest_.remove_prefix(1);
    }
    // Whatever follows the closing mark is kept, so that the row can be shown as it was.
    while (!at_line_end() && rest_[0] != separator_) {
        broken = true;
        cell += rest_[0];
        rest_.remove_prefix(1);
    }
    return cell;
}

bool CsvReader::read_row(CsvRow& row) {
    for (;;) {
        const std::string_view begin = rest_;
        const std::size_t line = line_;
        const bool read = parse_row(row);
        // What reaches the end of the window may go on behind it.
        if (!rest_.empty() || !fill(begin)) {
            return read;
        }
        line_ = line;
    }
}

bool CsvReader::parse_row(CsvRow& row) {
    if (rest_.empty()) {
        return false;
    }
    row.line = line_;
    row.broken = false;
    row.cells.clear();
    row.cells.push_back(read_cell(row.broken));
    while (!at_line_end()) {
        rest_.remove_prefix(1);  // the separator
        row.cells.push_back(read_cell(row.broken));
    }
    skip_line_end();
    return true;
}

bool CsvReader::next(CsvRow& row) {
    while (read_row(row)) {
        if (!std::all_of(row.cells.begin(), row.cells.end(), is_blank)) {
            return true;
        }
    }
    return false;
}

}  // namespace onduty
