// SPDX-License-Identifier: MIT
// complain archive, reopen: a case is closed for good, or goes on after all.
#include "cases/actions.hpp"
#include "cases/moves.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct ArchiveOptions {
    std::string number;
    std::string words;
};

int archive(Context& context, const ArchiveOptions& options) {
    Recording recording{context};
    Case one = case_named(recording.book(), options.number);
    StepFields fields;
    fields.note = options.words;
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::archive, fields);
    return finish_step(recording, one, stored, tr("archived; from now on it is read-only."));
}

int reopen(Context& context, const ArchiveOptions& options) {
    if (!is_reason(context.options.reason)) {
        throw UsageError{say(N_("Why does it go on? Add --reason \"...\" of four letters or more."))};
    }
    Recording recording{context};
    Case one = case_named(recording.book(), options.number);
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::reopen, {});
    return finish_step(recording, one, stored, say(N_("reopened: {0}."), shown_safely(stored.reason)));
}

void declare_archive(OptionList& list, ArchiveOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    list.word("words", &options.words, tr("A remark"));
}

void declare_reopen(OptionList& list, ArchiveOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
}

}  // namespace

constexpr ActionSpec kComplainArchive =
    action<declare_archive, archive>("archive", "归档", N_("It is closed for good"));
constexpr ActionSpec kComplainReopen = action<declare_reopen, reopen>("reopen", "重开", N_("It goes on after all"));

}  // namespace onduty
