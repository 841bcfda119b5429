// What the Agents page looks like, with the command palette over it.
#include <QApplication>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include "tests/ui/golden/golden_window.h"
#include "tests/ui/golden/pseudo_locale.h"

using namespace aiagent;
using tests::GoldenWindow;

namespace {

constexpr char kAnswer[] =
    "**Urgent**: a fire stops all work.\n\n1. Call the fire brigade\n2. Leave the building\n\n"
    "| team | reads it |\n|---|---|\n| red | now |\n| blue | tomorrow |\n\n```python\nprint('help')\n```\n";

const char kTools[] =
    R"([{"type":"function","name":"find_order","description":"Finds an order","parameters":{"type":"object","properties":{"number":{"type":"integer"}},"required":["number"],"additionalProperties":false},"strict":true},{"type":"web_search"}])";
const char kSchema[] =
    R"({"type":"object","properties":{"urgency":{"type":"string"}},"required":["urgency"],"additionalProperties":false})";

void fillVariables(GoldenWindow& f) {
  f.agents().playground().setVariable("team", QStringLiteral("red"));
  f.agents().playground().setVariable("language", QStringLiteral("English"));
}

// A conversation of two turns, which the playground goes on with.
void converse(GoldenWindow& f) {
  auto first = f.sampleRun(4, "The printer is on fire", kAnswer);
  auto second = f.sampleRun(2, "And the coffee machine?", "**Soon**: nobody works well without it.");
  second.request.parent = first.id;
  f.keep(first);
  f.keep(second);
  f.agents().playground().continueFrom(second.id);
  QTest::qWait(150);
}

void press(GoldenWindow& f, const QString& begin) {
  for (auto* button : f.window->findChildren<QToolButton*>())
    if (button->isVisible() && button->text().startsWith(begin)) return button->click();
  qFatal("no button begins with %s", qPrintable(begin));
}

void typeInto(GoldenWindow& f, const QString& field, const QString& text) {
  f.named<QPlainTextEdit>(field)->insertPlainText(text);
}

testing::Script refused() {
  return testing::jsonAnswer(
      400,
      R"({"error":{"message":"Unsupported parameter: 'temperature' is not supported with this model.","type":"invalid_request_error","param":"temperature","code":"unsupported_parameter"}})");
}

}  // namespace

class AgentsGoldenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() {
    if (m_all) QCOMPARE(tests::unusedGoldens(QStringLiteral("agents-")), QStringList());
    m_theme.reset();
  }

  void empty() {
    GoldenWindow f(*m_theme);
    f.open(QStringLiteral("agents"));
    f.shootBoth(QStringLiteral("agents-empty"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void usual() {
    GoldenWindow f(*m_theme);
    addUsualAgents(f);
    f.open(QStringLiteral("agents"));
    f.agents().playground().setMessage(QStringLiteral("The printer is on fire"));
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("agents-usual"));
    f.shootSizes(QStringLiteral("agents-usual"), true);
    m_theme->apply(ui::ThemeChoice::HighContrast, 100);
    f.shoot(QStringLiteral("agents-usual-contrast"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void conversation() {
    GoldenWindow f(*m_theme);
    addUsualAgents(f);
    f.open(QStringLiteral("agents"));
    fillVariables(f);
    converse(f);
    f.shootBoth(QStringLiteral("agents-conversation"));
    f.window->resize(tests::kMiddle);
    QTest::qWait(50);
    for (auto* bar : f.window->findChildren<QTabBar*>())
      if (bar->isVisible() && bar->count() == 2) bar->setCurrentIndex(1);
    f.shoot(QStringLiteral("agents-conversation-middle"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void draft_withParametersAndTools() {
    GoldenWindow f(*m_theme);
    addUsualAgents(f);
    f.open(QStringLiteral("agents"));
    auto& agent = f.agents().agent();
    typeInto(f, QStringLiteral("Prompt"), QStringLiteral("Be kind.\n"));
    agent.addParameter("temperature");
    agent.addParameter("reasoning.effort");
    press(f, QStringLiteral("Parameters"));
    agent.setParameter("temperature", QStringLiteral("hot"));
    QVERIFY(QTest::qWaitFor([&] { return agent.state().keeping == ui::AgentState::Keeping::Kept; }));
    QTest::qWait(400);
    f.shootBoth(QStringLiteral("agents-draft"));
    press(f, QStringLiteral("Parameters"));
    press(f, QStringLiteral("Tools"));
    agent.setTools(QStringLiteral("[{\"type\": \"web_search\"}]"));
    QTest::qWait(400);
    f.shootBoth(QStringLiteral("agents-tools"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void sections() {
    GoldenWindow f(*m_theme);
    f.addAgent({.name = "Triage",
                .prompt = "You sort tickets for {{team}}, in {{language}}.",
                .model = "gpt-5",
                .tools = kTools,
                .outputSchema = kSchema,
                .variables = {{.name = "team", .description = "who reads it"},
                              {.name = "language",
                               .type = domain::VariableType::Choice,
                               .description = "of the answer",
                               .defaultValue = "English",
                               .choices = {"English", "German"}}},
                .cases = {{.name = "fire",
                           .input = "The printer is on fire",
                           .variables = {{"team", "red"}},
                           .expect = "urgent"},
                          {.name = "invoice", .input = "Where is my invoice?", .expect = "later"}}});
    f.open(QStringLiteral("agents"));
    press(f, QStringLiteral("Variables"));
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("agents-variables"));
    press(f, QStringLiteral("Tools"));
    f.agents().focusSearch();
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("agents-tool"));
    f.shootSizes(QStringLiteral("agents-tool"));
    press(f, QStringLiteral("Output schema"));
    f.shoot(QStringLiteral("agents-schema-light"));
    press(f, QStringLiteral("Cases"));
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("agents-cases"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void missingVariables() {
    GoldenWindow f(*m_theme);
    addUsualAgents(f);
    f.open(QStringLiteral("agents"));
    f.agents().playground().setMessage(QStringLiteral("The printer is on fire"));
    f.agents().playground().run();
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("agents-missing"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void failing() {
    GoldenWindow f(*m_theme);
    addUsualAgents(f);
    f.open(QStringLiteral("agents"));
    fillVariables(f);
    f.agents().playground().setMessage(QStringLiteral("The printer is on fire"));
    f.services.http->enqueue(refused());
    f.agents().playground().run();
    QVERIFY(QTest::qWaitFor([&] { return f.agents().playground().state().error.has_value(); }));
    QTest::qWait(100);
    f.shootBoth(QStringLiteral("agents-refused"));
    f.shootSizes(QStringLiteral("agents-refused"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void offline() {
    GoldenWindow f(*m_theme);
    addUsualAgents(f);
    f.open(QStringLiteral("agents"));
    fillVariables(f);
    f.agents().playground().setMessage(QStringLiteral("The printer is on fire"));
    f.services.http->answer = [](const ports::HttpRequest&) {
      return testing::failure(base::ErrorCode::ConnectionFailed, "lab.example");
    };
    f.agents().playground().run();
    QVERIFY(QTest::qWaitFor([&] {
      return f.agents().playground().state().waitingFor.has_value() ||
             f.agents().playground().state().error.has_value();
    }));
    while (f.agents().playground().state().waitingFor) {
      f.agents().playground().tryNow();
      QTest::qWait(50);
    }
    QVERIFY(QTest::qWaitFor([&] { return f.agents().playground().state().error.has_value(); }));
    QTest::qWait(100);
    f.shootBoth(QStringLiteral("agents-offline"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void archivedAndDeleted() {
    GoldenWindow f(*m_theme);
    addUsualAgents(f);
    f.open(QStringLiteral("agents"));
    const auto first = f.agents().library().rows()->row(0).id;
    f.agents().library().setArchived(first, true);
    f.agents().library().setArchiveFilter(store::ArchiveFilter::ArchivedOnly);
    QVERIFY(QTest::qWaitFor([&] { return f.agents().library().rows()->rowCount() == 1; }));
    f.agents().library().select(first);
    QVERIFY(QTest::qWaitFor([&] { return f.agents().agent().state().archived; }));
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("agents-archived"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void changedElsewhere() {
    GoldenWindow f(*m_theme);
    addUsualAgents(f);
    f.open(QStringLiteral("agents"));
    auto& agent = f.agents().agent();
    const auto id = agent.state().id;
    typeInto(f, QStringLiteral("Prompt"), QStringLiteral("My own words.\n"));
    QVERIFY(QTest::qWaitFor([&] { return agent.state().keeping == ui::AgentState::Keeping::Kept; }));
    auto content = agent.state().content;
    content.prompt = "Their words.";
    QVERIFY(testing::await<domain::Agent>(
        [&](auto done) { f.services.agents->update(id, content, agent.state().revision, done); }));
    QVERIFY(QTest::qWaitFor([&] { return agent.state().changedElsewhere; }));
    QTest::qWait(150);
    f.shoot(QStringLiteral("agents-conflict-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void longWords() {
    GoldenWindow f(*m_theme);
    const std::string word =
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    f.addAgent(
        {.name = word + " " + word,
         .description = word + word + word,
         .prompt = word + word + "\n\n{{" + word.substr(0, 30) + "}} " + word,
         .model = "accounts/example/models/a-model-whose-name-is-longer-than-any-field-that-shows-it",
         .starters = {word + " " + word},
         .tags = {"a-tag-that-is-quite-as-long-as-a-tag-may-be", "another-one-of-the-same-kind", "x"}});
    f.addAgent({.name = "短い名前の日本語エージェント", .description = "文字が空白なしで続く説明文です"});
    f.open(QStringLiteral("agents"));
    f.agents().library().select(f.agents().library().rows()->row(1).id);
    QTest::qWait(200);
    f.shootBoth(QStringLiteral("agents-long"));
    f.window->resize(tests::kMiddle);
    f.shoot(QStringLiteral("agents-long-middle"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void full_searched() {
    GoldenWindow f(*m_theme);
    for (int i = 1; i <= 60; ++i)
      f.addAgent({.name = "Assistant " + std::to_string(i),
                  .description = "Helps with matter number " + std::to_string(i),
                  .prompt = "Help.",
                  .tags = {"group-" + std::to_string(i % 7)}});
    f.open(QStringLiteral("agents"));
    f.shoot(QStringLiteral("agents-full-light"));
    f.agents().library().setSearch(QStringLiteral("number 4"));
    QTest::qWait(300);
    f.shoot(QStringLiteral("agents-searched-light"));
    f.agents().library().setSearch(QStringLiteral("nothing like it"));
    QTest::qWait(300);
    f.shoot(QStringLiteral("agents-nothing-found-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void palette() {
    GoldenWindow f(*m_theme);
    addUsualAgents(f);
    f.open(QStringLiteral("agents"));
    f.registry.find(QStringLiteral("window.palette"))->trigger();
    f.shootBoth(QStringLiteral("agents-palette"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ag"));
    f.shoot(QStringLiteral("agents-palette-searched-light"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("xqz"));
    f.shoot(QStringLiteral("agents-palette-nothing-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void pseudoLocale() {
    tests::PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    {
      GoldenWindow f(*m_theme);
      addUsualAgents(f);
      f.open(QStringLiteral("agents"));
      fillVariables(f);
      f.agents().agent().addParameter("temperature");
      QTest::qWait(200);
      f.shoot(QStringLiteral("agents-usual-pseudo"));
      f.agents().playground().setMessage(QStringLiteral("The printer is on fire"));
      f.services.http->enqueue(refused());
      f.agents().playground().run();
      QVERIFY(QTest::qWaitFor([&] { return f.agents().playground().state().error.has_value(); }));
      QTest::qWait(100);
      f.shoot(QStringLiteral("agents-refused-pseudo"));
      f.registry.find(QStringLiteral("window.palette"))->trigger();
      f.shoot(QStringLiteral("agents-palette-pseudo"));
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

AIAGENT_GOLDEN_MAIN(AgentsGoldenTest)
#include "agents_golden_test.moc"
