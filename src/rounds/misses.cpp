// SPDX-License-Identifier: MIT
#include "rounds/misses.hpp"

#include <algorithm>

#include "book/amend_right.hpp"
#include "book/duty.hpp"
#include "book/rights.hpp"
#include "print/table.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

constexpr std::chrono::days kMissDay{1};

// To the minute, both ends included.
bool touch(const Period& one, const Period& other) {
    using std::chrono::floor;
    return floor<Minutes>(one.from) <= floor<Minutes>(other.until) &&
           floor<Minutes>(other.from) <= floor<Minutes>(one.until);
}

std::optional<Date> as_date(Book& book, const std::string& typed) {
    try {
        return read_date(typed, book.today());
    } catch (const UsageError&) {
        return std::nullopt;  // a time then, or read_time says what is wrong with it
    }
}

// A bare clock time goes by the other end, where that has its day.
Stretch typed_stretch(Book& book, const StretchOptions& options) {
    const Zone& zone = book.zone();
    const Instant now = book.now();
    Stretch stretch;
    if (options.from.empty()) {
        stretch.first = dates_before(book, book.today()).from;
    } else if (stretch.first = as_date(book, options.from); !stretch.first) {
        const bool dated = names_a_date(options.until) && !as_date(book, options.until);
        stretch.from = read_time_until(options.from, zone, now, dated ? read_time(options.until, zone, now) : now);
    }
    if (options.until.empty()) {
        stretch.last = book.today();
    } else if (stretch.last = as_date(book, options.until); !stretch.last) {
        const Instant within = stretch.first ? now : std::min(now, stretch.from + kMissDay);
        stretch.until = read_time_until(options.until, zone, now, within);
    }
    const DateRange dates = dates_of(book, stretch);
    if (stretch.last.value_or(book.today()) > book.today() || (!stretch.last && stretch.until > now)) {
        throw UsageError{say(N_("{0} lies ahead. What is not missed yet is not explained."), options.until)};
    }
    if (stretch.first && stretch.last ? *stretch.first > *stretch.last
                                      : dates.from >= dates.until || stretch.from > stretch.until) {
        throw UsageError{say(N_("--until lies before --from."))};
    }
    return stretch;
}

std::string stretch_words(Book& book, const Stretch& stretch) {
    return say(N_("{0} to {1}"), first_words(book, stretch), last_words(book, stretch));
}

// Nothing is explained that was not announced: the stretch is that which was typed, and of the same rule.
std::string explaining_command(Book& book, const Stretch& stretch, const std::string& rule) {
    return "onduty patrol explain --from " + shell_word(first_words(book, stretch)) + " --until " +
           shell_word(last_words(book, stretch)) + (rule.empty() ? "" : " --rule " + rule) + " \"...\"";
}

// Whether it was his own to do: he was on duty when it was due, at the post of the rule if it has one. What may be done
// at any time of days is due when the last of them is over, and was to be done by whoever was there on that.
bool was_his(Book& book, const std::string& person, const Slot& slot) {
    const bool all_day = slot.rule->kind == RuleKind::period || slot.rule->kind == RuleKind::after;
    const Period asked{all_day ? std::max(slot.opens, slot.due - kMissDay) : slot.due, slot.due};
    const std::string& post = slot.rule->post;
    const std::vector<DutyShift> shifts = shifts_around(book, person, slot.due);
    return std::any_of(shifts.begin(), shifts.end(), [&](const DutyShift& shift) {
        const Instant end = shift.until.value_or(shift.stale.value_or(kNever));
        const bool is_at =
            post.empty() || std::any_of(shift.posts.begin(), shift.posts.end(), [&](const PostTime& one) {
                return one.post == post && touch(asked, {one.from, one.until});
            });
        return is_at && shift.from <= asked.until && asked.from <= end;
    });
}

Refusal nothing_missed(Book& book, const Stretch& stretch) {
    return Refusal{
        say(N_("{0}: nothing was missed that nobody explained. Nothing was recorded."), stretch_words(book, stretch))};
}

int list_misses(Context& context, const StretchOptions& options) {
    Book book{context, Store::Mode::read};
    const Stretch stretch = typed_stretch(book, options);
    const std::string rule = options.rule.empty() ? "" : book.resolve_ever("rule", N_("rule"), options.rule).code;
    Pass pass{book, dates_of(book, stretch)};
    const std::vector<Miss> misses = misses_in(pass.get<DaysFold>().rules, rule, stretch);
    if (misses.empty() && !context.options.json) {
        context.print(say(N_("{0}: nothing was missed that nobody explained."), stretch_words(book, stretch)));
        return kDone;
    }
    Table table{{{"due", tr("Due"), ColumnKind::code},
                 {"rule", tr("Rule"), ColumnKind::code},
                 {"what", tr("What"), ColumnKind::text}},
                {}};
    for (const Miss& miss : misses) {
        table.rows.push_back({Cell::of(date_time_text(book.zone(), miss.outcome->slot.due)), Cell::of(miss.rule->rule),
                              Cell::of(miss.rule->name)});
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    if (!context.options.json) {
        context.print(say(N_("Missed, not explained: {0}. A supervisor explains them together: {1}"), misses.size(),
                          explaining_command(book, stretch, rule)));
    }
    return misses.empty() ? kDone : kFound;
}

}  // namespace

