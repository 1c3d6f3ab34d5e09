// SPDX-License-Identifier: MIT
// Which errors are there, and which exit code does each mean? app.cpp is the one place that catches them.
// Every message says what, why, and what to type next, in the user's language.
#pragma once

#include <stdexcept>

namespace onduty {

enum ExitCode : int {
    kDone = 0,
    kFailed = 1,   // it did not work: disk, file, lock
    kUsage = 2,    // it was typed wrongly
    kFound = 3,    // a check found something: overdue, missed, tampered
    kRefused = 4,  // a rule of the log or of the plan forbids it
};

// Base of ours, so that the catcher needs one branch. Not thrown itself.
class Error : public std::runtime_error {
  public:
    Error(ExitCode code, const std::string& message) : std::runtime_error{message}, code_{code} {}
    ExitCode code() const { return code_; }

  private:
    ExitCode code_;
};

// Typed wrongly: unknown word, bad time, missing value. Nothing was written.
class UsageError : public Error {
  public:
    explicit UsageError(const std::string& message) : Error{kUsage, message} {}
};

// Well formed, but against a rule: not on duty, already closed, in the future. Nothing was written.
class Refusal : public Error {
  public:
    explicit Refusal(const std::string& message) : Error{kRefused, message} {}
};

// The machine could not do it. Unless the message says otherwise nothing was written.
class Failure : public Error {
  public:
    explicit Failure(const std::string& message) : Error{kFailed, message} {}
};

}  // namespace onduty
