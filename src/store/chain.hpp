// SPDX-License-Identifier: MIT
// How is an entry hashed, and how does each hash hold the one before? The format is fixed in onduty-log(5).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "log/entry.hpp"

namespace onduty {

// Collects the rows that make up one entry, column by column, in the documented byte format.
class EntryDigest {
  public:
    EntryDigest();
    void begin_row(std::string_view table);
    void integer(std::string_view column, std::int64_t value);
    void text(std::string_view column, std::string_view value);
    void blob(std::string_view column, std::string_view value);
    Hash finish() const;

  private:
    void field(std::string_view column, char type, std::string_view value);
    std::string bytes_;
};

// SHA-256 of the bytes alone, without a frame.
Hash sha256(std::string_view bytes);

// The head after entry `number` of the site whose first entry has id `site`.
Hash next_head(const EntryId& site, EntryNumber number, const Hash& previous, const Hash& digest);

// The commitment to words that a person typed: reveals nothing once `salt` is gone.
Hash word_commitment(std::string_view salt, std::string_view field, std::string_view word);

// "118-ABCD-EFGH-JKMN-PQRS": the count and the first 80 bits of the head in base 32 without I, L, O and U.
std::string seal_text(const Head& head);
// The same as of an entry; "ABCD-EFGH", the first 40 bits, for one-line answers. A query does not read the head: of an
// entry that it found there is neither (a logic_error), of one that is read by its number there are both.
std::string seal_of(const Entry& entry);
std::string short_hash(const Entry& entry);
// A seal as somebody typed it: case, blanks and hyphens do not matter, O is 0, I and L are 1.
struct TypedSeal {
    EntryNumber number = 0;
    std::string letters;  // 16 from a slip, or 8 from a one-line answer
};
// False when it is no seal at all.
bool read_seal(std::string_view typed, TypedSeal& seal);
bool seal_matches(const TypedSeal& seal, const Hash& head);

std::string random_bytes(std::size_t count);
std::string hex(std::string_view bytes);
template <std::size_t N>
std::string_view bytes_of(const std::array<unsigned char, N>& array) {
    return {reinterpret_cast<const char*>(array.data()), N};
}

}  // namespace onduty
