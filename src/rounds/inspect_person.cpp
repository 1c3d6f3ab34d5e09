// SPDX-License-Identifier: MIT
// checkin inspect: the leader goes through a checklist about a person on duty: grooming, service.
#include <algorithm>
#include <map>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "book/rights.hpp"
#include "book/was_on_duty.hpp"
#include "print/table.hpp"
#include "rounds/actions.hpp"
#include "rounds/check_answers.hpp"
#include "rounds/kinds.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct InspectOptions {
    std::string name;
    std::string checklist;
    AnswerOptions answers;
};

// The one that is named, or the plan's first about a person.
const Checklist& chosen(Book& book, const std::string& typed) {
    const std::vector<Checklist>& all = book.plan(&Plan::checklists, book.version_told());
    if (typed.empty()) {
        const auto first = std::find_if(all.begin(), all.end(), [](const Checklist& list) { return list.person; });
        if (first == all.end()) {
            throw UsageError{
                say(N_("The plan has no checklist about a person. How one is written: man 5 "
                       "onduty-plan"))};
        }
        return *first;
    }
    const Checklist& checklist = book.part_meant(&Plan::checklists, "checklist", N_("checklist"), typed);
    if (!checklist.person) {
        throw UsageError{
            say(N_("{0} is not about a person. Type: onduty patrol check {1}"), checklist.name, checklist.code)};
    }
    return checklist;
}

int list_items(Context& context, const InspectOptions& options) {
    Book book{context, Store::Mode::read};
    const Word person = book.person_told(options.name);
    const Checklist& checklist = chosen(book, options.checklist);
    const std::vector<ChecklistItem> items = items_now(book, checklist);
    const std::string heading = say(N_("{0} of {1}, items this month: {2}"), checklist.name, person.name, items.size());
    if (!print_items(context, heading, items)) {
        return kDone;
    }
    context.print(say(N_("All in order: onduty checkin inspect {0} {1} all"), person.code, checklist.code));
    context.print(
        say(N_("Otherwise:    onduty checkin inspect {0} {1} all --fault 6=\"...\""), person.code, checklist.code));
    context.print(tr("Also --fixed NO=\"...\" (put right at once) and --na NO=\"...\" (does not apply)."));
    return kDone;
}

// Who is on duty, and who of them was inspected today, with the last check of each.
int list_people(Context& context) {
    Book book{context, Store::Mode::read};
    std::map<EntryNumber, Entry> checks;  // the last one, by shift
    EntryQuery today;
    const Date date = book.today();
    today.dates = DateRange{date - std::chrono::days{1}, date + std::chrono::days{1}};
    each_amended(book.store(), today, [&](const Entry& entry) {
        if (entry.kind == kind::kCheck && entry.about != 0) {
            checks[entry.about] = entry;
        }
    });
    Table table{{{"person", tr("Person"), ColumnKind::text},
                 {"post", tr("Post"), ColumnKind::text},
                 {"inspected", tr("Inspected"), ColumnKind::code},
                 {"by", tr("By"), ColumnKind::text},
                 {"next", tr("Type"), ColumnKind::code}},
                {}};
    for (const Presence& presence : book.store().on_duty()) {
        const auto check = checks.find(presence.shift);
        const bool done = check != checks.end();
        table.rows.push_back({Cell::of(book.name_of("staff", presence.person)), Cell::of(posts_text(book, presence)),
                              Cell::of(done ? date_time_text(book.zone(), check->second.told_at()) : ""),
                              Cell::of(done ? book.name_of("staff", check->second.actor) : ""),
                              Cell::of(done ? "" : "onduty checkin inspect " + presence.person)});
    }
    if (table.rows.empty() && !context.options.json) {
        context.print(tr("Nobody is on duty."));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

// Somebody else at the post of the checklist, or with the right to inspect everybody.
Presence inspector(Recording& recording, const Checklist& checklist, const Word& person) {
    Book& book = recording.book();
    recording.refuse_who();
    Presence by = recording.on_duty_person(checklist.post);
    const std::string post = book.name_of("post", checklist.post);
    if (by.person == person.code) {
        throw Refusal{
            say(N_("{0} cannot inspect {0}. Somebody on duty as {1} does: add --by NAME."), person.name, post)};
    }
    if (by.post != checklist.post) {
        need_right(recording, by.person, Right::inspect);
    }
    return by;
}

int inspect(Context& context, InspectOptions options) {
    // The checklist may be left out before the items.
    if (names_items(options.checklist)) {
        options.answers.ok.insert(options.answers.ok.begin(), options.checklist);
        options.checklist.clear();
    }
    if (options.name.empty()) {
        return list_people(context);
    }
    if (options.answers.empty()) {
        return list_items(context, options);
    }
    Recording recording{context};
    Book& book = recording.book();
    const Word person = book.person_told(options.name);
    const Checklist& checklist = chosen(book, options.checklist);
    const std::vector<ChecklistItem> items = items_now(book, checklist);
    const Answers answers = read_answers(options.answers, items.size());
    const Presence present = presence_needed(book, person, std::nullopt);
    const Presence by = inspector(recording, checklist, person);
    const Entry stored = append_check(recording, by, checklist, items, answers, present.shift).entry;
    const CheckSums sums = sums_of(items, answers);
    recording.finish(stored, sums.words(say(N_("{1} of {0}"), person.name, checklist.name), checklist.scored));
    return sums.missing.empty() ? kDone : kFound;
}

void declare_inspect(OptionList& list, InspectOptions& options) {
    list.word("name", &options.name, tr("Who is inspected; none lists who was, and who not"));
    list.word("checklist", &options.checklist, tr("Checklist about a person; the plan's first if left out"));
    options.answers.add_to(list);
}

}  // namespace

constexpr ActionSpec kCheckinInspect =
    action<declare_inspect, inspect>("inspect", "检查", N_("The leader inspects grooming or service"));

}  // namespace onduty
