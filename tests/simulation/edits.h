// Edits: what a person does to the library of one client.
#pragma once

#include <string>

#include "tests/simulation/client.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/random.h"

namespace aiagent::simulation {

// One edit that suits what is there, of the schedule's choice; what was done, empty when nothing could be.
std::string edit(Client& client, Random& random, Ledger& ledger);
// Ends an open item of the inbox with mine, theirs, both merged, or as it is.
std::string resolve(Client& client, Random& random, Ledger& ledger);

}  // namespace aiagent::simulation
