// SPDX-License-Identifier: MIT
// Does any sequence of steps skip a guard or move a deadline? Against somebody who reads the whole story anew at every
// question and counts minutes one by one.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "cases/deadlines.hpp"
#include "cases/kinds.hpp"
#include "cases/slow_reader.hpp"
#include "time/test_zones.hpp"
#include "turns.hpp"

using namespace onduty;
using onduty::test::SlowReader;
using onduty::test::Told;
using namespace std::chrono_literals;
using std::chrono::minutes;

namespace {

constexpr int kSteps = 24;
constexpr minutes kGrace{15};
constexpr std::array kActions{CaseAction::assess,  CaseAction::assign,   CaseAction::act,       CaseAction::wait,
                              CaseAction::resume,  CaseAction::escalate, CaseAction::dispatch,  CaseAction::arrive,
                              CaseAction::resolve, CaseAction::sign,     CaseAction::follow_up, CaseAction::cause,
                              CaseAction::archive, CaseAction::reopen};

bool runs(const Severity& terms, const Calendar& calendar, const Zone& zone, Instant at) {
    if (terms.clock == DeadlineClock::always) {
        return true;
    }
    const LocalTime local = to_local(zone, at);
    const Date date = std::chrono::floor<std::chrono::days>(local);
    const auto time = local - LocalTime{date};
    return !calendar.is_closed(date) && time >= calendar.opens && time < calendar.closes;
}

struct World {
    CasePlan plan;
    Calendar calendar;
    oracle::ShanghaiZone zone;
};

class Run {
  public:
    explicit Run(unsigned seed) : random_{seed} {
        for (Severity& severity : world.plan.severities) {
            severity.accept = minutes{1 + below(300)};
            severity.handle = minutes{1 + below(1500)};
            severity.follow_up = minutes{1 + below(1500)};
            severity.clock = below(2) == 0 ? DeadlineClock::always : DeadlineClock::opening;
            severity.follow_up_by = below(4) == 0 ? "supervisor" : "";
            severity.follow_up_channel = channel::kAll.at(static_cast<std::size_t>(below(3)));
            severity.pauses.clear();
            for (const char* whom : waiting::kAll) {
                if (below(2) == 0) {
                    severity.pauses.insert(whom);
                }
            }
        }
        world.plan.reopen_within = std::chrono::days{below(3)};
        world.plan.attempts = 1 + below(3);
        world.plan.repair_sample = below(101);
        world.calendar.closed_weekdays = {static_cast<unsigned>(1 + below(7))};
        world.calendar.closed_dates = {Date{std::chrono::year{2026} / 11 / 24}};
        file.sequence = 1 + below(300);
        file.severity = 1 + below(4);
        file.against = "B02";
        Entry first = next_entry(kind::kCase);
        sort = sort::kAll.at(static_cast<std::size_t>(below(sort::kAll.size())));
        first.subject = sort;
        first.flag = below(2) == 0 ? "" : case_flag::kByItself;
        if (below(4) == 0) {
            const minutes back{below(300)};
            first.happened_at = clock_ - back;
            first.late = back > kGrace;
        }
        story.push_back({first, {}});
    }

    int below(std::size_t most) { return static_cast<int>(random_() % most); }

    CaseMove any_move() {
        clock_ += minutes{below(3) == 0 ? 0 : below(below(4) == 0 ? 2500 : 200)};
        const CaseAction action = kActions.at(static_cast<std::size_t>(below(kActions.size())));
        static constexpr std::array kVerdicts{"A", "B", "C", "missed", "missed"};
        const Instant told = clock_ - minutes{below(6) == 0 ? below(300) : 0};
        return {action,
                {told, clock_ - told > kGrace ? clock_ : told},
                below(5) == 0 ? "B02" : "A01",
                below(2) == 0 ? "supervisor" : "desk",
                action == CaseAction::follow_up ? channel::kAll.at(static_cast<std::size_t>(below(5))) : "",
                action == CaseAction::follow_up ? kVerdicts.at(static_cast<std::size_t>(below(5))) : "",
                true,
                below(4) == 0};
    }

    void record(const CaseMove& move) {
        Told told{next_entry(kind_of(move.action)), {}};
        told.entry.about = 1;
        told.entry.actor = move.person;
        if (move.at.told != clock_) {
            told.entry.happened_at = move.at.told;
            told.entry.late = clock_ - move.at.told > kGrace;
        }
        told.entry.subject = move.action == CaseAction::wait    ? waiting::kAll.at(static_cast<std::size_t>(below(3)))
                             : move.action == CaseAction::cause ? "service"
                                                                : move.channel;
        told.entry.result = move.action == CaseAction::sign ? (below(3) == 0 ? "refused" : "ok") : move.verdict;
        told.step.owner = move.action == CaseAction::assign ? "A01" : "";
        told.step.severity = move.action == CaseAction::assess ? below(5) : 0;
        story.push_back(told);
    }

