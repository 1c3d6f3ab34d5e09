// SPDX-License-Identifier: MIT
// What is true of a case, by somebody who reads the whole story anew at every question?
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "cases/rules.hpp"

namespace onduty::test {

struct Told {
    Entry entry;
    CaseStep step;
    bool withdrawn = false;
};

// The slow reader. It keeps nothing but the story.
class SlowReader {
  public:
    SlowReader(const std::vector<Told>& story, const CaseFile& file, const CasePlan& plan) : file_{file}, plan_{plan} {
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
    // Whether it was in time goes by when it was typed; what was told ahead of that is not done before its own time.
    static Instant done(const Entry& entry) {
        return entry.flag == "imported" ? told(entry) : std::max(told(entry), entry.recorded_at);
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
    // Those that take it up, as they were told.
    std::vector<const Told*> taken_up() const {
        return as_told([](const Entry& entry) {
            return entry.kind == "case" ? entry.flag.empty()
                                        : entry.kind != "case-wait" && entry.kind != "case-escalate";
        });
    }
    // Who took it up first.
    const Told* accepted() const {
        const auto taken = taken_up();
        return taken.empty() ? nullptr : taken.front();
    }
    // Which of those was done first.
    Instant accepted_done() const {
        Instant first = Instant::max();
        for (const Told* line : taken_up()) {
            first = std::min(first, done(line->entry));
        }
        return first;
    }
    // From the entry until the next that ends it, unless one that takes its place began before; else until now.
    std::chrono::milliseconds lasted(EntryNumber number, const std::string& replaced,
                                     const std::vector<std::string>& ends, Instant now) const {
        const Told* begin = nullptr;
        for (const Told& line : lines_) {
            const std::string& next = line.entry.kind;
            if (begin != nullptr && std::find(ends.begin(), ends.end(), next) != ends.end()) {
                return told(line.entry) - told(begin->entry);
            }
            if (begin != nullptr && next == replaced) {
                break;
            }
            begin = line.entry.number == number ? &line : begin;
        }
        return now - told(begin->entry);
    }
    // Sent and not yet there.
    const Told* on_the_way() const {
        const Told* turn =
            last([](const Entry& entry) { return entry.kind == "case-dispatch" || entry.kind == "case-arrive"; });
        return turn != nullptr && turn->entry.kind == "case-dispatch" ? turn : nullptr;
    }
    std::int64_t severity() const {
        std::int64_t level = file_.severity;
        for (const Told* line : as_told([](const Entry& entry) { return entry.kind == "case-assess"; })) {
            level = line->step.severity != 0 ? line->step.severity : level;
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
        const Instant at = move.at.told;
        if (at < told(first) || move.person == file_.against) {
            return false;
        }
        const Told* resolved = resolution();
        if (move.action == CaseAction::reopen) {
            const Told* filed = last_of("case-archive");
            return archived() ? move.at.counted <= counted(filed->entry) + plan_.reopen_within &&
                                    at >= told(last_turn()->entry)
                              : resolved != nullptr;
        }
        if (archived()) {
            return false;
        }
        const bool after = resolved != nullptr && at >= told(resolved->entry);
        switch (move.action) {
            case CaseAction::act:
                return resolved == nullptr || at < told(resolved->entry);
            case CaseAction::assess:
            case CaseAction::escalate:
            case CaseAction::dispatch:
                return resolved == nullptr;
            case CaseAction::assign:
                return resolved == nullptr && (sort != "complaint" || has("case-assess"));
            case CaseAction::wait:
                return resolved == nullptr && waits() == nullptr &&
                       (last_turn() == nullptr || at >= told(last_turn()->entry)) &&
                       (last_of("case-resume") == nullptr || at >= told(last_of("case-resume")->entry));
            case CaseAction::resume:
                return resolved == nullptr && waits() != nullptr && at >= told(waits()->entry);
            case CaseAction::arrive:
                return (resolved == nullptr || at < told(resolved->entry)) && on_the_way() != nullptr &&
                       at >= told(on_the_way()->entry);
            case CaseAction::resolve: {
                const Told* turn = last_turn();
                const bool ready = sort == "complaint" ? has("case-assess") && has("case-assign")
                                   : sort == "repair"  ? has("case-assign") || has("case-dispatch")
                                                       : true;
                return resolved == nullptr && ready && (turn == nullptr || at >= told(turn->entry)) &&
                       !any_after(at, {"case-wait", "case-resume", "case-escalate", "case-dispatch", "case-arrive"});
            }
            case CaseAction::sign:
                return after && sort == "repair" && !since_turn("case-sign", "ok");
            case CaseAction::follow_up: {
                const auto rank = [](const std::string& way) { return way == "visit" ? 0 : way == "phone" ? 1 : 2; };
                const bool enough = move.verdict == "missed" || rank(move.channel) <= rank(terms().follow_up_channel);
                return after &&
                       (terms().follow_up_by.empty() || terms().follow_up_by == move.post || move.nobody_else) &&
                       enough;
            }
            case CaseAction::cause:
                return after;
            case CaseAction::archive:
                if (resolved == nullptr) {
                    return sort == "opinion";
                }
                return after && !any_after(at, {}) && (sort != "repair" || since_turn("case-sign", "ok")) &&
                       (!asked_afterwards(sort) || followed() != nullptr) &&
                       (sort != "complaint" || since_turn("case-cause", ""));
            default:
                return false;
        }
    }

    // Whether the clock of handling stands still in the minute that begins at `at`, seen from `now`. What stops it
    // begins at `begin` of its entry and ends as told.
    bool paused(Instant at, Instant now, Instant (*begin)(const Entry&)) const {
        std::optional<Instant> wait;
        std::string whom;
        std::optional<Instant> done;
        bool still = false;
        const auto covers = [&](Instant from, Instant until) { return from <= at && at < until; };
        for (const Told& line : lines_) {
            const Entry& entry = line.entry;
            const bool ends = entry.kind == "case-wait" || entry.kind == "case-resume" || entry.kind == "case-resolve";
            if (wait && ends) {
                still = still || (terms().pauses.count(whom) > 0 && covers(*wait, told(entry)));
                wait.reset();
            }
            if (entry.kind == "case-wait") {
                wait = begin(entry);
                whom = entry.subject;
            }
            if (done && (undoes(entry) || entry.kind == "case-resolve")) {
                still = still || covers(*done, told(entry));
                done.reset();
            }
            if (entry.kind == "case-resolve") {
                done = begin(entry);
            }
        }
        return still || (wait && terms().pauses.count(whom) > 0 && covers(*wait, now));
    }

    // No clock of these stories is wrong.
    template <typename Fits>
    std::vector<const Told*> as_told(Fits&& fits) const {
        std::vector<const Told*> found;
        for (const Told& line : lines_) {
            if (fits(line.entry)) {
                found.push_back(&line);
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Told* one, const Told* other) { return told(one->entry) < told(other->entry); });
        return found;
    }

    const std::vector<Told>& lines() const { return lines_; }

  private:
    std::vector<Told> lines_;
    const CaseFile& file_;
    const CasePlan& plan_;
};

}  // namespace onduty::test
