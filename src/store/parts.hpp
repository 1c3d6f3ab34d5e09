// SPDX-License-Identifier: MIT
// How are the derived rows of the plan read and written? Names, and the parts that held at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "log/part.hpp"
#include "time/time.hpp"

namespace onduty {

class Database;

class Parts {
  public:
    explicit Parts(Database& database) : database_{&database} {}
    // What the newest plan calls so.
    std::optional<Word> find(const std::string& family, const std::string& code);
    std::vector<Word> all(const std::string& family);
    // What it was called last, of what the newest plan has no more.
    std::optional<Word> last_ended(const std::string& family, const std::string& code);
    // All rows that ended, newest first.
    std::vector<Word> all_ended(const std::string& family);
    // What it was called in this version, of what is called otherwise now or is there no more.
    std::optional<Word> find_in(const std::string& family, const std::string& code, int version);
    // All rows of the newest plan, with their codes, words and since when; and all that ended, without their bodies.
    PartList names_held(const std::string& family);
    PartList names_ended(const std::string& family);
    // All rows of a family that ended with a version from `first` to `last`; with 0, those that hold in the newest.
    PartList ended(const std::string& family, int first, int last);
    // Every row that there is.
    PartList everything();
    // From `version` on `ended` hold no more and `begun` do.
    void change(int version, const PartList& ended, const PartList& begun);
    // The only one of its family, without a past.
    void replace(const Part& part);
    // The row of a version says when it came into force.
    void date_version(int version, Instant since);

  private:
    std::vector<Word> words(const std::string& family, const std::string& first, const std::string& last);

    Database* database_;
};

}  // namespace onduty
