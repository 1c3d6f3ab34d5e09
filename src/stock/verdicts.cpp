// SPDX-License-Identifier: MIT
#include "stock/verdicts.hpp"

#include <set>

#include "book/amended.hpp"
#include "book/amending.hpp"
#include "book/machine_words.hpp"
#include "log/corrections.hpp"
#include "stock/kinds.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

std::optional<Entry> end_of(Book& book, EntryNumber batch) {
    EntryQuery query;
    query.rare_kinds = {kind::kDisinfectionEnd};
    query.first = batch;
    std::optional<Entry> end;
    each_amended(book.store(), query, [&](const Entry& entry) {
        if (entry.about == batch) {
            end = entry;
        }
    });
    return end;
}

// The readings and the ends of batches among these, or of these batches.
std::set<EntryNumber> judged(Book& book, std::span<const Entry> changed) {
    std::set<EntryNumber> numbers;
    for (const Entry& entry : changed) {
        if (entry.kind == kind::kReading || entry.kind == kind::kDisinfectionEnd) {
            numbers.insert(entry.number);
        } else if (entry.kind == kind::kDisinfection) {
            if (const auto end = end_of(book, entry.number)) {
                numbers.insert(end->number);
            }
        }
    }
    return numbers;
}

// As the log stands now; "" where no plan knows what it is about.
std::string verdict_now(Book& book, const Entry& entry) {
    if (entry.kind == kind::kReading) {
        const Fridge* fridge = book.part_in(&Plan::fridges, "fridge", entry.subject, entry.plan);
        const std::vector<Line> lines = lines_of(entry.fields);
        if (fridge == nullptr || lines.empty()) {
            return {};
        }
        return is_outside(*fridge, lines.front().quantity) ? result::kFault : result::kOk;
    }
    const Entry batch = as_corrected(book.store(), book.entry(entry.about));
    const Method* method = book.part_in(&Plan::methods, "method", batch.subject, batch.plan);
    return is_long_enough(method, entry.told_at() - batch.told_at()) ? result::kComplete : result::kIncomplete;
}

}  // namespace

bool is_outside(const Fridge& fridge, std::int64_t tenths) {
    return tenths < fridge.least || tenths > fridge.most;
}

bool is_long_enough(const Method* method, std::chrono::milliseconds took) {
    return method == nullptr || took >= method->minutes;
}

std::string put_verdicts_right(Recording& recording, const Presence& person, std::span<const Entry> changed) {
    Book& book = recording.book();
    std::string words;
    for (const EntryNumber number : judged(book, changed)) {
        const Entry original = book.entry(number);
        const Entry now = as_corrected(book.store(), original);
        const std::string verdict = book.store().withdrawn_by(number) == 0 ? verdict_now(book, now) : "";
        if (verdict.empty() || verdict == now.result) {
            continue;
        }
        append_correction(recording, person, original, field::kResult, verdict, false);
        words += (words.empty() ? "" : "\n") +
                 say(N_("Entry {0} is now: {1}."), number, shown_result(original.kind, verdict));
        if (verdict == result::kFault && now.note.empty()) {
            words += " " + say(N_("Say what was done: onduty correct {0} --action \"...\" --reason \"...\""), number);
        }
    }
    return words;
}

}  // namespace onduty
