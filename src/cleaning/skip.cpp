// SPDX-License-Identifier: MIT
// clean skip, clean na: an item is not done this time, or does not apply; also said afterwards of what was missed.
#include <algorithm>
#include <set>

#include "book/withdrawal.hpp"
#include "cleaning/actions.hpp"
#include "cleaning/clean.hpp"
#include "plan/names.hpp"
#include "rounds/misses.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct SkipOptions {
    std::vector<std::string> words;
    bool missed = false;
};

// The last word is the reason.
std::string take_reason(SkipOptions& options, const char* action) {
    std::vector<std::string>& words = options.words;
    const std::string reason = words.empty() ? "" : tidy_note(words.back());
    std::vector<std::size_t> numbers;
    const bool forgotten = read_number_list(plain_form(reason), numbers);
    if (words.size() < 2 || forgotten || !is_reason(reason)) {
        if (words.size() > 1 && !forgotten) {
            words.pop_back();
        }
        const std::string items = listed(
            words, [](const std::string& word) { return shell_word(word); }, " ");
        throw UsageError{say(N_("Say why, behind the numbers: onduty clean {0} {1} \"...\""), action,
                             items + (options.missed ? " --missed" : ""))};
    }
    words.pop_back();
    return reason;
}

// An item of the plan by its number, or one that the plan has dropped by its code.
struct Item {
    std::size_t number = 0;  // 0: dropped
    std::string code;
    std::string name;
    std::string post;
    const Outcome* open = nullptr;
    std::vector<const Outcome*> misses;
    const Outcome* next = nullptr;

    std::string typed() const { return number == 0 ? code : std::to_string(number); }
};

Item item_of(const CleaningBook& cleaning, std::size_t number) {
    const CleaningItem& item = cleaning.item(number);
    return {number, item.code, item.name, "", cleaning.open(item), cleaning.missed(item), cleaning.next(item)};
}

Item dropped_item(const RuleOutcomes& rule) {
    Item item{0, rule.rule, rule.name, rule.post, nullptr, {}, nullptr};
    for (const Outcome& outcome : rule.judgement.outcomes) {
        if (outcome.state == State::pending) {
            item.open = &outcome;
        } else if (outcome.state == State::missed) {
            item.misses.push_back(&outcome);
        }
    }
    return item;
}

bool is_there(const std::vector<CleaningItem>& items, const std::string& plain) {
    return std::any_of(items.begin(), items.end(), [&](const CleaningItem& item) {
        return !match_whole_name(plain, {{item.code, item.name, joined_aliases(item.aliases)}}).empty();
    });
}

// Takes out of the words the codes and names of what the plan has dropped.
std::vector<Item> take_dropped(const CleaningBook& cleaning, Pass& pass, std::vector<std::string>& words) {
    std::vector<Item> items;
    const auto is_number = [](const std::string& word) {
        std::vector<std::size_t> numbers;
        return read_number_list(plain_form(word), numbers);
    };
    if (std::all_of(words.begin(), words.end(), is_number)) {
        return items;
    }
    for (const RuleOutcomes& rule : pass.get<DueFold>().rules) {
        const auto means = [&](const std::string& word) {
            return !match_whole_name(plain_form(word), {{rule.rule, rule.name, {}}}).empty() &&
                   !is_there(cleaning.items(), plain_form(word));
        };
        if (rule.is_cleaning() && find_code(cleaning.items(), rule.rule) == nullptr &&
            std::erase_if(words, means) > 0) {
            items.push_back(dropped_item(rule));
        }
    }
    return items;
}

// The slot that waits now, else the newest that was missed; with --missed all of these.
std::vector<const Outcome*> slots_meant(Book& book, const Item& item, bool missed) {
    if (item.open != nullptr && !missed) {
        return {item.open};
    }
    if (item.misses.empty()) {
        throw Refusal{missed ? say(N_("Item {0}, {1}: nothing was missed in the last {2} days. Nothing was recorded. "
                                      "What was missed before shows: onduty due --all"),
                                   item.typed(), item.name, kLookBack.count())
                      : item.next == nullptr
                          ? say(N_("Item {0}, {1}, is not due. Nothing was recorded."), item.typed(), item.name)
                          : say(N_("Item {0}, {1}, is not due now; again from {2}. Nothing was recorded."),
                                item.typed(), item.name, full_text(book.zone(), item.next->slot.opens))};
    }
    return missed ? item.misses : std::vector<const Outcome*>{item.misses.back()};
}

