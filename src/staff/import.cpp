// SPDX-License-Identifier: MIT
// import staff: a list of people becomes the next version of the plan.
#include <map>
#include <set>

#include "book/import_job.hpp"
#include "book/record_plan.hpp"
#include "book/rights.hpp"
#include "plan/edit_plan.hpp"
#include "text/error.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"

namespace onduty {

namespace {

const std::vector<ImportField>& fields() {
    static const std::vector<ImportField> kFields{
        {"name", {"姓名", "名字", "fullname"}, true},
        {"code", {"工号", "编号", "员工号", "number", "no", "id"}},
        {"posts", {"post", "岗位", "职务", "position"}},
        {"aliases", {"alias", "别名", "简称"}},
        {"active", {"在职", "状态", "status"}},
        {"certificate", {"健康证", "健康证到期", "健康证有效期", "healthcertificate"}},
        {"ability", {"能力", "能力系数"}},
    };
    return kFields;
}

constexpr const char* kBetween = ",;/";

// "bar; front-desk", "吧台、前台". What is known by a name that holds such a sign stays whole.
std::vector<std::string> words_of(const std::string& text, const std::vector<NameChoice>& known = {}) {
    const std::string plain = plain_form(text);  // 、 is a comma then
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < plain.size();) {
        std::size_t end = plain.size();
        while (end != std::string::npos && match_whole_name(plain.substr(begin, end - begin), known).empty()) {
            end = end == begin ? std::string::npos : plain.find_last_of(kBetween, end - 1);
            end = end != std::string::npos && end < begin ? std::string::npos : end;
        }
        end = end == std::string::npos ? std::min(plain.find_first_of(kBetween, begin), plain.size()) : end;
        words.push_back(tidy_note(plain.substr(begin, end - begin)));
        begin = end + 1;
    }
    std::erase(words, "");
    return words;
}

bool is_active(const std::string& typed) {
    static const std::map<std::string, bool> kWords{
        {"yes", true}, {"y", true},  {"1", true},  {"true", true},   {"是", true},  {"在职", true},  {"active", true},
        {"no", false}, {"n", false}, {"0", false}, {"false", false}, {"否", false}, {"离职", false}, {"left", false}};
    const auto found = kWords.find(lower_case(plain_form(typed)));
    if (found == kWords.end()) {
        throw UsageError{say(N_("\"{0}\" is neither yes nor no"), typed)};
    }
    return found->second;
}

class StaffList {
  public:
    explicit StaffList(Book& book) : book_{&book} {
        for (const Person& person : book.plan(&Plan::staff)) {
            take(person);
            if (!person.active) {
                left_.push_back(person);
            }
        }
    }

    void look(ImportRow& row) {
        Person person;
        person.name = row.needed("name");
        person.code = plain_form(row.text("code"));
        person.aliases = words_of(row.text("aliases"));
        row.checked("posts", [&](const std::string& posts) {
            for (const std::string& post : words_of(posts, choices_of(book_->names("post", N_("post")).words))) {
                person.posts.push_back(book_->resolve("post", N_("post"), post).code);
            }
            return posts;
        });
        row.checked("active", [&](const std::string& word) {
            person.active = is_active(word);
            return word;
        });
        person.certificate = row.date("certificate");
        person.ability = row.number("ability", 0, 100).value_or(1);
        for (const auto& [field, word] : {std::pair{"name", person.name}, {"code", person.code}}) {
            if (!word.empty() && taken_.count(folded_name(word)) > 0) {
                row.fault(field, taken_words(word));
            }
        }
        for (const std::string& alias : person.aliases) {
            if (taken_.count(folded_name(alias)) > 0) {
                row.fault("aliases", taken_words(alias));
            }
        }
        if (row.good()) {
            take(person);
            people_.push_back(std::move(person));
        }
    }

    // Codes for those without one: A01, A02 ...
    std::vector<Person> people() {
        for (Person& person : people_) {
            if (person.code.empty()) {
                person.code = book_->free_code(
                    "staff", "A", [&](const std::string& code) { return taken_.count(folded_name(code)) > 0; });
                taken_.insert(folded_name(person.code));
            }
        }
        return people_;
    }

  private:
    // Who has left and comes back is the same person.
    std::string taken_words(const std::string& word) {
        for (const Person& person : left_) {
            if (folded_name(word) == folded_name(person.name) || folded_name(word) == folded_name(person.code)) {
                return say(
                    N_("\"{0}\" is {1} ({2}), who has left. If that is who comes back: onduty plan add staff {2}{3}"),
                    word, person.name, person.code, plan_by(*book_));
            }
        }
        return say(N_("\"{0}\" is in the plan or in this file already"), word);
    }

    void take(const Person& person) {
        for (const std::string* word : {&person.code, &person.name}) {
            taken_.insert(folded_name(*word));
        }
        for (const std::string& alias : person.aliases) {
            taken_.insert(folded_name(alias));
        }
        taken_.erase("");
    }

    Book* book_;
    std::set<std::string> taken_;
    std::vector<Person> left_;
    std::vector<Person> people_;
};

}  // namespace

int import_staff(Context& context, const ImportOptions& options) {
    ImportJob job{context, options, fields()};
    job.find_author();
    StaffList list{job.book()};
    job.check([&](ImportRow& row) { list.look(row); });
    const std::vector<Person> people = list.people();
    job.record_together([&] {
        PlanEdit edit{stored_plan(job.book())};
        for (const Person& person : people) {
            edit.change("staff", person.code, "", with_person(edit.text(), person));
        }
        job.record_plan(edit);
    });
    const auto count = static_cast<std::int64_t>(people.size());
    return job.finish(say(N_("staff {0}"), count), count);
}

}  // namespace onduty
