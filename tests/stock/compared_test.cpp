// SPDX-License-Identifier: MIT
// Are counts compared with the log as it stands, whatever was withdrawn, put right or typed late since?
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "book/amended.hpp"
#include "stock/read.hpp"
#include "test_book.hpp"
#include "turns.hpp"
#include "visits/read.hpp"

using namespace onduty;
using onduty::test::clock_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestBook;

namespace {

EntryNumber last_entry(TestBook& book) {
    return book.book().store().head().number;
}

// "water 38 of 40" of every count that counts and differs, with "!" where nobody said why.
std::string differences(TestBook& book) {
    std::string text;
    EntryQuery counts;
    counts.rare_kinds = {kind::kStocktake};
    each_amended(book.book().store(), counts, [&](const Entry& count) {
        for (const Line& line : compared_lines(book, count)) {
            if (differs(line)) {
                text += (text.empty() ? "" : ", ") + line.item + " " + std::to_string(line.quantity) + " of " +
                        std::to_string(line.expected.value_or(0)) +
                        (is_unexplained(book, count.number, kLastEntry) ? "!" : "");
            }
        }
    });
    return text;
}

bool is_in_order(TestBook& book) {
    const Ran verified = book.ran({"verify"});
    CAPTURE(verified.out);
    CHECK(verified.code == 0);
    return verified.code == 0;
}

std::string due(TestBook& book) {
    return book.ran({"due"}).out;
}

std::size_t times(const std::string& text, const std::string& words) {
    std::size_t found = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        ++found;
    }
    return found;
}

void count(TestBook& book, std::vector<std::string> items) {
    items.insert(items.begin(), {"serve", "stock", "count"});
    REQUIRE(book.ran(items).code == 3);  // not all of them
}

void amend(TestBook& book, EntryNumber number, std::vector<std::string> how) {
    std::vector<std::string> words{"correct", std::to_string(number), "--reason", "typed wrongly"};
    words.insert(words.end(), how.begin(), how.end());
    book.run(words);
}

}  // namespace

TEST_CASE("a count that was withdrawn is compared with no more") {
    TestBook book;
    count(book, {"water=180"});
    book.set_time("2026-11-23 20:31");
    count(book, {"water=19"});
    const EntryNumber mistyped = last_entry(book);
    book.set_time("2026-11-23 20:32");
    count(book, {"water=180"});
    CHECK(differences(book) == "water 19 of 180!, water 180 of 19!");
    amend(book, mistyped, {"--void"});
    CHECK(differences(book).empty());
    CHECK_FALSE(says(due(book), "of 19"));
    amend(book, mistyped, {"--restore"});
    CHECK(differences(book) == "water 19 of 180!, water 180 of 19!");
    CHECK(says(due(book), "180 of 19, Mineral water"));
    CHECK(is_in_order(book));
}

TEST_CASE("a movement that is typed late for a time before a count is in it, and its withdrawal takes it out again") {
    TestBook book;
    count(book, {"water=40"});
    book.set_time("2026-11-23 20:40");
    count(book, {"water=38"});
    book.set_time("2026-11-23 20:50");
    const Ran late = book.ran({"serve", "stock", "used", "water=2", "--at", "20:35"});
    CHECK(says(late.err, "is compared anew: everything as it should be."));
    const EntryNumber used = last_entry(book);
    CHECK(differences(book).empty());
    CHECK_FALSE(says(due(book), "Mineral water"));
    amend(book, used, {"--void"});
    CHECK(differences(book) == "water 38 of 40!");
    CHECK(says(due(book), "38 of 40, Mineral water"));
    CHECK(is_in_order(book));
}

