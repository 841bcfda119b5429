#include "core/services/generation_queue.h"

#include <algorithm>

#include "core/services/guarded.h"
#include "core/store/generation_repository.h"

namespace aiagent::services {
namespace {

using domain::GenerationJob;
using domain::GenerationKind;
using domain::GenerationStatus;

std::optional<base::Error> faultOf(const domain::RunRecord& run) {
  if (run.status == domain::RunStatus::Completed) return std::nullopt;
  return run.error ? domain::toError(*run.error) : base::Error{.code = base::ErrorCode::Interrupted};
}

}  // namespace

bool isOutOfReach(const base::Error& error) {
  return error.code == base::ErrorCode::ConnectionFailed || error.code == base::ErrorCode::Timeout;
}

GenerationQueue::GenerationQueue(Profile& profile, AgentService& agents, ProviderService& providers,
                                 RunService& runs, GenerationService& generations,
                                 GenerationQueueOptions options, QObject* parent)
    : QObject(parent),
      m_profile(profile),
      m_agents(agents),
      m_providers(providers),
      m_runs(runs),
      m_generations(generations),
      m_options(options),
      m_wait(options.firstTry) {
  connect(&profile, &Profile::changed, this, [this](const std::vector<store::Change>& changes) {
    const auto isOurs = [](const store::Change& c) { return c.kind == store::RecordKind::Generation; };
    if (std::any_of(changes.begin(), changes.end(), isOurs)) Q_EMIT changed();
  });
  connect(&runs, &RunService::finished, this, [this](const domain::RunRecord& run) {
    if (m_sent && m_sent->run == run.id) ended(*m_sent, faultOf(run));
  });
  connect(&providers, &ProviderService::changed, this, &GenerationQueue::tryNow);
}

GenerationQueue::~GenerationQueue() = default;

void GenerationQueue::start() {
  if (std::exchange(m_started, true)) return;
  m_profile.store().write<void>(
      [](store::Connection& connection) { return store::releaseGenerations(connection); },
      guarded<void>(this, [this](base::Result<void>) { trySoon(m_options.firstTry); }));
}

void GenerationQueue::add(GenerationJob job, Done<GenerationJob> done) {
  m_profile.store().write<GenerationJob>(
      [job = std::move(job)](store::Connection& connection) {
        return store::insertGeneration(connection, job);
      },
      guarded<GenerationJob>(this, [this, done](base::Result<GenerationJob> kept) {
        if (kept && !m_timer) trySoon(m_options.firstTry);
        done(std::move(kept));
      }));
}

void GenerationQueue::list(Done<std::vector<GenerationJob>> done) {
  m_profile.store().read<std::vector<GenerationJob>>(
      [](store::Connection& connection) { return store::listGenerations(connection); },
      guarded(this, std::move(done)));
}

void GenerationQueue::remove(domain::GenerationId id, Done<void> done) {
  if (m_sent && m_sent->id == id && !m_sent->run.isNull()) m_runs.cancel(m_sent->run);
  m_profile.store().write<void>(
      [id](store::Connection& connection) { return store::removeGeneration(connection, id); },
      guarded(this, std::move(done)));
}

void GenerationQueue::retry(GenerationJob job, Done<void> done) {
  job.status = GenerationStatus::Waiting;
  job.error.reset();
  m_profile.store().write<void>(
      [job](store::Connection& connection) { return store::updateGeneration(connection, job); },
      guarded<void>(this, [this, done](base::Result<void> kept) {
        if (kept) tryNow();
        done(kept);
      }));
}

void GenerationQueue::tryNow() {
  if (!m_started) return;
  m_wait = m_options.firstTry;
  trySoon(base::Milliseconds(0));
}

void GenerationQueue::trySoon(base::Milliseconds after) {
  if (!m_started) return;
  m_timer = m_profile.scheduler().after(after, [this] { take(); });
}

// One job at a time; the provider is asked for its models first, because an attempt that reaches nobody would
// leave a failed run behind each time.
void GenerationQueue::take() {
  if (m_sent || m_taking) return;
  m_taking = true;
  m_profile.store().write<std::optional<GenerationJob>>(
      [](store::Connection& connection) { return store::takeWaitingGeneration(connection); },
      guarded<std::optional<GenerationJob>>(this, [this](base::Result<std::optional<GenerationJob>> job) {
        m_taking = false;
        m_timer.reset();
        if (job && *job) send(std::move(**job));
      }));
}

void GenerationQueue::send(GenerationJob job) {
  m_sent = job;
  m_providers.current(guarded<domain::Provider>(this, [this, job](base::Result<domain::Provider> provider) {
    if (!provider) return ended(job, provider.error());
    m_probe = m_providers.models(
        *provider, [this, job, provider = *provider](base::Result<std::vector<wire::ModelInfo>> models) {
          if (!models && isOutOfReach(models.error())) return ended(job, models.error());
          if (job.agent.isNull()) return ask(job, provider, std::nullopt);
          m_agents.load(job.agent, [this, job, provider](base::Result<AgentWithDraft> found) {
            if (!found) return ended(job, found.error());
            ask(job, provider, found->draft ? found->draft->content : found->agent.content);
          });
        });
  }));
}

void GenerationQueue::ask(const GenerationJob& job, const domain::Provider& provider,
                          std::optional<domain::AgentContent> existing) {
  const GenerationTarget target{provider, {}};
  const auto whenBegun =
      guarded<domain::RunId>(this, [this, job](base::Result<domain::RunId> run) { began(job, run); });
  if (job.kind == GenerationKind::Improve && existing)
    return m_generations.improve(
        *existing, job.description, target, [](base::Result<authoring::Improvement>) {}, whenBegun);
  m_generations.generate({.brief = {.description = job.description,
                                    .examples = job.examples,
                                    .existing = std::move(existing),
                                    .language = job.language,
                                    .answerLanguage = job.answerLanguage}},
                         target, whenBegun);
}

void GenerationQueue::began(GenerationJob job, const base::Result<domain::RunId>& run) {
  if (!run) return ended(std::move(job), run.error());
  job.run = *run;
  m_sent = job;
  keep(job);
}

void GenerationQueue::ended(GenerationJob job, std::optional<base::Error> fault) {
  m_sent.reset();
  if (!fault) {
    job.status = GenerationStatus::Ready;
    m_wait = m_options.firstTry;
  } else if (isOutOfReach(*fault)) {
    job.status = GenerationStatus::Waiting;
    m_wait = std::min(2 * m_wait, m_options.longestWait);
  } else {
    job.status = GenerationStatus::Failed;
    job.error = domain::toRunError(*fault);
  }
  keep(job);
  if (job.status == GenerationStatus::Ready) Q_EMIT ready(job);
  trySoon(m_wait);
}

// A job that was removed meanwhile is not there any more, which is as it should be.
void GenerationQueue::keep(const GenerationJob& job) {
  m_profile.store().write<void>(
      [job](store::Connection& connection) { return store::updateGeneration(connection, job); },
      guarded<void>(this, [](base::Result<void>) {}));
}

}  // namespace aiagent::services
