// SPDX-License-Identifier: MIT
// How is a log of many entries made for the benchmark? By the store, as the commands would write
// it: onduty-fill-log FILE ENTRIES. A year of a large site, two guards on two routes of 55 points
// each, a round every hour round the clock: about 114 entries an hour, a million in 362 days. It
// ends with both guards on duty and the inner round just begun, so that `patrol point P001` can
// follow.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>

#include "book/duty.hpp"
#include "book/record_plan.hpp"
#include "guard/kinds.hpp"
#include "handover/kinds.hpp"
#include "rounds/kinds.hpp"
#include "rounds/rules.hpp"
#include "staff/kinds.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"

namespace onduty {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kGuards = 2;
constexpr std::size_t kPointsOfRoute = 55;
constexpr std::size_t kItems = 8;
constexpr std::size_t kEntriesOfTransaction = 10'000;
constexpr auto kWalk = 45s;
// 2025-01-01 07:00 in Shanghai, and so much earlier for each further million that all logs end in the same days of a
// past year: what asks for the newest is compared over their size alone, and the machine's own clock comes after them.
constexpr Instant kYear = std::chrono::sys_days{std::chrono::year{2025} / 1 / 1} - 1h;
constexpr std::chrono::days kMillion{362};

Instant begin_of(EntryNumber wanted) {
    return kYear - kMillion * (std::max<EntryNumber>(wanted - 1, 0) / 1'000'000);
}

const char* const kPosts[kGuards] = {"inner-guard", "outer-guard"};
const char* const kRoutes[kGuards] = {"inner", "outer"};
const char* const kRules[kGuards] = {"inner-round", "outer-round"};
const char* const kNotes[] = {"Lamp 4 is out", "Door was open, locked it", "门未锁，已锁好", "Water on the floor"};
const char* const kCauses[] = {"Alarm at the main gate, both guards were there until it was clear",
                               "停电，值班室留守到供电恢复"};

std::string point_code(std::size_t point) {
    return fmt::format("P{:03}", point + 1);
}

std::string named(const char* section, const std::string& code, const std::string& name) {
    return fmt::format("\n[[{}]]\ncode = \"{}\"\nname = \"{}\"\n", section, code, name);
}

std::string plan_text() {
    std::string text =
        "format = 1\n\n[site]\nname = \"Benchmark site\"\nlanguage = \"en\"\nzone = "
        "\"Asia/Shanghai\"\n"
        "opens = \"09:00\"\ncloses = \"20:30\"\nday_start = \"07:00\"\ngrace = 15\n";
    for (const char* post : kPosts) {
        text += named("post", post, post);
    }
    const char* const names[] = {"张伟", "李娜", "王强", "刘洋", "陈静", "Wang Fang"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        text += named("staff", fmt::format("A{:02}", i + 1), names[i]);
        text += fmt::format("posts = [\"{}\"]\n", kPosts[i % kGuards]);
    }
    for (std::size_t i = 0; i < kGuards * kPointsOfRoute; ++i) {
        text += named("point", point_code(i), fmt::format("Place {}", i + 1)) + "walk = 30\n";
    }
    for (std::size_t guard = 0; guard < kGuards; ++guard) {
        text += named("route", kRoutes[guard], fmt::format("Round of the {} route", kRoutes[guard]));
        text += fmt::format("post = \"{}\"\npoints = [", kPosts[guard]);
        for (std::size_t i = 0; i < kPointsOfRoute; ++i) {
            text += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", point_code(guard * kPointsOfRoute + i));
        }
        text += "]\n";
    }
    text += named("checklist", "closing", "Closing check");
    for (std::size_t i = 0; i < kItems; ++i) {
        text += fmt::format("\n[[checklist.item]]\ncode = \"item-{0}\"\ntext = \"Thing {0} is in order\"\n", i + 1);
    }
    text += named("category", "other", "Other");
    for (std::size_t guard = 0; guard < kGuards; ++guard) {
        text += named("rule", kRules[guard], fmt::format("Hourly {} round", kRoutes[guard]));
        text += fmt::format(
            "kind = \"every\"\nroute = \"{}\"\npost = \"{}\"\nfrom = \"07:00\"\nuntil = \"06:00\"\n"
            "every = 60\nearly = 5\nlate = 10\n",
            kRoutes[guard], kPosts[guard]);
    }
    text += named("rule", "closing-check", "Daily closing check") +
            "kind = \"at\"\nchecklist = \"closing\"\n"
            "times = [\"20:30\"]\nearly = 0\nlate = 30\n";
    return text;
}

// The world of a process that is told the time.
class World {
  public:
    World(const std::string& file, Instant begin)
        : begin_{begin}, out_{[](std::string_view) { return true; }}, context_{environment_, {}, {}} {
        environment_.out = &out_;
        environment_.err = &out_;
        environment_.read_line = [](std::string&) { return false; };
        environment_.variable = [](const char*) { return std::string{}; };
        environment_.clock = [this] { return context_.now; };
        environment_.os_user = "1000";
        environment_.terminal = "tty1";
        environment_.tool = "onduty " ONDUTY_VERSION " bench";
        context_.options.site = file;
        set_time(begin);
    }

