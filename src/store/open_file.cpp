// SPDX-License-Identifier: MIT
#include "store/open_file.hpp"

#include <unistd.h>

#include <algorithm>
#include <limits>

#include "store/entry_rows.hpp"
#include "store/journal.hpp"
#include "store/migrations.hpp"
#include "store/site_file.hpp"
#include "text/error.hpp"

namespace onduty {

namespace {

bool has_both(const Moment& moment) {
    return moment.boot.count() > 0;
}

}  // namespace

void Store::Parts::read_head() {
    head = {};
    last = {};
    Rows newest{database, kEntryUpTo};
    newest.bind(1, std::numeric_limits<EntryNumber>::max());
    if (!newest.step()) {
        return;
    }
    Entry entry;
    read_entry(newest, entry);
    head = {entry.number, entry.head};
    last = {entry.recorded_at, entry.boot_at, entry.boot_id};
    if (!has_both(last)) {  // seldom: another program wrote it
        Rows earlier{database,
                     "SELECT recorded_at,boot_at,boot_id FROM entry WHERE boot_at>0 ORDER BY number DESC LIMIT 1"};
        if (earlier.step()) {
            last = {Instant{std::chrono::milliseconds{earlier.integer(0)}},
                    std::chrono::milliseconds{earlier.integer(1)}, std::string{earlier.text(2)}};
        }
    }
    if (entry.number == 1) {
        site = entry.id;
    } else if (site == EntryId{}) {
        Rows first{database, "SELECT id FROM entry WHERE number=1"};
        if (first.step()) {
            std::copy_n(first.text(0).begin(), std::min(site.size(), first.text(0).size()), site.begin());
        }
    }
}

void Store::Parts::remember(const Moment& moment) {
    if (has_both(moment) || !has_both(last)) {
        last = moment;
    }
}

void Store::create(const std::string& path) {
    create_site_file(path);
    try {
        guarded(path, [&] {
            Database database{path, OpenMode::write};
            create_schema(database);
        });
    } catch (const Error&) {
        ::unlink(path.c_str());  // it is ours and empty
        throw;
    }
}

Store::Store(const std::string& path, Mode mode) {
    check_site_file(path);
    guarded(path, [&] {
        const OpenMode how = mode == Mode::write ? OpenMode::write : OpenMode::read;
        const JournalTrial trial{path, how};
        const int version = schema_version(path, trial.readable());
        parts_ = std::make_unique<Parts>(path, how == OpenMode::write ? path : trial.readable(), how);
        if (version < kSchemaVersion && mode == Mode::write) {
            migrate(parts_->database, version, migrations());
        }
        parts_->drop_statements = check_schema(parts_->database);
        parts_->read_head();
    });
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;

const std::string& Store::path() const {
    return parts_->path;
}

Head Store::head() {
    return parts_->head;
}

EntryId Store::site_id() {
    return parts_->site;
}

const std::vector<std::string>& Store::drop_statements() const {
    return parts_->drop_statements;
}

}  // namespace onduty
