// SPDX-License-Identifier: MIT
#include "guard/corrections.hpp"

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "book/needed_words.hpp"
#include "guard/kinds.hpp"
#include "guard/phone_call.hpp"
#include "guard/read.hpp"
#include "guard/rules.hpp"
#include "text/error.hpp"
#include "text/unicode.hpp"
#include "time/clock.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// The time of a call is claimed when the correction is made, like any other.
void put_call_time(Correcting& correcting, Instant at) {
    Book& book = correcting.book();
    const Instant stored = at - moved_by_clock(book.store(), correcting.now);
    correcting.number("phoned_at", stored.time_since_epoch().count());
    correcting.now.late = correcting.now.late || is_late(book.now(), at, book.grace());
}

// A step that says nothing any more is no step.
void refuse_empty_step(const Correcting& correcting) {
    const Fields& fields = correcting.now.fields;
    if (fields.word("phoned").empty() && fields.word("action_taken").empty() && fields.word("action_needed").empty()) {
        throw UsageError{say(N_("Nothing would be left of entry {0}."), correcting.now.number)};
    }
}

}  // namespace

std::string lacks_outcome(Book& book, const Entry& entry) {
    return entry.result == result::kComplete ? lacks_words(book, entry) : "";
}

void read_category(Correcting& correcting, const std::string& typed) {
    read_subject<"category", N_("incident category")>(correcting, typed);
    correcting.code("category", correcting.now.subject);
}

void read_reported_by(Correcting& correcting, const std::string& typed) {
    correcting.code("reported_by", correcting.book().person_told(typed).code);
}

// Who was told; when that is not said otherwise, it was when the entry was recorded, as it is at once.
void read_phoned(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    const bool nobody = takes_out(typed);
    const ToldThen then{correcting.book(), phoned_at(correcting.book(), now).value_or(now.told_at())};
    const std::string told = nobody ? "" : told_by_phone(correcting.book(), typed).in_words;
    if (now.kind == kind::kIncident) {
        correcting.code("phoned", told);
    } else {
        correcting.words("phoned", told);
    }
    if (nobody) {
        correcting.now.fields.take_out("phoned_at");
    } else if (now.fields.find("phoned_at") == nullptr) {
        put_call_time(correcting, now.kind == kind::kIncident ? now.recorded_at : now.told_at());
    }
    if (now.kind == kind::kIncidentStep) {
        refuse_empty_step(correcting);
    }
}

void read_phoned_at(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    Book& book = correcting.book();
    if (now.fields.word("phoned").empty()) {
        throw UsageError{say(N_("--phoned-at needs --phoned NAME and a time that is not in the future."))};
    }
    const Instant at = call_time(book, typed, now.recorded_at);
    const bool is_step = now.kind == kind::kIncidentStep;
    const Instant incident = is_step ? as_corrected(book.store(), book.entry(now.about)).told_at() : now.told_at();
    // Reported afterwards without its time, an incident stands at that of its report, and its call before it.
    if (const auto was = phoned_at(book, now); !was || *was >= incident) {
        refuse_call_before(book, at, incident);
    }
    put_call_time(correcting, at);
}

void read_action_of_step(Correcting& correcting, const std::string& typed) {
    read_words<"action_taken">(correcting, typed);
    refuse_empty_step(correcting);
}

void read_needed_of_step(Correcting& correcting, const std::string& typed) {
    read_words<"action_needed">(correcting, typed);
    refuse_empty_step(correcting);
}

void read_emergency(Correcting& correcting, const std::string& typed) {
    correcting.now.rule =
        takes_out(typed) ? "" : correcting.book().resolve_told("emergency", N_("emergency plan"), typed).code;
}

void read_conduct(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = conduct_named(typed);
    if (correcting.now.subject == conduct::kOther && correcting.now.fields.word("words").empty()) {
        throw UsageError{say(N_("What was it? Add it in a few words."))};
    }
}

void read_person_of_conduct(Correcting& correcting, const std::string& typed) {
    const Word person = correcting.book().person_told(typed);
    check_conduct_of(correcting.recording(), person, correcting.now);
    correcting.personal("person", person.code);
}

void read_words_of_conduct(Correcting& correcting, const std::string& typed) {
    const bool needed = correcting.now.subject == conduct::kOther;
    correcting.personal("words", needed ? some_words(typed) : words_or_none(typed));
}

void read_category_of_alarm(Correcting& correcting, const std::string& typed) {
    correcting.now.rule = correcting.book().resolve_told("category", N_("incident category"), typed).code;
}

void read_result_of_alarm(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    if (now.result.empty()) {
        throw Refusal{say(N_("What the alarm of entry {0} was is said by a step of its own: {1} --result real, or "
                             "false. Said already, that one is corrected."),
                          now.number, alarm_command(correcting.book(), now.number))};
    }
    read_result(correcting, typed);
}

}  // namespace onduty
