// SPDX-License-Identifier: MIT
// Does a withdrawal leave a log that could have been typed? The oracle types it: it withdraws at once what the program
// is asked to withdraw at the end, and types everything that came later.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "store/store.hpp"
#include "support.hpp"
#include "turns.hpp"

using onduty::test::bring_on_duty;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

void open_house(TestSite& site) {
    site.set_time("2026-11-23 10:00");
    REQUIRE(site.run({"init", "--name", "Site", "--zone", "Asia/Shanghai"}).code == 0);
    bring_on_duty(site, {{"Li Na", "front-desk"},
                         {"Chen Jing", "bar"},
                         {"Liu Yang", "show-home"},
                         {"Zhao Lei", "night-guard"},
                         {"Sun Li", "night-guard"},
                         {"Zhou Kai", "sales"},
                         {"Wang", "supervisor"}});
}

std::vector<Words> of_visits() {
    const auto desk = [](Words words) { return words.insert(words.end(), {"--by", "Li Na"}), words; };
    const auto bar = [](Words words) { return words.insert(words.end(), {"--by", "Chen Jing"}), words; };
    const auto show = [](Words words) { return words.insert(words.end(), {"--by", "Liu Yang"}), words; };
    return {desk({"checkin", "notice", "--party", "2"}),
            desk({"checkin", "visit", "--party", "2", "--purpose", "look"}),
            desk({"checkin", "visit", "V1", "--party", "2", "--purpose", "look"}),
            desk({"checkin", "visit", "V2", "--party", "2", "--purpose", "look"}),
            desk({"checkin", "out", "V1"}),
            desk({"checkin", "out", "V2"}),
            desk({"checkin", "host", "V1", "Zhou Kai"}),
            bar({"serve", "seat", "V1", "A1"}),
            bar({"serve", "seat", "V1", "A2"}),
            bar({"serve", "seat", "V2", "A3"}),
            bar({"serve", "order", "V1", "tea=2"}),
            bar({"serve", "order", "V1", "water=1"}),
            bar({"serve", "deliver", "V1"}),
            bar({"serve", "deliver", "V1", "tea=1"}),
            bar({"serve", "refill", "V1"}),
            show({"serve", "tour", "V1", "show-1"}),
            show({"serve", "tour-end", "V1"}),
            show({"serve", "count", "show-1", "all"})};
}

std::vector<Words> of_cases() {
    const auto by = [](Words words) { return words.insert(words.end(), {"--by", "Li Na"}), words; };
    return {by({"complain", "new", "repair", "lift is stuck", "--severity", "3"}),
            by({"complain", "new", "complaint", "too loud", "--severity", "3"}),
            by({"complain", "assess", "C1", "--severity", "3"}),
            by({"complain", "assign", "C1", "Zhou Kai"}),
            by({"complain", "act", "C1", "looked at"}),
            by({"complain", "wait", "C1", "parts", "ordered today"}),
            by({"complain", "resume", "C1"}),
            by({"complain", "dispatch", "C1", "bar"}),
            by({"complain", "arrive", "C1"}),
            by({"complain", "resolve", "C1", "it runs again"}),
            by({"complain", "sign", "C1", "Wang", "ok"}),
            by({"complain", "follow", "C1", "--way", "phone", "--verdict", "A"}),
            by({"complain", "cause", "C1", "wear", "old door"}),
            by({"complain", "archive", "C1"}),
            by({"complain", "reopen", "C1", "--reason", "stuck again"})};
}

