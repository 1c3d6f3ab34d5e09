// SPDX-License-Identifier: MIT
#include "text/translate.hpp"

#include <libintl.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>

namespace onduty {

namespace {

Language language_in_use = Language::english;

bool starts_with_chinese(std::string_view name) {
    return name.substr(0, 2) == "zh";
}

}  // namespace

Language choose_language(std::string_view wanted, const std::function<std::string(const char*)>& environment) {
    if (!wanted.empty()) {
        return starts_with_chinese(wanted) ? Language::chinese : Language::english;
    }
    const std::string own = environment("ONDUTY_LANG");
    if (!own.empty()) {
        return starts_with_chinese(own) ? Language::chinese : Language::english;
    }
    std::string locale;
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        locale = environment(variable);
        if (!locale.empty()) {
            break;
        }
    }
    const std::string list = environment("LANGUAGE");
    const bool plain = locale == "C" || locale == "POSIX";
    return starts_with_chinese(list.empty() || plain ? std::string_view{locale} : std::string_view{list})
               ? Language::chinese
               : Language::english;
}

void use_language(Language language, const std::string& program_directory) {
    const bool was_chinese = language_in_use == Language::chinese;
    language_in_use = language;
    if (language == Language::english) {
        if (was_chinese) {
            std::setlocale(LC_MESSAGES, "C");
        }
        return;
    }
    // Any locale but "C" lets gettext look at LANGUAGE; C.UTF-8 is the one that every Debian has.
    std::setlocale(LC_MESSAGES, "C.UTF-8");
    ::setenv("LANGUAGE", "zh_CN", 1);
    std::string directory = ONDUTY_LOCALE_DIR;
    for (const char* beside : {"/share/locale", "/../share/locale"}) {
        const std::string candidate = program_directory + beside;
        if (::access((candidate + "/zh_CN/LC_MESSAGES/onduty.mo").c_str(), R_OK) == 0) {
            directory = candidate;
            break;
        }
    }
    ::bindtextdomain("onduty", directory.c_str());
    ::bind_textdomain_codeset("onduty", "UTF-8");
    ::textdomain("onduty");
    ::bind_textdomain_codeset("libc", "UTF-8");  // the system's own messages, as in strerror
}

Language current_language() {
    return language_in_use;
}

const char* tr(const char* english) {
    return language_in_use == Language::english ? english : ::dgettext("onduty", english);
}

}  // namespace onduty
