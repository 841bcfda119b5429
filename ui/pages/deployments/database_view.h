// DatabaseView: how the server's database does: a verdict with its evidence, and a table a part.
#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "ui/viewmodels/deployments/database_vm.h"

class QLabel;
class QScrollArea;
class QStackedWidget;
class QTreeWidget;
class QVBoxLayout;

namespace aiagent::ui {

class EmptyState;
class MessageStrip;
class MetaLabel;

class DatabaseView : public QWidget {
  Q_OBJECT

 public:
  // `database` must outlive it.
  explicit DatabaseView(DatabaseVm& database, QWidget* parent = nullptr);

 Q_SIGNALS:
  void signInWanted();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  struct Part {
    QLabel* title = nullptr;
    QTreeWidget* table = nullptr;
    QLabel* note = nullptr;
  };

  QWidget* buildBody();
  void addPart();
  void bind();
  void render();
  void renderEmpty();
  void renderVerdict();
  void renderParts();
  void renderStrip();

  DatabaseVm& m_database;
  QTimer m_age;  // what was read grows older
  MessageStrip* m_strip = nullptr;
  QStackedWidget* m_stack = nullptr;
  EmptyState* m_empty = nullptr;
  QScrollArea* m_scroll = nullptr;
  QVBoxLayout* m_column = nullptr;
  QLabel *m_icon = nullptr, *m_verdict = nullptr, *m_evidence = nullptr;
  MetaLabel* m_read = nullptr;
  std::vector<Part> m_parts;
};

}  // namespace aiagent::ui
