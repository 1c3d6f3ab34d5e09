// SPDX-License-Identifier: MIT
#include "commands/handovers.hpp"

namespace onduty {

std::optional<Entry> open_offer(Store& store, Date today) {
    EntryQuery query;
    query.dates = DateRange{today - std::chrono::days{7}, today + std::chrono::days{2}};
    std::optional<Entry> offer;
    store.each(query, [&](const Entry& entry) {
        if (entry.kind == kind::kHandoverOffer) {
            offer = entry;
        } else if (offer && entry.kind == kind::kHandoverAccept && entry.about == offer->number) {
            offer.reset();
        } else if (offer && entry.kind == kind::kVoid && entry.about == offer->number) {
            offer.reset();
        }
    });
    return offer;
}

}  // namespace onduty
