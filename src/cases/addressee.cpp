// SPDX-License-Identifier: MIT
#include "cases/addressee.hpp"

#include "plan/names.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr const char* kCompany = "company";

}  // namespace

std::string post_or_company(Book& book, const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    return plain == kCompany || plain == "公司" || plain == "总部" ? kCompany
                                                                   : book.resolve("post", N_("post"), typed).code;
}

std::string post_or_contractor(Book& book, const std::string& typed) {
    std::vector<NameChoice> choices;
    const std::vector<Word> posts = book.store().words("post");
    for (const Word& post : posts) {
        choices.push_back({post.code, post.name, post.aliases});
    }
    // A firm may be called as a post begins, so only a whole name counts.
    return match_whole_name(plain_form(typed), choices).empty() ? tidy_note(typed)
                                                                : book.resolve("post", N_("post"), typed).code;
}

std::string addressee_words(Book& book, const std::string& subject) {
    return subject == kCompany ? tr("the company") : shown_safely(book.name_of("post", subject));
}

}  // namespace onduty
