#include "core/services/provider_service.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/services/guarded.h"
#include "core/store/settings_repository.h"

namespace aiagent::services {
namespace {

using domain::KeySource;
using domain::Provider;

constexpr char kCurrentSetting[] = "provider.current";
constexpr std::size_t kLongestModelList = 8u << 20;
constexpr base::Milliseconds kModelListTimeout{30'000};

std::string secretName(const Provider& provider) {
  return provider.name + " " + domain::originOf(provider.baseUrl);
}

base::Error credentialsMissing(const Provider& provider) {
  return {.code = base::ErrorCode::Credentials, .detail = "no key", .subject = provider.name};
}

ports::HttpRequest modelListRequest(ProviderAccess access) {
  ports::HttpRequest request;
  request.url = access.provider.baseUrl + "/models";
  request.headers = providerHeaders(access.provider);
  request.headers.emplace_back("Accept", "application/json");
  request.bearer = std::move(access.key);
  request.headTimeout = kModelListTimeout;
  return request;
}

}  // namespace

ports::Headers providerHeaders(const Provider& provider) {
  ports::Headers headers;
  if (!provider.organization.empty()) headers.emplace_back("OpenAI-Organization", provider.organization);
  if (!provider.project.empty()) headers.emplace_back("OpenAI-Project", provider.project);
  return headers;
}

// One GET of the model list: gathers the body and reads it.
struct ModelQuery::Call : std::enable_shared_from_this<ModelQuery::Call> {
  using Models = std::vector<wire::ModelInfo>;

  explicit Call(Done<Models> told) : done(std::move(told)) {}

  Done<Models> done;  // empty once it was called
  std::unique_ptr<ports::HttpExchange> exchange;
  int status = 0;
  std::string contentType;
  std::string body;

  ports::HttpHandlers handlers();
  base::Result<Models> outcome(const base::Result<void>& end) const;
  void finish(base::Result<Models> models) {
    if (const auto tell = std::exchange(done, nullptr)) tell(std::move(models));
  }
  void cancel() {
    exchange.reset();  // a call that was sent is told by its own end
    finish(base::Error{.code = base::ErrorCode::Cancelled});
  }
};

// The handlers keep no call alive: a query that is gone has been told already.
ports::HttpHandlers ModelQuery::Call::handlers() {
  ports::HttpHandlers handlers;
  handlers.head = [this](const ports::HttpHead& head) {
    status = head.status;
    contentType = head.header("content-type");
  };
  handlers.bytes = [this](std::string_view bytes) {
    if (body.size() + bytes.size() <= kLongestModelList) body.append(bytes);
  };
  handlers.done = [weak = weak_from_this()](base::Result<void> end) {
    if (const auto call = weak.lock()) call->finish(call->outcome(end));
  };
  return handlers;
}

base::Result<ModelQuery::Call::Models> ModelQuery::Call::outcome(const base::Result<void>& end) const {
  if (!end) return end.error();
  if (status != 200) return wire::errorFromAnswer(status, contentType, body);
  auto models = wire::modelsFromJson(body);
  return models ? std::move(models) : wire::errorFromAnswer(status, contentType, body);
}

ModelQuery::ModelQuery(std::shared_ptr<Call> call) : m_call(std::move(call)) {}

ModelQuery::~ModelQuery() {
  m_call->cancel();
}

struct ProviderService::State {
  Profile& profile;
  ports::HttpClient& http;
  ports::SecretStore& secrets;
  ProviderEnvironment environment;
  std::string rehearsalUrl;
  std::vector<std::weak_ptr<ModelQuery::Call>> calls;  // those that may still be open

  // "openai" as kept, or as it is by default, with the environment's say laid over it.
  Provider openAi(std::optional<Provider> kept) const {
    Provider provider =
        kept.value_or(Provider{.name = domain::kOpenAiProvider, .baseUrl = domain::kOpenAiBaseUrl});
    if (!environment.openAiBaseUrl.empty()) provider.baseUrl = environment.openAiBaseUrl;
    if (!environment.openAiOrganization.empty()) provider.organization = environment.openAiOrganization;
    if (!environment.openAiProject.empty()) provider.project = environment.openAiProject;
    if (!environment.openAiKey.empty()) {
      provider.keySource = KeySource::Environment;
      provider.keyVariable = "OPENAI_API_KEY";
    }
    return provider;
  }

