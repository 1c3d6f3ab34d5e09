// SPDX-License-Identifier: MIT
// Who may do what: each right, with and without it, with and without somebody else who has it.
#include <doctest/doctest.h>

#include <fstream>
#include <functional>

#include "plan/rights.hpp"
#include "support.hpp"

using onduty::gives;
using onduty::kRightWords;
using onduty::Right;
using onduty::test::entry_of;
using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

using TypedWords = std::vector<std::string>;

Ran carried_out(TestSite& site, TypedWords words) {
    const Ran ran = site.run(words);
    std::string line;
    for (const std::string& word : words) {
        line += " " + word;
    }
    REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), line << ": " << ran.err);
    return ran;
}

TypedWords named_by(const std::string& name, TypedWords words) {
    words.insert(words.end(), {"--by", name});
    return words;
}

// What the numbers of the entries are that the acts are about.
struct HouseNumbers {
    int minutes = 0;  // typed by Gus
    int round = 0;    // walked by Gus
    int card = 0;
};

// Since 2026-11-23 20:30 on duty: Sue (supervisor), Gus (guard), Nat (night guard) and Sal (sales), and nobody else in
// the plan; `line` stands in the plan for the role of the post of supervisor. It is 22:45, and two rounds were missed.
HouseNumbers open_ruled_house(TestSite& site, const std::string& line, bool with_sue = true) {
    carried_out(site, {"init", "--lang", "en"});
    std::string plan = carried_out(site, {"plan", "export"}).out;
    const std::string role = "role = \"supervisor\"";
    plan.replace(plan.find(role), role.size(), line);
    std::ofstream{site.directory() + "/plan.toml"} << plan;
    carried_out(site, {"plan", "apply", site.directory() + "/plan.toml"});
    for (const auto& [name, post] : {std::pair{"Gus", "guard"}, {"Nat", "night-guard"}, {"Sal", "sales"}}) {
        carried_out(site, {"plan", "add", "staff", name, "--post", post});
        carried_out(site, {"checkin", "staff", name});
    }
    if (with_sue) {
        carried_out(site, {"plan", "add", "staff", "Sue", "--post", "supervisor"});
        site.plan_author.clear();
        carried_out(site, {"checkin", "staff", "Sue"});
    }
    site.set_time("2026-11-23 22:30");
    HouseNumbers numbers;
    numbers.round = entry_of(carried_out(site, named_by("Gus", {"patrol", "start", "fire"})));
    carried_out(site, named_by("Gus", {"patrol", "end"}));
    carried_out(site, named_by("Sal", {"checkin", "visit", "--party", "2", "--first", "--purpose", "flats", "--host",
                                       "Sal", "--name", "Zhou Yun", "--phone", "13800138000"}));
    numbers.card = entry_of(carried_out(site, named_by("Sal", {"customer", "new", "V1"})));
    numbers.minutes =
        entry_of(carried_out(site, named_by("Gus", {"note", "minutes", "the pump drips", "--people", "2"})));
    site.set_time("2026-11-23 22:45");
    return numbers;
}

// What is typed for which the right is needed; empty for what no command asks for yet.
TypedWords needing(Right right, const HouseNumbers& numbers) {
    switch (right) {
        case Right::correct:
            return {"correct", std::to_string(numbers.minutes), "--void", "--reason", "typed twice"};
        case Right::explain:
            return {"patrol", "explain", "--from", "2026-11-23", "--until", "2026-11-23", "it rained hard"};
        case Right::sign:
            return {"patrol", "sign", std::to_string(numbers.round)};
        case Right::conduct:
            return {"patrol", "conduct", "Gus", "asleep"};
        case Right::inspect:
            return {"clean", "inspect", "P05", "--score", "4"};
        case Right::assign:
            return {"customer", "assign", "K" + std::to_string(numbers.card), "Sal"};
        case Right::reveal:
            return {"customer", "show", "K" + std::to_string(numbers.card), "--full"};
        case Right::plan:
            return {"plan", "add", "point", "Q99", "Nowhere"};
        case Right::clock:
            return {"clock", std::to_string(numbers.minutes), "--was", "2026-11-23 22:29", "--reason", "it was fast"};
        case Right::accept:
            break;
    }
    return {};
}

// The mark of the newest entry that bears one.
std::string mark_of_last(TestSite& site) {
    const std::string log = site.run({"log", "--last", "3", "--json"}).out;
    return says(log, "\"mark\":\"alone\"") ? "alone" : says(log, "\"mark\":\"own_word\"") ? "own_word" : "";
}