std::vector<Words> of_guards() {
    const auto by = [](Words words) { return words.insert(words.end(), {"--by", "Zhao Lei"}), words; };
    return {by({"patrol", "start"}),
            by({"patrol", "point", "P01"}),
            by({"patrol", "end"}),
            {"patrol", "sign", "all", "--by", "Wang"},
            {"handover", "offer", "all quiet", "--by", "Sun Li"},
            by({"handover", "count", "all"}),
            by({"handover", "accept"}),
            by({"handover", "refuse", "a radio is missing"}),
            {"handover", "offer", "--by", "Zhou Kai"},  // nothing is to be counted there
            {"handover", "accept", "--by", "Wang"},
            by({"lend", "out", "umbrella", "7", "--to", "Li Na"}),
            by({"lend", "back", "umbrella", "7"}),
            {"serve", "linen", "sent", "sheet=4", "--by", "Chen Jing"},
            {"serve", "linen", "back", "sheet=2", "--by", "Chen Jing"},
            {"serve", "disinfect", "steam", "cup=4", "--by", "Chen Jing"},
            {"serve", "disinfect", "end", "--by", "Chen Jing"},
            {"clean", "litter", "found", "P01", "--by", "Zhao Lei"},
            {"checkin", "out", "Sun Li"},
            {"checkin", "staff", "Sun Li"}};
}

// "@task" stands for the last task that was typed, "@task:2" for the second one.
std::vector<Words> of_the_rest() {
    const auto by = [](Words words) { return words.insert(words.end(), {"--by", "Li Na"}), words; };
    const auto bar = [](Words words) { return words.insert(words.end(), {"--by", "Chen Jing"}), words; };
    const auto lead = [](Words words) { return words.insert(words.end(), {"--by", "Wang"}), words; };
    return {by({"note", "task", "call the lift people", "--until", "18:00"}),
            by({"note", "mail", "parcel for 2-301", "--for", "Wang"}),
            by({"note", "done", "@task", "called"}),
            by({"note", "done", "@mail", "--to", "Wang"}),
            lead({"note", "drill", "fire", "--next", "2027-05-25"}),
            lead({"note", "training", "first aid", "--next", "2027-05-25"}),
            by({"customer", "new", "--name", "Wu Min", "--keeper", "Zhou Kai"}),
            by({"customer", "new", "--name", "Xu Fang"}),
            by({"customer", "assign", "@customer", "Zhou Kai"}),
            by({"customer", "contact", "@customer", "asked for prices", "--way", "phone", "--why", "reminder"}),
            by({"customer", "contact", "@customer", "--way", "phone", "--not-reached"}),
            by({"customer", "survey", "new", "autumn", "--sent", "9", "--until", "2026-12-01"}),
            by({"customer", "survey", "answer", "@survey", "security=4"}),
            bar({"serve", "stock", "received", "water=12"}),
            bar({"serve", "stock", "broken", "cup=1", "--note", "slipped"}),
            lead({"serve", "stock", "approve", "@stock"}),
            lead({"serve", "stock", "refuse", "@stock", "--note", "not ours"}),
            bar({"serve", "stock", "count", "water=12", "cup=59"}),
            lead({"patrol", "call", "Zhao Lei", "--no-answer", "--next", "called back"}),
            lead({"patrol", "call", "Zhao Lei", "--outcome", "asleep"}),
            lead({"patrol", "call", "Zhao Lei"}),
            by({"patrol", "alarm", "P01", "--kind", "fire"}),
            by({"patrol", "alarm", "@signal", "--result", "false"}),
            by({"patrol", "incident", "smoke", "--category", "fire", "--about", "@signal"}),
            by({"clean", "request", "P02", "spilled"}),
            by({"clean", "litter", "found", "P03"}),
            by({"clean", "done", "R@clean-request"}),
            by({"clean", "litter", "removed", "L@litter"}),
            by({"clean", "request", "P04"})};
}

EntryNumber last_entry(const TestSite& site) {
    return Store{site.file(), Store::Mode::read}.head().number;
}

void copy_site(const TestSite& from, const std::string& to) {
    for (const char* part : {"", ".head"}) {
        fs::copy_file(from.file() + part, to + part, fs::copy_options::overwrite_existing);
    }
}

Ran correct(TestSite& site, EntryNumber number, const char* how) {
    return site.run({"correct", std::to_string(number), how, "--reason", "typed wrongly", "--by", "Wang"});
}

std::string text_of(const Words& words) {
    std::string text;
    for (const std::string& word : words) {
        text += word + " ";
    }
    return text;
}

