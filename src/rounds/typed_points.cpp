// SPDX-License-Identifier: MIT
#include "rounds/typed_points.hpp"

#include <algorithm>
#include <iterator>

#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

constexpr const char* kDigits = "0123456789";
// Between words that each name one; as they stand in the plain form.
constexpr std::string_view kSeparators[]{",", "、"};

// 3 of "P03" and "B2-3": the last number in it, 0 for none.
std::int64_t number_in(const std::string& label) {
    const std::size_t last = label.find_last_of(kDigits);
    if (last == std::string::npos) {
        return 0;
    }
    const std::size_t before = label.find_last_not_of(kDigits, last);
    const std::size_t first = before == std::string::npos ? 0 : before + 1;
    return read_number(label.substr(first, last + 1 - first)).value_or(0);
}

bool has_number(const Word& point, std::size_t number) {
    std::vector<std::string> labels = split_words(point.aliases);
    labels.push_back(point.code);
    return std::any_of(labels.begin(), labels.end(),
                       [&](const std::string& label) { return number_in(label) == static_cast<std::int64_t>(number); });
}

class TypedPoints {
  public:
    TypedPoints(Book& book, const OpenRound& round) : book_{&book}, round_{&round} {}

    void add(const std::string& typed) {
        const std::string plain = plain_form(typed);
        std::vector<std::size_t> numbers;
        if (round_->on_route(plain)) {
            points_.push_back(resolved(plain));
        } else if (read_number_list(plain, numbers)) {
            for (const std::size_t number : numbers) {
                points_.push_back(numbered(number, typed));
            }
        } else if (has_separator(plain) && !is_one_name(plain)) {
            for (const std::string& part : parts_of(plain)) {
                add(part);
            }
        } else {
            points_.push_back(resolved(typed));
        }
    }

    std::vector<Word> take() { return std::move(points_); }

  private:
    Word resolved(const std::string& typed) const {
        Word point = round_->is_of_older_plan ? book_->resolve_ever("point", N_("checkpoint"), typed)
                                              : book_->resolve_told("point", N_("checkpoint"), typed);
        if (!round_->on_route(point.code)) {
            refuse_elsewhere(point.code + " " + point.name);
        }
        return point;
    }

    [[noreturn]] void refuse_elsewhere(const std::string& point) const {
        throw Refusal{say(N_("{0} is not on this route. Its points are: {1}"), point, round_->points)};
    }

    Word numbered(std::size_t number, const std::string& typed) {
        if (on_route_.empty()) {
            const std::vector<std::string> codes = split_words(round_->points);
            std::transform(codes.begin(), codes.end(), std::back_inserter(on_route_),
                           [&](const std::string& code) { return resolved(code); });
        }
        std::vector<Word> meant;
        for (const Word& point : on_route_) {
            if (has_number(point, number) && find_code(meant, point.code) == nullptr) {
                meant.push_back(point);
            }
        }
        if (meant.empty()) {
            refuse_elsewhere(std::to_string(number));
        }
        if (meant.size() > 1) {
            const auto name_and_code = [](const Word& point) { return point.name + " (" + point.code + ")"; };
            throw UsageError{
                say(N_("\"{0}\" can mean {1}. Type more of it, or the code."), typed, listed(meant, name_and_code))};
        }
        return meant.front();
    }

    static bool has_separator(const std::string& plain) {
        return std::any_of(std::begin(kSeparators), std::end(kSeparators), [&](const std::string_view separator) {
            return plain.find(separator) != std::string::npos;
        });
    }

    bool is_one_name(const std::string& plain) const {
        return word_in_full(book_->names_told("point", N_("checkpoint")), plain).has_value();
    }

    static std::vector<std::string> parts_of(std::string plain) {
        for (const std::string_view separator : kSeparators) {
            for (std::size_t at = plain.find(separator); at != std::string::npos; at = plain.find(separator, at)) {
                plain.replace(at, separator.size(), "\n");
            }
        }
        std::vector<std::string> parts;
        for (std::size_t begin = 0; begin <= plain.size();) {
            const std::size_t end = std::min(plain.find('\n', begin), plain.size());
            if (const std::string part = plain_form(plain.substr(begin, end - begin)); !part.empty()) {
                parts.push_back(part);
            }
            begin = end + 1;
        }
        return parts;
    }

    Book* book_;
    const OpenRound* round_;
    std::vector<Word> on_route_;
    std::vector<Word> points_;
};

}  // namespace

std::vector<Word> points_typed(Book& book, const OpenRound& round, const std::vector<std::string>& typed) {
    TypedPoints points{book, round};
    for (const std::string& one : typed) {
        points.add(one);
    }
    return points.take();
}

}  // namespace onduty
