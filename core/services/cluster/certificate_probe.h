// CertificateProbe: looks now and then which certificate public hosts show, without any right in the cluster.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <QObject>
#include <vector>

#include "core/cluster/verdicts/cluster_verdicts.h"
#include "core/ports/scheduler.h"
#include "core/ports/tls_probe.h"
#include "core/wire/kube_network_rows.h"

namespace aiagent::services {

struct ShownCertificate {
  ports::TlsTarget target;
  std::optional<ports::TlsGreeting> greeting = {};  // the last that was seen
  base::WallTime asOf{};                            // when; kNoTime: never
  std::optional<base::Error> trouble = {};          // of the last look
  // Of `greeting` as it was then; Unknown where the last look failed and it is older than a day.
  cluster::Verdict verdict = {};
  bool operator==(const ShownCertificate&) const = default;
};

// By expiry (contract D14), and Failed for whatever a browser would refuse: "WrongHost", "SelfSigned",
// "UnknownIssuer", "Revoked", "NotYetValid", "NotTrusted". Pure.
cluster::Verdict greetingVerdict(const ports::TlsGreeting& greeting, base::WallTime now,
                                 const cluster::CertificateLimits& limits = {});

struct PublicPlaces {
  std::vector<const wire::IngressRow*> ingresses = {};
  std::vector<const wire::GatewayRow*> gateways = {};
  std::string api = {};  // an address; only https is asked
};
// Where these say that they answer with TLS; each host and port once. Wildcards name none.
std::vector<ports::TlsTarget> targetsOf(const PublicPlaces& places);

struct CertificateProbeOptions {
  base::Milliseconds interval{3'600'000};
  base::Milliseconds afterFailure{300'000};
  cluster::CertificateLimits limits = {};
};

// One host after the other. Call from one thread with an event loop; `changed` comes there.
class CertificateProbe : public QObject {
  Q_OBJECT

 public:
  // All must outlive it.
  CertificateProbe(ports::TlsProbe& probe, ports::Scheduler& scheduler, const base::Clock& clock,
                   CertificateProbeOptions options = {}, QObject* parent = nullptr);
  ~CertificateProbe() override;

  // Looks at these from now on, and first at those that are new. What is known of others is forgotten.
  void setTargets(const std::vector<ports::TlsTarget>& targets);
  // Looks at all of them now.
  void refresh();

  const std::vector<ShownCertificate>& certificates() const { return m_certificates; }

 Q_SIGNALS:
  void changed();

 private:
  void lookAtNext();
  void seen(std::size_t place, base::Result<ports::TlsGreeting> outcome);
  void judge(ShownCertificate& shown) const;
  void rest();

  ports::TlsProbe& m_probe;
  ports::Scheduler& m_scheduler;
  const base::Clock& m_clock;
  const CertificateProbeOptions m_options;
  std::vector<ShownCertificate> m_certificates;
  std::vector<std::size_t> m_due;  // places to look at, the next one last
  std::unique_ptr<ports::TlsProbeCall> m_call;
  std::unique_ptr<ports::Timer> m_next;
};

}  // namespace aiagent::services