std::string clock_text_at(std::size_t step) {
    return "2026-11-23 " + std::to_string(10 + step / 12) + ":" + (step % 12 < 2 ? "0" : "") +
           std::to_string(step % 12 * 5);
}

// The numbers of the entries of a kind that were ever typed.
std::vector<EntryNumber> typed_of_kind(const TestSite& site, const std::string& kind) {
    Store store{site.file(), Store::Mode::read};
    EntryQuery query;
    query.kind = kind;
    std::vector<EntryNumber> numbers;
    store.each(query, [&](const Entry& entry) { numbers.push_back(entry.number); });
    return numbers;
}

// Which one of its kind is meant stays the same, whatever numbers the entries have on another site.
Words with_ordinals(const TestSite& site, Words words) {
    for (std::string& word : words) {
        if (const auto at = word.find('@'); at != std::string::npos) {
            word += ":" + std::to_string(typed_of_kind(site, word.substr(at + 1)).size());
        }
    }
    return words;
}

Words with_numbers(const TestSite& site, Words words) {
    for (std::string& word : words) {
        if (const auto at = word.find('@'); at != std::string::npos) {
            const auto colon = word.find(':', at);
            const std::vector<EntryNumber> numbers = typed_of_kind(site, word.substr(at + 1, colon - at - 1));
            const auto ordinal = std::stoul(word.substr(colon + 1));
            word = word.substr(0, at) +
                   std::to_string(ordinal == 0 || ordinal > numbers.size() ? 9999 : numbers[ordinal - 1]);
        }
    }
    return words;
}

Ran type(TestSite& site, const Words& words) {
    return site.run(with_numbers(site, words));
}

struct Step {
    Words words;
    std::string time;
    EntryNumber first = 0;  // entry that it began with
    std::string before{};   // the site before the step
};

std::string text_of(const std::vector<Step>& steps) {
    std::string text;
    for (const Step& step : steps) {
        text += "\n" + std::to_string(step.first) + " " + step.time + " " + text_of(step.words);
    }
    return text;
}

bool is_recorded(const Ran& ran) {
    return ran.code == 0 || ran.code == 3;
}

// What anybody might type, one thing every five minutes, of which that is kept that the program takes.
class Scene {
  public:
    Scene(std::vector<Words> pool, unsigned seed) : pool_{std::move(pool)}, random_{seed} { open_house(site_); }

    std::vector<Step> play(TestSite& site, std::size_t wanted) {
        std::vector<Step> steps;
        for (std::size_t tries = 0; steps.size() < wanted && tries < 8 * wanted; ++tries) {
            Step step{with_ordinals(site, pool_[random_() % pool_.size()]), clock_text_at(++clock_),
                      last_entry(site) + 1, site_.directory() + "/before" + std::to_string(steps.size()) + ".db"};
            site.set_time(step.time);
            if (&site == &site_) {
                copy_site(site_, step.before);
            }
            if (is_recorded(type(site, step.words))) {
                steps.push_back(step);
            }
        }
        return steps;
    }
    TestSite& site() { return site_; }
    void set_clock(std::size_t clock) { clock_ = clock; }
    std::size_t clock() const { return clock_; }

  private:
    TestSite site_;
    std::vector<Words> pool_;
    std::mt19937 random_;
    std::size_t clock_ = 0;
};

void put_back(const std::string& copy, TestSite& site) {
    for (const char* part : {"", ".head"}) {
        fs::copy_file(copy + part, site.file() + part, fs::copy_options::overwrite_existing);
    }
}

// Whether each can be typed at its time. Where more of a kind are open it may have to say which.
bool can_be_typed(TestSite& site, const std::vector<Step>& steps, std::size_t from = 0) {
    for (std::size_t i = from; i < steps.size(); ++i) {
        site.set_time(steps[i].time);
        if (type(site, steps[i].words).code == 4) {
            return false;
        }
    }
    return true;
}

