#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "tests/ui/pages/settings_fixture.h"

using namespace aiagent;
using testing::await;
using testing::jsonAnswer;
using testing::kModels;
using testing::lab;
using testing::makeSettingsPage;
using testing::PageFixture;

namespace {

// A page that shows the provider "lab", with a key.
ui::SettingsPage& showLab(PageFixture& f) {
  (void)await<domain::Provider>([&](auto done) { f.services.providers->save(lab(), done); });
  (void)await<ports::SecretPersistence>(
      [&](auto done) { f.services.providers->setKey(lab(), base::SecretString("sk-old"), done); });
  auto& page = f.show(makeSettingsPage(f));
  page.providers().select(QStringLiteral("lab"));
  if (!QTest::qWaitFor([&] { return page.providers().state().key == ui::ProvidersState::Key::Kept; }))
    qFatal("lab is not shown");
  return page;
}

}  // namespace

class SettingsProvidersTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_theme->apply(ui::ThemeChoice::Light, 100); }
  void cleanupTestCase() { m_theme.reset(); }

  void newProvider_typedByKeyboard_isSavedWithItsKey() {
    PageFixture f;
    auto& page = f.show(makeSettingsPage(f));
    QTRY_VERIFY(page.providers().state().loaded);
    QTest::mouseClick(f.named<QToolButton>(QStringLiteral("Add a provider")), Qt::LeftButton);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("lab"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("lab.example/v1"));
    QVERIFY(f.shows(QStringLiteral("begins with https://")));
    QVERIFY(!f.button<QPushButton>(QStringLiteral("Save"))->isEnabled());
    f.picture(QStringLiteral("settings-providers-wrong"));
    auto* url = f.named<QLineEdit>(QStringLiteral("Base URL"));
    QCOMPARE(QApplication::focusWidget(), url);
    QTest::keyClick(url, Qt::Key_Home);
    QTest::keyClicks(url, QStringLiteral("https://"));
    auto* key = f.named<QLineEdit>(QStringLiteral("Key"));
    QTest::keyClicks(key, QStringLiteral("sk-new"));
    QTest::keyClick(key, Qt::Key_Return);
    QTRY_COMPARE(page.providers().state().selected, QStringLiteral("lab"));
    QTRY_VERIFY(page.providers().state().key == ui::ProvidersState::Key::Kept);
    QCOMPARE(key->text(), QString());
    const auto kept = await<domain::Provider>([&](auto done) { f.services.providers->find("lab", done); });
    QCOMPARE(kept->baseUrl, std::string("https://lab.example/v1"));
    QCOMPARE(std::string(await<services::ProviderAccess>([&](auto done) {
                           f.services.providers->access(*kept, done);
                         })->key.reveal()),
             std::string("sk-new"));
    // MemorySecretStore keeps nothing beyond the program, and the page says so.
    QVERIFY(f.shows(QStringLiteral("kept only until the program ends")));
  }

  void address_ofAnotherServer_asksForTheKeyAgain() {
    PageFixture f;
    auto& page = showLab(f);
    auto* url = f.named<QLineEdit>(QStringLiteral("Base URL"));
    url->selectAll();
    QTest::keyClicks(url, QStringLiteral("https://elsewhere.example/v1"));
    QTRY_VERIFY(f.shows(QStringLiteral("The address has changed")));
    QTest::keyClick(url, Qt::Key_Return);
    QTRY_VERIFY(!page.providers().state().dirty && !page.providers().state().saving);
    const auto kept = await<domain::Provider>([&](auto done) { f.services.providers->find("lab", done); });
    QVERIFY(!*await<bool>([&](auto done) { f.services.providers->hasKey(*kept, done); }));
  }

  void typed_survivesLookingAtAnother() {
    PageFixture f;
    auto& page = showLab(f);
    auto* model = f.named<QLineEdit>(QStringLiteral("Organization"));
    QTest::keyClicks(model, QStringLiteral("org-1"));
    QTest::keyClicks(f.named<QLineEdit>(QStringLiteral("Key")), QStringLiteral("sk-half"));
    page.providers().select(QStringLiteral("openai"));
    QTRY_COMPARE(f.named<QLineEdit>(QStringLiteral("Base URL"))->text(),
                 QStringLiteral("https://api.openai.com/v1"));
    QCOMPARE(f.named<QLineEdit>(QStringLiteral("Key"))->text(), QString());
    page.providers().select(QStringLiteral("lab"));
    QTRY_COMPARE(f.named<QLineEdit>(QStringLiteral("Organization"))->text(), QStringLiteral("org-1"));
    QVERIFY(page.providers().state().keyTyped);
    QVERIFY(f.button<QPushButton>(QStringLiteral("Save"))->isEnabled());
  }

  void test_tellsWhatCameOfIt() {
    PageFixture f;
    auto& page = showLab(f);
    f.services.http->enqueue(jsonAnswer(200, kModels));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Test")), Qt::LeftButton);
    QTRY_VERIFY(f.shows(QStringLiteral("Address and key are right")));
    QCOMPARE(f.named<QComboBox>(QStringLiteral("Default model"))->count(), 2);
    QCOMPARE(f.named<QComboBox>(QStringLiteral("Default model"))->currentText(), QStringLiteral("gpt-5"));
    f.services.http->enqueue(
        jsonAnswer(401, R"({"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}})"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Test")), Qt::LeftButton);
    QTRY_VERIFY(f.shows(QStringLiteral("does not accept the API key")));
    f.picture(QStringLiteral("settings-providers-refused"));
    f.services.http->enqueue({testing::Step::hang()});
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Test")), Qt::LeftButton);
    QTRY_VERIFY(f.shows(QStringLiteral("Asking https://lab.example/v1")));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Stop Testing")), Qt::LeftButton);
    QVERIFY(page.providers().state().test.phase == ui::ProvidersState::Test::Phase::Idle);
    QCOMPARE(f.services.http->open(), 0);
  }

  void test_endsWhereNobodyLooksAnyMore() {
    PageFixture f;
    auto& page = showLab(f);
    const auto running = [&] {
      return page.providers().state().test.phase == ui::ProvidersState::Test::Phase::Running;
    };
    const auto begin = [&] {
      f.services.http->enqueue({testing::Step::hang()});
      page.providers().test();
      QTRY_COMPARE(f.services.http->open(), 1);
    };
    begin();
    page.providers().select(QStringLiteral("openai"));
    QVERIFY(!running());
    QCOMPARE(f.services.http->open(), 0);
    page.providers().select(QStringLiteral("lab"));
    begin();
    page.go(QStringLiteral("network"));
    QVERIFY(!running());
    QCOMPARE(f.services.http->open(), 0);
    page.go(QStringLiteral("providers"));
    begin();
    page.hide();
    QVERIFY(!running());
    QCOMPARE(f.services.http->open(), 0);
  }

  void remove_canBeUndone_andIsCarriedOutLater() {
    PageFixture f;
    auto& page = showLab(f);
    QTest::mouseClick(f.named<QToolButton>(QStringLiteral("Remove the provider")), Qt::LeftButton);
    QVERIFY(f.shows(QStringLiteral("was removed")));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Undo")), Qt::LeftButton);
    QTRY_COMPARE(page.providers().state().selected, QStringLiteral("lab"));
    QTRY_VERIFY(page.providers().state().key == ui::ProvidersState::Key::Kept);
    page.providers().remove();
    bool flushed = false;
    page.flush([&] { flushed = true; });
    QTRY_VERIFY(flushed);
    QVERIFY(!await<domain::Provider>([&](auto done) { f.services.providers->find("lab", done); }).ok());
  }

  void useForRuns_makesItTheOneInUse() {
    PageFixture f;
    showLab(f);
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Use for Runs")), Qt::LeftButton);
    QTRY_VERIFY(f.shows(QStringLiteral("Runs go here.")));
    QCOMPARE(await<domain::Provider>([&](auto done) { f.services.providers->current(done); })->name,
             std::string("lab"));
  }

  void rehearsal_cannotBeEdited() {
    PageFixture f;
    f.services.providers->setRehearsalUrl("http://127.0.0.1:4711/v1");
    auto& page = f.show(makeSettingsPage(f));
    QTRY_VERIFY(page.providers().state().loaded);
    page.providers().select(QStringLiteral("rehearsal"));
    QTRY_VERIFY(f.shows(QStringLiteral("no model involved")));
    QVERIFY(!f.shows(QStringLiteral("belongs to the rehearsal model")));
    QVERIFY(!f.named<QLineEdit>(QStringLiteral("Base URL"))->isEnabled());
    QVERIFY(!f.named<QToolButton>(QStringLiteral("Remove the provider"))->isEnabled());
  }

  void environmentKey_isNamed() {
    services::ProviderEnvironment environment;
    environment.openAiKey = base::SecretString("sk-env");
    PageFixture f(std::move(environment));
    auto& page = f.show(makeSettingsPage(f));
    QTRY_VERIFY(page.providers().state().fromEnvironment);
    QVERIFY(f.shows(QStringLiteral("started with OPENAI_API_KEY")));
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(SettingsProvidersTest)
#include "settings_providers_test.moc"
