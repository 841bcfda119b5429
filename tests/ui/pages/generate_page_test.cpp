#include "ui/pages/generate/generate_page.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>

#include "tests/ui/pages/page_fixture.h"
#include "tests/unit/services/generation_stream.h"
#include "ui/pages/prompt_fields.h"
#include "ui/widgets/diff_view.h"

using namespace aiagent;
using authoring::Field;
using authoring::ReviewState;
using testing::await;
using testing::generationStream;
using testing::kPoet;
using testing::PageFixture;

namespace {

struct GenerateFixture : PageFixture {
  GenerateFixture()
      : queue(*services.profile, *services.agents, *services.providers, *services.runs, *services.generations,
              {.firstTry = std::chrono::milliseconds(10)}) {
    testing::useTestProvider(services);
  }

  ui::GeneratePage& open(QSize size = {1180, 760}) {
    auto& page =
        show(new ui::GeneratePage({*services.agents, *services.providers, *services.models, *services.runs,
                                   *services.generations, queue, *services.settings, registry}),
             size);
    if (!QTest::qWaitFor([&] { return page.generate().state().provider.has_value(); }))
      qFatal("no provider comes");
    page.go({});
    return page;
  }

  // Types into the description and asks with the keyboard.
  void describe(const QString& text) {
    auto* box = named<QPlainTextEdit>(QStringLiteral("Describe what the agent should do"));
    QVERIFY(box->hasFocus());
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return, Qt::ControlModifier);
  }

  // Presses the button with the keyboard.
  template <class Button>
  void press(Button* button) {
    button->setFocus();
    QVERIFY(button->hasFocus());
    QTest::keyClick(button, Qt::Key_Space);
  }

  services::GenerationQueue queue;
};

bool isDone(ui::GeneratePage& page) {
  return !page.generate().state().busy() && page.generate().state().review.find(Field::Cases);
}

domain::Agent addAgent(GenerateFixture& f, const std::string& prompt) {
  domain::AgentContent content;
  content.name = "Mine";
  content.prompt = prompt;
  return *await<domain::Agent>([&](auto done) { f.services.agents->create(content, done); });
}

}  // namespace

class GeneratePageTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void init() { m_theme->apply(ui::ThemeChoice::Light, 100); }

  void describe_streamAcceptEditCreate() {
    GenerateFixture f;
    auto& page = f.open();
    f.picture(QStringLiteral("generate-empty"));
    f.services.http->enqueue(generationStream(kPoet));
    f.describe(QStringLiteral("poems"));
    QTRY_VERIFY(isDone(page));
    QVERIFY(f.shows(QStringLiteral("Writes verse")));
    QCOMPARE(f.named<QTableWidget>(QStringLiteral("Variables"))->item(0, 0)->text(), QStringLiteral("topic"));
    auto* create = f.button<QPushButton>(QStringLiteral("Create Agent"));
    QVERIFY(!create->isEnabled());

    f.press(f.named<QToolButton>(QStringLiteral("Edit: Prompt")));
    auto* editor = f.named<QPlainTextEdit>(QStringLiteral("Edit Prompt"));
    QVERIFY(editor->hasFocus());
    QTest::keyClick(editor, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(editor, QStringLiteral(" Be short."));
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!editor->isVisible());
    QCOMPARE(page.generate().state().review.find(Field::Prompt)->state, ReviewState::Edited);
    f.press(f.named<QToolButton>(QStringLiteral("Reject: Tools")));
    f.press(f.named<QToolButton>(QStringLiteral("Accept: Name")));
    QVERIFY(create->isEnabled());
    f.press(f.button<QPushButton>(QStringLiteral("Accept All")));
    f.picture(QStringLiteral("generate-done"));

    f.services.http->enqueue(testing::jsonAnswer(200, R"({"data":[{"id":"m"}]})"));
    QSignalSpy wanted(&page, &ui::Page::pageRequested);
    f.press(create);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), QStringLiteral("agents"));
    const auto id = *domain::AgentId::parse(format::utf8(wanted[0][1].toString()));
    const auto made = await<services::AgentWithDraft>([&](auto done) { f.services.agents->load(id, done); });
    QCOMPARE(made->agent.content.prompt, std::string("Write about {{topic}}. Be short."));
    QCOMPARE(made->agent.content.starters.size(), 2u);
    QVERIFY(made->agent.content.tools.empty());
  }

  void streaming_showsTheFieldThatIsWrittenAndStopKeepsTheDoneOnes() {
    GenerateFixture f;
    auto& page = f.open();
    f.services.http->enqueue(generationStream(kPoet.substr(0, 75), 8, false));
    f.describe(QStringLiteral("poems"));
    QTRY_VERIFY(page.generate().state().writing == Field::Prompt);
    QTRY_VERIFY(ui::textOf(f.named<QPlainTextEdit>(QStringLiteral("Prompt")))
                    .startsWith(QStringLiteral("Write about {{")));
    QVERIFY(!f.named<QToolButton>(QStringLiteral("Accept: Prompt"))->isEnabled());
    f.picture(QStringLiteral("generate-streaming"));
    f.press(f.button<QPushButton>(QStringLiteral("Stop")));
    QTRY_VERIFY(!page.generate().state().busy());
    QVERIFY(f.shows(QStringLiteral("Poet")));
  }

  void again_asksWithAWish() {
    GenerateFixture f;
    auto& page = f.open();
    f.services.http->enqueue(generationStream(kPoet));
    f.describe(QStringLiteral("poems"));
    QTRY_VERIFY(isDone(page));
    f.press(f.named<QToolButton>(QStringLiteral("Again: Name")));
    auto* wish = f.named<QLineEdit>(QStringLiteral("Wish for Name"));
    QVERIFY(wish->hasFocus());
    f.services.http->enqueue(generationStream(R"({"name":"Bard"})"));
    QTest::keyClicks(wish, QStringLiteral("older"));
    QTest::keyClick(wish, Qt::Key_Return);
    QTRY_VERIFY(f.shows(QStringLiteral("Bard")));
    QTRY_VERIFY(!page.generate().state().notes.at(Field::Name).asking);
    f.services.http->enqueue(generationStream("Because it sings."));
    f.press(f.named<QToolButton>(QStringLiteral("Why: Name")));
    QTRY_VERIFY(f.shows(QStringLiteral("Because it sings.")));
  }

  void examplesAndLanguage_goIntoTheRequest() {
    GenerateFixture f;
    f.open();
    f.press(f.button<QToolButton>(QStringLiteral("Examples, language and basis")));
    const auto box = [&](int number) {
      return f.named<QPlainTextEdit>(QStringLiteral("Example conversation %1").arg(number));
    };
    QTest::keyClicks(box(1), QStringLiteral("first talk"));
    f.press(f.button<QPushButton>(QStringLiteral("Add Example")));
    QVERIFY(box(2)->hasFocus());
    QTest::keyClicks(box(2), QStringLiteral("second talk"));
    f.press(f.button<QPushButton>(QStringLiteral("Add Example")));
    QTest::keyClicks(box(3), QStringLiteral("third talk"));
    f.picture(QStringLiteral("generate-examples"));
    f.press(f.named<QToolButton>(QStringLiteral("Remove example 2")));
    QCOMPARE(box(2)->toPlainText(), QStringLiteral("third talk"));
    auto* language = f.named<QComboBox>(QStringLiteral("Language of the agent"));
    QCOMPARE(language->currentText(), QStringLiteral("As the description"));
    language->setFocus();
    QTest::keyClick(language, Qt::Key_Down);
    QTest::keyClick(language, Qt::Key_Down);
    QCOMPARE(language->currentText(), QStringLiteral("Deutsch"));
    auto* description = f.named<QPlainTextEdit>(QStringLiteral("Describe what the agent should do"));
    QTest::keyClicks(description, QStringLiteral("poems"));
    f.services.http->enqueue(generationStream(kPoet));
    QTest::keyClick(box(2), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(f.services.http->requests().size(), std::size_t(1));
    const auto body = QByteArray::fromStdString(f.services.http->requests()[0].body);
    QVERIFY(body.contains(R"(\"examples\":[\"first talk\",\"third talk\"])"));
    QVERIFY(body.contains(R"(\"language\":\"de\")"));
  }

  void examplesAndLanguage_goIntoTheOfflineDraft() {
    GenerateFixture f;
    auto& page = f.open();
    page.generate().setDescription(QStringLiteral("Helps with homework"));
    page.generate().setExamples({QStringLiteral("one plus one"), QString()});
    page.generate().setLanguage(QStringLiteral("de"));
    page.generate().draftOffline();
    const auto prompt = [&] {
      return std::get<std::string>(page.generate().state().review.find(Field::Prompt)->value);
    };
    QVERIFY(prompt().find("# Der Auftrag") != std::string::npos);
    QVERIFY(prompt().find("# Beispiele\n\nGespräche, wie sie verlaufen sollen:\n\n> one plus one") !=
            std::string::npos);
    page.generate().setLanguage(QStringLiteral("Français"));
    page.generate().draftOffline();
    QVERIFY(prompt().find("# Examples") != std::string::npos);
    QVERIFY(f.shows(QStringLiteral("It is in English: no template is in “Français”.")));
    f.picture(QStringLiteral("generate-other-language"));
  }

  void offlineDraft_isMarked() {
    GenerateFixture f;
    auto& page = f.open();
    QTest::keyClicks(
        f.named<QPlainTextEdit>(QStringLiteral("Describe what the agent should do")),
        QStringLiteral("Sort support tickets by urgency, and write a polite answer to each email"));
    f.press(f.button<QPushButton>(QStringLiteral("Draft from Templates")));
    QVERIFY(f.shows(QStringLiteral("not model-made")));
    QVERIFY(f.shows(page.generate().state().templateId));
    auto* templates = f.named<QComboBox>(QStringLiteral("Another template"));
    const auto other = templates->itemData(1).toString();
    templates->setFocus();
    QTest::keyClick(templates, Qt::Key_Down);
    QCOMPARE(page.generate().state().templateId, other);
    QVERIFY(f.shows(other));
    QVERIFY(templates->hasFocus());
    QVERIFY(f.services.http->requests().empty());
    f.picture(QStringLiteral("generate-offline"));
  }

  void failure_waitsInTheQueueAndIsReviewed() {
    GenerateFixture f;
    auto& page = f.open();
    f.services.http->enqueue(testing::failure(base::ErrorCode::Timeout));
    f.describe(QStringLiteral("poems"));
    QTRY_VERIFY(page.generate().state().error);
    QVERIFY(f.button<QPushButton>(QStringLiteral("Try Again"))->isEnabled());
    f.picture(QStringLiteral("generate-failure"));
    f.press(f.button<QPushButton>(QStringLiteral("Wait for Network")));
    QTRY_VERIFY(f.shows(QStringLiteral("Waiting for a network")));
    f.picture(QStringLiteral("generate-queue"));
    f.services.http->answer = [](const ports::HttpRequest& request) {
      if (QByteArray::fromStdString(request.url).endsWith("/models"))
        return testing::jsonAnswer(200, R"({"data":[{"id":"m"}]})");
      return generationStream(kPoet, 50);
    };
    f.queue.start();
    QTRY_VERIFY(f.shows(QStringLiteral("Ready to be reviewed")));
    f.press(f.button<QPushButton>(QStringLiteral("Review")));
    QTRY_VERIFY(f.shows(QStringLiteral("Writes verse")));
    QTRY_VERIFY(page.jobs().jobs().empty());
    QVERIFY(!f.shows(QStringLiteral("Ready to be reviewed")));
  }

  void refusal_offersToTryAgainOrToDraftOffline() {
    GenerateFixture f;
    auto& page = f.open();
    f.services.http->enqueue(testing::failure(base::ErrorCode::BadResponse));
    f.describe(QStringLiteral("Sort support tickets by urgency, and write a polite answer to each email"));
    QTRY_VERIFY(page.generate().state().error);
    f.press(f.button<QPushButton>(QStringLiteral("Draft Offline")));
    QVERIFY(!page.generate().state().error);
    QVERIFY(f.shows(QStringLiteral("not model-made")));
  }

  void existingAgent_isHandedOverAsADraft() {
    GenerateFixture f;
    const auto mine = addAgent(f, "My own words.");
    auto& page = f.open();
    page.go(QStringLiteral("basis:") + format::text(mine.id.toString()));
    QTRY_COMPARE(f.named<QComboBox>(QStringLiteral("Based on"))->currentText(), QStringLiteral("Mine"));
    f.services.http->enqueue(generationStream(kPoet));
    f.describe(QStringLiteral("poems"));
    QTRY_VERIFY(isDone(page));
    f.press(f.named<QToolButton>(QStringLiteral("Accept: Prompt")));
    QSignalSpy wanted(&page, &ui::GeneratePage::draftWanted);
    f.press(f.button<QPushButton>(QStringLiteral("Put into Draft")));
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<ui::DraftProposal>().proposed.prompt, std::string("Write about {{topic}}."));
  }

  void improve_acceptsEditsByKeyboard() {
    GenerateFixture f;
    const auto mine = addAgent(f, "Write long verse. Be kind.");
    auto& page = f.open();
    page.go(QStringLiteral("improve:") + format::text(mine.id.toString()));
    QTRY_VERIFY(f.shows(QStringLiteral("Mine")));
    f.services.http->enqueue(generationStream(
        R"({"edits":[{"find":"long verse","replace":"short verse","reason":"to be shorter"},)"
        R"({"find":"Be kind.","replace":"Be brief.","reason":"to be brief"}],"summary":"It is shorter."})"));
    auto* goal = f.named<QPlainTextEdit>(QStringLiteral("Goal"));
    QVERIFY(goal->hasFocus());
    QTest::keyClicks(goal, QStringLiteral("shorter"));
    page.flush([] {});
    QCOMPARE(f.services.settings->value("generate.goal"), std::string("shorter"));
    QTest::keyClick(goal, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(f.shows(QStringLiteral("to be shorter")));
    f.press(f.named<QToolButton>(QStringLiteral("Accept: Edit 1")));
    f.press(f.named<QToolButton>(QStringLiteral("Reject: Edit 2")));
    f.picture(QStringLiteral("improve"));
    QSignalSpy wanted(&page, &ui::GeneratePage::draftWanted);
    f.press(f.button<QPushButton>(QStringLiteral("Put into Draft")));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<ui::DraftProposal>().proposed.prompt,
             std::string("Write short verse. Be kind."));
  }

  void improve_withoutANetwork_waitsInTheQueueAndComesBackAsADiff() {
    GenerateFixture f;
    const auto mine = addAgent(f, "Write long verse.\nBe kind.\n");
    auto& page = f.open();
    page.go(QStringLiteral("improve:") + format::text(mine.id.toString()));
    QTRY_VERIFY(f.shows(QStringLiteral("Mine")));
    f.services.http->enqueue(testing::failure(base::ErrorCode::Timeout));
    auto* goal = f.named<QPlainTextEdit>(QStringLiteral("Goal"));
    QTest::keyClicks(goal, QStringLiteral("shorter"));
    QTest::keyClick(goal, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(page.improve().state().error);
    f.press(f.button<QPushButton>(QStringLiteral("Wait for Network")));
    QTRY_VERIFY(f.shows(QStringLiteral("Improve · Waiting for a network")));
    QVERIFY(f.shows(QStringLiteral("It waits in the queue")));
    QTRY_VERIFY(f.shows(QStringLiteral("Mine: shorter")));
    f.picture(QStringLiteral("improve-queue"));

    f.services.http->answer = [](const ports::HttpRequest& request) {
      if (QByteArray::fromStdString(request.url).endsWith("/models"))
        return testing::jsonAnswer(200, R"({"data":[{"id":"m"}]})");
      return generationStream(
          R"({"edits":[{"find":"long verse","replace":"short verse","reason":"to be shorter"}],"summary":"Short."})",
          50);
    };
    f.queue.start();
    QTRY_VERIFY(f.shows(QStringLiteral("Ready to be reviewed")));
    domain::AgentDraft draft{.agent = mine.id, .content = mine.content, .baseRevision = mine.revision};
    draft.content.prompt = "Write no verse.\nBe kind.\n";  // what was sent is gone meanwhile
    QVERIFY(await<void>([&](auto done) { f.services.agents->saveDraft(draft, done); }).ok());
    f.press(f.button<QPushButton>(QStringLiteral("Review")));
    QTRY_VERIFY(f.shows(QStringLiteral("to be shorter")));
    QCOMPARE(f.named<widgets::DiffView>(QStringLiteral("What edit 1 changes"))->markedText(),
             QStringLiteral("- Write long verse.\n+ Write short verse.\n"));
    f.press(f.button<QPushButton>(QStringLiteral("Accept All")));
    f.picture(QStringLiteral("improve-reviewed"));
    QSignalSpy wanted(&page, &ui::GeneratePage::draftWanted);
    f.press(f.button<QPushButton>(QStringLiteral("Put into Draft")));
    QCOMPARE(wanted.size(), 1);
    const auto proposal = wanted[0][0].value<ui::DraftProposal>();
    QCOMPARE(proposal.base.prompt, std::string("Write long verse.\nBe kind.\n"));
    QCOMPARE(proposal.proposed.prompt, std::string("Write short verse.\nBe kind.\n"));
    QCOMPARE(page.jobs().jobs().size(), std::size_t(1));  // until it is taken
    proposal.taken();
    QTRY_VERIFY(page.jobs().jobs().empty());
  }

  void goalAndDescription_areThereAgain() {
    GenerateFixture f;
    f.services.settings->set("generate.goal", "shorter");
    f.services.settings->set("generate.description", "poems");
    const auto mine = addAgent(f, "Write.");
    auto& page = f.open();
    QCOMPARE(f.named<QPlainTextEdit>(QStringLiteral("Describe what the agent should do"))->toPlainText(),
             QStringLiteral("poems"));
    page.go(QStringLiteral("improve:") + format::text(mine.id.toString()));
    QCOMPARE(f.named<QPlainTextEdit>(QStringLiteral("Goal"))->toPlainText(), QStringLiteral("shorter"));
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
    GenerateFixture f;
    auto& page = f.open(wanted.size);
    f.services.http->enqueue(generationStream(kPoet));
    f.describe(QStringLiteral("poems"));
    QTRY_VERIFY(isDone(page));
    page.generate().accept(Field::Name);
    page.generate().edit(Field::Description, QStringLiteral("Writes short verse"));
    page.generate().reject(Field::Tools);
    QTest::qWait(60);
    f.picture(QStringLiteral("generate-%1").arg(QLatin1String(wanted.name)));
    const auto faults = f.clipped();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(GeneratePageTest)
#include "generate_page_test.moc"
