// SPDX-License-Identifier: MIT
#include "visits/clean_ups.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "book/amending.hpp"
#include "book/thread.hpp"
#include "book/withdrawal.hpp"
#include "log/last_told.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "visits/kinds.hpp"

namespace onduty {

namespace {

// By its code: what it is called, and the area that it belongs to, change with the plan.
constexpr const char* kSeat = "seat";

// A seat that the visit left: for another one, or with the site.
struct SeatLeft {
    EntryNumber with = 0;
    EntryNumber batch = 0;  // of that entry
    std::string seat;
    Instant at;

    bool operator==(const SeatLeft&) const = default;
};

std::vector<SeatLeft> seats_left(const std::vector<Entry>& steps) {
    std::vector<SeatLeft> all;
    std::string seat;
    const auto leave = [&](const Entry& step, const std::string& next) {
        if (!seat.empty() && seat != next) {
            all.push_back({step.number, batch_of(step), seat, step.told_at()});
        }
        seat = next;
    };
    for (const Entry& step : steps_as_told(steps)) {
        if (step.kind == kind::kVisit) {
            seat = visit_of(step.fields).value_or(VisitDetails{}).seat;
        } else if (step.kind == kind::kSeating) {
            leave(step, step.subject);
        } else if (step.kind == kind::kLeave) {
            leave(step, "");
        }
    }
    return all;
}

// The seat as it was when it was left, or last before it was dropped, where that plan knew its area.
std::optional<Word> seat_to_tidy(Book& book, const std::string& code, Instant left) {
    if (code.empty()) {
        return std::nullopt;
    }
    auto seat = book.store().word_in("seat", code, book.version_at(left));
    return seat && !seat->detail.empty() ? seat : std::nullopt;
}

Entry append_request(Recording& recording, const Presence& person, EntryNumber visit, const Word& seat,
                     const SeatLeft* left) {
    Entry entry = recording.draft(kind::kCleanRequest, person);
    entry.about = visit;
    entry.subject = seat.detail;
    entry.note = seat.name;
    entry.fields.add_code(kSeat, seat.code);
    if (left != nullptr) {
        recording.tell_for(entry, left->at);
        entry.fields.add(kLeftWith, left->with);
    }
    return recording.append(entry);
}

std::string asked_words(Book& book, const Word& seat, const Entry& request) {
    return say(N_("{0} is to be tidied up, entry {1}. When done: {2}"), seat.name, request.number,
               clear_command(book, open_clean_ups(book), request));
}

bool is_for(const Entry& request, const SeatLeft& left) {
    const EntryNumber with = request.fields.number(kLeftWith);
    return (with == 0 ? batch_of(request) == left.batch : with == left.with) && request.fields.word(kSeat) == left.seat;
}

// The steps as they were before some of them were withdrawn, or counted again.
std::vector<Entry> without_the_change(Book& book, std::vector<Entry> steps, std::span<const Entry> changed) {
    for (const Entry& entry : changed) {
        const auto place =
            std::find_if(steps.begin(), steps.end(), [&](const Entry& step) { return step.number >= entry.number; });
        if (place != steps.end() && place->number == entry.number) {
            steps.erase(place);
        } else if (book.store().withdrawn_by(entry.number) != 0) {
            steps.insert(place, entry);
        }
    }
    return steps;
}

class CleanUpsOfVisit {
  public:
    CleanUpsOfVisit(Recording& recording, const Presence& person, EntryNumber visit)
        : recording_{&recording}, person_{&person}, visit_{visit}, steps_{steps_by_index(recording.book(), visit)} {}

