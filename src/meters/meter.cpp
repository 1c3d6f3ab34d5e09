// SPDX-License-Identifier: MIT
// serve meter: what a meter of electricity or water shows; says what was used since the reading before.
#include "book/recording.hpp"
#include "meters/actions.hpp"
#include "meters/read.hpp"
#include "meters/told.hpp"
#include "text/error.hpp"
#include "text/tenths.hpp"
#include "text/translate.hpp"
#include "text/unicode.hpp"
#include "time/told.hpp"

namespace onduty {

std::int64_t reading_typed(const std::string& typed) {
    const auto tenths = read_tenths(number_form(typed));
    if (!tenths || *tenths < 0) {
        throw UsageError{say(N_("\"{0}\" is no reading such as 4211.5."), typed)};
    }
    return *tenths;
}

namespace {

struct MeterOptions {
    std::string meter;
    std::string reading;
    std::string note;
};

const Meter& chosen_meter(Book& book, const std::string& typed) {
    if (book.plan(&Plan::meters).empty() && book.version_told() == book.plan_version()) {
        throw Refusal{say(N_("The plan has no [[meter]]. How one is written: man 5 onduty-plan"))};
    }
    return book.part_meant(&Plan::meters, "meter", N_("meter"), typed);
}

// What was used since, and whether that or all that counts for its date is too much.
std::string use_words(Book& book, const Meter& meter, const MeterReading& before, const MeterUse& use,
                      const MeterSums& of_date) {
    const int version = book.version_told();
    const auto amount = [&](std::int64_t tenths) { return amount_words(book, meter.code, tenths, version); };
    const std::string since = full_text(book.zone(), before.at);
    const auto a_day = use.tenths_a_day();
    if (of_date.over == 0) {
        return a_day ? say(N_("{0} since {1}, {2} a day."), amount(use.tenths), since, amount(*a_day))
                     : say(N_("{0} since {1}."), amount(use.tenths), since);
    }
    const bool alone = of_date.use.tenths == use.tenths && of_date.use.during == use.during;
    return alone && a_day ? say(N_("{0} since {1}, {2} a day, OVER the limit of {3}."), amount(use.tenths), since,
                                amount(*a_day), amount(meter.limit))
                          : say(N_("{0} since {1}; {2} on {3}, OVER the limit of {4}."), amount(use.tenths), since,
                                amount(of_date.use.tenths), to_text(of_date.last.business_date), amount(meter.limit));
}

// What the readings of its date add up to, with it.
MeterSums sums_of_date(Book& book, const Entry& reading) {
    Pass pass{book, {reading.business_date, reading.business_date + std::chrono::days{1}}};
    return pass.get<MeterFold>().sums.at(reading.subject);
}

int take_down(Context& context, const MeterOptions& options) {
    const std::int64_t tenths = reading_typed(options.reading);
    Recording recording{context};
    Book& book = recording.book();
    const Meter& meter = chosen_meter(book, options.meter);
    Entry entry = recording.draft(kind::kMeter, recording.on_duty_person());
    const auto before = reading_before(book, meter.code, entry.told_at());
    entry.subject = meter.code;
    entry.note = tidy_note(options.note);
    entry.fields.add("reading", tenths);
    const auto use = before ? use_between(*before, reading_of(entry)) : std::nullopt;
    entry.flag = before && !use ? flag::kBelow : "";
    const Entry stored = recording.append(entry);
    const std::string what = meter.name + " " + amount_words(book, meter.code, tenths, book.version_told());
    if (!before) {
        return recording.finish(stored, say(N_("{0}, the first reading."), what));
    }
    if (use) {
        const MeterSums of_date = sums_of_date(book, stored);
        recording.finish(stored, say(N_("{0}: {1}"), what, use_words(book, meter, *before, *use, of_date)));
        return of_date.over > 0 ? kFound : kDone;
    }
    recording.finish(stored, say(N_("{0}, BELOW the {1} of {2}."), what,
                                 amount_words(book, meter.code, before->tenths, book.version_told()),
                                 full_text(book.zone(), before->at)));
    context.remark(say(N_("Right if the meter was changed. Else: onduty correct {0} --void --reason \"...\", and type "
                          "it again."),
                       stored.number));
    return kFound;
}

void declare_meter(OptionList& list, MeterOptions& options) {
    list.needed_word("meter", &options.meter, tr("Code or name of the meter in the plan"));
    list.needed_word("reading", &options.reading, tr("What it shows, with one decimal place at most: 4211.5"));
    list.option("--note", &options.note, "TEXT", tr("A remark"));
}

}  // namespace

constexpr ActionSpec kServeMeter = action<declare_meter, take_down>("meter", "抄表", N_("A meter is read"));

}  // namespace onduty
