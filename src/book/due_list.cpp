// SPDX-License-Identifier: MIT
#include "book/due_list.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "book/clocks.hpp"
#include "book/kinds.hpp"
#include "book/machine_words.hpp"
#include "book/numbered_word.hpp"
#include "book/rights.hpp"
#include "book/subject.hpp"
#include "text/error.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// So many lines of one state are still read one by one (ours).
constexpr std::size_t kFew = 3;

const char* machine_name(const DueLine& line) {
    switch (line.urgency) {
        case Urgency::overdue:
            return "overdue";
        case Urgency::unexplained:
            return line.cause == DueCause::claimed ? "claimed" : "unexplained";
        case Urgency::now:
            return "now";
        case Urgency::soon:
            return "soon";
    }
    return "";
}

const char* shown(const DueLine& line) {
    switch (line.urgency) {
        case Urgency::overdue:
            return tr("OVERDUE");
        case Urgency::unexplained:
            return line.cause == DueCause::differs   ? tr("DIFFERS")
                   : line.cause == DueCause::claimed ? tr("CLAIMED")
                                                     : tr("MISSED");
        case Urgency::now:
            return tr("now");
        case Urgency::soon:
            return tr("later");
    }
    return "";
}

std::string word_of(const std::string& kind) {
    return is_to_be_signed(kind) ? tr("To be signed") : shown_word(kind);
}

// Which lines are read as one, besides their urgency and cause; what is not old says nothing of itself.
struct Sort {
    const Together* together = nullptr;
    std::string rule{};
    std::string kind{};  // of the matter, where no rule says what is to be done

    bool any() const { return together != nullptr || !rule.empty() || !kind.empty(); }
    auto operator<=>(const Sort&) const = default;
};

class Folding {
  public:
    Folding(Book& book, const std::vector<DueLine>& lines) : book_{&book}, lines_{&lines} {
        today_ = to_instant(book.zone(), LocalTime{book.today()} + book.calendar().day_start);
        const auto old = std::count_if(lines.begin(), lines.end(), [&](const DueLine& line) { return is_old(line); });
        if (static_cast<std::size_t>(old) > kFew) {
            open_ = book.store().open_matters();
        }
    }

    std::vector<DueLine> fold() {
        for (const DueLine& line : *lines_) {
            Many& many = many_[key_of(line)];
            ++many.lines;
            // Several lines of one rule are one thing of those that go together; of what is old, those of one matter;
            // a miss is no matter.
            const std::string thing = line.together != nullptr ? (line.rule.empty() ? line.what : line.rule)
                                      : line.matter != 0       ? std::to_string(line.matter)
                                                               : "miss " + std::to_string(many.lines);
            many.count += many.things.insert(thing).second ? line.things : 0;
        }
        std::vector<DueLine> fewer;
        for (const DueLine& line : *lines_) {
            const Key key = key_of(line);
            Many& many = many_[key];
            const Sort& sort = std::get<Sort>(key);
            if (!sort.any() || (sort.together == nullptr ? many.lines : many.things.size()) <= kFew) {
                fewer.push_back(line);
            } else if (!std::exchange(many.told, true)) {
                fewer.push_back(as_one(line, sort, many));
            }
        }
        return fewer;
    }

  private:
    using Key = std::tuple<Sort, Urgency, DueCause>;
    struct Many {
        std::set<std::string> things;
        std::size_t lines = 0;
        std::size_t count = 0;  // of things
        bool told = false;
    };

    bool is_old(const DueLine& line) const {
        // Who goes off in the morning still reads the misses of his night one by one.
        return line.matter != 0 ? line.due < today_
                                : line.cause == DueCause::missed && line.due < today_ - std::chrono::days{1};
    }

    Key key_of(const DueLine& line) const {
        Sort sort{line.together};
        if (sort.together == nullptr && is_old(line)) {
            const auto matter = open_.find(line.matter);
            sort.rule = line.rule;
            sort.kind = !line.rule.empty() || matter == open_.end() ? std::string{} : matter->second;
        }
        return {std::move(sort), line.urgency, line.cause};
    }

    DueLine as_one(const DueLine& oldest, const Sort& sort, const Many& many) {
        DueLine line = oldest;
        line.not_by = line.at_post = {};
        line.needs = {};
        line.times = many.lines;
        line.next = sort.together == nullptr ? "onduty due --all" : sort.together->next;
        line.what = sort.together != nullptr
                        ? say(sort.together->words, many.count)
                        : say(N_("{0}: {1}, the oldest of {2}"),
                              sort.rule.empty() ? word_of(sort.kind) : book_->name_of("rule", sort.rule), many.count,
                              to_text(business_date(book_->zone(), book_->calendar(), oldest.due)));
        return line;
    }

    Book* book_;
    const std::vector<DueLine>* lines_;
    Instant today_;
    OpenMatters open_;
    std::map<Key, Many> many_;
};

}  // namespace

