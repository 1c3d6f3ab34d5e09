// SPDX-License-Identifier: MIT
// What does a command say of what it recorded?
#include <fmt/format.h>

#include <set>
#include <utility>

#include "book/entry_table.hpp"
#include "book/machine_words.hpp"
#include "book/matters.hpp"
#include "book/recording.hpp"
#include "print/json.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

int Recording::finish(const Entry& entry, const std::string& what) {
    commit();
    answer(entry, what);
    return kDone;
}

void Recording::answer(const Entry& entry, const std::string& what) {
    answer_together({entry}, what);
}

// Whatever was recorded: a movement, a drink brought, a count, late or put right, withdrawn or given back.
void Recording::remark_what_is_compared_anew() {
    for (const auto& [matter, before] : std::exchange(compared_before_, {})) {
        const std::string now = book_.context().options.dry_run ? before : compared_anew(book_, matter);
        if (now != before && !now.empty()) {
            book_.context().remark(now);
        }
    }
}

namespace {

// The columns of the log, the code of what it began or is about, and the seal.
void print_answer(Book& book, const Entry& entry, bool recorded) {
    std::vector<Column> columns = entry_columns();
    std::vector<Cell> cells = entry_cells(book, entry);
    cells.front().empty = !recorded;  // no number: nothing was recorded
    const std::string code = code_of(book, entry);
    columns.push_back({"code", "", ColumnKind::code});
    cells.push_back(code.empty() ? Cell{} : Cell::of(code));
    columns.push_back({"seal", "", ColumnKind::code});
    cells.push_back(recorded ? Cell::of(fmt::format("{}-{}", entry.number, short_hash(entry))) : Cell{});
    print_json_object(columns, cells, *book.context().environment.out);
}

}  // namespace

void Recording::answer_together(const std::vector<Entry>& entries, const std::string& what) {
    Context& context = book_.context();
    const bool recorded = !context.options.dry_run;
    if (context.options.json) {
        for (const Entry& entry : entries) {
            print_answer(book_, entry, recorded);
        }
        remark_what_is_compared_anew();
        return;
    }
    std::set<std::int64_t> numbers;
    for (const Entry& entry : entries) {
        numbers.insert(entry.number);
    }
    const Entry& entry = entries.back();
    std::string line = recorded ? "#" + number_list_text(numbers) : std::string{tr("Not recorded (dry run):")};
    const bool for_another = !context.options.who.empty() && !entry.typed_by.empty();
    line += " " + (!for_another ? what : say(N_("For {0}: {1}"), book_.name_of("staff", entry.actor), what)) + " " +
            full_text(book_.zone(), entry.told_at());
    if (entry.happened_at && entry.recorded_at - *entry.happened_at >= std::chrono::minutes{1}) {
        line += say(N_(" ({0} ago)"), duration_text(entry.recorded_at - *entry.happened_at));
    }
    if (entry.late) {
        line += tr(" LATE");
    }
    if (const std::string mark = mark_of(entry); !mark.empty()) {
        line += std::string{" ["} + shown_word(mark) + "]";
    }
    line += recorded ? say(N_(", seal {0}-{1}"), entry.number, short_hash(entry)) : std::string{};
    context.print(line);
    for (const Entry& one : entries) {
        if (one.clock_step) {
            const auto step = std::chrono::abs(*one.clock_step);
            context.remark(
                say(N_("The machine's clock jumped by {0} before this entry. It is marked; tell the supervisor."),
                    step < std::chrono::minutes{1}
                        ? say(N_("{0} s"), std::chrono::floor<std::chrono::seconds>(step).count())
                        : duration_text(step)));
        }
    }
    remark_what_is_compared_anew();
}

}  // namespace onduty
