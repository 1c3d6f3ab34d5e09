// SPDX-License-Identifier: MIT
// Does the log hold what was appended, without gaps, whoever writes and however a command ends?
#include "store/store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <ostream>
#include <random>

#include "cases/kinds.hpp"
#include "guard/kinds.hpp"
#include "loans/kinds.hpp"
#include "notes/kinds.hpp"
#include "rooms/kinds.hpp"
#include "rounds/kinds.hpp"
#include "scratch.hpp"
#include "staff/kinds.hpp"
#include "stock/kinds.hpp"
#include "store/chain.hpp"
#include "store/verify.hpp"
#include "store/watermark.hpp"
#include "text/error.hpp"
#include "turns.hpp"
#include "visits/kinds.hpp"

namespace onduty {

namespace {

using scratch::at;
using scratch::draft;

struct Site {
    scratch::Directory directory;
    std::string path = directory.file("site.db");
    Site() { Store::create(path); }
};

struct Written {
    scratch::Directory directory;
    std::string path = directory.file("site.db");
    Written() { scratch::write_log(path); }
};

Entry append(Store& store, const Entry& entry, const Details& details = {}) {
    store.begin();
    const Entry stored = store.append(entry, details);
    store.commit();
    return stored;
}

std::string head_text(const Hash& hash) {
    return hex(bytes_of(hash));
}

Instant milliseconds(std::int64_t count) {
    return Instant{std::chrono::milliseconds{count}};
}

// An entry that uses every column. Its hashes below were made with Python's hashlib.
Entry full_entry() {
    Entry entry;
    entry.id.fill(7);
    entry.kind = kind::kPoint;
    entry.actor = "A01";
    entry.typed_by = "A02";
    entry.post = "night-guard";
    entry.shift = 2;
    entry.business_date = Date{std::chrono::year{2026} / 11 / 23};
    entry.recorded_at = milliseconds(1795436460123);
    entry.utc_offset = std::chrono::hours{8};
    entry.happened_at = milliseconds(1795432800000);
    entry.told_offset = std::chrono::hours{9};
    entry.late = true;
    entry.about = 3;
    entry.opens = kItself;
    entry.closes = 2;
    entry.amends = 1;
    entry.subject = "P05";
    entry.rule = "night-round";
    entry.slot_at = milliseconds(1795439000001);
    entry.result = result::kFault;
    entry.flag = flag::kTooFast;
    entry.fields.add("a", -7, 2, Sought::yes);
    entry.fields.add_code("code", "灯闪");
    entry.plan = 4;
    entry.traits = trait::kOfRule;
    entry.source = "device";
    entry.told_dated = true;
    entry.batch = 5;
    entry.client_id = "gate-7";
    entry.os_user = "1000";
    entry.terminal = "pts/1";
    entry.boot_id = "boot-1";
    entry.boot_at = std::chrono::milliseconds{65000};
    entry.tool = "onduty test";
    return entry;
}

// One with as little as possible, by a clock that was put back, and an incident.
Entry small_entry() {
    Entry entry;
    entry.id.fill(8);
    entry.kind = kind::kIncident;
    entry.actor = "-";
    entry.business_date = Date{std::chrono::year{2026} / 11 / 24};
    entry.recorded_at = milliseconds(1795435921000);
    entry.tool = "t";
    return entry;
}

Incident some_incident() {
    return {9, "fire", "P01", "", "", milliseconds(1795436000500), "", ""};
}

void check_same(const Entry& a, const Entry& b) {
    CHECK(a.number == b.number);
    CHECK((a.id == b.id));
    CHECK(a.kind == b.kind);
    CHECK(a.actor == b.actor);
    CHECK(a.typed_by == b.typed_by);
    CHECK(a.post == b.post);
    CHECK(a.shift == b.shift);
    CHECK((a.business_date == b.business_date));
    CHECK((a.recorded_at == b.recorded_at));
    CHECK((a.utc_offset == b.utc_offset));
    CHECK((a.happened_at == b.happened_at));
    CHECK((a.told_offset == b.told_offset));
    CHECK(a.late == b.late);
    CHECK((a.clock_step == b.clock_step));
    CHECK(a.about == b.about);
    CHECK(a.opens == b.opens);
    CHECK(a.closes == b.closes);
    CHECK(a.amends == b.amends);
    CHECK(a.subject == b.subject);
    CHECK(a.rule == b.rule);
    CHECK((a.slot_at == b.slot_at));
    CHECK(a.result == b.result);
    CHECK(a.flag == b.flag);
    CHECK(a.note == b.note);
    CHECK(a.reason == b.reason);
    CHECK(a.plan == b.plan);
    CHECK(a.traits == b.traits);
    CHECK(a.source == b.source);
    CHECK(a.told_dated == b.told_dated);
    CHECK(a.batch == b.batch);
    CHECK(a.client_id == b.client_id);
    CHECK(a.os_user == b.os_user);
    CHECK(a.terminal == b.terminal);
    CHECK(a.boot_id == b.boot_id);
    CHECK((a.boot_at == b.boot_at));
    CHECK(a.tool == b.tool);
    CHECK((a.digest == b.digest));
    CHECK((a.head == b.head));
}

std::vector<EntryNumber> numbers(Store& store, const EntryQuery& query) {
    std::vector<EntryNumber> found;
    store.each(query, [&](const Entry& entry) { found.push_back(entry.number); });
    return found;
}

using Numbers = std::vector<EntryNumber>;

}  // namespace

TEST_CASE_FIXTURE(Site, "every column is stored, hashed as documented and read back") {
    Store store{path, Store::Mode::write};
    const Entry stored = append(store, full_entry());
    CHECK(stored.number == 1);
    CHECK_FALSE(stored.clock_step.has_value());
    CHECK(head_text(stored.digest) == "6e92af0941254b9bd8e3c5958baf5b58e000001c4a294eb3c34ef3461e5d8259");
    CHECK(head_text(stored.head) == "366ff0ab4232ca46437ac9e4022523f659ce46cc492b0c38114d588acf2ae84f");
    Entry expected = full_entry();
    expected.number = 1;
    expected.opens = 1;
    expected.digest = stored.digest;
    expected.head = stored.head;
    check_same(stored, expected);
    Store reader{path, Store::Mode::read};
    check_same(*reader.entry(1), expected);
    CHECK((reader.site_id() == full_entry().id));
}

TEST_CASE_FIXTURE(Site, "an entry with few columns, a clock step and an incident") {
    Store store{path, Store::Mode::write};
    append(store, full_entry());
    Details details;
    details.incident = some_incident();
    const Entry stored = append(store, small_entry(), details);
    REQUIRE(stored.clock_step.has_value());
    CHECK(stored.clock_step->count() == -539123);
    CHECK(head_text(stored.digest) == "7474dd12943c1d063e6b58603743f061beeea83682205d96f26b683c080273e2");
    CHECK(head_text(stored.head) == "f47597a2fad42ac3c158d49b912065f3d9ebed81ff21fc373759010bb97b2719");
    Store reader{path, Store::Mode::read};
    check_same(*reader.entry(2), stored);
    const Incident incident = *reader.incident(2);
    CHECK(incident.sequence == 9);
    CHECK(incident.category == "fire");
    CHECK(incident.place == "P01");
    CHECK(incident.reported_by.empty());
    CHECK(incident.phoned.empty());
    CHECK((incident.phoned_at == milliseconds(1795436000500)));
    CHECK(incident.action_taken.empty());
    CHECK(incident.action_needed.empty());
    CHECK_FALSE(reader.incident(1).has_value());
    CHECK(reader.next_incident_number() == 10);
}

TEST_CASE_FIXTURE(Site, "what is empty is NULL in the file") {
    Store store{path, Store::Mode::write};
    append(store, small_entry());
    SQLite::Database shell{path, SQLite::OPEN_READONLY};
    CHECK(shell
              .execAndGet("SELECT count(*) FROM entry WHERE post IS NULL AND shift IS NULL AND "
                          "happened_at IS NULL AND clock_step IS NULL AND about IS NULL AND typed_by IS NULL AND "
                          "told_offset IS NULL AND amends IS NULL AND told_dated IS NULL AND batch IS NULL AND "
                          "client_id IS NULL AND "
                          "opens IS NULL AND closes IS NULL AND subject IS NULL AND rule IS NULL AND slot_at IS NULL "
                          "AND result IS NULL "
                          "AND flag IS NULL AND os_user IS NULL "
                          "AND terminal IS NULL AND boot_id IS NULL AND boot_at IS NULL")
              .getInt() == 1);
    CHECK(shell.execAndGet("SELECT count(*) FROM field").getInt() == 0);
}

TEST_CASE_FIXTURE(Site, "entries are numbered without gaps, after a rollback too") {
    Store store{path, Store::Mode::write};
    CHECK(append(store, draft(kind::kDutyOn, 0, 1)).number == 1);
    store.begin();
    CHECK(store.append(draft(kind::kDutyOff, 1, 2)).number == 2);
    CHECK(store.append(draft(kind::kDutyOff, 2, 3)).number == 3);
    store.roll_back();
    CHECK(store.head().number == 1);
    store.begin();
    CHECK(store.append(draft(kind::kDutyOff, 3, 4)).number == 2);
    CHECK(store.append(draft(kind::kDutyOff, 4, 5)).number == 3);
    store.commit();
    CHECK(numbers(store, {}) == Numbers{1, 2, 3});
    CHECK(verify_site(path).good());
}

TEST_CASE_FIXTURE(Written, "a rollback leaves both files as they were") {
    const std::string before = scratch::read_bytes(path);
    const std::string mark = scratch::read_bytes(path + ".head");
    {
        Store store{path, Store::Mode::write};
        store.begin();
        Details details;
        details.personal = {{"name", "李四"}};
        store.append(draft(kind::kIncident, 900, 99), details);
        store.append(draft(kind::kDutyOff, 901, 98));
        store.change_parts(1, {}, {{"staff", {"A01", "Zhang"}}});
        store.roll_back();
    }
    CHECK(scratch::read_bytes(path) == before);
    CHECK(scratch::read_bytes(path + ".head") == mark);
}

TEST_CASE_FIXTURE(Written, "a command that ends without commit leaves the log as it was") {
    const std::string before = scratch::read_bytes(path);
    {
        Store store{path, Store::Mode::write};
        store.begin();
        store.append(draft(kind::kDutyOff, 900, 99));
    }
    CHECK(scratch::read_bytes(path) == before);
}

TEST_CASE_FIXTURE(Written, "a writer who opened earlier goes on from the newest head") {
    Store early{path, Store::Mode::write};
    CHECK(early.head().number == 11);
    Store other{path, Store::Mode::write};
    const Entry between = append(other, draft(kind::kDutyOff, 900, 99));
    CHECK(between.number == 12);
    early.begin();
    CHECK(early.head().number == 12);
    CHECK((early.head().hash == between.head));
    const Entry last = early.append(draft(kind::kDutyOn, 901, 98));
    CHECK(last.number == 13);
    early.commit();
    CHECK(verify_site(path).good());
}

TEST_CASE_FIXTURE(Written, "an entry after the last one of an earlier process follows it") {
    Store store{path, Store::Mode::write};
    const Entry before = *store.entry(11);
    const Entry next = append(store, draft(kind::kDutyOff, 900, 99));
    CHECK((next.head == next_head(store.site_id(), 12, before.head, next.digest)));
    CHECK_FALSE(next.clock_step.has_value());
    CHECK(verify_site(path).good());
}

TEST_CASE_FIXTURE(Site, "a jump of the clock between two processes is noted") {
    {
        Store store{path, Store::Mode::write};
        append(store, draft(kind::kDutyOn, 0, 1));
    }
    Store store{path, Store::Mode::write};
    Entry entry = draft(kind::kDutyOff, 60, 2);
    entry.recorded_at += std::chrono::hours{1};
    CHECK((append(store, entry).clock_step == std::chrono::milliseconds{3600000}));
}

TEST_CASE_FIXTURE(Site, "an entry that says no clock since the start of the machine is passed over") {
    Store store{path, Store::Mode::write};
    append(store, draft(kind::kDutyOn, 0, 1));
    Entry other = draft("levitation", 30, 2);
    other.boot_at = {};
    CHECK_FALSE(append(store, other).clock_step.has_value());
    CHECK_FALSE(append(store, draft(kind::kDutyOff, 60, 3)).clock_step.has_value());
    other.id.fill(4);
    append(store, other);
    Store again{path, Store::Mode::write};
    CHECK_FALSE(append(again, draft(kind::kDutyOn, 90, 5)).clock_step.has_value());
    Entry jumped = draft(kind::kDutyOff, 120, 6);
    jumped.recorded_at += std::chrono::hours{1};
    CHECK((append(again, jumped).clock_step == std::chrono::hours{1}));
}

TEST_CASE_FIXTURE(Site, "the watermark follows each commit") {
    Store store{path, Store::Mode::write};
    const Entry first = append(store, draft(kind::kDutyOn, 0, 1));
    CHECK(store.watermark_written());
    CHECK(read_watermark(path).head.number == 1);
    CHECK((read_watermark(path).head.hash == first.head));
    const Entry second = append(store, draft(kind::kDutyOff, 1, 2));
    CHECK(read_watermark(path).head.number == 2);
    CHECK((read_watermark(path).head.hash == second.head));
}

TEST_CASE_FIXTURE(Site, "a watermark that cannot be written does not undo the entry") {
    std::filesystem::create_directory(path + ".head");
    Store store{path, Store::Mode::write};
    append(store, draft(kind::kDutyOn, 0, 1));
    CHECK_FALSE(store.watermark_written());
    CHECK(Store(path, Store::Mode::read).head().number == 1);
}

TEST_CASE_FIXTURE(Site, "who is on duty follows the entries") {
    Store store{path, Store::Mode::write};
    CHECK(store.on_duty().empty());
    Entry on = draft(kind::kDutyOn, 0, 1);
    on.post = "night-guard";
    on.happened_at = at(-300);
    append(store, on);
    Presence presence = *store.on_duty("A01");
    CHECK(presence.post == "night-guard");
    CHECK(presence.shift == 1);
    CHECK((presence.since == at(-300)));
    CHECK(to_text(presence.business_date) == "2026-11-23");
    CHECK(presence.round == 0);

    Entry start = draft(kind::kRoundStart, 10, 2);
    start.subject = "night";
    append(store, start);
    presence = *store.on_duty("A01");
    CHECK(presence.round == 2);
    CHECK(presence.route == "night");
    CHECK((presence.last_at == at(10)));
    CHECK(presence.last_point.empty());

    Entry point = draft(kind::kPoint, 20, 3);
    point.about = 2;
    point.subject = "P01";
    append(store, point);
    presence = *store.on_duty("A01");
    CHECK(presence.last_point == "P01");
    CHECK((presence.last_at == at(20)));

    Entry end = draft(kind::kRoundEnd, 30, 4);
    end.about = 2;
    append(store, end);
    presence = *store.on_duty("A01");
    CHECK(presence.round == 0);
    CHECK(presence.route.empty());
    CHECK(presence.last_point.empty());
    CHECK_FALSE(presence.last_at.has_value());

    append(store, draft(kind::kDutyOff, 40, 5));
    CHECK_FALSE(store.on_duty("A01").has_value());
    CHECK(verify_site(path).good());
}

// What the log says once it is amended, entry by entry.
OnDuty slow_presence(Store& store) {
    Amendments amendments;
    std::vector<Entry> all = store.entries({});
    for (const Entry& entry : all) {
        amendments.add(entry);
    }
    OnDuty people;
    OnDuty before;  // the last one came
    for (Entry& entry : all) {
        if (!amendments.leaves_out(entry)) {
            amendments.amend(entry);
            before = begins_shift(entry) ? people : before;
            const auto there = people.find(entry.actor);
            const bool of_whole =
                ends_whole_shift(entry) && there != people.end() && there->second.shift == entry.shift;
            onduty::apply(people, entry);
            people = of_whole ? before : people;
        }
    }
    return people;
}

TEST_CASE_FIXTURE(Site, "who is on duty follows corrections and withdrawals, too") {
    const char* const kKinds[] = {kind::kDutyOn, kind::kDutyOff, kind::kRoundStart,
                                  kind::kPoint,  kind::kPoint,   kind::kRoundEnd};
    std::mt19937 dice{11};
    for (int night = 0; night < test::turns(8); ++night) {
        const std::string file = directory.file("night-" + std::to_string(night) + ".db");
        Store::create(file);
        Store store{file, Store::Mode::write};
        for (int step = 1; step <= 90; ++step) {
            const auto head = store.head().number;
            const EntryNumber about = head == 0 ? 0 : 1 + static_cast<EntryNumber>(dice()) % head;
            const auto of = head == 0 ? std::nullopt : store.entry(about);
            const bool amends = of && of->amends == 0 && dice() % 3 == 0;
            Entry entry = draft(amends ? dice() % 2 == 0 ? kind::kVoid : kind::kCorrection : kKinds[dice() % 6], step,
                                static_cast<unsigned char>(step));
            entry.actor = dice() % 2 == 0 ? "A01" : "A02";
            entry.subject = "P0" + std::to_string(dice() % 9);
            if (amends) {
                entry.about = about;
                entry.amends = about;
                const bool moves = dice() % 2 == 0;
                entry.subject = moves ? field::kTime : field::kPoint;
                entry.fields.add_code("value", moves ? std::to_string(at(-step).time_since_epoch().count()) : "P11");
            } else {
                const auto there = store.on_duty(entry.actor);
                entry.about = there ? there->round : 0;
                if (dice() % 3 == 0) {
                    entry.happened_at = at(step - static_cast<int>(dice() % 9));
                }
            }
            const Entry stored = append(store, entry);
            if (entry.kind == kind::kDutyOn && dice() % 2 == 0) {  // a whole shift
                Entry off = draft(kind::kDutyOff, step, static_cast<unsigned char>(step + 100));
                off.actor = entry.actor;
                off.shift = stored.number;
                off.batch = stored.number;
                append(store, off);
            }
            OnDuty quick;
            for (const Presence& presence : store.on_duty()) {
                quick.emplace(presence.person, presence);
            }
            CAPTURE(night);
            CAPTURE(step);
            REQUIRE((quick == slow_presence(store)));
        }
        CHECK(verify_site(file).good());
        scratch::edit(file, "INSERT OR REPLACE INTO on_duty VALUES('A01','x',1,0,'2026-11-23',NULL,NULL,NULL,NULL)");
        CHECK_FALSE(verify_site(file).good());
    }
}

TEST_CASE_FIXTURE(Site, "two people on duty do not touch each other's rounds") {
    Store store{path, Store::Mode::write};
    Entry on = draft(kind::kDutyOn, 0, 1);
    append(store, on);
    on.actor = "A02";
    append(store, on);
    Entry start = draft(kind::kRoundStart, 1, 2);
    append(store, start);
    start.actor = "A02";
    append(store, start);
    Entry point = draft(kind::kPoint, 2, 3);
    point.about = 3;
    point.subject = "P07";
    append(store, point);
    CHECK(store.on_duty("A01")->last_point == "P07");
    CHECK(store.on_duty("A02")->last_point.empty());
    CHECK(store.on_duty("A02")->round == 4);
    CHECK(store.on_duty().size() == 2);
}

TEST_CASE_FIXTURE(Site, "a part holds from one version of the plan until another, and names are those of the newest") {
    Store store{path, Store::Mode::write};
    const Part zhang{"staff", {"A01", "张伟", "zw", "night-guard"}, 1, "{}", 1};
    const Part gate{"point", {"P01", "大门", "", "30"}, 1, "{}", 1};
    store.begin();
    store.append(draft(kind::kDutyOn, 0, 1));
    store.change_parts(1, {}, {zhang, gate});
    store.commit();
    store.begin();
    store.append(draft(kind::kDutyOn, 0, 2));
    store.change_parts(3, {zhang}, {{"staff", {"A02", "李娜"}, 2, "{}", 3}, {"staff", {"A00", "王强"}, 3, "{}", 3}});
    store.commit();
    CHECK_FALSE(store.word("staff", "A01").has_value());
    CHECK_FALSE(store.word("route", "A02").has_value());
    CHECK(store.word("point", "P01")->detail == "30");
    CHECK(store.word("staff", "A02")->name == "李娜");
    REQUIRE(store.words("staff").size() == 2);
    CHECK(store.words("staff")[0].code == "A00");
    CHECK(store.parts("point") == PartList{gate});
    CHECK(store.ended_parts("staff", 1, 2).empty());
    REQUIRE(store.ended_parts("staff", 3, 3).size() == 1);
    CHECK(store.ended_parts("staff", 3, 3)[0].word == zhang.word);
    CHECK(store.ended_parts("staff", 3, 3)[0].holds_in(2));
    CHECK_FALSE(store.ended_parts("staff", 3, 3)[0].holds_in(3));
    CHECK(store.all_parts().size() == 4);
}

TEST_CASE_FIXTURE(Written, "words that a person typed are committed to with salt") {
    Store store{path, Store::Mode::write};
    const std::vector<PersonalField> fields = store.personal(7);
    REQUIRE(fields.size() == 2);
    CHECK(fields[0].field == "name");
    CHECK(fields[0].value == "张三");
    CHECK(fields[1].field == "phone");
    CHECK(fields[1].value == "13800138000");
    CHECK(store.personal(6).empty());

    Details details;
    details.personal = {{"phone", "13800138000"}};
    append(store, draft(kind::kIncident, 900, 99), details);
    SQLite::Database shell{path, SQLite::OPEN_READONLY};
    SQLite::Statement row{shell, "SELECT salt,commitment FROM field WHERE name='phone'"};
    std::vector<std::string> salts;
    std::vector<std::string> commitments;
    while (row.executeStep()) {
        salts.push_back(row.getColumn(0).getString());
        commitments.push_back(row.getColumn(1).getString());
        CHECK(bytes_of(word_commitment(salts.back(), "phone", "13800138000")) == commitments.back());
    }
    REQUIRE(salts.size() == 2);
    CHECK(salts[0].size() == 16);
    CHECK(salts[0] != salts[1]);
    CHECK(commitments[0] != commitments[1]);
}

TEST_CASE_FIXTURE(Written, "a field given twice is refused and nothing is kept") {
    Store store{path, Store::Mode::write};
    Details details;
    details.personal = {{"phone", "1"}, {"phone", "2"}};
    store.begin();
    CHECK_THROWS_AS(store.append(draft(kind::kIncident, 900, 99), details), Failure);
    store.roll_back();
    CHECK(store.head().number == 11);
    append(store, draft(kind::kDutyOff, 901, 98));
    CHECK(verify_site(path).good());
}

TEST_CASE_FIXTURE(Written, "queries choose by date, number, shift, subject, kind and person") {
    Store store{path, Store::Mode::read};
    EntryQuery query;
    CHECK(numbers(store, query) == Numbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    query.first = 10;
    CHECK(numbers(store, query) == Numbers{10, 11});
    query = {};
    query.shift = 2;
    CHECK(numbers(store, query) == Numbers{2, 3, 4, 5, 6, 11});
    query = {};
    query.about = 3;
    CHECK(numbers(store, query) == Numbers{4, 5, 6, 11});
    query.last = 2;
    CHECK(numbers(store, query) == Numbers{6, 11});
    query = {};
    query.kind = kind::kPlan;
    CHECK(numbers(store, query) == Numbers{1, 10});
    query.first = 2;
    CHECK(numbers(store, query) == Numbers{10});
    query = {};
    query.actor = "A02";
    CHECK(numbers(store, query).empty());
    query = {};
    const Date day{std::chrono::year{2026} / 11 / 23};
    query.dates = DateRange{day, day + std::chrono::days{1}};
    CHECK(numbers(store, query).size() == 11);
    query.dates = DateRange{day + std::chrono::days{1}, day + std::chrono::days{9}};
    CHECK(numbers(store, query).empty());
    query.dates = DateRange{day - std::chrono::days{9}, day};
    CHECK(numbers(store, query).empty());
}

TEST_CASE_FIXTURE(Site, "rare kinds are found through their index, by subject and result") {
    Store store{path, Store::Mode::write};
    Entry count = draft(kind::kStocktake, 1, 11);
    count.traits = trait::kSeldom;
    count.result = result::kComplete;
    append(store, count);
    append(store, draft(kind::kPoint, 2, 12));
    count = draft(kind::kStocktake, 3, 13);
    count.traits = trait::kSeldom;
    count.result = result::kIncomplete;
    append(store, count);
    Entry tour = draft(kind::kTour, 4, 14);
    tour.traits = trait::kSeldom;
    tour.subject = "show-1";
    append(store, tour);
    EntryQuery query;
    query.rare_kinds = {kind::kStocktake, kind::kTour};
    CHECK(numbers(store, query) == Numbers{1, 3, 4});
    query.subject = "show-1";
    CHECK(numbers(store, query) == Numbers{4});
    query.subject.clear();
    query.result = result::kComplete;
    query.last = 1;
    CHECK(numbers(store, query) == Numbers{1});
    const auto newest = [&](EntryNumber before) { return store.newest_of({kind::kStocktake, kind::kTour}, before); };
    CHECK(newest(9).number == 4);
    CHECK(newest(9).kind == kind::kTour);
    CHECK(newest(9).subject == "show-1");
    CHECK(newest(4).number == 3);
    CHECK(newest(1).number == 0);
    CHECK(store.newest_of({kind::kPoint}).number == 0);  // not by the index
    CHECK((store.business_date(1) == draft(kind::kStocktake, 1, 11).business_date));
    CHECK((store.business_date(9) == Date{}));
}

TEST_CASE_FIXTURE(Site, "what is lent follows the pieces that go out and come back") {
    Store store{path, Store::Mode::write};
    const auto add = [&](EntryNumber opens, EntryNumber closes, std::int64_t pieces) {
        const auto number = store.head().number + 1;
        Entry entry = draft(kind::kLoan, number, static_cast<unsigned char>(number));
        entry.opens = opens;
        entry.closes = closes;
        entry.fields.add(kPiecesOut, pieces);
        append(store, entry);
        return store.lent();
    };
    using Out = PiecesOut;
    CHECK(add(kItself, 0, 3) == Out{{1, 3}});
    CHECK(add(kItself, 0, 1) == Out{{1, 3}, {2, 1}});
    CHECK(add(1, 0, -2) == Out{{1, 1}, {2, 1}});
    CHECK(add(0, 2, -1) == Out{{1, 1}});
    CHECK(add(2, 0, 1) == Out{{1, 1}, {2, 1}});  // that return is withdrawn
    CHECK(add(0, 1, -1) == Out{{2, 1}});
    CHECK(verify_site(path).good());
    store.begin();
    Entry entry = draft(kind::kLoan, 20, 20);
    entry.opens = kItself;
    entry.fields.add(kPiecesOut, 4);
    store.append(entry);
    store.roll_back();
    CHECK(store.lent() == Out{{2, 1}});
}

TEST_CASE_FIXTURE(Site, "what is open follows what each entry opens and closes") {
    Store store{path, Store::Mode::write};
    const auto add = [&](const char* kind, EntryNumber opens, EntryNumber closes) {
        const auto number = store.head().number + 1;
        Entry entry = draft(kind, number, static_cast<unsigned char>(number));
        entry.opens = opens;
        entry.closes = closes;
        append(store, entry);
        return store.open_matters();
    };
    using Open = OpenMatters;
    CHECK(add(kind::kCase, kItself, 0) == Open{{1, "case"}});
    CHECK(add(kind::kTask, kItself, 0) == Open{{1, "case"}, {2, "task"}});
    CHECK(add(kind::kCaseArchive, 0, 1) == Open{{2, "task"}});
    CHECK(add(kind::kCaseReopen, 1, 0) == Open{{1, "case"}, {2, "task"}});
    CHECK(add(kind::kDone, 0, 2) == Open{{1, "case"}});
    CHECK(add(kind::kVoid, 2, 0) == Open{{1, "case"}, {2, "task"}});
    CHECK(add(kind::kDrill, kItself, 1) == Open{{2, "task"}, {7, "drill"}});
    CHECK(verify_site(path).good());
    CHECK(store.entry(7)->opens == 7);
    CHECK(store.entry(7)->closes == 1);
}

TEST_CASE_FIXTURE(Site, "a thread is what it began with and the steps about it") {
    Store store{path, Store::Mode::write};
    const auto add = [&](const char* kind, EntryNumber about, std::int64_t traits) {
        const auto number = store.head().number + 1;
        Entry entry = draft(kind, number, static_cast<unsigned char>(number));
        entry.about = about;
        entry.traits = traits;
        append(store, entry);
    };
    add(kind::kCheckItem, 0, trait::kNone);
    add(kind::kCase, 1, trait::kThread);
    add(kind::kCaseAct, 2, trait::kThread);
    add(kind::kPoint, 2, trait::kNone);  // of no kind that has threads
    add(kind::kCase, 0, trait::kThread);
    add(kind::kCaseResolve, 2, trait::kThread);
    EntryQuery query;
    query.thread_of = 2;
    CHECK(numbers(store, query) == Numbers{2, 3, 6});
    query.thread_of = 1;
    CHECK(numbers(store, query) == Numbers{1, 2});
    query.kind = kind::kCase;
    CHECK(numbers(store, query) == Numbers{2});
}

TEST_CASE_FIXTURE(Site, "cases, their steps and the agenda are stored and read back") {
    {
        Store store{path, Store::Mode::write};
        Details details;
        details.case_file = CaseFile{7, 2, "phone", "P05", "2-1-301", "A02", "apology", "2020-118"};
        const EntryNumber first = append(store, draft(kind::kCase, 1, 1), details).number;
        Details step;
        step.case_step = CaseStep{1, 2, 3, 1, true, "A03", "voucher", 5000};
        const EntryNumber second = append(store, draft(kind::kCaseAssess, 2, 2), step).number;
        Details agenda;
        agenda.agenda = Agenda{"A03", 8, "P04", "Clean Co."};
        const EntryNumber third = append(store, draft(kind::kTask, 3, 3), agenda).number;
        const auto file = store.case_file(first);
        REQUIRE(file.has_value());
        CHECK(file->sequence == 7);
        CHECK(file->severity == 2);
        CHECK(file->channel == "phone");
        CHECK(file->place == "P05");
        CHECK(file->unit == "2-1-301");
        CHECK(file->against == "A02");
        CHECK(file->remedy_asked == "apology");
        CHECK(file->reference == "2020-118");
        CHECK(store.case_entry(7) == first);
        CHECK(store.case_entry(8) == 0);
        CHECK(store.next_case_sequence() == 8);
        const auto read = store.case_step(second);
        REQUIRE(read.has_value());
        CHECK(read->severity == 1);
        CHECK(read->safety == 2);
        CHECK(read->complexity == 3);
        CHECK(read->impact == 1);
        CHECK(read->immediate);
        CHECK(read->owner == "A03");
        CHECK(read->remedy == "voucher");
        CHECK(read->cost == 5000);
        CHECK(!store.case_step(first));
        const auto kept = store.agenda(third);
        REQUIRE(kept.has_value());
        CHECK(kept->owner == "A03");
        CHECK(kept->people == 8);
        CHECK(kept->place == "P04");
        CHECK(kept->contact == "Clean Co.");
    }
    REQUIRE(verify_site(path).good());
    for (const char* sql :
         {"UPDATE field SET number=4 WHERE name='severity'", "DELETE FROM field WHERE name='severity'",
          "UPDATE field SET number=0 WHERE name='cost'", "DELETE FROM field WHERE name='owner'"}) {
        CAPTURE(sql);
        scratch::Directory other;
        const std::string copy = other.file("site.db");
        std::filesystem::copy_file(path, copy);
        std::filesystem::copy_file(path + ".head", copy + ".head");
        scratch::edit(copy, sql);
        CHECK(!verify_site(copy).good());
    }
}

TEST_CASE_FIXTURE(Site, "every column of a line is stored and read back") {
    Store store{path, Store::Mode::write};
    Details details;
    details.lines = {{"milk", 12, 10, "two more", "damaged", "2026-12-31"}, {"tea", 1}};
    const Entry stored = append(store, draft(kind::kStock, 1, 15), details);
    const std::vector<Line> lines = store.lines(stored.number);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].item == "milk");
    CHECK(lines[0].quantity == 12);
    CHECK(lines[0].expected == 10);
    CHECK(lines[0].note == "two more");
    CHECK(lines[0].condition == "damaged");
    CHECK(lines[0].best_before == "2026-12-31");
    CHECK(!lines[1].expected);
    CHECK(lines[1].best_before.empty());
    CHECK(verify_site(path).good());
}

