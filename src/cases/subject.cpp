// SPDX-License-Identifier: MIT
// What does the house know of complaints, repairs and the like?
#include "book/subject.hpp"
#include "book/amended.hpp"
#include "book/machine_words.hpp"
#include "book/names.hpp"
#include "book/needed_words.hpp"
#include "cases/blocks.hpp"
#include "cases/corrections.hpp"
#include "cases/facts.hpp"
#include "cases/kinds.hpp"
#include "cases/read.hpp"
#include "cases/rules.hpp"
#include "cases/told.hpp"
#include "cases/words.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// It says how the register told the time of the entry, and stays.
constexpr const char* kOfItsTime = "as told";

constexpr Field kCaseFields[]{
    {"case", FieldType::number},           {"sort", FieldType::code},           {"severity", FieldType::number},
    {"channel", FieldType::code},          {"place", FieldType::code, "point"}, {"unit", FieldType::words},
    {"against", FieldType::code, "staff"}, {"remedy_asked", FieldType::words},  {"reference", FieldType::words},
    {"name", FieldType::personal},         {"phone", FieldType::personal},      {kDayOnly, FieldType::time, kOfItsTime},
};

constexpr Field kAssessFields[]{
    {"severity", FieldType::number}, {"safety", FieldType::number},  {"complexity", FieldType::number},
    {"impact", FieldType::number},   {"immediate", FieldType::flag},
};

constexpr Field kOwnerFields[]{
    {"owner", FieldType::code, "staff"},
    {kDayOnly, FieldType::time, kOfItsTime},
};

constexpr Field kActFields[]{
    {"cost", FieldType::number, "hundredths of the money of the site"},
    {kDayOnly, FieldType::time, kOfItsTime},
};

constexpr Field kResolveFields[]{
    {"remedy", FieldType::words},
    {"cost", FieldType::number, "hundredths of the money of the site"},
    {kDayOnly, FieldType::time, kOfItsTime},
};

constexpr Field kArchiveFields[]{
    {kDayOnly, FieldType::time, kOfItsTime},
    {kTimeUnknown, FieldType::time, kOfItsTime},
};

constexpr Field kWaitFields[]{
    {"for", FieldType::code},
};

constexpr Field kSentFields[]{
    {"to", FieldType::code, "post"},
};

constexpr Field kCauseFields[]{
    {"cause", FieldType::code, "cause"},
};

constexpr Field kSignFields[]{
    {"person", FieldType::code, "staff"},
    {"result", FieldType::code, "", "ok refused"},
};

// As complain sign takes them.
constexpr MachineWord kSignResults[]{
    {result::kOk, N_("passed"), "passed 合格 通过"},
    {result::kRefused, N_("refused"), "不合格 拒绝"},
};

constexpr Field kFollowFields[]{
    {"channel", FieldType::code},
    {"result", FieldType::code, "", "A B C missed"},
};

// Every step of a complaint is about the one whom it is against.
bool case_concerns(Book& book, const Entry& entry, const std::string& person) {
    const Entry first =
        entry.kind == kind::kCase ? entry : as_corrected(book.store(), book.entry(entry.about));
    return first.fields.word("against") == person;
}

