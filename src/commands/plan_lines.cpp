// SPDX-License-Identifier: MIT
// plan add, remove, certificate: everyday changes of the plan in one line.
#include <utility>

#include "book/machine_words.hpp"
#include "book/numbered_word.hpp"
#include "book/open_entries.hpp"
#include "book/record_plan.hpp"
#include "book/rights.hpp"
#include "commands/plan.hpp"
#include "loans/read.hpp"
#include "plan/number_codes.hpp"
#include "plan/sections.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

struct LineOptions {
    std::string what;
    std::vector<std::string> words;
    std::vector<std::string> posts;
    std::vector<std::string> aliases;
    std::string code;
    std::string route;
    std::string after;
    std::string block;
    std::int64_t walk = 0;
};

struct CertificateOptions {
    std::string name;
    std::string date;
};

int record_version(Recording& recording, const PlanEdit& edit, const std::string& what) {
    return record_version(recording, edit.text(), what, edit.changes());
}

void need_words(const LineOptions& options, std::size_t count, const char* usage) {
    if (options.words.size() != count) {
        throw UsageError{say(N_("Write: onduty plan {0}"), usage)};
    }
}

bool is_same_code(const std::string& typed, const std::string& code) {
    return without_zeros(folded_name(typed)) == without_zeros(folded_name(code));
}

// Of the words the first that is called so in full.
std::optional<Word> called_so(const std::vector<Word>& words, const std::string& name) {
    const std::vector<std::size_t> found = match_whole_name(name, choices_of(words));
    return found.empty() ? std::nullopt : std::optional{words[found.front()]};
}

// Codes are for ever, and a name means one person.
void refuse_taken(const std::vector<Word>& staff, const std::vector<Word>& former, const std::string& typed,
                  const std::string& name, const std::string& by) {
    if (const auto there = called_so(staff, typed)) {
        throw Refusal{
            typed == name && folded_name(typed) == folded_name(there->name)
                ? say(N_("{0} ({1}) is there already. A namesake needs a name that differs, such as \"{2} 2\"."),
                      there->name, there->code, name)
                : say(N_("\"{0}\" is {1} ({2}). Choose another."), typed, there->name, there->code)};
    }
    if (const auto left = called_so(former, typed)) {
        throw Refusal{
            say(N_("\"{0}\" is {1} ({2}), who has left. If that is who comes back: onduty plan add staff {2}{3}"),
                typed, left->name, left->code, by)};
    }
}

// Old plans have such codes, and go on with them; a new one would be taken for the number, or the number for it.
void refuse_number(const char* family, const std::string& typed) {
    if (looks_like_number(family, typed)) {
        throw Refusal{say(N_("\"{0}\" looks like a number that the log gives. Choose another."), typed)};
    }
}

// Who has left and comes back: by his name or his code.
std::optional<Word> former_person(const std::vector<Word>& former, const std::string& name) {
    std::optional<Word> left = called_so(former, name);
    const bool by_alias = left && folded_name(left->name) != folded_name(name) && !is_same_code(name, left->code);
    return by_alias ? std::nullopt : left;
}

// Whoever worked here before is the same person in the log, so the code stays.
int take_back(Recording& recording, PlanEdit& edit, const Word& person, const std::vector<std::string>& posts,
              const LineOptions& options) {
    if (!options.code.empty() && !is_same_code(options.code, person.code)) {
        throw Refusal{
            say(N_("{0} worked here before, as {1}. To take that person back leave out --code; a namesake needs "
                   "a name that differs."),
                person.name, person.code)};
    }
    edit.change("staff", person.code, "active", with_person_back(edit.text(), person.code));
    if (!posts.empty()) {
        edit.change("staff", person.code, "posts", with_posts(edit.text(), person.code, posts));
    }
    if (!options.aliases.empty()) {
        edit.change("staff", person.code, "aliases", with_aliases(edit.text(), person.code, options.aliases));
    }
    return record_version(recording, edit, say(N_("{0} is back as {1}."), person.name, person.code));
}

