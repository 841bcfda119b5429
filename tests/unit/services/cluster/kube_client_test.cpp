#include "core/services/cluster/kube_client.h"

#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using base::ErrorCode;
using testing::ClusterFixture;
using testing::Step;
using Got = testing::Outcome<services::KubeAnswer>;

namespace {

struct Client : ClusterFixture {
  explicit Client(cluster::ClusterAccess access = withToken(), services::ExecPlugins* plugins = nullptr)
      : client(std::move(access), {http, scheduler, clock, reader(), plugins}) {}

  static cluster::ClusterAccess withToken() {
    auto access = ClusterFixture::access();
    access.token = base::SecretString("t");
    return access;
  }
  Got ask(services::KubeRequest request = {.path = "/api/v1/pods"}) {
    Got got;
    const auto call = client.send(std::move(request), got.taker());
    if (!got.await()) qFatal("no answer");
    return got;
  }
  std::string header(std::size_t request, const std::string& name) const {
    for (const auto& [key, value] : http.requests().at(request).headers)
      if (key == name) return value;
    return {};
  }

  services::KubeClient client;
};

struct Stream {
  std::string order, bytes;
  std::optional<base::Result<void>> end;
  std::unique_ptr<services::KubeCall> call;  // goes first

  void open(services::KubeClient& client, services::KubeRequest request = {.path = "/api/v1/pods?watch=1"}) {
    call = client.stream(std::move(request), {.head = [this](const ports::HttpHead&) { order += 'h'; },
                                              .bytes = [this](std::string_view more) { bytes += more; },
                                              .done =
                                                  [this](base::Result<void> result) {
                                                    order += 'd';
                                                    end = std::move(result);
                                                  }});
  }
  bool ended() const {
    return QTest::qWaitFor([&] { return end.has_value(); }, 10'000);
  }
};

testing::Script refused(int status, const std::string& reason, ports::Headers headers = {}) {
  return testing::jsonAnswer(
      status, "{\"kind\":\"Status\",\"message\":\"why\",\"reason\":\"" + reason + "\"}", std::move(headers));
}

}  // namespace

class KubeClientTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void request_carriesWhatTheAccessSays() {
    auto access = Client::withToken();
    access.server = "https://c.example/base";
    access.proxyUrl = "http://proxy:1";
    access.impersonation = {"jane", "", {"a", "b"}, {}};
    Client f(access);
    f.http.enqueue(testing::jsonAnswer(200, "{}"));
    const auto got =
        f.ask({.method = "PATCH", .path = "/x", .contentType = "application/json-patch+json", .body = "[]"});
    QCOMPARE((*got.result)->body, std::string("{}"));
    const auto& sent = f.http.requests().at(0);
    QCOMPARE(sent.url, std::string("https://c.example/base/x"));
    QCOMPARE(sent.method, std::string("PATCH"));
    QCOMPARE(sent.body, std::string("[]"));
    QCOMPARE(sent.bearer.reveal(), std::string_view("t"));
    QCOMPARE(sent.tls->caPem, std::string("ca"));
    QCOMPARE(sent.proxyUrl, std::string("http://proxy:1"));
    QCOMPARE(f.header(0, "Impersonate-User"), std::string("jane"));
    QCOMPARE(f.header(0, "Content-Type"), std::string("application/json-patch+json"));
    QVERIFY(f.header(0, "User-Agent").find("(linux/") != std::string::npos);
    QCOMPARE(f.header(0, "Accept-Encoding"), std::string());
  }

  void clearText_carriesNoCredentialAndNoImpersonation() {
    auto access = Client::withToken();
    access.server = "http://c.example";
    access.impersonation.user = "jane";
    Client f(access);
    f.http.enqueue(testing::jsonAnswer(200, "{}"));
    f.ask();
    QVERIFY(f.http.requests().at(0).bearer.empty());
    QCOMPARE(f.header(0, "Impersonate-User"), std::string());
  }

  void serversError_isTold() {
    Client f;
    f.http.enqueue(refused(403, "Forbidden"));
    const auto got = f.ask();
    QCOMPARE(got.result->error().code, ErrorCode::Forbidden);
    QCOMPARE(got.result->error().said, std::string("why"));
    QCOMPARE(got.word(), std::string("Forbidden"));
    f.http.enqueue(testing::failure(ErrorCode::ConnectionFailed));
    QCOMPARE(f.ask().result->error().code, ErrorCode::ConnectionFailed);
  }

