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

}  // namespace

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
