// SPDX-License-Identifier: MIT
// What does a command see of its site? The open file, its zone and words, the plan, and a way to record.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "log/kind.hpp"
#include "plan/plan.hpp"
#include "store/store.hpp"
#include "store/words.hpp"
#include "time/zone.hpp"

namespace onduty {

// The path that --site, ONDUTY_SITE or the XDG data directory name, in that order.
std::string site_path(const Context& context);

class Book {
  public:
    Book(Context& context, Store::Mode mode);

    Store& store() { return store_; }
    const Zone& zone() const { return *zone_; }
    Context& context() { return *context_; }
    Instant now() const { return context_->now.wall; }
    Date today() const;
    int plan_version() const { return version_; }
    Minutes grace() const { return grace_; }
    const Calendar& calendar() const { return calendar_; }  // day_start only; the plan has the rest
    const std::string& site_name() const { return site_name_; }
    // Whether this file was made by the rehearsal program; for a new file, whether this is that program.
    bool rehearsal() const { return rehearsal_; }

    // Every version of the plan; read on first use, because it is the slowest thing in the file.
    const PlanHistory& history();
    const Plan& plan() { return history().back().plan; }
    // The last one of the history, read alone unless the whole is there already.
    const PlanVersion& newest_version();

    // The word of `family` that `typed` means. Throws UsageError with the candidates or the nearest one.
    // `what` is how the family is called in the message: "person", "checkpoint".
    Word resolve(const char* family, const char* what, const std::string& typed);
    // The same among these words.
    static Word choose(const std::vector<Word>& words, const char* what, const std::string& typed);
    // The name to show for a code; the code itself when the plan no longer knows it.
    std::string name_of(const char* family, const std::string& code);

    // --at as an instant, nullopt without it. Throws for what is no time, in the future or too far back.
    std::optional<Instant> claimed();

  private:
    Context* context_;
    Store store_;
    std::unique_ptr<SiteZone> zone_;
    Calendar calendar_;
    Minutes grace_{15};
    int version_ = 0;
    std::string site_name_;
    bool rehearsal_ = false;
    PlanHistory history_;
    std::optional<PlanVersion> newest_;
};

// How far back a time may be claimed.
inline constexpr std::chrono::hours kFurthestBack{48};

}  // namespace onduty
