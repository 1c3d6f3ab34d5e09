// SPDX-License-Identifier: MIT
#include "store/verify.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "log/kind.hpp"
#include "log/matters.hpp"
#include "log/presence.hpp"
#include "store/amended_rows.hpp"
#include "store/chain.hpp"
#include "store/entry_rows.hpp"
#include "store/field_rows.hpp"
#include "store/journal.hpp"
#include "store/matter_rows.hpp"
#include "store/migrations.hpp"
#include "store/presence_rows.hpp"
#include "store/site_file.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// Walks the fields in step with the entries.
class FieldWalk {
  public:
    explicit FieldWalk(Database& database)
        : rows_{database, std::string{"SELECT "} + kFieldColumns + " FROM field ORDER BY entry,place,name"},
          more_{rows_.step()} {}

    // Hands over each field of the entry.
    template <typename Visit>
    void each_of(EntryNumber number, Visit&& visit) {
        while (more_ && rows_.integer(0) <= number) {
            if (rows_.integer(0) == number) {
                visit(rows_);
            } else {
                strays_ = true;
            }
            more_ = rows_.step();
        }
    }
    // Whether there are rows of entries that do not exist.
    bool strays() const { return strays_ || more_; }

  private:
    Rows rows_;
    bool more_;
    bool strays_ = false;
};

class Verifier {
  public:
    // The watermark is read first: it may lag behind the log that is read next, never lead.
    Verifier(const std::string& path, const JournalTrial& trial)
        : path_{path},
          mark_{read_watermark(path)},
          journal_{trial.journal()},
          database_{trial.readable(), OpenMode::read} {}

    Verification run() {
        database_.handle().exec("BEGIN");  // one view of the file, while others may write
        attempt("structure", [&] { check_structure(); });
        attempt("schema", [&] { result_.drop_statements = check_schema(database_); });
        if (result_.good()) {
            attempt("chain", [&] { check_chain(); });
            attempt("derived", [&] { check_derived(); });
            if (!broken_off_) {
                attempt("watermark", [&] { check_watermark(); });
            }
            check_journal();
        }
        return std::move(result_);
    }

  private:
    void found(const char* check, EntryNumber entry, std::string message) {
        if (result_.findings.size() < kMostFindings) {
            result_.findings.push_back({check, entry, std::move(message)});
        }
    }

    template <typename Work>
    void attempt(const char* check, Work&& work) {
        try {
            work();
        } catch (const SQLite::Exception& error) {
            found(check, 0, say(N_("The file cannot be read: {0}."), error.what()));
        } catch (const Error& error) {
            found(check, 0, error.what());
        }
    }

    void check_structure() try {
        Rows rows{database_, "PRAGMA integrity_check(20)"};
        while (rows.step()) {
            if (rows.text(0) != "ok") {
                found("structure", 0, say(N_("The file is damaged: {0}."), std::string{rows.text(0)}));
            }
        }
    } catch (const SQLite::Exception& error) {
        // An index over an expression is computed anew, and the expression of another program may fail.
        const std::vector<std::string> drops = check_schema(database_);
        if (drops.empty()) {
            throw;
        }
        found("structure", 0,
              say(N_("The check of the file stopped at what another program added ({0}). Take it out, then verify "
                     "again: {1}"),
                  error.what(), listed(drops, " ")));
    }

