// SPDX-License-Identifier: MIT
#include "book/correction_told.hpp"

#include <algorithm>
#include <cstdlib>

#include "book/corrected_fields.hpp"
#include "book/entry_table.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "log/changed_fields.hpp"
#include "log/corrections.hpp"
#include "store/details.hpp"
#include "text/mask.hpp"
#include "text/tenths.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// What the fields are called when they are corrected.
constexpr MachineWord kFieldWords[]{
    {"party", N_("people")},
    {"people", N_("people")},
    {"plate", N_("plate")},
    {"purpose", N_("purpose")},
    {"host", N_("taken by")},
    {"seat", N_("seat")},
    {"begin", N_("begin")},
    {"name", N_("name")},
    {"phone", N_("telephone")},
    {"type", N_("type")},
    {"company", N_("company")},
    {"permit", N_("permit")},
    {"told", N_("who was told")},
    {"tools", N_("tools")},
    {"about", N_("visit")},
    {"first", N_("first contact")},
    {"channel", N_("way")},
    {"way", N_("way")},
    {"outcome", N_("outcome")},
    {"drinks", N_("drinks")},
    {"area", N_("area")},
    {"items", N_("items")},
    {"flag", N_("remark")},
    {"movement", N_("movement")},
    {"fridge", N_("fridge")},
    {"celsius", N_("degrees")},
    {"method", N_("method")},
    {"pieces", N_("pieces")},
    {"sort", N_("kind")},
    {"severity", N_("severity")},
    {"safety", N_("safety")},
    {"complexity", N_("complexity")},
    {"impact", N_("impact")},
    {"immediate", N_("at once")},
    {"place", N_("place")},
    {"unit", N_("unit")},
    {"against", N_("against whom")},
    {"remedy_asked", N_("remedy")},
    {"remedy", N_("remedy")},
    {"reference", N_("reference")},
    {"owner", N_("owner")},
    {"cost", N_("cost")},
    {"for", N_("for whom")},
    {"to", N_("to whom")},
    {"person", N_("person")},
    {"cause", N_("cause")},
    {"item", N_("item")},
    {"meter", N_("meter")},
    {"reading", N_("reading")},
    {"agents", N_("agent")},
    {"score", N_("score")},
    {"category", N_("category")},
    {"reported_by", N_("reported by")},
    {"phoned", N_("phoned")},
    {"phoned_at", N_("phoned at")},
    {"action_taken", N_("action taken")},
    {"action_needed", N_("action needed")},
    {"emergency", N_("emergency plan")},
    {"witness", N_("witnesses")},
    {"conduct", N_("kind")},
    {"words", N_("words")},
    {"thing", N_("thing")},
    {"due", N_("due time")},
    {"contact", N_("for whom")},
    {"next", N_("next time")},
    {"meeting", N_("meeting")},
    {"topic", N_("subject")},
    {"until", N_("due time")},
    {"class", N_("class")},
    {"keeper", N_("keeper")},
    {"reason", N_("what for")},
    {"minutes", N_("minutes")},
    {"again", N_("next time")},
    {"sent", N_("sent")},
    {"topics", N_("scores")},
    {"goods", N_("goods")},
};

const Kind* kind_of_corrected(Teller& teller, const Entry& correction) {
    const auto entry = teller.book().store().entry(correction.amends);
    return entry ? kind_named(entry->kind) : nullptr;
}

const Field* declared_field(const Kind& kind, std::string_view name) {
    const auto found =
        std::find_if(kind.fields.begin(), kind.fields.end(), [&](const Field& field) { return name == field.name; });
    return found == kind.fields.end() ? nullptr : &*found;
}

bool names_family(const Field* field) {
    return field != nullptr && field->unit[0] != '\0' &&
           (field->type == FieldType::code || field->type == FieldType::pieces);
}

std::string instant_told(Teller& teller, std::int64_t milliseconds) {
    return date_time_text(teller.book().zone(), Instant{std::chrono::milliseconds{milliseconds}});
}

std::string value_of_field(Teller& teller, const Field* field, const FieldValue& value) {
    if (value.redacted) {
        return tr("purged");
    }
    if (value.name == "about" && value.number) {
        // As people call it: V2, not the entry that it began with.
        const auto about = teller.book().store().entry(*value.number);
        const std::string code = about ? code_of(teller.book(), *about) : std::string{};
        return code.empty() ? std::to_string(*value.number) : code;
    }
    if (value.name == "slot_at" || (field != nullptr && field->type == FieldType::time && value.number)) {
        return instant_told(teller, *value.number);
    }
    if (field != nullptr && field->type == FieldType::flag) {
        return value.number.value_or(0) != 0 ? tr("yes") : tr("no");
    }
    if (value.number) {
        // As it is typed and shown elsewhere, in the unit and not in parts of it.
        const std::string_view unit = field == nullptr ? "" : field->unit;
        return unit.starts_with("tenths")       ? tenths_text(*value.number)
               : unit.starts_with("hundredths") ? hundredths_text(*value.number)
                                                : std::to_string(*value.number);
    }
    if (field != nullptr && field->type == FieldType::personal) {
        return masked(value.word);
    }
    if (names_family(field)) {
        return teller.name(field->unit, value.word);
    }
    return value.typed ? value.word : std::string{shown_word(value.word)};
}

// One side of the change: all that the entry says, or said, of it.
std::string side_told(Teller& teller, const Kind* kind, const Entry& correction, std::int64_t place) {
    const Fields values = values_at(correction.fields, place);
    Parts parts;
    for (const FieldValue& value : values) {
        if (value.place == 0 && value.name != kLate) {
            // What stands in the column of the subject is called otherwise by each kind.
            const std::string name = value.name == "subject" ? correction.subject : value.name;
            parts.add(value_of_field(teller, kind == nullptr ? nullptr : declared_field(*kind, name), value));
        }
    }
    const auto fields = kind == nullptr ? std::span<const Field>{} : kind->fields;
    const auto pieces =
        std::find_if(fields.begin(), fields.end(), [](const Field& field) { return field.type == FieldType::pieces; });
    const bool of_plan = pieces != fields.end() && names_family(&*pieces);
    parts.add(lines_told(lines_of(values), false,
                         [&](const std::string& item) { return of_plan ? teller.name(pieces->unit, item) : item; }));
    return std::move(parts).text();
}

}  // namespace

std::string corrected_field_told(Teller&, const Entry& correction) {
    const auto found = std::find_if(std::begin(kFieldWords), std::end(kFieldWords),
                                    [&](const MachineWord& word) { return word.name == correction.subject; });
    return found == std::end(kFieldWords) || !says_change(correction) ? shown_word(correction.subject)
                                                                      : tr(found->word);
}

std::string new_value_told(Teller& teller, const Entry& correction) {
    if (says_change(correction)) {
        const Kind* kind = kind_of_corrected(teller, correction);
        const std::string now = side_told(teller, kind, correction, kToBe);
        const std::string was = side_told(teller, kind, correction, kWas);
        return was.empty() ? now : say(N_("{0} instead of {1}"), now.empty() ? tr("nothing") : now, was);
    }
    const std::string value = new_value(correction);
    if (correction.subject == field::kTime || correction.subject == field::kDue ||
        correction.subject == field::kClock) {
        return instant_told(teller, std::atoll(value.c_str()));
    }
    return correction.subject == field::kResult ? shown_word(value) : value;
}

}  // namespace onduty
