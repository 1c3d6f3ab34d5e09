// SPDX-License-Identifier: MIT
#include "book/reveal.hpp"

#include "book/rights.hpp"
#include "text/translate.hpp"

namespace onduty {

bool record_reveal(Context& context, const char* what, EntryNumber about) {
    Recording recording{context};
    const std::string person = author_with(recording, Right::reveal, N_("Who looks at it? That is recorded."));
    Entry entry = recording.draft(kind::kReveal, person);  // who looks is not at work by that
    entry.about = about;
    entry.subject = what;
    const Entry stored = recording.append(entry);
    recording.commit();
    if (context.options.dry_run) {
        return false;
    }
    context.remark(
        say(N_("Entry {0} records that {1} saw it."), stored.number, recording.book().name_of("staff", person)));
    return true;
}

bool reveal_if_may(Book& book, const char* what, EntryNumber about) {
    if (!book.is_revealed() && may_reveal(book) && record_reveal(book.context(), what, about)) {
        book.reveal();
    }
    return book.is_revealed();
}

}  // namespace onduty
