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

std::string post_or_contractor(Book& book, const std::string& typed) {
    if (const auto post = word_in_full(book.names("post", N_("post")), typed)) {
        return post->code;
    }
    refuse_former_name(book.names("staff", N_("person")), typed);
    return tidy_note(typed);
}

std::string addressee_words(Book& book, const std::string& subject) {
    return subject == kCompany ? tr("the company") : shown_safely(book.name_of("post", subject));
}

}  // namespace onduty
