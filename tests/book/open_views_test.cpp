// SPDX-License-Identifier: MIT
// Do due, the list of who is here, the slip of a handover and the block open-items give one answer to what is open? The
// oracle replays the whole log by what each entry opens and closes; calls, which say that when they are typed only, by
// who answered. Each view is held to all of it that it is for:
//   open-items  everything, the shifts that nobody signed off, and the rounds of the last days that nobody ended.
//   checkin list  visits, announcements and meetings.
//   due  everything but who came today, a meeting and an event that are still to come, a tour of today that goes on, a
//        case (its deadlines stand there when they come) and a task without a time; and nothing that is not open.
//   the slip  everything but itself and the cards of customers; what is further ahead than it tells is a number.
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "book/due_list.hpp"
#include "book/duty.hpp"
#include "handover/slip.hpp"
#include "log/matters.hpp"
#include "support.hpp"
#include "text/number_list.hpp"
#include "turns.hpp"

using onduty::test::Ran;
using onduty::test::TestSite;

namespace onduty {

namespace {

using Numbers = std::set<EntryNumber>;
using Typed = std::vector<std::string>;

std::string text_of(const Numbers& numbers) {
    std::string text;
    for (const EntryNumber number : numbers) {
        text += " " + std::to_string(number);
    }
    return text;
}

// The log up to `last`, without what was withdrawn whenever.
class Replay {
  public:
    Replay(Store& store, EntryNumber last) {
        log_ = store.entries({});
        std::set<EntryNumber> withdrawn;
        for (auto entry = log_.rbegin(); entry != log_.rend(); ++entry) {
            if (entry->kind == "void" && withdrawn.count(entry->number) == 0) {
                withdrawn.insert(entry->about);
            }
        }
        // What was withdrawn since never was, and a withdrawal says what that opens or closes of before.
        const auto is_of_before = [&](const Entry& entry) {
            EntryNumber number = entry.number;
            for (EntryNumber amends = entry.amends; amends != 0; amends = store.entry(number)->amends) {
                number = amends;
            }
            return number <= last;
        };
        std::erase_if(log_,
                      [&](const Entry& entry) { return withdrawn.count(entry.number) > 0 || !is_of_before(entry); });
        for (const Entry& entry : log_) {
            if (entry.kind == "check-call") {
                entry.result == "fault" ? void(unanswered_.try_emplace(entry.subject, entry.number))
                                        : void(unanswered_.erase(entry.subject));
                continue;
            }
            open_.erase(entry.closes);
            for (const EntryNumber closed : matters_in(entry.fields.word(kClosesToo))) {
                open_.erase(closed);
            }
            if (entry.opens != 0) {
                open_.insert(entry.opens);
            }
            for (const EntryNumber opened : matters_in(entry.fields.word(kOpensToo))) {
                open_.insert(opened);
            }
        }
        // Which of several calls is the first hangs on all of them, whatever a withdrawal said of one.
        for (const Entry& entry : log_) {
            if (entry.kind == "check-call") {
                open_.erase(entry.number);
            }
        }
        for (const auto& [person, first] : unanswered_) {
            open_.insert(first);
        }
        // What was missed on a closed day is told by itself.
        for (const Entry& entry : log_) {
            if (entry.kind == "day-closed") {
                open_.erase(entry.number);
            }
        }
    }

    const Numbers& open() const { return open_; }
    Numbers open_of(const std::function<bool(const Entry&)>& fits) const {
        Numbers numbers;
        for (const Entry& entry : log_) {
            if (open_.count(entry.number) > 0 && fits(entry)) {
                numbers.insert(entry.number);
            }
        }
        return numbers;
    }
    bool any_about(EntryNumber number, const std::string& kind, const std::string& subject = {}) const {
        return std::any_of(log_.begin(), log_.end(), [&](const Entry& entry) {
            return entry.about == number && entry.kind == kind && (subject.empty() || entry.subject == subject);
        });
    }
    // Rounds without an end that began, or were at a point, an hour ago or more.
    Numbers left_rounds(Instant now) const {
        std::map<EntryNumber, Instant> last;
        for (const Entry& entry : log_) {
            if (entry.kind == "round-start" && entry.told_at() > now - std::chrono::days{7}) {
                last[entry.number] = entry.told_at();
            } else if (entry.kind == "point" && last.count(entry.about) > 0) {
                last[entry.about] = std::max(last[entry.about], entry.told_at());
            } else if (entry.kind == "round-end") {
                last.erase(entry.about);
            }
        }
        std::erase_if(last, [&](const auto& one) { return one.second + std::chrono::hours{1} > now; });
        Numbers left;
        for (const auto& [number, at] : last) {
            left.insert(number);
        }
        return left;
    }
    bool has_arrived(const Entry& visit) const { return visit.kind == "visit" || any_about(visit.number, "visit"); }

