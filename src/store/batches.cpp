// SPDX-License-Identifier: MIT
#include "store/batches.hpp"

#include <string>

#include "log/kinds.hpp"

namespace onduty {

bool Batches::counts(EntryNumber batch) {
    if (batch == 0) {
        return true;
    }
    if (batch != last_) {
        if (!rows_) {
            rows_.emplace(*database_,
                          "SELECT kind='" + std::string{kind::kImport} +
                              "' AND(EXISTS(SELECT 1 FROM open_matter WHERE entry=?1)OR EXISTS(SELECT 1 FROM amended "
                              "WHERE day=business_date AND entry=?1 AND state='withdrawn'))FROM entry WHERE number=?1");
        }
        rows_->reset();
        rows_->bind(1, batch);
        last_counts_ = !rows_->step() || rows_->integer(0) == 0;
        rows_->reset();
        last_ = batch;
    }
    return last_counts_;
}

bool Batches::count_with(EntryNumber entry) {
    Rows row{*database_, "SELECT batch FROM entry WHERE number=?"};
    row.bind(1, entry);
    return !row.step() || counts(row.integer(0));
}

}  // namespace onduty
