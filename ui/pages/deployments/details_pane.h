// DetailsPane: one thing of the cluster, or the whole environment: its verdict, the evidence for it, and what
// the cluster said about it lately.
#pragma once

#include <QScrollArea>
#include <QString>
#include <vector>

#include "core/cluster/verdicts/verdict.h"

class QLabel;
class QVBoxLayout;

namespace aiagent::ui {

class ElidedLabel;
class MetaLabel;

struct DetailsEvent {
  QString when, reason, message, exactly;
  bool isWarning = false;
  bool operator==(const DetailsEvent&) const = default;
};

struct Details {
  QString title;     // "agent-api"
  QString subtitle;  // "Deployment in aiagent"
  bool hasVerdict = false;
  cluster::Verdict verdict;
  std::vector<std::pair<QString, QString>> facts;  // what it is, and its value
  std::vector<DetailsEvent> events;                // the youngest first
  bool operator==(const Details&) const = default;
};

class DetailsPane : public QScrollArea {
  Q_OBJECT

 public:
  explicit DetailsPane(QWidget* parent = nullptr);

  void show(const Details& details);
  const Details& shown() const { return m_shown; }
  // A row of buttons under the title, made by the page.
  void setActions(QWidget* actions);

 Q_SIGNALS:
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;  // Esc closes it
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void drawIcon();
  void renderEvidence();
  void renderFacts();
  void renderEvents();

  Details m_shown;
  QLabel* m_title = nullptr;
  MetaLabel* m_subtitle = nullptr;
  QWidget* m_verdictRow = nullptr;
  QLabel* m_icon = nullptr;
  QLabel* m_verdict = nullptr;
  QVBoxLayout* m_column = nullptr;
  QVBoxLayout* m_actionsPlace = nullptr;
  QVBoxLayout* m_evidence = nullptr;
  QVBoxLayout* m_facts = nullptr;
  QVBoxLayout* m_events = nullptr;
};

}  // namespace aiagent::ui
