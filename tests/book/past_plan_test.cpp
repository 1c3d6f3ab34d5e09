// SPDX-License-Identifier: MIT
// Does what was reported of a day stay as it was, whatever becomes of the plan afterwards?
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "book/names.hpp"
#include "book/pass.hpp"
#include "book/subject.hpp"
#include "support.hpp"

namespace onduty {

namespace {

using test::TestSite;

constexpr int kDroppedAtOnce = 24;  // one by one takes a minute
constexpr std::size_t kChangedAtOnce = 8;
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
    "12:00 clean done 1 2 --by cleaner",
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
    "14:10 note task mend --until tomorrow~10:00 --by front-desk",
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

std::vector<std::string> words_of(const std::string& line) {
    std::istringstream stream{line};
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        std::replace(word.begin(), word.end(), '~', ' ');
        words.push_back(word);
    }
    return words;
}

// Numbers of the entries of this kind.
std::vector<std::string> numbers_of(TestSite& site, const char* kind) {
    Store store{site.file(), Store::Mode::read};
    EntryQuery query;
    query.kind = kind;
    std::vector<std::string> numbers;
    store.each(query, [&](const Entry& entry) { numbers.push_back(std::to_string(entry.number)); });
    return numbers;
}

void play(TestSite& site) {
    const auto must = [&](const std::string& line) {
        const test::Ran ran = site.run(words_of(line));
        REQUIRE_MESSAGE((ran.code == 0 || ran.code == 3), line << ": " << ran.err);
    };
    site.set_time("2026-11-27 08:00");
    must("init --lang en");
    for (const std::string post :
         {"supervisor", "sales", "front-desk", "bar", "show-home", "cleaner", "guard", "night-guard"}) {
        must("plan add staff N~" + post + " --post " + post + " --alias " + post);
        must("checkin staff " + post);
    }
    std::ofstream{site.directory() + "/plan.toml"}
        << site.run({"plan", "export"}).out
        << "\n[[meter]]\ncode = \"power\"\nname = \"Power\"\nunit = \"kWh\"\nlimit = 10\n";
    must("plan apply " + site.directory() + "/plan.toml");
    for (const char* line : kDayPlayed) {
        const std::string whole = line;
        site.set_time("2026-11-27 " + whole.substr(0, 5));
        must(whole.substr(6));
    }
    must("customer survey answer " + numbers_of(site, "survey").back() + " security=4 repair=2 --by supervisor");
}

using Pages = std::map<std::string, std::string>;

// All that is told of the day and its week.
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
                pages[span + block.name] = (block.shown == nullptr || block.shown(pass) ? "shown\n" : "not shown\n") +
                                           test::rows(block.table(pass));
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

bool is_header(const std::string& line) {
    return !line.empty() && line.front() == '[';
}

bool is_part_of_another(const std::string& header) {
    return header.find('.') < header.find(']');
}

// A plan by its lines.
class PlanLines {
  public:
    explicit PlanLines(const std::string& toml) {
        std::istringstream stream{toml};
        for (std::string line; std::getline(stream, line);) {
            lines.push_back(line);
        }
    }

    std::string text() const {
        std::string text;
        for (const std::string& line : lines) {
            text += line + "\n";
        }
        return text;
    }

    // Takes out the table in which this line stands, with what is part of it.
    void drop_table(std::size_t place) {
        while (!is_header(lines[place])) {
            --place;
        }
        const bool part = is_part_of_another(lines[place]);
        std::size_t end = place + 1;
        while (end < lines.size() && !(is_header(lines[end]) && (part || !is_part_of_another(lines[end])))) {
            ++end;
        }
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(place),
                    lines.begin() + static_cast<std::ptrdiff_t>(end));
    }

    // Takes out what this line says of `code`.
    void drop_reference(std::size_t place, const std::string& code) {
        std::string& line = lines[place];
        const std::size_t list = line.find('[');
        for (const std::string& word : {"\"" + code + "\", ", ", \"" + code + "\""}) {
            const std::size_t found = list == std::string::npos ? list : line.find(word, list);
            if (found != std::string::npos) {
                line.erase(found, word.size());
                return;
            }
        }
        drop_table(place);
    }