// The commands that a refusal tells, each to the end of its line.
std::vector<TypedWords> commands_in(const std::string& text) {
    std::vector<TypedWords> hints;
    for (std::size_t at = text.find("onduty "); at != std::string::npos; at = text.find("onduty ", at + 1)) {
        const std::string line = text.substr(at + 7, text.find('\n', at) - at - 7);
        const bool again = text.rfind("You typed: ", at) != std::string::npos;
        if (!again && text[at == 0 ? 0 : at - 1] == ' ') {
            hints.push_back(onduty::test::shell_words(line));
        }
    }
    return hints;
}

}  // namespace

TEST_CASE("a post has the rights that its role or its words give, and no others") {
    for (std::size_t given = 0; given < kRightWords.size(); ++given) {
        for (std::size_t asked = 0; asked < kRightWords.size(); ++asked) {
            CHECK(gives(kRightWords[given], static_cast<Right>(asked)) == (given == asked));
            CHECK(gives("supervisor", static_cast<Right>(asked)));
            CHECK_FALSE(gives("", static_cast<Right>(asked)));
            CHECK(gives(std::string{kRightWords[given]} + " " + kRightWords[asked], static_cast<Right>(asked)));
        }
    }
}

TEST_CASE("each right lets do what it is for and nothing else, and where nobody has it it is done and marked") {
    for (std::size_t given = 0; given < kRightWords.size(); ++given) {
        TestSite site;
        const HouseNumbers numbers = open_ruled_house(site, "may = [\"" + std::string{kRightWords[given]} + "\"]");
        for (std::size_t asked = 0; asked < kRightWords.size(); ++asked) {
            const TypedWords words = needing(static_cast<Right>(asked), numbers);
            if (words.empty()) {
                continue;
            }
            CAPTURE(kRightWords[given]);
            CAPTURE(kRightWords[asked]);
            TypedWords tried = named_by("Nat", words);
            tried.emplace_back("--dry-run");
            const Ran without = site.run(tried);
            CAPTURE(without.err);
            if (given != asked) {
                CHECK(without.code == 0);
                continue;
            }
            CHECK(without.code == 4);
            const std::vector<TypedWords> hints = commands_in(without.err);
            REQUIRE_FALSE(hints.empty());
            const Ran with = site.run(hints.front());  // by Sue, as it is printed
            CHECK_MESSAGE(with.code == 0, with.err);
        }
    }
}

TEST_CASE("what nobody has a right to is done by anybody and bears its mark") {
    for (std::size_t asked = 0; asked < kRightWords.size(); ++asked) {
        TestSite site;
        const HouseNumbers numbers = open_ruled_house(site, "role = \"supervisor\"", false);
        const TypedWords words = needing(static_cast<Right>(asked), numbers);
        if (words.empty() || static_cast<Right>(asked) == Right::plan) {
            continue;  // a plan change names somebody, which is enough while nobody has the right
        }
        CAPTURE(kRightWords[asked]);
        carried_out(site, named_by("Nat", words));
        CHECK(mark_of_last(site) == "alone");
    }
}

TEST_CASE("an older plan without roles has its supervisors, and words that are no rights are told with their line") {
    TestSite site;
    const HouseNumbers numbers = open_ruled_house(site, "");
    CHECK(site.run(named_by("Nat", needing(Right::correct, numbers))).code == 4);
    CHECK(site.run(named_by("Sue", needing(Right::correct, numbers))).code == 0);
    CHECK(site.run({"verify"}).code == 0);
    TestSite wrong;
    carried_out(wrong, {"init", "--lang", "en"});
    std::string plan = carried_out(wrong, {"plan", "export"}).out;
    const std::string role = "role = \"supervisor\"";
    const auto checked = [&](const std::string& line) {
        std::string text = plan;
        text.replace(text.find(role), role.size(), line);
        return wrong.run_with_input({"plan", "check", "-"}, text, std::chrono::seconds{0});
    };
    for (const char* line : {"may = [\"singn\"]", "role = \"boss\"", "role = \"supervisor\"\nmay = [\"sign\"]"}) {
        const Ran ran = checked(line);
        CAPTURE(line);
        CHECK(ran.code == 3);
        CHECK(says(ran.err, "\n-:2"));
    }
    CHECK(says(checked("may = [\"singn\"]").err, "Did you mean sign?"));
    CHECK(checked("may = [\"sign\", \"plan\"]").code == 0);
}