  void timeToWait_isKept_andOnlyThenItIsRepeated() {
    Client f;
    f.http.enqueue(refused(429, "TooManyRequests", {{"retry-after", "0"}}));
    f.http.enqueue(refused(503, "ServiceUnavailable", {{"retry-after", "0"}}));
    f.http.enqueue(testing::jsonAnswer(200, "{}"));
    QCOMPARE(f.ask().word(), std::string("good"));
    QCOMPARE(f.http.requests().size(), std::size_t(3));
    f.http.enqueue(refused(503, "ServiceUnavailable"));
    QCOMPARE(f.ask().word(), std::string("ServiceUnavailable"));
    f.http.enqueue(refused(429, "TooManyRequests", {{"retry-after", "3600"}}));
    QCOMPARE(f.ask().result->error().retryAfter, std::optional<base::Milliseconds>(std::chrono::hours(1)));
    QCOMPARE(f.http.requests().size(), std::size_t(5));
  }

  void changeAfterAServerError_isNotSentTwice() {
    Client f;
    f.http.enqueue(refused(429, "TooManyRequests", {{"retry-after", "0"}}));
    f.http.enqueue(refused(503, "ServiceUnavailable", {{"retry-after", "0"}}));
    QCOMPARE(f.ask({.method = "PATCH", .path = "/x", .changes = true}).word(),
             std::string("ServiceUnavailable"));
    QCOMPARE(f.http.requests().size(), std::size_t(2));
  }

  void endlessRefusal_isRepeatedTenTimes() {
    Client f;
    f.http.answer = [](const ports::HttpRequest&) { return refused(429, "TooMany", {{"retry-after", "0"}}); };
    QCOMPARE(f.ask().word(), std::string("TooMany"));
    QCOMPARE(f.http.requests().size(), std::size_t(11));
  }

  void unauthorised_isTriedOnceMoreWithAnotherCredential() {
    ClusterFixture files;
    files.program("login");
    services::ExecPlugins plugins(files.commands, files.clock, nullptr, files.allowing({"login"}));
    for (const char* token : {"one", "two", "three"})
      files.commands.enqueue({.output = files.tokenReply(token)});
    Client f(files.execAccess("login"), &plugins);
    f.http.enqueue(refused(401, "Unauthorized"));
    f.http.enqueue(testing::jsonAnswer(200, "{}"));
    QCOMPARE(f.ask().word(), std::string("good"));
    QCOMPARE(f.http.requests().at(1).bearer.reveal(), std::string_view("two"));
    f.http.enqueue(refused(401, "Unauthorized"));
    f.http.enqueue(refused(401, "Unauthorized"));
    QCOMPARE(f.ask().result->error().code, ErrorCode::Credentials);
    QCOMPARE(f.http.requests().size(), std::size_t(4));
  }

  void unauthorised_withAFixedToken_isTold() {
    Client f;
    f.http.enqueue(refused(401, "Unauthorized"));
    QCOMPARE(f.ask().result->error().code, ErrorCode::Credentials);
    QCOMPARE(f.http.requests().size(), std::size_t(1));
  }

  void tooLargeAnswer_endsTheCall() {
    Client f;
    f.http.enqueue({Step::head(200), Step::bytes("12345"), Step::bytes("67890"), Step::hang()});
    const auto got = f.ask({.path = "/", .mostBytes = 8});
    QCOMPARE(got.result->error().code, ErrorCode::BadResponse);
    QCOMPARE(got.result->error().subject, std::string("size"));
    QCOMPARE(f.http.open(), 0);
  }

  void redirect_isNoAnswer() {
    Client f;
    f.http.enqueue(testing::jsonAnswer(302, ""));
    QCOMPARE(f.ask().result->error().code, ErrorCode::BadResponse);
  }

  void stream_goesByItself_uncompressed() {
    Client f;
    f.http.enqueue({Step::head(200), Step::bytes("a"), Step::bytes("b"), Step::end()});
    Stream stream;
    stream.open(f.client);
    QCOMPARE(f.http.requests().size(), std::size_t(0));  // not within the call
    QVERIFY(stream.ended());
    QCOMPARE(stream.order, std::string("hd"));
    QCOMPARE(stream.bytes, std::string("ab"));
    QCOMPARE(f.header(0, "Accept-Encoding"), std::string("identity"));
    f.http.enqueue(testing::jsonAnswer(200, "{}"));
    f.ask();
    QVERIFY(f.http.requests().at(0).pool != f.http.requests().at(1).pool);
  }

  void heldStream_tellsNothingUntilItIsReleased() {
    Client f;
    f.http.enqueue({Step::head(200), Step::bytes("a"), Step::bytes("b"), Step::end()});
    Stream stream;
    stream.open(f.client);
    QVERIFY(QTest::qWaitFor([&] { return stream.order == "h"; }));
    QVERIFY(f.http.requests().at(0).canBeHeld);
    stream.call->hold(true);
    QVERIFY(!QTest::qWaitFor([&] { return !stream.bytes.empty() || stream.end; }, 100));
    stream.call->hold(false);
    QVERIFY(stream.ended());
    QCOMPARE(stream.bytes, std::string("ab"));
  }

