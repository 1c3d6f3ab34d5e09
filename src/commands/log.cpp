// SPDX-License-Identifier: MIT
// log: reads the log, filtered by day, shift, kind and person; late entries and corrections show.

#include "book/amended.hpp"
#include "book/entry_table.hpp"
#include "book/kinds.hpp"
#include "book/reveal.hpp"
#include "book/rights.hpp"
#include "book/subject.hpp"
#include "book/teller.hpp"
#include "cli/output_options.hpp"
#include "commands/timeline.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/mask.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kUsualLines = 20;

struct LogOptions {
    std::string number;
    std::string visit;
    std::string day;
    std::string from;
    std::string to;
    std::int64_t shift = 0;
    std::string kind;
    std::string person;
    std::int64_t last = 0;
    OutputOptions output;
};

// "signal (alarm of the house)".
std::string kind_told(const Kind* kind) {
    const std::string word = tr(kind->word);
    return std::string{kind->name} + (word == kind->name ? "" : " (" + word + ")");
}

// A word of it begins so, "late" being no part of "plate"; Chinese words have no blanks between them.
bool holds(const std::string& text, const std::string& part) {
    const auto goes_on = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    const std::string whole = lower_case(text);
    for (std::size_t at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1)) {
        if (at == 0 || part.empty() || !goes_on(part.front()) || !goes_on(whole[at - 1])) {
            return true;
        }
    }
    return false;
}

// "explain" and "explanation".
bool begin_alike(std::string_view one, std::string_view other) {
    constexpr std::size_t kLetters = 5;
    return one.size() >= kLetters && other.substr(0, kLetters) == one.substr(0, kLetters);
}

// Machine names and words of either language are understood, a part of one where only one kind has it, and the machine
// name of what a newer program recorded.
std::string typed_kind(Store& store, const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    std::vector<const Kind*> all;
    std::vector<const Kind*> alike;
    for (const Subject* subject : subjects()) {
        for (const Kind& kind : subject->kinds) {
            if (plain == kind.name || plain == lower_case(tr(kind.word)) || plain == lower_case(kind.word)) {
                return std::string{kind.name};
            }
            all.push_back(&kind);
            const bool is_part =
                holds(std::string{kind.name}, plain) || holds(tr(kind.word), plain) || holds(kind.word, plain);
            if (!plain.empty() && (is_part || begin_alike(plain, kind.name))) {
                alike.push_back(&kind);
            }
        }
    }
    EntryQuery query;
    query.kind = typed;
    query.all_batches = true;
    query.last = 1;
    if (!store.entries(query).empty()) {
        return typed;
    }
    if (alike.size() == 1) {
        return std::string{alike.front()->name};
    }
    if (!alike.empty()) {
        throw UsageError{say(N_("\"{0}\" can mean {1}."), typed, listed(alike, kind_told, tr(", ")))};
    }
    throw UsageError{say(N_("There is no kind \"{0}\". The kinds are: {1}"), typed, listed(all, kind_told, tr(", ")))};
}

EntryQuery query_of(Book& book, const LogOptions& options, bool on_screen) {
    EntryQuery query;
    const std::chrono::days day{1};
    if (!options.day.empty() && (!options.from.empty() || !options.to.empty())) {
        throw UsageError{say(N_("--day goes alone; --from and --to go together."))};
    }
    if (options.last < 0) {
        throw UsageError{say(N_("{0} needs a number."), "--last")};
    }
    if (!options.day.empty()) {
        const Date date = read_date(options.day, book.today());
        query.dates = DateRange{date, date + day};
    } else if (!options.from.empty() || !options.to.empty()) {
        const Date from = options.from.empty() ? Date{} : read_date(options.from, book.today());
        const Date to = options.to.empty() ? book.today() + day : read_date(options.to, book.today());
        if (to < from) {
            throw UsageError{say(N_("--from {0} is later than --to {1}."), options.from, options.to)};
        }
        query.dates = DateRange{from, to + day};
    }
    if (options.shift != 0) {
        query.shift = options.shift;
    }
    query.kind = options.kind.empty() ? "" : typed_kind(book.store(), options.kind);
    query.actor = options.person.empty() ? "" : book.resolve_ever("staff", N_("person"), options.person).code;
    const bool filtered = query.dates || query.shift || !query.kind.empty() || !query.actor.empty();
    query.all_batches = true;
    // A screen holds no more; what is written for others is what was asked for.
    const bool all = filtered || !on_screen;
    query.last = options.last != 0 ? options.last : all ? 0 : kUsualLines;
    return query;
}

