// SPDX-License-Identifier: MIT
// correct: corrects or withdraws an entry by a new one; the original stays readable.

#include <algorithm>
#include <functional>
#include <map>

#include "book/amend_right.hpp"
#include "book/amended.hpp"
#include "book/amending.hpp"
#include "book/clocks.hpp"
#include "book/correct_options.hpp"
#include "book/corrected_fields.hpp"
#include "book/correction_told.hpp"
#include "book/kinds.hpp"
#include "book/recording.hpp"
#include "book/subject.hpp"
#include "book/teller.hpp"
#include "book/thread.hpp"
#include "book/withdrawal.hpp"
#include "commands/correct_time.hpp"
#include "commands/move_along.hpp"
#include "commands/withdraw.hpp"
#include "log/corrections.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/shell_word.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

// What was typed under each option, as often as it was.
using TypedValues = std::map<std::string, std::vector<std::string>>;

struct CorrectOptions {
    std::string typed_number;
    std::int64_t number = 0;
    TypedValues values;
    std::string time;
    bool withdraw = false;
    bool restore = false;
    bool all = false;
};

// The entry that is meant, if it may be corrected.
Entry correctable(Recording& recording, const CorrectOptions& options) {
    Book& book = recording.book();
    const Entry entry = options.restore ? withdrawal_meant(book, options.number) : book.entry(options.number);
    const Kind* kind = kind_named(entry.kind);
    const bool correction = entry.kind == kind::kCorrection;
    const bool withdrawn = options.withdraw || options.restore;
    if (kind == nullptr || !(withdrawn ? kind->withdrawn : kind->corrected || correction)) {
        if (!withdrawn && kind != nullptr && kind->withdrawn) {
            throw Refusal{say(N_("Entry {0} is of a kind that is not corrected. Withdraw it and type it again: {1}"),
                              entry.number, void_command(book, entry.number))};
        }
        throw Refusal{say(N_("Entry {0} is of a kind that cannot be corrected."), entry.number)};
    }
    if (correction && !withdrawn) {
        throw Refusal{say(N_("Entry {0} is a correction itself. Correct entry {1} again."), entry.number, entry.about)};
    }
    refuse_withdrawn(book, entry.number);
    return entry;
}

// What is typed so that the entry leads to what it would have led to at once.
std::string to_lead(Book& book, const Entry& entry) {
    for (const Subject* subject : subjects()) {
        if (subject->to_lead != nullptr) {
            return subject->to_lead(book, entry);
        }
    }
    return {};
}

void remark_what_stays(Book& book, const Entry& entry, const std::string& option) {
    book.context().remark(say(N_("{0} keeps its words and its place. If they are wrong, too: onduty correct {1} {2} "
                                 "--reason \"...\""),
                              told_together(book, {as_corrected(book.store(), entry)}), entry.number, option));
}

// What came from the entry by itself and says still what it said.
void remark_what_keeps_its_words(Book& book, const Entry& original, const Followed& followed) {
    for (const auto& [entry, option] : followed.stays) {
        remark_what_stays(book, entry, option);
    }
    for (const Entry& along : recorded_along(book, original)) {
        const bool told = std::any_of(followed.stays.begin(), followed.stays.end(),
                                      [&](const auto& one) { return one.first.number == along.number; });
        if (along.about == original.number && has_own_life(along) && !told) {
            remark_what_stays(book, along, "--note \"...\"");
        }
    }
}

// What a correction brings about, before it is committed.
struct Corrections {
    std::vector<Entry> typed{};             // one for each thing that was, all of one batch
    std::optional<Entry> led_to_nothing{};  // the one because of which it did
    std::string next{};                     // what is to be done now
    std::string moved{};                    // along with a time
    Followed followed{};                    // what says the same along with it
    std::vector<std::string> remarks{};     // what follows from it
    bool only_words = true;                 // nothing but its note was corrected
    std::vector<std::string> unchanged{};   // options that say what it says already
};

// Whether it says still what the entry said under this option before that was corrected: it took that over.
bool took_over(const Entry& was, const Entry& later, const std::string& option) {
    const Kind* kind = kind_named(later.kind);
    const Corrected* here = corrected_under(*kind_named(was.kind), option);
    const Corrected* there = kind == nullptr ? nullptr : corrected_under(*kind, option);
    if (here == nullptr || there == nullptr || there->read == nullptr || later.about != was.number ||
        follows(*there, option)) {
        return false;
    }
    const FieldValue* before = was.fields.find(first_field(*here));
    const FieldValue* taken = later.fields.find(first_field(*there));
    return before != nullptr && taken != nullptr && before->word == taken->word && before->number == taken->number;
}

