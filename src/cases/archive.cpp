// SPDX-License-Identifier: MIT
// complain archive, reopen: a case is closed for good, or goes on after all (Y2).
#include "cases/complain.hpp"
#include "cases/moves.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::size_t kShortestReason = 4;  // columns

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
    if (display_width(tidy_note(context.options.reason)) < kShortestReason) {
        throw UsageError{say(N_("Why does it go on? Add --reason \"...\" of a word or more."))};
    }
    Recording recording{context};
    Case one = case_named(recording.book(), options.number);
    const Entry stored = append_step(recording, recording.on_duty_person(), one, CaseAction::reopen, {});
    return finish_step(recording, one, stored, say(N_("reopened: {0}."), shown_safely(stored.reason)));
}

}  // namespace

Action setup_complain_archive(OptionList& list) {
    auto options = std::make_shared<ArchiveOptions>();
    list.needed_word("case", &options->number, tr("Number of the case, such as C7"));
    list.word("words", &options->words, tr("A remark"));
    return [options](Context& context) { return archive(context, *options); };
}

Action setup_complain_reopen(OptionList& list) {
    auto options = std::make_shared<ArchiveOptions>();
    list.needed_word("case", &options->number, tr("Number of the case, such as C7"));
    return [options](Context& context) { return reopen(context, *options); };
}

}  // namespace onduty
