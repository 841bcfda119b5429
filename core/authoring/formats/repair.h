// Makes an agent from a foreign document fit for keeping: what does not fit is left out and told.
#pragma once

#include "core/authoring/formats/format.h"

namespace aiagent::authoring {

// Variables without a proper name, declared twice, with a default that does not fit; values of cases without
// a variable's name; tags that are too long; a model's name that is none. Texts that are too long stay, for
// cutting them would change what the agent does: domain::normalised() refuses them.
void repair(Imported& imported);

}  // namespace aiagent::authoring
