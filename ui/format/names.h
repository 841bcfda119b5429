// Words for the program's own terms: parameters, roles, kinds of API.
#pragma once

#include <QString>

#include "core/domain/provider.h"
#include "core/domain/run.h"

namespace aiagent::format {

QString apiKind(domain::ApiKind kind);
QString roleName(domain::Role role);  // "You", "Agent", "Tool"

// One short sentence about a model parameter, for the menu and for tooltips; empty when it is not known.
QString parameterHelp(const QString& name);
// What values it takes: "0 to 2", "none, minimal, low …", "whole number from 16".
QString parameterRange(const QString& name);

}  // namespace aiagent::format
