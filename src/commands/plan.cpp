// SPDX-License-Identifier: MIT
// plan: shows, checks, applies, exports the site's settings; everyday changes in one line.
#include <algorithm>
#include <utility>

#include "book/duty.hpp"
#include "book/plan_history.hpp"
#include "book/record_plan.hpp"
#include "plan/edit_plan.hpp"
#include "print/table.hpp"
#include "staff/blocks.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

struct PlanOptions {
    std::string date;
    std::string file;
    std::string what;
    std::vector<std::string> words;
    std::vector<std::string> posts;
    std::vector<std::string> aliases;
    std::string code;
    std::string route;
    std::string after;
    std::string block;
    std::string output;
    std::int64_t walk = 0;
    bool force = false;
};

using Options = std::shared_ptr<PlanOptions>;

// Who changes the plan: --by among the staff, else the only one on duty, else nobody by name.
std::string plan_actor(Recording& recording) {
    const std::string& by = recording.book().context().options.by;
    if (!by.empty()) {
        return recording.book().resolve("staff", N_("person"), by).code;
    }
    const auto people = present_people(recording.book());
    return people.size() == 1 ? people.front().person : "-";
}

int record_version(Recording& recording, const std::string& toml, const std::string& what,
                   const std::vector<PlanChange>& changes = {}) {
    const CheckedPlan plan = checked_plan("plan", toml);
    const std::string reason = tidy_note(recording.book().context().options.reason);
    const Entry entry = record_plan(recording, plan, plan_actor(recording), reason, changes);
    return recording.finish(entry, what + " " + say(N_("Plan version {0}."), entry.plan));
}

int record_version(Recording& recording, const PlanEdit& edit, const std::string& what) {
    return record_version(recording, edit.text(), what, edit.changes());
}

// Calls visit(place, name) for everything in a section; what has left is passed over.
template <typename Visit>
void each_part(const Plan& plan, const Section& section, Visit&& visit) {
    for (std::size_t i = 0; i < section.size(plan); ++i) {
        const PartName name = section.names(plan, i).front();
        if (name.family.empty()) {
            visit(i, name);
        }
    }
}

std::vector<Section> shown_sections() {
    std::vector<Section> shown;
    std::copy_if(sections().begin(), sections().end(), std::back_inserter(shown),
                 [](const Section& section) { return section.heading != nullptr; });
    return shown;
}

// What is to be said of a rule, or of an item of the cleaning with the number under which it is ticked.
std::string remark_on(const Plan& plan, const Section& section, std::size_t place, const std::string& code) {
    const bool cleaning = std::string_view{section.family} == "cleaning";
    if (!section.fills(plan, &plan.rules)) {
        return {};
    }
    const std::string& post = plan.rule(code)->post;
    return (cleaning ? fmt::format(" [{}]", place + 1) : "") +
           (plan.is_staffed(post) ? "" : say(N_(" (does not count: nobody at the post {0})"), post));
}

// The version that was in force at the typed time, that of now without one.
PlanOfThen asked_plan(Book& book, const std::string& at) {
    return at.empty() ? PlanOfThen{book.plan_version(), book.plan_since(), stored_plan(book)}
                      : plan_at(book, read_time(at, book.zone(), book.now()));
}

int show(Context& context) {
    const std::string at = std::exchange(context.options.at, {});
    Book book{context, Store::Mode::read};
    const bool now = at.empty();
    const PlanOfThen of_then = now ? PlanOfThen{} : asked_plan(book, at);
    const Plan plan = now ? book.plan() : checked_plan("plan", of_then.text).plan;
    const int version = now ? plan.version : of_then.version;
    if (context.options.json) {
        Table table{{{"family", "", ColumnKind::code},
                     {"code", "", ColumnKind::code},
                     {"name", ""},
                     {"version", "", ColumnKind::integer}},
                    {}};
        for (const Section& section : shown_sections()) {
            each_part(plan, section, [&](std::size_t, const PartName& name) {
                table.rows.push_back(
                    {Cell::of(section.family), Cell::of(name.code), Cell::of(name.name), Cell::of(version)});
            });
        }
        print(table, Format::json, *context.environment.out);
        return kDone;
    }
    context.print(say(N_("{0}, plan version {1} since {2}, zone {3}"), plan.site_name, version,
                      full_text(book.zone(), now ? book.plan_since() : of_then.since), plan.zone));
    for (const Section& section : shown_sections()) {
        context.print("");
        context.print(tr(section.heading));
        each_part(plan, section, [&](std::size_t place, const PartName& name) {
            context.print("  " + pad_right(name.code, 15) + " " + name.name +
                          remark_on(plan, section, place, name.code));
        });
    }
    return kDone;
}

