#include "app/cli/cluster_access.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "app/cli/help.h"
#include "core/services/cluster/kubeconfig_files.h"
#include "core/store/environment_repository.h"
#include "core/wire/json_text.h"
#include "ui/format/cluster_words.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using cluster::ConfigProblem;

}  // namespace

base::Result<std::vector<domain::Environment>> environmentsOf(Context& context) {
  return context.profile().store().readAndWait<std::vector<domain::Environment>>(
      [](store::Connection& connection) { return store::listEnvironments(connection); });
}

base::Result<std::optional<domain::Environment>> environmentNamed(Context& context, const std::string& name) {
  const auto all = environmentsOf(context);
  if (!all) return all.error();
  const auto found = std::ranges::find(*all, name, &domain::Environment::name);
  return found == all->end() ? std::optional<domain::Environment>() : *found;
}

std::optional<domain::Environment> chosenEnvironment(Context& context, const Arguments& arguments) {
  const auto name = arguments.value("environment");
  if (!name) return std::nullopt;
  const auto found = environmentNamed(context, *name);
  return found ? *found : std::nullopt;
}

std::vector<OptionSpec> clusterOptions() {
  return {
      {"environment", "NAME",
       QT_TRANSLATE_NOOP("cli",
                         "An environment of this computer, with its kubeconfig, context and namespace")},
      {"context", "NAME", QT_TRANSLATE_NOOP("cli", "The kubeconfig's context; without it the current one")},
      {"namespace", "NAME", QT_TRANSLATE_NOOP("cli", "Instead of the context's namespace")},
      {"kubeconfig", "FILE", QT_TRANSLATE_NOOP("cli", "Instead of KUBECONFIG and ~/.kube/config")},
      {"allow-exec", "PATH",
       QT_TRANSLATE_NOOP("cli", "Let the kubeconfig run this program for credentials; otherwise none runs"),
       true}};
}

void printProblems(Context& context, const std::vector<ConfigProblem>& problems) {
  for (const auto& problem : problems) context.message(format::sentenceFor(problem));
}

void finishWithCluster(Context& context, const base::Error& error, const Finish& finish) {
  context.flush();
  const auto words = format::explainCluster(error).text().toStdString();
  std::fprintf(stderr, "%s\n", context.json() ? errorJson(error, words).c_str() : words.c_str());
  finish(exitFor(error.code));
}

std::optional<cluster::ClusterAccess> chooseAccess(Context& context, const Arguments& arguments,
                                                   const Finish& finish) {
  const auto environment = chosenEnvironment(context, arguments);
  if (const auto name = arguments.value("environment"); name && !environment) {
    finishWith(context, {.code = base::ErrorCode::NotFound, .subject = *name}, finish);
    return std::nullopt;
  }
  // What is named beside it goes before what the environment says.
  const auto own = environment.value_or(domain::Environment());
  const auto config = services::loadKubeconfig(
      services::kubeconfigPlaces(arguments.value("kubeconfig").value_or(own.kubeconfig)));
  if (!config) {
    finishWithCluster(context, config.error(), finish);
    return std::nullopt;
  }
  const auto named = arguments.value("context").value_or(own.context);
  const auto space = arguments.value("namespace").value_or(own.nameSpace);
  if (config->empty() && config->problems.empty() && named.empty())
    if (auto access = services::podsAccess()) {
      if (cluster::isDnsLabel(space)) access->nameSpace = space;
      return access;
    }
  auto resolved = cluster::resolve(*config, named, space);
  printProblems(context, resolved.problems);
  if (resolved.access) return std::move(resolved.access);
  const bool isMissing =
      std::any_of(resolved.problems.begin(), resolved.problems.end(), [](const ConfigProblem& problem) {
        return problem.fault == cluster::ConfigFault::UnknownContext ||
               problem.fault == cluster::ConfigFault::Empty;
      });
  context.flush();
  finish(isMissing ? Exit::NotFound : Exit::InvalidInput);
  return std::nullopt;
}

std::shared_ptr<ClusterConnection> connect(Context& context, const Arguments& arguments,
                                           cluster::ClusterAccess access) {
  auto connection = std::make_shared<ClusterConnection>();
  auto allowed = arguments.values("allow-exec");
  for (auto& program : allowed)
    if (program.find('/') != std::string::npos) program = std::filesystem::absolute(program).string();
  connection->plugins =
      context.makeExecPlugins({cluster::ExecPolicy::Allowlist, std::move(allowed)}, nullptr);
  connection->client = std::make_unique<services::KubeClient>(
      std::move(access), context.clusterSurroundings(connection->plugins.get()));
  QObject::connect(connection->client.get(), &services::KubeClient::warned, connection->client.get(),
                   [&context](const QString& text) { context.message(text); });
  context.onInterrupt([weak = std::weak_ptr(connection)] {
    if (const auto held = weak.lock()) held->call.reset();  // tells Cancelled, which ends the command
  });
  return connection;
}

}  // namespace aiagent::cli
