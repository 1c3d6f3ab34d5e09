// SPDX-License-Identifier: MIT
// serve linen: bedding and curtains go to the laundry and come back.
#include <algorithm>

#include "book/entry_table.hpp"
#include "book/recording.hpp"
#include "book/typed_lines.hpp"
#include "stock/actions.hpp"
#include "stock/disinfections.hpp"
#include "stock/kinds.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct LinenOptions {
    std::string way;
    std::vector<std::string> words;
    std::string note;
};

std::vector<Line> pieces_typed(const std::vector<std::string>& words) {
    std::vector<Line> lines;
    for (const std::string& word : words) {
        const TypedLine typed = typed_line(word, 1);
        lines.push_back({typed.name, typed.quantity});
    }
    return lines;
}

std::string words_of(const std::vector<Line>& lines) {
    const auto words = [](const Line& line) { return shown_safely(line.item) + " " + std::to_string(line.quantity); };
    return listed(lines, words, tr(", "));
}

int list_linen(Context& context) {
    Book book{context, Store::Mode::read};
    Table table{{{"entry", tr("No."), ColumnKind::integer},
                 {"sent", tr("Sent"), ColumnKind::code},
                 {"missing", tr("Still away"), ColumnKind::text}},
                {}};
    for (const LinenAway& batch : linen_away(book)) {
        table.rows.push_back({Cell::of(batch.sent.number), Cell::of(date_time_text(book.zone(), batch.sent.told_at())),
                              Cell::of(words_of(batch.lines))});
    }
    if (table.rows.empty() && !context.options.json) {
        context.print(tr("No linen is away. It goes with: onduty serve linen sent NAME=4"));
        return kDone;
    }
    print(table, context.options.json ? Format::json : Format::screen, *context.environment.out);
    return kDone;
}

// The batch that comes back: the number typed first, or the only one that is away.
EntryNumber batch_meant(const std::vector<LinenAway>& away, std::vector<std::string>& words) {
    if (const auto number = words.empty() ? std::nullopt : read_number(words.front())) {
        words.erase(words.begin());
        return *number;
    }
    if (away.size() > 1) {
        throw UsageError{say(N_("Which of them? onduty serve linen back NUMBER; onduty serve linen lists them."))};
    }
    return away.front().sent.number;
}

int bring_back(Recording& recording, const LinenOptions& options) {
    const std::vector<LinenAway> away = linen_away(recording.book());
    if (away.empty()) {
        throw Refusal{say(N_("No linen is away. It goes with: onduty serve linen sent NAME=4"))};
    }
    std::vector<std::string> words = options.words;
    const EntryNumber number = batch_meant(away, words);
    const auto batch =
        std::find_if(away.begin(), away.end(), [&](const LinenAway& one) { return one.sent.number == number; });
    if (batch == away.end()) {
        throw Refusal{say(N_("Nothing of entry {0} is away. onduty serve linen lists what is."), number)};
    }
    Details details;
    details.lines = words.empty() ? batch->lines : pieces_typed(words);
    std::vector<Line> missing = batch->lines;
    for (const Line& line : details.lines) {
        const auto sent = std::find_if(batch->lines.begin(), batch->lines.end(),
                                       [&](const Line& one) { return one.item == line.item; });
        if (sent == batch->lines.end() || sent->quantity < line.quantity) {
            throw Refusal{
                say(N_("Of entry {0} these are away: {1}. Nothing was recorded."), number, words_of(batch->lines))};
        }
        missing[static_cast<std::size_t>(sent - batch->lines.begin())].quantity -= line.quantity;
    }
    Entry entry = recording.draft(kind::kLinen, recording.on_duty_person("show-home"));
    entry.subject = linen::kReturned;
    entry.about = number;
    const bool all = std::all_of(missing.begin(), missing.end(), [](const Line& line) { return line.quantity <= 0; });
    entry.closes = all ? number : 0;
    entry.note = tidy_note(options.note);
    return recording.finish(recording.append(entry, details),
                            say(N_("Back from the laundry: {0}, {1} after it went."), words_of(details.lines),
                                duration_text(entry.told_at() - batch->sent.told_at())));
}

int change_linen(Context& context, const LinenOptions& options) {
    const std::string way = lower_case(plain_form(options.way));
    if (way.empty()) {
        return list_linen(context);
    }
    const bool sent = way == linen::kSent || way == "送洗";
    if (!sent && way != linen::kReturned && way != "送回") {
        throw UsageError{say(N_("serve linen takes sent or back, not \"{0}\"."), options.way)};
    }
    if (sent && options.words.empty()) {
        throw UsageError{say(N_("What goes to the laundry? onduty serve linen sent NAME=4"))};
    }
    Recording recording{context};
    if (!sent) {
        return bring_back(recording, options);
    }
    Details details;
    details.lines = pieces_typed(options.words);
    Entry entry = recording.draft(kind::kLinen, recording.on_duty_person("show-home"));
    entry.subject = linen::kSent;
    entry.note = tidy_note(options.note);
    return recording.finish(recording.append(entry, details), say(N_("To the laundry: {0}."), words_of(details.lines)));
}

void declare_linen(OptionList& list, LinenOptions& options) {
    list.word("way", &options.way, tr("sent or back; without it, what is away"));
    list.word("pieces", &options.words, tr("Pieces and how many: sheet=4; of what comes back its number first"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kServeLinen =
    action<declare_linen, change_linen>("linen", "布草", N_("Linen goes to the laundry and comes back"));

}  // namespace onduty
