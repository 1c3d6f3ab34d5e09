// SPDX-License-Identifier: MIT
// Does what is to be tidied up follow where groups sat, by the log as it stands?
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

#include "book/amended.hpp"
#include "test_book.hpp"
#include "turns.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

using namespace onduty;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestBook;
using onduty::test::TestSite;

namespace {

// The names of the tables that are to be tidied up.
std::string to_tidy(TestBook& book) {
    std::string names;
    for (const Entry& request : open_clean_ups(book)) {
        names += (names.empty() ? "" : ", ") + request.note;
    }
    return names;
}

EntryNumber last_of_kind(Store& store, const std::string& kind) {
    EntryQuery query;
    query.kind = kind;
    EntryNumber found = 0;
    store.each(query, [&](const Entry& entry) { found = entry.number; });
    return found;
}

EntryNumber last_of_kind(TestBook& book, const std::string& kind) {
    return last_of_kind(book.book().store(), kind);
}

Ran change(TestBook& book, EntryNumber number, const char* how) {
    return book.ran({"correct", std::to_string(number), how, "--reason", "typed wrongly", "--by", "zw"});
}

}  // namespace

TEST_CASE("a change of seat that never was leaves the table to be tidied up at which they sat") {
    TestBook book;
    book.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A1"});
    book.set_time("2026-11-23 20:40");
    book.run({"serve", "seat", "V1", "B1"});
    const EntryNumber moved = last_of_kind(book, kind::kSeating);
    book.set_time("2026-11-23 21:00");
    book.run({"checkin", "out", "V1"});
    CHECK(to_tidy(book) == "Table A1, Negotiation room B1");
    book.set_time("2026-11-23 21:10");
    const Ran gone = change(book, moved, "--void");
    CAPTURE(gone.err);
    CHECK(gone.code == 0);
    CHECK(says(gone.err, "Negotiation room B1 is not to be tidied up after it"));
    CHECK(says(gone.err, "Table A1 is to be tidied up"));
    CHECK(to_tidy(book) == "Table A1");
    CHECK(says(book.ran({"due"}).out, "21:00"));  // since then
    CHECK(change(book, moved, "--restore").code == 0);
    CHECK(to_tidy(book) == "Table A1, Negotiation room B1");
    CHECK(change(book, moved, "--void").code == 0);
    CHECK(to_tidy(book) == "Table A1");
    book.run({"serve", "clear", "V1"});
    CHECK(to_tidy(book).empty());
    CHECK(book.ran({"verify"}).code == 0);
}

TEST_CASE("of two tables in one area one is tidied up at a time, and each is named") {
    TestBook book;
    book.run({"checkin", "visit", "--party", "6", "--purpose", "look", "--seat", "A1"});
    book.run({"serve", "seat", "V1", "A2"});
    book.run({"checkin", "out", "V1"});
    CHECK(to_tidy(book) == "Table A1, Table A2");
    CHECK(says(book.ran({"serve", "clear", "V1"}).out, "Table A1 tidied up"));
    CHECK(to_tidy(book) == "Table A2");
    CHECK(says(book.ran({"serve", "clear", "V1"}).out, "Table A2 tidied up"));
    CHECK(to_tidy(book).empty());
}

TEST_CASE("where somebody has tidied up already stays tidied up, and the right table is asked for") {
    TestBook book;
    book.run({"checkin", "visit", "--party", "2", "--purpose", "look"});
    book.run({"serve", "seat", "V1", "A1"});
    book.set_time("2026-11-23 20:40");
    book.run({"serve", "seat", "V1", "B1"});
    const EntryNumber moved = last_of_kind(book, kind::kSeating);
    book.set_time("2026-11-23 20:45");
    book.run({"serve", "clear", "V1"});  // A1
    book.set_time("2026-11-23 20:50");
    book.run({"serve", "seat", "V1", "A2"});
    book.run({"serve", "clear", "V1"});  // B1
    book.run({"checkin", "out", "V1"});
    CHECK(to_tidy(book) == "Table A2");
    CHECK(change(book, moved, "--void").code == 0);
    CHECK(to_tidy(book) == "Table A2, Table A1");
    CHECK(change(book, last_of_kind(book, kind::kLeave), "--void").code == 0);
    CHECK(to_tidy(book) == "Table A1");
    CHECK(book.ran({"verify"}).code == 0);
}

