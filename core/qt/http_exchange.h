// The life of one request in QtHttpClient.
#pragma once

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>
#include <QUrl>
#include <vector>

#include "core/ports/http_client.h"
#include "core/qt/http_lane.h"
#include "core/qt/request_body_device.h"

namespace aiagent::qt {

// What can be seen of a connection through QNetworkAccessManager, and what follows for the timeouts:
// - "The connection stands" is the first of: TLS established (encrypted), body bytes taken by the socket
//   (uploadProgress), the request sent (requestSent), the head. So the connect timeout covers name lookup,
//   TCP, proxy and TLS; for a clear-text request it ends when the request is on its way.
// - The head timeout begins there, and once more when the request is completely sent: a long upload is not
//   counted as the server's thinking, and a stalled one still ends.
//
// Of an answer that can be held, and comes faster than it is taken, a few megabytes lie ready; then the
// server has to wait.
//
// Deletes itself after `done`. Not to be deleted by others while a handler runs.
class Exchange final : public QObject {
  Q_OBJECT

 public:
  Exchange(ports::HttpRequest request, ports::HttpHandlers handlers);
  ~Exchange() override;

  // InvalidInput (subject "url", or a header's name) when the request cannot be sent at all.
  static base::Result<void> check(const ports::HttpRequest& request);

  void start(HttpLane& lane);
  // Fails on a later turn, without sending.
  void failSoon(base::Error error);
  // Closes the connection, calls `done` with Cancelled unless it was called, and lets nothing follow.
  void cancel();
  void hold(bool held);

  const std::string& origin() const { return m_origin; }
  const ports::HttpRequest& request() const { return m_request; }

 Q_SIGNALS:
  void ended();

 private:
  void send();
  QNetworkRequest toQtRequest() const;
  void watch();
  void connectionStands();
  void bodyWent(qint64 sent, qint64 all);
  void requestSent();
  void expire();
  void takeHead();
  void bytesCame();
  void takeBytes();
  void awaitBytes();
  void takeEnd();
  void conclude();
  bool followRedirect(int status);
  void dropReply();
  void finish(base::Result<void> result);

  ports::HttpRequest m_request;
  ports::HttpHandlers m_handlers;
  std::string m_origin;  // of the first URL, as counted in the lane
  QUrl m_url;
  QPointer<HttpLane> m_lane;
  QNetworkReply* m_reply = nullptr;     // owned; deleted later
  RequestBodyDevice* m_body = nullptr;  // child of the reply
  QTimer m_timer;
  QTimer m_more;  // bytes that are there, and are taken in another turn
  QList<QSslError> m_tlsErrors;
  std::vector<char> m_piece;    // kept: a stream of small pieces would ask for 64 KiB again and again
  bool m_bearerAllowed = true;  // false after a redirect to another origin
  bool m_stands = false;
  bool m_headTaken = false;
  bool m_ended = false;  // the reply, not all of which was taken yet
  bool m_held = false;
  bool m_over = false;
  int m_redirects = 0;
  bool m_endsWithConnection = false;
};

}  // namespace aiagent::qt
