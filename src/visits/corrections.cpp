// SPDX-License-Identifier: MIT
#include "visits/corrections.hpp"

#include <algorithm>

#include "book/clocks.hpp"
#include "book/withdrawal.hpp"
#include "text/error.hpp"
#include "text/unicode.hpp"
#include "time/coming.hpp"
#include "time/told.hpp"
#include "visits/caller.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"
#include "visits/taken_seats.hpp"
#include "visits/tools.hpp"

namespace onduty {

namespace {

bool is_contractor(const Correcting& correcting) {
    return correcting.now.subject == visit_type::kContractor;
}

// What only a contractor says.
void refuse_but_of_contractor(const Correcting& correcting, const char* option) {
    if (!is_contractor(correcting)) {
        throw Refusal{say(N_("{0} belongs to a contractor; entry {1} is none."), option, correcting.now.number)};
    }
}

// A seat that somebody else has, or had, in the time from the entry on. When that was nobody knows while its clock is
// in doubt: then only who is there now counts.
void refuse_seat_of_another(Correcting& correcting, const std::string& seat) {
    const Entry& now = correcting.now;
    const EntryNumber first = now.about == 0 ? now.number : now.about;
    const auto visit = find_visit(correcting.book(), first);
    const bool doubtful = is_in_doubt(clock_reading(correcting.book().store()).doubts(), now.number);
    if (visit && !(doubtful && visit->left)) {
        refuse_taken_seat(correcting.book(), seat, first,
                          doubtful ? std::nullopt : std::optional{visit->sitting_from(now.told_at())});
    }
}

std::string seat_named(Correcting& correcting, const std::string& typed) {
    const std::string seat = correcting.book().resolve_told("seat", N_("seat"), typed).code;
    refuse_seat_of_another(correcting, seat);
    return seat;
}

}  // namespace

void read_party(Correcting& correcting, const std::string& typed) {
    const bool may_lack = correcting.now.kind == kind::kNotice || correcting.now.subject == visit_type::kVehicle;
    correcting.number("party", may_lack && takes_out(typed) ? 0 : party_typed(typed, may_lack ? 0 : 1));
}

// A contractor is known by his name.
void read_name_of_arrival(Correcting& correcting, const std::string& typed) {
    correcting.personal("name", is_contractor(correcting) ? some_words(typed) : words_or_none(typed));
}

void read_purpose(Correcting& correcting, const std::string& typed) {
    const bool may_lack = correcting.now.subject == visit_type::kVehicle;
    correcting.words("purpose", may_lack ? words_or_none(typed) : some_words(typed));
}

void read_work(Correcting& correcting, const std::string& typed) {
    refuse_but_of_contractor(correcting, "--work");
    read_purpose(correcting, typed);
}

void read_visit_type(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    if (is_contractor(correcting) || now.subject == visit_type::kVehicle) {
        throw Refusal{say(N_("Entry {0} is no group of visitors. Withdraw it and type it again: {1}"), now.number,
                          void_command(correcting.book(), now.number))};
    }
    now.subject = visit_type_named(typed);
    correcting.number("first", now.subject == visit_type::kFirst ? 1 : 0);
}

void read_seat(Correcting& correcting, const std::string& typed) {
    if (correcting.now.subject == visit_type::kVehicle && !takes_out(typed)) {
        const EntryNumber first = correcting.now.about == 0 ? correcting.now.number : correcting.now.about;
        refuse_of_another_sort(read_visit(correcting.book(), first), kind::kSeating);
    }
    correcting.code("seat", takes_out(typed) ? "" : seat_named(correcting, typed));
}

void read_seat_of_subject(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = seat_named(correcting, typed);
}

void read_seat_of_meeting(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = correcting.book().resolve_told("seat", N_("seat"), typed).code;
    correcting.code("seat", correcting.now.subject);
}

void read_begin_of_meeting(Correcting& correcting, const std::string& typed) {
    correcting.now.slot_at = read_coming_time(typed, correcting.book().zone(), correcting.now.told_at());
}

void read_phone(Correcting& correcting, const std::string& typed) {
    correcting.personal("phone", takes_out(typed) ? "" : checked_phone(typed));
}

void read_plate(Correcting& correcting, const std::string& typed) {
    const bool may_lack = correcting.now.subject != visit_type::kVehicle;
    correcting.personal("plate", may_lack && takes_out(typed) ? "" : checked_plate(typed));
}

void read_permit(Correcting& correcting, const std::string& typed) {
    refuse_but_of_contractor(correcting, "--permit");
    correcting.words("permit", takes_out(typed) ? "" : plain_form(typed));
}

void read_company(Correcting& correcting, const std::string& typed) {
    refuse_but_of_contractor(correcting, "--company");
    correcting.personal("company", words_or_none(typed));
}

void read_supervisor(Correcting& correcting, const std::string& typed) {
    refuse_but_of_contractor(correcting, "--supervisor");
    read_person<"told">(correcting, typed);
}

void read_tool(Correcting& correcting, const std::string& typed) {
    refuse_but_of_contractor(correcting, "--tool");
    type_free_line_anew(correcting, typed);
}

// Where nothing was said of what left with him, all of it did but what is said now.
void read_tool_left(Correcting& correcting, const std::string& typed) {
    Book& book = correcting.book();
    const Visit visit = read_visit(book, correcting.now.about);
    const TypedLine line = typed_line(typed, 0);
    const std::vector<Line> said = tools_leaving(book, visit, {typed});
    std::vector<Line> lines = correcting.lines();
    for (const Line& tool : lines.empty() ? said : std::vector<Line>{}) {
        lines.push_back(tool);
        lines.back().quantity = *tool.expected;
    }
    for (Line& tool : lines) {
        tool.quantity = folded_name(tool.item) == folded_name(line.name) ? line.quantity : tool.quantity;
    }
    correcting.lines(lines);
}

void read_first_call(Correcting& correcting, const std::string& typed) {
    const bool first = yes_typed("--first", typed);
    if (first && correcting.now.fields.word("host").empty()) {
        throw UsageError{say(N_("A first call is passed on. To whom? Add --host NAME."))};
    }
    correcting.number("first", first ? 1 : 0);
}

void read_host_of_call(Correcting& correcting, const std::string& typed) {
    read_person<"host">(correcting, typed);
    if (correcting.now.fields.word("host").empty() && correcting.now.fields.number("first") != 0) {
        throw UsageError{say(N_("A first call is passed on. To whom? Add --host NAME."))};
    }
}

void read_outcome(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = outcome_named(typed);
}

void read_forgotten(Correcting& correcting, const std::string& typed) {
    correcting.now.result = yes_typed("--forgotten", typed) ? result::kForgotten : "";
}

void read_drink(Correcting& correcting, const std::string& typed) {
    Things drinks{correcting.book(), "drink", N_("drink")};
    drinks.add_of(correcting.book(), "drink", correcting.lines());
    type_line_anew(correcting, drinks, typed, 1);
}

void read_wish(Correcting& correcting, const std::string& typed) {
    const auto sides = sides_of(plain_form(typed), Parting::last);
    if (sides && sides->said.find_first_not_of("0123456789") == std::string::npos) {
        throw UsageError{say(N_("\"{0}\" would stand there as a remark. Other drinks are typed so: onduty correct {1} "
                                "{0} --reason \"...\""),
                             typed, correcting.now.number)};
    }
    read_note(correcting, typed);
}

void read_visit_meant(Correcting& correcting, const std::string& typed) {
    Book& book = correcting.book();
    const Visit visit = visit_on_site(book, typed);
    refuse_of_another_sort(visit, correcting.now.kind);
    correcting.now.about = visit.number;
}

void read_area_of_request(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    if (now.about != 0) {
        throw Refusal{say(kFollowsTheVisit, now.number, void_command(correcting.book(), now.number))};
    }
    now.subject = correcting.book().point_told(N_("area"), typed).code;
}

}  // namespace onduty