const std::vector<std::vector<Words>>& pools() {
    static const std::vector<std::vector<Words>> all{of_visits(), of_cases(), of_guards(), of_the_rest()};
    return all;
}

// What the refusal says is to be typed first, as it stands, may have to wait for another that it names in its turn;
// true where no correction is named.
bool hint_works(TestSite& site, const std::string& refusal, int depth = 0) {
    const std::size_t begin = refusal.find("onduty correct ");
    if (begin == std::string::npos) {
        return true;
    }
    std::istringstream line{refusal.substr(begin, refusal.find('\n', begin) - begin)};
    Words words;
    for (std::string word; line >> word;) {
        words.push_back(word == "\"...\"" ? "wrong" : word);
    }
    words.erase(words.begin());
    words.insert(words.end(), {"--by", "Wang"});
    const Ran ran = site.run(words);
    return is_recorded(ran) || (depth < 4 && says(ran.err, "first: onduty correct ") &&
                                hint_works(site, ran.err.substr(ran.err.find("first: ")), depth + 1));
}

// One of each pool.
unsigned scenes() {
    return test::turns(4U);
}

}  // namespace

TEST_CASE("what counts after a withdrawal could have been typed without what was withdrawn") {
    std::size_t withdrawn = 0;
    std::size_t refused = 0;
    for (unsigned seed = 0; seed < scenes(); ++seed) {
        Scene scene{pools()[seed % pools().size()], seed};
        const std::vector<Step> steps = scene.play(scene.site(), 12);
        const std::string end = scene.site().directory() + "/end.db";
        copy_site(scene.site(), end);
        TestSite oracle;
        for (std::size_t k = 0; k < steps.size(); ++k) {
            put_back(steps[k].before, oracle);
            oracle.set_time(steps[k].time);
            REQUIRE(is_recorded(type(oracle, steps[k].words)));
            if (correct(oracle, steps[k].first, "--void").code != 0) {
                continue;
            }
            put_back(end, scene.site());
            const Ran ran = correct(scene.site(), steps[k].first, "--void");
            ++(ran.code == 0 ? withdrawn : refused);
            CAPTURE(seed);
            CAPTURE(text_of(steps));
            CAPTURE(steps[k].first);
            CAPTURE(ran.out);
            const bool could = can_be_typed(oracle, steps, k + 1);
            CHECK((could || ran.code == 4 || says(ran.err, "stays, because somebody acted on it since.")));
        }
    }
    CHECK(withdrawn > 0);
    CHECK(refused > 0);
}

TEST_CASE("what counts after something was given back could have been typed with it") {
    std::size_t given_back = 0;
    std::size_t refused = 0;
    for (unsigned seed = 0; seed < scenes(); ++seed) {
        Scene scene{pools()[seed % pools().size()], seed};
        const std::vector<Step> steps = scene.play(scene.site(), 12);
        const std::size_t clock = scene.clock();
        TestSite site;
        for (std::size_t k = 0; k + 1 < steps.size(); ++k) {
            put_back(steps[k + 1].before, site);
            site.set_time(steps[k + 1].time);
            if (correct(site, steps[k].first, "--void").code != 0) {
                continue;
            }
            scene.set_clock(clock);
            const std::vector<Step> since = scene.play(site, 4);
            const Ran ran = correct(site, steps[k].first, "--restore");
            ++(ran.code == 0 ? given_back : refused);
            CAPTURE(seed);
            CAPTURE(steps[k].first);
            CAPTURE(text_of(steps));
            CAPTURE(text_of(since));
            CAPTURE(ran.out);
            CAPTURE(ran.err);
            CHECK((ran.code == 0 || hint_works(site, ran.err)));
            put_back(steps[k + 1].before, site);
            const bool could = can_be_typed(site, since);
            CHECK((could || ran.code == 4));
        }
    }
    CHECK(given_back > 0);
    CHECK(refused > 0);
}