TEST_CASE_FIXTURE(Site, "visits and lines can neither be changed nor taken away unseen") {
    {
        Store store{path, Store::Mode::write};
        Details details;
        details.visit = VisitDetails{};
        details.visit->sequence = 1;
        details.visit->party = 3;
        details.visit->purpose = "looks at flats";
        details.lines = {{"tea", 2}, {"water", 1}};
        details.personal = {{"name", "Chen"}};
        append(store, draft(kind::kVisit, 1, 1), details);
        const auto visit = store.visit(1);
        REQUIRE(visit.has_value());
        CHECK(visit->party == 3);
        CHECK(visit->purpose == "looks at flats");
        CHECK(store.visit_entry(1) == 1);
        CHECK(store.next_visit_sequence() == 2);
    }
    REQUIRE(verify_site(path).good());
    CHECK_THROWS_AS(
        (SQLite::Database{path, SQLite::OPEN_READWRITE}.exec("UPDATE field SET number=2 WHERE name='party'")),
        SQLite::Exception);
    // What the guard rail does not stop, and what it does with triggers switched off, the chain tells.
    for (const char* change :
         {"UPDATE field SET number=2 WHERE name='party'", "UPDATE field SET word=NULL WHERE name='purpose'",
          "DELETE FROM field WHERE name='visit'", "UPDATE field SET number=9 WHERE name='quantity' AND place=1",
          "INSERT INTO field(entry,place,name,word) VALUES(1,2,'best_before','2026-12-31')",
          "DELETE FROM field WHERE place=2"}) {
        CAPTURE(change);
        scratch::Directory copies;
        const std::string copy = copies.file("site.db");
        scratch::write_bytes(copy, scratch::read_bytes(path));
        scratch::write_bytes(copy + ".head", scratch::read_bytes(path + ".head"));
        REQUIRE(verify_site(copy).good());
        scratch::edit(copy, change);
        CHECK(!verify_site(copy).good());
    }
    // Redacting takes word and salt, out of the index too, and the chain still holds.
    Store store{path, Store::Mode::read};
    CHECK(store.last_with_personal({"name", "Chen"}, 9) == 1);
    SQLite::Database{path, SQLite::OPEN_READWRITE}.exec("UPDATE field SET salt=NULL,word=NULL WHERE name='name'");
    CHECK(store.last_with_personal({"name", "Chen"}, 9) == 0);
    REQUIRE(store.personal(1).size() == 1);
    CHECK(store.personal(1).front().value.empty());
    const Verification redacted = verify_site(path);
    CHECK(redacted.good());
    CHECK(redacted.purged == 1);
}

