// SPDX-License-Identifier: MIT
// How are the details of an entry (incident, personal data) stored, hashed and read?
#pragma once

#include <optional>
#include <vector>

#include "store/chain.hpp"
#include "store/sqlite.hpp"
#include "store/store.hpp"

namespace onduty {

// The detail rows of one entry, ready to be hashed and stored: salts and commitments are made once.
class DetailRows {
  public:
    explicit DetailRows(const Details& details);
    std::vector<const char*> tables() const;  // those that get rows, in digest order
    void add_to(EntryDigest& digest, EntryNumber number) const;
    void insert(Database& database, EntryNumber number) const;

  private:
    struct Personal {
        PersonalField plain;
        std::string salt;
        Hash commitment;
    };
    std::optional<Incident> incident_;
    std::vector<Personal> personal_;  // by field name, as the table keeps them
};

std::optional<Incident> read_incident(Database& database, EntryNumber number);
std::vector<PersonalField> read_personal(Database& database, EntryNumber number);
std::int64_t next_incident_number(Database& database);

}  // namespace onduty
