// SPDX-License-Identifier: MIT
// What does a handover tell? Sections in a fixed order, what went wrong first, each only when it has something.
#pragma once

#include <string>
#include <vector>

#include "handover/slip_facts.hpp"
#include "print/table.hpp"

namespace onduty {

struct SlipLine {
    EntryNumber entry = 0;  // 0 where no single entry tells it
    std::string text;
};

struct SlipSection {
    const char* code;     // machine name
    std::string heading;  // translated
    std::vector<SlipLine> lines;
};

// What went wrong (slip_findings.cpp).
SlipSection missed_section(Book& book, const SlipFacts& facts);
SlipSection incident_section(Book& book, const SlipFacts& facts);
SlipSection fault_section(Book& book, const SlipFacts& facts);
SlipSection item_section(Book& book, const SlipFacts& facts);
SlipSection case_section(Book& book, const SlipFacts& facts);
SlipSection repair_section(Book& book, const SlipFacts& facts);

// How things stand (slip_state.cpp).
SlipSection people_section(Book& book, const SlipFacts& facts);
SlipSection lent_section(Book& book, const SlipFacts& facts);
SlipSection task_section(Book& book, const SlipFacts& facts);
SlipSection due_section(Book& book, const SlipFacts& facts);
SlipSection expected_section(Book& book, const SlipFacts& facts);
SlipSection state_section(Book& book, const SlipFacts& facts);
SlipSection amended_section(Book& book, const SlipFacts& facts);
SlipSection count_section(Book& book, const SlipFacts& facts);

// All of them that have lines. What falls due is told of a handover that waits as it is now, of an answered one as
// far as rules with slots go.
std::vector<SlipSection> slip_sections(Book& book, const SlipFacts& facts);

// Since when something is open: "since 2026-11-28 20:40, 3 shifts", in days when it is older than kToldInShifts.
std::string age_text(Book& book, const SlipFacts& facts, EntryNumber since, Instant at);

// Who accepted or refused it, when, and why.
std::string answer_text(Book& book, const Handover& handover);

// One row for each line.
Table section_table(const Entry& offer, const std::vector<SlipSection>& sections);

// On the screen, below the answer.
void print_sections(Book& book, const SlipFacts& facts);

// The offer of this number, whether it waits or not. Throws UsageError when there is none.
Entry offer_of(Book& book, EntryNumber number);

// The offer that `typed` names: the number of any offer, or what waits (a post, or nothing for the only one).
// nullopt when nothing was typed and none or several wait. Throws for what is no offer, with what is to be typed after
// `before`.
std::optional<Entry> offer_shown(Book& book, const std::string& typed, const std::string& before);
// The newest one of the post, "" for any, whether it waits or not.
std::optional<Entry> newest_offer(Book& book, const std::string& post = "");

}  // namespace onduty
