// SPDX-License-Identifier: MIT
#include "staff/blocks.hpp"

#include <array>

#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// "2.09", "11.5", "8" from hundredths.
std::string decimal_text(std::int64_t hundredths) {
    std::string text = fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

// "Mon-Thu", "Sat Sun": three and more in a row as a range.
std::string weekday_names(const std::set<unsigned>& weekdays) {
    static constexpr std::array<const char*, 7> kDays{N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
                                                      N_("Fri"), N_("Sat"), N_("Sun")};
    std::string line;
    for (unsigned day = 1; day <= 7; ++day) {
        if (weekdays.count(day) == 0) {
            continue;
        }
        unsigned last = day;
        while (weekdays.count(last + 1) != 0) {
            ++last;
        }
        line += (line.empty() ? "" : " ") + std::string{tr(kDays.at(day - 1))};
        if (last >= day + 2) {
            line += "-" + std::string{tr(kDays.at(last - 1))};
            day = last;
        }
    }
    return line;
}

std::string weekday_numbers(const std::set<unsigned>& weekdays) {
    std::string line;
    for (const unsigned weekday : weekdays) {
        line += (line.empty() ? "" : " ") + std::to_string(weekday);
    }
    return line;
}

void add_sentences(std::vector<std::string>& lines, const std::string& post, const Rota& rota,
                   const Staffing& staffing) {
    const std::size_t before = lines.size();
    if (staffing.days_short() > 0) {
        lines.push_back(say(N_("{0}: {1} person-days a week needed, {2} people x {3} days give {4}: {5} short."), post,
                            staffing.days_needed, rota.people, rota.days_per_person, staffing.days_available,
                            staffing.days_short()));
    }
    for (const StaffingLevel& level : staffing.levels) {
        if (level.at_once > rota.people) {
            lines.push_back(say(N_("{0}, {1}: {2} at once, more than the people of the post: {3}."), post,
                                weekday_names(level.weekdays), level.at_once, rota.people));
        }
        if (staffing.outlasts_a_day()) {
            lines.push_back(say(N_("{0}, {1}: {2} at once cannot last {3} h on {4} h days: {5} on average."), post,
                                weekday_names(level.weekdays), level.at_once, hours_text(staffing.opening),
                                rota.hours_per_day, decimal_text(level.average_hundredths)));
        }
    }
    if (staffing.time_short().count() > 0) {
        lines.push_back(say(N_("{0}: {1} h a week to fill every hour, {2} h available: {3} h short."), post,
                            hours_text(staffing.time_needed), hours_text(staffing.time_available),
                            hours_text(staffing.time_short())));
    }
    if (lines.size() == before) {
        lines.push_back(say(N_("{0}: the rota adds up."), post));
    }
}

}  // namespace

std::string hours_text(std::chrono::milliseconds duration) {
    const auto minutes = std::chrono::floor<Minutes>(duration).count();
    return decimal_text((minutes * 100 + 30) / 60);
}

Table rota_block(const Plan& plan, const NameOf& name_of, bool short_table) {
    Table table{{{"post", tr("Post"), short_table ? ColumnKind::text : ColumnKind::code},
                 {"weekdays", tr("Weekdays"), ColumnKind::code},
                 {"at_once", tr("At once"), ColumnKind::integer},
                 {"opening_hours", tr("Open h"), ColumnKind::code},
                 {"hours_per_day", tr("Day h"), ColumnKind::integer},
                 {"average", tr("On average"), ColumnKind::code},
                 {"person_days", tr("Person-days"), ColumnKind::integer}},
                {}};
    if (!short_table) {
        for (const char* name : {"people", "days_needed", "days_available", "days_short"}) {
            table.columns.push_back({name, name, ColumnKind::integer});
        }
        for (const char* name : {"hours_needed", "hours_available", "hours_short"}) {
            table.columns.push_back({name, name, ColumnKind::code});
        }
    }
    for (const Rota& rota : plan.rotas) {
        const Staffing staffing = staffing_of(rota, plan.calendar);
        for (const StaffingLevel& level : staffing.levels) {
            table.rows.push_back(
                {Cell::of(short_table ? name_of("post", rota.post) : rota.post),
                 Cell::of(short_table ? weekday_names(level.weekdays) : weekday_numbers(level.weekdays)),
                 Cell::of(level.at_once), Cell::of(hours_text(staffing.opening)), Cell::of(rota.hours_per_day),
                 Cell::of(decimal_text(level.average_hundredths)), Cell::of(level.person_days)});
            if (!short_table) {
                for (const std::int64_t number :
                     {rota.people, staffing.days_needed, staffing.days_available, staffing.days_short()}) {
                    table.rows.back().push_back(Cell::of(number));
                }
                for (const Minutes time : {staffing.time_needed, staffing.time_available, staffing.time_short()}) {
                    table.rows.back().push_back(Cell::of(hours_text(time)));
                }
            }
        }
    }
    return table;
}

std::vector<std::string> rota_sentences(const Plan& plan, const NameOf& name_of) {
    std::vector<std::string> lines;
    for (const Rota& rota : plan.rotas) {
        add_sentences(lines, name_of("post", rota.post), rota, staffing_of(rota, plan.calendar));
    }
    return lines;
}

Table staff_block(const std::vector<Attendance>& rows, const NameOf& name_of) {
    Table table{{{"business_date", tr("Business date"), ColumnKind::code},
                 {"post", tr("Code"), ColumnKind::code},
                 {"name", tr("Post"), ColumnKind::text},
                 {"planned", tr("Needed"), ColumnKind::integer},
                 {"present", tr("Present"), ColumnKind::integer},
                 {"hours", tr("Hours"), ColumnKind::code},
                 {"gap", tr("Gap"), ColumnKind::integer},
                 {"minutes_late", tr("Min until full"), ColumnKind::integer},
                 {"minutes_short", tr("Min short"), ColumnKind::integer}},
                {}};
    for (const Attendance& row : rows) {
        const auto if_planned = [&](std::int64_t number) { return row.planned ? Cell::of(number) : Cell{}; };
        table.rows.push_back({Cell::of(to_text(row.date)), Cell::of(row.post), Cell::of(name_of("post", row.post)),
                              if_planned(row.planned.value_or(0)), Cell::of(row.present),
                              Cell::of(hours_text(row.worked)), if_planned(row.gap),
                              if_planned(row.minutes_late.count()), if_planned(row.minutes_short.count())});
    }
    return table;
}

Table left_posts_block(const std::vector<LeftPost>& posts, const Zone& zone, const NameOf& name_of) {
    Table table{{{"post", tr("Code"), ColumnKind::code},
                 {"name", tr("Post"), ColumnKind::text},
                 {"since", tr("Since"), ColumnKind::code},
                 {"rules", tr("Rules in vain"), ColumnKind::integer}},
                {}};
    for (const LeftPost& one : posts) {
        table.rows.push_back({Cell::of(one.post), Cell::of(name_of("post", one.post)),
                              Cell::of(date_time_text(zone, one.since)),
                              Cell::of(static_cast<std::int64_t>(one.rules))});
    }
    return table;
}

}  // namespace onduty
