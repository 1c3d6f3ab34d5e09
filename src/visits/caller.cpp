// SPDX-License-Identifier: MIT
#include "visits/caller.hpp"

#include <algorithm>
#include <map>

#include "book/amended.hpp"
#include "book/machine_words.hpp"
#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/kinds.hpp"
#include "visits/plate.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kLargestParty = 500;

// "Tea 2, Coffee 1; less sugar": what somebody who came on that day had and wished; "" for nothing.
std::string last_order(Book& book, const Visit& visit) {
    std::map<std::string, std::int64_t> ordered;
    for (const Drinks& drinks : visit.drinks) {
        if (drinks.ordered > 0) {
            ordered[drinks.drink] += drinks.ordered;
        }
    }
    std::string words = drinks_text(book, ordered);
    for (const std::string& wish : visit.wishes) {
        words += "; " + shown_safely(wish);
    }
    return words;
}

// A number of China as it is dialled there: telephones write it with +86, 0086 or 86 before it.
std::string without_country(const std::string& phone) {
    constexpr std::size_t kMobile = 11;  // 138 0013 8000
    for (const std::string_view country : {"+86", "0086", "86"}) {
        if (phone.rfind(country, 0) != 0) {
            continue;
        }
        const std::string rest = phone.substr(country.size());
        if (rest.size() == kMobile && rest[0] == '1') {
            return rest;
        }
        // An area code, without the 0 that is dialled before it, and the number.
        const bool is_landline = country != "86" && rest.size() >= 9 && rest.size() <= kMobile && rest[0] != '0';
        return is_landline ? "0" + rest : phone;
    }
    return phone;
}

std::string value_of(const char* name, const std::vector<PersonalField>& fields) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const PersonalField& field) { return field.field == name; });
    return found == fields.end() ? "" : found->value;
}

// Whoever the entry is about, or began with, said another telephone number than this one.
bool has_another_phone(Book& book, EntryNumber number, const std::string& phone) {
    std::string known = value_of("phone", personal_of(fields_now(book.store(), number)));
    if (const EntryNumber first = book.entry(number).about; known.empty() && first != 0) {
        known = value_of("phone", personal_of(fields_now(book.store(), first)));
    }
    return !phone.empty() && !known.empty() && phone != known;
}

}  // namespace

std::int64_t checked_party(std::int64_t party, std::int64_t least) {
    if (party < least || party > kLargestParty) {
        throw UsageError{say(N_("--party takes 1 to {0} people, not {1}."), kLargestParty, party)};
    }
    return party;
}

std::int64_t party_typed(const std::string& typed, std::int64_t least) {
    const auto party = number_form(typed) == "0" ? std::optional<std::int64_t>{0} : read_number(typed);
    if (!party) {
        throw UsageError{say(N_("{0} needs a number."), "--party")};
    }
    return checked_party(*party, least);
}

std::string checked_plate(const std::string& typed) {
    const std::string plate = tidy_plate(plain_form(typed));
    if (plate.empty()) {
        throw UsageError{say(N_("\"{0}\" is no number plate such as {1}."), typed, "粤A12345")};
    }
    return plate;
}

std::string visit_type_named(const std::string& typed) {
    static const std::map<std::string, const char*> kTypes{
        {"first", visit_type::kFirst},    {"首次", visit_type::kFirst},        {"return", visit_type::kReturning},
        {"回访", visit_type::kReturning}, {"再次", visit_type::kReturning},    {"vip", visit_type::kVip},
        {"贵宾", visit_type::kVip},       {"business", visit_type::kBusiness}, {"办事", visit_type::kBusiness},
        {"owner", visit_type::kOwner},    {"业主", visit_type::kOwner}};
    const auto found = kTypes.find(lower_case(plain_form(typed)));
    if (found == kTypes.end()) {
        throw UsageError{say(N_("--type takes first, return, vip, business or owner, not \"{0}\"."), typed)};
    }
    return found->second;
}

std::string outcome_named(const std::string& typed) {
    static const std::map<std::string, const char*> kOutcomes{
        {"turned-away", outcome::kTurnedAway}, {"劝离", outcome::kTurnedAway}, {"questioned", outcome::kQuestioned},
        {"盘问", outcome::kQuestioned},        {"let-in", outcome::kLetIn},    {"放行", outcome::kLetIn}};
    const auto found = kOutcomes.find(typed.empty() ? outcome::kTurnedAway : lower_case(plain_form(typed)));
    if (found == kOutcomes.end()) {
        throw UsageError{say(N_("--outcome takes turned-away, questioned or let-in, not \"{0}\"."), typed)};
    }
    return found->second;
}

