// SPDX-License-Identifier: MIT
// plan: shows, checks, applies, exports the site's settings.
#include <algorithm>
#include <filesystem>
#include <utility>

#include "book/clocks.hpp"
#include "book/numbered_word.hpp"
#include "book/plan_history.hpp"
#include "book/record_plan.hpp"
#include "book/rights.hpp"
#include "commands/plan.hpp"
#include "commands/plan_codes.hpp"
#include "plan/number_codes.hpp"
#include "plan/remarks.hpp"
#include "plan/staffing.hpp"
#include "print/table.hpp"
#include "staff/blocks.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

struct FileOptions {
    std::string file;
};

struct ExportOptions {
    std::string output;
    bool force = false;
};

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

std::string remark_words(const Plan& plan, const PlanRemark& remark) {
    if (remark.rule.empty()) {
        return tr(
            "Closed days are named, but no rule says closed_days = \"skip\": all of them are due on these days, "
            "too.");
    }
    const Post* post = find_code(plan.posts, remark.post);
    return say(N_("{0} is due at {1}, the minute at which {2} closes: it is missed where nobody stays for it."),
               plan.rule(remark.rule)->name, clock_words(remark.at), post == nullptr ? remark.post : post->name);
}

// Those that were not there before.
std::vector<std::string> remarks_on(const Plan& plan, const std::vector<PlanRemark>& before = {}) {
    std::vector<std::string> words;
    for (const PlanRemark& remark : plan_remarks(plan)) {
        if (std::find(before.begin(), before.end(), remark) == before.end()) {
            words.push_back(remark_words(plan, remark));
        }
    }
    return words;
}

