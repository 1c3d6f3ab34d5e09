// SPDX-License-Identifier: MIT
// What was the last head that this machine acknowledged? A file beside the site file remembers it, so that
// a restored old copy, a planted journal or a lost tail is noticed. It may lag after a power cut, never lead.
#pragma once

#include <optional>
#include <string>

#include "log/entry.hpp"

namespace onduty {

// "site.db.head" beside "site.db".
std::string watermark_path(const std::string& site_path);

// Unreadable: it is there, or may be, and this account or the disk does not let it be read.
enum class WatermarkRead { good, missing, damaged, unreadable };

struct Watermark {
    WatermarkRead read = WatermarkRead::missing;
    Head head;
    int error = 0;  // of unreadable: the errno
};

Watermark read_watermark(const std::string& site_path);

// Written after COMMIT; needs no sync of its own. Answers false when it could not be written.
bool write_watermark(const std::string& site_path, const Head& head);

}  // namespace onduty
