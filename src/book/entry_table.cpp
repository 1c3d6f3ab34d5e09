// SPDX-License-Identifier: MIT
#include "book/entry_table.hpp"

#include "book/machine_words.hpp"
#include "book/subject.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

std::vector<Column> entry_columns() {
    return {
        {"number", tr("No."), ColumnKind::integer},
        {"business_date", tr("Business date"), ColumnKind::code},
        {"time", tr("Time"), ColumnKind::code},
        {"recorded", tr("Recorded"), ColumnKind::code},
        {"utc_offset", tr("UTC offset"), ColumnKind::code},
        {"late_minutes", tr("Late by min"), ColumnKind::integer},
        {"kind", tr("Kind"), ColumnKind::word},
        {"person", tr("Person"), ColumnKind::text},
        {"post", tr("Post"), ColumnKind::code},
        {"subject", tr("What"), ColumnKind::text},
        {"about", tr("About no."), ColumnKind::integer},
        {"result", tr("Result"), ColumnKind::word},
        {"flag", tr("Remark"), ColumnKind::word},
        {"mark", tr("Mark"), ColumnKind::word},
        {"note", tr("Note"), ColumnKind::text},
        {"reason", tr("Reason"), ColumnKind::text},
        {"status", tr("Status"), ColumnKind::word},
        {"plan", tr("Plan version"), ColumnKind::integer},
    };
}

EntryCells::EntryCells(Book& book, std::optional<int> version)
    : book_{&book}, teller_{book, version}, cells_(entry_columns().size()) {}

const char* EntryCells::word(const std::string& name, const std::string& kind) {
    const auto [known, fresh] = words_[kind].try_emplace(name);
    if (fresh) {
        // A name that is none of ours is shown itself, so that of the map, which stays.
        known->second = kind.empty() ? shown_word(known->first) : shown_result(kind, known->first);
    }
    return known->second;
}

const std::vector<Cell>& EntryCells::cells(const Entry& entry, const char* status) {
    auto* cell = cells_.data();
    const auto number = [&](std::int64_t value, bool given) {
        cell->empty = !given;
        cell->number = value;
        ++cell;
    };
    const auto text = [&](std::string value) {
        cell->empty = value.empty();
        cell->text = std::move(value);
        ++cell;
    };
    const auto shown = [&](const std::string& value, const std::string& kind = {}) {
        cell->empty = value.empty();
        cell->text = value;
        cell->shown = value.empty() ? "" : word(value, kind);
        ++cell;
    };
    number(entry.number, true);
    text(to_text(entry.business_date));
    text(date_time_text(book_->zone(), entry.told_at()));
    text(date_time_text(book_->zone(), entry.recorded_at));
    text(offset_text(entry.utc_offset));
    number(std::chrono::floor<Minutes>(entry.recorded_at - entry.told_at()).count(), entry.late);
    shown(entry.kind);
    text(actor(entry));
    text(entry.post);
    text(subject(entry));
    number(entry.about, entry.about != 0);
    shown(entry.result, entry.kind);
    shown(entry.flag);
    shown(mark_of(entry));
    text(note(entry));
    text(entry.reason);
    shown(status);
    number(entry.plan, true);
    return cells_;
}

std::vector<Cell> entry_cells(Book& book, const Entry& entry) {
    return EntryCells{book}.cells(entry);
}

std::string code_of(Book& book, const Entry& entry) {
    std::string code;
    for (const Subject* subject : subjects()) {
        code = code.empty() && subject->code_of != nullptr ? subject->code_of(book, entry) : code;
    }
    return code;
}

}  // namespace onduty
