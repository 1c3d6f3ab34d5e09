// SPDX-License-Identifier: MIT
// patrol sign: the supervisor signs rounds, checks and handovers of others (Order 61, art. 25).
#include <algorithm>

#include "book/amended.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/rights.hpp"
#include "book/round_end.hpp"
#include "book/teller.hpp"
#include "book/terminal.hpp"
#include "book/thread.hpp"
#include "book/withdrawal.hpp"
#include "guard/actions.hpp"
#include "guard/clocks.hpp"
#include "guard/kinds.hpp"
#include "guard/read.hpp"
#include "print/table.hpp"
#include "rounds/kinds.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

struct SignOptions {
    std::string what;
    std::vector<std::string> words;  // the result, then a remark
};

struct Signature {
    std::string result = result::kOk;
    std::string note;
};

Signature signature_of(const SignOptions& options) {
    Signature signature;
    auto word = options.words.begin();
    if (word != options.words.end()) {
        if (std::string result = typed_result(kind::kCountersign, *word); !result.empty()) {
            signature.result = std::move(result);
            ++word;
        }
    }
    for (; word != options.words.end(); ++word) {
        signature.note += (signature.note.empty() ? "" : " ") + tidy_note(*word);
    }
    if (signature.result == result::kRefused && signature.note.empty()) {
        throw UsageError{say(N_("Why not? Type: onduty patrol sign {0} refused \"...\""), shell_word(options.what))};
    }
    return signature;
}

std::string name_of_work(Book& book, const Entry& entry) {
    Teller teller{book};
    return kind_named(entry.kind)->signed_as(teller, entry);
}

