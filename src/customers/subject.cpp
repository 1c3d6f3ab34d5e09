// SPDX-License-Identifier: MIT
// What does the house know of customers and surveys?
#include "book/subject.hpp"
#include "book/names.hpp"
#include "book/needed_words.hpp"
#include "customers/blocks.hpp"
#include "customers/corrections.hpp"
#include "customers/kinds.hpp"
#include "customers/read.hpp"
#include "customers/read_surveys.hpp"
#include "customers/rules.hpp"
#include "customers/surveys.hpp"
#include "customers/told.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// A contact with a time did not reach anybody: it is tried again then.
MatterStep contact_step(const Entry& entry) {
    return {0, entry.slot_at ? 0 : entry.about};
}

constexpr Field kCardFields[]{
    {"class", FieldType::code, "customer-class"},
    {"name", FieldType::personal},
    {"phone", FieldType::personal},
};

constexpr Field kKeeperFields[]{
    {"keeper", FieldType::code, "staff"},
};

constexpr Field kContactFields[]{
    {"channel", FieldType::code},
    {"result", FieldType::code, "", "ok missed"},
    {"reason", FieldType::code, "", "opinion seasonal reminder"},
    {"minutes", FieldType::number, "min"},
    {"again", FieldType::time},
};

constexpr Field kSurveyFields[]{
    {"sent", FieldType::number},
    {"until", FieldType::time},
};

constexpr Field kAnswerFields[]{
    {"topics", FieldType::pieces, "survey-topic"},
};

// No more come back than were sent.
bool answer_fits(Book&, std::span<const Entry> before, const Entry&) {
    SurveyReading reading;
    for (const Entry& entry : before) {
        reading.add(entry, lines_of(entry.fields));
    }
    const std::vector<Survey> surveys = reading.finish();
    return !surveys.empty() && surveys.front().back() < surveys.front().sent;
}

constexpr Kind kCustomersKinds[]{
    {.name = kind::kCustomer,
     .word = N_("customer"),
     .traits = trait::kSeldom | trait::kThread,
     .is_item = is_told_elsewhere,
     .told = customer_told,
     .stays = [](Book&, const Entry& card) -> std::string {
         return say(N_("{0} stays: onduty customer show {0}"), customer_code(card.number));
     },
     .fields = kCardFields,
     .corrections = kCardCorrections},
    {.name = kind::kCustomerUpdate,
     .word = N_("customer updated"),
     .traits = trait::kSeldom | trait::kThread,
     .told = customer_told,
     .fields = kCardFields,
     .corrections = kCardCorrections,
     .lacks = lacks_news},
    {.name = kind::kCustomerAssign,
     .word = N_("keeper"),
     .traits = trait::kSeldom | trait::kThread,
     .step = opens_again,
     .told = customer_told,
     .fields = kKeeperFields,
     .corrections = kKeeperCorrections},
    {.name = kind::kContact,
     .word = N_("contact"),
     .traits = trait::kSeldom | trait::kThread,
     .step = contact_step,
     .told = customer_told,
     .repeats = true,
     .fields = kContactFields,
     .corrections = kContactCorrections},
    {.name = kind::kSurvey,
     .word = N_("survey"),
     .traits = trait::kSeldom,
     .step = opens_with_time,
     .told = customer_told,
     .fields = kSurveyFields,
     .corrections = kSurveyCorrections,
     .lacks = lacks_words},
    {.name = kind::kSurveyAnswer,
     .word = N_("survey answer"),
     .traits = trait::kSeldom | trait::kThread,
     .told = customer_told,
     .fits = answer_fits,
     .fields = kAnswerFields,
     .corrections = kAnswerCorrections,
     .lacks = lacks_answer},
};

constexpr MachineWord kCustomersWords[]{
    {contact_reason::kOpinion, N_("opinion")},
    {contact_reason::kSeasonal, N_("season's greetings")},
    {contact_reason::kReminder, N_("reminder")},
};

constexpr Clock kCustomersClocks[]{{add_customer_lines}, {add_survey_lines}};

Table customers(Pass& pass) {
    Book& book = pass.book();
    return customers_block(all_customers(book), pass.dates(), book.history(), book.zone(), names_of(book), book.now());
}

constexpr const char* kHiddenOfCustomers[]{"keeper"};
constexpr const char* kHiddenOfContacts[]{"person"};
constexpr const char* kHiddenOfSurvey[]{"topic"};

constexpr Block kCustomersBlocks[]{
    {.name = "customers", .place = 85, .heading = N_("Customers"), .hidden = kHiddenOfCustomers, .table = customers},
    {.name = "contacts",
     .place = 86,
     .heading = N_("Contacts"),
     .hidden = kHiddenOfContacts,
     .table =
         [](Pass& pass) { return contacts_block(all_customers(pass.book()), pass.dates(), names_of(pass.book())); }},
    {.name = "survey",
     .place = 87,
     .heading = N_("Surveys"),
     .hidden = kHiddenOfSurvey,
     .table =
         [](Pass& pass) {
             Book& book = pass.book();
             return survey_block(all_surveys(book), pass.dates(), names_of(book));
         }},
};

std::string code_of_card(Book& book, const Entry& entry) {
    if (entry.kind == kind::kCustomer) {
        return customer_code(entry.number);
    }
    const auto about = entry.about == 0 ? std::nullopt : book.store().entry(entry.about);
    return about && about->kind == kind::kCustomer ? customer_code(about->number) : std::string{};
}

constexpr Subject kCustomersSubject{.name = "customers",
                                    .kinds = kCustomersKinds,
                                    .words = kCustomersWords,
                                    .clocks = kCustomersClocks,
                                    .blocks = kCustomersBlocks,
                                    .stand = stand_customers,
                                    .code_of = code_of_card};

}  // namespace

const Subject& customers_subject() {
    return kCustomersSubject;
}

}  // namespace onduty
