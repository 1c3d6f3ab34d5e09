// SPDX-License-Identifier: MIT
// How does a subject say what is due?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "book/book.hpp"
#include "book/pass.hpp"
#include "plan/rights.hpp"
#include "slots/urgency.hpp"

namespace onduty {

// Why something stands in the list.
enum class DueCause {
    open,     // it is to be done
    missed,   // a slot of a rule was not done
    claimed,  // somebody says so late that it was done that another has to accept it
    differs,  // a count is not what it should be
};

// Many lines that are read as one: "Cleaning, items: {0}".
struct Together {
    const char* words;
    const char* next;
};

struct DueLine {
    const char* subject = "";  // whose clock it is, as in Subject::name
    DueCause cause = DueCause::open;
    Urgency urgency = Urgency::soon;
    Instant due{};
    std::string rule{};      // code; "" for what no rule yields, and for what each stands there by itself
    std::string what{};      // in words
    std::string next{};      // what to type
    EntryNumber matter = 0;  // that it tells of; 0 for what the plan demands without one
    const Together* together = nullptr;
    std::size_t things = 1;  // that it tells of
    std::size_t times = 1;   // lines of which it is made
    Instant on_time_until = kNever;  // overdue after that
    // Who does it, where not anybody on duty:
    std::string not_by{};          // not this person, staff code
    std::string at_post{};         // somebody on duty at this post,
    std::optional<Right> needs{};  // somebody with this right, or there where a post is said, too
};

// The misses of so many days are looked at each time. Finding those of a year means to judge a year: of what is older
// the closing of its day keeps whether anything is left to be explained or accepted, and who asks for all is told each.
inline constexpr std::chrono::days kLookBack{7};
// The next hours that the list looks at.
inline constexpr std::chrono::hours kDueAhead{12};

// One look at the clocks of the house: how far ahead, and one reading of the days around for all of them.
class Look {
  public:
    explicit Look(Book& book, std::chrono::hours ahead = kDueAhead, bool since_begin = false)
        : book_{&book},
          ahead_{ahead},
          since_begin_{since_begin},
          pass_{book, {book.today() - kLookBack, book.today() + std::chrono::days{2}}} {}

    Book& book() const { return *book_; }
    Instant now() const { return book_->now(); }
    Instant horizon() const { return now() + ahead_; }
    Outlook outlook() const { return {now(), book_->today(), horizon()}; }
    // Whether what was missed before the days of the pass is told, too.
    bool since_begin() const { return since_begin_; }
    // From `kLookBack` ago to the day after tomorrow.
    Pass& pass() { return pass_; }

  private:
    Book* book_;
    std::chrono::hours ahead_;
    bool since_begin_;
    Pass pass_;
};

// Takes what the clocks say.
class DueLines {
  public:
    explicit DueLines(Book& book) : book_{&book} {}

    // Whose lines follow.
    void begin(const char* subject) { subject_ = subject; }
    DueLine& add(const Slot& slot, std::string what, std::string next, EntryNumber matter = 0);
    // What the first rule for this event demanded once since `since`, by the plan of then; nothing where it had none.
    void add_deadline(const char* event, Instant since, const std::string& what, const std::string& next,
                      EntryNumber matter = 0);
    // That a matter is closed: until when says the first rule for this event, by the plan of then. Where that had none
    // it is never overdue, and stands there as long as it is open all the same.
    DueLine& add_open(EntryNumber matter, const char* event, Instant since, std::string what, std::string next);
    // What is over, and nobody said why.
    DueLine& add_unexplained(DueCause cause, Instant due, std::string rule, std::string what, std::string next,
                             EntryNumber matter = 0);
    // Most urgent first.
    std::vector<DueLine> finish();

  private:
    Book* book_;
    const char* subject_ = "";
    std::vector<DueLine> lines_;
};

}  // namespace onduty
