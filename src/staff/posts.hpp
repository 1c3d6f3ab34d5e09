// SPDX-License-Identifier: MIT
// Which posts has somebody in a shift, from the first one named to those that he takes and leaves while it goes on?
#pragma once

#include <string>
#include <vector>

#include "book/recording.hpp"
#include "log/presence.hpp"
#include "staff/cover.hpp"

namespace onduty {

// The posts that were typed, as the plan has the person at them, or any where he covers, each once; the only one where
// none was. Throws Refusal for another, UsageError where several may be meant.
std::vector<std::string> chosen_posts(Book& book, const Word& person, const std::vector<std::string>& typed,
                                      bool covers);

// "Supervisor, Front desk" of their codes.
std::string names_of_posts(Book& book, const std::vector<std::string>& posts);

// Who types that another comes or goes; "" for himself, or where that is not said.
std::string typist_of(Book& book, const std::string& person);

// A post that is taken with the begin of a shift.
Entry draft_post(Recording& recording, const Entry& begin, const std::string& post);

// Whether it is the only post that he has, and no other was typed.
bool has_only(Book& book, const Presence& present, const std::vector<std::string>& typed);

// He goes on with these, too, or without this one. Answers the exit code.
int take_posts(Recording& recording, const Word& person, const Presence& present, const std::vector<std::string>& typed,
               const CoverOptions& covering);
int leave_post(Recording& recording, const Presence& present, const std::string& typed);

// What is said of somebody who takes posts: that they were short of people, as it was before, and that a certificate is
// missing.
class PostRemarks {
  public:
    PostRemarks(Book& book, const Entry& entry, const std::vector<std::string>& posts);
    void tell(bool now) const;  // not `now`: of a shift of before

  private:
    Book* book_;
    std::vector<std::string> late_;
    std::vector<std::string> certificates_;
};

// After a withdrawal or a correction: throws Refusal where he would take what he has, or leave what he does not have or
// his last post.
void refuse_unfit_posts(Book& book, const Entry& entry);

}  // namespace onduty
