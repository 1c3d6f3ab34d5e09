// SPDX-License-Identifier: MIT
#include "book/word_meant.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "plan/plan.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr const char* kStaff = "staff";
constexpr const char* kFormer = "former";  // of the staff, who left

// What was called so in full, when nothing that is there is: each as it was called last, and what is there and was
// called so before.
std::vector<Word> past_meant(const NameList& names, const std::vector<NameChoice>& choices, const std::string& plain) {
    if (!match_whole_name(plain, choices).empty()) {
        return {};
    }
    std::set<std::string> there;
    for (const Word& word : names.words) {
        there.insert(word.code);
    }
    std::vector<Word> past = names.dropped();
    std::set<std::string> seen;
    std::erase_if(past,
                  [&](const Word& word) { return there.count(word.code) == 0 && !seen.insert(word.code).second; });
    std::vector<Word> meant;
    for (const std::size_t index : match_whole_name(plain, choices_of(past))) {
        meant.push_back(std::move(past[index]));
    }
    return meant;
}

// What is there no more and was called so in full before it was called otherwise: each once, as it was called last.
std::vector<Word> called_before(const NameList& names, const std::string& plain) {
    const std::vector<Word> past = names.dropped();
    std::vector<Word> meant;
    for (const std::size_t index : match_whole_name(plain, choices_of(past))) {
        if (find_code(meant, past[index].code) == nullptr) {
            meant.push_back(*find_code(past, past[index].code));
        }
    }
    return meant;
}

// Of what was meant those that are there and are called otherwise now.
std::vector<Word> renamed_of(const NameList& names, const std::vector<Word>& meant) {
    std::vector<Word> renamed;
    std::copy_if(names.words.begin(), names.words.end(), std::back_inserter(renamed), [&](const Word& word) {
        return std::any_of(meant.begin(), meant.end(), [&](const Word& past) { return past.code == word.code; });
    });
    return renamed;
}

// Those who are there, and of `past` those who are not.
std::vector<Word> once_each(std::vector<Word> words, const std::vector<Word>& past) {
    for (const Word& word : past) {
        if (find_code(words, word.code) == nullptr) {
            words.push_back(word);
        }
    }
    return words;
}

[[noreturn]] void refuse_renamed(const std::string& typed, const Word& now) {
    throw Refusal{say(N_("\"{0}\" is called {1} ({2}) now."), typed, now.name, now.code)};
}

[[noreturn]] void refuse_several(const std::string& typed, const std::vector<Word>& words) {
    const auto word_and_code = [](const Word& word) { return word.name + " (" + word.code + ")"; };
    throw UsageError{
        say(N_("\"{0}\" can mean {1}. Type more of it, or the code."), typed, listed(words, word_and_code))};
}

std::vector<Word> dropped(Store& store, const std::string& family) {
    std::vector<Word> words = store.ended_words(family);
    if (family == kStaff) {
        for (std::vector<Word> former : {store.words(kFormer), store.ended_words(kFormer)}) {
            std::move(former.begin(), former.end(), std::back_inserter(words));
        }
    }
    return words;
}

}  // namespace

std::vector<NameChoice> choices_of(const std::vector<Word>& words) {
    std::vector<NameChoice> choices;
    for (const Word& word : words) {
        choices.push_back({word.code, word.name, word.aliases});
    }
    return choices;
}

NameList name_list(Store& store, const char* family, const char* what) {
    NameList names{store.words(family), what, [&store, family] { return dropped(store, family); }};
    if (std::string_view{family} == kStaff) {
        names.refused = N_("{0} has left. Choose somebody who works here: onduty plan");
        names.by_old_names = true;
    }
    return names;
}

Word word_meant(Store& store, const char* family, const char* what, const std::string& typed) {
    // The quick way for a code as it stands in the plan: one row instead of all.
    if (auto exact = store.word(family, plain_form(typed))) {
        return *exact;
    }
    return choose(name_list(store, family, what), typed);
}

