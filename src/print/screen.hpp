// SPDX-License-Identifier: MIT
// How are rows shown to people? Aligned, and folded where the output is narrower than they are.
#pragma once

#include "print/rows.hpp"

namespace onduty {

class ScreenWriter : public RowWriter {
  public:
    ScreenWriter(const std::vector<Column>& columns, Output& output) : columns_{columns}, output_{output} {}
    void row(const std::vector<Cell>& cells) override;
    void finish() override;

  private:
    const std::vector<Column>& columns_;
    Output& output_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace onduty
