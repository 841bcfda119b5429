#include "ui/pages/deployments/verdict_look.h"

#include <QCoreApplication>

#include "ui/widgets/controls/icon.h"

namespace aiagent::ui {
namespace {

using cluster::VerdictKind;
using domain::EnvironmentStage;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(VerdictLook)
};

}  // namespace

QString verdictIconName(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::Healthy: return QStringLiteral("checkmark");
    case VerdictKind::Progressing: return QStringLiteral("view-refresh");
    case VerdictKind::Paused: return QStringLiteral("clock");
    case VerdictKind::Unknown: return QStringLiteral("help-about");
    case VerdictKind::Degraded: return QStringLiteral("data-warning");
    case VerdictKind::Failed: return QStringLiteral("data-error");
  }
  return {};
}

QColor verdictColour(VerdictKind kind, const Tokens& tokens) {
  switch (kind) {
    case VerdictKind::Healthy: return tokens.positive;
    case VerdictKind::Progressing: return tokens.informative;
    case VerdictKind::Paused:
    case VerdictKind::Unknown: return tokens.muted;
    case VerdictKind::Degraded: return tokens.caution;
    case VerdictKind::Failed: return tokens.negative;
  }
  return tokens.text;
}

QIcon verdictIcon(VerdictKind kind) {
  return icon(verdictIconName(kind));
}

QString stageName(EnvironmentStage stage) {
  switch (stage) {
    case EnvironmentStage::Development: return Texts::tr("Development");
    case EnvironmentStage::Staging: return Texts::tr("Staging");
    case EnvironmentStage::Production: return Texts::tr("Production");
  }
  return {};
}

QColor stageColour(EnvironmentStage stage, const Tokens& tokens) {
  switch (stage) {
    case EnvironmentStage::Development: return tokens.informative;
    case EnvironmentStage::Staging: return tokens.caution;
    case EnvironmentStage::Production: return tokens.negative;
  }
  return tokens.border;
}

}  // namespace aiagent::ui
