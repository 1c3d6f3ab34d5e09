// SPDX-License-Identifier: MIT
// Which kind is it that an entry names?
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "book/subject.hpp"

namespace onduty {

// nullptr for a kind that this program does not know; a newer one may have written it.
const Kind* kind_named(std::string_view name);

// Whether the kind has a field of this name, or lines have.
bool declares(const Kind& kind, const FieldValue& value);

// Those of which `fits` holds, over all subjects.
std::vector<const Kind*> kinds_that(bool (*fits)(const Kind& kind));
// Those of which entries are deeds for rules.
std::vector<const Kind*> deed_kinds();
// The same by name, as they are looked up.
std::vector<std::string_view> names_of(const std::vector<const Kind*>& kinds);

// Those of them that this program does not know, with how often each: "landing 1, levitation 3". "" for none.
std::string unknown_kinds(const std::map<std::string, std::int64_t>& counted);

// Whether the matter that is known by the entry is told among what is to be done.
bool is_item(const Entry& entry);

// Whether it was recorded upon what it is about, which is not withdrawn without it; of an unknown kind it may have
// been.
bool is_upon_about(const Entry& entry);

// Whether somebody walks along on the round of another by it.
bool walks_along(const Entry& entry);

// Whether it is of who types it: what is said of another's deed, such as a signature, is no part of that.
bool is_own_act(const Entry& entry);

// Whether an open matter of this kind stands among all that is open.
bool is_listed(std::string_view kind);

// Whether an open matter of this kind waits for a signature: it is countersigned, and opens nothing by its kind alone.
bool is_to_be_signed(std::string_view kind);

// Puts the traits of its kind into the entry, and what it does to open matters by its kind alone; not where its action
// has said so already.
void complete_header(Entry& entry);

}  // namespace onduty
