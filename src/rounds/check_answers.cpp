// SPDX-License-Identifier: MIT
#include "rounds/check_answers.hpp"

#include "book/record_plan.hpp"
#include "book/typed_lines.hpp"
#include "cases/read.hpp"
#include "print/table.hpp"
#include "rounds/kinds.hpp"
#include "rounds/outcomes.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

void give(Answers& answers, std::size_t item, std::size_t count, Answer answer) {
    if (item >= count) {
        throw UsageError{say(N_("There is no item {0}; they are numbered 1 to {1}."), item + 1, count)};
    }
    if (!answers.emplace(item, std::move(answer)).second) {
        throw UsageError{say(N_("Item {0} has two answers."), item + 1)};
    }
}

// "4=lamp in the hall stays on".
void give_remarks(Answers& answers, const std::vector<std::string>& texts, const char* result, std::size_t count) {
    for (const std::string& text : texts) {
        const auto sides = sides_of(text, Parting::first);
        std::vector<std::size_t> items;
        if (!sides || !read_number_list(plain_form(sides->thing), items) || items.size() != 1) {
            throw UsageError{say(N_("\"{0}\": write the item's number, =, and what is to be said: 4=\"...\""), text)};
        }
        give(answers, items[0] - 1, count, {result, sides->said});
    }
}

bool means_all(const std::string& text) {
    return text == "all" || text == "全部" || text == "全";
}

}  // namespace

void AnswerOptions::add_to(OptionList& list) {
    list.word("ok", &ok, tr("Numbers of the items in order: 1-3 5, or all (the rest)"));
    list.option("--fixed", &fixed, "NO=TEXT", tr("Was wrong and is put right; may be repeated"));
    list.option("--fault", &fault, "NO=TEXT", tr("Is wrong and stays so; may be repeated"));
    list.option("--na", &not_applicable, "NO=TEXT", tr("Does not apply here; may be repeated"));
}

std::vector<ChecklistItem> items_now(Book& book, const Checklist& checklist) {
    const Date date = business_date(book.zone(), book.calendar(), book.claimed().value_or(book.now()));
    return checklist.items_in(static_cast<unsigned>(std::chrono::year_month_day{date}.month()));
}

bool names_items(const std::string& typed) {
    const std::string text = lower_case(plain_form(typed));
    std::vector<std::size_t> items;
    return means_all(text) || read_number_list(text, items);
}

Answers read_answers(const AnswerOptions& options, std::size_t count) {
    Answers answers;
    give_remarks(answers, options.fixed, result::kFixed, count);
    give_remarks(answers, options.fault, result::kFault, count);
    give_remarks(answers, options.not_applicable, result::kNotApplicable, count);
    for (const std::string& typed : options.ok) {
        const std::string text = lower_case(plain_form(typed));
        std::vector<std::size_t> items;
        if (means_all(text)) {
            for (std::size_t item = 0; item < count; ++item) {
                answers.emplace(item, Answer{result::kOk, {}});
            }
        } else if (read_number_list(text, items)) {
            for (const std::size_t item : items) {
                give(answers, item - 1, count, {result::kOk, {}});
            }
        } else {
            throw UsageError{say(N_("\"{0}\" is no item. Write numbers such as 1-3 5, or all."), typed)};
        }
    }
    return answers;
}

bool print_items(Context& context, const std::string& heading, const std::vector<ChecklistItem>& items) {
    if (context.options.json) {
        Table table{
            {{"number", {}, ColumnKind::integer}, {"block", {}, ColumnKind::text}, {"text", {}, ColumnKind::text}}, {}};
        for (std::size_t i = 0; i < items.size(); ++i) {
            table.rows.push_back(
                {Cell::of(static_cast<std::int64_t>(i) + 1), Cell::of(items[i].block), Cell::of(items[i].text)});
        }
        print(table, Format::json, *context.environment.out);
        return false;
    }
    context.print(heading);
    std::string block;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].block != block) {
            context.print(items[i].block);
            block = items[i].block;
        }
        context.print(fmt::format("  {:2}  {}", i + 1, items[i].text));
    }
    return true;
}

CheckSums sums_of(const std::vector<ChecklistItem>& items, const Answers& answers) {
    CheckSums sums;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto answer = answers.find(i);
        if (answer == answers.end()) {
            sums.missing += (sums.missing.empty() ? "" : ", ") + std::to_string(i + 1);
        } else {
            sums.counts.add(std::string{answer->second.result});
        }
    }
    return sums;
}

std::string CheckSums::words(const std::string& name, bool scored) const {
    std::string text = say(N_("{0}: ok {1}, fixed {2}, faults {3}, not applicable {4}."), name, counts.ok, counts.fixed,
                           counts.faults, counts.not_applicable);
    if (!missing.empty()) {
        text += say(N_(" INCOMPLETE, no answer for {0}."), missing);
        text += scored ? tr(" No score.") : "";
    } else if (scored) {
        text += say(N_(" Score {0} of {1}."), counts.points(), counts.answered());
    }
    return text;
}

StoredCheck append_check(Recording& recording, const Presence& person, const Checklist& checklist,
                         const std::vector<ChecklistItem>& items, const Answers& answers, EntryNumber shift) {
    Entry check = recording.draft(kind::kCheck, person);
    check.about = shift;
    check.subject = checklist.code;
    check.result = answers.size() == items.size() ? result::kComplete : result::kIncomplete;
    if (is_countersigned(recording.book(), {"checklist", check.subject})) {
        check.opens = kItself;  // until it is signed
    }
    StoredCheck stored{recording.append(check), {}};
    recording.follow(stored.entry);
    for (const auto& [place, answer] : answers) {
        Entry item = recording.draft(kind::kCheckItem, person);
        item.about = stored.entry.number;
        item.subject = item_word(checklist.code, items[place].code);
        item.result = answer.result;
        item.note = answer.note;
        const Entry answered = recording.append(item);
        if (item.result == result::kFault && !checklist.person) {
            stored.repairs += (stored.repairs.empty() ? "" : " ") +
                              open_found_case(recording, person,
                                              {.sort = sort::kRepair,
                                               .from = answered.number,
                                               .words = items[place].text + tr(": ") + answer.note});
        }
    }
    return stored;
}

}  // namespace onduty
