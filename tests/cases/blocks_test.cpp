// SPDX-License-Identifier: MIT
// What do cases add up to?
#include "cases/blocks.hpp"

#include <doctest/doctest.h>

#include "cases/kinds.hpp"
#include "support.hpp"
#include "time/test_zones.hpp"

using namespace onduty;
using onduty::test::as_coded;
using onduty::test::rows;
using std::chrono::minutes;

namespace {

const Date kMonday{std::chrono::year{2026} / 11 / 23};
const std::chrono::days kDay{1};
const oracle::ShanghaiZone kZone;

std::string same(const std::string& code) {
    return code;
}

// Cases that begin on Monday at 10:00 and go on so many minutes later.
class Desk {
  public:
    Desk() { facts.dates = {kMonday, kMonday + std::chrono::days{7}}; }

    void open(const char* sort, std::int64_t severity, const char* channel = "phone") {
        Entry first = entry(kind::kCase, 0);
        first.subject = sort;
        CaseFile file;
        file.sequence = ++sequence_;
        file.severity = severity;
        file.channel = channel;
        facts.cases.push_back({begin_case(first, file), &plan, &calendar});
    }

    void step(const char* kind, int minute, const std::string& subject = {}, const std::string& result = {}) {
        Entry next = entry(kind, minute);
        next.subject = subject;
        next.result = result;
        add_step(facts.cases.back().one, next, {});
    }

    const CaseFacts& until(int minute) {
        facts.end = kTen + minutes{minute};
        facts.zone = &kZone;
        return facts;
    }

    CasePlan plan;
    Calendar calendar;
    CaseFacts facts;

  private:
    Entry entry(const char* kind, int minute) {
        Entry next;
        next.number = ++number_;
        next.kind = kind;
        next.recorded_at = kTen + minutes{minute};
        next.business_date = kMonday + kDay * (minute / 1440);
        return next;
    }

    const Instant kTen = oracle::utc(2026, 11, 23, 2);
    EntryNumber number_ = 0;
    std::int64_t sequence_ = 0;
};

}  // namespace

TEST_CASE("cases are counted by what happened in the period, and open at its end") {
    Desk desk;
    desk.open(sort::kEnquiry, 3);
    desk.step(kind::kCaseResolve, 30);
    desk.step(kind::kCaseArchive, 31);
    desk.open(sort::kEnquiry, 3);
    desk.open(sort::kComplaint, 2);
    desk.step(kind::kCaseResolve, 100);
    desk.step(kind::kCaseFollowUp, 200, "phone", "C");
    desk.open(sort::kComplaint, 2);
    desk.facts.cases.back().one.date = kMonday - kDay;  // from the week before
    CHECK(rows(cases_block(desk.until(6000), same)) ==
          "complaint,2,1,0,0,1,2\n"
          "enquiry,3,2,1,1,0,1\n");
    // The complaints of severity 2 are to be resolved in 3 days, the enquiry in 7.
    CHECK(rows(case_ages_block(desk.until(6000))) ==
          "2,0,0,2,0,0,0,2,2\n"
          "3,0,0,1,0,0,0,1,0\n");
}

TEST_CASE("times are those of the nearest rank, with the share in time") {
    Desk desk;
    for (const int minute : {10, 20, 30, 40, 50, 60, 70, 80, 90, 20000}) {
        desk.open(sort::kEnquiry, 3);
        desk.step(kind::kCaseResolve, minute);
    }
    desk.facts.dates.until = kMonday + std::chrono::days{30};
    CHECK(rows(case_times_block(desk.until(30000))) ==
          "3,accept,10,0,0,0,10,100.0\n"
          "3,handle,10,50,90,20000,9,90.0\n");
    desk.facts.dates.until = kMonday + kDay;
    CHECK(rows(case_times_block(desk.until(30000))) ==
          "3,accept,10,0,0,0,10,100.0\n"
          "3,handle,9,50,90,90,9,100.0\n");
}

