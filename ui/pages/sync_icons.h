// The icons of sync's states and of what stands in the inbox.
#pragma once

#include <QString>

#include "ui/viewmodels/sync_vm.h"

namespace aiagent::ui {

inline QString syncIcon(const SyncState& state) {
  using Kind = SyncState::Kind;
  if (state.late) return QStringLiteral("data-warning");
  switch (state.kind) {
    case Kind::Local: return QStringLiteral("lock");
    case Kind::UpToDate: return QStringLiteral("checkmark");
    case Kind::Sending:
    case Kind::Fetching: return QStringLiteral("view-refresh");
    case Kind::Waiting: return QStringLiteral("clock");
    case Kind::Offline:
    case Kind::SignedOut: return QStringLiteral("network-disconnect");
    case Kind::SignIn:
    case Kind::Revoked:
    case Kind::Upgrade: return QStringLiteral("data-warning");
  }
  return {};
}

}  // namespace aiagent::ui
