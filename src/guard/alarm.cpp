// SPDX-License-Identifier: MIT
// patrol alarm: an alarm of the house rings; later somebody says whether it was a real one.
#include "book/amended.hpp"
#include "book/machine_words.hpp"
#include "book/numbered_word.hpp"
#include "book/recording.hpp"
#include "guard/actions.hpp"
#include "guard/kinds.hpp"
#include "guard/read.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct AlarmOptions {
    std::string what;
    std::string words;
    std::string category;
    std::string result;
};

std::string result_named(const std::string& typed) {
    const std::string result = typed_result(kind::kSignal, typed);
    if (typed.empty() || !result.empty()) {
        return result;
    }
    throw UsageError{say(N_("--result takes real or false, not \"{0}\"."), typed)};
}

// A category that was dropped since is nothing to be typed.
void remark_incident(Book& book, const Entry& alarm, const std::string& result) {
    if (result == result::kReal && !book.context().options.json) {
        book.context().remark(say(N_("Report it: onduty patrol incident \"...\" --category {0} --about {1}"),
                                  book.store().word("category", alarm.rule) ? alarm.rule : "CATEGORY", alarm.number));
    }
}

int begin_alarm(Recording& recording, const AlarmOptions& options, const std::string& result) {
    if (options.category.empty()) {
        throw UsageError{say(N_("{0} is missing."), "--kind CATEGORY")};
    }
    Book& book = recording.book();
    const Word point = book.point_told(N_("checkpoint"), options.what);
    const Word category = book.resolve_told("category", N_("incident category"), options.category);
    Entry entry = recording.draft(kind::kSignal, recording.on_duty_person());
    entry.subject = point.code;
    entry.rule = category.code;
    entry.result = result;
    entry.note = tidy_note(options.words);
    if (result.empty()) {
        entry.slot_at = entry.told_at();
    }
    const Entry stored = recording.append(entry);
    const std::string what = say(N_("Alarm, {0}, {1} {2}"), category.name, point.code, point.name);
    const int code = recording.finish(stored, result.empty()            ? say(N_("{0}. Go and see."), what)
                                              : result == result::kReal ? say(N_("{0}: REAL."), what)
                                                                        : say(N_("{0}: false alarm."), what));
    if (result.empty() && !book.context().options.json) {
        book.context().remark(
            say(N_("When you know: {0} --result real, or false"), alarm_command(book, stored.number)));
    }
    remark_incident(book, stored, result);
    return code;
}

int end_alarm(Recording& recording, const AlarmOptions& options, EntryNumber number, const std::string& result) {
    if (result.empty()) {
        throw UsageError{say(N_("What was it? Add --result real, or false."))};
    }
    Book& book = recording.book();
    const auto recorded = recording.store().entry(number);
    if (!recorded || recorded->kind != kind::kSignal) {
        throw UsageError{say(N_("Entry {0} is no alarm."), number)};
    }
    const Entry alarm = as_corrected(recording.store(), *recorded);
    if (recording.store().open_matters().count(number) == 0) {
        throw Refusal{say(N_("Of the alarm of entry {0} it is known what it was."), number)};
    }
    Entry entry = recording.draft(kind::kDone, recording.on_duty_person());
    if (entry.claims_before(alarm.told_at())) {
        throw Refusal{say(N_("The alarm was at {0}, later than that."), full_text(book.zone(), alarm.told_at()))};
    }
    entry.about = number;
    entry.result = result;
    entry.note = tidy_note(options.words);
    const Entry stored = recording.append(entry);
    const std::string after = duration_text(entry.told_at() - alarm.told_at());
    const std::string what = say(N_("Alarm, {0}, {1} {2}"), book.name_of("category", alarm.rule), alarm.subject,
                                 book.name_of("point", alarm.subject));
    const int code =
        recording.finish(stored, result == result::kReal ? say(N_("{0}: REAL, known after {1}."), what, after)
                                                         : say(N_("{0}: false alarm, known after {1}."), what, after));
    remark_incident(book, alarm, result);
    return code;
}

// Where a checkpoint may be meant, too.
bool is_alarm_meant(Book& book, const std::string& typed, EntryNumber number) {
    const auto entry = book.store().entry(number);
    return means_number(book.names_told("point", N_("checkpoint")), typed, entry && entry->kind == kind::kSignal);
}

int note_alarm(Context& context, const AlarmOptions& options) {
    const std::string result = result_named(options.result);
    Recording recording{context};
    const auto number = read_number(options.what);
    return number && is_alarm_meant(recording.book(), options.what, *number)
               ? end_alarm(recording, options, *number, result)
               : begin_alarm(recording, options, result);
}

void declare_alarm(OptionList& list, AlarmOptions& options) {
    list.needed_word("what", &options.what, tr("The checkpoint; or the entry of the alarm, with --result"));
    list.word("words", &options.words, tr("What was seen"));
    list.option("--kind", &options.category, "CATEGORY", tr("What kind: fire, intruder ... as in the plan"));
    list.option("--result", &options.result, "RESULT", tr("real or false, when it is known"));
}

}  // namespace

constexpr ActionSpec kPatrolAlarm =
    action<declare_alarm, note_alarm>("alarm", "警报", N_("An alarm of the house, and what it was"));

}  // namespace onduty
