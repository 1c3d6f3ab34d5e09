// SPDX-License-Identifier: MIT
#include "meters/told.hpp"

#include <algorithm>

#include "text/tenths.hpp"

namespace onduty {

std::string amount_words(Book& book, const std::string& meter, std::int64_t tenths, int version) {
    const Meter* part = find_code(book.plan(&Plan::meters, version), meter);
    return joined(tenths_text(tenths), part == nullptr ? "" : part->unit);
}

int meter_version(Book& book, const std::string& meter, int recorded, Instant told) {
    const int then = std::min(recorded, book.version_at(told));
    return find_code(book.plan(&Plan::meters, then), meter) == nullptr ? recorded : then;
}

std::string reading_words(Teller& teller, const Entry& entry) {
    const int version = meter_version(teller.book(), entry.subject, entry.plan, entry.told_at());
    return joined(teller.name("meter", entry.subject),
                  amount_words(teller.book(), entry.subject, entry.fields.number("reading"), version));
}

}  // namespace onduty
