// SPDX-License-Identifier: MIT
#include "book/due_line.hpp"

#include <algorithm>

namespace onduty {

DueLine& DueLines::add(const Slot& slot, std::string what, std::string next, EntryNumber matter) {
    return lines_.emplace_back(DueLine{.subject = subject_,
                                       .urgency = urgency_of(book_->now(), slot),
                                       .due = slot.due,
                                       .rule = slot.rule == nullptr ? std::string{} : slot.rule->code,
                                       .what = std::move(what),
                                       .next = std::move(next),
                                       .matter = matter,
                                       .on_time_until = slot.on_time_until});
}

void DueLines::add_deadline(const char* event, Instant since, const std::string& what, const std::string& next,
                            EntryNumber matter) {
    if (const auto slot = slot_of_event(book_->history(), book_->zone(), event, since)) {
        add(*slot, what, next, matter);
    }
}

DueLine& DueLines::add_open(EntryNumber matter, const char* event, Instant since, std::string what, std::string next) {
    const auto slot = slot_of_event(book_->history(), book_->zone(), event, since);
    return add(slot ? *slot : lone_slot(since, since, kNever), std::move(what), std::move(next), matter);
}

DueLine& DueLines::add_unexplained(DueCause cause, Instant due, std::string rule, std::string what, std::string next,
                                   EntryNumber matter) {
    return lines_.emplace_back(
        DueLine{subject_, cause, Urgency::unexplained, due, std::move(rule), std::move(what), std::move(next), matter});
}

std::vector<DueLine> DueLines::finish() {
    std::stable_sort(lines_.begin(), lines_.end(), [](const DueLine& a, const DueLine& b) {
        return a.urgency != b.urgency ? a.urgency < b.urgency : a.due < b.due;
    });
    return std::move(lines_);
}

}  // namespace onduty
