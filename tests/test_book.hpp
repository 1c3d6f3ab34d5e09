// SPDX-License-Identifier: MIT
// How does a test ask a read model directly? It writes entries into a scratch book, at times that it tells, and hands
// the book over.
#pragma once

#include <optional>

#include "book/book.hpp"
#include "support.hpp"

namespace onduty::test {

// What an entry says. Codes as they stand in the file.
struct Said {
    std::string by = "A01";  // an entry of somebody on duty counts for the date of his shift
    std::string subject{};
    EntryNumber about = 0;
    std::string result{};
    std::string flag{};
    std::string note{};
    std::string rule{};
    std::string until{};  // "2026-11-24 18:00", local time in Shanghai
    Details details{};
    EntryNumber opens = 0;  // what the action says of open matters where the kind's step does not
    EntryNumber closes = 0;
    Fields fields{};
    std::int64_t pieces = 0;  // that go out, below 0: that come back
};

// The book of TestSite::start_night: the English sales office, Zhang Wei (A01) on duty at night-guard, Li Na (A02) and
// Wang (A03) in the plan, the clock at 2026-11-23 20:30, last entry 5. `TestBook book; book.log("task", {.note = "mend
// the fence"}); CHECK(open_notes(book).size() == 1);`
class TestBook {
  public:
    TestBook();

    // Appends an entry of this kind, with the post and shift of who is on duty; answers its number.
    EntryNumber log(const char* kind, const Said& said = {});
    void set_time(const std::string& local);
    // What a command line does with the same file, for what is not the matter of the test.
    void run(std::vector<std::string> words);
    // The same, whatever comes of it.
    Ran ran(std::vector<std::string> words);

    // Opened anew after every change, as a command would.
    Book& book();
    operator Book&() { return book(); }

  private:
    TestSite site_;
    Output out_;
    Output err_;
    Environment environment_;
    Context context_;
    std::optional<Book> book_;
};

}  // namespace onduty::test
