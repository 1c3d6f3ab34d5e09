// SPDX-License-Identifier: MIT
// complain show: one case from beginning to end, who waited for whom how long.
#include "book/amended.hpp"
#include "book/entry_table.hpp"
#include "book/machine_words.hpp"
#include "book/teller.hpp"
#include "cases/actions.hpp"
#include "cases/addressee.hpp"
#include "cases/read.hpp"
#include "cases/words.hpp"
#include "cli/output_options.hpp"
#include "text/error.hpp"
#include "text/mask.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct ShowOptions {
    std::string number;
    OutputOptions output;
};

class Show {
  public:
    Show(Book& book, const Case& one, Output& output)
        : book_{&book}, one_{&one}, plan_{plan_of(book, one)}, output_{&output}, cells_{book} {}

    void print_head() {
        const Stage stage = stage_of(*one_, plan_.cases);
        line(case_line(*one_));
        line(say(N_("Stage: {0}. Owner: {1}."), shown_stage(stage),
                 one_->owner.empty() ? tr("nobody") : book_->name_of("staff", one_->owner)));
        print_origin();
        print_file();
        for (const CaseDeadline& deadline :
             case_deadlines(*one_, plan_.cases, plan_.calendar, book_->zone(), book_->now())) {
            line(deadline_words(deadline));
        }
        for (const CaseStretch& wait : one_->waits) {
            line(say(wait.until ? N_("Waited for {0}: {1}.") : N_("Waits for {0}: {1} so far."),
                     shown_wait(wait.subject), duration_text(lasted(wait, book_->now()))));
        }
        for (const CaseStretch& up : one_->escalations) {
            line(say(
                up.until ? N_("Handed up to {0}, answered after {1}.") : N_("Handed up to {0} {1} ago, not answered."),
                addressee_words(*book_, up.subject), duration_text(lasted(up, book_->now()))));
        }
        if (one_->hand_offs > 0 || one_->cost > 0) {
            line(say(N_("Hand-offs {0}, cost {1}."), one_->hand_offs, money_text(one_->cost)));
        }
    }

    // The case, its steps and the tasks about it, with what was corrected and withdrawn.
    void each_entry(const std::function<void(const Entry&, const char*)>& visit) {
        EntryQuery query;
        query.thread_of = one_->entry;
        const Amendments amendments = amendments_for(book_->store(), query);
        book_->store().each(query, [&](const Entry& stored) {
            Entry entry = stored;
            amendments.amend(entry);
            visit(entry, amendments.status(entry.number));
        });
    }

    void print_story() {
        line("");
        each_entry([&](const Entry& entry, const char* status) {
            line(fmt::format("{}  #{} ", date_time_text(book_->zone(), entry.told_at()), entry.number) +
                 cells_.actor(entry) + ": " + shown_safely(cells_.line(entry, status)));
        });
        const std::string next = case_next(*book_, *one_);
        if (!next.empty()) {
            line("");
            line(say(N_("Next: {0}"), next));
        }
    }

    Table table() {
        Table table{entry_columns(), {}};
        each_entry([&](const Entry& entry, const char* status) { table.rows.push_back(cells_.cells(entry, status)); });
        return table;
    }

  private:
    void line(const std::string& text) { output_->line(text); }

    void print_origin() {
        if (one_->from == 0) {
            return;
        }
        const auto from = book_->store().entry(one_->from);
        const bool withdrawn = book_->store().withdrawn_by(one_->from) != 0;
        line(say(withdrawn ? N_("From entry {0}, withdrawn since: {1}") : N_("From entry {0}: {1}"), one_->from,
                 from ? shown_safely(cells_.line(as_corrected(book_->store(), *from), "")) : std::string{}));
    }

    void print_file() {
        Parts parts;
        const auto add = [&](const char* what, const std::string& value) {
            parts.add(value.empty() ? "" : say(what, shown_safely(value)));
        };
        const CaseFile& file = one_->file;
        add(N_("came {0}"), file.channel.empty() ? "" : shown_channel(file.channel));
        add(N_("place {0}"), file.place.empty() ? "" : book_->name_of("point", file.place));
        add(N_("unit {0}"), file.unit);
        add(N_("against {0}"), file.against.empty() ? "" : book_->name_of("staff", file.against));
        add(N_("asked for {0}"), file.remedy_asked);
        add(N_("given {0}"), one_->remedy);
        add(N_("reference {0}"), file.reference);
        for (const PersonalField& field : personal_of(fields_now(book_->store(), one_->entry))) {
            add(field.field == "phone" ? N_("phone {0}") : N_("name {0}"), masked(field.value));
        }
        if (const std::string text = std::move(parts).text(); !text.empty()) {
            line(say(N_("Particulars: {0}."), text));
        }
    }

    // Why it is too late though it was not, as told.
    std::string too_late_words(const CaseDeadline& deadline) const {
        const StepTime& done = *deadline.done;
        if (done.told > deadline_of(deadline.rule, plan_.calendar, book_->zone(), deadline.start, deadline.stood)) {
            return tr("TOO LATE");
        }
        return when_done(done.done) <= done.told
                   ? tr("TOO LATE: what stopped its clock was typed too late")
                   : say(N_("TOO LATE: typed at {0}"), date_time_text(book_->zone(), when_done(done.done)));
    }

    std::string deadline_words(const CaseDeadline& deadline) const {
        const char* done = deadline.clock == CaseClock::accept   ? N_("Accepted after {0}, {1}.")
                           : deadline.clock == CaseClock::handle ? N_("Resolved after {0}, {1}.")
                                                                 : N_("Followed up after {0}, {1}.");
        const char* open = deadline.clock == CaseClock::accept   ? N_("To be accepted by {0}{1}.")
                           : deadline.clock == CaseClock::handle ? N_("To be resolved by {0}{1}.")
                                                                 : N_("To be followed up by {0}{1}.");
        if (deadline.done) {
            const auto taken = time_taken(deadline, plan_.calendar, book_->zone());
            return say(done, taken ? duration_text(*taken) : tr("an unknown time"),
                       deadline.in_time() ? tr("in time") : too_late_words(deadline));
        }
        return say(open, full_text(book_->zone(), deadline.due),
                   book_->now() > deadline.due ? std::string{" "} + tr("OVERDUE") : std::string{});
    }

    Book* book_;
    const Case* one_;
    CaseTerms plan_;
    Output* output_;
    EntryCells cells_;
};

int show(Context& context, const ShowOptions& options) {
    const Format format = options.output.format(context);
    Book book{context, Store::Mode::read};
    const Case one = case_named(book, options.number);
    write_output(context, options.output, [&](Output& output) {
        Show story{book, one, output};
        if (format == Format::screen) {
            story.print_head();
            story.print_story();
        } else {
            print(story.table(), format, output);
        }
    });
    return kDone;
}

void declare_show(OptionList& list, ShowOptions& options) {
    list.needed_word("case", &options.number, tr("Number of the case, such as C7"));
    options.output.add_to(list);
}

}  // namespace

constexpr ActionSpec kComplainShow = action<declare_show, show>("show", "查看", N_("One case, the whole story"));

}  // namespace onduty
