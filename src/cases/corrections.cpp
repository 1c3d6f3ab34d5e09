// SPDX-License-Identifier: MIT
#include "cases/corrections.hpp"

#include "book/withdrawal.hpp"
#include "cases/addressee.hpp"
#include "cases/kinds.hpp"
#include "cases/moves.hpp"
#include "cases/read.hpp"
#include "cases/rules.hpp"
#include "cases/typed_cause.hpp"
#include "cases/words.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/unicode.hpp"
#include "visits/caller.hpp"

namespace onduty {

namespace {

std::int64_t level_typed(const char* option, const std::string& typed) {
    const auto level = read_number(typed);
    if (!level) {
        throw UsageError{say(N_("{0} takes a number from 1 on, not \"{1}\"."), option, typed)};
    }
    return checked_level(option, *level);
}

// Of an assessment each may be left out, but not all of them.
void put_level(Correcting& correcting, const char* option, const char* field, const std::string& typed) {
    correcting.number(field, takes_out(typed) ? 0 : level_typed(option, typed));
    if (!correcting.now.fields.find("severity") && !correcting.now.fields.find("safety") &&
        !correcting.now.fields.find("complexity") && !correcting.now.fields.find("impact")) {
        throw UsageError{say(N_("How grave is it? Add --severity 1 (critical) to 4 (slight)."))};
    }
}

// A correction names nobody whom the command would not have named.
void keep_accused_from(Correcting& correcting, const std::string& person, const std::string& typed) {
    if (const auto one = CaseReader{correcting.book(), correcting.now.about}.read(correcting.now.about)) {
        onduty::keep_accused_from(correcting.recording(), *one, person, typed);
    }
}

}  // namespace

void read_sort_of_case(Correcting& correcting, const std::string& typed) {
    const std::string sort = typed_sort(typed);
    // How grave it is goes by the sort where nobody said it.
    const CasePlan& levels = correcting.book().plan(&Plan::cases, correcting.now.plan);
    if (correcting.now.fields.number("severity") == levels.default_level(correcting.now.subject)) {
        correcting.number("severity", levels.default_level(sort));
    }
    correcting.now.subject = sort;
}

void read_accused(Correcting& correcting, const std::string& typed) {
    correcting.code("against", takes_out(typed) ? "" : accused_named(correcting.book(), typed));
}

void read_severity_of_case(Correcting& correcting, const std::string& typed) {
    // Typed with the case, it is an assessment of its own, which holds.
    for (const Entry& along : recorded_along(correcting.book(), correcting.book().entry(correcting.now.number))) {
        if (along.kind == kind::kCaseAssess && along.fields.number("severity") != 0) {
            throw Refusal{say(N_("The severity of entry {0} was assessed at once. Correct that: onduty correct {1} "
                                 "--severity {2} --reason \"...\""),
                              correcting.now.number, along.number, level_typed("--severity", typed))};
        }
    }
    correcting.number("severity", level_typed("--severity", typed));
}

void read_channel_of_case(Correcting& correcting, const std::string& typed) {
    correcting.code("channel", takes_out(typed) ? "" : typed_channel("--channel", typed));
}

void read_unit_of_case(Correcting& correcting, const std::string& typed) {
    correcting.words("unit", takes_out(typed) ? "" : tidy_note(plain_form(typed)));
}

void read_reference(Correcting& correcting, const std::string& typed) {
    correcting.words("reference", words_or_none(typed), Sought::yes);
}

void read_phone_of_case(Correcting& correcting, const std::string& typed) {
    correcting.personal("phone", takes_out(typed) ? "" : checked_phone(typed));
}

void read_severity_assessed(Correcting& correcting, const std::string& typed) {
    put_level(correcting, "--severity", "severity", typed);
}

void read_safety(Correcting& correcting, const std::string& typed) {
    put_level(correcting, "--safety", "safety", typed);
}

void read_complexity(Correcting& correcting, const std::string& typed) {
    put_level(correcting, "--complexity", "complexity", typed);
}

void read_impact(Correcting& correcting, const std::string& typed) {
    put_level(correcting, "--impact", "impact", typed);
}

void read_immediate(Correcting& correcting, const std::string& typed) {
    correcting.number("immediate", yes_typed("--immediate", typed) ? 1 : 0);
}

void read_owner_of_case(Correcting& correcting, const std::string& typed) {
    const Word owner = correcting.book().person_told(typed);
    keep_accused_from(correcting, owner.code, typed);
    correcting.code("owner", owner.code);
}

void read_cost(Correcting& correcting, const std::string& typed) {
    correcting.number("cost", takes_out(typed) ? 0 : typed_money(typed));
}

void read_wait(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = typed_wait(typed);
}

void read_escalated_to(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = post_or_company(correcting.book(), typed);
}

void read_dispatched_to(Correcting& correcting, const std::string& typed) {
    const Somebody sent = post_or_contractor(correcting.book(), typed);
    keep_accused_from(correcting, sent.person, typed);
    correcting.now.subject = sent.in_words;
}

void read_way_of_follow_up(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = typed_channel("--way", typed);
}

void read_verdict(Correcting& correcting, const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    const bool missed = plain == verdict::kMissed || plain == "未联系上";
    correcting.now.result = missed ? verdict::kMissed : typed_verdict(typed);
}

void read_cause(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = typed_cause(correcting.book(), typed);
}

void read_person_of_sign(Correcting& correcting, const std::string& typed) {
    const Word person = correcting.book().person_told(typed);
    keep_accused_from(correcting, person.code, typed);
    correcting.now.subject = person.code;
}

std::string lacks_verdict(Book&, const Entry& entry) {
    if (!entry.note.empty() || (entry.result != verdict::kNot && entry.result != result::kRefused)) {
        return {};
    }
    return entry.kind == kind::kCaseSign ? say(N_("Why is it refused? Say it in a few words."))
                                         : say(N_("What is not well? C opens the case again; say why in a few words."));
}

}  // namespace onduty
