// SPDX-License-Identifier: MIT
// What does a command see of its site? The open file, its zone and words, the plan, and a way to record.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "book/plan_reading.hpp"
#include "book/word_meant.hpp"
#include "cli/command.hpp"
#include "log/kind.hpp"
#include "plan/plan.hpp"
#include "store/store.hpp"
#include "time/zone.hpp"

namespace onduty {

// The path that --site, ONDUTY_SITE or the XDG data directory name, in that order.
std::string site_path(const Context& context);

class Book {
  public:
    Book(Context& context, Store::Mode mode);

    Store& store() { return store_; }
    // Of an instant of the past that of the plan of then.
    const Zone& zone() const { return *zone_; }
    // Whether somebody changed the plan since: then reads anew what it says.
    void follow_plan();
    void read_plan_anew();
    // From here on the zone is that of a plan which is being recorded.
    void move_to(const std::string& zone);
    Context& context() { return *context_; }
    Instant now() const { return context_->now.wall; }
    Date today() const;
    // Until when, as it is typed for what is to come at the told time; a day alone means its closing time. Throws
    // UsageError for what was past then.
    Instant due_time(const std::string& typed);
    int plan_version() const { return version_; }
    Minutes grace() const { return grace_; }
    const Calendar& calendar() const { return calendar_; }  // day_start only; the plan has the rest
    std::string site_name() { return name_of("setting", "site"); }
    // Whether this file was made by the rehearsal program; for a new file, whether this is that program.
    bool rehearsal() const { return rehearsal_; }

    // The newest plan. A command that needs one part of it asks for that one: plan(&Plan::fridges).
    const Plan& plan() { return version_of(version_).whole(); }
    template <typename Member, typename Owner>
    const Member& plan(Member Owner::*member) {
        return version_of(version_).part(member);
    }
    // The same of an older version.
    template <typename Member, typename Owner>
    const Member& plan(Member Owner::*member, int version) {
        return version_of(version).part(member);
    }
    // The element as the version says it that names are told as in, or the last one before it that had it, or the first
    // one after it; nullptr for what no version had.
    template <typename Elements, typename Owner>
    auto part_then(Elements Owner::*elements, const char* family, const std::string& code) {
        return part_in(elements, family, code, names_in_);
    }
    // The same of any version; 0 is the newest one.
    template <typename Elements, typename Owner>
    auto part_in(Elements Owner::*elements, const char* family, const std::string& code, int version) {
        const auto* found = find_code(plan(elements, version), code);
        if (found == nullptr) {  // seldom
            const int with = version_with(family, code, version);
            found = with == 0 ? nullptr : find_code(plan(elements, with), code);
        }
        return found;
    }
    // Whether somebody can be on duty at the post, by the newest plan.
    bool is_staffed(const std::string& post);
    // The rules of the newest plan, which whoever judges the past has read already.
    const std::vector<Rule>& rules() { return history_.empty() ? plan(&Plan::rules) : history_.back().plan.rules; }
    // When the newest version came into force.
    Instant plan_since() const { return since_; }
    // Those that were in force when one of these dates began or the last one ended, or are now.
    std::set<int> versions_over(DateRange dates);
    // From when each of these versions was in force.
    std::map<int, Instant> versions(int first, int last);
    // The routes as they were.
    std::function<const Route*(const std::string& code, Instant at)> routes();
    // What the plan said of a part of a family, and from when until when; the newest has no end.
    struct HeldPart {
        Part part;
        Instant since;
        Instant until;
    };
    std::vector<HeldPart> parts_ever(const std::string& family);
    // The points of the routes of these versions.
    std::set<std::string> points_on_routes(const std::set<int>& versions);
    // What judging the past needs of every version, for those who judge it.
    const PlanHistory& history();