// Why it does not count as it stands; "" where it does.
std::string status_of(Store& store, const Amendments& amendments, const Entry& entry) {
    const std::string status = amendments.status(entry.number);
    // A plan is in force whatever becomes of the import that it came with.
    const bool counts = entry.batch == 0 || entry.kind == kind::kPlan || store.counts(entry.batch);
    return !status.empty() || counts ? status : store.withdrawn_by(entry.batch) != 0 ? "void" : "unended";
}

std::vector<Column> screen_columns() {
    return {
        {"number", tr("No."), ColumnKind::integer},
        {"time", tr("Time"), ColumnKind::code},
        {"person", tr("Person"), ColumnKind::text},
        {"what", tr("What"), ColumnKind::text},
    };
}

// Who may sees whom the findings among them are about, which is recorded behind what is shown.
void reveal_listed(Book& book, EntryQuery& query) {
    if (!may_reveal(book)) {
        return;
    }
    query.before = book.store().head().number + 1;
    bool hidden = false;
    book.store().each(query, [&](const Entry& entry) {
        const Kind* kind = kind_named(entry.kind);
        hidden = hidden || (kind != nullptr && kind->hidden);
    });
    if (hidden) {
        reveal_if_may(book, reveal::kPersonal, 0);
    }
}

int read_log(Context& context, const LogOptions& options) {
    Book book{context, Store::Mode::read};
    const Format format = options.output.format(context);
    const bool screen = format == Format::screen;
    const bool to_file = !options.output.file.empty();
    EntryQuery query = query_of(book, options, screen && !to_file);
    reveal_listed(book, query);
    const Amendments amendments = amendments_for(book.store(), query);
    EntryCells cells{book};
    std::int64_t rows = 0;
    write_output(context, options.output, [&](Output& output) {
        const std::vector<Column> columns = screen ? screen_columns() : entry_columns();
        const auto writer = make_writer(format, columns, output);
        book.store().each(query, [&](const Entry& entry) {
            const std::string status = status_of(book.store(), amendments, entry);
            ++rows;
            if (!screen) {
                writer->row(cells.cells(entry, status.c_str()));
                return;
            }
            writer->row({Cell::of(entry.number), Cell::of(date_time_text(book.zone(), entry.told_at())),
                         Cell::of(cells.actor(entry)), Cell::of(cells.line(entry, status))});
        });
        writer->finish();
    });
    if (!options.output.file.empty() && options.output.file != "-") {
        context.remark(
            say(N_("{0} written, rows {1}, seal {2}."), options.output.file, rows, seal_text(book.store().head())));
    }
    return kDone;
}

// "height", of a line "2.item"; of a correction "old.height", "old.2.item", and what is to be "new.height".
std::string stored_name(const FieldValue& value) {
    if (value.place == 0 || value.place == kToBe) {
        return (value.place == 0 ? "" : "new.") + value.name;
    }
    const std::int64_t line = value.place > 0 ? value.place : kWas - value.place;
    return (value.place < 0 ? "old." : "") + (line == 0 ? "" : std::to_string(line) + ".") + value.name;
}

using NamedCells = std::vector<std::pair<std::string, Cell>>;

// What the header says besides the columns: all that shows what an entry of a kind is that nobody here knows.
NamedCells rest_of_header(const Book& book, const Entry& entry) {
    NamedCells rest;
    const auto text = [&](const char* name, const std::string& value) {
        if (!value.empty()) {
            rest.emplace_back(name, Cell::of(value));
        }
    };
    const auto number = [&](const char* name, std::int64_t value) {
        if (value != 0) {
            rest.emplace_back(name, Cell::of(value));
        }
    };
    text("source", entry.source);
    text("typed_by", entry.typed_by);
    text("rule", entry.rule);
    text("slot_at", entry.slot_at ? date_time_text(book.zone(), *entry.slot_at) : "");
    number("opens", entry.opens);
    number("closes", entry.closes);
    number("amends", entry.amends);
    number("batch", entry.batch);
    number("traits", entry.traits);
    return rest;
}

bool is_personal(const Kind* kind, const FieldValue& value) {
    return kind != nullptr && std::any_of(kind->fields.begin(), kind->fields.end(), [&](const Field& field) {
               return field.type == FieldType::personal && value.name == field.name;
           });
}

// Whether whoever may see it sees something of it here that is masked for others.
bool shows_personal(const Kind* kind, const Entry& entry, bool all) {
    return (all || (kind != nullptr && kind->hidden)) &&
           std::any_of(entry.fields.begin(), entry.fields.end(),
                       [&](const FieldValue& value) { return is_personal(kind, value) && !value.redacted; });
}

