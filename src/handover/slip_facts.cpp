// SPDX-License-Identifier: MIT
#include "handover/slip_facts.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/matters.hpp"
#include "guard/kinds.hpp"
#include "loans/kinds.hpp"
#include "loans/read.hpp"
#include "rounds/kinds.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};
constexpr std::chrono::days kFurthest{7};  // a handover is not looked back over more days

class Freezing {
  public:
    Freezing(Book& book, const Entry& offer) : book_{&book} {
        facts_.offer = offer;
        facts_.last = offer.about;
        facts_.at = offer.told_at();
        facts_.posts = relief_of(book.plan(&Plan::handover_items), offer.post);
        // Who stays past the morning hands over the new day, too.
        const Date date = business_date(book.zone(), book.calendar(), offer.told_at());
        dates_ = {offer.business_date, std::max(offer.business_date, date) + kDay};
    }

    SlipFacts finish() {
        begin();
        facts_.first_date = dates_.from;
        facts_.last_date = dates_.until - kDay;
        read_days();
        read_matters();
        read_visits();
        read_loans();
        return std::move(facts_);
    }

  private:
    void begin() {
        const Entry& offer = facts_.offer;
        facts_.handovers = recent_handovers(*book_, offer.business_date);
        const Handover* handover = find_handover(facts_.handovers, offer.number);
        if (handover != nullptr && !handover->open()) {
            std::erase_if(facts_.handovers.counts,
                          [&](const ItemCount& count) { return count.number > handover->answer; });
        }
        facts_.handover = handover;
        facts_.from = offer.shift;
        const auto shift = book_->store().entry(offer.shift);
        facts_.since = shift ? shift->told_at() : facts_.at;
        if (const Handover* before = last_accepted(facts_.handovers, facts_.posts, offer.number);
            before != nullptr && before->business_date + kFurthest >= offer.business_date) {
            facts_.from = before->frozen + 1;
            facts_.since = before->offered;
            dates_.from = std::min(before->business_date, dates_.from);
        }
    }

    static bool is_reported(const Entry& entry) {
        return entry.kind == kind::kIncident || entry.kind == kind::kSignal || entry.result == result::kFault ||
               entry.result == result::kLost;
    }

    // Rounds, checks, who is on duty, what was reported: one pass over the days.
    void read_days() {
        EntryQuery query;
        query.dates = DateRange{dates_.from - 2 * kDay, dates_.until + kDay};
        PatrolReading patrol{deed_reading(*book_), book_->routes()};
        std::set<EntryNumber> inspections;  // what is wrong with a person is not the next shift's business
        each_amended(book_->store(), query, [&](const Entry& entry) {
            if (entry.number > facts_.last) {
                return;
            }
            patrol.add(entry);
            apply(facts_.on_duty, entry);
            facts_.written += entry.shift == facts_.offer.shift ? 1 : 0;
            if (entry.kind == kind::kCheck && entry.about != 0) {
                inspections.insert(entry.number);
            }
            if (facts_.holds(entry.number) && is_reported(entry) && inspections.count(entry.about) == 0) {
                facts_.reported.push_back(entry);
            }
        });
        // With the day after, for what falls due.
        facts_.rules = judge_rules(book_->history(), book_->zone(), {dates_.from, dates_.until + kDay},
                                   patrol.finish().deeds, facts_.at);
        std::erase_if(facts_.rules, [&](const RuleOutcomes& rule) { return !facts_.concerns(rule.post); });
    }

    void read_visits() {
        VisitFacts visits = visits_of(*book_, {dates_.from - kDay, dates_.until + kDay});
        facts_.visits = std::move(visits.visits);
        facts_.contacts = std::move(visits.contacts);
        std::erase_if(facts_.visits, [&](const Visit& visit) { return visit.number > facts_.last; });
        // With those of any age that were on site or expected.
        std::vector<EntryNumber> open;
        for (const auto& [number, kind] : facts_.matters) {
            const bool known = std::any_of(facts_.visits.begin(), facts_.visits.end(),
                                           [number = number](const Visit& visit) { return visit.number == number; });
            if (!known && (kind == kind::kVisit || kind == kind::kNotice || kind == kind::kMeeting)) {
                open.push_back(number);
            }
        }
        std::vector<Visit> older = visits_named(*book_, open);
        facts_.visits.insert(facts_.visits.begin(), older.begin(), older.end());
    }

    // Those out now, and those that came back since.
    void read_loans() {
        PiecesOut out = book_->store().lent();
        std::erase_if(out, [&](const auto& loan) { return loan.first > facts_.last; });
        EntryQuery later;
        later.rare_kinds = {kind::kReturn};
        later.first = facts_.last + 1;
        each_amended(book_->store(), later, [&](const Entry& entry) {
            if (entry.about <= facts_.last) {
                for (const Line& line : book_->store().lines(entry.number)) {
                    out[entry.about] += line.quantity;
                }
            }
        });
        facts_.loans = loans_of(*book_, out);
    }

    // Those open now, and what was opened or closed since, as it was before.
    void read_matters() {
        facts_.matters = book_->store().open_matters();
        std::erase_if(facts_.matters, [&](const auto& matter) { return matter.first > facts_.last; });
        std::set<EntryNumber> stepped;
        EntryQuery later;
        later.first = facts_.last + 1;
        each_amended(book_->store(), later, [&](const Entry& entry) {
            stepped.insert(entry.opens);
            stepped.insert(entry.closes);
        });
        for (const EntryNumber number : stepped) {
            if (number == 0 || number > facts_.last) {
                continue;
            }
            facts_.matters.erase(number);
            const auto entry = was_open(*book_, number, facts_.last) ? book_->store().entry(number) : std::nullopt;
            if (entry) {
                facts_.matters.emplace(number, entry->kind);
            }
        }
    }

    Book* book_;
    DateRange dates_{};
    SlipFacts facts_;
};

}  // namespace

SlipFacts slip_facts(Book& book, const Entry& offer) {
    SlipFacts facts = Freezing{book, offer}.finish();
    facts.handover = find_handover(facts.handovers, offer.number);  // after the move
    return facts;
}

}  // namespace onduty
