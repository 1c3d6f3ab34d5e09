// SPDX-License-Identifier: MIT
#include "book/corrected_fields.hpp"

#include <algorithm>
#include <sstream>

#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/needed_words.hpp"
#include "book/withdrawal.hpp"
#include "log/changed_fields.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

void Correcting::code(const char* name, const std::string& code) {
    now.fields.take_out(name);
    now.fields.add_code(name, code);
}

void Correcting::words(const char* name, const std::string& words, Sought sought) {
    now.fields.take_out(name);
    now.fields.add_words(name, words, 0, sought);
}

void Correcting::number(const char* name, std::int64_t number) {
    now.fields.take_out(name);
    if (number != 0) {
        now.fields.add(name, number);
    }
}

void Correcting::personal(const char* name, const std::string& value) {
    now.fields.take_out(name);
    Details details;
    details.personal.push_back({name, value});
    now.fields.add(fields_of(details));
}

std::vector<Line> Correcting::lines() const {
    std::vector<Line> lines = lines_of(now.fields);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const FieldValue* item = now.fields.find("item", static_cast<std::int64_t>(i) + 1);
        lines[i].named_freely = item != nullptr && item->typed;
    }
    return lines;
}

void Correcting::lines(const std::vector<Line>& lines) {
    now.fields.take_out_lines();
    Details details;
    details.lines = lines;
    now.fields.add(fields_of(details));
}

bool takes_out(const std::string& typed) {
    return plain_form(typed) == "-";
}

std::string words_or_none(const std::string& typed) {
    return takes_out(typed) ? "" : tidy_note(typed);
}

std::string some_words(const std::string& typed) {
    return needed_words(words_or_none(typed));
}

std::int64_t number_typed(const char* option, const std::string& typed, std::int64_t least, std::int64_t most) {
    const auto number = read_number(typed);
    if (!number || *number < least || *number > most) {
        throw UsageError{say(N_("{0} takes a number from {1} to {2}, not \"{3}\"."), option, least, most, typed)};
    }
    return *number;
}

bool yes_typed(const char* option, const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    const bool yes = plain == "yes" || plain == "是";
    if (!yes && plain != "no" && plain != "否") {
        throw UsageError{say(N_("{0} takes yes or no, not \"{1}\"."), option, typed)};
    }
    return yes;
}

namespace {

// "tea" of "tea=-"; nothing where a number is said.
std::optional<std::string> taken_out(const std::string& typed) {
    const auto sides = sides_of(plain_form(typed), Parting::last);
    return sides && takes_out(sides->said) ? std::optional{sides->thing} : std::nullopt;
}

void put_line(Correcting& correcting, const std::string& item, std::optional<std::int64_t> quantity, bool freely) {
    std::vector<Line> lines = correcting.lines();
    const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.item == item; });
    if (!quantity) {
        if (same == lines.end()) {
            throw UsageError{say(N_("{0} does not stand in entry {1}."), item, correcting.now.number)};
        }
        lines.erase(same);
        if (lines.empty()) {
            throw UsageError{say(N_("Nothing would be left of entry {0}. Withdraw it: {1}"), correcting.now.number,
                                 void_command(correcting.book(), correcting.now.number))};
        }
    } else if (same != lines.end()) {
        same->quantity = *quantity;
    } else {
        Line line{item, *quantity};
        line.named_freely = freely;
        lines.push_back(std::move(line));
    }
    correcting.lines(lines);
}

}  // namespace

void type_line_anew(Correcting& correcting, const Things& things, const std::string& typed, std::int64_t least) {
    if (const auto out = taken_out(typed)) {
        put_line(correcting, things.code(*out), std::nullopt, false);
        return;
    }
    const Line line = typed_lines(things, {typed}, least).front();
    put_line(correcting, line.item, line.quantity, false);
}

void type_free_line_anew(Correcting& correcting, const std::string& typed) {
    const std::vector<Line> lines = correcting.lines();
    const bool freely = !lines.empty() && lines.front().named_freely;
    if (const auto out = taken_out(typed)) {
        put_line(correcting, *out, std::nullopt, freely);
        return;
    }
    const TypedLine line = typed_line(typed, 1);
    put_line(correcting, line.name, line.quantity, freely);
}

void read_person_of_subject(Correcting& correcting, const std::string& typed) {
    correcting.now.subject = correcting.book().person_told(typed).code;
}

void read_note(Correcting& correcting, const std::string& typed) {
    correcting.now.note = words_or_none(typed);
}

void read_result(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    const std::string value = typed_result(now.kind, typed);
    if (value.empty()) {
        throw Refusal{say(N_("\"{0}\" cannot be the result of entry {1}. It can be: {2}"), typed, now.number,
                          results_to_type(now.kind))};
    }
    now.result = value;
}

