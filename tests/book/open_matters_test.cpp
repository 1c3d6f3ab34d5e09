// SPDX-License-Identifier: MIT
// Does what is open stay in due, in the list of who is here and on the slip until somebody closes it, however long?
#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <set>

#include "log/matters.hpp"
#include "store/details.hpp"
#include "store/store.hpp"
#include "support.hpp"
#include "turns.hpp"

using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

void must(TestSite& site, std::vector<std::string> words) {
    const Ran ran = site.run(std::move(words));
    REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), ran.err);
}

// Li Na at the front desk, Chen Jing at the bar; the last entry is 5.
void open_house(TestSite& site, const std::string& time) {
    site.set_time(time);
    must(site, {"init", "--name", "Site", "--zone", "Asia/Shanghai"});
    must(site, {"plan", "add", "staff", "Li Na", "--post", "front-desk"});
    must(site, {"plan", "add", "staff", "Chen Jing", "--post", "bar"});
    must(site, {"checkin", "staff", "Li Na"});
    must(site, {"checkin", "staff", "Chen Jing"});
}

std::string slip(TestSite& site) {
    const Ran ran = site.run({"handover", "offer", "--by", "Li Na"});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    return site.run({"handover", "show", "--by", "Li Na"}).out;
}

}  // namespace

TEST_CASE("a group that nobody saw leave is here until somebody says that it left, and so is its order") {
    TestSite site;
    open_house(site, "2026-11-23 10:00");
    must(site, {"checkin", "visit", "--party", "3", "--purpose", "look", "--seat", "A1", "--by", "Li Na"});
    site.set_time("2026-11-23 10:05");
    must(site, {"serve", "order", "V1", "tea=2", "--by", "Chen Jing"});
    site.set_time("2026-11-24 12:00");
    CHECK(says(site.run({"due"}).out, "V1 has not left since yesterday"));
    site.set_time("2027-01-25 12:00");
    const std::string due = site.run({"due"}).out;
    CHECK(says(due, "V1 has not left since 2026-11-23"));
    CHECK(says(due, "V1: bring the order"));
    CHECK(says(site.run({"checkin", "list"}).out, "V1"));
    CHECK(says(slip(site), "V1 comes again, people 3, look, since 2026-11-23 10:00"));
    must(site, {"checkin", "out", "V1", "--by", "Li Na"});
    CHECK(!says(site.run({"due"}).out, "V1 "));
    CHECK(!says(site.run({"checkin", "list"}).out, "V1"));
}

TEST_CASE("many who are forgotten are one line with their number") {
    TestSite site;
    open_house(site, "2026-11-23 10:00");
    for (int group = 0; group < 9; ++group) {
        must(site, {"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Li Na"});
    }
    site.set_time("2026-12-01 10:00");
    const std::string due = site.run({"due"}).out;
    CHECK(says(due, "Visits that have not left: 9"));
    CHECK(!says(due, "V9 has not left"));
}

TEST_CASE("a contractor is on site in the list, in due and on the slip alike") {
    TestSite site;
    open_house(site, "2026-11-23 10:00");
    must(site, {"checkin", "contractor", "Wu Gang", "--work", "mend the lift", "--party", "2", "--permit", "P1", "--by",
                "Li Na"});
    site.set_time("2026-11-25 10:00");
    CHECK(says(site.run({"checkin", "list"}).out, "contractor"));
    CHECK(says(site.run({"due"}).out, "V1 has not left since 2026-11-23"));
    CHECK(says(slip(site), "V1 contractor, people 2"));
    const std::string left = std::to_string(entry_of(site.run({"checkin", "out", "V1", "--by", "Li Na"})));
    CHECK(!says(site.run({"checkin", "list"}).out, "contractor"));
    CHECK(!says(site.run({"due"}).out, "V1"));
    // It was another one who left.
    must(site, {"correct", left, "--void", "--reason", "wrong number", "--by", "Li Na"});
    CHECK(says(site.run({"checkin", "list"}).out, "contractor"));
    CHECK(says(site.run({"due"}).out, "V1 has not left since 2026-11-23"));
}

