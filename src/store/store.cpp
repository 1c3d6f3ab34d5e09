// SPDX-License-Identifier: MIT
#include "store/store.hpp"

#include <unistd.h>

#include <algorithm>

#include "store/amended_rows.hpp"
#include "store/batches.hpp"
#include "store/chain.hpp"
#include "store/entry_rows.hpp"
#include "store/field_rows.hpp"
#include "store/matter_rows.hpp"
#include "store/migrations.hpp"
#include "store/parts.hpp"
#include "store/presence_rows.hpp"
#include "store/read_back.hpp"
#include "store/site_file.hpp"
#include "store/sqlite.hpp"
#include "store/watermark.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/clock.hpp"

namespace onduty {

struct Store::Parts {
    Parts(const std::string& path, OpenMode mode) : database{path, mode} {}

    Database database;
    onduty::Parts plan{database};
    FieldCursor cursor{database};
    std::vector<std::string> drop_statements;
    EntryId site{};
    Head head;
    Moment last;                        // clocks of the last entry
    std::vector<WrittenEntry> written;  // since begin()
    bool watermark_written = true;
    std::string commit_warning;

    void read_head();
    void check_back();
};

namespace {

// Runs `work` and turns SQLite's exceptions into ours.
template <typename Work>
auto guarded(const std::string& path, Work&& work) {
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        rethrow(error, path);
    }
}

enum class Saved { yes, no, unknown };

// Looks at the file afresh, as the next command would: is the entry there?
Saved look_again(const std::string& path, const WrittenEntry& entry) {
    try {
        Database fresh{path, OpenMode::write};
        Rows row{fresh, "SELECT id FROM entry WHERE number=?"};
        row.bind(1, entry.number);
        return row.step() && row.text(0) == bytes_of(entry.id) ? Saved::yes : Saved::no;
    } catch (const SQLite::Exception&) {
        return Saved::unknown;
    }
}

}  // namespace

void Store::Parts::read_head() {
    head = {};
    last = {};
    Rows newest{database, kEntryUpTo};
    newest.bind(1, std::numeric_limits<EntryNumber>::max());
    if (!newest.step()) {
        return;
    }
    Entry entry;
    read_entry(newest, entry);
    head = {entry.number, entry.head};
    last = {entry.recorded_at, entry.boot_at, entry.boot_id};
    if (entry.number == 1) {
        site = entry.id;
    } else if (site == EntryId{}) {
        Rows first{database, "SELECT id FROM entry WHERE number=1"};
        if (first.step()) {
            std::copy_n(first.text(0).begin(), std::min(site.size(), first.text(0).size()), site.begin());
        }
    }
}

// Reads the written entries back and hashes them again, before COMMIT.
void Store::Parts::check_back() {
    for (const WrittenEntry& entry : written) {
        if (!is_there(database, entry)) {
            throw Failure{say(N_("Entry {0} did not read back as it was written. Nothing was recorded; the disk or "
                                 "the memory of this machine is failing. Write on paper and call for help."),
                              entry.number)};
        }
    }
}

void Store::create(const std::string& path) {
    create_site_file(path);
    try {
        guarded(path, [&] {
            Database database{path, OpenMode::write};
            create_schema(database);
        });
    } catch (const Error&) {
        ::unlink(path.c_str());  // it is ours and empty
        throw;
    }
}

