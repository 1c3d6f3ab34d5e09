// SPDX-License-Identifier: MIT
#include "log/changed_fields.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace onduty {

namespace {

// What may be corrected of the header, and the note.
Fields columns_of(const Entry& entry) {
    Fields columns;
    columns.add_code("subject", entry.subject);
    columns.add_code("rule", entry.rule);
    columns.add_code("result", entry.result);
    columns.add_code("flag", entry.flag);
    columns.add_words("note", entry.note);
    if (entry.about != 0) {
        columns.add("about", entry.about, 0, Sought::yes);
    }
    if (entry.late) {
        columns.add(kLate, 1);
    }
    if (entry.slot_at) {
        columns.add("slot_at", entry.slot_at->time_since_epoch().count());
    }
    return columns;
}

// Nothing for what stands in no column.
bool put_column(const FieldValue& value, Entry& entry) {
    if (value.name == "subject") {
        entry.subject = value.word;
    } else if (value.name == "rule") {
        entry.rule = value.word;
    } else if (value.name == "result") {
        entry.result = value.word;
    } else if (value.name == "flag") {
        entry.flag = value.word;
    } else if (value.name == "note") {
        entry.note = value.word;
    } else if (value.name == "about") {
        entry.about = value.number.value_or(0);
    } else if (value.name == kLate) {
        entry.late = value.number.value_or(0) != 0;
    } else if (value.name == "slot_at") {
        entry.slot_at = value.number ? std::optional{Instant{std::chrono::milliseconds{*value.number}}} : std::nullopt;
    } else {
        return false;
    }
    return true;
}

bool says_the_same(const FieldValue* one, const FieldValue* other) {
    return one == nullptr || other == nullptr ? one == other : one->number == other->number && one->word == other->word;
}

void add_at(Fields& fields, FieldValue value, std::int64_t place) {
    value.place = place;
    // What was is not looked for.
    value.sought = value.sought && place > kWas;
    fields.add(std::move(value));
}

bool have_the_same_lines(const Fields& one, const Fields& other) {
    const auto has_all = [](const Fields& all, const Fields& of) {
        return std::all_of(of.begin(), of.end(), [&](const FieldValue& value) {
            return value.place < 1 || says_the_same(all.find(value.name, value.place), &value);
        });
    };
    return has_all(one, other) && has_all(other, one);
}

// A line, by what it is of and which of several of that; its values at the first place.
struct KeyedLine {
    std::string item;
    int which = 1;
    Fields values{};
    bool is_of(const KeyedLine& other) const { return item == other.item && which == other.which; }
};

// In the order of their places.
std::vector<KeyedLine> lines_of(const Fields& fields) {
    std::vector<KeyedLine> lines;
    std::map<std::string, int> seen;
    for (std::int64_t place = 1; place <= fields.last_place(); ++place) {
        KeyedLine line{fields.word("item", place)};
        line.which = ++seen[line.item];
        for (const FieldValue& value : fields) {
            if (value.place == place) {
                add_at(line.values, value, 1);
            }
        }
        if (!line.values.empty()) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

template <typename Lines>
auto find_line(Lines& lines, const KeyedLine& wanted) {
    return std::find_if(lines.begin(), lines.end(), [&](const KeyedLine& line) { return line.is_of(wanted); });
}

// What a correction did not name stays as it is now, even if that was another when the correction was typed.
std::vector<KeyedLine> changed_lines(std::vector<KeyedLine> now, const std::vector<KeyedLine>& was,
                                     const std::vector<KeyedLine>& to_be) {
    for (const KeyedLine& line : was) {
        if (const auto place = find_line(now, line); find_line(to_be, line) == to_be.end() && place != now.end()) {
            now.erase(place);
        }
    }
    for (const KeyedLine& line : to_be) {
        if (const auto before = find_line(was, line);
            before != was.end() && have_the_same_lines(before->values, line.values)) {
            continue;
        }
        const auto place = find_line(now, line);
        if (place == now.end()) {
            now.push_back(line);
        } else {
            *place = line;
        }
    }
    return now;
}

void put_lines(const Fields& correction, Entry& entry) {
    const Fields was = values_at(correction, kWas);
    const Fields to_be = values_at(correction, kToBe);
    const bool in_order = have_the_same_lines(entry.fields, was);
    const std::vector<KeyedLine> lines =
        in_order ? lines_of(to_be) : changed_lines(lines_of(entry.fields), lines_of(was), lines_of(to_be));
    entry.fields.take_out_lines();
    std::int64_t place = 0;
    for (const KeyedLine& line : lines) {
        ++place;
        for (FieldValue value : line.values) {
            value.place = place;
            entry.fields.add(std::move(value));
        }
    }
}

}  // namespace

Fields change_between(const Entry& was, const Entry& to_be) {
    Fields before = columns_of(was);
    before.add(was.fields);
    Fields after = columns_of(to_be);
    after.add(to_be.fields);
    Fields change;
    for (const FieldValue& value : after) {
        if (value.place == 0 && !says_the_same(before.find(value.name), &value)) {
            add_at(change, value, kToBe);
        }
    }
    for (const FieldValue& value : before) {
        if (value.place == 0 && !says_the_same(after.find(value.name), &value)) {
            add_at(change, value, kWas);
        }
    }
    if (!have_the_same_lines(before, after)) {
        for (const FieldValue& value : after) {
            if (value.place > 0) {
                add_at(change, value, value.place);
            }
        }
        for (const FieldValue& value : before) {
            if (value.place > 0) {
                add_at(change, value, kWas - value.place);
            }
        }
    }
    return change;
}

bool says_change(const Entry& entry) {
    return entry.kind == kind::kCorrection && std::any_of(entry.fields.begin(), entry.fields.end(),
                                                          [](const FieldValue& value) { return value.place != 0; });
}

void put_change(const Fields& correction, Entry& entry) {
    const bool has_lines = std::any_of(correction.begin(), correction.end(),
                                       [](const FieldValue& value) { return value.place > 0 || value.place < kWas; });
    if (has_lines) {
        put_lines(correction, entry);
    }
    for (const FieldValue& value : correction) {
        const bool of_itself = value.place == kToBe || value.place == kWas;
        if (of_itself && !put_column({value.name}, entry)) {
            entry.fields.take_out(value.name);
        }
    }
    for (const FieldValue& value : correction) {
        if (value.place == kToBe && !put_column(value, entry)) {
            add_at(entry.fields, value, 0);
        }
    }
}

Fields values_at(const Fields& correction, std::int64_t place) {
    Fields values;
    for (FieldValue value : correction) {
        const bool of_line = place == kToBe ? value.place > 0 : value.place < kWas;
        if (value.place == place || of_line) {
            value.place = !of_line ? 0 : place == kToBe ? value.place : kWas - value.place;
            values.add(std::move(value));
        }
    }
    return values;
}

}  // namespace onduty
