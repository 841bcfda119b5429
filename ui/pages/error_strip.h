// Errors as message strips: a sentence, what the other side said, and the remedy as a button.
#pragma once

#include "core/base/error.h"
#include "ui/format/explain.h"
#include "ui/widgets/controls/message_strip.h"

namespace aiagent::ui {

// With `detailsToo`, a second button copies the details for somebody who helps.
StripMessage errorMessage(const base::Error& error, bool detailsToo = true);

// The remedy that a button of errorMessage() stands for; None for others.
format::Remedy remedyOf(const QString& buttonId);

inline constexpr char kCopyDetails[] = "copy-details";
void copyDetails(const base::Error& error);

}  // namespace aiagent::ui
