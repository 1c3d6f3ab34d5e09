// SPDX-License-Identifier: MIT
// Which fields do the details of an entry have, and what do they say once they are read?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "log/entry.hpp"

namespace onduty {

// A name, a phone number or the like of somebody from outside.
struct PersonalField {
    std::string field;
    std::string value;
};

struct Details {
    std::optional<Agenda> agenda{};
    std::optional<CaseFile> case_file{};
    std::optional<CaseStep> case_step{};
    std::optional<Incident> incident{};
    std::optional<VisitDetails> visit{};
    std::vector<Line> lines{};
    std::vector<PersonalField> personal{};
};

Fields fields_of(const Details& details);

std::optional<Agenda> agenda_of(const Fields& fields);
std::optional<CaseFile> case_file_of(const Fields& fields);
std::optional<CaseStep> case_step_of(const Fields& fields);
std::optional<Incident> incident_of(const Fields& fields);
std::optional<VisitDetails> visit_of(const Fields& fields);
std::vector<Line> lines_of(const Fields& fields);
// Whether a field of a line may be called so.
bool is_of_line(std::string_view name);
std::vector<PersonalField> personal_of(const Fields& fields);

}  // namespace onduty
