// SPDX-License-Identifier: MIT
// patrol incident: the list of the reports, and one of them as a page with the fields of BS 7499: when and where,
// reported when, by whom and to whom, details, action taken and to take, witnesses.
#include "book/amended.hpp"
#include "book/entry_table.hpp"
#include "book/names.hpp"
#include "book/reveal.hpp"
#include "book/rights.hpp"
#include "book/teller.hpp"
#include "guard/actions.hpp"
#include "guard/read.hpp"
#include "store/chain.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// Names and phones of witnesses are for supervisors.
std::string witnesses_of(Book& book, const Entry& incident) {
    std::string witnesses;
    for (const PersonalField& field : personal_of(incident.fields)) {
        witnesses += (witnesses.empty() ? "" : "; ") + (field.value.empty() ? tr("purged") : field.value);
    }
    if (witnesses.empty() || reveal_if_may(book, reveal::kPersonal, incident.number)) {
        return witnesses;
    }
    const std::vector<Word> who = who_may(book, Right::reveal);
    return who.empty() ? tr("kept apart as personal data; who looks adds --by")
                       : say(N_("kept apart as personal data. Who may see it: {0}"),
                             command_by(book.context(), who.front().code));
}

std::string told_words(Book& book, const IncidentReport& report) {
    const Incident& incident = report.incident;
    if (incident.phoned.empty()) {
        return tr("nobody yet");
    }
    if (!incident.phoned_at) {
        return incident.phoned;
    }
    return say(N_("{0}, {1}, {2} after it was found"), incident.phoned, full_text(book.zone(), *incident.phoned_at),
               duration_text(*incident.phoned_at - report.entry.told_at()));
}

void print_page(Book& book, const IncidentReport& report) {
    const auto show = [&](const char* heading, const std::string& value) {
        book.context().print(pad_right(heading, 16) + " " + (value.empty() ? "-" : shown_safely(value)));
    };
    const Entry& entry = report.entry;
    const Incident& incident = report.incident;
    EntryCells cells{book};
    book.context().print(say(N_("Incident {0}: {1}"), incident.sequence, book.name_of("category", incident.category)));
    book.context().print("");
    const std::string late = typed_late(entry) ? tr(", ") + late_words(entry) : "";
    show(tr("When"), full_text(book.zone(), entry.told_at()) + late);
    show(tr("Where"), incident.place.empty() ? "" : incident.place + " " + book.name_of("point", incident.place));
    show(tr("Reported by"), book.name_of("staff", incident.reported_by));
    show(tr("Reported to"), told_words(book, report));
    show(tr("Details"), entry.note);
    show(tr("Action taken"), incident.action_taken);
    show(tr("Action to take"), incident.action_needed);
    show(tr("Emergency plan"), entry.rule.empty() ? "" : book.name_of("emergency", entry.rule));
    show(tr("Witnesses"), witnesses_of(book, entry));
    if (const auto cause = entry.about == 0 ? std::nullopt : book.store().entry(entry.about)) {
        show(tr("Came from"),
             "#" + std::to_string(cause->number) + " " + cells.line(as_corrected(book.store(), *cause), ""));
    }
    each_step(book, entry.number, [&](const Entry& step) {
        show(fmt::format("#{}", step.number).c_str(),
             full_text(book.zone(), step.told_at()) + tr(", ") + cells.actor(step) + tr(": ") + cells.subject(step));
    });
    show(tr("Written by"),
         say(N_("{0}, {1}, entry {2}-{3}"), book.name_of("staff", entry.actor),
             full_text(book.zone(), entry.recorded_at), entry.number, short_hash(book.entry(entry.number))));
}

}  // namespace

int list_incidents(Context& context) {
    Book book{context, Store::Mode::read};
    const Table table = incidents_block(all_incidents(book), book.zone(), names_of(book));
    if (table.rows.empty() && !context.options.json) {
        context.print(tr("No incident was reported yet."));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

int show_incident(Context& context, std::int64_t sequence) {
    Book book{context, Store::Mode::read};
    const IncidentReport report = incident_numbered(book, sequence);
    const NamesThen names{book, report.entry.plan};
    if (context.options.json) {
        print(incidents_block({report}, book.zone(), names_of(book)), Format::json, *context.environment.out);
        return kDone;
    }
    print_page(book, report);
    return kDone;
}

}  // namespace onduty