TEST_CASE("what is given back one after the other could have been typed together") {
    std::size_t all_back = 0;
    std::size_t refused = 0;
    for (unsigned seed = 0; seed < scenes(); ++seed) {
        Scene scene{pools()[seed % pools().size()], seed};
        const std::vector<Step> steps = scene.play(scene.site(), 12);
        const std::size_t clock = scene.clock();
        TestSite site;
        for (std::size_t k = 0; k + 1 < steps.size(); k += 2) {
            put_back(steps[k + 1].before, site);
            site.set_time(steps[k + 1].time);
            if (correct(site, steps[k].first, "--void").code != 0) {
                continue;
            }
            scene.set_clock(clock);
            const std::vector<Step> since = scene.play(site, 4);
            bool gone = true;
            for (std::size_t i = since.size(); gone && i-- > 0;) {
                gone = correct(site, since[i].first, "--void").code == 0;
            }
            // The first one finds nothing in its place now, and stands in the place of others.
            bool back = gone && correct(site, steps[k].first, "--restore").code == 0;
            if (!back) {
                continue;
            }
            CAPTURE(seed);
            CAPTURE(steps[k].first);
            CAPTURE(text_of(steps));
            CAPTURE(text_of(since));
            for (std::size_t i = 0; back && i < since.size(); ++i) {
                const Ran ran = correct(site, since[i].first, "--restore");
                back = ran.code == 0;
                CAPTURE(since[i].first);
                CAPTURE(ran.err);
                CHECK((back || hint_works(site, ran.err)));
            }
            ++(back ? all_back : refused);
            put_back(steps[k + 1].before, site);
            CHECK((!back || can_be_typed(site, since)));
        }
    }
    CHECK(all_back > 0);
    CHECK(refused > 0);
}

TEST_CASE("what was told later of a shift that was over is withdrawn and given back") {
    for (const Words& words : std::vector<Words>{{"clean", "litter", "found", "P01"},
                                                 {"clean", "request", "P02", "spilled"},
                                                 {"note", "mail", "parcel for 2-301", "--for", "Wang"},
                                                 {"complain", "new", "enquiry", "when is it open"},
                                                 {"checkin", "visit", "--party", "2", "--purpose", "look"},
                                                 {"patrol", "incident", "smoke", "--category", "fire"},
                                                 {"serve", "fridge", "4"}}) {
        TestSite site;
        open_house(site);
        site.set_time("2026-11-23 17:00");
        REQUIRE(site.run({"checkin", "out", "Li Na"}).code == 0);
        site.set_time("2026-11-24 08:00");
        REQUIRE(site.run({"checkin", "staff", "Li Na"}).code == 0);
        Words typed = words;
        typed.insert(typed.end(), {"--by", "Li Na", "--at", "2026-11-23 16:30", "--reason", "forgot to type"});
        const EntryNumber number = last_entry(site) + 1;
        const Ran ran = site.run(typed);
        CAPTURE(text_of(words));
        CAPTURE(ran.err);
        REQUIRE(is_recorded(ran));
        REQUIRE(correct(site, number, "--void").code == 0);
        site.set_time("2026-11-26 08:00");
        const Ran back = correct(site, number, "--restore");
        CAPTURE(back.err);
        CHECK(back.code == 0);
    }
}

TEST_CASE("a correction of a time does not put a step before what it follows, or after what follows on it") {
    TestSite site;
    open_house(site);
    for (const Words& words : std::vector<Words>{{"complain", "new", "repair", "lift", "--severity", "3"},
                                                 {"complain", "assess", "C1", "--severity", "3"},
                                                 {"complain", "assign", "C1", "Zhou Kai"},
                                                 {"complain", "resolve", "C1", "runs again"}}) {
        Words typed = words;
        typed.insert(typed.end(), {"--by", "Li Na"});
        REQUIRE(site.run(typed).code == 0);
    }
    const EntryNumber resolved = last_entry(site);
    site.set_time("2026-11-23 11:00");
    REQUIRE(site.run({"complain", "sign", "C1", "Wang", "ok", "--by", "Li Na"}).code == 0);
    site.set_time("2026-11-23 12:00");
    const auto at_time = [&](EntryNumber number, const char* time) {
        return site.run({"correct", std::to_string(number), "--time", time, "--reason", "was later", "--by", "Wang"});
    };
    const Ran early = at_time(last_entry(site), "09:00");
    CHECK(early.code == 4);
    CAPTURE(early.err);
    CHECK(says(early.err, " comes before it and was at 2026-11-23 Mon 10:00, later than that."));
    CHECK(at_time(resolved + 1, "10:30").code == 0);
}

