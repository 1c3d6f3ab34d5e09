// SPDX-License-Identifier: MIT
// Which word of the plan does somebody mean by what he types, and how is one called?
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "plan/names.hpp"
#include "store/store.hpp"
#include "text/translate.hpp"

namespace onduty {

// What can be meant by a name, and what was called so before.
struct NameList {
    std::vector<Word> words;
    const char* what;                            // how one is called in a message: N_("person"), N_("checkpoint")
    std::function<std::vector<Word>()> dropped;  // what the plan has had; a code that is among the words is not
    bool by_old_names = false;                   // the name of before means what is there, too; else it is refused
    const char* refused = N_("{0} was dropped from the plan. onduty plan shows what is there.");
};

std::vector<NameChoice> choices_of(const std::vector<Word>& words);

// What the newest plan has in a family. The store must outlive it.
NameList name_list(Store& store, const char* family, const char* what);

// The word that `typed` means. Throws UsageError with the candidates or the nearest one, and Refusal when that is what
// something was called that the newest plan has no more: what is called alike is not meant.
Word choose(const NameList& names, const std::string& typed);

// Those with this number in their code or an alias; with a prefix, behind that one.
std::vector<Word> words_numbered(const std::vector<Word>& words, std::size_t number,
                                 const std::optional<std::string>& prefix = {});
// The word whose label a bare number means: 3 is P03. Nothing for anything else, and where something is called so;
// throws UsageError where it can mean several.
std::optional<Word> numbered_word(const NameList& names, const std::string& typed);

// The same in a family.
Word word_meant(Store& store, const char* family, const char* what, const std::string& typed);
// The same of the past: what the newest plan has no more is meant by its whole name, too.
Word word_ever_meant(Store& store, const char* family, const char* what, const std::string& typed);

// Where somebody or something from outside may be named, too: the word that is called so in full, because one from
// outside may be called as a word begins. What is called otherwise now is meant or refused as by choose.
std::optional<Word> word_in_full(const NameList& names, const std::string& typed);
// What was called so in full and is there no more.
std::optional<Word> former_word(const NameList& names, const std::string& typed);

// The name to show for a code, as the plan of a version calls it, or the newest one (0); where that one did not have
// it, as it is called now or was called last. The code itself when no plan knows it.
std::string name_of_code(Store& store, const char* family, const std::string& code, int version = 0);

}  // namespace onduty
