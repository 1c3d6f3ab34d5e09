// SPDX-License-Identifier: MIT
#include "book/claim.hpp"

#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/clock.hpp"
#include "time/told.hpp"

namespace onduty {

void claim(Book& book, Entry& draft, Instant then) {
    if (!is_late(draft.recorded_at, then, book.grace())) {
        return;
    }
    draft.late = true;
    if (!is_reason(draft.reason)) {
        throw UsageError{
            say(N_("{0} is {1} ago, later than {2} min: say why with --reason \"...\", four letters or more."),
                clock_text(book.zone(), then), duration_text(draft.recorded_at - then), book.grace().count())};
    }
}

}  // namespace onduty
