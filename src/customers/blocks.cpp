// SPDX-License-Identifier: MIT
#include "customers/blocks.hpp"

#include <map>

#include "print/sums.hpp"
#include "text/tenths.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

struct KeeperSums {
    std::int64_t customers = 0;
    std::int64_t opened = 0;
    std::int64_t assigned = 0;
    std::int64_t in_time = 0;
    std::int64_t late = 0;
    std::int64_t waiting = 0;
    std::int64_t overdue = 0;

    void add(const Outcome& first) {
        if (first.state == State::not_applicable) {
            return;
        }
        in_time += first.state == State::on_time || first.state == State::early ? 1 : 0;
        late += first.state == State::late || first.state == State::typed_late ? 1 : 0;
        overdue += first.state == State::pending && first.overdue ? 1 : 0;
        waiting += first.state == State::pending && !first.overdue ? 1 : 0;
    }
};

struct ContactSums {
    std::int64_t reached = 0;
    std::int64_t not_reached = 0;
    std::int64_t minutes = 0;
    std::map<std::string, std::int64_t> reasons;

    void add(const CustomerContact& contact) {
        reached += contact.reached ? 1 : 0;
        not_reached += contact.reached ? 0 : 1;
        minutes += contact.minutes;
        reasons[contact.why] += contact.reached ? 1 : 0;
    }
};

}  // namespace

Table customers_block(const std::vector<Customer>& customers, DateRange dates, const PlanHistory& history,
                      const Zone& zone, const NameOf& name_of, Instant now) {
    std::map<std::string, KeeperSums> keepers;
    for (const Customer& customer : customers) {
        KeeperSums& sums = keepers[customer.keeper()];
        ++sums.customers;
        sums.opened += dates.contains(customer.business_date) ? 1 : 0;
        for (const KeeperSince& keeper : customer.keepers) {
            if (!dates.contains(keeper.business_date)) {
                continue;
            }
            ++keepers[keeper.person].assigned;
            keepers[keeper.person].add(first_contact(keeper, first_contact_slot(history, zone, keeper), now));
        }
    }
    Table table{{{"keeper", tr("Code"), ColumnKind::code},
                 {"name", tr("Keeper"), ColumnKind::text},
                 {"customers", tr("Customers"), ColumnKind::integer},
                 {"opened", tr("New"), ColumnKind::integer},
                 {"assigned", tr("Assigned"), ColumnKind::integer},
                 {"first_in_time", tr("In time"), ColumnKind::integer},
                 {"first_late", tr("Late"), ColumnKind::integer},
                 {"first_waiting", tr("Waiting"), ColumnKind::integer},
                 {"first_overdue", tr("Waits late"), ColumnKind::integer}},
                {}};
    for (const auto& [code, sums] : keepers) {
        table.rows.push_back({Cell::of(code), Cell::of(code.empty() ? tr("nobody") : name_of("staff", code)),
                              Cell::of(sums.customers), Cell::of(sums.opened), Cell::of(sums.assigned),
                              Cell::of(sums.in_time), Cell::of(sums.late), Cell::of(sums.waiting),
                              Cell::of(sums.overdue)});
    }
    return table;
}

Table contacts_block(const std::vector<Customer>& customers, DateRange dates, const NameOf& name_of) {
    std::map<std::string, ContactSums> people;
    for (const Customer& customer : customers) {
        for (const CustomerContact& contact : customer.contacts) {
            if (dates.contains(contact.business_date)) {
                people[contact.person].add(contact);
            }
        }
    }
    Table table{{{"person", tr("Code"), ColumnKind::code},
                 {"name", tr("Person"), ColumnKind::text},
                 {"contacts", tr("Contacts"), ColumnKind::integer},
                 {"opinion", tr("Opinion"), ColumnKind::integer},
                 {"seasonal", tr("Season"), ColumnKind::integer},
                 {"reminder", tr("Reminder"), ColumnKind::integer},
                 {"not_reached", tr("Not reached"), ColumnKind::integer},
                 {"minutes", tr("Minutes"), ColumnKind::integer}},
                {}};
    for (auto& [code, sums] : people) {
        table.rows.push_back(
            {Cell::of(code), Cell::of(name_of("staff", code)), Cell::of(sums.reached),
             Cell::of(sums.reasons[contact_reason::kOpinion]), Cell::of(sums.reasons[contact_reason::kSeasonal]),
             Cell::of(sums.reasons[contact_reason::kReminder]), Cell::of(sums.not_reached), Cell::of(sums.minutes)});
    }
    return table;
}

Table survey_block(const std::vector<Survey>& surveys, DateRange dates, const NameOf& name_of) {
    Table table{{{"entry", tr("No."), ColumnKind::integer},
                 {"title", tr("Survey"), ColumnKind::text},
                 {"sent", tr("Sent out"), ColumnKind::integer},
                 {"returned", tr("Back"), ColumnKind::integer},
                 {"returned_percent", tr("%"), ColumnKind::code},
                 {"topic", tr("Code"), ColumnKind::code},
                 {"name", tr("Topic"), ColumnKind::text},
                 {"answers", tr("Answers"), ColumnKind::integer},
                 {"mean", tr("Mean"), ColumnKind::code},
                 {"satisfied_percent", tr("Satisfied %"), ColumnKind::code},
                 {"remarks", tr("Remarks"), ColumnKind::integer},
                 {"measures", tr("Measures"), ColumnKind::integer}},
                {}};
    for (const Survey& survey : surveys) {
        if (survey.business_date >= dates.until || (survey.closed && survey.closed_on < dates.from)) {
            continue;
        }
        std::int64_t remarks = 0;
        for (const SurveyAnswer& answer : survey.answers) {
            remarks += answer.remark.empty() ? 0 : 1;
        }
        const auto add = [&](const std::string& topic, const TopicSums* sums) {
            table.rows.push_back({Cell::of(survey.number), Cell::of(survey.title), Cell::of(survey.sent),
                                  Cell::of(static_cast<std::int64_t>(survey.answers.size())),
                                  share_cell(survey.back(), survey.sent), Cell::of(topic),
                                  Cell::of(topic.empty() ? topic : name_of("survey-topic", topic)),
                                  sums == nullptr ? Cell{} : Cell::of(sums->answers),
                                  sums == nullptr ? Cell{} : Cell::of(hundredths_text(sums->mean_hundredths())),
                                  sums == nullptr ? Cell{} : share_cell(sums->satisfied, sums->answers),
                                  Cell::of(remarks), Cell::of(static_cast<std::int64_t>(survey.measures.size()))});
        };
        const auto topics = sums_of(survey);
        for (const auto& [topic, sums] : topics) {
            add(topic, &sums);
        }
        if (topics.empty()) {
            add("", nullptr);
        }
    }
    return table;
}

}  // namespace onduty
