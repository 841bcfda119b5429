// RunConversationView: the transcript of the opened run, with a search in it.
#pragma once

#include <memory>
#include <QWidget>

#include "ui/viewmodels/runs_vm.h"

class QLabel;
class QLineEdit;

namespace aiagent::widgets {
class TranscriptView;
}

namespace aiagent::ui {

class RunConversationView : public QWidget {
  Q_OBJECT

 public:
  explicit RunConversationView(RunsVm& runs, QWidget* parent = nullptr);

  void openFind();
  widgets::TranscriptView* transcript() const { return m_view; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void buildFind();
  void bind();
  void render();
  void closeFind();

  RunsVm& m_runs;
  std::shared_ptr<const RunDetails> m_shown;
  QString m_agentName;
  widgets::TranscriptView* m_view;
  QWidget* m_find = nullptr;
  QLineEdit* m_findText = nullptr;
  QLabel* m_findCount = nullptr;
};

}  // namespace aiagent::ui
