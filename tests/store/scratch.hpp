// SPDX-License-Identifier: MIT
// Where may a test leave files, and how does it write and damage a small log?
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>

#include "book/kinds.hpp"
#include "guard/kinds.hpp"
#include "log/entry.hpp"
#include "rounds/kinds.hpp"
#include "staff/kinds.hpp"
#include "store/store.hpp"

namespace onduty::scratch {

// A directory of its own below TMPDIR, removed with the object.
class Directory {
  public:
    Directory() {
        const char* base = std::getenv("TMPDIR");
        path_ = std::string{base == nullptr ? "/tmp" : base} + "/onduty-test-XXXXXX";
        if (::mkdtemp(path_.data()) == nullptr) {
            throw std::runtime_error{"no scratch directory at " + path_};
        }
    }
    ~Directory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;
    const std::string& path() const { return path_; }
    std::string file(const std::string& name) const { return path_ + "/" + name; }

  private:
    std::string path_;
};

inline std::string read_bytes(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

inline void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream{path, std::ios::binary | std::ios::trunc} << bytes;
}

// What a person with a shell does: SQL on the file, without our settings and without the guard
// rail. Statements are separated by semicolons. The triggers are put back afterwards as they were.
inline void edit(const std::string& path, const std::string& sql) {
    SQLite::Database database{path, SQLite::OPEN_READWRITE};
    sqlite3_db_config(database.getHandle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    database.exec(sql);
}

inline Instant at(std::int64_t seconds) {
    return Instant{std::chrono::seconds{1795436400 + seconds}};  // 2026-11-23 20:20 in Shanghai
}

// An entry as a command would draft it, `seconds` into the evening.
inline Entry draft(const char* kind, std::int64_t seconds, unsigned char id) {
    Entry entry;
    entry.id.fill(id);
    entry.kind = kind;
    if (const Kind* known = kind_named(kind)) {
        entry.traits = known->traits;
    }
    entry.actor = "A01";
    entry.business_date = Date{std::chrono::year{2026} / 11 / 23};
    entry.recorded_at = at(seconds);
    entry.utc_offset = std::chrono::hours{8};
    entry.plan = 1;
    entry.os_user = "1000";
    entry.boot_id = "boot-1";
    entry.boot_at = std::chrono::milliseconds{1000 * seconds + 5000};
    entry.tool = "onduty test";
    return entry;
}

// Eleven entries with every kind of detail: plan, duty, a round, an incident with personal data, a
// late one.
inline void write_log(const std::string& path) {
    Store::create(path);
    Store store{path, Store::Mode::write};
    unsigned char id = 0;
    const auto write = [&](Entry entry, const Details& details = {}) {
        store.begin();
        const Entry stored = store.append(std::move(entry), details);
        if (stored.kind == kind::kPlan) {
            store.change_parts(stored.plan, {},
                               {{"post", {std::to_string(stored.plan), "Guard"}, 1, "{}", stored.plan}});
        }
        store.commit();
        return stored;
    };
    const auto next = [&](const char* kind) {
        ++id;
        return draft(kind, 60 * id, id);
    };
    Entry plan = next(kind::kPlan);
    plan.subject = "1";
    plan.note = "format = 1\n";
    write(plan);
    Entry on = next(kind::kDutyOn);
    on.post = "night-guard";
    write(on);
    Entry start = next(kind::kRoundStart);
    start.subject = "night";
    start.shift = 2;
    write(start);
    for (const char* point : {"P01", "P02", "P03"}) {
        Entry visit = next(kind::kPoint);
        visit.about = 3;
        visit.shift = 2;
        visit.subject = point;
        visit.result = result::kOk;
        write(visit);
    }
    Entry incident = next(kind::kIncident);
    incident.note = "drunk man at the gate";
    Details details;
    details.incident = Incident{1, "intruder", "P01", "neighbour", "Wang", at(400), "sent away", "none"};
    details.personal = {{"phone", "13800138000"}, {"name", "张三"}};
    write(incident, details);
    Entry late = next(kind::kExplanation);
    late.happened_at = at(-3600);
    late.late = true;
    late.rule = "night-round";
    late.slot_at = at(300);
    late.note = "was at the gate";
    late.reason = "radio was down";
    late.terminal = "pts/1";
    late.flag = flag::kTooFast;
    write(late);
    Entry correction = next(kind::kCorrection);
    correction.about = 4;
    correction.amends = 4;
    correction.subject = "note";
    correction.note = "lamp off";
    correction.reason = "forgotten";
    write(correction);
    Entry second = next(kind::kPlan);
    second.plan = 2;
    second.subject = "2";
    second.note = "format = 1\n# two\n";
    write(second);
    Entry point = next(kind::kPoint);
    point.about = 3;
    point.shift = 2;
    point.subject = "P04";
    point.result = result::kFault;
    point.note = "lamp flickers";
    write(point);
}

inline constexpr EntryNumber kLogEntries = 11;

}  // namespace onduty::scratch
