// SPDX-License-Identifier: MIT
#include "store/detail_rows.hpp"

#include <algorithm>

namespace onduty {

DetailRows::Value DetailRows::text(const std::string& value) {
    return value.empty() ? Value{} : Value{value};
}

DetailRows::Value DetailRows::number(std::int64_t value) {
    return value == 0 ? Value{} : Value{value};
}

DetailRows::Row DetailRows::agenda_row(const Agenda& agenda) {
    return {"agenda",
            {{"owner", text(agenda.owner)},
             {"people", number(agenda.people)},
             {"place", text(agenda.place)},
             {"contact", text(agenda.contact)}}};
}

DetailRows::Row DetailRows::case_file_row(const CaseFile& file) {
    return {"case_file",
            {{"sequence", file.sequence},
             {"severity", file.severity},
             {"channel", text(file.channel)},
             {"place", text(file.place)},
             {"unit", text(file.unit)},
             {"against", text(file.against)},
             {"remedy_asked", text(file.remedy_asked)},
             {"reference", text(file.reference)}}};
}

DetailRows::Row DetailRows::case_step_row(const CaseStep& step) {
    return {"case_step",
            {{"severity", number(step.severity)},
             {"safety", number(step.safety)},
             {"complexity", number(step.complexity)},
             {"impact", number(step.impact)},
             {"immediate", number(step.immediate ? 1 : 0)},
             {"owner", text(step.owner)},
             {"remedy", text(step.remedy)},
             {"cost", number(step.cost)}}};
}

DetailRows::Row DetailRows::incident_row(const Incident& incident) {
    return {"incident",
            {{"sequence", incident.sequence},
             {"category", text(incident.category)},
             {"place", text(incident.place)},
             {"reported_by", text(incident.reported_by)},
             {"phoned", text(incident.phoned)},
             {"phoned_at", incident.phoned_at ? Value{incident.phoned_at->time_since_epoch().count()} : Value{}},
             {"action_taken", text(incident.action_taken)},
             {"action_needed", text(incident.action_needed)}}};
}

DetailRows::Row DetailRows::line_row(const Line& line, std::int64_t place) {
    return {"line",
            {{"place", place},
             {"item", line.item},
             {"quantity", line.quantity},
             {"expected", line.expected ? Value{*line.expected} : Value{}},
             {"note", text(line.note)},
             {"condition", text(line.condition)},
             {"best_before", text(line.best_before)}}};
}

DetailRows::Row DetailRows::personal_row(const PersonalField& plain) {
    const std::string salt = random_bytes(16);
    const Hash commitment = personal_commitment(salt, plain.field, plain.value);
    return {"personal",
            {{"field", plain.field},
             {"commitment", Blob{std::string{bytes_of(commitment)}}},
             {"salt", Blob{salt}},
             {"value", plain.value}}};
}

DetailRows::Row DetailRows::visit_row(const VisitDetails& visit) {
    return {"visit",
            {{"sequence", number(visit.sequence)},
             {"party", number(visit.party)},
             {"purpose", text(visit.purpose)},
             {"host", text(visit.host)},
             {"seat", text(visit.seat)},
             {"channel", text(visit.channel)},
             {"first", number(visit.first ? 1 : 0)},
             {"permit", text(visit.permit)},
             {"told", text(visit.told)}}};
}

DetailRows::DetailRows(const Details& details) {
    if (details.agenda) {
        rows_.push_back(agenda_row(*details.agenda));
    }
    if (details.case_file) {
        rows_.push_back(case_file_row(*details.case_file));
    }
    if (details.case_step) {
        rows_.push_back(case_step_row(*details.case_step));
    }
    if (details.incident) {
        rows_.push_back(incident_row(*details.incident));
    }
    for (std::size_t i = 0; i < details.lines.size(); ++i) {
        rows_.push_back(line_row(details.lines[i], static_cast<std::int64_t>(i) + 1));
    }
    std::vector<PersonalField> personal = details.personal;
    std::sort(personal.begin(), personal.end(),
              [](const PersonalField& a, const PersonalField& b) { return a.field < b.field; });
    for (const PersonalField& plain : personal) {
        rows_.push_back(personal_row(plain));
    }
    if (details.visit) {
        rows_.push_back(visit_row(*details.visit));
    }
}

std::vector<const char*> DetailRows::tables() const {
    std::vector<const char*> names;
    for (const Row& row : rows_) {
        if (names.empty() || names.back() != row.table) {
            names.push_back(row.table);
        }
    }
    return names;
}

void DetailRows::add_to(EntryDigest& digest, EntryNumber entry) const {
    for (const Row& row : rows_) {
        digest.begin_row(row.table);
        digest.integer("entry", entry);
        for (const Cell& cell : row.cells) {
            if (skipped_in_digest(cell.column)) {
                continue;
            }
            if (const auto* integer = std::get_if<std::int64_t>(&cell.value)) {
                digest.integer(cell.column, *integer);
            } else if (const auto* words = std::get_if<std::string>(&cell.value)) {
                digest.text(cell.column, *words);
            } else if (const auto* blob = std::get_if<Blob>(&cell.value)) {
                digest.blob(cell.column, blob->bytes);
            }
        }
    }
}

void DetailRows::insert(Database& database, EntryNumber entry) const {
    for (const Row& row : rows_) {
        std::string sql = std::string{"INSERT INTO "} + row.table + " VALUES(?";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            sql += ",?";
        }
        SQLite::Statement insert{database.handle(), sql + ")"};
        int index = 1;
        insert.bind(index, entry);
        for (const Cell& cell : row.cells) {
            ++index;
            if (const auto* integer = std::get_if<std::int64_t>(&cell.value)) {
                insert.bind(index, *integer);
            } else if (const auto* words = std::get_if<std::string>(&cell.value)) {
                insert.bindNoCopy(index, *words);
            } else if (const auto* blob = std::get_if<Blob>(&cell.value)) {
                insert.bindNoCopy(index, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
            }
        }
        insert.exec();
    }
}

Rows* DetailReader::row_of(std::optional<Rows>& rows, const char* sql, EntryNumber number) {
    if (!rows) {
        rows.emplace(*database_, sql);
    }
    rows->reset();
    rows->bind(1, number);
    return rows->step() ? &*rows : nullptr;
}

std::optional<VisitDetails> DetailReader::visit(EntryNumber number) {
    Rows* row = row_of(visit_, "SELECT * FROM visit WHERE entry=?", number);
    if (row == nullptr) {
        return std::nullopt;
    }
    VisitDetails visit;
    int column = 1;
    visit.sequence = row->integer(column++);
    visit.party = row->integer(column++);
    visit.purpose = row->text(column++);
    visit.host = row->text(column++);
    visit.seat = row->text(column++);
    visit.channel = row->text(column++);
    visit.first = row->integer(column++) != 0;
    visit.permit = row->text(column++);
    visit.told = row->text(column++);
    row->reset();
    return visit;
}

std::optional<Agenda> DetailReader::agenda(EntryNumber number) {
    Rows* row = row_of(agenda_, "SELECT * FROM agenda WHERE entry=?", number);
    if (row == nullptr) {
        return std::nullopt;
    }
    Agenda agenda;
    int column = 1;
    agenda.owner = row->text(column++);
    agenda.people = row->integer(column++);
    agenda.place = row->text(column++);
    agenda.contact = row->text(column++);
    row->reset();
    return agenda;
}

std::optional<CaseFile> DetailReader::case_file(EntryNumber number) {
    Rows* row = row_of(case_file_, "SELECT * FROM case_file WHERE entry=?", number);
    if (row == nullptr) {
        return std::nullopt;
    }
    CaseFile file;
    int column = 1;
    file.sequence = row->integer(column++);
    file.severity = row->integer(column++);
    file.channel = row->text(column++);
    file.place = row->text(column++);
    file.unit = row->text(column++);
    file.against = row->text(column++);
    file.remedy_asked = row->text(column++);
    file.reference = row->text(column++);
    row->reset();
    return file;
}

std::optional<CaseStep> DetailReader::case_step(EntryNumber number) {
    Rows* row = row_of(case_step_, "SELECT * FROM case_step WHERE entry=?", number);
    if (row == nullptr) {
        return std::nullopt;
    }
    CaseStep step;
    int column = 1;
    step.severity = row->integer(column++);
    step.safety = row->integer(column++);
    step.complexity = row->integer(column++);
    step.impact = row->integer(column++);
    step.immediate = row->integer(column++) != 0;
    step.owner = row->text(column++);
    step.remedy = row->text(column++);
    step.cost = row->integer(column++);
    row->reset();
    return step;
}

std::vector<Line> DetailReader::lines(EntryNumber number) {
    if (!lines_) {
        lines_.emplace(
            *database_,
            "SELECT item,quantity,expected,note,condition,best_before FROM line WHERE entry=? ORDER BY place");
    }
    lines_->reset();
    lines_->bind(1, number);
    std::vector<Line> lines;
    while (lines_->step()) {
        Line line;
        line.item = lines_->text(0);
        line.quantity = lines_->integer(1);
        if (!lines_->is_null(2)) {
            line.expected = lines_->integer(2);
        }
        line.note = lines_->text(3);
        line.condition = lines_->text(4);
        line.best_before = lines_->text(5);
        lines.push_back(std::move(line));
    }
    lines_->reset();
    return lines;
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

EntryNumber last_with_personal(Database& database, const PersonalField& wanted, EntryNumber before) {
    Rows row{database, "SELECT max(entry) FROM personal WHERE field=? AND value=? AND entry<?"};
    row.bind(1, wanted.field);
    row.bind(2, wanted.value);
    row.bind(3, before);
    return row.step() ? row.integer(0) : 0;
}

std::vector<std::pair<EntryNumber, Line>> dated_lines(Database& database, const std::string& item) {
    Rows row{database,
             "SELECT entry,quantity,best_before FROM line WHERE item=? AND best_before IS NOT NULL "
             "ORDER BY best_before DESC,entry DESC LIMIT 100"};
    row.bind(1, item);
    std::vector<std::pair<EntryNumber, Line>> lines;
    while (row.step()) {
        Line line{item, row.integer(1)};
        line.best_before = row.text(2);
        lines.emplace_back(row.integer(0), std::move(line));
    }
    return lines;
}

std::int64_t next_incident_number(Database& database) {
    Rows row{database, "SELECT coalesce(max(sequence),0)+1 FROM incident"};
    row.step();
    return row.integer(0);
}

std::int64_t next_case_sequence(Database& database) {
    Rows row{database, "SELECT coalesce(max(sequence),0)+1 FROM case_file"};
    row.step();
    return row.integer(0);
}

EntryNumber case_entry(Database& database, std::int64_t sequence) {
    Rows row{database, "SELECT entry FROM case_file WHERE sequence=?"};
    row.bind(1, sequence);
    return row.step() ? row.integer(0) : 0;
}

std::int64_t next_visit_sequence(Database& database) {
    Rows row{database, "SELECT coalesce(max(sequence),0)+1 FROM visit"};
    row.step();
    return row.integer(0);
}

EntryNumber visit_entry(Database& database, std::int64_t sequence) {
    Rows row{database, "SELECT entry FROM visit WHERE sequence=?"};
    row.bind(1, sequence);
    return row.step() ? row.integer(0) : 0;
}

}  // namespace onduty
