// SPDX-License-Identifier: MIT
// How are rows written for programs that read JSON? An array of objects with machine names; Chinese as is.
#pragma once

#include "print/rows.hpp"

namespace onduty {

class JsonWriter : public RowWriter {
  public:
    JsonWriter(const std::vector<Column>& columns, Output& output) : columns_{columns}, output_{output} {}
    void row(const std::vector<Cell>& cells) override;
    void finish() override;

  private:
    const std::vector<Column>& columns_;
    Output& output_;
    bool first_ = true;
};

// One object of named cells on one line.
void print_json_object(const std::vector<Column>& columns, const std::vector<Cell>& cells, Output& output);

}  // namespace onduty
