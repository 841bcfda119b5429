// ImproveView: a goal, and the edits of the prompt that serve it, taken or left one by one.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/viewmodels/improve_vm.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace aiagent::widgets {
class DiffView;
}

namespace aiagent::ui {

class MessageStrip;
struct StripMessage;

class ImproveView : public QWidget {
  Q_OBJECT

 public:
  explicit ImproveView(ImproveVm& improve, QWidget* parent = nullptr);
  void focusGoal();
  void tellBusy();  // edits that are open keep others from being shown

 Q_SIGNALS:
  void closed();
  void settingsWanted(const QString& section);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Row {
    QWidget* widget = nullptr;
    QLabel* state = nullptr;
    QToolButton* accept = nullptr;
    QToolButton* reject = nullptr;
  };
  void build();
  void render();
  void renderStrip();
  StripMessage failure(const base::Error& error) const;
  void renderRows();
  void makeRows();
  Row makeRow(std::size_t index);
  widgets::DiffView* makeDiff(std::size_t index, QWidget* parent);
  void askOrStop();

  ImproveVm& m_improve;
  QLabel* m_title = nullptr;
  QPlainTextEdit* m_goal = nullptr;
  QPushButton* m_ask = nullptr;
  QPushButton* m_close = nullptr;
  MessageStrip* m_strip = nullptr;
  QLabel* m_summary = nullptr;
  QVBoxLayout* m_column = nullptr;
  QWidget* m_end = nullptr;
  QPushButton* m_acceptAll = nullptr;
  QPushButton* m_apply = nullptr;
  std::vector<Row> m_rows;
  std::optional<authoring::Improvement> m_shown;
};

}  // namespace aiagent::ui
