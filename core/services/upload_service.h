// UploadService: what this program has put at providers: listed, and deleted there.
#pragma once

#include <map>
#include <memory>
#include <QObject>
#include <vector>

#include "core/domain/upload.h"
#include "core/ports/http_client.h"
#include "core/services/profile.h"
#include "core/services/provider_service.h"

namespace aiagent::services {

// Call from the thread of its event loop; completions come there, and not after the service is gone.
class UploadService : public QObject {
  Q_OBJECT

 public:
  // All of them must outlive the service.
  UploadService(Profile& profile, ports::HttpClient& http, ProviderService& providers,
                QObject* parent = nullptr);
  ~UploadService() override;

  // Newest first. What has expired is gone there, and so is what a rehearsal model held that has ended.
  void list(Done<std::vector<domain::Upload>> done);

  // Deletes it at the provider, then from the list; what is gone there already (404) too. On any other
  // failure it stays in the list: Credentials, Forbidden, ConnectionFailed, ServerError …
  void remove(domain::Upload upload, Done<void> done);

 Q_SIGNALS:
  void changed();

 private:
  void removeWith(const ProviderAccess& access, const domain::Upload& upload, Done<void> done);
  void forget(const domain::Upload& upload, Done<void> done);

  Profile& m_profile;
  ports::HttpClient& m_http;
  ProviderService& m_providers;
  std::map<int, std::unique_ptr<ports::HttpExchange>> m_calls;
  int m_lastCall = 0;
};

}  // namespace aiagent::services
