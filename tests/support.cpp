// SPDX-License-Identifier: MIT
#include "support.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app.hpp"
#include "plan/base.hpp"
#include "store/store.hpp"
#include "time/test_zones.hpp"
#include "time/typed.hpp"

namespace onduty::test {

TestSite::TestSite() {
    std::string pattern = (std::filesystem::temp_directory_path() / "onduty-test-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    directory_ = pattern;
    set_time("2026-11-23 20:30");
}

TestSite::~TestSite() {
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
}

void TestSite::start_night(TestSite& site) {
    const auto must = [&](std::vector<std::string> words) {
        const Ran ran = site.run(std::move(words));
        REQUIRE_MESSAGE(ran.code == 0, ran.err);
    };
    must({"init", "--lang", "en"});
    must({"plan", "add", "staff", "Zhang Wei", "--post", "night-guard", "--alias", "zw"});
    must({"plan", "add", "staff", "Li Na", "--post", "guard"});
    must({"plan", "add", "staff", "Wang", "--post", "supervisor"});
    must({"checkin", "staff", "zw"});
}

std::string TestSite::plan() {
    return plan_file(run({"plan", "export"}).out).text;
}

void TestSite::set_time(const std::string& local) {
    now_ = at(local);
}

Environment TestSite::environment(Output& out, Output& err) {
    Environment environment;
    environment.out = &out;
    environment.err = &err;
    environment.input_is_terminal = terminal;
    environment.output_is_terminal = terminal;
    environment.clock = [this] { return Moment{now_, now_.time_since_epoch(), "test-boot"}; };
    environment.variable = [this](const char* name) {
        const auto set = variables.find(name);
        return std::string_view{name} == "ONDUTY_LANG" ? language
               : set == variables.end()                ? std::string{}
                                                       : set->second;
    };
    environment.os_user = "1000";
    environment.tool = "onduty test";
    return environment;
}

Ran TestSite::run(std::vector<std::string> words) {
    return run_with_input(std::move(words), "", std::chrono::seconds{0});
}

Ran TestSite::run_with_input(std::vector<std::string> words, const std::string& input, std::chrono::seconds step) {
    Ran ran;
    Output out{[&](std::string_view text) { return ran.out += text, true; }};
    Output err{[&](std::string_view text) { return ran.err += text, true; }};
    std::istringstream stream{input};
    Instant clock = now_;
    Environment environment = this->environment(out, err);
    environment.read_line = [&](std::string& line) {
        clock += step;
        return static_cast<bool>(std::getline(stream, line));
    };
    environment.clock = [&] { return Moment{clock, clock.time_since_epoch(), "test-boot"}; };
    const auto typed = [&](const char* word) { return std::find(words.begin(), words.end(), word) != words.end(); };
    const bool changes_plan =
        (typed("plan") && (typed("add") || typed("remove") || typed("apply") || typed("certificate"))) ||
        (typed("import") && typed("staff"));
    const auto staff = std::find(words.begin(), words.end(), "staff");
    const std::string supervisor =
        changes_plan && typed("add") && typed("supervisor") && staff + 1 < words.end() ? *(staff + 1) : "";
    const std::string joins = changes_plan && typed("add") && staff + 1 < words.end() ? *(staff + 1) : "";
    // Who changes it while somebody is on duty says who he is.
    const std::string author = !plan_author.empty()                  ? plan_author
                               : !changes_plan || first_staff.empty() ? ""
                               : Store{file(), Store::Mode::read}.on_duty().empty() ? "" : first_staff;
    if (changes_plan && !author.empty() && !typed("--by")) {
        words.insert(words.end(), {"--by", author});
    }
    words.insert(words.begin(), {"--site", file()});
    ran.code = onduty::run(words, environment);
    plan_author = plan_author.empty() && ran.code == 0 ? supervisor : plan_author;
    first_staff = first_staff.empty() && ran.code == 0 ? joins : first_staff;
    return ran;
}

void TestSite::append_like(EntryNumber number, const std::function<void(Entry&)>& change) {
    Store store{file(), Store::Mode::write};
    store.begin();
    Entry entry = *store.entry(number);
    entry.id.fill(static_cast<unsigned char>(store.head().number));
    change(entry);
    store.append(entry);
    store.commit();
}

void bring_on_duty(TestSite& site, const std::vector<std::pair<const char*, const char*>>& people) {
    for (const auto& [name, post] : people) {
        const Ran joins = site.run({"plan", "add", "staff", name, "--post", post});
        REQUIRE_MESSAGE(joins.code == 0, joins.err);
        REQUIRE(site.run({"checkin", "staff", name}).code == 0);
    }
}

int entry_of(const Ran& ran) {
    return std::stoi(ran.out.substr(ran.out.find('#') + 1));
}

std::vector<std::string> shell_words(const std::string& line) {
    std::vector<std::string> words{""};
    char quote = 0;
    for (const char letter : line) {
        if (letter == quote) {
            quote = 0;
        } else if (quote == 0 && (letter == '"' || letter == '\'')) {
            quote = letter;
        } else if (quote == 0 && letter == ' ') {
            words.emplace_back();
        } else {
            words.back() += letter;
        }
    }
    for (std::string& word : words) {
        word = word == "..." ? "it rained" : word;
    }
    return words;
}

std::string clock_of(int minute) {
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

Instant at(const std::string& local) {
    return read_time(local, oracle::kShanghai, Instant{std::chrono::sys_days{std::chrono::year{2099} / 1 / 1}});
}

bool says(const std::string& text, const char* words) {
    return text.find(words) != std::string::npos;
}

std::string lines(std::initializer_list<const char*> texts) {
    std::string all;
    for (const char* text : texts) {
        all += text;
        all += '\n';
    }
    return all;
}

std::string rows(const Table& table) {
    std::string text;
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const bool number = table.columns[i].kind == ColumnKind::integer;
            text += i == 0 ? "" : ",";
            text += row[i].empty ? "" : number ? std::to_string(row[i].number) : row[i].text;
        }
        text += "\n";
    }
    return text;
}

std::string as_coded(const char*, const std::string& code) {
    return code;
}

std::string read_text(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace onduty::test
