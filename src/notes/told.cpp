// SPDX-License-Identifier: MIT
#include "notes/told.hpp"

#include "book/machine_words.hpp"
#include "book/teller.hpp"
#include "notes/kinds.hpp"
#include "notes/read.hpp"
#include "notes/rules.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

std::string note_told(Teller& teller, const Entry& entry) {
    const Agenda agenda = agenda_of(entry.fields).value_or(Agenda{});
    Parts parts;
    if (entry.kind == kind::kDrill) {
        parts.add(teller.name("emergency", entry.subject));
    } else if (entry.kind == kind::kTask && entry.subject == kRelease) {
        const std::string whose = note_addressee(teller.book(), {entry, agenda});
        const std::string goods = shown_word(entry.subject);
        parts.add(whose.empty() ? goods : say(N_("{0} for {1}"), goods, whose));
    } else if (entry.kind == kind::kMinutes || (entry.kind == kind::kTask && !entry.subject.empty())) {
        parts.add(shown_word(entry.subject));
    } else if (entry.kind == kind::kMail || entry.kind == kind::kTraining) {
        parts.add(note_addressee(teller.book(), {entry, agenda}));
    } else if (entry.kind == kind::kSupplier) {
        parts.add(agenda.contact);
        parts.add(entry.subject);
    }
    parts.add(agenda.owner.empty() || entry.kind == kind::kMail ? "" : teller.person(agenda.owner));
    parts.add(agenda.people == 0 ? "" : say(N_("people {0}"), agenda.people));
    if (entry.slot_at) {
        const std::string at = date_time_text(teller.book().zone(), *entry.slot_at);
        parts.add(entry.kind == kind::kEvent                                    ? at
                  : entry.kind == kind::kDrill || entry.kind == kind::kTraining ? say(N_("next {0}"), at)
                                                                                : say(N_("due {0}"), at));
    }
    return std::move(parts).text();
}

}  // namespace onduty