    std::string put_right(std::span<const Entry> changed) {
        std::vector<Entry> of_visit;
        std::copy_if(changed.begin(), changed.end(), std::back_inserter(of_visit),
                     [&](const Entry& entry) { return entry.about == visit_ || entry.number == visit_; });
        Book& book = recording_->book();
        const std::vector<SeatLeft> before = seats_left(without_the_change(book, steps_, of_visit));
        const std::vector<SeatLeft> now = seats_left(steps_);
        std::string words;
        const auto add = [&](const std::string& more) { words += (words.empty() ? "" : "\n") + more; };
        std::vector<Entry> spare;  // of tables that were not left so
        for (const Entry& request : requests()) {
            if (std::none_of(now.begin(), now.end(), [&](const SeatLeft& left) { return is_for(request, left); })) {
                spare.push_back(request);
            }
        }
        std::vector<SeatLeft> unasked;
        for (const SeatLeft& left : now) {
            const bool is_new = std::find(before.begin(), before.end(), left) == before.end();
            if (!is_new || is_asked_for(left)) {
                continue;
            }
            // A table that is left with another step than it was, and tidied up since, is not tidied up again.
            const auto other = std::find_if(spare.begin(), spare.end(), [&](const Entry& request) {
                const auto done = done_at(request);
                return request.fields.word(kSeat) == left.seat && done && *done >= left.at;
            });
            if (other == spare.end()) {
                unasked.push_back(left);
            } else {
                spare.erase(other);
            }
        }
        for (const Entry& request : spare) {
            if (!done_at(request)) {
                append_withdrawal(*recording_, *person_, request);
                add(say(N_("{0} is not to be tidied up after it, entry {1}."), shown_safely(request.note),
                        request.number));
            }
        }
        for (const SeatLeft& left : unasked) {
            if (const auto seat = seat_to_tidy(book, left.seat, left.at)) {
                auto request = withdrawn_request(left);
                if (request) {  // it is to be done as it was asked for, and since when
                    append_withdrawal(*recording_, *person_, book.entry(book.store().withdrawn_by(request->number)));
                } else {
                    request = append_request(*recording_, *person_, visit_, *seat, &left);
                }
                add(asked_words(book, *seat, *request));
            }
        }
        return words;
    }

  private:
    std::vector<Entry> requests() const {
        std::vector<Entry> requests;
        std::copy_if(steps_.begin(), steps_.end(), std::back_inserter(requests),
                     [](const Entry& step) { return step.kind == kind::kCleanRequest; });
        return requests;
    }
    std::optional<Instant> done_at(const Entry& request) const {
        const auto done = std::find_if(steps_.begin(), steps_.end(),
                                       [&](const Entry& step) { return step.closes == request.number; });
        return done == steps_.end() ? std::nullopt : std::optional{done->told_at()};
    }
    bool is_asked_for(const SeatLeft& left) const {
        return std::any_of(steps_.begin(), steps_.end(),
                           [&](const Entry& step) { return step.kind == kind::kCleanRequest && is_for(step, left); });
    }

    // What was asked for when it was left, and does not count at present.
    std::optional<Entry> withdrawn_request(const SeatLeft& left) const {
        Store& store = recording_->store();
        EntryQuery thread;
        thread.thread_of = visit_;
        std::optional<Entry> found;
        for (const Entry& step : store.entries(thread)) {
            if (step.kind == kind::kCleanRequest && is_for(step, left) && store.withdrawn_by(step.number) != 0) {
                found = step;
            }
        }
        return found;
    }

    Recording* recording_;
    const Presence* person_;
    EntryNumber visit_;
    std::vector<Entry> steps_;  // as they count now
};

bool tells_of_a_seat(const Entry& entry) {
    return entry.kind == kind::kVisit || entry.kind == kind::kSeating || entry.kind == kind::kLeave ||
           entry.kind == kind::kCleanDone;
}

}  // namespace

void ask_for_clean_up(Recording& recording, const Visit& visit, const Presence& person) {
    Book& book = recording.book();
    if (const auto seat = seat_to_tidy(book, visit.seat, book.claimed().value_or(book.now()))) {
        const Entry request = append_request(recording, person, visit.number, *seat, nullptr);
        book.context().remark(asked_words(book, *seat, request));
    }
}

std::string put_clean_ups_right(Recording& recording, const Presence& person, std::span<const Entry> changed) {
    std::set<EntryNumber> visits;
    for (const Entry& entry : changed) {
        if (tells_of_a_seat(entry)) {
            visits.insert(entry.about == 0 ? entry.number : entry.about);
        }
    }
    std::string words;
    for (const EntryNumber visit : visits) {
        if (find_visit(recording.book(), visit)) {
            const std::string more = CleanUpsOfVisit{recording, person, visit}.put_right(changed);
            words += (words.empty() || more.empty() ? "" : "\n") + more;
        }
    }
    return words;
}

}  // namespace onduty
