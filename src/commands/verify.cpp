// SPDX-License-Identifier: MIT
// verify: checks that nothing in the log was changed; exit code 0 only when everything is there and right.
#include "store/verify.hpp"

#include <algorithm>

#include "book/book.hpp"
#include "book/kinds.hpp"
#include "book/plan_rows.hpp"
#include "book/recording.hpp"
#include "print/json.hpp"
#include "store/chain.hpp"
#include "store/site_file.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct VerifyOptions {
    std::string file;
    std::string seal;
};

// What was lost once is told for ever, whoever explained it.
std::vector<std::string> explained_alarms(const Verification& result) {
    std::vector<std::string> said;
    for (const VerifiedAlarm& alarm : result.alarms) {
        if (alarm.explained == 0) {
            continue;
        }
        const std::string explained = say(N_("explained by {0} with entry {1}"), alarm.by, alarm.explained);
        if (alarm.acknowledged >= alarm.entry) {
            said.push_back(
                say(N_("Alarm, entry {0}: entries {0} to {1}, seal {2}, had been acknowledged and were gone; "
                       "{3}."),
                    alarm.entry, alarm.acknowledged, alarm.seal, explained));
        } else if (alarm.acknowledged != 0) {
            said.push_back(
                say(N_("Alarm, entry {0}: the log up to entry {1} was not the one that was acknowledged with "
                       "seal {2}; {3}."),
                    alarm.entry, alarm.acknowledged, alarm.seal, explained));
        } else {
            said.push_back(say(N_("Alarm, entry {0}: {1}."), alarm.entry, explained));
        }
    }
    return said;
}

void print_json(Context& context, const Verification& result) {
    const std::vector<Column> columns{
        {"good", {}, ColumnKind::integer},        {"entries", {}, ColumnKind::integer},
        {"seal", {}, ColumnKind::code},           {"late", {}, ColumnKind::integer},
        {"corrections", {}, ColumnKind::integer}, {"clock_steps", {}, ColumnKind::integer},
        {"alarms", {}, ColumnKind::integer},      {"purged", {}, ColumnKind::integer},
        {"rehearsal", {}, ColumnKind::integer},   {"unknown_kinds", {}, ColumnKind::text},
        {"finding", {}, ColumnKind::code},        {"finding_entry", {}, ColumnKind::integer},
        {"message", {}, ColumnKind::text},        {"explained_alarms", {}, ColumnKind::text}};
    std::vector<Cell> cells{Cell::of(std::int64_t{result.good() ? 1 : 0}),
                            Cell::of(result.entries),
                            Cell::of(seal_text(result.head)),
                            Cell::of(result.late),
                            Cell::of(result.corrections),
                            Cell::of(result.clock_steps),
                            Cell::of(static_cast<std::int64_t>(result.alarms.size())),
                            Cell::of(result.purged),
                            Cell::of(std::int64_t{result.rehearsal ? 1 : 0}),
                            Cell::of(unknown_kinds(result.kinds)),
                            Cell{},
                            Cell{},
                            Cell{},
                            Cell::of(listed(explained_alarms(result), " "))};
    if (result.good()) {
        print_json_object(columns, cells, *context.environment.out);
    }
    for (const VerifyFinding& finding : result.findings) {
        cells[10] = Cell::of(finding.check);
        cells[11] = finding.entry == 0 ? Cell{} : Cell::of(finding.entry);
        cells[12] = Cell::of(finding.message);
        print_json_object(columns, cells, *context.environment.out);
    }
}

// The rows of the plan for quick look-up, compared with what the entries of the plan lead to.
void check_plan(Context& context, const std::string& path, Verification& result) {
    context.options.site = path;
    try {
        Book book{context, Store::Mode::read};
        const PartsFollow follow = parts_follow(book, result.plans);
        if (!follow.follow) {
            result.findings.push_back(
                {"derived", 0, say(N_("The names and settings in the file do not follow from the plan."))});
        } else if (!follow.unknown.empty()) {
            context.remark(
                say(N_("The names and settings of plan version {0} cannot be compared: its words were purged, or a "
                       "newer program wrote it."),
                    number_list_text(follow.unknown)));
        }
    } catch (const UsageError&) {
        throw;  // what was typed says nothing of the file
    } catch (const Refusal&) {
        throw;
    } catch (const Error& error) {
        result.findings.push_back({"derived", 0, error.what()});
    }
}

