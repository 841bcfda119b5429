#include "ui/format/log_words.h"

#include <QTest>

using namespace aiagent;
using cluster::LogState;

class LogWordsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsAsItShouldBe_needsNoWords() {
    for (const auto state : {LogState::Opening, LogState::Following, LogState::Whole})
      QVERIFY(format::sentenceFor({.state = state}, QStringLiteral("web")).isEmpty());
  }

  void everyOtherState_hasASentence_withTheNameAndTheServersWords() {
    for (int state = int(LogState::Ended); state <= int(LogState::Gone); ++state)
      QVERIFY(format::sentenceFor({.state = LogState(state)}, QStringLiteral("web"))
                  .contains(QLatin1String("web")));
    const cluster::LogFollowing waiting{.state = LogState::Waiting,
                                        .trouble = base::Error{.said = "is waiting"}};
    QVERIFY(format::sentenceFor(waiting, QStringLiteral("web")).endsWith(QLatin1String("is waiting")));
  }
};

QTEST_GUILESS_MAIN(LogWordsTest)
#include "log_words_test.moc"
