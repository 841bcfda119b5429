// What can stand in the way of sync, and what an answer of the server means for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/error.h"

namespace aiagent::sync {

enum class TroubleKind {
  Network,  // no answer, or none of the server's: a proxy's page, a cut body. Tried again.
  Busy,     // the server asks to wait. Tried again.
  SignIn,   // the credential is not taken any more
  Revoked,  // not a member of the workspace any more
  Upgrade,  // the server wants a newer program
  Resync,   // everything has to be fetched anew; `reason` says why
  Rewound,  // the server knows more of this copy of the library than it does itself
  Refused,  // the server finds the request wrong; a fault of one of the two programs. Tried again, seldom.
  Storage,  // this device's disk
};

struct Trouble {
  TroubleKind kind = TroubleKind::Network;
  std::string reason;  // the server's word; of storage and network the error code's
  std::optional<base::Milliseconds> retryAfter;
  bool operator==(const Trouble&) const = default;
};

// Of an answer that is no success: `status` and `body` as they came.
Trouble troubleOf(int status, std::string_view body, std::optional<base::Milliseconds> retryAfter);
// Of an exchange without an answer, of a body that cannot be read, or of the store.
Trouble troubleOf(const base::Error& error);

}  // namespace aiagent::sync
