// SPDX-License-Identifier: MIT
// patrol point: logs checkpoints of the open round, typed or line by line from a scanner.
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "book/recording.hpp"
#include "book/round_end.hpp"
#include "book/teller.hpp"
#include "book/thread.hpp"
#include "cases/read.hpp"
#include "rounds/actions.hpp"
#include "rounds/kinds.hpp"
#include "rounds/open_round.hpp"
#include "rounds/rules.hpp"
#include "rounds/typed_points.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct PointOptions {
    std::vector<std::string> points;
    std::string fault;
    std::string note;
};

// A visit as it was stored, and what is to be said of the repair that its fault led to.
struct StoredPoint {
    Entry entry;
    std::string repair;
};

std::string sentence(const Word& point, const StoredPoint& stored) {
    const Entry& entry = stored.entry;
    std::string text = entry.result == result::kFault
                           ? say(N_("{0} {1}, FAULT: {2}."), point.code, point.name, entry.note)
                           : say(N_("{0} {1}, ok."), point.code, point.name);
    if (entry.flag == flag::kTooFast) {
        text += tr(" Too fast from the point before; it is marked.");
    } else if (entry.flag == flag::kRepeated) {
        text += tr(" Already visited in this round; it is marked.");
    } else if (entry.flag == flag::kTypedTogether) {
        text += tr(" Typed together with the one before; it is marked.");
    }
    return text + (stored.repair.empty() ? "" : " " + stored.repair);
}

// How long before this the round began or was at a point last; of the begin and the points alone.
SinceLast since_sign_before(Book& book, const OpenRound& round, const Entry& visit) {
    std::optional<Entry> last;
    for (Entry& sign : thread_of(book, round.presence.round)) {
        const bool counts = sign.kind == kind::kPoint || sign.kind == kind::kRoundStart;
        if (counts && sign.told_at() <= visit.told_at() && (!last || last->told_at() <= sign.told_at())) {
            last = std::move(sign);
        }
    }
    return last ? SinceLast{visit.told_at() - last->told_at(), visit.recorded_at - last->recorded_at}
                : SinceLast{std::chrono::milliseconds{0}};
}

StoredPoint append_point(Recording& recording, OpenRound& round, const Word& point, const PointOptions& options) {
    Entry entry = round.draft(recording, kind::kPoint);
    entry.about = round.presence.round;
    entry.subject = point.code;
    entry.result = options.fault.empty() ? result::kOk : result::kFault;
    entry.note = tidy_note(options.fault);
    if (const std::string note = tidy_note(options.note); !note.empty()) {
        entry.note += (entry.note.empty() ? "" : tr("; ")) + note;
    }
    // A point that was forgotten is told between those that were typed at once.
    const bool forgotten = entry.claims_before(round.presence.last_at.value_or(entry.told_at()));
    SinceLast since = entry.happened_at ? since_sign_before(recording.book(), round, entry)
                                        : SinceLast{entry.told_at() - round.presence.last_at.value_or(entry.told_at())};
    since.typed = entry.late ? std::nullopt : since.typed;
    // Seldom: the plan was changed since, and with it perhaps the way to the point.
    const auto then = entry.plan == recording.book().plan_version()
                          ? std::nullopt
                          : recording.store().word_in("point", point.code, entry.plan);
    const std::chrono::seconds walk{std::atoll(then ? then->detail.c_str() : point.detail.c_str())};
    entry.flag = visit_flag(round.was_visited(recording.store(), point.code), walk, since);
    StoredPoint stored{recording.append(entry), {}};
    if (entry.result == result::kFault) {
        recording.follow(stored.entry);
        stored.repair = open_found_case(
            recording, round.presence,
            {.sort = sort::kRepair, .from = stored.entry.number, .words = entry.note, .place = point.code});
    }
    if (!forgotten) {
        round.presence.last_point = point.code;
        round.presence.last_at = entry.told_at();
    }
    round.visited_now.push_back(point.code);
    return stored;
}

// Of several either all are recorded or none: who typed them is told which.
template <typename Thrown>
[[noreturn]] void refuse_all(const Thrown& error) {
    throw Thrown{std::string{error.what()} + "\n" + tr("None of these points was recorded.")};
}

bool names_several(const std::vector<std::string>& typed) {
    return typed.size() > 1 || std::any_of(typed.begin(), typed.end(), [](const std::string& one) {
               std::vector<std::size_t> numbers;
               const std::string plain = plain_form(one);
               return plain.find(',') != std::string::npos || plain.find("、") != std::string::npos ||
                      read_label_range(plain) || (read_number_list(plain, numbers) && numbers.size() > 1);
           });
}