// What waits to be signed, with who did it.
int list_unsigned(Context& context) {
    Book book{context, Store::Mode::read};
    Table table{{{"number", tr("No."), ColumnKind::integer},
                 {"time", tr("Time"), ColumnKind::code},
                 {"what", tr("What"), ColumnKind::text},
                 {"person", tr("Person"), ColumnKind::text},
                 {"second", tr("Second person"), ColumnKind::text}},
                {}};
    for (const Entry& work : unsigned_work(book)) {
        const std::string second = second_person(book, work.number);
        table.rows.push_back({Cell::of(work.number), Cell::of(date_time_text(book.zone(), work.told_at())),
                              Cell::of(name_of_work(book, work)), Cell::of(book.name_of("staff", work.actor)),
                              Cell::of(second.empty() ? "" : book.name_of("staff", second))});
    }
    if (table.rows.empty() && !context.options.json) {
        context.print(tr("Nothing waits to be countersigned."));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

// The round of its end, the handover of its acceptance: a person types the number that he read last.
Entry signed_entry(Recording& recording, const std::string& typed) {
    const auto number = read_number(typed);
    auto entry = number ? recording.store().entry(*number) : std::nullopt;
    if (entry && entry->kind == kind::kRoundEnd) {
        entry = recording.store().entry(entry->about);
    }
    if (!entry) {
        throw UsageError{
            say(N_("\"{0}\" is no entry, no date and not all. What waits shows: onduty patrol sign"), typed)};
    }
    const Kind* kind = kind_named(entry->kind);
    if (kind == nullptr || kind->signed_as == nullptr) {
        throw UsageError{say(N_("Entry {0} is no round, check or handover."), entry->number)};
    }
    return *entry;
}

// Another who may sign does it; where there is none, what is signed is marked.
void leave_to_another(Recording& recording, const std::string& person, const std::string& why) {
    if (const std::vector<Word> who = who_may(recording.book(), Right::sign, person); !who.empty()) {
        throw Refusal{why + who_may_words(recording.book(), who, true)};
    }
    recording.mark(mark::kAlone);
}

// A round that its guard left waits to be signed although nobody ended it; of any other the end is told first.
void refuse_unended(Recording& recording, const Entry& entry) {
    if (entry.kind != kind::kRoundStart || recording.store().open_matters().count(entry.number) > 0) {
        return;
    }
    const std::vector<Entry> steps = thread_of(recording.book(), entry.number);
    if (std::any_of(steps.begin(), steps.end(), [](const Entry& step) { return step.kind == kind::kRoundEnd; })) {
        return;
    }
    throw Refusal{say(N_("The round of entry {0} is not ended. First: {1}"), entry.number,
                      end_of_round(recording.book(), entry))};
}

void check_signable(Recording& recording, const Entry& entry, const Presence& supervisor) {
    Book& book = recording.book();
    if (is_by(entry, supervisor.person)) {
        leave_to_another(recording, supervisor.person,
                         entry.actor == supervisor.person
                             ? say(N_("{0} did entry {1} and cannot sign it too."),
                                   book.name_of("staff", supervisor.person), entry.number)
                             : say(N_("{0} typed entry {1} and cannot sign it too."),
                                   book.name_of("staff", supervisor.person), entry.number));
    }
    for (const Presence& presence : recording.store().on_duty()) {
        if (presence.round == entry.number) {
            throw Refusal{
                say(N_("The round of entry {0} is open. First: {1}"), entry.number, end_of_round(book, presence))};
        }
    }
    refuse_withdrawn(book, entry.number);
    refuse_unended(recording, entry);
    EntryQuery thread;
    thread.thread_of = entry.number;
    each_amended(recording.store(), thread, [&](const Entry& later) {
        if (later.kind == kind::kCompanion && later.subject == supervisor.person) {
            leave_to_another(recording, supervisor.person,
                             say(N_("{0} was the second person of entry {1} and cannot sign it too."),
                                 book.name_of("staff", supervisor.person), entry.number));
        }
        if (later.kind == kind::kCountersign) {
            throw Refusal{later.result == result::kRefused
                              ? say(N_("{2} refused to sign entry {0}: entry {1}. If that is settled: onduty correct "
                                       "{1} --result ok --reason \"...\""),
                                    entry.number, later.number, book.name_of("staff", later.actor))
                              : say(N_("Entry {0} is countersigned already: entry {1}."), entry.number, later.number)};
        }
    });
}

Entry append_signature(Recording& recording, const Entry& entry, const Presence& supervisor,
                       const Signature& signature) {
    Entry countersign = recording.draft(kind::kCountersign, supervisor);
    countersign.about = entry.number;
    countersign.result = signature.result;
    countersign.note = signature.note;
    // An offer of a handover is open until it is accepted, whoever signs it.
    if (entry.kind == kind::kRoundStart || entry.kind == kind::kCheck) {
        countersign.closes = recording.store().open_matters().count(entry.number) > 0 ? entry.number : 0;
    }
    countersign.business_date = entry.business_date;  // it belongs to the day of what it signs
    return recording.append(countersign);
}

std::string sentence(Book& book, const Entry& entry, const Signature& signature) {
    const std::string what =
        say(N_("{0} of {1}, entry {2}"), name_of_work(book, entry), book.name_of("staff", entry.actor), entry.number);
    if (signature.result == result::kRefused) {
        return say(N_("{0}: NOT signed, {1}."), what, signature.note);
    }
    return signature.note.empty() ? say(N_("{0}: countersigned."), what)
                                  : say(N_("{0}: countersigned, {1}."), what, signature.note);
}

constexpr const char* kOnlyYourOwn =
    N_("What waits is your own, and nobody else may sign. One by one: onduty patrol sign {0}{1}");

int sign_one(Context& context, const SignOptions& options) {
    const Signature signature = signature_of(options);
    Recording recording{context};
    const Entry entry = signed_entry(recording, options.what);
    const Presence supervisor = person_with(recording, Right::sign);
    check_signable(recording, entry, supervisor);
    const Entry stored = append_signature(recording, entry, supervisor, signature);
    return recording.finish(stored, sentence(recording.book(), entry, signature));
}

// Everything that waits, or what waits of one business date; the own work is left to somebody else.
int sign_several(Context& context, const SignOptions& options, bool of_a_date) {
    const Signature signature = signature_of(options);
    if (signature.result == result::kRefused) {
        throw UsageError{say(N_("What is refused is refused one by one: onduty patrol sign NUMBER refused \"...\""))};
    }
    Recording recording{context};
    Book& book = recording.book();
    const Date date = of_a_date ? read_date(options.what, book.today()) : Date{};
    const Presence supervisor = person_with(recording, Right::sign);
    std::vector<std::pair<Entry, Entry>> done;
    std::size_t own = 0;
    EntryNumber first_own = 0;
    const std::vector<Word> others = who_may(book, Right::sign, supervisor.person);
    for (const Entry& work : unsigned_work(book)) {
        if (of_a_date && work.business_date != date) {
            continue;
        }
        if (is_own_work(book, work, supervisor.person)) {
            ++own;
            first_own = first_own == 0 ? work.number : first_own;
            continue;  // where nobody else may, it is signed by its number
        }
        done.emplace_back(work, append_signature(recording, work, supervisor, signature));
    }
    if (done.empty()) {
        throw Refusal{own == 0         ? say(N_("Nothing waits to be countersigned."))
                      : others.empty() ? say(kOnlyYourOwn, first_own, by_words(book, supervisor.person))
                                       : say(N_("What waits is your own.")) + who_may_words(book, others, true)};
    }
    recording.commit();
    for (const auto& [entry, stored] : done) {
        recording.answer(stored, sentence(book, entry, signature));
    }
    if (own > 0) {
        context.remark(others.empty() ? say(kOnlyYourOwn, first_own, by_words(book, supervisor.person))
                                      : say(N_("Left for another supervisor, because it is your own: {0}."), own));
    }
    return kDone;
}

int sign(Context& context, const SignOptions& options) {
    const std::string plain = lower_case(plain_form(options.what));
    if (plain.empty()) {
        return list_unsigned(context);
    }
    if (plain == "all" || plain == "全部" || plain == "全") {
        return sign_several(context, options, false);
    }
    return names_a_date(plain) ? sign_several(context, options, true) : sign_one(context, options);
}

void declare_sign(OptionList& list, SignOptions& options) {
    list.word("entry", &options.what, tr("Number of the round, check or handover; all, or a date: those of it"));
    list.word("words", &options.words, tr("ok or refused, and a remark; ok if left out"));
}

}  // namespace

constexpr ActionSpec kPatrolSign =
    action<declare_sign, sign>("sign", "签字", N_("The supervisor signs rounds, checks and handovers"));

}  // namespace onduty
