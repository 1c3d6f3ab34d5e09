// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>

#include "book/import_sheet.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

constexpr std::chrono::hours kNoon{12};

std::string without_blanks(const std::string& words) {
    std::string plain = lower_case(plain_form(words));
    std::erase(plain, ' ');
    return plain;
}

// "合计", "合 计：2人", "饮品小计", "共2人", "Grand total 65", "Sum".
bool is_total(const std::string& words) {
    constexpr std::array<std::string_view, 7> kWhole{"grandtotal", "subtotals", "subtotal", "totals",
                                                     "total",      "sum",       "共"};
    constexpr std::array<std::string_view, 5> kEnds{"合计", "小计", "总计", "共计", "累计"};
    const std::string plain = without_blanks(words);
    // A number with its unit, or a colon, may stand behind it.
    const auto ends = [&](std::size_t end) {
        return end == plain.size() || plain.find_first_of(":0123456789(", end) == end;
    };
    return std::any_of(kWhole.begin(), kWhole.end(),
                       [&](std::string_view word) { return plain.starts_with(word) && ends(word.size()); }) ||
           plain == "以下空白" || std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view word) {
               const std::size_t at = plain.rfind(word);
               return at != std::string::npos && ends(at + word.size());
           });
}

// "制表人：李娜", "审核：", "Prepared by: Li".
bool is_signature(const std::string& words) {
    constexpr std::array<std::string_view, 13> kWords{"制表",       "制表人",    "制表日期", "填表人", "填表日期",
                                                      "填报人",     "审核",      "审核人",   "复核人", "备注",
                                                      "preparedby", "checkedby", "signed"};
    const std::string plain = without_blanks(words);
    const std::size_t colon = plain.find(':');
    return colon != std::string::npos &&
           std::find(kWords.begin(), kWords.end(), plain.substr(0, colon)) != kWords.end();
}

std::size_t letters_in(std::string_view text) {
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); at = letter_end(text, at)) {
        ++letters;
    }
    return letters;
}

// Marks that a copied contact or a web page has around it are no more than blanks.
std::string without_hidden_ends(std::string text) {
    const auto is_hidden = [&](std::size_t from, std::size_t until) {
        return find_fault(std::string_view{text}.substr(from, until - from)) == TextFault::direction;
    };
    for (std::size_t end = letter_end(text, 0); !text.empty() && is_hidden(0, end); end = letter_end(text, 0)) {
        text.erase(0, end);
    }
    while (!text.empty()) {
        const std::size_t last = last_letter(text);
        if (!is_hidden(last, text.size())) {
            break;
        }
        text.erase(last);
    }
    return text;
}

// The character that is not shown, by its number.
std::string shown_around_fault(const std::string& value) {
    const std::string shown = shown_safely(value);
    const std::size_t at = shown.find("\\u{");
    return at == std::string::npos ? shown : shown.substr(at, shown.find('}', at) + 1 - at);
}

}  // namespace

void ImportRow::fault(const char* field, std::string why) {
    faults_.push_back({sheet_->row().line, *field == '\0' ? std::string{} : sheet_->heading(field), std::move(why)});
}

std::string ImportRow::text(const char* field) {
    const std::string value = without_hidden_ends(sheet_->value(field));
    switch (find_fault(value)) {
        case TextFault::none:
            return value;
        case TextFault::too_long:
            fault(field, say(N_("has {0} characters; about {1} of them fit"), letters_in(value),
                             letters_in(std::string_view{value}.substr(0, kLongestText))));
            break;
        default:
            // Where it stands shows as its number.
            fault(field, say(N_("holds control or invisible characters: {0}"), shown_around_fault(value)));
    }
    return {};
}

std::string ImportRow::needed(const char* field) {
    const std::string value = text(field);
    if (value.empty() && good()) {
        fault(field, say(N_("is empty")));
    }
    return value;
}

std::optional<std::int64_t> ImportRow::number(const char* field, std::int64_t least, std::int64_t most) {
    const std::string plain = number_form(text(field));
    if (plain.empty()) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (read.ec != std::errc{} || read.ptr != plain.data() + plain.size() || value < least || value > most) {
        fault(field, say(N_("\"{0}\" is no whole number from {1} to {2}"), plain, least, most));
        return std::nullopt;
    }
    return value;
}

