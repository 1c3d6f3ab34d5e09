// SPDX-License-Identifier: MIT
// Who answers for what is missing, and since when is it? Compared with going through the log slowly.
#include "handover/rules.hpp"

#include <doctest/doctest.h>

#include "handover/kinds.hpp"
#include "plan/handover_item.hpp"
#include "slots/oracle.hpp"
#include "turns.hpp"

namespace onduty {

namespace {

const Instant kNine{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + std::chrono::hours{9}};

Entry entry(EntryNumber number, const char* kind, const char* person, EntryNumber shift, EntryNumber about = 0) {
    Entry entry;
    entry.number = number;
    entry.kind = kind;
    entry.actor = person;
    entry.post = "guard";
    entry.shift = shift;
    entry.about = about;
    entry.recorded_at = kNine + Minutes{number};
    return entry;
}

std::vector<Line> radio(std::int64_t quantity, const char* condition = "") {
    return {{"radio", quantity, 6, {}, condition}};
}

struct Log {
    HandoverReading reading;

    Log& offer(EntryNumber number, const char* person, EntryNumber shift, const char* item = "radio") {
        reading.add(entry(number, kind::kHandoverOffer, person, shift, number - 1), {}, {item});
        return *this;
    }
    Log& answer(EntryNumber number, const char* kind, const char* person, EntryNumber shift, EntryNumber about) {
        reading.add(entry(number, kind, person, shift, about), {});
        return *this;
    }
    Log& count(EntryNumber number, const char* person, EntryNumber shift, EntryNumber about, std::vector<Line> lines) {
        reading.add(entry(number, kind::kHandoverCount, person, shift, about), std::move(lines));
        return *this;
    }
};

std::string answers(const HandoverFacts& facts, std::size_t count) {
    const Responsible who = responsible_for(facts, facts.counts.at(count));
    return who.person + (who.handover == 0 ? "" : who.outgoing ? " outgoing" : " incoming");
}

}  // namespace

TEST_CASE("what is fewer, damaged or missing is a defect, what is worn is none") {
    CHECK_FALSE(is_defect({"radio", 6, 6}));
    CHECK_FALSE(is_defect({"radio", 6, 6, {}, "worn"}));
    CHECK(is_defect({"radio", 5, 6}));
    CHECK(is_defect({"radio", 7, 6}));
    CHECK(is_defect({"radio", 6, 6, {}, "damaged"}));
    CHECK(is_defect({"radio", 5, 6, {}, "missing"}));
}

TEST_CASE("before the acceptance the outgoing shift answers for it, after it the incoming one") {
    const HandoverFacts facts = Log{}
                                    .count(8, "day", 1, 0, radio(5))    // before it was offered
                                    .count(9, "night", 2, 0, radio(5))  // by who accepts later
                                    .offer(10, "day", 1)
                                    .count(11, "day", 1, 10, radio(5))
                                    .count(12, "night", 2, 10, radio(5))
                                    .answer(13, kind::kHandoverAccept, "night", 2, 10)
                                    .count(14, "night", 2, 0, radio(4))
                                    .count(15, "day", 1, 0, radio(4))  // still there, but relieved
                                    .count(16, "desk", 3, 0, radio(4))
                                    .reading.finish();
    const std::vector<std::string> expected{
        "day", "day outgoing", "day outgoing", "day outgoing", "night incoming", "night incoming", "desk"};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CAPTURE(i);
        CHECK(answers(facts, i) == expected[i]);
    }
}

TEST_CASE("a refused handover leaves it with the outgoing shift") {
    const HandoverFacts facts = Log{}
                                    .offer(10, "day", 1)
                                    .answer(11, kind::kHandoverRefuse, "night", 2, 10)
                                    .count(12, "day", 1, 0, radio(5))
                                    .offer(13, "day", 1)
                                    .answer(14, kind::kHandoverAccept, "night", 2, 13)
                                    .count(15, "day", 1, 0, radio(5))
                                    .reading.finish();
    CHECK_FALSE(facts.handovers[0].accepted);
    CHECK(facts.handovers[1].accepted);
    CHECK(answers(facts, 0) == "day outgoing");
    CHECK(answers(facts, 1) == "night incoming");
    // The second answer to an offer counts for nothing.
    Log twice;
    twice.offer(10, "day", 1).answer(11, kind::kHandoverRefuse, "night", 2, 10);
    twice.answer(12, kind::kHandoverAccept, "night", 2, 10);
    CHECK_FALSE(twice.reading.finish().handovers[0].accepted);
}