TEST_CASE("what somebody typed he withdraws until it was answered or handed over, then only who has the right") {
    TestSite site;
    const HouseNumbers numbers = open_ruled_house(site, "role = \"supervisor\"");
    const std::string minutes = std::to_string(numbers.minutes);
    CHECK(site.run(named_by("Gus", {"correct", minutes, "--void", "--reason", "typed twice", "--dry-run"})).code == 0);
    const Ran other =
        site.run(named_by("Nat", {"correct", minutes, "--note", "the tap drips", "--reason", "it is the tap"}));
    CHECK(other.code == 4);
    CHECK(says(other.err, ("Entry " + minutes + " is not of Nat.").c_str()));
    const std::vector<TypedWords> hints = commands_in(other.err);
    REQUIRE(hints.size() == 2);
    CHECK(hints[0] ==
          TypedWords{"correct", minutes, "--note", "the tap drips", "--reason", "it is the tap", "--by", "A04"});
    for (TypedWords hint : hints) {
        hint.emplace_back("--dry-run");
        CHECK_MESSAGE(site.run(hint).code == 0, site.run(hint).err);
    }
    // Answered: the round was signed.
    const std::string round = std::to_string(numbers.round);
    carried_out(site, named_by("Sue", {"patrol", "sign", round}));
    const Ran signed_round =
        site.run(named_by("Gus", {"correct", round, "--time", "22:29", "--reason", "began sooner"}));
    CHECK(signed_round.code == 4);
    CHECK(says(signed_round.err, "was answered: Sue recorded entry"));
    // Handed over.
    carried_out(site, named_by("Gus", {"handover", "offer"}));
    carried_out(site, named_by("Nat", {"handover", "count", "all"}));
    carried_out(site, named_by("Nat", {"handover", "accept"}));
    const Ran over = site.run(named_by("Gus", {"correct", minutes, "--void", "--reason", "typed twice"}));
    CHECK(over.code == 4);
    CHECK(says(over.err, "was handed over, accepted with entry"));
    carried_out(site, named_by("Sue", {"correct", minutes, "--void", "--reason", "typed twice"}));
    CHECK(mark_of_last(site).empty());
    CHECK(site.run(named_by("Gus", {"correct", minutes, "--restore", "--reason", "it was right"})).code == 4);
    carried_out(site, named_by("Sue", {"correct", minutes, "--restore", "--reason", "it was right"}));
}

TEST_CASE("nobody touches what is about himself, whatever his rights, unless nobody else may") {
    TestSite site;
    open_ruled_house(site, "role = \"supervisor\"");
    const auto number = [](const Ran& ran) { return std::to_string(entry_of(ran)); };
    const std::string conduct =
        number(carried_out(site, named_by("Sue", {"patrol", "conduct", "Nat", "asleep", "on the desk"})));
    const std::string call = number(carried_out(site, named_by("Gus", {"patrol", "call", "Nat", "--no-answer"})));
    const std::string complaint =
        number(carried_out(site, named_by("Sal", {"complain", "new", "he was rude", "--against", "Nat"})));
    const std::string round = number(carried_out(site, named_by("Nat", {"patrol", "start", "night"})));
    carried_out(site, named_by("Nat", {"patrol", "end"}));
    const std::string refused =
        number(carried_out(site, named_by("Sue", {"patrol", "sign", round, "refused", "no points"})));
    for (const std::string& one : {conduct, call, complaint, refused}) {
        const Ran ran = site.run(named_by("Nat", {"correct", one, "--void", "--reason", "not true"}));
        CAPTURE(one);
        CHECK(ran.code == 4);
        CHECK(says(ran.err, (one + " is about Nat").c_str()));
        const std::vector<TypedWords> hints = commands_in(ran.err);
        REQUIRE(hints.size() == 2);
        TypedWords hint = hints.front();
        hint.emplace_back("--dry-run");
        CHECK_MESSAGE(site.run(hint).code == 0, site.run(hint).err);
    }
    // Sue is the only supervisor: what is about her she may withdraw, marked.
    const std::string against =
        number(carried_out(site, named_by("Sal", {"complain", "new", "she was rude", "--against", "Sue"})));
    CHECK(site.run(named_by("Nat", {"correct", against, "--void", "--reason", "not true"})).code == 4);
    const Ran alone = carried_out(site, named_by("Sue", {"correct", against, "--void", "--reason", "not true"}));
    CHECK(mark_of_last(site) == "alone");
    CHECK(says(carried_out(site, {"log", std::to_string(entry_of(alone))}).out, "Mark             alone"));
    CHECK(says(carried_out(site, {"log", "--kind", "void"}).out, "[alone]"));
    CHECK(says(carried_out(site, {"report", "day"}).out,
               "Entries corrected: 0, withdrawn: 1. Alone, nobody else had the right: 1.\n"));
}

