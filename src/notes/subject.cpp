// SPDX-License-Identifier: MIT
// What does the house know of what is noted for later?
#include "book/subject.hpp"
#include "notes/rules.hpp"
#include "notes/words.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Field kAgendaFields[]{
    {"owner", FieldType::code, "staff"}, {"people", FieldType::number}, {"place", FieldType::code, "point"},
    {"contact", FieldType::words},       {"until", FieldType::time},    {"name", FieldType::personal},
    {"phone", FieldType::personal},
};

constexpr Field kDrillFields[]{
    {"sort", FieldType::code, "emergency"},
    {"owner", FieldType::code, "staff"},
    {"people", FieldType::number},
    {"next", FieldType::time},
    {"result", FieldType::code, "", "ok fault"},
    {"name", FieldType::personal},
};

constexpr Kind kNotesKinds[]{
    {.name = kind::kTask,
     .word = N_("task"),
     .traits = trait::kSeldom | trait::kThread,
     .step = opens_itself,
     .told = note_told,
     .fields = kAgendaFields},
    {.name = kind::kDrill,
     .word = N_("drill"),
     .traits = trait::kSeldom | trait::kThread,
     .step = closes_and_opens,
     .told = note_told,
     .fields = kDrillFields},
    {.name = kind::kTraining,
     .word = N_("training"),
     .traits = trait::kSeldom | trait::kThread,
     .step = closes_and_opens,
     .told = note_told,
     .fields = kAgendaFields},
    {.name = kind::kMinutes,
     .word = N_("minutes"),
     .traits = trait::kSeldom,
     .told = note_told,
     .fields = kAgendaFields},
    {.name = kind::kEvent,
     .word = N_("event"),
     .traits = trait::kSeldom,
     .step = opens_with_time,
     .told = note_told,
     .fields = kAgendaFields},
    {.name = kind::kSupplier,
     .word = N_("supplier"),
     .traits = trait::kSeldom,
     .step = opens_with_time,
     .told = note_told,
     .fields = kAgendaFields},
    {.name = kind::kMail,
     .word = N_("mail"),
     .traits = trait::kSeldom,
     .step = opens_itself,
     .told = note_told,
     .fields = kAgendaFields},
    {.name = kind::kDone, .word = N_("done"), .traits = trait::kThread, .step = closes_about, .told = done_told},
};

constexpr MachineWord kNotesWords[]{
    {meeting::kDepartment, N_("department")},
    {meeting::kOwners, N_("owners")},
    {meeting::kOther, N_("other")},
    {kRelease, N_("goods out")},
};

constexpr Subject kNotesSubject{"notes", kNotesKinds, kNotesWords};

}  // namespace

const Subject& notes_subject() {
    return kNotesSubject;
}

}  // namespace onduty