// Who was written down from this entry is called there as he was; who was booked arrived as was booked then.
void remark_what_took_over(Book& book, const Entry& was, const Corrections& done, const TypedValues& values) {
    const auto is_changed = [&](const std::string& option) {
        return std::find(done.unchanged.begin(), done.unchanged.end(), option) == done.unchanged.end();
    };
    for (const Entry& later : thread_of(book, was.number)) {
        std::string again;
        for (const auto& [option, typed] : values) {
            const bool is_personal = option == "--name" || option == "--phone";
            if (later.number != was.number && is_changed(option) && option != "--note" &&
                (is_personal ? has_own_life(later) : !takes_out(typed.front()) && took_over(was, later, option))) {
                again += " " + option + " " + shell_word(typed.front());
            }
        }
        if (!again.empty()) {
            book.context().remark(say(N_("{0} keeps what it took over. If that is wrong, too: onduty correct {1}{2} "
                                         "--reason \"...\""),
                                      told_together(book, {later}), later.number, again));
        }
    }
}

bool says_more_than_words(const Fields& change) {
    return std::any_of(change.begin(), change.end(), [](const FieldValue& value) { return value.name != "note"; });
}

// Words first, because others need some; those that are taken out last, because others needed them.
std::vector<const char*> in_order(const TypedValues& values) {
    std::vector<const char*> options;
    for (const CorrectOption& option : correct_options()) {
        if (values.count(option.name) > 0) {
            options.push_back(option.name);
        }
    }
    std::stable_partition(options.begin(), options.end(),
                          [&](const char* option) { return !takes_out(values.at(option).front()); });
    return options;
}

// What is typed together is one batch: it is answered, and withdrawn, together.
void add_typed(Recording& recording, Corrections& done, const std::function<Entry()>& append) {
    recording.follow(done.typed.empty() ? Entry{} : done.typed.front());
    done.typed.push_back(append());
    recording.follow({});
}

// One correction for each option; what it is derived from goes along in it.
void correct_fields(Recording& recording, const Presence& person, const Entry& original, const TypedValues& values,
                    Corrections& done) {
    Store& store = recording.store();
    const Kind& kind = *kind_named(original.kind);
    for (const char* option : in_order(values)) {
        const auto typed = values.find(option);
        const Entry before = as_corrected(store, original);
        const Fields change = change_typed(recording, before, option, typed->second);
        if (change.empty()) {
            done.unchanged.push_back(option == std::string_view{kItems} ? typed->second.front() : option);
            continue;
        }
        add_typed(recording, done, [&] {
            return append_change(recording, person, original, first_field(*corrected_under(kind, option)).c_str(),
                                 change);
        });
        recording.follow(done.typed.front());
        follow_along(recording, person, original, {option, &typed->second, change}, done.followed);
        recording.follow({});
        done.only_words = done.only_words && !says_more_than_words(change);
        const bool led = kind.leads != nullptr && kind.leads(before);
        const Entry now = as_corrected(store, original);
        const bool leads = kind.leads != nullptr && kind.leads(now);
        if (led && !leads) {
            done.led_to_nothing = done.typed.back();
        }
        done.next = leads && !led ? to_lead(recording.book(), now) : done.next;
    }
}

// What is to be asked, and what else follows; throws Refusal where it cannot stand so.
void check_corrected(Recording& recording, const Presence& person, const MovedEntry& moved,
                     const ThreadsBefore& threads, Corrections& done) {
    Book& book = recording.book();
    recording.follow(done.typed.front());
    const Entry& was = moved.was;
    const Entry now = as_corrected(book.store(), book.entry(was.number));
    std::vector<Entry> along;
    if (now.about != was.about) {
        along = move_along(recording, person, moved, threads);
        refuse_unfit_move(book, moved, along);
    }
    refuse_broken(book, threads);
    const Kind& kind = *kind_named(was.kind);
    const std::string doubt = done.only_words || kind.doubt == nullptr ? "" : kind.doubt(book, now);
    if (!doubt.empty()) {
        done.remarks.push_back(doubt);
    }
    along.insert(along.end(), done.followed.along.begin(), done.followed.along.end());
    done.moved += along.empty() ? "" : " " + say(N_("With it: {0}."), told_together(book, along));
    std::vector<Entry> changed{now};
    for (const Entry& step : along) {
        changed.push_back(as_corrected(book.store(), step));
    }
    along.push_back(was);
    put_right(recording, person, changed, along, done.remarks);
}

// Of several things that were corrected at once each is named.
std::string corrected_words(Book& book, const Entry& original, const std::vector<Entry>& typed) {
    if (typed.size() == 1) {
        return say(N_("Entry {0} corrected; the original stays readable."), original.number);
    }
    Teller teller{book};
    const std::string what = listed(
        typed, [&](const Entry& one) { return corrected_field_told(teller, one); }, tr(", "));
    return say(N_("Entry {0} corrected: {1}; the original stays readable."), original.number, what);
}

