// SPDX-License-Identifier: MIT
// customer contact, update: a customer is spoken to; what is known of him changes.
#include <map>

#include "book/machine_words.hpp"
#include "cases/words.hpp"
#include "customers/actions.hpp"
#include "customers/kinds.hpp"
#include "customers/read.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/coming.hpp"
#include "time/told.hpp"
#include "visits/caller.hpp"

namespace onduty {

namespace {

constexpr std::chrono::hours kTryAgain{24};  // without --again (ours)
constexpr std::int64_t kLongestContact = 24 * 60;  // minutes

struct ContactOptions {
    std::string card;
    std::string words;
    std::string way;
    std::string why;
    std::int64_t minutes = 0;
    bool missed = false;
    std::string again;
};

struct UpdateOptions {
    std::string card;
    std::string words;
    std::string customer_class;
    std::string name;
    std::string phone;
};

}  // namespace

std::string contact_reason_named(const std::string& typed) {
    static const std::map<std::string, const char*> kReasons{
        {"opinion", contact_reason::kOpinion},   {"意见", contact_reason::kOpinion},
        {"seasonal", contact_reason::kSeasonal}, {"节日", contact_reason::kSeasonal},
        {"reminder", contact_reason::kReminder}, {"提醒", contact_reason::kReminder}};
    const auto found = kReasons.find(lower_case(plain_form(typed)));
    if (found == kReasons.end()) {
        throw UsageError{say(N_("--why takes opinion, seasonal or reminder, not \"{0}\"."), typed)};
    }
    return found->second;
}

void check_reason(const std::string& why, bool is_waited_for) {
    if (why.empty() && !is_waited_for) {
        throw UsageError{say(N_("What for? Add --why opinion, seasonal or reminder."))};
    }
}

std::int64_t checked_minutes(std::int64_t minutes) {
    if (minutes < 0 || minutes > kLongestContact) {
        throw UsageError{say(N_("--minutes takes 1 to {0}, not {1}."), kLongestContact, minutes)};
    }
    return minutes;
}

namespace {

std::string contact_sentence(Book& book, const Customer& customer, const Entry& entry) {
    std::string words = shown_channel(entry.subject);
    words += entry.flag.empty() ? "" : tr(", ") + std::string{shown_word(entry.flag)};
    if (entry.result == result::kMissed) {
        words += tr(", ") + say(N_("NOT REACHED; try again {0}"), full_text(book.zone(), *entry.slot_at));
    } else {
        words += customer.waits() ? tr(", ") + std::string{tr("first contact")} : std::string{};
        words = entry.note.empty() ? words : say(N_("{0}: {1}"), words, shown_safely(entry.note));
    }
    return say(N_("{0}: {1}."), customer_code(customer.number), words);
}

int contact(Context& context, const ContactOptions& options) {
    const std::string way = typed_channel("--way", options.way);
    const std::string why = options.why.empty() ? "" : contact_reason_named(options.why);
    checked_minutes(options.minutes);
    if (!options.again.empty() && !options.missed) {
        throw UsageError{say(N_("--again belongs to --not-reached."))};
    }
    Recording recording{context};
    Book& book = recording.book();
    const Customer customer = read_customer(book, customer_named(book, options.card));
    check_reason(why, customer.waits());
    Entry entry = recording.draft(kind::kContact, recording.on_duty_person(kSalesPost));
    if (entry.claims_before(customer.opened)) {
        throw Refusal{say(N_("The card {0} was opened at {1}, later than that."), customer_code(customer.number),
                          full_text(book.zone(), customer.opened))};
    }
    entry.about = customer.number;
    entry.subject = way;
    entry.flag = why;
    entry.result = options.missed ? result::kMissed : result::kOk;
    entry.note = tidy_note(options.words);
    if (options.missed) {
        entry.slot_at = options.again.empty() ? book.now() + kTryAgain : book.due_time(options.again);
    }
    Details details;
    if (options.minutes > 0) {
        details.lines.push_back({kMinutesItem, options.minutes});
    }
    return recording.finish(recording.append(entry, details), contact_sentence(book, customer, entry));
}

int update(Context& context, const UpdateOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const Customer customer = read_customer(book, customer_named(book, options.card));
    Entry entry = recording.draft(kind::kCustomerUpdate, recording.on_duty_person(kSalesPost));
    entry.about = customer.number;
    if (!options.customer_class.empty()) {
        entry.subject = book.resolve_told("customer-class", N_("class of customers"), options.customer_class).code;
    }
    entry.note = tidy_note(options.words);
    Details details;
    if (!tidy_note(options.name).empty()) {
        details.personal.push_back({"name", tidy_note(options.name)});
    }
    if (!options.phone.empty()) {
        details.personal.push_back({"phone", checked_phone(options.phone)});
    }
    if (entry.subject.empty() && entry.note.empty() && details.personal.empty()) {
        throw UsageError{say(N_("What is new? Add words, --class, --name or --phone."))};
    }
    std::string what = tr("updated");
    what += entry.subject.empty() ? "" : tr(", ") + book.name_of("customer-class", entry.subject);
    what += details.personal.empty() ? "" : tr(", ") + std::string{tr("name or telephone")};
    what = entry.note.empty() ? what : say(N_("{0}: {1}"), what, shown_safely(entry.note));
    return recording.finish(recording.append(entry, details),
                            say(N_("{0}: {1}."), customer_code(customer.number), what));
}

void declare_contact(OptionList& list, ContactOptions& options) {
    list.needed_word("card", &options.card, tr("Number of the card: K57"));
    list.word("words", &options.words, tr("What was said, as short as it may be"));
    list.needed_option("--way", &options.way, "WAY", tr("How: visit, phone, message, mail or web"));
    list.option("--why", &options.why, "REASON", tr("opinion, seasonal or reminder; not needed the first time"));
    list.option("--minutes", &options.minutes, "N", tr("How long it took"));
    list.flag("--not-reached", &options.missed, tr("Nobody was reached; the customer goes on waiting"));
    list.option("--again", &options.again, "TIME", tr("When to try again: tomorrow 10:00; a day later if left out"));
}

void declare_update(OptionList& list, UpdateOptions& options) {
    list.needed_word("card", &options.card, tr("Number of the card: K57"));
    list.word("words", &options.words, tr("What is new"));
    list.option("--class", &options.customer_class, "CLASS", tr("Class of the customer, as in the plan"));
    list.option("--name", &options.name, "TEXT", tr("Name; kept apart as personal data"));
    list.option("--phone", &options.phone, "NUMBER", tr("Telephone; kept apart as personal data"));
}

}  // namespace

constexpr ActionSpec kCustomerContact =
    action<declare_contact, contact>("contact", "联系", N_("A customer is called, visited or written to"));
constexpr ActionSpec kCustomerUpdate =
    action<declare_update, update>("update", "更新", N_("Class, name, telephone or news of a customer"));

}  // namespace onduty
