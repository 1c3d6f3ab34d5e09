// SPDX-License-Identifier: MIT
// customer list, today: the cards with their gaps, and the first contacts that have none yet.
#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/teller.hpp"
#include "cli/output_options.hpp"
#include "customers/actions.hpp"
#include "customers/read.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

struct ListOptions {
    std::string customer_class;
    std::string keeper;
    bool waiting = false;
    bool gaps = false;
    OutputOptions output;
};

struct Row {
    Customer customer;
    CardGaps gaps;
    std::optional<Slot> wait;  // for the first contact
};

std::string gap_words(const CardGaps& gaps) {
    Parts parts;
    parts.add(gaps.customer_class ? tr("no class") : "");
    parts.add(gaps.keeper ? tr("no keeper") : "");
    parts.add(gaps.update ? tr("OLD") : "");
    return std::move(parts).text();
}

std::vector<Row> chosen_rows(Book& book, const ListOptions& options) {
    const std::string customer_class =
        options.customer_class.empty()
            ? ""
            : book.resolve_ever("customer-class", N_("class of customers"), options.customer_class).code;
    const std::string keeper =
        options.keeper.empty() ? "" : book.resolve_ever("staff", N_("person"), options.keeper).code;
    std::vector<Row> rows;
    for (Customer& customer : all_customers(book)) {
        Row row{std::move(customer), {}, {}};
        row.gaps = gaps_of(row.customer, book.plan(&Plan::customers).update_within, book.now());
        row.gaps.keeper = is_unkept(book, row.customer);
        if (row.customer.waits()) {
            row.wait =
                slot_of_event(book.history(), book.zone(), event::kFirstContact, row.customer.keepers.back().effective);
        }
        const bool fits = (customer_class.empty() || row.customer.customer_class == customer_class) &&
                          (keeper.empty() || row.customer.keeper() == keeper) &&
                          (!options.waiting || row.customer.waits()) && (!options.gaps || row.gaps.any());
        if (fits) {
            rows.push_back(std::move(row));
        }
    }
    // Who waits longest stands first; the others follow by their numbers.
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return (a.wait ? a.wait->due : kNever) < (b.wait ? b.wait->due : kNever);
    });
    return rows;
}

Cell date_cell(Book& book, std::optional<Instant> at) {
    return at ? Cell::of(date_time_text(book.zone(), *at).substr(0, 10)) : Cell{};
}

Table table_of(Book& book, const std::vector<Row>& rows) {
    Table table{{{"code", tr("No."), ColumnKind::code},
                 {"name", tr("Name"), ColumnKind::text},
                 {"class", tr("Class"), ColumnKind::text},
                 {"keeper", tr("Keeper"), ColumnKind::text},
                 {"opened", tr("Since"), ColumnKind::code},
                 {"contact", tr("Last contact"), ColumnKind::code},
                 {"due", tr("First by"), ColumnKind::code},
                 {"remark", tr("Remark"), ColumnKind::text}},
                {}};
    for (const Row& row : rows) {
        const Customer& customer = row.customer;
        std::optional<Instant> contact;
        for (const CustomerContact& one : customer.contacts) {
            contact = one.reached ? std::max(contact.value_or(one.at), one.at) : contact;
        }
        std::string remark = row.wait && book.now() > row.wait->on_time_until ? tr("OVERDUE") : "";
        const std::string gaps = gap_words(row.gaps);
        remark += remark.empty() || gaps.empty() ? gaps : tr(", ") + gaps;
        table.rows.push_back(
            {Cell::of(customer_code(customer.number)), Cell::of(masked_customer(book, customer)),
             Cell::of(customer.customer_class.empty() ? std::string{}
                                                      : book.name_of("customer-class", customer.customer_class)),
             Cell::of(customer.keeper().empty() ? std::string{} : book.name_of("staff", customer.keeper())),
             date_cell(book, customer.opened), date_cell(book, contact),
             date_cell(book, row.wait ? std::optional<Instant>{row.wait->due} : std::nullopt), Cell::of(remark)});
    }
    return table;
}

int list_customers(Context& context, const ListOptions& options) {
    const Format format = options.output.format(context);
    Book book{context, Store::Mode::read};
    const std::vector<Row> rows = chosen_rows(book, options);
    if (rows.empty() && format == Format::screen) {
        context.print(options.waiting || options.gaps || !options.customer_class.empty() || !options.keeper.empty()
                          ? tr("No customer is like that.")
                          : tr("There is no card yet. One from a visit: onduty customer new V12"));
        return kDone;
    }
    write_output(context, options.output, [&](Output& output) { print(table_of(book, rows), format, output); });
    return kDone;
}

// First visits and first calls of the date that no card came from.
Table first_contacts(Book& book, Date date) {
    Table table{{{"code", tr("No."), ColumnKind::code},
                 {"time", tr("Time"), ColumnKind::code},
                 {"name", tr("Name"), ColumnKind::text},
                 {"host", tr("With"), ColumnKind::text},
                 {"next", tr("Type"), ColumnKind::code}},
                {}};
    std::set<EntryNumber> carded;
    for (const Customer& customer : all_customers(book)) {
        carded.insert(customer.source);
    }
    const auto add = [&](EntryNumber first, const std::string& code, Instant at, const std::string& who,
                         const std::string& host) {
        if (carded.count(first) == 0) {
            table.rows.push_back({Cell::of(code), Cell::of(date_time_text(book.zone(), at)), Cell::of(who),
                                  Cell::of(host.empty() ? host : book.name_of("staff", host)),
                                  Cell::of("onduty customer new " + code)});
        }
    };
    const VisitFacts facts = visits_of(book, {date, date + std::chrono::days{1}});
    for (const Visit& visit : facts.visits) {
        if (visit.type == visit_type::kFirst && visit.arrived && visit.business_date == date) {
            add(visit.number, visit_code(visit), *visit.arrived, masked_values(book, visit), visit.details.host);
        }
    }
    for (const Contact& contact : facts.contacts) {
        if (contact.kind == kind::kCall && contact.first) {
            Visit call;
            call.number = call.arrival = contact.number;
            add(contact.number, std::to_string(contact.number), contact.at, masked_values(book, call),
                visit_of(fields_now(book.store(), contact.number)).value_or(VisitDetails{}).host);
        }
    }
    return table;
}

int show_today(Context& context, const std::string& typed) {
    Book book{context, Store::Mode::read};
    const Date date = typed.empty() ? book.today() : read_date(typed, book.today());
    const Table table = first_contacts(book, date);
    if (table.rows.empty() && !context.options.json) {
        context.print(say(N_("{0}: no first contact is without a card."), to_text(date)));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return table.rows.empty() ? kDone : kFound;
}

void declare_list(OptionList& list, ListOptions& options) {
    list.option("--class", &options.customer_class, "CLASS", tr("Only those of this class"));
    list.option("--keeper", &options.keeper, "NAME", tr("Only those of this keeper"));
    list.flag("--waiting", &options.waiting, tr("Only those who wait for their first contact"));
    list.flag("--gaps", &options.gaps, tr("Only those without class or keeper, or not updated for long"));
    options.output.add_to(list);
}

void declare_today(OptionList& list, std::string& date) {
    list.word("date", &date, tr("2026-11-23, yesterday, mon; today if left out"));
}

}  // namespace

constexpr ActionSpec kCustomerList =
    action<declare_list, list_customers>("list", "清单", N_("The cards: class, keeper, last contact, gaps"));
constexpr ActionSpec kCustomerToday =
    action<declare_today, show_today>("today", "今日", N_("First contacts of a day that have no card yet"));

}  // namespace onduty