TEST_CASE("a movement of stock waits for a second person for weeks") {
    TestSite site;
    open_house(site, "2026-11-02 10:00");
    for (const char* cups : {"cup=2", "cup=1", "cup=3"}) {
        must(site, {"serve", "stock", "broken", cups, "--note", "fell", "--by", "Chen Jing"});
    }
    site.set_time("2026-12-20 10:00");
    const std::string due = site.run({"due"}).out;
    CHECK(says(due, "Entry 6, broken: approve"));
    CHECK(says(due, "Entry 8, broken: approve"));
    CHECK(says(slip(site), "Entry 7, broken: approve"));
    must(site, {"serve", "stock", "approve", "6", "7", "8", "--by", "Li Na"});
    CHECK(!says(site.run({"due"}).out, "broken"));
}

TEST_CASE("tidying up after a group waits until it is done") {
    TestSite site;
    open_house(site, "2026-11-02 10:00");
    must(site, {"checkin", "visit", "--party", "3", "--purpose", "look", "--seat", "A1", "--by", "Li Na"});
    must(site, {"checkin", "out", "V1", "--by", "Li Na"});
    site.set_time("2026-12-04 10:00");
    CHECK(says(site.run({"due"}).out, "V1: tidy up Table A1"));
    CHECK(says(site.run({"clean", "list"}).out, "Table A1"));
    CHECK(says(slip(site), "V1: tidy up Table A1"));
    must(site, {"serve", "clear", "V1", "--by", "Li Na"});
    CHECK(!says(site.run({"due"}).out, "tidy up"));
}

TEST_CASE("who did not answer weeks ago is open again when it does not count how that ended, nor the first call") {
    TestSite site;
    open_house(site, "2026-11-02 10:00");
    const auto no_answer = [&](const char* time) {
        site.set_time(time);
        const Ran ran = site.run({"patrol", "call", "Chen Jing", "--no-answer", "--by", "Li Na"});
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
        return std::to_string(entry_of(ran));
    };
    const std::string first = no_answer("2026-11-02 10:05");
    const std::string second = no_answer("2026-11-08 10:05");
    const auto is_open = [&](const std::string& number) {
        return says(site.run({"report", "day", "--block", "open-items", "--csv"}).out,
                    ("\n" + number + ",check-call,").c_str());
    };
    must(site, {"correct", first, "--void", "--reason", "typed wrongly", "--by", "Li Na"});
    CHECK(is_open(second));
    site.set_time("2026-12-20 10:00");
    const Ran ended = site.run({"patrol", "call", "Chen Jing", "--outcome", "asleep", "--by", "Li Na"});
    REQUIRE_MESSAGE(ended.code == 0, ended.err);
    CHECK_FALSE(is_open(second));
    must(site, {"correct", first, "--restore", "--reason", "was right", "--by", "Li Na"});
    CHECK_FALSE(is_open(first));
    must(site, {"correct", std::to_string(entry_of(ended)), "--void", "--reason", "typed wrongly", "--by", "Li Na"});
    CHECK(is_open(first));
    CHECK_FALSE(is_open(second));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a meeting in March is expected in March") {
    TestSite site;
    open_house(site, "2026-11-02 10:00");
    must(site, {"serve", "meeting", "A1", "2027-03-15 14:00", "--party", "8", "--purpose", "board", "--by", "Li Na"});
    CHECK(!says(site.run({"due"}).out, "V1"));
    CHECK(says(site.run({"checkin", "list"}).out, "meeting 2027-03-15 14:00"));
    site.set_time("2027-03-15 13:50");
    CHECK(says(site.run({"due"}).out, "V1: make Table A1 ready"));
    CHECK(says(site.run({"checkin", "list"}).out, "meeting 2027-03-15 14:00"));
    CHECK(says(slip(site), "2027-03-15 14:00 V1, people 8, board"));
    must(site, {"checkin", "visit", "V1", "--by", "Li Na"});
    CHECK(!says(site.run({"due"}).out, "make Table A1 ready"));
}

