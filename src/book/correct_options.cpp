// SPDX-License-Identifier: MIT
#include "book/correct_options.hpp"

#include <set>
#include <string_view>

#include "book/kinds.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

// In the order in which they are told.
constexpr CorrectOption kCorrectOptions[]{
    {kItems, "ITEM=N", N_("Lines of it anew: tea=2; tea=- takes one out")},
    {"--note", "TEXT", N_("What the note or text should say")},
    {"--action", "TEXT", N_("What was done")},
    {"--point", "POINT", N_("Which checkpoint it was")},
    {"--result", "WORD", N_("What came of it: ok, fault, refused ...")},
    {"--party", "N", N_("How many people")},
    {"--people", "N", N_("How many people")},
    {"--purpose", "TEXT", N_("What for")},
    {"--work", "TEXT", N_("Which work")},
    {"--type", "TYPE", N_("Of an arrival: first, return, vip, business or owner")},
    {"--host", "NAME", N_("Who of sales takes them")},
    {"--first", "yes|no", N_("Whether it was a first call")},
    {"--seat", "SEAT", N_("Where they sit")},
    {"--begin", "TIME", N_("When a meeting or an event begins")},
    {"--name", "TEXT", N_("Name of the person; kept apart as personal data")},
    {"--phone", "NUMBER", N_("Telephone; kept apart as personal data")},
    {"--plate", "PLATE", N_("Number plate; kept apart as personal data")},
    {"--company", "TEXT", N_("For which company")},
    {"--permit", "NUMBER", N_("Number of the permit")},
    {"--supervisor", "NAME", N_("Who watches the work")},
    {"--tool", "TOOL=N", N_("What is brought in; may be repeated")},
    {"--told", "NAME", N_("Who was told")},
    {"--outcome", "OUTCOME", N_("How it went at the gate: turned-away, questioned or let-in")},
    {"--forgotten", "yes|no", N_("Whether a departure was only noticed afterwards")},
    {"--visit", "V", N_("Which visit it is about")},
    {"--movement", "WORD", N_("Of stock: received, returned, used, broken, expired or adjusted")},
    {"--best-before", "DATE", N_("Of what is received: 2026-12-31")},
    {"--why", "WORDS", N_("Of a count: ITEM=TEXT, why it differs; of a contact: opinion, seasonal or reminder")},
    {"--misplaced", "ITEM=TEXT", N_("Is there, but not in its place; may be repeated")},
    {"--uncounted", "TEXT", N_("Why a room was shown that was not counted")},
    {"--opening", "yes|no", N_("Whether it is the count before opening")},
    {"--closing", "yes|no", N_("Whether it is the count after closing")},
    {"--fridge", "NAME", N_("Which fridge")},
    {"--degrees", "N", N_("Degrees Celsius: 4.5")},
    {"--needed", "TEXT", N_("What remains to be done")},
    {"--method", "METHOD", N_("How it was disinfected")},
    {"--meter", "METER", N_("Code or name of the meter in the plan")},
    {"--reading", "N", N_("What it shows, with one decimal place at most: 4211.5")},
    {"--kind", "SORT", N_("What sort of case, alarm, drill or finding it is")},
    {"--severity", "1-4", N_("How grave: 1 critical, 2 serious, 3 general, 4 slight")},
    {"--safety", "1-4", N_("Danger to people, 1 the gravest")},
    {"--complexity", "1-4", N_("How involved it is, 1 the most")},
    {"--impact", "1-4", N_("How many it touches, 1 the most")},
    {"--immediate", "yes|no", N_("Whether something can and must be done at once")},
    {"--channel", "WAY", N_("How it came: visit, phone, message, mail or web")},
    {"--place", "PLACE", N_("Where")},
    {"--area", "POINT", N_("Which area, a checkpoint of the plan")},
    {"--unit", "UNIT", N_("House or flat that it is about: 2-1-301")},
    {"--against", "NAME", N_("Who of the staff is complained about")},
    {"--remedy", "TEXT", N_("What the person asks for, or was given")},
    {"--reference", "TEXT", N_("Its number in another register")},
    {"--owner", "NAME", N_("Whose it is")},
    {"--cost", "SUM", N_("What it cost: 50 or 49.90")},
    {"--cause", "CODE", N_("What it was about, a cause of the plan")},
    {"--way", "WAY", N_("How: visit, phone, message or mail")},
    {"--verdict", "WORD", N_("A satisfied, B fairly satisfied, C not satisfied, or missed")},
    {"--for", "WHO", N_("For whom it waits, came or is")},
    {"--to", "WHO", N_("Who has it, took it or was sent")},
    {"--resident", "yes|no", N_("Whether the person lives there")},
    {"--person", "NAME", N_("Who it is about, or who looked at the work")},
    {"--with", "NAME", N_("The second person, who walks along")},
    {"--item", "ITEM", N_("Which item of the checklist or of the cleaning")},
    {"--agent", "TEXT", N_("What the water was treated with")},
    {"--dose", "TEXT", N_("How much of it: \"200 g\"")},
    {"--score", "N", N_("From 1 (bad) to 5 (spotless)")},
    {"--category", "CATEGORY", N_("What kind: fire, theft ... as in the plan")},
    {"--reported-by", "NAME", N_("Who noticed it, if somebody else")},
    {"--phoned", "NAME", N_("Who was told by phone, a name or a number")},
    {"--phoned-at", "TIME", N_("When that was")},
    {"--emergency", "PLAN", N_("Emergency plan that was followed, as in the plan")},
    {"--witness", "TEXT", N_("Witnesses with phone; kept apart as personal data")},
    {"--thing", "THING", N_("What was lent, as in the plan")},
    {"--number", "N", N_("The number on the piece")},
    {"--pieces", "N", N_("How many pieces")},
    {"--until", "TIME", N_("When it is due: 18:00, tomorrow 10:00, 2026-12-24")},
    {"--damaged", "TEXT", N_("It came back damaged: say how")},
    {"--lost", "TEXT", N_("It will not come back: say why")},
    {"--approved-by", "NAME", N_("Who of the staff allowed it")},
    {"--next", "TIME", N_("When it is due again: 2027-05-25")},
    {"--by-whom", "NAME", N_("Who trained: staff, or somebody from outside")},
    {"--meeting", "KIND", N_("Which meeting: department, owners or other")},
    {"--firm", "TEXT", N_("The firm")},
    {"--subject", "TEXT", N_("What it was about")},
    {"--promise", "TEXT", N_("What was promised")},
    {"--class", "CLASS", N_("Class of the customer, as in the plan")},
    {"--keeper", "NAME", N_("Who keeps the customer from now on")},
    {"--minutes", "N", N_("How many minutes it took")},
    {"--not-reached", "yes|no", N_("Whether nobody was reached")},
    {"--again", "TIME", N_("When it is tried again")},
    {"--sent", "N", N_("How many forms were sent")},
    // Not corrected: who tries hears what works instead.
    {"--case", "C", N_("Which case it is; refused")},
    {"--incident", "N", N_("Which incident it is; refused")},
    {"--route", "ROUTE", N_("Which round it was; refused, with what works instead")},
    {"--checklist", "LIST", N_("Which checklist it was; refused, with what works instead")},
    {"--room", "ROOM", N_("Which room it was; refused, with what works instead")},
    {"--post", "POST", N_("Of a shift or a count: which post; refused, with what works instead")},
    {"--from", "TIME", N_("From when misses are explained; refused, with what works instead")},
};

}  // namespace

std::vector<CorrectOption> correct_options() {
    std::set<std::string_view> declared{"--note"};
    for (const Kind* kind : kinds_that([](const Kind&) { return true; })) {
        for (const Corrected& one : kind->corrections) {
            declared.insert(one.option);
        }
    }
    std::vector<CorrectOption> options{std::begin(kCorrectOptions), std::end(kCorrectOptions)};
    std::erase_if(options, [&](const CorrectOption& option) { return declared.count(option.name) == 0; });
    return options;
}

}  // namespace onduty
