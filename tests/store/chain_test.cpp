// SPDX-License-Identifier: MIT
// Are entries hashed in the documented format? The hashes here were made with Python's hashlib.
#include "store/chain.hpp"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <utility>

namespace onduty {

namespace {

template <typename Array>
Array counting_up() {
    Array bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<unsigned char>(i);
    }
    return bytes;
}

EntryDigest one_row() {
    EntryDigest digest;
    digest.begin_row("entry");
    digest.integer("number", 1);
    digest.text("kind", "巡逻");
    digest.blob("id", bytes_of(counting_up<EntryId>()));
    return digest;
}

std::string hash_text(const Hash& hash) {
    return hex(bytes_of(hash));
}

}  // namespace

TEST_CASE("a digest without rows is the hash of its tag") {
    CHECK(hash_text(EntryDigest{}.finish()) == "944912e433223800f2e4a23a4b0970255d6f74ace45705797219496033db0c65");
}

TEST_CASE("a digest of an integer, a Chinese text and a blob") {
    CHECK(hash_text(one_row().finish()) == "041c60323664b7d969d87cb46dcd7d2903c71850f6f3f7d9a5bf48d15e027087");
}

TEST_CASE("a digest of two rows, with the smallest integer") {
    EntryDigest digest = one_row();
    digest.begin_row("personal");
    digest.integer("entry", INT64_MIN);
    CHECK(hash_text(digest.finish()) == "9def156b828ebabdcd3191cbfdd1a294fa825255bfbafbe47d24ac910102351e");
}

TEST_CASE("no two contents share their bytes") {
    std::set<Hash> seen;
    const auto add = [&](auto&& fill) {
        EntryDigest digest;
        digest.begin_row("entry");
        fill(digest);
        CHECK(seen.insert(digest.finish()).second);
    };
    add([](EntryDigest&) {});
    add([](EntryDigest& digest) { digest.text("note", ""); });
    add([](EntryDigest& digest) { digest.blob("note", ""); });
    add([](EntryDigest& digest) { digest.text("note", "1"); });
    add([](EntryDigest& digest) { digest.integer("note", 1); });
    add([](EntryDigest& digest) { digest.text("reason", "1"); });
    add([](EntryDigest& digest) { digest.text("note1", ""); });
    add([](EntryDigest& digest) { digest.text("not", "e1"); });
    add([](EntryDigest& digest) { digest.begin_row("entry"); });
    add([](EntryDigest& digest) {
        digest.text("note", "a");
        digest.text("reason", "b");
    });
    add([](EntryDigest& digest) {
        digest.text("reason", "b");
        digest.text("note", "a");
    });
    add([](EntryDigest& digest) {
        digest.text("note", "a");
        digest.begin_row("entry");
        digest.text("reason", "b");
    });
    add([](EntryDigest& digest) { digest.text("note", std::string_view{"a\0b", 3}); });
    add([](EntryDigest& digest) { digest.text("note", "a"); });
}

TEST_CASE("the first head follows from zeros") {
    const Hash first = next_head(counting_up<EntryId>(), 1, Hash{}, one_row().finish());
    CHECK(hash_text(first) == "b2f251800f1f43890c3e42d08b74658bcb4274c67077e4871c6783ada754b65b");
}

TEST_CASE("the number enters the head in eight bytes, the highest first") {
    EntryDigest digest = one_row();
    digest.begin_row("personal");
    digest.integer("entry", INT64_MIN);
    const Hash first = next_head(counting_up<EntryId>(), 1, Hash{}, one_row().finish());
    const Hash later = next_head(counting_up<EntryId>(), 0x0102030405060708, first, digest.finish());
    CHECK(hash_text(later) == "2dfc7bf1ef7078bdbb3c37c433eb43318ca2e20a5474055ddd60ea31314c59cf");
}

TEST_CASE("a head depends on the site, the number, the head before and the digest") {
    const EntryId site = counting_up<EntryId>();
    EntryId other_site = site;
    other_site[15] = 0;
    Hash one{};
    one[31] = 1;
    const Hash head = next_head(site, 5, Hash{}, Hash{});
    CHECK(next_head(other_site, 5, Hash{}, Hash{}) != head);
    CHECK(next_head(site, 6, Hash{}, Hash{}) != head);
    CHECK(next_head(site, 5, one, Hash{}) != head);
    CHECK(next_head(site, 5, Hash{}, one) != head);
    CHECK(next_head(site, 5, one, Hash{}) != next_head(site, 5, Hash{}, one));
}

