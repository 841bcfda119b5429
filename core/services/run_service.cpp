#include "core/services/run_service.h"

#include <random>

#include "core/base/log.h"
#include "core/services/guarded.h"
#include "core/services/run_session.h"
#include "core/store/blob_store.h"
#include "core/wire/request_input.h"
#include "core/wire/request_json.h"

namespace aiagent::services {
namespace {

using domain::RunId;
using domain::RunRecord;
using domain::RunRequest;

constexpr base::Milliseconds kCountTimeout{10'000};
constexpr std::size_t kLongestCountAnswer = 1u << 20;
constexpr std::int64_t kBytesOfToken = 4;  // of text, about

base::Error invalid(std::string subject, std::string detail) {
  return {.code = base::ErrorCode::InvalidInput, .detail = std::move(detail), .subject = std::move(subject)};
}

base::Result<wire::RequestBody> bodyOf(const RunRequest& request, const std::vector<domain::Message>& history,
                                       const wire::SentKnowledge& knowledge) {
  return request.provider.api == domain::ApiKind::Chat ? wire::chatBody(request, history, knowledge)
                                                       : wire::responsesBody(request, history, knowledge);
}

std::string resolvedModel(const RunRequest& request) {
  if (!request.model.empty()) return request.model;
  return request.content.model.empty() ? request.provider.defaultModel : request.content.model;
}

// Only the provider that asked for it has a use for it.
bool isApproval(const domain::Message& message) {
  const auto answers = wire::answersOf({message});
  return !answers.empty() && answers.front().approved.has_value();
}

// The conversation so far. Raw items hold ids of the provider that made them: for another one the answers are
// told by their text.
std::vector<domain::Message> messagesOf(const std::vector<RunRecord>& conversation,
                                        const domain::Provider& provider) {
  std::vector<domain::Message> history;
  for (const auto& run : conversation) {
    const bool foreign =
        run.request.provider.baseUrl != provider.baseUrl || run.request.provider.api != provider.api;
    for (const auto& message : run.messages) {
      if (foreign && isApproval(message)) continue;
      history.push_back(message);
      if (foreign) history.back().rawItem.clear();
    }
  }
  return history;
}

std::int64_t estimatedTokens(const RunRequest& request, const std::vector<domain::Message>& history) {
  auto tokens = runs::estimateTokens(request.content.prompt) + runs::estimateTokens(request.input) +
                runs::estimateTokens(request.content.tools);
  for (const auto& file : request.content.knowledge)
    if (file.use == domain::KnowledgeUse::InputFile && wire::isTextType(file.mediaType))
      tokens += file.bytes / kBytesOfToken;
  for (const auto& message : history) tokens += runs::estimateTokens(message.text());
  return tokens;
}

}  // namespace

struct RunService::Prepared {
  RunRecord run;
  ProviderAccess access;
  std::string body;
  std::optional<std::int64_t> inputTokens;  // our guess, for a run whose usage is never told
  std::function<base::Result<wire::RequestBody>(const wire::SentKnowledge&)> makeBody = {};
};

RunService::RunService(Profile& profile, ports::HttpClient& http, ProviderService& providers,
                       ModelService& models, RunServiceOptions options, QObject* parent)
    : QObject(parent),
      m_profile(profile),
      m_http(http),
      m_providers(providers),
      m_models(models),
      m_options(options) {
  connect(&profile, &Profile::changed, this, [this](const std::vector<store::Change>& changes) {
    for (const auto& change : changes)
      if (change.kind == store::RecordKind::Run) Q_EMIT changed(RunId{change.id});
  });
}

RunService::~RunService() = default;

// ---------------------------------------------------------------- starting

void RunService::start(RunRequest request, Done<RunId> done) {
  prepare(std::move(request), [this, done](base::Result<Prepared> prepared) {
    if (!prepared) return done(prepared.error());
    keepAndSend(std::move(*prepared), done);
  });
}

// Checks what can be checked without a key first, so that a person hears of one fault at a time in the order
// in which they would mend them.
void RunService::prepare(RunRequest request, Done<Prepared> done) {
  request.model = resolvedModel(request);
  const auto refuse = [this, done](base::Error error) {
    m_profile.scheduler().post([done, error = std::move(error)] { done(error); });
  };
  if (request.model.empty()) return refuse(invalid("model", "no model named"));
  if (request.input.empty() && request.toolAnswers.empty()) return refuse(invalid("input", "empty"));
  auto values = domain::completedValues(request.content.variables, std::move(request.variables));
  if (!values) return refuse(values.error());
  request.variables = std::move(*values);
  if (auto filled = domain::fillVariables(request.content.prompt, request.variables); !filled)
    return refuse(filled.error());

  checkKnowledge(request, [this, request, done](base::Result<void> here) {
    if (!here) return done(here.error());
    const auto withHistory = [this, request, done](base::Result<std::vector<RunRecord>> conversation) {
      if (!conversation) return done(conversation.error());
      prepareBody(request, messagesOf(*conversation, request.provider), done);
    };
    if (request.parent.isNull())
      withHistory(std::vector<RunRecord>{});
    else
      conversation(request.parent, withHistory);
  });
}

void RunService::checkKnowledge(const RunRequest& request, Done<void> done) {
  const auto& knowledge = request.content.knowledge;
  if (knowledge.empty()) return done({});
  if (request.provider.api == domain::ApiKind::Chat && !runs::needsOf(knowledge).searched.empty())
    return m_profile.scheduler().post(
        [done] { done(invalid("knowledge", "Chat Completions has no vector store")); });
  m_profile.store().read<void>(
      [knowledge, blobs = store::BlobStore(m_profile.folder())](store::Connection&) -> base::Result<void> {
        for (const auto& file : knowledge)
          if (!blobs.has(file.sha256, file.bytes))
            return base::Error{
                .code = base::ErrorCode::NotFound, .detail = "blob", .subject = "knowledge." + file.name};
        return {};
      },
      guarded(this, std::move(done)));
}

void RunService::prepareBody(RunRequest request, std::vector<domain::Message> history, Done<Prepared> done) {
  auto body = bodyOf(request, history, {});
  if (!body) return done(body.error());
  const auto tokens = estimatedTokens(request, history);
  const auto provider = request.provider;  // the request itself moves on
  m_providers.access(provider,
                     guarded<ProviderAccess>(
                         this, [this, request = std::move(request), history = std::move(history),
                                body = std::move(*body), tokens, done](base::Result<ProviderAccess> access) {
                           if (!access) return done(access.error());
                           Prepared prepared{RunRecord{}, std::move(*access), body.json, tokens};
                           if (!request.content.knowledge.empty())
                             prepared.makeBody = [request, history](const wire::SentKnowledge& sent) {
                               return bodyOf(request, history, sent);
                             };
                           auto& run = prepared.run;
                           run.id = m_profile.ids().make<RunId>();
                           run.created = m_profile.clock().wallNow();
                           run.request = request;
                           run.requestJson = body.withoutHistory;
                           run.messages = body.turn;
                           for (auto& message : run.messages) {
                             message.id = m_profile.ids().make<domain::MessageId>();
                             message.created = run.created;
                           }
                           done(std::move(prepared));
                         }));
}

void RunService::keepAndSend(Prepared prepared, Done<RunId> done) {
  const auto kept = std::make_shared<Prepared>(std::move(prepared));
  m_profile.store().write<void>(
      [run = kept->run](store::Connection& connection) { return store::insertRun(connection, run); },
      guarded<void>(this, [this, kept, done](base::Result<void> stored) {
        if (!stored) return done(stored.error());
        const auto id = kept->run.id;
        base::log(base::LogLevel::Info, "run", "started",
                  {{"run", id.toString()}, {"provider", kept->access.provider.name}});
        done(id);
        send(std::move(*kept));
      }));
}

void RunService::send(Prepared prepared) {
  const auto id = prepared.run.id;
  RunSessionListener listener;
  listener.appended = [this, id](std::size_t message, std::size_t part, const std::string& text) {
    Q_EMIT appended(id, message, part, text);
  };
  listener.replaced = [this, id](std::size_t message, std::size_t part) {
    Q_EMIT replaced(id, message, part);
  };
  listener.waiting = [this, id](const base::Error& reason, base::Milliseconds delay, int attempt) {
    Q_EMIT waiting(id, reason, delay, attempt);
  };
  listener.preparing = [this, id](const KnowledgeProgress& progress) { Q_EMIT preparing(id, progress); };
  listener.notStored = [this, id](const base::Error& error) { Q_EMIT notStored(id, error); };
  listener.finished = [this, id] { finish(id); };

  RunSessionSetup setup{std::move(prepared.run),
                        std::move(prepared.access),
                        std::move(prepared.body),
                        std::move(prepared.makeBody),
                        {},
                        m_options.connectTimeout};
  setup.options.idleTimeout = m_options.idleTimeout;
  setup.options.checkpointEvery = m_options.checkpointEvery;
  setup.options.inputTokens = prepared.inputTokens;
  setup.options.jitter = [engine = std::mt19937(std::random_device()())]() mutable {
    return std::uniform_real_distribution<double>(0, 1)(engine);
  };
  setup.options.newMessageId = [this] { return m_profile.ids().make<domain::MessageId>(); };
  auto& session = m_sessions[id] = std::make_unique<RunSession>(m_profile, m_http, m_models.catalog(),
                                                                std::move(setup), std::move(listener));
  Q_EMIT started(id);
  session->start();
}

void RunService::finish(RunId id) {
  auto over = m_sessions.extract(id);
  if (over.empty()) return;
  auto run = over.mapped()->run();
  if (run.error && run.error->code == base::ErrorCode::RequestRejected && !run.error->subject.empty() &&
      run.request.content.parameters.find(run.error->subject))
    m_models.learnRefusal(run.request.model, run.error->subject);
  load(run.id, [this, run = std::move(run)](base::Result<RunRecord> stored) {
    Q_EMIT finished(stored ? *stored : run);
  });
  // The session may be further up the stack: it goes with the next turn.
  m_profile.scheduler().post([session = std::shared_ptr<RunSession>(std::move(over.mapped()))] {});
  if (m_sessions.empty() && m_whenIdle) std::exchange(m_whenIdle, nullptr)();
}

void RunService::cancel(RunId id) {
  if (const auto at = m_sessions.find(id); at != m_sessions.end()) at->second->cancel();
}

void RunService::retryNow(RunId id) {
  if (const auto at = m_sessions.find(id); at != m_sessions.end()) at->second->retryNow();
}

void RunService::shutDown(std::function<void()> done) {
  if (m_sessions.empty()) return done();
  m_whenIdle = std::move(done);
  for (const auto id : liveRuns()) cancel(id);
}

const RunRecord* RunService::live(RunId id) const {
  const auto at = m_sessions.find(id);
  return at == m_sessions.end() ? nullptr : &at->second->run();
}

std::vector<RunId> RunService::liveRuns() const {
  std::vector<RunId> ids;
  for (const auto& [id, session] : m_sessions) ids.push_back(id);
  return ids;
}

// ---------------------------------------------------------------- kept runs

void RunService::list(store::RunQuery query, Done<store::RunPage> done) {
  m_profile.store().read<store::RunPage>(
      [query = std::move(query)](store::Connection& connection) {
        return store::listRuns(connection, query);
      },
      guarded(this, std::move(done)));
}

void RunService::find(std::string idOrPrefix, Done<RunRecord> done) {
  m_profile.store().read<RunRecord>(
      [text = std::move(idOrPrefix)](store::Connection& connection) {
        return store::findRun(connection, text);
      },
      guarded(this, std::move(done)));
}

void RunService::load(RunId id, Done<RunRecord> done) {
  m_profile.store().read<RunRecord>(
      [id](store::Connection& connection) { return store::loadRun(connection, id); },
      guarded(this, std::move(done)));
}

void RunService::conversation(RunId last, Done<std::vector<RunRecord>> done) {
  m_profile.store().read<std::vector<RunRecord>>(
      [last](store::Connection& connection) { return store::loadConversation(connection, last); },
      guarded(this, std::move(done)));
}

void RunService::remove(RunId id, Done<void> done) {
  m_profile.store().write<void>(
      [id](store::Connection& connection) { return store::deleteRun(connection, id); },
      guarded(this, std::move(done)));
}

void RunService::repeat(RunId id, std::string withoutParameter, Done<RunId> done) {
  load(id, [this, withoutParameter, done](base::Result<RunRecord> run) {
    if (!run) return done(run.error());
    auto request = std::move(run->request);
    if (!withoutParameter.empty() && !request.content.parameters.remove(withoutParameter))
      return done(invalid(withoutParameter, "not set on this run"));
    start(std::move(request), done);
  });
}

void RunService::resume(RunId id, Done<RunId> done) {
  load(id, [this, done](base::Result<RunRecord> run) {
    if (!run) return done(run.error());
    const auto* background = run->request.content.parameters.find("background");
    const bool resumable = background && *background == domain::ParameterValue(true) &&
                           !run->responseId.empty() && run->status == domain::RunStatus::Interrupted;
    if (!resumable) return done(invalid("run", "not an interrupted background run"));
    m_providers.access(
        run->request.provider,
        guarded<ProviderAccess>(this, [this, run = *run, done](base::Result<ProviderAccess> access) {
          if (!access) return done(access.error());
          done(run.id);
          send(Prepared{run, std::move(*access), {}, {}});
        }));
  });
}

// ---------------------------------------------------------------- counting tokens

namespace {

struct CountCall {
  int status = 0;
  std::string body;
  std::unique_ptr<ports::HttpExchange> exchange;
};

}  // namespace

void RunService::countTokens(RunRequest request, Done<TokenCount> done) {
  request.model = resolvedModel(request);
  const TokenCount estimate{estimatedTokens(request, {}), false};
  const auto body = wire::inputTokensBody(request, {});
  // A file would have to be uploaded only to be counted.
  if (!body || request.provider.api == domain::ApiKind::Chat || request.model.empty() ||
      !request.content.knowledge.empty())
    return m_profile.scheduler().post([done, estimate] { done(estimate); });
  m_providers.access(
      request.provider, guarded<ProviderAccess>(this, [this, body = *body, estimate,
                                                       done](base::Result<ProviderAccess> access) {
        if (!access) return done(estimate);
        ports::HttpRequest http;
        http.method = "POST";
        http.url = access->provider.baseUrl + "/responses/input_tokens";
        http.headers = providerHeaders(access->provider);
        http.headers.emplace_back("Content-Type", "application/json");
        http.bearer = std::move(access->key);
        http.headTimeout = kCountTimeout;
        http.body = body;
        const auto call = std::make_shared<CountCall>();
        ports::HttpHandlers handlers;
        handlers.head = [call](const ports::HttpHead& head) { call->status = head.status; };
        handlers.bytes = [call](std::string_view bytes) {
          if (call->body.size() + bytes.size() <= kLongestCountAnswer) call->body.append(bytes);
        };
        handlers.done = guarded<void>(this, [call, estimate, done](base::Result<void> end) {
          const auto exchange =
              std::move(call->exchange);  // breaks the ring call -> exchange -> handlers -> call
          const auto counted = wire::inputTokensFromJson(call->body);
          if (!end || call->status != 200 || !counted) return done(estimate);
          done(TokenCount{*counted, true});
        });
        call->exchange = m_http.send(std::move(http), std::move(handlers));
      }));
}

}  // namespace aiagent::services
