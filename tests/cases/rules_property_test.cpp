// SPDX-License-Identifier: MIT
// Does any sequence of steps skip a guard or move a deadline? Against somebody who reads the whole story anew at every
// question and counts minutes one by one.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "cases/deadlines.hpp"
#include "cases/kinds.hpp"
#include "time/test_zones.hpp"

using namespace onduty;
using namespace std::chrono_literals;
using std::chrono::minutes;

namespace {

constexpr int kSteps = 24;
constexpr int kRuns = 1200;
constexpr std::array kActions{CaseAction::assess,  CaseAction::assign,   CaseAction::act,       CaseAction::wait,
                              CaseAction::resume,  CaseAction::escalate, CaseAction::dispatch,  CaseAction::arrive,
                              CaseAction::resolve, CaseAction::sign,     CaseAction::follow_up, CaseAction::cause,
                              CaseAction::archive, CaseAction::reopen};

struct Told {
    Entry entry;
    CaseStep step;
    bool withdrawn = false;
};

// The slow reader. It keeps nothing but the story.
class Reader {
  public:
    Reader(const std::vector<Told>& story, const CaseFile& file, const CasePlan& plan) : file_{file}, plan_{plan} {
        for (const Told& told : story) {
            if (!told.withdrawn) {
                lines_.push_back(told);
            }
        }
    }

    static Instant counted(const Entry& entry) {
        return entry.flag == "imported" || (entry.happened_at && !entry.late)
                   ? entry.happened_at.value_or(entry.recorded_at)
                   : entry.recorded_at;
    }
    static Instant told(const Entry& entry) { return entry.happened_at ? *entry.happened_at : entry.recorded_at; }

    static bool undoes(const Entry& entry) {
        return entry.kind == "case-reopen" || (entry.kind == "case-follow-up" && entry.result == "C") ||
               (entry.kind == "case-sign" && entry.result == "refused");
    }

    // The last line from the end for which `fits`, nullptr for none.
    template <typename Fits>
    const Told* last(Fits&& fits) const {
        for (auto line = lines_.rbegin(); line != lines_.rend(); ++line) {
            if (fits(line->entry)) {
                return &*line;
            }
        }
        return nullptr;
    }
    const Told* last_of(const std::string& kind) const {
        return last([&](const Entry& entry) { return entry.kind == kind; });
    }
    bool has(const std::string& kind) const { return last_of(kind) != nullptr; }

    const Told* resolution() const {
        const Told* turn = last([](const Entry& entry) { return entry.kind == "case-resolve" || undoes(entry); });
        return turn != nullptr && turn->entry.kind == "case-resolve" ? turn : nullptr;
    }
    bool archived() const {
        const Told* turn =
            last([](const Entry& entry) { return entry.kind == "case-archive" || entry.kind == "case-reopen"; });
        return turn != nullptr && turn->entry.kind == "case-archive";
    }
    // What was resolved, filed or opened again last.
    const Told* last_turn() const {
        return last([](const Entry& entry) {
            return entry.kind == "case-resolve" || entry.kind == "case-archive" || undoes(entry);
        });
    }
    const Told* waits() const {
        const Told* turn = last([](const Entry& entry) {
            return entry.kind == "case-wait" || entry.kind == "case-resume" || entry.kind == "case-resolve";
        });
        return turn != nullptr && turn->entry.kind == "case-wait" ? turn : nullptr;
    }
    // Whether anything of these kinds was told for a time behind this one.
    bool any_after(Instant at, const std::vector<std::string>& kinds) const {
        return std::any_of(lines_.begin(), lines_.end(), [&](const Told& line) {
            const bool asked = kinds.empty() || std::find(kinds.begin(), kinds.end(), line.entry.kind) != kinds.end();
            return asked && told(line.entry) > at;
        });
    }
    // Sent and not yet there.
    const Told* on_the_way() const {
        const Told* turn =
            last([](const Entry& entry) { return entry.kind == "case-dispatch" || entry.kind == "case-arrive"; });
        return turn != nullptr && turn->entry.kind == "case-dispatch" ? turn : nullptr;
    }
    std::int64_t severity() const {
        std::int64_t level = file_.severity;
        for (const Told& line : lines_) {
            level = line.entry.kind == "case-assess" && line.step.severity != 0 ? line.step.severity : level;
        }
        return level;
    }
    const Severity& terms() const { return plan_.severities[static_cast<std::size_t>(severity() - 1)]; }

    // Whether something of this kind stands behind what was resolved last or opened again last.
    bool since_turn(const std::string& kind, const std::string& result) const {
        for (auto line = lines_.rbegin(); line != lines_.rend(); ++line) {
            if (line->entry.kind == "case-resolve" || undoes(line->entry)) {
                return false;
            }
            if (line->entry.kind == kind && (result.empty() || line->entry.result == result)) {
                return true;
            }
        }
        return false;
    }

