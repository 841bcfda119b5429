// JobsView: the generations that wait for a network, and those that came back.
#pragma once

#include <QWidget>

#include "ui/viewmodels/generation_jobs_vm.h"

class QVBoxLayout;

namespace aiagent::ui {

// Hidden while there is none.
class JobsView : public QWidget {
  Q_OBJECT

 public:
  explicit JobsView(GenerationJobsVm& jobs, QWidget* parent = nullptr);

 Q_SIGNALS:
  void reviewWanted(const aiagent::domain::GenerationJob& job);

 private:
  void render();
  QWidget* makeRow(const domain::GenerationJob& job);

  GenerationJobsVm& m_jobs;
  QVBoxLayout* m_rows = nullptr;
};

}  // namespace aiagent::ui