TEST_CASE("a commitment to a phone number") {
    const std::string salt(16, '\0');
    CHECK(hash_text(word_commitment(salt, "phone", "13800138000")) ==
          "9916b0512c3f50cbb836ac84a5e2ea854d1d5c26ba5c3bb3d61bd81f8159910a");
    CHECK(word_commitment(salt, "phone1", "3800138000") != word_commitment(salt, "phone", "13800138000"));
    CHECK(word_commitment(std::string(15, '\0'), "phone", "13800138000") !=
          word_commitment(salt, "phone", "13800138000"));
}

TEST_CASE("a seal is the count and 80 bits in sixteen letters") {
    CHECK(seal_text({118, counting_up<Hash>()}) == "118-000G-40R4-0M30-E209");
    Hash ones{};
    ones.fill(0xFF);
    CHECK(seal_text({1, ones}) == "1-ZZZZ-ZZZZ-ZZZZ-ZZZZ");
    CHECK(seal_text({0, Hash{}}) == "0-0000-0000-0000-0000");
    Entry entry;
    entry.number = 118;
    CHECK_THROWS_AS((void)short_hash(entry), std::logic_error);  // as a query reads it
    CHECK_THROWS_AS((void)seal_of(entry), std::logic_error);
    entry.head = counting_up<Hash>();
    CHECK(short_hash(entry) == "000G-40R4");
    CHECK(seal_of(entry) == "118-000G-40R4-0M30-E209");
    const Hash first = next_head(counting_up<EntryId>(), 1, Hash{}, one_row().finish());
    CHECK(seal_text({1, first}) == "1-PBS5-300F-3X1R-J31Y");
}

TEST_CASE("a seal is recognised however it was copied from paper") {
    for (const char* typed : {"10-000G-40R4-0M30-E209", "10-000g-40r4-0m30-e209", "10-000G 40R4 0M30 E209",
                              "10-000G40R40M30E209", "10-OOOG-4OR4-OM3O-E2O9", "10-ooog-40r4-0m30-e209", "10-000G-40R4",
                              "10 000g 40r4 0m30 e209", "lO-000G-40R4", "10 000G40R40M30E209"}) {
        CAPTURE(std::string{typed});
        TypedSeal seal;
        REQUIRE(read_seal(typed, seal));
        CHECK(seal.number == 10);
        CHECK(seal_matches(seal, counting_up<Hash>()));
    }
}

TEST_CASE("I and L are read as 1") {
    Hash hash{};
    hash[0] = 0x08;  // 000 01: the first letter is 1
    CHECK(seal_text({2, hash}) == "2-1000-0000-0000-0000");
    for (const char* typed : {"2-I000-0000", "2-l000-0000-0000-0000", "2-i000-0000"}) {
        CAPTURE(std::string{typed});
        TypedSeal seal;
        REQUIRE(read_seal(typed, seal));
        CHECK(seal_matches(seal, hash));
    }
}

TEST_CASE("what is no seal is not taken for one") {
    for (const char* typed : {"", "10", "10-", "-000G-40R4", "0-000G-40R4", "-1-000G-40R4", "x-000G-40R4", "10-000G",
                              "10-000G-40R", "10-000G-40R4-0", "10-000G-40R4-0M30-E20", "10-000G-40R4-0M30-E2099",
                              "10-000G-40U4", "10-000G-40R!", "99999999999999999999-000G-40R4", "1 0-000G-40R4"}) {
        CAPTURE(std::string{typed});
        TypedSeal seal;
        CHECK_FALSE(read_seal(typed, seal));
    }
}

TEST_CASE("the seal of another head does not match") {
    for (const char* typed : {"10-000G-40R4-0M30-E208", "10-000G-40R5", "10-100G-40R4-0M30-E209"}) {
        CAPTURE(std::string{typed});
        TypedSeal seal;
        REQUIRE(read_seal(typed, seal));
        CHECK_FALSE(seal_matches(seal, counting_up<Hash>()));
    }
}

TEST_CASE("random bytes differ") {
    CHECK(random_bytes(16).size() == 16);
    CHECK(random_bytes(16) != random_bytes(16));
    CHECK(random_bytes(0).empty());
}

TEST_CASE("bytes are shown in hexadecimal") {
    CHECK(hex(std::string_view{"\x00\x7F\xFFz", 4}) == "007fff7a");
}

}  // namespace onduty
