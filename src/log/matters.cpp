// SPDX-License-Identifier: MIT
#include "log/matters.hpp"

#include <algorithm>
#include <cstdlib>

namespace onduty {

std::vector<EntryNumber> matters_in(std::string_view code) {
    std::vector<EntryNumber> matters;
    while (!code.empty()) {
        const std::string_view digits = code.substr(0, code.find(' '));
        matters.push_back(std::atoll(std::string{digits}.c_str()));
        code.remove_prefix(std::min(digits.size() + 1, code.size()));
    }
    return matters;
}

std::string text_of(const std::vector<EntryNumber>& matters) {
    std::string text;
    for (const EntryNumber matter : matters) {
        text += (text.empty() ? "" : " ") + std::to_string(matter);
    }
    return text;
}

std::vector<EntryNumber> stepped_by(const Entry& entry) {
    std::vector<EntryNumber> stepped{entry.opens, entry.closes};
    for (const char* more : {kOpensToo, kClosesToo}) {
        const std::vector<EntryNumber> matters = matters_in(entry.fields.word(more));
        stepped.insert(stepped.end(), matters.begin(), matters.end());
    }
    return stepped;
}

void MatterReading::add(EntryNumber opens, EntryNumber closes, std::int64_t pieces) {
    if (closes != 0) {
        open_.erase(closes);
    }
    if (opens != 0) {
        open_[opens] += pieces;
    }
}

bool is_open_after(EntryNumber matter, const std::vector<Entry>& steps, const Amendments& amendments) {
    if (amendments.withdrawn(matter)) {
        return false;
    }
    bool open = false;
    for (const Entry& step : steps) {
        if (!amendments.leaves_out(step)) {
            open = step.opens == matter || (open && step.closes != matter);
        }
    }
    return open;
}

}  // namespace onduty
