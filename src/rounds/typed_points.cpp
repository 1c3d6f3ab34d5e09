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

// Between words that each name one; as they stand in the plain form.
constexpr std::string_view kSeparators[]{",", "、"};

class TypedPoints {
  public:
    TypedPoints(Book& book, const WalkedRoute& route) : book_{&book}, route_{&route} {}

    void add(const std::string& typed) {
        const std::string plain = plain_form(typed);
        std::vector<std::size_t> numbers;
        if (route_->has(plain)) {
            points_.push_back(resolved(plain));
        } else if (read_number_list(plain, numbers)) {
            for (const std::size_t number : numbers) {
                points_.push_back(numbered(number, {}, typed));
            }
        } else if (const auto range = read_label_range(plain); range && !is_one_name(plain)) {
            add_range(*range, typed);
        } else if (has_separator(plain) && !is_one_name(plain)) {
            for (const std::string& part : parts_of(plain)) {
                add(part);
            }
        } else {
            refuse_names(plain);
            points_.push_back(resolved(typed));
        }
    }

    std::vector<Word> take() { return std::move(points_); }

  private:
    Word resolved(const std::string& typed) const {
        Word point = route_->is_of_older_plan ? book_->resolve_ever("point", N_("checkpoint"), typed)
                                              : book_->resolve_told("point", N_("checkpoint"), typed);
        if (!route_->has(point.code)) {
            refuse_elsewhere(point.code + " " + point.name);
        }
        return point;
    }

    [[noreturn]] void refuse_elsewhere(const std::string& point) const {
        throw Refusal{say(N_("{0} is not on this route. Its points are: {1}"), point, route_->points)};
    }

    void add_range(const LabelRange& range, const std::string& typed) {
        const std::optional<std::string> prefix = range.prefix.empty() ? std::nullopt : std::optional{range.prefix};
        const Word first = numbered(range.first, prefix, typed);
        if (range.last < range.first) {
            throw UsageError{say(N_("\"{0}\" runs backwards. Forwards: onduty patrol point {1}-{2}"), typed,
                                 numbered(range.last, prefix, typed).code, first.code)};
        }
        points_.push_back(first);
        for (std::size_t number = range.first + 1; number <= range.last; ++number) {
            points_.push_back(numbered(number, prefix, typed));
        }
    }

    // From one name to another: which come between is not guessed.
    void refuse_names(const std::string& plain) const {
        const NameList names = book_->names_told("point", N_("checkpoint"));
        if (word_in_full(names, plain)) {
            return;
        }
        for (const auto& [left, right] : range_sides(plain)) {
            const auto from = word_in_full(names, left);
            const auto until = word_in_full(names, right);
            if (from && until) {
                throw UsageError{say(N_("From one point to another goes by their numbers: onduty patrol point {0}-{1}"),
                                     from->code, until->code)};
            }
        }
    }

    Word numbered(std::size_t number, const std::optional<std::string>& prefix, const std::string& typed) {
        if (on_route_.empty()) {
            const std::vector<std::string> codes = split_words(route_->points);
            std::transform(codes.begin(), codes.end(), std::back_inserter(on_route_),
                           [&](const std::string& code) { return resolved(code); });
        }
        std::vector<Word> meant;
        for (Word& point : words_numbered(on_route_, number, prefix)) {
            if (find_code(meant, point.code) == nullptr) {
                meant.push_back(std::move(point));
            }
        }
        if (meant.empty()) {
            refuse_elsewhere(prefix.value_or("") + std::to_string(number));
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
    const WalkedRoute* route_;
    std::vector<Word> on_route_;
    std::vector<Word> points_;
};

// "P01", "至", "P03" are one range.
std::vector<std::string> with_ranges_joined(const std::vector<std::string>& typed) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (i > 0 && i + 1 < typed.size() && is_range_mark(typed[i])) {
            words.back() += " " + typed[i] + " " + typed[i + 1];
            ++i;
        } else {
            words.push_back(typed[i]);
        }
    }
    return words;
}

}  // namespace

std::vector<Word> points_typed(Book& book, const WalkedRoute& route, const std::vector<std::string>& typed) {
    TypedPoints points{book, route};
    for (const std::string& one : with_ranges_joined(typed)) {
        points.add(one);
    }
    return points.take();
}

}  // namespace onduty
