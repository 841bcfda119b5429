// Verdicts of the deployment dashboard, and how fresh what they rest on is, as words.
#pragma once

#include <QString>
#include <string_view>

#include "core/cluster/verdicts/verdict.h"
#include "core/cluster/watch_machine.h"

namespace aiagent::format {

QString verdictName(cluster::VerdictKind kind);  // "Healthy", "In progress" …
// What a verdict's reason means, as a sentence. Words that Kubernetes itself uses ("ImagePullBackOff") and
// that say enough stay as they are.
QString reasonText(std::string_view reason);
QString freshnessName(cluster::Freshness freshness);  // "live", "stale" …
// What that means for somebody who looks at a table.
QString freshnessHelp(cluster::Freshness freshness);

}  // namespace aiagent::format
