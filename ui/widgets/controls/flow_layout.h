// FlowLayout: widgets one after the other, in as many lines as they need.
#pragma once

#include <memory>
#include <QLayout>
#include <vector>

namespace aiagent::ui {

class FlowLayout : public QLayout {
 public:
  explicit FlowLayout(QWidget* parent, int gap, int lineGap);
  ~FlowLayout() override;

  void addItem(QLayoutItem* item) override;
  int count() const override { return int(m_items.size()); }
  QLayoutItem* itemAt(int index) const override;
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSize() const override;
  void setGeometry(const QRect& area) override;

 private:
  int place(const QRect& area, bool really) const;  // -> the height

  std::vector<std::unique_ptr<QLayoutItem>> m_items;
  int m_gap, m_lineGap;
};

}  // namespace aiagent::ui
