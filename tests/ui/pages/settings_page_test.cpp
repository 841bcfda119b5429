#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTreeWidget>

#include "tests/ui/pages/settings_fixture.h"
#include "ui/viewmodels/settings_forms.h"

using namespace aiagent;
using testing::Asked;
using testing::await;
using testing::connectActions;
using testing::jsonAnswer;
using testing::kModels;
using testing::lab;
using testing::makeSettingsPage;
using testing::PageFixture;

class SettingsPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_theme->apply(ui::ThemeChoice::Light, 100); }
  void cleanupTestCase() { m_theme.reset(); }

  // ------------------------------------------------------------ network

  void proxy_isAppliedAndKept() {
    PageFixture f;
    Asked asked;
    connectActions(f, asked);
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f));
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
    auto& page = f.show(makeSettingsPage(f), wanted.size);
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
    auto& page = f.show(makeSettingsPage(f), {1440, 900});
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
            QStringLiteral("shortcuts"), QStringLiteral("models"),  QStringLiteral("uploads"),
            QStringLiteral("data"),      QStringLiteral("about")};
  }
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(SettingsPageTest)
#include "settings_page_test.moc"
