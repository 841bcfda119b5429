#include "app/cli/cluster_acting.h"

#include <array>
#include <iostream>
#include <utility>

#include "app/cli/input.h"
#include "core/services/cluster/cluster_actions.h"
#include "core/wire/json_text.h"
#include "ui/format/action_words.h"
#include "ui/format/cluster_words.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using cluster::ActionKind;
using cluster::ActionStage;
using wire::JsonArray;
using wire::JsonObject;
using wire::KubeKind;

struct KindWord {
  std::string_view word;
  KubeKind kind;
};

constexpr std::array<KindWord, 22> kKindWords = {{{"deployment", KubeKind::Deployment},
                                                  {"deployments", KubeKind::Deployment},
                                                  {"deploy", KubeKind::Deployment},
                                                  {"deployment.apps", KubeKind::Deployment},
                                                  {"statefulset", KubeKind::StatefulSet},
                                                  {"statefulsets", KubeKind::StatefulSet},
                                                  {"sts", KubeKind::StatefulSet},
                                                  {"statefulset.apps", KubeKind::StatefulSet},
                                                  {"daemonset", KubeKind::DaemonSet},
                                                  {"daemonsets", KubeKind::DaemonSet},
                                                  {"ds", KubeKind::DaemonSet},
                                                  {"daemonset.apps", KubeKind::DaemonSet},
                                                  {"rollout", KubeKind::Rollout},
                                                  {"rollouts", KubeKind::Rollout},
                                                  {"service", KubeKind::Service},
                                                  {"svc", KubeKind::Service},
                                                  {"cronjob", KubeKind::CronJob},
                                                  {"cronjobs", KubeKind::CronJob},
                                                  {"cj", KubeKind::CronJob},
                                                  {"pod", KubeKind::Pod},
                                                  {"pods", KubeKind::Pod},
                                                  {"po", KubeKind::Pod}}};

// ---------------------------------------------------------------- what is shown

void addPlan(JsonObject& object, const cluster::ActionState& state) {
  JsonArray findings, left;
  for (const auto& one : state.plan.findings)
    findings.raw(JsonObject()
                     .boolean("warning", one.warning)
                     .text("word", one.word)
                     .text("subject", one.subject)
                     .text("value", one.value)
                     .text("message", format::sentenceFor(one).toStdString())
                     .take());
  for (const auto& one : state.plan.notUndone) {
    JsonArray names;
    for (const auto& name : one.names) names.text(name);
    left.raw(JsonObject().text("word", one.word).raw("names", names.take()).take());
  }
  object.raw("changes", cluster::changesJson(state.changes))
      .raw("findings", findings.take())
      .raw("notUndone", left.take());
}

// Without its last brace, so that a verdict can be added.
std::string stateJson(const cluster::ActionState& state, bool dryRun) {
  JsonObject object;
  object.text("action", cluster::toWord(state.action.kind))
      .text("target", state.action.title())
      .text("namespace", state.action.nameSpace)
      .text("identity", state.action.by)
      .boolean("dryRun", dryRun)
      .text("outcome", cluster::toWord(state.stage));
  addPlan(object, state);
  if (!state.made.empty()) object.text("made", state.made);
  auto json = object.textOrNull("resourceVersion", state.resourceVersion).take();
  json.pop_back();
  return json;
}

QString shown(const std::optional<std::string>& value) {
  return value ? format::text(*value) : QStringLiteral("–");
}

void printPlan(Context& context, const cluster::ActionState& state) {
  context.printShown(format::actionTitle(state.action));
  for (const auto& one : state.changes)
    context.printShown(
        QStringLiteral("  %1: %2 → %3").arg(format::text(one.path), shown(one.before), shown(one.after)));
  for (const auto& one : state.plan.findings)
    context.printShown((one.warning ? QStringLiteral("! ") : QStringLiteral("  ")) +
                       format::sentenceFor(one));
  for (const auto& one : state.plan.notUndone)
    context.printShown(QStringLiteral("  ") + format::sentenceFor(one));
  context.flush();
}

// ---------------------------------------------------------------- one act

class Act : public std::enable_shared_from_this<Act> {
 public:
  Act(Context& context, const Arguments& arguments, Finish finish,
      std::shared_ptr<ClusterConnection> connection)
      : m_context(context),
        m_arguments(arguments),
        m_finish(std::move(finish)),
        m_connection(std::move(connection)),
        m_chosen(chosenEnvironment(context, arguments)),
        m_environment(m_chosen ? m_chosen->id.toString() : m_connection->client->access().context),
        m_actions({*m_connection->client, context.profile().store(), context.profile().scheduler(),
                   context.profile().clock()},
                  m_environment) {}

  void begin(cluster::Action action) {
    QObject::connect(&m_actions, &services::ClusterActions::stateChanged, &m_actions,
                     [self = shared_from_this()] { self->look(); });
    m_context.onInterrupt([weak = weak_from_this()] {
      if (const auto self = weak.lock()) self->m_actions.cancel();
    });
    m_actions.plan(std::move(action));
  }

 private:
  void look() {
    const auto& state = *m_actions.state();
    if (m_over) return;
    if (state.stage == ActionStage::Planned && !std::exchange(m_isShown, true)) return decide();
    if (cluster::isEnd(state.stage) && m_actions.isAtRest()) end();
  }

