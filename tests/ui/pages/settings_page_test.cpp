#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

#include "core/services/proxy_password.h"
#include "tests/ui/pages/page_fixture.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/viewmodels/settings_forms.h"

using namespace aiagent;
using testing::await;
using testing::jsonAnswer;
using testing::PageFixture;

namespace {

const std::string kModels =
    R"({"object":"list","data":[{"id":"gpt-5","object":"model"},{"id":"gpt-5-mini","object":"model"}]})";

// What the composition root does, without a network: remembers what it was asked.
struct Asked {
  std::vector<ui::NetworkForm> networks;
  std::string proxyPassword, proxyOrigin;
  std::vector<ui::AppearanceForm> appearances;
  std::vector<base::LogLevel> levels;
  std::optional<base::Error> refusal;
};

void connectActions(PageFixture& f, Asked& asked) {
  f.actions.applyNetwork = [&asked](const ui::NetworkForm& form) -> base::Result<void> {
    if (asked.refusal) return *asked.refusal;
    asked.networks.push_back(form);
    return {};
  };
  f.actions.keepProxyPassword = [&](const ui::NetworkForm& form, base::SecretString secret,
                                    std::function<void(base::Result<bool>)> done) {
    asked.proxyPassword = secret.reveal();
    asked.proxyOrigin = services::proxyOrigin(form);
    f.services.scheduler.post([done] { done(true); });
  };
  f.actions.findProxyPassword = [&](const ui::NetworkForm& form, std::function<void(bool)> done) {
    const bool kept = !asked.proxyPassword.empty() && asked.proxyOrigin == services::proxyOrigin(form);
    f.services.scheduler.post([kept, done] { done(kept); });
  };
  f.actions.readCertificates = [](const std::string& path) -> base::Result<std::vector<std::string>> {
    if (path.find("good") == std::string::npos)
      return base::Error{
          .code = base::ErrorCode::InvalidInput, .detail = "holds no certificate", .subject = path};
    return std::vector<std::string>{"Example Root CA"};
  };
  f.actions.applyAppearance = [&asked](const ui::AppearanceForm& form) { asked.appearances.push_back(form); };
  f.actions.applyLogLevel = [&asked](base::LogLevel level) { asked.levels.push_back(level); };
}

ui::SettingsPage* makePage(PageFixture& f) {
  return new ui::SettingsPage({*f.services.profile, *f.services.providers, *f.services.models,
                               *f.services.settings, f.registry, f.actions});
}

domain::Provider lab() {
  return {.name = "lab",
          .baseUrl = "https://lab.example/v1",
          .keySource = domain::KeySource::KeyStore,
          .defaultModel = "gpt-5"};
}

// A page that shows the provider "lab", with a key.
ui::SettingsPage& showLab(PageFixture& f) {
  (void)await<domain::Provider>([&](auto done) { f.services.providers->save(lab(), done); });
  (void)await<ports::SecretPersistence>(
      [&](auto done) { f.services.providers->setKey(lab(), base::SecretString("sk-old"), done); });
  auto& page = f.show(makePage(f));
  page.providers().select(QStringLiteral("lab"));
  if (!QTest::qWaitFor([&] { return page.providers().state().key == ui::ProvidersState::Key::Kept; }))
    qFatal("lab is not shown");
  return page;
}

}  // namespace

class SettingsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_theme->apply(ui::ThemeChoice::Light, 100); }
  void cleanupTestCase() { m_theme.reset(); }

  // ------------------------------------------------------------ providers

  void newProvider_typedByKeyboard_isSavedWithItsKey() {
    PageFixture f;
    auto& page = f.show(makePage(f));
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
    auto& page = f.show(makePage(f));
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
    auto& page = f.show(makePage(f));
    QTRY_VERIFY(page.providers().state().fromEnvironment);
    QVERIFY(f.shows(QStringLiteral("started with OPENAI_API_KEY")));
  }

  // ------------------------------------------------------------ network

  void proxy_isAppliedAndKept() {
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("network"));
    auto* mode = f.named<QComboBox>(QStringLiteral("Use"));
    mode->setFocus();
    QTest::keyClick(mode, Qt::Key_Down);
    QTest::keyClick(mode, Qt::Key_Down);
    QVERIFY(!f.button<QPushButton>(QStringLiteral("Apply"))->isEnabled());
    QTest::keyClicks(f.named<QLineEdit>(QStringLiteral("Host")), QStringLiteral("http://proxy"));
    QVERIFY(f.shows(QStringLiteral("without “http://”")));
    f.named<QLineEdit>(QStringLiteral("Host"))->clear();
    QTest::keyClicks(f.named<QLineEdit>(QStringLiteral("Host")), QStringLiteral("proxy.example"));
    f.named<QSpinBox>(QStringLiteral("Port"))->setValue(3128);
    QTest::keyClicks(f.named<QLineEdit>(QStringLiteral("User name")), QStringLiteral("me"));
    auto* password = f.named<QLineEdit>(QStringLiteral("Password"));
    QTest::keyClicks(password, QStringLiteral("secret"));
    f.picture(QStringLiteral("settings-network-manual"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Apply")), Qt::LeftButton);
    QTRY_COMPARE(asked.networks.size(), std::size_t(1));
    QCOMPARE(asked.proxyPassword, std::string("secret"));
    QCOMPARE(password->text(), QString());
    QCOMPARE(asked.networks[0].host, std::string("proxy.example"));
    QVERIFY(ui::readNetworkForm(*f.services.settings) == asked.networks[0]);
    QVERIFY(asked.networks[0].mode == ui::ProxyMode::Manual);
    QTRY_VERIFY(f.shows(QStringLiteral("Applied.")));
  }

  void proxyPassword_afterAChangeOfProxy_isAskedForAgain() {
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    ui::NetworkForm form{.mode = ui::ProxyMode::Manual, .host = "proxy.example", .port = 3128, .user = "me"};
    services::keepNetworkForm(*f.services.settings, form);
    asked.proxyPassword = "secret";
    asked.proxyOrigin = services::proxyOrigin(form);
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("network"));
    QTRY_VERIFY(page.network().state().hasPassword);
    QVERIFY(!f.shows(QStringLiteral("The proxy has changed")));
    auto* host = f.named<QLineEdit>(QStringLiteral("Host"));
    host->clear();
    QTest::keyClicks(host, QStringLiteral("other.example"));
    QVERIFY(!page.network().state().hasPassword);
    QVERIFY(f.shows(QStringLiteral("The proxy has changed")));
    f.picture(QStringLiteral("settings-network-password-again"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Apply")), Qt::LeftButton);
    QTRY_COMPARE(asked.networks.size(), std::size_t(1));
    QVERIFY(!page.network().state().hasPassword);
    QVERIFY(f.shows(QStringLiteral("The proxy has changed")));
    QTest::keyClicks(f.named<QLineEdit>(QStringLiteral("Password")), QStringLiteral("new"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Apply")), Qt::LeftButton);
    QTRY_VERIFY(page.network().state().hasPassword);
    QCOMPARE(asked.proxyPassword, std::string("new"));
    QCOMPARE(asked.proxyOrigin, std::string("http://other.example:3128"));
    QVERIFY(!f.shows(QStringLiteral("The proxy has changed")));
  }

  void proxy_thatIsRefused_isNotKept() {
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    asked.refusal = base::Error{.code = base::ErrorCode::InvalidInput, .subject = "bypass"};
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("network"));
    page.network().edit([](ui::NetworkForm& form) { form.mode = ui::ProxyMode::None; });
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Apply")), Qt::LeftButton);
    QTRY_VERIFY(page.network().state().error.has_value());
    QVERIFY(ui::readNetworkForm(*f.services.settings).mode == ui::ProxyMode::System);
    QVERIFY(page.network().state().dirty);
  }

  void certificates_tellWhoseTheyAre_orWhyNot() {
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("network"));
    page.network().addCertificate(QStringLiteral("/etc/good.pem"));
    page.network().addCertificate(QStringLiteral("/etc/bad.pem"));
    auto* list = f.named<QListWidget>(QStringLiteral("Certificate files"));
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().contains(QStringLiteral("Example Root CA")));
    QVERIFY(list->item(1)->text().contains(QStringLiteral("cannot be used")));
    f.picture(QStringLiteral("settings-network-certificates"));
    list->setCurrentRow(1);
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Take Out")), Qt::LeftButton);
    QTRY_COMPARE(list->count(), 1);
  }

  void networkTest_namesWhatItReached() {
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    (void)await<domain::Provider>([&](auto done) { f.services.providers->save(lab(), done); });
    (void)await<ports::SecretPersistence>(
        [&](auto done) { f.services.providers->setKey(lab(), base::SecretString("sk"), done); });
    (void)await<void>([&](auto done) { f.services.providers->use("lab", done); });
    f.services.http->enqueue(testing::failure(base::ErrorCode::ProxyRefused, "proxy:3128"));
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("network"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Test")), Qt::LeftButton);
    QTRY_VERIFY(f.shows(QStringLiteral("The proxy wants a user name and password")));
    f.services.http->enqueue(jsonAnswer(200, kModels));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Test")), Qt::LeftButton);
    QTRY_VERIFY(f.shows(QStringLiteral("“lab” was reached")));
  }

  // ------------------------------------------------------------ the other sections

  void appearance_holdsAtOnceAndIsKept() {
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("appearance"));
    auto* colours = f.named<QComboBox>(QStringLiteral("Colours"));
    colours->setFocus();
    QTest::keyClick(colours, Qt::Key_Down);
    QTest::keyClick(colours, Qt::Key_Down);
    QCOMPARE(asked.appearances.size(), std::size_t(2));
    QVERIFY(asked.appearances.back().theme == ui::AppearanceForm::Theme::Dark);
    QCOMPARE(f.services.settings->value("appearance.theme"), std::string("dark"));
    auto* language = f.named<QComboBox>(QStringLiteral("Language"));
    language->setFocus();
    QTest::keyClick(language, Qt::Key_Down);
    QTest::keyClick(language, Qt::Key_Down);
    QVERIFY(f.shows(QStringLiteral("when the program is started next")));
    QCOMPARE(f.services.settings->value("appearance.language"), std::string("de"));
  }

  void shortcut_thatIsTaken_isToldAndMoves() {
    PageFixture f;
    auto& page = f.show(makePage(f));
    f.registry.add(f.window.get(),
                   {QStringLiteral("a.save"),
                    QStringLiteral("&Save"),
                    QStringLiteral("Agents"),
                    {},
                    {QKeySequence(Qt::CTRL | Qt::Key_S)}},
                   [] {});
    f.registry.add(f.window.get(),
                   {QStringLiteral("r.again"), QStringLiteral("Run &again"), QStringLiteral("Runs"), {}, {}},
                   [] {});
    page.go(QStringLiteral("shortcuts"));
    auto* search = f.named<QLineEdit>(QStringLiteral("Search shortcuts"));
    QTest::keyClicks(search, QStringLiteral("again"));
    auto* table = f.named<QTreeWidget>(QStringLiteral("Commands and their shortcuts"));
    for (int row = 0; row < table->topLevelItemCount(); ++row)
      if (!table->topLevelItem(row)->isHidden()) table->setCurrentItem(table->topLevelItem(row));
    auto* keys = f.named<QKeySequenceEdit>(QStringLiteral("New shortcut: press the keys"));
    keys->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_S));
    QVERIFY(f.shows(QStringLiteral("These keys belong to “Save”")));
    f.picture(QStringLiteral("settings-shortcuts-conflict"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Change and Take Over")), Qt::LeftButton);
    QCOMPARE(f.registry.find(QStringLiteral("r.again"))->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    QVERIFY(f.registry.find(QStringLiteral("a.save"))->shortcut().isEmpty());
    const auto own = ui::readShortcuts(*f.services.settings);
    QCOMPARE(own.value(QStringLiteral("r.again")), QStringLiteral("Ctrl+S"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Put All Back")), Qt::LeftButton);
    QCOMPARE(f.registry.find(QStringLiteral("a.save"))->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
    QVERIFY(ui::readShortcuts(*f.services.settings).isEmpty());
  }

  void models_areListedWithTheirPrices() {
    PageFixture f;
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("models"));
    auto* table = f.named<QTableView>(QStringLiteral("Models and prices"));
    const int all = table->model()->rowCount();
    QVERIFY(all > 3);
    f.services.models->learnRefusal(f.services.models->catalog().all().front().id, "temperature");
    QCOMPARE(table->model()->rowCount(), all);
    QTest::keyClicks(f.named<QLineEdit>(QStringLiteral("Search models")), QStringLiteral("gpt-5"));
    QVERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < all);
    QVERIFY(f.shows(QStringLiteral("models.json")));
  }

  void backupAndCheck_tellWhatCameOfThem() {
    PageFixture f;
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("data"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Back Up Now")), Qt::LeftButton);
    QTRY_VERIFY(f.shows(QStringLiteral("The copy is at")));
    QVERIFY(QFileInfo::exists(page.data().state().backup));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Check Now")), Qt::LeftButton);
    QTRY_VERIFY(page.data().state().check == ui::DataState::Check::Sound);
    QVERIFY(f.shows(QStringLiteral("Sound, checked just now.")));
  }

  void diagnostics_holdNothingSecret() {
    PageFixture f;
    auto provider = lab();
    provider.organization = "org-planted";
    (void)await<domain::Provider>([&](auto done) { f.services.providers->save(provider, done); });
    (void)await<ports::SecretPersistence>(
        [&](auto done) { f.services.providers->setKey(provider, base::SecretString("sk-planted"), done); });
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("data"));
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Copy Diagnostics")), Qt::LeftButton);
    QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    const auto text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(QStringLiteral("provider lab: https://lab.example")));
    QVERIFY(!text.contains(QStringLiteral("planted")));
  }

  void logLevel_isAppliedAndKept() {
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    auto& page = f.show(makePage(f));
    page.go(QStringLiteral("data"));
    auto* level = f.named<QComboBox>(QStringLiteral("Log what"));
    level->setFocus();
    QTest::keyClick(level, Qt::Key_End);
    QCOMPARE(asked.levels, std::vector<base::LogLevel>{base::LogLevel::Debug});
    QVERIFY(ui::readLogLevel(*f.services.settings) == base::LogLevel::Debug);
  }

  // ------------------------------------------------------------ looks

  void everySection_everyLook_nothingIsClipped_data() {
    QTest::addColumn<int>("look");
    int row = 0;
    for (const auto& look : testing::kLooks) QTest::newRow(look.name) << row++;
  }
  void everySection_everyLook_nothingIsClipped() {
    QFETCH(int, look);
    const auto& wanted = testing::kLooks[look];
    m_theme->apply(wanted.theme, wanted.percent);
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    (void)await<domain::Provider>([&](auto done) { f.services.providers->save(lab(), done); });
    (void)await<void>([&](auto done) { f.services.providers->use("lab", done); });
    auto& page = f.show(makePage(f), wanted.size);
    f.registry.add(f.window.get(),
                   {QStringLiteral("a.save"),
                    QStringLiteral("&Save"),
                    QStringLiteral("Agents"),
                    {},
                    {QKeySequence(Qt::CTRL | Qt::Key_S)}},
                   [] {});
    for (const auto& section : sections()) {
      page.go(section);
      QCOMPARE(page.currentSection(), section);
      QTest::qWait(60);
      f.picture(QStringLiteral("settings-%1-%2").arg(section, QLatin1String(wanted.name)));
      const auto faults = f.clipped();
      QVERIFY2(faults.isEmpty(), qPrintable(section + QStringLiteral(": ") + faults.join(QLatin1Char('\n'))));
    }
  }

  void pseudoLocale_everyTextIsTranslated() {
    tests::PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    auto& page = f.show(makePage(f), {1440, 900});
    page.setLayoutDirection(Qt::RightToLeft);
    QStringList hardCoded, clipped;
    const QStringList data{QStringLiteral("openai"),        QStringLiteral("https://"),
                           QStringLiteral("MY_SERVER_KEY"), QStringLiteral("Qt 6"),
                           QStringLiteral("LGPL"),          f.services.folder.path()};
    for (const auto& section : sections()) {
      page.go(section);
      QTest::qWait(60);
      f.picture(QStringLiteral("settings-%1-pseudo").arg(section));
      hardCoded << tests::untranslatedTexts(page, data);
      clipped << f.clipped();
    }
    QCoreApplication::removeTranslator(&pseudo);
    hardCoded.removeDuplicates();
    QCOMPARE(pseudo.missing(), QStringList());
    QCOMPARE(hardCoded, QStringList());
    QCOMPARE(clipped, QStringList());
  }

 private:
  static QStringList sections() {
    return {QStringLiteral("providers"), QStringLiteral("network"), QStringLiteral("appearance"),
            QStringLiteral("shortcuts"), QStringLiteral("models"),  QStringLiteral("data"),
            QStringLiteral("about")};
  }
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(SettingsPageTest)
#include "settings_page_test.moc"
