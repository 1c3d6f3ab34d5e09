// SPDX-License-Identifier: MIT
// Does a table come in as people keep it: with a title, a total, two columns for one time, and read in twice?
#include <doctest/doctest.h>

#include <fstream>

#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace {

std::string table_file(const TestSite& site, const char* name, const std::string& text) {
    const std::string path = site.directory() + "/" + name;
    std::ofstream{path, std::ios::binary} << text;
    return path;
}

Ran import_table(TestSite& site, const char* what, const std::string& text, const std::string& map = "") {
    std::vector<std::string> words{"import", what, table_file(site, "table.csv", text)};
    if (!map.empty()) {
        words.insert(words.end(), {"--map", table_file(site, "map.toml", map)});
    }
    return site.run(words);
}

}  // namespace

TEST_CASE("a total or a signature below the table is no row") {
    TestSite site;
    TestSite::start_night(site);
    const std::string stock = "品名,单位,最低库存,数量\n柠檬,个,10,25\n纸巾,包,20,40\n合计,,,65\n";
    const Ran ran = import_table(site, "stock", stock);
    CHECK(ran.code == 2);
    CHECK(says(ran.err, "line 4: \"合计\" is a total or a signature below the table, no row of it"));
    CHECK(site.run({"log", "6"}).code == 2);
    CHECK(site.run({"import", "stock", table_file(site, "table.csv", stock), "--skip-bad", site.directory() + "/b.csv",
                    "--by", "Wang"})
              .code == 0);
    CHECK_FALSE(says(site.run({"serve", "stock"}).out, "合计"));
    CHECK(says(import_table(site, "customers", "姓名,电话\n客户甲,13800000001\n合计：2人,\n").err,
               "line 3: \"合计：2人\""));
    CHECK(
        says(import_table(site, "customers", "日期,姓名\n2026-11-01,客户甲\n制表人：李娜,\n").err, "line 3: \"制表人"));
    for (const char* last : {"Sum", "共2人", "Prepared by: Li", "备注：无", "以下空白"}) {
        const Ran tail = import_table(site, "customers", std::string{"姓名,日期\n客户乙,2026-11-01\n"} + last + ",\n");
        CHECK_MESSAGE(says(tail.err, "line 3: "), tail.err);
    }
    CHECK(says(import_table(site, "staff", "姓名,工号\n员工甲,A11\n合 计,2\n").err, "line 3: \"合 计\""));
    CHECK(says(import_table(site, "staff", "no,name\n1,An\n,Grand Total\n").err, "line 3: \"Grand Total\""));
    CHECK(says(import_table(site, "cases", "内容,受理时间\n漏水,2026-11-01\n11月小计,\n").err, "line 3: \"11月小计\""));
    // A row that tells its time is one, whatever it is about.
    CHECK(import_table(site, "cases", "内容,受理时间\n账单总计,2026-11-01\n").code == 0);
    CHECK(import_table(site, "customers", "name\nTotal Clean Ltd\n").code == 0);
}

TEST_CASE("rows that are there already do not come in again") {
    TestSite site;
    TestSite::start_night(site);
    const std::string table = "受理时间,内容,房号\n2026/10/5 8:03,空调不制冷,301\n2026/10/6 8:03,电梯故障,\n";
    REQUIRE(import_table(site, "cases", table).code == 0);
    CHECK(import_table(site, "cases", table).code == 2);
    const Ran blank = import_table(site, "cases", table + "　, ,\n");
    CHECK(blank.code == 2);
    CHECK(says(blank.err, "Rows with faults: 2 of 2."));
    CHECK(says(blank.err, "line 2: the same time and words are there already, as C1"));
    CHECK(says(blank.err, "line 3: the same time and words are there already, as C2"));
    const std::string more = table + "2026/10/7 8:03,门锁坏,\n2026/10/5 8:03,空调不制冷,302\n";
    const Ran longer = import_table(site, "cases", more);
    CHECK(longer.code == 2);
    CHECK(says(longer.err, "Rows with faults: 2 of 4."));
    CHECK(says(longer.err, "--skip-bad leaves out what is there already."));
    const std::string bad = site.directory() + "/bad.csv";
    const Ran good = site.run({"import", "cases", table_file(site, "table.csv", more), "--skip-bad", bad});
    CHECK(says(good.out, "cases 2, C3 to C4."));
    // Withdrawn, it may come in again; with a number it is another one.
    REQUIRE(site.run({"correct", "6", "--void", "--reason", "wrong month"}).code == 0);
    CHECK(import_table(site, "cases", table + ",,\n").code == 0);
    CHECK(import_table(site, "cases", "编号,受理时间,内容\nR9,2026/10/6 8:03,电梯故障\n").code == 0);
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("numbers that begin again in every table are told") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(import_table(site, "cases", "序号,受理时间,内容\n1,2026/9/5 8:03,漏水\n").code == 0);
    const std::string next = "序号,受理时间,内容\n1,2026/10/5 8:03,门锁坏\n";
    const Ran ran = import_table(site, "cases", next);
    CHECK(ran.code == 2);
    CHECK(says(ran.err, "line 2, 序号: \"1\" is there already, as C1"));
    CHECK(says(ran.err, "--map FILE.toml: columns.\"序号\" = \"\"\n"));
    CHECK(import_table(site, "cases", next, "columns.\"序号\" = \"\"\n").code == 0);
    const Ran same = import_table(site, "cases", "序号,受理时间,内容\n1,2026/9/5 8:03,漏水\n,,\n");
    CHECK(says(same.err, "\"1\" is there already, as C1"));
    CHECK_FALSE(says(same.err, "begin again"));
}

