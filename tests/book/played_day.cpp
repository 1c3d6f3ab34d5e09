// SPDX-License-Identifier: MIT
#include "book/played_day.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "book/names.hpp"
#include "book/pass.hpp"
#include "book/subject.hpp"

namespace onduty::test {

namespace {

const Date kDay{std::chrono::year{2026} / 11 / 27};  // a Friday

// "08:10 patrol check bar-opening all": at that time of the day, by somebody who is on duty.
constexpr const char* kDayPlayed[]{
    "08:10 patrol check bar-opening all --fault 2=dirty --by bar",
    "08:20 serve stock count tea=4 coffee=6 juice=24 water=120 milk=12 pastry=40 cup=60 glass=60 plate=40 --by bar",
    "08:21 serve stock received milk=6 --best-before 2026-12-05 --by bar",
    "08:22 serve stock broken cup=2 --note fell --by bar",
    "08:25 serve fridge 9 --action closed --by bar",
    "08:26 serve meter power 17.5 --by guard",
    "09:00 checkin visit --party 3 --purpose look --by front-desk",
    "09:01 checkin host V1 sales --by front-desk",
    "09:03 serve seat V1 A1 --by front-desk",
    "09:04 serve order V1 tea=2 juice=7 water --by bar",
    "09:10 serve deliver V1 --by bar",
    "09:40 serve refill V1 --by bar",
    "09:45 serve tour V1 show-2 --by show-home",
    "10:00 serve tour-end V1 --by show-home",
    "10:05 serve count show-2 all vase=1 --by show-home",
    "10:10 checkin out V1 --by front-desk",
    "10:40 serve clear V1 --by bar",
    "11:00 serve disinfect steam cup=5 --by bar",
    "11:40 serve disinfect end --by bar",
    "11:41 serve linen sent cloth=5 --by bar",
    "11:50 checkin inspect bar service all --fault 2=chats --by supervisor",
    "11:55 patrol check placement all --by supervisor",
    "12:00 clean done pool-round --by cleaner",
    "12:00 clean done pots-round --by cleaner",
    "12:05 clean litter found P05 paper --by guard",
    "12:30 clean litter removed P05 --by cleaner",
    "12:40 clean request P06 coffee --by bar",
    "12:50 clean inspect P05 --score 4 --by supervisor",
    "13:00 patrol start fire --by guard",
    "13:02 patrol point P04 --by guard",
    "13:05 patrol point P05 --fault lamp --by guard",
    "13:09 patrol end --by guard",
    "13:20 patrol incident smoke --category fire --place P05 --phoned supervisor --by guard",
    "13:22 patrol alarm P06 --kind fire --by guard",
    "13:30 complain new leak --name Li --phone 13800001111 --by front-desk",
    "13:31 complain new repair lamp --by front-desk",
    "13:40 lend out umbrella 7 --to sales --by front-desk",
    "13:50 customer new --name Zhou --class A --keeper sales --by sales",
    "14:10 note task mend --until 2026-11-28~10:00 --by front-desk",
    "14:11 note event Fair 2026-12-24~10:00 --people 9 --place P05 --by supervisor",
    "14:12 note drill fire --result ok --people 4 --by supervisor",
    "14:20 customer survey new Autumn --sent 5 --until 2027-01-10~18:00 --by supervisor",
    "19:00 serve stock count tea=4 coffee=6 juice=22 water=119 milk=18 pastry=40 cup=57 glass=60 plate=40 --by bar",
    "19:30 patrol check closing all --by night-guard",
    "19:40 handover offer --by guard",
    "20:00 handover count all radio=5 torch=2:damaged --by night-guard",
    "20:10 handover accept --by night-guard",
    "20:20 patrol start night --by night-guard",
    "20:23 patrol point P01 --by night-guard",
    "20:50 patrol end --by night-guard",
    "20:51 handover offer --by bar",
    "20:55 handover accept bar --by supervisor",
    "21:00 checkin out bar",
};

}  // namespace

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream stream{line};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        std::replace(word.begin(), word.end(), '~', ' ');
        words.push_back(word);
    }
    return words;
}

std::vector<std::string> numbers_of(TestSite& site, const char* kind) {
    Store store{site.file(), Store::Mode::read};
    EntryQuery query;
    query.kind = kind;
    std::vector<std::string> numbers;
    store.each(query, [&](const Entry& entry) { numbers.push_back(std::to_string(entry.number)); });
    return numbers;
}

namespace {

Ran must_run(TestSite& site, const std::string& line) {
    Ran ran = site.run(words_of(line));
    REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), line << ": " << ran.err);
    return ran;
}

std::string must(TestSite& site, const std::string& line) {
    const Ran ran = must_run(site, line);
    return ran.out + ran.err;
}

}  // namespace

void play(TestSite& site) {
    open_day(site);
    play_deeds(site, Typed::at_once);
}