TEST_CASE("after a reopening the time between does not count, and the second resolution does") {
    Desk desk;
    desk.open(sort::kComplaint, 2);
    desk.step(kind::kCaseResolve, 60);
    desk.step(kind::kCaseFollowUp, 1000, "phone", "C");
    desk.step(kind::kCaseResolve, 1030);
    desk.step(kind::kCaseFollowUp, 1090, "phone", "B");
    CHECK(rows(case_times_block(desk.until(2000))) ==
          "2,accept,1,0,0,0,1,100.0\n"
          "2,handle,1,90,90,90,1,100.0\n"
          "2,follow-up,1,60,60,60,1,100.0\n");
    CHECK(rows(verdicts_block(desk.until(2000), same)) == "complaint,0,1,0,0,100.0\n");  // the last one
}

TEST_CASE("causes stand in the order of their number, with what they make up together") {
    Desk desk;
    for (const char* cause : {"waiting", "service", "waiting"}) {
        desk.open(sort::kComplaint, 3);
        desk.step(kind::kCaseResolve, 10);
        desk.step(kind::kCaseCause, 20, cause);
    }
    desk.open(sort::kEnquiry, 3);
    desk.step(kind::kCaseResolve, 10);
    desk.step(kind::kCaseCause, 20, "price");
    CHECK(rows(causes_block(desk.until(100), as_coded)) ==
          "waiting,waiting,2,66.7,66.7\n"
          "service,service,1,33.3,100.0\n");
    CHECK(rows(enquiries_block(desk.until(100), as_coded, same)) == "price,price,phone,1,1,0,0,10\n");
}

TEST_CASE("repairs are counted by who was sent") {
    Desk desk;
    desk.open(sort::kRepair, 3);
    desk.step(kind::kCaseDispatch, 10, "guard");
    desk.step(kind::kCaseArrive, 25);
    desk.step(kind::kCaseResolve, 60);
    desk.step(kind::kCaseSign, 70, "A03", "refused");
    desk.step(kind::kCaseResolve, 90);
    desk.step(kind::kCaseSign, 95, "A03", "ok");
    desk.open(sort::kRepair, 3);
    desk.step(kind::kCaseAssign, 5);
    desk.step(kind::kCaseResolve, 30);
    CHECK(rows(repairs_block(desk.until(2000), as_coded)) ==
          "nobody sent,0,0,,1,30,0,0\n"
          "guard,1,1,15,1,80,1,1\n");
}

TEST_CASE("somebody arrives on the day on which he comes, whenever he was sent") {
    Desk desk;
    desk.open(sort::kRepair, 3);
    desk.step(kind::kCaseDispatch, 10, "guard");
    desk.step(kind::kCaseArrive, 1500);  // on Tuesday
    desk.until(3000);
    CHECK(rows(repairs_block(desk.facts, as_coded)) == "guard,1,1,1490,0,,0,0\n");
    desk.facts.dates = {kMonday, kMonday + kDay};
    CHECK(rows(repairs_block(desk.facts, as_coded)) == "guard,1,0,,0,,0,0\n");
    desk.facts.dates = {kMonday + kDay, kMonday + kDay * 2};
    CHECK(rows(repairs_block(desk.facts, as_coded)) == "guard,0,1,1490,0,,0,0\n");
}

TEST_CASE("a case that is opened again was archived all the same, and twice where it is archived again") {
    Desk desk;
    desk.open(sort::kEnquiry, 3);
    desk.step(kind::kCaseResolve, 10);
    desk.step(kind::kCaseArchive, 20);
    desk.step(kind::kCaseReopen, 1500);
    CHECK(rows(cases_block(desk.until(3000), same)) == "enquiry,3,1,0,1,1,1\n");
    desk.step(kind::kCaseResolve, 1600);
    desk.step(kind::kCaseArchive, 1700);
    CHECK(rows(cases_block(desk.until(3000), same)) == "enquiry,3,1,1,2,1,0\n");
}
