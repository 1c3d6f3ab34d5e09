// SPDX-License-Identifier: MIT
// Who handed what to whom, was it accepted, and who answers for what is missing or damaged? Pure.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "handover/kinds.hpp"
#include "log/entry.hpp"
#include "log/last_told.hpp"
#include "slots/judge.hpp"

namespace onduty {

// An entry and when it was told to be.
struct LogPlace {
    EntryNumber number = 0;
    ToldTime told{};
};

// In the order of the log where nobody told a time, and within a minute.
bool is_before(const LogPlace& one, const LogPlace& other);

struct Handover {
    EntryNumber number = 0;  // of the offer
    EntryNumber frozen = 0;  // the last entry that is handed over
    std::string post;        // of who offers
    std::string person;      // who offers, staff code
    EntryNumber shift = 0;
    Date business_date{};
    Instant offered;         // as told, or corrected
    Instant offer_counted;   // for deadlines
    EntryNumber answer = 0;  // 0 while it waits
    bool accepted = false;   // else refused
    std::string answerer;    // staff code
    EntryNumber answering_shift = 0;
    Instant answered;
    Instant answer_counted;
    Mark answer_done;
    Date answered_on{};  // business date
    bool answer_claimed = false;
    std::set<std::string> items;    // that are to be counted, by the plan of the offer
    std::set<std::string> counted;  // of them, before the answer
    std::string words;       // of the answer; why it was refused

    bool open() const { return answer == 0; }
    bool refused() const { return !open() && !accepted; }
    LogPlace answer_place() const { return {answer, {answered, answer_claimed}}; }
    // Accepted without a count of every item.
    bool uncounted() const { return accepted && counted.size() < items.size(); }
};

// A count of the items of a post.
struct ItemCount {
    EntryNumber number = 0;
    EntryNumber about = 0;  // the offer that waited, or 0
    std::string post;       // whose items
    std::string person;     // who counted
    EntryNumber shift = 0;
    Instant at;
    Date business_date{};
    std::vector<Line> lines;
    int plan = 0;          // the version that it was counted by
    bool claimed = false;  // its time was told
    Instant counted{};     // for what goes by the acceptance: what is told beyond the grace counts when it was typed
    bool complete = true;
};

ItemCount item_count(const Entry& entry, std::vector<Line> lines);

struct HandoverFacts {
    std::vector<Handover> handovers;  // in order of number
    std::vector<ItemCount> counts;    // as they were told
};

// Takes in entries one by one, in order and corrected already.
class HandoverReading {
  public:
    static bool has_lines(const Entry& entry) { return entry.kind == kind::kHandoverCount; }
    // `items`: of an offer, the codes of what is to be counted.
    void add(const Entry& entry, std::vector<Line> lines, std::set<std::string> items = {});
    HandoverFacts finish();

  private:
    HandoverFacts facts_;
};

// The offer with this number, or nullptr.
const Handover* find_handover(const HandoverFacts& facts, EntryNumber number);

// Fewer or more than there are to be, damaged or missing. Worn is none.
bool is_defect(const Line& line);

// Who answers for what a count found.
struct Responsible {
    std::string person;
    bool outgoing = false;     // it was found before the acceptance
    EntryNumber handover = 0;  // the offer that decides it; 0: no handover does
};

// Whether the count is one from before the answer: as told within the grace, in the order of the log where nobody told
// a time.
bool is_before_answer(const ItemCount& count, const Handover& handover);

// Whether something was counted that is handed over with it.
bool share_item(const ItemCount& count, const Handover& handover);

// Whether it was counted for this handover: about the offer, or about none, between the offer and an answer that holds,
// although another one stood then that was withdrawn since.
bool is_count_of(const ItemCount& count, const Handover& handover);

// Found before the acceptance it is the outgoing shift's, after it the incoming one's. A count without an offer goes
// by the handover of its items that its shift offered before or accepts afterwards; without one it is the shift's that
// counted, whatever it takes over at other posts.
Responsible responsible_for(const HandoverFacts& facts, const ItemCount& count);

// An item from the count that found it wrong until a count that finds it in order.
struct ItemDefect {
    std::string item;
    Line line;                           // as counted last
    const ItemCount* found = nullptr;    // the first count, into the facts
    const ItemCount* counted = nullptr;  // the last count that found it so
    const ItemCount* mended_by = nullptr;  // the count that found it in order
};

// In order of the first count; an item has at most one that is not mended.
std::vector<ItemDefect> item_defects(const HandoverFacts& facts);

// In how many shifts of these posts has something been open that began at `since`, as of `until`? 1 in the shift in
// which it began, one more with each other shift that took over since, however many handovers it accepted.
std::int64_t shifts_since(const HandoverFacts& facts, const std::set<std::string>& posts, const LogPlace& since,
                          const LogPlace& until);

// Whether a shift of any post took over between these.
bool was_taken_over(const HandoverFacts& facts, const LogPlace& since, const LogPlace& until);

// The last handover of these posts that was accepted before entry `before`, whatever was accepted since: a slip says the
// same when it is printed again; nullptr for none.
const Handover* last_accepted(const HandoverFacts& facts, const std::set<std::string>& posts, EntryNumber before);

// Something that is open.
struct OpenItem {
    EntryNumber number = 0;
    std::string kind;
    std::string kind_words;
    std::string what;
    std::string owner;
    Instant since;
    std::optional<Instant> due;
};

}  // namespace onduty
