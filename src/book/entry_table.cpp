// SPDX-License-Identifier: MIT
#include "book/entry_table.hpp"

#include "book/entry_subjects.hpp"
#include "book/record_plan.hpp"
#include "book/words.hpp"
#include "cases/entry_words.hpp"
#include "loans/read.hpp"
#include "log/corrections.hpp"
#include "stock/rules.hpp"
#include "text/tenths.hpp"
#include "text/translate.hpp"
#include "time/words.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

// Which family of words the subject of a kind of entry belongs to.
const char* subject_family(const std::string& kind) {
    if (kind == kind::kPoint) {
        return "point";
    }
    if (kind == kind::kRoundStart || kind == kind::kRoundEnd) {
        return "route";
    }
    if (kind == kind::kCheck) {
        return "checklist";
    }
    if (kind == kind::kCheckItem) {
        return "item";
    }
    if (kind == kind::kIncident) {
        return "category";
    }
    return nullptr;
}

// Whether the entry is about stock, fridges, rooms and the like, with lines of its own.
bool is_of_house(const std::string& kind) {
    return kind == kind::kStocktake || kind == kind::kStock || kind == kind::kReading || kind == kind::kCount ||
           kind == kind::kDisinfection || kind == kind::kDisinfectionEnd || kind == kind::kLinen ||
           kind == kind::kHandoverCount;
}

}  // namespace

std::vector<Column> entry_columns() {
    return {
        {"number", tr("No."), ColumnKind::integer},
        {"business_date", tr("Business date"), ColumnKind::code},
        {"time", tr("Time"), ColumnKind::code},
        {"recorded", tr("Recorded"), ColumnKind::code},
        {"utc_offset", tr("UTC offset"), ColumnKind::code},
        {"late_minutes", tr("Late by min"), ColumnKind::integer},
        {"kind", tr("Kind"), ColumnKind::word},
        {"person", tr("Person"), ColumnKind::text},
        {"post", tr("Post"), ColumnKind::code},
        {"subject", tr("What"), ColumnKind::text},
        {"about", tr("About no."), ColumnKind::integer},
        {"result", tr("Result"), ColumnKind::word},
        {"flag", tr("Remark"), ColumnKind::word},
        {"note", tr("Note"), ColumnKind::text},
        {"reason", tr("Reason"), ColumnKind::text},
        {"status", tr("Status"), ColumnKind::word},
        {"plan", tr("Plan version"), ColumnKind::integer},
    };
}

EntryCells::EntryCells(Book& book) : book_{&book}, cells_(entry_columns().size()) {}

const std::string& EntryCells::name(const char* family, const std::string& code) {
    auto& names = names_[family];
    if (names.empty()) {
        for (const Word& word : book_->store().words(family)) {
            names[word.code] = word.name;
        }
        if (std::string_view{family} == "staff") {
            for (const Word& word : book_->store().words("former")) {
                names[word.code] = word.name;
            }
        }
    }
    const auto found = names.find(code);
    return found == names.end() ? names.emplace(code, code).first->second : found->second;
}

std::string EntryCells::person(const std::string& code) {
    return name("staff", code);
}

std::string EntryCells::subject(const Entry& entry) {
    if (entry.kind == kind::kCorrection) {
        return shown_word(entry.subject);
    }
    if (is_of_case(entry.kind)) {
        return case_subject(*book_, entry);
    }
    if (entry.kind == kind::kLoan || entry.kind == kind::kReturn) {
        return loan_subject(entry);
    }
    if (has_note_subject(entry.kind)) {
        return note_subject(entry);
    }
    if (is_of_customers(entry.kind)) {
        return customer_subject(entry);
    }
    if (entry.slot_at && entry.kind == kind::kExplanation) {
        return name("rule", entry.rule) + " " + date_time_text(book_->zone(), *entry.slot_at);
    }
    if (is_of_cleaning(*book_, entry)) {
        return cleaning_subject(*book_, entry,
                                [this](const char* family, const std::string& code) { return name(family, code); });
    }
    if (is_of_visit(entry.kind) && !(entry.kind == kind::kCount && entry.about == 0)) {
        return visit_subject(entry);
    }
    if (is_of_house(entry.kind)) {
        return house_subject(entry);
    }
    if (entry.kind == kind::kCheck && entry.about != 0) {
        return name("checklist", entry.subject) + " " + person_of_shift(entry.about);
    }
    const char* family = subject_family(entry.kind);
    if (family == nullptr) {
        return entry.kind == kind::kRefusal ? shown_word(entry.subject) : entry.subject;
    }
    const std::string& named = name(family, entry.subject);
    return named == entry.subject || entry.kind != kind::kPoint ? named : entry.subject + " " + named;
}