int rota(Context& context) {
    Book book{context, Store::Mode::read};
    const Plan& plan = book.plan();
    const NameOf name_of = [&](const char* family, const std::string& code) { return book.name_of(family, code); };
    Output& out = *context.environment.out;
    if (context.options.json) {
        print(rota_block(plan, name_of, false), Format::json, out);
        return kDone;
    }
    if (plan.rotas.empty()) {
        context.print(tr("The plan has no [[rota]]. How one is written: man 5 onduty-plan"));
        return kDone;
    }
    print(rota_block(plan, name_of, true), Format::screen, out);
    context.print("");
    for (const std::string& line : rota_sentences(plan, name_of)) {
        context.print(shown_safely(line));
    }
    return kDone;
}

int check(Context& context, const PlanOptions& options) {
    const std::string toml = read_file(context, options.file);
    std::vector<PlanError> errors;
    const Plan plan = read_plan(toml, errors);
    if (context.options.json) {
        Table table{{{"line", "", ColumnKind::integer}, {"message", ""}}, {}};
        for (const PlanError& error : errors) {
            table.rows.push_back({Cell::of(error.line), Cell::of(error.message)});
        }
        print(table, Format::json, *context.environment.out);
        return errors.empty() ? kDone : kFound;
    }
    if (!errors.empty()) {
        context.remark("onduty: " + say(N_("Errors in the plan: {0}. Nothing was changed.{1}"), errors.size(),
                                        error_list(options.file, errors)));
        return kFound;
    }
    context.print(say(N_("The plan is good: staff {0}, checkpoints {1}, routes {2}, checklists {3}, rules {4}."),
                      plan.staff.size(), plan.points.size(), plan.routes.size(), plan.checklists.size(),
                      plan.rules.size()));
    return kDone;
}

// Nobody could sign off whom the plan no longer has.
void refuse_to_drop_present(Recording& recording, const Plan& plan) {
    for (const Presence& presence : recording.store().on_duty()) {
        const Person* person = find_code(plan.staff, presence.person);
        if (person == nullptr || !person->active) {
            throw Refusal{
                say(N_("{0} is on duty, and this plan has nobody of the code {1}: was it exported before? Take "
                       "a new one with onduty plan export, or first: onduty checkin out {1}"),
                    recording.book().name_of("staff", presence.person), presence.person)};
        }
    }
}

int apply(Context& context, const PlanOptions& options) {
    const std::string toml = read_file(context, options.file);
    const Plan plan = checked_plan(options.file, toml).plan;
    Recording recording{context};
    refuse_to_drop_present(recording, plan);
    return record_version(recording, toml, say(N_("Plan applied from {0}."), options.file));
}

int export_plan(Context& context, const PlanOptions& options) {
    const std::string at = std::exchange(context.options.at, {});
    Book book{context, Store::Mode::read};
    const PlanOfThen plan = asked_plan(book, at);
    if (options.output.empty() || options.output == "-") {
        context.environment.out->write(plan.text);
        return kDone;
    }
    NewFile file{options.output, options.force};
    file.output().write(plan.text);
    file.keep();
    context.remark(say(N_("Plan version {0} written to {1}."), plan.version, options.output));
    return kDone;
}

void need_words(const PlanOptions& options, std::size_t count, const char* usage) {
    if (options.words.size() != count) {
        throw UsageError{say(N_("Write: onduty plan {0}"), usage)};
    }
}

// Who is called so in full and has left.
std::optional<Word> former_person(Book& book, const std::string& name) {
    for (Word& former : book.store().words("former")) {
        if (!match_whole_name(plain_form(name), {{{}, former.name, {}}}).empty()) {
            return std::move(former);
        }
    }
    return std::nullopt;
}

