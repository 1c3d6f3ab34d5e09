// SPDX-License-Identifier: MIT
// Is a day on which something was typed wrongly, and corrected, told as if it had been typed right at once? And as
// before once the corrections are withdrawn?
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <regex>

#include "book/played_day.hpp"
#include "store/store.hpp"
#include "turns.hpp"

namespace onduty::test {

namespace {

// A deed of the day as it was typed wrongly, and what is typed to put it right; "at once" where later deeds rest on it.
struct Twin {
    const char* right;  // its words without those who did it begin so
    const char* wrong;
    const char* corrections;
    bool at_once = false;
};

constexpr Twin kTwins[]{
    {"serve stock count tea=4 coffee=6 juice=24",
     "serve stock count tea=4 coffee=8 juice=24 water=120 milk=12 "
     "pastry=40 cup=61 glass=60 --closing",
     "coffee=6 cup=60 plate=40 --closing no"},
    {"serve stock received milk=6", "serve stock received milk=60 --best-before 2026-12-15",
     "milk=6 --best-before 2026-12-05"},
    {"serve stock broken cup=2", "serve stock broken glass=2 --note dropped", "cup=2 glass=- --note fell"},
    {"serve fridge 9", "serve fridge 4", "--degrees 9 --action closed"},
    {"serve meter power 17.5", "serve meter power 71.5", "--reading 17.5"},
    {"checkin visit", "checkin visit --party 30 --purpose looks --type vip --plate 沪A12345",
     "--party 3 --purpose look --type return --plate -"},
    {"checkin host V1 sales", "checkin host V1 supervisor", "--host sales"},
    {"serve seat V1 A1", "serve seat V1 A2", "--seat A1", true},
    {"serve order V1", "serve order V1 tea=3 juice=7", "tea=2 water=1", true},
    {"serve deliver V1", "serve deliver V1 tea=2 juice=5", "juice=7 water=1"},
    {"serve refill V1", "serve refill V1 --note nuts", "--note -"},
    {"serve tour V1 show-2", "serve tour V1 show-2 --party 9 --host sales", "--party 3 --host show-home"},
    {"serve disinfect steam cup=5", "serve disinfect steam glass=50", "cup=5 glass=-"},
    {"serve linen sent cloth=5", "serve linen sent sheet=6", "cloth=5 sheet=-"},
    {"clean litter found P05 paper", "clean litter found P06 glass", "--area P05 --note paper", true},
    {"clean request P06 coffee", "clean request P05 tea", "--area P06 --note coffee"},
    {"clean inspect P05", "clean inspect P06 --score 2", "--area P05 --score 4"},
    {"patrol incident smoke", "patrol incident fumes --category theft --place P06 --phoned sales --action shouted",
     "--note smoke --category fire --place P05 --phoned supervisor --action -"},
    {"patrol alarm P06", "patrol alarm P05 --kind theft", "--point P06 --kind fire"},
    {"complain new leak", "complain new drip --name Lo --phone 13800002222 --against sales --unit 2-1-301",
     "--note leak --name Li --phone 13800001111 --against - --unit -"},
    {"complain new repair lamp", "complain new enquiry lamp --place P05", "--kind repair --place -"},
    {"lend out umbrella 7", "lend out umbrella 8 --to bar --until 2026-11-28~10:00",
     "--number 7 --to sales --until 20:30"},
    {"customer new", "customer new --name Zho --class B --phone 13800003333 --keeper sales",
     "--name Zhou --class A --phone -"},
    {"note task mend", "note task bend --until 2026-11-29~11:00 --owner bar",
     "--note mend --until 2026-11-28~10:00 --owner front-desk"},
    {"note event Fair", "note event Fear 2026-12-25~11:00 --people 8 --place P06",
     "--note Fair --begin 2026-12-24~10:00 --people 9 --place P05"},
    {"note drill fire", "note drill evacuation smoke --result fault --people 40",
     "--kind fire --result ok --people 4 --note -"},
    {"customer survey new Autumn", "customer survey new Winter --sent 50 --until 2027-01-11~18:00",
     "--note Autumn --sent 5 --until 2027-01-10~18:00"},
    {"customer survey answer", "customer survey answer {0} security=1 repair=3", "security=4 repair=2"},
    {"serve stock count tea=4 coffee=6 juice=22",
     "serve stock count tea=4 coffee=6 juice=2 water=119 milk=18 "
     "pastry=40 cup=57 glass=60 plate=40",
     "juice=22"},
};

const Twin* twin_of(const std::string& words) {
    const auto found = std::find_if(std::begin(kTwins), std::end(kTwins),
                                    [&](const Twin& twin) { return words.starts_with(twin.right); });
    return found == std::end(kTwins) ? nullptr : found;
}

// What of the day was typed wrongly, and when it is corrected.
class WronglyTyped {
  public:
    // What was corrected at once took so many entries; so that all others have the same numbers on a day that was typed
    // right, as many are put there that change nothing.
    std::map<const Twin*, int> at_once;
    std::vector<int> corrections;  // of the evening, which stand at the end

