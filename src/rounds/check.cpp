// SPDX-License-Identifier: MIT
// patrol check: goes through a checklist; every item is ok, fixed, a fault or not applicable.
#include "rounds/actions.hpp"
#include "rounds/check_answers.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

struct CheckOptions {
    std::string checklist;
    AnswerOptions answers;
};

int list_items(Context& context, const Checklist& checklist, const std::vector<ChecklistItem>& items) {
    if (!print_items(context, checklist.name, items)) {
        return kDone;
    }
    context.print(say(N_("All in order: onduty patrol check {0} all"), checklist.code));
    constexpr std::size_t kNamed = 7;  // items in the long example
    context.print(
        items.size() >= kNamed
            ? say(N_("Otherwise:    onduty patrol check {0} 1-3 5 --fixed 4=\"...\" --fault 6=\"...\" --na 7=\"...\""),
                  checklist.code)
            : say(N_("Otherwise:    onduty patrol check {0} --fault 1=\"...\""), checklist.code));
    return kDone;
}

int record_check(Recording& recording, const Checklist& checklist, const AnswerOptions& options) {
    const std::vector<ChecklistItem> items = items_now(recording.book(), checklist);
    const Answers answers = read_answers(options, items.size());
    const Presence person = recording.on_duty_person(checklist.post);
    const StoredCheck stored = append_check(recording, person, checklist, items, answers);
    const CheckSums sums = sums_of(items, answers);
    recording.finish(stored.entry, sums.words(checklist.name, checklist.scored) +
                                       (stored.repairs.empty() ? "" : " " + stored.repairs));
    return sums.missing.empty() ? kDone : kFound;
}

int go_through(Context& context, const CheckOptions& options) {
    const auto chosen = [&](Book& book) -> const Checklist& {
        const std::vector<Checklist>& all = book.plan(&Plan::checklists, book.version_told());
        if (options.checklist.empty() && all.size() == 1) {
            return all.front();
        }
        if (options.checklist.empty()) {
            throw UsageError{say(N_("Which checklist? onduty plan shows their names."))};
        }
        const Checklist& checklist =
            book.part_meant(&Plan::checklists, "checklist", N_("checklist"), options.checklist);
        if (checklist.person) {
            throw Refusal{say(N_("{0} is about a person. Type: onduty checkin inspect NAME {1}"), checklist.name,
                              checklist.code)};
        }
        return checklist;
    };
    if (options.answers.empty()) {
        Book book{context, Store::Mode::read};
        const Checklist& checklist = chosen(book);
        return list_items(context, checklist, items_now(book, checklist));
    }
    Recording recording{context};
    return record_check(recording, chosen(recording.book()), options.answers);
}

void declare_check(OptionList& list, CheckOptions& options) {
    list.word("checklist", &options.checklist, tr("Name or code of the checklist"));
    options.answers.add_to(list);
}

}  // namespace

constexpr ActionSpec kPatrolCheck =
    action<declare_check, go_through>("check", "检查", N_("Go through a checklist, such as the closing check"));

}  // namespace onduty
