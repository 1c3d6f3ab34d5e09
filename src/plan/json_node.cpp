// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <charconv>

#include "plan/node.hpp"

namespace onduty {

namespace {

constexpr unsigned char kFirstPrintable = 0x20;

void add_text(std::string& json, const std::string& text) {
    json += '"';
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            json += '\\';
        }
        if (static_cast<unsigned char>(letter) < kFirstPrintable) {
            json += fmt::format("\\u{:04x}", static_cast<unsigned char>(letter));
        } else {
            json += letter;
        }
    }
    json += '"';
}

void add_node(std::string& json, const Node& node) {
    const char* between = "";
    switch (node.type) {
        case Node::Type::text:
            add_text(json, node.text);
            break;
        case Node::Type::integer:
            json += std::to_string(node.integer);
            break;
        case Node::Type::number:
            json += fmt::format("{}", node.number);
            break;
        case Node::Type::boolean:
            json += node.integer != 0 ? "true" : "false";
            break;
        case Node::Type::list:
            json += '[';
            for (const Node& value : node.values) {
                json += between;
                add_node(json, value);
                between = ",";
            }
            json += ']';
            break;
        case Node::Type::table:
            json += '{';
            for (std::size_t i = 0; i < node.keys.size(); ++i) {
                json += between;
                add_text(json, node.keys[i]);
                json += ':';
                add_node(json, node.values[i]);
                between = ",";
            }
            json += '}';
            break;
        case Node::Type::other:
            json += "null";
            break;
    }
}

// Reads what add_node() writes, and no more of JSON than that.
class JsonReader {
  public:
    explicit JsonReader(std::string_view json) : left_{json} {}

    Node whole() {
        Node node = value();
        return good_ && left_.empty() ? node : Node{};
    }

  private:
    bool take(std::string_view word) {
        if (left_.substr(0, word.size()) != word) {
            return false;
        }
        left_.remove_prefix(word.size());
        return true;
    }

    void need(std::string_view word) { good_ = take(word) && good_; }

    std::string text() {
        std::string text;
        need("\"");
        while (good_ && !take("\"")) {
            const std::size_t plain = std::min(left_.find_first_of("\"\\"), left_.size());
            text += left_.substr(0, plain);
            left_.remove_prefix(plain);
            unsigned code = 0;
            if (left_.substr(0, 2) == "\\u" && left_.size() >= 6) {
                const char* digits = left_.data() + 2;
                good_ = std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
                text += static_cast<char>(code);
                left_.remove_prefix(6);
            } else if (take("\\")) {
                text += left_.substr(0, 1);
                good_ = !left_.empty();
                left_.remove_prefix(left_.empty() ? 0 : 1);
            } else {
                good_ = !left_.empty();
            }
        }
        return text;
    }

    Node number() {
        Node node;
        const char* first = left_.data();
        const std::size_t size = std::min(left_.find_first_of(",]}"), left_.size());
        node.type = left_.substr(0, size).find_first_of(".e") == std::string_view::npos ? Node::Type::integer
                                                                                        : Node::Type::number;
        const auto read = node.type == Node::Type::integer ? std::from_chars(first, first + size, node.integer)
                                                           : std::from_chars(first, first + size, node.number);
        good_ = good_ && read.ec == std::errc{} && read.ptr == first + size;
        left_.remove_prefix(size);
        return node;
    }

    Node value() {
        Node node;
        if (left_.substr(0, 1) == "\"") {
            node.type = Node::Type::text;
            node.text = text();
        } else if (take("[")) {
            node.type = Node::Type::list;
            while (good_ && !take("]")) {
                node.values.push_back(value());
                good_ = good_ && (take(",") || left_.substr(0, 1) == "]");
            }
        } else if (take("{")) {
            node.type = Node::Type::table;
            while (good_ && !take("}")) {
                node.keys.push_back(text());
                need(":");
                node.values.push_back(value());
                good_ = good_ && (take(",") || left_.substr(0, 1) == "}");
            }
        } else if (take("true")) {
            node.type = Node::Type::boolean;
            node.integer = 1;
        } else if (take("false")) {
            node.type = Node::Type::boolean;
        } else if (!take("null")) {
            node = number();
        }
        return node;
    }

    std::string_view left_;
    bool good_ = true;
};

}  // namespace

std::string to_json(const Node& node) {
    std::string json;
    add_node(json, node);
    return json;
}

Node from_json(std::string_view json) {
    return JsonReader{json}.whole();
}

}  // namespace onduty
