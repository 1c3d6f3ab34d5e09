// SPDX-License-Identifier: MIT
#include "handover/slip_facts.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "book/matters.hpp"
#include "book/open_entries.hpp"
#include "book/pass.hpp"
#include "guard/kinds.hpp"
#include "guard/open_calls.hpp"
#include "loans/kinds.hpp"
#include "loans/read.hpp"
#include "log/matters.hpp"
#include "rounds/kinds.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kDay{1};

class Freezing {
  public:
    Freezing(Book& book, const Entry& offer) : book_{&book} {
        facts_.offer = offer;
        facts_.last = offer.about;
        facts_.at = offer.told_at();
        facts_.posts = relief_of(book.plan(&Plan::handover_items, offer.plan), offer.post);
        // Who stays past the morning hands over the new day, too.
        const Date date = business_date(book.zone(), book.calendar(), offer.told_at());
        dates_ = {offer.business_date, std::max(offer.business_date, date) + kDay};
    }

    SlipFacts finish() {
        begin();
        facts_.first_date = dates_.from;
        facts_.last_date = dates_.until - kDay;
        judge_days();
        read_later();
        read_entries();
        read_loans();
        return std::move(facts_);
    }

  private:
    void begin() {
        const Entry& offer = facts_.offer;
        facts_.items = items_of(book_->plan(&Plan::handover_items, offer.plan), offer.post);
        facts_.handovers =
            handovers_before(*book_, offer, facts_.posts, facts_.items, offer.business_date - kToldInShifts);
        const Handover* handover = find_handover(facts_.handovers, offer.number);
        facts_.handover = handover;
        if (const Handover* before = last_accepted(facts_.handovers, facts_.posts, offer.number)) {
            begin(before->frozen + 1, before->offered, before->business_date);
        } else if (const auto came = first_at(*book_, facts_.posts, offer.number)) {
            begin(came->number, came->told_at(), came->business_date);
        } else {
            begin(offer.shift, facts_.at, offer.business_date);
        }
    }

    void begin(EntryNumber from, Instant since, Date date) {
        facts_.from = from;
        facts_.since = since;
        dates_.from = std::min(date, dates_.from);
    }

    static bool is_reported(const Entry& entry) {
        return is_incident(entry) || entry.result == result::kFault || entry.result == result::kLost;
    }

    // What is wrong with a person is not the next shift's business.
    bool is_of_inspection(const Entry& entry) {
        const auto check = entry.about == 0 ? std::nullopt : book_->store().entry(entry.about);
        return check && check->kind == kind::kCheck && check->about != 0;
    }

    // The slots of these days and of those around, by what was done until the offer.
    void judge_days() {
        // The last slot of a night runs out in the morning of another date.
        Pass pass{*book_, {dates_.from - kDay, dates_.until + kDay}, facts_.last + 1};
        facts_.rules =
            judge_rules(book_->history(), book_->zone(), pass.dates(), pass.get<PatrolFold>().facts.deeds, facts_.at);
        for (RuleOutcomes& rule : facts_.rules) {  // the rule may have been of another post when the slot was due
            std::erase_if(rule.judgement.outcomes,
                          [&](const Outcome& outcome) { return !facts_.concerns(outcome.slot.rule->post); });
            rule.name = book_->name_of("rule", rule.rule);
        }
    }

    // What is handed over, by number: whoever wrote it, and for whichever day.
    void read_entries() {
        std::set<EntryNumber> visits;
        for (const Entry& entry : facts_.open) {
            if (entry.kind == kind::kVisit || entry.kind == kind::kNotice || entry.kind == kind::kMeeting) {
                visits.insert(entry.number);
            }
        }
        EntryQuery query;
        query.first = std::min(facts_.from, facts_.offer.shift);
        query.before = facts_.last + 1;
        each_amended(book_->store(), query, [&](const Entry& entry) {
            const bool own = entry.shift == facts_.offer.shift;
            facts_.is_silent = facts_.is_silent && !own;
            if (!facts_.holds(entry.number)) {
                return;
            }
            facts_.written += own ? 1 : 0;
            facts_.calls += entry.kind == kind::kCall ? 1 : 0;
            facts_.gate += entry.kind == kind::kRefusal ? 1 : 0;
            if (entry.kind == kind::kVisit) {
                visits.insert(entry.about == 0 ? entry.number : entry.about);
            }
            if (is_reported(entry) && !is_of_inspection(entry)) {
                facts_.reported.push_back(entry);
            }
        });
        facts_.visits = visits_named(*book_, {visits.begin(), visits.end()}, facts_.last + 1);
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
                for (const Line& line : lines_of(entry.fields)) {
                    out[entry.about] += line.quantity;
                }
            }
        });
        facts_.loans = loans_of(*book_, out);
    }

    // Who was on duty; what is open now, and what was opened or closed since, as it was before.
    void read_later() {
        facts_.matters = book_->store().open_matters();
        std::erase_if(facts_.matters, [&](const auto& matter) { return matter.first > facts_.last; });
        facts_.on_duty = present_people(*book_, facts_.last, facts_.at);
        std::set<EntryNumber> stepped;
        std::set<EntryNumber> calls;
        EntryQuery later;
        later.first = facts_.last + 1;
        book_->store().each(later, [&](const Entry& entry) {
            const std::vector<EntryNumber> numbers = stepped_by(entry);
            stepped.insert(numbers.begin(), numbers.end());
            // What is closed in parts was perhaps closed by a correction, after some of it was only said.
            stepped.insert(entry.about);
            calls.insert(numbers.begin(), numbers.end());
            // A withdrawal of today moves nothing where a later answer closes the same.
            for (EntryNumber number = entry.amends; number != 0;) {
                const Entry withdrawn = book_->entry(number);
                const std::vector<EntryNumber> more = stepped_by(withdrawn);
                calls.insert(more.begin(), more.end());
                number = withdrawn.amends;
            }
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
        read_calls(std::move(calls));
        facts_.open = entries_of(*book_, facts_.matters);
    }

    // Which call of several without an answer is the first hangs on what was withdrawn since: these, opened or closed
    // since by something or by what it withdraws, are compared anew with those that are open.
    void read_calls(std::set<EntryNumber> calls) {
        for (const auto& [number, kind] : facts_.matters) {
            calls.insert(kind == kind::kCheckCall ? number : 0);
        }
        for (const EntryNumber number : calls) {
            const auto call = number == 0 || number > facts_.last ? std::nullopt : book_->store().entry(number);
            if (call && call->kind == kind::kCheckCall) {
                facts_.matters.erase(number);
                if (was_unanswered(*book_, number, facts_.last)) {
                    facts_.matters.emplace(number, call->kind);
                }
            }
        }
    }

    Book* book_;
    DateRange dates_{};
    SlipFacts facts_;
};

}  // namespace

bool goes_on(const Entry& entry) {
    return entry.kind == kind::kIncidentStep || entry.result == result::kReal || entry.result == result::kFalse;
}

bool is_incident(const Entry& entry) {
    return goes_on(entry) || entry.kind == kind::kIncident || entry.kind == kind::kSignal;
}

SlipFacts slip_facts(Book& book, const Entry& offer) {
    SlipFacts facts = Freezing{book, offer}.finish();
    facts.handover = find_handover(facts.handovers, offer.number);  // after the move
    return facts;
}

}  // namespace onduty
