// SPDX-License-Identifier: MIT
// Is the same person meant by each of his names, whatever command he is named to?
#include "book/somebody.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "store/store.hpp"
#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

namespace files = std::filesystem;

using Words = std::vector<std::string>;

Ran must(TestSite& site, Words words) {
    Ran ran = site.run(std::move(words));
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
    return ran;
}

void rename(TestSite& site, const std::string& before, const std::string& now) {
    std::string plan = must(site, {"plan", "export"}).out;
    const std::string line = "name = \"" + before + "\"";
    REQUIRE(plan.find(line) != std::string::npos);
    plan.replace(plan.find(line), line.size(), "name = \"" + now + "\"");
    const Ran ran = site.run_with_input({"plan", "apply", "-", "--by", "Boss"}, plan, std::chrono::seconds{0});
    REQUIRE_MESSAGE(ran.code == 0, ran.err);
}

// Whoever may be meant by NAME of a command.
enum class Takes { staff, present, absent, ever, anybody };

struct PersonCommand {
    Words words;
    Takes takes = Takes::staff;
};

// Li Na (A03) was renamed to Lina Gu and is on duty at guard; Sun Li (A04) left at 11:00; Lou Mei (A05), Mei
// Gu by now, is not on duty. V1 is on site, C1 to C3 wait, 1 is an incident, a letter and a survey stand in the book.
class House {
  public:
    House() {
        site_.set_time("2026-11-23 10:00");
        must(site_, {"init", "--name", "Site", "--zone", "Asia/Shanghai"});
        must(site_, {"plan", "add", "staff", "Boss", "--post", "supervisor"});
        must(site_, {"plan", "add", "staff", "Desk", "--post", "front-desk"});
        must(site_, {"plan", "add", "staff", "Li Na", "--post", "guard", "--alias", "ln", "--alias", "Xiao Na"});
        must(site_, {"plan", "add", "staff", "Sun Li", "--post", "guard", "--alias", "sl"});
        must(site_, {"plan", "add", "staff", "Lou Mei", "--post", "guard", "--alias", "lm", "--alias", "Xiao Mei"});
        for (const char* name : {"Boss", "Desk", "Li Na"}) {
            must(site_, {"checkin", "staff", name});
        }
        site_.set_time("2026-11-23 11:00");
        must(site_, {"plan", "remove", "staff", "Sun Li", "--by", "Boss"});
        rename(site_, "Li Na", "Lina Gu");
        rename(site_, "Lou Mei", "Mei Gu");
        site_.set_time("2026-11-23 11:05");
        letter_ = by_boss({"note", "mail", "letter", "--for", "2-1-301"});
        survey_ = by_boss({"customer", "survey", "new", "Autumn", "--sent", "3", "--until", "2026-12-10 18:00"});
        for (int i = 0; i < 3; ++i) {
            by_boss(
                {"complain", "new", i == 2 ? "repair" : "complaint", "lamp " + std::to_string(i), "--severity", "3"});
        }
        by_boss({"complain", "dispatch", "C3", "Estate Ltd"});
        by_boss({"complain", "resolve", "C3", "mended"});
        by_boss({"checkin", "visit", "--party", "2", "--purpose", "look"});
        by_boss({"patrol", "incident", "smoke", "--category", "fire"});
        card_ = by_boss({"customer", "new", "--name", "Chen Ming", "--keeper", "A02"});
        site_.set_time("2026-11-23 11:10");
        for (const files::directory_entry& file : files::directory_iterator{site_.directory()}) {
            files::copy(file.path(), kept_.directory() / file.path().filename());
        }
    }