std::string EntryCells::person_of_shift(EntryNumber shift) {
    auto found = shifts_.find(shift);
    if (found == shifts_.end()) {
        const auto begin = book_->store().entry(shift);
        found = shifts_.emplace(shift, begin ? begin->actor : std::string{}).first;
    }
    return person(found->second);
}

// "V12 first visit, people 3", "V12 Table A3", "V12 Tea 2, Water 1".
std::string EntryCells::visit_subject(const Entry& entry) {
    const EntryNumber first = entry.about == 0 ? entry.number : entry.about;
    auto code = visits_.find(first);
    if (code == visits_.end()) {
        const auto visit = book_->store().visit(first);
        code = visits_.emplace(first, visit ? visit_code(visit->sequence) : std::string{}).first;
    }
    std::string text = code->second;
    const auto add = [&](const std::string& part, const char* between) { text += part.empty() ? "" : between + part; };
    if (entry.kind == kind::kVisit || entry.kind == kind::kNotice || entry.kind == kind::kMeeting) {
        const auto details = book_->store().visit(entry.number).value_or(VisitDetails{});
        add(entry.kind != kind::kVisit ? "" : shown_word(entry.subject), " ");
        add(entry.slot_at ? date_time_text(book_->zone(), *entry.slot_at) : "", " ");
        add(details.party > 0 ? say(N_("people {0}"), details.party) : "", tr(", "));
        add(details.host.empty() ? "" : person(details.host), tr(", "));
        add(details.seat.empty() ? "" : name("seat", details.seat), tr(", "));
        // The tools of a contractor.
        for (const Line& line : book_->store().lines(entry.number)) {
            add(line.item + " " + std::to_string(line.quantity), tr(", "));
        }
    } else if (VisitReading::has_lines(entry)) {
        const char* between = " ";
        for (const Line& line : book_->store().lines(entry.number)) {
            add(name("drink", line.item) + " " + std::to_string(line.quantity), between);
            between = tr(", ");
        }
    } else if (entry.kind == kind::kTour || entry.kind == kind::kTourEnd || entry.kind == kind::kCount) {
        add(house_subject(entry), " ");
    } else if (entry.kind == kind::kCleanRequest || entry.kind == kind::kCleanDone) {
        add(name("point", entry.subject), " ");
    } else if (entry.kind == kind::kHost) {
        add(person(entry.subject), " ");
    } else if (!entry.subject.empty()) {
        add(name("seat", entry.subject), " ");
    }
    return text;
}

// "Bar fridge 4.5 C", "received Milk 12", "Show home 1 Vase 1 of 2".
std::string EntryCells::house_subject(const Entry& entry) {
    const char* family = entry.kind == kind::kReading ? "fridge"
                         : entry.kind == kind::kTour || entry.kind == kind::kTourEnd || entry.kind == kind::kCount
                             ? "room"
                         : entry.kind == kind::kHandoverCount                                        ? "post"
                         : entry.kind == kind::kDisinfection || entry.kind == kind::kDisinfectionEnd ? "method"
                                                                                                     : nullptr;
    std::string text = entry.subject.empty() ? ""
                       : family == nullptr   ? shown_word(entry.subject)
                                             : name(family, entry.subject);
    std::string lines;
    const bool count =
        entry.kind == kind::kStocktake || entry.kind == kind::kCount || entry.kind == kind::kHandoverCount;
    for (const Line& line : book_->store().lines(entry.number)) {
        if (entry.kind == kind::kReading) {
            lines = tenths_text(line.quantity) + " C";
        } else if (!count || line.quantity != line.expected.value_or(line.quantity) || !line.condition.empty()) {
            const std::string& named = entry.kind == kind::kCount ? name("thing", item_word(entry.subject, line.item))
                                       : entry.kind == kind::kHandoverCount ? name("handover-item", line.item)
                                       : entry.kind == kind::kLinen         ? line.item
                                                                            : name("stock", line.item);
            lines += (lines.empty() ? "" : tr(", ")) + named + " ";
            lines += count ? say(N_("{0} of {1}"), line.quantity, line.expected.value_or(line.quantity))
                           : std::to_string(line.quantity);
            lines += line.condition.empty() ? "" : " " + std::string{shown_word(line.condition)};
            lines += line.note.empty() ? "" : " \"" + line.note + "\"";
        }
    }
    return text.empty() || lines.empty() ? text + lines : text + " " + lines;
}

