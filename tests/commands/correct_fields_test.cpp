// SPDX-License-Identifier: MIT
// Does correct give every field another value, and does everything follow?
#include <doctest/doctest.h>

#include <algorithm>

#include "store/store.hpp"
#include "support.hpp"

namespace onduty::test {

namespace {

// Gao Yan, Chen Jing and the supervisor are on duty; the last entries are the arrival of V1 with a plate, and its
// order.
void open_desk(TestSite& site) {
    TestSite::start_night(site);
    bring_on_duty(site, {{"Gao Yan", "front-desk"}, {"Chen Jing", "bar"}});
    REQUIRE(site.run({"checkin", "staff", "Wang"}).code == 0);
    site.set_time("2026-11-23 21:00");
    REQUIRE(
        site.run({"checkin", "visit", "--party", "30", "--purpose", "look", "--plate", "沪A11111", "--by", "Gao Yan"})
            .code == 0);
    REQUIRE(site.run({"serve", "order", "V1", "tea=2", "--by", "Chen Jing"}).code == 0);
}

int last_of(TestSite& site) {
    return static_cast<int>(Store{site.file(), Store::Mode::read}.head().number);
}

Ran correct(TestSite& site, int number, std::vector<std::string> words) {
    words.insert(words.begin(), {"correct", std::to_string(number)});
    words.insert(words.end(), {"--reason", "typed wrongly", "--by", "Wang"});
    return site.run(std::move(words));
}

}  // namespace

TEST_CASE("a wrong head count, plate or type is put right with all that hangs on the visit") {
    TestSite site;
    open_desk(site);
    const int order = last_of(site);
    const int arrival = order - 1;
    REQUIRE(correct(site, arrival, {"--party", "3", "--plate", "沪A22222", "--type", "vip"}).code == 0);
    const std::string list = site.run({"checkin", "list", "--json"}).out;
    CHECK(says(list, "VIP 沪A***22"));
    CHECK(says(list, "\"people\":3"));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "reception", "--csv"}).out, "2026-11-23,1,3,"));
    CHECK(says(site.run({"serve", "list"}).out, "Tea 2"));
    // Looked for by what it says now, not by what it said.
    CHECK(says(
        site.run({"checkin", "visit", "--party", "1", "--purpose", "x", "--plate", "沪A22222", "--by", "Gao Yan"}).err,
        ("known from entry " + std::to_string(arrival)).c_str()));
    CHECK_FALSE(says(
        site.run({"checkin", "visit", "--party", "1", "--purpose", "x", "--plate", "沪A11111", "--by", "Gao Yan"}).err,
        "known from"));
    // What is personal stays so: the log masks it, and the chain has a commitment only.
    const std::string log = site.run({"log", "--kind", "correction"}).out;
    CHECK(says(log, "沪A***22 instead of 沪A***11"));
    CHECK_FALSE(says(site.run({"log", "--kind", "correction", "--json"}).out, "沪A22222"));
    Store store{site.file(), Store::Mode::read};
    int plates = 0;
    store.each({}, [&](const Entry& entry) {
        for (const FieldValue& value : entry.fields) {
            plates += value.name == "plate" ? 1 : 0;
            CHECK((value.name != "plate" || value.typed));
        }
    });
    CHECK(plates == 5);  // three arrivals, and of the correction what is and what was
}