int add(Context& context, const LineOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    PlanEdit edit{stored_plan(book)};
    if (options.what == "staff") {
        need_words(options, 1, "add staff NAME --post POST");
        std::vector<std::string> posts;
        for (const std::string& post : options.posts) {
            posts.push_back(book.resolve("post", N_("post"), post).code);
        }
        const std::string name = tidy_note(options.words[0]);
        const std::vector<Word> staff = book.store().words("staff");
        const std::vector<Word> former = book.store().words("former");
        if (const auto left = former_person(former, name)) {
            return take_back(recording, edit, *left, posts, options);
        }
        std::vector<std::string> typed{name, options.code};
        typed.insert(typed.end(), options.aliases.begin(), options.aliases.end());
        for (const std::string& word : typed) {
            refuse_taken(staff, former, word, name, plan_by(book));
            refuse_number("staff", word);
        }
        const std::string code = options.code.empty() ? book.free_code("staff", "A") : plain_form(options.code);
        edit.change("staff", code, "", with_person(edit.text(), code, name, posts, options.aliases));
        return record_version(recording, edit, say(N_("{0} joins as {1}."), name, code));
    }
    if (options.what == "point") {
        need_words(options, 2, "add point CODE NAME --route ROUTE [--after POINT] [--walk SECONDS]");
        const std::string route = options.route.empty() ? "" : book.resolve("route", N_("route"), options.route).code;
        const std::string after =
            options.after.empty() ? "" : book.resolve("point", N_("checkpoint"), options.after).code;
        const std::string code = plain_form(options.words[0]);
        refuse_number("point", code);
        edit.change("point", code, "", with_point(edit.text(), code, tidy_note(options.words[1]), options.walk));
        edit.change("route", route, "points", with_point_on_route(edit.text(), code, route, after));
        return record_version(recording, edit, say(N_("Checkpoint {0} added."), options.words[0]));
    }
    if (options.what == "item") {
        need_words(options, 2, "add item CHECKLIST TEXT --code CODE [--block BLOCK]");
        const Word checklist = book.resolve("checklist", N_("checklist"), options.words[0]);
        const auto& items = find_code(book.plan(&Plan::checklists), checklist.code)->items;
        std::size_t next = items.size() + 1;
        const auto is_used = [&](const std::string& one) {
            const std::string word = item_word(checklist.code, one);
            return book.store().word("item", word) || book.store().ended_word("item", word);
        };
        while (is_used(fmt::format("item-{}", next))) {
            ++next;
        }
        const std::string code = options.code.empty() ? fmt::format("item-{}", next) : plain_form(options.code);
        const std::string block = options.block.empty() ? items.back().block : tidy_note(options.block);
        edit.change("checklist", checklist.code, "item",
                    with_item(edit.text(), checklist.code, code, block, tidy_note(options.words[1])));
        return record_version(recording, edit, say(N_("Item {0} added to {1}."), code, checklist.name));
    }
    throw UsageError{say(N_("What can be added is staff, point or item, not \"{0}\"."), options.what)};
}

int remove_rules(Context& context, const LineOptions& options) {
    Recording recording{context};
    PlanEdit edit{stored_plan(recording.book())};
    std::string names;
    for (const std::string& typed : options.words) {
        const Word rule = recording.book().resolve("rule", N_("rule"), typed);
        edit.change("rule", rule.code, "", without_rule(edit.text(), rule.code));
        names += (names.empty() ? "" : tr(", ")) + rule.name;
    }
    return record_version(recording, edit, say(N_("No longer asked: {0}."), names));
}

