// SPDX-License-Identifier: MIT
// handover accept and refuse: another person answers what was offered; a refusal says why.
#include <algorithm>

#include "book/was_on_duty.hpp"
#include "handover/actions.hpp"
#include "handover/handover.hpp"
#include "handover/kinds.hpp"
#include "plan/deeds.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct AnswerWords {
    std::string offer;
    std::string note;
};

std::string names_of(const std::vector<HandoverItem>& items) {
    return listed(
        items, [](const HandoverItem& item) { return item.name; }, tr(", "));
}

// That counts these, which he would not without more where his own post hands over other things.
std::string count_command(Book& book, const Presence& person, const Entry& offer,
                          const std::vector<HandoverItem>& uncounted) {
    const auto [about, post] = counting(book, person, "");
    const bool his = about == 0 && std::all_of(uncounted.begin(), uncounted.end(),
                                               [&](const HandoverItem& item) { return item.is_of(post); });
    return std::string{"onduty handover count"} + (his ? "" : " --of " + offer.post);
}

int accept_offer(Context& context, const AnswerWords& words) {
    Recording recording{context};
    Book& book = recording.book();
    const auto [offer, person] = answering(recording, words.offer, "accept");
    Entry entry = recording.draft(kind::kHandoverAccept, person);
    entry.about = offer.number;
    const std::vector<HandoverItem> uncounted = uncounted_items(book, offer, entry);
    entry.flag = uncounted.empty() ? "" : flag::kUncounted;
    entry.note = tidy_note(words.note);
    const Entry stored = recording.append(entry);
    std::string what =
        say(N_("{0} accepts the handover of {1}, {2} after the offer."), book.name_of("staff", person.person),
            book.name_of("staff", offer.actor), duration_text(entry.told_at() - offer.told_at()));
    if (is_too_late(book, offer.effective_at(), mark_by(entry))) {
        what += entry.recorded_apart()
                    ? say(N_(" TOO LATE: typed {0} after it."), duration_text(entry.recorded_at - offer.effective_at()))
                    : tr(" TOO LATE.");
    }
    const int code = recording.finish(stored, what);
    if (!context.options.json) {
        context.print(say(N_("Slip: onduty handover slip {0}"), offer_number(book, offer.number)));
    }
    if (!uncounted.empty()) {
        context.remark(say(N_("Not counted before it was accepted: {0}. What is found from now on is the business of "
                              "{1}: {2}"),
                           names_of(uncounted), book.name_of("staff", person.person),
                           count_command(book, person, offer, uncounted)));
    }
    return code;
}

// Who offered it stays responsible, wherever he is by now.
std::string refused_words(Book& book, const std::string& outgoing) {
    const std::string name = book.name_of("staff", outgoing);
    if (!book.store().word("staff", outgoing)) {
        return say(N_("{0} stays responsible, and has left. Tell the supervisor."), name);
    }
    return book.store().on_duty(outgoing)
               ? say(N_("{0} stays responsible and on duty. Tell the supervisor; put it right, then: onduty handover "
                        "offer --by {1}"),
                     name, outgoing)
               : say(N_("{0} stays responsible, and went off duty. Tell the supervisor. Who puts it right comes on "
                        "duty first: {2}, then: onduty handover offer --by {1}"),
                     name, outgoing, coming_command(book, outgoing));
}

int refuse_offer(Context& context, const AnswerWords& words) {
    const std::string reason = tidy_note(words.note);
    if (!is_reason(reason)) {
        throw UsageError{say(N_("Say why: onduty handover refuse \"one radio is missing\""))};
    }
    Recording recording{context};
    Book& book = recording.book();
    const auto [offer, person] = answering(recording, words.offer, "refuse \"...\"");
    Entry entry = recording.draft(kind::kHandoverRefuse, person);
    entry.about = offer.number;
    entry.note = reason;
    const Entry stored = recording.append(entry);
    const int code =
        recording.finish(stored, say(N_("{0} refuses the handover of {1}: {2}."), book.name_of("staff", person.person),
                                     book.name_of("staff", offer.actor), shown_safely(reason)));
    context.remark(refused_words(book, offer.actor));
    return code;
}

void declare_accept(OptionList& list, AnswerWords& words) {
    list.word("offer", &words.offer, tr("Number of the offer or its post, when several wait"));
    list.option("--note", &words.note, "TEXT", tr("A remark"));
}

void declare_refuse(OptionList& list, AnswerWords& words) {
    list.needed_word("reason", &words.note, tr("Why it is not accepted"));
    list.word("offer", &words.offer, tr("Number of the offer or its post, when several wait"));
}

}  // namespace

constexpr ActionSpec kHandoverAccept =
    action<declare_accept, accept_offer>("accept", "接班", N_("Accept what was offered"));
constexpr ActionSpec kHandoverRefuse =
    action<declare_refuse, refuse_offer>("refuse", "拒绝", N_("Refuse it, with the reason"));

}  // namespace onduty
