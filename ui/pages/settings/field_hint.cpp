#include "ui/pages/settings/field_hint.h"

#include <QEvent>
#include <QResizeEvent>

#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

constexpr int kLeastWidth = 160;

}  // namespace

// A form layout asks a wrapping label for its height at a width of the label's own choice and leaves gaps;
// this one answers for the width it has.
FieldHint::FieldHint(const QString& text, QWidget* parent) : QLabel(text, parent) {
  setTextFormat(Qt::PlainText);
  setWordWrap(true);
  QSizePolicy wide(QSizePolicy::Expanding, QSizePolicy::Fixed);
  wide.setHeightForWidth(false);
  setSizePolicy(wide);
  restyle();
}

QSize FieldHint::sizeHint() const {
  const int wide = qMax(width(), kLeastWidth);
  return {kLeastWidth, heightForWidth(wide)};
}

QSize FieldHint::minimumSizeHint() const {
  return sizeHint();
}

void FieldHint::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  if (event->oldSize().width() != event->size().width()) updateGeometry();
}

void FieldHint::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) restyle();
}

void FieldHint::restyle() {
  QPalette colours = parentWidget() ? parentWidget()->palette() : QPalette();
  const QColor muted = tokensFor(colours).muted;
  if (palette().color(QPalette::WindowText) == muted) return;
  colours.setColor(QPalette::WindowText, muted);
  setPalette(colours);
}

}  // namespace aiagent::ui
