// SPDX-License-Identifier: MIT
#include "store/presence_rows.hpp"

#include "log/kind.hpp"
#include "store/rows.hpp"

namespace onduty {

namespace {

Presence presence_of(const Rows& row) {
    Presence presence;
    presence.person = row.text(0);
    presence.post = row.text(1);
    presence.shift = row.integer(2);
    presence.since = Instant{std::chrono::milliseconds{row.integer(3)}};
    parse_date(row.text(4), presence.business_date);
    presence.round = row.integer(5);
    presence.route = row.text(6);
    presence.last_point = row.text(7);
    if (!row.is_null(8)) {
        presence.last_at = Instant{std::chrono::milliseconds{row.integer(8)}};
    }
    return presence;
}

void write(Database& database, const Presence& presence) {
    const std::string date = to_text(presence.business_date);
    Rows insert{database, "INSERT OR REPLACE INTO on_duty VALUES(?,?,?,?,?,?,?,?,?)"};
    insert.bind(1, presence.person);
    insert.bind(2, presence.post);
    insert.bind(3, presence.shift);
    insert.bind(4, presence.since.time_since_epoch().count());
    insert.bind(5, date);
    if (presence.round != 0) {
        insert.bind(6, presence.round);
        insert.bind(7, presence.route);
    }
    if (!presence.last_point.empty()) {
        insert.bind(8, presence.last_point);
    }
    if (presence.last_at) {
        insert.bind(9, presence.last_at->time_since_epoch().count());
    }
    insert.run();
}

}  // namespace

OnDuty read_on_duty(Database& database) {
    OnDuty people;
    Rows row{database,
             "SELECT +person,+post,+shift,+since,+business_date,+round,+route,+last_point,+last_at FROM on_duty"};
    while (row.step()) {
        Presence presence = presence_of(row);
        people[presence.person] = std::move(presence);
    }
    return people;
}

void update_on_duty(Database& database, const Entry& entry) {
    if (entry.traits & trait::kReachesPoint) {
        // The short command of the night: one row changes, and only two of its columns.
        Rows update{database, "UPDATE on_duty SET last_point=?,last_at=? WHERE person=? AND round=?"};
        update.bind(1, entry.subject);
        update.bind(2, entry.told_at().time_since_epoch().count());
        update.bind(3, entry.actor);
        update.bind(4, entry.about);
        update.run();
        return;
    }
    constexpr unsigned kChanges = trait::kBeginsShift | trait::kEndsShift | trait::kBeginsRound | trait::kEndsRound;
    if ((entry.traits & kChanges) == 0) {
        return;
    }
    OnDuty people = read_on_duty(database);
    apply(people, entry);
    Rows remove{database, "DELETE FROM on_duty WHERE person=?"};
    remove.bind(1, entry.actor);
    remove.run();
    const auto found = people.find(entry.actor);
    if (found != people.end()) {
        write(database, found->second);
    }
}

}  // namespace onduty
