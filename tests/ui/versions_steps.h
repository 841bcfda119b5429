// What a person does with versions and the linter in the real window, step by step.
#pragma once

#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

#include "core/store/version_repository.h"
#include "tests/ui/window_fixture.h"
#include "ui/widgets/diff_view.h"

namespace aiagent::testing {

template <class Condition>
bool soon(Condition condition) {
  return QTest::qWaitFor(condition, 10'000);
}

inline QPlainTextEdit* promptOf(WindowFixture& f) {
  return f.named<QPlainTextEdit>(QStringLiteral("Prompt"));
}
inline QListView* listOf(WindowFixture& f) {
  return f.named<QListView>(QStringLiteral("List of versions"));
}
inline widgets::DiffView* diffOf(WindowFixture& f) {
  return f.named<widgets::DiffView>(QStringLiteral("What changed"));
}

// The visible button of that text; null when there is none.
template <class Button>
Button* buttonOf(WindowFixture& f, const QString& text) {
  for (auto* button : f.window->findChildren<Button*>())
    if (button->isVisible() && button->text() == text) return button;
  return nullptr;
}

template <class Button>
int countOf(WindowFixture& f, const QString& text) {
  int count = 0;
  for (auto* button : f.window->findChildren<Button*>())
    count += button->isVisible() && button->text() == text ? 1 : 0;
  return count;
}

inline void press(WindowFixture& f, const QString& text) {
  auto* button = buttonOf<QPushButton>(f, text);
  if (!button) qFatal("no button says %s", qPrintable(text));
  QTest::mouseClick(button, Qt::LeftButton);
}

inline domain::Agent saveAs(WindowFixture& f, const domain::Agent& agent, const std::string& prompt,
                            const std::string& message = {}) {
  auto content = agent.content;
  content.prompt = prompt;
  auto saved = await<domain::Agent>([&](auto done) {
    f.services.agents->update(agent.id, content, agent.revision, done,
                              {.note = {.message = message, .author = "Ada"}});
  });
  if (!saved) qFatal("not saved");
  return *saved;
}

inline domain::AgentVersion addBranch(WindowFixture& f, const domain::Agent& first,
                                      const std::string& prompt) {
  domain::AgentVersion branch{.id = f.services.profile->ids().make<domain::VersionId>(), .agent = first.id};
  branch.content = first.content;
  branch.content.prompt = prompt;
  branch.hash = domain::contentHash(branch.content);
  branch.parents = {first.headVersion};
  branch.author = "Grace";
  branch.message = "From the train";
  branch.created = f.services.clock.wallNow();
  auto kept = f.services.profile->store().writeAndWait<domain::AgentVersion>(
      [&](store::Connection& c) { return store::adoptVersion(c, branch); });
  if (!kept) qFatal("branch not kept");
  return *kept;
}

inline services::AgentHistory historyOf(WindowFixture& f, const domain::AgentId& id) {
  return *await<services::AgentHistory>([&](auto done) { f.services.versions->history(id, done); });
}

inline void openVersions(WindowFixture& f) {
  if (!soon([&] { return f.page().versions().state().head > 0; })) qFatal("no versions");
  QTest::keyClick(promptOf(f), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
  if (!soon([&] { return f.page().versions().state().comparison.has_value(); })) qFatal("nothing compared");
}

inline void type(WindowFixture& f, const QString& text) {
  auto* prompt = promptOf(f);
  prompt->setFocus();
  prompt->moveCursor(QTextCursor::End);
  QTest::keyClicks(prompt, text);
}

inline constexpr char kLong[] =
    "You sort support tickets for {{team}}.\n\nAnswer with one word for the urgency (urgent, soon, later) "
    "and "
    "a reason of at most twelve words.\n\nRules:\n- A customer who cannot work is urgent.\n- Questions about "
    "invoices are never urgent.\n- If you are not sure, say so.\n- Be kind.\n- Be brief.\n- Never promise "
    "anything.\n- Write in plain words.\n- Sign with the team's name.\n";

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace aiagent::testing
