// SPDX-License-Identifier: MIT
// correct: corrects or withdraws an entry by a new one; the original stays readable.

#include <algorithm>

#include "book/amend_right.hpp"
#include "book/amended.hpp"
#include "book/amending.hpp"
#include "book/clocks.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/recording.hpp"
#include "book/subject.hpp"
#include "book/thread.hpp"
#include "book/time_along.hpp"
#include "book/times_before.hpp"
#include "book/withdrawal.hpp"
#include "commands/withdraw.hpp"
#include "log/corrections.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/clock.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

struct CorrectOptions {
    std::string typed_number;
    std::int64_t number = 0;
    std::string note;
    std::string point;
    std::string result;
    std::string time;
    bool withdraw = false;
    bool restore = false;
    bool all = false;
};

constexpr std::size_t kShortestReason = 4;  // columns

// The entry that is meant, if it may be corrected.
Entry correctable(Recording& recording, const CorrectOptions& options) {
    Book& book = recording.book();
    const Entry entry = options.restore ? withdrawal_meant(book, options.number) : book.entry(options.number);
    const Kind* kind = kind_named(entry.kind);
    const bool correction = entry.kind == kind::kCorrection;
    const bool withdrawn = options.withdraw || options.restore;
    if (kind == nullptr || !(withdrawn ? kind->withdrawn : kind->corrected || correction)) {
        if (!withdrawn && kind != nullptr && kind->withdrawn) {
            throw Refusal{say(N_("Entry {0} is of a kind that is not corrected. Withdraw it and type it again: {1}"),
                              entry.number, void_command(book, entry.number))};
        }
        throw Refusal{say(N_("Entry {0} is of a kind that cannot be corrected."), entry.number)};
    }
    if (correction && !withdrawn) {
        throw Refusal{say(N_("Entry {0} is a correction itself. Correct entry {1} again."), entry.number, entry.about)};
    }
    refuse_withdrawn(book, entry.number);
    return entry;
}

// What the kind of the entry lets be corrected under this name, nullptr for nothing.
const Field* corrected_field(const Entry& entry, const char* name) {
    for (const Field& field : kind_named(entry.kind)->fields) {
        if (field.corrected && std::string_view{field.name} == name) {
            return &field;
        }
    }
    return nullptr;
}

// What was typed under an older plan may have been a checkpoint of that one.
std::string point_meant(Book& book, const Entry& original, const std::string& typed) {
    return original.plan < book.plan_version() ? book.resolve_ever("point", N_("checkpoint"), typed).code
                                               : book.resolve("point", N_("checkpoint"), typed).code;
}

// What is typed so that the entry leads to what it would have led to at once.
std::string to_lead(Book& book, const Entry& entry) {
    for (const Subject* subject : subjects()) {
        if (subject->to_lead != nullptr) {
            return subject->to_lead(book, entry);
        }
    }
    return {};
}

// What the same command recorded at the same time happened when the entry did.
std::string correct_time_along(Recording& recording, const Presence& person, const Entry& original, const Instant& was,
                               const Entry& correction, Instant at) {
    Book& book = recording.book();
    std::vector<Entry> moved;
    recording.follow(correction);
    for (const Entry& along : recorded_along(book, original)) {
        if (kind_named(along.kind)->corrected && as_corrected(book.store(), along).told_at() == was) {
            append_correction(recording, person, along, field::kTime, new_value(correction), correction.late, at);
            correct_day_along(recording, person, along, at, correction.late);
            moved.push_back(along);
        }
    }
    return moved.empty() ? "" : " " + say(N_("With it: {0}."), told_together(book, moved));
}

// What came from the entry by itself and says still what it said.
void remark_what_keeps_its_words(Book& book, const Entry& original) {
    for (const Entry& along : recorded_along(book, original)) {
        if (along.about == original.number && has_own_life(along)) {
            book.context().remark(say(N_("{0} keeps its words and its place. If they are wrong, too: {1}"),
                                      told_together(book, {along}), void_command(book, along.number)));
        }
    }
}