std::string checked_phone(const std::string& typed) {
    std::string phone;
    for (const char letter : number_form(typed)) {
        const bool gap = letter == ' ' || letter == '-' || letter == '(' || letter == ')';
        if (!gap) {
            phone += letter;
        }
    }
    const auto digits = phone.substr(!phone.empty() && phone[0] == '+' ? 1 : 0);
    const bool good =
        digits.size() >= 3 && digits.size() <= 15 &&
        std::all_of(digits.begin(), digits.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    if (!good) {
        throw UsageError{say(N_("\"{0}\" is no telephone number."), typed)};
    }
    return without_country(phone);
}

std::string phone_of_register(const std::string& cell) {
    constexpr std::array<std::string_view, 8> kNone{"无", "没有", "未留", "不详", "none", "no", "n/a", "-"};
    const std::string plain = lower_case(number_form(cell));
    if (std::find(kNone.begin(), kNone.end(), plain) != kNone.end()) {
        return {};
    }
    return checked_phone(plain.ends_with(".0") ? plain.substr(0, plain.size() - 2) : cell);
}

void Caller::add_party(OptionList& list) {
    list.option("--party", &party, "N", tr("How many people"));
}

void Caller::add_purpose(OptionList& list) {
    list.option("--purpose", &purpose, "TEXT", tr("What for"));
}

void Caller::add_host(OptionList& list) {
    list.option("--host", &host, "NAME", tr("Who of sales takes them"));
}

void Caller::add_seat(OptionList& list) {
    list.option("--seat", &seat, "SEAT", tr("Where they sit"));
}

void Caller::add_person(OptionList& list) {
    list.option("--name", &name, "TEXT", tr("Name of the person; kept apart as personal data"));
    list.option("--phone", &phone, "NUMBER", tr("Telephone; kept apart as personal data"));
}

void Caller::add_plate(OptionList& list) {
    list.option("--plate", &plate, "PLATE", tr("Number plate; kept apart as personal data"));
}

void Caller::add_told(OptionList& list) {
    list.option("--told", &told, "NAME", tr("Who was told"));
}

Details details_of(Book& book, const Caller& caller) {
    Details details;
    details.visit.emplace();
    VisitDetails& visit = *details.visit;
    visit.party = checked_party(caller.party, 0);
    visit.purpose = tidy_note(caller.purpose);
    visit.host = caller.host.empty() ? "" : book.person_told(caller.host).code;
    visit.seat = caller.seat.empty() ? "" : book.resolve_told("seat", N_("seat"), caller.seat).code;
    visit.told = caller.told.empty() ? "" : book.person_told(caller.told).code;
    if (!caller.name.empty()) {
        details.personal.push_back({"name", tidy_note(caller.name)});
    }
    if (!caller.phone.empty()) {
        details.personal.push_back({"phone", checked_phone(caller.phone)});
    }
    if (!caller.plate.empty()) {
        details.personal.push_back({"plate", checked_plate(caller.plate)});
    }
    return details;
}

void tell_of_earlier(Book& book, const Details& details, EntryNumber number) {
    const std::string phone = value_of("phone", details.personal);
    for (const PersonalField& field : details.personal) {
        EntryNumber earlier = book.store().last_with_personal(field, number);
        // Two people of one name are told apart by their telephones.
        while (field.field == "name" && earlier != 0 && has_another_phone(book, earlier, phone)) {
            earlier = book.store().last_with_personal(field, earlier);
        }
        const auto entry = earlier == 0 ? std::nullopt : book.store().entry(earlier);
        if (!entry) {
            continue;
        }
        const Entry known_as = as_corrected(book.store(), *entry);
        const auto visit = find_visit(book, entry->about == 0 ? entry->number : entry->about);
        const auto said = visit ? std::optional{visit->details} : visit_of(known_as.fields);
        const std::string with = said && !said->host.empty() ? book.name_of("staff", said->host) : "";
        const std::string known =
            masked(field.value) + ": " +
            say(N_("known from entry {0}, {1}."), earlier, full_text(book.zone(), known_as.told_at()));
        const std::string ordered = visit ? last_order(book, *visit) : "";
        book.context().remark(known + (with.empty() ? "" : " " + say(N_("Then with {0}."), with)) +
                              (ordered.empty() ? "" : " " + say(N_("Had {0}."), ordered)));
    }
}

std::string arrival_words(Book& book, const Entry& entry, const VisitDetails& visit) {
    std::string words = visit_code(visit.sequence);
    const auto add = [&](const std::string& part) { words += part.empty() ? "" : tr(", ") + part; };
    words += ":";
    std::string rest = entry.kind == kind::kNotice ? tr("announced") : shown_word(entry.subject);
    words += " " + rest;
    add(visit.party > 0 ? say(N_("people {0}"), visit.party) : "");
    add(visit.host.empty() ? "" : book.name_of("staff", visit.host));
    add(visit.seat.empty() ? "" : say(N_("seat {0}"), book.name_of("seat", visit.seat)));
    return words + tr(".");
}

}  // namespace onduty
