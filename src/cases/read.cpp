// SPDX-License-Identifier: MIT
#include "cases/read.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/machine_words.hpp"
#include "book/thread.hpp"
#include "book/withdrawal.hpp"
#include "cases/kinds.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "visits/caller.hpp"

namespace onduty {

namespace {

// What is said of a case that comes from another entry and was not said anew.
void take_over(const Entry& from, NewCase& wanted) {
    if (wanted.words.empty()) {
        const auto visit = visit_of(from.fields);
        wanted.words = !from.note.empty() ? from.note : visit ? visit->purpose : std::string{};
    }
    for (const PersonalField& field : personal_of(from.fields)) {
        std::string* empty = field.field == "name" ? &wanted.name : field.field == "phone" ? &wanted.phone : nullptr;
        if (empty != nullptr && empty->empty()) {
            *empty = field.value;
        }
    }
}

}  // namespace

std::string accused_named(Book& book, const std::string& typed) {
    return book.resolve_ever("staff", N_("person"), typed).code;
}

Entry open_case(Recording& recording, const Presence& person, const NewCase& given) {
    Book& book = recording.book();
    NewCase wanted = given;
    if (wanted.from != 0) {
        const Entry from = as_corrected(book.store(), book.entry(wanted.from));
        refuse_withdrawn(book, wanted.from);
        if (const EntryNumber before = case_from(book, wanted.from)) {
            throw Refusal{say(N_("Entry {0} led to {1} already. Add to it: onduty complain act {1} \"...\""),
                              wanted.from, case_code(book.store().case_file(before).value_or(CaseFile{}).sequence))};
        }
        take_over(from, wanted);
    }
    Entry entry = recording.draft(kind::kCase, person);
    entry.about = wanted.from;
    entry.subject = wanted.sort;
    entry.note = tidy_note(wanted.words);
    entry.flag = wanted.accepted ? "" : case_flag::kByItself;
    if (entry.note.empty()) {
        throw UsageError{say(N_("What is it about? Say it in a few words: onduty complain new \"...\""))};
    }
    Details details;
    CaseFile& file = details.case_file.emplace();
    file.sequence = book.store().next_case_sequence();
    file.severity =
        wanted.severity != 0 ? wanted.severity : book.plan(&Plan::cases, entry.plan).default_level(wanted.sort);
    file.channel = wanted.channel;
    file.place = wanted.place;
    file.unit = tidy_note(wanted.unit);
    file.against = wanted.against;
    file.remedy_asked = tidy_note(wanted.remedy_asked);
    file.reference = tidy_note(wanted.reference);
    if (!wanted.name.empty()) {
        details.personal.push_back({"name", tidy_note(wanted.name)});
    }
    if (!wanted.phone.empty()) {
        details.personal.push_back({"phone", checked_phone(wanted.phone)});
    }
    details.lines = wanted.lines;
    return recording.append(entry, details);
}

std::string open_found_case(Recording& recording, const Presence& person, const NewCase& wanted) {
    for (const Case& one : open_cases(recording.book())) {
        // What was resolved and shows again was not put right, or broke anew.
        if (one.resolution() == nullptr && one.sort == wanted.sort && one.file.place == wanted.place &&
            one.words == tidy_note(wanted.words)) {
            return say(N_("Open already: {0}."), case_code(one.file.sequence));
        }
    }
    const Entry stored = open_case(recording, person, wanted);
    const std::string code = case_code(recording.store().case_file(stored.number).value_or(CaseFile{}).sequence);
    return say(wanted.sort == sort::kRepair ? N_("Repair {0}.") : N_("Finding {0}."), code);
}

namespace {

void add_finding(Book& book, const char* count_kind, Case one, std::vector<OpenFinding>& findings) {
    const auto count = one.from == 0 || one.resolution() != nullptr ? std::nullopt : book.store().entry(one.from);
    if (count && count->kind == count_kind) {
        std::vector<Line> lines = book.store().lines(one.entry);
        // One that was opened by somebody upon a count is about all of it.
        lines = lines.empty() ? lines_of(fields_now(book.store(), count->number)) : lines;
        findings.push_back({std::move(one), *count, std::move(lines)});
    }
}

}  // namespace

std::vector<OpenFinding> open_findings(Book& book, const char* count_kind) {
    std::vector<OpenFinding> findings;
    for (Case& one : open_cases(book)) {
        add_finding(book, count_kind, std::move(one), findings);
    }
    return findings;
}

std::vector<OpenFinding> open_findings(Book& book, const char* count_kind, const std::vector<EntryNumber>& cases,
                                       EntryNumber last) {
    std::vector<OpenFinding> findings;
    CaseReader reader{book, cases.empty() ? 0 : cases.front()};
    for (const EntryNumber number : cases) {
        auto one = reader.read_up_to(number, last);
        if (one && !one->archived) {
            add_finding(book, count_kind, std::move(*one), findings);
        }
    }
    return findings;
}

EntryNumber case_from(Book& book, EntryNumber from) {
    EntryQuery query;
    query.thread_of = from;
    query.kind = kind::kCase;
    EntryNumber found = 0;
    each_amended(book.store(), query, [&](const Entry& entry) { found = entry.about == from ? entry.number : found; });
    return found;
}

CaseReader::CaseReader(Book& book, EntryNumber first) : threads_{book.store().threads()} {
    EntryQuery later;
    later.rare_kinds = {kind::kCorrection, kind::kVoid};
    later.first = first;
    book.store().each(later, [&](const Entry& entry) { amendments_.add(entry); });
}

namespace {

// Takes in the next entry of the thread of case `number`.
void add_to(std::optional<Case>& one, EntryNumber number, const Entry& entry) {
    if (entry.number == number && entry.kind == kind::kCase) {
        one = begin_case(entry, case_file_of(entry.fields).value_or(CaseFile{}));
    } else if (one && entry.about == number && action_of(entry.kind)) {
        add_step(*one, entry, case_step_of(entry.fields).value_or(CaseStep{}));
    }
}

}  // namespace

bool only_the_accused(Book& book, const Case& one, int version) {
    const std::string& post = plan_of(book, one).cases.severity(one.severity).follow_up_by;
    const std::vector<Person>& staff = book.plan(&Plan::staff, version);
    return !post.empty() && !one.file.against.empty() &&
           std::all_of(staff.begin(), staff.end(), [&](const Person& person) {
               const bool of_post = person.posts.empty() ||
                                    std::find(person.posts.begin(), person.posts.end(), post) != person.posts.end();
               return !person.active || !of_post || person.code == one.file.against;
           });
}

CaseMove move_of(Book& book, const Case& one, const Entry& step) {
    const bool follow_up = step.kind == kind::kCaseFollowUp;
    return {action_of(step.kind).value(),
            time_of(step),
            step.actor,
            step.post,
            follow_up ? step.subject : "",
            follow_up ? step.result : "",
            step.happened_at.has_value(),
            follow_up && only_the_accused(book, one, step.plan),
            step.fields.find(mark::kAlone) != nullptr};
}

namespace {

// Whether the case was archived when it was opened again by this step.
bool was_archived(Book& book, const Entry& reopening) {
    bool archived = false;
    for (const Entry& step : thread_at(book, reopening)) {
        archived = step.kind == kind::kCaseArchive || (archived && step.kind != kind::kCaseReopen);
    }
    return archived;
}

}  // namespace

bool case_fits(Book& book, std::span<const Entry> before, const Entry& step) {
    std::optional<Case> one;
    for (const Entry& entry : before) {
        add_to(one, step.about, entry);
    }
    return one && hindrance(*one, move_of(book, *one, step), plan_of(book, *one).cases) == Hindrance::none &&
           (step.kind != kind::kCaseReopen || one->archived || !was_archived(book, step));
}

std::optional<Case> CaseReader::read(EntryNumber number, std::optional<Date> until) {
    return read_those(number, [&](const Entry& entry) { return !until || entry.business_date < *until; });
}

std::optional<Case> CaseReader::read_up_to(EntryNumber number, EntryNumber last) {
    return read_those(number, [&](const Entry& entry) { return entry.number <= last; });
}

std::optional<Case> CaseReader::read_those(EntryNumber number, const std::function<bool(const Entry&)>& counts) {
    std::optional<Case> one;
    const auto take = [&](const Entry& entry) {
        if (counts(entry)) {
            add_to(one, number, entry);
        }
    };
    threads_.each(number, [&](const Entry& stored) {
        if (amendments_.leaves_out(stored)) {
            return;
        }
        if (!amendments_.corrects(stored.number)) {
            take(stored);
            return;
        }
        Entry entry = stored;
        amendments_.amend(entry);
        take(entry);
    });
    return one;
}

void CaseReader::each(const std::vector<EntryNumber>& entries, const std::function<void(Case)>& visit) {
    constexpr std::size_t kAtOnce = 256;
    std::vector<Case> cases;
    for (auto begin = entries.begin(); begin != entries.end();) {
        const auto end = entries.end() - begin > static_cast<std::ptrdiff_t>(kAtOnce) ? begin + kAtOnce : entries.end();
        for (; begin != end; ++begin) {
            if (auto one = read(*begin)) {
                cases.push_back(std::move(*one));
            }
        }
        threads_.release();
        for (Case& one : cases) {
            visit(std::move(one));
        }
        cases.clear();
    }
}

std::vector<EntryNumber> open_case_entries(Book& book) {
    std::vector<EntryNumber> open;
    for (const auto& [number, kind] : book.store().open_matters()) {
        if (kind == kind::kCase) {
            open.push_back(number);
        }
    }
    return open;
}

std::vector<Case> open_cases(Book& book) {
    const std::vector<EntryNumber> open = open_case_entries(book);
    std::vector<Case> cases;
    if (!open.empty()) {
        CaseReader{book, open.front()}.each(open, [&](Case one) { cases.push_back(std::move(one)); });
    }
    return cases;
}

Case case_named(Book& book, const std::string& typed) {
    const auto number = read_number(typed, 'C');
    if (!number) {
        throw UsageError{say(
            N_("\"{0}\" is not the number of a case such as C7. The numbers show in: onduty complain list"), typed)};
    }
    const EntryNumber entry = book.store().case_entry(*number);
    if (entry == 0) {
        const std::int64_t last = book.store().next_case_sequence() - 1;
        if (*number <= last && *number > 0) {
            throw Refusal{
                say(N_("C{0} comes from an import that does not count: it is not ended, or was withdrawn. See: onduty "
                       "log --kind import"),
                    *number)};
        }
        throw UsageError{last == 0 ? say(N_("There are no cases yet. The first: onduty complain new \"...\""))
                                   : say(N_("There is no case C{0}; the last one is C{1}."), *number, last)};
    }
    auto one = CaseReader{book, entry}.read(entry);
    if (!one) {
        throw Refusal{say(N_("C{0} was withdrawn. What became of it: onduty log {1}"), *number, entry)};
    }
    return std::move(*one);
}

CaseTerms plan_of(Book& book, const Case& one) {
    return {book.plan(&Plan::cases, one.plan), book.plan(&Plan::calendar, one.plan)};
}

std::string case_code(std::int64_t sequence) {
    return "C" + std::to_string(sequence);
}

std::string case_line(const Case& one) {
    return say(N_("{0} {1}, severity {2}: {3}"), case_code(one.file.sequence), shown_word(one.sort), one.severity,
               shown_safely(one.words));
}

std::string case_next(Book& book, const Case& one) {
    const auto next = next_action(one, plan_of(book, one).cases);
    if (!next) {
        return {};
    }
    const std::string code = case_code(one.file.sequence);
    switch (*next) {
        case CaseAction::assess:
            return "onduty complain assess " + code + " --severity N";
        case CaseAction::assign:
            return "onduty complain assign " + code + " NAME";
        case CaseAction::dispatch:
            return "onduty complain dispatch " + code + " POST";
        case CaseAction::resume:
            return "onduty complain resume " + code;
        case CaseAction::sign:
            return "onduty complain sign " + code + " NAME ...";
        case CaseAction::follow_up:
            return "onduty complain follow " + code + " --way " +
                   plan_of(book, one).cases.severity(one.severity).follow_up_channel + " --verdict ...";
        case CaseAction::cause:
            return "onduty complain cause " + code + " CODE \"...\"";
        case CaseAction::archive:
            return "onduty complain archive " + code;
        default:
            return "onduty complain resolve " + code + " \"...\"";
    }
}

}  // namespace onduty
