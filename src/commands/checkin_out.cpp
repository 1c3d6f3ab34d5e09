// SPDX-License-Identifier: MIT
// checkin out: a member of staff goes off duty, or a visit leaves the site.
#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "book/numbered_word.hpp"
#include "cases/read.hpp"
#include "commands/checkin.hpp"
#include "handover/read.hpp"
#include "handover/unhanded.hpp"
#include "loans/read.hpp"
#include "rooms/ended_tours.hpp"
#include "staff/posts.hpp"
#include "staff/shift.hpp"
#include "staff/shortage.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/clean_ups.hpp"
#include "visits/tools.hpp"

namespace onduty {

namespace {

struct OutOptions {
    std::string name;
    std::string note;
    std::vector<std::string> tools;
    bool forgotten = false;
};

// What a contractor brought in is looked for when he leaves. Nobody said that it did.
void tell_of_tools(Book& book, const Visit& visit, EntryNumber departure) {
    const std::vector<Line> tools = tools_brought(book, visit);
    if (!tools.empty()) {
        book.context().remark(say(N_("Brought in: {0}. Check that it leaves, too. If one of them stays: onduty correct "
                                     "{1} --tool {2} --reason \"...\""),
                                  shown_safely(tools_text(tools)), departure, shell_word(tools.front().item + "=0")));
    }
}

// What stays of it is a finding.
std::string find_what_stays(Recording& recording, const Visit& visit, const Presence& person, const Entry& departure) {
    const std::vector<Line> staying = tools_staying(lines_of(departure.fields));
    if (staying.empty()) {
        return {};
    }
    const std::string words = say(N_("left behind by {0}: {1}"), visit_code(visit), shown_safely(tools_text(staying)));
    return " " + say(N_("Stays here: {0}."), shown_safely(tools_text(staying))) + " " +
           open_found_case(recording, person, {.sort = sort::kFinding, .from = departure.number, .words = words});
}

int leave_site(Recording& recording, const OutOptions& options) {
    Book& book = recording.book();
    Context& context = book.context();
    const Visit visit = read_visit(book, visit_named(book, options.name));
    const Presence person = recording.on_duty_person();
    Entry entry = draft_leave(recording, visit, person);
    entry.result = options.forgotten ? result::kForgotten : "";
    entry.note = tidy_note(options.note);
    Details details;
    details.lines = options.tools.empty() ? std::vector<Line>{} : tools_leaving(book, visit, options.tools);
    const Entry stored = recording.append(entry, details);
    recording.follow(stored);
    end_tours(recording, visit, person);
    ask_for_clean_up(recording, visit, person);
    const std::string stays = find_what_stays(recording, visit, person, stored);
    const std::string what = !visit.arrived      ? say(N_("{0} did not come."), visit_code(visit))
                             : options.forgotten ? say(N_("{0} is gone; nobody saw it leave."), visit_code(visit))
                                                 : say(N_("{0} left after {1}."), visit_code(visit),
                                                       duration_text(entry.told_at() - *visit.arrived));
    const int code = recording.finish(stored, what + stays);
    if (!visit.orders().undelivered.empty()) {
        context.remark(say(N_("Not everything that {0} ordered was brought."), visit_code(visit)));
    }
    if (options.tools.empty()) {
        tell_of_tools(book, visit, stored.number);
    }
    remark_loans(book, [&](const Loan& loan) { return loan.visit == visit.number; });
    return code;
}

// What is said of the posts that nobody took over, as the end of the shift stands.
std::vector<std::string> unhanded_words(Book& book, const Presence& person) {
    constexpr std::chrono::days kDay{1};
    Pass pass{book, {person.business_date, person.business_date + kDay}};
    std::vector<EndedShift> left = pass.get<EndedShiftFold>().of(pass.dates());
    std::erase_if(left, [&](const EndedShift& one) { return one.shift.number != person.shift; });
    std::set<std::string> posts;
    for (const EndedShift& one : left) {
        posts.insert(one.handing.post);
    }
    std::erase_if(left, [](const EndedShift& one) { return one.handed_over; });
    if (left.empty()) {
        return {};
    }
    const std::vector<Handover> offers =
        handovers_of(book, {person.business_date - kDay, person.business_date + 2 * kDay}).handovers;
    std::vector<std::string> words;
    std::vector<std::string> unoffered;
    for (const EndedShift& one : left) {
        const std::string& post = one.handing.post;
        if (const Handover* refused = last_refused(one, offers)) {
            words.push_back(say(N_("The handover was refused, entry {0}, and nobody took over. Who comes reads "
                                   "what happened with: onduty log --shift {1}"),
                                refused->answer, person.shift));
        } else if (std::find(unoffered.begin(), unoffered.end(), post) == unoffered.end()) {
            unoffered.push_back(post);
        }
    }
    if (posts.size() == 1 && !unoffered.empty()) {
        words.push_back(say(N_("No handover was offered in this shift. Who comes reads what happened with: "
                               "onduty log --shift {0}"),
                            person.shift));
    } else if (!unoffered.empty()) {
        words.push_back(say(N_("No handover of {0} was offered in this shift. Who comes reads what happened with: "
                               "onduty log --shift {1}"),
                            names_of_posts(book, unoffered), person.shift));
    }
    return words;
}

int leave_duty(Recording& recording, const OutOptions& options) {
    Book& book = recording.book();
    Context& context = book.context();
    const Presence person = who_goes_off(recording, options.name);
    const std::string who = book.name_of("staff", person.person);
    Entry entry = draft_off(recording, person);
    entry.note = tidy_note(options.note);
    const auto stale = entry.happened_at ? std::nullopt : stale_since(book, person);
    const std::vector<Entry> offers = open_offers(book);
    const EntryNumber before = last_end_of(book, person.person, person.shift);
    const Entry stored = recording.append(entry);
    const Instant until = stale.value_or(entry.told_at());
    const std::vector<std::string> unhanded = unhanded_words(book, person);
    const int code =
        recording.finish(stored, say(N_("{0} off duty after {1}."), who, duration_text(until - person.since)));
    if (stale) {
        context.remark(say(N_("Nobody signed {0} off in time: the shift counts until {1}. If it ended at another time: "
                              "onduty checkin out {2} --at TIME --reason \"forgot to sign off\""),
                           who, full_text(book.zone(), *stale), person_typed(book, person.person)));
    }
    if (before != 0) {
        context.remark(say(N_("That counts instead of entry {0}, with which {1} was signed off."), before, who));
    }
    if (const auto again = recording.store().on_duty(person.person); again && !context.options.dry_run) {
        context.remark(say(N_("That was the shift of {0}. {1} is on duty since {2}."),
                           full_text(book.zone(), person.since), who, full_text(book.zone(), again->since)));
    }
    remark_short(book, person.posts, until);
    for (const std::string& words : unhanded) {
        context.remark(words);
    }
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
    Recording recording{context};
    if (is_visit_meant(recording.book(), options.name)) {
        return leave_site(recording, options);
    }
    if (options.forgotten) {
        throw UsageError{
            say(N_("--forgotten is of a visit, such as V1. Who did not sign off says when he went: --at "
                   "TIME --reason \"...\""))};
    }
    if (!options.tools.empty()) {
        throw UsageError{say(N_("--tool is of a contractor who leaves, such as V1."))};
    }
    return leave_duty(recording, options);
}

void declare_out(OptionList& list, OutOptions& options) {
    list.needed_word("name", &options.name, tr("Name, number or alias of a person, or a V number"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
    list.option("--tool", &options.tools, "TOOL=N",
                tr("What of it a contractor takes out again; may be repeated, what is not named stays"));
    list.flag("--forgotten", &options.forgotten, tr("The visit is gone, but nobody logged when"));
}

}  // namespace

constexpr ActionSpec kCheckinOut =
    action<declare_out, leave>("out", "离开 下岗 离岗 下班", N_("Off duty, or off the site"));

}  // namespace onduty