TEST_CASE_FIXTURE(Site, "what a client sends twice is written once") {
    Store store{path, Store::Mode::write};
    Entry entry = draft(kind::kPoint, 1, 1);
    entry.client_id = "gate-1-17";
    append(store, entry);
    append(store, draft(kind::kPoint, 2, 2));
    entry.id.fill(3);
    CHECK(append(store, entry).number == 1);
    CHECK(store.head().number == 2);
    CHECK(verify_site(path).good());
}

TEST_CASE_FIXTURE(Site, "lots are found by their date, the latest first") {
    Store store{path, Store::Mode::write};
    const auto receive = [&](std::vector<Line> lines) {
        const auto number = store.head().number + 1;
        Details details;
        details.lines = std::move(lines);
        append(store, draft(kind::kStock, number, static_cast<unsigned char>(number)), details);
    };
    receive({{"milk", 12, {}, "", "", "2026-12-01"}, {"tea", 3, {}, "", "", "2027-12-01"}});
    receive({{"tea", 1}, {"milk", 6, {}, "", "", "2026-12-24"}});
    const auto lots = store.dated_lines("milk");
    REQUIRE(lots.size() == 2);
    CHECK(lots[0].first == 2);
    CHECK(lots[0].second.quantity == 6);
    CHECK(lots[1].second.best_before == "2026-12-01");
}