// A file whose very structure is in doubt is not asked for more.
bool readable(const Verification& result) {
    return std::none_of(result.findings.begin(), result.findings.end(), [](const VerifyFinding& finding) {
        return finding.check == "file" || finding.check == "structure" || finding.check == "schema";
    });
}

int verify(Context& context, const VerifyOptions& options) {
    const std::string path = options.file.empty() ? site_path(context) : plain_path(options.file);
    TypedSeal seal;
    if (!options.seal.empty() && !read_seal(plain_form(options.seal), seal)) {
        throw UsageError{say(N_("\"{0}\" is no seal. A seal looks like 118-ABCD-EFGH-JKMN-PQRS."), options.seal)};
    }
    Verification result = verify_site(path);
    if (result.good()) {
        check_plan(context, path, result);
    }
    if (seal.number != 0 && readable(result)) {
        const std::string wrong = verify_seal(path, seal);
        if (!wrong.empty()) {
            result.findings.push_back({"seal", seal.number, wrong});
        }
    }
    if (context.options.json) {
        print_json(context, result);
        return result.good() ? kDone : kFound;
    }
    for (const VerifyFinding& finding : result.findings) {
        context.print(say(N_("WRONG ({0}): {1}"), finding.check, finding.message));
    }
    const bool only_seal = std::all_of(result.findings.begin(), result.findings.end(),
                                       [](const VerifyFinding& finding) { return finding.check == "seal"; });
    if (!result.good() && only_seal) {
        context.print(say(N_("Compare what was typed, {0}, with the paper once more, letter by letter. Without a seal "
                             "this log is in order; if what stands on the paper is what was typed:"),
                          options.seal));
    }
    if (!result.good()) {
        context.print(say(N_("{0} is not as it was written. Keep it as it is, with the file .head beside it; compare "
                             "with the seals on paper and with the last backup."),
                          path));
        return kFound;
    }
    context.print(say(N_("{0}: entries 1 to {1}, all as they were written. Seal {2}"), path, result.entries,
                      seal_text(result.head)));
    for (const std::string& statement : result.drop_statements) {
        context.remark(foreign_words(statement));
    }
    context.print(say(N_("Late {0}, corrections {1}, clock jumps {2}, alarms {3}, purged personal fields {4}."),
                      result.late, result.corrections, result.clock_steps, result.alarms.size(), result.purged));
    for (const std::string& alarm : explained_alarms(result)) {
        context.print(alarm);
    }
    if (const std::string unknown = unknown_kinds(result.kinds); !unknown.empty()) {
        context.print(say(N_("Of kinds that this program does not know, as a newer one wrote them: {0}."), unknown));
    }
    if (result.rehearsal) {
        context.print(tr("This is a rehearsal: its times were told, not read from a clock. It is no evidence."));
    }
    if (options.seal.empty()) {
        context.print(tr("Nothing older than a seal on paper can change unseen: compare it, or type it with --seal."));
    } else {
        context.print(say(N_("The seal {0} is that of this log."), options.seal));
    }
    return kDone;
}

Action setup_verify(OptionList& list) {
    auto options = std::make_shared<VerifyOptions>();
    list.word("file", &options->file, tr("The site file, if another than usual"));
    list.option("--seal", &options->seal, "SEAL", tr("A seal from a slip or a report: 118-ABCD-EFGH-JKMN-PQRS"));
    return [options](Context& context) { return verify(context, *options); };
}

}  // namespace

CommandSpec verify_command() {
    return {{}, setup_verify};
}

}  // namespace onduty