// What is still his to do, and what he has that is not his.
void remark_what_he_holds(Book& book, const Word& person) {
    std::vector<Entry> open = entries_of(book, book.store().open_matters());
    const MattersNow matters = matters_now(book, open);
    std::string list;
    for (const Entry& entry : open) {
        const MatterNow& now = matters.at(entry.number);
        list += now.owner == person.code
                    ? fmt::format("\n  #{} {} {}", entry.number, shown_word(entry.kind), shown_safely(now.what))
                    : "";
    }
    if (!list.empty()) {
        book.context().remark(say(N_("Still open of {0}, for somebody else now:{1}"), person.name, list));
    }
    remark_loans(book, [&](const Loan& loan) { return loan.person == person.code; });
}

int remove(Context& context, const LineOptions& options) {
    if (options.what == "rule") {
        return remove_rules(context, options);
    }
    if (options.what != "staff") {
        throw UsageError{
            say(N_("Only staff and rules can be removed in one line, not \"{0}\". For the rest: onduty plan export, "
                   "edit, onduty plan apply."),
                options.what)};
    }
    need_words(options, 1, "remove staff NAME");
    Recording recording{context};
    Book& book = recording.book();
    const Word person = book.resolve("staff", N_("person"), options.words[0]);
    if (recording.store().on_duty(person.code)) {
        throw Refusal{
            say(N_("{0} is on duty. First: onduty checkin out {1}"), person.name, person_typed(book, person.code))};
    }
    PlanEdit edit{stored_plan(book)};
    edit.change("staff", person.code, "active", without_person(edit.text(), person.code));
    const int code = record_version(recording, edit, say(N_("{0} leaves."), person.name));
    remark_what_he_holds(book, person);
    return code;
}

int certificate(Context& context, const CertificateOptions& options) {
    const auto date = read_full_date(options.date);
    if (!date) {
        throw UsageError{say(N_("\"{0}\" is not a date such as 2026-11-23."), options.date)};
    }
    Recording recording{context};
    const Word person = recording.book().resolve("staff", N_("person"), options.name);
    PlanEdit edit{stored_plan(recording.book())};
    edit.change("staff", person.code, "certificate", with_certificate(edit.text(), person.code, to_text(*date)));
    return record_version(recording, edit, say(N_("{0}: health certificate until {1}."), person.name, to_text(*date)));
}

void declare_add(OptionList& list, LineOptions& options) {
    list.needed_word("what", &options.what, tr("staff, point or item"));
    list.needed_word("words", &options.words, tr("NAME; CODE NAME; CHECKLIST TEXT"));
    list.option("--post", &options.posts, "POST", tr("Post that the person may take; may be repeated"));
    list.option("--alias", &options.aliases, "NAME", tr("A further name, such as zw; may be repeated"));
    list.option("--code", &options.code, "CODE", tr("Staff number or code of the item"));
    list.option("--route", &options.route, "ROUTE", tr("Route that the checkpoint joins"));
    list.option("--after", &options.after, "POINT", tr("Checkpoint that it follows (else at the end)"));
    list.option("--walk", &options.walk, "SECONDS", tr("Seconds of walk at least from the checkpoint before"));
    list.option("--block", &options.block, "TEXT", tr("Heading of the item (else that of the last one)"));
}

void declare_remove(OptionList& list, LineOptions& options) {
    list.needed_word("what", &options.what, tr("staff or rule"));
    list.needed_word("words", &options.words, tr("NAME; RULE ..."));
}

void declare_certificate(OptionList& list, CertificateOptions& options) {
    list.needed_word("name", &options.name, tr("Whose health certificate"));
    list.needed_word("date", &options.date, tr("The last day on which it is good: 2027-03-31"));
}

}  // namespace

constexpr ActionSpec kPlanAdd =
    action<declare_add, add>("add", "添加", N_("A person joins, a checkpoint or an item is added"));
constexpr ActionSpec kPlanRemove = action<declare_remove, remove>("remove", "离职", N_("A person leaves, or rules go"));
constexpr ActionSpec kPlanCertificate =
    action<declare_certificate, certificate>("certificate", "健康证", N_("Until when a health certificate is good"));

}  // namespace onduty
