// SideList: a list at the side of a page, with rows of icon and text that are easy to hit.
#pragma once

#include <QListWidget>

namespace aiagent::ui {

class SideList : public QListWidget {
  Q_OBJECT

 public:
  explicit SideList(const QString& accessibleName, QWidget* parent = nullptr);
};

}  // namespace aiagent::ui