DateRange dates_before(Book& book, Date end) {
    // What is due on the morning of the first day may be of the night before it.
    const Date first = business_date(book.zone(), book.calendar(), book.history().front().since) - kMissDay;
    return {std::min(first, end), end};
}

std::vector<Miss> misses_in(const std::vector<RuleOutcomes>& rules, const std::string& rule, const Stretch& stretch) {
    std::vector<Miss> found;
    for (const RuleOutcomes& outcomes : rules) {
        for (const Outcome& outcome : outcomes.judgement.outcomes) {
            if (outcome.state == State::missed && (rule.empty() || outcomes.rule == rule) &&
                stretch.has(outcome.slot)) {
                found.push_back({&outcomes, &outcome});
            }
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Miss& one, const Miss& other) {
        return one.outcome->slot.due < other.outcome->slot.due;
    });
    return found;
}

DateRange dates_of(Book& book, const Stretch& stretch) {
    const DateRange log = dates_before(book, book.today() + kMissDay);
    // What is due in the morning may be of the night or of the day before it.
    const auto around = [&](Instant at, std::chrono::days away) {
        return business_date(book.zone(), book.calendar(), at) + away;
    };
    return {std::max(log.from, stretch.first ? *stretch.first : around(stretch.from, -2 * kMissDay)),
            std::min(log.until, stretch.last ? *stretch.last + kMissDay : around(stretch.until, 2 * kMissDay))};
}

std::string first_words(Book& book, const Stretch& stretch) {
    return stretch.first ? to_text(*stretch.first) : date_time_text(book.zone(), stretch.from);
}

std::string last_words(Book& book, const Stretch& stretch) {
    return stretch.last ? to_text(*stretch.last) : date_time_text(book.zone(), stretch.until);
}

void check_may_explain(Recording& recording, const std::string& person, const Slot& slot) {
    Book& book = recording.book();
    recording.mark(nullptr);
    recording.refuse_who();
    // What has no post was everybody's, and his who may not speak for others.
    const bool explains = may(book, person, Right::explain);
    if (!(explains && slot.rule->post.empty()) && was_his(book, person, slot)) {
        mark_own_word(recording, person);
    } else {
        need_right(recording, person, Right::explain);
    }
}

void say_who_explains(DueLine& line, Book& book, const Slot& slot) {
    const std::string& by = book.context().options.by;
    const std::string asker = by.empty() ? "" : book.resolve("staff", N_("person"), by).code;
    if (!asker.empty() && !may(book, asker, Right::explain) && !was_his(book, asker, slot)) {
        line.needs = Right::explain;
    }
}

int explain_stretch(Context& context, const StretchOptions& options) {
    if (options.words.empty()) {
        if (options.not_applicable) {
            throw UsageError{say(N_("Say why it did not apply, behind the options: \"...\""))};
        }
        return list_misses(context, options);
    }
    Recording recording{context};
    Book& book = recording.book();
    const std::string words = tidy_note(options.words);
    const Stretch stretch = typed_stretch(book, options);
    const std::string rule = options.rule.empty() ? "" : book.resolve_ever("rule", N_("rule"), options.rule).code;
    if (!is_reason(words)) {
        throw UsageError{say(N_("Say why it was missed: {0}"), explaining_command(book, stretch, rule))};
    }
    const Presence supervisor = person_with(recording, Right::explain);
    Pass pass{book, dates_of(book, stretch)};
    const auto misses = misses_in(pass.get<DaysFold>().rules, rule, stretch);
    if (misses.empty()) {
        throw nothing_missed(book, stretch);
    }
    const bool his = std::any_of(misses.begin(), misses.end(), [&](const Miss& miss) {
        const Slot& slot = miss.outcome->slot;
        return !slot.rule->post.empty() && was_his(book, supervisor.person, slot);
    });
    if (his && may(book, supervisor.person, Right::explain)) {
        mark_own_word(recording, supervisor.person);
    }
    Entry entry = recording.draft(kind::kMissesExplained, supervisor);
    entry.rule = rule;
    entry.fields = fields_of(stretch);
    entry.note = words;
    entry.result = options.not_applicable ? result::kNotApplicable : "";
    const std::string& what =
        rule.empty() ? stretch_words(book, stretch) : misses.front().rule->name + ", " + stretch_words(book, stretch);
    return recording.finish(
        recording.append(entry),
        options.not_applicable
            ? say(N_("{0}: does not apply, {1} times: {2}."), what, misses.size(), shown_safely(words))
            : say(N_("{0}: explained, {1} times: {2}."), what, misses.size(), shown_safely(words)));
}

}  // namespace onduty
