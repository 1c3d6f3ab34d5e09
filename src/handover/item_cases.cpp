// SPDX-License-Identifier: MIT
#include "handover/item_cases.hpp"

#include <algorithm>
#include <limits>

#include "cases/kinds.hpp"
#include "cases/read.hpp"
#include "handover/item_words.hpp"
#include "handover/kinds.hpp"
#include "handover/rules.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// The oldest of these cases about each item.
std::map<std::string, Case> cases_of_items(const std::vector<OpenFinding>& findings) {
    std::map<std::string, Case> cases;
    for (const OpenFinding& finding : findings) {
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
    const std::map<std::string, Case> known = cases_of_items(open_findings(book, kind::kHandoverCount));
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

namespace {

// What a slip tells of cases of items goes by its answer, as the counts do; while it waits, by now.
EntryNumber last_of_items(const SlipFacts& facts) {
    return facts.handover == nullptr     ? facts.last
           : facts.handover->answer == 0 ? std::numeric_limits<EntryNumber>::max()
                                         : facts.handover->answer;
}

// The case that a count opened, when it is about the item.
std::string case_of_count(Book& book, EntryNumber count, const std::string& item, EntryNumber last) {
    const EntryNumber one = case_from(book, count);
    const std::vector<Line> lines = one == 0 ? std::vector<Line>{} : book.store().lines(one);
    const bool is_of_item =
        lines.empty() || std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return line.item == item; });
    return one == 0 || one > last || !is_of_item ? ""
                                                 : case_code(book.store().case_file(one).value_or(CaseFile{}).sequence);
}

}  // namespace

DefectCases::DefectCases(Book& book, const SlipFacts& facts) : book_{&book}, last_{last_of_items(facts)} {
    std::vector<EntryNumber> cases;
    for (const auto& [number, kind] : facts.matters) {
        if (kind == kind::kCase) {
            cases.push_back(number);
        }
    }
    EntryQuery later;
    later.kind = kind::kCase;
    later.first = facts.last + 1;
    book.store().each(later, [&](const Entry& entry) {
        if (entry.number <= last_) {
            cases.push_back(entry.number);
        }
    });
    for (const auto& [item, one] : cases_of_items(open_findings(book, kind::kHandoverCount, cases, last_))) {
        open_.emplace(item, case_code(one.file.sequence));
    }
}

std::string DefectCases::code(const ItemDefect& defect) const {
    const auto open = open_.find(defect.item);
    return open != open_.end() ? open->second : case_of_count(*book_, defect.found->number, defect.item, last_);
}

}  // namespace onduty
