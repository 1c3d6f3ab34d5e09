// SPDX-License-Identifier: MIT
#include "book/pass.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "book/amended.hpp"
#include "book/kinds.hpp"

namespace onduty {

namespace {

struct Taker {
    Wanted wanted;
    Fold* fold;

    bool takes(const Entry& entry) const { return wanted.dates.contains(entry.business_date); }
};

// Those who want a kind, looked up once an entry.
class Dispatch {
  public:
    void add(const Taker& taker) {
        dates_ = any_ ? DateRange{std::min(dates_.from, taker.wanted.dates.from),
                                  std::max(dates_.until, taker.wanted.dates.until)}
                      : taker.wanted.dates;
        any_ = true;
        for (const std::string_view kind : taker.wanted.kinds) {
            std::vector<const Taker*>& takers = by_kind_[kind];
            if (takers.empty() || takers.back() != &taker) {  // it may name a kind twice
                takers.push_back(&taker);
            }
        }
        if (taker.wanted.traits != trait::kNone) {
            by_traits_.push_back(&taker);
            traits_ |= taker.wanted.traits;
        }
        if (taker.wanted.kinds.empty()) {
            all_.push_back(&taker);
        }
    }

    bool any() const { return any_; }
    DateRange dates() const { return dates_; }

    std::vector<std::string_view> kinds() const {
        std::vector<std::string_view> kinds;
        for (const auto& [kind, takers] : by_kind_) {
            kinds.push_back(kind);
        }
        return kinds;
    }

    // False when nobody asked for its kind.
    bool give(const Entry& entry) const {
        give(entry, all_);
        const auto found = by_kind_.find(entry.kind);
        if (found == by_kind_.end()) {
            if ((entry.traits & traits_) != 0 && kind_named(entry.kind) == nullptr) {
                give_by_traits(entry);
            }
            return false;
        }
        give(entry, found->second);
        return true;
    }

  private:
    void give_by_traits(const Entry& entry) const {
        for (const Taker* taker : by_traits_) {
            if ((entry.traits & taker->wanted.traits) != 0 && taker->takes(entry)) {
                taker->fold->add(entry);
            }
        }
    }

    static void give(const Entry& entry, const std::vector<const Taker*>& takers) {
        for (const Taker* taker : takers) {
            if (taker->takes(entry)) {
                taker->fold->add(entry);
            }
        }
    }

    bool any_ = false;
    DateRange dates_{};
    std::unordered_map<std::string_view, std::vector<const Taker*>> by_kind_;
    std::vector<const Taker*> all_;
    std::vector<const Taker*> by_traits_;
    unsigned traits_ = trait::kNone;  // that somebody asked for
};

}  // namespace

void Pass::read() {
    std::vector<Taker> takers;
    for (auto& [type, running] : folds_) {
        if (!running.read) {
            running.read = true;
            takers.push_back({running.fold->wanted(), running.fold.get()});
        }
    }
    std::erase_if(takers, [](const Taker& taker) { return taker.wanted.dates.from >= taker.wanted.dates.until; });
    Dispatch dense;
    Dispatch seldom;
    for (const Taker& taker : takers) {
        (taker.wanted.seldom ? seldom : dense).add(taker);
    }
    if (dense.any()) {
        EntryQuery query;
        query.dates = dense.dates();
        query.before = before_;
        std::map<std::string, std::int64_t> others;
        const auto pass_over = [&](const Entry& entry) {
            if (dates_.contains(entry.business_date)) {
                ++others[entry.kind];
            }
        };
        const auto give = [&](const Entry& entry) {
            if (!dense.give(entry)) {
                pass_over(entry);
            }
        };
        each_amended(book_->store(), query, give, pass_over);
        for (const auto& [kind, count] : others) {
            if (kind_named(kind) == nullptr) {
                unknown_[kind] += count;
            }
        }
    }
    if (seldom.any()) {
        EntryQuery query;
        query.dates = seldom.dates();
        query.before = before_;
        query.rare_kinds = seldom.kinds();
        each_amended(book_->store(), query, [&](const Entry& entry) { seldom.give(entry); });
    }
}

}  // namespace onduty
