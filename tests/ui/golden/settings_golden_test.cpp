// What the settings look like, section by section, and the page of the first run.
#include <QApplication>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include "tests/ui/golden/golden_window.h"
#include "tests/ui/golden/pseudo_locale.h"

using namespace aiagent;
using testing::await;
using tests::GoldenWindow;

namespace {

const QStringList& sections() {
  static const QStringList all{QStringLiteral("providers"),  QStringLiteral("network"),
                               QStringLiteral("appearance"), QStringLiteral("shortcuts"),
                               QStringLiteral("models"),     QStringLiteral("uploads"),
                               QStringLiteral("data"),       QStringLiteral("about")};
  return all;
}

void show(GoldenWindow& f, const QString& section, QSize size = tests::kLarge) {
  f.open(QStringLiteral("settings"), size, section);
  QTest::qWait(50);
}

// A provider whose key is kept, chosen in the list.
void showCompany(GoldenWindow& f) {
  const domain::Provider company{.name = "company",
                                 .baseUrl = "https://models.company.example/v1",
                                 .keySource = domain::KeySource::KeyStore,
                                 .defaultModel = "gpt-5"};
  (void)await<domain::Provider>([&](auto done) { f.services.providers->save(company, done); });
  (void)await<ports::SecretPersistence>(
      [&](auto done) { f.services.providers->setKey(company, base::SecretString("sk-x"), done); });
  show(f, QStringLiteral("providers"));
  f.settings().providers().select(QStringLiteral("company"));
  if (!QTest::qWaitFor([&] { return f.settings().providers().state().key == ui::ProvidersState::Key::Kept; }))
    qFatal("the key is not found");
}

void tryProvider(GoldenWindow& f, testing::Script script) {
  f.services.http->enqueue(std::move(script));
  f.settings().providers().test();
  if (!QTest::qWaitFor([&] {
        const auto phase = f.settings().providers().state().test.phase;
        return phase == ui::ProvidersState::Test::Phase::Passed ||
               phase == ui::ProvidersState::Test::Phase::Failed;
      }))
    qFatal("the test does not end");
}

testing::Script answerByPort(const ports::HttpRequest& request) {
  if (request.url.find(":11434/") != std::string::npos)
    return testing::jsonAnswer(200, R"({"data":[{"id":"llama3.2"},{"id":"qwen3"}]})");
  if (request.url.find(":8000/") != std::string::npos)
    return testing::jsonAnswer(404, "<html>not here</html>", {{"content-type", "text/html"}});
  return testing::failure(base::ErrorCode::ConnectionFailed, "127.0.0.1");
}

}  // namespace

class SettingsGoldenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() {
    if (m_all) {
      QCOMPARE(tests::unusedGoldens(QStringLiteral("settings-")), QStringList());
      QCOMPARE(tests::unusedGoldens(QStringLiteral("first-run-")), QStringList());
    }
    m_theme.reset();
  }

  // ------------------------------------------------------------ settings

  void everySection() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("agents"));  // its commands are among the shortcuts
    for (const auto& section : sections()) {
      show(f, section);
      f.shootBoth(QStringLiteral("settings-") + section);
    }
    for (const auto* section : {"providers", "network", "shortcuts", "data"}) {
      show(f, QLatin1String(section));
      f.shootSizes(QStringLiteral("settings-") + QLatin1String(section));
    }
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void provider_testedAndRefused() {
    GoldenWindow f(*m_theme);
    showCompany(f);
    tryProvider(f, testing::jsonAnswer(200, R"({"data":[{"id":"gpt-5"},{"id":"gpt-5-mini"}]})"));
    f.shoot(QStringLiteral("settings-providers-passed-light"));
    tryProvider(f,
                testing::jsonAnswer(
                    401, R"({"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}})"));
    f.shootBoth(QStringLiteral("settings-providers-refused"));
    tryProvider(f, testing::failure(base::ErrorCode::ConnectionFailed, "models.company.example"));
    f.shoot(QStringLiteral("settings-providers-offline-light"));
    f.settings().providers().edit(
        [](ui::ProviderForm& form) { form.baseUrl = QStringLiteral("http://elsewhere.example/v1"); });
    QTest::qWait(50);
    f.shoot(QStringLiteral("settings-providers-moved-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void provider_new_andTheRehearsal() {
    GoldenWindow f(*m_theme);
    f.services.providers->setRehearsalUrl("http://127.0.0.1:4711/v1");
    show(f, QStringLiteral("providers"));
    f.settings().providers().select(QStringLiteral("rehearsal"));
    QTest::qWait(50);
    f.shootBoth(QStringLiteral("settings-providers-read-only"));
    f.settings().providers().add();
    QTest::qWait(50);
    f.settings().providers().edit([](ui::ProviderForm& form) {
      form.name = QStringLiteral("My Server");
      form.baseUrl = QStringLiteral("server.example");
    });
    QTest::qWait(50);
    f.shoot(QStringLiteral("settings-providers-new-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void network_byHand() {
    GoldenWindow f(*m_theme);
    show(f, QStringLiteral("network"));
    f.settings().network().edit([](ui::NetworkForm& form) {
      form.mode = ui::ProxyMode::Manual;
      form.host = "http://proxy";
      form.port = 3128;
      form.user = "me";
    });
    f.settings().network().addCertificate(QStringLiteral("/etc/ssl/company.pem"));
    f.settings().network().addCertificate(QStringLiteral("/etc/ssl/broken.pem"));
    QTest::qWait(50);
    f.shootBoth(QStringLiteral("settings-network-manual"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void shortcut_thatIsTaken() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("agents"));
    show(f, QStringLiteral("shortcuts"));
    auto* table = f.named<QTreeWidget>(QStringLiteral("Commands and their shortcuts"));
    table->setCurrentItem(table->topLevelItem(2));
    f.named<QKeySequenceEdit>(QStringLiteral("New shortcut: press the keys"))
        ->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_K));
    f.shoot(QStringLiteral("settings-shortcuts-taken-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void settings_pseudoLocale() {
    tests::PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    {
      GoldenWindow f(*m_theme);
      for (const auto& section : sections()) {
        show(f, section);
        f.shoot(QStringLiteral("settings-%1-pseudo").arg(section));
      }
      m_faults = f.faults();
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCoreApplication::removeTranslator(&pseudo);
    QCOMPARE(pseudo.missing(), QStringList());
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(QLatin1Char('\n'))));
  }

  // ------------------------------------------------------------ first run

  void firstRun_usual() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("first-run"));
    f.shootBoth(QStringLiteral("first-run-usual"));
    f.shootSizes(QStringLiteral("first-run-usual"), true);
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void firstRun_refused_andOffline() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("first-run"));
    auto* key = f.named<QLineEdit>(QStringLiteral("OpenAI API key"));
    key->setText(QStringLiteral("sk-wrong"));
    const auto ended = [&](ui::FirstRunState::Key how) {
      return QTest::qWaitFor([&] { return f.firstRun().firstRun().state().key == how; });
    };
    f.services.http->enqueue(testing::jsonAnswer(
        401, R"({"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}})"));
    f.firstRun().firstRun().useKey(key->text());
    QVERIFY(ended(ui::FirstRunState::Key::Refused));
    f.shootBoth(QStringLiteral("first-run-refused"));
    f.services.http->enqueue(testing::failure(base::ErrorCode::ConnectionFailed, "api.openai.com"));
    f.firstRun().firstRun().useKey(key->text());
    QVERIFY(ended(ui::FirstRunState::Key::Unreachable));
    f.shootBoth(QStringLiteral("first-run-offline"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void firstRun_serversFound() {
    GoldenWindow f(*m_theme);
    f.services.http->answer = answerByPort;
    f.open(QStringLiteral("first-run"));
    f.firstRun().firstRun().probe();
    QVERIFY(QTest::qWaitFor([&] { return !f.firstRun().firstRun().state().probing(); }));
    f.shootBoth(QStringLiteral("first-run-found"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void firstRun_pseudoLocale() {
    tests::PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    {
      GoldenWindow f(*m_theme);
      f.open(QStringLiteral("first-run"));
      f.shoot(QStringLiteral("first-run-pseudo"));
      m_faults = f.faults();
    }
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCoreApplication::removeTranslator(&pseudo);
    QCOMPARE(pseudo.missing(), QStringList());
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join(QLatin1Char('\n'))));
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
  QStringList m_faults;
  bool m_all = QCoreApplication::arguments().size() == 1;
};

AIAGENT_GOLDEN_MAIN(SettingsGoldenTest)
#include "settings_golden_test.moc"
