// SPDX-License-Identifier: MIT
// Which entries are the book's own and of no subject, and which words do all subjects share?
#include <cstdlib>

#include "book/subject.hpp"
#include "book/teller.hpp"
#include "book/words.hpp"
#include "log/corrections.hpp"
#include "text/translate.hpp"
#include "time/words.hpp"

namespace onduty {

namespace {

std::string no_text(Teller&, const Entry&) {
    return {};
}

std::string slot_told(Teller& teller, const Entry& entry) {
    return entry.slot_at ? teller.name("rule", entry.rule) + " " + date_time_text(teller.book().zone(), *entry.slot_at)
                         : entry.subject;
}

std::string field_told(Teller&, const Entry& entry) {
    return shown_word(entry.subject);
}

std::string value_told(Teller& teller, const Entry& entry) {
    const std::string value = new_value(entry);
    if (entry.subject == field::kTime) {
        return date_time_text(teller.book().zone(), Instant{std::chrono::milliseconds{std::atoll(value.c_str())}});
    }
    return entry.subject == field::kResult ? shown_word(value) : value;
}

std::string alarm_text(Teller&, const Entry& entry) {
    return tr(entry.note.c_str());
}

constexpr Kind kOwnKinds[]{
    {.name = kind::kPlan, .word = N_("plan"), .note = no_text, .corrected = false, .withdrawn = false},
    {.name = kind::kExplanation,
     .word = N_("explanation"),
     .traits = trait::kThread | trait::kOfRule,
     .told = slot_told,
     .names_about = true},
    {.name = kind::kDone, .word = N_("done"), .traits = trait::kThread, .step = closes_about, .told = about_told},
    {.name = kind::kCorrection,
     .word = N_("correction"),
     .traits = trait::kSeldom | trait::kThread,
     .told = field_told,
     .note = value_told,
     .names_about = true,
     .corrected = false},
    {.name = kind::kVoid,
     .word = N_("void"),
     .traits = trait::kSeldom | trait::kThread,
     .names_about = true,
     .corrected = false,
     .withdrawn = false},
    {.name = kind::kAlarm, .word = N_("alarm"), .note = alarm_text, .withdrawn = false},
};

constexpr MachineWord kOwnWords[]{
    {condition::kMisplaced, N_("not in place")},
    {condition::kWorn, N_("worn")},
    {condition::kDamaged, N_("damaged")},
    {condition::kMissing, N_("missing")},
    {result::kSkipped, N_("skipped")},
    {result::kMissed, N_("not reached")},
    {result::kOk, N_("ok")},
    {result::kFault, N_("fault")},
    {result::kNotApplicable, N_("not applicable")},
    {result::kComplete, N_("complete")},
    {result::kIncomplete, N_("incomplete")},
    {result::kRefused, N_("refused")},
    {"corrected", N_("corrected")},
    {field::kNote, N_("note")},
    {field::kResult, N_("result")},
    {field::kTime, N_("time")},
};

constexpr Subject kOwn{"book", kOwnKinds, kOwnWords};

}  // namespace

const Subject& book_itself() {
    return kOwn;
}

}  // namespace onduty
