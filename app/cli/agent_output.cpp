#include "app/cli/agent_output.h"

#include "core/wire/record_json.h"

namespace aiagent::cli {

services::Done<domain::Agent> printAgent(Context& context, Finish finish, const char* words) {
  return [&context, finish, words](base::Result<domain::Agent> agent) {
    if (!agent) return finishWith(context, agent.error(), finish);
    if (context.json())
      context.printLine(wire::toJson(*agent));
    else
      context.printLine(cli::sentence(words).arg(QString::fromStdString(agent->content.name),
                                                 QString::fromStdString(agent->id.toString())));
    finish(Exit::Done);
  };
}

}  // namespace aiagent::cli
