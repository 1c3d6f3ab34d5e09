// SPDX-License-Identifier: MIT
#include "staff/cover.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/rights.hpp"
#include "log/shifts.hpp"
#include "staff/kinds.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

// Who types it: another, or the person himself.
std::string typist_code(Book& book, const Word& person) {
    const std::string& by = book.context().options.by;
    return by.empty() ? person.code : book.resolve("staff", N_("person"), by).code;
}

}  // namespace

void CoverOptions::add_to(OptionList& list) {
    list.flag("--cover", &covers,
              tr("For once, at a post that the plan does not give the person; with --reason \"...\""));
    list.option("--agreed", &agreed, "NAME", tr("Who agreed to that, of those who may change the plan"));
}

void Cover::put_into(Entry& entry) const {
    if (posts.count(entry.post) > 0) {
        entry.flag = flag::kCover;
        entry.fields.add_code(kAgreed, agreed);
    }
}

bool is_planned_at(const Word& person, const std::string& post) {
    const std::vector<std::string> posts = split_words(person.detail);
    return posts.empty() || std::find(posts.begin(), posts.end(), post) != posts.end();
}

std::string cover_command(Book& book, const Word& person, const std::string& post) {
    const std::vector<Word> who = who_may(book, Right::plan);
    const bool needs_another = !who.empty() && !may(book, typist_code(book, person), Right::plan);
    return "onduty checkin staff " + person.code + " --post " + post + " --cover --reason \"...\"" +
           (needs_another ? " --agreed " + who.front().code : "");
}

Cover cover_of(Recording& recording, const Word& person, const std::vector<std::string>& posts,
               const CoverOptions& options) {
    Book& book = recording.book();
    Cover cover;
    if (!options.covers) {
        if (!options.agreed.empty()) {
            throw UsageError{say(N_("--agreed goes with --cover."))};
        }
        return cover;
    }
    std::copy_if(posts.begin(), posts.end(), std::inserter(cover.posts, cover.posts.end()),
                 [&](const std::string& post) { return !is_planned_at(person, post); });
    if (cover.posts.empty()) {
        throw Refusal{say(N_("The plan has {0} at this post. Leave out --cover."), person.name)};
    }
    if (!is_reason(tidy_note(book.context().options.reason))) {
        throw UsageError{say(N_("Why does {0} stand in? Add --reason \"...\", four letters or more."), person.name)};
    }
    const std::vector<Word> who = who_may(book, Right::plan);
    cover.agreed =
        options.agreed.empty() ? typist_code(book, person) : book.resolve("staff", N_("person"), options.agreed).code;
    if (who.empty()) {
        recording.mark(mark::kAlone);
        cover.agreed = options.agreed.empty() ? "" : cover.agreed;
    } else if (!may(book, cover.agreed, Right::plan)) {
        throw Refusal{say(N_("The plan does not give {0} this post: somebody who may change the plan types it, or "
                             "agrees, with --agreed {1}."),
                          person.name, who.front().code) +
                      who_may_words(book, who, false)};
    } else if (!may(book, typist_code(book, person), Right::plan)) {
        recording.mark(mark::kOwnWord);
    }
    return cover;
}

std::vector<std::string> posts_covered(Book& book, const Presence& present) {
    std::set<std::string> covered;  // as he took each last
    EntryQuery turns;
    turns.shifts_of = present.person;
    turns.first = present.shift;
    turns.header_only = true;
    each_amended(book.store(), turns, [&](const Entry& turn) {
        if (comes_to_post(turn) && (turn.number == present.shift || turn.shift == present.shift)) {
            turn.flag == flag::kCover ? void(covered.insert(turn.post)) : void(covered.erase(turn.post));
        }
    });
    std::vector<std::string> posts = present.posts;
    std::erase_if(posts, [&](const std::string& post) { return covered.count(post) == 0; });
    return posts;
}

}  // namespace onduty