// What becomes of a round that was ended when a point was told that belongs in it.
std::string ended_words(Book& book, const OpenRound& round) {
    const Presence& walked = round.presence;
    const std::vector<Outcome> outcomes = outcomes_of_route(book, walked.route, walked.business_date);
    const Outcome* outcome = outcome_of_round(outcomes, walked.round);
    const std::vector<std::string> left = round.still_to_visit(book.store());
    return joined(outcome == nullptr ? "" : counts_as_words(book, *outcome),
                  left.empty() ? "" : say(N_("Left out: {0}."), listed(left, " ")));
}

// Where the round goes on from here.
std::string way_on(Book& book, const OpenRound& round) {
    if (round.is_over) {
        return ended_words(book, round);
    }
    const std::vector<std::string> left = round.still_to_visit(book.store());
    if (left.empty()) {
        return say(N_("All points are visited. Next: {0}"), end_of_round(book, book.entry(round.presence.round)));
    }
    return say(N_("Next {0} {1}, left {2}."), left.front(), book.name_of("point", left.front()), left.size());
}

struct StoredPoints {
    std::vector<Word> points;
    std::vector<StoredPoint> stored;
};

StoredPoints append_points(Recording& recording, OpenRound& round, const PointOptions& options) {
    StoredPoints all{points_typed(recording.book(), round.route, options.points), {}};
    if (all.points.size() > 1 && !options.fault.empty()) {
        throw UsageError{say(N_("A fault belongs to one point. Log it alone: onduty patrol point {0} --fault \"...\""),
                             all.points[0].code)};
    }
    for (const Word& point : all.points) {
        all.stored.push_back(append_point(recording, round, point, options));
    }
    return all;
}

StoredPoints append_all(Recording& recording, OpenRound& round, const PointOptions& options) {
    if (!names_several(options.points)) {
        return append_points(recording, round, options);
    }
    try {
        return append_points(recording, round, options);
    } catch (const UsageError& error) {
        refuse_all(error);
    } catch (const Refusal& error) {
        refuse_all(error);
    }
}

int log_typed(Context& context, const PointOptions& options) {
    Recording recording{context};
    OpenRound round{recording, TellsOf::point};
    const StoredPoints all = append_all(recording, round, options);
    const std::string next = context.options.json ? "" : way_on(recording.book(), round);
    recording.commit();
    for (std::size_t i = 0; i < all.points.size(); ++i) {
        recording.answer(all.stored[i].entry, sentence(all.points[i], all.stored[i]));
    }
    if (!next.empty()) {
        context.print(next);
    }
    return kDone;
}

// Each line is recorded when it comes, with its own clock reading and its own answer. A line that cannot be
// recorded is answered and passed over; the exit code tells of it.
int log_scanned(Context& context, const PointOptions& options) {
    std::string line;
    int code = kDone;
    while (context.environment.read_line(line)) {
        const std::string typed = plain_form(line.substr(0, line.find('\r')));
        if (typed.empty()) {
            continue;
        }
        try {
            if (find_fault(typed) != TextFault::none) {
                throw UsageError{say(N_("This line holds control or invisible characters: {0}"), shown_safely(typed))};
            }
            PointOptions one = options;
            one.points = {typed};
            log_typed(context, one);
        } catch (const Failure&) {
            throw;
        } catch (const Error& error) {
            context.remark("onduty: " + std::string{error.what()});
            code = error.code();
        }
        context.environment.out->flush();
        context.environment.err->flush();
    }
    return code;
}

int log_points(Context& context, const PointOptions& options) {
    if (!options.points.empty() && options.points.front() != "-") {
        return log_typed(context, options);
    }
    if (options.points.empty() && context.environment.input_is_terminal) {
        throw UsageError{
            say(N_("Which point? Write its code: onduty patrol point P01. A scanner feeds: onduty patrol point -"))};
    }
    return log_scanned(context, options);
}

void declare_point(OptionList& list, PointOptions& options) {
    list.word("points", &options.points,
              tr("Codes, names or numbers of checkpoints: 3, 5-6, P01-P03; - reads them line by line"));
    list.option("--fault", &options.fault, "TEXT", tr("Something is wrong there: say what"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kPatrolPoint =
    action<declare_point, log_points>("point", "到点", N_("Log checkpoints, typed or read from a scanner"));

}  // namespace onduty
