// SPDX-License-Identifier: MIT
// Is what began in a period told as it went on, however much later that was? Days, week and month must agree.
#include <doctest/doctest.h>

#include <random>

#include "book/pass.hpp"
#include "cleaning/errands.hpp"
#include "cleaning/kinds.hpp"
#include "rooms/kinds.hpp"
#include "rooms/read.hpp"
#include "test_book.hpp"
#include "turns.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

using namespace onduty;
using onduty::test::at;
using onduty::test::Said;
using onduty::test::TestBook;
using std::chrono::days;

namespace {

using Figures = std::map<std::string, std::int64_t>;

constexpr Date kFirstDay{std::chrono::local_days{std::chrono::year{2026} / 12 / 1}};
constexpr int kDaysOpen = 10;  // on which something begins
constexpr int kDaysAfter = 40;

std::int64_t minutes_between(Instant from, Instant until) {
    return std::chrono::duration_cast<std::chrono::minutes>(until - from).count();
}

void add_errands(const std::vector<Errand>& errands, const std::string& what, Figures& figures) {
    for (const Errand& errand : errands) {
        figures[what + (errand.after_visit ? " after visit" : "")] += 1;
        if (errand.done) {
            figures[what + " done"] += 1;
            figures[what + " minutes"] += minutes_between(errand.since, errand.done->at);
        }
    }
}

// As a report sums them up.
Figures reported(Book& book, DateRange dates) {
    Pass pass{book, dates};
    wants<VisitFold, RoomFold, RequestFold, LitterFold>(pass);
    Figures figures;
    for (const Visit& visit : pass.get<VisitFold>().facts.visits) {
        if (!visit.arrived || !dates.contains(visit.business_date)) {
            continue;
        }
        figures["visits"] += 1;
        for (const Drinks& drinks : visit.drinks) {
            figures["brought " + drinks.drink] += drinks.brought;
        }
        figures["to host"] += visit.hosted ? minutes_between(*visit.arrived, *visit.hosted) : 0;
        figures["stayed"] += visit.left ? minutes_between(*visit.arrived, *visit.left) : 0;
    }
    const RoomFacts& rooms = pass.get<RoomFold>().facts;
    for (const Tour& tour : rooms.tours) {
        if (dates.contains(tour.business_date)) {
            figures["tours"] += 1;
            figures["uncounted"] += was_counted(rooms, tour) ? 0 : 1;
        }
    }
    add_errands(pass.get<RequestFold>().errands, "request", figures);
    add_errands(pass.get<LitterFold>().errands, "litter", figures);
    std::erase_if(figures, [](const auto& figure) { return figure.second == 0; });
    return figures;
}

void add_to(Figures& sum, const Figures& figures) {
    for (const auto& [name, value] : figures) {
        sum[name] += value;
    }
}

// People at work, and what they would tell from memory of each day.
class Staff {
  public:
    explicit Staff(unsigned seed) : random_{seed} {}

    void work() {
        for (int day = 0; day < kDaysOpen + kDaysAfter; ++day) {
            date_ = kFirstDay + days{day};
            minute_ = 0;
            if (day < kDaysOpen) {
                begin_some();
            }
            const int most = day < kDaysOpen ? 4 : 2;
            for (int step = below(most); step > 0 && !open_.empty(); --step) {
                close(take_one());
            }
        }
        // A room counts as counted when nobody was shown it in between.
        for (std::size_t i = 0; i < rooms_.size(); ++i) {
            if (rooms_[i].tour) {
                std::size_t next = i + 1;
                while (next < rooms_.size() && rooms_[next].room != rooms_[i].room) {
                    ++next;
                }
                told_[rooms_[i].day]["uncounted"] += next < rooms_.size() && !rooms_[next].tour ? 0 : 1;
            }
        }
    }

    Figures told(DateRange dates) const {
        Figures sum;
        for (const auto& [date, figures] : told_) {
            if (dates.contains(date)) {
                add_to(sum, figures);
            }
        }
        std::erase_if(sum, [](const auto& figure) { return figure.second == 0; });
        return sum;
    }

    Book& book() { return book_.book(); }

  private:
    enum class What { order, host, leave, clean_up, tour, request, litter, arrival };
    struct Matter {
        What what;
        EntryNumber number = 0;  // what is to be answered, of a visit its first entry
        EntryNumber visit = 0;
        Date day{};
        Instant since{};
        std::string room{};
    };
    struct RoomStep {
        std::string room;
        bool tour;
        Date day{};
    };

    int below(int most) { return std::uniform_int_distribution<int>{0, most - 1}(random_); }

    Instant tick() {
        minute_ += 1 + below(9);
        const std::string time =
            to_text(date_) + (minute_ < 60 ? " 10:" : " 11:") + std::to_string(100 + minute_ % 60).substr(1);
        book_.set_time(time);
        return at(time);
    }

    EntryNumber log(const char* kind, Said said) {
        said.by = "A02";
        const EntryNumber number = book_.log(kind, said);
        // Typed twice and withdrawn; it counts once.
        if (below(8) == 0 && said.about != 0 && kind != std::string{kind::kVisit}) {
            book_.log(kind::kVoid, {.by = "A02", .about = book_.log(kind, said)});
        }
        return number;
    }

