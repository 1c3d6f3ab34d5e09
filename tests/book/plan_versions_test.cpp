// SPDX-License-Identifier: MIT
// Which version of the plan judges a slot, and whose names does an entry show, in each example that was worked out by
// hand?
#include <doctest/doctest.h>

#include <sstream>

#include "book/clocks.hpp"
#include "book/plan_rows.hpp"
#include "book/teller.hpp"
#include "slots/vectors.hpp"
#include "support.hpp"

namespace onduty::test {

namespace {

// A log with the entries that the example lists, and the answers to its changes of the plan by number. A change of the
// plan closes the days before it, so that the numbers of the log run ahead of those of the example.
struct Listed {
    explicit Listed(const std::string& entries) {
        std::istringstream stream{entries};
        int number = 0;
        std::string kind;
        std::string date;
        std::string time;
        std::string bar;
        for (; stream >> number >> kind >> date >> time; stream >> bar) {
            site.set_time(date + " " + time);
            if (kind == "init") {
                REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai", "--lang", "en"}).code == 0);
            } else if (kind == "plan") {
                const Ran ran = site.run(
                    {"plan", "add", "point", "Q" + std::to_string(number), "Nowhere " + std::to_string(number)});
                REQUIRE(ran.code == 0);
                answers[number] = ran.out;
                CHECK(entry_of(ran) == head());
            } else {
                const Instant then = at(date + " " + time);
                site.append_like(1, [&](Entry& entry) {
                    entry.kind = "note";
                    entry.subject.clear();
                    entry.plan = static_cast<int>(answers.size()) + 1;
                    entry.recorded_at = then;
                    entry.fields.clear();
                });
            }
            numbers.push_back(head());
            REQUIRE(static_cast<int>(numbers.size()) == number + 1);
        }
    }

    int head() { return static_cast<int>(Store{site.file(), Store::Mode::read}.head().number); }
    EntryNumber last_of(int number) const { return numbers.at(static_cast<std::size_t>(number)); }
    // With the closing in front of it, which the same clock recorded.
    EntryNumber first_of(int number) const { return last_of(number - 1) + 1; }

    TestSite site;
    std::vector<int> numbers{0};  // in the log, by those of the example
    std::map<int, std::string> answers;
};

int version_for(Book& book, Instant slot) {
    int held = 0;
    for (const auto& [version, since] : book.versions(1, book.plan_version())) {
        held = since <= slot ? version : held;
    }
    return held;
}

}  // namespace

TEST_CASE("a version of the plan holds from when it was worked out by hand") {
    const auto rows = oracle::vectors_in("plan-versions.csv");
    CHECK(rows.size() == 33);
    for (const oracle::VectorRow& row : rows) {
        CAPTURE(row.at("id"));
        CAPTURE(row.at("scene"));
        Listed log{row.at("entries")};
        if (!row.at("declared").empty()) {
            std::istringstream declared{row.at("declared")};
            int from = 0;
            int until = 0;
            std::int64_t add = 0;
            declared >> from >> until >> add;
            const EntryNumber first = log.first_of(from);
            const EntryNumber last = log.last_of(until);
            log.site.append_like(1, [&](Entry& entry) {
                entry.kind = kind::kClock;
                entry.traits = trait::kSeldom;
                entry.subject.clear();
                entry.recorded_at = Store{log.site.file(), Store::Mode::read}.recorded_at(last) + Minutes{add};
                entry.fields.clear();
                entry.fields.add("first", first);
                entry.fields.add("last", last);
                entry.fields.add("add", add);
            });
        }
        Output nowhere{[](std::string_view) { return true; }};
        Environment environment = log.site.environment(nowhere, nowhere);
        Context context{environment, {}, {}};
        context.options.site = log.site.file();
        context.now = environment.clock();
        Book book{context, Store::Mode::write};
        book.store().begin();
        date_versions(book);
        std::istringstream asked{row.at("ask")};
        std::string what;
        asked >> what;
        if (what == "slot") {
            std::string date;
            std::string time;
            asked >> date >> time;
            CHECK(version_for(book, at(date + " " + time)) == std::stoi(row.at("expected")));
        } else if (what == "entry") {
            int number = 0;
            asked >> number;
            Teller teller{book};
            const Entry entry = book.entry(log.last_of(number));
            teller.tell_as_in(entry);
            CHECK(teller.version() == std::stoi(row.at("expected")));
        } else {
            int number = 0;
            asked >> number;
            const Entry entry = book.entry(log.last_of(number));
            CHECK((book.versions(entry.plan, entry.plan).at(entry.plan) == at(row.at("expected"))));
            if (row.at("declared").empty()) {
                const bool now = row.at("expected_answer_says") == "now";
                CHECK(says(log.answers[number], "What is due goes by it from ") != now);
                CHECK((now || says(log.answers[number], row.at("expected").substr(0, 10).c_str())));
            }
        }
        book.store().roll_back();
    }
}

}  // namespace onduty::test
