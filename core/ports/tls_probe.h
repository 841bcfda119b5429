// TlsProbe: what certificate a server shows, and what is wrong with it. Nothing is sent to it or trusted.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace aiagent::ports {

struct TlsTarget {
  std::string host;
  std::uint16_t port = 443;
  std::string serverName = {};  // asked for (SNI) and checked; empty: the host
  std::string caPem = {};       // trusted beside the system's; or empty
  base::Milliseconds timeout{10'000};
  bool operator==(const TlsTarget&) const = default;
};

enum class TlsProblem : std::uint8_t {
  Expired,
  NotYetValid,
  SelfSigned,     // its own issuer, and not among the trusted ones
  UnknownIssuer,  // the chain does not end at one that is trusted, or has a piece missing
  WrongHost,      // it is for other names
  Revoked,
  Other,
};

struct TlsGreeting {
  std::string subject, issuer;     // common names, else organisations
  std::vector<std::string> names;  // subject alternative names, a hundred at most
  base::WallTime notBefore{}, notAfter{};
  std::string sha256;                // of the certificate: 64 lower-case digits
  std::vector<TlsProblem> problems;  // of the leaf and its chain, each once; none: as browsers want it
  bool operator==(const TlsGreeting&) const = default;
};

// Destroying it ends the call; its completion then comes with Cancelled first, unless it came already.
class TlsProbeCall {
 public:
  virtual ~TlsProbeCall() = default;
};

class TlsProbe {
 public:
  virtual ~TlsProbe() = default;
  // A certificate with problems is a success here. InvalidInput (subject "host" or "ca"), ConnectionFailed,
  // Timeout, TlsFailed: it speaks no TLS that we do. Completions come on the thread that asked, never within
  // the call.
  [[nodiscard]] virtual std::unique_ptr<TlsProbeCall> greet(
      TlsTarget target, std::function<void(base::Result<TlsGreeting>)> told) = 0;
};

}  // namespace aiagent::ports
