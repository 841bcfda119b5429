#include "core/qt/http_exchange.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <limits>
#include <QCoreApplication>
#include <QNetworkRequest>
#include <set>

#include "core/domain/provider.h"
#include "core/qt/reply_errors.h"

namespace aiagent::qt {
namespace {

constexpr int kMostRedirects = 5;
// Of an answer that comes faster than it is taken so much is handed on in a turn of the event loop, in pieces
// of that size: a window over it still moves.
constexpr qint64 kTurnBytes = 1 << 20;
constexpr qint64 kPieceBytes = 64 << 10;
// And so much of one that can be held may lie ready; then Qt reads no more of its connection.
constexpr qint64 kAheadBytes = 4 << 20;

QByteArray toBytes(std::string_view text) {
  return QByteArray(text.data(), qsizetype(text.size()));
}

int toTimerMillis(base::Milliseconds time) {
  return int(std::clamp<std::int64_t>(time.count(), 0, std::numeric_limits<int>::max()));
}

bool isControl(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool isToken(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

bool isHeaderValue(std::string_view value) {
  return std::none_of(value.begin(), value.end(), [](char c) { return isControl(c) && c != '\t'; });
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return char(std::tolower(c)); });
  return text;
}

const std::string* findHeader(const ports::Headers& headers, std::string_view name) {
  for (const auto& [key, value] : headers)
    if (lower(key) == name) return &value;
  return nullptr;
}

bool isSafeMethod(std::string_view method) {
  return method == "GET" || method == "HEAD";
}

base::Error invalid(std::string subject, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(subject)};
}

void keepToItself(QNetworkRequest& request) {
  request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
  request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
  request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
  request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
}

// Qt keeps one value a name. HTTP/1.1 takes further ones as lines within the first; each was checked to hold
// no line break of its own. HTTP/2 knows no lines.
void setHeaders(QNetworkRequest& request, const ports::Headers& headers) {
  std::set<std::string> seen;
  for (const auto& [name, value] : headers) {
    auto bytes = toBytes(value);
    if (!seen.insert(lower(name)).second) {
      bytes = request.rawHeader(toBytes(name)) + "\r\n" + toBytes(name) + ": " + bytes;
      request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    }
    request.setRawHeader(toBytes(name), bytes);
  }
}

}  // namespace

Exchange::Exchange(ports::HttpRequest request, ports::HttpHandlers handlers)
    : m_request(std::move(request)),
      m_handlers(std::move(handlers)),
      m_origin(domain::originOf(m_request.url)) {
  m_timer.setSingleShot(true);
  m_timer.setTimerType(Qt::PreciseTimer);  // the coarse one may fire 5 % early
  connect(&m_timer, &QTimer::timeout, this, &Exchange::expire);
  m_more.setSingleShot(true);
  connect(&m_more, &QTimer::timeout, this, &Exchange::takeBytes);
}

Exchange::~Exchange() {
  dropReply();
}

base::Result<void> Exchange::check(const ports::HttpRequest& request) {
  const QUrl url(QString::fromStdString(request.url), QUrl::StrictMode);
  if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
    return invalid("url", "not an http or https address");
  if (!isToken(request.method)) return invalid("method", "not a method");
  for (const auto& [name, value] : request.headers)
    if (!isToken(name) || !isHeaderValue(value)) return invalid(name, "not a header");
  if (!request.bodyFile.empty() && ::access(request.bodyFile.c_str(), R_OK) != 0)
    return base::Error{.code = base::ErrorCode::StorageFailed,
                       .detail = "the file of the body cannot be read",
                       .subject = request.bodyFile.string()};
  if (!isHeaderValue(request.bearer.reveal()))
    return invalid("authorization", "the key holds a control character");
  if (!isHeaderValue(request.authorization.reveal()))
    return invalid("authorization", "it holds a control character");
  return {};
}

void Exchange::start(HttpLane& lane) {
  m_lane = &lane;
  m_url = QUrl(QString::fromStdString(m_request.url), QUrl::StrictMode);
  send();
}

void Exchange::failSoon(base::Error error) {
  QMetaObject::invokeMethod(
      this, [this, error = std::move(error)] { finish(error); }, Qt::QueuedConnection);
}

