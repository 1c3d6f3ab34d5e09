// SPDX-License-Identifier: MIT
// How does whoever makes a table learn the names of codes, without the open book?
#pragma once

#include <functional>
#include <string>

#include "book/book.hpp"

namespace onduty {

// The name of a code of a family ("staff", "point", "rule"); the code itself when it is unknown.
using NameOf = std::function<std::string(const char* family, const std::string& code)>;

inline NameOf names_of(Book& book) {
    return [&book](const char* family, const std::string& code) { return book.name_of(family, code); };
}

}  // namespace onduty
