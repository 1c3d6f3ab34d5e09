// SPDX-License-Identifier: MIT
// How do sections of lines become one sheet of paper to be signed, as text or as HTML?
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace onduty {

struct PageSection {
    std::string heading;
    std::vector<std::string> lines;
    bool cut = false;  // the last line says how many were cut off
};

struct Page {
    std::string language;  // of its words, as HTML names it: "en", "zh-CN"
    std::string title;
    std::vector<std::pair<std::string, std::string>> facts;  // label and value
    std::vector<PageSection> sections;
    std::pair<std::string, std::string> seal;  // label and value
    std::vector<std::string> notes;            // whole sentences, below the seal
    std::vector<std::string> signatures;       // what stands over each place to sign
    std::vector<std::string> blanks;           // what is filled in by hand there: name, signature, time
    // "and 3 more: onduty handover show 57", for lines that were cut off.
    std::function<std::string(std::size_t)> more;
};

// The sections with so few lines of each that all take at most `rows` rows of `columns` columns, with `heading_rows`
// for each heading; one line of each stays. Lines that are too wide take several rows, the later ones indented.
std::vector<PageSection> sections_that_fit(const Page& page, std::size_t rows, std::size_t columns,
                                           std::size_t heading_rows);

// About 60 rows of at most 80 columns.
std::string page_text(const Page& page);

// One sheet of A4, nothing loaded from elsewhere.
std::string page_html(const Page& page);

}  // namespace onduty