int correct_in(Recording& recording, const CorrectOptions& options) {
    Context& context = recording.book().context();
    Book& book = recording.book();
    if (!is_reason(context.options.reason)) {
        throw UsageError{say(N_("A correction needs a reason of four letters or more: add --reason \"...\"."))};
    }
    const Entry original = correctable(recording, options);
    recording.refuse_who();
    const Presence person = recording.on_duty_person();
    check_may_amend(recording, person, original, options.withdraw && !options.all);
    if (options.withdraw || options.restore) {
        return withdraw(recording, person, original, options.all);
    }
    MovedEntry moved{as_corrected(book.store(), original), {}};
    if (const auto visit = options.values.find("--visit"); visit != options.values.end()) {
        moved.typed = visit->second.front();
    }
    const ThreadsBefore threads{book, {original, moved.was}, options.time.empty() ? steps_by_index : thread_of};
    Corrections done;
    correct_fields(recording, person, original, options.values, done);
    if (!options.time.empty()) {
        recording.follow(done.typed.empty() ? Entry{} : done.typed.front());
        const TimeCorrection time = correct_time(recording, person, original, options.time, options.all);
        done.typed.push_back(time.last);
        done.moved = time.moved;
        done.only_words = false;
    }
    if (done.typed.empty() && !done.unchanged.empty()) {
        throw Refusal{say(N_("Entry {0} says that already. Nothing was recorded."), original.number)};
    }
    if (done.typed.empty()) {
        throw UsageError{say(N_("What is to be corrected? Of this entry can be: {0}. Or --void."),
                             correctable_words(*kind_named(original.kind)))};
    }
    check_corrected(recording, person, moved, threads, done);
    const std::string said =
        done.led_to_nothing ? withdraw_led(recording, person, original, *done.led_to_nothing) : std::string{};
    recording.commit();
    recording.answer_together(done.typed, corrected_words(book, original, done.typed) + done.moved + said);
    if (options.values.size() > options.values.count("--result")) {
        remark_what_keeps_its_words(book, original, done.followed);
    }
    remark_what_took_over(book, moved.was, done, options.values);
    if (!done.next.empty() && !context.options.dry_run) {
        context.remark(done.next);
    }
    for (const std::string& remark : done.remarks) {
        context.remark(remark);
    }
    if (!done.unchanged.empty()) {
        const auto as_it_is = [](const std::string& option) { return option; };
        context.remark(say(N_("It said that already: {0}."), listed(done.unchanged, as_it_is, tr(", "))));
    }
    return kDone;
}

// Without what is blank; each once, but for what is said of several lines.
void tidy_values(TypedValues& values) {
    for (auto& [option, typed] : values) {
        std::erase_if(typed, [](const std::string& one) { return plain_form(one).empty(); });
        const bool of_lines = option == kItems || option == "--tool" || option == "--why" || option == "--misplaced";
        if (typed.size() > 1 && !of_lines) {
            throw UsageError{say(N_("{0} is typed once."), option)};
        }
    }
    std::erase_if(values, [](const auto& one) { return one.second.empty(); });
}

int correct(Context& context, CorrectOptions options) {
    const std::string digits = plain_form(options.typed_number);
    options.number = std::atoll(digits.c_str());
    if (digits.find_first_not_of("0123456789") != std::string::npos || options.number < 1) {
        throw UsageError{
            say(N_("\"{0}\" is not the number of an entry. The numbers show in: onduty log"), options.typed_number)};
    }
    tidy_values(options.values);
    const bool changes = !options.values.empty() || !options.time.empty();
    if ((options.withdraw || options.restore) && (changes || options.withdraw == options.restore)) {
        throw UsageError{say(N_("Withdraw, give back or change: --void and --restore go alone."))};
    }
    if (options.all && !options.withdraw && options.time.empty()) {
        throw UsageError{say(N_("--all goes with --void, or with --time."))};
    }
    Recording recording{context};
    try {
        return correct_in(recording, options);
    } catch (const InTheWay& way) {
        recording.roll_back();
        throw way.refusal(recording.book());
    }
}

Action setup_correct(OptionList& list) {
    auto options = std::make_shared<CorrectOptions>();
    list.needed_word("number", &options->typed_number, tr("Number of the entry"));
    for (const CorrectOption& option : correct_options()) {
        std::vector<std::string>* values = &options->values[option.name];
        if (option.name == std::string_view{kItems}) {
            list.word(option.name, values, tr(option.description));
        } else {
            list.option(option.name, values, option.type, tr(option.description));
        }
    }
    list.option("--time", &options->time, "TIME", tr("When it really happened"));
    list.flag("--void", &options->withdraw, tr("Withdraw the entry"));
    list.flag("--all", &options->all,
              tr("With --void: with all that was recorded upon it later; with --time: the whole round"));
    list.flag("--restore", &options->restore, tr("Give back what was withdrawn"));
    return [options](Context& context) { return correct(context, *options); };
}

}  // namespace

CommandSpec correct_command() {
    return {{}, setup_correct};
}

}  // namespace onduty
