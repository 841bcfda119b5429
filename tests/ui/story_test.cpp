// The product's story, told by the window alone: somebody describes an agent, makes it theirs, tries it,
// keeps its history, and hands it to a colleague. Real clicks and keys on the real program; the rehearsal
// model answers over real HTTP.
#include <QComboBox>
#include <QListView>

#include "tests/ui/person.h"
#include "tests/unit/services/service_fixture.h"
#include "ui/format/text.h"
#include "ui/widgets/diff_view.h"
#include "ui/widgets/transcript_view.h"

using namespace aiagent;
using testing::await;
using testing::Person;

namespace {

QString transcriptOf(Person& person) {
  auto* view = person.waitFor<widgets::TranscriptView>(QStringLiteral("Conversation"));
  view->selectAll();
  const QString text = view->selectedText();
  view->clearSelection();
  return text;
}

domain::Agent agentOf(Person& person, const QString& name) {
  auto found = await<domain::Agent>([&](auto done) { person.agents().find(format::utf8(name), done); });
  if (!found) qFatal("there is no agent %s", qPrintable(name));
  return *found;
}

std::vector<domain::VersionSummary> versionsOf(Person& person, const domain::Agent& agent) {
  return await<services::AgentHistory>([&](auto done) { person.versions().history(agent.id, done); })
      ->versions;
}

}  // namespace

class StoryTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void fromADescriptionToAColleague() {
    QTemporaryDir shared;
    const QString file = shared.filePath(QStringLiteral("agent.json"));
    domain::Agent mine;
    {
      Person author;

      // The first start: no key, so they rehearse, and find an agent to look at.
      author.presses(QStringLiteral("Rehearse"));
      QVERIFY(author.sees(QStringLiteral("You sort support tickets for the team {{team}}.")));

      // Describe: the fields are filled in while the answer streams.
      author.hits(Qt::Key_2, Qt::ControlModifier);
      author.types(QStringLiteral("Sorts support tickets by urgency and says why"),
                   QStringLiteral("Describe what the agent should do"));
      author.hits(Qt::Key_Return, Qt::ControlModifier);
      author.picture(QStringLiteral("story-1-generating"));

      // Accept the fields, and put one into their own words.
      author.presses(QStringLiteral("Edit: Name"));
      auto* name = author.waitFor<QPlainTextEdit>(QStringLiteral("Edit Name"));
      name->selectAll();
      QTest::keyClicks(name, QStringLiteral("Triage for us"));
      author.hits(Qt::Key_Return, Qt::ControlModifier);
      author.presses(QStringLiteral("Accept: Prompt"));
      author.presses(QStringLiteral("Accept All"));
      author.picture(QStringLiteral("story-2-accepted"));
      author.presses(QStringLiteral("Create Agent"));
      QVERIFY(author.sees(QStringLiteral("Triage for us")));
      QVERIFY(author.sees(QStringLiteral("v1")));

      // Edit: what is typed is a draft at once, and can be run before it is saved.
      author.types(QStringLiteral("\nNever promise a date."), QStringLiteral("Prompt"));
      QVERIFY(author.sees(QStringLiteral("Draft, kept")));
      author.fills(QStringLiteral("Support"), QStringLiteral("team"));
      auto* tone = author.waitFor<QComboBox>(QStringLiteral("tone"));
      tone->setFocus();
      QTest::keyClick(tone, Qt::Key_Down);
      author.types(QStringLiteral("The printer is on fire"), QStringLiteral("Message"));
      author.hits(Qt::Key_Return, Qt::ControlModifier);
      QVERIFY(Person::sees(
          [&] { return transcriptOf(author).contains(QStringLiteral("The printer is on fire")); }));
      QVERIFY(Person::sees([&] { return transcriptOf(author).contains(QStringLiteral("A rehearsal")); }));
      QVERIFY(Person::sees([&] { return author.find<QAbstractButton>(QStringLiteral("Run")) != nullptr; }));
      author.picture(QStringLiteral("story-3-run"));

      // Save: a second version, whose difference is what was typed.
      author.types({}, QStringLiteral("Prompt"));
      author.hits(Qt::Key_S, Qt::ControlModifier);
      QVERIFY(author.sees(QStringLiteral("v2")));
      author.hits(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
      auto* diff = author.waitFor<widgets::DiffView>(QStringLiteral("What changed"));
      QVERIFY(Person::sees(
          [&] { return diff->markedText().contains(QStringLiteral("+ Never promise a date.")); }));
      author.picture(QStringLiteral("story-4-diff"));

      // Label the version that goes out.
      author.chooses(QStringLiteral("production"), QStringLiteral("Labels"));
      QVERIFY(author.sees(QStringLiteral("“production” points to v2.")));

      // Restore the first: a third version, and nothing is lost.
      auto* list = author.waitFor<QListView>(QStringLiteral("List of versions"));
      list->setFocus();
      QTest::keyClick(list, Qt::Key_End);
      author.presses(QStringLiteral("Restore"));
      QVERIFY(author.sees(QStringLiteral("v3")));
      author.picture(QStringLiteral("story-5-restored"));
      mine = agentOf(author, QStringLiteral("Triage for us"));
      const auto versions = versionsOf(author, mine);
      QCOMPARE(versions.size(), 3u);
      QCOMPARE(versions[1].labels, std::vector<std::string>{"production"});
      QVERIFY(mine.content.prompt.find("Never promise a date.") == std::string::npos);

      // Export, from the editor's own menu.
      author.hits(Qt::Key_Escape);
      author.chooses(QStringLiteral("Export agent"), QStringLiteral("More"));
      author.presses(QStringLiteral("To a File…"));
      author.names(file);
      QVERIFY(author.sees(QStringLiteral("Exported to")));
      author.picture(QStringLiteral("story-6-exported"));
    }

    // A colleague, at another computer: imports the file and has the same agent.
    Person colleague;
    colleague.presses(QStringLiteral("Not now: look around first"));
    colleague.hits(Qt::Key_O, Qt::ControlModifier);
    colleague.names(file);
    colleague.picture(QStringLiteral("story-7-import"));
    colleague.presses(QStringLiteral("Import 1 Agent"));
    colleague.presses(QStringLiteral("Show Agents"));
    QVERIFY(colleague.sees(QStringLiteral("Triage for us")));
    colleague.picture(QStringLiteral("story-8-colleague"));
    const auto theirs = agentOf(colleague, QStringLiteral("Triage for us"));
    QCOMPARE(theirs.content, mine.content);
    QCOMPARE(versionsOf(colleague, theirs).size(), 3u);  // the history has come along
  }
};

QTEST_MAIN(StoryTest)
#include "story_test.moc"
