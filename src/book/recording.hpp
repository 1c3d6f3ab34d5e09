// SPDX-License-Identifier: MIT
// How does a command record? One transaction: draft, append, commit, answer. Nothing is written before
// everything was checked.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "book/book.hpp"

namespace onduty {

class Recording {
  public:
    // Opens the file for writing and takes the write lock, or leaves that to begin().
    enum class Begin { now, later };
    explicit Recording(Context& context, Begin when = Begin::now);
    ~Recording();
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;

    Book& book() { return book_; }
    Store& store() { return book_.store(); }

    // Takes the write lock, for the first transaction or, after a commit, for a further one; records an alarm first
    // when the log is not the one that this machine acknowledged last.
    void begin();

    // The same for who records nothing but what the log itself does; answers false, and has begun nothing, when the log
    // is not the one that this machine acknowledged last.
    bool begin_if_acknowledged();

    // Whether the entries that are drafted belong to an import, and to which; 0 for none.
    void set_import(EntryNumber batch);
    // What is drafted from here on follows from this entry, the one that the command is for: who withdraws it withdraws
    // the others, too.
    void follow(const Entry& leader) { batch_ = batch_of(leader); }

    // The person on duty who does it: --by, or who sits at this terminal, or the only one on duty at `post`, or the
    // only one on duty; at that post if he has it, else at the first of his. Throws Refusal when he is not on duty,
    // UsageError when several can be meant.
    Presence on_duty_person(const std::string& post = {});
    // The same for what needs a right: the terminal names nobody for that.
    Presence named_person();
    // Throws UsageError where the terminal alone said who it is: for what needs a right.
    void need_named() const;
    // Who types what another did; "" for himself, or before on_duty_person() was asked.
    const std::string& typist() const { return typist_; }
    // Throws UsageError for --who, where a right is asked for or what is said is the own act of who types it.
    void refuse_who();

    // A draft with clock, claim, plan version and origin filled in; a late claim needs --reason.
    Entry draft(const char* kind, const std::string& actor);
    // The same for somebody on duty: with his post, shift and business date.
    Entry draft(const char* kind, const Presence& presence);
    // Of what the log says itself: nobody's, now, whatever the command line tells.
    Entry draft_of_log(const char* kind);
    // Of what ends the shift or hands it over: it belongs to it, also when that has gone stale; told of a time before
    // it, to that of then.
    Entry draft_of_shift(const char* kind, const Presence& presence);
    // It happened then, whatever --at tells.
    void tell_for(Entry& draft, Instant at);
    // What the command is for bears this mark of log/kinds.hpp; what follows from it does not.
    void mark(const char* mark) { mark_ = mark; }

    Entry append(Entry draft, const Details& details = {});
    // Takes back what was appended and not committed.
    void roll_back();
    // Commits, or rolls back with --dry-run.
    void commit();

    // Commits and answers in one line: "#12 what. time, seal" (or JSON), with LATE and clock remarks.
    // Answers the exit code.
    int finish(const Entry& entry, const std::string& what);
    // Only the answer, for a command that commits several times.
    void answer(const Entry& entry, const std::string& what);
    // Of several, with the numbers of all: "#12-15 what. time, seal", as of the last; in JSON each by itself.
    void answer_together(const std::vector<Entry>& entries, const std::string& what);

  private:
    // Closes the days that have run out, an entry each, before anything else is recorded.
    void close_days();
    Trouble take_lock();
    void record_alarm(Trouble trouble);
    Entry draft_now(const char* kind, const std::string& actor);
    // Who types it: --by, or the only one who can be meant.
    enum class Terminal { counts, ignored };
    Presence who_types(const std::string& post, Terminal terminal);
    Presence for_whom(const Presence& by, const std::string& post);
    // Whose deed it was, as another types it.
    Presence doer();
    // In the same shift, with the posts that he had at the time that is told.
    Presence with_posts_told(Presence person);
    void refuse_for_another(const Entry& entry);
    Entry completed(Entry draft) const;
    void remark_stale(const Presence& presence);
    void remark_goes_on(const Presence& presence);
    void remark_what_is_compared_anew();

    Book book_;
    bool open_ = false;
    EntryNumber batch_ = 0;
    const char* source_ = source::kTyped;
    const char* mark_ = nullptr;
    std::map<EntryNumber, std::string> compared_before_;  // and what was to be said of each
    bool warned_ = false;
    EntryNumber refused_journal_alarm_ = 0;
    std::string typist_;              // who types what another did
    bool by_terminal_ = false;        // the terminal alone says who types
    std::set<std::string> remarked_;  // who heard that his shift has gone stale
    bool remarked_ahead_ = false;     // that what is told lies ahead was said
    bool named_foreign_ = false;      // what other programs added was told
};

// Closes the days that have run out for a command that only reads this book. Answers whether it did, and the book is to
// be opened anew; not where the file cannot be written, or is not the one that this machine acknowledged last.
bool close_days(Book& reading);

// What is said of something that another program added to the file, with the statement that drops it.
std::string foreign_words(const std::string& drop_statement);

}  // namespace onduty
