// Variables, cases, tools and tool calls used as a person uses them: real keys on the real window.
#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>

#include "tests/ui/golden/pseudo_locale.h"
#include "tests/ui/window_fixture.h"
#include "tests/unit/viewmodels/tool_call_answers.h"
#include "ui/pages/playground_pane.h"
#include "ui/pages/tool_calls_pane.h"
#include "ui/pages/variables_form.h"

using namespace aiagent;
using testing::WindowFixture;

namespace {

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 5'000);
}

// The visible button that begins with these words.
QAbstractButton* buttonOf(WindowFixture& f, const QString& text) {
  for (auto* button : f.window->findChildren<QAbstractButton*>())
    if (button->isVisible() && button->text().startsWith(text)) return button;
  qFatal("no button says %s", qPrintable(text));
}

void press(QAbstractButton* button) {
  button->setFocus();
  QTest::keyClick(button, Qt::Key_Space);
}

template <class Widget>
Widget* inForm(WindowFixture& f, const QString& name) {
  for (auto* widget : f.window->findChild<ui::VariablesForm*>()->findChildren<Widget*>())
    if (widget->accessibleName() == name) return widget;
  return nullptr;
}

const domain::AgentContent& contentOf(WindowFixture& f) {
  return f.page().agent().state().content;
}

// What the focused editor of a cell gets.
void typeInCell(QTableWidget* table, int column, const QString& text) {
  table->setCurrentCell(table->currentRow(), column);
  table->setFocus();
  QTest::keyClicks(table, text.left(1));
  auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
  if (!editor || !table->isAncestorOf(editor)) qFatal("the cell is not edited");
  QTest::keyClicks(editor, text.mid(1));
  QTest::keyClick(editor, Qt::Key_Return);
  QTest::qWait(0);  // the cell takes it at the next turn
}

const std::string kCall = testing::callItem("c1", "{\\\"number\\\":7,\\\"who\\\":\\\"Ann\\\"}");

domain::AgentContent rich() {
  domain::AgentContent content;
  content.name = "Triage";
  content.description = "Sorts incoming tickets by urgency and team";
  content.prompt = "You sort tickets for {{team}} in {{language}}. Loud: {{loud}}. At most {{words}} words.";
  content.model = "gpt-5";
  content.variables = {{.name = "team",
                        .type = domain::VariableType::Choice,
                        .description = "Whose tickets",
                        .choices = {"red", "blue"}},
                       {.name = "language", .example = "German", .defaultValue = "English"},
                       {.name = "loud", .type = domain::VariableType::Boolean},
                       {.name = "words",
                        .type = domain::VariableType::Number,
                        .description = "Of the reason",
                        .example = "12"}};
  content.cases = {{"Fire", "The printer is on fire", {{"team", "blue"}, {"words", "9"}}, "Says urgent"},
                   {"", "Where is my invoice?", {}, "Says later"}};
  content.tools =
      R"([{"type":"function","name":"find_order","description":"An order by its number","x":[1,  2],
  "parameters":{"type":"object","properties":{"number":{"type":"integer"}}},"strict":false},
  {"type":"web_search"},
  {"type":"mcp","server_label":"crm","server_url":"https://crm.test/mcp","require_approval":"always"}])";
  content.outputSchema =
      R"({"type":"object","required":["urgency"],"properties":{"urgency":{"type":"string"}}})";
  return content;
}

}  // namespace

class AgentToolsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void variable_isDeclaredByKeys() {
    WindowFixture f;
    f.addAgent({.name = "Poet", .prompt = "For {{team}}."});
    f.open();
    press(buttonOf(f, QStringLiteral("Variables")));
    press(buttonOf(f, QStringLiteral("Add variable")));
    QCOMPARE(contentOf(f).variables.size(), 1u);
    QCOMPARE(contentOf(f).variables[0].name, std::string("team"));  // the prompt's own
    auto* table = f.named<QTableWidget>(QStringLiteral("Variables"));
    QVERIFY(table->isAncestorOf(QApplication::focusWidget()));  // its name is edited at once
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    typeInCell(table, 2, QStringLiteral("Whose tickets"));
    typeInCell(table, 4, QStringLiteral("red"));
    typeInCell(table, 5, QStringLiteral("red | blue"));
    QCOMPARE(contentOf(f).variables[0].description, std::string("Whose tickets"));
    QCOMPARE(contentOf(f).variables[0].defaultValue, std::string("red"));
    QCOMPARE(contentOf(f).variables[0].choices, (std::vector<std::string>{"red", "blue"}));
    QVERIFY(inForm<QLineEdit>(f, QStringLiteral("team")));
    QCOMPARE(inForm<QLineEdit>(f, QStringLiteral("team"))->text(), QStringLiteral("red"));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(contentOf(f).variables.empty());
    QVERIFY(inForm<QLineEdit>(f, QStringLiteral("team"))->text().isEmpty());
  }

  void variablesForm_hasTheFieldsOfTheTypes() {
    WindowFixture f;
    f.addAgent(rich());
    f.open();
    auto* team = inForm<QComboBox>(f, QStringLiteral("team"));
    QVERIFY(team);
    QCOMPARE(team->currentIndex(), -1);
    team->setFocus();
    QTest::keyClick(team, Qt::Key_Down);
    QTest::keyClick(team, Qt::Key_Down);
    QCOMPARE(f.page().playground().state().variables.at("team"), std::string("blue"));
    auto* loud = inForm<QCheckBox>(f, QStringLiteral("loud"));
    QVERIFY(loud);
    loud->setFocus();
    QTest::keyClick(loud, Qt::Key_Space);
    QCOMPARE(f.page().playground().state().variables.at("loud"), std::string("true"));
    auto* words = inForm<QLineEdit>(f, QStringLiteral("words"));
    QVERIFY(words->placeholderText().contains(QStringLiteral("12")));
    words->setFocus();
    QTest::keyClicks(words, QStringLiteral("many"));
    bool told = false;
    for (auto* label : f.window->findChild<ui::VariablesForm*>()->findChildren<QLabel*>())
      told |= label->isVisible() && label->text().contains(QStringLiteral("no number"));
    QVERIFY(told);
    QCOMPARE(inForm<QLineEdit>(f, QStringLiteral("language"))->text(), QStringLiteral("English"));
  }

  void case_isAddedAndTriedByKeys() {
    WindowFixture f;
    f.addAgent({.name = "Poet", .prompt = "For {{team}}."});
    f.open();
    press(buttonOf(f, QStringLiteral("Cases")));
    press(f.named<QToolButton>(QStringLiteral("Add a case")));
    QTest::qWait(0);  // the fields of the variables are shown at the next turn
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Fire"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("It burns"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("red"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Says urgent"));
    QCOMPARE(contentOf(f).cases,
             (std::vector<domain::TestCase>{{"Fire", "It burns", {{"team", "red"}}, "Says urgent"}}));
    press(buttonOf(f, QStringLiteral("Try")));
    QVERIFY(soon([&] { return f.page().playground().state().message == QStringLiteral("It burns"); }));
    QCOMPARE(f.page().playground().state().variables.at("team"), std::string("red"));
    QVERIFY(f.named<QPlainTextEdit>(QStringLiteral("Message"))->hasFocus());
  }

  void tools_areEditedAsAList_andTheRestStays() {
    WindowFixture f;
    f.addAgent(rich());
    f.open();
    press(buttonOf(f, QStringLiteral("Tools")));
    auto* name = f.named<QLineEdit>(QStringLiteral("Name of the function"));
    QCOMPARE(name->text(), QStringLiteral("find_order"));
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("find"));
    QVERIFY(contentOf(f).tools.find(R"("name":"find","description")") != std::string::npos);
    QVERIFY(contentOf(f).tools.find(R"("x":[1,  2])") != std::string::npos);
    QVERIFY(contentOf(f).tools.find("  {\"type\":\"web_search\"},\n") != std::string::npos);
    press(buttonOf(f, QStringLiteral("Code interpreter")));
    QVERIFY(contentOf(f).tools.find("code_interpreter") != std::string::npos);
    press(buttonOf(f, QStringLiteral("MCP server")));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("shop"));
    QVERIFY(contentOf(f).tools.find(R"("server_label":"shop")") != std::string::npos);
    press(buttonOf(f, QStringLiteral("Edit as JSON")));
    auto* json = f.named<QPlainTextEdit>(QStringLiteral("Tools"));
    QVERIFY(json->isVisible());
    QCOMPARE(json->toPlainText(), format::text(contentOf(f).tools));
    json->setFocus();
    QTest::keyClick(json, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(json, QStringLiteral("[]"));
    QCOMPARE(contentOf(f).tools, std::string("[]"));
    press(buttonOf(f, QStringLiteral("Edit as JSON")));
    QCOMPARE(f.named<QListWidget>(QStringLiteral("List of tools"))->count(), 0);
  }

  void toolCall_isAnsweredByKeys_andTheConversationGoesOn() {
    WindowFixture f;
    f.addAgent({.name = "Orders", .prompt = "Help."});
    f.open();
    f.services.http->enqueue(testing::answer(kCall));
    f.page().playground().setMessage(QStringLiteral("Where is order 7?"));
    f.page().playground().run();
    QVERIFY(soon([&] { return f.window->findChild<ui::ToolCallsPane*>()->isVisible(); }));
    QVERIFY(f.named<QPlainTextEdit>(QStringLiteral("Arguments of find_order"))
                ->toPlainText()
                .contains(QStringLiteral("\"who\": \"Ann\"")));
    auto* send = buttonOf(f, QStringLiteral("Send"));
    QVERIFY(!send->isEnabled());
    auto* result = f.named<QPlainTextEdit>(QStringLiteral("Result of find_order"));
    result->setFocus();
    QTest::keyClicks(result, QStringLiteral("red"));
    QVERIFY(send->isEnabled());
    press(buttonOf(f, QStringLiteral("Record this answer")));
    f.services.http->enqueue(testing::eventStream(testing::answerStream({"It is red."})));
    press(send);
    QVERIFY(soon([&] { return f.services.http->requests().size() == 2; }));
    QVERIFY(f.services.http->requests()[1].body.find(R"("output":"red")") != std::string::npos);
    QVERIFY(soon([&] { return !f.window->findChild<ui::ToolCallsPane*>()->isVisible(); }));
    QVERIFY(soon([&] { return !f.page().playground().state().busy(); }));
  }

  void command_isShownPieceByPieceBeforeItRuns() {
    WindowFixture f;
    f.addAgent({.name = "Orders", .prompt = "Help."});
    f.open();
    f.services.http->enqueue(testing::answer(kCall));
    f.page().playground().setMessage(QStringLiteral("Where is order 7?"));
    f.page().playground().run();
    QVERIFY(soon([&] { return f.window->findChild<ui::ToolCallsPane*>()->isVisible(); }));
    auto* how = f.named<QComboBox>(QStringLiteral("How to answer find_order"));
    how->setFocus();
    QTest::keyClick(how, Qt::Key_Down);
    auto* command = f.named<QLineEdit>(QStringLiteral("Command for find_order"));
    QVERIFY(soon([&] { return command->isVisible(); }));
    command->setFocus();
    QTest::keyClicks(command, QStringLiteral("/bin/find \"an order\""));
    bool shown = false;
    for (auto* label : f.window->findChildren<QLabel*>())
      shown |= label->isVisible() && label->text().contains(QStringLiteral("[/bin/find] [an order]"));
    QVERIFY(shown);
    QVERIFY(f.services.commands.started().empty());
    f.services.commands.enqueue({.output = "green"});
    press(buttonOf(f, QStringLiteral("Run Once")));
    QVERIFY(soon([&] { return f.page().toolCalls().state().complete(); }));
    QCOMPARE(f.named<QPlainTextEdit>(QStringLiteral("Output of the command"))->toPlainText(),
             QStringLiteral("green"));
  }

  void looks_areWhole_data() {
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << int(ui::ThemeChoice::Light) << QSize(1440, 900);
    QTest::newRow("dark") << int(ui::ThemeChoice::Dark) << QSize(1440, 900);
    QTest::newRow("narrow") << int(ui::ThemeChoice::Light) << QSize(1024, 700);
  }
  void looks_areWhole() {
    QFETCH(int, theme);
    QFETCH(QSize, size);
    ui::Theme look(*qApp);
    look.apply(ui::ThemeChoice(theme), 100);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    WindowFixture f;
    f.addAgent(rich());
    f.open(size);
    for (const auto& section :
         {QStringLiteral("Variables"), QStringLiteral("Tools"), QStringLiteral("Cases")}) {
      press(buttonOf(f, section));
      QTest::qWait(50);
      f.picture(section.toLower() + QLatin1Char('-') + name);
      QVERIFY2(tests::clippedTexts(*f.window).isEmpty(),
               qPrintable(tests::clippedTexts(*f.window).join(QLatin1Char('\n'))));
    }
    press(buttonOf(f, QStringLiteral("Try")));
    f.services.http->enqueue(testing::answer(kCall + "," + testing::kApproval));
    f.page().playground().run();
    QVERIFY(soon([&] { return f.page().toolCalls().state().calls.size() == 2; }));
    f.page().toolCalls().setHow(0, ui::ToolCallForm::How::Command);
    f.page().toolCalls().setCommand(0, QStringLiteral("/usr/local/bin/find-order --format \"plain text\""));
    QTest::qWait(100);
    f.picture(QStringLiteral("calls-") + name);
    QVERIFY2(
        tests::clippedTexts(*f.window->findChild<ui::PlaygroundPane*>()).isEmpty(),
        qPrintable(tests::clippedTexts(*f.window->findChild<ui::PlaygroundPane*>()).join(QLatin1Char('\n'))));
    f.services.http->enqueue(testing::eventStream(testing::answerStream({R"({\"team\": 1})"})));
    f.page().toolCalls().setHow(0, ui::ToolCallForm::How::Typed);
    f.page().toolCalls().setTyped(0, QStringLiteral("red"));
    f.page().toolCalls().decide(1, true);
    f.page().toolCalls().send();
    QVERIFY(soon([&] { return f.services.http->requests().size() == 2; }));
    QVERIFY(soon([&] { return !f.page().playground().state().busy(); }));
    QTest::qWait(50);
    f.picture(QStringLiteral("schema-") + name);
    QVERIFY2(
        tests::clippedTexts(*f.window->findChild<ui::PlaygroundPane*>()).isEmpty(),
        qPrintable(tests::clippedTexts(*f.window->findChild<ui::PlaygroundPane*>()).join(QLatin1Char('\n'))));
  }
};

QTEST_MAIN(AgentToolsTest)
#include "agent_tools_test.moc"
