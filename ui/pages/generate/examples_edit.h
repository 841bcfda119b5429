// ExamplesEdit: example conversations, a box for each.
#pragma once

#include <QWidget>
#include <vector>

class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace aiagent::ui {

class ExamplesEdit : public QWidget {
  Q_OBJECT

 public:
  // `filter` sees the keys of every box before the box does.
  explicit ExamplesEdit(QObject* filter, QWidget* parent = nullptr);

  QStringList examples() const;  // of every box; there is always one
  void setExamples(const QStringList& examples);

 Q_SIGNALS:
  void changed();

 private:
  struct Row {
    QWidget* widget;
    QPlainTextEdit* box;
    QToolButton* remove;
  };
  void addRow();
  void removeRow(const QWidget* row);
  void describeRows();

  QObject* m_filter;
  std::vector<Row> m_rows;
  QVBoxLayout* m_column;
  QPushButton* m_add;
};

}  // namespace aiagent::ui