Store::Store(const std::string& path, Mode mode) {
    const int version = check_site_file(path);
    guarded(path, [&] {
        parts_ = std::make_unique<Parts>(path, mode == Mode::write ? OpenMode::write : OpenMode::read);
        if (version < kSchemaVersion && mode == Mode::write) {
            migrate(parts_->database, version, migrations());
        }
        parts_->drop_statements = check_schema(parts_->database);
        parts_->read_head();
    });
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;

const std::string& Store::path() const {
    return parts_->database.path();
}

Head Store::head() {
    return parts_->head;
}

EntryId Store::site_id() {
    return parts_->site;
}

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

EntryNumber Store::entry_with(const FieldValue& wanted, EntryNumber before) {
    return guarded(path(), [&] {
        Batches batches{parts_->database};
        EntryNumber found = before;
        do {
            found = last_with_value(parts_->database, wanted, found);
        } while (found != 0 && !batches.count_with(found));
        return found;
    });
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
    for (const FieldPlace& place : places) {
        dated.emplace_back(place.entry, lines(place.entry).at(static_cast<std::size_t>(place.place - 1)));
    }
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

const std::vector<std::string>& Store::drop_statements() const {
    return parts_->drop_statements;
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

std::optional<Word> Store::ended_word(const char* family, const std::string& code) {
    return guarded(path(), [&] { return parts_->plan.last_ended(family, code); });
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

void Store::change_parts(int version, const PartList& ended, const PartList& begun) {
    guarded(path(), [&] { parts_->plan.change(version, ended, begun); });
}

void Store::replace_part(const Part& part) {
    guarded(path(), [&] { parts_->plan.replace(part); });
}

// The head after an earlier entry; all zero when there is none.
Hash Store::head_at(EntryNumber number) {
    const auto found = entry(number);
    return found ? found->head : Hash{};
}

Trouble Store::begin() {
    return guarded(path(), [&] {
        parts_->database.handle().exec("BEGIN IMMEDIATE");
        parts_->written.clear();
        parts_->read_head();
        const Head head = parts_->head;
        const Watermark mark = read_watermark(path());
        if (head.number == 0 && mark.read == WatermarkRead::missing) {
            return Trouble::none;  // a new file
        }
        if (mark.read != WatermarkRead::good) {
            return mark.read == WatermarkRead::missing ? Trouble::no_watermark : Trouble::damaged_watermark;
        }
        if (mark.head.number > head.number) {
            return Trouble::entries_lost;
        }
        const Hash here = mark.head.number == head.number ? head.hash : head_at(mark.head.number);
        return here == mark.head.hash ? Trouble::none : Trouble::entries_changed;
    });
}

Entry Store::append(Entry entry, const Details& details) {
    return guarded(path(), [&] {
        Parts& parts = *parts_;
        if (!entry.client_id.empty()) {
            Rows row{parts.database, "SELECT number FROM entry WHERE client_id=?"};
            row.bind(1, entry.client_id);
            if (row.step()) {
                return *entry_numbered(parts.database, row.integer(0));
            }
        }
        entry.number = parts.head.number + 1;
        entry.opens = entry.opens == kItself ? entry.number : entry.opens;
        if (entry.number == 1) {
            parts.site = entry.id;
        }
        const Moment now{entry.recorded_at, entry.boot_at, entry.boot_id};
        entry.clock_step = entry.number == 1 ? std::nullopt : clock_step(parts.last, now);
        entry.fields.add(fields_of(details));

        EntryDigest digest;
        add_entry(digest, entry);
        const FieldRows fields{entry};
        fields.add_to(digest, entry.number);
        entry.digest = digest.finish();
        entry.head = next_head(parts.site, entry.number, parts.head.hash, entry.digest);

        Rows insert{parts.database, kInsertEntry};
        insert_entry(insert, entry);
        fields.insert(parts.database, entry.number);
        update_amended(parts.database, entry);
        update_on_duty(parts.database, entry);
        update_open_matters(parts.database, entry);
        parts.head = {entry.number, entry.head};
        parts.last = now;
        parts.written.push_back({entry.number, entry.id, entry.digest, !fields.empty()});
        return entry;
    });
}

// After a COMMIT that failed. A handle that saw an I/O error is not used again.
void Store::find_out_what_happened(const std::string& why) {
    const std::string file = path();
    const WrittenEntry first = parts_->written.empty() ? WrittenEntry{} : parts_->written.front();
    parts_.reset();
    switch (look_again(file, first)) {
        case Saved::yes:
            guarded(file, [&] {
                parts_ = std::make_unique<Parts>(file, OpenMode::write);
                parts_->read_head();
            });
            parts_->commit_warning = why;
            return;
        case Saved::no:
            throw Failure{say(N_("NOT SAVED: {0}. Nothing was recorded; type it again when the cause is gone."), why)};
        case Saved::unknown:
            break;
    }
    throw Failure{say(N_("UNKNOWN whether it was saved: {0}. Write it on paper, and when the disk works again look "
                         "with: onduty log --last 5"),
                      why)};
}

void Store::commit() {
    guarded(path(), [&] { parts_->check_back(); });
    try {
        parts_->database.handle().exec("COMMIT");
    } catch (const SQLite::Exception& error) {
        // The text is read before anything else is asked of the handle: a rollback would replace it.
        find_out_what_happened(error.what());
    }
    parts_->watermark_written = write_watermark(path(), parts_->head);
}

void Store::roll_back() {
    guarded(path(), [&] {
        parts_->database.handle().exec("ROLLBACK");
        parts_->read_head();
    });
}

bool Store::watermark_written() const {
    return parts_->watermark_written;
}

const std::string& Store::commit_warning() const {
    return parts_->commit_warning;
}

}  // namespace onduty
