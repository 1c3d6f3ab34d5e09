// SPDX-License-Identifier: MIT
#include "cases/addressee.hpp"

#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr const char* kCompany = "company";

}  // namespace

std::string post_or_company(Book& book, const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    return plain == kCompany || plain == "公司" || plain == "总部" ? kCompany
                                                                   : book.resolve_told("post", N_("post"), typed).code;
}

Somebody post_or_contractor(Book& book, const std::string& typed) {
    if (const auto post = word_in_full(book.names_told("post", N_("post")), typed)) {
        Somebody somebody;
        somebody.in_words = post->code;
        return somebody;
    }
    return somebody_named(book, typed);
}

std::string addressee_words(Book& book, const std::string& subject) {
    return subject == kCompany ? tr("the company") : shown_safely(book.name_of("post", subject));
}

}  // namespace onduty
