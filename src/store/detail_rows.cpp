// SPDX-License-Identifier: MIT
#include "store/detail_rows.hpp"

#include <algorithm>

#include "store/entry_rows.hpp"

namespace onduty {

namespace {

// Calls sink(column, value) for each column of the table incident after `entry`.
template <typename TextSink, typename NumberSink>
void describe(const Incident& incident, TextSink&& text, NumberSink&& number) {
    number("sequence", std::optional<std::int64_t>{incident.sequence});
    text("category", incident.category);
    text("place", incident.place);
    text("reported_by", incident.reported_by);
    text("phoned", incident.phoned);
    number("phoned_at", incident.phoned_at ? std::optional<std::int64_t>{incident.phoned_at->time_since_epoch().count()}
                                           : std::nullopt);
    text("action_taken", incident.action_taken);
    text("action_needed", incident.action_needed);
}

}  // namespace

DetailRows::DetailRows(const Details& details) : incident_{details.incident} {
    for (const PersonalField& plain : details.personal) {
        Personal row{plain, random_bytes(16), {}};
        row.commitment = personal_commitment(row.salt, plain.field, plain.value);
        personal_.push_back(std::move(row));
    }
    std::sort(personal_.begin(), personal_.end(),
              [](const Personal& a, const Personal& b) { return a.plain.field < b.plain.field; });
}

std::vector<const char*> DetailRows::tables() const {
    std::vector<const char*> names;
    if (incident_) {
        names.push_back("incident");
    }
    if (!personal_.empty()) {
        names.push_back("personal");
    }
    return names;
}

void DetailRows::add_to(EntryDigest& digest, EntryNumber number) const {
    if (incident_) {
        digest.begin_row("incident");
        digest.integer("entry", number);
        describe(
            *incident_,
            [&](const char* column, const std::string& value) {
                if (!value.empty()) {
                    digest.text(column, value);
                }
            },
            [&](const char* column, std::optional<std::int64_t> value) {
                if (value) {
                    digest.integer(column, *value);
                }
            });
    }
    for (const Personal& row : personal_) {
        digest.begin_row("personal");
        digest.integer("entry", number);
        digest.text("field", row.plain.field);
        digest.blob("commitment", bytes_of(row.commitment));
    }
}

void DetailRows::insert(Database& database, EntryNumber number) const {
    if (incident_) {
        SQLite::Statement insert{database.handle(), "INSERT INTO incident VALUES(?,?,?,?,?,?,?,?,?)"};
        insert.bind(1, number);
        int index = 1;
        describe(
            *incident_,
            [&](const char*, const std::string& value) {
                ++index;
                if (!value.empty()) {
                    insert.bind(index, value);
                }
            },
            [&](const char*, std::optional<std::int64_t> value) {
                ++index;
                if (value) {
                    insert.bind(index, *value);
                }
            });
        insert.exec();
    }
    for (const Personal& row : personal_) {
        SQLite::Statement insert{database.handle(), "INSERT INTO personal VALUES(?,?,?,?,?)"};
        insert.bind(1, number);
        insert.bind(2, row.plain.field);
        insert.bind(3, row.commitment.data(), static_cast<int>(row.commitment.size()));
        insert.bind(4, row.salt.data(), static_cast<int>(row.salt.size()));
        insert.bind(5, row.plain.value);
        insert.exec();
    }
}

std::optional<Incident> read_incident(Database& database, EntryNumber number) {
    Rows row{database, "SELECT * FROM incident WHERE entry=?"};
    row.bind(1, number);
    if (!row.step()) {
        return std::nullopt;
    }
    Incident incident;
    incident.sequence = row.integer(1);
    incident.category = row.text(2);
    incident.place = row.text(3);
    incident.reported_by = row.text(4);
    incident.phoned = row.text(5);
    if (!row.is_null(6)) {
        incident.phoned_at = Instant{std::chrono::milliseconds{row.integer(6)}};
    }
    incident.action_taken = row.text(7);
    incident.action_needed = row.text(8);
    return incident;
}

std::vector<PersonalField> read_personal(Database& database, EntryNumber number) {
    Rows row{database, "SELECT field,value FROM personal WHERE entry=? ORDER BY field"};
    row.bind(1, number);
    std::vector<PersonalField> fields;
    while (row.step()) {
        fields.push_back({std::string{row.text(0)}, std::string{row.text(1)}});
    }
    return fields;
}

std::int64_t next_incident_number(Database& database) {
    Rows row{database, "SELECT coalesce(max(sequence),0)+1 FROM incident"};
    row.step();
    return row.integer(0);
}

}  // namespace onduty
