// SPDX-License-Identifier: MIT
// What does the house know of the bar: stock, fridges, disinfection, linen?
#include "book/subject.hpp"
#include "book/machine_words.hpp"
#include "book/names.hpp"
#include "book/needed_words.hpp"
#include "book/open_entries.hpp"
#include "book/teller.hpp"
#include "stock/blocks.hpp"
#include "stock/clocks.hpp"
#include "stock/corrections.hpp"
#include "stock/disinfections.hpp"
#include "stock/kinds.hpp"
#include "stock/read.hpp"
#include "stock/rules.hpp"
#include "stock/verdicts.hpp"
#include "text/tenths.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// Differences only: "Cup 58 of 60".
std::string count_told(Teller& teller, const Entry& entry) {
    return lines_told(teller.left_of(entry, compared_lines(teller.book(), entry)), true,
                      [&](const std::string& item) { return teller.name("stock", item); });
}

// "received Milk 12".
std::string movement_told(Teller& teller, const Entry& entry) {
    return joined(shown_word(entry.subject), lines_told(teller, entry, false, [&](const std::string& item) {
                      return teller.name("stock", item);
                  }));
}

// "Bar fridge 4.5 C".
std::string reading_told(Teller& teller, const Entry& entry) {
    std::string degrees;
    for (const Line& line : lines_of(entry.fields)) {
        degrees = tenths_text(line.quantity) + " C";
    }
    return joined(teller.name("fridge", entry.subject), degrees);
}

std::string batch_told(Teller& teller, const Entry& entry) {
    return joined(teller.name("method", entry.subject), lines_told(teller, entry, false, [&](const std::string& item) {
                      return teller.name("stock", item);
                  }));
}

std::string linen_told(Teller& teller, const Entry& entry) {
    return joined(shown_word(entry.subject),
                  lines_told(teller, entry, false, [](const std::string& item) { return item; }));
}

// What of each count is not explained yet, and what of the linen is still away.
void stand_stock(Book& book, MattersNow& matters) {
    const auto item_name = [&](const std::string& item) { return book.name_of("stock", item); };
    for (const Entry& count : open_entries(book, {kind::kStocktake})) {
        matters[count.number].what =
            joined(lines_told(unexplained_lines(book, count.number), true, item_name), count.note);
    }
    for (const LinenAway& away : linen_away(book)) {
        matters[away.sent.number].what =
            joined(joined(shown_word(away.sent.subject),
                          lines_told(away.lines, false, [](const std::string& item) { return item; })),
                   away.sent.note);
        matters[away.sent.number].due = due_of_event(book, event::kLinen, away.sent.told_at());
    }
    for (const StockFact& moved : unapproved(book)) {
        matters[moved.number].due = due_of_event(book, event::kApproval, moved.at);
    }
    for (const Entry& batch : open_disinfections(book)) {
        matters[batch.number].due = through_at(book, batch);
    }
}

// The last of it that comes back closes; its action says so.
MatterStep linen_step(const Entry& entry) {
    return {entry.subject == linen::kSent ? kItself : 0, 0};
}

constexpr Field kCountFields[]{
    {"items", FieldType::pieces, "stock"},
    {"result", FieldType::code, "", "complete incomplete"},
    {"flag", FieldType::code, "", "opening closing"},
};

constexpr Field kMovementFields[]{
    {"movement", FieldType::code, "", "received returned used broken expired adjusted"},
    {"items", FieldType::pieces, "stock"},
};

constexpr Field kApprovalFields[]{
    {"result", FieldType::code, "", "ok refused"},
};

constexpr MachineWord kApprovalResults[]{
    {result::kOk, N_("approved")},
    {result::kRefused, N_("not approved")},
};

constexpr Field kReadingFields[]{
    {"fridge", FieldType::code, "fridge"},
    {"celsius", FieldType::number, "tenths of 1 C"},
    {"result", FieldType::code, "", "ok fault"},
};

constexpr Field kBatchFields[]{
    {"method", FieldType::code, "method"},
    {"items", FieldType::pieces, "stock"},
};