  void decide() {
    const auto& state = *m_actions.state();
    const bool isTry = m_arguments.has("dry-run");
    if (!m_context.json()) printPlan(m_context, state);
    if (isTry) {
      if (m_context.json()) m_context.printShown(stateJson(state, true) + "}");
      return finish(Exit::Done);
    }
    if (!m_arguments.has("yes") && !saidYes()) return m_actions.cancel();
    cluster::Arming arming;
    const auto now = m_context.profile().clock().now();
    // Whoever writes --environment has typed its name.
    const auto name = m_chosen ? m_chosen->name : m_environment;
    const auto armed =
        arming.arm({.environment = m_environment,
                    .name = name,
                    .production = m_chosen && m_chosen->stage == domain::EnvironmentStage::Production,
                    .typedName = name,
                    .reason = state.action.reason},
                   now);
    const auto confirmed = armed ? m_actions.confirm(*arming.token(now)) : armed;
    if (!confirmed) fail(confirmed.error());
  }

  bool saidYes() {
    m_context.message(sentence(QT_TRANSLATE_NOOP("cli", "Type “yes” to do this:")));
    std::string line;
    return std::getline(std::cin, line) && line == "yes";
  }

  void end() {
    const auto& state = *m_actions.state();
    if (const auto& lost = m_actions.recordError())
      m_context.message(sentence(QT_TRANSLATE_NOOP("cli", "The audit log could not be written: %1"))
                            .arg(format::explainCluster(*lost).text()));
    if (state.stage == ActionStage::Done) return done(state);
    if (state.stage == ActionStage::Unknown) {
      m_context.message(format::stageName(state.stage));
      if (m_context.json()) m_context.printShown(stateJson(state, false) + "}");
      return finish(Exit::Unknown);
    }
    fail(state.error.value_or(base::Error{.code = base::ErrorCode::Cancelled}));
  }

  void done(const cluster::ActionState& state) {
    auto json = stateJson(state, false);
    Verification wanted{state.action.target, state.action.name,    state.resourceVersion,
                        state.action.at,     state.progressBefore, json};
    if (state.action.kind == ActionKind::RunNow) wanted.kind = KubeKind::Job, wanted.name = state.made;
    if (!m_context.json()) m_context.printShown(format::stageName(state.stage));
    if (state.action.kind != ActionKind::DeletePod && !m_arguments.has("no-wait")) {
      release();
      return verify(m_context, m_arguments, m_finish, std::move(wanted));
    }
    if (m_context.json()) m_context.printShown(json + "}");
    finish(Exit::Done);
  }

  void fail(const base::Error& error) {
    release();
    finishWithCluster(m_context, error, m_finish);
  }
  void finish(Exit exit) {
    release();
    m_finish(exit);
  }
  // The signal held this; it goes with the turn that is running.
  void release() {
    m_over = true;
    m_context.profile().scheduler().post([self = shared_from_this()] { self->m_actions.disconnect(); });
  }

  Context& m_context;
  const Arguments m_arguments;
  const Finish m_finish;
  const std::shared_ptr<ClusterConnection> m_connection;
  const std::optional<domain::Environment> m_chosen;
  const std::string m_environment;
  services::ClusterActions m_actions;
  bool m_isShown = false, m_over = false;
};

}  // namespace

std::vector<OptionSpec> actionOptions() {
  auto options = clusterOptions();
  options.push_back(
      {"dry-run", "", QT_TRANSLATE_NOOP("cli", "Try it on the server without effect, and show it")});
  options.push_back({"reason", "TEXT", QT_TRANSLATE_NOOP("cli", "Why; it stands in the audit log")});
  options.push_back({"yes", "", QT_TRANSLATE_NOOP("cli", "Do it without asking")});
  options.push_back({"no-wait", "", QT_TRANSLATE_NOOP("cli", "Do not wait for what becomes of it")});
  options.push_back(
      {"timeout", "SECONDS", QT_TRANSLATE_NOOP("cli", "Wait so long at most; without it ten minutes")});
  return options;
}

std::optional<ActionTarget> actionTarget(const std::string& word, KubeKind plain) {
  const auto slash = word.find('/');
  if (slash == std::string::npos)
    return word.empty() || plain == KubeKind::Other ? std::nullopt : std::optional(ActionTarget{plain, word});
  for (const auto& one : kKindWords)
    if (one.word == word.substr(0, slash) && slash + 1 < word.size())
      return ActionTarget{one.kind, word.substr(slash + 1)};
  return std::nullopt;
}

void act(Context& context, const Arguments& arguments, const Finish& finish, cluster::Action action) {
  if (!arguments.has("dry-run") && !arguments.has("yes") && !standardInputIsTerminal()) {
    context.message(sentence(QT_TRANSLATE_NOOP(
        "cli", "Nobody can be asked here: give --yes to do it, or --dry-run to see what it would do.")));
    return finish(Exit::Usage);
  }
  auto access = chooseAccess(context, arguments, finish);
  if (!access) return;
  action.nameSpace = access->nameSpace;
  action.reason = arguments.value("reason").value_or("");
  std::make_shared<Act>(context, arguments, finish, connect(context, arguments, std::move(*access)))
      ->begin(std::move(action));
}

}  // namespace aiagent::cli
