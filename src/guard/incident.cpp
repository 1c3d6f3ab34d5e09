// SPDX-License-Identifier: MIT
// patrol incident: an incident report, numbered in sequence (BS 7499: when, where, to whom, done, to do).

#include <algorithm>
#include <optional>
#include <utility>

#include "book/claim.hpp"
#include "book/names.hpp"
#include "book/recording.hpp"
#include "book/somebody.hpp"
#include "book/withdrawal.hpp"
#include "guard/actions.hpp"
#include "guard/kinds.hpp"
#include "guard/phone_call.hpp"
#include "guard/read.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

Somebody told_by_phone(Book& book, const std::string& typed) {
    if (read_number(typed)) {
        Somebody number;
        number.in_words = plain_form(typed);
        return number;
    }
    return somebody_named(book, typed);
}

Instant call_time(Book& book, const std::string& typed, Instant then) {
    const Instant at = read_time(typed, book.zone(), book.now(), then);
    if (at > then + kAheadAllowed) {
        throw UsageError{say(N_("--phoned-at needs --phoned NAME and a time that is not in the future."))};
    }
    return std::min(at, then);  // two clocks on two walls differ
}

void refuse_call_before(Book& book, Instant call, Instant incident) {
    if (call < incident) {
        throw Refusal{say(N_("The incident was at {0}, later than that."), full_text(book.zone(), incident))};
    }
}

