// SPDX-License-Identifier: MIT
#include "store/presence_rows.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "log/changed_fields.hpp"
#include "log/corrections.hpp"
#include "log/kind.hpp"
#include "store/amended_rows.hpp"
#include "store/entry_query.hpp"
#include "store/rows.hpp"
#include "text/listed.hpp"

namespace onduty {

namespace {

Presence presence_of(const Rows& row) {
    Presence presence;
    presence.person = row.text(0);
    presence.posts = split_words(row.text(1));
    presence.post = presence.posts.empty() ? "" : presence.posts.front();
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
    const std::string posts = listed(presence.posts, " ");
    Rows insert{database, "INSERT OR REPLACE INTO on_duty VALUES(?,?,?,?,?,?,?,?,?)"};
    insert.bind(1, presence.person);
    insert.bind(2, posts);
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

// As it was recorded, or as a declared clock has it.
EntryNumber shift_ended_by(Database& database, const Entry& turn) {
    if (!is_amended(database, turn)) {
        return turn.shift;
    }
    Amendments amendments;
    for (const Entry& entry : amendments_in_force(database, turn.number)) {
        amendments.add(entry);
    }
    Entry now = turn;
    amendments.amend(now);
    return now.shift;
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

std::optional<Presence> presence_from_log(Database& database, const std::string& person) {
    EntryQuery shifts;
    shifts.shifts_of = person;
    shifts.header_only = true;
    std::vector<Entry> turns;
    each_entry(database, shifts, [&](const Entry& entry) { turns.push_back(entry); });
    // The last time he came, unless that shift was ended. The end of one before may have been typed later, or that one
    // as a whole, which changed nothing of where he is.
    std::set<EntryNumber> ended;
    std::set<EntryNumber> whole;
    const auto came = std::find_if(turns.rbegin(), turns.rend(), [&](const Entry& turn) {
        if (withdrawn_by(database, turn.number) != 0) {
            return false;
        }
        if (ends_whole_shift(turn)) {
            whole.insert(turn.shift);
        } else if (ends_shift(turn)) {
            ended.insert(shift_ended_by(database, turn));
        }
        return begins_shift(turn) && whole.count(turn.number) == 0;
    });
    if (came == turns.rend() || ended.count(0) > 0 || ended.count(came->number) > 0) {
        return std::nullopt;
    }
    EntryQuery later;
    later.rare_kinds = {kind::kCorrection, kind::kVoid};
    later.first = came->number;
    Amendments amendments;
    each_entry(database, later, [&](const Entry& entry) { amendments.add(entry); });
    EntryQuery since;
    since.first = came->number;
    since.actor = person;
    OnDuty people;
    each_entry(database, since, [&](const Entry& entry) {
        if (!amendments.leaves_out(entry) && whole.count(entry.number) == 0) {
            Entry now = entry;
            amendments.amend(now);
            onduty::apply(people, now);
        }
    });
    const auto found = people.find(person);
    return found == people.end() ? std::nullopt : std::optional{found->second};
}

namespace {

void rewrite(Database& database, const std::string& person, const std::optional<Presence>& presence) {
    Rows remove{database, "DELETE FROM on_duty WHERE person=?"};
    remove.bind(1, person);
    remove.run();
    if (presence) {
        write(database, *presence);
    }
}

// After an entry that amends another: whose presence it may have changed is read anew.
void follow_amendment(Database& database, EntryNumber amended) {
    const auto entry = entry_numbered(database, amended);
    if (!entry) {
        return;
    }
    if (entry->amends != 0 && entry->amends < amended) {
        follow_amendment(database, entry->amends);
    } else if ((entry->traits & trait::kPresence) != 0) {
        rewrite(database, entry->actor, presence_from_log(database, entry->actor));
    }
}

// Other values of an entry change nothing of who is there now, unless it is of the shift that he is in.
bool is_of_the_past(Database& database, const Entry& amending) {
    const auto entry = says_change(amending) ? entry_numbered(database, amending.amends) : std::nullopt;
    if (!entry) {
        return false;
    }
    const OnDuty people = read_on_duty(database);
    const auto found = people.find(entry->actor);
    return found == people.end() || entry->number < found->second.shift;
}

}  // namespace

void update_on_duty(Database& database, const Entry& entry) {
    if (is_of_the_past(database, entry)) {
        return;
    }
    if (entry.amends != 0) {
        follow_amendment(database, entry.amends);
    } else if ((entry.traits & trait::kReachesPoint) != 0) {
        // The short command of the night: one row changes, and only two of its columns.
        Rows update{database,
                    "UPDATE on_duty SET last_point=?,last_at=? WHERE person=? AND round=? AND (? OR last_at<=?2)"};
        update.bind(1, entry.subject);
        update.bind(2, entry.told_at().time_since_epoch().count());
        update.bind(3, entry.actor);
        update.bind(4, entry.about);
        update.bind(5, entry.happened_at ? 0 : 1);
        update.run();
    } else if (ends_whole_shift(entry)) {
        rewrite(database, entry.actor, presence_from_log(database, entry.actor));  // he is where he was before
    } else if ((entry.traits & trait::kPresence) != 0) {
        OnDuty people = read_on_duty(database);
        apply(people, entry);
        const auto found = people.find(entry.actor);
        rewrite(database, entry.actor, found == people.end() ? std::nullopt : std::optional{found->second});
    }
}

}  // namespace onduty
