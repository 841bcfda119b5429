#include "ui/format/cluster_words.h"

#include <QTest>

using namespace aiagent;
using base::ErrorCode;
using cluster::ConfigFault;
using cluster::ConfigProblem;

class ClusterWordsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyFault_hasASentence() {
    for (int fault = 0; fault <= int(ConfigFault::Empty); ++fault)
      QVERIFY2(!format::sentenceFor({ConfigFault(fault), "", "", "x"}).isEmpty(), QByteArray::number(fault));
  }

  void placeAndFile_areNamed() {
    QCOMPARE(
        format::sentenceFor({ConfigFault::ExecWithoutCommand, "/kube", "users[red].user.exec.command", ""}),
        QStringLiteral("users[red].user.exec.command in /kube: This plugin has no command."));
    QCOMPARE(format::sentenceFor({ConfigFault::Unreadable, "/kube", "", "line 3"}),
             QStringLiteral("/kube: This is neither YAML nor JSON (line 3)."));
    QVERIFY(format::sentenceFor({ConfigFault::AuthProviderGone, "", "", "gcp"})
                .contains(QLatin1String("gke-gcloud-auth-plugin")));
  }

  void errors_areSaidInTheWordsOfClusters() {
    const auto denied = format::explainCluster(
        {.code = ErrorCode::Forbidden, .subject = "login", .providerCode = "exec_denied"});
    QVERIFY(denied.sentence.contains(QStringLiteral("“login” may not run")));
    const auto forbidden =
        format::explainCluster({.code = ErrorCode::Forbidden, .said = "no", .httpStatus = 403});
    QCOMPARE(forbidden.quotation, QStringLiteral("no"));
    QVERIFY(forbidden.sentence.contains(QLatin1String("cluster")));
    QVERIFY(format::explainCluster({.code = ErrorCode::InvalidInput, .subject = "tls.key"})
                .sentence.contains(QLatin1String("key")));
    QVERIFY(format::explainCluster(
                {.code = ErrorCode::InvalidInput, .subject = "secrets", .providerCode = "never_read"})
                .sentence.contains(QLatin1String("never")));
    QVERIFY(format::explainCluster({.code = ErrorCode::BadResponse, .subject = "size"})
                .sentence.contains(QLatin1String("larger")));
    for (const char* word :
         {"exec_not_found", "exec_interactive", "exec_timeout", "exec_failed", "exec_crashed"})
      QVERIFY(
          format::explainCluster({.code = ErrorCode::Credentials, .subject = "login", .providerCode = word})
              .sentence.contains(QLatin1String("login")));
  }
};

QTEST_GUILESS_MAIN(ClusterWordsTest)
#include "cluster_words_test.moc"
