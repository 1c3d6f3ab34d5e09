// SPDX-License-Identifier: MIT
// patrol incident: an incident report, numbered in sequence (BS 7499: when, where, to whom, done, to do).

#include "commands/patrol/patrol.hpp"
#include "commands/recording.hpp"
#include "error.hpp"
#include "text/time_words.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

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
};

int report_incident(Context& context, const IncidentOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Presence person = recording.on_duty_person();
    const Word category = book.resolve("category", N_("incident category"), options.category);
    Entry entry = recording.draft(kind::kIncident, person);
    entry.subject = category.code;
    entry.note = tidy_note(options.text);
    Details details;
    Incident incident;
    incident.sequence = recording.store().next_incident_number();
    incident.category = category.code;
    incident.place = options.place.empty() ? "" : book.resolve("point", N_("checkpoint"), options.place).code;
    incident.reported_by =
        options.reported_by.empty() ? person.person : book.resolve("staff", N_("person"), options.reported_by).code;
    incident.phoned = tidy_note(options.phoned);  // 119 and 110 are not in the plan
    if (!options.phoned_at.empty()) {
        incident.phoned_at = read_time(options.phoned_at, book.zone(), book.now());
        if (incident.phoned.empty() || *incident.phoned_at > book.now() + kAheadAllowed) {
            throw UsageError{say(N_("--phoned-at needs --phoned NAME and a time that is not in the future."))};
        }
    } else if (!incident.phoned.empty()) {
        incident.phoned_at = entry.recorded_at;
    }
    incident.action_taken = tidy_note(options.action);
    incident.action_needed = tidy_note(options.needed);
    details.incident = incident;
    if (!options.witness.empty()) {
        details.personal.push_back({"witness", tidy_note(options.witness)});
    }
    const Entry stored = recording.append(entry, details);
    const int code =
        recording.finish(stored, say(N_("Incident {0}, {1}: {2}."), incident.sequence, category.name, entry.note));
    if (incident.phoned.empty() && !context.options.json) {
        context.remark(
            say(N_("Nobody was phoned yet. Phone the supervisor now, then: onduty correct {0} --note \"...\" --reason "
                   "\"phoned\""),
                stored.number));
    }
    return code;
}

}  // namespace

Action setup_patrol_incident(OptionList& list) {
    auto options = std::make_shared<IncidentOptions>();
    list.needed_word("text", &options->text, tr("What happened"));
    list.needed_option("--category", &options->category, "CATEGORY", tr("What kind: fire, theft ... as in the plan"));
    list.option("--place", &options->place, "POINT", tr("Checkpoint where it happened"));
    list.option("--reported-by", &options->reported_by, "NAME", tr("Who noticed it, if somebody else"));
    list.option("--phoned", &options->phoned, "NAME", tr("Who was told by phone, a name or a number"));
    list.option("--phoned-at", &options->phoned_at, "TIME", tr("When, if not now"));
    list.option("--action", &options->action, "TEXT", tr("What was done"));
    list.option("--needed", &options->needed, "TEXT", tr("What remains to be done"));
    list.option("--witness", &options->witness, "TEXT", tr("Witnesses with phone; kept apart as personal data"));
    return [options](Context& context) { return report_incident(context, *options); };
}

}  // namespace onduty
