// SPDX-License-Identifier: MIT
// note release: goods may leave the house; a task that the guard at the gate closes when he has counted them.
#include "book/somebody.hpp"
#include "book/typed_lines.hpp"
#include "loans/rules.hpp"
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/note.hpp"
#include "notes/rules.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

namespace {

struct ReleaseOptions {
    std::vector<std::string> goods;
    std::string whose;
    std::string approved_by;
    std::string until;
};

// The goods are no words of the plan: a removal takes out anything.
std::vector<Line> goods_of(const std::vector<std::string>& typed) {
    std::vector<Line> lines;
    for (const std::string& word : typed) {
        const TypedLine line = typed_line(word, 1);
        lines.push_back({line.name, line.quantity});
    }
    return lines;
}

}  // namespace

std::string goods_words(const std::vector<Line>& lines) {
    std::string words;
    for (const Line& line : lines) {
        words += (words.empty() ? "" : tr(", ")) + line.item + " " + std::to_string(line.quantity);
    }
    return words;
}

namespace {

int note_release(Context& context, const ReleaseOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kTask, recording.on_duty_person());
    Details details;
    details.agenda.emplace();
    details.agenda->owner = book.person_told(options.approved_by).code;
    details.lines = goods_of(options.goods);
    entry.note = goods_words(details.lines);
    entry.subject = kRelease;
    entry.slot_at = options.until.empty() ? release_due(book, entry) : book.due_time(options.until);
    const Addressee whose = addressee_named(book, options.whose);
    whose.put_into(details);
    const Entry stored = recording.append(entry, details);
    const int code = recording.finish(
        stored, say(N_("Goods out for {0}: {1}. Approved by {2}, until {3}."), whose.shown, entry.note,
                    book.name_of("staff", details.agenda->owner), full_text(book.zone(), *entry.slot_at)));
    remark_alike(book, whose.somebody, stored.number, "--for");
    if (!context.options.json) {
        context.remark(say(N_("The guard counts at the gate and types: onduty note done {0}"), stored.number));
    }
    return code;
}

void declare_release(OptionList& list, ReleaseOptions& options) {
    list.needed_word("goods", &options.goods, tr("What and how many: sofa=1 chair=4"));
    list.needed_option("--for", &options.whose, "WHO", tr("Whose they are: a unit such as 2-1-301, or a name"));
    list.needed_option("--approved-by", &options.approved_by, "NAME", tr("Who of the staff allowed it"));
    list.option("--until", &options.until, "TIME", tr("Until when; closing time if left out"));
}

}  // namespace

constexpr ActionSpec kNoteRelease =
    action<declare_release, note_release>("release", "放行", N_("Goods that may leave the house"));

}  // namespace onduty
