#include "core/qt/qt_tls_probe.h"

#include <algorithm>
#include <QDateTime>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>
#include <utility>

namespace aiagent::qt {
namespace {

using base::Error;
using base::ErrorCode;
using ports::TlsGreeting;
using ports::TlsProblem;
using Told = std::function<void(base::Result<TlsGreeting>)>;

constexpr std::size_t kMostNames = 100;

TlsProblem problemOf(QSslError::SslError error) {
  switch (error) {
    case QSslError::CertificateExpired: return TlsProblem::Expired;
    case QSslError::CertificateNotYetValid: return TlsProblem::NotYetValid;
    case QSslError::SelfSignedCertificate: return TlsProblem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted: return TlsProblem::UnknownIssuer;
    case QSslError::HostNameMismatch: return TlsProblem::WrongHost;
    case QSslError::CertificateRevoked: return TlsProblem::Revoked;
    default: return TlsProblem::Other;
  }
}

std::string nameOf(const QSslCertificate& certificate, bool issuer) {
  const auto info = [&](QSslCertificate::SubjectInfo what) {
    return (issuer ? certificate.issuerInfo(what) : certificate.subjectInfo(what)).join(u' ').toStdString();
  };
  const auto common = info(QSslCertificate::CommonName);
  return common.empty() ? info(QSslCertificate::Organization) : common;
}

base::WallTime timeOf(const QDateTime& time) {
  return time.isValid() ? base::wallTimeFromMillis(time.toMSecsSinceEpoch()) : base::WallTime{};
}

TlsGreeting greetingOf(const QSslCertificate& leaf, const QList<QSslError>& errors) {
  TlsGreeting greeting{.subject = nameOf(leaf, false),
                       .issuer = nameOf(leaf, true),
                       .names = {},
                       .notBefore = timeOf(leaf.effectiveDate()),
                       .notAfter = timeOf(leaf.expiryDate()),
                       .sha256 = leaf.digest(QCryptographicHash::Sha256).toHex().toStdString(),
                       .problems = {}};
  for (const auto& name : leaf.subjectAlternativeNames())
    if (greeting.names.size() < kMostNames) greeting.names.push_back(name.toStdString());
  std::sort(greeting.names.begin(), greeting.names.end());
  for (const auto& error : errors) {
    const auto problem = problemOf(error.error());
    if (std::find(greeting.problems.begin(), greeting.problems.end(), problem) == greeting.problems.end())
      greeting.problems.push_back(problem);
  }
  return greeting;
}

class Call final : public QObject, public ports::TlsProbeCall {
 public:
  Call(ports::TlsTarget target, Told told) : m_target(std::move(target)), m_told(std::move(told)) {
    // Later, so that nothing is told within the call.
    QTimer::singleShot(0, this, [this] { begin(); });
  }
  ~Call() override { finish(Error{.code = ErrorCode::Cancelled, .detail = "probe dropped"}); }

 private:
  void begin();
  void failed(QAbstractSocket::SocketError error);
  void seen(const QList<QSslError>& errors);
  void finish(base::Result<TlsGreeting> outcome);

  ports::TlsTarget m_target;
  Told m_told;
  QSslSocket* m_socket = nullptr;  // deleted later: it may be what calls
  QTimer m_timer;
};

void Call::begin() {
  const auto host = QString::fromStdString(m_target.host);
  if (host.isEmpty() || host.contains(u' ') || m_target.port == 0)
    return finish(Error{.code = ErrorCode::InvalidInput, .subject = "host"});
  auto configuration = QSslConfiguration::defaultConfiguration();
  if (!m_target.caPem.empty()) {
    const auto trusted = QSslCertificate::fromData(QByteArray::fromStdString(m_target.caPem), QSsl::Pem);
    if (trusted.isEmpty()) return finish(Error{.code = ErrorCode::InvalidInput, .subject = "ca"});
    configuration.addCaCertificates(trusted);
  }
  m_socket = new QSslSocket;
  m_socket->setSslConfiguration(configuration);
  connect(m_socket, &QSslSocket::encrypted, this, [this] { seen({}); });
  connect(m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError>& errors) { seen(errors); });
  connect(m_socket, &QAbstractSocket::errorOccurred, this, [this](auto error) { failed(error); });
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, [this] {
    finish(Error{.code = ErrorCode::Timeout, .detail = "TLS handshake", .subject = m_target.host});
  });
  m_timer.start(m_target.timeout);
  const auto name = m_target.serverName.empty() ? host : QString::fromStdString(m_target.serverName);
  m_socket->connectToHostEncrypted(host, m_target.port, name);
}

void Call::seen(const QList<QSslError>& errors) {
  const auto leaf = m_socket->peerCertificate();
  if (leaf.isNull())
    return finish(Error{.code = ErrorCode::TlsFailed, .detail = "no certificate", .subject = m_target.host});
  finish(greetingOf(leaf, errors));
}

void Call::failed(QAbstractSocket::SocketError error) {
  const bool connected = m_socket->peerPort() != 0 && m_socket->peerAddress() != QHostAddress();
  const bool tls = error == QAbstractSocket::SslHandshakeFailedError ||
                   (connected && error == QAbstractSocket::RemoteHostClosedError);
  const auto code = tls                                            ? ErrorCode::TlsFailed
                    : error == QAbstractSocket::SocketTimeoutError ? ErrorCode::Timeout
                                                                   : ErrorCode::ConnectionFailed;
  finish(Error{.code = code, .detail = m_socket->errorString().toStdString(), .subject = m_target.host});
}

void Call::finish(base::Result<TlsGreeting> outcome) {
  m_timer.stop();
  if (auto* socket = std::exchange(m_socket, nullptr)) {
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
  }
  // Whoever is told may destroy this.
  if (const auto told = std::exchange(m_told, nullptr)) told(std::move(outcome));
}

}  // namespace

std::unique_ptr<ports::TlsProbeCall> QtTlsProbe::greet(ports::TlsTarget target, Told told) {
  return std::make_unique<Call>(std::move(target), std::move(told));
}

}  // namespace aiagent::qt