    void check_chain() {
        Rows rows{database_, std::string{"SELECT "} + kEntryColumns + " FROM entry NOT INDEXED ORDER BY number"};
        FieldWalk fields{database_};
        EntryId site{};
        Hash head{};
        Entry entry;
        EntryNumber expected = 1;
        while (rows.step()) {
            read_entry(rows, entry);
            if (entry.number != expected) {
                found("number", entry.number,
                      say(N_("Entry {0} is missing; entry {1} follows."), expected, entry.number));
                broken_off_ = true;  // everything behind a gap would be wrong too
                return;
            }
            ++expected;
            site = entry.number == 1 ? entry.id : site;
            EntryDigest digest;
            digest.begin_row("entry");
            rows.add_to(digest, skipped_in_digest);
            std::int64_t pieces = 0;
            fields.each_of(entry.number, [&](const Rows& field) {
                add_field(digest, field);
                check_words(entry.number, field);
                pieces = field.integer(1) == 0 && field.text(2) == kPiecesOut ? field.integer(3) : pieces;
                add_matters(field);
                if (entry.kind == kind::kAlarm) {
                    read_alarm(entry.number, field);
                }
            });
            const Hash computed = digest.finish();
            // The columns as they are, so that a byte too many is seen too.
            const bool digest_same = rows.text(rows.columns() - 2) == bytes_of(computed);
            if (!digest_same) {
                found("chain", entry.number, say(N_("Entry {0} was changed after it was written."), entry.number));
            }
            // The chain goes on from what is stored, so that one changed entry is one finding.
            const Hash next = next_head(site, entry.number, head, entry.digest);
            if (rows.text(rows.columns() - 1) != bytes_of(next)) {
                found("chain", entry.number,
                      say(N_("Entry {0} does not follow from the entry before it."), entry.number));
            }
            head = entry.head;
            if (entry.number == mark_.head.number) {
                head_at_mark_ = entry.head;
            }
            count(entry, pieces);
        }
        if (fields.strays()) {
            found("chain", 0, say(N_("The table {0} has rows of entries that do not exist."), "field"));
        }
        for (const auto& [number, alarm] : alarms_) {
            if (alarm.explained == 0) {
                found("alarm", number,
                      say(N_("Entry {0} is an alarm that nobody explained. Find out what happened, then: onduty "
                             "correct {0} --note \"...\" --reason \"...\""),
                          number));
            }
            result_.alarms.push_back(alarm);
        }
        result_.kinds = {kinds_.begin(), kinds_.end()};
        result_.head = {expected - 1, head};
        result_.entries = expected - 1;
        if (result_.entries == 0) {
            found("number", 0, say(N_("The log is empty: even its first entry is gone.")));
        }
    }

    void read_alarm(EntryNumber number, const Rows& field) {
        VerifiedAlarm& alarm = alarms_[number];
        if (field.text(2) == alarm::kAcknowledged) {
            alarm.acknowledged = field.integer(3);
        } else if (field.text(2) == alarm::kSeal) {
            alarm.seal = field.text(4);
        }
    }

    void check_words(EntryNumber number, const Rows& field) {
        const FieldState state = state_of(field);
        result_.purged += state == FieldState::redacted ? 1 : 0;
        if (state == FieldState::changed) {
            found("words", number,
                  say(N_("The words \"{0}\" of entry {1} were changed after they were written."),
                      std::string{field.text(2)}, number));
        }
    }

    // No entry opens and closes the same one, so that the order does not matter.
    void add_matters(const Rows& field) {
        const bool opens = field.text(2) == kOpensToo;
        if (field.integer(1) != 0 || !(opens || field.text(2) == kClosesToo)) {
            return;
        }
        for (const EntryNumber matter : matters_in(field.text(4))) {
            opens ? matters_.add(matter, 0) : matters_.add(0, matter);
        }
    }

    void count(const Entry& entry, std::int64_t pieces) {
        result_.late += entry.late ? 1 : 0;
        result_.corrections += entry.kind == kind::kCorrection || entry.kind == kind::kVoid ? 1 : 0;
        result_.clock_steps += entry.clock_step ? 1 : 0;
        ++kinds_[entry.kind];
        if (entry.kind == kind::kAlarm) {
            alarms_[entry.number].entry = entry.number;
        } else if (const auto alarm = alarms_.find(entry.amends); alarm != alarms_.end()) {
            alarm->second.explained = entry.number;
            alarm->second.by = entry.actor;
        }
        result_.rehearsal = result_.rehearsal || entry.tool.find("rehearsal") != std::string::npos;
        if (entry.kind == kind::kPlan) {
            result_.plans.push_back(entry.number);
        }
        if (begins_shift(entry)) {
            on_duty_once_.insert(entry.actor);
        }
        matters_.add(entry.opens, entry.closes, pieces);
        if (entry.amends != 0) {
            amended_.insert(entry.amends);
        }
    }