TEST_CASE("a date without a clock time fits the step before and after it") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(import_table(site, "cases",
                         "编号,受理日期,内容,接单时间,办结时间\n"
                         "R1,2026/10/5,空调不制冷,,2026/10/5 9:30\n"
                         "R2,2026/10/5,电梯故障,2026/10/5,2026/10/5 14:00\n"
                         "R3,2026/10/5 16:00,门锁坏,2026/10/5,2026/10/5\n")
                .code == 0);
    const std::string log = site.run({"log", "--csv"}).out;
    CHECK(says(log, "7,2026-10-05,2026-10-05 09:30,"));
    CHECK(says(log, "9,2026-10-05,2026-10-05 09:30,"));
    CHECK(says(log, "10,2026-10-05,2026-10-05 12:00,"));
    CHECK(says(log, "13,2026-10-05,2026-10-05 14:00,"));
    CHECK(says(log, "17,2026-10-05,2026-10-05 16:00,"));
    const Ran wrong = import_table(site, "cases", "受理时间,内容,办结时间\n2026/10/5 16:00,x,2026/10/5 9:30\n");
    CHECK(wrong.code == 2);
    const std::string why = "line 2, 办结时间: is earlier than the time at which it was received";
    CHECK(says(wrong.err, why.c_str()));
    CHECK(wrong.err.find(why) == wrong.err.rfind(why));
    CHECK(import_table(site, "customers", "name,contact\nAn,2026-11-01\n").code == 0);
}

TEST_CASE("headings may stand below a title, twice, or over a date and its clock time") {
    TestSite site;
    TestSite::start_night(site);
    for (const char* titled : {"2026年1月投诉登记表,,\n受理时间,内容,房号\n2026/1/5 8:03,空调不制冷,301\n",
                               "受理信息,,客户信息\n受理时间,内容,姓名\n2026/1/6 8:03,漏水,客户甲\n",
                               "投诉登记表\n受理时间;内容;房号\n2026/1/7 8:03;门锁坏;301\n"}) {
        CAPTURE(std::string{titled});
        const Ran ran = import_table(site, "cases", titled);
        CAPTURE(ran.err);
        CHECK(ran.code == 0);
        CHECK(says(ran.err, "The headings stand on line 2. What stands above them is left out: "));
    }
    CHECK(says(import_table(site, "cases", "登记表,,\n什么时候,内容\n").err, "No column is received."));
    CHECK(import_table(site, "cases", "\"受理\n时间\",内容\n2026/1/8 8:03,灯坏\n").code == 0);

    CHECK(says(import_table(site, "cases", "受理时间,内容,,\n2026/1/8 9:03,灯坏,备用,\n").err,
               "Columns that are left out: #3\n"));

    const std::string twice = "时间,内容,时间\n2026/1/9 8:03,空调不制冷,2026/1/9 9:00\n";
    const Ran ran = import_table(site, "cases", twice);
    CHECK(ran.code == 2);
    CHECK(says(ran.err, "Columns 1 and 3 are both called \"时间\"."));
    CHECK(says(ran.err, "columns.\"#3\" = \"\"\n"));
    CHECK(import_table(site, "cases", twice, "columns.\"#3\" = \"closed\"\n").code == 0);
    CHECK(says(site.run({"complain", "list", "--csv"}).out, "archived"));

    REQUIRE(import_table(site, "cases", "日期,时间,内容\n2026/2/5,8:03,断电\n2026/2/6,,断水\n2026/2/7,下午3点,断网\n")
                .code == 0);
    const std::string log = site.run({"log", "--csv"}).out;
    CHECK(says(log, ",2026-02-05 08:03,"));
    CHECK(says(log, ",2026-02-06 12:00,"));
    CHECK(says(log, ",2026-02-07 15:00,"));
    CHECK(says(import_table(site, "cases", "日期,时间,内容\n2026/2/5 8:00,2026/2/5 8:03,断电\n").err,
               "would both be received"));
}

