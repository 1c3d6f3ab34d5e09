// SPDX-License-Identifier: MIT
// handover count: how many of each item are there, and are they whole?
#include <algorithm>

#include "book/duty.hpp"
#include "handover/actions.hpp"
#include "handover/handover.hpp"
#include "handover/item_cases.hpp"
#include "handover/item_words.hpp"
#include "handover/kinds.hpp"
#include "stock/read.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct CountOptions {
    std::vector<std::string> words;
    std::vector<std::string> why;
    std::string of;
};

// Of several posts the first that has items, else the first.
std::string post_with_items(Book& book, const Presence& person) {
    for (const std::string& post : person.posts) {
        if (!items_of(book.plan(&Plan::handover_items, book.version_told()), post).empty()) {
            return post;
        }
    }
    return person.post;
}

}  // namespace

Counting counting(Book& book, const Presence& person, const std::string& of) {
    const std::vector<Entry> offers = open_offers(book);
    if (!of.empty()) {
        const std::vector<Entry> meant = offers_meant(book, offers, of);
        if (meant.size() == 1) {
            return {meant.front().number, meant.front().post};
        }
        if (offer_typed(book, of)) {
            throw Refusal{say(N_("\"{0}\" is no handover that waits. onduty handover show lists them."), of)};
        }
        return {0, book.resolve_told("post", N_("post"), of).code};
    }
    for (const Entry& offer : offers) {
        if (offer.actor == person.person) {
            return {offer.number, offer.post};
        }
    }
    const Entry* related = related_offer(book, offers, person);
    return related == nullptr ? Counting{0, post_with_items(book, person)} : Counting{related->number, related->post};
}

std::vector<HandoverItem> items_counted(Book& book, const std::string& post, EntryNumber offer) {
    const int version = offer == 0 ? book.version_told() : book.entry(offer).plan;
    std::vector<HandoverItem> items = items_of(book.plan(&Plan::handover_items, version), post);
    if (items.empty()) {
        throw UsageError{say(N_("The plan has no items of {0}. Add [[handover_item]] to it: onduty plan export, edit, "
                                "onduty plan apply"),
                             book.name_of("post", post))};
    }
    return items;
}

namespace {

int list_items(Context& context, const std::string& of) {
    Book book{context, Store::Mode::read};
    Presence person;
    if (of.empty() && context.options.by.empty()) {
        const std::vector<Presence> people = present_people(book);
        if (people.size() != 1) {
            throw UsageError{say(N_("Whose items? Add --of POST."))};
        }
        person = people.front();
    } else if (of.empty()) {
        const std::string code = book.resolve("staff", N_("person"), context.options.by).code;
        person = book.store().on_duty(code).value_or(Presence{});
    }
    const auto [offer, post] = counting(book, person, of);
    const std::vector<HandoverItem> items = items_counted(book, post, offer);
    if (context.options.json) {
        print(item_table(items), Format::json, *context.environment.out);
        return kDone;
    }
    context.print(book.name_of("post", post));
    for (const HandoverItem& item : items) {
        context.print(fmt::format("  {:3}  ", item.number) + pad_right(item.code, 16) + " " + item.name +
                      (item.note.empty() ? "" : " (" + item.note + ")"));
    }
    const std::string for_it = of.empty() ? "" : " --of " + (offer == 0 ? post : std::to_string(offer));
    context.print(tr("All there and whole: onduty handover count all") + for_it);
    context.print(say(N_("Otherwise:           onduty handover count all {0}={1}:damaged --why {0}=\"...\""),
                      items.front().code, items.front().number) +
                  for_it);
    return kDone;
}

int count_items(Context& context, const CountOptions& options) {
    if (options.words.empty()) {
        return list_items(context, options.of);
    }
    Recording recording{context};
    Book& book = recording.book();
    const Presence person = recording.on_duty_person();
    const auto [about, post] = counting(book, person, options.of);
    const std::vector<HandoverItem> items = items_counted(book, post, about);
    const Things things{book, "handover-item", N_("item")};
    Details details;
    details.lines = counted_lines(book, items, post, options.words);
    explain_lines(things, options.why, details.lines);
    const std::string missing = uncounted(items, details.lines);
    Entry entry = recording.draft(kind::kHandoverCount, person);
    entry.about = about;
    entry.subject = post;
    entry.result = missing.empty() ? result::kComplete : result::kIncomplete;
    const Entry stored = recording.append(entry, details);
    recording.follow(stored);
    std::string what = say(N_("{0}, items counted: {1}."), book.name_of("post", post), details.lines.size());
    const std::string odd = odd_text(things, details.lines);
    what += odd.empty() ? "" : " " + say(N_("DIFFERENT: {0}."), odd);
    what += missing.empty() ? "" : " " + say(N_("INCOMPLETE, no number for {0}."), missing);
    const bool defect = std::any_of(details.lines.begin(), details.lines.end(), is_defect);
    const std::string cases = defect ? open_item_case(recording, person, stored, details.lines, things) : "";
    recording.finish(stored, what);
    if (defect) {
        remark_responsible(book, things, stored, details.lines);
        context.remark(cases);
    }
    return missing.empty() && !defect ? kDone : kFound;
}

void declare_count(OptionList& list, CountOptions& options) {
    list.word("items", &options.words, tr("all, and items that differ: all radio=5 torch=2:damaged"));
    list.option("--why", &options.why, "ITEM=TEXT", tr("Why a count differs; may be repeated"));
    list.option("--of", &options.of, "OFFER", tr("Number of the offer, or the post whose items are counted"));
}

}  // namespace

constexpr ActionSpec kHandoverCount =
    action<declare_count, count_items>("count", "清点", N_("Count what is handed over, with its condition"));

}  // namespace onduty