// "Umbrella 7 to V12, due back 2026-11-23 20:30", "Umbrella 7".
std::string EntryCells::loan_subject(const Entry& entry) {
    Loan loan = loan_of(entry, book_->store().lines(entry.number));
    if (entry.kind == kind::kReturn) {
        return loan_words(*book_, loan);
    }
    return say(N_("{0} to {1}, due back {2}"), loan_words(*book_, loan), holder_words(*book_, loan),
               date_time_text(book_->zone(), loan.due.value_or(loan.since)));
}

std::string EntryCells::note(const Entry& entry) {
    if (entry.kind == kind::kVisit) {
        return book_->store().visit(entry.number).value_or(VisitDetails{}).purpose;
    }
    if (entry.kind == kind::kPlan) {
        return {};  // a whole file
    }
    if (entry.kind == kind::kConduct) {
        return may_read_conduct() ? conduct_field(entry, "words") : "";
    }
    if (entry.kind == kind::kAlarm) {
        return tr(entry.note.c_str());
    }
    if (entry.kind != kind::kCorrection) {
        return entry.note;
    }
    if (entry.subject == field::kTime) {
        return date_time_text(book_->zone(), Instant{std::chrono::milliseconds{std::atoll(entry.note.c_str())}});
    }
    return entry.subject == field::kResult ? shown_word(entry.note) : entry.note;
}

std::string EntryCells::line(const Entry& entry, const std::string& status) {
    std::string text = shown_word(entry.kind);
    const auto add = [&](const std::string& part) { text += part.empty() ? "" : " " + part; };
    add(subject(entry));
    add(entry.about != 0 && (entry.kind == kind::kCorrection || entry.kind == kind::kVoid ||
                             entry.kind == kind::kApproval || entry.kind == kind::kExplanation)
            ? "#" + std::to_string(entry.about)
            : "");
    add(entry.result.empty() ? "" : shown_word(entry.result));
    add(case_led_to(*book_, entry));
    const std::string words = note(entry);
    add(words.empty() ? "" : "\"" + words + "\"");
    add(entry.reason.empty() ? "" : "(" + entry.reason + ")");
    add(entry.late ? say(N_("LATE, recorded {0} after"), duration_text(entry.recorded_at - entry.told_at())) : "");
    add(entry.flag.empty() ? "" : std::string{"["} + shown_word(entry.flag) + "]");
    add(entry.clock_step ? tr("[clock jumped]") : "");
    add(status.empty() ? "" : std::string{"["} + shown_word(status) + "]");
    return text;
}

const std::vector<Cell>& EntryCells::cells(const Entry& entry, const char* status) {
    auto* cell = cells_.data();
    const auto number = [&](std::int64_t value, bool given) {
        cell->empty = !given;
        cell->number = value;
        ++cell;
    };
    const auto text = [&](std::string value) {
        cell->empty = value.empty();
        cell->text = std::move(value);
        ++cell;
    };
    const auto word = [&](const std::string& value) {
        cell->empty = value.empty();
        cell->text = value;
        cell->shown = value.empty() ? std::string{} : std::string{shown_word(value)};
        ++cell;
    };
    number(entry.number, true);
    text(to_text(entry.business_date));
    text(date_time_text(book_->zone(), entry.told_at()));
    text(date_time_text(book_->zone(), entry.recorded_at));
    text(offset_text(entry.utc_offset));
    number(std::chrono::floor<Minutes>(entry.recorded_at - entry.told_at()).count(), entry.late);
    word(entry.kind);
    text(person(entry.actor));
    text(entry.post);
    text(subject(entry));
    number(entry.about, entry.about != 0);
    word(entry.result);
    word(entry.flag);
    text(note(entry));
    text(entry.reason);
    word(status);
    number(entry.plan, true);
    return cells_;
}

std::vector<Cell> entry_cells(Book& book, const Entry& entry) {
    return EntryCells{book}.cells(entry);
}

}  // namespace onduty