TEST_CASE("a count that was right differs once a movement before it is typed or a time is put right") {
    TestBook book;
    count(book, {"water=40", "cup=60"});
    book.set_time("2026-11-23 20:40");
    count(book, {"water=40"});
    book.set_time("2026-11-23 20:45");
    count(book, {"cup=60"});
    book.set_time("2026-11-23 20:50");
    // It waits for approval itself, and makes two counts wait.
    book.run({"serve", "stock", "broken", "water=1", "cup=3", "--note", "fell", "--at", "20:36"});
    const EntryNumber broken = last_entry(book);
    CHECK(differences(book) == "water 40 of 39!, cup 60 of 57!");
    CHECK(says(due(book), "60 of 57, Cup"));
    CHECK(says(due(book), "40 of 39, Mineral water"));
    CHECK(is_in_order(book));
    book.run({"serve", "explain", std::to_string(broken - 1), "cup", "three came back"});
    CHECK(differences(book) == "water 40 of 39!, cup 60 of 57");
    book.run({"checkin", "staff", "Wang"});
    book.run({"serve", "stock", "refuse", std::to_string(broken), "--note", "was before", "--by", "Wang"});
    CHECK(differences(book).empty());
    book.run({"serve", "stock", "used", "water=5", "--by", "Wang"});
    CHECK(differences(book).empty());
    amend(book, last_entry(book), {"--time", "20:35", "--by", "Wang"});
    CHECK(differences(book) == "water 40 of 35!");
    CHECK(says(due(book), "40 of 35, Mineral water"));
    CHECK(is_in_order(book));
}

TEST_CASE("drinks that were brought before a count, and its own time, change what it finds and say so") {
    TestBook book;
    book.run({"checkin", "visit", "--party", "2", "--purpose", "look"});
    book.run({"serve", "order", "V1", "water=3"});
    count(book, {"water=100"});
    book.set_time("2026-11-23 20:35");
    book.run({"serve", "deliver", "V1", "water=2"});
    const std::string delivery = std::to_string(last_entry(book));
    book.set_time("2026-11-23 20:40");
    count(book, {"water=98"});
    const EntryNumber counted = last_entry(book);
    const auto now_it_is = [&](const std::string& finding, std::vector<std::string> words) {
        book.set_time("2026-11-23 20:50");
        const Ran ran = book.ran(std::move(words));
        CAPTURE(ran.err);
        CHECK(
            says(ran.err, ("The count of entry " + std::to_string(counted) + " is compared anew: " + finding).c_str()));
    };
    now_it_is("Mineral water 98 of 100.", {"correct", delivery, "--void", "--reason", "not brought"});
    now_it_is("everything as", {"correct", delivery, "--restore", "--reason", "it was"});
    now_it_is("Mineral water 98 of 97.", {"serve", "deliver", "V1", "water=1", "--at", "20:38", "--reason", "busy"});
    now_it_is("everything as",
              {"correct", std::to_string(last_entry(book)), "--time", "20:45", "--reason", "later than that"});
    now_it_is("Mineral water 98 of 100.",
              {"correct", std::to_string(counted), "--time", "20:33", "--reason", "before they were brought"});
    // Its words are another's business.
    CHECK_FALSE(says(book.ran({"correct", delivery, "--note", "with ice", "--reason", "forgot"}).err, "anew"));
    CHECK(is_in_order(book));
}

TEST_CASE("a count that is put back by months is compared before those of its time") {
    TestBook book;
    count(book, {"water=40"});
    book.set_time("2026-11-23 20:40");
    count(book, {"water=35"});
    book.set_time("2027-01-05 20:30");
    book.run({"serve", "stock", "used", "water=5"});
    const EntryNumber used = last_entry(book);
    amend(book, used, {"--time", "2026-11-23 20:32"});
    count(book, {"water=35"});
    amend(book, last_entry(book), {"--time", "2026-11-23 20:35"});
    CHECK(differences(book).empty());
    amend(book, used, {"--void"});
    CHECK(differences(book) == "water 35 of 40!");
    CHECK(says(due(book), "35 of 40"));
    CHECK(is_in_order(book));
}

