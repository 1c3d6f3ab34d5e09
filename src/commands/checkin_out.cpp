// SPDX-License-Identifier: MIT
// checkin out: a member of staff goes off duty, or a visit leaves the site.
#include "book/amended.hpp"
#include "book/duty.hpp"
#include "commands/checkin.hpp"
#include "handover/read.hpp"
#include "handover/unhanded.hpp"
#include "loans/read.hpp"
#include "rooms/ended_tours.hpp"
#include "staff/shortage.hpp"
#include "staff/shift.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/clean_ups.hpp"

namespace onduty {

namespace {

struct OutOptions {
    std::string name;
    std::string note;
    bool forgotten = false;
};

// What a contractor brought in is looked for when he leaves.
void tell_of_tools(Book& book, const Visit& visit) {
    const auto words = [](const Line& line) { return line.item + " " + std::to_string(line.quantity); };
    const std::string tools = listed(lines_of(fields_now(book.store(), visit.arrival)), words, tr(", "));
    if (!tools.empty()) {
        book.context().remark(say(N_("Brought in: {0}. Check that it leaves, too."), shown_safely(tools)));
    }
}

int leave_site(Context& context, const OutOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = read_visit(book, visit_named(book, options.name));
    const Presence person = recording.on_duty_person();
    Entry entry = draft_leave(recording, visit, person);
    entry.result = options.forgotten ? result::kForgotten : "";
    entry.note = tidy_note(options.note);
    const Entry stored = recording.append(entry);
    recording.follow(stored);
    end_tours(recording, visit, person);
    ask_for_clean_up(recording, visit, person);
    const std::string what = !visit.arrived      ? say(N_("{0} did not come."), visit_code(visit))
                             : options.forgotten ? say(N_("{0} is gone; nobody saw it leave."), visit_code(visit))
                                                 : say(N_("{0} left after {1}."), visit_code(visit),
                                                       duration_text(entry.told_at() - *visit.arrived));
    const int code = recording.finish(stored, what);
    if (!visit.orders().undelivered.empty()) {
        context.remark(say(N_("Not everything that {0} ordered was brought."), visit_code(visit)));
    }
    tell_of_tools(book, visit);
    remark_loans(book, [&](const Loan& loan) { return loan.visit == visit.number; });
    return code;
}

// What of his shift nobody took over, and what was not done in it.
void remark_what_is_left(Recording& recording, const Presence& person, Instant ended) {
    Book& book = recording.book();
    const Context& context = book.context();
    remark_short(book, person.posts, ended);
    const Shift shift = shift_of(person);
    const std::string post = post_handing_over(book, shift);
    const std::chrono::days day{1};
    const DateRange around{person.business_date - day, person.business_date + 2 * day};
    if (!post.empty() && !is_resident(book, person.shift) &&
        !is_handed_over(book, shift, post, ended, handovers_of(book, around).handovers)) {
        context.remark(say(N_("No handover was offered in this shift. Who comes reads what happened with: onduty log "
                              "--shift {0}"),
                           person.shift));
    }
}

int leave_duty(Context& context, const OutOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Presence person = who_goes_off(recording, options.name);
    const std::string who = book.name_of("staff", person.person);
    Entry entry = draft_off(recording, person);
    entry.note = tidy_note(options.note);
    const auto stale = entry.happened_at ? std::nullopt : stale_since(book, person);
    const std::vector<Entry> offers = open_offers(book);
    const Entry stored = recording.append(entry);
    const Instant until = stale.value_or(entry.told_at());
    const int code =
        recording.finish(stored, say(N_("{0} off duty after {1}."), who, duration_text(until - person.since)));
    if (stale) {
        context.remark(say(N_("Nobody signed {0} off in time: the shift counts until {1}. If it ended at another time: "
                              "onduty checkin out {2} --at \"{3}\" --reason \"forgot to sign off\""),
                           who, full_text(book.zone(), *stale), person.person, date_time_text(book.zone(), *stale)));
    }
    if (const auto again = recording.store().on_duty(person.person); again && !context.options.dry_run) {
        context.remark(say(N_("That was the shift of {0}. {1} is on duty since {2}."),
                           full_text(book.zone(), person.since), who, full_text(book.zone(), again->since)));
    }
    remark_what_is_left(recording, person, until);
    for (const Entry& offer : offers) {
        if (offer.actor == person.person) {
            context.remark(say(N_("Nobody has accepted the handover of entry {0} yet: {1} stays responsible until "
                                  "somebody does. Who leaves without relief answers together with who comes."),
                               offer.number, who));
        }
    }
    remark_loans(book, [&](const Loan& loan) { return loan.person == person.person; });
    return code;
}

int leave(Context& context, const OutOptions& options) {
    if (is_visit_code(options.name)) {
        return leave_site(context, options);
    }
    if (options.forgotten) {
        throw UsageError{say(N_("--forgotten is of a visit, such as V1. Who did not sign off says when he went: --at "
                                "TIME --reason \"...\""))};
    }
    return leave_duty(context, options);
}

void declare_out(OptionList& list, OutOptions& options) {
    list.needed_word("name", &options.name, tr("Name, number or alias of a person, or a V number"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
    list.flag("--forgotten", &options.forgotten, tr("The visit is gone, but nobody logged when"));
}

}  // namespace

constexpr ActionSpec kCheckinOut =
    action<declare_out, leave>("out", "离开 下岗 离岗 下班", N_("Off duty, or off the site"));

}  // namespace onduty