    // A step is withdrawn, or its time put back.
    void amend() {
        if (story.size() < 2) {
            return;
        }
        Told& told = story[1 + static_cast<std::size_t>(below(story.size() - 1))];
        if (below(3) == 0) {
            told.withdrawn = true;
            return;
        }
        const int back = below(400);
        told.entry.happened_at = told.entry.recorded_at - minutes{back};
        told.entry.late = told.entry.late || minutes{back} > kGrace;
    }

    Case read() const { return read(story); }
    Case read(const std::vector<Told>& told) const {
        Case one = begin_case(told.front().entry, file);
        for (std::size_t i = 1; i < told.size(); ++i) {
            if (!told[i].withdrawn) {
                add_step(one, told[i].entry, told[i].step);
            }
        }
        return one;
    }

    Instant now() const { return clock_; }

    World world;
    CaseFile file;
    std::string sort;
    std::vector<Told> story;

  private:
    Entry next_entry(const char* kind) {
        Entry entry;
        entry.number = static_cast<EntryNumber>(story.size()) + 1;
        entry.kind = kind;
        entry.recorded_at = clock_;
        return entry;
    }

    std::mt19937 random_;
    Instant clock_ = oracle::utc(2026, 11, 23, 2);
};

// Counts minutes from `from` until `limit` of them have run.
template <typename Stands>
Instant by_minutes(const World& world, const Severity& terms, Instant from, minutes limit, Stands&& stands) {
    for (minutes left = limit;; from += 1min) {
        if (left == 0min) {
            return from;
        }
        left -= runs(terms, world.calendar, world.zone, from) && !stands(from) ? 1min : 0min;
    }
}

void compare_deadlines(const Run& run) {
    const Case one = run.read();
    const SlowReader reader{run.story, run.file, run.world.plan};
    const Severity& terms = reader.terms();
    REQUIRE(one.severity == reader.severity());
    const Instant begin = SlowReader::told(run.story.front().entry);
    const auto never = [](Instant) { return false; };
    const auto paused = [&](Instant at) { return reader.paused(at, run.now(), SlowReader::counted); };
    const auto stood = [&](Instant at) { return reader.paused(at, run.now(), SlowReader::told); };
    const auto taken = [&](Instant from, const Told& done, const auto& stands) {
        minutes sum{0};
        for (Instant at = from; at < SlowReader::told(done.entry); at += 1min) {
            sum += runs(terms, run.world.calendar, run.world.zone, at) && !stands(at) ? 1min : 0min;
        }
        return sum;
    };
    const auto taken_by_rule = [&](const CaseDeadline& line) {
        return time_taken(line, run.world.calendar, run.world.zone).value();
    };
    const auto deadlines = case_deadlines(one, run.world.plan, run.world.calendar, run.world.zone, run.now());
    CHECK(deadlines.at(0).due == by_minutes(run.world, terms, begin, terms.accept, never));
    CHECK(deadlines.at(1).due == by_minutes(run.world, terms, begin, terms.handle, paused));
    const Told* resolved = reader.resolution();
    CHECK(deadlines.at(1).done.has_value() == (resolved != nullptr));
    const bool asked = resolved != nullptr && reader.asked_afterwards(run.sort);
    REQUIRE(deadlines.size() == (asked ? 3 : 2));
    if (asked) {
        const Told* followed = reader.followed();
        const Instant since = SlowReader::told(resolved->entry);
        CHECK(deadlines.at(2).due == by_minutes(run.world, terms, since, terms.follow_up, never));
        CHECK(deadlines.at(2).done.has_value() == (followed != nullptr));
        if (followed != nullptr) {
            CHECK(deadlines.at(2).in_time() == (SlowReader::done(followed->entry) <= deadlines.at(2).due));
            CHECK(taken_by_rule(deadlines.at(2)) == taken(since, *followed, never));
        }
    }
    if (resolved != nullptr) {
        CHECK(deadlines.at(1).in_time() == (SlowReader::done(resolved->entry) <= deadlines.at(1).due));
        CHECK(taken_by_rule(deadlines.at(1)) == taken(begin, *resolved, stood));
    }
    if (const Told* accepted = reader.accepted()) {
        CHECK(deadlines.at(0).in_time() == (reader.accepted_done() <= deadlines.at(0).due));
        CHECK(taken_by_rule(deadlines.at(0)) == taken(begin, *accepted, never));
    }
}

void compare_stretches(const Run& run) {
    const Case one = run.read();
    const SlowReader reader{run.story, run.file, run.world.plan};
    const auto compare = [&](const std::vector<CaseStretch>& stretches, const std::string& replaced,
                             const std::vector<std::string>& ends) {
        for (const CaseStretch& stretch : stretches) {
            CAPTURE(stretch.entry);
            CHECK(lasted(stretch, run.now()) == reader.lasted(stretch.entry, replaced, ends, run.now()));
        }
    };
    compare(one.waits, "", {"case-wait", "case-resume", "case-resolve"});
    compare(one.dispatches, "case-dispatch", {"case-arrive"});
    compare(one.escalations, "", {"case-resolve"});
}

// Nobody gains by claiming: had each step that was told too late been told as of when it was typed, no deadline would
// be stricter.
void compare_with_claimless(const Run& run) {
    std::vector<Told> claimless = run.story;
    for (Told& told : claimless) {
        if (told.entry.late) {
            told.entry.happened_at = told.entry.recorded_at;
        }
    }
    const auto lines = [&](const Case& one) {
        return case_deadlines(one, run.world.plan, run.world.calendar, run.world.zone, run.now());
    };
    if (run.read().severity != run.read(claimless).severity) {
        return;  // the same assessments in another order are another case
    }
    const auto claimed = lines(run.read());
    const auto typed = lines(run.read(claimless));
    REQUIRE(claimed.size() == typed.size());
    for (std::size_t i = 0; i < claimed.size(); ++i) {
        CHECK(claimed[i].due <= typed[i].due);
        CHECK((!claimed[i].in_time() || typed[i].in_time()));
        CHECK(time_taken(claimed[i], run.world.calendar, run.world.zone).value() >= 0min);
    }
}

int runs() {
    return onduty::test::turns(300);
}

}  // namespace