TEST_CASE("what is withdrawn of several corrections gives back what was before it") {
    TestSite site;
    open_desk(site);
    const int arrival = last_of(site) - 1;
    const auto party = [&] {
        const std::string list = site.run({"serve", "list", "--json"}).out;
        const std::size_t at = list.find("\"people\":") + 9;
        return std::stoi(list.substr(at));
    };
    REQUIRE(correct(site, arrival, {"--party", "3"}).code == 0);
    const int first = last_of(site);
    REQUIRE(correct(site, arrival, {"--people", "4"}).code == 0);
    CHECK(party() == 4);
    REQUIRE(correct(site, first + 1, {"--void"}).code == 0);
    CHECK(party() == 3);
    REQUIRE(correct(site, first + 1, {"--restore"}).code == 0);
    REQUIRE(correct(site, first, {"--void"}).code == 0);
    CHECK(party() == 4);
    REQUIRE(correct(site, first + 1, {"--void"}).code == 0);
    CHECK(party() == 30);
    CHECK(correct(site, arrival, {"--party", "30"}).code == 4);  // it says that already
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("an order is corrected line by line, and goes to another group") {
    TestSite site;
    open_desk(site);
    const int order = last_of(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Gao Yan"}).code == 0);
    REQUIRE(correct(site, order, {"tea=-", "juice=2"}).code == 0);
    CHECK(says(site.run({"serve", "list"}).out, "Juice 2"));
    REQUIRE(correct(site, order, {"--visit", "V2"}).code == 0);
    const int moved = last_of(site);
    CHECK(says(site.run({"log", "--visit", "V2"}).out, "order V2 Juice 2"));
    CHECK_FALSE(says(site.run({"log", "--visit", "V1"}).out, "order"));
    REQUIRE(site.run({"serve", "deliver", "V2", "--by", "Chen Jing"}).code == 0);
    // It was brought there, so it cannot go back without that.
    CHECK(says(correct(site, moved, {"--void"}).err, "would not fit any more"));
    CHECK(says(correct(site, order, {"juice=1"}).err, "would not fit any more"));
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "drinks", "--csv"}).out, "juice,Juice,2,2"));
    CHECK(says(correct(site, order, {"--note", "tea=3"}).err,
               ("onduty correct " + std::to_string(order) + " tea=3").c_str()));
    CHECK(correct(site, order, {"juice=-"}).code == 2);  // nothing would be left
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what was brought of an order goes to another group with it, by one correction") {
    TestSite site;
    open_desk(site);
    const int order = last_of(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Gao Yan"}).code == 0);
    REQUIRE(site.run({"serve", "deliver", "V1", "--by", "Chen Jing"}).code == 0);
    const int delivery = last_of(site);
    const Ran alone = correct(site, delivery, {"--visit", "V2"});
    CHECK(alone.code == 4);
    const std::string hint =
        "onduty correct " + std::to_string(order) + " --visit V2 --reason 'typed wrongly' --by Wang";
    CHECK(says(alone.err, hint.c_str()));
    const Ran both = correct(site, order, {"--visit", "V2"});
    CHECK(both.code == 0);
    CHECK(says(both.out, "With it: "));
    const std::string story = site.run({"log", "--visit", "V2"}).out;
    CHECK(says(story, "order V2 Tea 2"));
    CHECK(says(story, "brought V2 Tea 2"));
    CHECK_FALSE(says(site.run({"log", "--visit", "V1"}).out, "Tea"));
    // And back.
    REQUIRE(correct(site, order, {"--visit", "V1"}).code == 0);
    CHECK(says(site.run({"log", "--visit", "V1"}).out, "brought V1 Tea 2"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("of several options what an entry says already is told, and the rest is corrected") {
    TestSite site;
    open_desk(site);
    const int arrival = last_of(site) - 1;
    const Ran ran = correct(site, arrival, {"--party", "30", "--type", "first"});
    CHECK(ran.code == 0);
    CHECK(says(ran.err, "It said that already: --party."));
    CHECK(says(site.run({"checkin", "list"}).out, "first visit"));
    const Ran again = correct(site, arrival, {"--party", "30", "--type", "first"});
    CHECK(again.code == 4);
    CHECK(says(again.err, "says that already"));
}

TEST_CASE("a later step that stands in the way is named with what withdraws it") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"complain", "new", "rude", "--against", "Chen Jing", "--by", "Wang"}).code == 0);
    const int complaint = last_of(site);
    REQUIRE(site.run({"complain", "act", "C1", "spoke to her", "--by", "Gao Yan"}).code == 0);
    const int act = last_of(site);
    const Ran refused = correct(site, complaint, {"--against", "Gao Yan"});
    CHECK(refused.code == 4);
    const std::string hint = "first: onduty correct " + std::to_string(act) + " --void";
    CHECK(says(refused.err, hint.c_str()));
    REQUIRE(correct(site, act, {"--void"}).code == 0);
    CHECK(correct(site, complaint, {"--against", "Gao Yan"}).code == 0);
}

