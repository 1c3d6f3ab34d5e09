// SPDX-License-Identifier: MIT
// How are rows shown to people? Aligned, and folded where the window is narrower than they are.
#pragma once

#include "print/table.hpp"

namespace onduty {

// How wide rows may be from now on, in columns; 0, as it is at first: as wide as they need. The window is told by who
// knows it, the start of the program and the list that stays on the screen; what goes into a pipe is never folded.
void set_screen_columns(std::size_t columns);

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