TEST_CASE_FIXTURE(Site, "a period is what is stored in it, less what left, plus what came") {
    Store store{path, Store::Mode::write};
    const Date monday{std::chrono::year{2026} / 11 / 23};
    const auto day = [&](int after) {
        return DateRange{monday + std::chrono::days{after}, monday + std::chrono::days{after + 1}};
    };
    const auto add = [&](const char* kind, int after) {
        const auto number = store.head().number + 1;
        Entry entry = draft(kind, number, static_cast<unsigned char>(number));
        entry.business_date = monday + std::chrono::days{after};
        return entry;
    };
    for (int i = 0; i < 100; ++i) {
        append(store, add(kind::kPoint, i / 50));
    }
    append(store, add(kind::kPoint, 0));  // of an old day, at the end
    const auto amend = [&](const char* kind, EntryNumber amended, const char* field, const char* value) {
        Entry entry = add(kind, 0);
        entry.business_date = store.entry(amended)->business_date;
        entry.traits = trait::kSeldom | trait::kThread;
        entry.about = amended;
        entry.amends = amended;
        entry.subject = field;
        entry.fields.add_code("value", value);
        return append(store, entry).number;
    };
    const auto moved = amend(kind::kCorrection, 7, field::kDay, "2026-11-24");
    amend(kind::kCorrection, 8, field::kDoer, "A02");
    amend(kind::kVoid, 9, "", "");
    const auto has = [&](int after, EntryNumber number) {
        EntryQuery query;
        query.dates = day(after);
        const Numbers found = numbers(store, query);
        CHECK(std::is_sorted(found.begin(), found.end()));
        return std::find(found.begin(), found.end(), number) != found.end();
    };
    CHECK(has(0, 6));
    CHECK(has(0, 8));
    CHECK(has(0, 9));
    CHECK(has(0, 101));
    CHECK(!has(0, 7));
    CHECK(has(1, 7));
    CHECK(!has(1, 101));
    EntryQuery query;
    query.dates = day(0);
    query.last = 4;
    CHECK(numbers(store, query) == Numbers{101, 102, 103, 104});
    query.last = 5;
    CHECK(numbers(store, query) == Numbers{50, 101, 102, 103, 104});
    query.dates = day(1);
    query.actor = "A01";
    query.last = 51;
    CHECK(numbers(store, query).front() == 7);
    REQUIRE(store.amended(day(0)).size() == 3);
    CHECK(store.amended(day(0))[0].state == amended::kLeft);
    CHECK(store.amended(day(0))[1].doer == "A02");
    CHECK(store.amended(day(0))[2].state == amended::kWithdrawn);
    CHECK(store.amended(day(1))[0].state == amended::kCame);
    CHECK_MESSAGE(verify_site(path).good(), "moved");
    amend(kind::kVoid, moved, "", "");  // and it counts where it stood
    CHECK(has(0, 7));
    CHECK(!has(1, 7));
    CHECK_MESSAGE(verify_site(path).good(), "moved back");
}

