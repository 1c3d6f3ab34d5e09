// SPDX-License-Identifier: MIT
// Does every command refuse a word or an option in which nothing stands?
#include <doctest/doctest.h>

#include "commands.hpp"
#include "support.hpp"

using onduty::test::Ran;
using onduty::test::says;
using onduty::test::TestSite;

namespace onduty {

namespace {

bool takes_text(const OptionSpec& spec) {
    return std::holds_alternative<std::string*>(spec.target) || spec.is_list();
}

// The action with what it needs, and `typed` where the option `blank` stands.
std::vector<std::string> with_blank(std::vector<std::string> words, const OptionList& list, const OptionSpec& blank,
                                    const std::string& typed) {
    bool before = true;
    for (const OptionSpec& spec : list.specs()) {
        const bool is_blank = &spec == &blank;
        before = before && !is_blank;
        if (!is_blank && !spec.needed && !(spec.is_word() && blank.is_word() && before)) {
            continue;
        }
        if (!spec.is_word()) {
            words.push_back(spec.long_name());
        }
        words.push_back(is_blank ? typed : "1");
    }
    return words;
}

// The action with what it needs.
std::vector<std::string> with_needed(std::vector<std::string> words, const OptionList& list) {
    for (const OptionSpec& spec : list.specs()) {
        if (spec.needed) {
            if (!spec.is_word()) {
                words.push_back(spec.long_name());
            }
            words.push_back("1");
        }
    }
    return words;
}

int try_global_options(TestSite& site, const std::vector<std::string>& words) {
    int tried = 0;
    for (const char* option : {"--site", "--by", "--at", "--reason", "--lang"}) {
        for (const char* typed : {"", "  ", "\u3000"}) {
            std::vector<std::string> line = words;
            line.insert(line.end(), {option, typed});
            const Ran ran = site.run(line);
            CAPTURE(words);
            CAPTURE(option);
            CHECK(ran.code == 2);
            CHECK_MESSAGE((says(ran.err, " is empty.") || says(ran.err, "--lang takes zh or en")), ran.err);
            ++tried;
        }
    }
    return tried;
}

}  // namespace

TEST_CASE("no option of all commands is blank") {
    TestSite site;
    int tried = 0;
    for (const Command& command : commands()) {
        const CommandSpec all = command.spec();
        if (all.bare != nullptr) {
            OptionList list;
            all.bare(list);
            tried += try_global_options(site, with_needed({command.name}, list));
        }
        for (const ActionSpec& action : all.actions) {
            OptionList list;
            const Action work = action.setup(list);
            tried += try_global_options(site, with_needed({command.name, action.name}, list));
        }
    }
    CHECK(tried > 1000);
}

TEST_CASE("who asks is somebody of the plan, or the hints would be refused") {
    TestSite site;
    TestSite::start_night(site);
    for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
             {"due"}, {"log"}, {"complain", "list"}, {"report", "day"}, {"checkin", "list"}}) {
        std::vector<std::string> line = words;
        line.insert(line.end(), {"--by", "Nobody"});
        const Ran ran = site.run(line);
        CHECK(ran.code == 2);
        CHECK_MESSAGE(says(ran.err, "The plan has no person \"Nobody\"."), ran.err);
    }
    CHECK(site.run({"complain", "list", "--by", "Li Na"}).code == 0);
}

TEST_CASE("no word and no option is blank, whatever the command") {
    TestSite site;
    int tried = 0;
    for (const Command& command : commands()) {
        const CommandSpec all = command.spec();
        for (const ActionSpec& action : all.actions) {
            OptionList list;
            const Action work = action.setup(list);
            for (const OptionSpec& spec : list.specs()) {
                for (const char* typed : {"", "  ", "\u3000"}) {
                    if (!takes_text(spec)) {
                        continue;
                    }
                    const Ran ran = site.run(with_blank({command.name, action.name}, list, spec, typed));
                    CAPTURE(command.name);
                    CAPTURE(action.name);
                    CAPTURE(spec.name);
                    CHECK(ran.code == 2);
                    CHECK_MESSAGE(says(ran.err, " is empty."), ran.err);
                    ++tried;
                }
            }
        }
    }
    CHECK(tried > 300);
}

}  // namespace onduty
