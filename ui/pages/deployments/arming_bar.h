// ArmingBar: an environment is read-only until somebody arms it; then it counts the time that is left.
#pragma once

#include <QWidget>

#include "ui/viewmodels/deployments/actions_vm.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace aiagent::ui {

// The form under the head of the page. Hidden until begin().
class ArmingBar : public QWidget {
  Q_OBJECT

 public:
  explicit ArmingBar(ActionsVm& actions, QWidget* parent = nullptr);

  void begin(const QString& environment);

 Q_SIGNALS:
  void ended();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void arm();
  void render();

  ActionsVm& m_actions;
  QString m_environment;
  QLabel* m_sentence = nullptr;
  QLabel* m_nameLabel = nullptr;
  QLineEdit* m_name = nullptr;
  QLineEdit* m_reason = nullptr;
  QLabel* m_wrong = nullptr;
  QPushButton* m_arm = nullptr;
};

}  // namespace aiagent::ui
