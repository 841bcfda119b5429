#include "core/services/cluster/google_prometheus.h"

#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using base::ErrorCode;
using testing::ClusterFixture;
using Got = testing::Outcome<wire::PromAnswer>;

namespace {

constexpr char kUrl[] = "https://monitoring.googleapis.com/v1/projects/p/location/global/prometheus";
const std::string kOne =
    R"({"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1700000000,"1"]}]}})";

// A context that signs in with the program of that name, which answers `tokens` one after the other.
struct Google : ClusterFixture {
  Google(const std::string& name, std::vector<std::string> tokens, const std::string& ownToken = {})
      : plugins(commands, clock, {}, allowing({program(name)})) {
    for (const auto& token : tokens) commands.enqueue({.output = tokenReply(token)});
    auto access = execAccess(folder.filePath(QString::fromStdString(name)).toStdString());
    access.token = base::SecretString(ownToken);
    cluster = std::make_unique<services::KubeClient>(
        std::move(access), services::KubeSurroundings{http, scheduler, clock, reader(), &plugins});
    client = std::make_unique<services::PrometheusClient>(
        services::googlePrometheus(kUrl, *cluster), services::PrometheusSurroundings{http, scheduler, clock});
  }

  Got ask() {
    Got got;
    const auto call = client->query("up", got.taker());
    if (!got.await()) qFatal("no answer");
    return got;
  }
  std::string bearer(std::size_t request) const {
    return std::string(http.requests().at(request).bearer.reveal());
  }

  services::ExecPlugins plugins;
  std::unique_ptr<services::KubeClient> cluster;
  std::unique_ptr<services::PrometheusClient> client;
};

}  // namespace

class GooglePrometheusTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void itIsAsked_withTheTokenOfTheClustersSignIn() {
    Google f("gke-gcloud-auth-plugin", {"ya29.one"});
    f.http.enqueue(testing::jsonAnswer(200, kOne));
    QVERIFY(f.ask().result->ok());
    QCOMPARE(f.bearer(0), std::string("ya29.one"));
    QVERIFY(f.http.requests().at(0).url.starts_with(std::string(kUrl) + "/api/v1/query?query=up"));
  }

  void tokenThatIsNotTaken_isRenewedOnce() {
    Google f("gke-gcloud-auth-plugin", {"old", "new"});
    f.http.enqueue(testing::jsonAnswer(401, "{}"));
    f.http.enqueue(testing::jsonAnswer(200, kOne));
    QVERIFY(f.ask().result->ok());
    QCOMPARE(f.bearer(0), std::string("old"));
    QCOMPARE(f.bearer(1), std::string("new"));
  }

  void tokenThatIsNeverTaken_isAnErrorAfterTheSecond() {
    Google f("gke-gcloud-auth-plugin", {"one", "two"});
    f.http.enqueue(testing::jsonAnswer(401, "{}"));
    f.http.enqueue(testing::jsonAnswer(401, "{}"));
    QCOMPARE(f.ask().result->error().code, ErrorCode::Credentials);
    QCOMPARE(f.http.requests().size(), std::size_t(2));
  }

  void whatElseAKubeconfigHolds_isNeverSentToGoogle_data() {
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("token");
    QTest::newRow("another program") << "other-plugin"
                                     << "";
    QTest::newRow("a token of the cluster's") << "gke-gcloud-auth-plugin"
                                              << "service-account";
  }

  void whatElseAKubeconfigHolds_isNeverSentToGoogle() {
    QFETCH(QString, program);
    QFETCH(QString, token);
    Google f(program.toStdString(), {"secret"}, token.toStdString());
    const auto got = f.ask();
    QCOMPARE(got.result->error().code, ErrorCode::Credentials);
    QCOMPARE(got.result->error().subject, std::string("google"));
    QVERIFY(f.http.requests().empty());
  }

  void clientThatIsGone_isAnError() {
    Google f("gke-gcloud-auth-plugin", {"secret"});
    f.cluster.reset();
    QCOMPARE(f.ask().result->error().subject, std::string("google"));
    QVERIFY(f.http.requests().empty());
  }
};

QTEST_GUILESS_MAIN(GooglePrometheusTest)
#include "google_prometheus_test.moc"
