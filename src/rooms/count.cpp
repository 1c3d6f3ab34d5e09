// SPDX-License-Identifier: MIT
// serve count: what is in a room after a group, item by item: how many, and whether in place.
#include <algorithm>
#include <set>

#include "book/terminal.hpp"
#include "cases/read.hpp"
#include "print/table.hpp"
#include "rooms/actions.hpp"
#include "rooms/kinds.hpp"
#include "rooms/read.hpp"
#include "stock/read.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"
#include "visits/read.hpp"

namespace onduty {

namespace {

struct CountOptions {
    std::string room;
    std::vector<std::string> words;
    std::vector<std::string> why;
    std::vector<std::string> misplaced;
    bool opening = false;
    bool closing = false;
};

// A room that the plan has dropped has nothing to be counted; after a tour that is said all the same.
Room room_named(Book& book, const std::string& typed) {
    const std::string code = plain_form(typed);
    const std::vector<Tour> tours = open_tours(book);
    const bool dropped =
        !book.store().word("room", code) && find_code(book.plan(&Plan::rooms, book.version_told()), code) == nullptr &&
        std::any_of(tours.begin(), tours.end(), [&](const Tour& tour) { return tour.end && tour.room == code; });
    if (dropped) {
        Room room;
        room.code = code;
        room.name = book.name_of("room", room.code);
        return room;
    }
    return book.part_meant(&Plan::rooms, "room", N_("room"), typed);
}

bool means_all(const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    return plain == "all" || plain == "全部" || plain == "全";
}

void list_room(Context& context, const Room& room) {
    if (context.options.json) {
        Table table{
            {{"item", {}, ColumnKind::code}, {"name", {}, ColumnKind::text}, {"number", {}, ColumnKind::integer}}, {}};
        for (const RoomItem& item : room.items) {
            table.rows.push_back({Cell::of(item.code), Cell::of(item.name), Cell::of(item.number)});
        }
        print(table, Format::json, *context.environment.out);
        return;
    }
    context.print(room.name);
    for (const RoomItem& item : room.items) {
        context.print(fmt::format("  {:3}  ", item.number) + pad_right(item.code, 12) + " " + item.name);
    }
    context.print(say(N_("All there and in place: onduty serve count {0} all"), room.code));
    if (room.items.empty()) {
        return;
    }
    context.print(say(N_("Otherwise:    onduty serve count {0} all {1}=0 --why {1}=\"...\" --misplaced {1}=\"...\""),
                      room.code, room.items.front().code));
}

// The lines typed; with "all" every other item as it should be.
std::vector<Line> lines_of(const Room& room, const Things& things, const CountOptions& options) {
    std::vector<std::string> words;
    std::copy_if(options.words.begin(), options.words.end(), std::back_inserter(words),
                 [](const std::string& word) { return !means_all(word); });
    std::vector<Line> typed = typed_lines(things, words, 0);
    const bool all = words.size() < options.words.size();
    std::vector<Line> lines;
    for (const RoomItem& item : room.items) {
        const auto found =
            std::find_if(typed.begin(), typed.end(), [&](const Line& line) { return line.item == item.code; });
        if (found != typed.end() || all) {
            lines.push_back({item.code, found == typed.end() ? item.number : found->quantity, item.number});
        }
    }
    for (const std::string& text : options.misplaced) {
        misplace_line(things, text, lines);
    }
    explain_lines(things, options.why, lines);
    return lines;
}

// The finding that is about this line of a count of the room already, or nullptr.
const OpenFinding* found_before(const std::vector<OpenFinding>& findings, const std::string& room, const Line& line) {
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const OpenFinding& finding) {
        return finding.count.subject == room &&
               std::any_of(finding.lines.begin(), finding.lines.end(), [&](const Line& known) {
                   return known.item == line.item && known.quantity == line.quantity;
               });
    });
    return found == findings.end() ? nullptr : &*found;
}

