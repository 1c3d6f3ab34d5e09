// SPDX-License-Identifier: MIT
// Is every answer JSON that a program can read, whatever the text?
#include "print/json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <ostream>

namespace onduty {

namespace {

struct Written {
    std::string text;
    Output output{[this](std::string_view bytes) {
        text += bytes;
        return true;
    }};
};

const std::vector<Column>& columns() {
    static const std::vector<Column> list{
        {"number", "No.", ColumnKind::integer}, {"result", "结果", ColumnKind::word}, {"note", "说明"}};
    return list;
}

std::string json(const std::vector<std::vector<Cell>>& rows) {
    Written written;
    print({columns(), rows}, Format::json, written.output);
    written.output.flush();
    return written.text;
}

}  // namespace

TEST_CASE("an array of objects, one on a line, with machine names and Chinese as it is") {
    CHECK(json({{Cell::of(std::int64_t{7}), Cell::of("ok", "正常"), Cell::of("灯闪")}, {Cell{}, Cell{}, Cell{}}}) ==
          "[\n"
          "{\"number\":7,\"result\":\"ok\",\"note\":\"灯闪\"},\n"
          "{\"number\":null,\"result\":null,\"note\":null}\n"
          "]\n");
}

TEST_CASE("no rows are an empty array") {
    CHECK(json({}) == "[]\n");
}

TEST_CASE("one object alone") {
    Written written;
    print_json_object(columns(), {Cell::of(std::int64_t{-1}), Cell{}, Cell::of("x")}, written.output);
    written.output.flush();
    CHECK(written.text == "{\"number\":-1,\"result\":null,\"note\":\"x\"}\n");
}

TEST_CASE("any text comes back as it was") {
    for (const std::string& text :
         {std::string{"\"quoted\" \\ / "}, std::string{"one\ntwo\r\t"}, std::string{"\x1B[31m"}, std::string{"a\0b", 3},
          std::string{"\u2028\u202E"}, std::string{"😀"}, std::string{"=1"}}) {
        const auto read = nlohmann::json::parse(json({{Cell{}, Cell{}, Cell::of(text)}}));
        CHECK(read[0]["note"].get<std::string>() == text);
    }
}

TEST_CASE("control characters are escaped") {
    CHECK(json({{Cell{}, Cell{}, Cell::of("\x1B")}}) ==
          "[\n{\"number\":null,\"result\":null,\"note\":\"\\u001b\"}\n]\n");
}

TEST_CASE("bytes that are no UTF-8 are replaced, not thrown") {
    CHECK(nlohmann::json::parse(json({{Cell{}, Cell{}, Cell::of("a\xFFz")}}))[0]["note"] == "a\uFFFDz");
}

TEST_CASE("the largest number") {
    CHECK(json({{Cell::of(INT64_MAX), Cell{}, Cell{}}}).find(":9223372036854775807,") != std::string::npos);
}

}  // namespace onduty
