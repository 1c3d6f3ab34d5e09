// SPDX-License-Identifier: MIT
#include "book/teller.hpp"

#include <algorithm>

#include "book/amended.hpp"
#include "book/clocks.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/names.hpp"
#include "log/kinds.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

const Kind* Teller::kind_of(const Entry& entry) {
    if (kind_ == nullptr || kind_->name != entry.kind) {
        kind_ = kind_named(entry.kind);
    }
    return kind_;
}

std::string Teller::subject(const Entry& entry) {
    tell_as_in(entry);
    const NamesThen names{*book_, version_};
    const Kind* kind = kind_of(entry);
    return kind == nullptr || kind->told == nullptr ? entry.subject : kind->told(*this, entry);
}

std::string Teller::note(const Entry& entry) {
    tell_as_in(entry);
    const NamesThen names{*book_, version_};
    const Kind* kind = kind_of(entry);
    return kind == nullptr || kind->note == nullptr ? entry.note : kind->note(*this, entry);
}

std::vector<std::pair<std::string, std::string>> Teller::details(const Entry& entry) {
    tell_as_in(entry);
    const NamesThen names{*book_, version_};
    const Kind* kind = kind_of(entry);
    return kind == nullptr || kind->details == nullptr ? std::vector<std::pair<std::string, std::string>>{}
                                                       : kind->details(*this, entry);
}

std::string Teller::line(const Entry& entry, const std::string& status) {
    const Kind* kind = kind_of(entry);
    std::string text = shown_word(entry.kind);
    const auto add = [&](const std::string& part) { text += part.empty() ? "" : " " + part; };
    add(subject(entry));
    add(entry.about != 0 && kind != nullptr && kind->names_about ? "#" + std::to_string(entry.about) : "");
    add(entry.result.empty() ? "" : shown_result(entry.kind, entry.result));
    if (kind != nullptr && kind->leads != nullptr && kind->leads(entry)) {
        for (const Subject* other : subjects()) {
            add(other->led_to == nullptr ? "" : other->led_to(*book_, entry));
        }
    }
    const std::string words = note(entry);
    add(words.empty() ? "" : "\"" + words + "\"");
    add(entry.typed_by.empty() || entry.typed_by == entry.actor ? "" : say(N_("typed by {0}"), person(entry.typed_by)));
    add(entry.reason.empty() ? "" : "(" + entry.reason + ")");
    add(late_words(entry));
    add(entry.flag.empty() ? "" : std::string{"["} + shown_word(entry.flag) + "]");
    const std::string mark = mark_of(entry);
    const bool accepted = mark == mark::kOwnWord && accepted_with(book_->store(), entry.number) != 0;
    add(mark.empty() ? "" : std::string{"["} + shown_word(mark) + (accepted ? tr(", accepted") : "") + "]");
    add(entry.clock_step ? tr("[clock jumped]") : "");
    add(is_in_doubt(doubts(), entry.number) || entry.is_ahead(book_->grace()) ? tr("[clock in doubt]") : "");
    add(status.empty() ? "" : std::string{"["} + shown_word(status) + "]");
    return text;
}

const std::vector<ClockDoubt>& Teller::doubts() {
    if (!doubts_) {
        doubts_ = clock_reading(book_->store()).doubts();
    }
    return *doubts_;
}

const std::string& Teller::name(const char* family, const std::string& code) {
    const auto [known, fresh] = names_.try_emplace(family);
    Names& names = known->second;
    if (fresh) {
        for (Word& word : book_->store().words(family)) {
            names.now[std::move(word.code)] = std::move(word.name);
        }
        for (Part& part : book_->store().names_ended(family)) {
            names.before[part.word.code].push_back(std::move(part));
        }
    }
    if (const auto parts = names.before.find(code); parts != names.before.end()) {
        for (const Part& part : parts->second) {
            if (part.holds_in(version_)) {
                return part.word.name;
            }
        }
    }
    const auto found = names.now.find(code);
    // Seldom: what the newest plan has no more.
    return found == names.now.end() ? names.now.emplace(code, book_->name_of(family, code)).first->second
                                    : found->second;
}

const std::string& Teller::person_of_shift(EntryNumber shift) {
    return once("shift", shift, [&] {
        const auto begin = book_->store().entry(shift);
        return person(begin ? begin->actor : std::string{});
    });
}

const std::string& Teller::once(const char* what, EntryNumber number, const std::function<std::string()>& find) {
    const std::pair<std::string, EntryNumber> key{what, number};
    const auto found = found_.find(key);
    return found == found_.end() ? found_.emplace(key, find()).first->second : found->second;
}

void Parts::add(const std::string& part) {
    text_ += (text_.empty() || part.empty() ? "" : tr(", ")) + part;
}

std::string joined(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + " " + second;
}

std::string about_told(Teller&, const Entry& entry) {
    return "#" + std::to_string(entry.about);
}

std::string person_told(Teller& teller, const Entry& entry) {
    return teller.person(entry.subject);
}

std::vector<Line> Teller::lines(const Entry& entry) {
    return left_of(entry, lines_of(entry.fields));
}

std::vector<Line> Teller::left_of(const Entry& entry, std::vector<Line> left) {
    if (!last_ || left.empty()) {
        return left;
    }
    // What was said of a difference at once; later, and what came back.
    std::erase_if(left, [](const Line& line) { return line.expected && !line.note.empty(); });
    EntryQuery steps;
    steps.thread_of = entry.number;
    steps.first = entry.number + 1;
    steps.before = *last_ + 1;
    each_amended(book_->store(), steps, [&](const Entry& step) {
        if (step.kind == kind::kExplanation) {
            std::erase_if(left, [&](const Line& line) { return line.item == step.subject; });
        }
        for (const Line& back : lines_of(step.fields)) {
            const auto line =
                std::find_if(left.begin(), left.end(), [&](const Line& one) { return one.item == back.item; });
            if (line != left.end() && !line->expected) {
                line->quantity -= back.quantity;
            }
        }
    });
    std::erase_if(left, [](const Line& line) { return !line.expected && line.quantity <= 0; });
    return left;
}

std::string lines_told(Teller& teller, const Entry& entry, bool count,
                       const std::function<std::string(const std::string& item)>& name) {
    return lines_told(teller.lines(entry), count, name);
}

std::string lines_told(const std::vector<Line>& lines, bool count,
                       const std::function<std::string(const std::string& item)>& name) {
    Parts parts;
    for (const Line& line : lines) {
        if (count && line.quantity == line.expected.value_or(line.quantity) && line.condition.empty()) {
            continue;
        }
        std::string text = name(line.item) + " ";
        text += count ? say(N_("{0} of {1}"), line.quantity, line.expected.value_or(line.quantity))
                      : std::to_string(line.quantity);
        text += line.condition.empty() ? "" : " " + std::string{shown_word(line.condition)};
        text += line.note.empty() ? "" : " \"" + line.note + "\"";
        parts.add(text);
    }
    return std::move(parts).text();
}

std::string late_words(const Entry& entry) {
    // A correction that makes another late was recorded at once itself.
    return !entry.late         ? ""
           : entry.happened_at ? say(N_("LATE, recorded {0} after"), duration_text(entry.typed_at() - entry.told_at()))
                               : tr("LATE");
}

}  // namespace onduty
