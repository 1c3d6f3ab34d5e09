// SPDX-License-Identifier: MIT
// What is a subject? One value that says all that the rest of the house has to know of its entries, words, clocks and
// blocks. Whoever serves all subjects iterates over these and knows none by name.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "log/kind.hpp"

namespace onduty {

class Output;
struct Table;
class DueLines;
class Look;
class Pass;
class Recording;
struct Presence;
struct MatterNow;  // book/open_entries.hpp: how an open matter stands now, by its first entry
using MattersNow = std::map<EntryNumber, MatterNow>;

// A clock of which no rule of the plan tells everything: what is open, and until when.
struct Clock {
    void (*add)(Look& look, DueLines& lines);
    void (*want)(Pass& pass) = nullptr;  // announces what it asks the pass for: wants<...>
};

// A table of the report.
struct Block {
    const char* name;     // of --block
    int place;            // among all of them, and on the page
    const char* heading;  // N_("..."), above it on the page of a report; nullptr: it does not stand there
    std::span<const char* const> hidden{};  // columns that the page leaves out
    void (*want)(Pass& pass) = nullptr;     // announces what it asks the pass for: wants<...>
    Table (*table)(Pass& pass) = nullptr;
    // Whether the page has it; by itself when the table has rows.
    bool (*shown)(Pass& pass) = nullptr;
    // What stands below it on the page.
    void (*below)(Pass& pass, Output& output) = nullptr;
};

// What is open of somebody's that he went away from.
struct LeftBehind {
    EntryNumber opens = 0;  // the matter that his coming opens for others; 0 for none
    std::string words{};    // what is said of it and what to type; "" for nothing
};

// What was done for a slot, but is told under another date than the slot is.
struct TakenOver {
    EntryNumber entry = 0;
    Date date{};  // of the slot
};

struct Subject {
    const char* name;  // of its folder
    std::span<const Kind> kinds;
    std::span<const MachineWord> words{};
    std::span<const Clock> clocks{};
    std::span<const Block> blocks{};
    // Puts in how its open matters stand now, where steps changed what their first entries say; the others stand there
    // by those already.
    void (*stand)(Book& book, MattersNow& matters) = nullptr;
    // Puts in what waits for somebody although it is no matter of the log, by the entry that it began with.
    void (*waits)(Look& look, MattersNow& matters) = nullptr;
    // Matters that an entry of any kind may make open or not although it is no step of theirs: counts with which it was
    // compared, as the log stands. Asked before it is recorded, when it has no number, and when it is withdrawn or
    // corrected.
    std::vector<EntryNumber> (*compared)(Book& book, const Entry& entry) = nullptr;
    // What is said of such a matter when it is compared anew, as the log stands: "The count of entry 15 ..."; "" for
    // what is none, or does not count.
    std::string (*compared_anew)(Book& book, EntryNumber matter) = nullptr;
    // After these entries were withdrawn, count again, or got another time: records what else follows from that, such
    // as that another table is to be tidied up. Answers what is to be said of it, "" for nothing.
    std::string (*put_right)(Recording& recording, const Presence& person, std::span<const Entry> changed) = nullptr;
    // Which of these drinks are not there any more by what was counted last, with what to type; "" for none.
    std::string (*sold_out)(Book& book, const std::vector<Line>& drinks) = nullptr;
    // Whether something of these dates waits for an answer of the asker, "" for anybody's: missed and not explained,
    // claimed and not accepted.
    bool (*unsettled)(Book& book, DateRange dates, const std::string& asker) = nullptr;
    // What slots of the pass's dates took that counts for other dates, by entry, with the dates of those slots.
    std::vector<TakenOver> (*taken_over)(Pass& pass) = nullptr;
    // What somebody left behind who comes on duty anew without having gone off.
    LeftBehind (*left_behind)(Book& book, const Presence& presence) = nullptr;
    // "V12": what people call the thing by that an entry of this subject began or is about; "" for nothing.
    std::string (*code_of)(Book& book, const Entry& entry) = nullptr;
    // The entry with which another than the person took over what was recorded when this entry was; 0 for none.
    EntryNumber (*handed_over)(Book& book, const Entry& entry, const std::string& person) = nullptr;
    // "C7": what an entry of any kind led to here, "" for nothing.
    std::string (*led_to)(Book& book, const Entry& entry) = nullptr;
    // What is to be typed now that a correction makes an entry lead here; "" where it has led here already.
    std::string (*to_lead)(Book& book, const Entry& entry) = nullptr;
};

// All of them, in the order in which they are told. Defined by the roof (src/subjects.cpp), the only place that names
// them.
std::span<const Subject* const> subjects();

}  // namespace onduty
