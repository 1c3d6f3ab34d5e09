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

// While it lives the book tells names as the plan of a version called them; 0 is the newest one.
class NamesThen {
  public:
    NamesThen(Book& book, int version) : book_{&book}, before_{book.tell_names_in(version)} {}
    // A sum bears the name that its code had at the end of the dates.
    NamesThen(Book& book, DateRange dates) : NamesThen{book, book.version_after(dates)} {}
    NamesThen(const NamesThen&) = delete;
    NamesThen& operator=(const NamesThen&) = delete;
    ~NamesThen() { book_->tell_names_in(before_); }

  private:
    Book* book_;
    int before_;
};

// While it lives what is typed is read as it would have been then: words of the plan of then, times that were to come.
class ToldThen {
  public:
    ToldThen(Book& book, Instant at) : book_{&book}, before_{book.tell_at(at)} {}
    ToldThen(const ToldThen&) = delete;
    ToldThen& operator=(const ToldThen&) = delete;
    ~ToldThen() { book_->tell_at(before_); }

  private:
    Book* book_;
    std::optional<Instant> before_;
};

}  // namespace onduty
