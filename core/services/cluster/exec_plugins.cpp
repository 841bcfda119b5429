#include "core/services/cluster/exec_plugins.h"

#include <QFileInfo>
#include <QPointer>
#include <utility>

#include "core/services/cluster/read_file.h"

namespace aiagent::services {
namespace {

using base::ErrorCode;
using ports::CommandEnd;

constexpr std::size_t kMostReply = 1u << 20;
constexpr base::Milliseconds kLeeway{10'000};  // a credential this close to its end is not begun with

bool isProgram(const std::string& path) {
  const QFileInfo file(QString::fromStdString(path));
  return file.isFile() && file.isExecutable();
}

base::Error failure(ErrorCode code, const char* word, const cluster::ExecConfig& exec,
                    std::string said = {}) {
  if (said.empty()) said = exec.installHint;
  return {.code = code,
          .detail = std::string("exec plugin: ") + word,
          .subject = cluster::displayableHint(exec.command),
          .said = base::maskSecrets(cluster::displayableHint(said)),
          .providerCode = word};
}

base::Error failureOf(const CommandEnd& end, const cluster::ExecConfig& exec) {
  switch (end.kind) {
    case CommandEnd::Kind::NotStarted: return failure(ErrorCode::Credentials, "exec_not_found", exec);
    case CommandEnd::Kind::TimedOut: return failure(ErrorCode::Timeout, "exec_timeout", exec, end.errors);
    case CommandEnd::Kind::TooMuch: return failure(ErrorCode::Credentials, "exec_too_much", exec, end.errors);
    case CommandEnd::Kind::Crashed: return failure(ErrorCode::Credentials, "exec_crashed", exec, end.errors);
    case CommandEnd::Kind::Cancelled: return {.code = ErrorCode::Cancelled};
    case CommandEnd::Kind::Exited: break;
  }
  auto error = failure(ErrorCode::Credentials, "exec_failed", exec, end.errors);
  error.detail += ", exit code " + std::to_string(end.exitCode);
  return error;
}

}  // namespace

ExecPlugins::ExecPlugins(ports::CommandRunner& runner, const base::Clock& clock, AskConsent ask,
                         ExecPluginOptions options, QObject* parent)
    : QObject(parent),
      m_runner(runner),
      m_clock(clock),
      m_ask(std::move(ask)),
      m_options(std::move(options)) {}

ExecPlugins::~ExecPlugins() {
  // Ending a program tells its end; there is nobody to hear it any more.
  m_ending = true;
  m_plugins.clear();
}

void ExecPlugins::credential(const cluster::ClusterAccess& access, const std::string& caPem, Told told) {
  const auto identity = cluster::execIdentity(access);
  auto& plugin = m_plugins[identity];
  if (plugin.kept && plugin.kept->expires && *plugin.kept->expires - kLeeway <= m_clock.wallNow())
    plugin.kept.reset();
  if (plugin.kept) return told(cluster::ExecCredential(*plugin.kept));
  plugin.waiting.push_back(std::move(told));
  if (plugin.waiting.size() > 1) return;
  plugin.access = access;
  plugin.caPem = caPem;
  begin(identity);
}

void ExecPlugins::reject(const cluster::ClusterAccess& access, const cluster::ExecCredential& used) {
  const auto found = m_plugins.find(cluster::execIdentity(access));
  if (found == m_plugins.end() || !found->second.kept) return;
  const auto& kept = *found->second.kept;
  if (kept.token.reveal() == used.token.reveal() && kept.certificatePem == used.certificatePem)
    found->second.kept.reset();
}

void ExecPlugins::forgetRefusals() {
  for (auto& plugin : m_plugins)
    if (!plugin.second.consent.value_or(true)) plugin.second.consent.reset();
}

ExecWish ExecPlugins::wishOf(const Plugin& plugin) const {
  ExecWish wish{{plugin.program}, plugin.access.exec->env, plugin.access.context, plugin.access.server};
  wish.program.insert(wish.program.end(), plugin.access.exec->args.begin(), plugin.access.exec->args.end());
  return wish;
}

void ExecPlugins::begin(const std::string& identity) {
  auto& plugin = m_plugins.at(identity);
  const auto& exec = *plugin.access.exec;
  if (exec.interactiveMode == cluster::InteractiveMode::Always)
    return settle(identity, failure(ErrorCode::Credentials, "exec_interactive", exec));
  const auto program = cluster::resolvedProgram(exec.command, m_options.path, isProgram);
  if (program.empty()) return settle(identity, failure(ErrorCode::Credentials, "exec_not_found", exec));
  // What the name means may have changed since.
  if (std::exchange(plugin.program, program) != program) plugin.consent.reset();
  const bool listed = cluster::isExecAllowed(m_options.rules, program, m_options.path, isProgram) &&
                      !cluster::changesWhatRuns(exec);
  if (plugin.consent.value_or(false) || listed) return start(identity);
  if (!m_ask || plugin.consent || m_options.rules.policy == cluster::ExecPolicy::DenyAll)
    return settle(identity, failure(ErrorCode::Forbidden, "exec_denied", exec));
  m_ask(wishOf(plugin), [guard = QPointer<ExecPlugins>(this), identity, program](bool allowed) {
    if (!guard || guard->m_ending) return;
    auto& asked = guard->m_plugins.at(identity);
    if (asked.waiting.empty() || asked.running || asked.program != program) return;
    asked.consent = allowed;
    if (allowed) return guard->start(identity);
    guard->settle(identity, failure(ErrorCode::Forbidden, "exec_denied", *asked.access.exec));
  });
}

void ExecPlugins::start(const std::string& identity) {
  auto& plugin = m_plugins.at(identity);
  const auto& exec = *plugin.access.exec;
  cluster::ExecSurroundings surroundings{.path = m_options.path,
                                         .kubeconfigFile = {},
                                         .info = cluster::execInfoJson(exec, plugin.access, plugin.caPem)};
  if (!m_options.privateFolder.empty() && !plugin.access.context.empty()) {
    surroundings.kubeconfigFile = m_options.privateFolder + "/" + identity + "/config";
    const auto written = writePrivateFile(surroundings.kubeconfigFile,
                                          cluster::privateKubeconfig(plugin.access, plugin.caPem));
    if (!written) return settle(identity, written.error());
  }
  plugin.running = m_runner.run({.program = wishOf(plugin).program,
                                 .input = {},
                                 .timeout = m_options.timeout,
                                 .mostOutput = kMostReply,
                                 .environment = cluster::execEnvironment(exec, surroundings)},
                                [guard = QPointer<ExecPlugins>(this), identity](CommandEnd end) {
                                  if (guard && !guard->m_ending) guard->ended(identity, std::move(end));
                                });
}

void ExecPlugins::ended(const std::string& identity, CommandEnd end) {
  auto& plugin = m_plugins.at(identity);
  const auto handle = std::move(plugin.running);
  const auto& exec = *plugin.access.exec;
  if (end.kind != CommandEnd::Kind::Exited || end.exitCode != 0)
    return settle(identity, failureOf(end, exec));
  auto read = cluster::execCredentialFrom(end.output, exec.apiVersion);
  if (!read) {
    auto error = read.error();
    error.subject = cluster::displayableHint(exec.command);
    return settle(identity, std::move(error));
  }
  plugin.kept = std::make_unique<cluster::ExecCredential>(*read);
  settle(identity, std::move(*read));
}

void ExecPlugins::settle(const std::string& identity, base::Result<cluster::ExecCredential> outcome) {
  const auto waiting = std::exchange(m_plugins.at(identity).waiting, {});
  const QPointer<ExecPlugins> guard(this);
  for (const auto& told : waiting) {
    if (!guard) return;
    told(outcome);
  }
}

}  // namespace aiagent::services
