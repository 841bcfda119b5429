#include "core/services/upload_service.h"

#include "core/services/guarded.h"
#include "core/store/connection.h"
#include "core/store/upload_repository.h"
#include "core/wire/answer_json.h"

namespace aiagent::services {
namespace {

using domain::Upload;

constexpr std::size_t kLongestAnswer = 64u << 10;
constexpr base::Milliseconds kAnswerTimeout{30'000};

base::Result<std::vector<Upload>> tidied(store::Connection& connection, const std::string& rehearsalUrl) {
  if (auto gone = store::deleteUploadsElsewhere(connection, domain::kRehearsalProvider, rehearsalUrl); !gone)
    return gone.error();
  auto all = store::listUploads(connection);
  if (!all) return all.error();
  std::vector<Upload> there;
  for (auto& upload : *all) {
    if (!upload.expires || *upload.expires > connection.clock().wallNow()) {
      there.push_back(std::move(upload));
      continue;
    }
    if (auto gone = store::deleteUpload(connection, upload.baseUrl, upload.remote); !gone)
      return gone.error();
  }
  return there;
}

}  // namespace

UploadService::UploadService(Profile& profile, ports::HttpClient& http, ProviderService& providers,
                             QObject* parent)
    : QObject(parent), m_profile(profile), m_http(http), m_providers(providers) {}

UploadService::~UploadService() {
  const auto calls = std::move(m_calls);
}

void UploadService::list(Done<std::vector<Upload>> done) {
  m_providers.find(domain::kRehearsalProvider,
                   guarded<domain::Provider>(this, [this, done](base::Result<domain::Provider> rehearsal) {
                     m_profile.store().write<std::vector<Upload>>(
                         [url = rehearsal ? rehearsal->baseUrl : std::string()](
                             store::Connection& connection) { return tidied(connection, url); },
                         guarded(this, done));
                   }));
}

void UploadService::remove(Upload upload, Done<void> done) {
  m_providers.find(
      upload.provider,
      guarded<domain::Provider>(this, [this, upload, done](base::Result<domain::Provider> provider) {
        // One whose address has changed since is asked under the old one, with the key that is kept for that:
        // a variable's key was not given for it.
        domain::Provider at =
            provider ? *provider : domain::Provider{.name = upload.provider, .baseUrl = upload.baseUrl};
        if (at.keySource == domain::KeySource::Environment &&
            domain::originOf(at.baseUrl) != domain::originOf(upload.baseUrl))
          at.keySource = domain::KeySource::KeyStore;
        at.baseUrl = upload.baseUrl;
        m_providers.access(
            at, guarded<ProviderAccess>(this, [this, upload, done](base::Result<ProviderAccess> access) {
              if (!access) return done(access.error());
              removeWith(*access, upload, done);
            }));
      }));
}

void UploadService::removeWith(const ProviderAccess& access, const Upload& upload, Done<void> done) {
  struct Answer {
    int status = 0;
    std::string contentType, body;
  };
  ports::HttpRequest request;
  request.method = "DELETE";
  request.url = access.provider.baseUrl +
                (upload.kind == domain::UploadKind::File ? "/files/" : "/vector_stores/") + upload.remote;
  request.headers = providerHeaders(access.provider);
  request.bearer = access.key;
  request.headTimeout = kAnswerTimeout;
  const auto answer = std::make_shared<Answer>();
  ports::HttpHandlers handlers;
  handlers.head = [answer](const ports::HttpHead& head) {
    answer->status = head.status;
    answer->contentType = head.header("content-type");
  };
  handlers.bytes = [answer](std::string_view bytes) {
    if (answer->body.size() + bytes.size() <= kLongestAnswer) answer->body.append(bytes);
  };
  const int call = ++m_lastCall;
  handlers.done = guarded<void>(this, [this, call, answer, upload, done](base::Result<void> end) {
    const auto exchange = std::shared_ptr<ports::HttpExchange>(std::move(m_calls[call]));
    m_calls.erase(call);
    m_profile.scheduler().post([exchange] {});
    if (!end) return done(end.error());
    const bool gone = answer->status == 404 || (answer->status >= 200 && answer->status < 300);
    if (!gone) return done(wire::errorFromAnswer(answer->status, answer->contentType, answer->body));
    forget(upload, done);
  });
  m_calls[call] = m_http.send(std::move(request), std::move(handlers));
}

void UploadService::forget(const Upload& upload, Done<void> done) {
  m_profile.store().write<void>(
      [upload](store::Connection& connection) {
        return store::deleteUpload(connection, upload.baseUrl, upload.remote);
      },
      guarded<void>(this, [this, done](base::Result<void> forgotten) {
        done(forgotten);
        Q_EMIT changed();
      }));
}

}  // namespace aiagent::services