TEST_CASE("an imported count that is put back takes its day along and is given back where it stands") {
    TestBook book;
    const std::string list = book.book().store().path() + ".csv";
    std::ofstream{list} << "name,quantity\nMineral water,40\n";
    count(book, {"water=35"});
    const EntryNumber counted = last_entry(book);
    book.set_time("2026-11-23 20:40");
    REQUIRE(book.ran({"import", "stock", list, "--by", "zw"}).code == 3);
    const EntryNumber import = counted + 1;
    amend(book, import + 1, {"--time", "2026-10-01 20:00"});
    CHECK(differences(book) == "water 35 of 40!");
    CHECK(says(due(book), "35 of 40"));
    amend(book, import, {"--void"});
    CHECK(differences(book).empty());
    amend(book, import, {"--restore"});
    CHECK(says(due(book), "35 of 40"));
    CHECK(is_in_order(book));
}

namespace {

// Somebody with a slate: everything that counts in the order in which it happened.
struct Slate {
    std::int64_t there = 0;
    std::int64_t servings = 0;  // brought of what is counted in servings
    bool known = false;
};

using Lines = std::set<std::tuple<EntryNumber, std::string, std::int64_t, std::optional<std::int64_t>>>;

struct Told {
    Lines lines;                        // of all counts
    std::set<EntryNumber> unexplained;  // counts
};

bool is_refused(const std::vector<Entry>& log, const Amendments& amendments, EntryNumber movement) {
    bool refused = false;
    for (const Entry& entry : log) {
        if (entry.kind == kind::kApproval && entry.about == movement && !amendments.leaves_out(entry)) {
            refused = entry.result == result::kRefused;
        }
    }
    return refused;
}

Told told_by_slate(TestBook& book) {
    std::vector<Entry> log = book.book().store().entries({});
    Amendments amendments;
    for (const Entry& entry : log) {
        amendments.add(entry);
    }
    for (Entry& entry : log) {
        amendments.amend(entry);
    }
    std::vector<Entry> counting;
    std::copy_if(log.begin(), log.end(), std::back_inserter(counting),
                 [&](const Entry& entry) { return !amendments.leaves_out(entry); });
    std::sort(counting.begin(), counting.end(), [](const Entry& a, const Entry& b) {
        return std::pair{a.told_at(), a.number} < std::pair{b.told_at(), b.number};
    });
    std::set<std::pair<EntryNumber, std::string>> said;
    for (const Entry& entry : counting) {
        if (entry.kind == kind::kExplanation) {
            said.insert({entry.about, entry.subject});
        }
    }
    Told told;
    for (const StockItem& item : book.book().plan(&Plan::items)) {
        Slate slate;
        for (const Entry& entry : counting) {
            for (const Line& line : lines_of(entry.fields)) {
                const auto& drinks = item.drinks;
                if (entry.kind == "delivery" && std::count(drinks.begin(), drinks.end(), line.item) > 0) {
                    slate.servings += line.quantity;
                } else if (entry.kind == kind::kStock && line.item == item.code &&
                           !is_refused(log, amendments, entry.number)) {
                    slate.there +=
                        entry.subject == "used" || entry.subject == "broken" ? -line.quantity : line.quantity;
                } else if (entry.kind == kind::kStocktake && line.item == item.code) {
                    const std::int64_t there = slate.there - slate.servings / item.servings;
                    told.lines.insert(
                        {entry.number, item.code, line.quantity, slate.known ? std::optional{there} : std::nullopt});
                    if (slate.known && there != line.quantity && said.count({entry.number, item.code}) == 0) {
                        told.unexplained.insert(entry.number);
                    }
                    slate = {line.quantity, 0, true};
                }
            }
        }
    }
    return told;
}

Told told_by_book(TestBook& book) {
    Told told;
    EntryQuery counts;
    counts.rare_kinds = {kind::kStocktake};
    each_amended(book.book().store(), counts, [&](const Entry& count) {
        for (const Line& line : compared_lines(book, count)) {
            told.lines.insert({count.number, line.item, line.quantity, line.expected});
        }
    });
    for (const Unexplained& open : unexplained_counts(book)) {
        told.unexplained.insert(open.count.number);
    }
    return told;
}

class StockScene {
  public:
    explicit StockScene(unsigned seed) : random_{seed} {
        book.run({"checkin", "staff", "Wang"});
        book.run({"checkin", "visit", "--party", "9", "--purpose", "look", "--by", "zw"});
        book.run({"serve", "order", "V1", "water=40", "juice=40", "--by", "zw"});
    }

