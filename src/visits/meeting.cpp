// SPDX-License-Identifier: MIT
// serve meeting, ready: a room is booked for a meeting or an event and made ready; after it the room is put in order
// as after any group.
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/coming.hpp"
#include "time/told.hpp"
#include "visits/actions.hpp"
#include "visits/caller.hpp"
#include "visits/kinds.hpp"
#include "visits/meetings.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

struct MeetingOptions {
    std::string time;
    std::string words;
    Caller caller;
};

int book_room(Context& context, const MeetingOptions& options) {
    if (tidy_note(options.caller.purpose).empty()) {
        throw UsageError{say(N_("What is it for? Add --purpose \"...\"."))};
    }
    if (options.caller.party < 1) {
        throw UsageError{say(N_("How many people? Add --party N."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kMeeting, recording.on_duty_person());
    Details details = details_of(book, options.caller);
    details.visit->sequence = recording.store().next_visit_sequence();
    entry.subject = details.visit->seat;
    entry.slot_at = read_coming_time(options.time, book.zone(), book.now());
    entry.note = tidy_note(options.words);
    const Entry stored = recording.append(entry, details);
    const int code = recording.finish(
        stored, say(N_("{0}: {1} for {2} people, {3}."), visit_code(details.visit->sequence),
                    book.name_of("seat", entry.subject), details.visit->party, full_text(book.zone(), *entry.slot_at)));
    for (const std::string& other : booked_there(book, stored, true)) {
        context.remark(other);
    }
    return code;
}

int make_ready(Context& context, const std::string& typed) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = read_visit(book, visit_named(book, typed));
    if (!visit.planned || visit.left) {
        throw Refusal{say(N_("{0} is no meeting to come. Nothing was recorded."), visit_code(visit))};
    }
    if (visit.ready) {
        throw Refusal{
            say(N_("{0} is ready since {1} already."), visit_code(visit), full_text(book.zone(), *visit.ready))};
    }
    Entry entry = recording.draft(kind::kReady, recording.on_duty_person());
    entry.about = visit.number;
    entry.subject = visit.details.seat;
    return recording.finish(recording.append(entry),
                            say(N_("{0}: {1} is ready for {2}."), visit_code(visit),
                                book.name_of("seat", entry.subject), clock_text(book.zone(), *visit.planned)));
}

void declare_meeting(OptionList& list, MeetingOptions& options) {
    list.needed_word("seat", &options.caller.seat, tr("Where"));
    list.needed_word("time", &options.time, tr("When it begins: 14:00, \"2026-11-28 14:00\""));
    options.caller.add_party(list);
    options.caller.add_purpose(list);
    options.caller.add_host(list);
    options.caller.add_person(list);
    list.option("--note", &options.words, "TEXT", tr("What is wanted: screen, 8 cups, fruit"));
}

void declare_ready(OptionList& list, std::string& visit) {
    list.needed_word("visit", &visit, tr("V number"));
}

}  // namespace

constexpr ActionSpec kServeMeeting =
    action<declare_meeting, book_room>("meeting", "会议", N_("A room is booked for a meeting or an event"));
constexpr ActionSpec kServeReady =
    action<declare_ready, make_ready>("ready", "备妥", N_("The room of a meeting is ready"));

}  // namespace onduty
