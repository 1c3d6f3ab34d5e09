// SPDX-License-Identifier: MIT
#include "guard/read.hpp"

#include "book/amended.hpp"

namespace onduty {

std::vector<IncidentReport> incidents_of(Book& book, const std::optional<DateRange>& dates) {
    EntryQuery query;
    query.rare_kinds = {kind::kIncident};
    query.dates = dates;
    std::vector<IncidentReport> reports;
    each_amended(book.store(), query, [&](const Entry& entry) {
        reports.push_back({entry, book.store().incident(entry.number).value_or(Incident{})});
    });
    return reports;
}

}  // namespace onduty