    Matter take_one() {
        const auto place = open_.begin() + below(static_cast<int>(open_.size()));
        const Matter matter = *place;
        open_.erase(place);
        return matter;
    }

    void arrive(EntryNumber notice) {
        const Instant now = tick();
        Details details;
        details.visit.emplace();
        details.visit->sequence = notice == 0 ? ++visits_ : 0;
        details.visit->party = 2;
        const EntryNumber number = log(kind::kVisit, {.subject = "first", .about = notice, .details = details});
        const EntryNumber visit = notice == 0 ? number : notice;
        told_[date_]["visits"] += 1;
        tick();
        Details drinks;
        drinks.lines = {{"tea", 2}};
        book_.log(kind::kOrder, {.by = "A02", .about = visit, .details = drinks});
        for (const What what : {What::order, What::host, What::leave}) {
            open_.push_back({what, visit, visit, date_, now});
        }
        if (below(2) == 0) {
            tick();
            const std::string room = below(2) == 0 ? "show-1" : "show-2";
            log(kind::kTour, {.subject = room, .about = visit});
            tick();
            book_.log(kind::kTourEnd, {.by = "A02", .subject = room, .about = visit});
            rooms_.push_back({room, true, date_});
            told_[date_]["tours"] += 1;
            open_.push_back({What::tour, visit, visit, date_, now, room});
        }
    }

    void announce() {
        tick();
        Details details;
        details.visit.emplace();
        details.visit->sequence = ++visits_;
        open_.push_back({What::arrival, book_.log(kind::kNotice, {.by = "A02", .details = details})});
    }

    void begin_some() {
        for (int group = below(3); group > 0; --group) {
            below(4) == 0 ? announce() : arrive(0);
        }
        if (below(2) == 0) {
            const Instant now = tick();
            open_.push_back(
                {What::request, book_.log(kind::kCleanRequest, {.by = "A02", .subject = "P05"}), 0, date_, now});
            told_[date_]["request"] += 1;
        }
        if (below(2) == 0) {
            const Instant now = tick();
            open_.push_back({What::litter, book_.log(kind::kLitter, {.by = "A02", .subject = "P02"}), 0, date_, now});
            told_[date_]["litter"] += 1;
        }
    }

    void close(const Matter& matter) {
        if (matter.what == What::arrival) {
            arrive(matter.number);
            return;
        }
        const Instant now = tick();
        Figures& told = told_[matter.day];
        const auto took = minutes_between(matter.since, now);
        if (matter.what == What::order) {
            Details drinks;
            drinks.lines = {{"tea", 2}};
            log(kind::kDelivery, {.about = matter.visit, .details = drinks});
            told["brought tea"] += 2;
        } else if (matter.what == What::host) {
            log(kind::kHost, {.subject = "A03", .about = matter.visit});
            told["to host"] += took;
        } else if (matter.what == What::leave) {
            book_.log(kind::kLeave, {.by = "A02", .about = matter.visit});
            told["stayed"] += took;
            const EntryNumber request =
                book_.log(kind::kCleanRequest, {.by = "A02", .subject = "P05", .about = matter.visit});
            open_.push_back({What::clean_up, request, matter.visit, matter.day, now});
            told["request after visit"] += 1;
        } else if (matter.what == What::tour) {
            log(kind::kCount, {.subject = matter.room, .about = matter.visit, .result = "complete"});
            rooms_.push_back({matter.room, false});
        } else if (matter.what == What::litter) {
            book_.log(kind::kLitterRemoved, {.by = "A02", .subject = "P02", .about = matter.number});
            told["litter done"] += 1;
            told["litter minutes"] += took;
        } else {
            const EntryNumber about = matter.visit == 0 ? matter.number : matter.visit;
            book_.log(kind::kCleanDone, {.by = "A02", .subject = "P05", .about = about, .closes = matter.number});
            told["request done"] += 1;
            told["request minutes"] += took;
        }
    }

    std::mt19937 random_;
    TestBook book_;
    Date date_{};
    int minute_ = 0;
    std::int64_t visits_ = 0;
    std::vector<Matter> open_;
    std::vector<RoomStep> rooms_;  // tours and counts as they followed
    std::map<Date, Figures> told_;
};

}  // namespace

TEST_CASE("what is closed up to forty days later is of the day, the week and the month on which it began") {
    for (unsigned seed = 1; seed <= onduty::test::turns(6U); ++seed) {
        CAPTURE(seed);
        Staff staff{seed};
        staff.work();
        for (const int length : {1, 7, 31}) {
            Figures days_together;
            for (int day = 0; day < length; ++day) {
                const Date date = kFirstDay + days{day};
                const Figures of_day = reported(staff.book(), {date, date + days{1}});
                CAPTURE(to_text(date));
                CHECK(of_day == staff.told({date, date + days{1}}));
                add_to(days_together, of_day);
            }
            const DateRange period{kFirstDay, kFirstDay + days{length}};
            CHECK(reported(staff.book(), period) == staff.told(period));
            CHECK(reported(staff.book(), period) == days_together);
        }
    }
}