namespace {

using Tables = std::map<std::string, int>;  // how often each, "V1 Table A1"

struct Tidying {
    Tables left;   // that visits left, by who looks where each sat from step to step
    Tables asked;  // requests that count
    Tables open;
};

Tidying tidying(TestBook& book) {
    Tidying tables;
    std::map<EntryNumber, std::string> seats;
    const OpenMatters open = book.book().store().open_matters();
    each_amended(book.book().store(), {}, [&](const Entry& entry) {
        const std::string visit = std::to_string(entry.about) + " ";
        const auto leave = [&](const std::string& next) {
            std::string& seat = seats[entry.about];
            if (!seat.empty() && seat != next) {
                ++tables.left[visit + book.book().name_of("seat", seat)];
            }
            seat = next;
        };
        if (entry.kind == kind::kVisit) {
            seats[entry.number] = visit_of(entry.fields)->seat;
        } else if (entry.kind == kind::kSeating) {
            leave(entry.subject);
        } else if (entry.kind == kind::kLeave) {
            leave("");
        } else if (entry.kind == kind::kCleanRequest) {
            ++tables.asked[visit + entry.note];
            tables.open[visit + entry.note] += open.count(entry.number) > 0 ? 1 : 0;
        }
    });
    return tables;
}

using Words = std::vector<std::string>;

// What somebody may type next of two visits; `last` answers the last entry of a kind.
Words next_words(std::mt19937& random, const std::function<EntryNumber(const std::string&)>& last) {
    const auto one_of = [&](const Words& words) { return words[random() % words.size()]; };
    const std::string visit = one_of({"V1", "V2"});
    switch (random() % 7) {
        case 0:
        case 1:
            return {"serve", "seat", visit, one_of({"A1", "A2", "B1", "B2"})};
        case 2:
            return {"serve", "clear", visit};
        case 3:
            return {"checkin", "out", visit};
        default: {
            const EntryNumber number = last(one_of({kind::kSeating, kind::kSeating, kind::kLeave, kind::kCleanDone}));
            Words words{"correct", std::to_string(number), "--reason", "typed wrongly"};
            const std::string way = one_of({"--void", "--all", "--restore"});
            words.push_back(way == "--all" ? "--void" : way);
            if (way == "--all") {
                words.push_back(way);
            }
            return words;
        }
    }
}

}  // namespace

TEST_CASE("every table that was left is asked for, and no other, whatever is withdrawn and given back") {
    for (unsigned seed = 0; seed < onduty::test::turns(4U); ++seed) {
        std::mt19937 random{seed};
        TestBook book;
        std::string story;
        const auto type = [&](const Words& words) {
            const Ran ran = book.ran(words);
            for (const std::string& word : words) {
                story += word + " ";
            }
            story += "-> " + std::to_string(ran.code) + " " + ran.err + "\n";
        };
        type({"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A1"});
        type({"checkin", "visit", "--party", "2", "--purpose", "look"});
        for (int minute = 31; minute < 59; ++minute) {
            book.set_time("2026-11-23 20:" + std::to_string(minute));
            type(next_words(random, [&](const std::string& kind) { return last_of_kind(book, kind); }));
            const Tidying tables = tidying(book);
            CAPTURE(seed);
            CAPTURE(story);
            for (const auto& [table, times] : tables.left) {
                CAPTURE(table);
                const auto asked = tables.asked.find(table);
                REQUIRE((asked == tables.asked.end() ? 0 : asked->second) >= times);
            }
            for (const auto& [table, times] : tables.open) {
                CAPTURE(table);
                const auto left = tables.left.find(table);
                REQUIRE(times <= (left == tables.left.end() ? 0 : left->second));
            }
        }
        CHECK(book.ran({"verify"}).code == 0);
    }
}

