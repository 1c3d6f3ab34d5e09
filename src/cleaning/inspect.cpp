// SPDX-License-Identifier: MIT
// clean inspect: the supervisor scores an area from 1 to 5 and says what is wrong.
#include "book/rights.hpp"
#include "cases/read.hpp"
#include "cleaning/actions.hpp"
#include "cleaning/clean.hpp"
#include "cleaning/kinds.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

std::int64_t checked_score(std::int64_t score) {
    if (score < kWorstScore || score > kBestAreaScore) {
        throw UsageError{say(N_("--score goes from {0} (bad) to {1} (spotless)."), kWorstScore, kBestAreaScore)};
    }
    return score;
}

namespace {

struct InspectOptions {
    std::string area;
    std::int64_t score = 0;
    std::string note;
    std::vector<std::string> findings;
};


std::vector<std::string> checked_findings(const InspectOptions& options) {
    std::vector<std::string> findings;
    for (const std::string& finding : options.findings) {
        findings.push_back(tidy_note(finding));
        if (findings.back().empty()) {
            throw UsageError{say(N_("What was found? Write --finding \"...\""))};
        }
    }
    return findings;
}

// Each finding has an entry of its own, because one entry leads to one case.
Entry append_finding(Recording& recording, const Presence& person, const Entry& inspection,
                     const std::string& finding) {
    Entry entry = recording.draft(kind::kInspection, person);
    entry.about = inspection.number;
    entry.subject = inspection.subject;
    entry.result = result::kFault;
    entry.note = finding;
    return recording.append(entry);
}

int inspect(Context& context, const InspectOptions& options) {
    checked_score(options.score);
    const std::vector<std::string> findings = checked_findings(options);
    Recording recording{context};
    Book& book = recording.book();
    const Word area = book.point_told(N_("area"), options.area);
    const Presence person = person_with(recording, Right::inspect);
    Entry entry = recording.draft(kind::kInspection, person);
    entry.subject = area.code;
    entry.result = std::to_string(options.score);
    entry.note = tidy_note(options.note);
    const Entry stored = recording.append(entry);
    recording.follow(stored);
    std::vector<std::pair<std::string, Entry>> cases;  // what is said of each
    for (const std::string& finding : findings) {
        const Entry found = append_finding(recording, person, stored, finding);
        NewCase wanted;
        wanted.sort = "finding";
        wanted.from = found.number;
        wanted.place = area.code;
        const Entry opened = open_case(recording, person, wanted);
        const auto file = book.store().case_file(opened.number).value_or(CaseFile{});
        cases.emplace_back(say(N_("{0} opened: {1}."), case_code(file.sequence), shown_safely(finding)), opened);
    }
    recording.commit();
    recording.answer(stored, say(N_("{0} inspected: score {1} of {2}."), area.name, options.score, kBestAreaScore));
    for (const auto& [said, opened] : cases) {
        recording.answer(opened, said);
    }
    return kDone;
}

void declare_inspect(OptionList& list, InspectOptions& options) {
    list.needed_word("area", &options.area, tr("Which area, a checkpoint of the plan"));
    list.needed_option("--score", &options.score, "N", tr("From 1 (bad) to 5 (spotless)"));
    list.option("--finding", &options.findings, "TEXT", tr("What is wrong; becomes a case; may be repeated"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kCleanInspect =
    action<declare_inspect, inspect>("inspect", "检查", N_("The supervisor scores an area"));

}  // namespace onduty