    // Answers what the command remarked.
    std::string step() {
        minute_ += 1 + below(5);
        const bool next_day = day_ < 7 && below(6) == 0;
        day_ += next_day ? 1 : 0;
        book.set_time("2026-11-" + std::to_string(23 + day_) + clock_at(minute_));
        if (next_day && below(2) == 0) {  // else nobody signs off
            book.ran({"checkin", "out", "zw"});
            book.ran({"checkin", "staff", "zw"});
        }
        std::vector<std::string> words = what();
        if (below(3) == 0) {
            words.insert(words.end(), {"--at", time_before(), "--reason", "was busy"});
        } else if (words.front() == "correct") {
            words.insert(words.end(), {"--reason", "typed wrongly"});
        }
        words.insert(words.end(), {"--by", below(3) == 0 ? "Wang" : "zw"});
        const Ran ran = book.ran(words);
        for (const std::string& word : words) {
            story += word + " ";
        }
        story += "-> " + std::to_string(ran.code) + "\n" + ran.err;
        return ran.err;
    }

    TestBook book;
    std::string story;

  private:
    std::string one_of(const std::vector<std::string>& words) {
        return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
    }
    int below(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most)); }
    static std::string clock_at(int minute) { return " " + clock_of(20 * 60 + 30 + minute); }
    std::string time_before() {
        const int day = day_ - below(std::min(day_, 2) + 1);
        return "2026-11-" + std::to_string(23 + day) + clock_at(below(minute_));
    }
    std::string some() { return one_of({"water=", "juice=", "cup="}) + std::to_string(1 + below(4)); }
    std::string any_entry() { return std::to_string(7 + below(static_cast<int>(last_entry(book)) - 6)); }

    std::vector<std::string> count_of_all() {
        std::vector<std::string> words{"serve", "stock", "count"};
        for (const StockItem& item : book.book().plan(&Plan::items)) {
            words.push_back(item.code + "=" + std::to_string(below(5)));
        }
        return words;
    }

    std::vector<std::string> what() {
        switch (below(11)) {
            case 0:
                return {"serve", "stock", "count", some(), some()};
            case 1:
                return count_of_all();
            case 2:
                return {"serve", "stock", "received", some()};
            case 3:
                return {"serve", "stock", "used", some(), some()};
            case 4:
                return {"serve", "stock", "broken", some(), "--note", "fell"};
            case 5:
                return {"serve", "deliver", "V1", one_of({"water=1", "juice=3"})};
            case 6:
                return {"serve", "stock", below(2) == 0 ? "approve" : "refuse", any_entry(), "--note", "looked"};
            case 7:
                return {"serve", "explain", any_entry(), one_of({"water", "juice", "cup"}), "spilt"};
            case 8:
                return {"correct", any_entry(), "--time", time_before()};
            case 9:
                return {"correct", any_entry(), "--restore"};
            default:
                return {"correct", any_entry(), "--void"};
        }
    }

    std::mt19937 random_;
    int minute_ = 0;
    int day_ = 0;
};

