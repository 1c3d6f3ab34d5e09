// SPDX-License-Identifier: MIT
#include "store/chain.hpp"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace onduty {

namespace {

constexpr std::string_view kSealLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

void append_number(std::string& bytes, std::uint64_t number) {
    for (int shift = 56; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((number >> static_cast<unsigned>(shift)) & 0xFFU);
    }
}

void append_text(std::string& bytes, std::string_view text) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), text.size()).ptr;
    bytes.append(digits.data(), end);
    bytes += ':';
    bytes += text;
}

const Hash& head_of(const Entry& entry) {
    if (entry.head == Hash{}) {
        throw std::logic_error{"the head of entry " + std::to_string(entry.number) + " was not read"};
    }
    return entry.head;
}

// The first `letters` base-32 digits of the hash in groups of four.
std::string base32(const Hash& hash, std::size_t letters) {
    std::string text;
    unsigned bits = 0;
    unsigned held = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < letters; ++i) {
        if (held < 5) {
            bits = ((bits << 8U) | hash[next++]) & 0xFFFFU;
            held += 8;
        }
        held -= 5;
        if (i > 0 && i % 4 == 0) {
            text += '-';
        }
        text += kSealLetters[(bits >> held) & 31U];
    }
    return text;
}

}  // namespace

Hash sha256(std::string_view bytes) {
    Hash hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hash;
}

EntryDigest::EntryDigest() {
    bytes_.reserve(1024);
    append_text(bytes_, "onduty.entry.1");
}

void EntryDigest::begin_row(std::string_view table) {
    bytes_ += 'T';
    append_text(bytes_, table);
}

void EntryDigest::field(std::string_view column, char type, std::string_view value) {
    bytes_ += 'C';
    append_text(bytes_, column);
    bytes_ += type;
    append_text(bytes_, value);
}

void EntryDigest::integer(std::string_view column, std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    field(column, 'i', {digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void EntryDigest::text(std::string_view column, std::string_view value) {
    field(column, 't', value);
}

void EntryDigest::blob(std::string_view column, std::string_view value) {
    field(column, 'b', value);
}

Hash EntryDigest::finish() const {
    return sha256(bytes_);
}

Hash next_head(const EntryId& site, EntryNumber number, const Hash& previous, const Hash& digest) {
    std::string bytes;
    bytes.reserve(128);
    append_text(bytes, "onduty.head.1");
    bytes += bytes_of(site);
    append_number(bytes, static_cast<std::uint64_t>(number));
    bytes += bytes_of(previous);
    bytes += bytes_of(digest);
    return sha256(bytes);
}

Hash word_commitment(std::string_view salt, std::string_view field, std::string_view word) {
    std::string bytes;
    append_text(bytes, "onduty.word.1");
    append_text(bytes, salt);
    append_text(bytes, field);
    append_text(bytes, word);
    return sha256(bytes);
}

std::string seal_text(const Head& head) {
    return std::to_string(head.number) + "-" + base32(head.hash, 16);
}

std::string seal_of(const Entry& entry) {
    return seal_text({entry.number, head_of(entry)});
}

std::string short_hash(const Entry& entry) {
    return base32(head_of(entry), 8);
}

bool read_seal(std::string_view typed, TypedSeal& seal) {
    std::string letters;
    for (char letter : typed) {
        if (letter >= 'a' && letter <= 'z') {
            letter = static_cast<char>(letter - 'a' + 'A');
        }
        letters += letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter == ' ' ? '-' : letter;
    }
    const auto dash = letters.find('-');
    if (dash == std::string::npos) {
        return false;
    }
    const char* end = letters.data() + dash;
    const auto number = std::from_chars(letters.data(), end, seal.number);
    if (number.ec != std::errc{} || number.ptr != end || seal.number < 1) {
        return false;
    }
    seal.letters.clear();
    for (const char letter : letters.substr(dash)) {
        if (letter == '-') {
            continue;
        }
        if (kSealLetters.find(letter) == std::string_view::npos) {
            return false;
        }
        seal.letters += letter;
    }
    return seal.letters.size() == 8 || seal.letters.size() == 16;
}

bool seal_matches(const TypedSeal& seal, const Hash& head) {
    std::string letters = base32(head, seal.letters.size());
    letters.erase(std::remove(letters.begin(), letters.end(), '-'), letters.end());
    return letters == seal.letters;
}

// Each asking of the system costs as much as a hash, so some are kept.
std::string random_bytes(std::size_t count) {
    static std::string pool;
    if (pool.size() < count) {
        pool.resize(std::max(count, std::size_t{256}));
        randombytes_buf(pool.data(), pool.size());
    }
    const std::string bytes = pool.substr(pool.size() - count);
    pool.resize(pool.size() - count);
    return bytes;
}

std::string hex(std::string_view bytes) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text += kDigits[value >> 4U];
        text += kDigits[value & 15U];
    }
    return text;
}

}  // namespace onduty
