// SPDX-License-Identifier: MIT
// patrol check: goes through a checklist; every item is ok, fixed, a fault or not applicable.
#include <map>

#include "commands/patrol/patrol.hpp"
#include "commands/plan_words.hpp"
#include "commands/recording.hpp"
#include "error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct CheckOptions {
    std::string checklist;
    std::vector<std::string> ok;
    std::vector<std::string> fixed;
    std::vector<std::string> fault;
    std::vector<std::string> not_applicable;
};

struct Answer {
    const char* result;
    std::string note;
};

using Answers = std::map<std::size_t, Answer>;  // by item, from 0

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
        const auto sign = text.find('=');
        const std::string number = plain_form(text.substr(0, sign));
        std::vector<std::size_t> items;
        if (sign == std::string::npos || !read_number_list(number, items) || items.size() != 1) {
            throw UsageError{say(N_("\"{0}\": write the item's number, =, and what is to be said: 4=\"...\""), text)};
        }
        give(answers, items[0] - 1, count, {result, tidy_note(text.substr(sign + 1))});
    }
}

Answers read_answers(const CheckOptions& options, std::size_t count) {
    Answers answers;
    give_remarks(answers, options.fixed, result::kFixed, count);
    give_remarks(answers, options.fault, result::kFault, count);
    give_remarks(answers, options.not_applicable, result::kNotApplicable, count);
    for (const std::string& typed : options.ok) {
        const std::string text = lower_case(plain_form(typed));
        std::vector<std::size_t> items;
        if (text == "all" || text == "全部" || text == "全") {
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

int list_items(Context& context, const Checklist& checklist) {
    std::string block;
    context.print(checklist.name);
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const ChecklistItem& item = checklist.items[i];
        if (item.block != block) {
            context.print(item.block);
            block = item.block;
        }
        context.print(fmt::format("  {:2}  {}", i + 1, item.text));
    }
    context.print(say(N_("All in order: onduty patrol check {0} all"), checklist.code));
    context.print(
        say(N_("Otherwise:    onduty patrol check {0} 1-3 5 --fixed 4=\"...\" --fault 6=\"...\" --na 7=\"...\""),
            checklist.code));
    return kDone;
}

int record_check(const Checklist& checklist, Recording& recording, const Answers& answers) {
    const Presence person = recording.on_duty_person(checklist.post);
    Entry check = recording.draft(kind::kCheck, person);
    check.subject = checklist.code;
    check.result = answers.size() == checklist.items.size() ? result::kComplete : result::kIncomplete;
    const Entry stored = recording.append(check);
    std::string missing;
    std::map<std::string, int> counts;
    for (std::size_t i = 0; i < checklist.items.size(); ++i) {
        const auto answer = answers.find(i);
        if (answer == answers.end()) {
            missing += (missing.empty() ? "" : ", ") + std::to_string(i + 1);
            continue;
        }
        Entry item = recording.draft(kind::kCheckItem, person);
        item.about = stored.number;
        item.subject = item_word(checklist.code, checklist.items[i].code);
        item.result = answer->second.result;
        item.note = answer->second.note;
        recording.append(item);
        ++counts[item.result];
    }
    std::string what =
        say(N_("{0}: ok {1}, fixed {2}, faults {3}, not applicable {4}."), checklist.name, counts[result::kOk],
            counts[result::kFixed], counts[result::kFault], counts[result::kNotApplicable]);
    if (!missing.empty()) {
        what += say(N_(" INCOMPLETE, no answer for {0}."), missing);
    }
    recording.finish(stored, what);
    return missing.empty() ? kDone : kFound;
}

int go_through(Context& context, const CheckOptions& options) {
    const bool answered =
        !options.ok.empty() || !options.fixed.empty() || !options.fault.empty() || !options.not_applicable.empty();
    const auto chosen = [&](Book& book) -> const Checklist& {
        if (options.checklist.empty() && book.plan().checklists.size() == 1) {
            return book.plan().checklists.front();
        }
        if (options.checklist.empty()) {
            throw UsageError{say(N_("Which checklist? onduty plan shows their names."))};
        }
        return *book.plan().checklist(book.resolve("checklist", N_("checklist"), options.checklist).code);
    };
    if (!answered) {
        Book book{context, Store::Mode::read};
        return list_items(context, chosen(book));
    }
    Recording recording{context};
    const Checklist& checklist = chosen(recording.book());
    return record_check(checklist, recording, read_answers(options, checklist.items.size()));
}

}  // namespace

Action setup_patrol_check(OptionList& list) {
    auto options = std::make_shared<CheckOptions>();
    list.word("checklist", &options->checklist, tr("Name or code of the checklist"));
    list.word("ok", &options->ok, tr("Numbers of the items in order: 1-3 5, or all (the rest)"));
    list.option("--fixed", &options->fixed, "NO=TEXT", tr("Was wrong and is put right; may be repeated"));
    list.option("--fault", &options->fault, "NO=TEXT", tr("Is wrong and stays so; may be repeated"));
    list.option("--na", &options->not_applicable, "NO=TEXT", tr("Does not apply here; may be repeated"));
    return [options](Context& context) { return go_through(context, *options); };
}

}  // namespace onduty
