// SPDX-License-Identifier: MIT
#include "book/plan_note.hpp"

#include "plan/node.hpp"
#include "store/chain.hpp"

namespace onduty {

namespace {

Node text_node(std::string text) {
    Node node;
    node.type = Node::Type::text;
    node.text = std::move(text);
    return node;
}

Node number_node(std::size_t number) {
    Node node;
    node.type = Node::Type::integer;
    node.integer = static_cast<std::int64_t>(number);
    return node;
}

Node table_node(std::vector<std::string> keys, std::vector<Node> values) {
    Node node;
    node.type = Node::Type::table;
    node.keys = std::move(keys);
    node.values = std::move(values);
    return node;
}

std::string text_of(const Node& table, const char* key) {
    const Node* value = table.find(key);
    return value == nullptr ? std::string{} : value->text;
}

std::string hash_of(const std::string& text) {
    return hex(bytes_of(sha256(text)));  // as sha256sum tells it of what plan export writes
}

}  // namespace

std::string plan_note(const std::vector<PlanChange>& changes, const std::string& text) {
    Node list;
    list.type = Node::Type::list;
    for (const PlanChange& change : changes) {
        list.values.push_back(table_node({"table", "code", "key", "at", "before", "after"},
                                         {text_node(change.table), text_node(change.code), text_node(change.key),
                                          number_node(change.at), text_node(change.before), text_node(change.after)}));
    }
    return to_json(table_node({"changes", "hash"}, {std::move(list), text_node(hash_of(text))}));
}

std::optional<std::string> noted_text(const std::string& note, const std::string& before) {
    if (is_whole_text(note)) {
        return note;
    }
    const Node tree = from_json(note);
    const Node* changes = tree.find("changes");
    std::optional<std::string> text = before;
    for (std::size_t i = 0; changes != nullptr && text && i < changes->values.size(); ++i) {
        const Node& change = changes->values[i];
        const Node* at = change.find("at");
        text = changed_text(*text, {text_of(change, "table"), text_of(change, "code"), text_of(change, "key"),
                                    at == nullptr ? 0 : static_cast<std::size_t>(at->integer),
                                    text_of(change, "before"), text_of(change, "after")});
    }
    return text && hash_of(*text) == text_of(tree, "hash") ? text : std::nullopt;
}

bool is_whole_text(const std::string& note) {
    return note.empty() || note.front() != '{';  // no TOML file begins with a brace
}

}  // namespace onduty