Word word_ever_meant(Store& store, const char* family, const char* what, const std::string& typed) {
    const std::string plain = plain_form(typed);
    if (auto exact = store.word(family, plain)) {
        return *exact;
    }
    NameList list = name_list(store, family, what);
    std::vector<Word> meant = past_meant(list, choices_of(list.words), plain);
    if (const std::vector<Word> now = renamed_of(list, meant); now.size() == 1) {
        return now.front();
    }
    if (meant.empty() && match_whole_name(plain, choices_of(list.words)).empty()) {
        if (const std::vector<Word> before = called_before(list, plain); before.size() == 1) {
            return before.front();
        }
    }
    std::move(meant.begin(), meant.end(), std::back_inserter(list.words));
    return choose(list, typed);
}

Word choose(const NameList& names, const std::string& typed) {
    const std::string plain = plain_form(typed);
    const std::vector<Word>& words = names.words;
    const std::vector<NameChoice> choices = choices_of(words);
    const std::vector<std::size_t> found = match_name(plain, choices);
    if (const std::vector<Word> past = past_meant(names, choices, plain); !past.empty()) {
        const std::vector<Word> now = renamed_of(names, past);
        if (now.empty()) {
            throw Refusal{say(names.refused, past.front().name)};
        }
        if (std::vector<Word> all = once_each(now, past); all.size() > 1) {
            refuse_several(typed, all);
        }
        if (names.by_old_names) {
            return now.front();
        }
        if (found.size() != 1 || words[found.front()].code != now.front().code) {
            refuse_renamed(typed, now.front());
        }
    }
    if (found.size() == 1) {
        return words[found.front()];
    }
    if (found.empty()) {
        std::vector<std::string> known;
        for (const Word& word : words) {
            known.push_back(word.name);
            known.push_back(word.code);
        }
        throw UsageError{say(N_("The plan has no {0} \"{1}\".{2} onduty plan shows the names."), tr(names.what), typed,
                             suggestion(plain, known))};
    }
    std::vector<Word> meant;
    for (const std::size_t index : found) {
        meant.push_back(words[index]);
    }
    refuse_several(typed, meant);
}

std::vector<Word> words_numbered(const std::vector<Word>& words, std::size_t number,
                                 const std::optional<std::string>& prefix) {
    const auto has_number = [&](const std::string& typed) {
        const NumberedLabel label = numbered_label(typed);
        return label.number == number && (!prefix || folded_name(label.prefix) == folded_name(*prefix));
    };
    std::vector<Word> found;
    std::copy_if(words.begin(), words.end(), std::back_inserter(found), [&](const Word& word) {
        const std::vector<std::string> aliases = split_words(word.aliases);
        return has_number(word.code) || std::any_of(aliases.begin(), aliases.end(), has_number);
    });
    return found;
}

std::optional<Word> numbered_word(const NameList& names, const std::string& typed) {
    const std::string plain = plain_form(typed);
    const std::vector<NameChoice> choices = choices_of(names.words);
    std::vector<std::size_t> numbers;
    if (!read_number_list(plain, numbers) || numbers.size() != 1 || !match_whole_name(plain, choices).empty()) {
        return std::nullopt;
    }
    std::vector<Word> meant = words_numbered(names.words, numbers.front());
    for (const std::size_t begun : match_name(plain, choices)) {
        if (find_code(meant, names.words[begun].code) == nullptr) {
            meant.push_back(names.words[begun]);
        }
    }
    if (meant.size() > 1) {
        refuse_several(typed, meant);
    }
    return meant.empty() ? std::nullopt : std::optional{std::move(meant.front())};
}

std::optional<Word> word_in_full(const NameList& names, const std::string& typed) {
    const std::vector<NameChoice> choices = choices_of(names.words);
    const bool is_called_so = !match_whole_name(typed, choices).empty();
    if (is_called_so || !renamed_of(names, past_meant(names, choices, typed)).empty()) {
        return choose(names, typed);
    }
    return std::nullopt;
}

std::optional<Word> former_word(const NameList& names, const std::string& typed) {
    std::vector<Word> past = past_meant(names, choices_of(names.words), typed);
    return past.empty() ? std::nullopt : std::optional{std::move(past.front())};
}

std::string name_of_code(Store& store, const char* family, const std::string& code, int version) {
    auto word = version == 0 ? std::nullopt : store.word_in(family, code, version);
    if (!word) {
        word = store.word(family, code);
    }
    if (!word && std::string_view{family} == kStaff) {
        word = store.word(kFormer, code);
    }
    if (!word) {
        word = store.ended_word(family, code);
    }
    return word ? word->name : code;
}

}  // namespace onduty