constexpr Kind kCasesKinds[]{
    {.name = kind::kCase,
     .word = N_("case"),
     .traits = trait::kSeldom | trait::kThread,
     .step = opens_itself,
     .is_item = is_told_elsewhere,
     .told = case_told,
     .repeats = true,
     .stays = case_stays,
     .concerns = case_concerns,
     .fields = kCaseFields,
     .corrections = kCaseCorrections,
     .lacks = lacks_words},
    {.name = kind::kCaseAssess,
     .word = N_("assessed"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kAssessFields,
     .corrections = kAssessCorrections,
     .answers = true},
    {.name = kind::kCaseAssign,
     .word = N_("assigned"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kOwnerFields,
     .corrections = kOwnerCorrections,
     .answers = true},
    {.name = kind::kCaseAct,
     .word = N_("action"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kActFields,
     .corrections = kActCorrections,
     .lacks = lacks_words,
     .answers = true},
    {.name = kind::kCaseWait,
     .word = N_("waiting"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kWaitFields,
     .corrections = kWaitCorrections,
     .lacks = lacks_words,
     .answers = true},
    {.name = kind::kCaseResume,
     .word = N_("goes on"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .answers = true},
    {.name = kind::kCaseEscalate,
     .word = N_("handed up"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kSentFields,
     .corrections = kEscalateCorrections,
     .lacks = lacks_words,
     .answers = true},
    {.name = kind::kCaseDispatch,
     .word = N_("dispatched"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kSentFields,
     .corrections = kDispatchCorrections,
     .answers = true},
    {.name = kind::kCaseArrive,
     .word = N_("on the spot"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .answers = true},
    {.name = kind::kCaseResolve,
     .word = N_("resolved"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kResolveFields,
     .corrections = kResolveCorrections,
     .lacks = lacks_words,
     .answers = true},
    {.name = kind::kCaseSign,
     .word = N_("work checked"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kSignFields,
     .results = kSignResults,
     .corrections = kSignCorrections,
     .lacks = lacks_verdict,
     .own_act = true,
     .answers = true},
    {.name = kind::kCaseFollowUp,
     .word = N_("follow-up"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kFollowFields,
     .corrections = kFollowCorrections,
     .lacks = lacks_verdict,
     .answers = true},
    {.name = kind::kCaseCause,
     .word = N_("cause"),
     .traits = trait::kThread,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kCauseFields,
     .corrections = kCauseCorrections,
     .answers = true},
    {.name = kind::kCaseArchive,
     .word = N_("archived"),
     .traits = trait::kSeldom | trait::kThread,
     .step = closes_about,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .fields = kArchiveFields,
     .answers = true},
    {.name = kind::kCaseReopen,
     .word = N_("reopened"),
     .traits = trait::kThread,
     .step = opens_again,
     .told = case_told,
     .fits = case_fits,
     .concerns = case_concerns,
     .answers = true},
};

constexpr MachineWord kCasesWords[]{
    {sort::kComplaint, N_("complaint")},
    {sort::kRepair, N_("repair")},
    {sort::kEnquiry, N_("enquiry")},
    {sort::kOpinion, N_("opinion")},
    {sort::kSuggestion, N_("suggestion")},
    {sort::kFinding, N_("finding")},
    {sort::kLostProperty, N_("lost property")},
    {case_flag::kByItself, N_("by itself")},
    {verdict::kSatisfied, N_("A satisfied")},
    {verdict::kFairly, N_("B fairly satisfied")},
    {verdict::kNot, N_("C not satisfied")},
    {verdict::kMissed, N_("not reached")},
};

constexpr Clock kCasesClocks[]{{add_case_lines}};

const CaseFacts& cases_in(Pass& pass) {
    return pass.get<CaseFold>().facts;
}

constexpr const char* kHiddenOfCauses[]{"cause"};

constexpr Block kCasesBlocks[]{
    {.name = "cases",
     .place = 60,
     .heading = N_("Cases"),
     .want = wants<CaseFold>,
     .table = [](Pass& pass) { return cases_block(cases_in(pass), shown_word); }},
    {.name = "case-ages",
     .place = 61,
     .heading = nullptr,
     .want = wants<CaseFold>,
     .table = [](Pass& pass) { return case_ages_block(cases_in(pass)); }},
    {.name = "case-times",
     .place = 62,
     .heading = N_("Minutes that cases took"),
     .want = wants<CaseFold>,
     .table = [](Pass& pass) { return case_times_block(cases_in(pass)); }},
    {.name = "causes",
     .place = 63,
     .heading = N_("Causes of cases"),
     .hidden = kHiddenOfCauses,
     .want = wants<CaseFold>,
     .table = [](Pass& pass) { return causes_block(cases_in(pass), names_of(pass.book())); }},
    {.name = "verdicts",
     .place = 64,
     .heading = nullptr,
     .want = wants<CaseFold>,
     .table = [](Pass& pass) { return verdicts_block(cases_in(pass), shown_word); }},
    {.name = "repairs",
     .place = 65,
     .heading = nullptr,
     .want = wants<CaseFold>,
     .table = [](Pass& pass) { return repairs_block(cases_in(pass), names_of(pass.book())); }},
    {.name = "enquiries",
     .place = 66,
     .heading = nullptr,
     .want = wants<CaseFold>,
     .table = [](Pass& pass) { return enquiries_block(cases_in(pass), names_of(pass.book()), shown_channel); }},
};

constexpr Subject kCasesSubject{.name = "cases",
                                .kinds = kCasesKinds,
                                .words = kCasesWords,
                                .clocks = kCasesClocks,
                                .blocks = kCasesBlocks,
                                .stand = stand_cases,
                                .code_of = code_of_case,
                                .led_to = case_led_to,
                                .to_lead = case_to_lead};

}  // namespace

const Subject& cases_subject() {
    return kCasesSubject;
}

}  // namespace onduty
