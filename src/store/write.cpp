// SPDX-License-Identifier: MIT
// How is an entry written: what comes before it, its place in the chain, what follows from it, and was it saved?
#include "store/amended_rows.hpp"
#include "store/chain.hpp"
#include "store/entry_rows.hpp"
#include "store/journal.hpp"
#include "store/matter_rows.hpp"
#include "store/open_file.hpp"
#include "store/presence_rows.hpp"
#include "store/watermark.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

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

void Store::change_parts(int version, const PartList& ended, const PartList& begun) {
    guarded(path(), [&] { parts_->plan.change(version, ended, begun); });
}

void Store::replace_part(const Part& part) {
    guarded(path(), [&] { parts_->plan.replace(part); });
}

void Store::date_version(int version, Instant since) {
    guarded(path(), [&] { parts_->plan.date_version(version, since); });
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
        const Watermark& mark = parts_->mark = read_watermark(path());
        if (head.number == 0 && mark.read == WatermarkRead::missing) {
            return Trouble::none;  // a new file
        }
        switch (mark.read) {
            case WatermarkRead::good:
                break;
            case WatermarkRead::missing:
                return Trouble::no_watermark;
            case WatermarkRead::damaged:
                return Trouble::damaged_watermark;
            case WatermarkRead::unreadable:
                return Trouble::unread_watermark;
        }
        if (mark.head.number > head.number) {
            return Trouble::entries_lost;
        }
        const Hash here = mark.head.number == head.number ? head.hash : head_at(mark.head.number);
        if (here != mark.head.hash) {
            return Trouble::entries_changed;
        }
        return is_journal_refused(path()) ? Trouble::foreign_journal : Trouble::none;
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
        if (entry.clock_step && now.wall < parts.last.wall) {
            entry.fields.add(kSteppedBack, (parts.last.wall - now.wall).count(), 0, Sought::yes);
        }
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
        parts.remember(now);
        parts.written.push_back({entry.number, entry.id, entry.digest, !fields.empty()});
        return entry;
    });
}

void Store::suppose(const Entry& draft, const std::function<void()>& look) {
    const auto execute = [&](const char* statement) {
        guarded(path(), [&] { parts_->database.handle().exec(statement); });
    };
    const Head head = parts_->head;
    const Moment last = parts_->last;
    const auto written = static_cast<std::ptrdiff_t>(parts_->written.size());
    execute("SAVEPOINT supposed");
    append(draft);
    look();
    execute("ROLLBACK TO supposed");
    execute("RELEASE supposed");
    parts_->head = head;
    parts_->last = last;
    parts_->written.erase(parts_->written.begin() + written, parts_->written.end());
}

// After a COMMIT that failed. A handle that saw an I/O error is not used again.
void Store::find_out_what_happened(const std::string& why) {
    const std::string file = path();
    const WrittenEntry first = parts_->written.empty() ? WrittenEntry{} : parts_->written.front();
    const Watermark mark = parts_->mark;
    parts_.reset();
    switch (look_again(file, first)) {
        case Saved::yes:
            guarded(file, [&] {
                parts_ = std::make_unique<Parts>(file, file, OpenMode::write);
                parts_->read_head();
            });
            parts_->mark = mark;
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
    // One that could not be compared is kept: the next command may be able to.
    parts_->watermark_written = parts_->mark.read == WatermarkRead::unreadable || write_watermark(path(), parts_->head);
}

void Store::roll_back() {
    guarded(path(), [&] {
        parts_->database.handle().exec("ROLLBACK");
        parts_->read_head();
    });
}

const Watermark& Store::acknowledged() const {
    return parts_->mark;
}

void Store::name_refused_journal(EntryNumber alarm) {
    onduty::name_refused_journal(path(), alarm);
}

bool Store::watermark_written() const {
    return parts_->watermark_written;
}

const std::string& Store::commit_warning() const {
    return parts_->commit_warning;
}

}  // namespace onduty