std::vector<DueLine> due_lines(Book& book, std::chrono::hours ahead, bool since_begin) {
    Look look{book, ahead, since_begin};
    DueLines lines{book};
    for (const Subject* subject : subjects()) {
        for (const Clock& clock : subject->clocks) {
            if (clock.want != nullptr) {
                clock.want(look.pass());
            }
        }
    }
    for (const Subject* subject : subjects()) {
        lines.begin(subject->name);
        for (const Clock& clock : subject->clocks) {
            clock.add(look, lines);
        }
    }
    return lines.finish();
}

std::vector<DueLine> folded(Book& book, const std::vector<DueLine>& lines) {
    return Folding{book, lines}.fold();
}

namespace {

// Who asks is told commands of his own, and of somebody else where he may not do it.
class WhoDoes {
  public:
    explicit WhoDoes(Book& book) : book_{&book}, typed_{book.context().options.by}, there_{book.store().on_duty()} {
        asker_ = typed_.empty() ? "" : book.resolve("staff", N_("person"), typed_).code;
    }

    // " --by A03", "" where nothing is to be added.
    std::string does(const DueLine& line) const {
        if (asker_.empty() || line.next.find(" --by ") != std::string::npos) {
            return {};
        }
        const std::vector<Word> who = line.needs ? who_may(*book_, *line.needs, line.not_by) : std::vector<Word>{};
        // Where nobody has the right whoever is there does it.
        if (fits(line, asker_) || (line.needs && who.empty())) {
            return there_.size() < 2 ? "" : " --by " + shell_word(typed_);
        }
        const std::string other = line.needs ? who.front().code : of_those_there(line);
        return " --by " + (other.empty() ? "NAME" : person_typed(*book_, other));
    }

  private:
    bool fits(const DueLine& line, const std::string& person) const {
        const auto presence = line.at_post.empty() ? std::nullopt : book_->store().on_duty(person);
        const bool is_there = presence && presence->is_at(line.at_post);
        return person != line.not_by &&
               (is_there || (line.needs ? may(*book_, person, *line.needs) : line.at_post.empty()));
    }

    std::string of_those_there(const DueLine& line) const {
        const auto found =
            std::find_if(there_.begin(), there_.end(), [&](const Presence& one) { return fits(line, one.person); });
        return found == there_.end() ? "" : found->person;
    }

    Book* book_;
    std::string typed_;
    std::string asker_;
    std::vector<Presence> there_;
};

}  // namespace

Table due_table(Book& book, const std::vector<DueLine>& lines, bool all) {
    Table table{{{"state", tr("State"), ColumnKind::word},
                 {"due", tr("Due"), ColumnKind::code},
                 {"minutes", tr("Min"), ColumnKind::integer},
                 {"what", tr("What"), ColumnKind::text},
                 {"next", tr("Type"), ColumnKind::code}},
                {}};
    const WhoDoes who{book};
    std::set<std::string> coming;
    for (const DueLine& line : all ? lines : folded(book, lines)) {
        const bool first = line.urgency != Urgency::soon || coming.insert(line.what).second;
        if (!first && !line.rule.empty() && line.matter == 0 && !all) {
            continue;
        }
        const auto minutes = std::chrono::floor<Minutes>(line.due - book.now()).count();
        table.rows.push_back({Cell::of(machine_name(line), shown(line)),
                              Cell::of(date_time_text(book.zone(), line.due)), Cell::of(std::int64_t{minutes}),
                              Cell::of(line.what), Cell::of(line.next + who.does(line))});
    }
    return table;
}

namespace {

int show(Context& context, bool all) {
    Book book{context, Store::Mode::read};
    if (const auto newest = newest_behind(book.store(), book.now())) {
        (context.options.json ? context.environment.err : context.environment.out)
            ->line(say(N_("This clock stands at {0}, before what was recorded at {1}. Whatever follows goes by it: set "
                          "it, and let somebody who knows declare what was wrong."),
                       full_text(book.zone(), book.now()), full_text(book.zone(), *newest)));
    }
    const std::vector<DueLine> lines = due_lines(book, kDueAhead, all);
    const bool open = std::any_of(lines.begin(), lines.end(),
                                  [](const DueLine& line) { return line.urgency <= Urgency::unexplained; });
    if (lines.empty() && !context.options.json) {
        context.print(say(N_("Nothing is due in the next {0} hours."), kDueAhead.count()));
    } else {
        print(due_table(book, lines, all || context.options.json), context.options.json ? Format::json : Format::screen,
              *context.environment.out);
    }
    return open ? kFound : kDone;
}

}  // namespace

int show_due(Context& context) {
    return show(context, false);
}

int show_all_due(Context& context) {
    return show(context, true);
}

}  // namespace onduty
