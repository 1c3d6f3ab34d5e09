// SPDX-License-Identifier: MIT
// import cases: a register of complaints, repairs and enquiries, each with the steps whose times it has (Y1, Y2).
//
// The guards on times hold as for every case. What an old register does not tell (an assessment, a follow-up, a cause)
// is not asked for: a case that was closed there is archived here.
#include <map>
#include <unordered_map>

#include "book/amended.hpp"
#include "book/import_job.hpp"
#include "cases/kinds.hpp"
#include "cases/read.hpp"
#include "cases/words.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "visits/caller.hpp"

namespace onduty {

namespace {

const std::vector<ImportField>& fields() {
    static const std::vector<ImportField> kFields{
        {"received",
         {"created", "createddate", "opened", "date", "接报时间", "受理时间", "受理日期", "日期", "时间", "登记时间",
          "登记日期", "报修时间"},
         true,
         true},
        {"words",
         {"description", "subject", "what", "complaint", "内容", "事项", "投诉内容", "报修内容", "问题描述", "描述"},
         true},
        {"reference", {"no", "number", "id", "编号", "序号", "单号", "工单号"}},
        {"sort", {"kind", "type", "类型", "类别"}},
        {"severity", {"level", "priority", "等级", "级别", "严重程度"}},
        {"status", {"state", "状态"}},
        {"accepted", {"accepteddate", "接单时间", "派单时间"}, false, true},
        {"resolved", {"resolveddate", "处理时间", "解决时间", "完成时间", "完成日期"}, false, true},
        {"closed", {"closeddate", "结案时间", "归档时间", "关闭时间", "办结时间"}, false, true},
        {"owner", {"handler", "assignedto", "处理人", "责任人", "负责人", "维修人员"}},
        {"remedy", {"result", "resolution", "处理结果", "处理情况"}},
        {"channel", {"source", "来源", "渠道", "方式"}},
        {"place", {"区域", "地点"}},
        {"unit", {"room", "address", "房号", "地址"}},
        {"name", {"complainant", "姓名", "客户", "业主", "业主姓名", "投诉人"}},
        {"phone", {"telephone", "tel", "电话", "联系电话", "手机"}},
        {"remedy_asked", {"request", "诉求", "要求"}},
    };
    return kFields;
}

struct NewStep {
    CaseAction action;
    RowTime at;
    bool unknown = false;  // the time stands for one that nobody wrote down
};

struct OldCase {
    std::string sort;
    std::string words;
    CaseFile file;
    RowTime received{};
    std::string owner;
    std::string remedy;
    std::vector<PersonalField> personal;
    std::vector<NewStep> steps;  // in the order of their times
};

enum class Status { unsaid, open, resolved, archived };

Status status_named(const std::string& typed) {
    static const std::map<std::string, Status> kWords{
        {"open", Status::open},       {"处理中", Status::open},     {"未处理", Status::open},
        {"未完成", Status::open},     {"待处理", Status::open},     {"resolved", Status::resolved},
        {"已处理", Status::resolved}, {"已解决", Status::resolved}, {"archived", Status::archived},
        {"closed", Status::archived}, {"已结案", Status::archived}, {"已归档", Status::archived},
        {"已关闭", Status::archived}, {"已办结", Status::archived}, {"完成", Status::archived},
        {"已完成", Status::archived}};
    const auto found = kWords.find(lower_case(plain_form(typed)));
    if (found == kWords.end()) {
        throw UsageError{say(
            N_("\"{0}\" is none of open, resolved and archived; say in the map which one: [values.status]"), typed)};
    }
    return found->second;
}

std::int64_t severity_named(const std::string& typed) {
    const std::string plain = plain_form(typed);
    if (plain.find_first_not_of("0123456789") != std::string::npos) {
        throw UsageError{
            say(N_("\"{0}\" is no severity from 1 to 4; say in the map which one: [values.severity]"), typed)};
    }
    return checked_level("severity", plain.size() == 1 ? plain[0] - '0' : -1);
}

// "2.02401E+12", of which the last figures are lost.
bool is_shortened(const std::string& number) {
    const std::string plain = lower_case(plain_form(number));
    const std::size_t power = plain.find("e+");
    return power != std::string::npos && power > 0 && plain.find_first_not_of("0123456789.") == power &&
           power + 2 < plain.size() && plain.find_first_not_of("0123456789", power + 2) == std::string::npos;
}

// What two rows say that tell of the same case. Of a hundred thousand cases the words are not held.
std::size_t fingerprint_of(Instant received, const std::string& words, const CaseFile& file,
                           const std::vector<PersonalField>& personal) {
    std::string all =
        std::to_string(received.time_since_epoch().count()) + '\n' + words + '\n' + file.unit + '\n' + file.place;
    for (const PersonalField& field : personal) {
        all += '\n' + field.value;
    }
    return std::hash<std::string>{}(all);
}

// The number of a row as one knows it again: however wide its letters and figures are.
std::string known_by(const std::string& reference) {
    return lower_case(plain_form(reference));
}

class Register {
  public:
    explicit Register(Book& book) : book_{&book} {
        EntryQuery query;
        query.rare_kinds = {kind::kCase};
        each_amended(book.store(), query, [&](const Entry& entry) {
            const auto file = case_file_of(entry.fields);
            if (!file) {
                return;
            }
            cases_.emplace(fingerprint_of(entry.told_at(), entry.note, *file, personal_of(entry.fields)),
                           file->sequence);
            if (!file->reference.empty()) {
                references_.emplace(known_by(file->reference), case_code(file->sequence));
            }
        });
    }