TEST_CASE("an item is one defect from the count that finds it to the one that finds it in order") {
    const HandoverFacts facts = Log{}
                                    .offer(10, "day", 1)
                                    .count(11, "night", 2, 10, radio(5, "missing"))
                                    .answer(12, kind::kHandoverAccept, "night", 2, 10)
                                    .offer(20, "night", 2)
                                    .count(21, "day", 3, 20, radio(4, "missing"))
                                    .answer(22, kind::kHandoverAccept, "day", 3, 20)
                                    .offer(30, "day", 3)
                                    .count(31, "night", 4, 30, radio(6))
                                    .count(32, "night", 4, 30, radio(6, "damaged"))
                                    .reading.finish();
    const std::vector<ItemDefect> defects = item_defects(facts);
    REQUIRE(defects.size() == 2);
    CHECK(defects[0].found->number == 11);
    CHECK(defects[0].counted->number == 21);
    CHECK(defects[0].line.quantity == 4);
    CHECK(defects[0].mended_by->number == 31);
    CHECK(defects[1].found->number == 32);
    CHECK(defects[1].mended_by == nullptr);
    CHECK(shifts_since(facts, {"guard"}, {11}, {11}) == 1);
    CHECK(shifts_since(facts, {"guard"}, {11}, {20}) == 2);
    CHECK(shifts_since(facts, {"guard"}, {11}, {30}) == 3);
    CHECK(shifts_since(facts, {"bar"}, {11}, {30}) == 1);
    CHECK(last_accepted(facts, {"guard"}, 30)->number == 20);
    CHECK(last_accepted(facts, {"guard"}, 10) == nullptr);
}

TEST_CASE("a shift that accepts several handovers is one, and who had it first takes it back only") {
    const HandoverFacts facts = Log{}
                                    .offer(10, "day", 1)
                                    .offer(11, "gate", 2)
                                    .answer(12, kind::kHandoverAccept, "night", 3, 10)
                                    .answer(13, kind::kHandoverAccept, "night", 3, 11)
                                    .offer(20, "night", 3)
                                    .answer(21, kind::kHandoverAccept, "day", 1, 20)
                                    .offer(30, "day", 1)
                                    .answer(31, kind::kHandoverAccept, "late", 4, 30)
                                    .reading.finish();
    CHECK(shifts_since(facts, {"guard"}, {5}, {12}) == 2);
    CHECK(shifts_since(facts, {"guard"}, {5}, {13}) == 2);
    CHECK(shifts_since(facts, {"guard"}, {5}, {21}) == 2);
    CHECK(shifts_since(facts, {"guard"}, {5}, {31}) == 3);
    CHECK(shifts_since(facts, {"guard"}, {12}, {31}) == 4);  // begun beside them, with the shift at the gate
    CHECK(was_taken_over(facts, {5}, {12}));
    CHECK_FALSE(was_taken_over(facts, {5}, {11}));
    CHECK_FALSE(was_taken_over(facts, {31}, {40}));
}

TEST_CASE("property: ages in shifts go by told times where one was told, else by the order of the log") {
    oracle::Dice dice{20261130};
    for (int round = 0; round < test::turns(500); ++round) {
        HandoverFacts facts;
        struct Event {
            LogPlace moment;
            EntryNumber shift;
        };
        std::vector<Event> events;
        const auto moment = [&](EntryNumber number) {
            const bool claimed = dice.between(0, 2) == 0;
            const auto back = claimed ? dice.between(0, 8) : 0;
            return LogPlace{number, {kNine + Minutes{10 * number - 15 * back}, claimed}};
        };
        for (EntryNumber number = 10; number < 16; ++number) {
            const LogPlace answer = moment(number);
            Handover one;
            one.number = number - 1;
            one.post = "guard";
            one.shift = 100 + number;
            one.answer = number;
            one.answered = answer.told.at;
            one.answer_claimed = answer.told.claimed;
            one.accepted = true;
            one.answering_shift = 200 + number;
            facts.handovers.push_back(one);
            events.push_back({answer, one.answering_shift});
        }
        const LogPlace since = moment(dice.between(5, 20));
        const LogPlace until = moment(21 + dice.between(0, 3));
        const auto after = [](const LogPlace& one, const LogPlace& other) {
            return one.told.claimed || other.told.claimed
                       ? std::pair{one.told.at, one.number} > std::pair{other.told.at, other.number}
                       : one.number > other.number;
        };
        std::int64_t shifts = 1;
        for (const Event& event : events) {
            shifts += after(event.moment, since) && !after(event.moment, until) ? 1 : 0;
        }
        CAPTURE(round);
        CHECK(shifts_since(facts, {"guard"}, since, until) == shifts);
        CHECK(was_taken_over(facts, since, until) == (shifts > 1));
    }
}