TEST_CASE("an archived case of a register waits for no follow-up, and its times are read as typed ones") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(import_table(site, "cases", "受理时间,内容,结案时间\n2026-10-05 傍晚6:30,噪音,2026年10月9日 星期五 24:00\n")
                .code == 0);
    const std::string shown = site.run({"complain", "show", "C1"}).out;
    CHECK_FALSE(says(shown, "To be followed up"));
    CHECK(says(shown, "2026-10-05 18:30"));
    CHECK(says(shown, "2026-10-10 00:00"));
    const Ran bad =
        import_table(site, "cases", "受理时间,内容\n2026-10-05 夜里2点,a\n2026-10-05 周二 8:00,b\n26/10/05 8:00,c\n");
    CHECK(says(bad.err, "line 2, 受理时间: \"2026-10-05 夜里2点\" may be of the night before or of that after"));
    CHECK(says(bad.err, "line 3, 受理时间: \"2026-10-05 周二 8:00\": that date is another day of the week"));
    CHECK(says(bad.err, "line 4, 受理时间: \"26/10/05 8:00\": month or day first?"));
    CHECK(says(import_table(site, "cases", "受理时间,内容,等级\n2026-10-05,a,紧急\n").err,
               "\"紧急\" is no severity from 1 to 4"));
    CHECK(import_table(site, "cases", "received,words\n26/10/05 8:00,c\n", "date_order = \"ymd\"\n").code == 0);
}

TEST_CASE("a date without a clock time gives no minutes, and is counted all the same") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(import_table(site, "cases",
                         "编号,类型,受理时间,内容,结案时间\n"
                         "R1,投诉,2026/11/16,噪音,2026/11/16\n"
                         "R2,投诉,2026/11/16 9:00,卫生,2026/11/18\n"
                         "R3,报修,2026/11/17,停车,2026/11/18 10:00\n"
                         "R4,咨询,2026/11/17,几点开门,2026/11/17\n")
                .code == 0);
    const auto block = [&](const char* name) {
        return site.run({"report", "month", "2026-11-23", "--block", name, "--csv"}).out;
    };
    // Counted, and in time or not, but not measured.
    CHECK(says(block("case-times"), "3,handle,4,,,,4,"));
    CHECK(says(block("repairs"), ",0,0,,1,,0,0"));
    CHECK(says(block("enquiries"), ",1,1,0,0,"));
    CHECK(says(site.run({"complain", "show", "C1"}).out, "Resolved after an unknown time"));
    REQUIRE(
        import_table(site, "cases", "编号,受理时间,内容,结案时间\nR5,2026/11/16 9:00,噪音,2026/11/16 10:30\n").code ==
        0);
    CHECK(says(block("case-times"), "3,handle,5,90,90,90,5,"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("a case that was closed on a day that nobody wrote down is archived, and counts on none") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(import_table(site, "cases",
                         "Ticket,Date,Words,Status\nT1,2026-11-16,internet slow,Closed\n"
                         "T2,2026-11-17,bill too high,Open\n")
                .code == 0);
    CHECK(says(site.run({"report", "month", "2026-11-23", "--block", "cases", "--csv"}).out, "complaint,3,2,0,0,0,1"));
    CHECK_FALSE(says(site.run({"report", "month", "2026-11-23", "--block", "case-times", "--csv"}).out, "handle"));
    CHECK_FALSE(says(site.run({"due", "--all"}).out, "C1"));
    CHECK_FALSE(says(site.run({"complain", "show", "C1"}).out, "To be"));
    CHECK(site.run({"verify"}).code == 0);
}

TEST_CASE("cells of a telephone are read as registers have them, and what is not is refused with a way out") {
    TestSite site;
    TestSite::start_night(site);
    REQUIRE(import_table(site, "customers", "姓名,电话\n甲,13800000000.0\n乙,无\n丙,\u202A13800000002\u202C\n").code ==
            0);
    const Ran phone = import_table(site, "customers", "姓名,电话\n丁,13800000003转8012\n");
    CHECK(says(phone.err,
               "below [values.phone], where \"\" is nothing; or the column is left out: columns.\"电话\" = \"\""));
    CHECK(import_table(site, "customers", "姓名,电话\n丁,13800000003转8012\n",
                       "values.phone.\"13800000003转8012\" = \"13800000003\"\n")
              .code == 0);
    CHECK(says(import_table(site, "cases", "受理时间,内容\n2026/1/5 8:03,热线\u200B催办\n").err,
               "holds control or invisible characters: \\u{200B}"));
    CHECK(says(import_table(site, "cases", "工单号,受理时间,内容\n2.02401E+12,2026/1/5 8:03,空调\n").err,
               "is a number that the spreadsheet shortened"));
    const std::string place = "受理时间,内容,地点\n2026/1/5 8:03,空调,3栋门口\n";
    CHECK(says(import_table(site, "cases", place).err, "columns.\"地点\" = \"unit\""));
    CHECK(import_table(site, "cases", place, "columns.\"地点\" = \"unit\"\n").code == 0);
    std::string longer = "受理时间,内容\n2026/1/5 8:03,";
    for (int i = 0; i < 2000; ++i) {
        longer += "长";
    }
    CHECK(says(import_table(site, "cases", longer + "\n").err, "has 2000 characters; about 1366 of them fit"));
}
