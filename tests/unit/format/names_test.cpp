#include <QTest>

#include "core/domain/parameters.h"
#include "ui/format/names.h"
#include "ui/format/text.h"

using namespace aiagent;

class NamesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void parameterHelp_everyKnownParameter_isExplained() {
    for (const auto& spec : domain::knownParameters()) {
      QVERIFY2(!format::parameterHelp(format::text(spec.name)).isEmpty(), spec.name.data());
      QVERIFY2(!format::parameterRange(format::text(spec.name)).isEmpty(), spec.name.data());
    }
  }

  void parameterRange_saysLimitsAndWords() {
    QCOMPARE(format::parameterRange(QStringLiteral("temperature")), QStringLiteral("a number from 0 to 2"));
    QCOMPARE(format::parameterRange(QStringLiteral("text.verbosity")), QStringLiteral("low, medium, high"));
  }

  void parameterHelp_unknownName_isEmpty() {
    QVERIFY(format::parameterHelp(QStringLiteral("warmth")).isEmpty());
  }

  void text_utf8_roundTrip() {
    const std::string original = "Grüße, 世界 🎉";
    QCOMPARE(format::utf8(format::text(original)), original);
  }
};

QTEST_GUILESS_MAIN(NamesTest)
#include "names_test.moc"