namespace {

// How often each visit's table is asked for, and how often that is open, by the codes.
Tables asked_for(Store& store) {
    Tables tables;
    const OpenMatters open = store.open_matters();
    each_amended(store, {}, [&](const Entry& entry) {
        if (entry.kind == kind::kCleanRequest) {
            const std::string table = std::to_string(store.visit(entry.about)->sequence) + entry.fields.word("seat");
            ++tables[table];
            tables[table + " open"] += open.count(entry.number) > 0 ? 1 : 0;
        }
    });
    return tables;
}

void rename_seat(TestSite& site, const std::string& code, const std::string& name) {
    std::string plan = site.plan();
    const std::size_t seat = plan.find("code = \"" + code + "\"", plan.find("[[seat]]"));
    const std::size_t begin = plan.find("name = ", seat);
    REQUIRE(begin != std::string::npos);
    plan.replace(begin, plan.find('\n', begin) - begin, "name = \"" + name + "\"");
    const Ran ran = site.run_with_input({"plan", "apply", "-"}, plan, std::chrono::seconds{0});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
}

// The same half hour, with or without new names for the tables now and then.
Tables half_an_hour(unsigned seed, bool renamed) {
    std::mt19937 random{seed};
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A1"}).code == 0);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look"}).code == 0);
    for (int minute = 31; minute < 59; ++minute) {
        site.set_time("2026-11-23 20:" + std::to_string(minute));
        const Words words = next_words(random, [&](const std::string& kind) {
            Store store{site.file(), Store::Mode::read};
            return last_of_kind(store, kind);
        });
        site.run(words);
        if (renamed && minute % 3 == 0) {
            rename_seat(site, minute % 2 == 0 ? "A1" : "B1", "Seat of " + std::to_string(minute));
        }
    }
    Store store{site.file(), Store::Mode::read};
    return asked_for(store);
}

}  // namespace

TEST_CASE("what is to be tidied up does not go by what a table is called") {
    for (unsigned seed = 0; seed < onduty::test::turns(4U); ++seed) {
        CAPTURE(seed);
        CHECK(half_an_hour(seed, true) == half_an_hour(seed, false));
    }
}

TEST_CASE("a corrected seat that is withdrawn brings back what was asked for, and asks for nothing anew") {
    TestBook book;
    book.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--seat", "A1"});
    const EntryNumber arrival = last_of_kind(book, kind::kVisit);
    book.set_time("2026-11-23 21:00");
    book.run({"checkin", "out", "V1"});
    REQUIRE(to_tidy(book) == "Table A1");
    const EntryNumber asked = last_of_kind(book, kind::kCleanRequest);
    for (int turn = 0; turn < 2; ++turn) {
        book.set_time("2026-11-23 21:1" + std::to_string(turn));
        const Ran corrected =
            book.ran({"correct", std::to_string(arrival), "--seat", "B1", "--reason", "typed wrongly", "--by", "zw"});
        REQUIRE_MESSAGE(corrected.code == 0, corrected.err);
        CHECK(to_tidy(book) == "Negotiation room B1");
        const std::string correction = corrected.out.substr(1, corrected.out.find(' ') - 1);
        const Ran gone = change(book, std::stoi(correction), "--void");
        REQUIRE_MESSAGE(gone.code == 0, gone.err);
        CHECK(to_tidy(book) == "Table A1");
        CHECK(open_clean_ups(book).at(0).number == asked);
    }
    CHECK(book.ran({"verify"}).code == 0);
}

TEST_CASE("a seat that gets another visit takes its table along, and its withdrawal brings that back") {
    for (const bool left : {true, false}) {  // whether both have gone
        CAPTURE(left);
        TestBook book;
        book.run({"checkin", "visit", "--party", "2", "--purpose", "look"});
        book.run({"checkin", "visit", "--party", "2", "--purpose", "look"});
        book.set_time("2026-11-23 20:35");
        book.run({"serve", "seat", "V1", "A1"});
        const EntryNumber seated = last_of_kind(book, kind::kSeating);
        book.set_time("2026-11-23 21:00");
        book.run({"checkin", "out", "V1"});
        if (left) {
            book.run({"checkin", "out", "V2"});
        }
        const auto requests = [&] { return book.ran({"report", "day", "--block", "requests", "--csv"}).out; };
        book.set_time("2026-11-23 21:05");
        const std::string of_first = requests();
        CHECK(says(of_first, ",1,1,0"));
        book.run({"correct", std::to_string(seated), "--visit", "V2", "--reason", "it was V2", "--by", "zw"});
        const EntryNumber correction = last_of_kind(book, kind::kCorrection);
        CHECK(to_tidy(book) == (left ? "Table A1" : ""));
        CHECK(says(requests(), ",1,1,0") == left);
        if (!left) {
            book.run({"checkin", "out", "V2"});
            CHECK(to_tidy(book) == "Table A1");
        }
        CHECK(change(book, correction, "--void").code == 0);
        CHECK(to_tidy(book) == "Table A1");
        CHECK(requests() == of_first);
        CHECK(change(book, correction, "--restore").code == 0);
        CHECK(to_tidy(book) == "Table A1");
        CHECK(change(book, correction, "--void").code == 0);
        book.run({"serve", "clear", "V1"});
        CHECK(to_tidy(book).empty());
        CHECK(book.ran({"verify"}).code == 0);
    }
}
