// SPDX-License-Identifier: MIT
// Who closes a file that we opened ourselves, beside SQLite?
#pragma once

#include <unistd.h>

namespace onduty {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_{number} {}  // below zero: it could not be opened
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    int number() const { return number_; }

  private:
    int number_;
};

}  // namespace onduty
