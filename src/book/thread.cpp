// SPDX-License-Identifier: MIT
#include "book/thread.hpp"

#include <algorithm>
#include <set>

#include "book/amended.hpp"
#include "book/kinds.hpp"

namespace onduty {

namespace {

bool fits(Book& book, const std::vector<Entry>& before, const Entry& entry) {
    const Kind* kind = kind_named(entry.kind);
    return kind == nullptr || kind->fits == nullptr || before.empty() || kind->fits(book, before, entry);
}

// A step of an imported table may lack those that a person would have had to take before it, and stands all the same.
bool was_imported_so(Book& book, const Entry& entry) {
    if (entry.flag != flag::kImported || entry.about == 0) {
        return false;
    }
    EntryQuery steps;
    steps.story_of = entry.about;
    steps.first = entry.about;
    steps.before = entry.number;
    std::vector<Entry> imported;
    book.store().each(steps, [&](const Entry& step) {
        if (step.amends == 0 && step.flag == flag::kImported) {
            imported.push_back(step);
        }
    });
    return !fits(book, imported, entry);
}

}  // namespace

std::vector<Entry> thread_of(Book& book, EntryNumber first) {
    EntryQuery query;
    query.story_of = first;
    query.first = first;
    std::vector<Entry> thread;
    each_amended(book.store(), query, [&](const Entry& entry) { thread.push_back(entry); });
    return thread;
}

namespace {

// Kinds that are looked for by themselves, not by what they are about, and fit or not.
std::vector<std::string_view> seldom_steps() {
    return names_of(kinds_that([](const Kind& kind) {
        return kind.fits != nullptr && (kind.traits & trait::kSeldom) != 0 && (kind.traits & trait::kThread) == 0;
    }));
}

}  // namespace

std::vector<Entry> steps_by_index(Book& book, EntryNumber first) {
    std::vector<Entry> steps;
    EntryQuery thread;
    thread.thread_of = first;
    each_amended(book.store(), thread, [&](const Entry& entry) { steps.push_back(entry); });
    EntryQuery seldom;
    seldom.rare_kinds = seldom_steps();
    seldom.about = first;
    seldom.first = first + 1;
    each_amended(book.store(), seldom, [&](const Entry& entry) { steps.push_back(entry); });
    std::sort(steps.begin(), steps.end(), [](const Entry& a, const Entry& b) { return a.number < b.number; });
    // It begins with its first entry, come what may.
    const auto begin = std::find_if(steps.begin(), steps.end(), [&](const Entry& one) { return one.number == first; });
    if (begin != steps.end()) {
        std::rotate(steps.begin(), begin, begin + 1);
    }
    return steps;
}

std::vector<Entry> no_longer_fitting(Book& book, const std::vector<Entry>& before, const std::vector<Entry>& after) {
    std::set<EntryNumber> never;
    std::vector<Entry> earlier;
    for (const Entry& entry : before) {
        if (!fits(book, earlier, entry)) {
            never.insert(entry.number);
        }
        earlier.push_back(entry);
    }
    std::vector<Entry> found;
    earlier.clear();
    for (const Entry& entry : after) {
        const bool stands = never.count(entry.number) > 0 || fits(book, earlier, entry) || was_imported_so(book, entry);
        (stands ? earlier : found).push_back(entry);
    }
    return found;
}

std::vector<Entry> thread_at(Book& book, const Entry& step) {
    EntryQuery steps;
    steps.story_of = step.about;
    steps.first = step.about;
    steps.before = step.number;
    std::vector<Entry> thread;
    book.store().each(steps, [&](const Entry& earlier) {
        const EntryNumber withdrawn = earlier.amends == 0 ? book.store().withdrawn_by(earlier.number) : 0;
        if (earlier.amends == 0 && (withdrawn == 0 || withdrawn > step.number)) {
            thread.push_back(earlier);
        }
    });
    return thread;
}

EntryNumber withdrawn_before(Book& book, const Entry& entry) {
    EntryQuery steps;
    steps.story_of = entry.about;
    steps.first = entry.about;
    steps.before = entry.number;
    std::vector<Entry> counting = thread_of(book, entry.about);
    std::erase_if(counting, [&](const Entry& one) { return one.number >= entry.number; });
    EntryNumber found = 0;
    book.store().each(steps, [&](const Entry& step) {
        if (step.amends == 0 && book.store().withdrawn_by(step.number) != 0) {
            std::vector<Entry> before = counting;
            const auto place =
                std::find_if(before.begin(), before.end(), [&](const Entry& one) { return one.number > step.number; });
            before.insert(place, step);
            found = fits(book, before, entry) ? step.number : found;
        }
    });
    return found;
}

EntryNumber step_in_place_of(Book& book, const Entry& entry) {
    std::vector<Entry> thread = thread_of(book, entry.about);
    std::erase_if(thread, [&](const Entry& one) { return one.number >= entry.number; });
    for (std::size_t step = thread.size(); step-- > 1;) {
        std::vector<Entry> without = thread;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(step));
        if (fits(book, without, entry)) {
            return thread[step].number;
        }
    }
    return 0;
}

ThreadsBefore::ThreadsBefore(Book& book, const std::vector<Entry>& entries, Read read) : book_{&book}, read_{read} {
    std::set<EntryNumber> firsts;
    for (const Entry& entry : entries) {
        firsts.insert({entry.number, entry.about});
    }
    firsts.erase(0);
    for (const EntryNumber first : firsts) {
        threads_.emplace_back(first, read_(book, first));
    }
}

std::vector<Entry> ThreadsBefore::no_longer_fitting() const {
    std::vector<Entry> found;
    for (const auto& [first, before] : threads_) {
        for (Entry& entry : onduty::no_longer_fitting(*book_, before, read_(*book_, first))) {
            found.push_back(std::move(entry));
        }
    }
    std::sort(found.begin(), found.end(), [](const Entry& a, const Entry& b) { return a.number < b.number; });
    found.erase(
        std::unique(found.begin(), found.end(), [](const Entry& a, const Entry& b) { return a.number == b.number; }),
        found.end());
    return found;
}

}  // namespace onduty
