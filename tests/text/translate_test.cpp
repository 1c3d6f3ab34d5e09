// SPDX-License-Identifier: MIT
// Which language is chosen, and are its sentences found? What is asked for, else ONDUTY_LANG, else what the
// environment means.
#include "text/translate.hpp"

#include <doctest/doctest.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <map>
#include <ostream>

#include "embedded.hpp"

namespace onduty {

namespace {

using Environment = std::map<std::string, std::string>;

bool chinese(const char* wanted, const Environment& environment) {
    return choose_language(wanted, [&](const char* name) {
               const auto found = environment.find(name);
               return found == environment.end() ? std::string{} : found->second;
           }) == Language::chinese;
}

struct InChinese {
    InChinese() { use_language(Language::chinese); }
    ~InChinese() { use_language(Language::english); }
    InChinese(const InChinese&) = delete;
    InChinese& operator=(const InChinese&) = delete;
};

std::uint32_t number_at(std::size_t offset) {
    std::uint32_t number = 0;
    std::memcpy(&number, embedded::onduty_catalogue + offset, sizeof number);
    return number;
}

}  // namespace

TEST_CASE("without anything it is English") {
    CHECK_FALSE(chinese("", {}));
}

TEST_CASE("what is asked for comes before everything") {
    CHECK(chinese("zh", {{"ONDUTY_LANG", "en"}, {"LC_ALL", "en_GB.UTF-8"}, {"LANGUAGE", "en"}}));
    CHECK_FALSE(chinese("en", {{"ONDUTY_LANG", "zh"}, {"LC_ALL", "zh_CN.UTF-8"}, {"LANGUAGE", "zh_CN"}}));
    CHECK(chinese("zh_CN.UTF-8", {}));
}

TEST_CASE("ONDUTY_LANG comes before the locale") {
    CHECK(chinese("", {{"ONDUTY_LANG", "zh"}, {"LC_ALL", "C"}}));
    CHECK(chinese("", {{"ONDUTY_LANG", "zh_CN"}, {"LANG", "en_US.UTF-8"}}));
    CHECK_FALSE(chinese("", {{"ONDUTY_LANG", "en"}, {"LC_ALL", "zh_CN.UTF-8"}}));
}

TEST_CASE("LC_ALL, LC_MESSAGES, LANG: the first that is set") {
    CHECK(chinese("", {{"LANG", "zh_CN.UTF-8"}}));
    CHECK(chinese("", {{"LANG", "zh_CN.GBK"}}));
    CHECK(chinese("", {{"LANG", "zh_TW.UTF-8"}}));
    CHECK_FALSE(chinese("", {{"LC_ALL", "C.UTF-8"}, {"LANG", "zh_CN.UTF-8"}}));
    CHECK_FALSE(chinese("", {{"LC_MESSAGES", "en_GB.UTF-8"}, {"LANG", "zh_CN.UTF-8"}}));
    CHECK(chinese("", {{"LC_MESSAGES", "zh_CN.UTF-8"}, {"LANG", "en_GB.UTF-8"}}));
    CHECK(chinese("", {{"LC_ALL", "zh_CN.UTF-8"}, {"LC_MESSAGES", "en_GB"}, {"LANG", "en_GB"}}));
    CHECK(chinese("", {{"LC_ALL", ""}, {"LANG", "zh_CN.UTF-8"}}));
}

TEST_CASE("LANGUAGE comes before the locale") {
    CHECK(chinese("", {{"LANG", "C.UTF-8"}, {"LANGUAGE", "zh_CN"}}));
    CHECK(chinese("", {{"LANG", "en_GB.UTF-8"}, {"LANGUAGE", "zh_CN:en"}}));
    CHECK_FALSE(chinese("", {{"LANG", "zh_CN.UTF-8"}, {"LANGUAGE", "en_GB:zh_CN"}}));
}

TEST_CASE("LANGUAGE does not count in the plain C locale, as with gettext") {
    CHECK_FALSE(chinese("", {{"LANG", "C"}, {"LANGUAGE", "zh_CN"}}));
    CHECK_FALSE(chinese("", {{"LC_ALL", "POSIX"}, {"LANG", "zh_CN.UTF-8"}, {"LANGUAGE", "zh_CN"}}));
}

TEST_CASE("English sentences are used as they are") {
    use_language(Language::english);
    CHECK(std::string{tr("{0} of {1}")} == "{0} of {1}");
    CHECK(say("{1} of {0}", 3, "two") == "two of 3");
    CHECK(say("{0}", std::string{"{1} stays"}) == "{1} stays");
}

TEST_CASE("every sentence of the catalogue is found, the first and the last, too") {
    const InChinese chinese;
    const std::uint32_t count = number_at(8);
    CHECK(count > 1900);
    for (std::uint32_t i = 1; i < count; ++i) {
        const char* english = embedded::onduty_catalogue + number_at(number_at(12) + i * 8 + 4);
        const char* translated = embedded::onduty_catalogue + number_at(number_at(16) + i * 8 + 4);
        CHECK_MESSAGE(tr(english) == translated, english);
    }
}

TEST_CASE("what the catalogue does not have is said in English") {
    const InChinese chinese;
    for (const char* text : {"", "\x01", "A", "About nothing at all", "Accepted bz", "zzz", "\xff"}) {
        CHECK(tr(text) == text);
    }
}

TEST_CASE("words that end a sentence get no second full stop, and all others get theirs") {
    const auto put = [](const char* sentence, const std::string& words) {
        return put_together(sentence, fmt::make_format_args(words));
    };
    for (const char* words : {"it rained", "没空", "{0}", "3", "a.b", "\"...\"", ""}) {
        const std::string said = words;
        CHECK(put("Explained: {0}.", said) == "Explained: " + said + ".");
        CHECK(put("Explained: {0}. Next: {0}.\n{0}", said) == "Explained: " + said + ". Next: " + said + ".\n" + said);
        CHECK(put("已说明：{0}。", said) == "已说明：" + said + "。");
    }
    for (const char* words : {"it rained.", "没空。", "was it?", "（5号）！", "and so on..."}) {
        const std::string said = words;
        CHECK(put("Explained: {0}.", said) == "Explained: " + said);
        CHECK(put("Explained: {0}. Next: {0}.\n{0}", said) == "Explained: " + said + " Next: " + said + "\n" + said);
        CHECK(put("已说明：{0}。{0}。", said) == "已说明：" + said + said);
        CHECK(put("See {0}.csv, {0}...", said) == "See " + said + ".csv, " + said + "...");
    }
}

TEST_CASE("what the system says is said in the language of the user") {
    CHECK(std::string{why_failed(ENOSPC)} == std::strerror(ENOSPC));
    CHECK(std::string{why_failed(EDOM)} == std::strerror(EDOM));
    const InChinese chinese;
    CHECK(std::string{why_failed(ENOSPC)} == "设备上没有空间");
    CHECK(std::string{why_failed(EDOM)} == std::strerror(EDOM));
}

}  // namespace onduty