constexpr Field kLinenFields[]{
    {"way", FieldType::code, "", "sent back"},
    {"pieces", FieldType::pieces},
};

constexpr Kind kStockKinds[]{
    {.name = kind::kStocktake,
     .word = N_("stocktake"),
     .traits = trait::kSeldom,
     .still_open = is_unexplained,
     .told = count_told,
     .deed = {"event", event::kStocktake},
     .fields = kCountFields,
     .corrections = kStocktakeCorrections},
    {.name = kind::kStock,
     .word = N_("stock"),
     .traits = trait::kSeldom,
     .told = movement_told,
     .fields = kMovementFields,
     .corrections = kMovementCorrections,
     .lacks = lacks_why_moved},
    {.name = kind::kApproval,
     .word = N_("approval"),
     .traits = trait::kSeldom,
     .step = closes_about,
     .names_about = true,
     .fields = kApprovalFields,
     .results = kApprovalResults,
     .corrections = kApprovalCorrections,
     .lacks = lacks_why_refused,
     .own_act = true},
    {.name = kind::kReading,
     .word = N_("fridge"),
     .traits = trait::kSeldom,
     .told = reading_told,
     .deed = {"fridge"},
     .fields = kReadingFields,
     .corrections = kReadingCorrections,
     .lacks = lacks_action},
    {.name = kind::kDisinfection,
     .word = N_("disinfection"),
     .traits = trait::kSeldom,
     .step = opens_itself,
     .told = batch_told,
     .deed = {.family = "event", .code = event::kDisinfection, .completed_by = kind::kDisinfectionEnd},
     .fields = kBatchFields,
     .corrections = kBatchCorrections},
    {.name = kind::kDisinfectionEnd,
     .word = N_("disinfected"),
     .traits = trait::kSeldom,
     .step = closes_about,
     .told = batch_told,
     .fields = kBatchFields,
     .corrections = kBatchEndCorrections},
    {.name = kind::kLinen,
     .word = N_("linen"),
     .traits = trait::kSeldom | trait::kThread,
     .step = linen_step,
     .still_open = is_linen_away,
     .told = linen_told,
     .fits = linen_fits,
     .fields = kLinenFields,
     .corrections = kLinenCorrections},
};

constexpr MachineWord kStockWords[]{
    {linen::kSent, N_("sent")},
    {linen::kReturned, N_("came back")},
    {movement::kReceived, N_("received")},
    {movement::kReturned, N_("put back")},
    {movement::kUsed, N_("used")},
    {movement::kBroken, N_("broken")},
    {movement::kExpired, N_("expired")},
    {movement::kAdjusted, N_("adjusted")},
    {flag::kOpening, N_("opening")},
    {flag::kClosing, N_("closing")},
};

constexpr Clock kStockClocks[]{{add_stock_lines}};

constexpr const char* kHiddenOfStock[]{"item"};
constexpr const char* kHiddenOfFridges[]{"fridge"};

constexpr Block kStockBlocks[]{
    {.name = "stock",
     .place = 40,
     .heading = N_("Stock"),
     .hidden = kHiddenOfStock,
     .want = wants<StockFold>,
     .table =
         [](Pass& pass) {
             Book& book = pass.book();
             const auto explained = [&](EntryNumber count) { return explanations_of(book, count); };
             return stock_block(pass.get<StockFold>().facts, names_of(book), explained);
         }},
    {.name = "fridges",
     .place = 41,
     .heading = N_("Fridges"),
     .hidden = kHiddenOfFridges,
     .want = wants<FridgeFold>,
     .table = [](Pass& pass) { return fridges_block(pass.get<FridgeFold>().readings, names_of(pass.book())); }},
};

constexpr Subject kStockSubject{.name = "stock",
                                .kinds = kStockKinds,
                                .words = kStockWords,
                                .clocks = kStockClocks,
                                .blocks = kStockBlocks,
                                .stand = stand_stock,
                                .compared = compared_counts,
                                .compared_anew = count_compared_anew,
                                .put_right = put_verdicts_right,
                                .sold_out = drinks_sold_out};

}  // namespace

const Subject& stock_subject() {
    return kStockSubject;
}

}  // namespace onduty
