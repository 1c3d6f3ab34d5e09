// SPDX-License-Identifier: MIT
#include "test_book.hpp"

#include <doctest/doctest.h>

#include "book/recording.hpp"
#include "log/matters.hpp"

namespace onduty::test {

namespace {

Output::Sink nowhere() {
    return [](std::string_view) { return true; };
}

}  // namespace

TestBook::TestBook()
    : out_{nowhere()}, err_{nowhere()}, environment_{site_.environment(out_, err_)}, context_{environment_, {}, {}} {
    TestSite::start_night(site_);
    context_.options.site = site_.file();
}

EntryNumber TestBook::log(const char* kind, const Said& said) {
    book_.reset();
    context_.now = environment_.clock();
    Recording recording{context_};
    const auto presence = recording.store().on_duty(said.by);
    Entry entry = presence ? recording.draft(kind, *presence) : recording.draft(kind, said.by);
    entry.subject = said.subject;
    entry.about = said.about;
    entry.amends = entry.kind == kind::kCorrection || entry.kind == kind::kVoid ? said.about : 0;
    entry.result = said.result;
    entry.flag = said.flag;
    entry.note = said.note;
    entry.rule = said.rule;
    if (!said.until.empty()) {
        entry.slot_at = at(said.until);
    }
    entry.fields = said.fields;
    entry.opens = said.opens;
    entry.closes = said.closes;
    if (said.pieces != 0) {
        entry.fields.add(kPiecesOut, said.pieces);
    }
    const EntryNumber number = recording.append(entry, said.details).number;
    recording.commit();
    return number;
}

void TestBook::set_time(const std::string& local) {
    book_.reset();
    site_.set_time(local);
}

void TestBook::run(std::vector<std::string> words) {
    const Ran what = ran(std::move(words));
    REQUIRE_MESSAGE(what.code == 0, what.err);
}

Ran TestBook::ran(std::vector<std::string> words) {
    book_.reset();
    return site_.run(std::move(words));
}

Book& TestBook::book() {
    if (!book_) {
        context_.now = environment_.clock();
        book_.emplace(context_, Store::Mode::read);
    }
    return *book_;
}

}  // namespace onduty::test
