// SPDX-License-Identifier: MIT
#include "handover/item_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "book/machine_words.hpp"
#include "handover/read.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct ConditionWord {
    const char* english;
    const char* chinese;
    const char* condition;
};

constexpr std::array<ConditionWord, 4> kConditions{{{"ok", "好", ""},
                                                    {"worn", "旧", condition::kWorn},
                                                    {"damaged", "坏", condition::kDamaged},
                                                    {"missing", "缺", condition::kMissing}}};

bool means_all(const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    return plain == "all" || plain == "全部" || plain == "全";
}

const char* condition_of(const std::string& typed, const std::string& word) {
    const std::string plain = lower_case(plain_form(typed));
    for (const ConditionWord& known : kConditions) {
        if (plain == known.english || plain == known.chinese) {
            return known.condition;
        }
    }
    throw UsageError{say(N_("\"{0}\": the condition is ok, worn, damaged or missing: torch=2:damaged"), word)};
}

// Where the condition begins: behind the number, or behind what is no name as a whole, for one may hold a colon.
std::size_t colon_of(const NameList& names, const std::string& plain) {
    const std::size_t colon = plain.rfind(':');
    const std::size_t sign = plain.rfind('=');
    const bool in_name =
        sign == std::string::npos ? word_in_full(names, plain).has_value() : colon != std::string::npos && colon < sign;
    return in_name ? std::string::npos : colon;
}

// What is handed over at other posts only is named with one of them.
void refuse_of_others(Book& book, const NameList& names, const std::string& post, const std::string& name,
                      const std::string& typed) {
    if (word_in_full(names, name)) {
        return;
    }
    const auto other = word_in_full(book.names_told("handover-item", N_("item")), name);
    const HandoverItem* item =
        other ? find_code(book.plan(&Plan::handover_items, book.version_told()), other->code) : nullptr;
    if (item != nullptr && !item->posts.empty() && !item->is_of(post)) {
        const auto name_of = [&](const std::string& one) { return book.name_of("post", one); };
        throw UsageError{say(N_("{0} is handed over at {1}, not at {2}. Counting it there: onduty handover count {3} "
                                "--of {4}"),
                             item->name, listed(item->posts, name_of, tr(", ")), book.name_of("post", post),
                             shell_word(typed), item->posts.front())};
    }
}

Line counted_line(Book& book, const std::string& post, const std::vector<HandoverItem>& items, const NameList& names,
                  const std::string& typed) {
    const std::string plain = plain_form(typed);
    const std::size_t colon = colon_of(names, plain);
    const char* condition = colon == std::string::npos ? "" : condition_of(plain.substr(colon + 1), typed);
    const std::string rest = plain.substr(0, colon);
    const TypedLine read = typed_line(rest, 0);
    refuse_of_others(book, names, post, read.name, typed);
    const std::string code = choose(names, read.name).code;
    const HandoverItem& item = *find_code(items, code);
    const bool numbered = rest.find('=') != std::string::npos;
    const bool missing = condition == std::string_view{condition::kMissing};
    Line line{code, numbered ? read.quantity : missing ? 0 : item.number, item.number, {}, condition};
    if (missing && line.quantity >= item.number) {
        throw UsageError{
            say(N_("\"{0}\": {1} of {2} are there, so nothing is missing."), typed, line.quantity, item.number)};
    }
    if (line.condition.empty() && line.quantity < item.number) {
        line.condition = condition::kMissing;
    }
    return line;
}

}  // namespace

std::vector<Line> counted_lines(Book& book, const std::vector<HandoverItem>& items, const std::string& post,
                                const std::vector<std::string>& words) {
    NameList names = book.names_told("handover-item", N_("item"));
    std::erase_if(names.words, [&](const Word& word) { return find_code(items, word.code) == nullptr; });
    for (const HandoverItem& item : items) {  // what the plan has dropped since it was offered
        if (find_code(names.words, item.code) == nullptr) {
            names.words.push_back({item.code, item.name, listed(item.aliases, " ")});
        }
    }
    std::map<std::string, Line> typed;
    bool all = false;
    for (const std::string& word : words) {
        if (means_all(word)) {
            all = true;
            continue;
        }
        Line line = counted_line(book, post, items, names, word);
        if (!typed.emplace(line.item, line).second) {
            throw UsageError{say(N_("\"{0}\" is counted twice."), word)};
        }
    }
    std::vector<Line> lines;
    for (const HandoverItem& item : items) {
        const auto found = typed.find(item.code);
        if (found != typed.end() || all) {
            lines.push_back(found == typed.end() ? Line{item.code, item.number, item.number} : found->second);
        }
    }
    return lines;
}

std::string item_text(const std::string& name, const Line& line) {
    const std::string number = say(N_("{0} {1} of {2}"), name, line.quantity, line.expected.value_or(line.quantity));
    return line.condition.empty() ? number : number + tr(", ") + shown_word(line.condition);
}

std::string odd_text(const Things& things, const std::vector<Line>& lines) {
    std::string text;
    for (const Line& line : lines) {
        if (is_defect(line) || !line.condition.empty()) {
            text += (text.empty() ? "" : tr("; ")) + item_text(things.name(line.item), line);
        }
    }
    return text;
}

void remark_responsible(Book& book, const Things& things, const Entry& count, const std::vector<Line>& lines) {
    std::set<std::string> wrong;
    for (const Line& line : lines) {
        if (is_defect(line)) {
            wrong.insert(line.item);
        }
    }
    const HandoverFacts before = wrong_since(book, {wrong.begin(), wrong.end()});
    for (const ItemDefect& defect : item_defects(before)) {
        if (defect.mended_by == nullptr && defect.found->number < count.number && wrong.erase(defect.item) > 0) {
            book.context().remark(say(N_("{0} is so since entry {1}: {2} answers for it."), things.name(defect.item),
                                      defect.found->number,
                                      book.name_of("staff", who_answers_for(book, *defect.found).person)));
        }
    }
    if (wrong.empty()) {
        return;
    }
    const Responsible who = who_answers_for(book, item_count(count, lines));
    const std::string name = book.name_of("staff", who.person);
    book.context().remark(who.handover == 0 ? say(N_("{0} answers for it."), name)
                          : who.outgoing    ? say(N_("Found before the acceptance: {0} answers for it."), name)
                                            : say(N_("Found after the acceptance: {0} answers for it."), name));
}

Table item_table(const std::vector<HandoverItem>& items) {
    Table table{{{"item", tr("Code"), ColumnKind::code},
                 {"name", tr("Item"), ColumnKind::text},
                 {"number", tr("Expected"), ColumnKind::integer},
                 {"note", tr("Note"), ColumnKind::text}},
                {}};
    for (const HandoverItem& item : items) {
        table.rows.push_back({Cell::of(item.code), Cell::of(item.name), Cell::of(item.number), Cell::of(item.note)});
    }
    return table;
}

}  // namespace onduty