    void check_derived() {
        OnDuty on_duty;
        for (const std::string& person : on_duty_once_) {
            if (const auto presence = presence_from_log(database_, person)) {
                on_duty.emplace(person, *presence);
            }
        }
        if (read_on_duty(database_) != on_duty) {
            found("derived", 0, say(N_("The list of who is on duty does not follow from the log.")));
        }
        if (read_matter_rows(database_) != matters_.finish()) {
            found("derived", 0, say(N_("The list of what is open does not follow from the log.")));
        }
        if (read_amended(database_) != amended_from_log()) {
            found("derived", 0, say(N_("The list of what was amended does not follow from the log.")));
        }
    }

    std::vector<AmendedRow> amended_from_log() {
        std::vector<AmendedRow> rows;
        for (const EntryNumber number : amended_) {
            const std::vector<AmendedRow> of_one = recount_amended(database_, number);
            rows.insert(rows.end(), of_one.begin(), of_one.end());
        }
        std::sort(rows.begin(), rows.end(), [](const AmendedRow& a, const AmendedRow& b) {
            return std::tie(a.day, a.entry) < std::tie(b.day, b.entry);
        });
        return rows;
    }

    void check_watermark() {
        const Watermark& mark = mark_;
        if (mark.read == WatermarkRead::missing) {
            found("watermark", 0,
                  say(N_("The file {0} is missing, so nobody can tell whether entries at the end are gone."),
                      watermark_path(path_)));
        } else if (mark.read == WatermarkRead::unreadable) {
            found("watermark", 0,
                  say(N_("The file {0} cannot be read: {1}. Nobody can tell whether entries at the end are gone."),
                      watermark_path(path_), why_failed(mark.error)));
        } else if (mark.read == WatermarkRead::damaged) {
            found("watermark", 0, say(N_("The file {0} is damaged."), watermark_path(path_)));
        } else if (mark.head.number > result_.entries) {
            found("watermark", mark.head.number,
                  say(N_("Entries {0} to {1} were acknowledged and are gone."), result_.entries + 1, mark.head.number));
        } else if (mark.head.hash != head_at_mark_) {
            found("watermark", mark.head.number,
                  say(N_("The log up to entry {0} is not the one that was acknowledged."), mark.head.number));
        }
    }

    void check_journal() {
        if (journal_ == Journal::foreign) {
            found("journal", 0,
                  say(N_("Beside the file lies a journal that is not its own, {0}-journal: played back it would take "
                         "away entries that were acknowledged. It was not. The next command that records puts it "
                         "aside."),
                      path_));
        }
    }

    std::string path_;
    Watermark mark_;
    Journal journal_;
    Database database_;
    Verification result_;
    std::set<std::string> on_duty_once_;  // everybody who ever was
    MatterReading matters_;
    std::unordered_map<std::string, std::int64_t> kinds_;  // how many entries of each
    std::set<EntryNumber> amended_;                        // what later entries amend
    std::map<EntryNumber, VerifiedAlarm> alarms_;
    Hash head_at_mark_{};
    bool broken_off_ = false;
};

}  // namespace

Verification verify_site(const std::string& path) {
    check_site_file(path);
    try {
        const JournalTrial trial{path, OpenMode::read};
        schema_version(path, trial.readable());
        return Verifier{path, trial}.run();
    } catch (const SQLite::Exception& error) {
        Verification result;
        result.findings.push_back({"file", 0, say(N_("The file cannot be read: {0}."), error.what())});
        return result;
    }
}

std::string verify_seal(const std::string& path, const TypedSeal& seal) try {
    const JournalTrial trial{path, OpenMode::read};
    Database database{trial.readable(), OpenMode::read};
    Rows rows{database, "SELECT head FROM entry WHERE number=?"};
    rows.bind(1, seal.number);
    if (!rows.step()) {
        return say(N_("The seal speaks of entry {0}, which is not in the log."), seal.number);
    }
    Hash head{};
    const auto bytes = rows.text(0);
    std::copy_n(bytes.begin(), std::min<std::size_t>(bytes.size(), head.size()), head.begin());
    return seal_matches(seal, head)
               ? std::string{}
               : say(N_("The log up to entry {0} is not the one that this seal was printed from."), seal.number);
} catch (const SQLite::Exception& error) {
    rethrow(error, path);
}

}  // namespace onduty
