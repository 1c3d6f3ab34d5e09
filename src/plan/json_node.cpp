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

// Reads what add_node() writes, and no more of JSON than that; every command reads some of it, so nothing is read
// twice.
class JsonReader {
  public:
    explicit JsonReader(std::string_view json) : at_{json.data()}, end_{json.data() + json.size()} {}

    Node whole() {
        Node node;
        read(node);
        if (!good_ || at_ != end_) {
            node = {};
        }
        return node;
    }

  private:
    static constexpr std::size_t kUsualKeys = 12;
    static constexpr std::ptrdiff_t kHexDigits = 4;

    char next() const { return at_ == end_ ? '\0' : *at_; }

    bool take(char letter) {
        const bool there = at_ != end_ && *at_ == letter;
        at_ += there ? 1 : 0;
        return there;
    }

    bool take_word(std::string_view word) {
        const bool there = std::string_view{at_, static_cast<std::size_t>(end_ - at_)}.substr(0, word.size()) == word;
        at_ += there ? word.size() : 0;
        return there;
    }

    // After a value of a list or a table another follows, or its end.
    void go_on(char last) { good_ = good_ && (take(',') || next() == last); }

    void read_text(std::string& text) {
        good_ = good_ && take('"');
        while (good_ && !take('"')) {
            const char* plain = at_;
            while (at_ != end_ && *at_ != '"' && *at_ != '\\') {
                ++at_;
            }
            text.append(plain, at_);
            if (take('\\')) {
                read_escaped(text);
            } else {
                good_ = at_ != end_;
            }
        }
    }

    void read_escaped(std::string& text) {
        unsigned code = 0;
        if (at_ == end_) {
            good_ = false;
        } else if (!take('u')) {
            text += *at_++;
        } else if (end_ - at_ >= kHexDigits) {
            good_ = std::from_chars(at_, at_ + kHexDigits, code, 16).ptr == at_ + kHexDigits;
            text += static_cast<char>(code);
            at_ += kHexDigits;
        } else {
            good_ = false;
        }
    }

    void read_number(Node& node) {
        const char* last = at_;
        node.type = Node::Type::integer;
        while (last != end_ && *last != ',' && *last != ']' && *last != '}') {
            node.type = *last == '.' || *last == 'e' ? Node::Type::number : node.type;
            ++last;
        }
        const auto read = node.type == Node::Type::integer ? std::from_chars(at_, last, node.integer)
                                                           : std::from_chars(at_, last, node.number);
        good_ = good_ && read.ec == std::errc{} && read.ptr == last;
        at_ = last;
    }

    void read(Node& node) {
        if (next() == '"') {
            node.type = Node::Type::text;
            read_text(node.text);
        } else if (take('[')) {
            node.type = Node::Type::list;
            while (good_ && next() != ']') {
                read(node.values.emplace_back());
                go_on(']');
            }
            good_ = good_ && take(']');
        } else if (take('{')) {
            node.type = Node::Type::table;
            node.keys.reserve(kUsualKeys);
            node.values.reserve(kUsualKeys);
            while (good_ && next() != '}') {
                read_text(node.keys.emplace_back());
                good_ = good_ && take(':');
                read(node.values.emplace_back());
                go_on('}');
            }
            good_ = good_ && take('}');
        } else if (take_word("true")) {
            node.type = Node::Type::boolean;
            node.integer = 1;
        } else if (take_word("false")) {
            node.type = Node::Type::boolean;
        } else if (!take_word("null")) {
            read_number(node);
        }
    }

    const char* at_;
    const char* end_;
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