  Provider rehearsal() const {
    return {.name = domain::kRehearsalProvider,
            .baseUrl = rehearsalUrl,
            .keySource = KeySource::None,
            .defaultModel = domain::kRehearsalModel};
  }

  std::vector<Provider> withBuiltIn(std::vector<Provider> kept) const {
    std::vector<Provider> all;
    std::optional<Provider> keptOpenAi;
    for (auto& provider : kept) {
      if (provider.name == domain::kOpenAiProvider)
        keptOpenAi = std::move(provider);
      else if (provider.name != domain::kRehearsalProvider)
        all.push_back(std::move(provider));
    }
    all.insert(all.begin(), openAi(std::move(keptOpenAi)));
    if (!rehearsalUrl.empty()) all.push_back(rehearsal());
    return all;
  }
};

ProviderService::ProviderService(Profile& profile, ports::HttpClient& http, ports::SecretStore& secrets,
                                 ProviderEnvironment environment, QObject* parent)
    : QObject(parent),
      m_state(std::make_shared<State>(State{profile, http, secrets, std::move(environment), {}, {}})) {
  connect(&profile, &Profile::changed, this, [this](const std::vector<store::Change>& changes) {
    const auto concerns = [](const store::Change& change) {
      return change.kind == store::RecordKind::Provider || change.kind == store::RecordKind::Setting;
    };
    if (std::any_of(changes.begin(), changes.end(), concerns)) Q_EMIT changed();
  });
}

ProviderService::~ProviderService() {
  // Open calls end with Cancelled here, while what their completions touch still stands.
  for (const auto& open : std::exchange(m_state->calls, {}))
    if (const auto call = open.lock()) call->cancel();
}

void ProviderService::list(Done<std::vector<Provider>> done) {
  auto finish = guarded(this, std::move(done));
  m_state->profile.store().read<std::vector<Provider>>(
      [](store::Connection& connection) { return store::listProviders(connection); },
      [state = m_state, finish = std::move(finish)](base::Result<std::vector<Provider>> kept) {
        if (!kept) return finish(kept.error());
        finish(state->withBuiltIn(std::move(*kept)));
      });
}

void ProviderService::find(std::string name, Done<Provider> done) {
  if (name.empty()) return current(std::move(done));
  list([name = std::move(name), done = std::move(done)](base::Result<std::vector<Provider>> all) {
    if (!all) return done(all.error());
    for (auto& provider : *all)
      if (provider.name == name) return done(std::move(provider));
    done(base::Error{.code = base::ErrorCode::NotFound, .detail = "no such provider", .subject = name});
  });
}

void ProviderService::chosen(Done<std::string> done) {
  using Setting = std::optional<std::string>;
  m_state->profile.store().read<Setting>(
      [](store::Connection& connection) { return store::loadSetting(connection, kCurrentSetting); },
      guarded<Setting>(this, [done = std::move(done)](base::Result<Setting> kept) {
        if (!kept) return done(kept.error());
        done(kept->value_or(std::string()));
      }));
}

void ProviderService::current(Done<Provider> done) {
  chosen([this, done = std::move(done)](base::Result<std::string> name) {
    if (!name) return done(name.error());
    find(name->empty() ? std::string(domain::kOpenAiProvider) : std::move(*name), done);
  });
}

void ProviderService::use(std::string name, Done<void> done) {
  find(name, [this, name, done = std::move(done)](base::Result<Provider> provider) {
    if (!provider) return done(provider.error());
    m_state->profile.store().write<void>(
        [name](store::Connection& connection) {
          return store::saveSetting(connection, kCurrentSetting, name);
        },
        guarded(this, done));
  });
}

void ProviderService::save(Provider provider, Done<Provider> done) {
  auto tidy = domain::normalised(std::move(provider));
  if (tidy && tidy->name == domain::kRehearsalProvider)
    tidy = base::Error{.code = base::ErrorCode::InvalidInput, .detail = "reserved name", .subject = "name"};
  m_state->profile.store().write<Provider>(
      [tidy](store::Connection& connection) -> base::Result<Provider> {
        if (!tidy) return tidy.error();
        if (auto saved = store::saveProvider(connection, *tidy); !saved) return saved.error();
        return *tidy;
      },
      guarded(this, std::move(done)));
}

void ProviderService::remove(std::string name, Done<void> done) {
  find(name, [this, done = std::move(done)](base::Result<Provider> provider) {
    if (!provider) return guarded(this, done)(provider.error());
    m_state->secrets.remove(secretName(*provider), [](base::Result<void>) {});
    m_state->profile.store().write<void>(
        [name = provider->name](store::Connection& connection) -> base::Result<void> {
          auto chosen = store::loadSetting(connection, kCurrentSetting);
          if (!chosen) return chosen.error();
          if (*chosen == name)
            if (auto unset = store::removeSetting(connection, kCurrentSetting); !unset) return unset;
          return store::removeProvider(connection, name);
        },
        guarded(this, done));
  });
}

void ProviderService::setKey(const Provider& provider, base::SecretString key,
                             Done<ports::SecretPersistence> done) {
  m_state->secrets.write(
      secretName(provider), std::move(key),
      guarded<ports::SecretPersistence>(
          this, [this, done = std::move(done)](base::Result<ports::SecretPersistence> kept) {
            if (done) done(kept);
            if (kept) Q_EMIT changed();
          }));
}

void ProviderService::removeKey(const Provider& provider, Done<void> done) {
  m_state->secrets.remove(secretName(provider),
                          guarded<void>(this, [this, done = std::move(done)](base::Result<void> removed) {
                            if (done) done(removed);
                            if (removed) Q_EMIT changed();
                          }));
}

void ProviderService::hasKey(const Provider& provider, Done<bool> done) {
  access(provider, [done = std::move(done)](base::Result<ProviderAccess> ready) {
    if (!ready && ready.error().code != base::ErrorCode::Credentials) return done(ready.error());
    done(ready && !ready->key.empty());
  });
}

void ProviderService::access(const Provider& provider, Done<ProviderAccess> done) {
  auto finish = guarded(this, std::move(done));
  if (provider.keySource == KeySource::None) {
    m_state->profile.scheduler().post([provider, finish] { finish(ProviderAccess{provider, {}}); });
  } else if (provider.keySource == KeySource::Environment) {
    const auto& environment = m_state->environment;
    auto key = provider.keyVariable == "OPENAI_API_KEY" ? environment.openAiKey
               : environment.variable                   ? environment.variable(provider.keyVariable)
                                                        : base::SecretString();
    m_state->profile.scheduler().post([provider, key = std::move(key), finish] {
      if (key.empty()) return finish(credentialsMissing(provider));
      finish(ProviderAccess{provider, key});
    });
  } else {
    m_state->secrets.read(secretName(provider), [provider, finish](base::Result<base::SecretString> key) {
      if (!key && key.error().code == base::ErrorCode::NotFound) return finish(credentialsMissing(provider));
      if (!key) return finish(key.error());
      finish(ProviderAccess{provider, std::move(*key)});
    });
  }
}

std::unique_ptr<ModelQuery> ProviderService::models(const Provider& provider,
                                                    Done<std::vector<wire::ModelInfo>> done) {
  auto call = std::make_shared<ModelQuery::Call>(std::move(done));
  std::erase_if(m_state->calls, [](const auto& known) { return known.expired(); });
  m_state->calls.push_back(call);
  access(provider, [this, weak = std::weak_ptr(call)](base::Result<ProviderAccess> ready) {
    const auto open = weak.lock();
    if (!open || !open->done) return;  // cancelled meanwhile
    if (!ready) return open->finish(ready.error());
    auto request = modelListRequest(std::move(*ready));
    open->exchange = m_state->http.send(std::move(request), open->handlers());
  });
  return std::make_unique<ModelQuery>(std::move(call));
}

void ProviderService::setRehearsalUrl(std::string baseUrl) {
  m_state->rehearsalUrl = std::move(baseUrl);
  Q_EMIT changed();
}

}  // namespace aiagent::services