// Of codes that the plan did not have before.
std::vector<std::string> code_remarks(const Plan& plan, const std::vector<PartName>& before = {}) {
    std::vector<std::string> words;
    for (const PartName& name : number_codes(plan)) {
        if (std::none_of(before.begin(), before.end(), [&](const PartName& one) { return one.code == name.code; })) {
            words.push_back(say(N_("{0}, the code of {1}, looks like a number that the log gives. Where both fit it is "
                                   "asked which one is meant; better give it another code."),
                                name.code, name.name));
        }
    }
    return words;
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
    const std::vector<std::string> remarks = remarks_on(plan);
    if (!remarks.empty()) {
        context.print("");
    }
    for (const std::string& remark : remarks) {
        context.print(remark);
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

// "Bar (rules: 6): Fridge, Stocktake and 4 more": what a post without people is asked for in vain.
std::string unmanned_words(const Plan& plan, const std::string& code, const std::vector<const Rule*>& rules) {
    constexpr std::size_t kMostNamed = 4;
    const Post* named = find_code(plan.posts, code);
    const std::string& post = named == nullptr ? code : named->name;
    if (rules.empty()) {
        return post;  // by its rota or hours alone
    }
    std::vector<std::string> names;
    for (const Rule* rule : rules) {
        if (names.size() < kMostNamed) {
            names.push_back(rule->name);
        }
    }
    if (rules.size() > kMostNamed) {
        names.push_back(say(N_("and {0} more"), rules.size() - kMostNamed));
    }
    return say(N_("{0} (rules: {1})"), post, rules.size()) + tr(": ") + listed(names, tr(", "));
}

// Why apply refuses a file that was exported before the newest version: what others changed since would be taken back
// without a word. "" where it does not.
std::string older_words(Book& book, const std::string& name, const PlanFile& file) {
    const int now = book.plan_version();
    const int base = file.base.value_or(now);
    std::string changed;
    for (int version = base + 1; version <= now; ++version) {
        changed += fmt::format("\n  {}: {}", version,
                               short_changes(plan_changes(book, version), entry_of_version(book, version)));
    }
    return base >= now
               ? ""
               : say(N_("{0} was exported from plan version {1}, and it is {2} now: apply refuses it. Since then:{3}\n"
                        "Change a new one: onduty plan export. Is the whole of this one meant, delete its line {4}."),
                     name, base, now, changed, file.base_line);
}

// The same where there is a log to apply it to.
std::string older_words(Context& context, const std::string& name, const PlanFile& file) {
    if (!file.base || !std::filesystem::exists(site_path(context))) {
        return {};
    }
    Book book{context, Store::Mode::read};
    return older_words(book, name, file);
}

int check(Context& context, const FileOptions& options) {
    const PlanFile file = read_plan_file(context, options.file);
    std::vector<PlanError> errors;
    const Plan plan = read_plan(file.written, errors);
    const std::string older = errors.empty() ? older_words(context, options.file, file) : "";
    if (context.options.json) {
        if (!older.empty()) {
            errors.push_back({file.base_line, older});
        }
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
    for (const auto& [post, rules] : unmanned_posts(plan)) {
        context.print(say(N_("Does not count, nobody works there: {0}"), unmanned_words(plan, post, rules)));
    }
    for (const std::string& remark : remarks_on(plan)) {
        context.print(remark);
    }
    for (const std::string& remark : date_remarks(plan)) {
        context.print(remark);
    }
    for (const std::string& remark : code_remarks(plan)) {
        context.print(remark);
    }
    if (!older.empty()) {
        context.print(older);
    }
    return older.empty() ? kDone : kFound;
}

// Nobody could sign off whom the plan no longer has.
void refuse_to_drop_present(Recording& recording, const Plan& plan) {
    for (const Presence& presence : recording.store().on_duty()) {
        const Person* person = find_code(plan.staff, presence.person);
        const std::string name = recording.book().name_of("staff", presence.person);
        const std::string typed = person_typed(recording.book(), presence.person);
        if (person != nullptr && !person->active) {
            throw Refusal{say(N_("{0} is on duty, and this plan says that {0} has left. First: onduty checkin out {1}"),
                              name, typed)};
        }
        if (person == nullptr) {
            throw Refusal{
                say(N_("{0} is on duty, and this plan has nobody of the code {1}: was it exported before? Take "
                       "a new one with onduty plan export, or first: onduty checkin out {2}"),
                    name, presence.person, typed)};
        }
    }
}

int apply_plan(Context& context, const FileOptions& options) {
    const PlanFile file = read_plan_file(context, options.file);
    const Plan plan = checked_plan(options.file, file.written).plan;
    Recording recording{context};
    Book& book = recording.book();
    if (const std::string older = older_words(book, options.file, file); !older.empty()) {
        throw Refusal{older};
    }
    refuse_to_drop_present(recording, plan);
    refuse_to_drop_staff(book.plan(), plan);
    if (file.text == plan_file(stored_plan(book)).text) {
        context.print(say(N_("Plan version {0} says that already. Nothing was recorded."), book.plan_version()));
        return kDone;
    }
    const int code = record_version(recording, file.text, say(N_("Plan applied from {0}."), options.file));
    if (!file.base) {
        context.remark(
            tr("The file does not say which version it was exported from: the whole of it counts, whatever others "
               "changed since it was written."));
    }
    return code;
}

int export_plan(Context& context, const ExportOptions& options) {
    const std::string at = std::exchange(context.options.at, {});
    Book book{context, Store::Mode::read};
    const PlanOfThen plan = asked_plan(book, at);
    if (options.output.empty() || options.output == "-") {
        context.environment.out->write(with_base(plan.text, plan.version));
        return kDone;
    }
    NewFile file{options.output, old_file(options.force)};
    file.output().write(with_base(plan.text, plan.version));
    file.keep();
    context.remark(say(N_("Plan version {0} written to {1}."), plan.version, options.output));
    return kDone;
}

void declare_file(OptionList& list, FileOptions& options) {
    list.needed_word("file", &options.file, tr("The plan file; - is standard input"));
}

void declare_export(OptionList& list, ExportOptions& options) {
    list.option("-o,--output", &options.output, "FILE", tr("Write to this file"));
    list.flag("--force", &options.force, tr("Replace the file if it is there"));
}

}  // namespace

int record_version(Recording& recording, const std::string& toml, const std::string& what,
                   const std::vector<PlanChange>& changes) {
    const CheckedPlan plan = checked_plan("plan", toml);
    Book& book = recording.book();
    refuse_used_codes(book, book.plan(), plan.plan);
    const std::string reason = tidy_note(book.context().options.reason);
    const auto before = unmanned_posts(book.history().back().plan);
    const auto remarked = plan_remarks(book.history().back().plan);
    const auto coded = number_codes(book.plan());
    const Entry entry = record_plan(recording, plan, plan_author(recording), reason, changes);
    const Instant since = clock_reading(recording.store()).in_order(entry.number);
    const std::string later =
        since - entry.recorded_at < std::chrono::minutes{1}
            ? ""
            : " " + say(N_("What is due goes by it from {0} on: an entry in front of it was recorded then."),
                        full_text(book.zone(), since));
    const std::string changed = changes.empty() ? short_changes(plan_changes(book, entry.plan),
                                                                book.context().options.dry_run ? 0 : entry.number)
                                                : "";
    const std::string version =
        entry.actor == "-" ? say(N_("Plan version {0}."), entry.plan)
                           : say(N_("Plan version {0}, by {1}."), entry.plan, book.name_of("staff", entry.actor));
    const int code = recording.finish(entry, what + " " + version + later);
    if (!changed.empty()) {
        book.context().remark(say(N_("Changed: {0}"), changed));
    }
    for (const auto& [post, rules] : unmanned_posts(plan.plan)) {
        if (before.count(post) == 0) {
            book.context().remark(
                say(N_("Nobody works any more at {0}. From now on nobody is asked for that; what was due before stays. "
                       "Who takes it on: onduty plan add staff \"...\" --post {1}{2}"),
                    unmanned_words(plan.plan, post, rules), post, plan_by(book)));
        }
    }
    for (const std::string& remark : remarks_on(plan.plan, remarked)) {
        book.context().remark(remark);
    }
    for (const std::string& remark : code_remarks(plan.plan, coded)) {
        book.context().remark(remark);
    }
    return code;
}

CommandSpec plan_command() {
    constexpr ActionSpec kShow = action<show>("show", "查看", N_("Show the plan in force"));
    return {{
                kShow,
                action<rota>("rota", "排班", N_("Whether the people are enough for the rota")),
                action<declare_file, check>("check", "检查", N_("Check a plan file; every error with its line")),
                action<declare_file, apply_plan>("apply", "启用", N_("Make a plan file the next version")),
                action<declare_export, export_plan>("export", "导出", N_("Give the plan in force back as a file")),
                kPlanAdd,
                kPlanRemove,
                kPlanCertificate,
            },
            kShow.setup};
}

}  // namespace onduty