TEST_CASE("who corrects his own coming and going, or explains his own miss, gives his own word") {
    TestSite site;
    open_ruled_house(site, "role = \"supervisor\"");
    const int out = entry_of(carried_out(site, {"checkin", "out", "Gus"}));
    carried_out(site, {"checkin", "staff", "Gus"});
    const std::string number = std::to_string(out);
    CHECK(site.run(named_by("Nat", {"correct", number, "--time", "22:40", "--reason", "he left then"})).code == 4);
    carried_out(site, named_by("Gus", {"correct", number, "--time", "22:40", "--reason", "left then"}));
    CHECK(mark_of_last(site) == "own_word");
    CHECK(says(carried_out(site, {"log", "--kind", "correction"}).out, "[own word]"));
    CHECK(says(carried_out(site, {"report", "day"}).out, "Own word: 1."));
    carried_out(site, named_by("Sue", {"correct", number, "--time", "22:41", "--reason", "seen then"}));
    CHECK(mark_of_last(site) == "own_word");  // that of before
    CHECK_FALSE(says(carried_out(site, {"log", "--last", "1", "--json"}).out, "own_word"));
    // The round of 21:00 was Nat's to walk.
    const Ran of_another = site.run(named_by("Gus", {"patrol", "explain", "2026-11-23 21:00", "he was ill"}));
    CHECK(of_another.code == 4);
    CHECK(says(of_another.err, "Gus may not explain for others."));
    carried_out(site, named_by("Nat", {"patrol", "explain", "2026-11-23 21:00", "was at the gate"}));
    CHECK(says(carried_out(site, {"report", "day", "--block", "slots", "--csv"}).out, "was at the gate,Nat,own_word,"));
    CHECK(says(carried_out(site, {"report", "day"}).out, "was at the gate (Nat, own word)"));
    site.set_time("2026-11-23 22:55");
    carried_out(site, named_by("Sue", {"patrol", "explain", "2026-11-23 22:00", "was at the gate"}));
    CHECK(says(carried_out(site, {"report", "day", "--block", "slots", "--csv"}).out, "was at the gate,Sue,,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a complaint is not handled by the one it is against, in any step, unless there is nobody else") {
    TestSite site;
    open_ruled_house(site, "role = \"supervisor\"");
    carried_out(site, named_by("Sal", {"complain", "new", "she was rude", "--against", "Sue"}));
    const std::vector<TypedWords> steps{
        {"complain", "assess", "C1", "--severity", "3"},
        {"complain", "assign", "C1", "Sal"},
        {"complain", "act", "C1", "said sorry"},
        {"complain", "wait", "C1", "customer", "calls back"},
        {"complain", "resume", "C1"},
        {"complain", "escalate", "C1", "company", "look at it"},
        {"complain", "resolve", "C1", "was told so"},
        {"complain", "follow", "C1", "--way", "visit", "--verdict", "A"},
        {"complain", "cause", "C1", "staffing", "too few"},
        {"complain", "archive", "C1"},
    };
    for (const TypedWords& step : steps) {
        const Ran ran = site.run(named_by("Sue", step));
        CAPTURE(step[1]);
        CHECK(ran.code == 4);
        CHECK(says(ran.err, "C1 is about Sue; somebody else handles it."));
        const std::vector<TypedWords> hints = commands_in(ran.err);
        REQUIRE_FALSE(hints.empty());
        CHECK_MESSAGE(site.run(hints.front()).code == 0, site.run(hints.front()).err);
    }
    TestSite lone;
    carried_out(lone, {"init", "--lang", "en"});
    carried_out(lone, {"plan", "add", "staff", "Sue", "--post", "supervisor"});
    carried_out(lone, {"checkin", "staff", "Sue"});
    carried_out(lone, {"complain", "new", "she was rude", "--against", "Sue"});
    for (const TypedWords& step : steps) {
        carried_out(lone, step[1] == "assign" ? TypedWords{"complain", "assign", "C1", "Sue"} : step);
        CHECK(mark_of_last(lone) == "alone");
    }
}

TEST_CASE("a plan change names who may change the plan, once somebody may") {
    TestSite site;
    carried_out(site, {"init", "--lang", "en"});
    carried_out(site, {"plan", "add", "staff", "Gus", "--post", "guard"});
    CHECK(mark_of_last(site) == "alone");
    carried_out(site, {"plan", "add", "staff", "Sue", "--post", "supervisor"});
    site.plan_author.clear();
    const TypedWords change{"plan", "add", "staff", "Nat Li", "--post", "night-guard"};
    const Ran unnamed = site.run(change);
    CHECK(unnamed.code == 2);
    const Ran guard = site.run(named_by("Gus", change));
    CHECK(guard.code == 4);
    CHECK(says(guard.err, "Gus may not change the plan."));
    for (const Ran& ran : {unnamed, guard}) {
        TypedWords hint = commands_in(ran.err).front();
        CHECK(hint == named_by("A02", change));
    }
    std::ofstream{site.directory() + "/people.csv"} << "name,posts\nSal,sales\n";
    CHECK(site.run(named_by("Gus", {"import", "staff", site.directory() + "/people.csv"})).code == 4);
    carried_out(site, named_by("Sue", change));
    carried_out(site, named_by("Sue", {"import", "staff", site.directory() + "/people.csv"}));
    CHECK(says(carried_out(site, {"log", "--kind", "plan", "--last", "1"}).out, "Sue"));
    CHECK(mark_of_last(site).empty());
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("who sees what is masked has the right to it and leaves an entry") {
    TestSite site;
    const HouseNumbers numbers = open_ruled_house(site, "role = \"supervisor\"");
    const std::string card = "K" + std::to_string(numbers.card);
    const int conduct =
        entry_of(carried_out(site, named_by("Sue", {"patrol", "conduct", "Nat", "asleep", "on the desk"})));
    const std::string incident =
        std::to_string(entry_of(carried_out(site, named_by("Gus", {"patrol", "incident", "glass broken", "--category",
                                                                   "other", "--witness", "Lin Xiao 13900139000"}))));
    const auto seen = [&] { return site.run({"log", "--kind", "reveal", "--csv"}).out; };
    const std::string none = seen();
    const std::string finding = std::to_string(conduct);
    CHECK(site.run(named_by("Nat", {"customer", "show", card, "--full"})).code == 4);
    CHECK_FALSE(says(carried_out(site, named_by("Nat", {"patrol", "incident", "1"})).out, "Lin Xiao"));
    CHECK_FALSE(says(carried_out(site, named_by("Nat", {"log", finding})).out, "on the desk"));
    CHECK_FALSE(says(carried_out(site, named_by("Nat", {"log"})).out, "on the desk"));
    CHECK_FALSE(says(carried_out(site, named_by("Nat", {"report", "day", "--block", "conduct"})).out, "on the desk"));
    CHECK(seen() == none);
    const std::vector<std::pair<TypedWords, const char*>> looks{
        {{"customer", "show", card, "--full"}, "13800138000"},
        {{"patrol", "incident", "1"}, "Lin Xiao"},
        {{"log", finding}, "on the desk"},
        {{"log", "--kind", "conduct"}, "on the desk"},
        {{"report", "day", "--block", "conduct"}, "on the desk"},
        {{"report", "day"}, ""},
    };
    std::string before = none;
    for (const auto& [look, shown] : looks) {
        CAPTURE(look[0] + " " + look[1]);
        const Ran ran = carried_out(site, named_by("Sue", look));
        CHECK(says(ran.out, shown));
        CHECK(says(ran.err, "records that Sue saw it."));
        const std::string now = seen();
        CHECK(now.size() > before.size());
        before = now;
    }
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("where nobody may see what is masked, whoever is named does, marked") {
    TestSite site;
    open_ruled_house(site, "role = \"supervisor\"", false);
    carried_out(site, named_by("Gus", {"patrol", "incident", "glass broken", "--category", "other", "--witness",
                                       "Lin Xiao 13900139000"}));
    CHECK(says(carried_out(site, {"patrol", "incident", "1"}).out, "who looks adds --by"));
    CHECK(says(carried_out(site, named_by("Nat", {"patrol", "incident", "1"})).out, "Lin Xiao"));
    CHECK(mark_of_last(site) == "alone");
}

TEST_CASE("a slip tells what of it was put right") {
    TestSite site;
    const HouseNumbers numbers = open_ruled_house(site, "role = \"supervisor\"");
    carried_out(site,
                named_by("Gus", {"correct", std::to_string(numbers.minutes), "--void", "--reason", "typed twice"}));
    const std::string offer = std::to_string(entry_of(carried_out(site, named_by("Gus", {"handover", "offer"}))));
    CHECK(says(carried_out(site, {"handover", "slip", offer}).out, "Entries corrected: 0, withdrawn: 1."));
}