// "The count of entry 15 is compared anew: ..." of every count of which something else is found than `before`.
std::vector<std::string> to_be_said(TestBook& book, const Lines& before) {
    const auto found_by = [](const Lines& lines) {
        std::map<EntryNumber, std::map<std::string, std::pair<std::int64_t, std::int64_t>>> differing;
        for (const auto& [count, item, quantity, expected] : lines) {
            auto& odd = differing[count];
            if (expected.value_or(quantity) != quantity) {
                odd[item] = {quantity, *expected};
            }
        }
        return differing;
    };
    const auto was = found_by(before);
    std::vector<std::string> said;
    for (const auto& [count, odd] : found_by(told_by_slate(book).lines)) {
        const auto then = was.find(count);
        if (count < last_entry(book) && (then == was.end() || then->second != odd)) {
            said.push_back("The count of entry " + std::to_string(count) + " is compared anew: ");
        }
    }
    return said;
}

using PouredByDay = std::map<std::pair<Date, std::string>, std::int64_t>;

// What was brought of what has a drink of its own, by day.
PouredByDay poured_by_hand(TestBook& book) {
    PouredByDay poured;
    each_amended(book.book().store(), {}, [&](const Entry& entry) {
        for (const Line& line : entry.kind == "delivery" ? lines_of(entry.fields) : std::vector<Line>{}) {
            poured[{entry.business_date, line.item}] += line.quantity;
        }
    });
    return poured;
}

PouredByDay poured_by_stock(Pass& pass) {
    PouredByDay poured;
    for (const StockFact& fact : pass.get<StockFold>().facts.facts) {
        for (const Poured& drinks : fact.poured) {
            poured[{fact.business_date, drinks.item}] += drinks.quantity;
        }
    }
    return poured;
}

PouredByDay poured_by_bar(Pass& pass) {
    PouredByDay poured;
    for (const Visit& visit : pass.get<ServedFold>().visits) {
        for (const Drinks& drinks : visit.drinks) {
            if (drinks.brought > 0) {
                poured[{drinks.business_date, drinks.drink}] += drinks.brought;
            }
        }
    }
    return poured;
}

}  // namespace

TEST_CASE("what counts are compared with, and which wait for words, equals a slate that follows the amended log") {
    for (unsigned seed = 0; seed < onduty::test::turns(4U); ++seed) {
        StockScene scene{seed};
        for (int i = 0; i < 30; ++i) {
            const Lines before = told_by_slate(scene.book).lines;
            const std::string told_now = scene.step();
            const Told slate = told_by_slate(scene.book);
            const Told told = told_by_book(scene.book);
            CAPTURE(seed);
            CAPTURE(scene.story);
            REQUIRE(told.lines == slate.lines);
            REQUIRE(told.unexplained == slate.unexplained);
            const std::vector<std::string> anew = to_be_said(scene.book, before);
            for (const std::string& sentence : anew) {
                CAPTURE(sentence);
                REQUIRE(says(told_now, sentence.c_str()));
            }
            REQUIRE(times(told_now, "is compared anew") == anew.size());
        }
        CHECK(is_in_order(scene.book));
        const Date monday{std::chrono::year{2026} / 11 / 23};
        Lines reported;
        PouredByDay in_stock;
        PouredByDay at_bar;
        for (Date date = monday; date < monday + std::chrono::days{8}; date += std::chrono::days{1}) {
            Pass pass{scene.book, {date, date + std::chrono::days{1}}};
            for (const StockFact& fact : pass.get<StockFold>().facts.facts) {
                for (const Line& line : fact.kind == kind::kStocktake ? fact.lines : std::vector<Line>{}) {
                    reported.insert({fact.number, line.item, line.quantity, line.expected});
                }
            }
            in_stock.merge(poured_by_stock(pass));
            PouredByDay of_visits = poured_by_bar(pass);
            std::erase_if(of_visits, [&](const auto& poured) { return poured.first.first != date; });
            at_bar.merge(of_visits);
        }
        CHECK(reported == told_by_slate(scene.book).lines);
        CHECK(in_stock == poured_by_hand(scene.book));
        CHECK(at_bar == poured_by_hand(scene.book));
    }
}
