// SPDX-License-Identifier: MIT
// What does the house know of rounds and checks?
#include "book/subject.hpp"
#include "book/teller.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

std::string route_told(Teller& teller, const Entry& entry) {
    return teller.name("route", entry.subject);
}

std::string point_told(Teller& teller, const Entry& entry) {
    const std::string& name = teller.name("point", entry.subject);
    return name == entry.subject ? name : entry.subject + " " + name;
}

// With the person who is inspected.
std::string check_told(Teller& teller, const Entry& entry) {
    const std::string& name = teller.name("checklist", entry.subject);
    return entry.about == 0 ? name : name + " " + teller.person_of_shift(entry.about);
}

std::string item_told(Teller& teller, const Entry& entry) {
    return teller.name("item", entry.subject);
}

constexpr Field kRouteFields[]{
    {"route", FieldType::code, "route"},
};

constexpr Field kPointFields[]{
    {"point", FieldType::code, "point", "", true},
    {"result", FieldType::code, "", "ok fault", true},
};

constexpr Field kCheckFields[]{
    {"checklist", FieldType::code, "checklist"},
    {"result", FieldType::code, "", "complete incomplete"},
};

constexpr Field kItemFields[]{
    {"item", FieldType::code, "item"},
    {"result", FieldType::code, "", "ok fault fixed na", true},
};

constexpr Kind kRoundsKinds[]{
    {.name = kind::kRoundStart, .word = N_("round begins"), .told = route_told, .fields = kRouteFields},
    {.name = kind::kPoint, .word = N_("point"), .told = point_told, .leads = leads_with_fault, .fields = kPointFields},
    {.name = kind::kRoundEnd, .word = N_("round ends"), .told = route_told, .fields = kRouteFields},
    {.name = kind::kCheck, .word = N_("check"), .told = check_told, .fields = kCheckFields},
    {.name = kind::kCheckItem,
     .word = N_("check item"),
     .told = item_told,
     .leads = leads_with_fault,
     .fields = kItemFields},
};

constexpr MachineWord kRoundsWords[]{
    {result::kFixed, N_("fixed")},
    {flag::kTooFast, N_("too fast")},
    {flag::kRepeated, N_("repeated")},
};

constexpr Subject kRoundsSubject{"rounds", kRoundsKinds, kRoundsWords};

}  // namespace

const Subject& rounds_subject() {
    return kRoundsSubject;
}

}  // namespace onduty
