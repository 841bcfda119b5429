#include "core/services/server_account.h"

#include <algorithm>
#include <charconv>
#include <QSysInfo>
#include <QUrl>
#include <QUrlQuery>

#include "core/base/log.h"
#include "core/services/guarded.h"
#include "core/services/line_watch.h"
#include "core/services/server_json.h"
#include "core/store/profile_lock.h"
#include "core/wire/json_text.h"

namespace aiagent::services {
namespace {

constexpr char kOrigin[] = "server.origin";
constexpr char kIdentity[] = "server.identity";
constexpr char kWorkspace[] = "server.workspace";
constexpr std::size_t kLongestAnswer = 16u << 20;
// The server ends what takes longer. After a line was dead the system tries an old connection again ever more
// seldom: a new one is sooner there.
constexpr base::Milliseconds kHeadTimeout{15'000};
constexpr base::Milliseconds kIdleTimeout{30'000};  // an answer that begins and does not go on is none
constexpr std::chrono::seconds kEarly{30};          // a token this close to its end is not used any more
constexpr base::Milliseconds kLockRetry{50};
constexpr int kLockTries = 400;

base::Error credentials(std::string word) {
  return {.code = base::ErrorCode::Credentials, .subject = "server", .providerCode = std::move(word)};
}

bool isLoopback(const QString& host) {
  return host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") ||
         host == QLatin1String("::1");
}

std::optional<base::Milliseconds> retryAfter(const ports::HttpHead& head) {
  const auto text = head.header("retry-after");
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || text.empty()) return std::nullopt;
  return base::Milliseconds(std::chrono::seconds(std::clamp(seconds, 0, 3'600)));
}

base::ErrorCode codeOfStatus(int status) {
  switch (status) {
    case 401: return base::ErrorCode::Credentials;
    case 402: return base::ErrorCode::Billing;
    case 403: return base::ErrorCode::Forbidden;
    case 404: return base::ErrorCode::NotFound;
    case 409: return base::ErrorCode::Conflict;
    case 429: return base::ErrorCode::RateLimited;
    default: return status >= 500 ? base::ErrorCode::ServerError : base::ErrorCode::RequestRejected;
  }
}

base::Milliseconds headTimeout(std::size_t bytes) {
  return kHeadTimeout + base::Milliseconds(bytes / kSlowestLine);
}

}  // namespace

std::string serverOrigin(const std::string& address) {
  auto text = QString::fromStdString(address).trimmed();
  if (!text.contains(QLatin1String("://"))) text.prepend(QLatin1String("https://"));
  const QUrl url(text, QUrl::StrictMode);
  if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()) return {};
  const bool safe = url.scheme() == QLatin1String("https") ||
                    (url.scheme() == QLatin1String("http") && isLoopback(url.host()));
  if (!safe) return {};
  return url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment).toStdString();
}

bool isOnThisComputer(const std::string& origin) {
  return isLoopback(QUrl(QString::fromStdString(origin)).host());
}

std::optional<InvitationLink> parseInvitationLink(const std::string& text) {
  const QUrl url(QString::fromStdString(text).trimmed());
  if (url.scheme() != QLatin1String("aiagent") || url.host() != QLatin1String("connect")) return std::nullopt;
  const QUrlQuery query(url);
  const auto value = [&](const char* name) {
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toStdString();
  };
  return InvitationLink{value("url"), value("code")};
}

base::Error serverError(const ServerAnswer& answer) {
  const auto words = readServerError(answer.body);
  return {.code = codeOfStatus(answer.status),
          .subject = "server",
          .said = words.message,
          .retryAfter = answer.retryAfter,
          .httpStatus = answer.status,
          .providerCode = words.word};
}

struct ServerAccount::Exchange {
  std::unique_ptr<ports::HttpExchange> running;
  ServerAnswer answer;
  bool ended = false;
};

ServerAccount::ServerAccount(Profile& home, SettingsService& settings, ports::HttpClient& http,
                             ports::SecretStore& secrets, Environment environment, QObject* parent)
    : QObject(parent),
      m_home(home),
      m_settings(settings),
      m_http(http),
      m_secrets(secrets),
      m_environment(std::move(environment)) {
  load();
  connect(&settings, &SettingsService::changed, this, [this](const std::string& key) {
    if (m_keeping) return;
    if (key == kIdentity || key == kWorkspace || key == kOrigin) load(), Q_EMIT changed();
  });
}

// What is under way ends without a word: whoever asked may be gone by now.
ServerAccount::~ServerAccount() {
  for (auto& exchange : m_exchanges) exchange->ended = true;
}

void ServerAccount::load() {
  m_origin = m_settings.value(kOrigin);
  m_identity = m_origin.empty() ? std::nullopt : readIdentity(m_settings.value(kIdentity));
  if (m_identity) m_identity->origin = m_origin;
}

// The settings tell each of the two at once: not to be read back in between.
void ServerAccount::keepIdentity() {
  m_keeping = true;
  m_settings.set(kOrigin, m_origin);
  m_settings.set(kIdentity, m_identity ? writeIdentity(*m_identity) : std::string());
  // Who signs in again is in the own library, which is then open.
  if (!m_identity) m_settings.set(kWorkspace, {});
  m_keeping = false;
  Q_EMIT changed();
}

std::string ServerAccount::workspaceInUse() const {
  if (!m_identity) return {};
  auto kept = m_settings.value(kWorkspace);
  if (workspace(kept)) return kept;
  for (const auto& one : m_identity->workspaces)
    if (one.personal) return one.id;
  return {};
}

const ServerWorkspace* ServerAccount::workspace(const std::string& id) const {
  if (!m_identity) return nullptr;
  for (const auto& one : m_identity->workspaces)
    if (one.id == id) return &one;
  return nullptr;
}

void ServerAccount::useWorkspace(const std::string& id) {
  m_settings.set(kWorkspace, id);
}

std::string ServerAccount::secretName() const {
  return "server " + m_origin + (m_identity ? " " + m_identity->account : std::string());
}

// ---- requests

void ServerAccount::send(std::string method, std::string url, base::SecretString bearer, std::string body,
                         Done<ServerAnswer> done) {
  std::erase_if(m_exchanges, [](const auto& one) { return one->ended; });
  auto* exchange = m_exchanges.emplace_back(std::make_unique<Exchange>()).get();
  const auto patience = headTimeout(body.size());
  ports::HttpRequest request{.method = std::move(method),
                             .url = std::move(url),
                             .headers = {{"accept", "application/json"}},
                             .bearer = std::move(bearer),
                             .body = std::move(body),
                             .headTimeout = patience,
                             .idleTimeout = kIdleTimeout,
                             .pool = pool()};
  if (!request.body.empty()) request.headers.emplace_back("content-type", "application/json");
  ports::HttpHandlers handlers;
  handlers.head = [exchange](const ports::HttpHead& head) {
    exchange->answer.status = head.status;
    exchange->answer.retryAfter = retryAfter(head);
    exchange->answer.contentType = head.header("content-type");
  };
  handlers.bytes = [exchange](std::string_view bytes) {
    if (exchange->answer.body.size() + bytes.size() <= kLongestAnswer) exchange->answer.body.append(bytes);
  };
  handlers.done = [this, exchange, done = guarded(this, std::move(done))](base::Result<void> end) {
    if (std::exchange(exchange->ended, true)) return;
    if (!end && end.error().code == base::ErrorCode::Timeout) useNewConnections();
    auto answer = std::move(exchange->answer);
    const auto then = done;  // what follows may send again, and so end this exchange with what it holds
    then(end ? base::Result<ServerAnswer>(std::move(answer)) : base::Result<ServerAnswer>(end.error()));
  };
  exchange->running = m_http.send(std::move(request), std::move(handlers));
}

void ServerAccount::request(std::string method, std::string path, std::string body, Done<ServerAnswer> done) {
  const auto once = [this, method, path, body](Done<ServerAnswer> then) {
    token([this, method, path, body, then = std::move(then)](base::Result<base::SecretString> bearer) {
      if (!bearer) return then(bearer.error());
      send(method, m_origin + path, std::move(*bearer), body, then);
    });
  };
  once([this, once, done = std::move(done)](base::Result<ServerAnswer> answer) {
    if (!answer || answer->status != 401 || !m_environment.token.empty()) return done(std::move(answer));
    forgetToken();
    once(done);
  });
}

// ---- the credential

void ServerAccount::token(Done<base::SecretString> done) {
  if (!connected()) return done(credentials("not_signed_in"));
  if (!m_environment.token.empty()) return done(m_environment.token);
  m_waiting.push_back(guarded(this, std::move(done)));
  if (m_waiting.size() > 1) return;
  readCredential([this] {
    if (!m_credential.access.empty() && m_home.clock().wallNow() + kEarly < m_credential.expires)
      return settleToken(m_credential.access);
    if (m_credential.refresh.empty()) return settleToken(credentials("not_signed_in"));
    renew(0);
  });
}

void ServerAccount::forgetToken() {
  m_credential.access = {};
  m_credential.expires = {};
}

void ServerAccount::settleToken(base::Result<base::SecretString> token) {
  if (!token && token.error().code == base::ErrorCode::Credentials) Q_EMIT signInNeeded();
  for (auto& done : std::exchange(m_waiting, {})) done(token);
}

void ServerAccount::readCredential(std::function<void()> then) {
  if (m_read) return then();
  m_secrets.read(secretName(),
                 guarded<base::SecretString>(this, [this, then](base::Result<base::SecretString> kept) {
                   m_read = true;
                   if (kept)
                     if (const auto read = readKeptCredential(kept->reveal()))
                       m_credential = {base::SecretString(read->refresh), base::SecretString(read->access),
                                       read->expires};
                   then();
                 }));
}

void ServerAccount::keepCredential(std::function<void(base::Result<ports::SecretPersistence>)> then) {
  m_read = true;
  m_secrets.write(secretName(),
                  base::SecretString(
                      writeKeptCredential({std::string(m_credential.refresh.reveal()),
                                           std::string(m_credential.access.reveal()), m_credential.expires})),
                  guarded<ports::SecretPersistence>(this, std::move(then)));
}

// One program at a time: a refresh token is used once, and what another program got is in the key store.
void ServerAccount::renew(int tries) {
  auto lock = store::FileLock::tryTake(m_home.folder() / "sessions" / "credential.lock", true);
  if (!lock) return settleToken(lock.error());
  if (!*lock) {
    if (tries >= kLockTries)
      return settleToken(base::Error{.code = base::ErrorCode::Timeout, .detail = "credential lock"});
    m_retry = m_home.scheduler().after(kLockRetry, [this, tries] { renew(tries + 1); });
    return;
  }
  auto held = std::make_shared<store::FileLock>(std::move(**lock));
  const auto before = std::string(m_credential.refresh.reveal());
  m_read = false;
  const auto kept = m_credential;
  readCredential([this, held, before, kept] {
    if (m_credential.refresh.empty()) m_credential = kept;
    const bool renewed =
        m_credential.refresh.reveal() != before && m_home.clock().wallNow() + kEarly < m_credential.expires;
    if (renewed) return settleToken(m_credential.access);
    renewLocked(held);
  });
}

void ServerAccount::renewLocked(std::shared_ptr<void> lock) {
  const auto body = wire::JsonObject().text("refresh_token", m_credential.refresh.reveal()).take();
  send("POST", m_origin + "/v1/auth/refresh", {}, body, [this, lock](base::Result<ServerAnswer> answer) {
    if (!answer) return settleToken(answer.error());
    const auto tokens = answer->status == 200 ? readTokens(answer->body) : std::nullopt;
    if (!tokens) {
      if (answer->status == 401) m_credential = {};
      return settleToken(answer->status == 200
                             ? base::Error{.code = base::ErrorCode::BadResponse, .subject = "server"}
                             : serverError(*answer));
    }
    m_credential = {base::SecretString(tokens->refresh), base::SecretString(tokens->access),
                    m_home.clock().wallNow() + tokens->lifetime};
    keepCredential([this, lock](base::Result<ports::SecretPersistence> kept) {
      if (!kept) base::logError("server", "credential", kept.error());
      settleToken(m_credential.access);
    });
  });
}

// ---- signing in and out

void ServerAccount::signIn(const std::string& address, const std::string& code, Done<ServerIdentity> done) {
  const auto link = parseInvitationLink(address);
  const auto origin = serverOrigin(link ? link->address : address);
  const auto word = link && code.empty() ? link->code : code;
  if (origin.empty()) return done(base::Error{.code = base::ErrorCode::InvalidInput, .subject = "address"});
  if (word.empty()) return done(base::Error{.code = base::ErrorCode::InvalidInput, .subject = "code"});
  const auto body = wire::JsonObject()
                        .text("code", word)
                        .raw("device", wire::JsonObject()
                                           .text("name", m_environment.deviceName)
                                           .text("platform", QSysInfo::prettyProductName().toStdString())
                                           .text("app", AIAGENT_VERSION)
                                           .take())
                        .take();
  const auto exchange = [this, origin, body, done = std::move(done)](base::SecretString known) {
    send("POST", origin + "/v1/auth/exchange", std::move(known), body,
         [this, origin, done](base::Result<ServerAnswer> answer) {
           signedIn(origin, std::move(answer), done);
         });
  };
  // Who is known there already proves it: a code alone would let whoever made it in as somebody else.
  if (!connected() || origin != m_origin) return exchange({});
  token([exchange](base::Result<base::SecretString> known) {
    exchange(known ? std::move(*known) : base::SecretString());
  });
}

void ServerAccount::signedIn(const std::string& origin, base::Result<ServerAnswer> answer,
                             Done<ServerIdentity> done) {
  if (!answer) return done(answer.error());
  if (answer->status != 200) return done(serverError(*answer));
  auto identity = readIdentity(answer->body);
  const auto tokens = readTokens(answer->body);
  if (!identity || !tokens)
    return done(base::Error{.code = base::ErrorCode::BadResponse, .subject = "server"});
  if (m_identity && (m_identity->account != identity->account || m_origin != origin))
    return done(base::Error{.code = base::ErrorCode::Conflict, .subject = m_identity->email});
  m_origin = identity->origin = origin;
  m_identity = std::move(identity);
  m_credential = {base::SecretString(tokens->refresh), base::SecretString(tokens->access),
                  m_home.clock().wallNow() + tokens->lifetime};
  keepCredential([this, done](base::Result<ports::SecretPersistence> kept) {
    if (!kept) base::logError("server", "credential", kept.error());
    keepIdentity();
    done(*m_identity);
  });
}

void ServerAccount::signOut(Done<void> done) {
  const auto forget = [this, done = std::move(done)] {
    m_secrets.remove(secretName(), guarded<void>(this, [this, done](base::Result<void>) {
                       m_credential = {};
                       m_read = true;
                       m_origin.clear();
                       m_identity.reset();
                       keepIdentity();
                       done({});
                     }));
  };
  if (!connected()) return forget();
  request("POST", "/v1/auth/sign-out", "{}", [forget](base::Result<ServerAnswer>) { forget(); });
}

void ServerAccount::machineToken(const std::string& name, Done<MachineToken> done) {
  request("POST", "/v1/auth/tokens", wire::JsonObject().text("name", name).take(),
          [done = std::move(done)](base::Result<ServerAnswer> answer) {
            if (!answer) return done(answer.error());
            if (answer->status != 200) return done(serverError(*answer));
            auto token = readMachineToken(answer->body);
            if (!token) return done(base::Error{.code = base::ErrorCode::BadResponse, .subject = "server"});
            done(std::move(*token));
          });
}

void ServerAccount::refresh(Done<ServerIdentity> done) {
  request("GET", "/v1/me", {}, [this, done = std::move(done)](base::Result<ServerAnswer> answer) {
    if (!answer) return done(answer.error());
    if (answer->status != 200) return done(serverError(*answer));
    auto identity = readIdentity(answer->body);
    if (!identity) return done(base::Error{.code = base::ErrorCode::BadResponse, .subject = "server"});
    identity->origin = m_origin;
    if (m_identity != identity) {
      m_identity = std::move(identity);
      keepIdentity();
    }
    done(*m_identity);
  });
}

}  // namespace aiagent::services
