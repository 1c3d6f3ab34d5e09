// SPDX-License-Identifier: MIT
// Is the last head remembered, and is a damaged memory recognised as damaged?
#include "store/watermark.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ostream>

#include "scratch.hpp"

namespace onduty {

namespace {

Head some_head() {
    Head head{118, {}};
    for (std::size_t i = 0; i < head.hash.size(); ++i) {
        head.hash[i] = static_cast<unsigned char>(i);
    }
    return head;
}

// Its check is the 32-bit FNV-1a hash, made with Python.
const std::string kLine =
    "onduty-head 1 00000000000000000118 "
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f 97632dcc\n";

}  // namespace

TEST_CASE("the watermark lies beside the site file") {
    CHECK(watermark_path("/srv/site.db") == "/srv/site.db.head");
}

TEST_CASE("a head is remembered") {
    const scratch::Directory directory;
    const std::string site = directory.file("site.db");
    CHECK((read_watermark(site).read == WatermarkRead::missing));
    REQUIRE(write_watermark(site, some_head()));
    const Watermark mark = read_watermark(site);
    CHECK((mark.read == WatermarkRead::good));
    CHECK(mark.head.number == 118);
    CHECK((mark.head.hash == some_head().hash));
}

TEST_CASE("the file is one line of fixed length") {
    const scratch::Directory directory;
    REQUIRE(write_watermark(directory.file("site.db"), some_head()));
    CHECK(scratch::read_bytes(directory.file("site.db.head")) == kLine);
}

TEST_CASE("a later head takes the place of the one before") {
    const scratch::Directory directory;
    const std::string site = directory.file("site.db");
    Head head = some_head();
    head.number = INT64_MAX;
    REQUIRE(write_watermark(site, head));
    head.number = 7;
    head.hash[0] = 0xFF;
    REQUIRE(write_watermark(site, head));
    CHECK((read_watermark(site).read == WatermarkRead::good));
    CHECK(read_watermark(site).head.number == 7);
    CHECK((read_watermark(site).head.hash == head.hash));
}

TEST_CASE("every changed byte is noticed") {
    const scratch::Directory directory;
    for (std::size_t at = 0; at < kLine.size(); ++at) {
        for (const int bit : {1, 4, 32}) {
            std::string line = kLine;
            line[at] = static_cast<char>(line[at] ^ bit);
            CAPTURE(line);
            scratch::write_bytes(directory.file("site.db.head"), line);
            CHECK((read_watermark(directory.file("site.db")).read == WatermarkRead::damaged));
        }
    }
}

TEST_CASE("a line that is too short or too long is damaged") {
    const scratch::Directory directory;
    for (std::size_t length = 0; length < kLine.size(); ++length) {
        CAPTURE(length);
        scratch::write_bytes(directory.file("site.db.head"), kLine.substr(0, length));
        CHECK((read_watermark(directory.file("site.db")).read == WatermarkRead::damaged));
    }
    scratch::write_bytes(directory.file("site.db.head"), kLine + kLine);
    CHECK((read_watermark(directory.file("site.db")).read == WatermarkRead::damaged));
}

TEST_CASE("a folder in its place is damaged") {
    const scratch::Directory directory;
    std::filesystem::create_directory(directory.file("site.db.head"));
    CHECK((read_watermark(directory.file("site.db")).read == WatermarkRead::damaged));
    CHECK_FALSE(write_watermark(directory.file("site.db"), some_head()));
}

TEST_CASE("a link is neither read nor written through") {
    const scratch::Directory directory;
    scratch::write_bytes(directory.file("far"), kLine);
    REQUIRE(::symlink(directory.file("far").c_str(), directory.file("site.db.head").c_str()) == 0);
    CHECK((read_watermark(directory.file("site.db")).read != WatermarkRead::good));
    CHECK_FALSE(write_watermark(directory.file("site.db"), Head{}));
    CHECK(scratch::read_bytes(directory.file("far")) == kLine);
}

TEST_CASE("a watermark that cannot be written is told") {
    const scratch::Directory directory;
    CHECK_FALSE(write_watermark(directory.file("none/site.db"), some_head()));
}

}  // namespace onduty
