// SPDX-License-Identifier: MIT
// serve stock: what is there, counted every day, received, broken, expired, put right, approved.
#include "stock/stock.hpp"

#include <map>

#include "print/table.hpp"
#include "stock/actions.hpp"
#include "stock/read.hpp"
#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

const std::map<std::string, std::string>& parts() {
    static const std::map<std::string, std::string> kParts{
        {"list", "list"},
        {"清单", "list"},
        {"restock", "restock"},
        {"补货", "restock"},
        {"count", "count"},
        {"盘点", "count"},
        {"approve", "approve"},
        {"批准", "approve"},
        {"refuse", "refuse"},
        {"不批", "refuse"},
        {movement::kReceived, movement::kReceived},
        {"入库", movement::kReceived},
        {"进货", movement::kReceived},
        {"收货", movement::kReceived},
        {"到货", movement::kReceived},
        {movement::kReturned, movement::kReturned},
        {"放回", movement::kReturned},
        {movement::kUsed, movement::kUsed},
        {"领用", movement::kUsed},
        {movement::kBroken, movement::kBroken},
        {"破损", movement::kBroken},
        {movement::kExpired, movement::kExpired},
        {"过期", movement::kExpired},
        {movement::kAdjusted, movement::kAdjusted},
        {"调整", movement::kAdjusted},
    };
    return kParts;
}

bool is_movement(const std::string& part) {
    return part != "list" && part != "restock" && part != "count" && part != "approve" && part != "refuse";
}

std::string part_named(const std::string& typed) {
    const auto found = parts().find(lower_case(plain_form(typed)));
    if (found == parts().end()) {
        std::vector<std::string> names;
        for (const auto& [name, part] : parts()) {
            names.push_back(name);
        }
        throw UsageError{say(N_("serve stock takes count, received, returned, used, broken, expired, adjusted, "
                                "approve, refuse, restock or list, not \"{0}\".{1}"),
                             typed, suggestion(typed, names))};
    }
    return found->second;
}

}  // namespace

std::string movement_named(const std::string& typed) {
    const auto found = parts().find(lower_case(plain_form(typed)));
    if (found == parts().end() || !is_movement(found->second)) {
        throw UsageError{
            say(N_("--movement takes received, returned, used, broken, expired or adjusted, not \"{0}\"."), typed)};
    }
    return found->second;
}

namespace {

int stock(Context& context, const StockOptions& options) {
    const std::string part = options.part.empty() ? "list" : part_named(options.part);
    if (part != "count" && (options.opening || options.closing || !options.why.empty())) {
        throw UsageError{say(N_("--opening, --closing and --why belong to a count."))};
    }
    if (part != movement::kReceived && !options.best_before.empty()) {
        throw UsageError{say(N_("--best-before belongs to what is received."))};
    }
    if (part == "list" || part == "restock") {
        if (!options.words.empty() || !options.note.empty()) {
            throw UsageError{
                say(N_("\"{0}\" only lists. What came in: onduty serve stock received ITEM=2"), options.part)};
        }
        return list_stock(context, part == "restock");
    }
    if (part == "count") {
        return count_stock(context, options);
    }
    return part == "approve" || part == "refuse" ? approve_stock(context, part == "refuse", options)
                                                 : move_stock(context, part, options);
}

const char* remark_on(const Book& book, const Plan& plan, const StockItem& item, std::optional<std::int64_t> expected,
                      const std::vector<Lot>& lots) {
    const Freshness freshness =
        lots.empty() ? Freshness::good
                     : freshness_of(lots.front().best_before, item.shelf_life, plan.stock.near_expiry, book.today());
    return freshness == Freshness::expired       ? tr("EXPIRED")
           : freshness == Freshness::near_expiry ? tr("expires soon")
           : expected && *expected < item.par    ? tr("restock")
                                                 : "";
}

void declare_stock(OptionList& list, StockOptions& options) {
    list.word("part", &options.part,
              tr("count, received, returned, used, broken, expired, adjusted, approve, refuse, restock or list"));
    list.word("items", &options.words, tr("Items and how many: cup=2 milk; numbers of entries to approve or refuse"));
    list.option("--note", &options.note, "TEXT", tr("Why; needed for broken, expired, adjusted and refuse"));
    list.option("--best-before", &options.best_before, "DATE", tr("Of what is received: 2026-12-31"));
    list.option("--why", &options.why, "ITEM=TEXT", tr("Why a count differs; may be repeated"));
    list.flag("--opening", &options.opening, tr("The count before opening"));
    list.flag("--closing", &options.closing, tr("The count after closing"));
}

}  // namespace

int list_stock(Context& context, bool only_missing) {
    Book book{context, Store::Mode::read};
    const Plan& plan = book.plan();
    Table table{{{"item", tr("Code"), ColumnKind::code},
                 {"name", tr("Item"), ColumnKind::text},
                 {"on_hand", tr("Stock"), ColumnKind::integer},
                 {"unit", tr("Unit"), ColumnKind::text},
                 {"par", tr("At least"), ColumnKind::integer},
                 {"missing", tr("Missing"), ColumnKind::integer},
                 {"best_before", tr("Best before"), ColumnKind::code},
                 {"remark", tr("Remark"), ColumnKind::text}},
                {}};
    const StockFacts facts = stock_facts(book, book.now());
    StockLots read_lots{book};
    for (const StockItem& item : plan.items) {
        const StockLevel level = level_of(item.code, facts, book.now());
        const auto expected = level.expected();
        const std::int64_t missing = std::max<std::int64_t>(item.par - expected.value_or(0), 0);
        if (only_missing && (!expected || missing == 0)) {
            continue;
        }
        const std::vector<Lot> lots = read_lots.of(item.code, [&] { return level.at_least(); });
        table.rows.push_back({Cell::of(item.code), Cell::of(item.name), expected ? Cell::of(*expected) : Cell{},
                              Cell::of(item.unit), Cell::of(item.par), expected ? Cell::of(missing) : Cell{},
                              lots.empty() ? Cell{} : Cell::of(to_text(lots.front().best_before)),
                              Cell::of(remark_on(book, plan, item, expected, lots))});
    }
    if (table.rows.empty() && !context.options.json) {
        context.print(only_missing ? tr("Nothing is below what there should be.")
                                   : tr("The plan has no [[item]]. How one is written: man 5 onduty-plan"));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

constexpr ActionSpec kServeStock =
    action<declare_stock, stock>("stock", "库存", N_("What the bar has: counted, received, broken"));

}  // namespace onduty
