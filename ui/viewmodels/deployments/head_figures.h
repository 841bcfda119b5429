// The figures under an environment's verdict: release, error budget, backup, restore drill, certificates and
// alerts, each with its age.
#pragma once

#include <QString>
#include <vector>

#include "core/services/cluster/signals_state.h"
#include "ui/viewmodels/deployments/table_topics.h"

namespace aiagent::ui {

struct HeadFigure {
  QString name, value;
  QString tip;  // what it rests on, a line each; plain text
  cluster::VerdictKind verdict =
      cluster::VerdictKind::Unknown;  // colour and icon where it is worse than well
  bool isKnown = false;               // else the value says what is missing
  bool isStale = false;               // known as it was
  bool operator==(const HeadFigure&) const = default;
};

// In the order of the page. `signals` may be null: nobody asked yet.
std::vector<HeadFigure> headFigures(const TopicGround& ground, const services::SignalsState* signals);

}  // namespace aiagent::ui
