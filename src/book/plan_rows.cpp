// SPDX-License-Identifier: MIT
#include "book/plan_rows.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <tuple>

#include "book/clocks.hpp"
#include "book/plan_note.hpp"
#include "plan/read_plan.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

void add_setting(PartList& rows, const char* code, std::string value, std::string detail = {}) {
    rows.push_back({"setting", {code, std::move(value), {}, std::move(detail)}});
}

void sort_rows(PartList& rows) {
    std::sort(rows.begin(), rows.end(), [](const Part& a, const Part& b) {
        return std::tie(a.family, a.until, a.word.code) < std::tie(b.family, b.until, b.word.code);
    });
}

// The rows, built anew entry by entry. Of versions whose words were purged, or which a newer program wrote, they are
// taken from the file as they are, up to the next whole text.
class Replay {
  public:
    Replay(const PartList& found, ClockReading clocks) : found_{&found}, clocks_{std::move(clocks)} {}

    void add(const Entry& entry) {
        const FieldValue* note = entry.fields.find("note");
        if ((note != nullptr && note->redacted) || (lost_ != 0 && !is_whole_text(entry.note))) {
            lose(entry.plan);
            return;
        }
        const std::optional<std::string> text = noted_text(entry.note, text_);
        if (!text) {
            throw Failure{say(N_("Entry {0} does not lead to a plan that reads."), entry.number)};
        }
        std::vector<PlanError> errors;
        const CheckedPlan plan = parsed_plan(*text, errors);
        if (!errors.empty()) {  // no program records what it cannot read: a newer one knows more tables
            lose(entry.plan);
            return;
        }
        if (lost_ != 0) {
            take_over(entry.plan);
        }
        text_ = *text;
        version_ = entry.plan;
        PartChanges changes = changes_to(version_, newest_, rows_of(plan, entry, clocks_.in_order(entry.number)));
        for (Part& part : changes.ended) {
            newest_.erase(std::find(newest_.begin(), newest_.end(), part));
            part.until = version_;
            ended_.push_back(std::move(part));
        }
        std::move(changes.begun.begin(), changes.begun.end(), std::back_inserter(newest_));
    }

    PartList finish() {
        const bool text_known = lost_ == 0 && version_ != 0;
        if (text_known) {
            ended_.push_back(text_row(text_, version_));
        } else {
            std::copy_if(found_->begin(), found_->end(), std::back_inserter(ended_),
                         [](const Part& part) { return part.family == kTextFamily; });
        }
        if (lost_ != 0) {
            take_over(std::numeric_limits<int>::max());
        }
        ended_.insert(ended_.end(), newest_.begin(), newest_.end());
        return std::move(ended_);
    }

    const std::set<std::int64_t>& unknown() const { return unknown_; }

  private:
    void lose(int version) {
        lost_ = lost_ == 0 ? version : lost_;
        unknown_.insert(version);
    }

    // What became of the rows from the first version that was lost to the last before `version`.
    void take_over(int version) {
        PartList held = std::move(newest_);
        newest_.clear();
        for (const Part& part : *found_) {
            const bool ended = part.until != 0 && part.until < version;
            const auto before = std::find_if(held.begin(), held.end(), [&](const Part& one) {
                return one.since == part.since && one.family == part.family && one.place == part.place &&
                       one.word == part.word && one.body == part.body;
            });
            const bool goes_on = before != held.end() && (part.until == 0 || part.until >= lost_);
            const bool begun = part.since >= lost_ && part.since < version && part.family != kTextFamily;
            if (goes_on) {
                held.erase(before);
            }
            if (goes_on || begun) {
                (ended ? ended_ : newest_).push_back(part);
            }
        }
        for (Part& part : newest_) {
            part.until = 0;  // what the versions from this one on make of it is worked out again
        }
        newest_.insert(newest_.end(), held.begin(), held.end());
        lost_ = 0;
    }

    const PartList* found_;
    ClockReading clocks_;
    std::string text_;
    int version_ = 0;
    int lost_ = 0;  // the first version of those whose words were purged, 0 while the text is known
    std::set<std::int64_t> unknown_;
    PartList newest_;
    PartList ended_;
};

}  // namespace

CheckedPlan parsed_plan(std::string_view toml, std::vector<PlanError>& errors) {
    CheckedPlan checked;
    checked.toml = toml;
    Node tree;
    checked.plan = read_plan(toml, errors, &tree);
    if (errors.empty()) {
        checked.parts = parts_of(tree, checked.plan);
    }
    return checked;
}

PartList rows_of(const CheckedPlan& plan, const Entry& entry, Instant since) {
    PartList rows = plan.parts;
    add_setting(rows, "zone", plan.plan.zone);
    add_setting(rows, "site", plan.plan.site_name);
    add_setting(rows, "grace", std::to_string(plan.plan.grace.count()));
    add_setting(rows, "day-start", std::to_string(plan.plan.calendar.day_start.count()));
    if (entry.tool.find("rehearsal") != std::string::npos) {
        add_setting(rows, "rehearsal", "1");
    }
    add_setting(rows, "version", entry.subject, std::to_string(since.time_since_epoch().count()));
    return rows;
}

Part text_row(const std::string& toml, int version) {
    return {kTextFamily, {}, 0, toml, version};
}

PartsFollow parts_follow(Book& book, const std::vector<EntryNumber>& entries) {
    PartList found = book.store().all_parts();
    Replay replay{found, clock_reading(book.store())};
    for (const EntryNumber number : entries) {
        if (const auto entry = book.store().entry(number)) {
            replay.add(*entry);
        }
    }
    PartList wanted = replay.finish();
    sort_rows(wanted);
    sort_rows(found);
    return {wanted == found, replay.unknown()};
}

void date_versions(Book& book) {
    Store& store = book.store();
    EntryQuery query;
    query.kind = kind::kPlan;
    query.header_only = true;
    query.all_batches = true;
    std::vector<Entry> plans;
    store.each(query, [&](const Entry& entry) { plans.push_back(entry); });
    const ClockReading clocks = clock_reading(store);
    for (const Entry& plan : plans) {
        store.date_version(plan.plan, clocks.in_order(plan.number));
    }
    book.read_plan_anew();
}

}  // namespace onduty
