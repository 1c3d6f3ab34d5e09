// SPDX-License-Identifier: MIT
// How is somebody's table read more than once without being held, and is it text? A file is read anew; what comes
// through a pipe has to be kept.
#pragma once

#include <string>

#include "cli/command.hpp"
#include "text/csv_reader.hpp"

namespace onduty {

class TableFile {
  public:
    // "-" is standard input. Throws Failure, and UsageError for one that is larger than any table.
    TableFile(Context& context, const std::string& name);
    TableFile(const TableFile&) = delete;
    TableFile& operator=(const TableFile&) = delete;
    ~TableFile();

    // Of its bytes, as 64 letters: the same file read again has the same.
    std::string digest() const;

    // From its beginning. The file must outlive what is answered.
    Pieces pieces() const;

    // Throws UsageError for what is no text in UTF-8, with how it becomes that.
    void refuse_other_kinds() const;

  private:
    std::string name_;
    int descriptor_ = -1;
    std::string text_;  // of what cannot be read twice
};

}  // namespace onduty
