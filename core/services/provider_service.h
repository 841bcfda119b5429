// ProviderService: where runs go, and with which key.
#pragma once

#include <memory>
#include <QObject>
#include <string>
#include <vector>

#include "core/domain/provider.h"
#include "core/ports/http_client.h"
#include "core/ports/secret_store.h"
#include "core/services/profile.h"
#include "core/wire/answer_json.h"

namespace aiagent::services {

// The environment, read once by the composition root.
struct ProviderEnvironment {
  base::SecretString openAiKey;    // OPENAI_API_KEY
  std::string openAiBaseUrl;       // OPENAI_BASE_URL
  std::string openAiOrganization;  // OPENAI_ORG_ID
  std::string openAiProject;       // OPENAI_PROJECT_ID
  std::function<base::SecretString(const std::string& name)>
      variable;  // any other, for KeySource::Environment
};

// A provider ready to be used: its key is at hand.
struct ProviderAccess {
  domain::Provider provider;
  base::SecretString key;  // empty: sent without one
};

// A question for a provider's models that is under way. Destroying it closes the connection and, when the
// completion has not come yet, calls it with Cancelled first.
class ModelQuery {
 public:
  struct Call;
  explicit ModelQuery(std::shared_ptr<Call> call);
  ~ModelQuery();
  ModelQuery(const ModelQuery&) = delete;
  ModelQuery& operator=(const ModelQuery&) = delete;

 private:
  std::shared_ptr<Call> m_call;
};

class ProviderService : public QObject {
  Q_OBJECT

 public:
  ProviderService(Profile& profile, ports::HttpClient& http, ports::SecretStore& secrets,
                  ProviderEnvironment environment, QObject* parent = nullptr);
  ~ProviderService() override;

  // All kept providers, with "openai" (described by the environment where that is set) and, while it runs,
  // "rehearsal".
  void list(Done<std::vector<domain::Provider>> done);
  void find(std::string name, Done<domain::Provider> done);  // NotFound; "" is the one in use
  // The one in use: the chosen one, else openai. NotFound where the chosen one is gone.
  void current(Done<domain::Provider> done);
  void chosen(Done<std::string> done);  // the name of the one that was chosen; "" while none is
  void use(std::string name, Done<void> done);
  void save(domain::Provider provider, Done<domain::Provider> done);  // normalises; keeps nothing secret
  void remove(std::string name, Done<void> done);                     // and forgets its key

  // Keys are kept under name and origin: after a change of the base URL's origin there is no key until the
  // person gives it again.
  void setKey(const domain::Provider& provider, base::SecretString key, Done<ports::SecretPersistence> done);
  void removeKey(const domain::Provider& provider, Done<void> done);
  void hasKey(const domain::Provider& provider, Done<bool> done);
  // Credentials (subject = provider name) when the provider wants a key and there is none.
  void access(const domain::Provider& provider, Done<ProviderAccess> done);

  // GET /models with the provider's key: proves address, key and network in one call. Completes once, never
  // before this has returned; the end of the service cancels. The completion may destroy the query.
  [[nodiscard]] std::unique_ptr<ModelQuery> models(const domain::Provider& provider,
                                                   Done<std::vector<wire::ModelInfo>> done);

  // The rehearsal server's address while it runs; "" when it stops.
  void setRehearsalUrl(std::string baseUrl);

 Q_SIGNALS:
  void changed();

 private:
  struct State;
  std::shared_ptr<State> m_state;
};

// Headers every request to a provider carries beside the key.
ports::Headers providerHeaders(const domain::Provider& provider);

}  // namespace aiagent::services
