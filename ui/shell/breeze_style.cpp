#include "ui/shell/breeze_style.h"

#include <algorithm>
#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

constexpr double kRadius = 3.0;

QRectF hairlineRect(const QRect& rect) {
  return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

void drawBox(QPainter& painter, const QRect& rect, const QColor& border, const QColor& fill) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(border);
  painter.setBrush(fill);
  painter.drawRoundedRect(hairlineRect(rect), kRadius, kRadius);
  painter.restore();
}

struct Look {
  Tokens tokens;
  bool enabled, hovered, pressed, focused;

  explicit Look(const QStyleOption& option)
      : tokens(tokensFor(option.palette)),
        enabled(option.state & QStyle::State_Enabled),
        hovered(enabled && (option.state & QStyle::State_MouseOver)),
        pressed(enabled && (option.state & (QStyle::State_Sunken | QStyle::State_On))),
        focused(enabled && (option.state & QStyle::State_HasFocus)) {}

  QColor border() const { return focused || hovered ? tokens.accent : tokens.border; }
};

void drawButton(QPainter& painter, const QStyleOption& option) {
  const Look look(option);
  const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
  if (button && (button->features & QStyleOptionButton::Flat) && !look.hovered && !look.focused &&
      !look.pressed)
    return;
  QColor fill = look.pressed ? blended(look.tokens.raised, look.tokens.accent, 0.25) : look.tokens.raised;
  const bool primary = button && (button->features & QStyleOptionButton::DefaultButton) && look.enabled;
  if (primary && !look.pressed) fill = look.tokens.accentSoft;
  drawBox(painter, option.rect, primary ? look.tokens.accent : look.border(), fill);
}

// Buttons without a frame: nothing until the pointer or the focus is on them.
void drawToolButton(QPainter& painter, const QStyleOption& option) {
  const Look look(option);
  const bool raised = !(option.state & QStyle::State_AutoRaise);
  if (!raised && !look.hovered && !look.pressed && !look.focused) return;
  const QColor fill = look.pressed ? look.tokens.accentSoft
                      : raised     ? look.tokens.raised
                                   : blended(look.tokens.background, look.tokens.accent, 0.08);
  drawBox(painter, option.rect, raised || look.focused || look.hovered ? look.border() : fill, fill);
}

void drawField(QPainter& painter, const QStyleOption& option) {
  const Look look(option);
  drawBox(painter, option.rect, look.focused ? look.tokens.accent : look.tokens.border,
          option.palette.color(QPalette::Base));
}

// Icons grow with the text, in the sizes that Breeze draws them for.
int iconSizeFor(int textHeight) {
  return textHeight < 24 ? 16 : textHeight < 32 ? 22 : 32;
}

// A chevron, as wide as the text is high by half.
void drawChevronDown(QPainter& painter, const QRect& room, const QColor& colour) {
  const QPointF middle = QRectF(room).center();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour, 1.2));
  painter.drawPolyline(
      QPolygonF({middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)}));
  painter.restore();
}

// Icon and text as one centred piece. Qt's own way loses the centre in right-to-left windows.
void drawButtonLabel(QPainter& painter, const QStyleOptionButton& option) {
  const bool enabled = option.state & QStyle::State_Enabled;
  const int gap = option.text.isEmpty() || option.icon.isNull() ? 0 : 4;
  const int picture = option.icon.isNull() ? 0 : option.iconSize.width();
  const int room = option.rect.width() - picture - gap;
  const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room, Qt::TextShowMnemonic);
  const int words = std::min(room, option.fontMetrics.size(Qt::TextShowMnemonic, text).width());
  QRect piece(option.rect.left() + (option.rect.width() - picture - gap - words) / 2, option.rect.top(),
              picture, option.rect.height());
  const auto visual = [&](const QRect& rect) {
    return QStyle::visualRect(option.direction, option.rect, rect);
  };
  if (picture > 0)
    option.icon.paint(&painter, visual(piece), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
  piece = QRect(piece.right() + 1 + gap, option.rect.top(), words, option.rect.height());
  painter.setPen(option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
  painter.drawText(visual(piece), Qt::AlignCenter | Qt::TextShowMnemonic, text);
}

}  // namespace

BreezeStyle::BreezeStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {
  setObjectName(QStringLiteral("aiagent-breeze"));
}

void BreezeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
  switch (element) {
    case PE_PanelButtonCommand: return drawButton(*painter, *option);
    case PE_PanelButtonTool: return drawToolButton(*painter, *option);
    case PE_PanelLineEdit: {
      const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
      if (frame && frame->lineWidth > 0) return drawField(*painter, *option);
      return;
    }
    case PE_Frame: {
      const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
      if (!frame || frame->lineWidth == 0) return;
      const Look look(*option);
      painter->save();
      painter->setRenderHint(QPainter::Antialiasing);
      painter->setPen(look.focused ? look.tokens.accent : look.tokens.border);
      painter->setBrush(Qt::NoBrush);
      painter->drawRoundedRect(hairlineRect(option->rect), kRadius, kRadius);
      painter->restore();
      return;
    }
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void BreezeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
  if (element == CE_Splitter) {
    const Tokens tokens = tokensFor(option->palette);
    QRect line = option->rect;
    if (option->state & State_Horizontal)
      line = QRect(line.center().x(), line.top(), 1, line.height());
    else
      line = QRect(line.left(), line.center().y(), line.width(), 1);
    painter->fillRect(line, tokens.border);
    return;
  }
  const auto* button =
      element == CE_PushButtonLabel ? qstyleoption_cast<const QStyleOptionButton*>(option) : nullptr;
  if (button && !(button->features & QStyleOptionButton::HasMenu)) return drawButtonLabel(*painter, *button);
  QProxyStyle::drawControl(element, option, painter, widget);
}

void BreezeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                     QPainter* painter, const QWidget* widget) const {
  if (control == CC_ComboBox) {
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (combo && combo->frame) {
      const Look look(*option);
      drawBox(*painter, option->rect, look.border(),
              combo->editable ? option->palette.color(QPalette::Base) : look.tokens.raised);
      drawChevronDown(*painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget),
                      look.enabled ? look.tokens.text : look.tokens.muted);
      return;
    }
  }
  // The arrow that Fusion puts into the corner of a button with a menu: such buttons say "▾" or "…"
  // themselves.
  const auto* button =
      control == CC_ToolButton ? qstyleoption_cast<const QStyleOptionToolButton*>(option) : nullptr;
  if (button && (button->features & QStyleOptionToolButton::HasMenu) &&
      !(button->features & QStyleOptionToolButton::MenuButtonPopup)) {
    QStyleOptionToolButton plain(*button);
    plain.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
    return QProxyStyle::drawComplexControl(control, &plain, painter, widget);
  }
  QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int BreezeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize: return iconSizeFor(QFontMetrics(QApplication::font()).height());
    case PM_ToolBarIconSize: return iconSizeFor(QFontMetrics(QApplication::font()).height()) + 6;
    case PM_SplitterWidth: return 7;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int BreezeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const {
  switch (hint) {
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
  }
}

}  // namespace aiagent::ui
