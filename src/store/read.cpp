// SPDX-License-Identifier: MIT
// What does the log say, and what follows from it?
#include <algorithm>
#include <map>
#include <set>

#include "log/corrections.hpp"
#include "store/amended_rows.hpp"
#include "store/batches.hpp"
#include "store/matter_rows.hpp"
#include "store/open_file.hpp"
#include "store/presence_rows.hpp"

namespace onduty {

namespace {

// What entry `number`, or the one that it corrects, says now; nullopt where a correction alone said it that counts no
// more.
std::optional<Entry> entry_as_it_stands(Database& database, EntryNumber number) {
    auto entry = entry_numbered(database, number);
    if (entry && entry->amends != 0) {
        entry = entry_numbered(database, entry->amends);
    }
    if (entry) {
        Amendments amendments;
        for (const Entry& amending : amendments_in_force(database, entry->number)) {
            amendments.add(amending);
        }
        amendments.amend(*entry);
    }
    return entry;
}

}  // namespace

std::optional<Entry> Store::entry(EntryNumber number) {
    return guarded(path(), [&] { return entry_numbered(parts_->database, number); });
}

Fields Store::fields(EntryNumber number) {
    return guarded(path(), [&] {
        Entry entry;
        entry.number = number;
        parts_->cursor.fill(entry);
        parts_->cursor.release();
        return std::move(entry.fields);
    });
}

void Store::each(const EntryQuery& query, const std::function<void(const Entry&)>& visit) {
    guarded(path(), [&] { each_entry(parts_->database, query, visit); });
}

std::vector<Entry> Store::entries(const EntryQuery& query) {
    std::vector<Entry> found;
    each(query, [&](const Entry& entry) { found.push_back(entry); });
    return found;
}

std::vector<Entry> Store::moved_to(EntryNumber about) {
    return guarded(path(), [&] {
        std::map<EntryNumber, Entry> moved;
        for (const EntryNumber correction : entries_that_say(parts_->database, "about", about)) {
            auto entry = entry_as_it_stands(parts_->database, correction);
            // One that went and came back is found as it was recorded.
            if (entry && entry->about == about && entry_numbered(parts_->database, entry->number)->about != about &&
                onduty::withdrawn_by(parts_->database, entry->number) == 0) {
                moved.emplace(entry->number, std::move(*entry));
            }
        }
        std::vector<Entry> entries;
        for (auto& [number, entry] : moved) {
            entries.push_back(std::move(entry));
        }
        return entries;
    });
}

bool Store::counts(EntryNumber batch) {
    return guarded(path(), [&] { return Batches{parts_->database}.counts(batch); });
}

Threads Store::threads() {
    return guarded(path(), [&] { return Threads{parts_->database}; });
}

std::optional<Incident> Store::incident(EntryNumber number) {
    return incident_of(fields(number));
}

std::vector<PersonalField> Store::personal(EntryNumber number) {
    return personal_of(fields(number));
}

std::optional<VisitDetails> Store::visit(EntryNumber number) {
    return visit_of(fields(number));
}

std::optional<Agenda> Store::agenda(EntryNumber number) {
    return agenda_of(fields(number));
}

std::optional<CaseFile> Store::case_file(EntryNumber number) {
    return case_file_of(fields(number));
}

std::optional<CaseStep> Store::case_step(EntryNumber number) {
    return case_step_of(fields(number));
}

std::vector<Line> Store::lines(EntryNumber number) {
    return lines_of(fields(number));
}

namespace {

bool says_value(const Entry& entry, const FieldValue& wanted) {
    return std::any_of(entry.fields.begin(), entry.fields.end(), [&](const FieldValue& value) {
        return value.name == wanted.name && value.number == wanted.number && value.word == wanted.word;
    });
}

}  // namespace

EntryNumber Store::entry_with(const FieldValue& wanted, EntryNumber before) {
    return guarded(path(), [&]() -> EntryNumber {
        Batches batches{parts_->database};
        for (EntryNumber found = before; (found = last_with_value(parts_->database, wanted, found)) != 0;) {
            const auto entry = entry_as_it_stands(parts_->database, found);
            if (entry && says_value(*entry, wanted) && batches.count_with(entry->number)) {
                return entry->number;
            }
        }
        return 0;
    });
}

Instant Store::recorded_at(EntryNumber number) {
    return guarded(path(), [&] {
        Rows row{parts_->database, "SELECT recorded_at FROM entry WHERE number=?"};
        row.bind(1, number);
        return row.step() ? Instant{std::chrono::milliseconds{row.integer(0)}} : Instant{};
    });
}

Date Store::business_date(EntryNumber number) {
    return guarded(path(), [&] {
        Rows row{parts_->database, "SELECT business_date FROM entry WHERE number=?"};
        row.bind(1, number);
        Date date{};
        if (row.step()) {
            parse_date(row.text(0), date);
        }
        return date;
    });
}

Newest Store::newest_of(const std::vector<std::string_view>& kinds, EntryNumber before) {
    return guarded(path(), [&] {
        Newest newest;
        Rows number{parts_->database,
                    "SELECT max(number)FROM entry INDEXED BY entry_by_kind WHERE traits&1 AND kind=? AND number<?"};
        for (const std::string_view kind : kinds) {
            const std::string name{kind};
            number.reset();
            number.bind(1, name);
            number.bind(2, before);
            if (number.step() && number.integer(0) > newest.number) {
                newest.number = number.integer(0);
                newest.kind = name;
            }
        }
        if (newest.number != 0) {
            Rows subject{parts_->database, "SELECT subject FROM entry WHERE number=?"};
            subject.bind(1, newest.number);
            newest.subject = subject.step() ? subject.text(0) : "";
        }
        return newest;
    });
}

std::vector<EntryNumber> Store::stepped_back() {
    return guarded(path(), [&] { return entries_with_number(parts_->database, kSteppedBack); });
}

std::int64_t Store::next_number(const std::string& field) {
    return guarded(path(), [&] { return highest_number(parts_->database, field) + 1; });
}

EntryNumber Store::case_entry(std::int64_t sequence) {
    return entry_with({"case", 0, sequence});
}

std::int64_t Store::next_case_sequence() {
    return next_number("case");
}

EntryNumber Store::visit_entry(std::int64_t sequence) {
    return entry_with({"visit", 0, sequence});
}

std::int64_t Store::next_visit_sequence() {
    return next_number("visit");
}

std::int64_t Store::next_incident_number() {
    return next_number("incident");
}

EntryNumber Store::last_with_personal(const PersonalField& wanted, EntryNumber before) {
    return entry_with({wanted.field, 0, std::nullopt, wanted.value}, before);
}

std::vector<std::pair<EntryNumber, Line>> Store::dated_lines(const std::string& item) {
    constexpr std::int64_t kMost = 100;
    const std::vector<FieldPlace> places = guarded(path(), [&] {
        return places_by_code(parts_->database, "best_before", {"item", 0, std::nullopt, item}, kMost);
    });
    std::vector<std::pair<EntryNumber, Line>> dated;
    std::set<EntryNumber> seen;
    for (const FieldPlace& place : places) {
        const auto entry = guarded(path(), [&] { return entry_as_it_stands(parts_->database, place.entry); });
        if (!entry || !seen.insert(entry->number).second) {
            continue;
        }
        for (Line& line : lines_of(entry->fields)) {
            if (line.item == item && !line.best_before.empty()) {
                dated.emplace_back(entry->number, std::move(line));
            }
        }
    }
    std::stable_sort(dated.begin(), dated.end(), [](const auto& one, const auto& other) {
        return one.second.best_before > other.second.best_before;
    });
    return dated;
}

std::vector<AmendedRow> Store::amended(DateRange days) {
    return guarded(path(), [&] { return read_amended(parts_->database, days); });
}

bool Store::any_amended(const std::optional<DateRange>& days) {
    return guarded(path(), [&] { return onduty::any_amended(parts_->database, days); });
}

bool Store::is_amended(const Entry& entry) {
    return guarded(path(), [&] { return onduty::is_amended(parts_->database, entry); });
}

EntryNumber Store::withdrawn_by(EntryNumber number) {
    return guarded(path(), [&] { return onduty::withdrawn_by(parts_->database, number); });
}

bool Store::says(EntryNumber about, const char* kind, const std::string& subject) {
    return guarded(path(), [&] {
        Rows rows{parts_->database,
                  "SELECT 1 FROM entry NOT INDEXED WHERE number>?1 AND about=?1 AND subject=?2 AND kind=?3"};
        const std::string name = kind;
        rows.bind(1, about);
        rows.bind(2, subject);
        rows.bind(3, name);
        return rows.step();
    });
}

std::vector<Presence> Store::on_duty() {
    return guarded(path(), [&] {
        std::vector<Presence> people;
        for (auto& [code, presence] : read_on_duty(parts_->database)) {
            people.push_back(presence);
        }
        return people;
    });
}

std::optional<Presence> Store::on_duty(const std::string& person) {
    for (Presence& presence : on_duty()) {
        if (presence.person == person) {
            return presence;
        }
    }
    return std::nullopt;
}

PiecesOut Store::lent() {
    return guarded(path(), [&] { return read_lent(parts_->database); });
}

OpenMatters Store::open_matters() {
    return guarded(path(), [&] { return read_open_matters(parts_->database); });
}

std::optional<Word> Store::word(const char* family, const std::string& code) {
    return guarded(path(), [&] { return parts_->plan.find(family, code); });
}

std::vector<Word> Store::words(const char* family) {
    return guarded(path(), [&] { return parts_->plan.all(family); });
}

std::optional<Word> Store::word_in(const char* family, const std::string& code, int version) {
    return guarded(path(), [&] { return parts_->plan.find_in(family, code, version); });
}

PartList Store::names_held(const std::string& family) {
    return guarded(path(), [&] { return parts_->plan.names_held(family); });
}

PartList Store::names_ended(const std::string& family) {
    return guarded(path(), [&] { return parts_->plan.names_ended(family); });
}

std::optional<Word> Store::ended_word(const char* family, const std::string& code) {
    return guarded(path(), [&] { return parts_->plan.last_ended(family, code); });
}

std::vector<Word> Store::ended_words(const std::string& family) {
    return guarded(path(), [&] { return parts_->plan.all_ended(family); });
}

PartList Store::parts(const std::string& family) {
    return guarded(path(), [&] { return parts_->plan.ended(family, 0, 0); });
}

PartList Store::ended_parts(const std::string& family, int first, int last) {
    return guarded(path(), [&] { return parts_->plan.ended(family, std::max(first, 1), last); });
}

PartList Store::all_parts() {
    return guarded(path(), [&] { return parts_->plan.everything(); });
}

}  // namespace onduty
