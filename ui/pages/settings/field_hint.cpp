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
  if (event->type() == QEvent::ApplicationPaletteChange) restyle();
}

void FieldHint::restyle() {
  QPalette colours = parentWidget() ? parentWidget()->palette() : QPalette();
  colours.setColor(QPalette::WindowText, tokensFor(colours).muted);
  setPalette(colours);
}

}  // namespace aiagent::ui