    // Of the plan; see book/word_meant.hpp.
    NameList names(const char* family, const char* what) { return name_list(store_, family, what); }
    Word resolve(const char* family, const char* what, const std::string& typed) {
        return word_meant(store_, family, what, typed);
    }
    Word resolve_ever(const char* family, const char* what, const std::string& typed) {
        return word_ever_meant(store_, family, what, typed);
    }
    // What was done is told under the plan under which it was done: for a time that is told and lies before the newest
    // plan these are of the plan of then, and what came since can be meant, too.
    NameList names_told(const char* family, const char* what);
    Word resolve_told(const char* family, const char* what, const std::string& typed);
    // Of the staff; somebody who has left is meant by what is told of before.
    Word person_told(const std::string& typed) { return resolve_told("staff", N_("person"), typed); }
    // A checkpoint, called `what` in a message; its number alone will do, as it stands on its label.
    Word point_told(const char* what, const std::string& typed);
    template <typename Elements, typename Owner>
    const auto& part_meant(Elements Owner::*elements, const char* family, const char* what, const std::string& typed) {
        return *part_in(elements, family, resolve_told(family, what, typed).code, version_told());
    }
    // As now, or as the version calls it that names are told as in.
    std::string name_of(const char* family, const std::string& code) {
        return name_of_code(store_, family, code, names_in_);
    }
    // From now on names are told as in this version, 0 for the newest one; answers which one it was. See NamesThen.
    int tell_names_in(int version) { return std::exchange(names_in_, version < version_ ? version : 0); }
    // The version in force then; before that the first one under which something was recorded.
    int version_at(Instant then);
    // The same of the time that --at tells; the newest one without it.
    int version_told();
    // The version in force when these dates ended, 0 while they have not.
    int version_after(DateRange dates);
    // "A01", "A02" ...: the first that the plan neither has nor ever had, and that is not taken otherwise.
    std::string free_code(const char* family, const char* letter,
                          const std::function<bool(const std::string& code)>& is_taken = {});
    // The codes of a family of parts that the newest plan holds, in its order, without reading the parts.
    std::vector<std::string> codes(const char* family);
    // Those that one of these versions holds, in no order.
    std::vector<std::string> codes(const char* family, const std::set<int>& versions);

    // Whether this command shows what is masked, which is recorded first: book/reveal.hpp.
    void reveal() { revealed_ = true; }
    bool is_revealed() const { return revealed_; }

    // Throws UsageError when the log has none of this number; `typed` is what somebody wrote for it, if not the number.
    Entry entry(EntryNumber number, const std::string& typed = {});

    // --at as an instant, nullopt without it. Throws for what is no time, or lies ahead by more than the grace and no
    // reason says why.
    std::optional<Instant> claimed();
    // From now on words are read as if --at told this; answers what they were read by. See ToldThen.
    std::optional<Instant> tell_at(std::optional<Instant> at) { return std::exchange(told_at_, at); }

  private:
    struct HeldRoute {
        HeldPart held;
        std::optional<Route> route{};  // read when it is asked for
    };

    void read_settings();
    std::vector<SiteZones::Since> zones_ever();
    // The version of the plan under which something else was recorded first; the newest without any.
    int first_version_used();
    PlanReading& version_of(int version);
    void read_routes();
    static const Route& route_of(HeldRoute& held);
    const Route* route_at(const std::string& code, Instant at);
    // The last version up to this one that holds the part; else the first that does, 0 for none.
    int version_with(const char* family, const std::string& code, int version);

    Context* context_;
    Store store_;
    std::unique_ptr<SiteZones> zone_;
    Calendar calendar_;
    Minutes grace_{15};
    int version_ = 0;
    std::optional<Instant> told_at_;
    int names_in_ = 0;  // the version that names are told as in, 0 for the newest
    bool rehearsal_ = false;
    bool revealed_ = false;
    Instant since_{};
    std::map<int, PlanReading> plans_;                      // by version
    std::map<std::string, std::vector<HeldRoute>> routes_;  // by code
    PlanHistory history_;
};

}  // namespace onduty
