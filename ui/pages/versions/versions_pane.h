// VersionsPane: the versions of the open agent in place of the editor's fields: what changed, restoring,
// labels, branches, merging.
#pragma once

#include <QWidget>

#include "ui/viewmodels/versions_vm.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace aiagent::widgets {
class DiffView;
}

namespace aiagent::ui {

class ElidedLabel;
class MergeForm;
class MessageStrip;
class MetaLabel;

class VersionsPane : public QWidget {
  Q_OBJECT

 public:
  explicit VersionsPane(VersionsVm& versions, QWidget* parent = nullptr);

  void start();  // shows the newest first
  void focusList();
  // Why no version may be restored or labelled; empty: it may.
  void setReadOnly(const QString& reason);

 Q_SIGNALS:
  void closed();  // by Back or Esc

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QWidget* buildHeader();
  QWidget* buildList();
  QWidget* buildDetail();
  QWidget* buildLabelRow();
  void bind();
  void render();
  void renderSelection();
  void renderDetail();
  void renderStrip();
  void fillLabelMenu();
  void fillMoreMenu();
  void onStrip(const QString& button);
  void onSelection();
  void askForLabel(bool asked);
  const VersionRow* selectedRow() const;  // null unless exactly one is selected

  VersionsVm& m_versions;
  QToolButton* m_back = nullptr;
  QComboBox* m_against = nullptr;
  QToolButton* m_label = nullptr;
  QToolButton* m_more = nullptr;
  QPushButton* m_restore = nullptr;
  MessageStrip* m_strip = nullptr;
  QWidget* m_labelRow = nullptr;
  QLineEdit* m_labelName = nullptr;
  QStackedWidget* m_stack = nullptr;
  QSplitter* m_splitter = nullptr;
  QListView* m_list = nullptr;
  ElidedLabel* m_title = nullptr;
  QLabel* m_message = nullptr;
  MetaLabel* m_meta = nullptr;
  QLabel* m_moves = nullptr;
  QLabel* m_same = nullptr;
  widgets::DiffView* m_diff = nullptr;
  MergeForm* m_merge = nullptr;
  bool m_rendering = false;
  QString m_readOnly;
};

}  // namespace aiagent::ui
