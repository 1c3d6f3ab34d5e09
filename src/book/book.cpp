// SPDX-License-Identifier: MIT
#include "book/book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "book/clocks.hpp"
#include "log/kinds.hpp"
#include "plan/parts.hpp"
#include "store/site_file.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/coming.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {
using namespace std::chrono_literals;

namespace {

// The row of a version says when it came into force.
Instant since_of(const Word& version) {
    return Instant{std::chrono::milliseconds{std::atoll(version.detail.c_str())}};
}

}  // namespace

std::string site_path(const Context& context) {
    const auto& variable = context.environment.variable;
    if (!context.options.site.empty()) {
        return plain_path(context.options.site);
    }
    const std::string named = variable("ONDUTY_SITE");
    if (!named.empty()) {
        return plain_path(named);
    }
    const std::string data = variable("XDG_DATA_HOME");
    const std::string home = variable("HOME");
    if (data.empty() && home.empty()) {
        throw UsageError{say(N_("Where is the site file? Name it with --site FILE or ONDUTY_SITE."))};
    }
    return (data.empty() ? home + "/.local/share" : data) + "/onduty/site.db";
}

Book::Book(Context& context, Store::Mode mode) : context_{&context}, store_{site_path(context), mode} {
    if (mode == Store::Mode::read && !context.options.at.empty()) {
        throw UsageError{
            say(N_("--at says when something happened, and nothing is recorded here. Leave it out. The "
                   "entries of a day: onduty log --day yesterday"))};
    }
    read_settings();
    // Whoever records is looked for with what he records; a name that is nobody's is no use in a hint either.
    if (mode == Store::Mode::read && !context.options.who.empty()) {
        throw UsageError{say(N_("--who says whose deed is recorded; this records nothing."))};
    }
    if (mode == Store::Mode::read && !context.options.by.empty()) {
        resolve("staff", N_("person"), context.options.by);
    }
    const bool rehearsing = context.environment.tool.find("rehearsal") != std::string::npos;
    if (version_ == 0) {
        rehearsal_ = rehearsing;
    } else if (mode == Store::Mode::write && rehearsal_ != rehearsing) {
        throw Refusal{rehearsing
                          ? say(N_("{0} is a real log; a rehearsal writes only into files of its own."), store_.path())
                          : say(N_("{0} is a rehearsal; a real log is never continued from one."), store_.path())};
    }
}

void Book::read_settings() {
    std::string zone_name = "UTC";
    int zone_since = 1;  // version
    for (const Part& part : store_.names_held("setting")) {
        const Word& setting = part.word;
        if (setting.code == "zone") {
            zone_name = setting.name;
            zone_since = part.since;
        } else if (setting.code == "grace") {
            grace_ = Minutes{std::atoi(setting.name.c_str())};
        } else if (setting.code == "day-start") {
            calendar_.day_start = Minutes{std::atoi(setting.name.c_str())};
        } else if (setting.code == "rehearsal") {
            rehearsal_ = true;
        } else if (setting.code == "version") {
            version_ = std::atoi(setting.name.c_str());
            since_ = since_of(setting);
        }
    }
    // A clock that was ahead may have put its beginning into the future.
    zone_ = std::make_unique<SiteZones>(zone_name, std::min(since_, now()), [this, zone_since] {
        return zone_since > 1 ? zones_ever() : std::vector<SiteZones::Since>{};
    });
}

std::vector<SiteZones::Since> Book::zones_ever() {
    std::map<int, std::string> names;  // by the version that it began with
    int newest = 1;
    for (const Part& part : store_.names_ended("setting")) {
        if (part.word.code == "zone") {
            names[part.since] = part.word.name;
            newest = std::max(newest, part.until);
        }
    }
    names[newest] = zone_->name();
    // A zone that was put right before anything was recorded was never that of the site.
    names.erase(names.begin(), std::prev(names.upper_bound(first_version_used())));
    std::vector<SiteZones::Since> zones;
    for (const auto& [version, name] : names) {
        zones.push_back({zones.empty() ? Instant::min() : versions(version, version).at(version), name});
    }
    return zones;
}

int Book::first_version_used() {
    int version = version_;
    EntryNumber number = 1;
    for (auto entry = store_.entry(number); entry && entry->kind == kind::kPlan; entry = store_.entry(++number)) {
        version = entry->plan;
    }
    return version;
}

void Book::follow_plan() {
    const auto version = store_.word("setting", "version");
    if (version && std::atoi(version->name.c_str()) != version_) {
        read_plan_anew();
    }
}

void Book::read_plan_anew() {
    read_settings();
    plans_.clear();
    routes_.clear();
    history_.clear();
}

void Book::move_to(const std::string& zone) {
    if (zone != zone_->name()) {
        const std::vector<SiteZones::Since> ever = zones_ever();
        zone_ = std::make_unique<SiteZones>(zone, now(), [ever] { return ever; });
    }
}

Date Book::today() const {
    return business_date(*zone_, calendar_, now());
}