TEST_CASE_FIXTURE(Written, "text is never taken for SQL") {
    Store store{path, Store::Mode::write};
    Entry entry = draft(kind::kIncident, 900, 99);
    entry.note = "'); DROP TABLE entry;--";
    entry.actor = "x' OR '1'='1";
    CHECK(store.entry(append(store, entry).number)->note == "'); DROP TABLE entry;--");
    EntryQuery query;
    query.actor = "x' OR '1'='1";
    CHECK(numbers(store, query) == Numbers{12});
}

TEST_CASE_FIXTURE(Written, "what the watermark says when a writer begins") {
    const auto trouble = [&] {
        Store store{path, Store::Mode::write};
        const Trouble answer = store.begin();
        store.roll_back();
        return answer;
    };
    CHECK((trouble() == Trouble::none));
    const std::string mark = scratch::read_bytes(path + ".head");

    std::filesystem::remove(path + ".head");
    CHECK((trouble() == Trouble::no_watermark));
    scratch::write_bytes(path + ".head", mark.substr(1) + " ");
    CHECK((trouble() == Trouble::damaged_watermark));
    scratch::write_bytes(path + ".head", mark);

    Head head = read_watermark(path).head;
    ++head.number;
    write_watermark(path, head);
    CHECK((trouble() == Trouble::entries_lost));
    head.number = 11;
    head.hash[31] ^= 1U;
    write_watermark(path, head);
    CHECK((trouble() == Trouble::entries_changed));
    head.number = 5;
    write_watermark(path, head);
    CHECK((trouble() == Trouble::entries_changed));
    head = {5, Store{path, Store::Mode::read}.entry(5)->head};
    write_watermark(path, head);
    CHECK((trouble() == Trouble::none));  // it lags after a power cut
    write_watermark(path, Head{});
    CHECK((trouble() == Trouble::none));
}