TEST_CASE("who was expected and did not come is overdue from the next day on, accepted or not") {
    TestSite site;
    open_house(site, "2026-11-23 10:00");
    must(site, {"checkin", "notice", "a car", "--party", "2", "--by", "Li Na"});
    must(site, {"checkin", "notice", "a bus", "--party", "9", "--by", "Li Na"});
    must(site, {"checkin", "accept", "V2", "--by", "Chen Jing"});
    must(site, {"serve", "meeting", "A1", "16:00", "--party", "8", "--purpose", "board", "--by", "Li Na"});
    must(site, {"serve", "meeting", "A2", "17:00", "--party", "8", "--purpose", "press", "--by", "Li Na"});
    must(site, {"serve", "ready", "V4", "--by", "Chen Jing"});
    site.set_time("2026-11-23 22:00");
    CHECK(!says(site.run({"due"}).out, "was to come"));
    site.set_time("2027-02-01 10:00");
    const std::string due = site.run({"due", "--json"}).out;
    for (const char* visit : {"V1", "V2", "V3", "V4"}) {
        CHECK(says(due, (std::string{visit} + " was to come on 2026-11-23 and has not").c_str()));
        CHECK(says(due, (std::string{"onduty checkin out "} + visit).c_str()));
    }
    CHECK(!says(due, "make Table"));
    CHECK(!says(due, "meeting, "));
    CHECK(says(site.run({"due"}).out, "Visits that did not come: 4"));
    CHECK(says(site.run({"checkin", "list"}).out, "announced, NOT COME?"));
    CHECK(says(site.run({"checkin", "list"}).out, "meeting 2026-11-23 17:00, NOT COME?"));
    must(site, {"checkin", "out", "V2", "--by", "Li Na"});
    must(site, {"checkin", "out", "V4", "--by", "Li Na"});
    CHECK(says(site.run({"due"}).out, "V3 was to come on 2026-11-23 and has not"));
    CHECK(!says(site.run({"due"}).out, "V4"));
}

TEST_CASE("what is many and old is one line of its kind, and due --all has each") {
    TestSite site;
    open_house(site, "2026-11-02 10:00");
    for (int number = 0; number < 7; ++number) {
        must(site, {"serve", "stock", "broken", "cup=1", "--note", "fell", "--by", "Chen Jing"});
        must(site, {"note", "task", "mend it", "--owner", "Li Na", "--until", "tomorrow 18:00", "--by", "Li Na"});
    }
    CHECK(says(site.run({"due"}).out, "Entry 6, broken: approve"));  // not old
    site.set_time("2027-01-20 10:00");
    must(site, {"serve", "stock", "broken", "cup=1", "--note", "fell", "--by", "Chen Jing"});
    const std::string due = site.run({"due"}).out;
    CHECK(says(due, ": 7, the oldest of 2026-11-0"));
    CHECK(says(due, "task: 7, the oldest of 2026-11-03"));
    CHECK(says(due, "onduty due --all"));
    CHECK(!says(due, "Entry 6, broken: approve"));
    CHECK(says(due, "Entry 21, broken: approve"));  // behind that which closed the days
    const std::string all = site.run({"due", "--all"}).out;
    for (const int number : {6, 8, 10, 12, 14, 16, 18, 21}) {
        CHECK(says(all, ("Entry " + std::to_string(number) + ", broken: approve").c_str()));
    }
    CHECK(!says(all, "the oldest of"));
    // What was missed before yesterday, too.
    REQUIRE(site.run({"plan", "add", "staff", "Zhang Wei", "--post", "night-guard", "--by", "Li Na"}).code == 0);
    site.set_time("2027-01-22 12:00");
    CHECK(says(site.run({"due"}).out, "Night round: 9, the oldest of 2027-01-20"));
    CHECK(says(site.run({"due", "--all"}).out, "2027-01-21 03:00"));
}

TEST_CASE("one line for many counts what it names: cases and not deadlines, checks and not days") {
    TestSite site;
    open_house(site, "2026-11-02 10:00");
    must(site, {"plan", "add", "staff", "Wang", "--post", "night-guard"});
    must(site, {"plan", "add", "staff", "Zhou", "--post", "supervisor"});
    for (const char* day : {"2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"}) {
        site.set_time(std::string{day} + " 20:30");
        must(site, {"checkin", "staff", "Wang"});
        must(site, {"patrol", "check", "closing", "all", "--by", "Wang"});
        // Each repair is to be accepted and to be resolved.
        must(site, {"patrol", "check", "closing", "1-3", "--fault", std::string{"4=lamp "} + day, "--by", "Wang"});
        must(site, {"checkin", "out", "Wang", "--by", "Wang"});
    }
    site.set_time("2027-01-20 10:00");
    const std::string due = site.run({"due"}).out;
    CAPTURE(due);
    CHECK(says(due, "case: 4, the oldest of 2026-11-0"));
    CHECK(says(due, "Countersign rounds and checks: 8, the oldest of 2026-11-0"));
}