    OldCase look(ImportRow& row) {
        OldCase one;
        one.sort = row.checked("sort", typed_sort);
        one.sort = one.sort.empty() ? sort::kComplaint : one.sort;
        one.words = row.needed("words");
        read_file(row, one);
        read_person(row, one);
        read_times(row, one);
        if (!row.recorded()) {
            find_twice(row, one);
        }
        return one;
    }

  private:
    void read_file(ImportRow& row, OldCase& one) {
        const std::string severity =
            row.checked("severity", [](const std::string& word) { return std::to_string(severity_named(word)); });
        one.file.severity = severity.empty() ? plan().default_level(one.sort) : std::atoll(severity.c_str());
        one.file.channel =
            row.checked("channel", [](const std::string& word) { return typed_channel("channel", word); });
        const bool good = row.good();
        one.file.place = row.checked(
            "place", [&](const std::string& word) { return book_->resolve("point", N_("checkpoint"), word).code; });
        if (good && !row.good() && !row.has("unit")) {
            row.hint(say(N_("Free words of a place go into the house or flat: columns.\"{0}\" = \"unit\""),
                         row.heading("place")));
        }
        one.file.unit = row.text("unit");
        one.file.remedy_asked = row.text("remedy_asked");
        one.file.reference = row.text("reference");
        if (is_shortened(one.file.reference)) {
            row.fault("reference", say(N_("\"{0}\" is a number that the spreadsheet shortened; make the column one of "
                                          "text, and save it anew"),
                                       one.file.reference));
        }
        one.remedy = row.text("remedy");
    }

    void find_twice(ImportRow& row, const OldCase& one) {
        const std::string& reference = one.file.reference;
        const bool good = row.good();
        const std::size_t fingerprint = fingerprint_of(one.received.at, one.words, one.file, one.personal);
        const auto same = cases_.find(fingerprint);
        if (reference.empty()) {
            if (good && same == cases_.end()) {
                cases_.emplace(fingerprint, 0);
            } else if (good) {
                row.fault("", same->second == 0 ? say(N_("the same time and words stand there twice"))
                                                : say(N_("the same time and words are there already, as {0}"),
                                                      case_code(same->second)));
                row.hint(
                    say(N_("--skip-bad leaves out what is there already. Another case of the same time and words "
                           "needs a number: a column reference.")));
            }
            return;
        }
        const auto [known, fresh] = references_.emplace(known_by(reference), std::string{});
        if (fresh) {
            return;
        }
        row.fault("reference", known->second.empty()
                                   ? say(N_("\"{0}\" stands there twice"), reference)
                                   : say(N_("\"{0}\" is there already, as {1}"), reference, known->second));
        if (good && !known->second.empty() && same == cases_.end()) {
            row.hint(
                say(N_("Do the numbers begin again in every table? Then leave them out, in a map, --map FILE.toml: "
                       "columns.\"{0}\" = \"\""),
                    row.heading("reference")));
        }
    }

    void read_person(ImportRow& row, OldCase& one) {
        one.owner = row.checked(
            "owner", [&](const std::string& word) { return book_->resolve_ever("staff", N_("person"), word).code; });
        const std::string name = row.text("name");
        if (!name.empty()) {
            one.personal.push_back({"name", name});
        }
        const std::string phone = row.checked("phone", phone_of_register);
        if (!phone.empty()) {
            one.personal.push_back({"phone", phone});
        }
    }