QNetworkRequest Exchange::toQtRequest() const {
  QNetworkRequest request(m_url);
  keepToItself(request);
  // Without TLS there is no ALPN; Qt would try an upgrade that few servers know. And a stream of HTTP/2 it
  // cannot hold back: it opens the window as bytes come, whether they are taken or not.
  request.setAttribute(QNetworkRequest::Http2AllowedAttribute,
                       m_url.scheme() == u"https" && !m_request.canBeHeld);
  if (m_lane->configuration().tls) request.setSslConfiguration(*m_lane->configuration().tls);
  request.setRawHeader("User-Agent", "aiagent/" AIAGENT_VERSION);
  request.setRawHeader("Accept-Language", "*");  // else Qt tells the person's language
  if (!isSafeMethod(m_request.method) && !findHeader(m_request.headers, "content-type"))
    request.setRawHeader("Content-Type", "application/octet-stream");
  const auto* accept = findHeader(m_request.headers, "accept");
  // A compressed stream would come in lumps. Other answers Qt asks for and unpacks by itself.
  if (accept && accept->find("text/event-stream") != std::string::npos)
    request.setRawHeader("Accept-Encoding", "identity");
  setHeaders(request, m_request.headers);
  if (const auto credentials = m_lane->configuration().proxies.clearTextCredentials(m_url);
      !credentials.empty())
    request.setRawHeader("Proxy-Authorization", toBytes(credentials.reveal()));
  if (m_request.tls && !m_request.tls->serverName.empty())
    request.setPeerVerifyName(QString::fromStdString(m_request.tls->serverName));
  if (!m_bearerAllowed) return request;
  if (!m_request.authorization.empty())
    request.setRawHeader("Authorization", toBytes(m_request.authorization.reveal()));
  else if (!m_request.bearer.empty())
    request.setRawHeader("Authorization", "Bearer " + toBytes(m_request.bearer.reveal()));
  return request;
}

void Exchange::send() {
  m_stands = false;
  const auto request = toQtRequest();
  if (isSafeMethod(m_request.method) && m_request.body.empty() && m_request.bodyFile.empty()) {
    m_reply = m_request.method == "GET" ? m_lane->manager().get(request) : m_lane->manager().head(request);
  } else {
    m_body = m_request.bodyFile.empty() ? new RequestBodyDevice(std::move(m_request.body), nullptr)
                                        : new RequestBodyDevice(std::move(m_request.body), m_request.bodyFile,
                                                                std::move(m_request.bodyEnd), nullptr);
    m_reply = m_lane->manager().sendCustomRequest(request, toBytes(m_request.method), m_body);
    m_body->setParent(m_reply);
  }
  // Before anything comes: Qt reads on as long as bytes are there, and hears of no limit meanwhile.
  if (m_request.canBeHeld) m_reply->setReadBufferSize(kAheadBytes);
  watch();
  m_timer.start(toTimerMillis(m_request.connectTimeout));
}

void Exchange::watch() {
  connect(m_reply, &QNetworkReply::encrypted, this, &Exchange::connectionStands);
  connect(m_reply, &QNetworkReply::uploadProgress, this, &Exchange::bodyWent);
  connect(m_reply, &QNetworkReply::requestSent, this, &Exchange::requestSent);
  connect(m_reply, &QNetworkReply::sslErrors, this,
          [this](const QList<QSslError>& errors) { m_tlsErrors = errors; });
  connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::takeHead);
  connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::bytesCame);
  connect(m_reply, &QNetworkReply::finished, this, &Exchange::takeEnd);
}

void Exchange::connectionStands() {
  if (m_stands || m_headTaken) return;
  m_stands = true;
  m_timer.start(toTimerMillis(m_request.headTimeout));
}

void Exchange::bodyWent(qint64 sent, qint64 all) {
  if (sent <= 0 || m_over) return;
  connectionStands();
  if (m_request.bodyFile.empty() || m_headTaken) return;
  m_timer.start(
      toTimerMillis(m_request.headTimeout));  // as long as it moves, it may take as long as it takes
  if (m_handlers.sent) m_handlers.sent(sent, all);
}

void Exchange::requestSent() {
  if (m_headTaken) return;
  m_stands = true;
  m_timer.start(toTimerMillis(m_request.headTimeout));
}

void Exchange::expire() {
  const char* detail = m_headTaken ? "an answer that does not go on"
                       : m_stands  ? "no head of an answer within the limit"
                                   : "no connection within the limit";
  finish(base::Error{.code = base::ErrorCode::Timeout, .detail = detail, .subject = hostAndPort(m_url)});
}

