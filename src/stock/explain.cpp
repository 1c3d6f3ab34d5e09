// SPDX-License-Identifier: MIT
// serve explain: says why a count differed; the count stays as it is.
#include <algorithm>

#include "book/amended.hpp"
#include "book/recording.hpp"
#include "book/withdrawal.hpp"
#include "stock/actions.hpp"
#include "stock/read.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct ExplainOptions {
    std::string number;
    std::string item;
    std::string words;
};

int explain(Context& context, const ExplainOptions& options) {
    const std::string words = tidy_note(options.words);
    if (words.empty()) {
        throw UsageError{say(N_("Say why in a few words."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    const auto number = read_number(options.number);
    const auto count = number ? recording.store().entry(*number) : std::nullopt;
    if (!count || !is_count(*count)) {
        throw UsageError{say(N_("Entry {0} is no count. onduty due shows what is to be explained."), options.number)};
    }
    refuse_withdrawn(book, count->number);
    const Things things = counted_things(book, *count);
    const std::string code = things.code(options.item);
    const std::vector<Line> lines = compared_lines(book, as_corrected(book.store(), *count));
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& one) { return one.item == code; });
    if (line == lines.end() || !differs(*line)) {
        throw Refusal{
            say(N_("In entry {0}, {1} is as it should be. Nothing was recorded."), count->number, things.name(code))};
    }
    Entry entry = recording.draft(kind::kExplanation, recording.on_duty_person());
    entry.about = count->number;
    entry.subject = code;
    entry.note = words;
    auto open = unexplained_lines(book, count->number);
    std::erase_if(open, [&](const Line& one) { return one.item == code; });
    entry.closes = open.empty() ? count->number : 0;
    return recording.finish(recording.append(entry),
                            say(N_("Entry {0}, {1}: {2}."), count->number, things.name(code), shown_safely(words)));
}

void declare_explain(OptionList& list, ExplainOptions& options) {
    list.needed_word("number", &options.number, tr("Number of the count"));
    list.needed_word("item", &options.item, tr("The item that differed"));
    list.needed_word("words", &options.words, tr("Why"));
}

}  // namespace

constexpr ActionSpec kServeExplain = action<declare_explain, explain>("explain", "说明", N_("Why a count differed"));

}  // namespace onduty
