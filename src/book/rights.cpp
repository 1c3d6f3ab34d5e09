// SPDX-License-Identifier: MIT
#include "book/rights.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <initializer_list>
#include <set>

#include "book/duty.hpp"
#include "book/was_on_duty.hpp"
#include "text/listed.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

using PostCodes = std::set<std::string>;

PostCodes posts_with(Book& book, Right right) {
    const std::vector<Word> posts = book.store().words("post");
    PostCodes with;
    for (const Word& post : posts) {
        if (gives(post.detail, right)) {
            with.insert(post.code);
        }
    }
    if (std::all_of(posts.begin(), posts.end(), [](const Word& post) { return post.detail.empty(); })) {
        with.insert(kOldSupervisorPost);
    }
    return with;
}

// `posts` as they are kept of a person, with blanks between.
bool works_at(const std::string& posts, const PostCodes& wanted) {
    const std::string padded = " " + posts + " ";
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const std::string& post) { return padded.find(" " + post + " ") != std::string::npos; });
}

bool is_on_duty_at(Book& book, const std::string& person, const PostCodes& posts) {
    const auto presence = book.store().on_duty(person);
    return presence && std::any_of(posts.begin(), posts.end(), [&](const auto& post) { return presence->is_at(post); });
}

// What the right is for, after "may" and "may not".
const char* act_of(Right right) {
    switch (right) {
        case Right::correct:
            return tr("correct for others");
        case Right::explain:
            return tr("explain for others");
        case Right::accept:
            return tr("accept what others say of themselves");
        case Right::sign:
            return tr("countersign");
        case Right::conduct:
            return tr("note conduct");
        case Right::inspect:
            return tr("inspect");
        case Right::assign:
            return tr("say who keeps a customer");
        case Right::reveal:
            return tr("see what is masked");
        case Right::plan:
            return tr("change the plan");
        case Right::clock:
            return tr("say what a wrong clock was");
    }
    return "";
}

// Whether the word is this option, alone or with its value behind "=".
bool is_option(const std::string& word, std::string_view option) {
    return word == option || word.starts_with(std::string{option} + "=");
}

}  // namespace

bool may(Book& book, const std::string& person, Right right) {
    const PostCodes posts = posts_with(book, right);
    const auto word = book.store().word("staff", person);
    return (word && works_at(word->detail, posts)) || is_on_duty_at(book, person, posts);
}

std::vector<Word> who_may(Book& book, Right right, const std::string& without) {
    const PostCodes posts = posts_with(book, right);
    std::vector<Word> who;
    for (Word& word : book.store().words("staff")) {
        if (word.code != without && (works_at(word.detail, posts) || is_on_duty_at(book, word.code, posts))) {
            who.push_back(std::move(word));
        }
    }
    std::stable_partition(who.begin(), who.end(),
                          [&](const Word& word) { return book.store().on_duty(word.code).has_value(); });
    return who;
}

bool is_held(Book& book, Right right) {
    const PostCodes posts = posts_with(book, right);
    return std::any_of(posts.begin(), posts.end(), [&](const std::string& post) { return book.is_staffed(post); });
}

bool may_reveal(Book& book) {
    const std::string& by = book.context().options.by;
    return !by.empty() && (may(book, book.resolve("staff", N_("person"), by).code, Right::reveal) ||
                           who_may(book, Right::reveal).empty());
}

namespace {

// Whom --by names, who is not on duty, is told who there may do it.
void refuse_from_home(Book& book, Right right, const std::vector<Presence>& fitting) {
    const Word person = book.resolve("staff", N_("person"), book.context().options.by);
    const std::vector<Word> who = who_may(book, right);
    if (book.store().on_duty(person.code) || who.empty()) {
        return;
    }
    if (!may(book, person.code, right)) {
        throw may_not(book, person.code, right, who, true);
    }
    throw types_from_home(book, person, fitting);
}

}  // namespace

Presence person_with(Recording& recording, Right right) {
    Book& book = recording.book();
    recording.refuse_who();
    std::vector<Presence> fitting = present_people(book);
    std::erase_if(fitting, [&](const Presence& one) { return !may(book, one.person, right); });
    if (!book.context().options.by.empty()) {
        refuse_from_home(book, right, fitting);
    } else if (fitting.size() == 1) {
        return fitting.front();
    }
    Presence person = recording.named_person();
    need_right(recording, person.person, right);
    return person;
}

void need_right(Recording& recording, const std::string& person, Right right) {
    Book& book = recording.book();
    recording.refuse_who();
    recording.need_named();
    if (may(book, person, right)) {
        return;
    }
    if (const std::vector<Word> who = who_may(book, right); !who.empty()) {
        throw may_not(book, person, right, who, true);
    }
    recording.mark(mark::kAlone);
}

