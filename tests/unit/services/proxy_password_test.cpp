#include "core/services/proxy_password.h"

#include "tests/unit/services/service_fixture.h"

using namespace aiagent;
using services::NetworkForm;
using services::ProxyPassword;

namespace {

NetworkForm proxy(std::string host, int port = 3128) {
  NetworkForm form;
  form.mode = services::ProxyMode::Manual;
  form.host = std::move(host);
  form.port = port;
  form.user = "me";
  return form;
}

base::Result<bool> keep(ProxyPassword& password, const NetworkForm& form, const char* text) {
  return testing::await<bool>([&](auto done) { password.keep(form, base::SecretString(text), done); });
}

bool find(ProxyPassword& password, const NetworkForm& form) {
  return *testing::await<bool>([&](auto done) { password.find(form, [done](bool found) { done(found); }); });
}

std::string sentTo(const ProxyPassword& password, const NetworkForm& form) {
  return std::string(password.passwordFor(form).reveal());
}

}  // namespace

class ProxyPasswordTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void origin_isSchemeHostAndPort() {
    QCOMPARE(services::proxyOrigin(proxy("Proxy.Example")), std::string("http://proxy.example:3128"));
    auto socks = proxy("::1", 1080);
    socks.socks = true;
    QCOMPARE(services::proxyOrigin(socks), std::string("socks5://[::1]:1080"));
    auto none = proxy("proxy.example");
    none.mode = services::ProxyMode::System;
    QCOMPARE(services::proxyOrigin(none), std::string());
  }

  void kept_isFoundByTheNextProgram() {
    qt::MemorySecretStore secrets;
    ProxyPassword first(secrets);
    QCOMPARE(*keep(first, proxy("proxy.example"), "secret"), false);  // this store lasts for the session
    QCOMPARE(sentTo(first, proxy("proxy.example")), std::string("secret"));
    ProxyPassword next(secrets);
    QCOMPARE(sentTo(next, proxy("proxy.example")), std::string());
    QVERIFY(find(next, proxy("PROXY.example")));
    QCOMPARE(sentTo(next, proxy("proxy.example")), std::string("secret"));
  }

  void anotherProxy_getsNone() {
    qt::MemorySecretStore secrets;
    ProxyPassword password(secrets);
    QVERIFY(keep(password, proxy("proxy.example"), "secret").ok());
    auto socks = proxy("proxy.example");
    socks.socks = true;
    for (const auto& other : {proxy("evil.example"), proxy("proxy.example", 8080), socks}) {
      QCOMPARE(sentTo(password, other), std::string());
      QVERIFY(!find(password, other));
      QCOMPARE(sentTo(password, other), std::string());
    }
    QVERIFY(find(password, proxy("proxy.example")));
  }

  void goingBack_findsTheOldOneAgain() {
    qt::MemorySecretStore secrets;
    ProxyPassword password(secrets);
    QVERIFY(keep(password, proxy("one.example"), "first").ok());
    QVERIFY(keep(password, proxy("two.example"), "second").ok());
    QCOMPARE(sentTo(password, proxy("one.example")), std::string());
    QVERIFY(find(password, proxy("one.example")));
    QCOMPARE(sentTo(password, proxy("one.example")), std::string("first"));
  }

  void forgotten_isGoneFromTheStoreToo() {
    qt::MemorySecretStore secrets;
    ProxyPassword password(secrets);
    QVERIFY(keep(password, proxy("proxy.example"), "secret").ok());
    QVERIFY(keep(password, proxy("proxy.example"), "").ok());
    QVERIFY(!find(password, proxy("proxy.example")));
    ProxyPassword next(secrets);
    QVERIFY(!find(next, proxy("proxy.example")));
  }

  void withoutAUserName_noneIsLookedFor() {
    qt::MemorySecretStore secrets;
    ProxyPassword password(secrets);
    QVERIFY(keep(password, proxy("proxy.example"), "secret").ok());
    auto form = proxy("proxy.example");
    form.user.clear();
    QVERIFY(!find(password, form));
  }
};

QTEST_GUILESS_MAIN(ProxyPasswordTest)
#include "proxy_password_test.moc"
