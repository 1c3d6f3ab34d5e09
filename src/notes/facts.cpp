// SPDX-License-Identifier: MIT
#include "notes/facts.hpp"

#include "book/amended.hpp"
#include "notes/kinds.hpp"
#include "plan/deeds.hpp"
#include "text/mask.hpp"

namespace onduty {

namespace {

std::string personal_value(const Entry& entry, const char* name) {
    for (const PersonalField& field : personal_of(entry.fields)) {
        if (field.field == name) {
            return field.value;
        }
    }
    return {};
}

// When it was done; nullopt while it is not.
std::optional<Mark> done_at(Book& book, EntryNumber number) {
    std::optional<Mark> done;
    EntryQuery thread;
    thread.thread_of = number;
    each_amended(book.store(), thread, [&](const Entry& entry) {
        if (entry.kind == kind::kDone) {
            done = mark_by(entry);
        }
    });
    return done;
}

}  // namespace

void PracticeFold::add(const Entry& entry) {
    Book& book = pass_->book();
    Practice practice{entry, agenda_of(entry.fields).value_or(Agenda{}), {}};
    const std::string name = personal_value(entry, "name");
    practice.trainer = practice.agenda.owner.empty() ? (name.empty() ? "" : masked(name))
                                                     : book.name_of("staff", practice.agenda.owner);
    practices.push_back(std::move(practice));
}

Wanted NoteFold::wanted() const {
    return {pass_->dates(), {kind::kTask, kind::kEvent, kind::kSupplier, kind::kMail, kind::kMinutes}, true};
}

void NoteFold::add(const Entry& entry) {
    const Agenda agenda = agenda_of(entry.fields).value_or(Agenda{});
    notes.push_back({entry.kind, agenda.people, entry.slot_at});
    numbers_.push_back(entry.number);
}

void NoteFold::finish() {
    if (notes.empty()) {
        return;
    }
    const OpenMatters open = pass_->book().store().open_matters();
    for (std::size_t i = 0; i < notes.size(); ++i) {
        notes[i].waits = open.count(numbers_[i]) > 0;
        if (!notes[i].waits) {
            notes[i].done = done_at(pass_->book(), numbers_[i]);
        }
    }
}

}  // namespace onduty
