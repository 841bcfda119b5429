// How verdicts and stages look: an icon and a colour beside the word, never the colour alone.
#pragma once

#include <QIcon>

#include "core/cluster/verdicts/verdict.h"
#include "core/domain/environment.h"
#include "ui/widgets/controls/tokens.h"

namespace aiagent::ui {

QString verdictIconName(cluster::VerdictKind kind);
QColor verdictColour(cluster::VerdictKind kind, const Tokens& tokens);
QIcon verdictIcon(cluster::VerdictKind kind);
QString stageName(domain::EnvironmentStage stage);
QColor stageColour(domain::EnvironmentStage stage, const Tokens& tokens);

}  // namespace aiagent::ui
