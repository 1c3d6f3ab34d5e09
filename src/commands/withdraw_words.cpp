// SPDX-License-Identifier: MIT
#include "commands/withdraw_words.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/open_entries.hpp"
#include "book/rights.hpp"
#include "book/withdrawal.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

// So many are told in words, more by their numbers.
constexpr std::size_t kToldInWords = 3;

}  // namespace

std::string entry_told(Teller& teller, const Entry& entry) {
    Book& book = teller.book();
    const Entry now = as_corrected(book.store(), book.entry(entry.number));
    return fmt::format("#{} {}", now.number, shown_safely(teller.line(now, "")));
}

bool is_withdrawal(const Entry& entry) {
    return entry.kind == kind::kVoid;
}

bool is_among(const Entry& entry, const std::vector<Entry>& entries) {
    return std::any_of(entries.begin(), entries.end(), [&](const Entry& one) { return one.number == entry.number; });
}

std::string stays_words(Book& book, const Entry& entry) {
    if (has_own_life(entry)) {
        return kind_named(entry.kind)->stays(book, entry);
    }
    Teller teller{book};
    return say(N_("{0} stays, because somebody acted on it since."), entry_told(teller, entry));
}

std::string open_again(Book& book, const OpenMatters& before, const std::vector<Entry>& changed) {
    std::vector<Entry> open;
    for (const auto& [matter, kind] : book.store().open_matters()) {
        if (before.count(matter) > 0 || !is_listed(kind)) {
            continue;
        }
        Entry entry = book.entry(matter);
        if (!is_among(entry, changed)) {
            open.push_back(std::move(entry));
        }
    }
    if (open.empty() || open.size() > kToldInWords) {
        return open.empty() ? "" : " " + say(N_("Open again: {0}."), told_together(book, open));
    }
    const MattersNow now = matters_now(book, open);
    const auto told_now = [&](const Entry& entry) {
        if (is_to_be_signed(entry.kind)) {
            return fmt::format("#{} ", entry.number) +
                   say(N_("{0}: to be signed"), shown_safely(now.at(entry.number).what));
        }
        return fmt::format("#{} {} {}", entry.number, shown_word(entry.kind), shown_safely(now.at(entry.number).what));
    };
    return " " + say(N_("Open again: {0}."), listed(open, told_now, tr("; ")));
}

std::string plan_stays(Book& book, const Entry& entry) {
    EntryQuery rows;
    rows.batch = entry.number;
    rows.kind = kind::kPlan;
    rows.first = entry.number;
    rows.all_batches = true;
    std::int64_t version = 0;
    book.store().each(rows, [&](const Entry& row) { version = row.plan; });
    return version == 0 ? ""
                        : say(N_("What it brought into the plan stays in force, version {0}. A person leaves with: "
                                 "onduty plan remove staff NAME{1}; for the rest: onduty plan export, edit, "
                                 "onduty plan apply"),
                              version, plan_by(book));
}

std::string withdrawal_sentence(Book& book, const std::vector<Entry>& gone, const std::vector<Entry>& changed) {
    const bool back = is_withdrawal(gone.front());
    std::string what = back ? say(N_("Entry {0} counts again."), changed.front().number)
                            : say(N_("Entry {0} withdrawn; it stays readable."), changed.front().number);
    std::vector<Entry> along;
    std::vector<Entry> given_back;
    for (std::size_t i = 1; i < gone.size(); ++i) {
        (is_withdrawal(gone[i]) && !back ? given_back : along).push_back(changed[i]);
    }
    what += along.empty() ? "" : " " + say(N_("With it: {0}."), told_together(book, along));
    what += given_back.empty() ? "" : " " + say(N_("Counts again: {0}."), told_together(book, given_back));
    return what;
}

std::string told_together(Book& book, const std::vector<Entry>& entries) {
    if (entries.size() > kToldInWords) {
        std::set<std::int64_t> numbers;
        for (const Entry& entry : entries) {
            numbers.insert(entry.number);
        }
        return number_list_text(numbers);
    }
    Teller teller{book};
    return listed(
        entries, [&](const Entry& entry) { return entry_told(teller, entry); }, tr("; "));
}

}  // namespace onduty
