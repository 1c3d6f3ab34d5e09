// SPDX-License-Identifier: MIT
// import stock: a list of what the bar keeps becomes the next version of the plan, and the quantities a stocktake.
#include <set>

#include "book/import_job.hpp"
#include "book/record_plan.hpp"
#include "plan/edit_plan.hpp"
#include "stock/kinds.hpp"
#include "stock/read.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMost = 100000;

const std::vector<ImportField>& fields() {
    static const std::vector<ImportField> kFields{
        {"name", {"item", "品名", "名称", "物品", "商品"}, true},
        {"code", {"编号", "编码", "sku"}},
        {"unit", {"单位"}},
        {"par", {"minimum", "min", "最低库存", "安全库存", "下限"}},
        {"shelf_life", {"shelflifedays", "保质期", "保质期天"}},
        {"quantity", {"stock", "onhand", "count", "数量", "库存", "现存"}},
    };
    return kFields;
}

class StockList {
  public:
    explicit StockList(Book& book) : book_{&book} {
        for (const StockItem& item : book.plan(&Plan::items)) {
            for (const std::string& word : {item.code, item.name}) {
                known_[lower_case(word)] = item.code;
            }
            names_[item.code] = item.name;
        }
    }

    void look(ImportRow& row) {
        StockItem item;
        item.name = row.needed("name");
        item.code = plain_form(row.text("code"));
        item.unit = row.text("unit");
        const auto par = row.number("par", 0, kMost);
        const auto shelf_life = row.number("shelf_life", 0, 3660);
        item.par = par.value_or(0);
        item.shelf_life = static_cast<int>(shelf_life.value_or(0));
        const auto quantity = row.number("quantity", 0, kMost);
        if (!seen_.insert(lower_case(item.name)).second) {
            row.fault("name", say(N_("\"{0}\" stands there twice"), item.name));
        }
        const auto known = known_.find(lower_case(item.code.empty() ? item.name : item.code));
        if (known == known_.end() && known_.count(lower_case(item.name)) > 0) {
            row.fault("code", say(N_("\"{0}\" has the code {1} in the plan"), item.name,
                                  known_.find(lower_case(item.name))->second));
        }
        if (known != known_.end() && !item.code.empty() && lower_case(names_[known->second]) != lower_case(item.name)) {
            row.fault("code", say(N_("\"{0}\" is {1} in the plan"), item.code, names_[known->second]));
        }
        if (!row.good()) {
            return;
        }
        std::string code = known == known_.end() ? item.code : known->second;
        if (known == known_.end()) {
            const auto is_known = [&](const std::string& free) { return known_.count(lower_case(free)) > 0; };
            item.code = code = item.code.empty() ? book_->free_code("stock", "S", is_known) : item.code;
            known_[lower_case(code)] = code;
            known_[lower_case(item.name)] = code;
            names_[code] = item.name;
            items.push_back(std::move(item));
        }
        if (known != known_.end()) {
            const StockItem* has = find_code(book_->plan(&Plan::items), code);
            const bool is_as_planned = has == nullptr || ((item.unit.empty() || item.unit == has->unit) &&
                                                          (!par || item.par == has->par) &&
                                                          (!shelf_life || item.shelf_life == has->shelf_life));
            if (!is_as_planned) {
                otherwise.push_back(has->name);
            }
        }
        if (quantity) {
            lines.push_back({code, *quantity});
        }
        ++rows;
    }

    std::vector<StockItem> items;  // new ones
    std::vector<Line> lines;
    std::vector<std::string> otherwise;  // names of those that the plan has with another unit, par or shelf life
    std::int64_t rows = 0;

  private:
    Book* book_;
    std::map<std::string, std::string> known_;  // code by code and name in small letters
    std::map<std::string, std::string> names_;  // by code
    std::set<std::string> seen_;
};

// As they are compared now; what is recorded is the list alone.
std::vector<Line> compared_now(Book& book, std::vector<Line> lines) {
    const StockFacts facts = stock_facts(book, book.now());
    for (Line& line : lines) {
        line.expected = level_of(line.item, facts, book.now()).expected();
    }
    return lines;
}

EntryNumber record(ImportJob& job, const StockList& list, const std::vector<Line>& compared) {
    Book& book = job.book();
    std::vector<StockItem> kept = book.plan(&Plan::items);
    int version = book.plan_version();
    if (!list.items.empty()) {
        PlanEdit edit{stored_plan(book)};
        for (const StockItem& item : list.items) {
            edit.change("item", item.code, "", with_stock_item(edit.text(), item));
            kept.push_back(item);
        }
        version = job.record_plan(edit);
    }
    if (!list.lines.empty()) {
        Entry entry = job.draft(kind::kStocktake, book.now());
        entry.plan = version;
        entry.result = uncounted(kept, list.lines).empty() ? result::kComplete : result::kIncomplete;
        Details details;
        details.lines = list.lines;
        entry.opens = is_unexplained(compared) ? kItself : 0;
        return job.append(entry, details).number;
    }
    return 0;
}

}  // namespace

int import_stock(Context& context, const ImportOptions& options) {
    ImportJob job{context, options, fields()};
    job.find_importer();
    StockList list{job.book()};
    job.check([&](ImportRow& row) { list.look(row); });
    EntryNumber count = 0;
    std::vector<Line> compared;
    if (!list.items.empty() || !list.lines.empty()) {
        job.record_together([&] {
            compared = compared_now(job.book(), list.lines);
            count = record(job, list, compared);
        });
    }
    const std::string differences = difference_text(Things{job.book(), "stock", N_("item")}, compared);
    const int code = job.finish(say(N_("new items {0}, counted {1}"), list.items.size(), list.lines.size()), list.rows);
    if (!differences.empty()) {
        context.remark(say(N_("DIFFERENT: {0}."), differences));
    }
    if (!list.otherwise.empty()) {
        context.remark(say(N_("The plan has another unit, par or shelf life of {0}, and keeps it. To change it: onduty "
                              "plan export, edit, onduty plan apply"),
                           listed(list.otherwise, tr(", "))));
    }
    return code == kDone && ask_why(job.book(), count, compared) ? kFound : code;
}

}  // namespace onduty