    void read_times(ImportRow& row, OldCase& one) {
        const auto times = row.times({"received", "accepted", "resolved", "closed"}, book_->zone(), book_->now());
        const auto& received = times[0];
        const auto& accepted = times[1];
        auto resolved = times[2];
        const auto& closed = times[3];
        Status status = Status::unsaid;
        row.checked("status", [&](const std::string& word) {
            status = status_named(word);
            return word;
        });
        if (!received) {
            if (row.good()) {
                row.fault("received", say(N_("is empty")));
            }
            return;
        }
        if (!row.good()) {
            return;
        }
        if (status == Status::resolved && !resolved && !closed) {
            row.fault("resolved", say(N_("is empty, but the case is resolved")));
        } else if (status == Status::open && (closed || resolved)) {
            row.fault("status", say(N_("says open, but there is a time at which it was closed or resolved")));
        }
        one.received = *received;
        // An assignment when it came tells no acceptance: see tells_acceptance().
        if (accepted && (one.owner.empty() || accepted->at == received->at)) {
            add(row, one, "accepted", CaseAction::act, *accepted);
        }
        if (!one.owner.empty()) {
            add(row, one, "accepted", CaseAction::assign, accepted.value_or(*received));
        }
        // Whoever closed it had resolved it; many registers have one time for both.
        resolved = resolved ? resolved : closed;
        if (resolved) {
            add(row, one, "resolved", CaseAction::resolve, *resolved);
        }
        if (closed || (status == Status::archived && resolved)) {
            add(row, one, "closed", CaseAction::archive, closed.value_or(*resolved));
        } else if (status == Status::archived) {
            add(row, one, "status", CaseAction::archive, accepted.value_or(*received));
            if (row.good()) {
                one.steps.back().unknown = true;
            }
        }
    }

    // The step, when its time fits to those before it.
    void add(ImportRow& row, OldCase& one, const char* field, CaseAction action, RowTime time) {
        if (!row.good()) {
            return;  // what is wrong with one step is told once
        }
        const Instant at = time.at;
        Entry first;
        first.number = 1;
        first.kind = kind::kCase;
        first.subject = one.sort;
        first.happened_at = one.received.at;
        first.flag = flag::kImported;
        Case so_far = begin_case(first, one.file);
        for (const NewStep& step : one.steps) {
            Entry entry;
            entry.number = 2;
            entry.kind = kind_of(step.action);
            entry.happened_at = step.at.at;
            entry.flag = flag::kImported;
            add_step(so_far, entry, {});
        }
        const Hindrance hindrance = onduty::hindrance(so_far, {action, {at, at}, {}, {}, {}, {}}, plan());
        if (hindrance == Hindrance::before_the_case || at < so_far.start) {
            row.fault(row.has(field) ? field : "closed", say(N_("is earlier than the time at which it was received")));
        } else if (hindrance == Hindrance::before_what_it_ends || (!one.steps.empty() && at < one.steps.back().at.at)) {
            row.fault(row.has(field) ? field : "closed", say(N_("is earlier than the step before it")));
        } else {
            one.steps.push_back({action, time});
        }
    }

    const CasePlan& plan() { return book_->plan(&Plan::cases); }

    Book* book_;
    // The number of the case here; "" while it is in the file only.
    std::unordered_map<std::string, std::string> references_;
    std::unordered_map<std::size_t, std::int64_t> cases_;  // their numbers by what they say
};

Entry drafted(ImportJob& job, const char* kind, const RowTime& time) {
    Entry entry = job.draft(kind, time.at);
    if (!time.has_clock) {
        entry.fields.add(kDayOnly, time.at.time_since_epoch().count());
    }
    return entry;
}

// Answers the number of the case.
std::int64_t record(ImportJob& job, const OldCase& one) {
    Entry entry = drafted(job, kind::kCase, one.received);
    entry.subject = one.sort;
    entry.note = one.words;
    Details details;
    details.case_file = one.file;
    details.case_file->sequence = job.next_number("case");
    details.personal = one.personal;
    const Entry first = job.append(entry, details);
    for (const NewStep& step : one.steps) {
        Entry next = drafted(job, kind_of(step.action), step.at);
        if (step.unknown) {
            next.fields.add(kTimeUnknown, step.at.at.time_since_epoch().count());
        }
        next.about = first.number;
        Details more;
        if (step.action == CaseAction::assign) {
            more.case_step.emplace().owner = one.owner;
        } else if (step.action == CaseAction::resolve) {
            next.note = one.remedy;
        }
        job.append(next, more);
    }
    return first.fields.number("case");
}

}  // namespace

int import_cases(Context& context, const ImportOptions& options) {
    ImportJob job{context, options, fields()};
    job.find_importer();
    Register list{job.book()};
    job.check([&](ImportRow& row) { list.look(row); });
    std::int64_t all = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
    job.record([&](ImportRow& row) {
        return [&, one = list.look(row)] {
            last = record(job, one);
            first = ++all == 1 ? last : first;
        };
    });
    return job.finish(say(N_("cases {0}, {1} to {2}"), all, case_code(first), case_code(last)), all);
}

}  // namespace onduty
