// Golden images: what a page looked like when somebody looked at it and found it good.
#pragma once

#include <QImage>
#include <QString>

namespace aiagent::tests {

// Font, style, palette and metrics that do not depend on the machine. Call before any widget is made.
void useFixedLook();

struct GoldenOutcome {
  bool same = false;
  QString message;  // what differs and where the picture taken now lies
};

// Compares with tests/ui/golden/images/NAME.png. Antialiasing may differ a little: a pixel counts as
// different when a channel is off by more than 48, and at most 0.2 % of them may be. With
// AIAGENT_GOLDEN_UPDATE=1 the picture is kept as the new golden one instead.
GoldenOutcome compareGolden(const QString& name, const QImage& taken);

}  // namespace aiagent::tests