std::optional<WrittenTime> ImportRow::written(const char* field) {
    const std::string value = text(field);
    if (value.empty()) {
        return std::nullopt;
    }
    const auto time = read_written_time(value, sheet_->order(field));
    if (!time) {
        fault(field, say(N_("\"{0}\" is not a time such as 2026-11-23 08:05"), value));
    } else if (time->ambiguous && sheet_->order_missing(field)) {
        fault(field,
              say(N_("\"{0}\": month or day first? Say date_order = \"mdy\", \"dmy\" or \"ymd\" in a map"), value));
        return std::nullopt;
    } else if (time->wrong_weekday) {
        fault(field, say(N_("\"{0}\": that date is another day of the week"), value));
        return std::nullopt;
    } else if (time->two_nights) {
        fault(field, say(N_("\"{0}\" may be of the night before or of that after; write a 24-hour time"), value));
        return std::nullopt;
    }
    return time;
}

std::optional<Instant> ImportRow::instant(const char* field, const WrittenTime& time, const Zone& zone) {
    if (time.offset) {
        return Instant{time.local.time_since_epoch() - *time.offset};
    }
    const LocalMeaning meaning = meaning_of(zone, time.has_clock ? time.local : time.local + kNoon);
    if (meaning.kind == LocalKind::skipped) {
        fault(field, say(N_("\"{0}\": the clock never showed that, it was put forward"), sheet_->value(field)));
        return std::nullopt;
    }
    return meaning.first;
}

std::vector<std::optional<RowTime>> ImportRow::times(const std::vector<const char*>& fields, const Zone& zone,
                                                     Instant now) {
    std::vector<std::optional<Instant>> times;
    std::vector<std::optional<Date>> bare;  // dates without a clock time
    for (const char* field : fields) {
        const auto time = written(field);
        times.push_back(time ? instant(field, *time, zone) : std::nullopt);
        bare.push_back(time && !time->has_clock
                           ? std::optional<Date>{std::chrono::floor<std::chrono::days>(time->local)}
                           : std::nullopt);
    }
    std::optional<Instant> beside;
    for (std::size_t i = times.size(); i-- > 0;) {
        if (times[i] && bare[i] && beside && date_at(zone, *beside) == *bare[i]) {
            times[i] = std::min(*times[i], *beside);
        }
        beside = times[i] ? times[i] : beside;
    }
    beside.reset();
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (times[i] && bare[i] && beside && date_at(zone, *beside) == *bare[i]) {
            times[i] = std::max(*times[i], *beside);
        }
        beside = times[i] ? times[i] : beside;
        // A date without a clock time may be that of today.
        if (times[i] && bare[i] && *times[i] > now && *times[i] - now < kNoon) {
            times[i] = now;
        }
        if (times[i] && *times[i] > now) {
            fault(fields[i], say(N_("\"{0}\" is in the future"), sheet_->value(fields[i])));
            times[i].reset();
        }
    }
    std::vector<std::optional<RowTime>> all;
    for (std::size_t i = 0; i < times.size(); ++i) {
        all.push_back(times[i] ? std::optional{RowTime{*times[i], !bare[i]}} : std::nullopt);
    }
    return all;
}

std::optional<Date> ImportRow::date(const char* field) {
    const auto time = written(field);
    return time ? std::optional<Date>{std::chrono::floor<std::chrono::days>(time->local)} : std::nullopt;
}

std::string ImportRow::checked(const char* field, const std::function<std::string(const std::string&)>& work) {
    const std::string value = text(field);
    if (value.empty()) {
        return value;
    }
    try {
        return work(value);
    } catch (const UsageError& error) {
        fault(field, error.what());
    } catch (const Refusal& error) {
        fault(field, error.what());
    }
    hint(say(
        N_("What stands in \"{0}\" can be said otherwise in a map, --map FILE.toml, below [values.{1}], where \"\" is "
           "nothing; or the column is left out: columns.\"{0}\" = \"\""),
        heading(field), field));
    return {};
}

std::string line_below_table(const Sheet& sheet) {
    const auto& cells = sheet.row().cells;
    const auto first =
        std::find_if(cells.begin(), cells.end(), [](const std::string& cell) { return !plain_form(cell).empty(); });
    for (const std::string& words : {sheet.value("name"), first == cells.end() ? std::string{} : tidy_note(*first)}) {
        if (is_total(words) || is_signature(words)) {
            return words;
        }
    }
    return {};
}

}  // namespace onduty
