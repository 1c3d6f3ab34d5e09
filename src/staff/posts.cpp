// SPDX-License-Identifier: MIT
#include "staff/posts.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "book/amended.hpp"
#include "book/duty.hpp"
#include "book/numbered_word.hpp"
#include "book/round_end.hpp"
#include "book/withdrawal.hpp"
#include "log/kind.hpp"
#include "log/last_told.hpp"
#include "staff/attendance.hpp"
#include "staff/kinds.hpp"
#include "staff/shortage.hpp"
#include "text/error.hpp"
#include "text/listed.hpp"
#include "text/translate.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

std::string chosen_post(Book& book, const Word& person, const std::string& typed, bool covers) {
    const std::vector<std::string> allowed = split_words(person.detail);
    if (typed.empty()) {
        if (allowed.size() == 1) {
            return allowed.front();
        }
        std::string list = person.detail;
        for (const Word& post : allowed.empty() ? book.store().words("post") : std::vector<Word>{}) {
            list += (list.empty() ? "" : " ") + post.code;
        }
        throw UsageError{say(N_("At which post? Add --post POST, one of: {0}"), list)};
    }
    const std::string post = book.resolve_told("post", N_("post"), typed).code;
    if (!covers && !is_planned_at(person, post)) {
        throw Refusal{
            say(N_("The plan does not have {0} at this post, but at: {1}. For this once: {2}\nFor good: onduty "
                   "plan export, edit, onduty plan apply"),
                person.name, person.detail, cover_command(book, person, post))};
    }
    return post;
}

// Says how late it is when the post has been open with fewer people than the rota wants. Only a remark, of what was
// there before the entry.
std::string lateness(Book& book, const Entry& entry) {
    const std::string post = book.name_of("post", entry.post);
    const std::vector<Rota>& rotas = book.plan(&Plan::rotas);
    if (std::none_of(rotas.begin(), rotas.end(), [&](const Rota& rota) { return rota.post == entry.post; })) {
        return {};
    }
    const auto opening = opening_of(book.history(), book.zone(), entry.post, entry.business_date);
    const PostNeed* need = opening ? opening->need_at(entry.told_at()) : nullptr;
    if (need == nullptr) {
        return {};
    }
    const auto shortage = shortage_at(*opening, shifts_at(book, entry.post, entry.told_at()), entry.told_at());
    if (!shortage) {
        return {};
    }
    return shortage->since == opening->from()
               ? say(N_("Late by {0} min: {1} opened at {2} and needs {3} at once; there so far: {4}."),
                     shortage->minutes.count(), post, clock_text(book.zone(), opening->from()), need->at_once,
                     shortage->there)
               : say(N_("Too few for {0} min: {1} needs {3} at once and was short from {2}; there so far: {4}."),
                     shortage->minutes.count(), post, clock_text(book.zone(), shortage->since), need->at_once,
                     shortage->there);
}

// That a certificate is missing or has run out where the post wants one.
std::string certificate_words(Book& book, const Entry& entry) {
    const Post* post = find_code(book.plan(&Plan::posts), entry.post);
    const Person* person = find_code(book.plan(&Plan::staff), entry.actor);
    if (post == nullptr || person == nullptr || !post->certificate) {
        return {};
    }
    if (!person->certificate) {
        return say(N_("{0} has no health certificate in the plan; {1} needs one."), person->name, post->name);
    }
    return *person->certificate < entry.business_date
               ? say(N_("The health certificate of {0} ran out on {1}; {2} needs one."), person->name,
                     to_text(*person->certificate), post->name)
               : std::string{};
}

// How the posts of a shift follow one on the other, turn by turn.
class PostOrder {
  public:
    explicit PostOrder(EntryNumber shift) : shift_{shift} {}

    void add(const Entry& turn) {
        if (turn.number == shift_) {
            had_ = {turn.post};
            begin_ = told_time(turn);
        } else if (turn.shift == shift_ && !had_.empty() && !unfit_) {
            if (is_unfit(turn)) {
                unfit_ = turn;
            } else if (changes_posts(turn)) {
                changed_[turn.post] = told_time(turn);
                turn.result == result::kLeft ? void(std::erase(had_, turn.post)) : had_.push_back(turn.post);
            }
        }
    }

    // The first turn that does not fit those before it.
    const std::optional<Entry>& unfit() const { return unfit_; }

