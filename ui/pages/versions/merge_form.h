// MergeForm: a merge that has to ask: what both sides made of each field, and a choice for each.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/viewmodels/versions_vm.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace aiagent::ui {

class MergeForm : public QWidget {
  Q_OBJECT

 public:
  explicit MergeForm(VersionsVm& versions, QWidget* parent = nullptr);

  void focusFirst();

 private:
  struct Row {
    QRadioButton* mine;
    QRadioButton* theirs;
    QRadioButton* own;        // null: the field cannot be written by hand here
    QPlainTextEdit* ownText;  // likewise
  };

  void render();
  void build(const MergeReview& review);
  QWidget* buildConflict(std::size_t place);
  static void showSettled(const Row& row, const Settlement& settlement);
  void settle(std::size_t place);

  VersionsVm& m_versions;
  QLabel* m_title;
  QWidget* m_list = nullptr;
  QVBoxLayout* m_column;
  QPushButton* m_finish;
  std::vector<Row> m_rows;
  std::shared_ptr<const std::vector<authoring::FieldConflict>> m_shown;
};

}  // namespace aiagent::ui
