// SPDX-License-Identifier: MIT
#include "stock/clocks.hpp"

#include <algorithm>
#include <optional>

#include "book/machine_words.hpp"
#include "stock/disinfections.hpp"
#include "stock/read.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

class StockClocks {
  public:
    StockClocks(Book& book, DueLines& lines) : book_{&book}, lines_{&lines} {}

    void add_all() {
        add_approvals();
        if (!book_->plan(&Plan::items).empty()) {
            add_lots();
        }
        add_differences();
        add_disinfections();
        add_linen();
    }

  private:
    void add_approvals() {
        for (const StockFact& fact : unapproved(*book_)) {
            lines_
                ->add_open(fact.number, event::kApproval, fact.at,
                           say(N_("Entry {0}, {1}: approve"), fact.number, shown_word(fact.movement)),
                           say("onduty serve stock approve {0}", fact.number))
                .not_by = fact.person;
        }
    }

    void add_lots() {
        std::optional<StockFacts> facts;
        StockLots lots{*book_};
        for (const StockItem& item : book_->plan(&Plan::items)) {
            const auto on_hand = [&] {
                facts = facts ? std::move(facts) : stock_facts(*book_, book_->now());
                return level_of(item.code, *facts, book_->now()).at_least();
            };
            for (const Lot& lot : lots.of(item.code, on_hand)) {
                const Freshness freshness = freshness_of(lot.best_before, item.shelf_life,
                                                         book_->plan(&Plan::stock).near_expiry, book_->today());
                if (freshness != Freshness::good) {
                    lines_->add(last_date_slot(book_->zone(), book_->plan(&Plan::calendar), lot.best_before),
                                say(N_("{0} {1}: best before {2}"), item.name, lot.quantity, to_text(lot.best_before)),
                                say("onduty serve stock expired {0}={1} --note \"...\"", item.code, lot.quantity));
                }
            }
        }
    }

    void add_differences() {
        for (const Unexplained& open : unexplained_counts(*book_)) {
            const Things things = counted_things(*book_, open.count);
            lines_->add_unexplained(DueCause::differs, open.count.told_at(), {},
                                    say(N_("Entry {0}: {1} of {2}, {3}"), open.count.number, open.line.quantity,
                                        open.line.expected.value_or(open.line.quantity), things.name(open.line.item)),
                                    say("onduty serve explain {0} {1} \"...\"", open.count.number, open.line.item),
                                    open.count.number);
        }
    }

    void add_disinfections() {
        const std::vector<Entry> open = open_disinfections(*book_);
        for (const Entry& batch : open) {
            const Instant due = through_at(*book_, batch);
            lines_->add(
                lone_slot(due, due, due + book_->grace()),
                say(N_("{0} is through, entry {1}"), book_->name_of("method", batch.subject), batch.number),
                open.size() == 1 ? "onduty serve disinfect end" : say("onduty serve disinfect end {0}", batch.number),
                batch.number);
        }
    }

    void add_linen() {
        for (const LinenAway& batch : linen_away(*book_)) {
            lines_->add_open(batch.sent.number, event::kLinen, batch.sent.told_at(),
                             say(N_("Linen of entry {0} comes back"), batch.sent.number),
                             say("onduty serve linen back {0}", batch.sent.number));
        }
    }

    Book* book_;
    DueLines* lines_;
};

}  // namespace

void add_stock_lines(Look& look, DueLines& lines) {
    StockClocks{look.book(), lines}.add_all();
}

}  // namespace onduty
