// SPDX-License-Identifier: MIT
// serve order, deliver: drinks from the plan's menu, asked for and brought line by line (B4-B7, O2-O4).
#include <algorithm>

#include "commands/serve/serve.hpp"
#include "commands/visitors.hpp"
#include "error.hpp"
#include "text/time_words.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr std::int64_t kMostOfOne = 500;

struct OrderOptions {
    std::string visit;
    std::vector<std::string> drinks;
    std::string note;
};

// "tea=2", "tea 2" has been split by the shell, "tea" means one. The same drink twice is added up.
std::vector<Line> lines_of(Book& book, const std::vector<std::string>& typed) {
    std::vector<Line> lines;
    for (const std::string& word : typed) {
        const std::string plain = plain_form(word);
        const auto equals = plain.rfind('=');
        const std::string name = plain.substr(0, equals);
        const std::string count = equals == std::string::npos ? "1" : plain.substr(equals + 1);
        const bool digits =
            !count.empty() && count.size() < 5 && count.find_first_not_of("0123456789") == std::string::npos;
        const std::int64_t quantity = digits ? std::atoll(count.c_str()) : 0;
        if (quantity < 1 || quantity > kMostOfOne) {
            throw UsageError{say(N_("\"{0}\": write a drink and how many, such as tea=2."), word)};
        }
        const std::string code = book.resolve("drink", N_("drink"), name).code;
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.item == code; });
        if (same == lines.end()) {
            lines.push_back({code, quantity, std::nullopt, {}});
        } else {
            same->quantity += quantity;
        }
    }
    return lines;
}

std::string words_of(Book& book, const std::vector<Line>& lines) {
    std::string words;
    for (const Line& line : lines) {
        words +=
            (words.empty() ? "" : tr(", ")) + book.name_of("drink", line.item) + " " + std::to_string(line.quantity);
    }
    return words;
}

Visit group_on_site(Book& book, const std::string& typed) {
    Visit visit = visit_on_site(book, typed);
    if (!visit.is_group()) {
        throw Refusal{say(N_("{0} is no group of visitors. Nothing was recorded."), visit_code(visit))};
    }
    return visit;
}

int order(Context& context, const OrderOptions& options) {
    if (options.drinks.empty()) {
        throw UsageError{
            say(N_("Which drinks? Write them behind the visit: onduty serve order {0} tea=2 water"), options.visit)};
    }
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = group_on_site(book, options.visit);
    Details details;
    details.lines = lines_of(book, options.drinks);
    Entry entry = recording.draft(kind::kOrder, recording.on_duty_person("bar"));
    entry.about = visit.number;
    entry.note = tidy_note(options.note);
    const Entry stored = recording.append(entry, details);
    const int code =
        recording.finish(stored, say(N_("{0} orders {1}."), visit_code(visit), words_of(book, details.lines)));
    std::int64_t drinks = 0;
    for (const Line& line : details.lines) {
        drinks += line.quantity;
    }
    const std::int64_t most = visit.details.party * book.plan().reception.drinks_per_person;
    if (drinks > most) {
        context.remark(
            say(N_("{0} drinks for {1} people: is that right? If not: onduty correct {2} --void --reason \"...\""),
                drinks, visit.details.party, stored.number));
    }
    return code;
}

// What is brought: the lines typed, or all that is still waited for.
std::vector<Line> brought(Book& book, const Visit& visit, const std::vector<std::string>& typed) {
    const auto waiting = visit.undelivered();
    if (typed.empty()) {
        std::vector<Line> lines;
        for (const auto& [drink, quantity] : waiting) {
            lines.push_back({drink, quantity, std::nullopt, {}});
        }
        return lines;
    }
    std::vector<Line> lines = lines_of(book, typed);
    for (const Line& line : lines) {
        const auto found = waiting.find(line.item);
        const std::int64_t left = found == waiting.end() ? 0 : found->second;
        if (line.quantity > left) {
            throw Refusal{
                say(N_("{0} waits for {1} of {2}, not {3}. More is ordered first: onduty serve order {0} ..."),
                    visit_code(visit), left, book.name_of("drink", line.item), line.quantity)};
        }
    }
    return lines;
}

int deliver(Context& context, const OrderOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Visit visit = group_on_site(book, options.visit);
    Details details;
    details.lines = brought(book, visit, options.drinks);
    if (details.lines.empty()) {
        throw Refusal{say(N_("{0} waits for nothing. Served again: onduty serve refill {0}"), visit_code(visit))};
    }
    Entry entry = recording.draft(kind::kDelivery, recording.on_duty_person("bar"));
    if (visit.waiting_since && entry.told_at() < *visit.waiting_since) {
        throw Refusal{say(N_("{0} ordered at {1}, later than that."), visit_code(visit),
                          full_text(book.zone(), *visit.waiting_since))};
    }
    entry.about = visit.number;
    entry.subject = visit.seat;
    entry.note = tidy_note(options.note);
    const Entry stored = recording.append(entry, details);
    std::string what = say(N_("{0} gets {1}, {2} after the order."), visit_code(visit), words_of(book, details.lines),
                           duration_text(entry.told_at() - visit.waiting_since.value_or(entry.told_at())));
    return recording.finish(stored, what);
}

}  // namespace

Action setup_serve_order(OptionList& list) {
    auto options = std::make_shared<OrderOptions>();
    list.needed_word("visit", &options->visit, tr("V number"));
    list.word("drinks", &options->drinks, tr("Drinks and how many: tea=2 water"));
    list.option("--note", &options->note, "TEXT", tr("A wish: less sugar, a child"));
    return [options](Context& context) { return order(context, *options); };
}

Action setup_serve_deliver(OptionList& list) {
    auto options = std::make_shared<OrderOptions>();
    list.needed_word("visit", &options->visit, tr("V number"));
    list.word("drinks", &options->drinks, tr("What is brought, if not all: tea=2"));
    list.option("--note", &options->note, "TEXT", tr("A remark"));
    return [options](Context& context) { return deliver(context, *options); };
}

}  // namespace onduty
