// Looks over the window in its usual states: nothing is clipped, whatever the size and the colours.
#include <QToolButton>

#include "tests/ui/golden/golden.h"
#include "tests/ui/golden/pseudo_locale.h"
#include "tests/ui/usual_agents.h"
#include "tests/ui/window_fixture.h"

using namespace aiagent;
using testing::WindowFixture;

namespace {

void fill(WindowFixture& f) {
  for (auto& content : tests::usualAgents()) f.addAgent(std::move(content));
}

}  // namespace

class PicturesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }

  void agentsPage_everySize_nothingIsClipped_data() {
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::newRow("light-large") << int(ui::ThemeChoice::Light) << QSize(1440, 900) << 100;
    QTest::newRow("dark-large") << int(ui::ThemeChoice::Dark) << QSize(1440, 900) << 100;
    QTest::newRow("light-middle") << int(ui::ThemeChoice::Light) << QSize(1024, 700) << 100;
    QTest::newRow("dark-small") << int(ui::ThemeChoice::Dark) << QSize(760, 700) << 100;
    QTest::newRow("contrast") << int(ui::ThemeChoice::HighContrast) << QSize(1440, 900) << 100;
    QTest::newRow("light-double") << int(ui::ThemeChoice::Light) << QSize(1440, 900) << 200;
  }
  void agentsPage_everySize_nothingIsClipped() {
    QFETCH(int, theme);
    QFETCH(QSize, size);
    QFETCH(int, percent);
    m_theme->apply(ui::ThemeChoice(theme), percent);
    WindowFixture f;
    fill(f);
    f.open(size);
    f.page().playground().setMessage(QStringLiteral("The printer is on fire"));
    QTest::qWait(50);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    f.picture(QStringLiteral("agents-") + name);
    const auto faults = tests::clippedTexts(*f.window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
  }

  void agentsPage_aRun_isShown() {
    for (const auto theme : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
      m_theme->apply(theme, 100);
      WindowFixture f;
      fill(f);
      f.open();
      const QString suffix =
          theme == ui::ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("dark");
      auto& playground = f.page().playground();
      playground.setMessage(QStringLiteral("The printer is on fire"));
      playground.run();
      QTest::qWait(30);
      f.picture(QStringLiteral("missing-") + suffix);
      playground.setVariable("team", QStringLiteral("red"));
      playground.setVariable("language", QStringLiteral("English"));
      f.services.http->enqueue(testing::eventStream(
          testing::answerStream({"**Urgent**",
                                 ": a fire stops all work.\\n\\n1. Call the fire brigade\\n2. Leave the "
                                 "building\\n\\n```python\\nprint('help')\\n```\\n"})));
      playground.run();
      QVERIFY(
          QTest::qWaitFor([&] { return !playground.state().busy() && !playground.state().tip.isNull(); }));
      if (playground.state().error)
        qDebug("%s %s", playground.state().error->detail.c_str(), playground.state().error->said.c_str());
      f.page().agent().setPrompt(format::text(f.page().agent().state().content.prompt) +
                                 QStringLiteral("\n- Be kind."));
      f.page().agent().addParameter("temperature");
      f.page().agent().addParameter("reasoning.effort");
      QTest::qWait(300);
      f.picture(QStringLiteral("answer-") + suffix);
      for (auto* button : f.window->findChildren<QToolButton*>())
        if (button->text().startsWith(QStringLiteral("Parameters"))) button->click();
      f.page().agent().setParameter("temperature", QStringLiteral("hot"));
      QTest::qWait(30);
      f.picture(QStringLiteral("parameters-") + suffix);
      QCOMPARE(tests::clippedTexts(*f.window), QStringList());
      f.page().agent().setParameter("temperature", QStringLiteral("0.5"));
      playground.setMessage(QStringLiteral("And now?"));
      f.services.http->enqueue(testing::jsonAnswer(
          400,
          R"({"error":{"message":"Unsupported parameter: 'temperature' is not supported with this model.","type":"invalid_request_error","param":"temperature","code":"unsupported_parameter"}})"));
      playground.run();
      QVERIFY(QTest::qWaitFor([&] { return playground.state().error.has_value(); }));
      f.page().library().remove(f.page().library().rows()->row(2).id);
      QTest::qWait(30);
      f.picture(QStringLiteral("refused-") + suffix);
      f.page().library().setSearch(QStringLiteral("tick"));
      QTest::qWait(100);
      f.registry.find(QStringLiteral("window.palette"))->trigger();
      QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ag"));
      QTest::qWait(30);
      f.picture(QStringLiteral("palette-") + suffix);
    }
  }

  void agentsPage_empty_offersTheFirstStep() {
    m_theme->apply(ui::ThemeChoice::Light, 100);
    WindowFixture f;
    f.open();
    f.picture(QStringLiteral("empty-light"));
    QCOMPARE(tests::clippedTexts(*f.window), QStringList());
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(PicturesTest)
#include "pictures_test.moc"
