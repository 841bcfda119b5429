// MessageStrip: a sentence inside the pane it concerns, with at most three buttons.
#pragma once

#include <QFrame>
#include <QString>
#include <vector>

class QLabel;
class QHBoxLayout;
class QToolButton;
class QPushButton;

namespace aiagent::ui {

enum class StripKind { Informative, Positive, Caution, Negative };

struct StripButton {
  QString id;  // given back by triggered()
  QString text;
};

struct StripMessage {
  StripKind kind = StripKind::Informative;
  QString sentence;                       // plain text
  QString quotation = {};                 // somebody else's words, shown beneath and selectable
  std::vector<StripButton> buttons = {};  // at most three
  bool closable = true;
};

// Hidden until it has a message. Telling a new message also tells it to screen readers, once.
class MessageStrip : public QFrame {
  Q_OBJECT

 public:
  explicit MessageStrip(QWidget* parent = nullptr);

  void tell(const StripMessage& message);
  void clear();
  const StripMessage& message() const { return m_message; }

 Q_SIGNALS:
  void triggered(const QString& buttonId);
  void dismissed();  // by the person

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  void buildButtons();
  void applyColours();
  void announce();

  StripMessage m_message;
  QLabel* m_icon;
  QLabel* m_sentence;
  QLabel* m_quotation;
  QHBoxLayout* m_row;
  std::vector<QPushButton*> m_buttons;
  QToolButton* m_close;
};

}  // namespace aiagent::ui
