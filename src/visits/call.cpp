// SPDX-License-Identifier: MIT
// checkin call, refuse: somebody telephones, or is questioned or turned away at the gate.
#include "book/machine_words.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "visits/actions.hpp"
#include "visits/caller.hpp"
#include "visits/kinds.hpp"
#include "visits/rules.hpp"

namespace onduty {

namespace {

struct CallOptions {
    std::string words;
    std::string outcome;
    bool first = false;
    Caller caller;
};

int take_call(Context& context, const CallOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kCall, recording.on_duty_person("front-desk"));
    entry.note = tidy_note(options.words);
    Details details = details_of(book, options.caller);
    details.visit->first = options.first;
    details.visit->channel = "phone";
    if (options.first && details.visit->host.empty()) {
        throw UsageError{say(N_("A first call is passed on. To whom? Add --host NAME."))};
    }
    const Entry stored = recording.append(entry, details);
    std::string what = options.first ? tr("First call") : tr("Call");
    what += ": " + shown_safely(entry.note) + tr(".");
    what += details.visit->host.empty()
                ? ""
                : " " + say(N_("Passed on to {0}."), book.name_of("staff", details.visit->host));
    const int code = recording.finish(stored, what);
    tell_of_earlier(book, details, stored.number);
    return code;
}

int refuse(Context& context, const CallOptions& options) {
    const std::string outcome = outcome_named(options.outcome);
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kRefusal, recording.on_duty_person());
    entry.subject = outcome;
    entry.note = tidy_note(options.words);
    const Details details = details_of(book, options.caller);
    const Entry stored = recording.append(entry, details);
    std::string what = say(N_("{0}: {1}."), shown_word(outcome), shown_safely(entry.note));
    if (!details.visit->told.empty()) {
        what += " " + say(N_("{0} was told."), book.name_of("staff", details.visit->told));
    }
    const int code = recording.finish(stored, what);
    tell_of_earlier(book, details, stored.number);
    return code;
}

void declare_call(OptionList& list, CallOptions& options) {
    list.needed_word("words", &options.words, tr("What it was about"));
    list.flag("--first", &options.first, tr("A first call; it must be passed on"));
    list.option("--host", &options.caller.host, "NAME", tr("To whom it was passed on"));
    options.caller.add_person(list);
}

void declare_refuse(OptionList& list, CallOptions& options) {
    list.needed_word("words", &options.words, tr("Who it was and what for, as far as seen"));
    list.option("--outcome", &options.outcome, "OUTCOME", tr("turned-away (if left out), questioned or let-in"));
    options.caller.add_told(list);
    options.caller.add_person(list);
    options.caller.add_plate(list);
}

}  // namespace

constexpr ActionSpec kCheckinCall = action<declare_call, take_call>("call", "来电", N_("A telephone call"));
constexpr ActionSpec kCheckinRefuse =
    action<declare_refuse, refuse>("refuse", "劝离", N_("Somebody is questioned or turned away"));

}  // namespace onduty
