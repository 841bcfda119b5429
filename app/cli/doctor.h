// doctor: what is wrong with this installation, and how to mend it.
#pragma once

#include "app/cli/command.h"

namespace aiagent::cli {

void runDoctor(Context& context, const Arguments& arguments, Finish finish);

// What came of a damaged database that this program met when it opened the profile.
QString damageSentence(const store::OpenReport& report);

}  // namespace aiagent::cli
