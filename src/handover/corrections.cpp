// SPDX-License-Identifier: MIT
#include "handover/corrections.hpp"

#include <algorithm>

#include "handover/item_words.hpp"
#include "stock/corrections.hpp"
#include "stock/read.hpp"
#include "text/error.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

Things items_of_plan(Correcting& correcting) {
    Things things{correcting.book(), "handover-item", N_("item")};
    things.add_of(correcting.book(), "handover-item", correcting.lines());
    return things;
}

}  // namespace

// With its condition, as it is counted at once: "torch=2:damaged"; "torch=-" takes it out.
void read_item_counted(Correcting& correcting, const std::string& typed) {
    Book& book = correcting.book();
    Entry& now = correcting.now;
    const std::vector<HandoverItem> items = items_counted(book, now.subject, now.about);
    const auto sides = sides_of(plain_form(typed), Parting::last);
    std::vector<Line> lines = correcting.lines();
    if (sides && takes_out(sides->said)) {
        const std::string code = items_of_plan(correcting).code(sides->thing);
        std::erase_if(lines, [&](const Line& line) { return line.item == code; });
    } else {
        for (Line line : counted_lines(book, items, now.subject, {typed})) {
            const auto was =
                std::find_if(lines.begin(), lines.end(), [&](const Line& one) { return one.item == line.item; });
            // Why it is not in order still holds, unless it is now.
            if (was != lines.end() && line.note.empty() &&
                (!line.condition.empty() || line.quantity != line.expected)) {
                line.note = was->note;
            }
            std::erase_if(lines, [&](const Line& one) { return one.item == line.item; });
            lines.push_back(line);
        }
    }
    if (lines.empty()) {
        throw UsageError{say(N_("Nothing would be left of entry {0}."), now.number)};
    }
    // As they are typed at once, in the order of the plan.
    const auto place = [&](const Line& line) {
        return std::find_if(items.begin(), items.end(),
                            [&](const HandoverItem& item) { return item.code == line.item; });
    };
    std::stable_sort(lines.begin(), lines.end(),
                     [&](const Line& one, const Line& other) { return place(one) < place(other); });
    now.result = uncounted(items, lines).empty() ? result::kComplete : result::kIncomplete;
    correcting.lines(lines);
}

void read_why_of_item(Correcting& correcting, const std::string& typed) {
    type_remark_anew(correcting, items_of_plan(correcting), typed);
}

}  // namespace onduty
