// Golden images: what a page looked like when somebody looked at it and found it good.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>

class QWidget;

namespace aiagent::tests {

// Everything that a picture depends on and that differs from machine to machine: platform, fonts, language,
// time zone, scale. Call before the QApplication is made.
void fixSurroundings();
// The font, and nothing that blinks. Call before any widget is made.
void useFixedLook();

struct GoldenOutcome {
  bool same = false;
  QString message;  // what differs and where the pictures lie
};

// Compares with tests/ui/golden/images/NAME.png. A pixel counts as different when a channel is off by more
// than 16 (processors round the edges of letters and icons a little differently), and at most 8 pixels may
// be. The picture taken and one of the difference are kept in the folder "golden" beside the test's program.
// With AIAGENT_GOLDEN_UPDATE=1 a picture that differs becomes the new golden one.
GoldenOutcome compareGolden(const QString& name, const QImage& taken);

// Golden images whose name begins so and that no test has asked for in this run; with AIAGENT_GOLDEN_UPDATE=1
// they are removed.
QStringList unusedGoldens(const QString& prefix);

// The widget painted, when two pictures in a row are the same: layouts settle in several turns.
QImage pictureOf(QWidget& widget);

}  // namespace aiagent::tests

// As QTEST_MAIN, in fixed surroundings.
#define AIAGENT_GOLDEN_MAIN(Test)           \
  int main(int argc, char** argv) {         \
    aiagent::tests::fixSurroundings();      \
    QApplication application(argc, argv);   \
    aiagent::tests::useFixedLook();         \
    Test test;                              \
    return QTest::qExec(&test, argc, argv); \
  }
