// SPDX-License-Identifier: MIT
// What are notes, signatures, calls, alarms and findings about, in the words of a log line?
#include "book/words.hpp"
#include "book/entry_table.hpp"
#include "notes/read.hpp"
#include "staff/supervisors.hpp"
#include "text/translate.hpp"
#include "time/words.hpp"

namespace onduty {

bool EntryCells::has_note_subject(const std::string& kind) {
    return is_note(kind) || kind == kind::kMinutes || kind == kind::kDone || kind == kind::kCompanion ||
           kind == kind::kCountersign || kind == kind::kConduct || kind == kind::kCheckCall || kind == kind::kSignal;
}

std::string EntryCells::note_subject(const Entry& entry) {
    if (entry.kind == kind::kDone || entry.kind == kind::kCountersign) {
        return "#" + std::to_string(entry.about);
    }
    if (entry.kind == kind::kCompanion || entry.kind == kind::kCheckCall) {
        return person(entry.subject);
    }
    if (entry.kind == kind::kConduct) {
        return may_read_conduct() ? person(conduct_field(entry, "person")) + " " + shown_word(entry.subject) : "";
    }
    if (entry.kind == kind::kSignal) {
        const std::string point = entry.subject + " " + name("point", entry.subject);
        return entry.rule.empty() ? point : name("category", entry.rule) + tr(", ") + point;
    }
    return agenda_subject(entry);
}

// "Li Na, due 2026-11-24 18:00", "Fire, people 12, next 2027-05-25 20:30".
std::string EntryCells::agenda_subject(const Entry& entry) {
    const Agenda agenda = book_->store().agenda(entry.number).value_or(Agenda{});
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() || part.empty() ? "" : tr(", ")) + part; };
    if (entry.kind == kind::kDrill) {
        add(name("emergency", entry.subject));
    } else if (entry.kind == kind::kMinutes || (entry.kind == kind::kTask && !entry.subject.empty())) {
        add(shown_word(entry.subject));
    } else if (entry.kind == kind::kMail) {
        add(note_addressee(*book_, {entry, agenda}));
    } else if (entry.kind == kind::kSupplier) {
        add(agenda.contact);
        add(entry.subject);
    }
    add(agenda.owner.empty() || entry.kind == kind::kMail ? "" : person(agenda.owner));
    add(agenda.people == 0 ? "" : say(N_("people {0}"), agenda.people));
    if (entry.slot_at) {
        const std::string at = date_time_text(book_->zone(), *entry.slot_at);
        add(entry.kind == kind::kEvent                                    ? at
            : entry.kind == kind::kDrill || entry.kind == kind::kTraining ? say(N_("next {0}"), at)
                                                                          : say(N_("due {0}"), at));
    }
    return text;
}

bool EntryCells::may_read_conduct() {
    if (!may_read_conduct_) {
        may_read_conduct_ = reads_as_supervisor(*book_);
    }
    return *may_read_conduct_;
}

std::string EntryCells::conduct_field(const Entry& entry, const char* field) {
    for (const PersonalField& personal : book_->store().personal(entry.number)) {
        if (personal.field == field) {
            return personal.value;
        }
    }
    return {};
}

}  // namespace onduty
