// SPDX-License-Identifier: MIT
#include "cases/words.hpp"

#include <algorithm>
#include <vector>

#include "text/error.hpp"
#include "text/suggest.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct Choice {
    const char* code;
    const char* shown;
    std::vector<const char*> typed;  // besides the code
};

const std::vector<Choice>& sorts() {
    static const std::vector<Choice> kSorts{
        {sort::kComplaint, N_("complaint"), {"投诉"}},
        {sort::kRepair, N_("repair"), {"报修", "维修"}},
        {sort::kEnquiry, N_("enquiry"), {"inquiry", "咨询"}},
        {sort::kOpinion, N_("opinion"), {"意见"}},
        {sort::kSuggestion, N_("suggestion"), {"建议"}},
        {sort::kFinding, N_("finding"), {"发现", "问题"}},
        {sort::kLostProperty, N_("lost property"), {"lost", "失物", "失物招领"}},
    };
    return kSorts;
}

const std::vector<Choice>& channels() {
    static const std::vector<Choice> kChannels{
        {channel::kVisit, N_("in person"), {"当面", "上门"}},
        {channel::kPhone, N_("by phone"), {"call", "电话"}},
        {channel::kMessage, N_("by message"), {"sms", "短信", "微信"}},
        {channel::kMail, N_("by mail"), {"letter", "email", "邮件", "信件"}},
        {channel::kWeb, N_("on the web"), {"网络", "网上"}},
    };
    return kChannels;
}

const std::vector<Choice>& waits() {
    static const std::vector<Choice> kWaits{
        {waiting::kCustomer, N_("the customer"), {"客户", "顾客"}},
        {waiting::kParts, N_("parts"), {"配件", "材料"}},
        {waiting::kOther, N_("somebody else"), {"其他", "别人"}},
    };
    return kWaits;
}

const Choice* find(const std::vector<Choice>& choices, const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    const auto fits = [&](const Choice& choice) {
        return plain == choice.code ||
               std::any_of(choice.typed.begin(), choice.typed.end(), [&](const char* other) { return plain == other; });
    };
    const auto found = std::find_if(choices.begin(), choices.end(), fits);
    return found == choices.end() ? nullptr : &*found;
}

std::string chosen(const std::vector<Choice>& choices, const char* what, const std::string& typed) {
    if (const Choice* choice = find(choices, typed)) {
        return choice->code;
    }
    std::string list;
    std::vector<std::string> known;
    const bool chinese = current_language() == Language::chinese;
    for (const Choice& choice : choices) {
        known.emplace_back(choice.code);
        list += (list.empty() ? "" : ", ") + std::string{chinese ? choice.typed.back() : choice.code};
    }
    throw UsageError{
        say(N_("{0} takes {1}, not \"{2}\".{3}"), what, list, typed, suggestion(plain_form(typed), known))};
}

const char* shown(const std::vector<Choice>& choices, const std::string& code) {
    for (const Choice& choice : choices) {
        if (code == choice.code) {
            return tr(choice.shown);
        }
    }
    return code.c_str();
}

struct StageWord {
    const char* machine;
    const char* shown;
};

constexpr std::array kStages{
    StageWord{"noted", N_("noted")},
    StageWord{"accepted", N_("taken on")},
    StageWord{"assessed", N_("assessed")},
    StageWord{"assigned", N_("assigned")},
    StageWord{"acting", N_("in hand")},
    StageWord{"resolved", N_("resolved")},
    StageWord{"followed-up", N_("followed up")},
    StageWord{"cause-known", N_("cause known")},
    StageWord{"archived", N_("archived")},
};

}  // namespace

const char* machine_name(Stage stage) {
    return kStages.at(static_cast<std::size_t>(stage)).machine;
}

const char* shown_stage(Stage stage) {
    return tr(kStages.at(static_cast<std::size_t>(stage)).shown);
}

const char* shown_channel(const std::string& channel) {
    return shown(channels(), channel);
}

const char* shown_wait(const std::string& subject) {
    return shown(waits(), subject);
}

std::string typed_sort(const std::string& typed) {
    return chosen(sorts(), "--kind", typed);
}

bool is_sort(const std::string& typed) {
    return find(sorts(), typed) != nullptr;
}

bool is_channel(const std::string& typed) {
    return find(channels(), typed) != nullptr;
}

std::string typed_channel(const char* option, const std::string& typed) {
    return chosen(channels(), option, typed);
}

std::string typed_wait(const std::string& typed) {
    return chosen(waits(), "complain wait", typed);
}

std::string typed_verdict(const std::string& typed) {
    const std::string plain = lower_case(plain_form(typed));
    if (plain == "a" || plain == "b" || plain == "c") {
        return plain == "a" ? verdict::kSatisfied : plain == "b" ? verdict::kFairly : verdict::kNot;
    }
    throw UsageError{
        say(N_("--verdict takes A satisfied, B fairly satisfied or C not satisfied, not \"{0}\"."), typed)};
}

std::int64_t checked_level(const char* option, std::int64_t typed) {
    if (typed < kGravest || typed > kSlightest) {
        throw UsageError{say(N_("{0} takes 1 (the gravest) to 4, not {1}."), option, typed)};
    }
    return typed;
}

std::int64_t typed_money(const std::string& typed) {
    const std::string plain = plain_form(typed);
    const auto point = plain.find('.');
    const std::string whole = plain.substr(0, point);
    std::string rest = point == std::string::npos ? "" : plain.substr(point + 1);
    const auto digits = [](const std::string& text) {
        return text.find_first_not_of("0123456789") == std::string::npos;
    };
    if (whole.empty() || whole.size() > 12 || rest.size() > 2 || !digits(whole) || !digits(rest) ||
        (point != std::string::npos && rest.empty())) {
        throw UsageError{say(N_("\"{0}\" is no sum of money such as 50 or 49.90."), typed)};
    }
    rest.resize(2, '0');
    return std::stoll(whole) * 100 + std::stoll(rest);
}

std::string money_text(std::int64_t hundredths) {
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

}  // namespace onduty
