// InviteForm: whom to invite as what; then the code and the link, once.
#pragma once

#include <QWidget>

#include "ui/viewmodels/people_vm.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace aiagent::ui {

class InviteForm : public QWidget {
  Q_OBJECT

 public:
  explicit InviteForm(PeopleVm& people, QWidget* parent = nullptr);

  void begin();  // shows itself, with an empty address

 private:
  QWidget* buildAsking();
  QWidget* buildMade();
  QLineEdit* copied(const QString& name, QWidget* parent, QFormLayout* form);
  void render();
  void end();

  PeopleVm& m_people;
  QWidget* m_asking = nullptr;
  QLineEdit* m_email = nullptr;
  QComboBox* m_role = nullptr;
  QLabel* m_roleHelp = nullptr;
  QPushButton* m_invite = nullptr;
  QWidget* m_made = nullptr;
  QLineEdit* m_code = nullptr;
  QLineEdit* m_link = nullptr;
  QLabel* m_expires = nullptr;
};

// The three roles in a combo box, with what each may do; the word is the item's data.
QComboBox* roleCombo(QWidget* parent);

}  // namespace aiagent::ui
