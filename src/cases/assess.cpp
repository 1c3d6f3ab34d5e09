// SPDX-License-Identifier: MIT
// complain assess, assign: how grave it is and whose it is.
#include "cases/actions.hpp"
#include "cases/assessment.hpp"
#include "cases/moves.hpp"
#include "cases/words.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

void Assessment::add_to(OptionList& list) {
    list.option("--severity", &severity, "1-4", tr("How grave: 1 critical, 2 serious, 3 general, 4 slight"));
    list.option("--safety", &safety, "1-4", tr("Danger to people, 1 the gravest"));
    list.option("--complexity", &complexity, "1-4", tr("How involved it is, 1 the most"));
    list.option("--impact", &impact, "1-4", tr("How many it touches, 1 the most"));
    list.flag("--immediate", &immediate, tr("Something can and must be done at once"));
}

CaseStep Assessment::step() const {
    const auto level = [](const char* option, std::int64_t typed) {
        return typed == 0 ? 0 : checked_level(option, typed);
    };
    CaseStep step;
    step.severity = level("--severity", severity);
    step.safety = level("--safety", safety);
    step.complexity = level("--complexity", complexity);
    step.impact = level("--impact", impact);
    step.immediate = immediate;
    return step;
}

namespace {

struct AssessOptions {
    std::string number;
    std::string words;
    Assessment assessment;
};

int assess(Context& context, const AssessOptions& options) {
    StepFields fields;
    fields.step = options.assessment.step();
    fields.note = options.words;
    if (options.assessment.empty()) {
        throw UsageError{say(N_("How grave is it? Add --severity 1 (critical) to 4 (slight)."))};
    }
    Recording recording{context};
    Case one = case_named(recording.book(), options.number);
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::assess, fields);
    const std::int64_t severity = fields.step.severity == 0 ? one.severity : fields.step.severity;
    std::string what = say(N_("assessed: severity {0}."), severity);
    if (severity != one.severity) {
        what += " " + say(N_("What was told later holds: {0}."), one.severity);
    }
    return finish_step(recording, one, stored, what);
}

struct AssignOptions {
    std::string number;
    std::string person;
    std::string words;
};

int assign(Context& context, const AssignOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    Case one = case_named(book, options.number);
    const Word owner = book.person_told(options.person);
    keep_accused_from(recording, one, owner.code, options.person);
    StepFields fields;
    fields.step.owner = owner.code;
    fields.note = options.words;
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::assign, fields);
    std::string what = say(N_("assigned to {0}."), owner.name);
    if (owner.code != one.owner) {
        what += " " + say(N_("What was told later holds: {0}."), book.name_of("staff", one.owner));
    }
    return finish_step(recording, one, stored, what);
}

void declare_assess(OptionList& list, AssessOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.word("words", &options.words, tr("What the assessment rests on"));
    options.assessment.add_to(list);
}

void declare_assign(OptionList& list, AssignOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.needed_word("name", &options.person, tr("Whose it is from now on"));
    list.word("words", &options.words, tr("What is to be done"));
}

}  // namespace

constexpr ActionSpec kComplainAssess = action<declare_assess, assess>("assess", "评估", N_("How grave it is, and why"));
constexpr ActionSpec kComplainAssign = action<declare_assign, assign>("assign", "指派", N_("Whose it is"));

}  // namespace onduty
