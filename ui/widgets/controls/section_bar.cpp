#include "ui/widgets/controls/section_bar.h"

#include <algorithm>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {
namespace {

constexpr int kSide = 8;
constexpr int kAbove = 6;
constexpr int kLine = 2;  // under the open one

// Looks like a tab: muted, with a line of the accent under the one that is open.
class SectionButton final : public QToolButton {
 public:
  explicit SectionButton(QWidget* parent) : QToolButton(parent) {
    setAutoRaise(true);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
  }

  QSize sizeHint() const override {
    return {fontMetrics().horizontalAdvance(text()) + 2 * kSide, fontMetrics().height() + 2 * kAbove + kLine};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Tokens tokens = tokensFor(palette());
    if (underMouse()) painter.fillRect(rect(), blended(tokens.background, tokens.accent, 0.08));
    if (isChecked()) painter.fillRect(QRect(0, height() - kLine, width(), kLine), tokens.accent);
    if (hasFocus()) {
      painter.setPen(tokens.accent);
      painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    painter.setPen(isEnabled() ? tokens.text : tokens.muted);
    painter.drawText(rect().adjusted(0, 0, 0, -kLine), Qt::AlignCenter, text());
  }
};

}  // namespace

SectionBar::SectionBar(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_others = iconButton(QStringLiteral("overflow-menu"), tr("More sections"), this);
  m_others->setPopupMode(QToolButton::InstantPopup);
  m_others->setMenu(new QMenu(m_others));
  m_others->hide();
  connect(m_others->menu(), &QMenu::aboutToShow, this, &SectionBar::fillMenu);
  m_close = iconButton(QStringLiteral("go-down"), tr("Close the section"), this);
  m_close->hide();
  connect(m_close, &QToolButton::clicked, this, [this] {
    const int opened = m_opened;
    Q_EMIT chosen(-1);
    if (opened >= 0) m_buttons[std::size_t(opened)]->setFocus(Qt::OtherFocusReason);
  });
}

void SectionBar::add(const QString& title) {
  const int section = int(m_buttons.size());
  auto* button = new SectionButton(this);
  button->setText(title);
  button->installEventFilter(this);
  connect(button, &QToolButton::clicked, this,
          [this, section](bool on) { Q_EMIT chosen(on ? section : -1); });
  QWidget* before = m_buttons.empty() ? nullptr : m_buttons.back();
  m_buttons.push_back(button);
  m_fits.push_back(true);
  if (before) setTabOrder(before, button);
  setTabOrder(button, m_others);
  setTabOrder(m_others, m_close);
  updateGeometry();
}

void SectionBar::setTitle(int section, const QString& title) {
  auto* button = m_buttons[std::size_t(section)];
  if (button->text() == title) return;
  button->setText(title);
  updateGeometry();
  arrange();
}

void SectionBar::setOpened(int section) {
  m_opened = section;
  for (int i = 0; i < int(m_buttons.size()); ++i) m_buttons[std::size_t(i)]->setChecked(i == section);
  m_close->setVisible(section >= 0 && m_closable);
  arrange();
}

void SectionBar::setClosable(bool closable) {
  m_closable = closable;
  m_close->setVisible(m_opened >= 0 && closable);
  arrange();
}

int SectionBar::widthOf(std::size_t section) const {
  return m_buttons[section]->sizeHint().width();
}

QSize SectionBar::sizeHint() const {
  int width = 0, height = m_close->sizeHint().height();
  for (std::size_t i = 0; i < m_buttons.size(); ++i) {
    width += widthOf(i);
    height = std::max(height, m_buttons[i]->sizeHint().height());
  }
  return {width + m_close->sizeHint().width(), height};
}

QSize SectionBar::minimumSizeHint() const {
  int widest = 0;
  for (std::size_t i = 0; i < m_buttons.size(); ++i) widest = std::max(widest, widthOf(i));
  return {widest + m_others->sizeHint().width() + m_close->sizeHint().width(), sizeHint().height()};
}

void SectionBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void SectionBar::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::FontChange) return;
  updateGeometry();
  arrange();
}

// From the front as many as fit; the open one is among them in any case.
void SectionBar::arrange() {
  int all = 0;
  for (std::size_t i = 0; i < m_buttons.size(); ++i) all += widthOf(i);
  const QSize end = m_close->sizeHint();
  int room = width() - end.width();
  const bool whole = all <= room;
  if (!whole) room -= m_others->sizeHint().width();
  if (m_opened >= 0) room -= widthOf(std::size_t(m_opened));
  int at = 0;
  const auto put = [&](QWidget* widget, int width, int height) {
    widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(),
                                           QRect(at, (this->height() - height) / 2, width, height)));
    at += width;
  };
  bool cut = false;
  for (std::size_t i = 0; i < m_buttons.size(); ++i) {
    const bool open = int(i) == m_opened;
    if (!whole && !open) {
      cut = cut || widthOf(i) > room;
      if (!cut) room -= widthOf(i);
    }
    m_fits[i] = whole || open || !cut;
    m_buttons[i]->setVisible(m_fits[i]);
    if (m_fits[i]) put(m_buttons[i], widthOf(i), m_buttons[i]->sizeHint().height());
  }
  m_others->setVisible(!whole);
  if (!whole) put(m_others, m_others->sizeHint().width(), m_others->sizeHint().height());
  at = std::max(at, width() - end.width());
  put(m_close, end.width(), end.height());
}

void SectionBar::fillMenu() {
  auto* menu = m_others->menu();
  menu->clear();
  for (std::size_t i = 0; i < m_buttons.size(); ++i)
    if (!m_fits[i])
      menu->addAction(m_buttons[i]->text(), this, [this, section = int(i)] { Q_EMIT chosen(section); });
}

bool SectionBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return false;
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Left && key != Qt::Key_Right) return false;
  const bool forward = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
  step(watched, forward ? 1 : -1);
  return true;
}

void SectionBar::step(const QObject* from, int by) {
  std::vector<QToolButton*> shown;
  for (std::size_t i = 0; i < m_buttons.size(); ++i)
    if (m_fits[i]) shown.push_back(m_buttons[i]);
  if (m_others->isVisible()) shown.push_back(m_others);
  const auto at = std::ranges::find(shown, from);
  if (at == shown.end()) return;
  const auto next = (at - shown.begin()) + by;
  if (next >= 0 && next < std::ssize(shown)) shown[std::size_t(next)]->setFocus(Qt::TabFocusReason);
}

}  // namespace aiagent::ui
