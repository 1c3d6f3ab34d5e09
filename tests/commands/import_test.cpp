// SPDX-License-Identifier: MIT
// What should import do?
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <fstream>

#include "app.hpp"
#include "support.hpp"
#include "text/error.hpp"

using onduty::test::lines;
using onduty::test::Ran;
using onduty::test::read_text;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

std::string file(const TestSite& site, const char* name, const std::string& text) {
    const std::string path = site.directory() + "/" + name;
    std::ofstream{path, std::ios::binary} << text;
    return path;
}

// Zhang Wei is on duty since 20:30; the last entry is 5.
Ran import(TestSite& site, const char* what, const std::string& text, std::vector<std::string> more = {}) {
    std::vector<std::string> words{"import", what, file(site, "table.csv", text)};
    words.insert(words.end(), more.begin(), more.end());
    return site.run(words);
}

bool nothing_recorded(TestSite& site) {
    return site.run({"log", "6"}).code == 2;
}

}  // namespace

TEST_CASE("a list of staff becomes the next version of the plan") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = import(site, "staff",
                           "\xEF\xBB\xBF姓名;工号;岗位;健康证;在职;备注\r\n王静;B07;吧台、front-desk;2027/3/31;是;x\r\n"
                           "\"赵 敏\";;cleaner;;离职;\r\n");
    CAPTURE(ran.err);
    CHECK(ran.code == 2);  // the English plan has no 吧台
    CHECK(says(ran.err, "line 2, 岗位: The plan has no post \"吧台\"."));
    CHECK(nothing_recorded(site));
    const Ran good = import(site, "staff",
                            "\xEF\xBB\xBF姓名;工号;岗位;健康证;在职;备注\r\n王静;B07;bar、front-desk;2027/3/31;是;x\r\n"
                            "\"赵 敏\";;cleaner;;离职;\r\n");
    CAPTURE(good.err);
    CHECK(good.code == 0);
    CHECK(says(good.err, "Columns that are left out: 备注"));
    CHECK(says(good.out, "#6-#8 Imported from table.csv: staff 2. Seal 8-"));
    const std::string plan = site.plan();
    CHECK(says(plan,
               "code = \"B07\"\nname = \"王静\"\nposts = [\"bar\", \"front-desk\"]\ncertificate = \"2027-03-31\"\n"));
    CHECK(says(plan, "code = \"A04\"\nname = \"赵 敏\"\nposts = [\"cleaner\"]\nactive = false\n"));
    const Ran twice = import(site, "staff", "name\n王静\n");
    CHECK(twice.code == 2);
    CHECK(says(twice.err, "\"王静\" is in the plan or in this file already"));
    const Ran back = import(site, "staff", "name\n赵 敏\n");
    CHECK(back.code == 2);
    CHECK(
        says(back.err, "\"赵 敏\" is 赵 敏 (A04), who has left. If that is who comes back: onduty plan add staff A04"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a stock list becomes items and a stocktake") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran =
        import(site, "stock", "品名,单位,最低库存,保质期,数量\nLemon,piece,10,14,25\nTea,tin,4,540,3\nCream,,,,\n",
               {"--by", "Wang"});
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    CHECK(says(ran.out, "#6-#9 Imported from table.csv: new items 2, counted 2."));
    CHECK_FALSE(says(ran.err, "The plan has another unit"));
    CHECK(says(import(site, "stock", "name,unit,par\nTea,crate,4\nCoffee,,\n").err,
               "The plan has another unit, par or shelf life of Tea, and keeps it."));
    const std::string list = site.run({"serve", "stock"}).out;
    CHECK(says(list, "S01     Lemon             25  piece"));
    CHECK(says(list, "tea     Tea                3  tin"));
    CHECK(import(site, "stock", "name,par\nLemon,-1\n").code == 2);
    CHECK(import(site, "stock", "name,quantity\nLemon,1\nlemon,2\n").code == 2);
    const Ran other = import(site, "stock", "name,code,quantity\nLemon,tea,3\n");
    CHECK(other.code == 2);
    CHECK(says(other.err, "\"tea\" is Tea in the plan"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("an imported count is compared as a typed one is") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"serve", "stock", "count", "milk=12", "tea=4", "cup=60"}).code == 3);
    site.set_time("2026-11-23 20:40");
    const Ran ran = import(site, "stock", "item,quantity\nMilk,5\nTea,4\n");
    CAPTURE(ran.err);
    CHECK(ran.code == 3);
    CHECK(says(ran.err, "DIFFERENT: Milk 5 of 12."));
    CHECK(says(ran.err, "Say why: onduty serve explain 8 milk"));
    CHECK(says(site.run({"due"}).out, "Entry 8: 5 of 12, Milk"));
    CHECK(says(site.run({"report", "day", "--block", "stock", "--csv"}).out, ",12,5,-7,"));
    REQUIRE(site.run({"correct", "7", "--void", "--reason", "last month's list"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "Milk"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a list of customers becomes cards with their own dates") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"plan", "add", "staff", "Zhou Kai", "--code", "S1", "--post", "sales"}).code == 0);
    const std::string table =
        "姓名,手机号,分类,专员,登记日期,最近联系,备注\n周云,138 0013 8000,A,Zhou Kai,2026年5月3日,2026-05-04 "
        "10:00,三房\n"
        "吴,,B,,2026/6/1 9:30,,\n";
    const Ran ran = import(site, "customers", table);
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    CHECK(says(ran.out, "#7-#12 Imported from table.csv: customers 2."));
    CHECK(site.run({"customer"}).out == lines({
                                            "No.  Name  Class    Keeper    Since       Last contact  First by  Remark",
                                            "K8   周*   Class A  Zhou Kai  2026-05-03  2026-05-04              OLD",
                                            "K11  *     Class B            2026-06-01                          no "
                                            "keeper, OLD",
                                        }));
    CHECK(says(site.run({"log", "8"}).out, "imported"));
    const Ran again = import(site, "customers", table);
    CHECK(again.code == 2);
    CHECK(says(again.err, "there is a card with this name and telephone already"));
    const Ran bad =
        import(site, "customers", "name,phone,class,opened,contact\nA,12,Z,2026-05-03,2026-05-01\n,,,,\n,,A,,\n");
    CHECK(bad.code == 2);
    CHECK(says(bad.err, "Rows with faults: 2 of 2."));
    CHECK(says(bad.err, "line 2, phone: \"12\" is no telephone number."));
    CHECK(says(bad.err, "line 2, class: The plan has no class of customers \"Z\"."));
    CHECK(says(bad.err, "line 4, name: neither a name nor a telephone"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a register becomes cases with the steps that it tells") {
    TestSite site;
    TestSite::start_night(site);
    const Ran ran = import(site, "cases",
                           "编号,受理时间,内容,类型,等级,处理人,处理时间,处理结果,结案时间,状态\n"
                           "R1,2026-10-01 09:00,漏水,报修,2,Li Na,2026-10-02 09:00,换了水管,2026-10-03 09:00,已结案\n"
                           "R2,2026-11-20 09:00,吵闹,投诉,3,,,,,未处理\n");
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    CHECK(says(ran.out, "#6-#12 Imported from table.csv: cases 2, C1 to C2."));
    const std::string log = site.run({"log", "--csv"}).out;
    CHECK(says(log, "7,2026-10-01,2026-10-01 09:00,2026-11-23 20:30,+08:00,"));
    CHECK(says(log, "imported from table.csv"));
    const Ran again = import(site, "cases", "reference,received,words\nR1,2026-10-01,x\n");
    CHECK(again.code == 2);
    CHECK(says(again.err, "line 2, reference: \"R1\" is there already, as C1"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("every bad row is told, and none is kept unless --skip-bad says so") {
    TestSite site;
    TestSite::start_night(site);
    const std::string table =
        "received,words,severity,closed,status,reference\n"
        "2026-10-01 09:00,good,,,open,1\n"
        "2026-10-05 09:00,closed before,,2026-10-04 09:00,,2\n"
        "soon,no time,9,,,3\n"
        "2026-10-01 09:00,,,,,4\n"
        "2026-10-01 09:00,resolved when?,,,resolved,5\n"
        "2026-10-01 09:00,twice,,,,1\n"
        "2027-10-01 09:00,to come,,,,6\n"
        "2026-10-01 09:00,open and closed,,2026-10-02,open,7\n"
        "2026-10-01 09:00,\"torn,,,,8\n";
    const Ran ran = import(site, "cases", table);
    CHECK(ran.code == 2);
    CHECK(says(ran.err, "Rows with faults: 8 of 9. Nothing was recorded."));
    CHECK(says(ran.err, "line 3, closed: is earlier than the time at which it was received"));
    CHECK(says(ran.err, "line 4, received: \"soon\" is not a time such as"));
    CHECK(says(ran.err, "line 4, severity: severity takes 1 (the gravest) to 4"));
    CHECK(says(ran.err, "line 5, words: is empty"));
    CHECK(says(ran.err, "line 6, resolved: is empty, but the case is resolved"));
    CHECK(says(ran.err, "line 7, reference: \"1\" stands there twice"));
    CHECK(says(ran.err, "line 8, received: \"2027-10-01 09:00\" is in the future"));
    CHECK(says(ran.err, "line 9, status: says open, but there is a time"));
    CHECK(says(ran.err, "line 10: a quotation mark is not closed"));
    CHECK(nothing_recorded(site));
    const std::string bad = site.directory() + "/bad.csv";
    CHECK(import(site, "cases", table, {"--skip-bad", bad, "--dry-run"}).code == 0);
    CHECK(nothing_recorded(site));
    const Ran kept = import(site, "cases", table, {"--skip-bad", bad});
    CHECK(kept.code == 0);
    CHECK(says(kept.out, "cases 1, C1 to C1."));
    CHECK(says(kept.err, ("Left out: 8 rows, written to " + bad).c_str()));
    const std::string text = read_text(bad);
    CHECK(says(text, "\xEF\xBB\xBFreceived,words,severity,closed,status,reference,why\r\n"));
    CHECK(says(text, "2026-10-05 09:00,closed before,,2026-10-04 09:00,,2,closed: is earlier than"));
    const Ran there = import(site, "cases", table, {"--skip-bad", bad});
    CHECK(there.code == 4);
    CHECK(says(there.err, (bad + " is there already. Name another file.\n").c_str()));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("columns, maps and files that are wrong are refused with a hint") {
    TestSite site;
    TestSite::start_night(site);
    const auto map = [&](const std::string& toml, const std::string& table) {
        return import(site, "cases", table, {"--map", file(site, "map.toml", toml)});
    };
    const Ran missing = import(site, "cases", "when,words\n2026-10-01,x\n");
    CHECK(missing.code == 2);
    CHECK(says(missing.err, "No column is received. The columns are when, words."));
    CHECK(says(import(site, "cases", "received,created,words\n").err, "would both be received"));
    CHECK(says(import(site, "cases", "").err, "The file is empty."));
    CHECK(says(import(site, "cases", "received,words\n").err, "has no row below its headings."));
    CHECK(says(import(site, "cases", "\xB1\xE0\xBA\xC5,\xC4\xDA\xC8\xDD\n").err, "iconv -f GB18030 -t UTF-8"));
    CHECK(says(import(site, "cases", "PK\x03\x04...").err, "The file is a workbook"));
    CHECK(site.run({"import", "cases", site.directory() + "/none.csv"}).code == 1);
    CHECK(site.run({"import", "wishes", "x.csv"}).code == 2);
    CHECK(import(site, "cases", "received,words\n2026-10-01,x\n", {"--at", "20:00"}).code == 2);
    const Ran key = map("colums = 1\n[columns]\n\"a\" = \"recieved\"\n", "a,words\n2026-10-01,x\n");
    CHECK(key.code == 2);
    CHECK(says(key.err, "map.toml:1:"));
    CHECK(says(key.err, "map.toml:3: There is no field \"recieved\"."));
    CHECK(says(map("[columns]\n\"b\" = \"received\"\n", "a,words\n").err, "The map names a column \"b\""));
    CHECK(says(map("date_order = \"ydm\"\n", "a,words\n").err, "date_order"));
    CHECK(says(map("not toml", "a\n").err, "This is not TOML"));
    CHECK(nothing_recorded(site));
}

TEST_CASE("a map names columns, constants and values, and says which number is the month") {
    TestSite site;
    TestSite::start_night(site);
    const std::string table =
        "when,what,how,done,state\n1/2/26 8:43,lamp,Call,1/3/26,Closed\n2/1/26 9:00,door,Web,,New\n";
    const std::string map =
        "[columns]\nwhen = \"received\"\nwhat = \"words\"\nhow = \"channel\"\ndone = \"closed\"\nstate = \"status\"\n"
        "[constants]\nsort = \"repair\"\n[values.channel]\nCall = \"phone\"\n[values.status]\nClosed = "
        "\"archived\"\nNew = \"open\"\n";
    const Ran unclear = import(site, "cases", table, {"--map", file(site, "map.toml", map)});
    CHECK(unclear.code == 2);
    CHECK(says(unclear.err, "\"1/2/26 8:43\": month or day first?"));
    const Ran ran = import(site, "cases", table, {"--map", file(site, "map.toml", "date_order = \"mdy\"\n" + map)});
    CAPTURE(ran.err);
    CHECK(ran.code == 0);
    const std::string log = site.run({"log", "--csv"}).out;
    CHECK(says(log, "7,2026-01-02,2026-01-02 08:43,"));
    CHECK(says(log, "2026-01-03 12:00"));
    CHECK(says(log, "2026-02-01 09:00"));
    CHECK(says(site.run({"import", "cases", file(site, "t.csv", "received,words\n2026-10-01,x\n"), "--json"}).out,
               "{\"what\":\"cases\",\"rows\":1,\"left_out\":0,\"first\":12,\"last\":14}"));
}

TEST_CASE("who imports must be clear") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"checkin", "staff", "Li Na", "--post", "guard"}).code == 0);
    CHECK(import(site, "customers", "name\nWu\n").code == 2);
    CHECK(import(site, "customers", "name\nWu\n", {"--by", "Wang"}).code == 0);
}

namespace {

constexpr int kManyRows = 450;  // three transactions

std::string many_rows(const char* words = "lamp") {
    std::string table = "reference,received,words,sort,closed,phone\n";
    for (int row = 1; row <= kManyRows; ++row) {
        table += fmt::format("R{0},2026-11-{1:02} 09:00,{2} {0},repair,{3},138001380{4:02}\n", row, 1 + row % 20, words,
                             row % 3 == 0 ? "" : "2026-11-22 10:00", row % 100);
    }
    return table;
}

// The import is cut off when it asks for the time again: at the beginning of its transaction number `at`.
void break_off(TestSite& site, const std::string& path, int at) {
    onduty::Output nowhere{[](std::string_view) { return true; }};
    onduty::Environment environment = site.environment(nowhere, nowhere);
    const auto clock = environment.clock;
    environment.clock = [&, asked = 0]() mutable {
        if (asked++ == at) {
            throw onduty::Failure{"cut off"};
        }
        return clock();
    };
    CHECK(onduty::run({"--site", site.file(), "import", "cases", path}, environment) == 1);
}

// What figures and lists say.
std::string figures(TestSite& site) {
    return site.run({"complain", "list", "--csv"}).out + site.run({"complain", "--json"}).out +
           site.run({"report", "month", "--json"}).out + site.run({"handover", "show"}).out;
}

}  // namespace

TEST_CASE("what was broken off does not count, and the same command goes on") {
    TestSite whole;
    TestSite::start_night(whole);
    const Ran undisturbed = import(whole, "cases", many_rows());
    REQUIRE(undisturbed.code == 0);
    for (int at = 1; at <= 4; ++at) {
        CAPTURE(at);
        TestSite site;
        TestSite::start_night(site);
        REQUIRE(import(site, "cases", "received,words\n2026-11-20 09:00,an older one\n").code == 0);
        const std::string before = figures(site);
        const std::string path = file(site, "table.csv", many_rows());
        break_off(site, path, at);
        CHECK(figures(site) == before);
        CHECK(site.run({"verify"}).code == 0);
        if (at == 1) {
            continue;  // nothing was recorded yet
        }
        CHECK(says(site.run({"due"}).out, ("Import of table.csv is not ended  onduty import cases " + path).c_str()));
        CHECK(says(site.run({"log"}).out, "[import not ended]"));
        CHECK(site.run({"complain", "show", "C2"}).code == 4);
        break_off(site, path, 1);
        const Ran dry = site.run({"--dry-run", "import", "cases", path});
        CHECK(says(dry.out, "cases 450, C2 to C451"));
        CHECK(figures(site) == before);
        const Ran again = site.run({"import", "cases", path});
        CAPTURE(again.err);
        CHECK(again.out.substr(0, again.out.find("Seal")) ==
              "#9-#1060 Imported from table.csv: cases 450, C2 to C451. ");
        CHECK(undisturbed.out.substr(0, undisturbed.out.find("Seal")) ==
              "#6-#1057 Imported from table.csv: cases 450, C1 to C450. ");
        CHECK_FALSE(says(site.run({"due"}).out, "is not ended"));
        CHECK(site.run({"import", "cases", path}).code == 2);
        CHECK(site.run({"verify"}).code == 0);
        const std::string log = site.run({"log", "9", "--json"}).out;
        CHECK(says(log, "\"kind\":\"import\""));
    }
}

TEST_CASE("while an import is not ended, another table is refused until it is withdrawn") {
    TestSite site;
    TestSite::start_night(site);
    const std::string before = figures(site);
    break_off(site, file(site, "lost.csv", many_rows()), 2);
    const Ran other = import(site, "cases", many_rows("tap"));
    CHECK(other.code == 4);
    CHECK(says(other.err, "Entry 6 began an import that was broken off"));
    CHECK(import(site, "cases", "received,words\n2026-11-20 09:00,few\n").code == 4);
    CHECK(import(site, "customers", "name\nWu\n").code == 0);
    CHECK(site.run({"correct", "6", "--void", "--reason", "the file is lost"}).code == 0);
    CHECK_FALSE(says(site.run({"due"}).out, "is not ended"));
    CHECK(figures(site) == before);
    CHECK(import(site, "cases", many_rows("tap")).code == 0);
    CHECK(says(site.run({"complain", "list", "--csv"}).out, "tap 450"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("the bad rows of an import that goes on are not written again") {
    TestSite site;
    TestSite::start_night(site);
    const std::string path = file(site, "table.csv", many_rows() + "R0,soon,x,,,\n");
    const std::string bad = site.directory() + "/bad.csv";
    CHECK(site.run({"import", "cases", path, "--skip-bad", bad, "--by", "nobody"}).code == 2);
    onduty::Output nowhere{[](std::string_view) { return true; }};
    onduty::Environment environment = site.environment(nowhere, nowhere);
    environment.clock = [&, clock = environment.clock, asked = 0]() mutable {
        return asked++ == 2 ? throw onduty::Failure{"cut off"} : clock();
    };
    CHECK(onduty::run({"--site", site.file(), "import", "cases", path, "--skip-bad", bad}, environment) == 1);
    CHECK(says(site.run({"due"}).out, ("--skip-bad " + bad).c_str()));
    const Ran again = site.run({"import", "cases", path, "--skip-bad", bad});
    CHECK(again.code == 0);
    CHECK(says(read_text(bad), "received: \"\"soon"));
}

TEST_CASE("what an old list does not tell is no deed of who reads it in") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(site.run({"plan", "add", "staff", "Zhou", "--post", "sales"}).code == 0);
    REQUIRE(import(site, "customers",
                   "name,phone,keeper,opened,contact\nAn,13800000001,Zhou,2026-11-16,2026-11-20 10:00\n"
                   "Bo,13800000002,,2026-11-16,2026-11-21 10:00\n")
                .code == 0);
    const std::string contacts = site.run({"report", "week", "2026-11-16", "--block", "contacts", "--csv"}).out;
    CHECK_MESSAGE(says(contacts, "Zhou,1,"), contacts);
    CHECK_MESSAGE(says(contacts, "-,1,"), contacts);
    CHECK_FALSE_MESSAGE(says(contacts, "Zhang Wei"), contacts);
    // An assignment without a time, or a resolution alone, tells nothing of when the case was taken on.
    REQUIRE(import(site, "cases",
                   "received,accepted,resolved,words,sort,owner\n"
                   "2026-11-16 09:00,,2026-11-18 09:00,tap,repair,Zhang Wei\n"
                   "2026-11-16 09:00,,2026-11-18 09:00,door,repair,\n"
                   "2026-11-16 09:00,2026-11-16 09:40,2026-11-18 09:00,lift,repair,Zhang Wei\n"
                   "2026-11-16 09:00,2026-11-16 09:00,2026-11-18 09:00,lamp,repair,Zhang Wei\n"
                   "2026-11-16 09:00,2026-11-16 09:20,2026-11-18 09:00,tile,repair,\n"
                   "2026-11-16 09:00,,,open,repair,Zhang Wei\n")
                .code == 0);
    CHECK_FALSE(says(site.run({"complain", "show", "C1"}).out, "Accepted"));
    CHECK_FALSE(says(site.run({"complain", "show", "C2"}).out, "Accepted"));
    CHECK(says(site.run({"complain", "show", "C3"}).out, "Accepted after 40 min"));
    CHECK(says(site.run({"complain", "show", "C4"}).out, "Accepted after 0 min"));
    CHECK_FALSE(says(site.run({"complain", "show", "C6"}).out, "accepted"));
    const std::string times = site.run({"report", "week", "2026-11-16", "--block", "case-times", "--csv"}).out;
    CHECK_MESSAGE(says(times, "accept,3,20,40,40,"), times);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a telephone is the same with and without its country") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(import(site, "customers", "name,phone\nZhou,138-0013-8000\nQian,010 6655 4433\n").code == 0);
    for (const char* same : {"Zhou,+86 138 0013 8000", "Zhou,0086-138-0013-8000", "Zhou,8613800138000",
                             "Qian,+86 10 6655 4433", "Qian,0086 1066554433"}) {
        CAPTURE(std::string{same});
        CHECK(import(site, "customers", std::string{"name,phone\n"} + same + "\n").code == 2);
    }
    for (const char* other : {"Zhou,+44 138 0013 8000", "Zhou,86 100", "Zhou,+86 020 555 0100"}) {
        CAPTURE(std::string{other});
        CHECK(import(site, "customers", std::string{"name,phone\n"} + other + "\n").code == 0);
    }
}