// The fields, or those only that this program has no words for; what is personal is whole for a supervisor only.
NamedCells stored_fields(Book& book, const Entry& entry, const Kind* kind, bool all) {
    const bool whole = book.is_revealed();
    const Kind* meant = entry.kind == kind::kCorrection ? kind_named(book.entry(entry.amends).kind) : kind;
    NamedCells fields;
    for (const FieldValue& value : entry.fields) {
        if (all || (!is_mark(value.name) && (kind == nullptr || !declares(*kind, value)))) {
            const std::string word = whole || !is_personal(meant, value) ? value.word : masked(value.word);
            fields.emplace_back(stored_name(value), value.redacted ? Cell{}
                                                    : value.number ? Cell::of(*value.number)
                                                                   : Cell::of(word));
        }
    }
    return fields;
}

// One entry with everything, its corrections below it; what a newer program recorded as it is stored.
int read_one(Context& context, const LogOptions& options) {
    Book book{context, Store::Mode::read};
    const Entry entry = book.entry(std::atoll(options.number.c_str()), options.number);
    EntryQuery same_date;
    same_date.dates = DateRange{entry.business_date, entry.business_date + std::chrono::days{1}};
    const Amendments amendments = amendments_for(book.store(), same_date);
    if (shows_personal(kind_named(entry.kind), entry, context.options.json)) {
        reveal_if_may(book, reveal::kPersonal, entry.number);
    }
    EntryCells cells{book};
    const auto& row = cells.cells(entry, status_of(book.store(), amendments, entry).c_str());
    const auto columns = entry_columns();
    const Kind* kind = kind_named(entry.kind);
    NamedCells stored = kind == nullptr ? rest_of_header(book, entry) : NamedCells{};
    for (auto& [name, cell] : stored_fields(book, entry, kind, context.options.json)) {
        stored.emplace_back((context.options.json ? "field." : "") + name, std::move(cell));
    }
    const std::string typist =
        kind == nullptr || entry.typed_by.empty() ? "" : book.name_of("staff", entry.typed_by);
    if (context.options.json) {
        Table table{columns, {row}};
        if (!typist.empty()) {
            table.columns.push_back({"typed_by", {}, ColumnKind::text});
            table.rows.front().push_back(Cell::of(typist));
        }
        for (const auto& [name, cell] : stored) {
            table.columns.push_back({name.c_str(), {}, cell.text.empty() ? ColumnKind::integer : ColumnKind::code});
            table.rows.front().push_back(cell);
        }
        print(table, Format::json, *context.environment.out);
        return kDone;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!row[i].empty) {
            const std::string value = columns[i].kind == ColumnKind::integer ? std::to_string(row[i].number)
                                      : columns[i].kind == ColumnKind::word  ? row[i].shown
                                                                             : shown_safely(row[i].text);
            context.print(pad_right(columns[i].heading, 16) + " " + value);
        }
    }
    if (!typist.empty()) {
        context.print(pad_right(tr("Typed by"), 16) + " " + shown_safely(typist));
    }
    for (const auto& [heading, value] : Teller{book}.details(entry)) {
        if (!value.empty()) {
            context.print(pad_right(heading, 16) + " " + shown_safely(value));
        }
    }
    for (const auto& [name, cell] : stored) {
        context.print(pad_right(name, 16) + " " +
                      (cell.empty          ? std::string{tr("(purged)")}
                       : cell.text.empty() ? std::to_string(cell.number)
                                           : shown_safely(cell.text)));
    }
    EntryQuery about;
    about.about = entry.number;
    about.first = entry.number;
    about.all_batches = true;
    book.store().each(about, [&](const Entry& later) {
        context.print(fmt::format("  #{} {} {}", later.number, full_text(book.zone(), later.told_at()),
                                  cells.line(later, status_of(book.store(), amendments, later))));
    });
    return kDone;
}

Action setup_log(OptionList& list) {
    auto options = std::make_shared<LogOptions>();
    list.word("number", &options->number, tr("One entry with all its columns"));
    list.option("--day", &options->day, "DATE", tr("Business date: 2026-11-23, yesterday, mon"));
    list.option("--from", &options->from, "DATE", tr("First business date"));
    list.option("--to", &options->to, "DATE", tr("Last business date"));
    list.option("--shift", &options->shift, "NO", tr("Number of the entry that began the shift"));
    list.option("--kind", &options->kind, "KIND", tr("Only this kind of entry"));
    list.option("--person", &options->person, "NAME", tr("Only this person's entries"));
    list.option("--visit", &options->visit, "V", tr("The story of one visit, such as V12, across all posts"));
    list.option("--last", &options->last, "N", tr("Only the last so many (on the screen 20 without a filter)"));
    options->output.add_to(list);
    return [options](Context& context) {
        if (!options->visit.empty()) {
            return show_timeline(context, options->visit, options->output);
        }
        return options->number.empty() ? read_log(context, *options) : read_one(context, *options);
    };
}

}  // namespace

CommandSpec log_command() {
    return {{}, setup_log};
}

}  // namespace onduty