    bool asked_afterwards(const std::string& sort) const {
        if (sort == "complaint" || sort == "suggestion") {
            return true;
        }
        return sort == "repair" && (file_.sequence * 61) % 100 < plan_.repair_sample;
    }
    // The follow-up that ends the wait for one, or nullptr.
    const Told* followed() const {
        const Told* from = resolution();
        std::int64_t missed = 0;
        bool on = false;
        for (const Told& line : lines_) {
            on = on || &line == from;
            if (!on || from == nullptr || line.entry.kind != "case-follow-up") {
                continue;
            }
            missed += line.entry.result == "missed" ? 1 : 0;
            if (line.entry.result != "missed" || missed == plan_.attempts) {
                return &line;
            }
        }
        return nullptr;
    }

    bool allows(const std::string& sort, const CaseMove& move) const {
        const Entry& first = lines_.front().entry;
        if (move.at < told(first)) {
            return false;
        }
        const Told* resolved = resolution();
        if (move.action == CaseAction::reopen) {
            const Told* filed = last_of("case-archive");
            return archived()
                       ? move.at <= counted(filed->entry) + plan_.reopen_within && move.at >= told(last_turn()->entry)
                       : resolved != nullptr;
        }
        if (archived()) {
            return false;
        }
        const bool after = resolved != nullptr && move.at >= told(resolved->entry);
        switch (move.action) {
            case CaseAction::assess:
            case CaseAction::act:
            case CaseAction::escalate:
            case CaseAction::dispatch:
                return resolved == nullptr;
            case CaseAction::assign:
                return resolved == nullptr && (sort != "complaint" || has("case-assess"));
            case CaseAction::wait:
                return resolved == nullptr && waits() == nullptr &&
                       (last_turn() == nullptr || move.at >= told(last_turn()->entry)) &&
                       (last_of("case-resume") == nullptr || move.at >= told(last_of("case-resume")->entry));
            case CaseAction::resume:
                return resolved == nullptr && waits() != nullptr && move.at >= told(waits()->entry);
            case CaseAction::arrive:
                return resolved == nullptr && on_the_way() != nullptr && move.at >= told(on_the_way()->entry);
            case CaseAction::resolve: {
                const Told* turn = last_turn();
                const bool ready = sort == "complaint" ? has("case-assess") && has("case-assign")
                                   : sort == "repair"  ? has("case-assign") || has("case-dispatch")
                                                       : true;
                return resolved == nullptr && ready && (turn == nullptr || move.at >= told(turn->entry)) &&
                       !any_after(move.at,
                                  {"case-wait", "case-resume", "case-escalate", "case-dispatch", "case-arrive"});
            }
            case CaseAction::sign:
                return after && sort == "repair" && !since_turn("case-sign", "ok");
            case CaseAction::follow_up: {
                const auto rank = [](const std::string& way) { return way == "visit" ? 0 : way == "phone" ? 1 : 2; };
                const bool enough = move.verdict == "missed" || rank(move.channel) <= rank(terms().follow_up_channel);
                return after && move.person != file_.against &&
                       (terms().follow_up_by.empty() || terms().follow_up_by == move.post) && enough;
            }
            case CaseAction::cause:
                return after;
            case CaseAction::archive:
                if (resolved == nullptr) {
                    return sort == "opinion";
                }
                return after && !any_after(move.at, {}) && (sort != "repair" || since_turn("case-sign", "ok")) &&
                       (!asked_afterwards(sort) || followed() != nullptr) &&
                       (sort != "complaint" || since_turn("case-cause", ""));
            default:
                return false;
        }
    }

    // Whether the clock of handling stands still in the minute that begins at `at`, seen from `now`.
    bool paused(Instant at, Instant now) const {
        std::optional<Instant> wait;
        std::string whom;
        std::optional<Instant> done;
        bool still = false;
        const auto covers = [&](Instant from, Instant until) { return from <= at && at < until; };
        for (const Told& line : lines_) {
            const Entry& entry = line.entry;
            const bool ends = entry.kind == "case-wait" || entry.kind == "case-resume" || entry.kind == "case-resolve";
            if (wait && ends) {
                still = still || (terms().pauses.count(whom) > 0 && covers(*wait, counted(entry)));
                wait.reset();
            }
            if (entry.kind == "case-wait") {
                wait = counted(entry);
                whom = entry.subject;
            }
            if (done && (undoes(entry) || entry.kind == "case-resolve")) {
                still = still || covers(*done, counted(entry));
                done.reset();
            }
            if (entry.kind == "case-resolve") {
                done = counted(entry);
            }
        }
        return still || (wait && terms().pauses.count(whom) > 0 && covers(*wait, now));
    }

    const std::vector<Told>& lines() const { return lines_; }

