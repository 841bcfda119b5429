// EnvironmentBar: the environments side by side, each with its colour and, once it was opened, its verdict.
#pragma once

#include <QTabBar>

#include "ui/viewmodels/deployments/deployments_vm.h"

namespace aiagent::ui {

class EnvironmentBar : public QTabBar {
  Q_OBJECT

 public:
  explicit EnvironmentBar(QWidget* parent = nullptr);

  void render(const DeploymentsState& state);

 Q_SIGNALS:
  void chosen(const aiagent::domain::EnvironmentId& id);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  DeploymentsState m_shown;
  bool m_syncing = false;
};

}  // namespace aiagent::ui
