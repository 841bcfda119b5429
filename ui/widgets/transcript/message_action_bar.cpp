#include "ui/widgets/transcript/message_action_bar.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QPainter>
#include <QToolButton>

#include "ui/widgets/transcript/transcript_message.h"

namespace aiagent::widgets {

MessageActionBar::MessageActionBar(QWidget* parent) : QWidget(parent) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  setCursor(Qt::ArrowCursor);
  addButton(EditAction, QStringLiteral("document-edit"), tr("Edit"));
  addButton(RetryAction, QStringLiteral("view-refresh"), tr("Retry"));
  addButton(CopyAction, QStringLiteral("edit-copy"), tr("Copy"));
  hide();
}

QToolButton* MessageActionBar::addButton(unsigned action, const QString& icon, const QString& text) {
  auto* button = new QToolButton(this);
  button->setAutoRaise(true);
  button->setIcon(QIcon::fromTheme(icon));
  button->setIconSize({16, 16});
  button->setText(text);
  // Where there is no icon theme the word stands alone.
  button->setToolButtonStyle(button->icon().isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
  button->setFocusPolicy(Qt::TabFocus);
  button->installEventFilter(this);
  connect(button, &QToolButton::clicked, this, [this, action] { Q_EMIT triggered(action); });
  layout()->addWidget(button);
  m_buttons.push_back({action, button, text});
  return button;
}

void MessageActionBar::showFor(unsigned actions, const QString& message) {
  for (const Button& entry : m_buttons) {
    entry.button->setVisible((actions & entry.action) != 0);
    entry.button->setAccessibleName(message.isEmpty() ? entry.text : tr("%1: %2").arg(entry.text, message));
  }
  adjustSize();
  setVisible(actions != 0);
}

QToolButton* MessageActionBar::firstButton() const {
  for (const Button& entry : m_buttons)
    if (!entry.button->isHidden()) return entry.button;
  return nullptr;
}

bool MessageActionBar::hasFocusInside() const {
  const QWidget* focus = QApplication::focusWidget();
  return focus && isAncestorOf(focus);
}

void MessageActionBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), palette().color(backgroundRole()));
}

bool MessageActionBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusOut)
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT left(); }, Qt::QueuedConnection);
  return QWidget::eventFilter(watched, event);
}

}  // namespace aiagent::widgets