namespace {

struct IncidentOptions {
    std::string text;
    std::string category;
    std::string place;
    std::string reported_by;
    std::string phoned;
    std::string phoned_at;
    std::string action;
    std::string needed;
    std::string witness;
    std::string emergency;
    std::int64_t about = 0;
};

// What the report is about: an alarm of the house above all, but any entry may be.
std::optional<Entry> cause_of(Recording& recording, EntryNumber about) {
    if (about == 0) {
        return std::nullopt;
    }
    refuse_withdrawn(recording.book(), about);
    return recording.book().entry(about);
}

// An alarm that is reported as an incident was a real one.
void end_alarm(Recording& recording, const Presence& person, const Entry& alarm) {
    if (alarm.kind == kind::kSignal && recording.store().open_matters().count(alarm.number) > 0) {
        // It is known now; what is reported may have been before the alarm.
        const std::string at = std::exchange(recording.book().context().options.at, {});
        Entry done = recording.draft(kind::kDone, person);
        recording.book().context().options.at = at;
        done.about = alarm.number;
        done.result = result::kReal;
        recording.append(done);
    }
}

// Who was told by phone, and when; nobody where nobody is named.
struct PhoneCall {
    Somebody told;
    std::optional<Instant> at;
};

// At `otherwise` where no time is said.
PhoneCall phone_call(Book& book, const IncidentOptions& options, Instant otherwise) {
    PhoneCall call;
    const bool is_named = !plain_form(options.phoned).empty();
    if (!options.phoned_at.empty() && !is_named) {
        throw UsageError{say(N_("--phoned-at needs --phoned NAME and a time that is not in the future."))};
    }
    if (options.phoned.empty()) {
        return call;
    }
    if (options.phoned_at.empty()) {
        call.told = told_by_phone(book, options.phoned);
        call.at = otherwise;
        return call;
    }
    call.at = call_time(book, options.phoned_at, book.now());
    const ToldThen then{book, *call.at};
    call.told = told_by_phone(book, options.phoned);
    return call;
}

// What was done after the report was written.
int follow_incident(Context& context, std::int64_t sequence, const IncidentOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const IncidentReport report = incident_numbered(book, sequence);
    Entry entry = recording.draft(kind::kIncidentStep, recording.on_duty_person());
    entry.about = report.entry.number;
    const PhoneCall call = phone_call(book, options, entry.told_at());
    if (call.at) {
        refuse_call_before(book, *call.at, report.entry.told_at());
        claim(book, entry, *call.at);
        entry.fields.add_words("phoned", call.told.in_words);
        entry.fields.add("phoned_at", call.at->time_since_epoch().count());
    }
    entry.fields.add_words("action_taken", tidy_note(options.action));
    entry.fields.add_words("action_needed", tidy_note(options.needed));
    const std::string words = step_words(book, entry);
    const Entry stored = recording.append(entry);
    const int code =
        recording.finish(stored, say(N_("Incident {0}, {1}: {2}."), sequence,
                                     book.name_of("category", report.incident.category), shown_safely(words)));
    remark_alike(book, call.told, stored.number, "--phoned");
    return code;
}

int report_incident(Context& context, const IncidentOptions& options) {
    if (options.category.empty()) {
        throw UsageError{say(N_("{0} is missing."), "--category CATEGORY")};
    }
    Recording recording{context};
    Book& book = recording.book();
    const Presence person = recording.on_duty_person();
    const Word category = book.resolve_told("category", N_("incident category"), options.category);
    Entry entry = recording.draft(kind::kIncident, person);
    entry.subject = category.code;
    entry.note = tidy_note(options.text);
    if (entry.note.empty()) {
        throw UsageError{say(N_("There are no words in it. Say in a few words what it is about."))};
    }
    const auto cause = cause_of(recording, options.about);
    entry.about = options.about;
    entry.rule =
        options.emergency.empty() ? "" : book.resolve_told("emergency", N_("emergency plan"), options.emergency).code;
    Details details;
    Incident incident;
    incident.sequence = recording.store().next_incident_number();
    incident.category = category.code;
    incident.place = options.place.empty() ? "" : book.point_told(N_("checkpoint"), options.place).code;
    incident.reported_by = options.reported_by.empty() ? person.person : book.person_told(options.reported_by).code;
    const PhoneCall call = phone_call(book, options, entry.recorded_at);
    if (call.at) {
        claim(book, entry, *call.at);
    }
    // Reported afterwards without its time, an incident stands at that of its report.
    if (!options.phoned_at.empty() && entry.happened_at) {
        refuse_call_before(book, *call.at, entry.told_at());
    }
    incident.phoned = call.told.in_words;
    incident.phoned_at = call.at;
    incident.action_taken = tidy_note(options.action);
    incident.action_needed = tidy_note(options.needed);
    details.incident = incident;
    entry.opens = incident.phoned.empty() ? kItself : 0;
    if (!options.witness.empty()) {
        details.personal.push_back({"witness", tidy_note(options.witness)});
    }
    const Entry stored = recording.append(entry, details);
    if (cause) {
        recording.follow(stored);
        end_alarm(recording, person, *cause);
    }
    std::string what = say(N_("Incident {0}, {1}: {2}."), incident.sequence, category.name, entry.note);
    if (!incident.phoned.empty()) {
        what += " " + say(N_("Told by phone: {0}."), shown_safely(incident.phoned));
    }
    const int code = recording.finish(stored, what);
    remark_alike(book, call.told, stored.number, "--phoned");
    if (incident.phoned.empty() && !context.options.json) {
        context.remark(
            say(N_("Nobody was phoned yet. Phone the supervisor now, then: onduty patrol incident {0} --phoned NAME"),
                incident.sequence));
    }
    return code;
}

int incident(Context& context, const IncidentOptions& options) {
    if (options.category.empty() && plain_form(options.text).empty()) {
        return list_incidents(context);
    }
    if (const auto number = read_number(options.text); number && options.category.empty()) {
        if (!options.place.empty() || !options.reported_by.empty() || !options.emergency.empty() ||
            !options.witness.empty() || options.about != 0) {
            throw UsageError{say(N_("A new report needs words and --category. What comes later to report {0} is said "
                                    "with --phoned, --action or --needed."),
                                 *number)};
        }
        const bool goes_on =
            !options.phoned.empty() || !options.phoned_at.empty() || !options.action.empty() || !options.needed.empty();
        return goes_on ? follow_incident(context, *number, options) : show_incident(context, *number);
    }
    return report_incident(context, options);
}

void declare_incident(OptionList& list, IncidentOptions& options) {
    list.word("text", &options.text, tr("What happened; or the number of a report, to read it or go on"));
    list.option("--category", &options.category, "CATEGORY", tr("What kind: fire, theft ... as in the plan"));
    list.option("--place", &options.place, "POINT", tr("Checkpoint where it happened"));
    list.option("--reported-by", &options.reported_by, "NAME", tr("Who noticed it, if somebody else"));
    list.option("--phoned", &options.phoned, "NAME", tr("Who was told by phone, a name or a number"));
    list.option("--phoned-at", &options.phoned_at, "TIME", tr("When, if not now"));
    list.option("--action", &options.action, "TEXT", tr("What was done"));
    list.option("--needed", &options.needed, "TEXT", tr("What remains to be done"));
    list.option("--emergency", &options.emergency, "PLAN", tr("Emergency plan that was followed, as in the plan"));
    list.option("--about", &options.about, "NO", tr("The entry that it came from, such as an alarm"));
    list.option("--witness", &options.witness, "TEXT", tr("Witnesses with phone; kept apart as personal data"));
}

}  // namespace

constexpr ActionSpec kPatrolIncident = action<declare_incident, incident>(
    "incident", "事件", N_("Report an incident; without words the list, with a number one"));

}  // namespace onduty
