// SPDX-License-Identifier: MIT
// Did a guard alone answer, and what became of the alarms? (4.1: check calls as BS 7499 has them.) Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rounds/rules.hpp"

namespace onduty {

// What a supervisor may find: the subject of a conduct entry.
namespace conduct {
inline constexpr const char* kLeftPost = "left-post";
inline constexpr const char* kSwapped = "swapped-post";
inline constexpr const char* kChatting = "chatting";
inline constexpr const char* kAsleep = "asleep";
inline constexpr const char* kDistracted = "distracted";  // novels, newspapers, music, telephone
inline constexpr const char* kOther = "other";
}  // namespace conduct

struct IncidentReport {
    Entry entry;
    Incident incident;
    std::optional<Instant> call_typed_late{};  // when the step was typed that tells of the first call, if late
};

struct ConductFinding {
    Date business_date{};
    std::string kind;
    std::string person;  // staff code
    std::string by;
    std::string words;
    EntryNumber entry = 0;
    std::optional<Instant> typed_late{};  // when, if later than the grace
};

// When something was typed that was told of a time further back than the grace, or its time was put right to that; what
// was typed late stays so.
std::optional<Instant> typed_late(const Entry& entry);

// Somebody was asked whether he is well; or what was done when he did not answer.
struct CheckCall {
    EntryNumber number = 0;
    std::string person;  // who is asked
    Date business_date{};
    Instant at;  // as told
    bool answered = false;
    bool outcome = false;  // how it ended
    std::string note;
    bool claimed = false;  // its time was told

    bool is_answer() const { return answered || outcome; }
};

CheckCall check_call(const Entry& entry);

// Calls to one person without an answer that follow on each other as told, until he answered or somebody said how it
// ended: whichever was typed first.
struct Unanswered {
    std::vector<CheckCall> calls;
    const CheckCall* ended_by = nullptr;  // nullptr while he does not answer; points into what was looked at

    const CheckCall& first() const { return calls.front(); }
    bool has(EntryNumber number) const;
};
// `calls` of one person in order of number. An answer that was recorded later ends them, too, when its clock was set
// back.
std::vector<Unanswered> unanswered_of(const std::vector<CheckCall>& calls);

// An alarm of the house.
struct HouseAlarm {
    EntryNumber number = 0;
    std::string point;
    std::string category;
    Date business_date{};
    Instant at;
    std::string result;  // real, false or "" while nobody has said
};

struct GuardFacts {
    std::vector<CheckCall> calls;
    std::vector<HouseAlarm> alarms;
};

// Takes in the entries of a stretch one by one, in order and corrected already (corrections.hpp).
class GuardReading {
  public:
    // What it takes.
    static const std::vector<std::string_view>& kinds();
    void add(const Entry& entry);
    GuardFacts finish() { return std::move(facts_); }

  private:
    GuardFacts facts_;
};

// The longest time between two of these moments, 0 for fewer than two.
std::chrono::milliseconds longest_gap(std::vector<Instant> moments);

}  // namespace onduty
