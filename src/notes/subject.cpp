// SPDX-License-Identifier: MIT
// What does the house know of what is noted for later?
#include "book/subject.hpp"
#include "book/machine_words.hpp"
#include "book/names.hpp"
#include "book/needed_words.hpp"
#include "notes/blocks.hpp"
#include "notes/corrections.hpp"
#include "notes/facts.hpp"
#include "notes/kinds.hpp"
#include "notes/looked_back.hpp"
#include "notes/read.hpp"
#include "notes/rules.hpp"
#include "notes/told.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Field kTaskFields[]{
    {"owner", FieldType::code, "staff"}, {"contact", FieldType::words}, {"until", FieldType::time},
    {"name", FieldType::personal},       {"goods", FieldType::pieces},
};

constexpr Field kTrainingFields[]{
    {"owner", FieldType::code, "staff"}, {"people", FieldType::number}, {"place", FieldType::code, "point"},
    {"next", FieldType::time},           {"name", FieldType::personal},
};

constexpr Field kMinutesFields[]{
    {"meeting", FieldType::code},
    {"people", FieldType::number},
    {"place", FieldType::code, "point"},
};

constexpr Field kEventFields[]{
    {"owner", FieldType::code, "staff"},
    {"people", FieldType::number},
    {"place", FieldType::code, "point"},
    {"begin", FieldType::time},
};

constexpr Field kSupplierFields[]{
    {"contact", FieldType::words},
    {"topic", FieldType::words},
    {"until", FieldType::time},
    {"name", FieldType::personal},
};

constexpr Field kMailFields[]{
    {"owner", FieldType::code, "staff"},
    {"contact", FieldType::words},
    {"place", FieldType::code, "point"},
    {"name", FieldType::personal},
};

constexpr MachineWord kDrillResults[]{
    {result::kOk, N_("ok"), "正常 合格"},
    {result::kFault, N_("fault"), "有问题 不合格"},
};

constexpr Field kDrillFields[]{
    {"sort", FieldType::code, "emergency"},      {"people", FieldType::number},
    {"place", FieldType::code, "point"},         {"next", FieldType::time},
    {"result", FieldType::code, "", "ok fault"},
};

bool is_of_department(const Entry& entry) {
    return entry.subject == meeting::kDepartment;
}

constexpr Kind kNotesKinds[]{
    {.name = kind::kTask,
     .word = N_("task"),
     .traits = trait::kSeldom | trait::kThread,
     .step = opens_itself,
     .due_by_itself = release_due,
     .told = note_told,
     .fields = kTaskFields,
     .corrections = kTaskCorrections,
     .lacks = lacks_words},
    {.name = kind::kDrill,
     .word = N_("drill"),
     .traits = trait::kSeldom | trait::kThread,
     .step = closes_and_opens,
     .told = note_told,
     .upon_about = false,
     .fields = kDrillFields,
     .results = kDrillResults,
     .corrections = kDrillCorrections,
     .lacks = lacks_what_went_wrong,
     .done_in_words = true},
    {.name = kind::kTraining,
     .word = N_("training"),
     .traits = trait::kSeldom | trait::kThread,
     .step = closes_and_opens,
     .told = note_told,
     .upon_about = false,
     .fields = kTrainingFields,
     .corrections = kTrainingCorrections,
     .lacks = lacks_words,
     .done_in_words = true},
    {.name = kind::kMinutes,
     .word = N_("minutes"),
     .traits = trait::kSeldom,
     .told = note_told,
     .deed = {"event", event::kMinutes, is_of_department},
     .fields = kMinutesFields,
     .corrections = kMinutesCorrections,
     .lacks = lacks_words},
    {.name = kind::kEvent,
     .word = N_("event"),
     .traits = trait::kSeldom,
     .step = opens_with_time,
     .is_item = is_told_elsewhere,
     .told = note_told,
     .fields = kEventFields,
     .corrections = kEventCorrections,
     .lacks = lacks_words,
     .done_in_words = true},
    {.name = kind::kSupplier,
     .word = N_("supplier"),
     .traits = trait::kSeldom,
     .step = opens_with_time,
     .told = note_told,
     .fields = kSupplierFields,
     .corrections = kSupplierCorrections,
     .lacks = lacks_promise},
    {.name = kind::kMail,
     .word = N_("mail"),
     .traits = trait::kSeldom,
     .step = opens_itself,
     .due_by_itself = mail_due,
     .told = note_told,
     .fields = kMailFields,
     .corrections = kMailCorrections,
     .lacks = lacks_words},
};

constexpr MachineWord kNotesWords[]{
    {meeting::kDepartment, N_("department")},
    {meeting::kOwners, N_("owners")},
    {meeting::kOther, N_("other")},
    {kRelease, N_("goods out")},
};

constexpr Clock kNotesClocks[]{{add_note_lines}};

constexpr const char* kHiddenOfDrills[]{"kind", "words", "trainer", "entry"};

constexpr Block kNotesBlocks[]{
    {.name = "drills",
     .place = 83,
     .heading = N_("Drills and training"),
     .hidden = kHiddenOfDrills,
     .want = wants<PracticeFold>,
     .table =
         [](Pass& pass) {
             return drills_block(pass.get<PracticeFold>().practices, pass.book().zone(), names_of(pass.book()),
                                 shown_word);
         }},
    {.name = "notes",
     .place = 84,
     .heading = N_("Notes"),
     .want = wants<NoteFold>,
     .table = [](Pass& pass) { return notes_block(pass.get<NoteFold>().notes, pass.book().now(), shown_word); }},
};

constexpr Subject kNotesSubject{.name = "notes",
                                .kinds = kNotesKinds,
                                .words = kNotesWords,
                                .clocks = kNotesClocks,
                                .blocks = kNotesBlocks,
                                .put_right = check_looks_back};

}  // namespace

const Subject& notes_subject() {
    return kNotesSubject;
}

}  // namespace onduty
