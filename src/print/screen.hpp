// SPDX-License-Identifier: MIT
// How are rows aligned for people? Columns by display width, so that Chinese lines up.
#pragma once

#include "print/table.hpp"

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
