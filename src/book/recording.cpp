// SPDX-License-Identifier: MIT
#include "book/recording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "book/claim.hpp"
#include "book/clocks.hpp"
#include "book/day_closing.hpp"
#include "book/duty.hpp"
#include "book/kinds.hpp"
#include "book/matters.hpp"
#include "book/numbered_word.hpp"
#include "book/subject.hpp"
#include "book/time_order.hpp"
#include "book/unsettled.hpp"
#include "book/was_on_duty.hpp"
#include "store/chain.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/clock.hpp"
#include "time/told.hpp"
#include "time/typed.hpp"

namespace onduty {

namespace {

constexpr const char* kNobody = "-";

const char* words_of(Trouble trouble) {
    switch (trouble) {
        case Trouble::none:
        case Trouble::unread_watermark:
            break;
        case Trouble::foreign_journal:
            return N_(
                "Beside the log lay a journal that is not its own, left by a copy or planted: it was put aside, "
                "and nothing is lost.");
        case Trouble::no_watermark:
            return N_("The file that remembers the last entry is gone. Was the log moved or restored?");
        case Trouble::damaged_watermark:
            return N_("The file that remembers the last entry is damaged.");
        case Trouble::entries_lost:
            return N_("The log is shorter than it was: entries that were acknowledged are gone.");
        case Trouble::entries_changed:
            return N_("The log is not the one that was acknowledged last: it was changed or replaced.");
    }
    return "";
}

}  // namespace

Recording::Recording(Context& context, Begin when) : book_{context, Store::Mode::write} {
    if (when == Begin::now) {
        begin();
    }
}

Recording::~Recording() {
    if (open_) {
        try {
            store().roll_back();
        } catch (const Error&) {
            // The transaction was never committed; closing the file drops it.
            open_ = false;
        }
    }
}

Trouble Recording::take_lock() {
    const Trouble trouble = store().begin();
    open_ = true;
    // Only now, behind the lock: the wait for other writers must not make this entry older than theirs.
    book_.context().now = book_.context().environment.clock();
    book_.follow_plan();
    return trouble;
}

void Recording::begin() {
    const Trouble trouble = take_lock();
    // Before anything is written: an index of another program can refuse what is written.
    if (!std::exchange(named_foreign_, true)) {
        for (const std::string& statement : store().drop_statements()) {
            book_.context().remark(foreign_words(statement));
        }
    }
    if (book_.context().options.dry_run) {
        return;
    }
    if (trouble == Trouble::unread_watermark) {
        book_.context().remark(say(N_("{0}.head cannot be read: {1}. Whether entries at the end of the log are gone is "
                                      "not known; ask the owner of the file."),
                                   store().path(), why_failed(store().acknowledged().error)));
    } else if (trouble != Trouble::none) {
        record_alarm(trouble);
    }
    close_days();
}

// With what was acknowledged last: this entry overwrites the only other place where it stands.
void Recording::record_alarm(Trouble trouble) {
    const char* words = words_of(trouble);
    Entry draft = draft_of_log(kind::kAlarm);
    draft.note = words;
    const Head& head = store().acknowledged().head;
    if (trouble == Trouble::entries_lost || trouble == Trouble::entries_changed) {
        draft.fields.add(alarm::kAcknowledged, head.number);
        draft.fields.add_code(alarm::kSeal, seal_text(head));
    }
    const Entry entry = append(draft);
    refused_journal_alarm_ = trouble == Trouble::foreign_journal ? entry.number : 0;
    book_.context().remark(
        say(N_("ALARM, entry {0}: {1} Tell the supervisor and run: onduty verify"), entry.number, tr(words)));
}

void Recording::close_days() {
    for (const DateRange& dates : dates_to_close(book_)) {
        Entry entry = draft_of_log(kind::kDayClosed);
        entry.subject = to_text(dates.until - std::chrono::days{1});
        entry.fields.add_code(day_closed::kFirst, to_text(dates.from));
        entry.opens = is_unsettled(book_, dates) ? kItself : 0;
        append(entry);
    }
}

bool Recording::begin_if_acknowledged() {
    const Trouble trouble = take_lock();
    if (trouble != Trouble::none && trouble != Trouble::unread_watermark) {
        roll_back();
        return false;
    }
    close_days();
    return true;
}

// A signature, a correction, a finding is the act of who types it, whoever else is named.
void Recording::refuse_for_another(const Entry& entry) {
    if (entry.actor == kNobody) {
        return;
    }
    if (typist_.empty() || is_own_act(entry)) {
        refuse_who();
    }
}

Entry Recording::draft_now(const char* kind, const std::string& actor) {
    const Context& context = book_.context();
    Entry entry;
    const std::string id = random_bytes(entry.id.size());
    std::copy(id.begin(), id.end(), entry.id.begin());
    entry.kind = kind;
    entry.actor = actor;
    entry.recorded_at = context.now.wall;
    entry.utc_offset = book_.zone().offset_at(entry.recorded_at);
    entry.os_user = context.environment.os_user;
    entry.terminal = context.environment.terminal;
    entry.boot_id = context.now.boot_id;
    entry.boot_at = context.now.boot;
    entry.tool = context.environment.tool;
    return entry;
}

Entry Recording::draft_of_log(const char* kind) {
    Entry entry = draft_now(kind, kNobody);
    entry.business_date = business_date(book_.zone(), book_.calendar(), entry.recorded_at);
    entry.plan = book_.plan_version();
    return entry;
}

Entry Recording::draft(const char* kind, const std::string& actor) {
    const Context& context = book_.context();
    Entry entry = draft_now(kind, actor);
    entry.happened_at = book_.claimed();
    entry.clock_behind = entry.happened_at && newest_behind(store(), entry.recorded_at);
    entry.told_dated = names_a_date(context.options.at);
    entry.business_date = business_date(book_.zone(), book_.calendar(), entry.told_at());
    entry.reason = tidy_note(context.options.reason);
    if (entry.happened_at) {
        claim(book_, entry, *entry.happened_at);
    }
    const bool ahead = entry.is_ahead(book_.grace()) && !entry.clock_behind;
    if (ahead) {
        entry.fields.add(kToldAhead, 1, 0, Sought::yes);
    }
    if (ahead && !std::exchange(remarked_ahead_, true)) {
        book_.context().remark(
            say(N_("{0} lies {1} ahead of this clock: recorded as told, with the clock in doubt. If it "
                   "was typed wrongly, put the time right: onduty correct --help"),
                full_text(book_.zone(), *entry.happened_at), duration_text(*entry.happened_at - entry.recorded_at)));
    }
    entry.plan = book_.version_told();
    entry.typed_by = actor == typist_ ? "" : typist_;
    entry.batch = batch_;
    entry.source = source_;
    return entry;
}

namespace {

// The clock alone says that it was before he came on duty, so that is wrong: until somebody declares it, what he does
// goes with the shift that is open.
bool is_behind(const Entry& entry, const Presence& presence) {
    return (!entry.happened_at || entry.clock_behind) && entry.told_at() < presence.since;
}

}  // namespace

Entry Recording::draft(const char* kind, const Presence& presence) {
    Entry entry = draft(kind, presence.person);
    entry.post = presence.post;
    const DutyDay day = is_behind(entry, presence)
                            ? DutyDay{presence.shift, presence.business_date}
                            : duty_day(book_, presence.person, presence.post, entry.told_at(), presence);
    entry.shift = day.shift;
    entry.business_date = day.date;
    if (day.shift != presence.shift && entry.told_at() >= presence.since) {
        remark_stale(presence);
    } else if (day.revives && entry.typed_by.empty()) {
        remark_goes_on(presence);
    }
    return entry;
}

Entry Recording::draft_of_shift(const char* kind, const Presence& presence) {
    Entry entry = draft(kind, presence.person);
    entry.post = presence.post;
    entry.shift = presence.shift;
    entry.business_date = presence.business_date;
    const bool before = entry.claims_before(presence.since);
    if (before || is_resident(book_, presence.shift)) {
        const DutyDay day = duty_day(book_, presence.person, presence.post, entry.told_at(), presence);
        entry.shift = before ? day.shift : presence.shift;
        entry.business_date = day.date;
    }
    return entry;
}

void Recording::tell_for(Entry& draft, Instant at) {
    draft.happened_at = at;
    draft.plan = book_.version_at(at);
}

// What somebody records without coming on duty is recorded, and he hears once that nobody counts his hours.
void Recording::remark_stale(const Presence& presence) {
    const auto stale = stale_since(book_, presence);
    if (stale && remarked_.insert(presence.person).second) {
        book_.context().remark(say(N_("{0} did not sign off: the shift of {1} counts until {2}, and this belongs to "
                                      "none. Coming on duty now: {3}"),
                                   book_.name_of("staff", presence.person), full_text(book_.zone(), presence.since),
                                   full_text(book_.zone(), *stale), coming_command(book_, presence.person)));
    }
}

// What he types takes the mark back, and his hours with it.
void Recording::remark_goes_on(const Presence& presence) {
    if (remarked_.insert(presence.person).second) {
        book_.context().remark(say(N_("{0} is on duty still: with this the shift of {1} goes on, which nobody signed "
                                      "off. Going off: onduty checkin out {2}"),
                                   book_.name_of("staff", presence.person), full_text(book_.zone(), presence.since),
                                   person_typed(book_, presence.person)));
    }
}

void Recording::set_import(EntryNumber batch) {
    batch_ = batch;
    source_ = batch == 0 ? source::kTyped : source::kImport;
}

Entry Recording::completed(Entry draft) const {
    complete_header(draft);
    if (mark_ != nullptr && (draft.batch == 0 || draft.kind == kind::kPlan)) {
        draft.fields.add(mark_, 1, 0, Sought::yes);
    }
    if (draft.happened_at) {
        draft.told_offset = book_.zone().offset_at(*draft.happened_at);
    }
    return draft;
}

Entry Recording::append(Entry draft, const Details& details) {
    Entry entry = completed(std::move(draft));
    entry.fields.add(fields_of(details));
    refuse_for_another(entry);
    refuse_before_what_it_follows(book_, entry);
    for (const EntryNumber matter : settle_matters(book_, entry)) {
        if (compared_before_.count(matter) == 0) {
            compared_before_[matter] = compared_anew(book_, matter);
        }
    }
    return store().append(entry);
}

void Recording::roll_back() {
    if (std::exchange(open_, false)) {
        store().roll_back();
    }
}

void Recording::commit() {
    open_ = false;
    if (book_.context().options.dry_run) {
        store().roll_back();
        return;
    }
    store().commit();
    if (refused_journal_alarm_ != 0) {
        store().name_refused_journal(std::exchange(refused_journal_alarm_, 0));
    }
    if (warned_) {
        return;
    }
    warned_ = !store().commit_warning().empty() || !store().watermark_written();
    if (!store().commit_warning().empty()) {
        book_.context().remark(
            say(N_("Saved, although the disk reported: {0}. Check the disk, then run: onduty verify"),
                store().commit_warning()));
    }
    if (!store().watermark_written()) {
        book_.context().remark(
            say(N_("Saved, but {0}.head beside it could not be written. Check the folder's owner."), store().path()));
    }
}

bool close_days(Book& reading) {
    Context& context = reading.context();
    if (context.options.dry_run || dates_to_close(reading).empty()) {
        return false;
    }
    try {
        Recording recording{context, Recording::Begin::later};
        if (!recording.begin_if_acknowledged()) {
            return false;
        }
        recording.commit();
        return true;
    } catch (const Error&) {
        // Who may only read gets his figures all the same; the next one who records closes the day.
        return false;
    }
}

std::string foreign_words(const std::string& drop_statement) {
    return say(N_("Another program added something to the file. If anything fails, and when it is not wanted, take it "
                  "out with: {0}"),
               drop_statement);
}

}  // namespace onduty
