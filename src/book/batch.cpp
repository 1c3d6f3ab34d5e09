// SPDX-License-Identifier: MIT
#include "book/batch.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/withdrawal.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr EntryNumber kReadAtOnce = 1000;

// What the log gives, such as the number of a case, is not said by the row.
bool is_running_number(const FieldValue& value) {
    return value.number && value.sought;
}

// Words that were redacted since cannot be compared.
bool says_the_same(const Entry& there, const Entry& row, const Fields& fields) {
    const auto same = [&](const FieldValue& value) {
        const FieldValue* stored = there.fields.find(value.name, value.place);
        return stored != nullptr && (is_running_number(*stored) || stored->redacted ||
                                     (stored->number == value.number && stored->word == value.word));
    };
    const auto said = [&](const FieldValue& stored) {
        return stored.redacted || is_of_recording(stored.name) || fields.find(stored.name, stored.place) != nullptr;
    };
    return there.kind == row.kind && there.about == row.about && there.happened_at == row.happened_at &&
           there.subject == row.subject && there.result == row.result &&
           (there.note.empty() || there.note == row.note) && std::all_of(fields.begin(), fields.end(), same) &&
           std::all_of(there.fields.begin(), there.fields.end(), said);
}

}  // namespace

Batch::Batch(Recording& recording, std::string actor, BatchSource source)
    : recording_{&recording}, actor_{std::move(actor)}, source_{std::move(source)} {
    find_open();
    goes_on_ = number_ != 0;
}

void Batch::find_open() {
    for (const auto& [number, kind] : recording_->store().open_matters()) {
        if (kind == kind::kImport && recording_->store().entry(number)->subject == source_.what) {
            number_ = number;
            read_to_ = number;
        }
    }
}

// A file that was read in already and counts.
void Batch::refuse_again() {
    EntryQuery imports;
    imports.rare_kinds = {kind::kImport};
    each_amended(recording_->store(), imports, [&](const Entry& before) {
        const bool same = before.about == 0 && before.subject == source_.what &&
                          before.fields.word("digest") == source_.typed.word("digest");
        if (same && recording_->store().counts(before.number)) {
            throw Refusal{say(N_("{0} was imported already, entry {1}. If it is to come in anew, first: {2}"),
                              source_.name, before.number, void_command(recording_->book(), before.number))};
        }
    });
}

void Batch::begin() {
    recording_->begin();
    begun_ = true;
    if (!recording_->book().context().options.dry_run) {
        next_.clear();
    }
}

// Looks for more that an earlier run, or another one beside this, recorded.
bool Batch::read_on() {
    Store& store = recording_->store();
    while (there_.empty() && read_to_ < store.head().number) {
        EntryQuery query;
        query.first = read_to_ + 1;
        query.before = std::min(read_to_ + kReadAtOnce, store.head().number) + 1;
        query.batch = number_;
        query.all_batches = true;
        store.each(query, [&](const Entry& entry) {
            if (entry.kind != kind::kImport) {
                there_.push_back(entry);
            }
        });
        read_to_ = *query.before - 1;
    }
    return !there_.empty();
}

void Batch::begin_row() {
    ++rows_;
    row_is_there_ = number_ != 0 && read_on();
    if (row_is_there_) {
        return;
    }
    if (!begun_) {
        begin();
        if (number_ == 0) {
            find_open();
        }
        row_is_there_ = number_ != 0 && read_on();
        if (row_is_there_) {
            return;
        }
        if (number_ != 0 && !recording_->book().context().options.dry_run && recording_->store().counts(number_)) {
            refuse(recording_->store().head().number);
        }
    }
    if (number_ == 0) {
        if (source_.whole) {
            refuse_again();
        }
        Entry first = recording_->draft(kind::kImport, actor_);
        first.subject = source_.what;
        first.note = source_.name;
        first.fields = source_.typed;
        number_ = recording_->append(first).number;
        read_to_ = number_;
    }
    recording_->set_import(number_);
}

Entry Batch::append(const Entry& entry, const Details& details) {
    if (!row_is_there_) {
        Entry stored = recording_->append(entry, details);
        read_to_ = stored.number;
        return stored;
    }
    if (!read_on()) {
        refuse(recording_->store().head().number);
    }
    Entry there = std::move(there_.front());
    there_.pop_front();
    Fields fields = entry.fields;
    fields.add(fields_of(details));
    if (!says_the_same(there, entry, fields)) {
        refuse(there.number);
    }
    return there;
}

std::int64_t Batch::next_number(const std::string& field) {
    if (row_is_there_) {
        return 0;
    }
    const auto [next, fresh] = next_.try_emplace(field, 0);
    if (fresh) {
        next->second = recording_->store().next_number(field);
    }
    return next->second++;
}

void Batch::pause() {
    if (begun_) {
        recording_->set_import(0);
        recording_->commit();
        begun_ = false;
    }
}

void Batch::end() {
    if (number_ == 0) {
        return;
    }
    if (!begun_) {
        begin();
        if (read_on()) {
            refuse(there_.front().number);
        }
    }
    // Another command may have ended it, which had the same rows.
    if (recording_->book().context().options.dry_run || !recording_->store().counts(number_)) {
        recording_->set_import(number_);
        Entry last = recording_->draft(kind::kImport, actor_);
        last.about = number_;
        last.subject = source_.what;
        last.result = result::kComplete;
        last.fields.add("rows", rows_);
        recording_->append(last);
    }
    pause();
}

void Batch::refuse(EntryNumber entry) const {
    throw Refusal{say(N_("Entry {0} began an import that was broken off, and this is another table: entry {1} does not "
                         "say what stands here. Import the same table again, which goes on, or withdraw what came in: "
                         "{2}"),
                      number_, entry, void_command(recording_->book(), number_))};
}

}  // namespace onduty
