// OtherKindsView: any kind of the cluster that has no table of its own: a kind to choose, its objects as the
// server shows them, and the one that is selected as text.
#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/viewmodels/deployments/other_kinds_vm.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;

namespace aiagent::widgets {
class CodeEdit;
}

namespace aiagent::ui {

class ClusterTree;
class EmptyState;
class MessageStrip;
class MetaLabel;

class OtherKindsView : public QWidget {
  Q_OBJECT

 public:
  // `kinds` must outlive it.
  explicit OtherKindsView(OtherKindsVm& kinds, QWidget* parent = nullptr);
  void focusSearch();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  QWidget* buildHead();
  QWidget* buildObject();
  void bind();
  void takeModel();
  void select(const QModelIndex& current);
  void openMenu(const QPoint& at);
  void render();
  void renderKinds();
  void renderHead();
  void renderBody();
  void renderObject();
  void renderAges();

  OtherKindsVm& m_kinds;
  QTimer m_second;  // ages
  std::vector<wire::KubeResource> m_listed;
  QComboBox* m_kind = nullptr;
  QLineEdit* m_filter = nullptr;
  MetaLabel* m_read = nullptr;
  QLabel* m_note = nullptr;
  MessageStrip* m_strip = nullptr;
  QStackedWidget* m_stack = nullptr;
  EmptyState* m_empty = nullptr;
  QSplitter* m_splitter = nullptr;
  ClusterTree* m_table = nullptr;
  QWidget* m_object = nullptr;
  QLabel* m_title = nullptr;
  QLabel* m_trouble = nullptr;
  widgets::CodeEdit* m_text = nullptr;
};

}  // namespace aiagent::ui
