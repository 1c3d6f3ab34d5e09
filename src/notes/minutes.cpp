// SPDX-License-Identifier: MIT
// note minutes: what a meeting decided: the weekly one of the department, of the owners.
#include <map>

#include "book/machine_words.hpp"
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/note.hpp"
#include "notes/rules.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct MinutesOptions {
    std::string text;
    std::string meeting;
    std::int64_t people = 0;
    std::string place;
};

}  // namespace

std::string meeting_named(const std::string& typed) {
    static const std::map<std::string, const char*> kMeetings{
        {"", meeting::kDepartment},     {meeting::kDepartment, meeting::kDepartment}, {"部门", meeting::kDepartment},
        {"例会", meeting::kDepartment}, {meeting::kOwners, meeting::kOwners},         {"业主", meeting::kOwners},
        {"业主会", meeting::kOwners},   {meeting::kOther, meeting::kOther},           {"其他", meeting::kOther}};
    const auto found = kMeetings.find(lower_case(plain_form(typed)));
    if (found == kMeetings.end()) {
        throw UsageError{say(N_("--meeting takes department, owners or other, not \"{0}\"."), typed)};
    }
    return found->second;
}

namespace {

// Lines from standard input become one text; a note has no line feeds.
std::string text_of(Context& context, const std::string& typed) {
    if (typed != "-") {
        return needed_words(typed);
    }
    std::string text;
    for (std::string line; context.environment.read_line(line);) {
        const std::string tidy = tidy_note(line.substr(0, line.find('\r')));
        if (find_fault(tidy) != TextFault::none) {
            throw UsageError{
                say(N_("This line holds control or invisible characters: {0}"), shown_safely(tidy.substr(0, 60)))};
        }
        text += (text.empty() || tidy.empty() ? "" : " / ") + tidy;
        if (text.size() > kLongestText) {
            throw UsageError{say(N_("The minutes are longer than {0} bytes. Note what was decided; keep the rest "
                                    "on paper."),
                                 kLongestText)};
        }
    }
    return needed_words(text);
}

int note_minutes(Context& context, const MinutesOptions& options) {
    const std::string sort = meeting_named(options.meeting);
    // Read before the lock is taken: somebody may still be typing.
    const std::string text = text_of(context, options.text);
    Recording recording{context};
    Entry entry = recording.draft(kind::kMinutes, recording.on_duty_person());
    entry.subject = sort;
    entry.note = text;
    Details details;
    details.agenda.emplace();
    details.agenda->people = checked_people(options.people);
    details.agenda->place = place_named(recording.book(), options.place);
    return recording.finish(
        recording.append(entry, details),
        say(N_("Minutes, {0}, people {1}: {2}."), shown_word(sort), details.agenda->people, entry.note));
}

void declare_minutes(OptionList& list, MinutesOptions& options) {
    list.needed_word("text", &options.text, tr("What was said and decided; - reads it from standard input"));
    list.needed_option("--people", &options.people, "N", tr("How many took part"));
    list.option("--meeting", &options.meeting, "KIND", tr("department (if left out), owners or other"));
    list.option("--place", &options.place, "PLACE", tr("Where"));
}

}  // namespace

constexpr ActionSpec kNoteMinutes =
    action<declare_minutes, note_minutes>("minutes", "会议", N_("The minutes of a meeting"));

}  // namespace onduty
