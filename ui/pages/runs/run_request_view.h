// RunRequestView: exactly what was asked: parameters, variables, the prompt as filled in, the request as
// curl.
#pragma once

#include <QWidget>

#include "ui/viewmodels/run_details.h"

class QLabel;
class QPlainTextEdit;

namespace aiagent::ui {

class RunFactsView;

class RunRequestView : public QWidget {
  Q_OBJECT

 public:
  explicit RunRequestView(QWidget* parent = nullptr);
  void show(const RunDetails& details);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Text {
    QWidget* box = nullptr;
    QPlainTextEdit* edit = nullptr;
  };
  Text addText(const QString& title, const QString& copyName);
  void useFixedFont();
  void limitFacts();

  std::size_t m_factRows = 0;
  RunFactsView* m_facts = nullptr;
  Text m_prompt, m_curl;
};

}  // namespace aiagent::ui
