#include "ui/widgets/controls/message_strip.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

struct StripLook {
  QColor colour, soft;
  QString iconName;
  QString word;  // said before the sentence, so that colour is never the only sign
};

StripLook lookOf(StripKind kind, const Tokens& tokens) {
  switch (kind) {
    case StripKind::Positive:
      return {tokens.positive, tokens.positiveSoft, QStringLiteral("state-ok"), MessageStrip::tr("Done")};
    case StripKind::Caution:
      return {tokens.caution, tokens.cautionSoft, QStringLiteral("data-warning"),
              MessageStrip::tr("Warning")};
    case StripKind::Negative:
      return {tokens.negative, tokens.negativeSoft, QStringLiteral("data-error"), MessageStrip::tr("Error")};
    case StripKind::Informative: break;
  }
  return {tokens.informative, tokens.informativeSoft, QStringLiteral("data-information"),
          MessageStrip::tr("Information")};
}

QLabel* wrappingLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  return label;
}

}  // namespace

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_sentence(wrappingLabel(this)),
      m_quotation(wrappingLabel(this)),
      m_row(new QHBoxLayout),
      m_close(new QToolButton(this)) {
  auto* texts = new QVBoxLayout;
  texts->setSpacing(4);
  texts->addWidget(m_sentence);
  texts->addWidget(m_quotation);
  auto* line = new QHBoxLayout;
  line->setSpacing(8);
  line->addWidget(m_icon, 0, Qt::AlignTop);
  line->addLayout(texts, 1);
  line->addWidget(m_close, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(12, 8, 8, 8);
  column->setSpacing(8);
  column->addLayout(line);
  column->addLayout(m_row);
  m_row->setSpacing(8);
  m_row->addStretch(1);

  m_close->setAutoRaise(true);
  m_close->setIcon(icon(QStringLiteral("window-close")));
  m_close->setToolTip(tr("Close this message"));
  m_close->setAccessibleName(tr("Close this message"));
  connect(m_close, &QToolButton::clicked, this, [this] {
    clear();
    Q_EMIT dismissed();
  });
  setAccessibleName(tr("Message"));
  hide();
}

void MessageStrip::tell(const StripMessage& message) {
  m_message = message;
  m_sentence->setText(message.sentence);
  m_quotation->setText(message.quotation.isEmpty() ? QString() : tr("“%1”").arg(message.quotation));
  m_quotation->setVisible(!message.quotation.isEmpty());
  m_close->setVisible(message.closable);
  buildButtons();
  applyColours();
  show();
  announce();
}

void MessageStrip::clear() {
  m_message = {};
  hide();
}

void MessageStrip::buildButtons() {
  for (auto* button : m_buttons) {
    button->hide();
    button->deleteLater();  // its own click may have led here
  }
  m_buttons.clear();
  for (const auto& [id, text] : m_message.buttons) {
    auto* button = new QPushButton(text, this);
    connect(button, &QPushButton::clicked, this, [this, id = id] { Q_EMIT triggered(id); });
    m_row->addWidget(button);
    m_buttons.push_back(button);
  }
  for (auto* button : m_buttons) button->show();
}

void MessageStrip::applyColours() {
  const auto look = lookOf(m_message.kind, tokensFor(palette()));
  const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
  m_icon->setPixmap(icon(look.iconName).pixmap(QSize(size, size), devicePixelRatioF()));
  m_icon->setAccessibleName(look.word);
  m_icon->setFixedHeight(qMax(fontMetrics().height(), size));
  update();
}

void MessageStrip::announce() {
  const auto look = lookOf(m_message.kind, tokensFor(palette()));
  setAccessibleDescription(look.word + QStringLiteral(": ") + m_message.sentence);
  QAccessibleEvent event(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
}

void MessageStrip::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_icon)
    applyColours();
}

void MessageStrip::paintEvent(QPaintEvent*) {
  const auto look = lookOf(m_message.kind, tokensFor(palette()));
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(blended(look.soft, look.colour, 0.6));
  painter.setBrush(look.soft);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

}  // namespace aiagent::ui