  private:
    std::vector<Told> lines_;
    const CaseFile& file_;
    const CasePlan& plan_;
};

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
        story.push_back({first, {}});
    }

    int below(std::size_t most) { return static_cast<int>(random_() % most); }

    CaseMove any_move() {
        clock_ += minutes{below(3) == 0 ? 0 : below(below(4) == 0 ? 2500 : 200)};
        const CaseAction action = kActions.at(static_cast<std::size_t>(below(kActions.size())));
        static constexpr std::array kVerdicts{"A", "B", "C", "missed", "missed"};
        return {action,
                clock_ - minutes{below(6) == 0 ? below(300) : 0},
                below(5) == 0 ? "B02" : "A01",
                below(2) == 0 ? "supervisor" : "desk",
                action == CaseAction::follow_up ? channel::kAll.at(static_cast<std::size_t>(below(5))) : "",
                action == CaseAction::follow_up ? kVerdicts.at(static_cast<std::size_t>(below(5))) : ""};
    }

    void record(const CaseMove& move) {
        Told told{next_entry(kind_of(move.action)), {}};
        told.entry.about = 1;
        told.entry.actor = move.person;
        if (move.at != clock_) {
            told.entry.happened_at = move.at;
            told.entry.late = clock_ - move.at > minutes{15};
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
        told.entry.late = told.entry.late || back > 15;
    }

    Case read() const {
        Case one = begin_case(story.front().entry, file);
        for (std::size_t i = 1; i < story.size(); ++i) {
            if (!story[i].withdrawn) {
                add_step(one, story[i].entry, story[i].step);
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
    const Reader reader{run.story, run.file, run.world.plan};
    const Severity& terms = reader.terms();
    REQUIRE(one.severity == reader.severity());
    const Instant begin = Reader::told(run.story.front().entry);
    const auto never = [](Instant) { return false; };
    const auto paused = [&](Instant at) { return reader.paused(at, run.now()); };
    const auto deadlines = case_deadlines(one, run.world.plan, run.world.calendar, run.world.zone, run.now());
    CHECK(deadlines.at(0).due == by_minutes(run.world, terms, begin, terms.accept, never));
    CHECK(deadlines.at(1).due == by_minutes(run.world, terms, begin, terms.handle, paused));
    const Told* resolved = reader.resolution();
    CHECK(deadlines.at(1).done.has_value() == (resolved != nullptr));
    const bool asked = resolved != nullptr && reader.asked_afterwards(run.sort);
    REQUIRE(deadlines.size() == (asked ? 3 : 2));
    if (asked) {
        const Told* followed = reader.followed();
        CHECK(deadlines.at(2).due ==
              by_minutes(run.world, terms, Reader::counted(resolved->entry), terms.follow_up, never));
        CHECK(deadlines.at(2).done.has_value() == (followed != nullptr));
        CHECK((followed == nullptr || *deadlines.at(2).done == Reader::counted(followed->entry)));
    }
    if (resolved != nullptr) {
        minutes taken{0};
        for (Instant at = begin; at < Reader::counted(resolved->entry); at += 1min) {
            taken += runs(terms, run.world.calendar, run.world.zone, at) && !paused(at) ? 1min : 0min;
        }
        CHECK(clock_run(deadlines.at(1).rule, run.world.calendar, run.world.zone,
                        {begin, Reader::counted(resolved->entry)}, deadlines.at(1).paused) == taken);
    }
}

}  // namespace

TEST_CASE("no sequence of steps skips a guard, no deadline differs from one counted minute by minute") {
    int archived = 0;
    int reopened = 0;
    for (int seed = 1; seed <= kRuns; ++seed) {
        CAPTURE(seed);
        Run run{static_cast<unsigned>(seed)};
        for (int step = 0; step < kSteps; ++step) {
            CAPTURE(step);
            const CaseMove move = run.any_move();
            CAPTURE(kind_of(move.action));
            const Case one = run.read();
            const Hindrance found = hindrance(one, move, run.world.plan);
            const bool allowed = Reader{run.story, run.file, run.world.plan}.allows(run.sort, move);
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
    }
    // The runs are worth something only when many get there.
    CHECK(archived > kRuns / 20);
    CHECK(reopened > kRuns / 20);
}

TEST_CASE("what is to be done next is never forbidden, and leads to the archive") {
    for (int seed = 1; seed <= kRuns / 3; ++seed) {
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
            const CaseMove move{*next, run.now(), "A01", "supervisor", "visit", entry.result};
            REQUIRE(hindrance(one, move, run.world.plan) == Hindrance::none);
            CaseStep details;
            details.owner = *next == CaseAction::assign ? "A01" : "";
            run.story.push_back({entry, details});
        }
        CHECK(stage_of(run.read(), run.world.plan) == Stage::archived);
    }
}