    void play(TestSite& site, std::mt19937& random, const std::function<void()>& in_the_evening) {
        std::vector<std::pair<const Twin*, int>> later;
        open_day(site);
        play_deeds_as(
            site, [&](const std::string& words) { return typed_wrongly(site, words); },
            [&](const std::string& words, const Ran& ran) {
                const Twin* twin = twin_of(words);
                if (twin != nullptr && (twin->at_once || random() % 4 == 0)) {
                    at_once[twin] = correct(site, *twin, entry_of(ran));
                } else if (twin != nullptr) {
                    later.emplace_back(twin, entry_of(ran));
                }
            });
        site.set_time("2026-11-27 21:30");
        in_the_evening();
        for (const auto& [twin, entry] : later) {
            const int last = head_of(site);
            for (int count = correct(site, *twin, entry); count > 0; --count) {
                corrections.push_back(last + count);
            }
        }
    }

    void play_right(TestSite& site) {
        open_day(site);
        play_deeds_as(
            site, [](const std::string& words) { return words; },
            [&](const std::string& words, const Ran&) {
                for (int count = at_once[twin_of(words)]; count > 0; --count) {
                    const Ran ran =
                        site.run({"correct", numbers_of(site, "duty-on").front(), "--note",
                                  std::to_string(head_of(site)), "--reason", "counted", "--by", "supervisor"});
                    REQUIRE_MESSAGE(ran.code == 0, ran.err);
                }
            });
        site.set_time("2026-11-27 21:30");
    }

  private:
    static int head_of(TestSite& site) { return static_cast<int>(Store{site.file(), Store::Mode::read}.head().number); }

    static std::string typed_wrongly(TestSite& site, const std::string& words) {
        const Twin* twin = twin_of(words);
        if (twin == nullptr) {
            return words;
        }
        std::string wrong = twin->wrong;
        if (const std::size_t survey = wrong.find("{0}"); survey != std::string::npos) {
            wrong.replace(survey, 3, numbers_of(site, "survey").back());
        }
        return wrong + words.substr(words.rfind(" --by "));
    }

    // Answers how many entries that took.
    static int correct(TestSite& site, const Twin& twin, int entry) {
        const int before = head_of(site);
        const Ran ran = site.run(words_of("correct " + std::to_string(entry) + " " + twin.corrections +
                                          " --reason typed~wrongly --by supervisor"));
        REQUIRE_MESSAGE(ran.code == 0, twin.wrong << ": " << ran.err);
        return head_of(site) - before;
    }
};

// Without what is told of the corrections themselves, and of how many entries there are.
std::string without_corrections(const std::string& text) {
    static const std::regex kOfCorrections{
        R"~(Put right since\n(?:  [^\n]*\n)*\n?|\{[^{}]*"kind":"correction"[^{}]*\}\n|\d+(-[0-9A-Z]{4})+| *\[corrected\]|"status":"(corrected)?"|)~"
        R"~("status":null|[^\n]*[Cc]orrect[^\n]*\n|#\d+)~"};
    return std::regex_replace(text, kOfCorrections, "");
}

void compare(const Pages& one, const Pages& other, const std::string& what) {
    for (const auto& [page, text] : one) {
        const std::string& there = other.at(page);
        // The log shows the entries as they were written.
        if (page != "log" && text != there) {
            CHECK_MESSAGE(differing_lines(without_corrections(text), without_corrections(there)) == "",
                          what << ": " << page);
        }
    }
}

}  // namespace

TEST_CASE(
    "a day that was typed wrongly and corrected is told as one that was typed right, and as before without that") {
    std::mt19937 random{20261130};  // NOLINT: the same choices each time
    for (int day = 0; day < test::turns(1); ++day) {
        TestSite site;
        Pages before;
        WronglyTyped wrongly;
        wrongly.play(site, random, [&] { before = pages_of(site); });
        const Pages corrected = pages_of(site);
        CHECK(site.run({"verify"}).code == 0);
        for (auto number = wrongly.corrections.begin(); number != wrongly.corrections.end(); ++number) {
            const Ran ran =
                site.run({"correct", std::to_string(*number), "--void", "--reason", "was right", "--by", "supervisor"});
            // What was typed at once goes with the first of it.
            const bool gone_already = ran.err.find("was withdrawn by entry") != std::string::npos;
            CHECK_MESSAGE((ran.code == 0 || gone_already), *number << ": " << ran.err);
        }
        compare(before, pages_of(site), "withdrawn");
        CHECK(site.run({"verify"}).code == 0);
        TestSite right;
        wrongly.play_right(right);
        compare(pages_of(right), corrected, "corrected");
    }
}

}  // namespace onduty::test