    // A new boot every 30 days, as a machine that is kept up to date has.
    void set_time(Instant at) {
        const auto since_begin = at - begin_;
        const auto boot = since_begin / (30 * 24h);
        context_.now = {at, since_begin - boot * (30 * 24h) + 1h,
                        fmt::format("00000000-0000-4000-8000-{:012}", static_cast<long long>(boot))};
    }

    Context& context() { return context_; }

  private:
    Instant begin_;
    Output out_;
    Environment environment_;
    Context context_;
};

// What is to be recorded at a moment: an action and the guard who does it.
struct Step {
    Instant at;
    std::size_t guard;
    std::function<void(Presence&)> work;
};

class Year {
  public:
    Year(World& world, EntryNumber wanted)
        : world_{&world}, recording_{std::in_place, world.context()}, wanted_{wanted}, begin_{begin_of(wanted)} {}

    void fill() {
        for (std::size_t guard = 0; guard < kGuards; ++guard) {
            come(guard, 0);
        }
        for (int hour = 0; last_ < wanted_; ++hour) {
            plan_hour(hour);
            std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
            for (const Step& step : steps_) {
                now_ = step.at;
                world_->set_time(step.at);
                step.work(guards_[step.guard]);
                breathe();
            }
            steps_.clear();
            now_ = begin_ + (hour + 1) * 1h;
        }
        world_->set_time(now_ + 1min);
        begin_round(guards_[0], 0);
        recording_->commit();
    }

    EntryNumber last() const { return last_; }

  private:
    bool once_in(unsigned count) { return random_() % count == 0; }
    template <typename Choices>
    const char* one_of(const Choices& choices) {
        return choices[random_() % std::size(choices)];
    }

    Entry record(const Entry& draft, const Details& details = {}) {
        ++uncommitted_;
        Entry stored = recording_->append(draft, details);
        last_ = stored.number;
        return stored;
    }

    void breathe() {
        if (uncommitted_ >= kEntriesOfTransaction) {
            recording_->commit();
            recording_.emplace(world_->context());
            uncommitted_ = 0;
        }
    }

    void at(Instant time, std::size_t guard, std::function<void(Presence&)> work) {
        steps_.push_back({time, guard, std::move(work)});
    }

    void come(std::size_t guard, int shift) {
        const std::size_t person = (static_cast<std::size_t>(shift) % 3) * kGuards + guard;
        Entry entry = recording_->draft(kind::kDutyOn, fmt::format("A{:02}", person + 1));
        entry.post = kPosts[guard];
        entry.fields.add(kCountsUntil,
                         counts_until(recording_->book(), entry.post, now_).time_since_epoch().count());
        const Entry stored = record(entry);
        guards_[guard] = *recording_->store().on_duty(stored.actor);
    }

    void change_shift(std::size_t guard, int shift) {
        Presence& present = guards_[guard];
        Entry offer = recording_->draft(kind::kHandoverOffer, present);
        const Head head = recording_->store().head();
        offer.about = head.number;
        offer.result = seal_text(head);
        const EntryNumber offered = record(offer).number;
        record(recording_->draft(kind::kDutyOff, present));
        come(guard, shift);
        Entry accepted = recording_->draft(kind::kHandoverAccept, present);
        accepted.about = offered;
        record(accepted);
    }

    void begin_round(Presence& guard, std::size_t route) {
        Entry entry = recording_->draft(kind::kRoundStart, guard);
        entry.subject = kRoutes[route];
        guard.round = record(entry).number;
        guard.last_at = now_;
    }

    void visit(Presence& guard, std::size_t point) {
        Entry entry = recording_->draft(kind::kPoint, guard);
        entry.about = guard.round;
        entry.subject = point_code(point);
        const bool fault = once_in(200);
        entry.result = fault ? result::kFault : result::kOk;
        entry.note = fault || once_in(50) ? one_of(kNotes) : "";
        entry.flag = visit_flag(false, 30s, {now_ - guard.last_at.value_or(now_)});
        guard.last_at = now_;
        const Entry stored = record(entry);
        if ((fault && once_in(4)) || once_in(3000)) {
            amend(guard, stored, fault);
        }
    }

    void amend(Presence& guard, const Entry& original, bool correct) {
        Entry entry = recording_->draft(correct ? kind::kCorrection : kind::kVoid, guard);
        entry.about = original.number;
        entry.amends = original.number;
        entry.subject = correct ? "note" : "";
        entry.note = correct ? original.note + ", reported to the technician" : "";
        entry.reason = "Wrong point";
        entry.business_date = original.business_date;
        record(entry);
    }

