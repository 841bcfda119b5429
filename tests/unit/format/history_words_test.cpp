#include "ui/format/history_words.h"

#include <QSet>
#include <QTest>

using namespace aiagent;
using domain::ClusterFactKind;

class HistoryWordsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyKind_hasANameOfItsOwn_andASentence() {
    QSet<QString> names;
    for (int kind = 0; kind <= int(ClusterFactKind::Gap); ++kind) {
      names << format::nameOf(ClusterFactKind(kind));
      const auto sentence = format::sentenceFor({.kind = ClusterFactKind(kind), .object = "deployment/web"});
      QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
    }
    QCOMPARE(names.size(), int(ClusterFactKind::Gap) + 1);
    QVERIFY(!names.contains(QString()));
  }

  void changes_areSaidWithTheirValues() {
    QCOMPARE(format::sentenceFor(
                 {.kind = ClusterFactKind::Scaled, .object = "deployment/web", .before = "3", .after = "5"}),
             QStringLiteral("deployment/web was scaled from 3 to 5 replicas."));
    QCOMPARE(
        format::sentenceFor(
            {.kind = ClusterFactKind::Revision, .object = "deployment/web", .after = "web:2", .amount = 7}),
        QStringLiteral("deployment/web has revision 7 now: web:2."));
    QCOMPARE(
        format::sentenceFor({.kind = ClusterFactKind::Environment, .before = "healthy", .after = "failed"}),
        QStringLiteral("The environment was healthy and is failed now."));
  }

  // A text of the cluster is no place for another one.
  void placeMarksInNames_areLeftAlone() {
    QCOMPARE(
        format::sentenceFor({.kind = ClusterFactKind::Verdict, .object = "%2", .before = "%3", .after = "x"}),
        QStringLiteral("%2 was %3 and is x now."));
    QVERIFY(
        format::sentenceFor({.kind = ClusterFactKind::Revision, .object = "%2", .after = "%1", .amount = 7})
            .startsWith(QLatin1String("%2 has revision 7")));
  }

  void report_hasAllItsWords() {
    const auto words = format::reportWords();
    for (const auto* word : {&words.title, &words.workloads, &words.pods, &words.history, &words.detail})
      QVERIFY(!word->empty());
    QCOMPARE(words.events.size(), std::size_t(ClusterFactKind::Gap) + 1);
  }
};

QTEST_GUILESS_MAIN(HistoryWordsTest)
#include "history_words_test.moc"
