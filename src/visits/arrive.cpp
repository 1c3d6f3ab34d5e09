// SPDX-License-Identifier: MIT
// checkin visit, vehicle, contractor: somebody arrives; announced before or not.
#include <algorithm>

#include "book/typed_lines.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/actions.hpp"
#include "visits/caller.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"
#include "visits/taken_seats.hpp"

namespace onduty {

namespace {

struct VisitOptions {
    std::string announced;
    std::string type;
    std::string words;  // plate of a vehicle, name of a contractor
    std::string permit;
    std::string company;
    std::vector<std::string> tools;
    bool first = false;
    Caller caller;
};

std::string type_named(const VisitOptions& options) {
    if (options.type.empty()) {
        return options.first ? visit_type::kFirst : visit_type::kReturning;
    }
    const std::string type = visit_type_named(options.type);
    if (options.first && type != visit_type::kFirst) {
        throw UsageError{say(N_("--first and --type {0} contradict each other."), options.type)};
    }
    return type;
}

// Records the arrival of `type`; `first` is the entry of the announcement, 0 for none.
int arrive(Recording& recording, const char* type, Details details, EntryNumber announced) {
    Book& book = recording.book();
    const Presence person = recording.on_duty_person();
    Entry entry = recording.draft(kind::kVisit, person);
    const bool told = entry.happened_at && !entry.clock_behind;
    refuse_taken_seat(book, details.visit->seat, announced,
                      told ? std::optional{Period{entry.told_at(), Instant::max()}} : std::nullopt);
    entry.subject = type;
    entry.about = announced;
    std::int64_t sequence = 0;
    if (announced == 0) {
        sequence = recording.store().next_visit_sequence();
        details.visit->sequence = sequence;
    } else {
        sequence = recording.store().visit(announced)->sequence;
    }
    const Entry stored = recording.append(entry, details);
    VisitDetails said = *details.visit;
    said.sequence = sequence;
    const int code = recording.finish(stored, arrival_words(book, stored, said));
    tell_of_earlier(book, details, stored.number);
    return code;
}

// What was announced and is in the plan no more keeps nobody waiting at the door.
std::string still_there(Book& book, const char* family, const std::string& code) {
    if (code.empty() || find_code(book.names_told(family, N_("place")).words, code) != nullptr) {
        return code;
    }
    book.context().remark(
        say(N_("{0} was announced, and the plan has it no more: it is left out."), book.name_of(family, code)));
    return {};
}

int visit(Context& context, const VisitOptions& options) {
    std::string type = type_named(options);
    Recording recording{context};
    Book& book = recording.book();
    EntryNumber announced = 0;
    Caller caller = options.caller;
    if (!options.announced.empty()) {
        announced = visit_named(book, options.announced);
        const Visit known = read_visit(book, announced);
        if (known.arrived) {
            throw Refusal{
                say(N_("{0} arrived at {1} already. A new group: onduty checkin visit --party N --purpose \"...\""),
                    visit_code(known), full_text(book.zone(), *known.arrived))};
        }
        if (known.left) {
            throw Refusal{say(N_("{0} left at {1}. Nothing was recorded."), visit_code(known),
                              full_text(book.zone(), *known.left))};
        }
        caller.party = caller.party == 0 ? known.details.party : caller.party;
        caller.purpose = caller.purpose.empty() ? known.details.purpose : caller.purpose;
        caller.seat = caller.seat.empty() ? still_there(book, "seat", known.details.seat) : caller.seat;
        caller.host = caller.host.empty() ? still_there(book, "staff", known.details.host) : caller.host;
        type = known.planned && options.type.empty() && !options.first ? visit_type::kBusiness : type;
    }
    if (tidy_note(caller.purpose).empty()) {
        throw UsageError{say(N_("What do they come for? Add --purpose \"...\"."))};
    }
    if (caller.party == 0) {
        throw UsageError{say(N_("How many people? Add --party N."))};
    }
    Details details = details_of(book, caller);
    details.visit->first = type == visit_type::kFirst;
    return arrive(recording, type.c_str(), std::move(details), announced);
}

int vehicle(Context& context, const VisitOptions& options) {
    Recording recording{context};
    Caller caller = options.caller;
    caller.plate = options.words;
    return arrive(recording, visit_type::kVehicle, details_of(recording.book(), caller), 0);
}

int contractor(Context& context, const VisitOptions& options) {
    if (tidy_note(options.caller.purpose).empty()) {
        throw UsageError{say(N_("Which work? Add --work \"...\"."))};
    }
    Recording recording{context};
    Caller caller = options.caller;
    caller.name = options.words;
    caller.party = std::max<std::int64_t>(caller.party, 1);
    Details details = details_of(recording.book(), caller);
    details.visit->permit = plain_form(options.permit);
    if (!options.company.empty()) {
        details.personal.push_back({"company", tidy_note(options.company)});
    }
    for (const std::string& tool : options.tools) {
        const TypedLine line = typed_line(tool, 1);
        details.lines.push_back({line.name, line.quantity});
        details.lines.back().named_freely = true;
    }
    return arrive(recording, visit_type::kContractor, std::move(details), 0);
}

void declare_visit(OptionList& list, VisitOptions& options) {
    list.word("visit", &options.announced, tr("V number, if the group was announced"));
    options.caller.add_party(list);
    list.option("--type", &options.type, "TYPE", tr("first, return, vip, business or owner"));
    list.flag("--first", &options.first, tr("A first visit"));
    options.caller.add_purpose(list);
    options.caller.add_host(list);
    options.caller.add_seat(list);
    options.caller.add_person(list);
    options.caller.add_plate(list);
}

void declare_vehicle(OptionList& list, VisitOptions& options) {
    list.needed_word("plate", &options.words, tr("Number plate; kept apart as personal data"));
    options.caller.add_party(list);
    options.caller.add_purpose(list);
}

void declare_contractor(OptionList& list, VisitOptions& options) {
    list.needed_word("name", &options.words, tr("Name of the person; kept apart as personal data"));
    list.option("--work", &options.caller.purpose, "TEXT", tr("Which work"));
    list.option("--company", &options.company, "TEXT", tr("For which company"));
    list.option("--permit", &options.permit, "NUMBER", tr("Number of the permit"));
    list.option("--tool", &options.tools, "TOOL=N", tr("What is brought in; may be repeated"));
    list.option("--supervisor", &options.caller.told, "NAME", tr("Who watches the work"));
    options.caller.add_party(list);
    list.option("--phone", &options.caller.phone, "NUMBER", tr("Telephone; kept apart as personal data"));
    options.caller.add_plate(list);
}

}  // namespace

constexpr ActionSpec kCheckinVisit = action<declare_visit, visit>("visit", "来访", N_("A group arrives"));
constexpr ActionSpec kCheckinVehicle =
    action<declare_vehicle, vehicle>("vehicle", "车辆", N_("A vehicle without a group comes in"));
constexpr ActionSpec kCheckinContractor =
    action<declare_contractor, contractor>("contractor", "施工", N_("Somebody comes to work on site"));

}  // namespace onduty
