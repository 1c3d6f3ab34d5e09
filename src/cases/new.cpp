// SPDX-License-Identifier: MIT
// complain new: a case is taken down, and answered at once where that can be.

#include "book/machine_words.hpp"
#include "cases/actions.hpp"
#include "cases/assessment.hpp"
#include "cases/moves.hpp"
#include "cases/typed_cause.hpp"
#include "cases/words.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/caller.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

struct NewOptions {
    std::vector<std::string> words;
    std::string sort;
    std::string name;
    std::string phone;
    std::string channel;
    std::string place;
    std::string unit;
    std::string against;
    std::string remedy;
    std::string from;
    std::string reference;
    std::string answer;
    std::string cause;
    Assessment assessment;
};

// The number of an entry, or the visit, that the case comes from; 0 for none.
EntryNumber entry_typed(Book& book, const std::string& typed) {
    if (typed.empty()) {
        return 0;
    }
    if (is_visit_code(typed)) {
        return visit_named(book, typed);
    }
    const auto number = read_number(typed);
    if (!number) {
        throw UsageError{say(N_("--from takes the number of an entry or a visit such as V12, not \"{0}\"."), typed)};
    }
    return *number;
}

NewCase wanted_case(Book& book, const NewOptions& options) {
    std::vector<std::string> words = options.words;
    std::string sort = options.sort;
    if (sort.empty() && !words.empty() && is_sort(words.front()) && (words.size() > 1 || !options.from.empty())) {
        sort = words.front();
        words.erase(words.begin());
    }
    NewCase wanted;
    wanted.sort = sort.empty() ? sort::kComplaint : typed_sort(sort);
    for (const std::string& word : words) {
        wanted.words += (wanted.words.empty() ? "" : " ") + word;
    }
    wanted.from = entry_typed(book, options.from);
    wanted.severity = options.assessment.step().severity;
    wanted.place = options.place.empty() ? "" : book.point_told(N_("checkpoint"), options.place).code;
    wanted.against = options.against.empty() ? "" : accused_named(book, options.against);
    wanted.channel = options.channel.empty() ? "" : typed_channel("--channel", options.channel);
    wanted.unit = plain_form(options.unit);
    wanted.remedy_asked = options.remedy;
    wanted.reference = options.reference;
    wanted.name = options.name;
    wanted.phone = options.phone;
    wanted.accepted = true;
    return wanted;
}

// The answer that was given at once, and the archive where nothing else is demanded.
void append_answer(Recording& recording, const Presence& person, Case& one, const NewOptions& options) {
    StepFields fields;
    fields.note = options.answer;
    append_step(recording, person, one, CaseAction::resolve, fields);
    if (!options.cause.empty()) {
        StepFields cause;
        cause.subject = typed_cause(recording.book(), options.cause);
        append_step(recording, person, one, CaseAction::cause, cause);
    }
    if (next_action(one, plan_of(recording.book(), one).cases) == CaseAction::archive) {
        append_step(recording, person, one, CaseAction::archive, {});
    }
}

// The number that it would have had is the next one's.
[[noreturn]] void refuse_answer(const std::string& sort) {
    throw Refusal{rules_of(sort).assess
                      ? say(N_("Nothing was recorded: {0} is not answered before it was assessed and somebody has it. "
                               "Type it without --answer; the answer to that says what comes next."),
                            shown_word(sort))
                      : say(N_("Nothing was recorded: {0} is not answered before somebody has it. Type it without "
                               "--answer, then with its number: onduty complain assign, and onduty complain resolve"),
                            shown_word(sort))};
}

void remark_deadline(Book& book, const Case& one) {
    const CaseTerms plan = plan_of(book, one);
    for (const CaseDeadline& deadline : case_deadlines(one, plan.cases, plan.calendar, book.zone(), book.now())) {
        if (deadline.clock == CaseClock::handle && !deadline.done && !book.context().options.json) {
            book.context().remark(say(N_("To be resolved by {0}."), full_text(book.zone(), deadline.due)));
        }
    }
}

int take_down(Context& context, const NewOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const NewCase wanted = wanted_case(book, options);
    if (options.answer.empty() && !options.cause.empty()) {
        throw UsageError{say(N_("--cause goes with --answer; later: onduty complain cause C7 CODE \"...\""))};
    }
    const Presence person = recording.on_duty_person();
    const Entry first = open_case(recording, person, wanted);
    recording.follow(first);
    Case one = begin_case(first, book.store().case_file(first.number).value_or(CaseFile{}));
    if (!options.assessment.empty()) {
        StepFields fields;
        fields.step = options.assessment.step();
        append_step(recording, person, one, CaseAction::assess, fields);
    }
    if (!options.answer.empty()) {
        try {
            append_answer(recording, person, one, options);
        } catch (const Refusal&) {
            refuse_answer(wanted.sort);
        }
    }
    std::string what = case_line(one) + tr(".");
    what += options.answer.empty() ? "" : " " + say(N_("Answered: {0}."), shown_safely(tidy_note(options.answer)));
    Details known;
    known.personal = book.store().personal(first.number);
    recording.finish(first, what);
    remark_deadline(book, one);
    remark_next(book, one);
    tell_of_earlier(book, known, wanted.from == 0 ? first.number : wanted.from);
    return kDone;
}

void declare_new(OptionList& list, NewOptions& options) {
    list.word("words", &options.words, tr("What it is about; the sort may stand before it: repair \"...\""));
    list.option("--kind", &options.sort, "SORT",
                tr("complaint (if left out), repair, enquiry, opinion, suggestion, finding or lost-property"));
    list.option("--from", &options.from, "NO",
                tr("Entry or visit that it comes from: words, name and phone are taken over"));
    list.option("--name", &options.name, "TEXT", tr("Name of the person; kept apart as personal data"));
    list.option("--phone", &options.phone, "NUMBER", tr("Telephone; kept apart as personal data"));
    list.option("--channel", &options.channel, "WAY", tr("How it came: visit, phone, message, mail or web"));
    list.option("--place", &options.place, "POINT", tr("Checkpoint that it is about"));
    list.option("--unit", &options.unit, "UNIT", tr("House or flat that it is about: 2-1-301"));
    list.option("--against", &options.against, "NAME", tr("Who of the staff is complained about"));
    list.option("--remedy", &options.remedy, "TEXT", tr("What the person asks for"));
    list.option("--reference", &options.reference, "TEXT", tr("Its number in another register"));
    options.assessment.add_to(list);
    list.option("--answer", &options.answer, "TEXT", tr("It was answered at once: how"));
    list.option("--cause", &options.cause, "CODE", tr("With --answer: what it was about, a cause of the plan"));
}

}  // namespace

constexpr ActionSpec kComplainNew =
    action<declare_new, take_down>("new", "新建", N_("A complaint, repair, enquiry ... is taken down"));

}  // namespace onduty