TEST_CASE_FIXTURE(Written, "an emptied log is noticed by the next writer") {
    scratch::edit(path, "DELETE FROM field;DELETE FROM on_duty;DELETE FROM amended;DELETE FROM entry");
    Store store{path, Store::Mode::write};
    CHECK((store.begin() == Trouble::entries_lost));
}

TEST_CASE_FIXTURE(Written, "a watermark of an entry that is missing from the middle is noticed") {
    write_watermark(path, {5, Store{path, Store::Mode::read}.entry(5)->head});
    scratch::edit(path, "DELETE FROM entry WHERE number=5");
    Store store{path, Store::Mode::write};
    CHECK((store.begin() == Trouble::entries_changed));
}

TEST_CASE_FIXTURE(Site, "the first writer of a new log has no trouble") {
    Store store{path, Store::Mode::write};
    CHECK((store.begin() == Trouble::none));
}

TEST_CASE_FIXTURE(Site, "a new log beside the watermark of an old one is noticed") {
    write_watermark(path, {118, Hash{}});
    Store store{path, Store::Mode::write};
    CHECK((store.begin() == Trouble::entries_lost));
}

TEST_CASE_FIXTURE(Written, "a reader does not see an entry before it is committed") {
    // Before the writer begins: who opens the file in the process that writes lets its locks go.
    Store reader{path, Store::Mode::read};
    Store writer{path, Store::Mode::write};
    writer.begin();
    writer.append(draft(kind::kDutyOff, 900, 99));
    CHECK(reader.head().number == 11);
    CHECK_FALSE(reader.entry(12).has_value());
    writer.commit();
    CHECK(reader.entry(12).has_value());
}

TEST_CASE("what is no site file is not opened") {
    const scratch::Directory directory;
    CHECK_THROWS_AS((Store{directory.file("none.db"), Store::Mode::read}), Failure);
    CHECK_FALSE(std::filesystem::exists(directory.file("none.db")));
    scratch::write_bytes(directory.file("text.db"), "hello");
    CHECK_THROWS_AS((Store{directory.file("text.db"), Store::Mode::write}), Failure);
}

}  // namespace onduty
