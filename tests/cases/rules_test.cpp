// SPDX-License-Identifier: MIT
// What may be done with a case in which stage?
#include <doctest/doctest.h>

#include "cases/kinds.hpp"
#include "cases/rules.hpp"

using namespace onduty;
using namespace std::chrono_literals;

namespace {

const Instant kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 1h};

// A case that goes on step by step, an hour apart.
class Story {
  public:
    explicit Story(const char* sort, std::int64_t sequence = 7) {
        Entry first = entry(kind::kCase);
        first.subject = sort;
        first.note = "the bar was slow";
        CaseFile file;
        file.sequence = sequence;
        file.severity = 3;
        file.against = "B02";
        one = begin_case(first, file);
    }

    Hindrance asks(CaseAction action, const std::string& result = {}, const std::string& person = "A01") const {
        const Instant at = kStart + std::chrono::hours{hours_};
        return hindrance(one, {action, {at, at}, person, "desk", "phone", result}, plan);
    }

    void step(CaseAction action, const std::string& result = {}) {
        REQUIRE(asks(action, result) == Hindrance::none);
        Entry next = entry(kind_of(action));
        next.about = 1;
        next.result = result;
        next.subject = action == CaseAction::cause ? "waiting" : action == CaseAction::wait ? "customer" : "post";
        CaseStep details;
        details.owner = action == CaseAction::assign ? "A01" : "";
        details.severity = action == CaseAction::assess ? 2 : 0;
        details.cost = action == CaseAction::act ? 500 : 0;
        add_step(one, next, details);
    }

    Stage stage() const { return stage_of(one, plan); }

    CasePlan plan;
    Case one;

  private:
    Entry entry(const char* kind) {
        Entry next;
        next.number = ++number_;
        next.kind = kind;
        next.actor = "A01";
        next.recorded_at = kStart + std::chrono::hours{hours_++};
        next.business_date = Date{std::chrono::days{20000}};
        return next;
    }

    EntryNumber number_ = 0;
    int hours_ = 0;
};

}  // namespace

TEST_CASE("a complaint goes through every stage, none can be left out") {
    Story story{sort::kComplaint};
    CHECK(story.stage() == Stage::accepted);
    CHECK(story.asks(CaseAction::assign) == Hindrance::not_assessed);
    CHECK(story.asks(CaseAction::resolve) == Hindrance::not_assessed);
    story.step(CaseAction::assess);
    CHECK(story.stage() == Stage::assessed);
    CHECK(story.one.severity == 2);
    CHECK(story.asks(CaseAction::resolve) == Hindrance::not_assigned);
    story.step(CaseAction::assign);
    CHECK(story.stage() == Stage::assigned);
    story.step(CaseAction::act);
    story.step(CaseAction::act);
    CHECK(story.stage() == Stage::acting);
    CHECK(story.one.cost == 1000);
    CHECK(story.asks(CaseAction::follow_up, "A") == Hindrance::not_resolved);
    CHECK(story.asks(CaseAction::cause) == Hindrance::not_resolved);
    CHECK(story.asks(CaseAction::archive) == Hindrance::not_resolved);
    CHECK(story.asks(CaseAction::reopen) == Hindrance::open_anyway);
    story.step(CaseAction::resolve);
    CHECK(story.stage() == Stage::resolved);
    CHECK(story.asks(CaseAction::act) == Hindrance::resolved);
    CHECK(story.asks(CaseAction::archive) == Hindrance::not_followed_up);
    CHECK(story.asks(CaseAction::sign, "ok") == Hindrance::no_repair);
    CHECK(story.asks(CaseAction::follow_up, "A", "B02") == Hindrance::accused);
    story.step(CaseAction::follow_up, "A");
    CHECK(story.stage() == Stage::followed_up);
    CHECK(story.asks(CaseAction::archive) == Hindrance::no_cause);
    story.step(CaseAction::cause);
    CHECK(story.stage() == Stage::cause_known);
    story.step(CaseAction::archive);
    CHECK(story.stage() == Stage::archived);
    CHECK_FALSE(next_action(story.one, story.plan));
    for (const auto action : {CaseAction::act, CaseAction::follow_up, CaseAction::archive, CaseAction::assess}) {
        CHECK(story.asks(action, "A") == Hindrance::archived);
    }
    CHECK(story.asks(CaseAction::reopen) == Hindrance::none);
    story.plan.reopen_within = std::chrono::days{0};
    CHECK(story.asks(CaseAction::reopen) == Hindrance::too_late_to_reopen);
}

