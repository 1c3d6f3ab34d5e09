// SPDX-License-Identifier: MIT
#include "stock/corrections.hpp"

#include "book/withdrawal.hpp"
#include "stock/disinfections.hpp"
#include "stock/facts.hpp"
#include "stock/kinds.hpp"
#include "stock/read.hpp"
#include "stock/stock.hpp"
#include "stock/verdicts.hpp"
#include "text/error.hpp"
#include "text/tenths.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

Things stock_of(Correcting& correcting) {
    Things items{correcting.book(), "stock", N_("item")};
    items.add_of(correcting.book(), "stock", correcting.lines());
    return items;
}

// A count has one mark at most.
void mark_count(Correcting& correcting, const char* option, const std::string& typed, const char* mark) {
    const bool yes = yes_typed(option, typed);
    Entry& now = correcting.now;
    now.flag = yes ? mark : now.flag == mark ? "" : now.flag;
}

// As it would have been judged at once.
void judge_reading(Correcting& correcting) {
    Entry& now = correcting.now;
    Book& book = correcting.book();
    const Fridge* fridge = book.part_in(&Plan::fridges, "fridge", now.subject, now.plan);
    const std::vector<Line> lines = correcting.lines();
    if (fridge == nullptr || lines.empty()) {
        return;
    }
    const std::int64_t tenths = lines.front().quantity;
    now.result = is_outside(*fridge, tenths) ? result::kFault : result::kOk;
}

}  // namespace

std::string lacks_why_moved(Book&, const Entry& entry) {
    return needs_a_reason(entry.subject) && entry.note.empty() ? say(N_("Say why: add --note \"...\".")) : "";
}

std::string lacks_action(Book& book, const Entry& entry) {
    const Fridge* fridge = book.part_in(&Plan::fridges, "fridge", entry.subject, entry.plan);
    const std::vector<Line> lines = lines_of(entry.fields);
    if (fridge == nullptr || lines.empty() || entry.result != result::kFault || !entry.note.empty()) {
        return {};
    }
    return say(N_("{0} degrees is outside {1} to {2}. Say, too, what was done: --action \"...\""),
               tenths_text(lines.front().quantity), tenths_text(fridge->least), tenths_text(fridge->most));
}

void type_remark_anew(Correcting& correcting, const Things& things, const std::string& typed) {
    const auto [code, words] = typed_remark(things, typed);
    if (!takes_out(words)) {
        std::vector<Line> compared = compared_lines(correcting.book(), correcting.now);
        refuse_in_order(things, line_counted(things, compared, code));
    }
    std::vector<Line> lines = correcting.lines();
    line_counted(things, lines, code).note = words_or_none(words);
    correcting.lines(lines);
}

void read_stock_counted(Correcting& correcting, const std::string& typed) {
    type_line_anew(correcting, stock_of(correcting), typed, 0);
    Entry& now = correcting.now;
    const auto& items = correcting.book().plan(&Plan::items, now.plan);
    now.result = uncounted(items, correcting.lines()).empty() ? result::kComplete : result::kIncomplete;
}

void read_why_of_stock(Correcting& correcting, const std::string& typed) {
    type_remark_anew(correcting, stock_of(correcting), typed);
}

void read_opening(Correcting& correcting, const std::string& typed) {
    mark_count(correcting, "--opening", typed, flag::kOpening);
}

void read_closing(Correcting& correcting, const std::string& typed) {
    mark_count(correcting, "--closing", typed, flag::kClosing);
}

void read_movement(Correcting& correcting, const std::string& typed) {
    Entry& now = correcting.now;
    Book& book = correcting.book();
    const std::string movement = movement_named(typed);
    const auto& approve = book.plan(&Plan::stock, now.plan).approve;
    const auto signed_of = [](const std::string& one) { return one == movement::kAdjusted; };
    if (approve.count(movement) != approve.count(now.subject) || signed_of(movement) != signed_of(now.subject)) {
        throw Refusal{
            say(N_("That is approved or counted otherwise than {0}. Withdraw entry {1} and type it again: {2}"), typed,
                now.number, void_command(book, now.number))};
    }
    now.subject = movement;
}

void read_stock_moved(Correcting& correcting, const std::string& typed) {
    type_line_anew(correcting, stock_of(correcting), typed,
                   correcting.now.subject == movement::kAdjusted ? kMostAdjusted : 1);
}

void read_best_before(Correcting& correcting, const std::string& typed) {
    if (correcting.now.subject != movement::kReceived) {
        throw UsageError{say(N_("--best-before belongs to what is received."))};
    }
    const std::string date = takes_out(typed) ? "" : checked_best_before(correcting.book(), typed);
    std::vector<Line> lines = correcting.lines();
    for (Line& line : lines) {
        line.best_before = date;
    }
    correcting.lines(lines);
}

void read_fridge_meant(Correcting& correcting, const std::string& typed) {
    read_subject<"fridge", N_("fridge")>(correcting, typed);
    judge_reading(correcting);
}

void read_degrees(Correcting& correcting, const std::string& typed) {
    correcting.lines({{"celsius", degrees_typed(typed)}});
    judge_reading(correcting);
}

void read_disinfected(Correcting& correcting, const std::string& typed) {
    type_line_anew(correcting, stock_of(correcting), typed, 1);
}

}  // namespace onduty
