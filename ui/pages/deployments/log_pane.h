// LogPane: the log of a pod or a workload, with what one does with it.
#pragma once

#include <QWidget>

#include "ui/viewmodels/deployments/log_vm.h"

class QLabel;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace aiagent::ui {

class LogView;
class MessageStrip;
class MetaLabel;

class LogPane : public QWidget {
  Q_OBJECT

 public:
  explicit LogPane(LogVm& log, QWidget* parent = nullptr);

  void setTitle(const QString& title);  // "deployment/agent-api"
  LogView* view() const { return m_view; }
  void openFind();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* buildBar();
  QWidget* buildFind();
  QWidget* buildSaving();
  QToolButton* toggle(const QString& iconName, const QString& name, QWidget* parent);
  void bind();
  void render();
  void renderStrip();
  void renderFind();
  void renderSaving();
  void closeFind();
  void goTo(bool next);
  void askWhereToSave();

  LogVm& m_log;
  LogFound m_found;
  MetaLabel* m_title = nullptr;
  MessageStrip* m_strip = nullptr;
  LogView* m_view = nullptr;
  QToolButton *m_follow = nullptr, *m_previous = nullptr, *m_wrap = nullptr, *m_stamps = nullptr;
  QToolButton* m_save = nullptr;
  QWidget *m_find = nullptr, *m_saving = nullptr;
  QLineEdit* m_findText = nullptr;
  QLabel *m_findCount = nullptr, *m_dropped = nullptr;
  QProgressBar* m_progress = nullptr;
};

}  // namespace aiagent::ui
