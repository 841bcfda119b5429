#include "ui/shell/workspace_indicator.h"

#include <QEvent>

#include "ui/pages/sync.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {

WorkspaceIndicator::WorkspaceIndicator(const WorkspacesVm& workspaces, QWidget* parent)
    : ElidedButton(parent), m_workspaces(workspaces) {
  setFocusPolicy(Qt::TabFocus);
  hide();  // in so many words: a status bar shows what was never hidden
  connect(&m_workspaces, &WorkspacesVm::stateChanged, this, &WorkspaceIndicator::render);
  connect(this, &QToolButton::clicked, this, [this] {
    const auto& notice = m_workspaces.state().notice;
    notice.member ? Q_EMIT wanted(notice.id) : Q_EMIT detailsWanted();
  });
  render();
}

void WorkspaceIndicator::render() {
  const auto& notice = m_workspaces.state().notice;
  syncVisible(this, !notice.id.empty());
  if (notice.id.empty()) return;
  setIcon(ui::icon(notice.late ? QStringLiteral("data-warning") : QStringLiteral("clock")));
  setFullText(notice.words);
  setToolTip(notice.sentence);
  setAccessibleName(tr("Another workspace: %1").arg(notice.words));
  setAccessibleDescription(notice.sentence);
  colour();
}

// The icon changes and the words say the age; the colour only helps the eye.
void WorkspaceIndicator::colour() {
  const auto tokens = tokensFor(palette());
  auto colours = palette();
  const auto wanted = m_workspaces.state().notice.late ? tokens.caution : tokens.text;
  if (colours.color(QPalette::ButtonText) == wanted) return;
  colours.setColor(QPalette::ButtonText, wanted);
  setPalette(colours);
}

void WorkspaceIndicator::changeEvent(QEvent* event) {
  ElidedButton::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) colour();
}

}  // namespace aiagent::ui