std::string author_with(Recording& recording, Right right, const char* question) {
    Book& book = recording.book();
    const std::string& by = book.context().options.by;
    const std::vector<Word> who = who_may(book, right);
    std::vector<Presence> people;
    if (by.empty()) {
        people = present_people(book);
        std::erase_if(people, [&](const Presence& one) { return !who.empty() && !may(book, one.person, right); });
        if (people.size() != 1) {
            throw UsageError{say(question) + (who.empty() ? std::string{} : who_may_words(book, who, false))};
        }
    }
    const std::string person = by.empty() ? people.front().person : book.resolve("staff", N_("person"), by).code;
    if (who.empty()) {
        recording.mark(mark::kAlone);
    } else if (!may(book, person, right)) {
        throw may_not(book, person, right, who, false);
    }
    return person;
}

std::string plan_author(Recording& recording) {
    Book& book = recording.book();
    const std::string& by = book.context().options.by;
    const std::vector<Word> who = who_may(book, Right::plan);
    if (!by.empty()) {
        const std::string person = book.resolve("staff", N_("person"), by).code;
        if (!who.empty() && !may(book, person, Right::plan)) {
            throw may_not(book, person, Right::plan, who, false);
        }
        return person;
    }
    if (!who.empty()) {
        throw UsageError{say(N_("Who changes the plan? Its author is always named.")) +
                         who_may_words(book, who, false)};
    }
    if (!present_people(book).empty()) {
        throw UsageError{say(N_("Who changes the plan? Its author is always named.")) + say(N_(" Add --by NAME."))};
    }
    recording.mark(mark::kAlone);
    return "-";
}

std::string plan_by(Book& book) {
    const std::vector<Word> who = who_may(book, Right::plan);
    return who.empty() ? "" : " --by " + who.front().code;
}

namespace {

// What was typed without these options, the other words as `word_at` says them by their places.
std::string typed_again(const Context& context, std::initializer_list<const char*> without,
                        const std::function<std::string(std::size_t)>& word_at) {
    std::string command = "onduty";
    for (std::size_t i = 0; i < context.typed.size(); ++i) {
        const std::string& word = context.typed[i];
        if (std::any_of(without.begin(), without.end(), [&](const char* one) { return is_option(word, one); })) {
            i += word.find('=') == std::string::npos ? 1U : 0U;
        } else {
            command += " " + word_at(i);
        }
    }
    return command;
}

}  // namespace

std::string command_by(const Context& context, const std::string& person, const std::string& more) {
    const std::string command =
        typed_again(context, {"--by", "--who", "--site"}, [&](std::size_t i) { return shell_word(context.typed[i]); });
    return command + (more.empty() ? "" : " " + more) + " --by " + person;
}

std::string command_naming(const Context& context, const std::string& typed, const std::string& instead) {
    constexpr std::array<const char*, 3> kOthers{"--by", "--who", "--reason"};
    bool named = false;
    return typed_again(context, {"--site"}, [&](std::size_t i) {
        const std::string& word = context.typed[i];
        const bool is_value = i > 0 && std::find(kOthers.begin(), kOthers.end(), context.typed[i - 1]) != kOthers.end();
        const bool is_other =
            std::any_of(kOthers.begin(), kOthers.end(), [&](const char* one) { return is_option(word, one); });
        const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
        if (!named && !is_value && word == typed) {
            named = true;
            return instead;
        }
        if (!named && !is_other && equals != std::string::npos && word.substr(equals + 1) == typed) {
            named = true;
            return word.substr(0, equals + 1) + instead;
        }
        return shell_word(word);
    });
}

std::string who_may_words(Book& book, const std::vector<Word>& who, bool needs_duty, const std::string& more) {
    const std::string& first = who.front().code;
    const std::string names = listed(
        who, [](const Word& word) { return word.name; }, tr(", "));
    const std::string command = command_by(book.context(), first, more);
    if (!needs_duty || book.store().on_duty(first)) {
        return say(N_(" Who may: {0}. By one of them: {1}"), names, command);
    }
    return say(N_(" Who may: {0}; nobody of them is on duty. First: {1}\nThen: {2}"), names,
               coming_command(book, first), command);
}

Refusal may_not(Book& book, const std::string& person, Right right, const std::vector<Word>& who, bool needs_duty) {
    return Refusal{say(N_("{0} may not {1}."), book.name_of("staff", person), act_of(right)) +
                   who_may_words(book, who, needs_duty)};
}

}  // namespace onduty
