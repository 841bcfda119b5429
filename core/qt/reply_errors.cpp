#include "core/qt/reply_errors.h"

#include <QSslCertificate>
#include <QStringList>

namespace aiagent::qt {
namespace {

using base::ErrorCode;

bool isHttpStatusError(QNetworkReply::NetworkError error) {
  switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError: return true;
    default: return false;
  }
}

ErrorCode codeBeforeHead(QNetworkReply::NetworkError error) {
  switch (error) {
    case QNetworkReply::SslHandshakeFailedError: return ErrorCode::TlsFailed;
    case QNetworkReply::ProxyAuthenticationRequiredError: return ErrorCode::ProxyRefused;
    case QNetworkReply::TimeoutError: return ErrorCode::Timeout;
    default: return ErrorCode::ConnectionFailed;
  }
}

// A clear-text request is sent to its proxy, so that no other connection can have failed.
bool proxyIsToBlame(const ReplyEnd& end) {
  if (end.proxy.type() == QNetworkProxy::NoProxy || end.status > 0) return false;
  if (end.proxy.type() == QNetworkProxy::HttpCachingProxy) return true;
  // Qt 6.4 says UnknownNetworkError where a tunnel's proxy cannot be reached.
  if (end.error == QNetworkReply::UnknownNetworkError) return true;
  return end.error >= QNetworkReply::ProxyConnectionRefusedError &&
         end.error <= QNetworkReply::UnknownProxyError;
}

std::string distinguishedName(const QSslCertificate& certificate, bool issuer) {
  const auto names = issuer ? certificate.issuerInfo(QSslCertificate::CommonName)
                            : certificate.subjectInfo(QSslCertificate::CommonName);
  if (!names.isEmpty()) return names.join(u' ').toStdString();
  const auto organisations = issuer ? certificate.issuerInfo(QSslCertificate::Organization)
                                    : certificate.subjectInfo(QSslCertificate::Organization);
  return organisations.isEmpty() ? "?" : organisations.join(u' ').toStdString();
}

std::string describe(const QSslCertificate& certificate) {
  return "certificate of " + distinguishedName(certificate, false) + ", issued by " +
         distinguishedName(certificate, true) + ", valid " +
         certificate.effectiveDate().toString(Qt::ISODate).toStdString() + " to " +
         certificate.expiryDate().toString(Qt::ISODate).toStdString();
}

}  // namespace

std::string hostAndPort(const QUrl& url) {
  return url.authority(QUrl::FullyEncoded).section(u'@', -1).toStdString();
}

std::string describe(const QList<QSslError>& errors) {
  std::string text;
  for (const auto& error : errors) {
    if (!text.empty()) text += "; ";
    text += error.errorString().toStdString();
  }
  for (const auto& error : errors) {
    if (error.certificate().isNull()) continue;
    return text + "; " + describe(error.certificate());
  }
  return text;
}

base::Result<void> toResult(const ReplyEnd& end) {
  if (end.error == QNetworkReply::NoError) return {};
  if (end.status >= 400 && isHttpStatusError(end.error)) return {};
  const bool wouldRepeat = end.error == QNetworkReply::ContentReSendError;  // see RequestBodyDevice
  if (wouldRepeat && end.status > 0 && end.endsWithConnection) return {};
  base::Error error{.code = end.status > 0 ? ErrorCode::Interrupted : codeBeforeHead(end.error),
                    .detail = (wouldRepeat ? "connection closed without an answer" : end.errorText) +
                              " (QNetworkReply " + std::to_string(int(end.error)) + ")",
                    .subject = hostAndPort(end.url)};
  if (proxyIsToBlame(end)) {
    error.subject = end.proxy.hostName().toStdString() + ":" + std::to_string(end.proxy.port());
    error.detail = "proxy: " + error.detail;
  }
  if (error.code == ErrorCode::ProxyRefused) error.httpStatus = 407;
  if (error.code == ErrorCode::TlsFailed) {
    error.subject = end.url.host().toStdString();
    if (!end.tlsErrors.isEmpty()) error.detail = describe(end.tlsErrors);
  }
  return error;
}

}  // namespace aiagent::qt
