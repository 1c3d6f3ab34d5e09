// SPDX-License-Identifier: MIT
// What can be done about notes? The actions that the menus list, each defined in a file of its own.
#pragma once

#include "cli/command.hpp"

namespace onduty {

extern const ActionSpec kNoteTask;
extern const ActionSpec kNoteMail;
extern const ActionSpec kNoteEvent;
extern const ActionSpec kNoteSupplier;
extern const ActionSpec kNoteDrill;
extern const ActionSpec kNoteTraining;
extern const ActionSpec kNoteMinutes;
extern const ActionSpec kNoteRelease;
extern const ActionSpec kNoteDone;
extern const ActionSpec kNoteList;
extern const ActionSpec kNoteShow;

}  // namespace onduty
