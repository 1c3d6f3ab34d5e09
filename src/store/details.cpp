// SPDX-License-Identifier: MIT
#include "store/details.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace onduty {

namespace {

constexpr std::array<std::string_view, 6> kOfLine{"item", "quantity", "expected", "note", "condition", "best_before"};
constexpr std::array<std::string_view, 3> kLookedUp{"name", "phone", "plate"};
constexpr std::array<std::string_view, 7> kPersonal{"name", "phone", "plate", "company", "witness", "person", "words"};

template <typename Names>
bool is_one_of(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_any(const Fields& fields, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* name) { return fields.find(name) != nullptr; });
}

void add_number(Fields& fields, const char* name, std::int64_t number) {
    if (number != 0) {
        fields.add(name, number);
    }
}

void add(Fields& fields, const Agenda& agenda) {
    fields.add_code("owner", agenda.owner);
    add_number(fields, "people", agenda.people);
    fields.add_code("place", agenda.place);
    fields.add_words("contact", agenda.contact);
}

void add(Fields& fields, const CaseFile& file) {
    fields.add("case", file.sequence, 0, Sought::yes);
    fields.add("severity", file.severity);
    fields.add_code("channel", file.channel);
    fields.add_code("place", file.place);
    fields.add_words("unit", file.unit);
    fields.add_code("against", file.against);
    fields.add_words("remedy_asked", file.remedy_asked);
    fields.add_words("reference", file.reference, 0, Sought::yes);
}

void add(Fields& fields, const CaseStep& step) {
    add_number(fields, "severity", step.severity);
    add_number(fields, "safety", step.safety);
    add_number(fields, "complexity", step.complexity);
    add_number(fields, "impact", step.impact);
    add_number(fields, "immediate", step.immediate ? 1 : 0);
    fields.add_code("owner", step.owner);
    fields.add_words("remedy", step.remedy);
    add_number(fields, "cost", step.cost);
}

void add(Fields& fields, const Incident& incident) {
    fields.add("incident", incident.sequence, 0, Sought::yes);
    fields.add_code("category", incident.category);
    fields.add_code("place", incident.place);
    fields.add_code("reported_by", incident.reported_by);
    fields.add_code("phoned", incident.phoned);
    if (incident.phoned_at) {
        fields.add("phoned_at", incident.phoned_at->time_since_epoch().count());
    }
    fields.add_words("action_taken", incident.action_taken);
    fields.add_words("action_needed", incident.action_needed);
}

void add(Fields& fields, const VisitDetails& visit) {
    if (visit.sequence != 0) {
        fields.add("visit", visit.sequence, 0, Sought::yes);
    }
    add_number(fields, "party", visit.party);
    fields.add_words("purpose", visit.purpose);
    fields.add_code("host", visit.host);
    fields.add_code("seat", visit.seat);
    fields.add_code("channel", visit.channel);
    add_number(fields, "first", visit.first ? 1 : 0);
    fields.add_words("permit", visit.permit);
    fields.add_code("told", visit.told);
}

void add(Fields& fields, const Line& line, std::int64_t place) {
    if (line.named_freely) {
        fields.add_words("item", line.item, place);
    } else {
        fields.add_code("item", line.item, place);
    }
    fields.add("quantity", line.quantity, place);
    if (line.expected) {
        fields.add("expected", *line.expected, place);
    }
    fields.add_words("note", line.note, place);
    fields.add_code("condition", line.condition, place);
    fields.add_code("best_before", line.best_before, place, Sought::yes);
}

}  // namespace

Fields fields_of(const Details& details) {
    Fields fields;
    const auto add_given = [&](const auto& part) {
        if (part) {
            add(fields, *part);
        }
    };
    add_given(details.agenda);
    add_given(details.case_file);
    add_given(details.case_step);
    add_given(details.incident);
    add_given(details.visit);
    std::int64_t place = 0;
    for (const Line& line : details.lines) {
        add(fields, line, ++place);
    }
    for (const PersonalField& personal : details.personal) {
        fields.add_words(personal.field, personal.value, 0,
                         is_one_of(kLookedUp, personal.field) ? Sought::yes : Sought::no);
    }
    return fields;
}

std::optional<Agenda> agenda_of(const Fields& fields) {
    if (!has_any(fields, {"owner", "people", "place", "contact"})) {
        return std::nullopt;
    }
    return Agenda{fields.word("owner"), fields.number("people"), fields.word("place"), fields.word("contact")};
}

std::optional<CaseFile> case_file_of(const Fields& fields) {
    if (fields.find("case") == nullptr) {
        return std::nullopt;
    }
    return CaseFile{fields.number("case"),       fields.number("severity"), fields.word("channel"),
                    fields.word("place"),        fields.word("unit"),       fields.word("against"),
                    fields.word("remedy_asked"), fields.word("reference")};
}

std::optional<CaseStep> case_step_of(const Fields& fields) {
    if (fields.find("case") != nullptr ||
        !has_any(fields, {"severity", "safety", "complexity", "impact", "immediate", "owner", "remedy", "cost"})) {
        return std::nullopt;
    }
    return CaseStep{
        fields.number("severity"),       fields.number("safety"), fields.number("complexity"), fields.number("impact"),
        fields.number("immediate") != 0, fields.word("owner"),    fields.word("remedy"),       fields.number("cost")};
}

std::optional<Incident> incident_of(const Fields& fields) {
    if (fields.find("incident") == nullptr) {
        return std::nullopt;
    }
    Incident incident{fields.number("incident"),   fields.word("category"),     fields.word("place"),
                      fields.word("reported_by"),  fields.word("phoned"),       std::nullopt,
                      fields.word("action_taken"), fields.word("action_needed")};
    if (const FieldValue* at = fields.find("phoned_at"); at != nullptr && at->number) {
        incident.phoned_at = Instant{std::chrono::milliseconds{*at->number}};
    }
    return incident;
}

std::optional<VisitDetails> visit_of(const Fields& fields) {
    if (!has_any(fields, {"visit", "party", "purpose", "host", "seat", "channel", "first", "permit", "told"})) {
        return std::nullopt;
    }
    return VisitDetails{fields.number("visit"),      fields.number("party"), fields.word("purpose"),
                        fields.word("host"),         fields.word("seat"),    fields.word("channel"),
                        fields.number("first") != 0, fields.word("permit"),  fields.word("told")};
}

std::vector<Line> lines_of(const Fields& fields) {
    std::vector<Line> lines;
    lines.resize(static_cast<std::size_t>(fields.last_place()));
    for (const FieldValue& value : fields) {
        if (value.place < 1) {
            continue;
        }
        Line& line = lines[static_cast<std::size_t>(value.place - 1)];
        if (value.name == "item") {
            line.item = value.word;
        } else if (value.name == "quantity") {
            line.quantity = value.number.value_or(0);
        } else if (value.name == "expected") {
            line.expected = value.number;
        } else if (value.name == "note") {
            line.note = value.word;
        } else if (value.name == "condition") {
            line.condition = value.word;
        } else if (value.name == "best_before") {
            line.best_before = value.word;
        }
    }
    return lines;
}

bool is_of_line(std::string_view name) {
    return is_one_of(kOfLine, name);
}

std::vector<PersonalField> personal_of(const Fields& fields) {
    std::vector<PersonalField> personal;
    for (const FieldValue& value : fields) {
        if (value.place == 0 && value.typed && is_one_of(kPersonal, value.name)) {
            personal.push_back({value.name, value.word});
        }
    }
    return personal;
}

}  // namespace onduty
