// SPDX-License-Identifier: MIT
// patrol conduct: a supervisor finds that somebody left the post, chats, sleeps. Name and words are kept
// apart, so that the lists and the views of the log do not show them to everybody.
#include <map>

#include "book/machine_words.hpp"
#include "book/rights.hpp"
#include "book/was_on_duty.hpp"
#include "guard/actions.hpp"
#include "guard/kinds.hpp"
#include "guard/phone_call.hpp"
#include "guard/rules.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct ConductOptions {
    std::string name;
    std::string kind;
    std::string words;
};

}  // namespace

std::string conduct_named(const std::string& typed) {
    static const std::map<std::string, const char*> kKinds{{conduct::kLeftPost, conduct::kLeftPost},
                                                           {"脱岗", conduct::kLeftPost},
                                                           {conduct::kSwapped, conduct::kSwapped},
                                                           {"swapped", conduct::kSwapped},
                                                           {"串岗", conduct::kSwapped},
                                                           {conduct::kChatting, conduct::kChatting},
                                                           {"聊天", conduct::kChatting},
                                                           {conduct::kAsleep, conduct::kAsleep},
                                                           {"睡觉", conduct::kAsleep},
                                                           {"睡岗", conduct::kAsleep},
                                                           {conduct::kDistracted, conduct::kDistracted},
                                                           {"分心", conduct::kDistracted},
                                                           {conduct::kOther, conduct::kOther},
                                                           {"其他", conduct::kOther}};
    const auto found = kKinds.find(lower_case(plain_form(typed)));
    if (found == kKinds.end()) {
        throw UsageError{
            say(N_("\"{0}\" is no kind of finding. Write left-post, swapped-post, chatting, asleep, distracted "
                   "(reads, listens to music, telephones) or other."),
                typed)};
    }
    return found->second;
}

void check_conduct_of(Recording& recording, const Word& person, const Entry& finding) {
    Book& book = recording.book();
    const bool is_now = finding.number == 0 && !finding.happened_at;
    presence_needed(book, person, is_now ? std::nullopt : std::optional{finding.told_at()});
    if (person.code == finding.actor) {
        throw Refusal{say(N_("{0} cannot note this of {0}."), person.name)};
    }
}

namespace {

int note_conduct(Context& context, const ConductOptions& options) {
    const std::string kind = conduct_named(options.kind);
    const std::string words = tidy_note(options.words);
    if (kind == conduct::kOther && words.empty()) {
        throw UsageError{say(N_("What was it? Add it in a few words."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    const Word person = book.person_told(options.name);
    const Presence supervisor = person_with(recording, Right::conduct);
    Entry entry = recording.draft(kind::kConduct, supervisor);
    check_conduct_of(recording, person, entry);
    entry.subject = kind;
    Details details;
    details.personal.push_back({"person", person.code});
    if (!words.empty()) {
        details.personal.push_back({"words", words});
    }
    return recording.finish(recording.append(entry, details),
                            say(N_("Noted of {0}: {1}. The log shows it to supervisors only."), person.name,
                                words.empty() ? shown_word(kind) : shown_word(kind) + (tr(", ") + words)));
}

void declare_conduct(OptionList& list, ConductOptions& options) {
    list.needed_word("name", &options.name, tr("Who it is about; somebody on duty"));
    list.needed_word("kind", &options.kind, tr("left-post, swapped-post, chatting, asleep, distracted, other"));
    list.word("words", &options.words, tr("What was seen; kept apart as personal data"));
}

}  // namespace

constexpr ActionSpec kPatrolConduct = action<declare_conduct, note_conduct>(
    "conduct", "纪律", N_("A supervisor notes that somebody left the post, slept ..."));

}  // namespace onduty
