// SPDX-License-Identifier: MIT
// What does the house know of meters?
#include "book/subject.hpp"
#include "book/names.hpp"
#include "meters/blocks.hpp"
#include "meters/corrections.hpp"
#include "meters/read.hpp"
#include "meters/told.hpp"
#include "text/translate.hpp"

namespace onduty {

namespace {

constexpr Field kMeterFields[]{
    {"meter", FieldType::code, "meter"},
    {"reading", FieldType::number, "tenths of the meter's unit"},
};

constexpr Kind kMetersKinds[]{
    {.name = kind::kMeter,
     .word = N_("meter read"),
     .traits = trait::kSeldom,
     .told = reading_words,
     .deed = {"meter"},
     .fields = kMeterFields,
     .corrections = kMeterCorrections},
};

constexpr MachineWord kMetersWords[]{
    {flag::kBelow, N_("below the last")},
};

constexpr const char* kHiddenOfMeters[]{"meter"};

constexpr Block kMetersBlocks[]{
    {.name = "meters",
     .place = 42,
     .heading = N_("Meters"),
     .hidden = kHiddenOfMeters,
     .want = wants<MeterFold>,
     .table =
         [](Pass& pass) {
             Book& book = pass.book();
             const auto meter_of = [&](const MeterReading& reading) {
                 return book.part_in(&Plan::meters, "meter", reading.meter, reading.plan);
             };
             return meters_block(pass.get<MeterFold>().sums, meter_of, names_of(book));
         }},
};

constexpr Subject kMetersSubject{
    .name = "meters", .kinds = kMetersKinds, .words = kMetersWords, .blocks = kMetersBlocks};

}  // namespace

const Subject& meters_subject() {
    return kMetersSubject;
}

}  // namespace onduty
