#include "ui/format/exchange.h"

#include <QSet>
#include <QtTest>

using namespace aiagent;
using authoring::LossReason;
using authoring::PlanResult;

class ExchangeTest : public QObject {
  Q_OBJECT

 private:
  static authoring::PlanItem refused(base::ErrorCode code, std::string detail, std::string subject) {
    authoring::PlanItem item;
    item.source = "a.json";
    item.error = base::Error{.code = code, .detail = std::move(detail), .subject = std::move(subject)};
    return item;
  }

 private Q_SLOTS:
  void everyFormat_hasANameAndALineOfItsOwn() {
    QSet<QString> names;
    for (const auto format : authoring::allFormats()) {
      names << format::exchangeFormatName(format);
      QVERIFY(!format::exchangeFormatCarries(format).isEmpty());
    }
    QCOMPARE(names.size(), qsizetype(authoring::allFormats().size()));
  }

  void everyReason_hasWordsOfItsOwn() {
    QSet<QString> sentences;
    const int last = int(LossReason::FileBeside);
    for (int reason = 0; reason <= last; ++reason)
      sentences << format::lossSentence({"seed", static_cast<LossReason>(reason), ""});
    QCOMPARE(sentences.size(), last + 1);
    QVERIFY(!sentences.contains(QStringLiteral("seed: ")));
  }

  void loss_quotesTheBeginningOfItsValue() {
    QCOMPARE(format::lossSentence({"parameters.seed", LossReason::NotInFormat, "42"}),
             QStringLiteral("parameters.seed: the format has no place for it (“42”)"));
  }

  void refusal_saysWhatIsWrong() {
    using base::ErrorCode;
    QVERIFY(format::refusalSentence(authoring::PlanItem()).isEmpty());
    const auto hostile = refused(ErrorCode::InvalidInput, "aliases repeat too much", "a.json");
    QVERIFY(format::refusalSentence(hostile).contains(QStringLiteral("too large")));
    const auto longName = refused(ErrorCode::InvalidInput, "too long", "name");
    QCOMPARE(format::refusalSentence(longName), QStringLiteral("The name is too long."));
    auto open = refused(ErrorCode::Ambiguous, "format", "a.json");
    open.candidates = {authoring::Format::Markdown, authoring::Format::AgentsMd};
    QVERIFY(format::refusalSentence(open).contains(QStringLiteral("markdown, agents-md")));
    QVERIFY(format::refusalSentence(*hostile.error).contains(QStringLiteral("a.json")));
  }
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "exchange_test.moc"