// What is to be said of the finding that differences in number lead to, as far as none is open about them; "" when
// everything is there or explained.
std::string open_finding(Recording& recording, const Presence& person, const Entry& count,
                         const std::vector<Line>& lines, const Things& things) {
    Book& book = recording.book();
    const std::vector<OpenFinding> findings = open_findings(book, kind::kCount);
    NewCase wanted{.sort = sort::kFinding, .from = count.number};
    std::set<std::string> known;
    for (const Line& line : lines) {
        if (line.quantity == line.expected.value_or(line.quantity) || !line.note.empty()) {
            continue;
        }
        if (const OpenFinding* before = found_before(findings, count.subject, line)) {
            known.insert(case_code(before->one.file.sequence));
        } else {
            wanted.lines.push_back(line);
        }
    }
    std::string said = known.empty() ? "" : say(N_("Open already: {0}."), listed(known, tr(", ")));
    if (!wanted.lines.empty()) {
        wanted.words = book.name_of("room", count.subject) + tr(": ") + difference_text(things, wanted.lines);
        said += (said.empty() ? "" : " ") + open_found_case(recording, person, wanted);
    }
    return said;
}

int count_room(Context& context, const CountOptions& options) {
    if (options.opening && options.closing) {
        throw UsageError{say(N_("--opening and --closing contradict each other."))};
    }
    if (options.words.empty()) {
        Book book{context, Store::Mode::read};
        list_room(context, room_named(book, options.room));
        return kDone;
    }
    Recording recording{context};
    Book& book = recording.book();
    const Room room = room_named(book, options.room);
    const Things things{book, "thing", N_("item"), room.code};
    const auto then = book.claimed();
    const RoomFacts facts = then ? room_at(book, room.code, *then) : rooms_now(book);
    const RoomState state = state_of(facts, room.code);
    if (state.open != nullptr) {
        if (const auto until = shown_until(book, room.name, *state.open)) {
            throw Refusal{*until};
        }
        throw Refusal{
            say(N_("{0} is being shown since {1}; it is counted afterwards. First: onduty serve tour-end {2}"),
                room.name, clock_text(book.zone(), state.open->start),
                visit_code(book.store().visit(state.open->visit).value_or(VisitDetails{}).sequence)) +
            by_typed(book)};
    }
    Details details;
    details.lines = lines_of(room, things, options);
    const std::string missing = uncounted(room.items, details.lines);
    const Presence person = recording.on_duty_person("show-home");
    Entry entry = recording.draft(kind::kCount, person);
    entry.subject = room.code;
    entry.about = state.uncounted == nullptr ? 0 : state.uncounted->visit;
    entry.result = missing.empty() ? result::kComplete : result::kIncomplete;
    entry.flag = options.opening ? flag::kOpening : options.closing ? flag::kClosing : "";
    entry.opens = is_unexplained(details.lines) ? kItself : 0;
    const bool waits = state.uncounted != nullptr && book.store().open_matters().count(state.uncounted->number) > 0;
    entry.closes = missing.empty() && waits ? state.uncounted->number : 0;
    const Entry stored = recording.append(entry, details);
    recording.follow(stored);
    const std::string differences = difference_text(things, details.lines);
    const std::string finding = open_finding(recording, person, stored, details.lines, things);
    std::string what = details.lines.size() == 1 ? say(N_("{0} counted: 1 item"), room.name)
                                                 : say(N_("{0} counted: {1} items"), room.name, details.lines.size());
    what += entry.about == 0 ? tr(".")
                             : say(N_(", after {0}."),
                                   visit_code(book.store().visit(entry.about).value_or(VisitDetails{}).sequence));
    what += differences.empty() ? "" : " " + say(N_("DIFFERENT: {0}."), differences);
    what += missing.empty() ? "" : " " + say(N_("INCOMPLETE, no number for {0}."), missing);
    what += finding.empty() ? "" : " " + finding;
    recording.finish(stored, what);
    ask_why(book, stored.number, details.lines);
    return missing.empty() && differences.empty() ? kDone : kFound;
}

void declare_count(OptionList& list, CountOptions& options) {
    list.needed_word("room", &options.room, tr("Which room"));
    list.word("items", &options.words, tr("all, and items that differ: all vase=1"));
    list.option("--why", &options.why, "ITEM=TEXT", tr("Why a count differs; may be repeated"));
    list.option("--misplaced", &options.misplaced, "ITEM=TEXT", tr("Is there, but not in its place; may be repeated"));
    list.flag("--opening", &options.opening, tr("The count before opening"));
    list.flag("--closing", &options.closing, tr("The count after closing"));
}

}  // namespace

constexpr ActionSpec kServeCount =
    action<declare_count, count_room>("count", "清点", N_("What is in a room after a group"));

}  // namespace onduty
