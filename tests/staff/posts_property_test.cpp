// SPDX-License-Identifier: MIT
// Is somebody with several posts at each of them from when he took it until he left it?
#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "book/pass.hpp"
#include "staff/post_site.hpp"
#include "staff/read.hpp"

namespace onduty::test {

namespace {

// The truth as it is told: one turn for each entry, and a day of minutes that it is played on.
struct Turn {
    std::string number;
    std::string person;
    std::vector<std::string> posts;  // come: all of them; take, leave: the one
    enum class Kind { come, take, leave, off } kind = Kind::come;
    int at = 0;
    int typed = 0;
    std::string shift;
    bool counts = true;
};

constexpr int kMinutes = 48 * 60;
using Held = std::vector<std::vector<std::string>>;  // of one person, minute by minute

class Truth {
  public:
    std::vector<Turn> turns;

    // Whether every turn could be told so: nobody takes what he has, or leaves what he has not, in order of time.
    bool fits() const { return play(nullptr, ""); }

    Held held(const std::string& person, int until) const {
        Held minutes(kMinutes);
        play(&minutes, person);
        for (int minute = until; minute < kMinutes; ++minute) {
            minutes[static_cast<std::size_t>(minute)].clear();
        }
        return minutes;
    }

    const Turn* begin_of(const std::string& person) const {
        const Turn* begin = nullptr;
        for (const Turn& turn : turns) {
            if (turn.person == person && turn.counts) {
                begin = turn.kind == Turn::Kind::come ? &turn : turn.kind == Turn::Kind::off ? nullptr : begin;
            }
        }
        return begin;
    }

  private:
    static constexpr int kForgotten = 17 * 60;

    bool play(Held* minutes, const std::string& only) const {
        bool fits = true;
        std::map<std::string, std::map<std::string, int>> had;  // by person: since when
        std::map<std::string, std::map<std::string, int>> last;
        std::map<std::string, int> begin;
        for (const Turn& turn : turns) {
            if (!turn.counts) {
                continue;
            }
            auto& posts = had[turn.person];
            auto& changed = last[turn.person];
            const auto from_then = [&](auto&& change) {
                const int end = begin[turn.person] + kForgotten;
                for (int minute = turn.at;
                     minutes != nullptr && turn.person == only && minute < std::min(end, kMinutes); ++minute) {
                    change((*minutes)[static_cast<std::size_t>(minute)]);
                }
            };
            switch (turn.kind) {
                case Turn::Kind::come:
                    posts.clear();
                    changed.clear();
                    begin[turn.person] = turn.at;
                    for (const std::string& post : turn.posts) {
                        posts[post] = changed[post] = turn.at;
                    }
                    from_then([&](auto& minute) { minute = turn.posts; });
                    break;
                case Turn::Kind::take: {
                    const std::string& post = turn.posts.front();
                    fits = fits && posts.count(post) == 0 && turn.at >= begin[turn.person] &&
                           (changed.count(post) == 0 || turn.at >= changed[post]);
                    posts[post] = changed[post] = turn.at;
                    from_then([&](auto& minute) { minute.push_back(post); });
                    break;
                }
                case Turn::Kind::leave: {
                    const std::string& post = turn.posts.front();
                    fits = fits && posts.count(post) == 1 && turn.at >= changed[post] &&
                           std::any_of(posts.begin(), posts.end(),
                                       [&](const auto& one) { return one.first != post && one.second <= turn.at; });
                    posts.erase(post);
                    changed[post] = turn.at;
                    from_then([&](auto& minute) { std::erase(minute, post); });
                    break;
                }
                case Turn::Kind::off:
                    for (const auto& [post, at] : changed) {
                        fits = fits && turn.at >= at;
                    }
                    posts.clear();
                    from_then([&](auto& minute) { minute.clear(); });
                    break;
            }
        }
        return fits;
    }
};

// One site, day after day, each two days after the one before.
class Play {
  public:
    explicit Play(unsigned seed) : random_{seed} { site_.must({"checkin", "staff", "Bo"}); }

    void day() {
        ++day_;
        truth_ = {};
        now_ = 8 * 60;
        for (int step = 0; step < 12; ++step) {
            now_ = std::min(now_ + pick(5, 70), 22 * 60);
            site_.set_time(time(now_));
            turn(pick(0, 9));
            check(now_);
        }
        // Who forgot to go off is looked at when that is long over.
        site_.set_time(time(kMinutes + 8 * 60 - 60));
        check_hours(kMinutes);
        CHECK(site_.run({"verify"}).code == 0);
    }

    int taken = 0;
    int refused = 0;

  private:
    int pick(int from, int to) { return std::uniform_int_distribution<int>{from, to}(random_); }

    std::string time(int minute) const {
        const int day = 2 + 3 * day_ + minute / 1440;
        return fmt::format("2026-{:02}-{:02} {:02}:{:02}", 11 + (22 + day) / 30, (22 + day) % 30 + 1, minute / 60 % 24,
                           minute % 60);
    }
    Date date() const {
        Date found{};
        parse_date(time(0).substr(0, 10), found);
        return found;
    }

    std::string post() {
        return std::vector<std::string>{"supervisor", "front-desk", "bar"}[static_cast<std::size_t>(pick(0, 2))];
    }