    void end_round(Presence& guard, std::size_t route, bool complete) {
        Entry entry = recording_->draft(kind::kRoundEnd, guard);
        entry.about = guard.round;
        entry.subject = kRoutes[route];
        entry.result = complete ? result::kComplete : result::kIncomplete;
        record(entry);
        guard.round = 0;
    }

    void check(Presence& guard) {
        Entry entry = recording_->draft(kind::kCheck, guard);
        entry.subject = "closing";
        entry.result = result::kComplete;
        const EntryNumber number = record(entry).number;
        for (std::size_t i = 0; i < kItems; ++i) {
            Entry item = recording_->draft(kind::kCheckItem, guard);
            item.about = number;
            item.subject = item_word("closing", fmt::format("item-{}", i + 1));
            item.result = once_in(60) ? result::kFixed : result::kOk;
            record(item);
        }
    }

    void explain(Presence& guard, std::size_t route, Instant due) {
        Entry entry = recording_->draft(kind::kExplanation, guard);
        entry.rule = kRules[route];
        entry.slot_at = due;
        entry.note = one_of(kCauses);
        record(entry);
    }

    void report_incident(Presence& guard) {
        Entry entry = recording_->draft(kind::kIncident, guard);
        entry.subject = "other";
        entry.note = "A visitor slipped on the stairs";
        Incident incident;
        incident.sequence = ++incidents_;
        incident.category = "other";
        incident.place = point_code(random_() % kPointsOfRoute);
        incident.reported_by = guard.person;
        incident.action_taken = "Called the manager";
        Details details;
        details.incident = incident;
        details.personal = {{"witness", "Zhao Min, 138 0000 0000"}};
        record(entry, details);
    }

    void plan_hour(int hour) {
        const Instant begin = begin_ + hour * 1h;
        for (std::size_t guard = 0; guard < kGuards; ++guard) {
            if (hour > 0 && hour % 8 == 0) {
                at(begin, guard, [this, guard, hour](Presence&) { change_shift(guard, hour / 8); });
            }
            if (once_in(211)) {
                if (once_in(2)) {
                    at(begin + 50min, guard, [this, guard, begin](Presence& who) { explain(who, guard, begin); });
                }
                continue;
            }
            plan_round(guard,
                       begin + 1min + (once_in(97) ? 12min : 0min) + std::chrono::milliseconds{random_() % 60'000});
        }
        if (hour % 24 == 13) {
            at(begin + 57min, 0, [this](Presence& who) { check(who); });  // 20:57, three minutes before its end
        }
        if (once_in(72)) {
            at(begin + 58min, 1, [this](Presence& who) { report_incident(who); });
        }
    }

    void plan_round(std::size_t route, Instant start) {
        const std::size_t left_out = once_in(149) ? random_() % kPointsOfRoute : kPointsOfRoute;
        at(start, route, [this, route](Presence& who) { begin_round(who, route); });
        Instant time = start;
        for (std::size_t i = 0; i < kPointsOfRoute; ++i) {
            time += once_in(500) ? std::chrono::milliseconds{20s}
                                 : kWalk - 2s + std::chrono::milliseconds{random_() % 4000};
            if (i != left_out) {
                at(time, route, [this, route, i](Presence& who) { visit(who, route * kPointsOfRoute + i); });
            }
        }
        at(time + 5s, route,
           [this, route, left_out](Presence& who) { end_round(who, route, left_out == kPointsOfRoute); });
    }

    World* world_;
    std::optional<Recording> recording_;
    EntryNumber wanted_;
    EntryNumber last_ = 0;
    std::size_t uncommitted_ = 0;
    std::int64_t incidents_ = 0;
    Instant begin_;
    Instant now_ = begin_;
    Presence guards_[kGuards];
    std::vector<Step> steps_;
    std::mt19937 random_{20250101};  // the same log every time, but for the identities of its entries
};

EntryNumber fill(const std::string& file, EntryNumber wanted) {
    World world{file, begin_of(wanted)};
    Store::create(file);
    {
        Recording recording{world.context()};
        record_plan(recording, checked_plan("bench plan", plan_text()), "-", {});
        recording.commit();
    }
    Year year{world, wanted};
    year.fill();
    return year.last();
}

}  // namespace

}  // namespace onduty

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: onduty-fill-log FILE ENTRIES\n", stderr);
        return onduty::kUsage;
    }
    try {
        std::printf("%lld entries\n", static_cast<long long>(onduty::fill(arguments[1], std::atoll(arguments[2]))));
        return onduty::kDone;
    } catch (const onduty::Error& error) {
        std::fprintf(stderr, "onduty-fill-log: %s\n", error.what());
        return error.code();
    }
}
