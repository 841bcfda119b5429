// What the strip over an environment says: what is asked of the person, or why it cannot be seen.
#pragma once

#include "ui/viewmodels/deployments/deployments_vm.h"
#include "ui/widgets/controls/message_strip.h"

namespace aiagent::ui {

// Ids of its buttons.
inline constexpr char kAllowOnce[] = "allow-once";
inline constexpr char kAllowAlways[] = "allow-always";
inline constexpr char kRefuse[] = "refuse";
inline constexpr char kAgain[] = "again";
inline constexpr char kChange[] = "change";
inline constexpr char kRemove[] = "remove";
inline constexpr char kLeave[] = "leave";

// An empty sentence: nothing is to be said. `session` may be null.
StripMessage sessionStrip(const DeploymentsState& state, const services::EnvironmentSession* session,
                          bool asksRemoval);

}  // namespace aiagent::ui
