// Questions about GitHub workflows that several rules ask.
#pragma once

#include "core/cluster/lint/sources.h"

namespace aiagent::cluster::lint {

struct RunLine {
  const Workflow* workflow;
  const Job* job;
  const Step* step;
  TextLine line;
};

std::vector<RunLine> runLines(const Sources& sources);
// Changes the cluster: apply, set image, helm upgrade and the like.
bool deploys(const Job& job);
bool deploys(const Workflow& workflow);
// What "env:" and "NAME=… >> $GITHUB_ENV" and "export NAME=" give NAME anywhere in the workflow.
std::vector<std::string> valuesOf(const Workflow& workflow, const std::string& name);
// The text with "${{ env.NAME }}" and "$NAME" replaced by each value that is known; itself without any.
std::vector<std::string> resolved(const Workflow& workflow, const std::string& text);
// "name" of deployment/name and "deployment name" in a kubectl line; with blanks within "${{ … }}".
std::string deploymentIn(const std::string& line);
// The line of the first that has the piece; that of the step's run where none has.
int lineWith(const Step& step, std::string_view piece);

}  // namespace aiagent::cluster::lint
