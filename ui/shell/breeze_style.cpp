#include "ui/shell/breeze_style.h"

#include <algorithm>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

constexpr double kRadius = 3.0;
constexpr int kButtonSide = 10;   // between a button's edge and its text
constexpr int kFieldHeight = 10;  // more than the text of a field is high
constexpr int kLeastSlider = 32;  // of a scroll bar, along it
constexpr int kFieldSide = 2;     // more than Qt leaves between a field's edge and its text

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
void drawChevronDown(QPainter& painter, const QRect& room, const QColor& colour, int textHeight) {
  const QPointF middle = QRectF(room).center();
  const double half = std::clamp(textHeight / 5.0, 3.0, double(room.width()) / 2);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(colour, 1.2));
  painter.drawPolyline(QPolygonF({middle + QPointF(-half, -half / 2), middle + QPointF(0, half / 2),
                                  middle + QPointF(half, -half / 2)}));
  painter.restore();
}

// Icon and text as one centred piece. Qt's own way loses the centre in right-to-left windows.
void drawButtonLabel(QPainter& painter, const QStyleOptionButton& option, bool mnemonics) {
  const bool enabled = option.state & QStyle::State_Enabled;
  const int mark = mnemonics ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
  const int gap = option.text.isEmpty() || option.icon.isNull() ? 0 : 4;
  const int picture = option.icon.isNull() ? 0 : option.iconSize.width();
  const int room = option.rect.width() - picture - gap;
  const QString text = option.fontMetrics.elidedText(option.text, Qt::ElideRight, room, mark);
  const int words = std::min(room, option.fontMetrics.size(mark, text).width());
  QRect piece(option.rect.left() + (option.rect.width() - picture - gap - words) / 2, option.rect.top(),
              picture, option.rect.height());
  const auto visual = [&](const QRect& rect) {
    return QStyle::visualRect(option.direction, option.rect, rect);
  };
  if (picture > 0)
    option.icon.paint(&painter, visual(piece), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
  piece = QRect(piece.right() + 1 + gap, option.rect.top(), words, option.rect.height());
  painter.setPen(option.palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText));
  painter.drawText(visual(piece), int(Qt::AlignCenter) | mark, text);
}

void drawChevronUp(QPainter& painter, const QRect& room, const QColor& colour, int textHeight) {
  painter.save();
  painter.translate(room.center());
  painter.rotate(180);
  drawChevronDown(painter, QRect(-room.width() / 2, -room.height() / 2, room.width(), room.height()), colour,
                  textHeight);
  painter.restore();
}

// Flat, with a line of the accent under the one that is shown.
void drawTab(QPainter& painter, const QStyleOptionTab& option) {
  const Look look(option);
  const bool shown = option.state & QStyle::State_Selected;
  if (look.hovered && !shown)
    painter.fillRect(option.rect, blended(look.tokens.background, look.tokens.accent, 0.08));
  if (shown)
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                     look.tokens.accent);
}

void drawHeaderSection(QPainter& painter, const QStyleOption& option) {
  const Look look(option);
  const QRect& rect = option.rect;
  painter.fillRect(rect, look.tokens.background);
  painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.tokens.border);
}

void drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& option, const QRect& up, const QRect& down) {
  const Look look(option);
  drawBox(painter, option.rect, look.focused ? look.tokens.accent : look.tokens.border,
          option.palette.color(QPalette::Base));
  const auto colour = [&](QAbstractSpinBox::StepEnabledFlag step) {
    return look.enabled && (option.stepEnabled & step) ? look.tokens.text : look.tokens.border;
  };
  drawChevronUp(painter, up, colour(QAbstractSpinBox::StepUpEnabled), option.fontMetrics.height() * 3 / 4);
  drawChevronDown(painter, down, colour(QAbstractSpinBox::StepDownEnabled),
                  option.fontMetrics.height() * 3 / 4);
}

