#include "core/services/cluster/kube_credentials.h"

#include "tests/unit/services/cluster/cluster_fixture.h"

using namespace aiagent;
using testing::ClusterFixture;
using Got = testing::Outcome<services::KubeCredential>;

namespace {

struct Asked : ClusterFixture {
  services::KubeCredential ask(services::KubeCredentials& credentials) {
    Got got;
    credentials.get(got.taker());
    if (!got.await() || !*got.result) qFatal("no credential");
    return std::move(**got.result);
  }
  std::string token(services::KubeCredentials& credentials) {
    return std::string(ask(credentials).bearer.reveal());
  }
};

}  // namespace

class KubeCredentialsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void clearText_carriesNothing() {
    Asked f;
    auto access = f.execAccess("login");
    access.server = "http://c.example";
    access.token = base::SecretString("t");
    access.username = "me";
    services::KubeCredentials credentials(access, f.clock, f.reader(), nullptr);
    const auto got = f.ask(credentials);
    QVERIFY(got.bearer.empty() && got.authorization.empty() && !got.tls);
  }

  void filesAndData_makeTheTls() {
    Asked f;
    f.files = {{"/me.crt", "certificate"}, {"/me.key", "key"}, {"/ca.crt", "authority"}};
    auto access = f.access();
    access.certificateFile = "/me.crt";
    access.keyFile = "/me.key";
    access.caFile = "/ca.crt";  // the data goes before it
    access.tlsServerName = "api";
    services::KubeCredentials credentials(access, f.clock, f.reader(), nullptr);
    const auto got = f.ask(credentials);
    QCOMPARE(got.tls->caPem, std::string("ca"));
    QCOMPARE(got.tls->certificatePem, std::string("certificate"));
    QCOMPARE(got.tls->keyPem.reveal(), std::string_view("key"));
    QCOMPARE(got.tls->serverName, std::string("api"));
    QCOMPARE(f.ask(credentials).tls, got.tls);
    QCOMPARE(f.reads, (std::vector<std::string>{"/me.crt", "/me.key"}));
  }

  void missingFile_isNamed() {
    Asked f;
    auto access = f.access();
    access.certificateFile = "/gone.crt";
    services::KubeCredentials credentials(access, f.clock, f.reader(), nullptr);
    Got got;
    credentials.get(got.taker());
    QCOMPARE(got.result->error().code, base::ErrorCode::NotFound);
    QCOMPARE(got.result->error().subject, std::string("/gone.crt"));
  }

  void passwordAndToken_areSentAsTheyAre() {
    Asked f;
    auto access = f.access();
    access.username = "me";
    access.password = base::SecretString("right");
    services::KubeCredentials basic(access, f.clock, f.reader(), nullptr);
    QCOMPARE(f.ask(basic).authorization.reveal(), std::string_view("Basic bWU6cmlnaHQ="));
    auto other = f.access();
    other.token = base::SecretString("t");
    services::KubeCredentials token(other, f.clock, f.reader(), nullptr);
    QCOMPARE(f.token(token), std::string("t"));
    QVERIFY(!token.reject(f.ask(token)));
  }

  void tokenFile_isReadAgainAfterAWhile_andTheLastGoodOneIsKept() {
    Asked f;
    f.files["/token"] = "one\n";
    auto access = f.access();
    access.tokenFile = "/token";
    access.token = base::SecretString("static");
    services::KubeCredentials credentials(access, f.clock, f.reader(), nullptr);
    QCOMPARE(f.token(credentials), std::string("one"));
    f.files["/token"] = "two";
    QCOMPARE(f.token(credentials), std::string("one"));
    f.clock.advance(std::chrono::seconds(51));
    QCOMPARE(f.token(credentials), std::string("two"));
    f.clock.advance(std::chrono::seconds(51));
    f.files.clear();
    QCOMPARE(f.token(credentials), std::string("two"));
    f.files["/token"] = "three";
    QVERIFY(credentials.reject(f.ask(credentials)));
    QCOMPARE(f.token(credentials), std::string("three"));
  }

  void tokenFileThatIsMissing_leavesTheTokenBesideIt() {
    Asked f;
    auto access = f.access();
    access.tokenFile = "/token";
    access.token = base::SecretString("static");
    services::KubeCredentials credentials(access, f.clock, f.reader(), nullptr);
    QCOMPARE(f.token(credentials), std::string("static"));
    access.token = {};
    services::KubeCredentials without(access, f.clock, f.reader(), nullptr);
    Got got;
    without.get(got.taker());
    QCOMPARE(got.result->error().subject, std::string("/token"));
  }

  void pluginsCertificate_isShown() {
    Asked f;
    f.program("login");
    services::ExecPlugins plugins(f.commands, f.clock, nullptr, f.allowing({"login"}));
    services::KubeCredentials credentials(f.execAccess("login"), f.clock, f.reader(), &plugins);
    f.commands.enqueue({.output = f.reply(R"({"clientCertificateData":"c1","clientKeyData":"k1"})")});
    const auto first = f.ask(credentials);
    QCOMPARE(first.tls->certificatePem, std::string("c1"));
    QCOMPARE(first.tls->caPem, std::string("ca"));
    QVERIFY(credentials.reject(first));
    f.commands.enqueue(
        {.output = f.reply(R"({"token":"t","clientCertificateData":"c2","clientKeyData":"k2"})")});
    const auto second = f.ask(credentials);
    QCOMPARE(second.tls->certificatePem, std::string("c2"));
    QCOMPARE(second.bearer.reveal(), std::string_view("t"));
  }

  void withoutPlugins_aPluginIsRefused() {
    Asked f;
    services::KubeCredentials credentials(f.execAccess("login"), f.clock, f.reader(), nullptr);
    Got got;
    credentials.get(got.taker());
    QCOMPARE(got.word(), std::string("exec_denied"));
  }
};

QTEST_GUILESS_MAIN(KubeCredentialsTest)
#include "kube_credentials_test.moc"
