// What is done to a cluster, as words: the act, what to know before it, what it leaves as it is, why not.
#pragma once

#include <QString>

#include "core/cluster/actions/action_machine.h"
#include "ui/format/explain.h"

namespace aiagent::format {

// "Roll back deployment/agent-api to revision 2"
QString actionTitle(const cluster::Action& action);
// "Waiting for your word", "Done" …
QString stageName(cluster::ActionStage stage);

// Empty for a word that is not known.
QString sentenceFor(const cluster::Finding& finding);
// "ConfigMaps stay as they are (agent-config)"
QString sentenceFor(const cluster::NotUndone& left);

// Errors of actions and of arming ("act_…", "arm_…"); an empty sentence for others.
Explanation explainAction(const base::Error& error);

}  // namespace aiagent::format
