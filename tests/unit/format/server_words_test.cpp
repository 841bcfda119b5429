#include <QSet>
#include <QtTest>

#include "ui/format/explain.h"
#include "ui/format/sync_words.h"

using namespace aiagent;
using base::ErrorCode;

namespace {

base::Error ofServer(ErrorCode code, int status, std::string word) {
  return {.code = code,
          .subject = "server",
          .said = "English words of the server",
          .httpStatus = status,
          .providerCode = std::move(word)};
}

}  // namespace

class ServerWordsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void workspaceName_ofOnesOwn_saysSoOnce() {
    QCOMPARE(format::workspaceName("Team", false), QStringLiteral("Team"));
    QCOMPARE(format::workspaceName("Personal", false), QStringLiteral("Personal"));
    QCOMPARE(format::workspaceName("Personal", true), QStringLiteral("Personal"));
    QCOMPARE(format::workspaceName("Ann Miller", true), QStringLiteral("Ann Miller (personal)"));
  }

  void explain_wordOfTheServer_hasASentenceOfItsOwn_withoutAQuotation() {
    QSet<QString> sentences;
    for (const auto* word : {"code_unknown", "code_expired", "code_used", "not_signed_in", "token_expired",
                             "token_invalid", "token_reused", "device_revoked"}) {
      const auto told = format::explain(ofServer(ErrorCode::Credentials, 401, word));
      QVERIFY2(told.sentence.endsWith(QLatin1Char('.')) && !told.advice.isEmpty(), word);
      QVERIFY2(!sentences.contains(told.sentence), word);
      QVERIFY2(told.quotation.isEmpty(), word);
      sentences << told.sentence;
    }
  }

  void explain_wordThatIsNotKnown_tellsWhatTheCodeMeans() {
    const auto told = format::explain(ofServer(ErrorCode::RequestRejected, 422, "from_the_future"));
    QCOMPARE(told.sentence, QStringLiteral("The server refuses this."));
    QCOMPARE(told.quotation, QStringLiteral("English words of the server"));
    QVERIFY(format::explain(ofServer(ErrorCode::Forbidden, 403, "new"))
                .sentence.contains(QStringLiteral("role")));
  }

  void explain_lastAdministrator_saysWhatToDoFirst() {
    const auto told = format::explain(ofServer(ErrorCode::Forbidden, 403, "last_admin"));
    QVERIFY(told.sentence.startsWith(QStringLiteral("The last administrator cannot")));
    QVERIFY(told.advice.contains(QStringLiteral("first")));
  }

  void explain_otherAccount_namesIt() {
    const auto told = format::explain(
        {.code = ErrorCode::Conflict, .subject = "ann@example.org", .providerCode = "other_account"});
    QVERIFY(told.sentence.contains(QStringLiteral("ann@example.org")));
  }

  void explain_otherConflicts_areTheRecordsOwn() {
    QVERIFY(format::explain({.code = ErrorCode::Conflict}).sentence.contains(QStringLiteral("elsewhere")));
  }

  void explain_notConnected_saysSo() {
    QCOMPARE(format::explain({.code = ErrorCode::NotFound, .subject = "server"}).sentence,
             QStringLiteral("This library is on this computer alone."));
  }

  void explain_addressAndCode_areFields() {
    for (const auto* field : {"address", "code"})
      QCOMPARE(format::explain({.code = ErrorCode::InvalidInput, .subject = field}).remedy,
               format::Remedy::EditField);
  }

  void inboxReason_everyKnownReason_isASentence_andAnyOtherTellsItsKind() {
    QSet<QString> sentences;
    for (const auto* reason : {"both_changed", "deleted_there", "deleted_here", "forbidden", "unique",
                               "invalid", "too_large", "changing", "restore", "quota", "needs_blob"}) {
      const auto sentence = format::inboxReason("rejected", reason);
      QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentences.contains(sentence), reason);
      sentences << sentence;
    }
    QVERIFY(format::inboxReason("rejected", "from_the_future").contains(QStringLiteral("did not take")));
  }

  void waitReason_codeBeforeKind_andNeverEmpty() {
    QCOMPARE(format::waitReason("network", "tls_failed"),
             QStringLiteral("the server's certificate is not trusted"));
    QCOMPARE(format::waitReason("network", "else"), QStringLiteral("no connection to the server"));
    QVERIFY(!format::waitReason({}, {}).isEmpty());
  }

  void auditSentence_unknownAct_isToldAsItCame() {
    QCOMPARE(format::auditSentence("invite.made", "ann@example.org"),
             QStringLiteral("Invited ann@example.org"));
    QCOMPARE(format::auditSentence("space.folded", "x"), QStringLiteral("space.folded: x"));
  }
};

QTEST_GUILESS_MAIN(ServerWordsTest)
#include "server_words_test.moc"
