#include "ui/widgets/controls/flow_layout.h"

#include <algorithm>
#include <QStyle>
#include <QWidget>

namespace aiagent::ui {

FlowLayout::FlowLayout(QWidget* parent, int gap, int lineGap)
    : QLayout(parent), m_gap(gap), m_lineGap(lineGap) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item) {
  m_items.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  if (index < 0 || index >= count()) return nullptr;
  auto* item = m_items[std::size_t(index)].release();
  m_items.erase(m_items.begin() + index);
  return item;
}

int FlowLayout::heightForWidth(int width) const {
  return place({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const {
  QSize size(0, 0);
  for (const auto& item : m_items) {
    if (item->isEmpty()) continue;
    size.rwidth() += item->sizeHint().width() + (size.width() > 0 ? m_gap : 0);
    size.setHeight(std::max(size.height(), item->sizeHint().height()));
  }
  return size;
}

QSize FlowLayout::minimumSize() const {
  QSize size(0, 0);
  for (const auto& item : m_items)
    if (!item->isEmpty()) size = size.expandedTo(item->minimumSize());
  return size;
}

void FlowLayout::setGeometry(const QRect& area) {
  QLayout::setGeometry(area);
  place(area, true);
}

int FlowLayout::place(const QRect& area, bool really) const {
  int x = 0, y = 0, line = 0;
  for (const auto& item : m_items) {
    if (item->isEmpty()) continue;
    const auto wanted = item->sizeHint();
    const QSize size(std::min(wanted.width(), std::max(area.width(), item->minimumSize().width())),
                     wanted.height());
    if (x > 0 && x + size.width() > area.width()) {
      x = 0;
      y += line + m_lineGap;
      line = 0;
    }
    if (really) {
      const QRect at(area.topLeft() + QPoint(x, y), size);
      const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
      item->setGeometry(QStyle::visualRect(direction, area, at));
    }
    x += size.width() + m_gap;
    line = std::max(line, size.height());
  }
  return y + line;
}

}  // namespace aiagent::ui
