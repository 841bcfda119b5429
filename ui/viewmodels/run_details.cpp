#include "ui/viewmodels/run_details.h"

#include <QCoreApplication>

#include "core/base/check.h"
#include "core/wire/request_json.h"
#include "ui/format/human.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using domain::RunRecord;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(RunDetails)
};

// Gathers the facts that are known; the others leave no line.
class FactList {
 public:
  explicit FactList(QString title) { m_group.title = std::move(title); }

  FactList& add(const QString& label, const QString& value, const QString& exact = {}) {
    if (!value.isEmpty()) m_group.facts.push_back({label, value, exact});
    return *this;
  }
  FactList& add(const QString& label, const std::string& value) { return add(label, format::text(value)); }
  FactList& add(const QString& label, const std::optional<base::Milliseconds>& value) {
    if (!value) return *this;
    return add(label, format::duration(*value), Texts::tr("%1 ms").arg(format::count(value->count())));
  }
  FactList& add(const QString& label, const std::optional<std::int64_t>& tokens) {
    return tokens ? add(label, format::count(*tokens)) : *this;
  }
  // What the line that was added last leads to.
  void opens(RunFact::Opens what) { m_group.facts.back().opens = what; }
  void moveTo(std::vector<RunFactGroup>& groups) {
    if (!m_group.facts.empty()) groups.push_back(std::move(m_group));
  }

 private:
  RunFactGroup m_group;
};

QString apiName(domain::ApiKind api) {
  return api == domain::ApiKind::Chat ? Texts::tr("Chat Completions") : Texts::tr("Responses");
}

QString tokensPerSecond(const RunRecord& run) {
  const auto& time = run.timings;
  if (!run.usage.output || !time.firstToken || !time.lastToken || *time.lastToken <= *time.firstToken)
    return {};
  const double seconds = double((*time.lastToken - *time.firstToken).count()) / 1000;
  return Texts::tr("%1 per second").arg(format::count(std::int64_t(double(*run.usage.output) / seconds)));
}

RunFactGroup outcome(const RunRecord& run) {
  FactList list(Texts::tr("Outcome"));
  list.add(Texts::tr("Status"), format::runStatus(run.status));
  list.add(Texts::tr("Model asked"), run.request.model);
  list.add(Texts::tr("Model answered"), run.modelAnswered);
  if (run.costNanoUsd)
    list.add(Texts::tr("Cost"),
             (run.usage.estimated ? QStringLiteral("≈ ") : QString()) + format::money(*run.costNanoUsd),
             format::exactMoney(*run.costNanoUsd));
  else if (domain::isFinal(run.status))
    list.add(Texts::tr("Cost"), Texts::tr("price unknown"));
  if (run.retries > 0) list.add(Texts::tr("Retries"), format::count(run.retries));
  if (run.error && run.error->httpStatus != 0)
    list.add(Texts::tr("HTTP status"), QString::number(run.error->httpStatus));
  if (run.error) list.add(Texts::tr("Provider's code"), run.error->providerCode);
  std::vector<RunFactGroup> groups;
  list.moveTo(groups);
  return groups.front();
}

void addTimes(std::vector<RunFactGroup>& groups, const RunRecord& run) {
  FactList list(Texts::tr("Time"));
  list.add(Texts::tr("Begun"), format::exactTime(run.created), format::text(base::toIso8601(run.created)));
  list.add(Texts::tr("Queue"), run.timings.sent);
  list.add(Texts::tr("First byte"), run.timings.firstByte);
  list.add(Texts::tr("First token"), run.timings.firstToken);
  list.add(Texts::tr("Last token"), run.timings.lastToken);
  list.add(Texts::tr("End"), run.timings.finished);
  list.add(Texts::tr("Speed"), tokensPerSecond(run));
  list.moveTo(groups);
}

void addTokens(std::vector<RunFactGroup>& groups, const RunRecord& run) {
  const auto& usage = run.usage;
  FactList list(usage.estimated ? Texts::tr("Tokens (estimated)") : Texts::tr("Tokens"));
  list.add(Texts::tr("Input"), usage.input);
  list.add(Texts::tr("… of these cached"), usage.cached);
  list.add(Texts::tr("… written to the cache"), usage.cacheWrite);
  list.add(Texts::tr("Output"), usage.output);
  list.add(Texts::tr("… of these reasoning"), usage.reasoning);
  list.add(Texts::tr("Total"), usage.total);
  list.moveTo(groups);
}

void addOrigin(std::vector<RunFactGroup>& groups, const RunRecord& run) {
  FactList list(Texts::tr("Origin"));
  list.add(Texts::tr("Agent"), run.request.content.name);
  list.add(Texts::tr("Version"), format::versionUsed(run.versionNumber, run.request.fromDraft));
  if (!run.request.version.isNull() && run.versionNumber > 0) list.opens(RunFact::Opens::Version);
  list.add(Texts::tr("Provider"), run.request.provider.name);
  list.add(Texts::tr("API"), apiName(run.request.provider.api));
  list.add(Texts::tr("Base URL"), run.request.provider.baseUrl);
  list.add(Texts::tr("Request ID"), run.requestId);
  list.add(Texts::tr("Response ID"), run.responseId);
  list.add(Texts::tr("Run ID"), run.id.toString());
  list.moveTo(groups);
}

std::vector<RunFact> parametersOf(const RunRecord& run) {
  std::vector<RunFact> rows;
  for (const auto& parameter : run.request.content.parameters.all())
    rows.push_back({format::text(parameter.name), format::text(domain::toText(parameter.value)), {}});
  return rows;
}

std::vector<RunFact> variablesOf(const RunRecord& run) {
  std::vector<RunFact> rows;
  for (const auto& [name, value] : run.request.variables)
    rows.push_back({format::text(name), format::text(value), {}});
  return rows;
}

// A run that was started had all its values; should one be missing all the same, the prompt shows it open.
QString promptOf(const RunRecord& run) {
  const auto& prompt = run.request.content.prompt;
  const auto filled = domain::fillVariables(prompt, run.request.variables);
  return format::text(filled ? *filled : prompt);
}

}  // namespace

bool isResumable(const RunRecord& run) {
  const auto* background = run.request.content.parameters.find("background");
  return run.status == domain::RunStatus::Interrupted && !run.responseId.empty() && background &&
         *background == domain::ParameterValue(true);
}

std::string requestUrl(const RunRecord& run) {
  const auto& provider = run.request.provider;
  return provider.baseUrl + (provider.api == domain::ApiKind::Chat ? "/chat/completions" : "/responses");
}

std::vector<ChatMessage> chatMessages(const RunDetails& details, bool live) {
  std::vector<ChatMessage> all;
  for (const auto& run : details.conversation)
    for (auto& message : toChatMessages(run, live && &run == &details.run()))
      all.push_back(std::move(message));
  return all;
}

RunDetails runDetails(std::vector<RunRecord> conversation) {
  CHECK(!conversation.empty());
  RunDetails details;
  details.conversation = std::move(conversation);
  const auto& run = details.run();
  details.facts.push_back(outcome(run));
  addTimes(details.facts, run);
  addTokens(details.facts, run);
  addOrigin(details.facts, run);
  details.parameters = parametersOf(run);
  details.variables = variablesOf(run);
  details.prompt = promptOf(run);
  const bool withKey = run.request.provider.keySource != domain::KeySource::None;
  if (!run.requestJson.empty())
    details.curl = format::text(wire::curlCommand(requestUrl(run), run.requestJson, withKey));
  details.resumable = isResumable(run);
  return details;
}

}  // namespace aiagent::ui