    std::vector<std::string> lines;
};

std::string written(TestSite& site, const PlanLines& plan) {
    const std::string file = site.directory() + "/plan.toml";
    std::ofstream{file} << plan.text();
    return file;
}

// Whether the plan is good once all that refers to what it has no more is gone.
bool mend(TestSite& site, PlanLines& plan) {
    for (int tries = 0; tries < 200; ++tries) {
        const std::string errors = site.run({"plan", "check", written(site, plan), "--json"}).out;
        const std::string line = "\"line\":", missing = "there is no \\\"";
        const std::size_t at = errors.find(line);
        if (at == std::string::npos) {
            return true;
        }
        const std::size_t code = errors.find(missing);
        const std::size_t place = static_cast<std::size_t>(std::stoi(errors.substr(at + line.size())));
        if (code == std::string::npos || place == 0 || errors.find('}') < code) {
            return false;
        }
        const std::size_t begin = code + missing.size();
        plan.drop_reference(place - 1, errors.substr(begin, errors.find('\\', begin) - begin));
    }
    return false;
}

// Whether the plan was applied, and tells what of the past it changed.
bool apply(TestSite& site, PlanLines plan, const std::string& change, Pages& before) {
    if (!mend(site, plan) || site.run({"plan", "apply", written(site, plan)}).code != 0) {
        return false;
    }
    Pages after = pages_of(site);
    for (const auto& [page, text] : after) {
        // What is open now has the names of now.
        const bool named_now = change.find("name") != std::string::npos && page.find("open-items") != std::string::npos;
        CHECK_MESSAGE((named_now || text == before[page]), change << " changes " << page << "\n"
                                                                  << before[page] << "->\n"
                                                                  << text);
    }
    before = std::move(after);
    return true;
}

// The lines of the plan with one more of each `key`, and a minute later.
PlanLines changed(PlanLines plan, const std::string& key) {
    for (std::string& line : plan.lines) {
        if (line.rfind(key + " = ", 0) == 0) {
            const std::size_t value = key.size() + 3;
            if (line.find("true") == value) {
                line.replace(value, 4, "false");
            } else if (std::isdigit(static_cast<unsigned char>(line[value])) != 0) {
                std::size_t length = 0;
                const long long number = std::stoll(line.substr(value), &length);
                line.replace(value, length, std::to_string(number + 1));
            } else if (line.size() > value + 6 && line[value + 3] == ':' && line[value + 5] != '9') {
                ++line[value + 5];
            }
        }
    }
    return plan;
}

// The same of several keys, applied; the plan is that then.
bool apply_changed(TestSite& site, PlanLines& plan, const std::vector<std::string>& keys, Pages& before) {
    PlanLines other = plan;
    std::string what = "another";
    for (const std::string& key : keys) {
        other = changed(other, key);
        what += " " + key;
    }
    if (!apply(site, other, what, before)) {
        return false;
    }
    plan = PlanLines{site.run({"plan", "export"}).out};
    return true;
}

// The plan with another name for everything that has one.
PlanLines renamed(PlanLines plan) {
    for (std::string& line : plan.lines) {
        if (line.rfind("name = \"", 0) == 0) {
            line.insert(line.find('"') + 1, "Another ");
        }
    }
    return plan;
}

}  // namespace

TEST_CASE("names are told as they were, whatever is called otherwise later") {
    TestSite site;
    play(site);
    site.set_time("2026-11-30 12:00");
    Pages before = pages_of(site);
    REQUIRE(before["page"].find("Night round") != std::string::npos);
    const PlanLines plan{site.run({"plan", "export"}).out};
    REQUIRE(apply(site, renamed(plan), "another name", before));
    REQUIRE(apply(site, renamed(renamed(plan)), "one more name", before));
    REQUIRE(site.run({"plan", "apply", written(site, renamed(plan))}).code == 0);
    const std::string now = site.run({"report", "week", "2026-11-30"}).out;
    CHECK(now.find("Another Night round") != std::string::npos);
    CHECK(now.find("Another Another") == std::string::npos);
}

