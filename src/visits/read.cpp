// SPDX-License-Identifier: MIT
#include "visits/read.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/numbered_word.hpp"
#include "book/open_entries.hpp"
#include "book/thread.hpp"
#include "book/withdrawal.hpp"
#include "log/last_told.hpp"
#include "plan/number_codes.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/mask.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/kinds.hpp"
#include "visits/refills.hpp"

namespace onduty {

namespace {

void add_to(VisitReading& reading, const Entry& entry) {
    const auto details = VisitReading::has_visit(entry) ? visit_of(entry.fields) : std::nullopt;
    reading.add(entry, details.value_or(VisitDetails{}),
                VisitReading::has_lines(entry) ? lines_of(entry.fields) : std::vector<Line>{});
}

}  // namespace

std::string visit_code(std::int64_t sequence) {
    return "V" + std::to_string(sequence);
}

std::string visit_code(const Visit& visit) {
    return visit_code(visit.details.sequence);
}

std::string visit_typed(Book& book, const Visit& visit) {
    return number_typed(book, "staff", visit_code(visit));
}

bool is_visit_code(const std::string& typed) {
    return has_mark(typed, 'V');
}

bool is_visit_meant(Book& book, const std::string& typed) {
    return is_visit_code(typed) && means_number(book.names_told("staff", N_("person")), typed,
                                                book.store().visit_entry(read_number(typed, 'V').value_or(0)) != 0);
}

EntryNumber visit_named(Book& book, const std::string& typed) {
    const auto sequence = read_number(typed, 'V');
    if (!sequence) {
        throw UsageError{
            say(N_("\"{0}\" is no number of a visit such as V12. onduty checkin list shows them."), typed)};
    }
    const EntryNumber first = book.store().visit_entry(*sequence);
    if (first == 0) {
        const std::int64_t last = book.store().next_visit_sequence() - 1;
        throw UsageError{last == 0
                             ? say(N_("There is no visit V{0}. One begins with: onduty checkin visit"), *sequence)
                             : say(N_("There is no visit V{0}; the last one is V{1}. onduty checkin list shows them."),
                                   *sequence, last)};
    }
    return first;
}

std::optional<Visit> find_visit(Book& book, EntryNumber first) {
    std::vector<Visit> visits = visits_named(book, {first});
    return visits.empty() ? std::nullopt : std::optional<Visit>{std::move(visits.front())};
}

Visit read_visit(Book& book, EntryNumber first) {
    auto visit = find_visit(book, first);
    if (!visit) {
        throw Refusal{say(N_("Entry {0}, with which this visit began, was withdrawn."), first)};
    }
    return std::move(*visit);
}

Visit visit_on_site(Book& book, const std::string& typed) {
    Visit visit = read_visit(book, visit_named(book, typed));
    const auto told = book.claimed();
    if (visit.left && !(told && *told < *visit.left)) {
        throw Refusal{
            say(N_("{0} left at {1}. Nothing was recorded."), visit_code(visit), full_text(book.zone(), *visit.left))};
    }
    if (!visit.arrived) {
        throw Refusal{say(N_("{0} is announced and has not arrived. First: onduty checkin visit {0} --purpose \"...\". "
                             "If nobody came: {1}"),
                          visit_code(visit), void_command(book, visit.number))};
    }
    if (told && *told < *visit.arrived) {
        throw Refusal{
            say(N_("{0} came at {1}, later than that."), visit_code(visit), full_text(book.zone(), *visit.arrived))};
    }
    return visit;
}

namespace {

// A meeting is entered long before it takes place.
std::set<EntryNumber> meetings_on(Book& book, DateRange dates) {
    EntryQuery meetings;
    meetings.rare_kinds = {kind::kMeeting};
    meetings.dates = DateRange{Date{}, dates.from};
    const Instant from = to_instant(book.zone(), LocalTime{dates.from});
    const Instant until = to_instant(book.zone(), LocalTime{dates.until + std::chrono::days{1}});
    std::set<EntryNumber> found;
    each_amended(book.store(), meetings, [&](const Entry& entry) {
        if (entry.slot_at && from <= *entry.slot_at && *entry.slot_at < until) {
            found.insert(entry.number);
        }
    });
    return found;
}

}  // namespace

void refuse_no_group(const Visit& visit) {
    if (!visit.is_group()) {
        throw Refusal{say(N_("{0} is no group of visitors. Nothing was recorded."), visit_code(visit))};
    }
}

void refuse_of_another_sort(const Visit& visit, std::string_view kind) {
    if (kind == kind::kOrder || kind == kind::kDelivery || kind == kind::kRefill) {
        refuse_no_group(visit);
    }
    if (kind == kind::kProgress && visit.type != visit_type::kContractor) {
        throw Refusal{say(N_("{0} is no contractor. A remark on a group belongs to the command that it is about."),
                          visit_code(visit))};
    }
    if (kind == kind::kSeating && visit.type == visit_type::kVehicle) {
        throw Refusal{say(N_("{0} is a vehicle: nobody of it sits at a table. Who came with it: onduty checkin visit"),
                          visit_code(visit))};
    }
}

VisitFacts visits_of(Book& book, DateRange dates) {
    Pass pass{book, dates};
    return pass.get<VisitFold>().facts;
}

Wanted VisitFold::wanted() const {
    return {pass_->dates(), {kind::kNotice, kind::kMeeting, kind::kVisit, kind::kCall, kind::kRefusal}};
}

void VisitFold::add(const Entry& entry) {
    if (entry.kind == kind::kCall || entry.kind == kind::kRefusal) {
        add_to(contacts_, entry);
    } else {
        begun_.insert(entry.about == 0 ? entry.number : entry.about);
    }
}

void VisitFold::finish() {
    begun_.merge(meetings_on(pass_->book(), pass_->dates()));
    facts = contacts_.finish();
    facts.visits = visits_named(pass_->book(), {begun_.begin(), begun_.end()}, pass_->before());
}

Wanted ServedFold::wanted() const {
    return {pass_->dates(), {kind::kVisit, kind::kSeating, kind::kOrder, kind::kDelivery, kind::kRefill}};
}

void ServedFold::add(const Entry& entry) {
    begun_.insert(entry.about == 0 ? entry.number : entry.about);
}

void ServedFold::finish() {
    visits = visits_named(pass_->book(), {begun_.begin(), begun_.end()}, pass_->before());
}

std::vector<Visit> open_visits(Book& book) {
    std::vector<EntryNumber> open;
    for (const auto& [number, kind] : book.store().open_matters()) {
        if (kind == kind::kVisit || kind == kind::kNotice || kind == kind::kMeeting) {
            open.push_back(number);
        }
    }
    return visits_named(book, open);
}

std::vector<Visit> visits_named(Book& book, const std::vector<EntryNumber>& numbers,
                                std::optional<EntryNumber> before) {
    VisitReading reading;
    for (const EntryNumber number : numbers) {
        EntryQuery query;
        query.thread_of = number;
        query.before = before;
        std::vector<Entry> steps;
        each_amended(book.store(), query, [&](const Entry& entry) { steps.push_back(entry); });
        for (const Entry& entry : steps_as_told(std::move(steps))) {
            add_to(reading, entry);
        }
    }
    return reading.finish().visits;
}

namespace {

std::optional<Visit> visit_after(std::span<const Entry> steps) {
    VisitReading reading;
    for (const Entry& entry : steps_as_told({steps.begin(), steps.end()})) {
        add_to(reading, entry);
    }
    std::vector<Visit> visits = reading.finish().visits;
    return visits.empty() ? std::nullopt : std::optional{std::move(visits.front())};
}

}  // namespace

bool is_on_site(Book&, std::span<const Entry> before, const Entry& step) {
    const auto visit = visit_after(before);
    return visit && visit->arrived && (!visit->left || step.claims_before(*visit->left));
}

bool take_over_fits(Book&, std::span<const Entry> before, const Entry& step) {
    const auto visit = visit_after(before);
    return visit && visit->announced && visit->accepted.count(step.post) == 0;
}

bool ready_fits(Book&, std::span<const Entry> before, const Entry&) {
    const auto visit = visit_after(before);
    return visit && visit->planned && !visit->left && !visit->ready;
}

bool arrival_fits(Book&, std::span<const Entry> before, const Entry&) {
    const auto visit = visit_after(before);
    return visit && !visit->arrived && !visit->left;
}

bool delivery_fits(Book& book, std::span<const Entry> before, const Entry& step) {
    const auto visit = visit_after(before);
    if (!visit || !is_on_site(book, before, step)) {
        return false;
    }
    const std::vector<Line> brought = lines_of(step.fields);
    const Orders before_it = visit->orders();
    const bool in_order = before_it.brought_before || !visit->orders_with(step, brought).brought_before;
    return in_order && std::all_of(brought.begin(), brought.end(), [&](const Line& line) {
               const auto found = before_it.undelivered.find(line.item);
               return found != before_it.undelivered.end() && line.quantity <= found->second;
           });
}

namespace {

// What left, and of how many, is said of what was brought in.
bool says_what_was_brought(std::span<const Entry> before, const Entry& departure) {
    std::vector<Line> brought;
    for (const Entry& step : before) {
        if (step.kind == kind::kVisit) {
            brought = lines_of(step.fields);
        }
    }
    const std::vector<Line> leaving = lines_of(departure.fields);
    return leaving.empty() ||
           std::is_permutation(
               leaving.begin(), leaving.end(), brought.begin(), brought.end(), [](const Line& left, const Line& tool) {
                   return left.item == tool.item &&
                          left.expected.value_or(left.quantity) == tool.expected.value_or(tool.quantity);
               });
}

bool had_come_by(Book& book, const Entry& departure) {
    const std::vector<Entry> thread = thread_at(book, departure);
    return std::any_of(thread.begin(), thread.end(), [](const Entry& step) { return step.kind == kind::kVisit; });
}

}  // namespace

// Who did not come leaves, too, but not who had come by then.
bool departure_fits(Book& book, std::span<const Entry> before, const Entry& step) {
    const auto visit = visit_after(before);
    if (!visit || visit->left || !says_what_was_brought(before, step)) {
        return false;
    }
    return visit->arrived ? *visit->arrived <= step.told_at() : !had_come_by(book, step);
}

Date day_of(Book& book, const Visit& visit) {
    return visit.arrived || !visit.planned ? visit.business_date
                                           : business_date(book.zone(), book.calendar(), *visit.planned);
}

bool is_of_before(Book& book, const Visit& visit) {
    return day_of(book, visit) < book.today();
}

std::vector<Entry> open_clean_ups(Book& book) {
    std::vector<Entry> requests = open_entries(book, {kind::kCleanRequest});
    std::erase_if(requests, [](const Entry& request) { return request.about == 0; });
    return requests;
}

std::string clear_command(Book& book, const std::vector<Entry>& open, const Entry& request) {
    const auto of_visit =
        std::count_if(open.begin(), open.end(), [&](const Entry& one) { return one.about == request.about; });
    return of_visit > 1 ? "onduty clean done " + number_typed(book, "rule", "R" + std::to_string(request.number))
                        : "onduty serve clear " +
                              visit_code(book.store().visit(request.about).value_or(VisitDetails{}).sequence);
}

std::string seated_twice(Book& book, const Entry& entry) {
    const auto visit = find_visit(book, entry.about == 0 ? entry.number : entry.about);
    if (!visit || visit->left || visit->seat.empty()) {
        return {};
    }
    for (const Visit& other : open_visits(book)) {
        if (other.seat == visit->seat && other.number != visit->number) {
            return say(N_("{0} and {1} both have {2} now. Where does {0} sit? onduty serve seat {0} SEAT"),
                       visit_code(*visit), visit_code(other), book.name_of("seat", visit->seat));
        }
    }
    return {};
}

std::vector<Outcome> refills_of(Book& book, const Visit& visit) {
    const Duties& plan = in_force(book.history(), *visit.arrived);
    const Rule* rule = plan.rule_for_event(event::kRefill);
    return rule == nullptr ? std::vector<Outcome>{}
                           : refill_outcomes(*rule, plan.calendar, book.zone(), visit, book.now());
}

std::optional<Slot> next_service(Book& book, const Visit& visit) {
    // Who got a part of his order drinks it up, too.
    if (visit.orders().waiting_since && visit.services.empty()) {
        return std::nullopt;
    }
    const std::vector<Outcome> outcomes = refills_of(book, visit);
    const Outcome* next = next_refill(outcomes);
    return next == nullptr ? std::nullopt : std::optional{next->slot};
}

std::string drinks_text(Book& book, const std::map<std::string, std::int64_t>& drinks) {
    const auto words = [&](const auto& drink) {
        return book.name_of("drink", drink.first) + " " + std::to_string(drink.second);
    };
    return listed(drinks, words, tr(", "));
}

std::string masked_values(Book& book, const Visit& visit) {
    std::string values;
    for (const EntryNumber number : {visit.number, visit.arrival}) {
        for (const PersonalField& field : personal_of(fields_now(book.store(), number))) {
            const std::string value = masked(field.value);
            if (!value.empty() && values.find(value) == std::string::npos) {
                values += (values.empty() ? "" : " ") + value;
            }
        }
    }
    return values;
}

}  // namespace onduty
