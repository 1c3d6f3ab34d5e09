// SPDX-License-Identifier: MIT
// Which names does a plan file give out, and do those that it refers to exist?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "plan/plan_error.hpp"

namespace onduty {

class References {
  public:
    // `section` has something with this code.
    void add_code(const std::string& section, const std::string& code) { codes_[section].push_back(code); }
    // A name of something in `section`, written in `line`. Answers the line that has the name already, 0 for none.
    int take_name(const std::string& section, const std::string& name, int line);
    // `key` in `line` names the code of something in `section`.
    void refer(const char* key, int line, const std::string& section, const std::string& code);
    // Notes each reference to what the plan does not have.
    void check(std::vector<PlanError>& errors) const;

  private:
    struct Reference {
        const char* key;
        int line;
        std::string section;
        std::string code;
    };
    std::map<std::string, std::vector<std::string>> codes_;    // by section
    std::map<std::string, std::map<std::string, int>> names_;  // section -> folded name -> line
    std::vector<Reference> references_;
};

}  // namespace onduty
