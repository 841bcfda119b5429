#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

#include "tests/ui/pages/page_fixture.h"
#include "ui/pages/first_run_page.h"

using namespace aiagent;
using testing::jsonAnswer;
using testing::PageFixture;

namespace {

const std::string kModels =
    R"({"object":"list","data":[{"id":"gpt-5","object":"model"},{"id":"gpt-5-mini","object":"model"}]})";

testing::Script answerByPort(const ports::HttpRequest& request) {
  if (request.url.find(":11434/") != std::string::npos)
    return jsonAnswer(
        200,
        R"({"object":"list","data":[{"id":"llama3.2","object":"model"},{"id":"qwen3","object":"model"}]})");
  if (request.url.find(":8000/") != std::string::npos)
    return jsonAnswer(404, "<html>not here</html>", {{"content-type", "text/html"}});
  return testing::failure(base::ErrorCode::ConnectionFailed, "127.0.0.1");
}

}  // namespace

class FirstRunPageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_theme->apply(ui::ThemeChoice::Light, 100); }
  void cleanupTestCase() { m_theme.reset(); }

  void team_leadsToWhereTheCodeIsTyped() {
    PageFixture f;
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, {}));
    QSignalSpy asked(&page, &ui::Page::pageRequested);
    f.button<QPushButton>(QStringLiteral("Enter the Invitation…"))->click();
    QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("settings"));
    QCOMPARE(asked.at(0).at(1).toString(), QStringLiteral("server:code"));
  }

  void key_thatTheProviderTakes_isKeptAndUsed() {
    PageFixture f;
    f.services.http->enqueue(jsonAnswer(200, kModels));
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, {}));
    QSignalSpy chosen(&page, &ui::FirstRunPage::chosen);
    auto* key = f.named<QLineEdit>(QStringLiteral("OpenAI API key"));
    QVERIFY(!f.button<QPushButton>(QStringLiteral("Check and Use"))->isEnabled());
    QTest::keyClicks(key, QStringLiteral("sk-secret"));
    QTest::keyClick(key, Qt::Key_Return);
    QVERIFY(chosen.wait(5000));
    QCOMPARE(chosen[0][0].value<ui::FirstRunChoice>(), ui::FirstRunChoice::Key);
    QCOMPARE(key->text(), QString());
    QCOMPARE(std::string(f.services.http->requests()[0].bearer.reveal()), std::string("sk-secret"));
    const auto current =
        testing::await<domain::Provider>([&](auto done) { f.services.providers->current(done); });
    QVERIFY(current.ok());
    QCOMPARE(current->name, std::string("openai"));
    QVERIFY(*testing::await<bool>([&](auto done) { f.services.providers->hasKey(*current, done); }));
  }

  void key_thatTheProviderRefuses_isForgottenAndStaysTyped() {
    PageFixture f;
    f.services.http->enqueue(jsonAnswer(
        401,
        R"({"error":{"message":"Incorrect API key provided","type":"invalid_request_error","code":"invalid_api_key"}})"));
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, {}));
    QSignalSpy chosen(&page, &ui::FirstRunPage::chosen);
    auto* key = f.named<QLineEdit>(QStringLiteral("OpenAI API key"));
    QTest::keyClicks(key, QStringLiteral("sk-wrong"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Check and Use")), Qt::LeftButton);
    QTRY_VERIFY(f.shows(QStringLiteral("does not accept the API key")));
    f.picture(QStringLiteral("first-run-refused"));
    QCOMPARE(key->text(), QStringLiteral("sk-wrong"));
    QCOMPARE(chosen.count(), 0);
    const auto provider =
        testing::await<domain::Provider>([&](auto done) { f.services.providers->find("openai", done); });
    QVERIFY(!*testing::await<bool>([&](auto done) { f.services.providers->hasKey(*provider, done); }));
  }

  void key_withoutNetwork_canBeUsedAnyway() {
    PageFixture f;
    f.services.http->enqueue(testing::failure(base::ErrorCode::ConnectionFailed, "api.openai.com"));
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, {}));
    QSignalSpy chosen(&page, &ui::FirstRunPage::chosen);
    auto* key = f.named<QLineEdit>(QStringLiteral("OpenAI API key"));
    QTest::keyClicks(key, QStringLiteral("sk-offline"));
    QTest::keyClick(key, Qt::Key_Return);
    QTRY_VERIFY(f.shows(QStringLiteral("No connection to api.openai.com")));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Use It Anyway")), Qt::LeftButton);
    QVERIFY(chosen.wait(5000));
    const auto provider =
        testing::await<domain::Provider>([&](auto done) { f.services.providers->current(done); });
    QVERIFY(*testing::await<bool>([&](auto done) { f.services.providers->hasKey(*provider, done); }));
  }

  void cancel_whileChecking_forgetsTheKey() {
    PageFixture f;
    f.services.http->enqueue({testing::Step::hang()});
    f.show(new ui::FirstRunPage(*f.services.providers, {}));
    auto* key = f.named<QLineEdit>(QStringLiteral("OpenAI API key"));
    QTest::keyClicks(key, QStringLiteral("sk-slow"));
    QTest::keyClick(key, Qt::Key_Return);
    QTRY_COMPARE(f.services.http->open(), 1);
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Cancel")), Qt::LeftButton);
    QTRY_VERIFY(key->isEnabled());
    const auto provider =
        testing::await<domain::Provider>([&](auto done) { f.services.providers->find("openai", done); });
    QTRY_VERIFY(!*testing::await<bool>([&](auto done) { f.services.providers->hasKey(*provider, done); }));
  }

  void localServers_areAskedOnlyOnRequest_andTheOneThatAnswersIsUsed() {
    PageFixture f;
    f.services.http->answer = answerByPort;
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, {}));
    QSignalSpy chosen(&page, &ui::FirstRunPage::chosen);
    QTest::qWait(30);
    QCOMPARE(f.services.http->requests().size(), std::size_t(0));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Look for Servers")), Qt::LeftButton);
    QTRY_VERIFY(!page.firstRun().state().probing());
    QCOMPARE(f.services.http->requests().size(), std::size_t(4));
    for (const auto& request : f.services.http->requests()) {
      QVERIFY(domain::isLoopbackUrl(request.url));
      QVERIFY(request.bearer.empty());
    }
    QVERIFY(f.button<QRadioButton>(QStringLiteral("Ollama"))->isChecked());
    QVERIFY(!f.button<QRadioButton>(QStringLiteral("LM Studio"))->isEnabled());
    f.picture(QStringLiteral("first-run-found"));
    f.named<QComboBox>(QStringLiteral("Model"))->setCurrentText(QStringLiteral("qwen3"));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Use Ollama")), Qt::LeftButton);
    QVERIFY(chosen.wait(5000));
    const auto current =
        testing::await<domain::Provider>([&](auto done) { f.services.providers->current(done); });
    QCOMPARE(current->name, std::string("ollama"));
    QCOMPARE(current->baseUrl, std::string("http://127.0.0.1:11434/v1"));
    QCOMPARE(current->defaultModel, std::string("qwen3"));
    QVERIFY(current->api == domain::ApiKind::Chat);
    QVERIFY(current->keySource == domain::KeySource::None);
  }

  void search_canBeCancelled_andEndsWithThePage() {
    PageFixture f;
    f.services.http->answer = [](const ports::HttpRequest& request) {
      return request.url.find(":11434/") != std::string::npos ? answerByPort(request)
                                                              : testing::Script{testing::Step::hang()};
    };
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, {}));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Look for Servers")), Qt::LeftButton);
    QTRY_VERIFY(page.firstRun().state().foundServer());
    QVERIFY(page.firstRun().state().probing());
    QVERIFY(f.shows(QStringLiteral("asking…")));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Cancel")), Qt::LeftButton);
    QVERIFY(!page.firstRun().state().probing());
    QCOMPARE(f.services.http->open(), 0);
    QVERIFY(f.button<QPushButton>(QStringLiteral("Use Ollama"))->isEnabled());
    page.firstRun().probe();
    QTRY_COMPARE(f.services.http->open(), 3);
    page.hide();
    QVERIFY(!page.firstRun().state().probing());
    QCOMPARE(f.services.http->open(), 0);
  }

  void rehearse_startsTheServerAndUsesIt() {
    PageFixture f;
    ui::FirstRunOptions options;
    options.startRehearsal = [&]() -> base::Result<void> {
      f.services.providers->setRehearsalUrl("http://127.0.0.1:4711/v1");
      return {};
    };
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, options));
    QSignalSpy chosen(&page, &ui::FirstRunPage::chosen);
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Rehearse")), Qt::LeftButton);
    QVERIFY(chosen.wait(5000));
    QCOMPARE(chosen[0][0].value<ui::FirstRunChoice>(), ui::FirstRunChoice::Rehearsal);
    QCOMPARE(testing::await<domain::Provider>([&](auto done) { f.services.providers->current(done); })->name,
             std::string("rehearsal"));
  }

  void rehearse_thatCannotStart_saysSo() {
    PageFixture f;
    ui::FirstRunOptions options;
    options.startRehearsal = []() -> base::Result<void> {
      return base::Error{.code = base::ErrorCode::Internal};
    };
    f.show(new ui::FirstRunPage(*f.services.providers, options));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Rehearse")), Qt::LeftButton);
    QTRY_VERIFY(f.shows(QStringLiteral("Something went wrong")));
    QVERIFY(f.button<QPushButton>(QStringLiteral("Rehearse"))->isEnabled());
  }

  void getAKey_asksBeforeItOpens() {
    PageFixture f;
    f.show(new ui::FirstRunPage(*f.services.providers, {}));
    QTest::mouseClick(f.button<QPushButton>(QStringLiteral("Get a Key…")), Qt::LeftButton);
    auto* question = f.window->findChild<QMessageBox*>();
    QVERIFY(question);
    QVERIFY(question->informativeText().contains(QStringLiteral("platform.openai.com")) ||
            question->text().contains(QStringLiteral("platform.openai.com")));
    QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
    question->close();
  }

  void keyboard_reachesAllThreeWaysAndSkip() {
    PageFixture f;
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, {}));
    QSignalSpy chosen(&page, &ui::FirstRunPage::chosen);
    f.named<QLineEdit>(QStringLiteral("OpenAI API key"))->setFocus();
    QStringList met;
    for (int i = 0; i < 8; ++i) {
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      if (auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget())) met << button->text();
    }
    for (const auto& text : {QStringLiteral("Get a Key…"), QStringLiteral("Look for Servers"),
                             QStringLiteral("Rehearse"), QStringLiteral("Not now: look around first")})
      QVERIFY2(met.contains(text), qPrintable(met.join(QLatin1Char('|'))));
    auto* skip = f.button<QPushButton>(QStringLiteral("Not now: look around first"));
    skip->setFocus();
    QTest::keyClick(skip, Qt::Key_Space);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<ui::FirstRunChoice>(), ui::FirstRunChoice::Skip);
  }

  void withoutKeyStore_saysThatTheKeyDoesNotSurvive() {
    PageFixture f;
    ui::FirstRunOptions options;
    options.hasKeyStore = false;
    f.show(new ui::FirstRunPage(*f.services.providers, options));
    QVERIFY(f.shows(QStringLiteral("kept only until the program ends")));
  }

  void everyLook_nothingIsClipped_data() {
    QTest::addColumn<int>("look");
    int row = 0;
    for (const auto& look : testing::kLooks) QTest::newRow(look.name) << row++;
  }
  void everyLook_nothingIsClipped() {
    QFETCH(int, look);
    const auto& wanted = testing::kLooks[look];
    m_theme->apply(wanted.theme, wanted.percent);
    PageFixture f;
    f.services.http->answer = answerByPort;
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, {}), wanted.size);
    f.picture(QStringLiteral("first-run-") + QLatin1String(wanted.name));
    QCOMPARE(f.clipped(), QStringList());
    page.firstRun().probe();
    QTRY_VERIFY(!page.firstRun().state().probing());
    QTest::qWait(20);
    QCOMPARE(f.clipped(), QStringList());
  }

  void pseudoLocale_everyTextIsTranslated() {
    tests::PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    PageFixture f;
    auto& page = f.show(new ui::FirstRunPage(*f.services.providers, {}));
    page.setLayoutDirection(Qt::RightToLeft);
    f.picture(QStringLiteral("first-run-pseudo"));
    const auto hardCoded = tests::untranslatedTexts(
        page, {QStringLiteral("Ollama"), QStringLiteral("LM Studio"), QStringLiteral("llama.cpp"),
               QStringLiteral("vLLM"), QStringLiteral("https://platform.openai.com/api-keys"),
               QStringLiteral("http://127.0.0.1")});
    QCoreApplication::removeTranslator(&pseudo);
    QCOMPARE(pseudo.missing(), QStringList());
    QCOMPARE(hardCoded, QStringList());
    QCOMPARE(f.clipped(), QStringList());
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(FirstRunPageTest)
#include "first_run_page_test.moc"
