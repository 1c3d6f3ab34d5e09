// SPDX-License-Identifier: MIT
// What is an entry? One line of the log, with the facts that every kind of entry shares.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "log/fields.hpp"
#include "log/kinds.hpp"
#include "time/time.hpp"

namespace onduty {

using EntryNumber = std::int64_t;  // 1, 2, 3 ... without gaps; 0 means none
// The entry that is being recorded, whose number is not known yet.
inline constexpr EntryNumber kItself = -1;
// As the last one: the log as it stands, whatever is to come.
inline constexpr EntryNumber kLastEntry = std::numeric_limits<EntryNumber>::max() - 1;
using Hash = std::array<unsigned char, 32>;
using EntryId = std::array<unsigned char, 16>;

// How an entry came into the log.
namespace source {
inline constexpr const char* kTyped = "typed";  // or scanned, device, paper
inline constexpr const char* kImport = "import";
}  // namespace source

struct Entry {
    EntryNumber number = 0;
    std::string kind;
    std::string actor;     // staff code of whose deed it was
    std::string typed_by;  // staff code of who typed it; "": the doer himself
    std::string post;
    EntryNumber shift = 0;  // the duty-on entry that began the shift
    Date business_date{};
    Instant recorded_at{};                                // the machine's clock, always
    std::chrono::seconds utc_offset{0};                   // the site's, at recorded_at
    std::optional<Instant> happened_at;                   // claimed with --at
    std::chrono::seconds told_offset{0};                  // the site's, at happened_at
    bool late = false;                                    // happened_at is further back than the plan's grace
    std::optional<Instant> claimed_again;                 // when its time was put right further back than the grace
    EntryNumber claimed_by = 0;                           // the correction that did
    std::optional<Instant> told_before;                   // before its time was put right, where that made it late
    std::optional<std::chrono::milliseconds> clock_step;  // the clock jumped by this much before the entry
    EntryNumber about = 0;
    EntryNumber opens = 0;   // a matter, by its number: kItself while the entry has none yet
    EntryNumber closes = 0;  // a matter, by its number
    EntryNumber amends = 0;  // the entry that this one corrects, withdraws or gives back
    std::string subject;
    std::string rule;
    std::optional<Instant> slot_at;
    std::string result;
    std::string flag;
    int plan = 0;  // version in force

    // How it came into the log.
    std::int64_t traits = 0;  // of its kind: what the partial indexes go by, see log/kind.hpp
    EntryId id{};             // made before the transaction, tells after a failure what was saved
    std::string source = source::kTyped;
    bool told_dated = false;  // happened_at was typed with its date
    EntryNumber batch = 0;    // what it was recorded along with: the entry that its command or import began with
    std::string client_id;    // of the device or register that sent it; a repeat is not written twice
    std::string os_user;
    std::string terminal;
    std::string boot_id;
    std::chrono::milliseconds boot_at{0};
    std::string tool;
    Hash digest{};
    Hash head{};

    // While it is being recorded: the clock stands before what was recorded already. Not in the file.
    bool clock_behind = false;

    // What it says beyond its header; note and reason, which every kind may have, stand by themselves.
    std::string note;
    std::string reason;
    Fields fields;

    // When it happened as far as deadlines are concerned: a claim counts only within the grace.
    Instant effective_at() const { return happened_at && !late ? *happened_at : recorded_at; }
    // When its time was typed: when it was recorded, or put right further back than the grace.
    Instant typed_at() const { return claimed_again.value_or(recorded_at); }
    // When it was recorded, where that was later than the grace allows.
    std::optional<Instant> claimed() const { return late ? std::optional{recorded_at} : std::nullopt; }
    // The same, where a time was told.
    std::optional<Instant> recorded_apart() const { return happened_at ? std::optional{recorded_at} : std::nullopt; }
    // When it happened as told.
    Instant told_at() const { return happened_at.value_or(recorded_at); }
    // Whether it was told by more than the grace ahead of the clock that recorded it: one of the two is wrong.
    bool is_ahead(Minutes grace) const { return happened_at && *happened_at - recorded_at > grace; }
    // Whether somebody says that it was before then. Where the clock alone says so it is wrong, and refuses nothing;
    // nor does a time that was told by it.
    bool claims_before(Instant then) const { return happened_at && !clock_behind && *happened_at < then; }
};

// Its mark of log/kinds.hpp, "" for none.
inline std::string mark_of(const Entry& entry) {
    for (const char* mark : mark::kAll) {
        if (entry.fields.find(mark) != nullptr) {
            return mark;
        }
    }
    return {};
}

// Whether it says what the person did, or he typed it.
inline bool is_by(const Entry& entry, const std::string& person) {
    return entry.actor == person || entry.typed_by == person;
}

// Which batch those entries belong to that are recorded along with this one.
inline EntryNumber batch_of(const Entry& entry) {
    return entry.batch == 0 ? entry.number : entry.batch;
}

// What an incident report has beyond its entry (BS 7499: numbered, when, where, to whom, done, to do).
struct Incident {
    std::int64_t sequence = 0;
    std::string category;
    std::string place;
    std::string reported_by;
    std::string phoned;
    std::optional<Instant> phoned_at;
    std::string action_taken;
    std::string action_needed;
};

// What an arrival, an announcement, a call or a refusal has beyond its entry.
struct VisitDetails {
    std::int64_t sequence = 0;  // 12 for V12; 0: not somebody who may be on site
    std::int64_t party = 0;     // people
    std::string purpose;
    std::string host;     // staff code
    std::string seat;     // plan code
    std::string channel;  // how it came: phone, walk-in ...
    bool first = false;   // a first contact
    std::string permit;   // of a contractor
    std::string told;     // staff code of who was told or supervises
};

// What something to come or to be remembered has beyond its entry: a task, a drill, a meeting, an event, mail.
struct Agenda {
    std::string owner;        // staff code: whose it is
    std::int64_t people = 0;  // who take part
    std::string place;        // plan code
    std::string contact;      // a firm, an addressee; persons from outside stand in personal
};

// What a case has beyond its first entry (ISO 10002).
struct CaseFile {
    std::int64_t sequence = 0;  // 7 for C7
    std::int64_t severity = 0;  // 1 is the gravest; as it was taken down
    std::string channel;        // how it came
    std::string place;          // checkpoint code
    std::string unit;           // "2-1-301", apart from the place
    std::string against;        // staff code of who is complained about
    std::string remedy_asked;
    std::string reference;  // its number in another register
};

// What a step of a case has beyond its entry. Numbers are 0 and texts empty where nothing is said.
struct CaseStep {
    std::int64_t severity = 0;
    std::int64_t safety = 0;  // 1 is the gravest, as with severity
    std::int64_t complexity = 0;
    std::int64_t impact = 0;
    bool immediate = false;  // action is possible and needed at once
    std::string owner;       // staff code
    std::string remedy;      // that was given
    std::int64_t cost = 0;   // hundredths of the site's money
};

// One line of an order, a delivery, a count or a movement of stock.
struct Line {
    std::string item;  // plan code
    std::int64_t quantity = 0;
    std::optional<std::int64_t> expected{};
    std::string note{};
    std::string condition{};    // "" for nothing to be said
    std::string best_before{};  // "2026-12-31"
    bool named_freely = false;  // while it is written: the item is no code, but typed words
};

// Entry count and short hash of the head, as printed on slips and report footers: "118-K7Q2-9XAB-...".
struct Head {
    EntryNumber number = 0;
    Hash hash{};
};

}  // namespace onduty