    // Records what is told, if it can be told so.
    void tell(Turn turn, std::vector<std::string> words, bool can) {
        turn.typed = now_;
        if (turn.at != now_) {
            words.insert(words.end(), {"--at", time(turn.at), "--reason", "typed late"});
        }
        Truth next = truth_;
        next.turns.push_back(turn);
        const Ran ran = site_.run(words);
        CHECK_MESSAGE((ran.code == 0) == (can && next.fits()), ran.out, ran.err);
        if (ran.code != 0) {
            ++refused;
            return;
        }
        ++taken;
        const std::string number = ran.out.substr(1, ran.out.find_first_of(" -") - 1);
        next.turns.back().number = number;
        next.turns.back().shift = turn.kind == Turn::Kind::come ? number : turn.shift;
        truth_ = next;
    }

    void turn(int what) {
        const std::string person = pick(0, 3) > 0 ? "A01" : "A02";
        const Turn* begin = truth_.begin_of(person);
        const int late = pick(0, 2) == 0 ? pick(1, 90) : 0;
        const int at = std::max(now_ - late, 7 * 60);
        Turn turn{"", person, {person == "A01" ? post() : "front-desk"}, Turn::Kind::come, at, 0, "", true};
        turn.shift = begin == nullptr ? "" : begin->shift;
        if (begin == nullptr && what < 8) {
            std::vector<std::string> words{"checkin", "staff", person, "--post", turn.posts.front()};
            if (const std::string other = post(); person == "A01" && other != turn.posts.front()) {
                turn.posts.push_back(other);
                words.insert(words.end(), {"--post", other});
            }
            const auto held = truth_.held(person, now_);
            const bool is_free =
                std::all_of(held.begin() + at, held.end(), [](const auto& one) { return one.empty(); });
            tell(turn, words, is_free);
        } else if (what < 4) {
            turn.kind = Turn::Kind::take;
            tell(turn, {"checkin", "staff", person, "--post", turn.posts.front()}, begin != nullptr);
        } else if (what < 6) {
            turn.kind = Turn::Kind::leave;
            tell(turn, {"checkin", "staff", person, "--leave", turn.posts.front()}, begin != nullptr);
        } else if (what == 6 && begin != nullptr) {
            turn.kind = Turn::Kind::off;
            turn.at = std::max(at, begin->at);  // sooner it would be the end of the shift before
            tell(turn, {"checkin", "out", person}, true);
        } else {
            put_right(what);
        }
    }

    // Withdraws what took or left a post, gives it back, or tells another time of it.
    void put_right(int what) {
        std::vector<std::size_t> changes;
        for (std::size_t i = 0; i < truth_.turns.size(); ++i) {
            const Turn::Kind kind = truth_.turns[i].kind;
            if (kind == Turn::Kind::take || kind == Turn::Kind::leave) {
                changes.push_back(i);
            }
        }
        if (changes.empty()) {
            return;
        }
        const std::size_t which = changes[static_cast<std::size_t>(pick(0, static_cast<int>(changes.size()) - 1))];
        Truth next = truth_;
        Turn& turn = next.turns[which];
        std::vector<std::string> words{"correct", turn.number, "--by", "Bo", "--reason", "was otherwise"};
        if (!turn.counts || what == 7) {
            words.emplace_back(turn.counts ? "--void" : "--restore");
            turn.counts = !turn.counts;
        } else {
            const int at = std::min(turn.at + pick(-60, 60), turn.typed);
            if (at == turn.at) {
                return;
            }
            turn.at = at;
            words.insert(words.end(), {"--time", time(turn.at)});
        }
        const Ran ran = site_.run(words);
        CHECK_MESSAGE((ran.code == 0) == next.fits(), ran.out, ran.err);
        if (ran.code == 0) {
            ++taken;
            truth_ = next;
        } else {
            ++refused;
        }
    }

    void check(int now) {
        for (const char* person : {"A01", "A02"}) {
            std::vector<std::string> expected = truth_.held(person, now + 1)[static_cast<std::size_t>(now)];
            const auto presence = Store{site_.file(), Store::Mode::read}.on_duty(person);
            const bool came = truth_.begin_of(person) != nullptr;
            CHECK((came ? presence.value().posts : std::vector<std::string>{}) == expected);
        }
        check_hours(now);
    }

    void check_hours(int now) {
        std::map<std::string, int> expected;
        for (const char* person : {"A01", "A02"}) {
            for (const auto& minute : truth_.held(person, now)) {
                for (const std::string& post : minute) {
                    ++expected[post];
                }
            }
        }
        Output out{[](std::string_view) { return true; }};
        Output err{[](std::string_view) { return true; }};
        Environment environment = site_.environment(out, err);
        Context context{environment, {}, environment.clock()};
        context.options.site = site_.file();
        Book book{context, Store::Mode::read};
        Pass pass{book, {date(), date() + std::chrono::days{1}}};
        std::map<std::string, int> worked;
        for (const Attendance& row : pass.get<AttendanceFold>().rows) {
            if (row.worked.count() > 0) {
                worked[row.post] = static_cast<int>(row.worked / std::chrono::minutes{1});
            }
        }
        CHECK(worked == expected);
    }

    PostSite site_;
    std::mt19937 random_;
    Truth truth_;
    int day_ = 0;
    int now_ = 0;
};

}  // namespace

TEST_CASE("property: who is at which post when is what was told, minute by minute") {
    Play play{20261130};
    for (int day = 0; day < 5; ++day) {
        CAPTURE(day);
        play.day();
    }
    CHECK(play.taken > 20);
    CHECK(play.refused > 5);
}

}  // namespace onduty::test
