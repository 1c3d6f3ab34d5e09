// SPDX-License-Identifier: MIT
// How is somebody's table read more than once without being held? A file is; what comes through a pipe has to be kept.
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

  private:
    std::string name_;
    int descriptor_ = -1;
    std::string text_;  // of what cannot be read twice
};

}  // namespace onduty
