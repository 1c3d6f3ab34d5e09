// SPDX-License-Identifier: MIT
// How does an entry get another value of something that it says? What subjects declare of that, and the readers that
// several of them share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "book/names.hpp"
#include "book/recording.hpp"
#include "book/typed_lines.hpp"
#include "log/kind.hpp"
#include "text/translate.hpp"

namespace onduty {

// An entry that gets other values: readers write into `now` what the command that records it would have written.
class Correcting {
  public:
    Correcting(Recording& recording, Entry entry) : now{std::move(entry)}, recording_{&recording} {}

    Book& book() { return recording_->book(); }
    Recording& recording() { return *recording_; }

    // Fields of the entry itself; "" and 0 are not said.
    void code(const char* name, const std::string& code);
    void words(const char* name, const std::string& words, Sought sought = Sought::no);
    void number(const char* name, std::int64_t number);
    // Of somebody from outside, looked up by its value where it was.
    void personal(const char* name, const std::string& value);

    std::vector<Line> lines() const;
    void lines(const std::vector<Line>& lines);

    Entry now;

  private:
    Recording* recording_;
};

// Whether what was typed takes the value out: a hyphen.
bool takes_out(const std::string& typed);

// Words of what is typed, "" for what takes them out.
std::string words_or_none(const std::string& typed);
// Words; throws UsageError for none.
std::string some_words(const std::string& typed);
// A whole number from `least` to `most`; throws UsageError that names the option.
std::int64_t number_typed(const char* option, const std::string& typed, std::int64_t least, std::int64_t most);
// "yes" or "no", in either language.
bool yes_typed(const char* option, const std::string& typed);

// "tea=2" in a list: so many of it instead; "tea=-" takes it out.
void type_line_anew(Correcting& correcting, const Things& things, const std::string& typed, std::int64_t least);
// The same of things that are words of no plan; `freely`: apart from the chain, as they were recorded.
void type_free_line_anew(Correcting& correcting, const std::string& typed);

// A word as an argument of a template.
template <std::size_t length>
struct FieldName {
    constexpr FieldName(const char (&word)[length]) { std::copy_n(word, length, text); }  // NOLINT
    char text[length]{};
};

// Readers by what they read. Of a field of the entry itself: somebody of the staff, a checkpoint, or words; a
// hyphen takes it out.
template <FieldName field>
void read_person(Correcting& correcting, const std::string& typed) {
    correcting.code(field.text, takes_out(typed) ? "" : correcting.book().person_told(typed).code);
}
template <FieldName field>
void read_place(Correcting& correcting, const std::string& typed) {
    correcting.code(field.text, takes_out(typed) ? "" : correcting.book().point_told(N_("checkpoint"), typed).code);
}
template <FieldName field>
void read_words(Correcting& correcting, const std::string& typed) {
    correcting.words(field.text, words_or_none(typed));
}
template <FieldName field>
void read_personal(Correcting& correcting, const std::string& typed) {
    correcting.personal(field.text, words_or_none(typed));
}
// Of its subject: it cannot be taken out.
void read_person_of_subject(Correcting& correcting, const std::string& typed);
template <FieldName family, FieldName what>
void read_subject(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = correcting.book().resolve_told(family.text, what.text, typed).code;
}
template <FieldName what>
void read_point_of_subject(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = correcting.book().point_told(what.text, typed).code;
}
// Its note; whether it may be taken out says Kind::lacks.
void read_note(Correcting& correcting, const std::string& typed);
// Its result, one of the values that its kind declares.
void read_result(Correcting& correcting, const std::string& typed);
// Until when, as it is typed for what is to come.
void read_until(Correcting& correcting, const std::string& typed);

// What the kind declares under this option; nullptr for nothing.
const Corrected* corrected_under(const Kind& kind, std::string_view option);
// Whether one of those says the field.
bool corrects_field(const Corrected& corrected, std::string_view field);
// Whether it goes along with what the entry that it is about says under this option.
bool follows(const Corrected& corrected, std::string_view option);
// The one by which its correction is called.
std::string first_field(const Corrected& corrected);
// All that can be corrected of such an entry: "--host, --party, --note, --time".
std::string correctable_words(const Kind& kind);

// Throws Refusal, with what works instead, where the kind says that this is not corrected.
void refuse_to_correct(Book& book, const Entry& entry, const char* option);

// What the entry says otherwise once these were typed under the option, nothing where it says that already. Throws
// Refusal for what is not corrected, with what works instead, and UsageError for what cannot be read.
Fields change_typed(Recording& recording, const Entry& entry, const char* option,
                    const std::vector<std::string>& typed);

}  // namespace onduty