TEST_CASE("entries and answered slips keep their names from the next minute on, what is open has the names of now") {
    TestSite site;
    play(site);
    const auto pages = [&] {
        Pages found;
        const EntryNumber last = Store{site.file(), Store::Mode::read}.head().number;
        for (EntryNumber number = 1; number <= std::min<EntryNumber>(last, 105); ++number) {
            found["log " + std::to_string(number)] = site.run({"log", std::to_string(number)}).out;
        }
        for (const std::string& offer : numbers_of(site, "handover-offer")) {
            found["slip " + offer] = site.run({"handover", "slip", offer}).out;
            found["show " + offer] = site.run({"handover", "show", offer, "--json"}).out;
        }
        found["incident"] = site.run({"patrol", "incident", "1"}).out;
        return found;
    };
    const Pages before = pages();
    CHECK(before.at("incident").find("Reception hall") != std::string::npos);
    site.set_time("2026-11-27 21:05");
    const test::Ran applied =
        site.run({"plan", "apply", written(site, renamed(PlanLines{site.run({"plan", "export"}).out}))});
    REQUIRE_MESSAGE(applied.code == 0, applied.err);
    const Pages after = pages();
    for (const auto& [page, text] : before) {
        CAPTURE(page);
        CHECK(after.at(page) == text);
    }
    const std::string open = site.run({"report", "day", "2026-11-26", "--block", "open-items", "--json"}).out;
    CHECK(open.find("Another Umbrella 7 to Another N sales") != std::string::npos);
    CHECK(open.find("\"Umbrella") == std::string::npos);
    CHECK(open.find("\"N ") == std::string::npos);
    CHECK(open.find("P06 Negotiation") == std::string::npos);
}

TEST_CASE("no change of the plan changes what was reported of a day before") {
    TestSite site;
    play(site);
    site.set_time("2026-11-30 12:00");
    Pages before = pages_of(site);
    PlanLines plan{site.run({"plan", "export"}).out};
    std::set<std::string> keys;
    for (const std::string& line : plan.lines) {
        const std::size_t equals = line.find(" = ");
        keys.insert(equals == std::string::npos || line.front() == '#' ? "" : line.substr(0, equals));
    }
    std::vector<std::string> several;
    for (const std::string& key : keys) {
        if (changed(plan, key).lines != plan.lines) {
            several.push_back(key);
        }
    }
    while (!several.empty()) {
        std::vector<std::string> now;
        for (; now.size() < kChangedAtOnce && !several.empty(); several.pop_back()) {
            now.push_back(several.back());
        }
        if (!apply_changed(site, plan, now, before)) {
            for (const std::string& key : now) {
                apply_changed(site, plan, {key}, before);
            }
        }
    }
    // From the end, so that what is referred to goes last; fewer at once where that many make no good plan.
    int at_once = kDroppedAtOnce;
    for (std::size_t place = plan.lines.size(); place > 0;) {
        const std::size_t begin = place;
        PlanLines other = plan;
        std::string what;
        for (int dropped = 0; dropped < at_once && place > 0;) {
            --place;
            if (place < other.lines.size() && is_header(other.lines[place])) {
                what +=
                    other.lines[place] + " " + (place + 1 < other.lines.size() ? other.lines[place + 1] : "") + "; ";
                other.drop_table(place);
                ++dropped;
            }
        }
        const bool applied = apply(site, other, "dropping " + what, before);
        if (applied) {
            plan = PlanLines{site.run({"plan", "export"}).out};
        }
        place = applied || at_once < kDroppedAtOnce ? place : begin;
        at_once = applied || at_once < kDroppedAtOnce ? kDroppedAtOnce : kDroppedAtOnce / 3;
    }
    CHECK(plan.lines.size() < 200);  // who is on duty stays
}

}  // namespace onduty