TEST_CASE("an acceptance moves the answer to the incoming shift and nothing else does") {
    oracle::Dice dice{20261125};
    for (int round = 0; round < test::turns(2000); ++round) {
        // Shifts 1, 2, 3 ... of persons s1, s2 ...; each hands over to the next, with refusals and counts on the way.
        Log log;
        struct Expected {
            EntryNumber number;
            std::string person;
        };
        std::vector<Expected> expected;
        EntryNumber number = 10;
        const auto last = dice.between(1, 6);
        for (EntryNumber shift = 1; shift <= last; ++shift) {
            const std::string out = "s" + std::to_string(shift);
            const std::string in = "s" + std::to_string(shift + 1);
            bool accepted = false;
            while (!accepted) {
                const EntryNumber offer = number++;
                log.offer(offer, out.c_str(), shift);
                for (auto counts = dice.between(0, 2); counts > 0; --counts) {
                    const bool by_incoming = dice.between(0, 1) == 1;
                    log.count(number, (by_incoming ? in : out).c_str(), by_incoming ? shift + 1 : shift, offer,
                              radio(5));
                    expected.push_back({number++, out});
                }
                accepted = dice.between(0, 3) > 0;
                log.answer(number++, accepted ? kind::kHandoverAccept : kind::kHandoverRefuse, in.c_str(), shift + 1,
                           offer);
            }
            for (auto counts = dice.between(0, 2); counts > 0; --counts) {
                const bool by_outgoing = dice.between(0, 1) == 1;
                log.count(number, (by_outgoing ? out : in).c_str(), by_outgoing ? shift : shift + 1, 0, radio(5));
                expected.push_back({number++, in});
            }
        }
        const HandoverFacts facts = log.reading.finish();
        REQUIRE(facts.counts.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            CAPTURE(round);
            CAPTURE(expected[i].number);
            REQUIRE(responsible_for(facts, facts.counts[i]).person == expected[i].person);
        }
    }
}

TEST_CASE("property: what is handed over at another post changes nobody's answer for a count") {
    oracle::Dice dice{20261201};
    const std::vector<const char*> items{"radio", "kettle"};
    const std::vector<const char*> persons{"s0", "s1", "s2", "s3"};
    for (int round = 0; round < test::turns(2000); ++round) {
        Log all;
        std::vector<Log> alone(items.size());
        std::vector<EntryNumber> open(items.size());
        std::vector<EntryNumber> offering(items.size());
        for (EntryNumber number = 10; number < 26; ++number) {
            const auto post = static_cast<std::size_t>(dice.between(0, 1));
            const EntryNumber shift = dice.between(1, 3);
            const char* person = persons[static_cast<std::size_t>(shift)];
            const auto deed = dice.between(0, 3);
            if (deed == 0 && open[post] == 0) {
                open[post] = number;
                offering[post] = shift;
                all.offer(number, person, shift, items[post]);
                alone[post].offer(number, person, shift, items[post]);
            } else if (deed == 1 && open[post] != 0 && shift != offering[post]) {
                const char* answer = dice.between(0, 3) > 0 ? kind::kHandoverAccept : kind::kHandoverRefuse;
                all.answer(number, answer, person, shift, open[post]);
                alone[post].answer(number, answer, person, shift, open[post]);
                open[post] = 0;
            } else {
                const std::vector<Line> lines{{items[post], 0, 1, {}, ""}};
                all.count(number, person, shift, open[post], lines);
                alone[post].count(number, person, shift, open[post], lines);
            }
        }
        const HandoverFacts facts = all.reading.finish();
        for (std::size_t post = 0; post < items.size(); ++post) {
            const HandoverFacts own = alone[post].reading.finish();
            std::size_t at = 0;
            for (const ItemCount& count : facts.counts) {
                if (count.lines.front().item == items[post]) {
                    const Responsible slow = responsible_for(own, own.counts.at(at++));
                    const Responsible who = responsible_for(facts, count);
                    CAPTURE(round);
                    CAPTURE(count.number);
                    REQUIRE(who.person == slow.person);
                    REQUIRE(who.outgoing == slow.outgoing);
                    REQUIRE(who.handover == slow.handover);
                }
            }
            REQUIRE(at == own.counts.size());
        }
    }
}

TEST_CASE("posts that share an item relieve each other") {
    HandoverItem item;
    item.code = "radio";
    item.posts = {"guard", "night-guard"};
    HandoverItem other;
    other.code = "kettle";
    other.posts = {"bar"};
    CHECK(relief_of({item, other}, "guard") == std::set<std::string>{"guard", "night-guard"});
    CHECK(relief_of({item, other}, "bar") == std::set<std::string>{"bar"});
    CHECK(relief_of({item, other}, "cleaner") == std::set<std::string>{"cleaner"});
    CHECK(items_of({item, other}, "bar").size() == 1);
}

}  // namespace onduty
