// SPDX-License-Identifier: MIT
#include "store/field_rows.hpp"

#include <algorithm>
#include <tuple>

#include "store/chain.hpp"

namespace onduty {

namespace {

constexpr std::size_t kSaltBytes = 16;
constexpr int kWorthStepping = 8;  // rows between two entries for which a new look-up is dearer

// The columns of kFieldColumns.
enum Column { kEntry, kPlace, kName, kNumber, kWord, kSought, kCommitment, kSalt };

}  // namespace

const char* const kFieldColumns = "entry,place,name,number,word,sought,commitment,salt";

FieldRows::FieldRows(const Entry& entry) {
    Fields all = entry.fields;
    all.add_words("note", entry.note);
    all.add_words("reason", entry.reason);
    for (const FieldValue& value : all) {
        Row row{value, {}, {}};
        if (value.typed) {
            row.salt = random_bytes(kSaltBytes);
            row.commitment = bytes_of(word_commitment(row.salt, value.name, value.word));
        }
        rows_.push_back(std::move(row));
    }
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
        return std::tie(a.value.place, a.value.name) < std::tie(b.value.place, b.value.name);
    });
}

void FieldRows::add_to(EntryDigest& digest, EntryNumber entry) const {
    for (const Row& row : rows_) {
        digest.begin_row("field");
        digest.integer("entry", entry);
        digest.integer("place", row.value.place);
        digest.text("name", row.value.name);
        if (row.value.number) {
            digest.integer("number", *row.value.number);
        } else if (!row.value.typed) {
            digest.text("word", row.value.word);
        }
        if (row.value.sought) {
            digest.integer("sought", 1);
        }
        if (row.value.typed) {
            digest.blob("commitment", row.commitment);
        }
    }
}

void FieldRows::insert(Database& database, EntryNumber entry) const {
    if (rows_.empty()) {
        return;
    }
    Rows insert{database, "INSERT INTO field VALUES(?,?,?,?,?,?,?,?)"};
    for (const Row& row : rows_) {
        const FieldValue& value = row.value;
        insert.bind(kEntry + 1, entry);
        insert.bind(kPlace + 1, value.place);
        insert.bind_text(kName + 1, value.name);
        value.number ? insert.bind(kNumber + 1, *value.number) : insert.bind_null(kNumber + 1);
        value.number ? insert.bind_null(kWord + 1) : insert.bind_text(kWord + 1, value.word);
        value.sought ? insert.bind(kSought + 1, 1) : insert.bind_null(kSought + 1);
        value.typed ? insert.bind_blob(kCommitment + 1, row.commitment) : insert.bind_null(kCommitment + 1);
        value.typed ? insert.bind_blob(kSalt + 1, row.salt) : insert.bind_null(kSalt + 1);
        insert.run();
    }
}

void add_field(EntryDigest& digest, const Rows& field) {
    digest.begin_row("field");
    field.add_to(
        digest, field.is_null(kCommitment)
                    ? [](std::string_view column) { return column == "salt"; }
                    : [](std::string_view column) { return column == "salt" || column == "word"; });
}

FieldState state_of(const Rows& field) {
    if (field.is_null(kCommitment)) {
        return field.is_null(kSalt) ? FieldState::plain : FieldState::changed;
    }
    if (field.is_null(kSalt) && field.is_null(kWord)) {
        return FieldState::redacted;
    }
    const Hash commitment = word_commitment(field.text(kSalt), field.text(kName), field.text(kWord));
    return bytes_of(commitment) == field.text(kCommitment) ? FieldState::words : FieldState::changed;
}

void FieldCursor::seek(EntryNumber number) {
    if (!rows_) {
        rows_.emplace(*database_,
                      "SELECT entry,place,name,number,word,sought,commitment IS NOT NULL FROM field WHERE entry>=? "
                      "ORDER BY entry,place,name");
    }
    rows_->reset();
    rows_->bind(1, number);
    from_ = number;
    step();
}

