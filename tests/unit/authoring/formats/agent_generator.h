// Agents at random, for property tests. All of them pass domain::normalised().
#pragma once

#include <rapidcheck.h>

#include "core/domain/agent.h"

namespace aiagent::authoring {

enum class Wildness {
  Tame,  // what people write: words, a few lines, known parameters, JSON as programs lay it out
  Wild,  // any text that may be kept: control characters, marks of every format, JSON that is none
};

rc::Gen<domain::AgentContent> anyAgent(Wildness wildness);

}  // namespace aiagent::authoring
