#include "ui/pages/deployments/thing_actions.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

using cluster::Action;
using cluster::ActionKind;
using wire::KubeKind;

constexpr std::size_t kMostRevisions = 10;

bool isOneOf(KubeKind kind, std::initializer_list<KubeKind> kinds) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// "color=green, track=stable" as members of a selector; empty: it is none.
cluster::TextPairs selectorOf(const QString& text) {
  cluster::TextPairs pairs;
  for (const auto& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
    const auto equals = part.indexOf(QLatin1Char('='));
    if (equals <= 0) return {};
    pairs.emplace_back(format::utf8(part.left(equals).trimmed()),
                       format::utf8(part.mid(equals + 1).trimmed()));
  }
  return pairs;
}

}  // namespace

bool hasLogs(KubeKind kind) {
  return isOneOf(kind, {KubeKind::Pod, KubeKind::Deployment, KubeKind::ReplicaSet, KubeKind::StatefulSet,
                        KubeKind::DaemonSet, KubeKind::Job, KubeKind::Rollout});
}

ThingActions::ThingActions(ActionsVm& actions, QWidget* parent) : QWidget(parent), m_actions(actions) {
  m_logs = new QToolButton(this);
  m_logs->setText(tr("&Logs"));
  m_logs->setIcon(icon(QStringLiteral("view-list-text")));
  m_act = new QToolButton(this);
  m_act->setText(tr("A&ct"));
  m_act->setIcon(icon(QStringLiteral("dialog-scripts")));
  m_act->setPopupMode(QToolButton::InstantPopup);
  m_menu = new QMenu(m_act);
  m_act->setMenu(m_menu);
  for (auto* button : {m_logs, m_act}) button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_asking = new QWidget(this);
  m_question = new QLabel(m_asking);
  m_answer = new QLineEdit(m_asking);
  m_question->setBuddy(m_answer);
  m_try = new QPushButton(tr("Try It"), m_asking);
  m_try->setToolTip(tr("On the server, without effect"));
  auto* asking = new QHBoxLayout(m_asking);
  asking->setContentsMargins(0, 0, 0, 0);
  asking->setSpacing(kGapRelated);
  asking->addWidget(m_question);
  asking->addWidget(m_answer, 1);
  asking->addWidget(m_try);
  m_asking->hide();
  auto* row = new QHBoxLayout;
  row->setSpacing(kGapRelated);
  row->addWidget(m_logs);
  row->addWidget(m_act);
  row->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(kGapInside);
  column->addLayout(row);
  column->addWidget(m_asking);
  connect(m_logs, &QToolButton::clicked, this, &ThingActions::logsWanted);
  connect(m_try, &QPushButton::clicked, this, &ThingActions::ask);
  connect(m_answer, &QLineEdit::returnPressed, this, &ThingActions::ask);
}

void ThingActions::render(const ClusterRow* row, const std::vector<std::int64_t>& revisions) {
  Action target;
  if (row) {
    target.target = row->kind;
    target.nameSpace = row->nameSpace;
    target.name = row->name;
  }
  const bool other = target.target != m_target.target || target.nameSpace != m_target.nameSpace ||
                     target.name != m_target.name;
  if (m_isFilled && !other && revisions == m_revisions) return;
  m_isFilled = true;
  if (other) m_asking->hide();
  m_target = target;
  m_revisions = revisions;
  fillMenu();
  syncVisible(m_logs, row && hasLogs(target.target));
  syncVisible(m_act, !m_menu->isEmpty());
}

void ThingActions::addTo(QMenu& menu) {
  if (hasLogs(m_target.target))
    menu.addAction(icon(QStringLiteral("view-list-text")), tr("&Logs"), this, &ThingActions::logsWanted);
  if (m_menu->isEmpty()) return;
  menu.addSeparator();
  menu.addActions(m_menu->actions());
}

// ---------------------------------------------------------------- the menu

void ThingActions::fillMenu() {
  m_menu->clear();
  const auto kind = m_target.target;
  const bool isRollout = kind == KubeKind::Rollout;
  if (isOneOf(kind, {KubeKind::Deployment, KubeKind::StatefulSet, KubeKind::DaemonSet, KubeKind::Rollout})) {
    add(m_menu, ActionKind::RollBack, tr("Roll &Back to the Revision Before"));
    if (m_revisions.size() > 2) {
      auto* older = m_menu->addMenu(tr("Roll Back t&o"));
      for (std::size_t i = 1; i < std::min(m_revisions.size(), kMostRevisions); ++i)
        add(older, ActionKind::RollBack, tr("Revision %1").arg(m_revisions[i]), m_revisions[i]);
    }
    add(m_menu, ActionKind::Restart, tr("&Restart"));
  }
  if (isOneOf(kind, {KubeKind::Deployment, KubeKind::StatefulSet, KubeKind::Rollout}))
    addWith(ActionKind::Scale, tr("&Scale…"), tr("Replicas:"), QStringLiteral("3"));
  if (kind == KubeKind::Deployment || isRollout) {
    add(m_menu, ActionKind::Pause, tr("&Pause the Rollout"));
    add(m_menu, ActionKind::Resume, tr("R&esume the Rollout"));
  }
  if (isRollout) {
    m_menu->addSeparator();
    add(m_menu, ActionKind::Promote, tr("Pro&mote"));
    add(m_menu, ActionKind::PromoteFully, tr("Promote &Fully"));
    add(m_menu, ActionKind::Abort, tr("&Abort"));
    add(m_menu, ActionKind::Retry, tr("Re&try"));
  }
  if (kind == KubeKind::Service)
    addWith(ActionKind::SwitchService, tr("S&witch to Other Pods…"), tr("Selector:"),
            QStringLiteral("color=green"));
  if (kind == KubeKind::CronJob) add(m_menu, ActionKind::RunNow, tr("Run &Now"));
  if (kind == KubeKind::Pod) add(m_menu, ActionKind::DeletePod, tr("&Delete the Pod"));
}

void ThingActions::add(QMenu* menu, ActionKind kind, const QString& text, std::int64_t revision) {
  menu->addAction(text, this, [this, kind, revision] {
    auto action = m_target;
    action.kind = kind;
    action.revision = revision;
    plan(std::move(action));
  });
}

void ThingActions::addWith(ActionKind kind, const QString& text, const QString& question,
                           const QString& example) {
  m_menu->addAction(text, this, [this, kind, question, example] {
    m_asked = kind;
    m_question->setText(question);
    m_answer->setPlaceholderText(example);
    m_answer->setAccessibleName(question);
    m_answer->clear();
    m_asking->show();
    m_answer->setFocus(Qt::OtherFocusReason);
  });
}

void ThingActions::ask() {
  auto action = m_target;
  action.kind = m_asked;
  if (m_asked == ActionKind::Scale) {
    bool isNumber = false;
    action.replicas = m_answer->text().trimmed().toInt(&isNumber);
    if (!isNumber || action.replicas < 0) return m_answer->selectAll();
  } else {
    action.selector = selectorOf(m_answer->text());
    if (action.selector.empty()) return m_answer->selectAll();
  }
  m_asking->hide();
  plan(std::move(action));
}

void ThingActions::plan(Action action) {
  m_actions.plan(std::move(action));
}

}  // namespace aiagent::ui
