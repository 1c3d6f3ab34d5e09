// SPDX-License-Identifier: MIT
// note mail: letters, papers and parcels wait for whom they are for.
#include "book/somebody.hpp"
#include "notes/actions.hpp"
#include "notes/kinds.hpp"
#include "notes/note.hpp"
#include "slots/slots.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

struct MailOptions {
    std::string what;
    std::string whom;
    std::string place;
};

int note_mail(Context& context, const MailOptions& options) {
    Recording recording{context};
    Book& book = recording.book();
    Entry entry = recording.draft(kind::kMail, recording.on_duty_person("front-desk"));
    entry.note = needed_words(options.what);
    Details details;
    details.agenda.emplace();
    details.agenda->place = place_named(book, options.place);
    const Addressee addressee = addressee_named(book, options.whom);
    addressee.put_into(details);
    entry.slot_at = mail_due(book, entry);
    const Entry stored = recording.append(entry, details);
    const int code = recording.finish(stored, say(N_("{0} for {1} has come."), entry.note, addressee.shown));
    remark_alike(book, addressee.somebody, stored.number, "--for");
    return code;
}

void declare_mail(OptionList& list, MailOptions& options) {
    list.needed_word("what", &options.what, tr("What came: a letter, a newspaper, a parcel"));
    list.needed_option("--for", &options.whom, "WHO", tr("For whom: staff, a unit such as 2-1-301, or a name"));
    list.option("--place", &options.place, "PLACE", tr("Where it lies"));
}

}  // namespace

constexpr ActionSpec kNoteMail =
    action<declare_mail, note_mail>("mail", "信件", N_("Letters, papers and parcels that came"));

}  // namespace onduty