void read_until(Correcting& correcting, const std::string& typed) {
    correcting.now.slot_at = correcting.book().due_time(typed);
}

namespace {

bool is_among(const char* words, std::string_view wanted) {
    std::istringstream all{words};
    for (std::string word; all >> word;) {
        if (word == wanted) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool corrects_field(const Corrected& corrected, std::string_view field) {
    return is_among(corrected.fields, field);
}

bool follows(const Corrected& corrected, std::string_view option) {
    return is_among(corrected.follows, option);
}

std::string first_field(const Corrected& corrected) {
    return std::string{std::string_view{corrected.fields}.substr(0, std::string_view{corrected.fields}.find(' '))};
}

namespace {

constexpr const char* kNote = "--note";
constexpr Corrected kPlainNote{kNote, "note", read_note};

bool says_note_otherwise(const Kind& kind) {
    return std::any_of(kind.corrections.begin(), kind.corrections.end(),
                       [](const Corrected& one) { return corrects_field(one, "note"); });
}

// What no command would have recorded; an entry that says no more since it was imported is not to blame now.
void refuse_new_lack(Book& book, const Entry& before, const Entry& now) {
    if (now.note != before.note || lack_of(book, before).empty()) {
        refuse_lack(book, now);
    }
}

}  // namespace

const Corrected* corrected_under(const Kind& kind, std::string_view option) {
    const auto found = std::find_if(kind.corrections.begin(), kind.corrections.end(),
                                    [&](const Corrected& one) { return option == one.option; });
    if (found != kind.corrections.end()) {
        return &*found;
    }
    return option == kNote && !says_note_otherwise(kind) ? &kPlainNote : nullptr;
}

std::string correctable_words(const Kind& kind) {
    std::vector<std::string> options;
    const auto add = [&](const std::string& option) {
        if (std::find(options.begin(), options.end(), option) == options.end()) {
            options.push_back(option);
        }
    };
    for (const Corrected& one : kind.corrections) {
        if (one.read != nullptr) {
            add(one.option == std::string_view{kItems} ? "ITEM=N" : one.option);
        }
    }
    if (const Corrected* note = corrected_under(kind, kNote); note != nullptr && note->read != nullptr) {
        add(kNote);
    }
    if (const Corrected* time = corrected_under(kind, "--time"); time == nullptr || time->read != nullptr) {
        add("--time");
    }
    return listed(
        options, [](const std::string& option) { return option; }, tr(", "));
}

void refuse_to_correct(Book& book, const Entry& entry, const char* option) {
    const Corrected* corrected = corrected_under(*kind_named(entry.kind), option);
    if (corrected != nullptr && corrected->read == nullptr) {
        throw Refusal{say(corrected->instead == nullptr
                              ? N_("That is not corrected of entry {0}. Withdraw it and type it again: {1}")
                              : corrected->instead,
                          entry.number, void_command(book, entry.number))};
    }
}

Fields change_typed(Recording& recording, const Entry& entry, const char* option,
                    const std::vector<std::string>& typed) {
    Book& book = recording.book();
    const Kind& kind = *kind_named(entry.kind);
    const Corrected* corrected = corrected_under(kind, option);
    // It has no words of its own, and what it says is corrected under other names.
    const bool has_no_note = option == std::string_view{kNote} && corrected != nullptr && corrected->read == nullptr &&
                             corrected->instead == nullptr;
    if (corrected == nullptr || has_no_note) {
        throw Refusal{say(N_("{0} does not belong to entry {1}. What can be corrected of it: {2}"),
                          option == std::string_view{kItems} ? typed.front() : option, entry.number,
                          correctable_words(kind))};
    }
    refuse_to_correct(book, entry, option);
    Correcting correcting{recording, entry};
    {
        const ToldThen then{book, entry.told_at()};
        // What is taken out goes last, because something is to be left.
        std::vector<std::string> words = typed;
        std::stable_partition(words.begin(), words.end(), [](const std::string& one) { return !taken_out(one); });
        for (const std::string& one : words) {
            corrected->read(correcting, one);
        }
    }
    refuse_new_lack(book, entry, correcting.now);
    // What it is due by hangs on what it says, unless somebody said it.
    if (kind.due_by_itself != nullptr && entry.slot_at && correcting.now.slot_at == entry.slot_at &&
        kind.due_by_itself(book, entry) == entry.slot_at) {
        correcting.now.slot_at = kind.due_by_itself(book, correcting.now);
    }
    return change_between(entry, correcting.now);
}

}  // namespace onduty