int correct_in(Recording& recording, const CorrectOptions& options) {
    Context& context = recording.book().context();
    Book& book = recording.book();
    if (display_width(tidy_note(context.options.reason)) < kShortestReason) {
        throw UsageError{say(N_("A correction needs a reason of four letters or more: add --reason \"...\"."))};
    }
    const Entry original = correctable(recording, options);
    const Presence person = recording.on_duty_person();
    check_may_amend(recording, person, original);
    Entry last;
    std::optional<Entry> led_to_nothing;  // the correction because of which it did
    std::string next;                     // what is to be done now
    std::string moved;                    // along with a time
    std::vector<std::string> remarks;     // what follows from another time
    if (options.withdraw || options.restore) {
        return withdraw(recording, person, original, options.all);
    }
    const ThreadsBefore threads{book, {original}};
    if (!options.note.empty()) {
        last = append_correction(recording, person, original, field::kNote, tidy_note(options.note), false);
    }
    if (!options.point.empty()) {
        if (corrected_field(original, field::kPoint) == nullptr) {
            throw Refusal{say(N_("Entry {0} is not a checkpoint."), original.number)};
        }
        last = append_correction(recording, person, original, field::kPoint, point_meant(book, original, options.point),
                                 false);
    }
    if (!options.result.empty()) {
        const Field* result = corrected_field(original, field::kResult);
        if (result == nullptr) {
            throw Refusal{say(N_("Entry {0} has no result that can be corrected."), original.number)};
        }
        const std::string value = typed_result(original.kind, *result, options.result);
        if (value.empty()) {
            throw Refusal{say(N_("\"{0}\" cannot be the result of entry {1}. It can be: {2}"), options.result,
                              original.number, results_to_type(original.kind, *result))};
        }
        const Entry before = as_corrected(book.store(), original);
        last = append_correction(recording, person, original, field::kResult, value, false);
        const Kind& kind = *kind_named(original.kind);
        Entry now = before;
        now.result = value;
        const bool led = kind.leads != nullptr && kind.leads(before);
        const bool leads = kind.leads != nullptr && kind.leads(now);
        if (led && !leads) {
            led_to_nothing = last;
        }
        next = leads && !led ? to_lead(book, now) : "";
    }
    if (!options.time.empty()) {
        const Instant at = read_time(options.time, book.zone(), book.now());
        const Entry before = as_corrected(book.store(), original);
        if (at > before.recorded_at && !is_in_doubt(clock_reading(book.store()).doubts(), original.number)) {
            throw Refusal{say(N_("Entry {0} was recorded at {1}; it cannot have happened later."), original.number,
                              full_text(book.zone(), before.recorded_at))};
        }
        const auto due = due_by_itself(book, original);
        std::vector<Entry> together = recorded_along(book, original);
        together.push_back(original);
        const TimesBefore times{book, together};
        last =
            append_correction(recording, person, original, field::kTime, std::to_string(at.time_since_epoch().count()),
                              is_late(book.now(), at, book.grace()), at);
        moved = correct_time_along(recording, person, original, before.told_at(), last, at);
        moved += correct_due_along(recording, person, original, due);
        moved += correct_day_along(recording, person, original, at, last.late);
        times.check();
        put_right(recording, person, {as_corrected(book.store(), original)}, remarks);
    }
    if (last.number == 0) {
        throw UsageError{say(N_("What is to be corrected? Add --note, --point, --result or --time, or --void."))};
    }
    for (const Entry& broken : threads.no_longer_fitting()) {
        throw Refusal{
            say(N_("Entry {0} would not fit any more what it was recorded upon. Look: onduty log {0}"), broken.number)};
    }
    const std::string said =
        led_to_nothing ? withdraw_led(recording, person, original, *led_to_nothing) : std::string{};
    const int code = recording.finish(
        last, say(N_("Entry {0} corrected; the original stays readable."), original.number) + moved + said);
    if (!options.note.empty() || !options.point.empty()) {
        remark_what_keeps_its_words(book, original);
    }
    if (!next.empty() && !context.options.dry_run) {
        context.remark(next);
    }
    for (const std::string& remark : remarks) {
        context.remark(remark);
    }
    return code;
}

int correct(Context& context, CorrectOptions options) {
    const std::string digits = plain_form(options.typed_number);
    options.number = std::atoll(digits.c_str());
    if (digits.find_first_not_of("0123456789") != std::string::npos || options.number < 1) {
        throw UsageError{
            say(N_("\"{0}\" is not the number of an entry. The numbers show in: onduty log"), options.typed_number)};
    }
    const bool changes =
        !options.note.empty() || !options.point.empty() || !options.result.empty() || !options.time.empty();
    if ((options.withdraw || options.restore) && (changes || options.withdraw == options.restore)) {
        throw UsageError{say(N_("Withdraw, give back or change: --void and --restore go alone."))};
    }
    if (options.all && !options.withdraw) {
        throw UsageError{say(N_("--all goes with --void."))};
    }
    Recording recording{context};
    try {
        return correct_in(recording, options);
    } catch (const InTheWay& way) {
        recording.roll_back();
        throw way.refusal(recording.book());
    }
}

Action setup_correct(OptionList& list) {
    auto options = std::make_shared<CorrectOptions>();
    list.needed_word("number", &options->typed_number, tr("Number of the entry"));
    list.option("--note", &options->note, "TEXT", tr("What the note or text should say"));
    list.option("--point", &options->point, "POINT", tr("Which checkpoint it was"));
    list.option("--result", &options->result, "WORD", tr("ok or fault; for items also fixed or na"));
    list.option("--time", &options->time, "TIME", tr("When it really happened"));
    list.flag("--void", &options->withdraw, tr("Withdraw the entry"));
    list.flag("--all", &options->all, tr("With --void: with all that was recorded upon it later"));
    list.flag("--restore", &options->restore, tr("Give back what was withdrawn"));
    return [options](Context& context) { return correct(context, *options); };
}

}  // namespace

CommandSpec correct_command() {
    return {{}, setup_correct};
}

}  // namespace onduty
