// AuditView: what was done to an environment from this computer: a table that can be searched and copied, and
// all that is known of the act that is chosen.
#pragma once

#include <QWidget>

#include "ui/viewmodels/deployments/audit_vm.h"

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSplitter;
class QStackedWidget;
class QTreeView;

namespace aiagent::ui {

class MetaLabel;

class AuditView : public QWidget {
  Q_OBJECT

 public:
  // `audit` must outlive it.
  explicit AuditView(AuditVm& audit, QWidget* parent = nullptr);
  void focusSearch();

 protected:
  void showEvent(QShowEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void render();
  void renderEntry();
  void copySelection();

  AuditVm& m_audit;
  QLineEdit* m_filter = nullptr;
  MetaLabel* m_count = nullptr;
  QStackedWidget* m_stack = nullptr;
  QSplitter* m_splitter = nullptr;
  QTreeView* m_table = nullptr;
  QPlainTextEdit* m_entry = nullptr;
  QLabel* m_empty = nullptr;
};

}  // namespace aiagent::ui
