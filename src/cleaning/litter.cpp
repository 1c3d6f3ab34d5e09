// SPDX-License-Identifier: MIT
// clean litter: found and removed, at most an hour apart.
#include <map>

#include "cleaning/actions.hpp"
#include "cleaning/clean.hpp"
#include "cleaning/kinds.hpp"
#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct LitterOptions {
    std::string part;
    std::string area;
    std::string words;
};

int find_litter(Context& context, const LitterOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Word area = book.point_told(N_("area"), options.area);
    Entry entry = recording.draft(kind::kLitter, recording.on_duty_person("cleaner"));
    entry.subject = area.code;
    entry.note = tidy_note(options.words);
    const Entry stored = recording.append(entry);
    const CleaningMatter matter{stored.number, true, 0, area.code, stored.note, stored.actor, stored.told_at()};
    const auto slot = matter_slot(book, matter);
    const std::string what = shown_safely(matter_words(book, matter));
    const int code =
        recording.finish(stored, slot ? say(N_("Litter, {0}; gone by {1}."), what, clock_text(book.zone(), slot->due))
                                      : say(N_("Litter, {0}."), what));
    if (!context.options.dry_run) {
        context.remark(say(N_("When removed: onduty clean litter removed {0}"), matter_typed(book, matter)));
    }
    return code;
}

int remove_litter(Context& context, const LitterOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const CleaningMatter matter = matter_named(book, options.area, true);
    const Presence person = recording.on_duty_person("cleaner");
    const Entry stored = append_matter_done(recording, person, matter, tidy_note(options.words));
    return recording.finish(stored, matter_done_words(book, matter, stored));
}

int litter(Context& context, const LitterOptions& options) {
    static const std::map<std::string, bool> kParts{
        {"found", true}, {"发现", true}, {"removed", false}, {"清除", false}};
    const auto part = kParts.find(lower_case(plain_form(options.part)));
    if (part == kParts.end()) {
        throw UsageError{say(N_("clean litter takes found or removed, not \"{0}\".{1}"), options.part,
                             suggestion(options.part, {"found", "removed", "发现", "清除"}))};
    }
    return part->second ? find_litter(context, options) : remove_litter(context, options);
}

void declare_litter(OptionList& list, LitterOptions& options) {
    list.needed_word("part", &options.part, tr("found or removed"));
    list.needed_word("area", &options.area, tr("Which area; when removed also its number: L58"));
    list.word("words", &options.words, tr("What it is, or a remark"));
}

}  // namespace

constexpr ActionSpec kCleanLitter =
    action<declare_litter, litter>("litter", "垃圾", N_("Litter is found, and removed"));

}  // namespace onduty
