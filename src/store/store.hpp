// SPDX-License-Identifier: MIT
// How does the program read and write a site file? The one door to src/store for the commands.
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "log/entry.hpp"
#include "log/matters.hpp"
#include "log/part.hpp"
#include "log/presence.hpp"
#include "store/amended.hpp"
#include "store/details.hpp"
#include "store/entry_query.hpp"
#include "store/watermark.hpp"

namespace onduty {

class Database;

// What is known of an entry without reading more of it.
struct Newest {
    EntryNumber number = 0;
    std::string kind;
    std::string subject;
};

// What a writing command finds when the log is not the one that this machine acknowledged last.
enum class Trouble {
    none,
    unread_watermark,  // not told from here: no alarm
    no_watermark,
    damaged_watermark,
    entries_lost,
    entries_changed,
    foreign_journal,  // refused (journal.hpp), and nothing is lost
};

class Store {
  public:
    // Makes a new, empty site file with the current schema. Throws Refusal when there is a file already.
    static void create(const std::string& path);

    // Opens a checked file. Throws Failure that says what is wrong with it.
    enum class Mode { read, write };
    Store(const std::string& path, Mode mode);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) = delete;
    const std::string& path() const;

    // Reading.
    Head head();
    EntryId site_id();
    std::optional<Entry> entry(EntryNumber number);
    Fields fields(EntryNumber number);
    // The newest entry before `before` with this value of a field that is sought; 0 for none.
    EntryNumber entry_with(const FieldValue& wanted, EntryNumber before = std::numeric_limits<EntryNumber>::max());
    // One more than the highest number of a field that is sought.
    std::int64_t next_number(const std::string& field);
    // When the machine said that an entry was recorded, without reading more of it.
    Instant recorded_at(EntryNumber number);
    // The business date that an entry is stored under, without reading more of it.
    Date business_date(EntryNumber number);
    // The newest entry before `before` of one of these kinds, each with trait::kSeldom; number 0 for none. By an index
    // alone.
    Newest newest_of(const std::vector<std::string_view>& kinds,
                     EntryNumber before = std::numeric_limits<EntryNumber>::max());
    // Those that were recorded before the one in front of them; however long the log is, as quick as they are few.
    std::vector<EntryNumber> stepped_back();
    std::optional<Incident> incident(EntryNumber number);
    std::vector<PersonalField> personal(EntryNumber number);
    std::optional<VisitDetails> visit(EntryNumber number);
    std::optional<Agenda> agenda(EntryNumber number);
    std::optional<CaseFile> case_file(EntryNumber number);
    std::optional<CaseStep> case_step(EntryNumber number);
    // The entry that case C`sequence` began with; 0 for none.
    EntryNumber case_entry(std::int64_t sequence);
    std::int64_t next_case_sequence();
    std::vector<Line> lines(EntryNumber number);
    // The lines of an item with a date, the latest date first, with the entries that they belong to; at most 100.
    std::vector<std::pair<EntryNumber, Line>> dated_lines(const std::string& item);
    // The entry that visit V`sequence` began with; 0 for none.
    EntryNumber visit_entry(std::int64_t sequence);
    std::int64_t next_visit_sequence();
    // The newest entry before `before` with this personal value; 0 for none.
    EntryNumber last_with_personal(const PersonalField& wanted, EntryNumber before);
    void each(const EntryQuery& query, const std::function<void(const Entry&)>& visit);
    std::vector<Entry> entries(const EntryQuery& query);
    // Those that are about this entry since a correction said so, as they stand, in order.
    std::vector<Entry> moved_to(EntryNumber about);
    // Whether a batch is valid: ended and not withdrawn. What queries find belongs to such, or to none.
    bool counts(EntryNumber batch);
    // For who reads many threads; must not outlive the store.
    Threads threads();
    std::vector<Presence> on_duty();
    std::optional<Presence> on_duty(const std::string& person);
    // Pieces that are still out, by the loan; however old it is, as quick as it is short.
    PiecesOut lent();
    // What corrections, withdrawals and moves made of the entries of these days, by day and number.
    std::vector<AmendedRow> amended(DateRange days);
    bool any_amended(const std::optional<DateRange>& days);  // without days: anything at all
    bool is_amended(const Entry& entry);
    // The withdrawal because of which an entry counts no more; 0 for none.
    EntryNumber withdrawn_by(EntryNumber number);
    // What is open until it is closed, by its entry; however old it is, as quick as it is short.
    OpenMatters open_matters();
    // What the newest plan calls so.
    std::optional<Word> word(const char* family, const std::string& code);
    std::vector<Word> words(const char* family);
    // What it was called last, of what the newest plan has no more.
    std::optional<Word> ended_word(const char* family, const std::string& code);
    // What it was called in an earlier version, or last before it.
    std::optional<Word> word_in(const char* family, const std::string& code, int version);
    // What the newest plan calls so, since which version; and what ended, or was called otherwise.
    PartList names_held(const std::string& family);
    PartList names_ended(const std::string& family);
    // What it called so once, newest first; some of it may be there under another name.
    std::vector<Word> ended_words(const std::string& family);
    // The rows of a family that the newest plan holds, and those that ended with a version from `first` to `last`.
    PartList parts(const std::string& family);
    PartList ended_parts(const std::string& family, int first, int last);
    PartList all_parts();
    std::int64_t next_incident_number();
    // Whether an entry of this kind about `about` says this subject; reads the log from there on.
    bool says(EntryNumber about, const char* kind, const std::string& subject);

    // Writing: begin, any number of appends, then commit or roll_back. begin() takes the write lock.
    // Answers what the watermark says; the caller records an alarm entry for anything but none.
    Trouble begin();
    // What this machine acknowledged last, as begin() found it; number 0 where nobody can say.
    const Watermark& acknowledged() const;
    // The refused journal became the alarm of this entry.
    void name_refused_journal(EntryNumber alarm);
    // Fills in number, clock_step, digest and head and answers the entry as stored; of one whose client_id is there
    // already the one that is there.
    Entry append(Entry draft, const Details& details = {});
    // Lets `look` see the log as if the entry had been appended, which it is not.
    void suppose(const Entry& draft, const std::function<void()>& look);
    // From `version` of the plan on `ended` hold no more and `begun` do.
    void change_parts(int version, const PartList& ended, const PartList& begun);
    // The only row of its family, without a past.
    void replace_part(const Part& part);
    // From when a version of the plan is in force.
    void date_version(int version, Instant since);
    // Reads every new entry back and hashes it again, commits, then writes the watermark. When COMMIT fails
    // it finds out by the entry's id what happened: returns, with a commit_warning(), when the entry is
    // there; throws Failure that says "not saved" or "unknown" otherwise.
    void commit();
    void roll_back();
    // False when the watermark could not be written after the last commit.
    bool watermark_written() const;
    // What the disk said although the entry was saved; "" as a rule.
    const std::string& commit_warning() const;

    // Statements that drop what another tool added to the file (a view, an index, statistics); it does no harm.
    const std::vector<std::string>& drop_statements() const;

  private:
    Hash head_at(EntryNumber number);
    void find_out_what_happened(const std::string& why);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace onduty
