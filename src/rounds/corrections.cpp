// SPDX-License-Identifier: MIT
#include "rounds/corrections.hpp"

#include "book/amended.hpp"
#include "book/needed_words.hpp"
#include "book/withdrawal.hpp"
#include "rounds/companions.hpp"
#include "rounds/open_round.hpp"
#include "rounds/typed_points.hpp"
#include "text/error.hpp"

namespace onduty {

std::string lacks_fault(Book& book, const Entry& entry) {
    return entry.result == result::kFault ? lacks_words(book, entry) : "";
}

std::string lacks_remark(Book& book, const Entry& entry) {
    return entry.result == result::kOk ? "" : lacks_words(book, entry);
}

// One of the round, as it is typed on the way.
void read_point_meant(Correcting& correcting, const std::string& typed) {
    Book& book = correcting.book();
    const WalkedRoute route{book, as_corrected(book.store(), book.entry(correcting.now.about))};
    const std::vector<Word> points = points_typed(book, route, {typed});
    if (points.size() != 1) {
        throw UsageError{
            say(N_("\"{0}\" is more than one point, and entry {1} is one."), typed, correcting.now.number)};
    }
    correcting.now.subject = points.front().code;
}

void read_companion(Correcting& correcting, const std::string& typed) {
    if (takes_out(typed)) {
        throw Refusal{say(N_("Entry {0} is that somebody walked along. If nobody did: {1}"), correcting.now.number,
                          void_command(correcting.book(), correcting.now.number))};
    }
    const Word person = correcting.book().person_told(typed);
    const Entry& now = correcting.now;
    check_companion(correcting.book(), person, {now.actor, now.about, now.told_at()});
    correcting.now.subject = person.code;
}

}  // namespace onduty