  private:
    // What is taken that he has, left that he has not, or without another post in its place, or told of a time before
    // the last one told of the post.
    bool is_unfit(const Entry& turn) const {
        const auto is_before = [&](const std::string& post) { return is_told_before(told_time(turn), changed(post)); };
        if (!changes_posts(turn)) {
            return std::any_of(changed_.begin(), changed_.end(), [&](const auto& one) { return is_before(one.first); });
        }
        const bool has = std::find(had_.begin(), had_.end(), turn.post) != had_.end();
        const bool leaves = turn.result == result::kLeft;
        const auto stays = [&](const std::string& post) { return post != turn.post && !is_before(post); };
        return leaves != has || (leaves && std::none_of(had_.begin(), had_.end(), stays)) || is_before(turn.post);
    }

    ToldTime changed(const std::string& post) const {
        const auto found = changed_.find(post);
        return found == changed_.end() ? begin_ : found->second;
    }

    EntryNumber shift_;
    std::vector<std::string> had_;
    ToldTime begin_{};
    std::map<std::string, ToldTime> changed_;
    std::optional<Entry> unfit_;
};

PostOrder order_of(Book& book, const std::string& person, EntryNumber shift) {
    EntryQuery turns;
    turns.shifts_of = person;
    turns.first = shift;
    PostOrder order{shift};
    each_amended(book.store(), turns, [&](const Entry& turn) { order.add(turn); });
    return order;
}

// The last time that the post was taken or left in the shift, if it was.
std::optional<Entry> last_change(Book& book, const Presence& present, const std::string& post) {
    EntryQuery turns;
    turns.shifts_of = present.person;
    turns.first = present.shift + 1;
    std::optional<Entry> last;
    each_amended(book.store(), turns, [&](const Entry& turn) {
        if (changes_posts(turn) && turn.shift == present.shift && turn.post == post) {
            last = turn;
        }
    });
    return last;
}

// Throws Refusal for a time before the shift, or before what was said of the post last.
Entry draft_change(Recording& recording, const Presence& present, const std::string& post) {
    Book& book = recording.book();
    Entry entry = recording.draft_of_shift(kind::kDutyPost, present);
    entry.typed_by = typist_of(book, present.person);
    entry.post = post;
    entry.subject = post;
    if (entry.claims_before(present.since)) {
        throw Refusal{say(N_("{0} came on duty at {1}, later than that."), book.name_of("staff", present.person),
                          full_text(book.zone(), present.since))};
    }
    if (const auto last = last_change(book, present, post); last && entry.claims_before(last->told_at())) {
        throw Refusal{say(N_("{0} was taken or left at {1}, later than that, entry {2}. If that is wrong: onduty "
                             "correct {2} --time TIME --reason \"...\""),
                          book.name_of("post", post), full_text(book.zone(), last->told_at()), last->number)};
    }
    return entry;
}

[[noreturn]] void refuse_held(Book& book, const Word& person, const Presence& present, const std::string& post) {
    throw Refusal{say(N_("{0} has {1} already, with: {2}. Giving it up: onduty checkin staff {3} --leave {4}"),
                      person.name, book.name_of("post", post), posts_text(book, present), person.code, post)};
}

}  // namespace

std::vector<std::string> chosen_posts(Book& book, const Word& person, const std::vector<std::string>& typed,
                                      bool covers) {
    std::vector<std::string> posts;
    for (const std::string& one : typed.empty() ? std::vector<std::string>{""} : typed) {
        const std::string post = chosen_post(book, person, one, covers);
        if (std::find(posts.begin(), posts.end(), post) == posts.end()) {
            posts.push_back(post);
        }
    }
    return posts;
}

std::string names_of_posts(Book& book, const std::vector<std::string>& posts) {
    return listed(
        posts, [&](const std::string& post) { return book.name_of("post", post); }, tr(", "));
}

// Who types that another comes or goes; "" for himself, or where that is not said.
std::string typist_of(Book& book, const std::string& person) {
    const std::string& by = book.context().options.by;
    const std::string code = by.empty() ? "" : book.resolve("staff", N_("person"), by).code;
    return code == person ? "" : code;
}

Entry draft_post(Recording& recording, const Entry& begin, const std::string& post) {
    Entry entry = recording.draft(kind::kDutyPost, begin.actor);
    entry.typed_by = begin.typed_by;
    entry.post = post;
    entry.subject = post;
    entry.shift = begin.number;
    entry.business_date = begin.business_date;
    return entry;
}