// What a scroll bar lies beside, so that the two look like one.
QColor groundBeside(const QStyleOption& option, const QWidget* widget) {
  for (const auto* at = widget ? widget->parentWidget() : nullptr; at && !at->isWindow();
       at = at->parentWidget())
    if (const auto* area = qobject_cast<const QAbstractScrollArea*>(at)) {
      const auto* inside = area->viewport();
      return inside->palette().color(inside->backgroundRole());
    }
  return option.palette.color(QPalette::Window);
}

// A bar without arrows. Lengths are along the bar.
QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part) {
  const bool across = bar.orientation == Qt::Horizontal;
  const int length = across ? bar.rect.width() : bar.rect.height();
  const int range = bar.maximum - bar.minimum;
  int slider = length;
  if (range > 0)
    slider = std::clamp(int(qint64(bar.pageStep) * length / (qint64(range) + bar.pageStep)),
                        std::min(kLeastSlider, length), length);
  const int begin = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                    length - slider, bar.upsideDown);
  int from = 0, to = 0;
  switch (part) {
    case QStyle::SC_ScrollBarGroove: to = length; break;
    case QStyle::SC_ScrollBarSubPage: to = begin; break;
    case QStyle::SC_ScrollBarSlider: from = begin, to = begin + slider; break;
    case QStyle::SC_ScrollBarAddPage: from = begin + slider, to = length; break;
    default: return {};
  }
  const QRect rect = across ? QRect(bar.rect.left() + from, bar.rect.top(), to - from, bar.rect.height())
                            : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), to - from);
  return QStyle::visualRect(bar.direction, bar.rect, rect);
}

void drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar, const QWidget* widget) {
  const Look look(bar);
  const QColor ground = groundBeside(bar, widget);
  painter.fillRect(bar.rect, ground);
  if (bar.maximum <= bar.minimum) return;
  const bool held = bar.activeSubControls & QStyle::SC_ScrollBarSlider;
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(held && (look.hovered || look.pressed) ? look.tokens.accent
                                                          : blended(ground, look.tokens.text, 0.3));
  const QRectF slider = QRectF(scrollBarPart(bar, QStyle::SC_ScrollBarSlider)).adjusted(3, 3, -3, -3);
  painter.drawRoundedRect(slider, 3, 3);
  painter.restore();
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
      // A list or a text fills its own square within the rounded frame; the pixel between is of its colour.
      const auto* area = qobject_cast<const QAbstractScrollArea*>(widget);
      const auto* inside = area ? area->viewport() : nullptr;
      painter->setBrush(inside ? QBrush(inside->palette().color(inside->backgroundRole())) : Qt::NoBrush);
      painter->drawRoundedRect(hairlineRect(option->rect), kRadius, kRadius);
      painter->restore();
      return;
    }
    case PE_IndicatorArrowDown:
      return drawChevronDown(*painter, option->rect, Look(*option).tokens.text, option->fontMetrics.height());
    case PE_FrameTabBarBase: return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
      if (option->state & State_Selected)
        return painter->fillRect(option->rect, Look(*option).tokens.accentSoft);
      return QProxyStyle::drawPrimitive(element, option, painter, widget);
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void BreezeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
  if (element == CE_TabBarTabShape)
    if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) return drawTab(*painter, *tab);
  if (element == CE_HeaderSection || element == CE_HeaderEmptyArea)
    return drawHeaderSection(*painter, *option);
  if (element == CE_Splitter) {
    // Panes side by side are parted by a line; one above the other they have borders of their own, and the
    // handle shows itself to the pointer alone.
    const Tokens tokens = tokensFor(option->palette);
    const QRect room = option->rect;
    if (option->state & State_Horizontal)
      painter->fillRect(QRect(room.center().x(), room.top(), 1, room.height()), tokens.border);
    else if (option->state & State_MouseOver)
      painter->fillRect(QRect(room.left(), room.center().y(), room.width(), 1), tokens.accent);
    return;
  }
  if (element == CE_ItemViewItem)
    if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        item && (item->state & State_Selected)) {
      // A soft ground, and on it text and icon as in the other rows.
      proxy()->drawPrimitive(PE_PanelItemViewItem, item, painter, widget);
      QStyleOptionViewItem calm(*item);
      calm.state &= ~State_Selected;
      calm.backgroundBrush = Qt::NoBrush;
      return QProxyStyle::drawControl(element, &calm, painter, widget);
    }
  const auto* button =
      element == CE_PushButtonLabel ? qstyleoption_cast<const QStyleOptionButton*>(option) : nullptr;
  if (button && !(button->features & QStyleOptionButton::HasMenu))
    return drawButtonLabel(*painter, *button, m_mnemonics);
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
                      look.enabled ? look.tokens.text : look.tokens.muted, option->fontMetrics.height());
      return;
    }
  }
  if (control == CC_ScrollBar)
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
      return drawScrollBar(*painter, *bar, widget);
  if (control == CC_SpinBox) {
    const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (box && box->frame && box->buttonSymbols != QAbstractSpinBox::NoButtons)
      return drawSpinBox(*painter, *box, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget),
                         subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget));
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