TEST_CASE("no sequence of steps skips a guard, no deadline differs from one counted minute by minute") {
    int archived = 0;
    int reopened = 0;
    for (int seed = 1; seed <= runs(); ++seed) {
        CAPTURE(seed);
        Run run{static_cast<unsigned>(seed)};
        for (int step = 0; step < kSteps; ++step) {
            CAPTURE(step);
            const CaseMove move = run.any_move();
            CAPTURE(kind_of(move.action));
            const Case one = run.read();
            const Hindrance found = hindrance(one, move, run.world.plan);
            const bool allowed = SlowReader{run.story, run.file, run.world.plan}.allows(run.sort, move);
            REQUIRE((found == Hindrance::none) == allowed);
            if (allowed) {
                run.record(move);
            }
            if (run.below(25) == 0) {
                run.amend();
            }
        }
        const Case one = run.read();
        archived += one.archived ? 1 : 0;
        reopened += one.reopened_on.empty() ? 0 : 1;
        compare_deadlines(run);
        compare_stretches(run);
        compare_with_claimless(run);
    }
    // The runs are worth something only when many get there.
    CHECK(archived > runs() / 20);
    CHECK(reopened > runs() / 20);
}

TEST_CASE("what is to be done next is never forbidden, and leads to the archive") {
    for (int seed = 1; seed <= runs() / 3; ++seed) {
        CAPTURE(seed);
        Run run{static_cast<unsigned>(seed)};
        for (int step = 0; step < kSteps / 2; ++step) {
            const CaseMove move = run.any_move();
            if (hindrance(run.read(), move, run.world.plan) == Hindrance::none) {
                run.record(move);
            }
        }
        int steps = 0;
        for (;;) {
            const Case one = run.read();
            const auto next = next_action(one, run.world.plan);
            if (!next) {
                break;
            }
            REQUIRE(++steps < kSteps);
            Entry entry;
            entry.number = static_cast<EntryNumber>(run.story.size()) + 1;
            entry.kind = kind_of(*next);
            entry.subject = *next == CaseAction::cause ? "service" : "visit";
            entry.result = *next == CaseAction::follow_up ? "A" : *next == CaseAction::sign ? "ok" : "";
            entry.recorded_at = run.now();
            const CaseMove move{*next, {run.now(), run.now()}, "A01", "supervisor", "visit", entry.result};
            REQUIRE(hindrance(one, move, run.world.plan) == Hindrance::none);
            CaseStep details;
            details.owner = *next == CaseAction::assign ? "A01" : "";
            run.story.push_back({entry, details});
        }
        CHECK(stage_of(run.read(), run.world.plan) == Stage::archived);
    }
}
