// SPDX-License-Identifier: MIT
// note: meetings, drills, training, events, suppliers, mail, tasks.
#include "notes/note.hpp"

#include "notes/actions.hpp"

#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMostPeople = 9999;

}  // namespace

std::string place_named(Book& book, const std::string& typed) {
    if (typed.empty()) {
        return {};
    }
    NameList places = book.names_told("point", N_("place"));
    const NameList seats = book.names_told("seat", N_("place"));
    places.words.insert(places.words.end(), seats.words.begin(), seats.words.end());
    places.dropped = [points = places.dropped, seats = seats.dropped] {
        std::vector<Word> dropped = points();
        const std::vector<Word> more = seats();
        dropped.insert(dropped.end(), more.begin(), more.end());
        return dropped;
    };
    const auto numbered = numbered_word(places, typed);
    return numbered ? numbered->code : choose(places, typed).code;
}

std::int64_t checked_people(std::int64_t people) {
    if (people < 1 || people > kMostPeople) {
        throw UsageError{say(N_("How many took part? Add --people N."))};
    }
    return people;
}

EntryNumber entry_number(const std::string& typed) {
    const auto number = read_number(typed);
    if (!number) {
        throw UsageError{say(N_("\"{0}\" is not the number of an entry. The numbers show in: onduty log"), typed)};
    }
    return *number;
}

CommandSpec note_command() {
    return {{
                kNoteTask,
                kNoteMail,
                kNoteEvent,
                kNoteSupplier,
                kNoteDrill,
                kNoteTraining,
                kNoteMinutes,
                kNoteRelease,
                kNoteDone,
                kNoteList,
                kNoteShow,
            },
            kNoteList.setup};
}

}  // namespace onduty
