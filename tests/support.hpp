// SPDX-License-Identifier: MIT
// How does a test get a site, a fixed time, and run a command in process?
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "log/entry.hpp"
#include "print/table.hpp"

namespace onduty::test {

// What a command line did: exit code and both streams.
struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

// A scratch directory with one site file in it; removed with the object.
class TestSite {
  public:
    // Without a site file; the clock shows 2026-11-23 20:30 in Shanghai.
    TestSite();
    ~TestSite();
    TestSite(const TestSite&) = delete;
    TestSite& operator=(const TestSite&) = delete;

    // The same with the English sales office and, on duty since 20:30, Zhang Wei (A01, alias zw) at
    // night-guard; Li Na (A02) at guard and Wang (A03) at supervisor are in the plan. Last entry: 5.
    static void start_night(TestSite& site);

    // Sets the clock: "2026-11-23 20:30", local time in Shanghai.
    void set_time(const std::string& local);

    // Runs `onduty --site FILE words...`; every clock reading is the set time, or the next of `later`.
    Ran run(std::vector<std::string> words);
    // The command with the lines of `input` on standard input, the clock going on by `step` a line.
    Ran run_with_input(std::vector<std::string> words, const std::string& input, std::chrono::seconds step);

    // Records what another program might: a copy of an entry with another id, changed.
    void append_like(EntryNumber number, const std::function<void(Entry&)>& change);

    // The world outside with these streams and the clock as it is set; `this` must outlive it.
    Environment environment(Output& out, Output& err);

    const std::string& directory() const { return directory_; }
    std::string file() const { return directory_ + "/site.db"; }

    // The plan in force, as it is meant when it is applied as a whole: without the line that says of which version it
    // is.
    std::string plan();

    // Who changes the plan where a command line does not say it: the first supervisor whom the plan took on.
    std::string plan_author;
    std::string first_staff;  // who changes it before that
    bool terminal = false;                           // both streams are terminals
    std::string language;                            // value of ONDUTY_LANG
    std::map<std::string, std::string> variables{};  // others

  private:
    std::string directory_;
    Instant now_;
};

// Takes each of these, name and post, on the staff and on duty.
void bring_on_duty(TestSite& site, const std::vector<std::pair<const char*, const char*>>& people);

// The number of the entry that an answer tells first.
int entry_of(const Ran& ran);

// A hint as a shell splits it; "..." stands for words that people think of.
std::vector<std::string> shell_words(const std::string& line);

// "21:05" of that many minutes after midnight.
std::string clock_of(int minute);

// Local time in Shanghai as an instant: "2026-11-23 20:30".
Instant at(const std::string& local);

// "a\nb\n" for comparing several lines beside the call.
std::string lines(std::initializer_list<const char*> texts);

// Whether `words` stand in the text.
bool says(const std::string& text, const char* words);

// The rows as machine CSV would have them.
std::string rows(const Table& table);

// A name that is the code, for blocks that ask for names.
std::string as_coded(const char* family, const std::string& code);

// The text of a file.
std::string read_text(const std::string& path);

}  // namespace onduty::test
