// Certificates as somebody outside sees them, and as cert-manager tells of them.
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include "core/cluster/human_duration.h"
#include "core/cluster/verdicts/cluster_verdicts.h"
#include "ui/format/text.h"
#include "ui/viewmodels/deployments/row_builder.h"
#include "ui/viewmodels/deployments/table_topics.h"

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using format::utf8;
using services::ShownCertificate;
using wire::KubeKind;

constexpr std::uint16_t kTlsPort = 443;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(CertificateRows)
};

// "28 Nov 2026"; the evidence has the exact time.
QString dayText(base::WallTime time) {
  return QLocale().toString(QDateTime::fromMSecsSinceEpoch(base::toMillis(time)),
                            QStringLiteral("d MMM yyyy"));
}

std::string hostText(const ports::TlsTarget& target) {
  return target.port == kTlsPort ? target.host : target.host + ':' + std::to_string(target.port);
}

template <class List>
std::string joined(const List& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + std::string(std::string_view(name));
  return text;
}

void addExpiry(RowBuilder& row, base::WallTime notAfter, base::WallTime now) {
  if (!wire::told(notAfter)) {
    row.text({}).keyed("?", 0);
    return;
  }
  const auto left = std::chrono::duration_cast<std::chrono::seconds>(notAfter - now);
  row.keyed(utf8(dayText(notAfter)), double(base::toMillis(notAfter)));
  row.keyed(left.count() > 0 ? cluster::humanDuration(left) : std::string("0s"), double(left.count()));
}

// What was seen last stays, and is grey when the last look failed.
ClusterRow rowOfHost(const ShownCertificate& shown, base::WallTime now) {
  RowBuilder row;
  row.called("tls " + hostText(shown.target), hostText(shown.target)).named();
  row.text(utf8(Texts::tr("handshake")));
  const auto& greeting = shown.greeting;
  row.text(!greeting ? std::string() : greeting->names.empty() ? greeting->subject : joined(greeting->names));
  row.text(greeting ? greeting->issuer : std::string());
  addExpiry(row, greeting ? greeting->notAfter : base::WallTime{}, now);
  row.age(shown.asOf).verdict(shown.verdict);
  if (!greeting && !shown.trouble) return row.fresh(Freshness::Loading).take();
  return row.fresh(shown.trouble ? Freshness::Stale : Freshness::Live).take();
}

ClusterRow rowOfObject(const wire::CertificateRow& one, base::WallTime now) {
  RowBuilder row(one.head);
  row.named().text("cert-manager").text(joined(one.dnsNames)).text(one.issuer.view());
  addExpiry(row, one.notAfter, now);
  return row.age({}).verdict(cluster::certificateVerdict(one, now)).take();
}

}  // namespace

std::vector<ClusterRow> certificateRows(const TopicGround& ground) {
  const auto now = ground.watch.serverNow();
  std::vector<ClusterRow> rows;
  if (const auto* probe = ground.session.certificates())
    for (const auto& shown : probe->certificates()) rows.push_back(rowOfHost(shown, now));
  for (const auto* one : rowsIn<wire::CertificateRow>(ground.watch, KubeKind::Certificate)) {
    rows.push_back(rowOfObject(*one, now));
    rows.back().freshness = ground.watch.feed(KubeKind::Certificate)->state().freshness;
  }
  return rows;
}

QString certificateNote(const TopicGround& ground) {
  QStringList notes;
  if (ground.session.certificates())
    notes << Texts::tr(
        "Hosts of ingresses, of gateways and of the API are asked from this computer once an hour; "
        "nothing is sent to them or trusted.");
  else if (ground.session.isProxied())
    notes << Texts::tr("This cluster is reached through a proxy, so its hosts are not asked from here.");
  else
    notes << Texts::tr("Hosts are not asked from this computer: that is switched off in the page’s menu.");
  const auto* objects = ground.watch.feed(KubeKind::Certificate);
  if (objects && objects->state().freshness == Freshness::Absent)
    notes << Texts::tr("The cluster has no cert-manager.");
  if (objects && objects->state().freshness == Freshness::Denied)
    notes << Texts::tr("What cert-manager says may not be seen.");
  return notes.join(QLatin1Char(' '));
}

}  // namespace aiagent::ui