void FieldCursor::step() {
    at_ = rows_->step() ? rows_->integer(kEntry) : kEnd;
}

void FieldCursor::fill(Entry& entry) {
    entry.note.clear();
    entry.reason.clear();
    entry.fields.clear();
    const EntryNumber number = entry.number;
    for (int steps = 0; at_ != kNowhere && number > at_ && steps < kWorthStepping; ++steps) {
        from_ = at_ + 1;
        step();
    }
    if (at_ == kNowhere || number < from_ || number > at_) {
        seek(number);
    }
    while (at_ == number) {
        const bool typed = rows_->integer(kCommitment) != 0;
        const std::string_view name = rows_->text(kName);
        const bool redacted = typed && rows_->is_null(kWord);
        if (typed && !redacted && rows_->integer(kPlace) == 0 && (name == "note" || name == "reason")) {
            (name == "note" ? entry.note : entry.reason) = rows_->text(kWord);
        } else {
            FieldValue value{std::string{name}, rows_->integer(kPlace), std::nullopt, std::string{rows_->text(kWord)}};
            if (!rows_->is_null(kNumber)) {
                value.number = rows_->integer(kNumber);
            }
            value.typed = typed;
            value.sought = !rows_->is_null(kSought);
            value.redacted = redacted;
            entry.fields.add(std::move(value));
        }
        from_ = number + 1;
        step();
    }
}

void FieldCursor::release() {
    if (rows_) {
        rows_->reset();
    }
    at_ = kNowhere;
}

EntryNumber last_with_value(Database& database, const FieldValue& wanted, EntryNumber before) {
    Rows row{database, wanted.number
                           ? "SELECT max(entry) FROM field WHERE sought AND name=?1 AND number=?2 AND entry<?3"
                           : "SELECT max(entry) FROM field WHERE sought AND name=?1 AND number IS NULL AND "
                             "word=?2 AND entry<?3"};
    row.bind(1, wanted.name);
    if (wanted.number) {
        row.bind(2, *wanted.number);
    } else {
        row.bind(2, wanted.word);
    }
    row.bind(3, before);
    return row.step() ? row.integer(0) : 0;
}

std::int64_t highest_number(Database& database, const std::string& name) {
    Rows row{database, "SELECT number FROM field WHERE sought AND name=? ORDER BY number DESC LIMIT 1"};
    row.bind(1, name);
    return row.step() ? row.integer(0) : 0;
}

std::vector<EntryNumber> entries_that_say(Database& database, const std::string& name, std::int64_t number) {
    Rows row{database, "SELECT entry FROM field WHERE sought AND name=? AND number=?"};
    row.bind(1, name);
    row.bind(2, number);
    std::vector<EntryNumber> entries;
    while (row.step()) {
        entries.push_back(row.integer(0));
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<EntryNumber> entries_with_number(Database& database, const std::string& name) {
    Rows row{database, "SELECT entry FROM field WHERE sought AND name=? AND number IS NOT NULL"};
    row.bind(1, name);
    std::vector<EntryNumber> entries;
    while (row.step()) {
        entries.push_back(row.integer(0));
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<FieldPlace> places_by_code(Database& database, const std::string& name, const FieldValue& beside,
                                       std::int64_t most) {
    Rows row{database,
             "SELECT f.entry,f.place FROM field f CROSS JOIN field b ON b.entry=f.entry AND b.place=f.place AND "
             "b.name=?2 AND b.word=?3 WHERE f.sought AND f.name=?1 AND f.number IS NULL "
             "ORDER BY f.word DESC,f.entry DESC LIMIT ?4"};
    row.bind(1, name);
    row.bind(2, beside.name);
    row.bind(3, beside.word);
    row.bind(4, most);
    std::vector<FieldPlace> places;
    while (row.step()) {
        places.push_back({row.integer(0), row.integer(1)});
    }
    return places;
}

}  // namespace onduty
