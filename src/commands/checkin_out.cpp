// SPDX-License-Identifier: MIT
// checkin out: a member of staff goes off duty, or a visit leaves the site.
#include "commands/checkin.hpp"
#include "loans/read.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/words.hpp"
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
    std::string tools;
    for (const Line& line : book.store().lines(visit.arrival)) {
        tools += (tools.empty() ? "" : tr(", ")) + line.item + " " + std::to_string(line.quantity);
    }
    if (!tools.empty()) {
        book.context().remark(say(N_("Brought in: {0}. Check that it leaves, too."), shown_safely(tools)));
    }
}

int leave_site(Context& context, const OutOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = read_visit(book, visit_named(book, options.name));
    if (visit.left) {
        throw Refusal{say(N_("{0} left at {1} already."), visit_code(visit), full_text(book.zone(), *visit.left))};
    }
    const Presence person = recording.on_duty_person();
    Entry entry = recording.draft(kind::kLeave, person);
    const Instant came = visit.arrived.value_or(visit.announced.value_or(entry.told_at()));
    if (entry.told_at() < came) {
        throw Refusal{say(N_("{0} came at {1}, later than that."), visit_code(visit), full_text(book.zone(), came))};
    }
    entry.about = visit.number;
    entry.result = options.forgotten ? result::kForgotten : "";
    entry.note = tidy_note(options.note);
    end_tours(recording, visit, person);
    const Entry stored = recording.append(entry);
    ask_for_clean_up(recording, visit, person);
    const std::string what =
        !visit.arrived      ? say(N_("{0} did not come."), visit_code(visit))
        : options.forgotten ? say(N_("{0} is gone; nobody saw it leave."), visit_code(visit))
                            : say(N_("{0} left after {1}."), visit_code(visit), duration_text(entry.told_at() - came));
    const int code = recording.finish(stored, what);
    if (!visit.undelivered().empty()) {
        context.remark(say(N_("Not everything that {0} ordered was brought."), visit_code(visit)));
    }
    tell_of_tools(book, visit);
    remark_loans(book, [&](const Loan& loan) { return loan.visit == visit.number; });
    return code;
}

int leave(Context& context, const OutOptions& options) {
    return is_visit_code(options.name) ? leave_site(context, options) : leave_duty(context, options.name);
}

void declare_out(OptionList& list, OutOptions& options) {
    list.needed_word("name", &options.name, tr("Name, number or alias of a person, or a V number"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
    list.flag("--forgotten", &options.forgotten, tr("The visit is gone, but nobody logged when"));
}

}  // namespace

constexpr ActionSpec kCheckinOut = action<declare_out, leave>("out", "离开", N_("Off duty, or off the site"));

}  // namespace onduty
