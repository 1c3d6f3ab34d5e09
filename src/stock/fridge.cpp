// SPDX-License-Identifier: MIT
// serve fridge, disinfect: a temperature is read; utensils are disinfected in batches.
#include <algorithm>
#include <cstdlib>

#include "book/amended.hpp"
#include "book/needed_words.hpp"
#include "book/recording.hpp"
#include "book/typed_lines.hpp"
#include "stock/actions.hpp"
#include "stock/disinfections.hpp"
#include "stock/kinds.hpp"
#include "stock/stock.hpp"
#include "stock/verdicts.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/tenths.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kColdest = -600;  // tenths of a degree; nothing that a bar has is colder or hotter
constexpr std::int64_t kHottest = 600;

struct FridgeOptions {
    std::string temperature;
    std::string fridge;
    std::string action;
};

const Fridge& chosen_fridge(Book& book, const std::string& typed) {
    if (!typed.empty()) {
        return book.part_meant(&Plan::fridges, "fridge", N_("fridge"), typed);
    }
    const auto& fridges = book.plan(&Plan::fridges, book.version_told());
    if (fridges.empty()) {
        throw Refusal{say(N_("The plan has no [[fridge]]. How one is written: man 5 onduty-plan"))};
    }
    if (fridges.size() > 1) {
        throw UsageError{say(N_("Which fridge? onduty plan shows their names."))};
    }
    return fridges.front();
}

int take_reading(Context& context, const FridgeOptions& options) {
    const std::int64_t tenths = degrees_typed(options.temperature);
    Recording recording{context};
    Book& book = recording.book();
    const Fridge& fridge = chosen_fridge(book, options.fridge);
    const bool outside = is_outside(fridge, tenths);
    Entry entry = recording.draft(kind::kReading, recording.on_duty_person("bar"));
    entry.subject = fridge.code;
    entry.result = outside ? result::kFault : result::kOk;
    entry.note = tidy_note(options.action);
    Details details;
    details.lines = {{"celsius", tenths}};
    entry.fields.add(fields_of(details));
    if (!lack_of(book, entry).empty()) {
        throw Refusal{
            say(N_("{0} degrees is outside {1} to {2}. Nothing was recorded. Do something and say what: onduty "
                   "serve fridge {0} --action \"...\""),
                tenths_text(tenths), tenths_text(fridge.least), tenths_text(fridge.most))};
    }
    const Entry stored = recording.append(entry);
    const std::string what =
        outside ? say(N_("{0} at {1} degrees, OUTSIDE {2} to {3}: {4}."), fridge.name, tenths_text(tenths),
                      tenths_text(fridge.least), tenths_text(fridge.most), shown_safely(entry.note))
                : say(N_("{0} at {1} degrees."), fridge.name, tenths_text(tenths));
    recording.finish(stored, what);
    return outside ? kFound : kDone;
}

}  // namespace

std::int64_t degrees_typed(const std::string& typed) {
    const auto tenths = read_tenths(number_form(typed));
    if (!tenths || *tenths < kColdest || *tenths > kHottest) {
        throw UsageError{say(N_("\"{0}\" is no temperature from {1} to {2} degrees such as 4.5."), typed, kColdest / 10,
                             kHottest / 10)};
    }
    return *tenths;
}

