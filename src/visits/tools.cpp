// SPDX-License-Identifier: MIT
#include "visits/tools.hpp"

#include <algorithm>
#include <utility>

#include "book/amended.hpp"
#include "book/typed_lines.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "visits/read.hpp"

namespace onduty {

std::vector<Line> tools_brought(Book& book, const Visit& visit) {
    return visit.type == visit_type::kContractor ? lines_of(fields_now(book.store(), visit.arrival))
                                                 : std::vector<Line>{};
}

std::vector<Line> tools_leaving(Book& book, const Visit& visit, const std::vector<std::string>& typed) {
    std::vector<Line> leaving = tools_brought(book, visit);
    if (leaving.empty() && !typed.empty()) {
        throw Refusal{say(N_("{0} brought no tools in. Leave out --tool."), visit_code(visit))};
    }
    const std::string brought = tools_text(leaving);
    for (Line& tool : leaving) {
        tool.expected = std::exchange(tool.quantity, 0);
        tool.named_freely = true;
    }
    for (const std::string& word : typed) {
        const TypedLine line = typed_line(word, 0);
        const auto tool = std::find_if(leaving.begin(), leaving.end(), [&](const Line& one) {
            return folded_name(one.item) == folded_name(line.name);
        });
        if (tool == leaving.end() || tool->quantity + line.quantity > *tool->expected) {
            throw Refusal{say(N_("{0} brought in {1}. If more came in, first: onduty correct {2} --tool {3} --reason "
                                 "\"...\""),
                              visit_code(visit), shown_safely(brought), visit.arrival, shell_word(word))};
        }
        tool->quantity += line.quantity;
    }
    return leaving;
}

std::vector<Line> tools_staying(const std::vector<Line>& leaving) {
    std::vector<Line> staying;
    for (const Line& tool : leaving) {
        if (tool.quantity < tool.expected.value_or(0)) {
            staying.push_back({tool.item, *tool.expected - tool.quantity});
        }
    }
    return staying;
}

bool leaves_tools(const Entry& departure) {
    return !tools_staying(lines_of(departure.fields)).empty();
}

std::string tools_text(const std::vector<Line>& tools) {
    const auto words = [](const Line& tool) {
        return tool.quantity < tool.expected.value_or(0)
                   ? say(N_("{0} {1} of {2}"), tool.item, tool.quantity, *tool.expected)
                   : tool.item + " " + std::to_string(tool.quantity);
    };
    return listed(tools, words, tr(", "));
}

}  // namespace onduty