TEST_CASE("verdict C opens the case again, and nothing built on the resolution is left") {
    Story story{sort::kComplaint};
    for (const auto action : {CaseAction::assess, CaseAction::assign, CaseAction::resolve, CaseAction::cause}) {
        story.step(action);
    }
    story.step(CaseAction::follow_up, "C");
    CHECK(story.stage() == Stage::assigned);
    CHECK(story.one.reopened_on.size() == 1);
    CHECK(story.one.cause.empty());
    CHECK(story.asks(CaseAction::archive) == Hindrance::not_resolved);
    story.step(CaseAction::resolve);
    CHECK(story.asks(CaseAction::archive) == Hindrance::not_followed_up);
    story.step(CaseAction::follow_up, "missed");
    story.step(CaseAction::follow_up, "missed");
    CHECK_FALSE(followed_up(story.one, story.plan));
    story.step(CaseAction::follow_up, "missed");
    CHECK(followed_up(story.one, story.plan));  // three attempts are enough
}

TEST_CASE("a repair needs hands and a signature, and of 100 in a row 30 are followed up") {
    Story story{sort::kRepair, 100};
    CHECK(story.asks(CaseAction::resolve) == Hindrance::no_hands);
    CHECK(story.asks(CaseAction::arrive) == Hindrance::not_dispatched);
    story.step(CaseAction::dispatch);
    story.step(CaseAction::arrive);
    CHECK(story.asks(CaseAction::arrive) == Hindrance::not_dispatched);
    story.step(CaseAction::wait);
    CHECK(story.asks(CaseAction::wait) == Hindrance::waits_already);
    story.step(CaseAction::resolve);
    CHECK(story.one.wait() == nullptr);
    CHECK(story.asks(CaseAction::archive) == Hindrance::not_signed);
    story.step(CaseAction::sign, "refused");
    CHECK(story.stage() == Stage::acting);
    story.step(CaseAction::resolve);
    story.step(CaseAction::sign, "ok");
    CHECK(story.asks(CaseAction::archive) == Hindrance::not_followed_up);  // number 100 is one of the share
    for (const std::int64_t first : {1, 17, 250}) {
        int asked = 0;
        for (std::int64_t sequence = first; sequence < first + 100; ++sequence) {
            asked += needs_follow_up(Story{sort::kRepair, sequence}.one, story.plan) ? 1 : 0;
        }
        CHECK(asked == 30);
    }
}

TEST_CASE("severity 1 is followed up by visit, by the post of the plan") {
    Story story{sort::kSuggestion};
    story.step(CaseAction::resolve);
    story.one.severity = 1;
    CHECK(story.asks(CaseAction::follow_up, "A") == Hindrance::too_impersonal);
    CHECK(story.asks(CaseAction::follow_up, "missed") == Hindrance::none);
    story.plan.severities[0].follow_up_by = "supervisor";
    CHECK(story.asks(CaseAction::follow_up, "A") == Hindrance::other_post);
}

TEST_CASE("an opinion can be filed at once, and nobody answers for a fault until somebody takes it up") {
    Story story{sort::kOpinion};
    CHECK(story.asks(CaseAction::archive) == Hindrance::none);
    Entry first;
    first.number = 1;
    first.kind = kind::kCase;
    first.subject = sort::kFinding;
    first.flag = case_flag::kByItself;
    Case fault = begin_case(first, {});
    CHECK(stage_of(fault, story.plan) == Stage::noted);
    Entry waits = first;
    waits.kind = kind::kCaseWait;
    waits.flag.clear();
    add_step(fault, waits, {});
    CHECK(stage_of(fault, story.plan) == Stage::noted);
    waits.kind = kind::kCaseAssign;
    add_step(fault, waits, {});
    CHECK(fault.accepted);
}