Instant Book::due_time(const std::string& typed) {
    return read_coming_time(typed, *zone_, claimed().value_or(now()), plan(&Plan::calendar).closes);
}

PlanReading& Book::version_of(int version) {
    const int known = version < 1 ? version_ : std::min(version, version_);
    return plans_.try_emplace(known, store_, known, known == version_).first->second;
}

bool Book::is_staffed(const std::string& post) {
    return post.empty() || store_.word(kStaffedFamily, post) || store_.word(kStaffedFamily, "");
}

std::map<int, Instant> Book::versions(int first, int last) {
    std::map<int, Instant> versions;
    // The row of a version ends with the next one.
    for (const Part& part : store_.ended_parts("setting", first + 1, last + 1)) {
        if (part.word.code == "version") {
            versions[part.since] = since_of(part.word);
        }
    }
    if (first <= version_ && version_ <= last) {
        versions[version_] = since_;
    }
    return versions;
}

int Book::version_at(Instant then) {
    if (since_ <= then) {
        return version_;
    }
    int found = first_version_used();
    for (const auto& [version, since] : versions(found, version_)) {
        found = since <= then ? version : found;
    }
    return found;
}

int Book::version_told() {
    const auto told = claimed();
    return told ? version_at(*told) : version_;
}

int Book::version_after(DateRange dates) {
    const Instant end = to_instant(zone(), LocalTime{dates.until} + calendar_.day_start);
    return end > now() || since_ < end ? 0 : version_at(end - 1ms);
}

std::set<int> Book::versions_over(DateRange dates) {
    const std::map<int, Instant> since = versions(1, version_);
    std::set<int> found;
    for (Date date = dates.from; date <= dates.until; date += std::chrono::days{1}) {
        const Instant turn = std::min(now(), to_instant(zone(), LocalTime{date} + calendar_.day_start));
        const auto held =
            std::find_if(since.rbegin(), since.rend(), [&](const auto& one) { return one.second <= turn; });
        if (held != since.rend()) {
            found.insert(held->first);
        }
        if (turn == now()) {
            break;
        }
    }
    return found.empty() ? std::set<int>{1} : found;
}

const PlanHistory& Book::history() {
    if (history_.empty()) {
        PartList parts;
        for (const std::string& family : judging_families()) {
            PartList held = store_.parts(family);
            std::move(held.begin(), held.end(), std::back_inserter(parts));
            held = store_.ended_parts(family, 1, version_);
            std::move(held.begin(), held.end(), std::back_inserter(parts));
        }
        history_ = history_of(parts, [&](int version) { return versions(version, version).at(version); });
        if (history_.empty()) {
            throw Failure{say(N_("{0} holds no plan. Run: onduty verify"), store_.path())};
        }
    }
    return history_;
}

NameList Book::names_told(const char* family, const char* what) {
    NameList list = names(family, what);
    if (const int then = version_told(); then != version_) {
        for (Part& part : store_.names_ended(family)) {
            if (part.holds_in(then) && find_code(list.words, part.word.code) == nullptr) {
                list.words.push_back(std::move(part.word));
            }
        }
    }
    return list;
}

Word Book::resolve_told(const char* family, const char* what, const std::string& typed) {
    if (const int then = version_told(); then != version_) {
        const Word meant = choose(names_told(family, what), typed);
        return store_.word_in(family, meant.code, then).value_or(meant);
    }
    return resolve(family, what, typed);
}

Word Book::point_told(const char* what, const std::string& typed) {
    const auto numbered = numbered_word(names_told("point", what), typed);
    return resolve_told("point", what, numbered ? numbered->code : typed);
}

std::string Book::free_code(const char* family, const char* letter,
                            const std::function<bool(const std::string& code)>& is_taken) {
    for (int number = 1;; ++number) {
        std::string code = fmt::format("{}{:02}", letter, number);
        if (!store_.word(family, code) && !store_.ended_word(family, code) && !(is_taken && is_taken(code))) {
            return code;
        }
    }
}

Entry Book::entry(EntryNumber number, const std::string& typed) {
    auto found = store_.entry(number);
    if (!found) {
        throw UsageError{say(N_("There is no entry {0}; the last one is {1}."),
                             typed.empty() ? std::to_string(number) : typed, store_.head().number)};
    }
    return std::move(*found);
}

std::optional<Instant> Book::claimed() {
    if (told_at_ || context_->options.at.empty()) {
        return told_at_;
    }
    const Instant at = read_time(context_->options.at, *zone_, now());
    if (at > now() + kAheadAllowed) {
        // The clock may be behind, not he ahead; more than the grace is typed wrongly more often.
        if (at - now() > grace_ && !is_reason(context_->options.reason) && !newest_behind(store_, now())) {
            throw Refusal{
                say(N_("{0} is in the future; it is now {1}. Nothing was recorded. If this clock is behind, say "
                       "so with --reason \"...\": it is recorded as told, with the clock in doubt."),
                    full_text(*zone_, at), full_text(*zone_, now()))};
        }
        return at;
    }
    return std::min(at, now());
}

}  // namespace onduty
