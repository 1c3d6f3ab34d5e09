// SPDX-License-Identifier: MIT
#include "print/page.hpp"

#include <algorithm>

#include "print/html.hpp"
#include "text/unicode.hpp"
#include "text/wrap.hpp"

namespace onduty {

namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kRows = 60;
// On A4 in the letters of the style below.
constexpr std::size_t kSheetColumns = 84;
constexpr std::size_t kSheetRows = 46;

constexpr const char* kStyle =
    "@page{size:A4;margin:14mm}"
    "body{font:9.5pt/1.3 \"Noto Sans\",\"Noto Sans CJK SC\",\"Noto Sans SC\",\"Microsoft YaHei\",\"PingFang SC\","
    "\"WenQuanYi Zen Hei\",sans-serif;color:#000;max-width:182mm;margin:8mm auto}"
    "h1{font-size:15pt;margin:0 0 2mm}"
    "section{display:grid;grid-template-columns:29mm 1fr;gap:2mm;border-top:.3pt solid #999;padding:.5mm 0}"
    "dl+section{margin-top:2mm}"
    "h2{font-size:9.5pt;margin:0}"
    "dl{display:grid;grid-template-columns:max-content 1fr;gap:0 4mm;margin:0}"
    "dt{font-weight:bold}dd{margin:0}"
    "ul{margin:0;padding:0 0 0 4mm}li{overflow-wrap:anywhere}"
    "li.more{list-style:none;font-style:italic}"
    ".seal{margin:3mm 0 1mm;padding:1.5mm 2mm;border:.6pt solid #000}"
    ".seal b{font:bold 12pt/1.3 \"Noto Sans Mono\",\"DejaVu Sans Mono\",Consolas,monospace;white-space:nowrap}"
    ".note{margin:.6mm 0;font-size:8.5pt}"
    ".sign{display:flex;gap:10mm;margin-top:4mm}.sign div{flex:1}"
    ".sign p{margin:0 0 1mm;font-weight:bold}"
    ".sign span{display:block;height:8mm;border-bottom:.5pt solid #000;line-height:13mm;font-size:8.5pt}"
    "@media print{body{margin:0;max-width:none}.sign,.seal{break-inside:avoid}}";

// A line on the page: the first row with a mark, the others below its text.
std::vector<std::string> rows_of(const std::string& line, std::size_t columns) {
    std::vector<std::string> rows = wrapped(line, columns - 4);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].insert(0, i == 0 ? "  " : "    ");
    }
    return rows;
}

std::size_t rows_taken(const std::vector<PageSection>& sections, std::size_t columns, std::size_t heading_rows) {
    std::size_t rows = 0;
    for (const PageSection& section : sections) {
        rows += heading_rows;
        for (const std::string& line : section.lines) {
            rows += rows_of(line, columns).size();
        }
    }
    return rows;
}

std::vector<PageSection> shortened(const Page& page, std::size_t most) {
    std::vector<PageSection> sections = page.sections;
    for (PageSection& section : sections) {
        if (section.lines.size() > most) {
            const std::size_t cut = section.lines.size() - most;
            section.lines.resize(most);
            section.lines.push_back(page.more(cut));
            section.cut = true;
        }
    }
    return sections;
}

}  // namespace

std::vector<PageSection> sections_that_fit(const Page& page, std::size_t rows, std::size_t columns,
                                           std::size_t heading_rows) {
    std::size_t most = 0;
    for (const PageSection& section : page.sections) {
        most = std::max(most, section.lines.size());
    }
    std::vector<PageSection> sections = shortened(page, most);
    while (most > 1 && rows_taken(sections, columns, heading_rows) > rows) {
        sections = shortened(page, --most);
    }
    return sections;
}

std::string page_text(const Page& page) {
    std::string foot;
    std::string rule(kColumns, '-');
    rule += '\n';
    foot += rule + page.seal.first + "  " + page.seal.second + "\n";
    for (const std::string& note : page.notes) {
        for (const std::string& row : wrapped(note, kColumns)) {
            foot += row + "\n";
        }
    }
    foot += rule;
    const std::size_t half = kColumns / 2;
    std::string line;
    for (const std::string& signature : page.signatures) {
        line += pad_right(signature, half);
    }
    foot += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    for (const std::string& blank : page.blanks) {
        line.clear();
        for (std::size_t i = 0; i < page.signatures.size(); ++i) {
            const std::size_t label = display_width(blank) + 1;
            line += pad_right(blank + " " + std::string(label < half - 4 ? half - 4 - label : 0, '_'), half);
        }
        foot += "\n" + line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    }
    std::string text = page.title + "\n" + rule;
    std::size_t width = 0;
    for (const auto& [label, value] : page.facts) {
        width = std::max(width, display_width(label));
    }
    for (const auto& [label, value] : page.facts) {
        const std::vector<std::string> rows = wrapped(value, kColumns - width - 2);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            text += pad_right(i == 0 ? label : "", width) + "  " + rows[i] + "\n";
        }
    }
    const auto used = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n') +
                                               std::count(foot.begin(), foot.end(), '\n'));
    for (const PageSection& section : sections_that_fit(page, kRows > used ? kRows - used : 0, kColumns, 1)) {
        text += section.heading + "\n";
        for (const std::string& one : section.lines) {
            for (const std::string& row : rows_of(one, kColumns)) {
                text += row + "\n";
            }
        }
    }
    return text + foot;
}

std::string page_html(const Page& page) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + html_text(page.language) + "\">\n<head>\n" +
                       "<meta charset=\"utf-8\">\n" + html_element("title", "", page.title) + "\n<style>" + kStyle +
                       "</style>\n</head>\n<body>\n" + html_element("h1", "", page.title) + "\n<dl>\n";
    for (const auto& [label, value] : page.facts) {
        html += html_element("dt", "", label) + html_element("dd", "", value) + "\n";
    }
    html += "</dl>\n";
    // The line between two sections takes a quarter of a row.
    const std::size_t taken = page.facts.size() + page.notes.size() + page.sections.size() / 4;
    for (const PageSection& section :
         sections_that_fit(page, taken < kSheetRows ? kSheetRows - taken : 0, kSheetColumns, 0)) {
        html += "<section>" + html_element("h2", "", section.heading) + "\n<ul>\n";
        for (std::size_t i = 0; i < section.lines.size(); ++i) {
            const bool cut = section.cut && i + 1 == section.lines.size();
            html += html_element("li", cut ? "class=\"more\"" : "", section.lines[i]) + "\n";
        }
        html += "</ul></section>\n";
    }
    html += "<div class=\"seal\">" + html_text(page.seal.first) + " <b>" + html_text(page.seal.second) + "</b></div>\n";
    for (const std::string& note : page.notes) {
        html += html_element("p", "class=\"note\"", note) + "\n";
    }
    html += "<div class=\"sign\">\n";
    for (const std::string& signature : page.signatures) {
        html += "<div>" + html_element("p", "", signature);
        for (const std::string& blank : page.blanks) {
            html += html_element("span", "", blank);
        }
        html += "</div>\n";
    }
    return html + "</div>\n</body>\n</html>\n";
}

}  // namespace onduty
