#include "core/services/cluster/certificate_probe.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "core/cluster/server_address.h"
#include "core/wire/kube_time.h"

namespace aiagent::services {
namespace {

using cluster::VerdictKind;
using ports::TlsProblem;

constexpr std::chrono::hours kBelieved{24};
constexpr std::size_t kNamesShown = 10;
constexpr int kTlsPort = 443;

struct Words {
  std::string_view reason, rule;
};

// Expired is told by the time itself.
Words wordsOf(TlsProblem problem) {
  switch (problem) {
    case TlsProblem::Expired: return {"Expired", "it holds no more"};
    case TlsProblem::NotYetValid: return {"NotYetValid", "it does not hold yet"};
    case TlsProblem::SelfSigned: return {"SelfSigned", "it vouches for itself: browsers refuse it"};
    case TlsProblem::UnknownIssuer:
      return {"UnknownIssuer", "its chain ends at nobody who is trusted, or lacks a piece"};
    case TlsProblem::WrongHost: return {"WrongHost", "it is for other names"};
    case TlsProblem::Revoked: return {"Revoked", "its issuer took it back"};
    case TlsProblem::Other: break;
  }
  return {"NotTrusted", "browsers refuse it"};
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kNamesShown); ++i) text += (i ? ", " : "") + names[i];
  if (names.size() > kNamesShown) text += " …";
  return text;
}

// 443 where the address names none; 0: it is no port.
int portOf(std::string_view address) {
  address.remove_prefix(std::min(address.size(), address.find("://") + 3));
  const auto authority = address.substr(0, address.find_first_of("/?#"));
  const auto bracket = authority.rfind(']');
  const auto colon = authority.rfind(':');
  if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket))
    return kTlsPort;
  const auto digits = authority.substr(colon + 1);
  int port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  return error == std::errc() && end == digits.data() + digits.size() ? port : 0;
}

}  // namespace

cluster::Verdict greetingVerdict(const ports::TlsGreeting& greeting, base::WallTime now,
                                 const cluster::CertificateLimits& limits) {
  auto result = cluster::expiryVerdict(greeting.notAfter, now, limits);
  const bool expired = result.reason == "Expired";
  for (const auto problem : greeting.problems) {
    const auto words = wordsOf(problem);
    if (problem == TlsProblem::Expired && expired) continue;
    if (!expired && (result.kind != VerdictKind::Failed || result.reason == "ExpiresVerySoon"))
      result.kind = VerdictKind::Failed, result.reason = words.reason;
    result.add("handshake", words.reason, words.rule);
  }
  result.add("issuer", greeting.issuer, "who signed it");
  result.add("names", greeting.names.empty() ? greeting.subject : joined(greeting.names), "whom it is for");
  return result;
}

std::vector<ports::TlsTarget> targetsOf(const PublicPlaces& places) {
  std::set<std::pair<std::string, std::uint16_t>> hosts;
  const auto add = [&hosts](std::string_view host, int port) {
    if (!host.empty() && host.find('*') == std::string_view::npos && port > 0 && port <= 0xffff)
      hosts.emplace(std::string(host), std::uint16_t(port));
  };
  for (const auto* ingress : places.ingresses)
    for (const auto& host : ingress->tlsHosts) add(host, kTlsPort);
  for (const auto* gateway : places.gateways)
    for (const auto& listener : gateway->listeners)
      if (listener.tls) add(listener.host, listener.port > 0 ? listener.port : kTlsPort);
  if (places.api.starts_with("https://")) add(cluster::hostOf(places.api), portOf(places.api));
  std::vector<ports::TlsTarget> targets;
  for (const auto& [host, port] : hosts) targets.push_back({.host = host, .port = port});
  return targets;
}

CertificateProbe::CertificateProbe(ports::TlsProbe& probe, ports::Scheduler& scheduler,
                                   const base::Clock& clock, CertificateProbeOptions options, QObject* parent)
    : QObject(parent), m_probe(probe), m_scheduler(scheduler), m_clock(clock), m_options(options) {}

CertificateProbe::~CertificateProbe() = default;

void CertificateProbe::setTargets(const std::vector<ports::TlsTarget>& targets) {
  std::vector<ShownCertificate> kept;
  for (const auto& target : targets) {
    const auto known = std::find_if(m_certificates.begin(), m_certificates.end(),
                                    [&](const ShownCertificate& one) { return one.target == target; });
    kept.push_back(known != m_certificates.end() ? *known : ShownCertificate{.target = target});
    if (kept.back().verdict.reason.empty())
      kept.back().verdict =
          cluster::verdict(VerdictKind::Unknown, "NotSeenYet").with("handshake", "", "nobody has looked yet");
  }
  m_call.reset();
  m_certificates = std::move(kept);
  m_due.clear();
  for (std::size_t i = m_certificates.size(); i-- > 0;)
    if (!wire::told(m_certificates[i].asOf)) m_due.push_back(i);
  Q_EMIT changed();
  lookAtNext();
}

void CertificateProbe::refresh() {
  m_call.reset();
  m_due.clear();
  for (std::size_t i = m_certificates.size(); i-- > 0;) m_due.push_back(i);
  lookAtNext();
}

void CertificateProbe::lookAtNext() {
  m_next.reset();
  if (m_due.empty()) return rest();
  const auto place = m_due.back();
  m_due.pop_back();
  m_call =
      m_probe.greet(m_certificates[place].target, [this, place](base::Result<ports::TlsGreeting> outcome) {
        if (!outcome && outcome.error().code == base::ErrorCode::Cancelled) return;
        seen(place, std::move(outcome));
      });
}

void CertificateProbe::seen(std::size_t place, base::Result<ports::TlsGreeting> outcome) {
  auto& shown = m_certificates[place];
  shown.trouble.reset();
  if (outcome) {
    shown.greeting = std::move(*outcome);
    shown.asOf = m_clock.wallNow();
  } else {
    shown.trouble = outcome.error();
  }
  for (auto& each : m_certificates) judge(each);
  // The call is what runs here: it goes when the next one begins.
  m_next = m_scheduler.after(base::Milliseconds(0), [this] {
    const auto fired = std::move(m_next);
    lookAtNext();
  });
  Q_EMIT changed();
}

void CertificateProbe::judge(ShownCertificate& shown) const {
  const auto now = m_clock.wallNow();
  if (shown.greeting && (!shown.trouble || now - shown.asOf <= kBelieved)) {
    shown.verdict = greetingVerdict(*shown.greeting, now, m_options.limits);
  } else if (shown.trouble) {
    const bool noTls = shown.trouble->code == base::ErrorCode::TlsFailed;
    shown.verdict = cluster::verdict(VerdictKind::Unknown, noTls ? "NoTls" : "NotReached")
                        .with("handshake", base::toWord(shown.trouble->code), "no certificate was seen");
  }
}

void CertificateProbe::rest() {
  if (m_certificates.empty()) return;
  const bool failed = std::any_of(m_certificates.begin(), m_certificates.end(),
                                  [](const ShownCertificate& one) { return one.trouble.has_value(); });
  m_next = m_scheduler.after(failed ? m_options.afterFailure : m_options.interval, [this] {
    const auto fired = std::move(m_next);
    refresh();
  });
}

}  // namespace aiagent::services