// Whoever worked here before is the same person in the log, so the code stays.
int take_back(Recording& recording, PlanEdit& edit, const Word& person, const std::vector<std::string>& posts,
              const PlanOptions& options) {
    if (!options.code.empty() && plain_form(options.code) != person.code) {
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

int add(Context& context, const PlanOptions& options) {
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
        if (const auto former = former_person(book, name)) {
            return take_back(recording, edit, *former, posts, options);
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
        edit.change("point", code, "", with_point(edit.text(), code, tidy_note(options.words[1]), options.walk));
        edit.change("route", route, "points", with_point_on_route(edit.text(), code, route, after));
        return record_version(recording, edit, say(N_("Checkpoint {0} added."), options.words[0]));
    }
    if (options.what == "item") {
        need_words(options, 2, "add item CHECKLIST TEXT --code CODE [--block BLOCK]");
        const Word checklist = book.resolve("checklist", N_("checklist"), options.words[0]);
        const auto& items = find_code(book.plan(&Plan::checklists), checklist.code)->items;
        const std::string code =
            options.code.empty() ? fmt::format("item-{}", items.size() + 1) : plain_form(options.code);
        const std::string block = options.block.empty() ? items.back().block : tidy_note(options.block);
        edit.change("checklist", checklist.code, "item",
                    with_item(edit.text(), checklist.code, code, block, tidy_note(options.words[1])));
        return record_version(recording, edit, say(N_("Item {0} added to {1}."), code, checklist.name));
    }
    throw UsageError{say(N_("What can be added is staff, point or item, not \"{0}\"."), options.what)};
}

int remove_rules(Context& context, const PlanOptions& options) {
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

int remove(Context& context, const PlanOptions& options) {
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
    const Word person = recording.book().resolve("staff", N_("person"), options.words[0]);
    if (recording.store().on_duty(person.code)) {
        throw Refusal{say(N_("{0} is on duty. First: onduty checkin out {1}"), person.name, person.code)};
    }
    PlanEdit edit{stored_plan(recording.book())};
    edit.change("staff", person.code, "active", without_person(edit.text(), person.code));
    return record_version(recording, edit, say(N_("{0} leaves."), person.name));
}

int certificate(Context& context, const PlanOptions& options) {
    Date date;
    if (!parse_date(plain_form(options.date), date)) {
        throw UsageError{say(N_("\"{0}\" is not a date such as 2026-11-23."), options.date)};
    }
    Recording recording{context};
    const Word person = recording.book().resolve("staff", N_("person"), options.what);
    PlanEdit edit{stored_plan(recording.book())};
    edit.change("staff", person.code, "certificate", with_certificate(edit.text(), person.code, to_text(date)));
    return record_version(recording, edit, say(N_("{0}: health certificate until {1}."), person.name, to_text(date)));
}

template <int (*Work)(Context&, const PlanOptions&)>
Action with(const Options& options) {
    return [options](Context& context) { return Work(context, *options); };
}

Action setup_show(OptionList&) {
    return show;
}

Action setup_rota(OptionList&) {
    return rota;
}

Action setup_check(OptionList& list) {
    auto options = std::make_shared<PlanOptions>();
    list.needed_word("file", &options->file, tr("The plan file; - is standard input"));
    return with<check>(options);
}

Action setup_apply(OptionList& list) {
    auto options = std::make_shared<PlanOptions>();
    list.needed_word("file", &options->file, tr("The plan file; - is standard input"));
    return with<apply>(options);
}

Action setup_export(OptionList& list) {
    auto options = std::make_shared<PlanOptions>();
    list.option("-o,--output", &options->output, "FILE", tr("Write to this file"));
    list.flag("--force", &options->force, tr("Replace the file if it is there"));
    return with<export_plan>(options);
}

Action setup_add(OptionList& list) {
    auto options = std::make_shared<PlanOptions>();
    list.needed_word("what", &options->what, tr("staff, point or item"));
    list.needed_word("words", &options->words, tr("NAME; CODE NAME; CHECKLIST TEXT"));
    list.option("--post", &options->posts, "POST", tr("Post that the person may take; may be repeated"));
    list.option("--alias", &options->aliases, "NAME", tr("A further name, such as zw; may be repeated"));
    list.option("--code", &options->code, "CODE", tr("Staff number or code of the item"));
    list.option("--route", &options->route, "ROUTE", tr("Route that the checkpoint joins"));
    list.option("--after", &options->after, "POINT", tr("Checkpoint that it follows (else at the end)"));
    list.option("--walk", &options->walk, "SECONDS", tr("Seconds of walk at least from the checkpoint before"));
    list.option("--block", &options->block, "TEXT", tr("Heading of the item (else that of the last one)"));
    return with<add>(options);
}

Action setup_remove(OptionList& list) {
    auto options = std::make_shared<PlanOptions>();
    list.needed_word("what", &options->what, tr("staff or rule"));
    list.needed_word("words", &options->words, tr("NAME; RULE ..."));
    return with<remove>(options);
}

Action setup_certificate(OptionList& list) {
    auto options = std::make_shared<PlanOptions>();
    list.needed_word("name", &options->what, tr("Whose health certificate"));
    list.needed_word("date", &options->date, tr("The last day on which it is good: 2027-03-31"));
    return with<certificate>(options);
}

}  // namespace

CommandSpec plan_command() {
    return {{
                {"show", "查看", N_("Show the plan in force"), setup_show},
                {"rota", "排班", N_("Whether the people are enough for the rota"), setup_rota},
                {"check", "检查", N_("Check a plan file; every error with its line"), setup_check},
                {"apply", "启用", N_("Make a plan file the next version"), setup_apply},
                {"export", "导出", N_("Give the plan in force back as a file"), setup_export},
                {"add", "添加", N_("A person joins, a checkpoint or an item is added"), setup_add},
                {"remove", "离职", N_("A person leaves, or rules go"), setup_remove},
                {"certificate", "健康证", N_("Until when a health certificate is good"), setup_certificate},
            },
            setup_show};
}

}  // namespace onduty