TEST_CASE("what is open stands in due where the plan has no rule for it, never overdue") {
    TestSite site;
    open_house(site, "2026-11-02 10:00");
    for (const char* rule : {"approval", "linen", "cleanup", "mail"}) {
        site.run({"plan", "remove", "rule", rule, "--by", "Li Na"});
    }
    must(site, {"serve", "stock", "broken", "cup=2", "--note", "fell", "--by", "Chen Jing"});
    must(site, {"serve", "linen", "sent", "sheet=2", "--by", "Chen Jing"});
    site.set_time("2027-01-20 10:00");
    const std::string due = site.run({"due", "--json"}).out;
    CHECK(says(due, "broken: approve"));
    CHECK(says(due, "comes back"));
}

TEST_CASE("a disinfection that is through and not ended becomes overdue") {
    TestSite site;
    open_house(site, "2026-11-23 10:00");
    must(site, {"serve", "disinfect", "steam", "cup=4", "--by", "Chen Jing"});
    site.set_time("2026-11-23 10:20");
    CHECK(!says(site.run({"due"}).out, "OVERDUE"));
    site.set_time("2026-11-23 11:00");
    CHECK(says(site.run({"due"}).out, "OVERDUE"));
    CHECK(says(site.run({"due"}).out, "Steam is through, entry 6"));
}

namespace {

// Slow and plain: what is open by the whole log, without what was withdrawn; each kind by its own rule.
class Oracle {
  public:
    explicit Oracle(const std::string& path) : store_{path, Store::Mode::read} {
        std::vector<Entry> all;
        store_.each({}, [&](const Entry& entry) { all.push_back(entry); });
        // From the end: what withdraws is known to count before what it withdraws.
        std::set<EntryNumber> withdrawn;
        for (auto entry = all.rbegin(); entry != all.rend(); ++entry) {
            if (entry->kind == "void" && withdrawn.count(entry->number) == 0) {
                withdrawn.insert(entry->about);
            }
        }
        last_ = all.back().number;
        for (const Entry& entry : all) {
            if (withdrawn.count(entry.number) == 0) {
                log_.push_back(entry);
            }
        }
    }

    OpenMatters open() {
        OpenMatters matters;
        for (const Entry& entry : log_) {
            if (is_open(entry)) {
                matters[entry.number] = entry.kind;
            }
        }
        return matters;
    }
    // Without the days that wait for explanations: unsettled_test.
    OpenMatters stored() {
        OpenMatters matters = store_.open_matters();
        std::erase_if(matters, [](const auto& matter) { return matter.second == "day-closed"; });
        return matters;
    }
    EntryNumber last() const { return last_; }
    // What counts, but for corrections and withdrawals, and for the closing of days, which any command may bring.
    std::set<EntryNumber> counted() const {
        std::set<EntryNumber> numbers;
        for (const Entry& entry : log_) {
            if (entry.amends == 0 && entry.kind != "day-closed") {
                numbers.insert(entry.number);
            }
        }
        return numbers;
    }
    // What hangs on something that does not count, or was said twice of one thing; a case goes its own way.
    std::string in_the_air() const {
        const std::set<EntryNumber> numbers = counted();
        std::string text;
        std::set<EntryNumber> left;
        for (const Entry& entry : log_) {
            if (entry.amends == 0 && entry.about != 0 && entry.kind != "case" && numbers.count(entry.about) == 0) {
                text += " " + std::to_string(entry.number) + " " + entry.kind;
            }
            if (entry.kind == "leave" && !left.insert(entry.about).second) {
                text += " twice " + std::to_string(entry.number);
            }
        }
        return text;
    }

  private:
    using Lines = std::vector<Line>;