void open_day(TestSite& site) {
    site.set_time("2026-11-27 08:00");
    must(site, "init --lang en");
    for (const std::string post :
         {"supervisor", "sales", "front-desk", "bar", "show-home", "cleaner", "guard", "night-guard"}) {
        must(site, "plan add staff N~" + post + " --post " + post + " --alias " + post);
        must(site, "checkin staff " + post);
    }
    std::ofstream{site.directory() + "/plan.toml"}
        << site.plan()
        << "\n[[meter]]\ncode = \"power\"\nname = \"Power\"\nunit = \"kWh\"\nlimit = 10\n";
    must(site, "plan apply " + site.directory() + "/plan.toml");
}

namespace {

// Calls `deed(time, words)` for each, in order.
void each_deed(TestSite& site, const std::function<void(const std::string& time, const std::string& words)>& deed) {
    for (const char* line : kDayPlayed) {
        const std::string whole = line;
        deed(whole.substr(0, 5), whole.substr(6));
    }
    deed("21:00",
         "customer survey answer " + numbers_of(site, "survey").back() + " security=4 repair=2 --by supervisor");
}

}  // namespace

std::vector<std::string> play_deeds(TestSite& site, Typed typed) {
    std::vector<std::string> answers;
    each_deed(site, [&](const std::string& time, const std::string& words) {
        if (typed == Typed::at_once) {
            site.set_time("2026-11-27 " + time);
            answers.push_back(must(site, words));
        } else {
            answers.push_back(must(site, words + " --at 2026-11-27~" + time));
        }
    });
    return answers;
}

std::vector<std::string> play_deeds(TestSite& site, const std::function<std::string(int minute)>& shown) {
    std::vector<std::string> answers;
    each_deed(site, [&](const std::string& time, const std::string& words) {
        site.set_time(shown(std::stoi(time.substr(0, 2)) * 60 + std::stoi(time.substr(3))));
        answers.push_back(must(site, words));
    });
    return answers;
}

void play_deeds_as(TestSite& site, const std::function<std::string(const std::string& words)>& typed,
                   const std::function<void(const std::string& words, const Ran& ran)>& then) {
    each_deed(site, [&](const std::string& time, const std::string& words) {
        site.set_time("2026-11-27 " + time);
        then(words, must_run(site, typed(words)));
    });
}

Pages pages_of(TestSite& site) {
    Pages pages;
    Output nowhere{[](std::string_view) { return true; }};
    Environment environment = site.environment(nowhere, nowhere);
    Context context{environment, {}, {}};
    context.options.site = site.file();
    context.now = environment.clock();
    Book book{context, Store::Mode::read};
    const Date monday = kDay - std::chrono::days{4};
    for (const DateRange dates :
         {DateRange{kDay, kDay + std::chrono::days{1}}, DateRange{monday, monday + std::chrono::days{7}}}) {
        Pass pass{book, dates};
        const NamesThen names{book, dates};
        const std::string span = dates.from == kDay ? "day " : "week ";
        for (const Subject* subject : subjects()) {
            for (const Block& block : subject->blocks) {
                pages[span + block.name] =
                    (block.shown == nullptr || block.shown(pass) ? "shown\n" : "not shown\n") + rows(block.table(pass));
            }
        }
    }
    for (const std::string& offer : numbers_of(site, "handover-offer")) {
        pages["handover show " + offer] = site.run({"handover", "show", offer, "--json"}).out;
    }
    for (const std::string& offer : numbers_of(site, "handover-offer")) {
        pages["handover slip " + offer] = site.run({"handover", "slip", offer}).out;
    }
    pages["incident"] = site.run({"patrol", "incident", "1"}).out;
    pages["page"] = site.run({"report", "week", "2026-11-27"}).out;
    for (const char* text : {"\nPrinted ", "\nSeal "}) {
        const std::size_t at = pages["page"].find(text);
        pages["page"].erase(at, pages["page"].find('\n', at + 1) - at);
    }
    pages["log"] = site.run({"log", "--day", "2026-11-27", "--json"}).out;
    const std::string event = numbers_of(site, "event").back();
    pages["note " + event] = site.run({"note", "show", event}).out;
    const std::string survey = numbers_of(site, "survey").back();
    pages["survey " + survey] = site.run({"customer", "survey", "show", survey, "--json"}).out;
    return pages;
}

std::string differing_lines(const std::string& one, const std::string& other) {
    std::istringstream ones{one};
    std::istringstream others{other};
    std::string lines;
    std::string line;
    std::string other_line;
    while (std::getline(ones, line)) {
        other_line.clear();
        std::getline(others, other_line);
        lines += line == other_line ? "" : "\n- " + line + "\n+ " + other_line;
    }
    while (std::getline(others, other_line)) {
        lines += "\n+ " + other_line;
    }
    return lines;
}

}  // namespace onduty::test
