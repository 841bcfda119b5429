#include "ui/shell/navigation_rail.h"

#include <algorithm>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/controls/icon.h"
#include "ui/widgets/controls/parts.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {

namespace {

constexpr int kMostShown = 99;

}  // namespace

// The button of a page: its word under its icon, and a bar at the edge when it is the current one.
class RailButton final : public QToolButton {
 public:
  using QToolButton::QToolButton;

  void setBadge(int number) {
    m_badge = number;
    update();
  }

  QSize sizeHint() const override {
    return {std::max(64, fontMetrics().horizontalAdvance(text()) + 16),
            picture() + fontMetrics().height() + 20};
  }

 protected:
  int picture() const { return style()->pixelMetric(QStyle::PM_SmallIconSize) + 6; }

  void paintEvent(QPaintEvent*) override {
    const Tokens tokens = tokensFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(4, 2, -4, -2);
    if (isChecked() || underMouse()) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(isChecked() ? tokens.accentSoft : blended(tokens.background, tokens.accent, 0.1));
      painter.drawRoundedRect(box, 4, 4);
    }
    if (isChecked())
      painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 8, 3, height() - 16)),
                       tokens.accent);
    if (hasFocus()) {
      painter.setPen(tokens.accent);
      painter.setBrush(Qt::NoBrush);
      painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
    icon().paint(&painter, QRect((width() - picture()) / 2, 8, picture(), picture()));
    painter.setPen(tokens.text);
    painter.drawText(QRect(0, picture() + 12, width(), fontMetrics().height()), Qt::AlignCenter, text());
    if (m_badge > 0) paintBadge(painter);
  }

 private:
  // A number in a pill at the upper corner of the icon, on the side where a line ends.
  void paintBadge(QPainter& painter) {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    small.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(small);
    const QString number =
        m_badge > kMostShown ? QStringLiteral("%1+").arg(kMostShown) : QString::number(m_badge);
    const int height = metrics.height();
    const int width = std::max(height, metrics.horizontalAdvance(number) + height / 2);
    const QRect pill = QStyle::visualRect(layoutDirection(), rect(),
                                          QRect((this->width() + picture()) / 2 - 4, 4, width, height));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setFont(small);
    painter.setPen(palette().color(QPalette::HighlightedText));
    painter.drawText(pill, Qt::AlignCenter, number);
  }

  int m_badge = 0;
};

NavigationRail::NavigationRail(QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_top(new QVBoxLayout), m_bottom(new QVBoxLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, kGapRelated, 1, kGapRelated);
  column->setSpacing(kGapInside);
  column->addLayout(m_top);
  column->addStretch(1);
  column->addLayout(m_bottom);
  m_group->setExclusive(true);
  setAccessibleName(tr("Pages"));
}

void NavigationRail::add(const QString& id, const QString& title, const QString& iconName, bool atEnd) {
  auto* button = new RailButton(this);
  button->setText(title);
  button->setIcon(icon(iconName));
  button->setCheckable(true);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  button->setFocusPolicy(m_entries.empty() ? Qt::StrongFocus
                                           : Qt::ClickFocus);  // arrows go on from the first
  button->setAccessibleName(title);
  connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
  m_group->addButton(button);
  (atEnd ? m_bottom : m_top)->addWidget(button);
  m_entries.push_back({id, button});
}

void NavigationRail::setToolTip(const QString& id, const QString& toolTip) {
  for (const auto& entry : m_entries)
    if (entry.id == id) entry.button->setToolTip(toolTip);
}

void NavigationRail::setBadge(const QString& id, int number, const QString& spoken) {
  for (const auto& entry : m_entries) {
    if (entry.id != id) continue;
    entry.button->setBadge(number);
    const QString title = entry.button->text();
    entry.button->setAccessibleName(spoken.isEmpty() ? title : QStringLiteral("%1, %2").arg(title, spoken));
  }
}

void NavigationRail::setCurrent(const QString& id) {
  for (const auto& entry : m_entries) {
    const bool current = entry.id == id;
    if (current) entry.button->setChecked(true);
    // One stop for Tab: the current page's button.
    entry.button->setFocusPolicy(current ? Qt::StrongFocus : Qt::ClickFocus);
    if (current) setFocusProxy(entry.button);
  }
}

void NavigationRail::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Down) return step(1);
  if (event->key() == Qt::Key_Up) return step(-1);
  QWidget::keyPressEvent(event);
}

void NavigationRail::step(int by) {
  const auto at =
      std::ranges::find_if(m_entries, [](const Entry& entry) { return entry.button->hasFocus(); });
  if (at == m_entries.end()) return;
  const auto next = (at - m_entries.begin()) + by;
  if (next < 0 || next >= std::ssize(m_entries)) return;
  m_entries[std::size_t(next)].button->setFocus(Qt::TabFocusReason);
  Q_EMIT chosen(m_entries[std::size_t(next)].id);
}

void NavigationRail::paintEvent(QPaintEvent*) {
  const Tokens tokens = tokensFor(palette());
  QPainter painter(this);
  const QRect edge = QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 1, 0, 1, height()));
  painter.fillRect(edge, tokens.border);
}

}  // namespace aiagent::ui
