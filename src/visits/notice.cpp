// SPDX-License-Identifier: MIT
// checkin notice, accept, host, progress: a group is announced, taken over, and looked after.
#include <algorithm>

#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/acceptances.hpp"
#include "visits/actions.hpp"
#include "visits/caller.hpp"
#include "visits/kinds.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

struct NoticeOptions {
    std::string visit;
    std::string words;
    Caller caller;
};

int announce(Context& context, const NoticeOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kNotice, recording.on_duty_person("guard"));
    entry.note = tidy_note(options.words);
    Details details = details_of(book, options.caller);
    details.visit->sequence = recording.store().next_visit_sequence();
    const Entry stored = recording.append(entry, details);
    const int code = recording.finish(stored, arrival_words(book, stored, *details.visit));
    tell_of_earlier(book, details, stored.number);
    return code;
}

// The posts that are to accept it and have not; "" for whichever comes first.
std::vector<std::string> still_to_accept(Book& book, const Visit& visit) {
    std::vector<std::string> posts;
    for (const NoticeAcceptance& one : acceptances_of(visit, book.history(), book.zone())) {
        if (!one.by) {
            posts.push_back(one.post);
        }
    }
    return posts;
}

int accept_notice(Context& context, const NoticeOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = read_visit(book, visit_named(book, options.visit));
    if (!visit.announced) {
        throw Refusal{say(N_("{0} was not announced; there is nothing to accept."), visit_code(visit))};
    }
    const std::vector<std::string> waiting = still_to_accept(book, visit);
    Presence person = recording.on_duty_person(waiting.size() == 1 ? waiting.front() : "");
    // Of several posts one that is to, else the first that has not.
    const auto asked = std::find_first_of(person.posts.begin(), person.posts.end(), waiting.begin(), waiting.end());
    if (asked != person.posts.end()) {
        person = person.at(*asked);
    }
    for (const std::string& post : person.posts) {
        person = visit.accepted.count(person.post) == 0 ? person : person.at(post);
    }
    const auto taken = visit.accepted.find(person.post);
    if (taken != visit.accepted.end()) {
        throw Refusal{say(N_("{0} was accepted by this post at {1} already."), visit_code(visit),
                          full_text(book.zone(), taken->second.done.at))};
    }
    Entry entry = recording.draft(kind::kTakeOver, person);
    entry.about = visit.number;
    const Entry stored = recording.append(entry);
    std::string what = say(N_("{0} accepted by {1}, {2} after the announcement."), visit_code(visit),
                           book.name_of("post", person.post), duration_text(entry.told_at() - *visit.announced));
    std::vector<std::string> others = still_to_accept(book, read_visit(book, visit.number));
    if (!visit.arrived && !others.empty()) {
        const auto name = [&](const std::string& post) { return book.name_of("post", post); };
        what += " " + say(N_("Still to accept: {0}."), listed(others, name, tr(", ")));
    }
    return recording.finish(stored, what);
}

int name_host(Context& context, const NoticeOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = visit_on_site(book, options.visit);
    const Word host = book.person_told(options.words);
    Entry entry = recording.draft(kind::kHost, recording.on_duty_person());
    entry.about = visit.number;
    entry.subject = host.code;
    const Entry stored = recording.append(entry);
    const std::string now = read_visit(book, visit.number).details.host;
    std::string what = say(N_("{0} is with {1}, {2} after the arrival."), visit_code(visit), host.name,
                           duration_text(entry.told_at() - *visit.arrived));
    if (now != host.code) {
        what += " " + say(N_("What was told later holds: {0}."), book.name_of("staff", now));
    }
    return recording.finish(stored, what);
}

int note_progress(Context& context, const NoticeOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = visit_on_site(book, options.visit);
    refuse_of_another_sort(visit, kind::kProgress);
    Entry entry = recording.draft(kind::kProgress, recording.on_duty_person());
    entry.about = visit.number;
    entry.note = tidy_note(options.words);
    return recording.finish(recording.append(entry), say(N_("{0}: {1}."), visit_code(visit), entry.note));
}

void declare_notice(OptionList& list, NoticeOptions& options) {
    list.word("words", &options.words, tr("What the desk should know"));
    options.caller.add_party(list);
    options.caller.add_plate(list);
}

void declare_accept(OptionList& list, NoticeOptions& options) {
    list.needed_word("visit", &options.visit, tr("V number"));
}

void declare_host(OptionList& list, NoticeOptions& options) {
    list.needed_word("visit", &options.visit, tr("V number"));
    list.needed_word("host", &options.words, tr("Who of sales takes them"));
}

void declare_progress(OptionList& list, NoticeOptions& options) {
    list.needed_word("visit", &options.visit, tr("V number"));
    list.needed_word("words", &options.words, tr("How far the work is"));
}

}  // namespace

constexpr ActionSpec kCheckinNotice =
    action<declare_notice, announce>("notice", "预告", N_("The guard announces a group"));
constexpr ActionSpec kCheckinAccept =
    action<declare_accept, accept_notice>("accept", "接单", N_("The desk or bar takes the announcement over"));
constexpr ActionSpec kCheckinHost =
    action<declare_host, name_host>("host", "对接", N_("Somebody of sales takes the group"));
constexpr ActionSpec kCheckinProgress =
    action<declare_progress, note_progress>("progress", "进展", N_("How a contractor's work goes on"));

}  // namespace onduty