TEST_CASE("degrees, counts and movements are corrected with what follows from them") {
    TestSite site;
    open_desk(site);
    const auto run = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--by", "Chen Jing"});
        return site.run(std::move(words));
    };
    REQUIRE(run({"serve", "fridge", "4"}).code == 0);
    const int reading = last_of(site);
    CHECK(says(correct(site, reading, {"--note", "5"}).err, "--degrees"));
    CHECK(says(correct(site, reading, {"--degrees", "9"}).err, "--action"));
    REQUIRE(correct(site, reading, {"--degrees", "9", "--action", "closed it"}).code == 0);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "fridges", "--csv"}).out, ",9,"));
    run({"serve", "stock", "count", "milk=12"});
    run({"serve", "stock", "received", "milk=60", "--best-before", "2026-12-24"});
    const int received = last_of(site);
    REQUIRE(correct(site, received, {"milk=6", "--best-before", "2026-12-05"}).code == 0);
    const std::string stock = site.run({"serve", "stock", "--json"}).out;
    CHECK(says(stock, "\"item\":\"milk\",\"name\":\"Milk\",\"on_hand\":18,"));
    CHECK(says(stock, "\"best_before\":\"2026-12-05\""));
    run({"serve", "stock", "count", "milk=1"});
    const int count = last_of(site);
    CHECK(says(site.run({"due"}).out, ("onduty serve explain " + std::to_string(count)).c_str()));
    CHECK(says(correct(site, count, {"milk=18"}).err, "is compared anew"));
    CHECK_FALSE(says(site.run({"due"}).out, ("onduty serve explain " + std::to_string(count)).c_str()));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("what is away in parts follows the pieces that were lent or sent") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"serve", "linen", "sent", "sheet=4", "--by", "Chen Jing"}).code == 0);
    const int sent = last_of(site);
    REQUIRE(site.run({"serve", "linen", "back", "sheet=3", "--by", "Chen Jing"}).code == 0);
    CHECK(says(site.run({"serve", "linen"}).out, "sheet 1"));
    REQUIRE(correct(site, sent, {"sheet=3"}).code == 0);
    CHECK(says(site.run({"serve", "linen"}).out, "No linen is away."));
    REQUIRE(correct(site, last_of(site), {"--void"}).code == 0);
    CHECK(says(site.run({"serve", "linen"}).out, "sheet 1"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the deadline of a case follows its severity") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"complain", "new", "repair", "lift", "--severity", "4", "--by", "Gao Yan"}).code == 0);
    const int assessed = last_of(site);
    const int number = assessed - 1;
    const std::string before = site.run({"complain", "list", "--json"}).out;
    REQUIRE(correct(site, number, {"--place", "P05", "--unit", "2-1-301"}).code == 0);
    // What was assessed at once holds.
    CHECK(says(correct(site, number, {"--severity", "1"}).err,
               ("onduty correct " + std::to_string(assessed) + " --severity 1").c_str()));
    REQUIRE(correct(site, assessed, {"--severity", "1"}).code == 0);
    const std::string after = site.run({"complain", "list", "--json"}).out;
    CHECK(says(after, "\"severity\":1"));
    CHECK(before != after);
    CHECK(correct(site, number, {"--severity", "7"}).code == 2);
    CHECK(says(site.run({"complain", "show", "C1"}).out, "2-1-301"));
}

TEST_CASE("a case of another sort is as grave as that is, where nobody said how grave") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"complain", "new", "opinion", "parking", "--by", "Gao Yan"}).code == 0);
    REQUIRE(correct(site, last_of(site), {"--kind", "complaint"}).code == 0);
    REQUIRE(site.run({"complain", "new", "complaint", "the lift", "--by", "Gao Yan"}).code == 0);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "cases", "--csv"}).out, "complaint,3,2,"));
    REQUIRE(site.run({"complain", "new", "opinion", "the music", "--severity", "2", "--by", "Gao Yan"}).code == 0);
    REQUIRE(correct(site, last_of(site) - 1, {"--kind", "complaint"}).code == 0);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "cases", "--csv"}).out, "complaint,2,1,"));
}

TEST_CASE("a piece that was given back is not lent as another one, and who was taken over is named") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"lend", "out", "umbrella", "11", "--to", "Ma Lan", "--by", "Gao Yan"}).code == 0);
    const int lent = last_of(site);
    REQUIRE(site.run({"lend", "back", "umbrella", "11", "--damaged", "rib bent", "--by", "Gao Yan"}).code == 0);
    const Ran refused = correct(site, lent, {"--number", "9"});
    CHECK(refused.code == 4);
    CHECK(says(refused.err, "gave that piece back. Withdraw it first"));
    REQUIRE(
        site.run({"correct", std::to_string(lent + 1), "--void", "--reason", "another piece", "--by", "Wang"}).code ==
        0);
    CHECK(correct(site, lent, {"--number", "9"}).code == 0);

    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "flat", "--name", "Chan Mong", "--phone",
                      "13800138009", "--by", "Gao Yan"})
                .code == 0);
    const int visit = last_of(site);
    REQUIRE(site.run({"complain", "new", "slow", "--from", "V2", "--by", "Gao Yan"}).code == 0);
    const Ran corrected = correct(site, visit, {"--name", "Chen Ming"});
    CHECK(says(corrected.err, ("keeps what it took over. If that is wrong, too: onduty correct " +
                               std::to_string(visit + 1) + " --name 'Chen Ming' --reason \"...\"")
                                  .c_str()));
}

TEST_CASE("why a handed item is not in order stays when it is counted otherwise") {
    TestSite site;
    open_desk(site);
    bring_on_duty(site, {{"He Ping", "bar"}});
    REQUIRE(site.run({"handover", "offer", "all well", "--by", "Chen Jing"}).code == 0);
    const Ran counted =
        site.run({"handover", "count", "all", "kettle=2:damaged", "--why", "kettle=lent", "--by", "He Ping"});
    REQUIRE_MESSAGE(counted.code == 3, counted.err);
    const int count = entry_of(counted);
    const Ran put_right = correct(site, count, {"kettle=1:missing"});
    REQUIRE_MESSAGE(put_right.code == 0, put_right.err);
    CHECK(says(site.run({"report", "day", "2026-11-23", "--block", "handover-items", "--csv"}).out, ",lent\r\n"));
}

