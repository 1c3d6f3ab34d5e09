// SPDX-License-Identifier: MIT
// Who may do what? The plan gives rights to posts; whoever works at such a post by the plan, or is on duty there, has
// them. Asked only by who needs the answer; no part of the plan is read for it.
#pragma once

#include <string>
#include <vector>

#include "book/recording.hpp"
#include "plan/rights.hpp"
#include "text/error.hpp"

namespace onduty {

bool may(Book& book, const std::string& person, Right right);

// Those of the plan who may, without one of them; who is on duty first.
std::vector<Word> who_may(Book& book, Right right, const std::string& without = {});

// Whether somebody can be on duty at a post that has the right.
bool is_held(Book& book, Right right);

// Whether --by names somebody who may see what is masked, or anybody where nobody has the right. A courtesy to people,
// no protection: whoever has the file can read it.
bool may_reveal(Book& book);

// Who on duty does what needs the right: --by, or the only one who has it, or the only one. Throws Refusal for anybody
// else, with the command of somebody who may; where nobody may, whoever means himself does, and what he records is
// marked.
Presence person_with(Recording& recording, Right right);

// Throws for a person without the right as person_with does, or marks what he records where nobody has it.
void need_right(Recording& recording, const std::string& person, Right right);

// Who is named for what needs the right and no shift: --by, who must have it, else the only one on duty who has it.
// While nobody has it whoever is named, or the only one on duty, marked. Throws for anybody else, with `question` where
// nobody is named.
std::string author_with(Recording& recording, Right right, const char* question);

// Who changes the plan: --by, who must have the right to it and need not be on duty. While nobody has it whoever is
// named, else the only one on duty, else "-", marked. Throws for anybody else.
std::string plan_author(Recording& recording);

// What a command that changes the plan ends with: " --by A03", who may; "" while nobody has the right.
std::string plan_by(Book& book);

// What is typed again by somebody else, as it was typed: "onduty correct 12 --void --reason 'typed twice' --by A03".
// `more`: an option that it needs besides, "" for none.
std::string command_by(const Context& context, const std::string& person, const std::string& more = {});

// The same with another name in the place of the one that was typed: "onduty complain assign C1 A05 --by A01".
std::string command_naming(const Context& context, const std::string& typed, const std::string& instead);

// "Zhang Wei may not sign. Wang may: onduty patrol sign 12 --by A03", by one of those who may. `needs_duty`: not before
// he is on duty.
Refusal may_not(Book& book, const std::string& person, Right right, const std::vector<Word>& who, bool needs_duty);
// How the same ends, after another sentence: " Wang may: onduty ..."
std::string who_may_words(Book& book, const std::vector<Word>& who, bool needs_duty, const std::string& more = {});

}  // namespace onduty
