// SPDX-License-Identifier: MIT
// What does the house know of who comes?
#include "book/subject.hpp"
#include "book/names.hpp"
#include "book/needed_words.hpp"
#include "text/translate.hpp"
#include "visits/blocks.hpp"
#include "visits/clean_ups.hpp"
#include "visits/clocks.hpp"
#include "visits/corrections.hpp"
#include "visits/kinds.hpp"
#include "visits/meetings.hpp"
#include "visits/read.hpp"
#include "visits/rules.hpp"
#include "visits/told.hpp"
#include "visits/tools.hpp"

namespace onduty {

namespace {

// Who was announced is open already.
MatterStep arrival_step(const Entry& entry) {
    return {entry.about == 0 ? kItself : 0, 0};
}

// Of the visit that it began or is about.
std::string code_of_visit(Book& book, const Entry& entry) {
    for (const EntryNumber number : {entry.number, entry.about}) {
        const auto visit = number == 0 ? std::nullopt : book.store().visit(number);
        if (visit && visit->sequence != 0) {
            return visit_code(visit->sequence);
        }
    }
    return {};
}

constexpr Field kNoticeFields[]{
    {"visit", FieldType::number},
    {"party", FieldType::number},
    {"plate", FieldType::personal},
};

constexpr Field kMeetingFields[]{
    {"visit", FieldType::number},       {"party", FieldType::number},   {"purpose", FieldType::words},
    {"host", FieldType::code, "staff"}, {"begin", FieldType::time},     {"seat", FieldType::code, "seat"},
    {"name", FieldType::personal},      {"phone", FieldType::personal},
};

constexpr Field kCallFields[]{
    {"host", FieldType::code, "staff"}, {"channel", FieldType::code},   {"first", FieldType::flag},
    {"name", FieldType::personal},      {"phone", FieldType::personal},
};

constexpr Field kArrivalFields[]{
    {"type", FieldType::code, "", "first return vip business owner vehicle contractor"},
    {"visit", FieldType::number},
    {"party", FieldType::number},
    {"purpose", FieldType::words},
    {"host", FieldType::code, "staff"},
    {"seat", FieldType::code, "seat"},
    {"first", FieldType::flag},
    {"permit", FieldType::words},
    {"told", FieldType::code, "staff"},
    {"tools", FieldType::pieces},
    {"name", FieldType::personal},
    {"phone", FieldType::personal},
    {"plate", FieldType::personal},
    {"company", FieldType::personal},
};

constexpr Field kSeatFields[]{
    {"seat", FieldType::code, "seat"},
};

constexpr Field kHostFields[]{
    {"host", FieldType::code, "staff"},
};

constexpr Field kLeaveFields[]{
    {"result", FieldType::code, "", "forgotten"},
    {"tools", FieldType::pieces},
};

constexpr Field kDrinkFields[]{
    {"drinks", FieldType::pieces, "drink"},
};

constexpr Field kRequestFields[]{
    {"area", FieldType::code, "point"},
    {"seat", FieldType::code, "seat"},
    {"left_with", FieldType::number},
};

constexpr Field kAreaFields[]{
    {"area", FieldType::code, "point"},
};

constexpr Field kGateFields[]{
    {"outcome", FieldType::code, "", "turned-away questioned let-in"},
    {"told", FieldType::code, "staff"},
    {"name", FieldType::personal},
    {"phone", FieldType::personal},
    {"plate", FieldType::personal},
};

constexpr Kind kVisitsKinds[]{
    {.name = kind::kNotice,
     .word = N_("announced"),
     .step = opens_itself,
     .is_item = is_told_elsewhere,
     .told = arrival_told,
     .fields = kNoticeFields,
     .corrections = kNoticeCorrections},
    {.name = kind::kMeeting,
     .word = N_("meeting"),
     .traits = trait::kSeldom,
     .step = opens_itself,
     .is_item = is_told_elsewhere,
     .told = arrival_told,
     .doubt = doubt_of_meeting,
     .fields = kMeetingFields,
     .corrections = kMeetingCorrections},
    {.name = kind::kReady,
     .word = N_("room ready"),
     .traits = trait::kThread,
     .told = seat_told,
     .fits = ready_fits,
     .fields = kSeatFields,
     .corrections = kReadyCorrections},
    {.name = kind::kTakeOver,
     .word = N_("accepted"),
     .traits = trait::kThread,
     .told = seat_told,
     .fits = take_over_fits,
     .corrections = kWordlessCorrections,
     .answers = true},
    {.name = kind::kVisit,
     .word = N_("arrival"),
     .traits = trait::kThread,
     .step = arrival_step,
     .is_item = is_told_elsewhere,
     .told = arrival_told,
     .note = purpose_of,
     .fits = arrival_fits,
     .doubt = seated_twice,
     .fields = kArrivalFields,
     .corrections = kArrivalCorrections},
    {.name = kind::kHost,
     .word = N_("taken by"),
     .traits = trait::kThread,
     .told = host_told,
     .fits = is_on_site,
     .fields = kHostFields,
     .corrections = kHostCorrections},
    {.name = kind::kProgress,
     .word = N_("progress"),
     .traits = trait::kThread,
     .told = seat_told,
     .fits = is_on_site,
     .corrections = kStepCorrections,
     .lacks = lacks_words},
    {.name = kind::kLeave,
     .word = N_("left"),
     .traits = trait::kThread,
     .step = closes_about,
     .told = departure_told,
     .fits = departure_fits,
     .leads = leaves_tools,
     .doubt = seated_twice,
     .fields = kLeaveFields,
     .corrections = kLeaveCorrections},
    {.name = kind::kCall,
     .word = N_("call"),
     .told = caller_told,
     .leads = leads_always,
     .fields = kCallFields,
     .corrections = kCallCorrections,
     .lacks = lacks_words},
    {.name = kind::kRefusal,
     .word = N_("person at the gate"),
     .told = refusal_told,
     .fields = kGateFields,
     .corrections = kGateCorrections,
     .lacks = lacks_words},
    {.name = kind::kOrder,
     .word = N_("order"),
     .traits = trait::kThread,
     .told = order_told,
     .fits = is_on_site,
     .fields = kDrinkFields,
     .corrections = kDrinkCorrections},
    {.name = kind::kDelivery,
     .word = N_("brought"),
     .traits = trait::kThread,
     .told = order_told,
     .fits = delivery_fits,
     .fields = kDrinkFields,
     .corrections = kDrinkCorrections},
    {.name = kind::kSeating,
     .word = N_("sits down"),
     .traits = trait::kThread,
     .told = seat_told,
     .fits = is_on_site,
     .doubt = seated_twice,
     .fields = kSeatFields,
     .corrections = kSeatingCorrections},
    {.name = kind::kRefill,
     .word = N_("served again"),
     .traits = trait::kThread,
     .told = seat_told,
     .fits = is_on_site,
     .corrections = kStepCorrections},
    {.name = kind::kCleanRequest,
     .word = N_("to be tidied up"),
     .traits = trait::kThread,
     .step = opens_itself,
     .told = clean_up_told,
     .outlasts = true,
     .fields = kRequestFields,
     .corrections = kRequestCorrections},
    {.name = kind::kCleanDone,
     .word = N_("tidied up"),
     .traits = trait::kThread,
     .step = closes_about,
     .told = clean_up_told,
     .outlasts = true,
     .fields = kAreaFields,
     .corrections = kCleanedUpCorrections},
};

constexpr MachineWord kVisitsWords[]{
    {visit_type::kFirst, N_("first visit")},
    {visit_type::kReturning, N_("comes again")},
    {visit_type::kVip, N_("VIP")},
    {visit_type::kBusiness, N_("business")},
    {visit_type::kOwner, N_("owner")},
    {visit_type::kVehicle, N_("vehicle")},
    {visit_type::kContractor, N_("contractor")},
    {outcome::kTurnedAway, N_("turned away")},
    {outcome::kQuestioned, N_("questioned")},
    {outcome::kLetIn, N_("let in")},
    {result::kForgotten, N_("forgotten")},
};

constexpr Clock kVisitsClocks[]{{add_visit_lines}};

const VisitFacts& visits_in(Pass& pass) {
    return pass.get<VisitFold>().facts;
}

constexpr const char* kHiddenOfAnnouncements[]{"business_date", "post"};

constexpr Block kVisitsBlocks[]{
    {.name = "announcements",
     .place = 29,
     .heading = N_("Announcements"),
     .hidden = kHiddenOfAnnouncements,
     .want = wants<VisitFold>,
     .table =
         [](Pass& pass) {
             Book& book = pass.book();
             return announcements_block(visits_in(pass).visits, pass.dates(), book.history(), book.zone(), book.now(),
                                        names_of(book));
         }},
    {.name = "reception",
     .place = 30,
     .heading = N_("Reception"),
     .want = wants<VisitFold>,
     .table = [](Pass& pass) { return reception_block(visits_in(pass), pass.dates()); }},
    {.name = "hours",
     .place = 31,
     .heading = nullptr,
     .want = wants<VisitFold>,
     .table = [](Pass& pass) { return hours_block(visits_in(pass), pass.dates(), pass.book().zone()); }},
    {.name = "bar",
     .place = 32,
     .heading = N_("Bar"),
     .want = wants<ServedFold>,
     .table =
         [](Pass& pass) {
             Book& book = pass.book();
             return bar_block(pass.get<ServedFold>().visits, pass.dates(), book.history(), book.zone(), book.now());
         }},
    {.name = "drinks",
     .place = 33,
     .heading = N_("Drinks"),
     .want = wants<ServedFold>,
     .table =
         [](Pass& pass) { return drinks_block(pass.get<ServedFold>().visits, pass.dates(), names_of(pass.book())); }},
};

constexpr Subject kVisitsSubject{.name = "visits",
                                 .kinds = kVisitsKinds,
                                 .words = kVisitsWords,
                                 .clocks = kVisitsClocks,
                                 .blocks = kVisitsBlocks,
                                 .stand = stand_visits,
                                 .put_right = put_clean_ups_right,
                                 .code_of = code_of_visit};

}  // namespace

const Subject& visits_subject() {
    return kVisitsSubject;
}

}  // namespace onduty
