// How the log of a container stands, as words.
#pragma once

#include <QString>

#include "core/cluster/logs/log_follower.h"

namespace aiagent::format {

// "web-1 is gone; these are its last lines." Empty while all is as it should be. `name` is shown as it is.
QString sentenceFor(const cluster::LogFollowing& log, const QString& name);

}  // namespace aiagent::format
