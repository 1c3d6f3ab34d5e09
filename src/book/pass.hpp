// SPDX-License-Identifier: MIT
// Who reads the log for a report, or for what is due? One pass over the amended entries feeds every fold that is asked
// for, so that a period is read once however many tables are made of it.
#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <typeindex>
#include <vector>

#include "book/book.hpp"

namespace onduty {

// Which entries a fold takes. Nothing of the log while `dates` is empty: it asks an index by itself when it finishes.
struct Wanted {
    DateRange dates{};
    std::vector<std::string_view> kinds{};  // none: all of them
    bool seldom = false;                    // all of them are found by their kind, however many others lie between
    unsigned traits = trait::kNone;         // and those of a newer program that have one of these; not of seldom ones
};

// Sums up what it takes of the log. A subject derives one for each set of figures; Pass::get makes it.
class Fold {
  public:
    virtual ~Fold() = default;
    virtual Wanted wanted() const = 0;
    // As it was corrected, in the order of numbers; valid during the call only.
    virtual void add(const Entry&) {}
    // After the last entry, when somebody first asks for the result.
    virtual void finish() {}
};

class Pass {
  public:
    // `dates` are those of the report; a fold may want more. `before`: entries below this number only.
    Pass(Book& book, DateRange dates, std::optional<EntryNumber> before = std::nullopt)
        : book_{&book}, dates_{dates}, before_{before} {}
    Pass(const Pass&) = delete;  // folds know it
    Pass& operator=(const Pass&) = delete;

    Book& book() const { return *book_; }
    DateRange dates() const { return dates_; }
    std::optional<EntryNumber> before() const { return before_; }

    // Announces that the fold will be asked for; all that are announced are fed by the same reading.
    template <typename T>
    T& want() {
        const std::type_index type{typeid(T)};
        if (folds_.count(type) == 0) {
            folds_[type].fold = std::make_unique<T>(*this);
        }
        return static_cast<T&>(*folds_.at(type).fold);
    }

    template <typename T>
    const T& get() {
        want<T>();
        Running& running = folds_.at(typeid(T));
        if (!running.finished) {
            running.finished = true;
            read();
            running.fold->finish();
        }
        return static_cast<const T&>(*running.fold);
    }

    // How many entries of which kinds it came by that this program does not know; reads what was announced.
    const std::map<std::string, std::int64_t>& unknown() {
        read();
        return unknown_;
    }

  private:
    struct Running {
        std::unique_ptr<Fold> fold;
        bool read = false;
        bool finished = false;
    };

    // Feeds all that were not fed yet.
    void read();

    Book* book_;
    DateRange dates_;
    std::optional<EntryNumber> before_;
    std::map<std::type_index, Running> folds_;
    std::map<std::string, std::int64_t> unknown_;
};

// For the tables of subjects: wants<VisitFold, RoomFold>.
template <typename... Folds>
void wants(Pass& pass) {
    (pass.want<Folds>(), ...);
}

}  // namespace onduty
