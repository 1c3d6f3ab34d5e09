// SPDX-License-Identifier: MIT
// What does an entry say, in words? Each kind tells its own; this keeps the names that were looked up.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "book/book.hpp"
#include "log/clock_reading.hpp"

namespace onduty {

class Teller {
  public:
    // With the names of `version`, 0 for those of now; without it with those of the version of each entry.
    explicit Teller(Book& book, std::optional<int> version = {}) : book_{&book}, of_all_{version} {}

    Book& book() { return *book_; }

    // What the entry is about: the point, route, visit, slot ...
    std::string subject(const Entry& entry);
    // The note as it is shown: the new value of a correction in words, nothing for a plan.
    std::string note(const Entry& entry);
    // One line for people: what happened, then every mark in capitals or brackets. `status`: "", "corrected" or "void".
    std::string line(const Entry& entry, const std::string& status);

    // What is shown of one entry besides the columns that all have: headings and values.
    std::vector<std::pair<std::string, std::string>> details(const Entry& entry);

    // From now on of what is closed in parts only those are told that were still open when entry `last` was recorded.
    void tell_what_is_left(EntryNumber last) { last_ = last; }
    // The lines of an entry that are told.
    std::vector<Line> lines(const Entry& entry);
    // The same where they are others than were recorded.
    std::vector<Line> left_of(const Entry& entry, std::vector<Line> lines);

    // From now on names are those that this entry is told with; a version of the plan holds for the entries after its
    // own.
    void tell_as_in(const Entry& entry) {
        const bool before = entry.kind == kind::kPlan && entry.plan > 1;
        version_ = of_all_.value_or(before ? entry.plan - 1 : entry.plan);
    }
    // The version whose names are told, 0 for the newest.
    int version() const { return version_; }
    // The name of a code of a family of the plan; the code itself when no plan knows it.
    const std::string& name(const char* family, const std::string& code);
    const std::string& person(const std::string& code) { return name("staff", code); }
    // Who was on duty in the shift that this entry began.
    const std::string& person_of_shift(EntryNumber shift);
    // What `find` answers, asked once for each entry.
    const std::string& once(const char* what, EntryNumber number, const std::function<std::string()>& find);

  private:
    const Kind* kind_of(const Entry& entry);
    const std::vector<ClockDoubt>& doubts();

    Book* book_;
    const Kind* kind_ = nullptr;  // of the entry before: mostly that of the next one
    std::optional<int> of_all_;
    int version_ = 0;  // whose names are told
    std::optional<EntryNumber> last_;
    std::optional<std::vector<ClockDoubt>> doubts_;  // once they are asked for
    // Of a family, by code: as now, and by the version until which it was called otherwise.
    struct Names {
        std::unordered_map<std::string, std::string> now;
        std::unordered_map<std::string, PartList> before;
    };
    std::map<std::string, Names> names_;
    std::map<std::pair<std::string, EntryNumber>, std::string> found_;
};

// "a, b": with the comma of the language between parts that say something.
class Parts {
  public:
    explicit Parts(std::string text = {}) : text_{std::move(text)} {}
    void add(const std::string& part);
    std::string text() && { return std::move(text_); }

  private:
    std::string text_;
};

// "a b", where both say something.
std::string joined(const std::string& first, const std::string& second);

// "#57": the entry that it is about.
std::string about_told(Teller& teller, const Entry& entry);
// "Li Na": whom its subject names.
std::string person_told(Teller& teller, const Entry& entry);

// The lines of an entry: "Milk 12, Cup 2"; of a count those that differ: "Vase 1 of 2 not in place".
std::string lines_told(Teller& teller, const Entry& entry, bool count,
                       const std::function<std::string(const std::string& item)>& name);
std::string lines_told(const std::vector<Line>& lines, bool count,
                       const std::function<std::string(const std::string& item)>& name);

// "LATE, recorded 3 h 0 min after"; "" for what was recorded within the grace.
std::string late_words(const Entry& entry);

}  // namespace onduty
