#include "ui/pages/deployments/environment_bar.h"

#include <QPainter>

#include "ui/format/text.h"
#include "ui/format/verdict_words.h"
#include "ui/pages/deployments/verdict_look.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

constexpr int kLine = 3;  // of the environment's colour, under its tab

}  // namespace

EnvironmentBar::EnvironmentBar(QWidget* parent) : QTabBar(parent) {
  setAccessibleName(tr("Environments"));
  setDrawBase(false);
  setExpanding(false);
  setDocumentMode(true);
  setElideMode(Qt::ElideRight);
  setUsesScrollButtons(true);
  connect(this, &QTabBar::currentChanged, this, [this](int tab) {
    if (!m_syncing && tab >= 0 && tab < int(m_shown.environments.size()))
      Q_EMIT chosen(m_shown.environments[std::size_t(tab)].id);
  });
}

void EnvironmentBar::render(const DeploymentsState& state) {
  if (state.environments == m_shown.environments && state.current == m_shown.current &&
      state.glances == m_shown.glances)
    return;
  m_shown = state;
  m_syncing = true;
  while (count() > int(state.environments.size())) removeTab(count() - 1);
  while (count() < int(state.environments.size())) addTab(QString());
  for (int i = 0; i < count(); ++i) {
    const auto& environment = state.environments[std::size_t(i)];
    const auto name = format::text(environment.name);
    if (tabText(i) != name) setTabText(i, name);
    const auto glance = state.glances.find(environment.id);
    const bool known = glance != state.glances.end();
    setTabIcon(i, known ? verdictIcon(glance->second.verdict.kind) : QIcon());
    const auto verdict = known ? format::verdictName(glance->second.verdict.kind) : tr("not opened yet");
    setTabToolTip(i, tr("%1: %2").arg(stageName(environment.stage), verdict));
    setAccessibleTabName(i, tr("%1, %2").arg(name, verdict));
    if (environment.id == state.current) setCurrentIndex(i);
  }
  m_syncing = false;
  update();
}

void EnvironmentBar::paintEvent(QPaintEvent* event) {
  QTabBar::paintEvent(event);
  QPainter painter(this);
  const auto tokens = tokensFor(palette());
  for (int i = 0; i < count() && i < int(m_shown.environments.size()); ++i) {
    const auto rect = tabRect(i);
    const auto colour = stageColour(m_shown.environments[std::size_t(i)].stage, tokens);
    const int height = i == currentIndex() ? kLine : 1;
    painter.fillRect(QRect(rect.left(), rect.bottom() + 1 - height, rect.width(), height), colour);
  }
}

}  // namespace aiagent::ui
