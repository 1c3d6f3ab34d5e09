// SPDX-License-Identifier: MIT
// What did the meters show, read from the open book?
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "book/pass.hpp"
#include "meters/kinds.hpp"
#include "meters/rules.hpp"

namespace onduty {

// The last reading of a meter that was told of a time before `at`, however old it is.
std::optional<MeterReading> reading_before(Book& book, const std::string& meter, Instant at);

// Tenths of what a meter shows, as they are typed; throws UsageError for what none shows.
std::int64_t reading_typed(const std::string& typed);

// So many days may lie between the date that a reading counts for and its own.
inline constexpr std::chrono::days kReadingMoves{2};

// The readings of the report's days, each beside the one before it, whatever date that counts for.
class MeterFold : public Fold {
  public:
    explicit MeterFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override {
        return {{pass_->dates().from - kReadingMoves, pass_->dates().until + kReadingMoves}, {kind::kMeter}, true};
    }
    void add(const Entry& entry) override { readings_.push_back(reading_of(entry)); }
    void finish() override;

    std::map<std::string, MeterSums> sums;

  private:
    Pass* pass_;
    std::vector<MeterReading> readings_;
};

}  // namespace onduty