    template <typename Test>
    bool any_later(const Entry& matter, Test&& test) {
        for (const Entry& entry : log_) {
            if (entry.number > matter.number && test(entry)) {
                return true;
            }
        }
        return false;
    }
    bool answered(const Entry& matter, const char* kind) {
        return any_later(matter,
                         [&](const Entry& entry) { return entry.kind == kind && entry.about == matter.number; });
    }
    // What should have been there by the log as it stands; what counts in a room, by the plan.
    std::optional<std::int64_t> expected(const Entry& count, const Line& counted) const {
        if (count.kind != "stocktake") {
            return counted.expected;
        }
        std::optional<std::int64_t> there;
        for (const Entry& entry : log_) {
            const bool is_of_stock = entry.kind == "stocktake" || entry.kind == "stock";
            for (const Line& line : is_of_stock&& entry.number < count.number ? lines_of(entry.fields) : Lines{}) {
                if (line.item == counted.item && (entry.kind == "stocktake" || there)) {
                    there = entry.kind == "stocktake" ? line.quantity : *there - line.quantity;  // broken
                }
            }
        }
        return there;
    }
    bool differs_without_a_word(const Entry& count) {
        for (const Line& line : store_.lines(count.number)) {
            const bool odd = line.quantity != expected(count, line).value_or(line.quantity) || !line.condition.empty();
            const bool said = !line.note.empty() || any_later(count, [&](const Entry& entry) {
                return entry.kind == "explanation" && entry.about == count.number && entry.subject == line.item;
            });
            if (odd && !said) {
                return true;
            }
        }
        return false;
    }
    std::int64_t pieces(const Entry& entry) {
        std::int64_t sum = 0;
        for (const Line& line : store_.lines(entry.number)) {
            sum += line.quantity;
        }
        return sum;
    }
    bool is_away(const Entry& sent) {
        std::int64_t missing = pieces(sent);
        any_later(sent, [&](const Entry& entry) {
            missing -= entry.kind == "linen" && entry.about == sent.number ? pieces(entry) : 0;
            return false;
        });
        return missing > 0;
    }
    bool is_open(const Entry& entry) {
        const std::string& kind = entry.kind;
        if (kind == "notice" || kind == "meeting" || (kind == "visit" && entry.about == 0)) {
            return !answered(entry, "leave");
        }
        if (kind == "clean-request") {
            return !any_later(entry, [&](const Entry& later) {
                return later.kind == "clean-done" && later.subject == entry.subject &&
                       (later.about == entry.number || later.about == entry.about);
            });
        }
        if (kind == "stock") {
            return !answered(entry, "approval");
        }
        if (kind == "stocktake" || kind == "count") {
            return differs_without_a_word(entry);
        }
        if (kind == "disinfection") {
            return !answered(entry, "disinfection-end");
        }
        if (kind == "linen") {
            return entry.subject == "sent" && is_away(entry);
        }
        if (kind == "tour") {
            return !any_later(entry, [&](const Entry& later) {
                return later.subject == entry.subject &&
                       (later.kind == "tour" || (later.kind == "count" && later.result == "complete"));
            });
        }
        if (kind == "litter") {
            return !answered(entry, "litter-removed");
        }
        if (kind == "task") {
            return !answered(entry, "done");
        }
        return kind == "case";  // nobody files one here
    }

