// SPDX-License-Identifier: MIT
#include "meters/told.hpp"

#include "text/tenths.hpp"

namespace onduty {

std::string amount_words(Book& book, const std::string& meter, std::int64_t tenths, int version) {
    const Meter* part = book.part_in(&Plan::meters, "meter", meter, version);
    return joined(tenths_text(tenths), part == nullptr ? "" : part->unit);
}

std::string reading_words(Teller& teller, const Entry& entry) {
    return joined(teller.name("meter", entry.subject),
                  amount_words(teller.book(), entry.subject, entry.fields.number("reading"), entry.plan));
}

}  // namespace onduty
