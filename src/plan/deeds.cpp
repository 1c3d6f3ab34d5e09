// SPDX-License-Identifier: MIT
#include "plan/deeds.hpp"

namespace onduty {

namespace {

Excuse excuse_of(const Entry& entry) {
    return entry.result == result::kSkipped         ? Excuse::skipped
           : entry.result == result::kNotApplicable ? Excuse::not_applicable
                                                    : Excuse::explained;
}

}  // namespace

Stretch stretch_of(const Entry& entry) {
    Stretch stretch;
    const auto date = [&](const char* name) {
        Date day;
        return parse_date(entry.fields.word(name), day) ? std::optional{day} : std::nullopt;
    };
    const auto time = [&](const char* name, Instant without) {
        const FieldValue* value = entry.fields.find(name);
        return value == nullptr || !value->number ? without : Instant{std::chrono::milliseconds{*value->number}};
    };
    stretch.first = date("first");
    stretch.last = date("last");
    stretch.from = time("from", stretch.from);
    stretch.until = time("until", stretch.until);
    return stretch;
}

Fields fields_of(const Stretch& stretch) {
    Fields fields;
    if (stretch.first) {
        fields.add_code("first", to_text(*stretch.first));
    } else {
        fields.add("from", stretch.from.time_since_epoch().count());
    }
    if (stretch.last) {
        fields.add_code("last", to_text(*stretch.last));
    } else {
        fields.add("until", stretch.until.time_since_epoch().count());
    }
    return fields;
}

bool satisfies(const Deed& deed, const Rule& rule) {
    if (deed.target.family != rule.target.family || deed.target.code != rule.target.code) {
        return false;
    }
    return deed.rule.empty() ? deed.post.empty() || rule.post.empty() || deed.post == rule.post
                             : deed.rule == rule.code;
}

const Deed* Deeds::deed(EntryNumber entry) const {
    return with_number(done, entry, [](const Deed& one) { return one.mark.entry; });
}

std::string Deeds::person_of(EntryNumber entry) const {
    const Deed* one = deed(entry);
    return one == nullptr ? std::string{} : one->person;
}

EntryNumber Deeds::accepts(EntryNumber entry, EntryNumber said) const {
    const auto found = std::find_if(acceptances.begin(), acceptances.end(),
                                    [&](const Acceptance& one) { return one.of == entry && one.number > said; });
    return found == acceptances.end() ? 0 : found->number;
}

std::string Deeds::acceptor(EntryNumber entry) const {
    const Acceptance* one = with_number(acceptances, entry, [](const Acceptance& some) { return some.number; });
    return one == nullptr ? std::string{} : one->person;
}

const WrittenExplanation* Deeds::explanation(EntryNumber entry) const {
    return with_number(explanations, entry, [](const WrittenExplanation& one) { return one.number; });
}

Mark mark_by(const Entry& entry) {
    Mark mark{entry.told_at(), true, entry.number, entry.business_date};
    mark.claimed = entry.claimed();
    mark.recorded = entry.recorded_apart();
    mark.before = entry.told_before;
    mark.claimed_again = entry.claimed_again;
    mark.claimed_by = std::max(entry.number, entry.claimed_by);
    return mark;
}

DeedReading::DeedReading(const PlanHistory& history, const std::vector<const Kind*>& kinds,
                         std::vector<ClockDoubt> doubts, Minutes grace)
    : grace_{grace} {
    deeds_.doubts = std::move(doubts);
    for (const PlanVersion& version : history) {
        for (const Rule& rule : version.plan.rules) {
            asked_.insert({rule.target.family, rule.target.code});
        }
    }
    for (const Kind* kind : kinds) {
        const bool asked = std::any_of(asked_.begin(), asked_.end(), [&](const auto& target) {
            return target.first == kind->deed.family &&
                   (kind->deed.code == nullptr || target.second == kind->deed.code);
        });
        if (asked) {
            kinds_.push_back(kind);
        }
    }
}

void DeedReading::add(const Entry& entry) {
    if (entry.kind == kind::kExplanation) {
        if (entry.slot_at) {
            deeds_.explanations.push_back({entry.number,
                                           entry.rule,
                                           *entry.slot_at,
                                           entry.actor,
                                           entry.note,
                                           excuse_of(entry),
                                           entry.effective_at(),
                                           {},
                                           mark_of(entry),
                                           entry.shift});
        }
        return;
    }
    if (entry.kind == kind::kMissesExplained) {
        deeds_.explanations.push_back({entry.number, entry.rule, Instant{}, entry.actor, entry.note, excuse_of(entry),
                                       entry.recorded_at, stretch_of(entry), mark_of(entry), entry.shift});
        return;
    }
    if (entry.kind == kind::kAccept) {
        deeds_.acceptances.push_back({entry.number, entry.about, entry.actor});
        return;
    }
    for (const Kind* kind : kinds_) {
        const DeedFor& deed = kind->deed;
        if (deed.completed_by != nullptr && entry.kind == deed.completed_by) {
            for (Deed& done : deeds_.done) {
                done.mark.complete =
                    done.mark.entry == entry.about ? entry.result != result::kIncomplete : done.mark.complete;
            }
            return;
        }
        if (entry.kind == kind->name) {
            if (deed.fits == nullptr || deed.fits(entry)) {
                Mark mark = mark_by(entry);
                mark.complete = deed.completed_by == nullptr && entry.result != result::kIncomplete;
                mark.in_doubt = is_in_doubt(entry);
                add({{deed.family, deed.code == nullptr ? entry.subject : deed.code},
                     std::move(mark),
                     entry.actor,
                     deed.at_post ? entry.post : "",
                     deed.at_post ? entry.rule : "",
                     entry.shift});
            }
            return;
        }
    }
}

void DeedReading::add(Deed deed) {
    if (asked_.count({deed.target.family, deed.target.code}) > 0) {
        deeds_.done.push_back(std::move(deed));
    }
}

void DeedReading::undo(const Entry& entry, Instant told, EntryNumber by) {
    for (const Kind* kind : kinds_) {
        if (entry.kind == kind->name) {
            undo({{kind->deed.family, kind->deed.code == nullptr ? entry.subject : kind->deed.code},
                  entry.number,
                  told,
                  by});
        }
    }
}

Deeds DeedReading::finish() {
    // Rounds are known when they end, and those of the cleaning may have been read after the others.
    std::stable_sort(deeds_.done.begin(), deeds_.done.end(),
                     [](const Deed& a, const Deed& b) { return a.mark.entry < b.mark.entry; });
    const auto by_number = [](const auto& a, const auto& b) { return a.number < b.number; };
    std::stable_sort(deeds_.explanations.begin(), deeds_.explanations.end(), by_number);
    std::stable_sort(deeds_.acceptances.begin(), deeds_.acceptances.end(), by_number);
    return std::move(deeds_);
}

std::vector<const Deed*> deeds_for(const std::vector<const Rule*>& rules, const Deeds& deeds) {
    std::vector<const Deed*> found;
    for (const Deed& deed : deeds.done) {
        if (std::any_of(rules.begin(), rules.end(), [&](const Rule* rule) { return satisfies(deed, *rule); })) {
            found.push_back(&deed);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Deed* a, const Deed* b) { return a->mark.at < b->mark.at; });
    return found;
}

std::vector<Explanation> explanations_for(const std::string& rule, const Deeds& deeds) {
    std::vector<Explanation> found;
    for (const WrittenExplanation& explanation : deeds.explanations) {
        if (explanation.rule == rule && !explanation.stretch) {
            found.push_back({explanation.due, explanation.number, explanation.excuse, explanation.at});
        }
    }
    return found;
}

}  // namespace onduty
