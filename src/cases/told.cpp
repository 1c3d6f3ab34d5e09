// SPDX-License-Identifier: MIT
#include "cases/told.hpp"

#include "book/machine_words.hpp"
#include "book/open_entries.hpp"
#include "book/teller.hpp"
#include "cases/addressee.hpp"
#include "cases/case_table.hpp"
#include "cases/kinds.hpp"
#include "cases/read.hpp"
#include "cases/words.hpp"
#include "text/translate.hpp"
#include "visits/kinds.hpp"

namespace onduty {

namespace {

std::string first_words(Book& book, const std::string& sort, const CaseFile& file, EntryNumber from) {
    Parts parts{shown_word(sort)};
    parts.add(say(N_("severity {0}"), file.severity));
    parts.add(file.place.empty() ? "" : book.name_of("point", file.place));
    parts.add(file.unit);
    parts.add(file.against.empty() ? "" : say(N_("against {0}"), book.name_of("staff", file.against)));
    parts.add(file.remedy_asked.empty() ? "" : say(N_("asked for {0}"), file.remedy_asked));
    parts.add(from == 0 ? "" : say(N_("from #{0}"), from));
    return std::move(parts).text();
}

std::string step_words(Book& book, const Entry& entry, const CaseStep& step) {
    Parts parts;
    const auto level = [&](const char* words, std::int64_t value) { parts.add(value == 0 ? "" : say(words, value)); };
    level(N_("severity {0}"), step.severity);
    level(N_("safety {0}"), step.safety);
    level(N_("complexity {0}"), step.complexity);
    level(N_("impact {0}"), step.impact);
    parts.add(step.immediate ? tr("at once") : "");
    parts.add(step.owner.empty() ? "" : say(N_("to {0}"), book.name_of("staff", step.owner)));
    const auto action = action_of(entry.kind);
    if (!entry.subject.empty() && action) {
        parts.add(*action == CaseAction::wait        ? shown_wait(entry.subject)
                  : *action == CaseAction::follow_up ? shown_channel(entry.subject)
                  : *action == CaseAction::cause     ? book.name_of("cause", entry.subject)
                  : *action == CaseAction::sign      ? book.name_of("staff", entry.subject)
                  : *action == CaseAction::escalate || *action == CaseAction::dispatch
                      ? addressee_words(book, entry.subject)
                      : entry.subject);
    }
    parts.add(step.remedy.empty() ? "" : say(N_("remedy {0}"), step.remedy));
    parts.add(step.cost == 0 ? "" : say(N_("cost {0}"), money_text(step.cost)));
    return std::move(parts).text();
}

}  // namespace

std::string case_told(Teller& teller, const Entry& entry) {
    Book& book = teller.book();
    const EntryNumber first = entry.kind == kind::kCase ? entry.number : entry.about;
    const CaseFile file =
        (entry.kind == kind::kCase ? case_file_of(entry.fields) : book.store().case_file(first)).value_or(CaseFile{});
    const std::string code = file.sequence == 0 ? "#" + std::to_string(first) : case_code(file.sequence);
    const std::string words = entry.kind == kind::kCase
                                  ? first_words(book, entry.subject, file, entry.about)
                                  : step_words(book, entry, case_step_of(entry.fields).value_or(CaseStep{}));
    return words.empty() ? code : code + " " + words;
}

void stand_cases(Book& book, MattersNow& matters) {
    for (const Case& one : open_cases(book)) {
        CaseFile file = one.file;
        file.severity = one.severity;
        const auto deadline = next_deadline(book, one, book.now());
        matters[one.entry] = {
            joined(case_code(file.sequence) + " " + first_words(book, one.sort, file, one.from), one.words), one.owner,
            deadline ? std::optional{deadline->due} : std::nullopt};
    }
}

std::string case_stays(Book& book, const Entry& entry) {
    const auto one = CaseReader{book, entry.number}.read(entry.number);
    if (!one) {
        return {};
    }
    const std::string code = case_code(one->file.sequence);
    return book.store().open_matters().count(entry.number) == 0
               ? say(N_("{0} stays: onduty complain show {0}"), code)
               : say(N_("{0} stays open. Next: {1}\nIf it should go, too: onduty correct {2} --void --all --reason "
                        "\"...\""),
                     code, case_next(book, *one), entry.number);
}

std::string code_of_case(Book& book, const Entry& entry) {
    for (const EntryNumber number : {entry.number, entry.about}) {
        if (const auto file = number == 0 ? std::nullopt : book.store().case_file(number)) {
            return case_code(file->sequence);
        }
    }
    return {};
}

std::string case_led_to(Book& book, const Entry& entry) {
    const EntryNumber led_to = case_from(book, entry.number);
    return led_to == 0 ? "" : case_code(book.store().case_file(led_to).value_or(CaseFile{}).sequence);
}

std::string case_to_lead(Book& book, const Entry& fault) {
    if (case_from(book, fault.number) != 0) {
        return {};
    }
    const std::string words = fault.note.empty() ? " \"...\"" : "";
    const std::string place = book.store().word("point", fault.subject) ? " --place " + fault.subject : "";
    return say(fault.kind == kind::kLeave
                   ? N_("If it is to be followed up: onduty complain new finding{0} --from {1}{2}")
                   : N_("If it is to be put right: onduty complain new repair{0} --from {1}{2}"),
               words, fault.number, place);
}

}  // namespace onduty