namespace {

struct DisinfectOptions {
    std::string method;
    std::vector<std::string> items;
    std::string note;
};

int begin_batch(Recording& recording, const Word& method, const DisinfectOptions& options) {
    Book& book = recording.book();
    const Things items{book, "stock", N_("item")};
    if (options.items.empty()) {
        throw UsageError{
            say(N_("Which utensils? onduty serve disinfect {0} {1}=40"), method.code, items.example("ITEM"))};
    }
    Details details;
    details.lines = typed_lines(items, options.items, 1);
    Entry entry = recording.draft(kind::kDisinfection, recording.on_duty_person("bar"));
    entry.subject = method.code;
    entry.note = tidy_note(options.note);
    const Entry stored = recording.append(entry, details);
    const int code =
        recording.finish(stored, say(N_("{0} begins: {1}."), method.name, lines_text(items, details.lines)));
    const bool alone = open_disinfections(book).size() == 1;
    const std::string through = clock_text(book.zone(), stored.told_at() + Minutes{std::atoll(method.detail.c_str())});
    book.context().remark(
        alone ? say(N_("When it is through, at {0}: onduty serve disinfect end"), through)
              : say(N_("When it is through, at {0}: onduty serve disinfect end {1}"), through, stored.number));
    return code;
}

// The batch that is through: the only one, or the one with the number that was typed.
Entry batch_meant(Book& book, const std::vector<std::string>& typed) {
    std::vector<Entry> open = open_disinfections(book);
    if (const auto told = book.claimed()) {
        std::vector<Entry> begun;
        std::copy_if(open.begin(), open.end(), std::back_inserter(begun),
                     [&](const Entry& batch) { return batch.told_at() <= *told; });
        open = begun.empty() ? std::move(open) : std::move(begun);
    }
    if (open.empty()) {
        throw Refusal{say(N_("Nothing is being disinfected. It begins with: onduty serve disinfect METHOD cup=40"))};
    }
    const std::int64_t number = typed.size() == 1 ? read_number(typed.front()).value_or(0) : 0;
    const auto found =
        std::find_if(open.begin(), open.end(), [&](const Entry& batch) { return batch.number == number; });
    if (found != open.end()) {
        return *found;
    }
    if (!typed.empty() || open.size() > 1) {
        const auto batch_text = [&](const Entry& batch) {
            return say(N_("{0} ({1})"), batch.number, book.name_of("method", batch.subject));
        };
        throw UsageError{say(N_("Which batch is through? Being disinfected: {0}. Type: onduty serve disinfect end {1}"),
                             listed(open, batch_text, tr(", ")), open.front().number)};
    }
    return open.front();
}

int end_batch(Recording& recording, const DisinfectOptions& options) {
    Book& book = recording.book();
    const Entry batch = batch_meant(book, options.items);
    const Method* method = book.part_in(&Plan::methods, "method", batch.subject, batch.plan);
    Entry entry = recording.draft(kind::kDisinfectionEnd, recording.on_duty_person("bar"));
    const auto took = entry.told_at() - batch.told_at();
    if (entry.claims_before(batch.told_at())) {
        throw Refusal{say(N_("That batch began at {0}, later than that."), full_text(book.zone(), batch.told_at()))};
    }
    const bool enough = is_long_enough(method, took);
    entry.about = batch.number;
    entry.subject = batch.subject;
    entry.result = enough ? result::kComplete : result::kIncomplete;
    entry.note = tidy_note(options.note);
    const std::string name = book.name_of("method", batch.subject);
    const Entry stored = recording.append(entry);
    recording.finish(stored,
                     enough ? say(N_("{0} of entry {1} through after {2}."), name, batch.number, duration_text(took))
                            : say(N_("{0} of entry {1} ended after {2}, TOO SHORT: {3} min are needed. Begin "
                                     "again."),
                                  name, batch.number, duration_text(took), method->minutes.count()));
    return enough ? kDone : kFound;
}

int disinfect(Context& context, const DisinfectOptions& options) {
    Recording recording{context};
    const std::string plain = lower_case(plain_form(options.method));
    if (plain == "end" || plain == "结束") {
        return end_batch(recording, options);
    }
    return begin_batch(recording, recording.book().resolve_told("method", N_("way to disinfect"), options.method),
                       options);
}

void declare_fridge(OptionList& list, FridgeOptions& options) {
    list.needed_word("temperature", &options.temperature, tr("Degrees Celsius: 4.5"));
    list.word("fridge", &options.fridge, tr("Which fridge, if there are several"));
    list.option("--action", &options.action, "TEXT", tr("What was done; needed outside the limits"));
}

void declare_disinfect(OptionList& list, DisinfectOptions& options) {
    list.needed_word("method", &options.method, tr("How, such as steam; end when a batch is through"));
    list.word("items", &options.items,
              tr("Utensils and how many: cup=40 glass=20; after end the entry of the batch, if several run"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kServeFridge = action<declare_fridge, take_reading>("fridge", "冰箱", N_("A temperature is read"));
constexpr ActionSpec kServeDisinfect =
    action<declare_disinfect, disinfect>("disinfect", "消毒", N_("Utensils are disinfected"));

}  // namespace onduty
