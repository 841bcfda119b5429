// HistoryView: what happened in an environment, and what it looked like at a time; without the cluster.
#pragma once

#include <QWidget>

#include "ui/viewmodels/deployments/history_vm.h"

class QComboBox;
class QLabel;
class QSlider;
class QStackedWidget;
class QToolButton;
class QTreeWidget;

namespace aiagent::ui {

class MessageStrip;
class MetaLabel;

class HistoryView : public QWidget {
  Q_OBJECT

 public:
  explicit HistoryView(HistoryVm& history, QWidget* parent = nullptr);

  QTreeWidget* timeline() const { return m_facts; }

 private:
  void build();
  void bind();
  void render();
  void renderFacts();
  void renderThen();
  base::WallTime timeOf(int position) const;

  HistoryVm& m_history;
  QComboBox* m_span = nullptr;
  QSlider* m_slider = nullptr;
  MetaLabel* m_at = nullptr;
  QToolButton* m_now = nullptr;
  MessageStrip* m_strip = nullptr;
  QStackedWidget* m_stack = nullptr;
  QTreeWidget* m_facts = nullptr;
  QTreeWidget* m_then = nullptr;
  QLabel* m_empty = nullptr;
  std::vector<domain::ClusterFact> m_shown;
};

}  // namespace aiagent::ui