  private:
    std::vector<Entry> log_;
    Numbers open_;
    std::map<std::string, EntryNumber> unanswered_;  // by who does not answer, the first call since he last did
};

bool is_visit(const Entry& entry) {
    return entry.kind == "visit" || entry.kind == "notice" || entry.kind == "meeting";
}

// An open book as a command sees it.
class View {
  public:
    explicit View(TestSite& site)
        : out_{nowhere()}, err_{nowhere()}, environment_{site.environment(out_, err_)}, context_{environment_, {}, {}} {
        context_.options.site = site.file();
        context_.now = environment_.clock();
        book_.emplace(context_, Store::Mode::read);
    }
    Book& book() { return *book_; }

  private:
    static Output::Sink nowhere() {
        return [](std::string_view) { return true; };
    }
    Output out_;
    Output err_;
    Environment environment_;
    Context context_;
    std::optional<Book> book_;
};

bool is_to_be_signed(const Entry& entry) {
    return entry.kind == "check" || entry.kind == "round-start";
}

bool due_is_for(Book& book, const Replay& log, const Entry& entry) {
    const auto day_of = [&](Instant at) { return business_date(book.zone(), book.calendar(), at); };
    if (is_visit(entry) && log.has_arrived(entry)) {
        return entry.kind == "visit" && entry.business_date < book.today();
    }
    if (is_visit(entry)) {
        return day_of(entry.slot_at.value_or(entry.told_at())) < book.today();
    }
    if (entry.kind == "tour") {
        return entry.business_date < book.today() || log.any_about(entry.about, "tour-end", entry.subject);
    }
    if (entry.kind == "event") {
        return *entry.slot_at < book.now() + std::chrono::days{30};
    }
    // One line a day.
    if (is_to_be_signed(entry)) {
        const Numbers of_day = log.open_of(
            [&](const Entry& other) { return is_to_be_signed(other) && other.business_date == entry.business_date; });
        return entry.number == *of_day.begin();
    }
    return entry.kind != "case" && entry.kind != "customer" && (entry.kind != "task" || entry.slot_at);
}

void check_due(Book& book, const Replay& log) {
    const std::vector<DueLine> lines = due_lines(book, kDueAhead);
    Numbers told;
    for (const DueLine& line : lines) {
        if (line.matter != 0) {
            told.insert(line.matter);
            CHECK_MESSAGE(log.open().count(line.matter) > 0, line.what);
        }
    }
    for (const EntryNumber number : log.open_of([&](const Entry& entry) { return due_is_for(book, log, entry); })) {
        CHECK_MESSAGE(told.count(number) > 0, number << " " << book.entry(number).kind);
    }
    std::size_t sum = 0;
    for (const DueLine& line : folded(book, lines)) {
        sum += line.times;
    }
    CHECK(sum == lines.size());
}

void check_list(TestSite& site, Book& book, const Replay& log) {
    std::set<std::string> wanted;
    for (const EntryNumber number : log.open_of(is_visit)) {
        wanted.insert("V" + std::to_string(book.store().visit(number)->sequence));
    }
    std::set<std::string> told;
    const std::string list = site.run({"checkin", "list", "--json"}).out;
    for (auto at = list.find("\"V"); at != std::string::npos; at = list.find("\"V", at + 1)) {
        told.insert(list.substr(at + 1, list.find('"', at + 1) - at - 1));
    }
    CHECK(told == wanted);
}

void check_unsigned(TestSite& site, const Replay& log) {
    const std::string list = site.run({"patrol", "sign", "--json"}).out;
    const std::string key = "\"number\":";
    Numbers told;
    for (auto at = list.find(key); at != std::string::npos; at = list.find(key, at + 1)) {
        told.insert(std::atoll(list.c_str() + at + key.size()));
    }
    CHECK(text_of(told) == text_of(log.open_of(is_to_be_signed)));
}

void check_block(TestSite& site, Book& book, const Replay& log) {
    const std::string csv = site.run({"report", "day", "--block", "open-items", "--csv"}).out;
    Numbers told;
    for (auto at = csv.find('\n'); at != std::string::npos && at + 1 < csv.size(); at = csv.find('\n', at + 1)) {
        told.insert(std::atoll(csv.c_str() + at + 1));
    }
    Numbers wanted = log.open();
    for (const Presence& presence : book.store().on_duty()) {
        if (stale_since(book, presence)) {
            wanted.insert(presence.shift);
        }
    }
    wanted.merge(log.left_rounds(book.now()));
    CHECK(text_of(told) == text_of(wanted));
}

void check_slip(Book& book, EntryNumber number) {
    const Entry offer = *book.store().entry(number);
    const Replay log{book.store(), offer.about};
    Numbers told;
    std::size_t further = 0;
    std::string to_sign;
    for (const SlipSection& section : slip_sections(book, slip_facts(book, offer))) {
        const std::string code = section.code;
        const bool of_open = code == "people" || code == "lent" || code == "tasks" || code == "expected" ||
                             code == "cases" || code == "repairs";
        for (const SlipLine& line : section.lines) {
            if (of_open && line.entry != 0) {
                CHECK_MESSAGE(told.insert(line.entry).second, line.text);
            } else if (code == "expected") {
                further += static_cast<std::size_t>(std::atoi(line.text.c_str() + line.text.find(':') + 1));
            } else if (code == "tasks") {
                to_sign = line.text.substr(0, line.text.find(", since "));
            }
        }
    }
    const auto is_further = [&](const Entry& entry) {
        const bool meeting = entry.kind == "meeting" && !log.has_arrived(entry);
        return (meeting && *entry.slot_at > offer.told_at() + std::chrono::hours{24}) ||
               (entry.kind == "event" && *entry.slot_at > offer.told_at() + std::chrono::days{7});
    };
    const Numbers wanted = log.open_of([&](const Entry& entry) {
        return entry.kind != "handover-offer" && entry.kind != "customer" && !is_to_be_signed(entry) &&
               !is_further(entry);
    });
    const Numbers unsigned_work = log.open_of(is_to_be_signed);
    CAPTURE(number);
    CHECK(text_of(told) == text_of(wanted));
    CHECK(to_sign == (unsigned_work.empty() ? ""
                                            : "To be signed: " + std::to_string(unsigned_work.size()) + ", entries " +
                                                  number_list_text({unsigned_work.begin(), unsigned_work.end()})));
    CHECK(further == log.open_of(is_further).size());
}

Typed anything(std::mt19937& random, EntryNumber last) {
    const auto below = [&](int most) { return std::uniform_int_distribution<int>{0, most - 1}(random); };
    const std::string visit = "V" + std::to_string(1 + below(12));
    const std::string room = below(2) == 0 ? "show-1" : "show-2";
    const std::string entry = std::to_string(6 + below(std::max<int>(1, static_cast<int>(last) - 5)));
    const std::string piece = std::to_string(1 + below(9));
    const std::vector<Typed> choices{
        {"checkin", "visit", "--party", "2", "--purpose", "x"},
        {"checkin", "visit", "--party", "2", "--purpose", "x", "--seat", "A1"},
        {"checkin", "notice", "a car", "--party", "2"},
        {"checkin", "accept", visit},
        {"checkin", "visit", visit, "--purpose", "x"},
        {"checkin", "contractor", "Wu", "--work", "lift"},
        {"serve", "meeting", "A2", "2027-06-15 14:00", "--party", "4", "--purpose", "board"},
        {"serve", "meeting", "A2", "19:00", "--party", "4", "--purpose", "board"},
        {"serve", "order", visit, "tea=1"},
        {"checkin", "out", visit},
        {"serve", "clear", visit},
        {"serve", "stock", "broken", "cup=1", "--note", "fell"},
        {"serve", "stock", "count", "cup=" + std::to_string(58 + below(3))},
        {"serve", "stock", "approve", entry},
        {"serve", "explain", entry, below(2) == 0 ? "cup" : "vase", "no idea"},
        {"serve", "disinfect", "steam", "cup=4"},
        {"serve", "disinfect", "end"},
        {"serve", "linen", "sent", "sheet=2", "towel=1"},
        {"serve", "linen", "back", entry},
        {"serve", "tour", visit, room, "--uncounted", "in a hurry"},
        {"serve", "tour-end", visit},
        {"serve", "count", room, "all", "vase=" + std::to_string(1 + below(2))},
        {"clean", "request", "P05", "coffee"},
        {"clean", "litter", "found", "P05", "cans"},
        {"clean", "done", "R" + entry},
        {"clean", "litter", "removed", entry},
        {"note", "task", "mend it", "--owner", "Li Na", "--until", "tomorrow 18:00"},
        {"note", "mail", "a parcel", "--for", "Li Na"},
        {"note", "event", "open day", "2027-05-01 10:00"},
        {"note", "event", "visit of the mayor", "tomorrow 10:00"},
        {"note", "supplier", "Water Ltd", "cooler", "--promise", "mend it", "--until", "tomorrow 18:00"},
        {"note", "done", entry, "mended"},
        {"lend", "out", "umbrella", piece, "--to", "Li Na"},
        {"lend", "back", "umbrella", piece},
        {"complain", "new", "lift " + entry + " is stuck"},
        {"complain", "repair", "lamp " + entry},
        {"patrol", "check", "closing", "all"},
        {"patrol", "start", "fire"},
        {"patrol", "end"},
        {"patrol", "sign", below(3) == 0 ? "all" : entry},
        {"patrol", "alarm", "P05", "smoke"},
        {"patrol", "alarm", entry, "--result", "false"},
        {"patrol", "call", "Chen Jing", "--no-answer", "--next", "called back"},
        {"patrol", "call", "Chen Jing", "--outcome", "asleep"},
        {"customer", "new", "--name", "Wang", "--keeper", "Li Na"},
    };
    return below(7) == 0 ? Typed{"correct", entry, "--void", "--reason", "typed wrongly"}
                         : choices[static_cast<std::size_t>(below(static_cast<int>(choices.size())))];
}

}  // namespace

TEST_CASE("due, the list, every slip and the block agree with the log on what is open, over months") {
    std::mt19937 random{20261129};
    std::size_t left = 0;  // rounds that nobody had ended
    for (int house = 0; house < test::turns(1); ++house) {
        CAPTURE(house);
        TestSite site;
        site.set_time("2026-11-01 08:00");
        for (const Typed& words :
             {Typed{"init", "--name", "Site", "--zone", "Asia/Shanghai"},
              Typed{"plan", "add", "staff", "Li Na", "--post", "front-desk"},
              Typed{"plan", "add", "staff", "Chen Jing", "--post", "bar"},
              Typed{"plan", "add", "staff", "Wang", "--post", "supervisor"}, Typed{"checkin", "staff", "Li Na"},
              Typed{"checkin", "staff", "Chen Jing"}, Typed{"checkin", "staff", "Wang"}}) {
            REQUIRE(site.run(words).code == 0);
        }
        std::set<std::string> done;
        Numbers offers;
        for (const char* day : {"2026-11-02", "2026-11-03", "2026-11-20", "2026-12-24", "2027-01-31", "2027-04-10"}) {
            for (int step = 0; step < 40; ++step) {
                site.set_time(std::string{day} + " 1" + std::to_string(step / 10) + ":" +
                              std::to_string(10 + step % 10));
                View view{site};
                Typed words = anything(random, view.book().store().head().number);
                words.insert(words.end(), {"--by", words[1] == "sign" ? "Wang"
                                                   : step % 2 == 0    ? "Li Na"
                                                                      : "Chen Jing"});
                const Ran ran = site.run(words);
                if (ran.code == 0 || ran.code == 3) {
                    done.insert(words[0] + " " + words[1]);
                }
            }
            site.set_time(std::string{day} + " 15:00");
            const std::string by = offers.size() % 2 == 0 ? "Li Na" : "Chen Jing";
            {
                View view{site};
                const Replay log{view.book().store(), view.book().store().head().number};
                left += log.left_rounds(view.book().now()).size();
                check_block(site, view.book(), log);
            }
            for (const char* other : {"Li Na", "Chen Jing"}) {
                site.run({"patrol", "end", "--by", other});
            }
            // An answer may have been withdrawn.
            for (const EntryNumber offer : offers) {
                for (const char* other : {"Li Na", "Chen Jing"}) {
                    site.run({"handover", "accept", std::to_string(offer), "--by", other});
                }
            }
            // One that is typed late is as told in what is due, and freezes the log up to its entry all the same.
            Typed offering{"handover", "offer", "--by", by};
            if (random() % 2 == 0) {
                offering.insert(offering.end(), {"--at", std::string{day} + " 12:00", "--reason", "no time to type"});
            }
            const Ran offered = site.run(offering);
            REQUIRE_MESSAGE(offered.code == 0, offered.err);
            {
                View view{site};
                Book& book = view.book();
                offers.insert(book.store().head().number);
                const Replay log{book.store(), book.store().head().number};
                CAPTURE(std::string{day});
                check_due(book, log);
                check_list(site, book, log);
                check_unsigned(site, log);
                check_block(site, book, log);
                for (const EntryNumber offer : offers) {
                    check_slip(book, offer);
                }
            }
            REQUIRE(site.run({"handover", "accept", "--by", by == "Li Na" ? "Chen Jing" : "Li Na"}).code == 0);
        }
        CHECK(done.size() >= 25);
        View view{site};
        CHECK(view.book().store().open_matters().size() >= 20);
        CHECK(site.run({"verify"}).code == 0);
    }
    CHECK(left > 0);
}

}  // namespace onduty