// Room on both sides of a button's text, as Breeze has it.
QSize BreezeStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                    const QWidget* widget) const {
  QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
  if (type == CT_SpinBox)
    size.setHeight(std::max(size.height(), option->fontMetrics.height() + kFieldHeight));
  const auto* button = type == CT_PushButton ? qstyleoption_cast<const QStyleOptionButton*>(option) : nullptr;
  if (button && !button->text.isEmpty())
    size.setWidth(std::max(size.width(), contents.width() + 2 * kButtonSide));
  return size;
}

// Texts in fields of every kind begin at the same distance from the edge.
QRect BreezeStyle::subElementRect(SubElement element, const QStyleOption* option,
                                  const QWidget* widget) const {
  const QRect rect = QProxyStyle::subElementRect(element, option, widget);
  const auto* frame =
      element == SE_LineEditContents ? qstyleoption_cast<const QStyleOptionFrame*>(option) : nullptr;
  return frame && frame->lineWidth > 0 ? rect.adjusted(kFieldSide, 0, -kFieldSide, 0) : rect;
}

QRect BreezeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                  const QWidget* widget) const {
  if (control == CC_ScrollBar)
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
      return scrollBarPart(*bar, part);
  const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
  if (control != CC_ComboBox || part != SC_ComboBoxEditField) return rect;
  return option->direction == Qt::RightToLeft ? rect.adjusted(0, 0, -kFieldSide, 0)
                                              : rect.adjusted(kFieldSide, 0, 0, 0);
}

int BreezeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize: return iconSizeFor(QFontMetrics(QApplication::font()).height());
    case PM_ToolBarIconSize: return iconSizeFor(QFontMetrics(QApplication::font()).height()) + 6;
    case PM_DefaultFrameWidth: return 2;
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return kLeastSlider;
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical: return 0;
    case PM_HeaderMargin:
    case PM_FocusFrameHMargin: return 4;
    case PM_SplitterWidth: return 1;  // Qt makes it easier to grab than it looks
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
    case SH_UnderlineShortcut: return m_mnemonics ? 1 : 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
  }
}

// ---------------------------------------------------------------- mnemonics, while Alt is held

void BreezeStyle::polish(QApplication* application) {
  QProxyStyle::polish(application);
  application->installEventFilter(this);
}

void BreezeStyle::unpolish(QApplication* application) {
  application->removeEventFilter(this);
  QProxyStyle::unpolish(application);
}

bool BreezeStyle::eventFilter(QObject* watched, QEvent* event) {
  const auto type = event->type();
  if (type == QEvent::KeyPress || type == QEvent::KeyRelease) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Alt) showMnemonics(type == QEvent::KeyPress);
  } else if (type == QEvent::ApplicationDeactivate || type == QEvent::WindowDeactivate) {
    showMnemonics(false);  // the release goes to another program
  }
  return QProxyStyle::eventFilter(watched, event);
}

void BreezeStyle::showMnemonics(bool shown) {
  if (shown == m_mnemonics) return;
  m_mnemonics = shown;
  for (auto* widget : QApplication::allWidgets())
    if (widget->isVisible()) widget->update();
}

}  // namespace aiagent::ui
