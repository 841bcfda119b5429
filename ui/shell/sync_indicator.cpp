#include "ui/shell/sync_indicator.h"

#include <QEvent>

#include "ui/pages/sync.h"
#include "ui/pages/sync_icons.h"
#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {

SyncIndicator::SyncIndicator(SyncVm& sync, QWidget* parent) : QToolButton(parent), m_sync(sync) {
  setAutoRaise(true);
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setFocusPolicy(Qt::TabFocus);
  connect(&m_sync, &SyncVm::stateChanged, this, &SyncIndicator::render);
  render();
}

void SyncIndicator::render() {
  const auto& state = m_sync.state();
  syncText(this, state.words);
  setIcon(ui::icon(syncIcon(state)));
  setToolTip(state.sentence);
  setAccessibleName(tr("Sync: %1").arg(state.words));
  setAccessibleDescription(state.sentence);
  colour();
}

// The icon changes and the words say the age; the colour only helps the eye.
void SyncIndicator::colour() {
  const auto tokens = tokensFor(palette());
  auto colours = palette();
  const auto wanted = m_sync.state().late ? tokens.caution : tokens.text;
  if (colours.color(QPalette::ButtonText) == wanted) return;
  colours.setColor(QPalette::ButtonText, wanted);
  setPalette(colours);
}

void SyncIndicator::changeEvent(QEvent* event) {
  QToolButton::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) colour();
}

}  // namespace aiagent::ui
