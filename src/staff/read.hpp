// SPDX-License-Identifier: MIT
// Who was on duty at which post on some days, read from the open book?
#pragma once

#include <vector>

#include "book/due_line.hpp"
#include "staff/attendance.hpp"

namespace onduty {

// Who has not gone off duty, although the shift is long over.
void add_stale_lines(Look& look, DueLines& lines);

// Health certificates of those who need one.
// Posts that nobody works at any more and the plan still asks something of.
void add_left_posts(Look& look, DueLines& lines);
void add_certificate_lines(Look& look, DueLines& lines);

class AttendanceFold : public Fold {
  public:
    explicit AttendanceFold(Pass& pass) : pass_{&pass} {}
    Wanted wanted() const override;
    void add(const Entry& entry) override { reading_.add(entry); }
    void finish() override;

    std::vector<Attendance> rows;

  private:
    Pass* pass_;
    ShiftReading reading_;
};

}  // namespace onduty