TEST_CASE("an end is not corrected to before its beginning, whatever kind it is of, nor by a withdrawn correction") {
    TestSite site;
    open_house(site);
    const auto type = [&](const char* time, Words words) {
        site.set_time(std::string{"2026-11-23 "} + time);
        words.insert(words.end(), {"--by", "Zhao Lei"});
        const Ran ran = site.run(words);
        CAPTURE(ran.err);
        CHECK((ran.code == 0 || ran.code == 3));
        return last_entry(site);
    };
    const EntryNumber litter = type("10:35", {"clean", "litter", "found", "P02", "cups"});
    const EntryNumber removed = type("10:40", {"clean", "litter", "removed", "L" + std::to_string(litter)});
    const EntryNumber round = type("10:50", {"patrol", "start"});
    const EntryNumber point = type("10:55", {"patrol", "point", "P01"});
    const EntryNumber ended = type("11:00", {"patrol", "end"});
    site.set_time("2026-11-23 11:30");
    const auto move = [&](EntryNumber number, const char* time) {
        return site.run({"correct", std::to_string(number), "--time", time, "--reason", "wrong time", "--by", "Wang"});
    };
    for (const auto& [number, time] : {std::pair{removed, "10:05"}, {point, "10:45"}, {ended, "10:52"}}) {
        CAPTURE(number);
        CHECK(move(number, time).code == 4);
    }
    CHECK(move(litter, "10:20").code == 0);
    CHECK(move(removed, "10:25").code == 0);
    const EntryNumber correction = last_entry(site);
    CHECK(move(litter, "10:30").code == 4);
    CHECK(says(move(litter, "10:30").err, "follows on it and was at 2026-11-23 Mon 10:25, earlier than that."));
    CHECK(move(round, "10:40").code == 0);
    CHECK(correct(site, correction, "--void").code == 0);
    CHECK(move(litter, "10:32").code == 0);
    CHECK(correct(site, correction, "--restore").code == 4);  // it would be removed at 10:25
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("an imported step is not withdrawn under one that presupposes it, and its day goes with its time") {
    TestSite site;
    open_house(site);
    const std::string table = site.file() + ".csv";
    std::ofstream{table} << "Received,Type,Words,Owner,Resolved,Solution,Closed\n2026-11-20 09:30,repair,leak,Li Na,"
                            "2026-11-21 16:00,new pipe,2026-11-22 10:00\n";
    REQUIRE(site.run({"import", "cases", table, "--by", "Li Na"}).code == 0);
    Store store{site.file(), Store::Mode::read};
    EntryNumber resolved = 0;
    EntryNumber first = 0;
    for (EntryNumber number = 1; number <= last_entry(site); ++number) {
        resolved = store.entry(number)->kind == "case-resolve" ? number : resolved;
        first = store.entry(number)->kind == "case" ? number : first;
    }
    REQUIRE(resolved != 0);
    CHECK(correct(site, resolved, "--void").code == 4);
    const Ran moved = site.run(
        {"correct", std::to_string(first), "--time", "2026-10-20 09:30", "--reason", "another month", "--by", "Wang"});
    CAPTURE(moved.err);
    CHECK(moved.code == 0);
    const auto cases = [&](const char* day) {
        return site.run({"report", "month", day, "--block", "cases", "--csv"}).out;
    };
    CHECK(says(cases("2026-10-20"), "repair,"));
    CHECK_FALSE(says(cases("2026-11-20"), "repair,1"));
    CHECK(says(site.run({"complain", "list", "--to", "2026-10-31"}).out, "C1"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a corrected time comes back although the case that it was corrected along is gone") {
    TestSite site;
    open_house(site);
    const auto type = [&](Words words) {
        words.insert(words.end(), {"--by", "Zhao Lei"});
        const Ran ran = site.run(words);
        CAPTURE(ran.err);
        CHECK(ran.code == 0);
        return last_entry(site);
    };
    type({"patrol", "start"});
    site.set_time("2026-11-23 10:10");
    const EntryNumber repair = type({"patrol", "point", "P04", "--fault", "pump leaks"});
    const EntryNumber point = repair - 1;
    site.set_time("2026-11-23 10:20");
    const EntryNumber timed =
        type({"correct", std::to_string(point), "--time", "10:05", "--reason", "was earlier"}) - 1;
    type({"correct", std::to_string(point), "--result", "ok", "--reason", "no fault"});
    CHECK(correct(site, timed, "--void").code == 0);
    const Ran back = correct(site, timed, "--restore");
    CAPTURE(back.err);
    CHECK(back.code == 0);
    CHECK(says(site.run({"log", std::to_string(point)}).out, "10:05"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what came by an import is given back as it came, whatever steps it lacks") {
    TestSite site;
    open_house(site);
    const std::string table = site.file() + ".csv";
    std::ofstream{table} << "Received,Type,Owner,Words\n2026-11-20 10:00,complaint,Li Na,lift\n";
    REQUIRE(site.run({"import", "cases", table, "--by", "Li Na"}).code == 0);
    const EntryNumber last = last_entry(site);
    const Entry end = *Store{site.file(), Store::Mode::read}.entry(last);
    const Ran refused = correct(site, last, "--void");
    CHECK(refused.code == 4);
    CHECK(says(refused.err, ("ends the import of entry " + std::to_string(end.about)).c_str()));
    REQUIRE(site.run({"complain", "act", "C1", "asked", "--by", "Li Na"}).code == 0);
    const std::string before = site.run({"complain", "show", "C1"}).out;
    REQUIRE(
        site.run({"correct", std::to_string(end.about), "--void", "--all", "--reason", "wrong file", "--by", "Wang"})
            .code == 0);
    CHECK(says(site.run({"complain", "show", "C1"}).err, "it is not ended, or was withdrawn."));
    const Ran back = correct(site, end.about, "--restore");
    CAPTURE(back.err);
    CHECK(back.code == 0);
    CHECK(site.run({"complain", "show", "C1"}).out == before);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a shift goes with its end and says what was done on it") {
    TestSite site;
    open_house(site);
    REQUIRE(site.run({"patrol", "start", "--by", "Zhao Lei"}).code == 0);
    const EntryNumber round = last_entry(site);
    REQUIRE(site.run({"patrol", "end", "--by", "Zhao Lei"}).code != 4);
    REQUIRE(site.run({"checkin", "out", "Zhao Lei"}).code == 0);
    const EntryNumber off = last_entry(site);
    const EntryNumber on = Store{site.file(), Store::Mode::read}.entry(off)->shift;
    const Ran refused = correct(site, on, "--void");
    CHECK(refused.code == 4);
    CHECK(says(refused.err, ("#" + std::to_string(off) + " off duty").c_str()));
    const Ran all =
        site.run({"correct", std::to_string(on), "--void", "--all", "--reason", "other guard", "--by", "Wang"});
    CHECK(all.code == 0);
    CHECK(says(all.err, ("What was recorded on that shift stays: " + std::to_string(round)).c_str()));
    REQUIRE(site.run({"checkin", "staff", "Zhao Lei"}).code == 0);
    const std::string again = "Entry " + std::to_string(off + 3) + " was recorded in its place.";
    CHECK(says(correct(site, on, "--restore").err, again.c_str()));
    site.set_time("2026-11-23 10:30");
    REQUIRE(correct(site, off + 3, "--void").code == 4);  // it goes on
    CHECK(site.run({"verify"}).code == 0);
}

}  // namespace onduty
