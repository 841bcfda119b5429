// What the versions of an agent look like: what changed, labels, another line, a merge that asks.
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include "core/store/version_repository.h"
#include "tests/ui/golden/golden_window.h"

using namespace aiagent;
using testing::await;
using tests::GoldenWindow;

namespace {

constexpr char kPrompt[] =
    "You sort support tickets for {{team}}.\n\nAnswer with one word for the urgency (urgent, soon, later) "
    "and a "
    "reason of at most twelve words.\n\nRules:\n- A customer who cannot work is urgent.\n- Questions about "
    "invoices are never urgent.\n- If you are not sure, say so.\n- Be kind.\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

domain::Agent save(GoldenWindow& f, const domain::Agent& agent, domain::AgentContent content,
                   const std::string& message, const std::string& author = "Ada") {
  f.clock.advance(std::chrono::hours(3));
  const auto saved = await<domain::Agent>([&](auto done) {
    f.services.agents->update(agent.id, std::move(content), agent.revision, done,
                              {.note = {.message = message, .author = author}});
  });
  if (!saved) qFatal("not saved");
  return *saved;
}

// Three versions, of which one has a label, and one of another line.
domain::Agent addHistory(GoldenWindow& f) {
  auto content = domain::AgentContent{.name = "Triage",
                                      .description = "Sorts incoming tickets by urgency and team",
                                      .prompt = kPrompt,
                                      .model = "gpt-5",
                                      .variables = {{.name = "team", .description = "who reads it"}}};
  const auto one = f.addAgent(content);
  content.prompt = replaced(kPrompt, "- Be kind.", "- Be kind.\n- Never promise a date.");
  const auto two = save(f, one, content, "No promises: the team could not keep them");
  content.prompt = replaced(content.prompt, "at most twelve words", "at most eight words");
  content.parameters.set("temperature", 0.2);
  const auto three = save(f, two, content, "Shorter reasons", "Grace");
  if (!await<domain::Label>(
          [&](auto done) { f.services.versions->moveLabel(one.id, "production", two.headVersion, done); }))
    qFatal("no label");
  return three;
}

void addBranch(GoldenWindow& f, const domain::Agent& agent) {
  const auto first =
      await<domain::AgentVersion>([&](auto done) { f.services.versions->find(agent.id, "v1", done); });
  domain::AgentVersion branch{.id = f.services.profile->ids().make<domain::VersionId>(), .agent = agent.id};
  branch.content = first->content;
  branch.content.prompt = replaced(kPrompt, "at most twelve words", "one short sentence");
  branch.hash = domain::contentHash(branch.content);
  branch.parents = {first->id};
  branch.author = "Lin";
  branch.message = "From the train";
  branch.created = f.clock.wallNow();
  if (!f.services.profile->store().writeAndWait<domain::AgentVersion>(
          [&](store::Connection& connection) { return store::adoptVersion(connection, branch); }))
    qFatal("no branch");
}

bool openVersions(GoldenWindow& f) {
  if (!QTest::qWaitFor([&] { return f.agents().versions().state().head > 0; })) return false;
  f.registry.find(QStringLiteral("agents.versions"))->trigger();
  const bool compared = QTest::qWaitFor([&] { return f.agents().versions().state().comparison.has_value(); });
  QTest::qWait(150);
  return compared;
}

}  // namespace

class VersionsGoldenTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp); }
  void cleanupTestCase() {
    if (m_all) QCOMPARE(tests::unusedGoldens(QStringLiteral("versions-")), QStringList());
    m_theme.reset();
  }

  void usual() {
    GoldenWindow f(*m_theme);
    addHistory(f);
    f.open(QStringLiteral("agents"));
    QVERIFY(openVersions(f));
    f.shootBoth(QStringLiteral("versions-usual"));
    f.shootSizes(QStringLiteral("versions-usual"), true);
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void draft() {
    GoldenWindow f(*m_theme);
    addHistory(f);
    f.open(QStringLiteral("agents"));
    f.named<QPlainTextEdit>(QStringLiteral("Prompt"))->insertPlainText(QStringLiteral("Be brief.\n"));
    QVERIFY(
        QTest::qWaitFor([&] { return f.agents().agent().state().keeping == ui::AgentState::Keeping::Kept; }));
    QVERIFY(openVersions(f));
    f.shoot(QStringLiteral("versions-draft-light"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

  void branch_andItsMerge() {
    GoldenWindow f(*m_theme);
    const auto agent = addHistory(f);
    addBranch(f, agent);
    f.open(QStringLiteral("agents"));
    QVERIFY(openVersions(f));
    f.shootBoth(QStringLiteral("versions-branch"));
    f.button<QPushButton>(QStringLiteral("Merge"))->click();
    QVERIFY(QTest::qWaitFor([&] { return f.agents().versions().state().merge.has_value(); }));
    QTest::qWait(150);
    f.shootBoth(QStringLiteral("versions-merge"));
    QVERIFY2(f.faults().isEmpty(), qPrintable(f.faults().join(QLatin1Char('\n'))));
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
  bool m_all = QCoreApplication::arguments().size() == 1;
};

AIAGENT_GOLDEN_MAIN(VersionsGoldenTest)
#include "versions_golden_test.moc"