struct Said {
    const Item* item;
    const Outcome* outcome;
    Entry entry;
};

void answer(Recording& recording, const std::vector<Said>& all, bool skipped) {
    Book& book = recording.book();
    if (all.size() == 1) {
        const std::string& name = all.front().item->name;
        const std::string due = due_words(book, all.front().outcome->slot);
        recording.answer(all.front().entry, skipped ? say(N_("{0}, due {1}: skipped."), name, due)
                                                    : say(N_("{0}, due {1}: does not apply."), name, due));
        return;
    }
    std::vector<Entry> entries;
    std::set<std::int64_t> numbers;
    std::set<std::string> dropped;
    for (const Said& one : all) {
        entries.push_back(one.entry);
        if (one.item->number == 0) {
            dropped.insert(one.item->code);
        } else {
            numbers.insert(static_cast<std::int64_t>(one.item->number));
        }
    }
    std::string list = number_list_text(numbers);
    for (const std::string& code : dropped) {
        list += (list.empty() ? "" : " ") + code;
    }
    recording.answer_together(entries, skipped ? say(N_("Skipped: {0} (times: {1})."), list, all.size())
                                               : say(N_("Does not apply: {0} (times: {1})."), list, all.size()));
}

int say_why_not(Context& context, SkipOptions options, const char* why) {
    const bool skipped = why == std::string_view{result::kSkipped};
    const std::string reason = take_reason(options, skipped ? "skip" : "na");
    Recording recording{context};
    Book& book = recording.book();
    const CleaningBook cleaning{book};
    Pass pass{book, {book.today() - kLookBack, book.today() + std::chrono::days{1}}};
    std::vector<Item> items = take_dropped(cleaning, pass, options.words);
    const Typed typed = typed_cleaning(book, cleaning, options.words);
    if (!typed.matters.empty()) {
        throw UsageError{say(N_("Only items of the list can be skipped. {0} waits until it is done, or withdraw it: "
                                "{1}"),
                             typed.matters.front().code(), void_command(book, typed.matters.front().number))};
    }
    recording.refuse_who();
    const Presence person = recording.on_duty_person(items.empty() ? post_of(cleaning, typed) : items.front().post);
    for (const std::size_t number : typed.items) {
        items.push_back(item_of(cleaning, number));
    }
    std::vector<Said> all;
    for (const Item& item : items) {
        for (const Outcome* outcome : slots_meant(book, item, options.missed)) {
            recording.mark(nullptr);
            if (outcome->state == State::missed) {
                check_may_explain(recording, person.person, outcome->slot);
            }
            Entry entry = recording.draft(kind::kExplanation, person);
            entry.rule = item.code;
            entry.slot_at = outcome->slot.due;
            entry.result = why;
            entry.note = reason;
            if (outcome->state == State::missed) {
                entry.business_date = outcome->slot.date;  // as every explanation after the fact
            }
            all.push_back({&item, outcome, recording.append(entry)});
        }
    }
    recording.commit();
    answer(recording, all, skipped);
    return kDone;
}

int skip(Context& context, const SkipOptions& options) {
    return say_why_not(context, options, result::kSkipped);
}

int say_not_applicable(Context& context, const SkipOptions& options) {
    return say_why_not(context, options, result::kNotApplicable);
}

void declare_not_done(OptionList& list, SkipOptions& options) {
    list.needed_word("items", &options.words, tr("Numbers as onduty clean lists them, then why: 4 \"...\""));
    list.flag("--missed", &options.missed, tr("All that was missed in the last 7 days, not what is due now"));
}

}  // namespace

constexpr ActionSpec kCleanSkip =
    action<declare_not_done, skip>("skip", "跳过", N_("An item is not done this time: why"));
constexpr ActionSpec kCleanNotApplicable =
    action<declare_not_done, say_not_applicable>("na", "不适用", N_("An item does not apply this time: why"));

}  // namespace onduty
