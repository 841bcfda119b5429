#include "core/qt/network_settings.h"

#include <map>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/http/loopback_server.h"

using namespace aiagent;

namespace {

qt::EnvironmentReader environment(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const std::string& name) {
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
  };
}

QNetworkProxy proxyFor(const base::Result<qt::ProxyRules>& rules, const char* url) {
  return rules->proxiesFor(QUrl(QString::fromUtf8(url))).first();
}

std::string describe(const QNetworkProxy& proxy) {
  if (proxy.type() == QNetworkProxy::NoProxy) return "direct";
  const char* kind = proxy.type() == QNetworkProxy::HttpProxy          ? "tunnel "
                     : proxy.type() == QNetworkProxy::HttpCachingProxy ? "http "
                                                                       : "socks ";
  return kind + proxy.hostName().toStdString() + ":" + std::to_string(proxy.port());
}

}  // namespace

class NetworkSettingsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void proxyAddress_forms() {
    const auto full = qt::parseProxyAddress("http://me:p%40ss@proxy.example:3128/");
    QVERIFY(full);
    QCOMPARE(full->host, std::string("proxy.example"));
    QCOMPARE(int(full->port), 3128);
    QCOMPARE(full->user, std::string("me"));
    QCOMPARE(std::string(full->password.reveal()), std::string("p@ss"));
    QCOMPARE(int(qt::parseProxyAddress("proxy")->port), 8080);
    QCOMPARE(int(qt::parseProxyAddress(" proxy:1 ")->port), 1);
    const auto socks = qt::parseProxyAddress("socks5://[::1]");
    QVERIFY(socks);
    QCOMPARE(int(socks->port), 1080);
    QVERIFY(socks->kind == qt::ProxyKind::Socks5);
  }

  void proxyAddress_badOnes_areRefusedWithoutQuotingThem() {
    for (const char* text : {"", "http://", "https://secret-pass@proxy:1", "proxy:99999", "http://a b"}) {
      const auto address = qt::parseProxyAddress(text);
      QVERIFY2(!address, text);
      QVERIFY(address.error().detail.find("secret-pass") == std::string::npos);
    }
  }

  void bypass_entries_data() {
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("bypassed");
    const auto row = [](const char* entry, const char* host, int port, bool bypassed) {
      QTest::addRow("%s / %s:%d", entry, host, port) << entry << host << port << bypassed;
    };
    row("*", "anything", 443, true);
    row("example.com", "example.com", 443, true);
    row("example.com", "API.Example.COM", 443, true);
    row("example.com", "notexample.com", 443, false);
    row(".example.com", "api.example.com", 443, true);
    row(".example.com", "example.com", 443, false);
    row("*.example.com", "api.example.com", 443, true);
    row("example.com:8443", "example.com", 8443, true);
    row("example.com:8443", "example.com", 443, false);
    row("10.0.0.0/8", "10.1.2.3", 80, true);
    row("10.0.0.0/8", "11.1.2.3", 80, false);
    row("10.0.0.0/8", "ten.example", 80, false);
    row("192.168.1.5", "192.168.1.5", 80, true);
    row("fd00::/8", "fd12::1", 80, true);
    row("[fd12::1]", "fd12::1", 80, true);
  }
  void bypass_entries() {
    QFETCH(QString, entry);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(bool, bypassed);
    QCOMPARE(qt::isBypassed({entry.toStdString()}, host, port), bypassed);
  }

  void bypass_listIsSplitAtCommas() {
    QCOMPARE(qt::splitBypass(" a , ,b"), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(qt::splitBypass("a，b、 c"), (std::vector<std::string>{"a", "b", "c"}));
    QVERIFY(qt::splitBypass("").empty());
  }

  void environment_decides() {
    const auto rules = qt::ProxyRules::make({.proxyMode = qt::ProxyMode::Environment},
                                            environment({{"https_proxy", "http://p:1"},
                                                         {"HTTP_PROXY", "http://cgi:2"},
                                                         {"ALL_PROXY", "socks5://s:3"},
                                                         {"NO_PROXY", "internal.example,10.0.0.0/8"}}));
    QVERIFY(rules);
    QCOMPARE(describe(proxyFor(rules, "https://api.openai.com/v1")), std::string("tunnel p:1"));
    QCOMPARE(describe(proxyFor(rules, "http://plain.example/")), std::string("socks s:3"));
    QCOMPARE(describe(proxyFor(rules, "https://llm.internal.example/")), std::string("direct"));
    QCOMPARE(describe(proxyFor(rules, "https://10.2.3.4/")), std::string("direct"));
  }

  void environment_badValue_isNamed() {
    const auto rules = qt::ProxyRules::make({.proxyMode = qt::ProxyMode::Environment},
                                            environment({{"https_proxy", "ftp://x"}}));
    QVERIFY(!rules);
    QCOMPARE(rules.error().subject, std::string("https_proxy"));
  }

  void loopback_neverGoesThroughAProxy() {
    for (const auto mode : {qt::ProxyMode::Manual, qt::ProxyMode::System, qt::ProxyMode::None}) {
      const auto rules =
          qt::ProxyRules::make({.proxyMode = mode, .proxy = {.host = "p", .port = 1}}, environment({}));
      QVERIFY(rules);
      for (const char* url :
           {"http://127.0.0.1:99/v1", "http://localhost/", "http://[::1]:7/", "http://127.8.9.1/"})
        QCOMPARE(describe(proxyFor(rules, url)), std::string("direct"));
    }
  }

  void manual_clearTextIsHandedToTheProxy_httpsTunnelled() {
    const auto rules = qt::ProxyRules::make(
        {.proxyMode = qt::ProxyMode::Manual, .proxy = {.host = "p", .port = 8}, .bypass = {"near.example"}},
        environment({}));
    QVERIFY(rules);
    QCOMPARE(describe(proxyFor(rules, "http://far.example/")), std::string("http p:8"));
    QCOMPARE(describe(proxyFor(rules, "https://far.example/")), std::string("tunnel p:8"));
    QCOMPARE(describe(proxyFor(rules, "https://near.example/")), std::string("direct"));
    QVERIFY(!qt::ProxyRules::make({.proxyMode = qt::ProxyMode::Manual}, environment({})));
  }

  void certificates_faultsAreNamed() {
    const auto made = testing::makeCertificate();
    if (!made) QSKIP("openssl is not installed");
    QTemporaryDir folder;
    const auto write = [&](const char* name, const QByteArray& text) {
      QFile file(folder.filePath(QString::fromUtf8(name)));
      if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
      file.write(text);
      return std::filesystem::path(file.fileName().toStdString());
    };
    const auto good = write("good.pem", "a comment\n" + made->pem + made->pem);
    QCOMPARE(qt::loadCertificates({good})->size(), qsizetype(2));
    const auto empty = write("empty.pem", "nothing\n");
    const auto broken =
        write("broken.pem", made->pem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    for (const auto& [path, words] : {std::pair{empty, "no certificate"}, std::pair{broken, "certificate 2"},
                                      std::pair{std::filesystem::path("/nonexistent.pem"), "No such file"}}) {
      const auto loaded = qt::loadCertificates({good, path});
      QVERIFY(!loaded);
      QVERIFY(loaded.error().code == base::ErrorCode::InvalidInput);
      QCOMPARE(loaded.error().subject, path.string());
      QVERIFY2(loaded.error().detail.find(words) != std::string::npos, loaded.error().detail.c_str());
    }
  }
};

QTEST_GUILESS_MAIN(NetworkSettingsTest)
#include "network_settings_test.moc"
