// SPDX-License-Identifier: MIT
// serve order, deliver: drinks from the plan's menu, asked for and brought line by line.
#include "book/subject.hpp"
#include "book/typed_lines.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/actions.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

struct OrderOptions {
    std::string visit;
    std::vector<std::string> drinks;
    std::string note;
};

Things drinks(Book& book) {
    return {book, "drink", N_("drink")};
}

// What is to be said of those that the bar has no more, as it stands with what is being recorded; "" for nothing.
std::string sold_out(Book& book, const std::vector<Line>& lines) {
    std::string words;
    for (const Subject* subject : subjects()) {
        words += subject->sold_out == nullptr ? "" : subject->sold_out(book, lines);
    }
    return words;
}

int finish_with(Recording& recording, const Entry& stored, const std::string& what, const std::string& remark) {
    const int code = recording.finish(stored, what);
    if (!remark.empty()) {
        recording.book().context().remark(remark);
    }
    return code;
}

int order(Context& context, const OrderOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    if (options.drinks.empty()) {
        throw UsageError{say(N_("Which drinks? Write them behind the visit: onduty serve order {0} {1}=2"),
                             options.visit, drinks(book).example("DRINK"))};
    }
    const Visit visit = visit_on_site(book, options.visit);
    refuse_of_another_sort(visit, kind::kOrder);
    Details details;
    details.lines = typed_lines(drinks(book), options.drinks, 1);
    Entry entry = recording.draft(kind::kOrder, recording.on_duty_person("bar"));
    entry.about = visit.number;
    entry.note = tidy_note(options.note);
    const Entry stored = recording.append(entry, details);
    const std::string what = say(N_("{0} orders {1}."), visit_code(visit), lines_text(drinks(book), details.lines));
    const int code = finish_with(recording, stored, what, sold_out(book, details.lines));
    std::int64_t drinks = 0;
    for (const Line& line : details.lines) {
        drinks += line.quantity;
    }
    const std::int64_t most = visit.details.party * book.plan(&Plan::reception, stored.plan).drinks_per_person;
    if (drinks > most) {
        context.remark(
            say(N_("{0} drinks for {1} people: is that right? If not: onduty correct {2} --void --reason \"...\""),
                drinks, visit.details.party, stored.number));
    }
    return code;
}

// What is brought: the lines typed, or all that is still waited for.
std::vector<Line> brought(Book& book, const Visit& visit, const std::vector<std::string>& typed) {
    const auto waiting = visit.orders().undelivered;
    if (typed.empty()) {
        std::vector<Line> lines;
        for (const auto& [drink, quantity] : waiting) {
            lines.push_back({drink, quantity, std::nullopt, {}});
        }
        return lines;
    }
    std::vector<Line> lines = typed_lines(drinks(book), typed, 1);
    for (const Line& line : lines) {
        const auto found = waiting.find(line.item);
        const std::int64_t left = found == waiting.end() ? 0 : found->second;
        if (line.quantity > left) {
            throw Refusal{
                say(N_("{0} waits for {1} of {2}, not {3}. More is ordered first: onduty serve order {0} ..."),
                    visit_code(visit), left, book.name_of("drink", line.item), line.quantity)};
        }
    }
    return lines;
}

int deliver(Context& context, const OrderOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = visit_on_site(book, options.visit);
    refuse_of_another_sort(visit, kind::kDelivery);
    Details details;
    details.lines = brought(book, visit, options.drinks);
    if (details.lines.empty()) {
        throw Refusal{say(N_("{0} waits for nothing. Served again: onduty serve refill {0}"), visit_code(visit))};
    }
    Entry entry = recording.draft(kind::kDelivery, recording.on_duty_person("bar"));
    const Orders orders = visit.orders_with(entry, details.lines);
    if (orders.brought_before && entry.claims_before(*orders.brought_before)) {
        throw Refusal{say(N_("{0} ordered at {1}, later than that."), visit_code(visit),
                          full_text(book.zone(), *orders.brought_before))};
    }
    entry.about = visit.number;
    entry.subject = visit.seat_at(entry.told_at());
    entry.note = tidy_note(options.note);
    const Entry stored = recording.append(entry, details);
    Things names = drinks(book);
    names.add_of(book, "drink", details.lines);
    // Nothing was ordered by then where the clock was set back.
    const auto ordered = orders.ordered_at.find(entry.number);
    const Instant since = ordered == orders.ordered_at.end() ? entry.told_at() : ordered->second;
    std::string what = say(N_("{0} gets {1}, {2} after the order."), visit_code(visit),
                           lines_text(names, details.lines), duration_text(entry.told_at() - since));
    return finish_with(recording, stored, what, sold_out(book, details.lines));
}

void declare_order(OptionList& list, OrderOptions& options) {
    list.needed_word("visit", &options.visit, tr("V number"));
    list.word("drinks", &options.drinks, tr("Drinks and how many: tea=2 water"));
    list.option("--note", &options.note, "TEXT", tr("A wish: less sugar, a child"));
}

void declare_deliver(OptionList& list, OrderOptions& options) {
    list.needed_word("visit", &options.visit, tr("V number"));
    list.word("drinks", &options.drinks, tr("What is brought, if not all: tea=2"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kServeOrder = action<declare_order, order>("order", "点单", N_("What a group wants to drink"));
constexpr ActionSpec kServeDeliver =
    action<declare_deliver, deliver>("deliver", "送达", N_("The order is brought, whole or in part"));

}  // namespace onduty
