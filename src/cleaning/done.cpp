// SPDX-License-Identifier: MIT
// clean done: items, requests and litter are ticked, several in one transaction.
#include <algorithm>
#include <set>

#include "cleaning/actions.hpp"
#include "cleaning/clean.hpp"
#include "cleaning/kinds.hpp"
#include "text/error.hpp"
#include "text/number_list.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

struct DoneOptions {
    std::vector<std::string> words;
    std::string note;
    std::string agent;
    std::string dose;
};

// Which of the items carry the agent: those that are a treatment, or all when none is.
std::set<std::size_t> treated(const CleaningBook& cleaning, const Typed& typed, const DoneOptions& options) {
    std::set<std::size_t> items;
    for (const std::size_t number : typed.items) {
        if (cleaning.item(number).treatment) {
            items.insert(number);
        }
    }
    const bool agent = !tidy_note(options.agent).empty();
    const bool dose = !tidy_note(options.dose).empty();
    if (!items.empty() && (!agent || !dose)) {
        throw UsageError{say(N_("Item {0}, {1}: say what was put in and how much: --agent chlorine --dose \"200 g\""),
                             *items.begin(), cleaning.item(*items.begin()).name)};
    }
    if (agent != dose) {
        throw UsageError{say(N_("--agent and --dose go together."))};
    }
    if (agent && items.empty()) {
        items.insert(typed.items.begin(), typed.items.end());
    }
    if (agent && items.empty()) {
        throw UsageError{say(N_("--agent and --dose belong to an item, not to a request."))};
    }
    return items;
}

struct Tick {
    std::size_t number;
    CleaningBook::Taken taken;
    Entry entry;
};

std::string tick_words(const CleaningBook& cleaning, const Tick& tick) {
    const std::string& name = cleaning.item(tick.number).name;
    switch (tick.taken) {
        case CleaningBook::Taken::by_slot:
            break;
        case CleaningBook::Taken::extra:
            return say(N_("{0} done, EXTRA: it was not due."), name);
        case CleaningBook::Taken::by_nobody:
            return say(N_("{0} done. The plan asked nobody for it then, so it stands in no figure."), name);
    }
    return say(N_("{0} done."), name);
}

// One line for each, or one for all: "Done: 1-3, 7. EXTRA, not due: 9."
void answer_ticks(Recording& recording, const CleaningBook& cleaning, const std::vector<Tick>& ticks) {
    if (ticks.empty()) {
        return;
    }
    const bool alone = std::any_of(ticks.begin(), ticks.end(), [&](const Tick& tick) {
        return tick.number > cleaning.listed() || tick.taken == CleaningBook::Taken::by_nobody;
    });
    if (ticks.size() == 1 || alone) {
        for (const Tick& tick : ticks) {
            recording.answer(tick.entry, tick_words(cleaning, tick));
        }
        return;
    }
    std::vector<Entry> entries;
    std::set<std::int64_t> due;
    std::set<std::int64_t> extra;
    for (const Tick& tick : ticks) {
        entries.push_back(tick.entry);
        (tick.taken == CleaningBook::Taken::extra ? extra : due).insert(static_cast<std::int64_t>(tick.number));
    }
    std::string words;
    words += due.empty() ? "" : say(N_("Done: {0}."), number_list_text(due));
    words += due.empty() || extra.empty() ? "" : " ";
    words += extra.empty() ? "" : say(N_("EXTRA, not due: {0}."), number_list_text(extra));
    recording.answer_together(entries, words);
}

int tick(Context& context, const DoneOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    const CleaningBook cleaning{book, book.version_told()};
    const Typed typed = typed_cleaning(book, cleaning, options.words);
    const std::set<std::size_t> with_agent = treated(cleaning, typed, options);
    const Presence person = recording.on_duty_person(post_of(cleaning, typed));
    const std::string note = tidy_note(options.note);
    std::vector<Tick> ticks;
    for (const std::size_t number : typed.items) {
        const CleaningItem& item = cleaning.item(number);
        Entry entry = recording.draft(kind::kCleanItem, person);
        entry.subject = item.code;
        entry.rule = item.code;
        entry.result = result::kOk;
        entry.note = note;
        Details details;
        if (with_agent.count(number) > 0) {
            Line agent;
            agent.item = tidy_note(options.agent);
            agent.quantity = 1;
            agent.note = tidy_note(options.dose);
            details.lines.push_back(agent);
        }
        const CleaningBook::Taken taken = cleaning.taken(item, entry);
        ticks.push_back({number, taken, recording.append(entry, details)});
    }
    std::vector<Entry> done;
    for (const CleaningMatter& matter : typed.matters) {
        done.push_back(append_matter_done(recording, person, matter, note));
    }
    recording.commit();
    answer_ticks(recording, cleaning, ticks);
    for (std::size_t i = 0; i < done.size(); ++i) {
        recording.answer(done[i], matter_done_words(book, typed.matters[i], done[i]));
    }
    return kDone;
}

void declare_done(OptionList& list, DoneOptions& options) {
    list.needed_word("items", &options.words, tr("Numbers as onduty clean lists them: 1-3 7 R57"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
    list.option("--agent", &options.agent, "TEXT", tr("What the water was treated with"));
    list.option("--dose", &options.dose, "TEXT", tr("How much of it: \"200 g\""));
}

}  // namespace

constexpr ActionSpec kCleanDone = action<declare_done, tick>("done", "完成", N_("Items, requests or litter are done"));

}  // namespace onduty