    Store store_;
    std::vector<Entry> log_;
    EntryNumber last_ = 0;
};

std::string words_of(const OpenMatters& open) {
    std::string text;
    for (const auto& [number, kind] : open) {
        text += " " + std::to_string(number) + " " + kind;
    }
    return text;
}

using Words = std::vector<std::string>;

Words random_words(std::mt19937& random, int last) {
    const auto below = [&](int most) { return std::uniform_int_distribution<int>{0, most - 1}(random); };
    const std::string visit = "V" + std::to_string(1 + below(8));
    const std::string room = below(2) == 0 ? "show-1" : "show-2";
    const std::string entry = std::to_string(6 + below(std::max(1, last - 5)));
    const std::vector<Words> choices{
        {"checkin", "visit", "--party", "2", "--purpose", "x", "--seat", below(2) == 0 ? "A1" : "A4"},
        {"checkin", "notice", "a car", "--party", "2"},
        {"checkin", "visit", visit, "--purpose", "x"},
        {"checkin", "contractor", "Wu", "--work", "lift"},
        {"serve", "meeting", "A2", "2027-06-15 14:00", "--party", "4", "--purpose", "board"},
        {"checkin", "out", visit},
        {"serve", "clear", visit},
        {"serve", "stock", "broken", "cup=1", "--note", "fell"},
        {"serve", "stock", "count", "cup=" + std::to_string(50 + below(3)), "water=" + std::to_string(9 + below(2))},
        {"serve", "stock", "approve", entry},
        {"serve", "explain", entry,
         below(2) == 0   ? "cup"
         : below(2) == 0 ? "water"
                         : "vase",
         "no idea"},
        {"serve", "disinfect", "steam", "cup=4"},
        {"serve", "disinfect", "end"},
        {"serve", "linen", "sent", "sheet=2", "towel=1"},
        {"serve", "linen", "back", entry, "sheet=1"},
        {"serve", "linen", "back", entry},
        {"serve", "tour", visit, room, "--uncounted", "in a hurry"},
        {"serve", "tour-end", visit},
        {"serve", "count", room, "all", "vase=" + std::to_string(1 + below(2))},
        {"serve", "count", room, "book=1"},
        {"clean", "request", "P05", "coffee"},
        {"clean", "litter", "found", "P05", "cans"},
        {"clean", "done", "R" + entry},
        {"clean", "litter", "removed", entry},
        {"note", "task", "mend it", "--owner", "Li Na", "--until", "tomorrow 18:00"},
        {"note", "done", entry, "mended"},
    };
    const std::vector<Words> amending{
        {"correct", entry, "--void", "--reason", "typed wrongly"},
        {"correct", entry, "--void", "--all", "--reason", "typed wrongly"},
        {"correct", entry, "--restore", "--reason", "was right"},
    };
    return below(4) == 0 ? amending[static_cast<std::size_t>(below(3))]
                         : choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
}

// Withdraws the entry and gives it back, or the other way round: nothing has changed then.
void there_and_back(TestSite& site, EntryNumber entry) {
    const auto state = [&] {
        Oracle oracle{site.file()};
        std::string text = "counts";
        for (const EntryNumber number : oracle.counted()) {
            text += " " + std::to_string(number);
        }
        return text + ", open" + words_of(oracle.stored());
    };
    const auto correct = [&](const std::string& number, const Words& how) {
        Words words{"correct", number};
        words.insert(words.end(), how.begin(), how.end());
        words.insert(words.end(), {"--reason", "typed wrongly", "--by", "Li Na"});
        return site.run(words);
    };
    const std::string before = state();
    const Ran gone = correct(std::to_string(entry), {"--void", "--all"});
    if (gone.code != 0) {
        return;
    }
    CAPTURE(gone.out);
    {
        Oracle oracle{site.file()};
        REQUIRE(words_of(oracle.stored()) == words_of(oracle.open()));
        REQUIRE(oracle.in_the_air() == "");
    }
    // "#12 Entry 7 withdrawn; ..." or "#12 Entry 7 counts again."
    const auto place = gone.out.find(" Entry ") + 7;
    const std::string number = gone.out.substr(place, gone.out.find(' ', place) - place);
    const Ran back = correct(number, says(gone.out, "counts again") ? Words{"--void", "--all"} : Words{"--restore"});
    CAPTURE(back.err);
    REQUIRE(back.code == 0);
    REQUIRE(state() == before);
}

}  // namespace

TEST_CASE("whatever is opened, closed and withdrawn over months, just what a slow look at the log finds is open") {
    std::mt19937 random{20261128};
    const std::vector<std::string> days{"2026-11-02", "2026-11-03", "2026-11-20", "2026-12-24",
                                        "2027-01-31", "2027-02-01", "2027-04-10"};
    for (int run = 0; run < test::turns(2); ++run) {
        TestSite site;
        open_house(site, "2026-11-01 08:00");
        EntryNumber last = 5;
        std::set<std::string> done;
        for (const std::string& day : days) {
            for (int step = 0; step < 24; ++step) {
                site.set_time(day + " 09:" + std::to_string(10 + step * 2));
                Words words = random_words(random, static_cast<int>(last));
                const std::string verb = words[0] + " " + words[1] + (words[0] == "correct" ? "" : " " + words[2]);
                words.insert(words.end(), {"--by", step % 2 == 0 ? "Li Na" : "Chen Jing"});
                const Ran ran = site.run(words);
                if (ran.code == 0 || ran.code == 3) {
                    done.insert(words[0] == "correct" ? "correct" : words[0] + " " + words[1]);
                }
                CAPTURE(verb);
                CAPTURE(ran.out);
                {
                    Oracle oracle{site.file()};
                    REQUIRE(words_of(oracle.stored()) == words_of(oracle.open()));
                    REQUIRE(oracle.in_the_air() == "");
                    last = oracle.last();
                }
                if (step % 8 == 7) {
                    there_and_back(site, std::uniform_int_distribution<EntryNumber>{6, last}(random));
                }
            }
        }
        CHECK(site.run({"verify"}).code == 0);
        CHECK(done.size() >= 10);
    }
}

}  // namespace onduty