    // NAME stands for the person.
    std::vector<PersonCommand> commands() const {
        const std::string letter = std::to_string(letter_);
        const std::string survey = std::to_string(survey_);
        const std::string card = "K" + std::to_string(card_);
        return {
            {{"note", "task", "mend it", "--until", "tomorrow", "--owner", "NAME"}},
            {{"note", "event", "party", "20:00", "--people", "5", "--owner", "NAME"}},
            {{"note", "release", "sofa=1", "--for", "2-1-301", "--approved-by", "NAME"}},
            {{"note", "release", "sofa=1", "--for", "NAME", "--approved-by", "A02"}, Takes::anybody},
            {{"note", "mail", "parcel", "--for", "NAME"}, Takes::anybody},
            {{"note", "done", letter, "--to", "NAME"}, Takes::anybody},
            {{"note", "training", "first aid", "--people", "3", "--by-whom", "NAME"}, Takes::anybody},
            {{"lend", "out", "umbrella", "7", "--to", "NAME"}, Takes::anybody},
            {{"complain", "new", "complaint", "rude", "--severity", "3", "--against", "NAME"}, Takes::ever},
            {{"complain", "assign", "C2", "NAME"}},
            {{"complain", "dispatch", "C1", "NAME"}, Takes::anybody},
            {{"complain", "sign", "C3", "NAME", "ok"}},
            {{"complain", "cause", "C3", "other", "worn out", "--measure", "new one", "--until", "tomorrow", "--owner",
              "NAME"}},
            {{"customer", "new", "--name", "Wu Lei", "--keeper", "NAME"}},
            {{"customer", "assign", card, "NAME"}},
            {{"customer", "survey", "measure", survey, "more lamps", "--until", "2026-12-10", "--owner", "NAME"}},
            {{"checkin", "visit", "--party", "2", "--purpose", "look", "--host", "NAME"}},
            {{"checkin", "contractor", "Wu Lei", "--work", "lamps", "--supervisor", "NAME"}},
            {{"checkin", "call", "asked for the price", "--host", "NAME"}},
            {{"checkin", "refuse", "a seller", "--told", "NAME"}},
            {{"checkin", "host", "V1", "NAME"}},
            {{"serve", "meeting", "B2", "14:00", "--party", "4", "--purpose", "board", "--host", "NAME"}},
            {{"serve", "tour", "V1", "show-1", "--host", "NAME"}},
            {{"patrol", "incident", "theft", "--category", "theft", "--reported-by", "NAME"}},
            {{"patrol", "incident", "theft", "--category", "theft", "--phoned", "NAME"}, Takes::anybody},
            {{"patrol", "incident", "1", "--phoned", "NAME"}, Takes::anybody},
            {{"patrol", "call", "NAME"}, Takes::present},
            {{"patrol", "conduct", "NAME", "chatting"}, Takes::present},
            {{"patrol", "start", "night", "--with", "NAME"}, Takes::present},
            {{"checkin", "inspect", "NAME", "grooming", "all"}, Takes::present},
            {{"checkin", "out", "NAME"}, Takes::present},
            {{"checkin", "staff", "NAME"}, Takes::absent},
            {{"plan", "certificate", "NAME", "2027-03-31"}},
        };
    }

    // Typed by the supervisor in the book as it was set up; answers what was said, and what then stands in the book.
    Ran type(const PersonCommand& command, const std::string& name, const Words& more = {}) {
        for (const files::directory_entry& file : files::directory_iterator{kept_.directory()}) {
            files::copy(file.path(), site_.directory() / file.path().filename(),
                        files::copy_options::overwrite_existing);
        }
        Words words = command.words;
        std::replace(words.begin(), words.end(), std::string{"NAME"}, name);
        words.insert(words.end(), {"--by", "Boss"});
        words.insert(words.end(), more.begin(), more.end());
        const onduty::EntryNumber before = head();
        Ran ran = site_.run(words);
        stored = {};
        onduty::Store store{site_.file(), onduty::Store::Mode::read};
        for (onduty::EntryNumber number = before + 1; number <= store.head().number; ++number) {
            const onduty::Entry entry = *store.entry(number);
            stored += entry.kind + " " + entry.actor + " " + entry.subject + " " + entry.typed_by + "\n";
            for (const onduty::FieldValue& value : entry.fields) {
                stored += "  " + value.name + " " + value.word + " " + std::to_string(value.number.value_or(0)) + "\n";
            }
        }
        return ran;
    }

    std::string stored;

  private:
    struct Kept {
        Kept() { files::create_directory(directory()); }
        ~Kept() { files::remove_all(directory()); }
        files::path directory() const { return files::path{site.directory()} / "kept"; }
        TestSite site;
    };

    int by_boss(Words words) {
        words.insert(words.end(), {"--by", "Boss"});
        return onduty::test::entry_of(must(site_, std::move(words)));
    }
    onduty::EntryNumber head() const { return onduty::Store{site_.file(), onduty::Store::Mode::read}.head().number; }

    TestSite site_;
    Kept kept_;
    int letter_ = 0;
    int survey_ = 0;
    int card_ = 0;
};

// Two of them, others for the next command: all would take seconds.
Words some_of(const Words& all, std::size_t place) {
    return {all[place % all.size()], all[(place + all.size() / 2) % all.size()]};
}

}  // namespace

TEST_CASE("each command that takes a person takes him by each of his names, and stores the same") {
    House house;
    std::size_t place = 0;
    for (const PersonCommand& command : house.commands()) {
        const bool absent = command.takes == Takes::absent;
        CAPTURE(command.words[0] + " " + command.words[1] + " " + command.words.back());
        const Ran by_code = house.type(command, absent ? "A05" : "A03");
        CHECK_MESSAGE(by_code.code == 0, by_code.err);
        const std::string expected = house.stored;
        // The shift of the inspected and the words of the plan say it otherwise.
        const bool otherwise = command.words[1] == "inspect" || command.words[1] == "certificate";
        CHECK((otherwise || says(expected, absent ? "A05" : "A03")));
        const Words names = absent ? Words{"mei  gu", "Ｍｅｉ Gu", "LM", "ａ５", "xiao mei", "Lou Mei"}
                                   : Words{"lina  gu", "Ｌｉｎａ Gu", "LN", "ａ３", "xiao na", "Li Na"};
        for (const std::string& name : some_of(names, ++place)) {
            CAPTURE(name);
            const Ran ran = house.type(command, name);
            CHECK_MESSAGE(ran.code == 0, ran.err);
            CHECK(house.stored == expected);
            CHECK(ran.err == by_code.err);
        }
    }
}

