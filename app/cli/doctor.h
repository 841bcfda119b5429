// doctor: what is wrong with this installation, and how to mend it.
#pragma once

#include "app/cli/command.h"

namespace aiagent::cli {

void runDoctor(Context& context, const Arguments& arguments, Finish finish);

}  // namespace aiagent::cli
