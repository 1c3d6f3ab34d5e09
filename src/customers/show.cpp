// SPDX-License-Identifier: MIT
// customer show: one customer, the whole story in order.
#include "book/amended.hpp"
#include "book/entry_table.hpp"
#include "book/reveal.hpp"
#include "cli/output_options.hpp"
#include "customers/actions.hpp"
#include "customers/read.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct ShowOptions {
    std::string card;
    bool full = false;
    OutputOptions output;
};

// "K57 Zh****un 13******00, Class A, keeper Zhou Kai."
std::string headline(Book& book, const Customer& customer, bool full) {
    std::string words = customer_code(customer.number);
    for (const char* field : {"name", "phone"}) {
        const std::string value = customer_personal(book, customer, field);
        words += value.empty() ? "" : " " + (full ? shown_safely(value) : masked(value));
    }
    words += customer.customer_class.empty() ? "" : tr(", ") + book.name_of("customer-class", customer.customer_class);
    words += customer.keepers.empty() ? std::string{tr(", no keeper")}
                                      : tr(", ") + say(N_("keeper {0}"), book.name_of("staff", customer.keeper()));
    return words + tr(".");
}

std::string wait_words(Book& book, const Customer& customer) {
    const auto slot = customer.waits() ? slot_of_event(book.history(), book.zone(), event::kFirstContact,
                                                       customer.keepers.back().effective)
                                       : std::nullopt;
    if (!slot) {
        return {};
    }
    return book.now() > slot->on_time_until
               ? say(N_("First contact OVERDUE since {0}."), full_text(book.zone(), slot->due))
               : say(N_("First contact until {0}."), full_text(book.zone(), slot->due));
}

Table story_of(Book& book, const Customer& customer) {
    Table table{{{"number", tr("No."), ColumnKind::integer},
                 {"time", tr("Time"), ColumnKind::code},
                 {"person", tr("Person"), ColumnKind::text},
                 {"what", tr("What"), ColumnKind::text}},
                {}};
    EntryCells cells{book};
    const auto add = [&](const Entry& entry) {
        table.rows.push_back({Cell::of(entry.number), Cell::of(date_time_text(book.zone(), entry.told_at())),
                              Cell::of(cells.actor(entry)), Cell::of(cells.line(entry, ""))});
    };
    if (const auto source = customer.source == 0 ? std::nullopt : book.store().entry(customer.source)) {
        add(as_corrected(book.store(), *source));
    }
    EntryQuery query;
    query.thread_of = customer.number;
    each_amended(book.store(), query, add);
    return table;
}

int show_customer(Context& context, const ShowOptions& options) {
    const Format format = options.output.format(context);
    Book book{context, Store::Mode::read};
    const Customer customer = read_customer(book, customer_named(book, options.card));
    const bool full = options.full && record_reveal(context, reveal::kCustomer, customer.number);
    write_output(context, options.output, [&](Output& output) {
        if (format == Format::screen) {
            output.line(headline(book, customer, full));
            const std::string wait = wait_words(book, customer);
            if (!wait.empty()) {
                output.line(wait);
            }
        }
        print(story_of(book, customer), format, output);
    });
    return kDone;
}

void declare_show(OptionList& list, ShowOptions& options) {
    list.needed_word("card", &options.card, tr("Number of the card: K57"));
    list.flag("--full", &options.full, tr("Name and telephone in full, to call the customer"));
    options.output.add_to(list);
}

}  // namespace

constexpr ActionSpec kCustomerShow =
    action<declare_show, show_customer>("show", "查看", N_("One customer: the whole story in order"));

}  // namespace onduty
