// SPDX-License-Identifier: MIT
// A day that is played with everything the house does, and all that is told of it afterwards.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "support.hpp"
#include "time/time.hpp"

namespace onduty::test {

// Friday 2026-11-27 from 08:00 on, with the English sales office and somebody on duty at each post.
void play(TestSite& site);
// The same in two steps: who comes on duty, then what they do, typed as it happens or all in the evening with its time.
enum class Typed { at_once, in_the_evening };
void open_day(TestSite& site);
// What was answered.
std::vector<std::string> play_deeds(TestSite& site, Typed typed);
// The same, at the times that a machine's clock shows: `shown` answers it for each minute of the day.
std::vector<std::string> play_deeds(TestSite& site, const std::function<std::string(int minute)>& shown);

// The same, each deed as `typed` has its words; `then` hears the words of the day and what was answered.
void play_deeds_as(TestSite& site, const std::function<std::string(const std::string& words)>& typed,
                   const std::function<void(const std::string& words, const Ran& ran)>& then);

// The words of a line; ~ stands for a blank within one.
std::vector<std::string> words_of(const std::string& line);

// Numbers of the entries of this kind.
std::vector<std::string> numbers_of(TestSite& site, const char* kind);

using Pages = std::map<std::string, std::string>;

// All that is told of the day and its week.
Pages pages_of(TestSite& site);

// The lines in which two pages differ, "" where they are the same.
std::string differing_lines(const std::string& one, const std::string& other);

}  // namespace onduty::test
