// SPDX-License-Identifier: MIT
// On which dates and in which zones do tests live? Small tables, no zoneinfo.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "time/time.hpp"

namespace onduty::oracle {

// From `at` on the clock stands `offset` east of UTC.
struct ClockChange {
    Instant at;
    std::chrono::seconds offset;
};

inline Instant utc(int year, unsigned month, unsigned day, int hour = 0, int minute = 0) {
    using namespace std::chrono;
    return Instant{sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}} + hours{hour} +
                   minutes{minute}};
}

inline Date date_of(int year, unsigned month, unsigned day) {
    return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

inline const Date kMonday = date_of(2026, 11, 23);

class TestZone : public Zone {
  public:
    TestZone(std::string name, std::chrono::seconds before, std::vector<ClockChange> changes)
        : name_(std::move(name)), before_(before), changes_(std::move(changes)) {}

    std::chrono::seconds offset_at(Instant at) const override {
        std::chrono::seconds offset = before_;
        for (const ClockChange& change : changes_) {
            if (at < change.at) {
                break;
            }
            offset = change.offset;
        }
        return offset;
    }

    const std::string& name() const { return name_; }
    const std::vector<ClockChange>& changes() const { return changes_; }

  private:
    std::string name_;
    std::chrono::seconds before_;
    std::vector<ClockChange> changes_;
};

class UtcZone : public TestZone {
  public:
    UtcZone() : TestZone("UTC", std::chrono::hours{0}, {}) {}
};

class ShanghaiZone : public TestZone {
  public:
    ShanghaiZone() : TestZone("Shanghai", std::chrono::hours{8}, {}) {}
};

inline const ShanghaiZone kShanghai;

class KolkataZone : public TestZone {
  public:
    KolkataZone() : TestZone("Kolkata", std::chrono::minutes{330}, {}) {}
};

// 01:00 becomes 02:00 in March, 02:00 becomes 01:00 in October.
class LondonZone : public TestZone {
  public:
    LondonZone() : TestZone("London", std::chrono::hours{0}, table()) {}

  private:
    static std::vector<ClockChange> table() {
        const std::chrono::hours winter{0};
        const std::chrono::hours summer{1};
        return {{utc(2024, 3, 31, 1), summer},  {utc(2024, 10, 27, 1), winter}, {utc(2025, 3, 30, 1), summer},
                {utc(2025, 10, 26, 1), winter}, {utc(2026, 3, 29, 1), summer},  {utc(2026, 10, 25, 1), winter},
                {utc(2027, 3, 28, 1), summer},  {utc(2027, 10, 31, 1), winter}, {utc(2028, 3, 26, 1), summer},
                {utc(2028, 10, 29, 1), winter}};
    }
};

// 02:00 becomes 03:00 in March, 02:00 becomes 01:00 in November.
class NewYorkZone : public TestZone {
  public:
    NewYorkZone() : TestZone("New York", std::chrono::hours{-5}, table()) {}

  private:
    static std::vector<ClockChange> table() {
        const std::chrono::hours winter{-5};
        const std::chrono::hours summer{-4};
        return {{utc(2024, 3, 10, 7), summer}, {utc(2024, 11, 3, 6), winter}, {utc(2025, 3, 9, 7), summer},
                {utc(2025, 11, 2, 6), winter}, {utc(2026, 3, 8, 7), summer},  {utc(2026, 11, 1, 6), winter},
                {utc(2027, 3, 14, 7), summer}, {utc(2027, 11, 7, 6), winter}, {utc(2028, 3, 12, 7), summer},
                {utc(2028, 11, 5, 6), winter}};
    }
};

// Midnight itself becomes 01:00 in September and 23:00 in April: a date has no beginning or two.
class SantiagoZone : public TestZone {
  public:
    SantiagoZone() : TestZone("Santiago", std::chrono::hours{-3}, table()) {}

  private:
    static std::vector<ClockChange> table() {
        const std::chrono::hours winter{-4};
        const std::chrono::hours summer{-3};
        return {{utc(2024, 4, 7, 3), winter}, {utc(2024, 9, 8, 4), summer}, {utc(2025, 4, 6, 3), winter},
                {utc(2025, 9, 7, 4), summer}, {utc(2026, 4, 5, 3), winter}, {utc(2026, 9, 6, 4), summer},
                {utc(2027, 4, 4, 3), winter}, {utc(2027, 9, 5, 4), summer}, {utc(2028, 4, 2, 3), winter},
                {utc(2028, 9, 3, 4), summer}};
    }
};

// The change is half an hour only: 02:00 becomes 02:30 in October, 01:30 in April.
class LordHoweZone : public TestZone {
  public:
    LordHoweZone() : TestZone("Lord Howe", std::chrono::hours{11}, table()) {}

  private:
    static std::vector<ClockChange> table() {
        const std::chrono::minutes winter{630};
        const std::chrono::minutes summer{660};
        return {{utc(2024, 4, 6, 15), winter}, {utc(2024, 10, 5, 15, 30), summer},
                {utc(2025, 4, 5, 15), winter}, {utc(2025, 10, 4, 15, 30), summer},
                {utc(2026, 4, 4, 15), winter}, {utc(2026, 10, 3, 15, 30), summer},
                {utc(2027, 4, 3, 15), winter}, {utc(2027, 10, 2, 15, 30), summer},
                {utc(2028, 4, 1, 15), winter}, {utc(2028, 9, 30, 15, 30), summer}};
    }
};

inline const std::vector<const TestZone*>& all_zones() {
    static const KolkataZone kolkata;
    static const LondonZone london;
    static const NewYorkZone new_york;
    static const SantiagoZone santiago;
    static const LordHoweZone lord_howe;
    static const std::vector<const TestZone*> zones{&kShanghai, &kolkata, &london, &new_york, &santiago, &lord_howe};
    return zones;
}

}  // namespace onduty::oracle