bool has_only(Book& book, const Presence& present, const std::vector<std::string>& typed) {
    return present.posts.size() == 1 && std::all_of(typed.begin(), typed.end(), [&](const std::string& one) {
               return book.resolve_told("post", N_("post"), one).code == present.post;
           });
}

int take_posts(Recording& recording, const Word& person, const Presence& present, const std::vector<std::string>& typed,
               const CoverOptions& covering) {
    Book& book = recording.book();
    const std::vector<std::string> posts = chosen_posts(book, person, typed, covering.covers);
    const Cover cover = cover_of(recording, person, posts, covering);
    std::vector<Entry> drafts;
    for (const std::string& post : posts) {
        if (present.is_at(post)) {
            refuse_held(book, person, present, post);
        }
        drafts.push_back(draft_change(recording, present, post));
        cover.put_into(drafts.back());
    }
    const PostRemarks remarks{book, drafts.front(), posts};
    std::vector<Entry> stored;
    for (const Entry& draft : drafts) {
        stored.push_back(recording.append(draft));
    }
    Presence after = present;
    after.posts.insert(after.posts.end(), posts.begin(), posts.end());
    recording.commit();
    recording.answer_together(
        stored, say(N_("{0} takes {1}, too: {2}."), person.name, names_of_posts(book, posts), posts_text(book, after)));
    remarks.tell(true);
    return kDone;
}

int leave_post(Recording& recording, const Presence& present, const std::string& typed) {
    Book& book = recording.book();
    const std::string name = book.name_of("staff", present.person);
    const std::string post = book.resolve_ever("post", N_("post"), typed).code;
    if (!present.is_at(post)) {
        throw Refusal{say(N_("{0} does not have {1}, but: {2}. Taking it: onduty checkin staff {3} --post {4}"), name,
                          book.name_of("post", post), posts_text(book, present), present.person, post)};
    }
    if (present.posts.size() == 1) {
        throw Refusal{say(N_("{0} is the last post of {1}. Going off: onduty checkin out {2}"),
                          book.name_of("post", post), name, person_typed(book, present.person))};
    }
    if (present.round != 0 && book.entry(present.round).post == post) {
        throw Refusal{say(N_("{0} has the round of entry {1} open. First: {2}"), name, present.round,
                          end_of_round(book, present))};
    }
    Entry entry = draft_change(recording, present, post);
    entry.result = result::kLeft;
    entry.traits = trait::kChangesPosts;
    if (PostOrder order = order_of(book, present.person, present.shift); !order.unfit()) {
        order.add(entry);
        if (order.unfit()) {
            throw Refusal{say(N_("{0} had no other post than {1} at {2}. See: onduty log --shift {3}"), name,
                              book.name_of("post", post), full_text(book.zone(), entry.told_at()), present.shift)};
        }
    }
    Presence after = present;
    std::erase(after.posts, post);
    const int code = recording.finish(
        recording.append(entry),
        say(N_("{0} gives up {1} and goes on: {2}."), name, book.name_of("post", post), posts_text(book, after)));
    remark_short(book, {post}, entry.told_at());
    return code;
}

PostRemarks::PostRemarks(Book& book, const Entry& entry, const std::vector<std::string>& posts) : book_{&book} {
    Entry one = entry;
    for (const std::string& post : posts) {
        one.post = post;
        late_.push_back(lateness(book, one));
        certificates_.push_back(certificate_words(book, one));
    }
}

void PostRemarks::tell(bool now) const {
    for (std::size_t i = 0; i < late_.size(); ++i) {
        if (now && !late_[i].empty()) {
            book_->context().remark(late_[i]);
        }
        if (!certificates_[i].empty()) {
            book_->context().remark(certificates_[i]);
        }
    }
}

void refuse_unfit_posts(Book& book, const Entry& entry) {
    const PostOrder order = order_of(book, entry.actor, entry.shift);
    const auto& unfit = order.unfit();
    if (unfit && unfit->number != entry.number && changes_posts(*unfit)) {
        throw InTheWay{book, unfit->number,
                       [post = book.name_of("post", unfit->post), number = unfit->number](const std::string& command) {
                           return say(N_("{0} was taken or left after that, entry {1}. If that is wrong, first: {2}"),
                                      post, number, command);
                       }};
    }
    if (unfit) {
        throw Refusal{say(N_("Entry {0} would not fit the posts that {1} had then. See: onduty log --shift {2}"),
                          entry.number, book.name_of("staff", entry.actor), entry.shift)};
    }
}

}  // namespace onduty