void Exchange::takeHead() {
  if (m_over || m_headTaken) return;
  const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  if (status < 200 || followRedirect(status)) return;
  if (status == 407) return;  // the end tells it as the proxy's refusal
  m_headTaken = true;
  m_endsWithConnection =
      !m_reply->hasRawHeader("Content-Length") && !m_reply->hasRawHeader("Transfer-Encoding");
  awaitBytes();
  ports::HttpHead head{.status = status, .headers = {}};
  for (const auto& [name, value] : m_reply->rawHeaderPairs())
    head.headers.emplace_back(name.toLower().toStdString(), value.toStdString());
  if (m_handlers.head) m_handlers.head(head);
}

// Only what changes nothing is sent again elsewhere, and the key stays with the origin it was meant for.
bool Exchange::followRedirect(int status) {
  const bool moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  if (!moved || m_body || !isSafeMethod(m_request.method) || m_redirects >= kMostRedirects) return false;
  const auto location = m_reply->rawHeader("Location");
  if (location.isEmpty()) return false;
  const QUrl target = m_url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
  if (!target.isValid() || (target.scheme() != u"https" && target.scheme() != m_url.scheme())) return false;
  const bool elsewhere =
      domain::originOf(target.toString().toStdString()) != domain::originOf(m_url.toString().toStdString());
  if (elsewhere && m_request.tls) return false;  // the certificate is meant for that server alone
  ++m_redirects;
  if (elsewhere) m_bearerAllowed = false;
  dropReply();
  m_url = target;
  send();
  return true;
}

void Exchange::awaitBytes() {
  m_timer.stop();
  if (!m_held && m_request.idleTimeout.count() > 0) m_timer.start(toTimerMillis(m_request.idleTimeout));
}

// What goes on to come in this turn is left for the next.
void Exchange::bytesCame() {
  if (!m_more.isActive()) takeBytes();
}

void Exchange::takeBytes() {
  if (m_over || m_held || !m_headTaken) return;
  awaitBytes();
  qint64 taken = 0;
  m_piece.resize(kPieceBytes);
  for (auto size = m_reply->read(m_piece.data(), kPieceBytes); size > 0;
       size = m_reply->read(m_piece.data(), kPieceBytes)) {
    if (m_handlers.bytes) m_handlers.bytes({m_piece.data(), std::size_t(size)});
    if (m_over || m_held) return;
    taken += size;
    if (taken >= kTurnBytes) return m_more.start(0);
  }
  if (m_ended) conclude();
}

void Exchange::takeEnd() {
  takeHead();
  if (m_over || !m_reply->isFinished()) return;  // the head's handler ended it, or a redirect began anew
  m_ended = true;
  if (!m_headTaken) return conclude();
  if (!m_more.isActive()) takeBytes();
}

void Exchange::conclude() {
  const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
  ReplyEnd end{.error = m_reply->error(),
               .errorText = m_reply->errorString().toStdString(),
               .status = m_headTaken ? status : 0,
               .endsWithConnection = m_endsWithConnection,
               .tlsErrors = m_tlsErrors,
               .url = m_url,
               .proxy = QNetworkProxy::NoProxy};
  // Only now, because asking the system may take a moment.
  if (end.error != QNetworkReply::NoError) end.proxy = m_lane->configuration().proxies.proxyFor(m_url);
  finish(toResult(end));
}

void Exchange::cancel() {
  if (!m_over) finish(base::Error{.code = base::ErrorCode::Cancelled, .detail = "exchange dropped"});
}

void Exchange::hold(bool held) {
  if (m_over || std::exchange(m_held, held) == held) return;
  if (!m_headTaken) return;
  awaitBytes();
  held ? m_more.stop() : m_more.start(0);
}

void Exchange::dropReply() {
  if (!m_reply) return;
  disconnect(m_reply, nullptr, this, nullptr);
  m_more.stop();
  if (m_reply->isRunning()) {
    m_reply->abort();
    // An error that is on its way already would find that of the abort, and Qt would print a warning.
    QCoreApplication::removePostedEvents(m_reply, QEvent::MetaCall);
  }
  m_reply->deleteLater();
  m_reply = nullptr;
  m_body = nullptr;
}

// The handlers stay where they are until this is deleted: one of them may be running.
void Exchange::finish(base::Result<void> result) {
  if (m_over) return;
  m_over = true;
  m_timer.stop();
  dropReply();
  Q_EMIT ended();
  deleteLater();
  if (m_handlers.done) m_handlers.done(std::move(result));
}

}  // namespace aiagent::qt
