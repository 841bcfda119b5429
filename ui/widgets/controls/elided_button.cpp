#include "ui/widgets/controls/elided_button.h"

#include <algorithm>
#include <QEvent>

namespace aiagent::ui {
namespace {

constexpr int kBeside = 20;           // both edges and the gap to the icon
constexpr int kFewestCharacters = 3;  // that are worth showing

}  // namespace

ElidedButton::ElidedButton(QWidget* parent) : QToolButton(parent) {
  setAutoRaise(true);
  setFocusPolicy(Qt::StrongFocus);
  setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ElidedButton::setFullText(const QString& text, const QString& tail) {
  if (text == m_text && tail == m_tail) return;
  m_text = text;
  m_tail = tail;
  updateGeometry();
  elide();
}

int ElidedButton::chrome() const {
  return (icon().isNull() ? 0 : iconSize().width()) + kBeside;
}

QSize ElidedButton::sizeHint() const {
  // A pixel each: rounding must not cut.
  return {
      chrome() + fontMetrics().horizontalAdvance(m_text) + 1 + fontMetrics().horizontalAdvance(m_tail) + 1,
      QToolButton::sizeHint().height()};
}

QSize ElidedButton::minimumSizeHint() const {
  return {chrome() + kFewestCharacters * fontMetrics().averageCharWidth() +
              fontMetrics().horizontalAdvance(m_tail),
          QToolButton::sizeHint().height()};
}

void ElidedButton::resizeEvent(QResizeEvent* event) {
  QToolButton::resizeEvent(event);
  elide();
}

void ElidedButton::changeEvent(QEvent* event) {
  QToolButton::changeEvent(event);
  if (event->type() == QEvent::FontChange) elide();
}

void ElidedButton::elide() {
  const int room = std::max(0, width() - chrome() - fontMetrics().horizontalAdvance(m_tail));
  QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, room) + m_tail;
  shown.replace(QLatin1Char('&'), QLatin1String("&&"));
  if (shown != text()) setText(shown);
}

}  // namespace aiagent::ui
