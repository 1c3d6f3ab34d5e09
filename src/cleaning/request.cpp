// SPDX-License-Identifier: MIT
// clean request: a post asks for an area to be cleaned.
#include "cleaning/actions.hpp"
#include "cleaning/clean.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/kinds.hpp"

namespace onduty {

namespace {

struct RequestOptions {
    std::string area;
    std::string words;
};

int request(Context& context, const RequestOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Word area = book.point_told(N_("area"), options.area);
    Entry entry = recording.draft(kind::kCleanRequest, recording.on_duty_person());
    entry.subject = area.code;
    entry.note = tidy_note(options.words);
    const Entry stored = recording.append(entry);
    const CleaningMatter matter{stored.number, false, 0, area.code, stored.note, stored.actor, stored.told_at()};
    const auto slot = matter_slot(book, matter);
    const std::string what = shown_safely(matter_words(book, matter));
    const int code =
        recording.finish(stored, slot ? say(N_("{0}: to be cleaned by {1}."), what, clock_text(book.zone(), slot->due))
                                      : say(N_("{0}: to be cleaned."), what));
    if (!context.options.dry_run) {
        context.remark(say(N_("When done: onduty clean done {0}"), matter_typed(book, matter)));
    }
    return code;
}

void declare_request(OptionList& list, RequestOptions& options) {
    list.needed_word("area", &options.area, tr("Which area, a checkpoint of the plan"));
    list.word("words", &options.words, tr("What is to be done there"));
}

}  // namespace

constexpr ActionSpec kCleanRequest =
    action<declare_request, request>("request", "请求", N_("An area is to be cleaned; any post may ask"));

}  // namespace onduty
