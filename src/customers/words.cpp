// SPDX-License-Identifier: MIT
// What is an entry about a customer or a survey about, in words?
#include <algorithm>
#include <array>

#include "book/entry_subjects.hpp"
#include "book/entry_table.hpp"
#include "cases/words.hpp"
#include "customers/read.hpp"
#include "customers/surveys.hpp"
#include "text/mask.hpp"
#include "text/translate.hpp"
#include "time/words.hpp"

namespace onduty {

bool is_of_customers(const std::string& kind) {
    static constexpr std::array<std::string_view, 6> kKinds{kind::kCustomer,       kind::kCustomerUpdate,
                                                            kind::kCustomerAssign, kind::kContact,
                                                            kind::kSurvey,         kind::kSurveyAnswer};
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

// "K57 Zh****un, Class A", "K57 Zhou Kai", "K57 by phone, 5 min", "sent 200, until 2026-12-10 18:00",
// "#12 Security 4, Cleaning 5".
std::string EntryCells::customer_subject(const Entry& entry) {
    std::string text = entry.kind == kind::kSurvey         ? ""
                       : entry.kind == kind::kSurveyAnswer ? "#" + std::to_string(entry.about)
                       : entry.kind == kind::kCustomer     ? customer_code(entry.number)
                                                           : customer_code(entry.about);
    std::string rest;
    const auto add = [&](const std::string& part) {
        rest += part.empty() ? "" : (rest.empty() ? "" : tr(", ")) + part;
    };
    if (entry.kind == kind::kCustomer || entry.kind == kind::kCustomerUpdate) {
        for (const PersonalField& field : book_->store().personal(entry.number)) {
            add(masked(field.value));
        }
        add(entry.subject.empty() ? "" : name("customer-class", entry.subject));
    } else if (entry.kind == kind::kCustomerAssign) {
        add(person(entry.subject));
    } else if (entry.kind == kind::kContact) {
        add(shown_channel(entry.subject));
    }
    for (const Line& line : entry.kind == kind::kCustomer ? std::vector<Line>{} : book_->store().lines(entry.number)) {
        add(line.item == kMinutesItem ? duration_text(Minutes{line.quantity})
            : line.item == kSentItem  ? say(N_("sent {0}"), line.quantity)
                                      : name("survey-topic", line.item) + " " + std::to_string(line.quantity));
    }
    if (entry.slot_at) {
        const std::string time = date_time_text(book_->zone(), *entry.slot_at);
        add(entry.kind == kind::kContact ? say(N_("again {0}"), time) : say(N_("until {0}"), time));
    }
    return text.empty() || rest.empty() ? text + rest : text + " " + rest;
}

}  // namespace onduty