TEST_CASE("what is not corrected is refused with what works instead") {
    TestSite site;
    open_desk(site);
    const int arrival = last_of(site) - 1;
    int before = last_of(site);
    CHECK(says(correct(site, arrival, {"--degrees", "4"}).err, "What can be corrected of it: --type, --party"));
    REQUIRE(site.run({"serve", "seat", "V1", "A1", "--by", "Gao Yan"}).code == 0);
    CHECK(says(correct(site, last_of(site), {"--note", "x"}).err, "What can be corrected of it: --seat"));
    REQUIRE(
        site.run({"correct", std::to_string(last_of(site)), "--void", "--reason", "was not so", "--by", "Wang"}).code ==
        0);
    before = last_of(site);
    CHECK(says(correct(site, arrival, {"--visit", "V2"}).err, "for ever"));
    CHECK(says(correct(site, arrival, {"--permit", "A1"}).err, "belongs to a contractor"));
    CHECK(says(correct(site, arrival, {"--host", "nobody"}).err, "nobody"));
    CHECK(says(correct(site, arrival, {"--plate", "?"}).err, "no number plate"));
    CHECK(says(correct(site, arrival, {"--party", "0"}).err, "takes 1 to 500 people"));
    CHECK(says(correct(site, 5, {"--post", "guard"}).err, "belongs to its post"));
    CHECK(says(correct(site, arrival, {"--party", "2", "--party", "3"}).err, "typed once"));
    CHECK(last_of(site) == before);
    CHECK(says(site.run({"--lang", "zh", "更正", std::to_string(arrival), "--degrees", "4", "--reason", "看错了人数",
                         "--by", "Wang"})
                   .err,
               "它可以更正："));
}

TEST_CASE("what a later entry took of a quantity is not corrected below it") {
    TestSite site;
    open_desk(site);
    REQUIRE(site.run({"checkin", "contractor", "Sun", "--company", "Cool Air", "--work", "filters", "--party", "2",
                      "--tool", "drill=2", "--by", "Gao Yan"})
                .code == 0);
    const int arrival = last_of(site);
    REQUIRE(site.run({"checkin", "out", "V2", "--tool", "drill=2", "--by", "Gao Yan"}).code == 0);
    const int left = last_of(site);
    const auto in_the_way = [](const Ran& ran, int entry) {
        return ran.code == 4 && says(ran.err, ("onduty correct " + std::to_string(entry) + " --void").c_str());
    };
    CHECK(in_the_way(correct(site, arrival, {"--tool", "drill=1"}), left));
    CHECK(in_the_way(correct(site, arrival, {"--tool", "drill=3"}), left));  // one would have stayed
    REQUIRE(correct(site, left, {"--void"}).code == 0);
    CHECK(correct(site, arrival, {"--tool", "drill=3"}).code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a step that goes to another visit tells it by its V number, and what cannot go says what works") {
    TestSite site;
    open_desk(site);
    const int order = last_of(site);
    REQUIRE(site.run({"checkin", "visit", "--party", "2", "--purpose", "look", "--by", "Gao Yan"}).code == 0);
    REQUIRE(correct(site, order, {"--visit", "V2"}).code == 0);
    CHECK(says(site.run({"log", std::to_string(order)}).out, "V2 instead of V1"));
    REQUIRE(site.run({"checkin", "out", "V2", "--by", "Gao Yan"}).code == 0);
    const int left = last_of(site);
    const Ran other = correct(site, left, {"--visit", "V1"});
    CHECK(other.code == 4);
    CHECK(says(other.err, ("onduty correct " + std::to_string(left) + " --void").c_str()));
}

TEST_CASE("a corrected clock time stays by the time that the entry has, and the answer says the date") {
    TestSite site;
    open_desk(site);
    const int arrival = last_of(site) - 1;
    site.set_time("2026-11-23 21:01");
    const Ran ahead = correct(site, arrival, {"--time", "21:10"});
    CHECK(ahead.code == 4);
    CHECK(says(ahead.err, "it cannot have happened later"));
    CHECK(says(correct(site, arrival, {"--time", "20:50"}).out, "It happened 2026-11-23 Mon 20:50."));
    // The next night; a clock time of the evening is that of the entry.
    site.set_time("2026-11-24 23:30");
    CHECK(says(correct(site, arrival, {"--time", "20:45"}).out, "It happened 2026-11-23 Mon 20:45."));
    CHECK(site.run({"verify"}).code == 0);
}

}  // namespace onduty::test
