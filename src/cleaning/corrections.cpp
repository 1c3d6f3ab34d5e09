// SPDX-License-Identifier: MIT
#include "cleaning/corrections.hpp"

#include "book/needed_words.hpp"
#include "cleaning/clean.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

// What the water was treated with, on one line.
Line agent_of(Correcting& correcting) {
    const std::vector<Line> lines = correcting.lines();
    if (lines.empty()) {
        throw Refusal{say(N_("Entry {0} says nothing of an agent. Withdraw it and type it again with --agent and "
                             "--dose."),
                          correcting.now.number)};
    }
    return lines.front();
}

}  // namespace

std::string lacks_finding(Book& book, const Entry& entry) {
    return entry.about == 0 ? "" : lacks_words(book, entry);
}

void read_cleaned(Correcting& correcting, const std::string& typed) {
    Book& book = correcting.book();
    const CleaningBook cleaning{book, book.version_told()};
    const Typed meant = typed_cleaning(book, cleaning, {typed});
    if (meant.items.size() != 1 || !meant.matters.empty()) {
        throw UsageError{say(N_("\"{0}\" is not one item. Which there are: onduty clean"), typed)};
    }
    const CleaningItem& item = cleaning.item(meant.items.front());
    if (item.treatment && correcting.lines().empty()) {
        agent_of(correcting);
    }
    correcting.now.subject = item.code;
    correcting.now.rule = item.code;
}

void read_agent(Correcting& correcting, const std::string& typed) {
    Line agent = agent_of(correcting);
    agent.item = some_words(typed);
    correcting.lines({agent});
}

void read_dose(Correcting& correcting, const std::string& typed) {
    Line agent = agent_of(correcting);
    agent.note = some_words(typed);
    correcting.lines({agent});
}

void read_score(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    if (now.about != 0) {
        throw Refusal{say(N_("Entry {0} is a finding of an inspection and has no score."), now.number)};
    }
    now.result = std::to_string(checked_score(read_number(typed).value_or(0)));
}

}  // namespace onduty