  void streamsError_isToldWithoutHead_andNotRepeated() {
    Client f;
    f.http.enqueue(refused(429, "TooMany", {{"retry-after", "1"}}));
    Stream stream;
    stream.open(f.client);
    QVERIFY(stream.ended());
    QCOMPARE(stream.order, std::string("d"));
    QCOMPARE(stream.end->error().providerCode, std::string("TooMany"));
    QCOMPARE(f.http.requests().size(), std::size_t(1));
  }

  void droppedCall_closesAndTellsCancelled() {
    Client f;
    f.http.enqueue({Step::head(200), Step::hang()});
    Stream stream;
    stream.open(f.client);
    QVERIFY(QTest::qWaitFor([&] { return stream.order == "h"; }));
    stream.call.reset();
    QCOMPARE(stream.end->error().code, ErrorCode::Cancelled);
    QCOMPARE(f.http.open(), 0);
    Got got;
    auto call = f.client.send({.path = "/"}, got.taker());
    call.reset();
    QCOMPARE(got.result->error().code, ErrorCode::Cancelled);
    QTest::qWait(20);
    QCOMPARE(got.times, 1);
  }

  void destroyedClient_endsWhatGoesOn() {
    ClusterFixture f;
    auto client = std::make_unique<services::KubeClient>(
        Client::withToken(), services::KubeSurroundings{f.http, f.scheduler, f.clock, f.reader()});
    f.http.enqueue({Step::head(200), Step::hang()});
    Stream stream;
    stream.open(*client);
    QVERIFY(QTest::qWaitFor([&] { return stream.order == "h"; }));
    client.reset();
    QCOMPARE(stream.end->error().code, ErrorCode::Cancelled);
    stream.call.reset();
  }

  void callbackThatEndsTheClient_isNoHarm() {
    ClusterFixture f;
    auto client = std::make_unique<services::KubeClient>(
        Client::withToken(), services::KubeSurroundings{f.http, f.scheduler, f.clock, f.reader()});
    f.http.enqueue(testing::jsonAnswer(200, "{}"));
    bool told = false;
    const auto call = client->send({.path = "/"}, [&](base::Result<services::KubeAnswer>) {
      client.reset();
      told = true;
    });
    QVERIFY(QTest::qWaitFor([&] { return told; }));
  }

  void newCertificate_endsTheStreamsOfTheOld() {
    ClusterFixture files;
    files.program("login");
    services::ExecPlugins plugins(files.commands, files.clock, nullptr, files.allowing({"login"}));
    for (const char* name : {"c1", "c2"}) files.commands.enqueue({.output = files.pairReply(name)});
    Client f(files.execAccess("login"), &plugins);
    f.http.enqueue({Step::head(200), Step::hang()});
    Stream stream;
    stream.open(f.client);
    QVERIFY(QTest::qWaitFor([&] { return stream.order == "h"; }));
    f.http.enqueue(refused(401, "Unauthorized"));
    f.http.enqueue(testing::jsonAnswer(200, "{}"));
    QCOMPARE(f.ask().word(), std::string("good"));
    QCOMPARE(f.http.requests().at(2).tls->certificatePem, std::string("c2"));
    QVERIFY(stream.ended());
    QCOMPARE(stream.end->error().code, ErrorCode::Interrupted);
  }

  void newConnections_areWanted_afterDoubt() {
    Client f;
    for (int i = 0; i < 2; ++i) f.http.enqueue(testing::jsonAnswer(200, "{}"));
    f.ask();
    f.client.useNewConnections();
    f.ask();
    QVERIFY(f.http.requests().at(0).pool != f.http.requests().at(1).pool);
    f.http.enqueue(testing::failure(ErrorCode::Timeout));
    f.http.enqueue(testing::jsonAnswer(200, "{}"));
    QCOMPARE(f.ask().result->error().code, ErrorCode::Timeout);
    f.ask();
    QCOMPARE(f.http.requests().at(1).pool, f.http.requests().at(2).pool);
    QVERIFY(f.http.requests().at(2).pool != f.http.requests().at(3).pool);
  }

  void warnings_areToldOnce_andTheClocksDifferenceIsKnown() {
    Client f;
    QStringList warned;
    QObject::connect(&f.client, &services::KubeClient::warned, [&](const QString& text) { warned << text; });
    const ports::Headers headers = {{"warning", "299 - \"old API\""},
                                    {"date", "Mon, 23 Nov 2026 06:41:00 GMT"}};
    for (int i = 0; i < 2; ++i) f.http.enqueue(testing::jsonAnswer(200, "{}", headers));
    f.ask();
    f.ask();
    QCOMPARE(warned, QStringList{QStringLiteral("old API")});
    QCOMPARE(f.client.clockOffset(), std::optional<base::Milliseconds>(60'500));
  }
};

QTEST_GUILESS_MAIN(KubeClientTest)
#include "kube_client_test.moc"
