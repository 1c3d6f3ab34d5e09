// SPDX-License-Identifier: MIT
#include "handover/item_cases.hpp"

#include <algorithm>
#include <map>

#include "cases/read.hpp"
#include "handover/item_words.hpp"
#include "handover/kinds.hpp"
#include "handover/rules.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// The oldest open case about each item, from counts.
std::map<std::string, Case> cases_of_items(Book& book) {
    std::map<std::string, Case> cases;
    for (const OpenFinding& finding : open_findings(book, kind::kHandoverCount)) {
        for (const Line& line : finding.lines) {
            if (is_defect(line)) {
                cases.emplace(line.item, finding.one);
            }
        }
    }
    return cases;
}

}  // namespace

std::string open_item_case(Recording& recording, const Presence& person, const Entry& stored,
                           const std::vector<Line>& lines, const Things& things) {
    Book& book = recording.book();
    const std::map<std::string, Case> known = cases_of_items(book);
    NewCase finding{.sort = sort::kFinding, .from = stored.number};
    std::string said;
    std::string fresh;
    for (const Line& line : lines) {
        if (!is_defect(line)) {
            continue;
        }
        if (const auto one = known.find(line.item); one != known.end()) {
            said += (said.empty() ? "" : " ") + say(N_("{0}: case {1}, open since {2}."), things.name(line.item),
                                                    case_code(one->second.file.sequence),
                                                    date_time_text(book.zone(), one->second.start));
        } else {
            finding.lines.push_back(line);
            fresh += (fresh.empty() ? "" : tr("; ")) + item_text(things.name(line.item), line) +
                     (line.note.empty() ? "" : " \"" + line.note + "\"");
        }
    }
    if (!fresh.empty()) {
        finding.words = fresh;
        const Entry opened = open_case(recording, person, finding);
        const auto file = book.store().case_file(opened.number).value_or(CaseFile{});
        said += (said.empty() ? "" : " ") + say(N_("Case {0} is opened."), case_code(file.sequence));
    }
    return said;
}

std::string case_of_count(Book& book, EntryNumber count, const std::string& item) {
    const EntryNumber one = case_from(book, count);
    const std::vector<Line> lines = one == 0 ? std::vector<Line>{} : book.store().lines(one);
    const bool is_of_item =
        lines.empty() || std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return line.item == item; });
    return one == 0 || !is_of_item ? "" : case_code(book.store().case_file(one).value_or(CaseFile{}).sequence);
}

}  // namespace onduty