TEST_CASE("nobody is taken for one whose name begins like his, and a stranger is refused or marked as one") {
    House house;
    std::size_t place = 0;
    for (const PersonCommand& command : house.commands()) {
        CAPTURE(command.words[0] + " " + command.words[1] + " " + command.words.back());
        for (const std::string& name : some_of({"Linag", "Li N", "A0", "Xiao", "Gu", "A", "Na", "Boss Wu"}, ++place)) {
            CAPTURE(name);
            const Ran ran = house.type(command, name);
            CHECK_FALSE(says(house.stored, "Lina Gu"));
            CHECK_FALSE(says(house.stored, "A03"));
            const bool taken = command.takes == Takes::anybody && name.size() > 1;  // one letter is nobody
            CHECK_MESSAGE(ran.code == (taken ? 0 : 2), ran.err);
        }
    }
}

TEST_CASE("who has left is meant where the time that is told lies before, else refused or marked as from outside") {
    House house;
    std::size_t place = 0;
    for (const PersonCommand& command : house.commands()) {
        if (command.takes == Takes::present || command.words[1] == "certificate") {
            continue;
        }
        const bool follows = command.words[1] == "done" || says(command.words[2], "C") || command.words[2] == "1" ||
                             command.words[1] == "survey" || says(command.words[2], "K") || command.words[2] == "V1";
        CAPTURE(command.words[0] + " " + command.words[1] + " " + command.words.back());
        for (const std::string& name : some_of({"Sun Li", "A04", "a4", "SL"}, ++place)) {
            CAPTURE(name);
            const Ran now = house.type(command, name);
            CHECK(says(house.stored, "A04") == (command.takes == Takes::ever));
            if (command.takes == Takes::ever) {
                CHECK_MESSAGE(now.code == 0, now.err);
            } else if (command.takes == Takes::anybody) {
                CHECK_MESSAGE(now.code == 0, now.err);
                CHECK(says(now.err, "Sun Li (A04) has left: kept as a name from outside."));
            } else {
                CHECK(now.code == 4);
                CHECK_MESSAGE(says(now.err, "Sun Li has left."), now.err);
            }
            if (follows) {
                continue;  // nothing that it is about was there before he left
            }
            const Ran then = house.type(command, name, {"--at", "10:55", "--reason", "was forgotten"});
            CHECK_MESSAGE(then.code == 0, then.err);
            CHECK(says(house.stored, "A04"));
            CHECK_FALSE(says(then.err, "outside"));
        }
    }
}

TEST_CASE("a unit of the house is told from a name and from a telephone number") {
    for (const char* unit :
         {"2-1-301", "3号楼502", "A座1203", "二〇一室", "Room 301", "flat 3B", "１２－３－１２０１"}) {
        CAPTURE(unit);
        CHECK(onduty::is_unit(unit));
        CHECK(onduty::shown_outside(unit) == unit);
    }
    for (const char* other : {"Anna", "王芳", "赵〇", "房三", "13800138000", "138 0013 8000", "Wu Lei 301", "粤A12345",
                              "", "anna1@example.com", "陈明302"}) {
        CAPTURE(other);
        CHECK_FALSE(onduty::is_unit(other));
        CHECK((std::string{other}.empty() || onduty::shown_outside(other) != other));
    }
}

TEST_CASE("one letter is nobody's name, whatever it is typed after, but one figure may be a unit") {
    TestSite site;
    TestSite::start_night(site);
    for (const Words& words : {Words{"lend", "out", "umbrella", "1", "--to"}, {"note", "mail", "parcel", "--for"}}) {
        for (const char* name : {"z", "Ｚ", "张", "l"}) {
            CAPTURE(name);
            Words typed = words;
            typed.emplace_back(name);
            const Ran ran = site.run(typed);
            CHECK_MESSAGE(ran.code == 2, ran.out << ran.err);
            CHECK(says(ran.err, "is one letter of a name"));
            CHECK(says(ran.err, "Of the staff: Zhang Wei") == (std::string{name} != "张" && name[0] != 'l'));
            CHECK(says(ran.err, "Of the staff: Li Na") == (name[0] == 'l'));
        }
    }
    CHECK(site.run({"note", "mail", "parcel", "--for", "3"}).code == 0);
    CHECK(site.run({"lend", "out", "umbrella", "1", "--to", "老张"}).code == 0);
}
