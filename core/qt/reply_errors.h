// What a QNetworkReply's end means in our terms.
#pragma once

#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>
#include <string>

#include "core/base/result.h"

namespace aiagent::qt {

// "host", or "host:port" where the URL names a port; IPv6 hosts in brackets.
std::string hostAndPort(const QUrl& url);

struct ReplyEnd {
  QNetworkReply::NetworkError error = QNetworkReply::NoError;
  std::string errorText;            // Qt's, for the log
  int status = 0;                   // 0: no head came
  bool endsWithConnection = false;  // the head told neither a length nor chunks
  QList<QSslError> tlsErrors;
  QUrl url;
  QNetworkProxy proxy;  // the one the request went through
};

// HTTP error statuses are a success of the transport. So is ContentReSendError for an answer that ends with
// its connection: Qt 6.4 now and then sees the end before the answer and wants to send the request again.
// Before the head: ConnectionFailed (also when what answered does not speak HTTP), Timeout (of the system's
// own), TlsFailed, ProxyRefused; after it: Interrupted. The subject is hostAndPort, for TlsFailed the bare
// host, and the proxy's where the proxy is to blame.
base::Result<void> toResult(const ReplyEnd& end);

// "self-signed certificate; certificate of CN=…, issued by …, valid … to …".
std::string describe(const QList<QSslError>& errors);

}  // namespace aiagent::qt
