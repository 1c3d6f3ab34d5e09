// SPDX-License-Identifier: MIT
// handover slip: one page with the seal, to be signed by two people.
#include "handover/slip.hpp"
#include "handover/actions.hpp"

#include "book/look_back.hpp"
#include "book/names.hpp"
#include "cli/output_options.hpp"
#include "handover/handover.hpp"
#include "handover/kinds.hpp"
#include "print/page.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct SlipOptions {
    std::string offer;
    std::string file;
    bool force = false;
};

bool ends_with(const std::string& text, std::string_view ending) {
    return text.size() >= ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

Page page_of(Book& book, const SlipFacts& facts) {
    const Entry& offer = facts.offer;
    const std::string outgoing = book.name_of("staff", offer.actor);
    Page page;
    page.language = current_language() == Language::chinese ? "zh-CN" : "en";
    page.title = tr("Handover slip");
    page.facts = {{tr("Site"), book.site_name()},
                  {tr("Shift"),
                   say(N_("{0}, business date {1}"), book.name_of("post", offer.post), to_text(offer.business_date))},
                  {tr("Offered"),
                   say(N_("{0} by {1}, entry {2}"), full_text(book.zone(), offer.told_at()), outgoing, offer.number)}};
    std::string incoming;
    if (facts.handover != nullptr && !facts.handover->open()) {
        page.facts.emplace_back(tr("Answer"), answer_text(book, *facts.handover));
        incoming = facts.handover->accepted ? book.name_of("staff", facts.handover->answerer) : "";
    }
    for (const SlipSection& section : slip_sections(book, facts)) {
        PageSection lines{section.heading, {}};
        for (const SlipLine& line : section.lines) {
            lines.lines.push_back((line.entry == 0 ? "" : "#" + std::to_string(line.entry) + " ") +
                                  shown_safely(line.text));
        }
        page.sections.push_back(std::move(lines));
    }
    if (!offer.note.empty()) {
        page.sections.insert(page.sections.begin(), {tr("Note"), {shown_safely(offer.note)}});
    }
    page.seal = {tr("Seal"), offer.result};
    page.notes = {say(N_("It stands for entries 1 to {0}. Whether one of them was changed since, this says: onduty "
                         "verify --seal {1}"),
                      offer.about, offer.result),
                  tr("A log proves who said what and when, not that somebody stood at a door.")};
    if (const auto answer = facts.handover == nullptr ? std::nullopt : book.store().entry(facts.handover->answer)) {
        page.notes.push_back(say(N_("The count and the answer are in the seal {0}."), seal_of(*answer)));
    }
    if (book.rehearsal()) {
        page.notes.emplace_back(
            tr("This is a rehearsal: its times were told, not read from a clock. It is no evidence."));
    }
    page.signatures = {say(N_("Handed over: {0}"), outgoing), say(N_("Taken over: {0}"), incoming)};
    page.blanks = {tr("Name:"), tr("Signature:"), tr("Date and time:")};
    page.more = [number = offer_number(book, offer.number)](std::size_t count) {
        return say(N_("and {0} more: {1}"), count, say("onduty handover show {0}", number));
    };
    return page;
}

int write_slip(Context& context, const SlipOptions& options) {
    const bool to_file = !options.file.empty() && options.file != "-";
    const bool html = ends_with(options.file, ".html");
    if (to_file && !html && !ends_with(options.file, ".txt")) {
        throw UsageError{say(N_("What kind of file is {0}? Let it end in .txt or .html."), options.file)};
    }
    Book book{context, Store::Mode::read};
    auto offer = offer_shown(book, options.offer, "onduty handover slip ");
    offer = offer ? std::move(offer) : newest_offer(book);
    if (!offer) {
        throw Refusal{say(N_("No handover was offered yet. First: onduty handover offer"))};
    }
    const NamesThen names{book, offer->plan};
    const SlipFacts facts = slip_facts(book, *offer);
    OutputOptions output;
    output.file = options.file;
    output.force = options.force;
    write_output(context, output, [&](Output& out) {
        if (context.options.json && !to_file) {
            print(section_table(*offer, slip_sections(book, facts)), Format::json, out);
        } else {
            const Page page = page_of(book, facts);
            out.write(html ? page_html(page) : page_text(page));
        }
    });
    if (to_file) {
        context.remark(say(N_("Written: {0}. Print it; both sign."), options.file));
    }
    return kDone;
}

void declare_slip(OptionList& list, SlipOptions& options) {
    list.word(
        "offer", &options.offer,
        tr("Number of any offer, or the post of one that waits; without it the only one that waits, else the newest"));
    list.option("-o,--output", &options.file, "FILE", tr("Write to this file: .txt or .html"));
    list.flag("--force", &options.force, tr("Replace the file if it is there"));
}

}  // namespace

constexpr ActionSpec kHandoverSlip =
    action<declare_slip, write_slip>("slip", "交接单", N_("Print one page with the seal, to be signed"));

}  // namespace onduty
