#include "ui/pages/deployments/session_strip.h"

#include <QCoreApplication>
#include <QStringList>

#include "ui/format/cluster_words.h"
#include "ui/format/text.h"

namespace aiagent::ui {
namespace {

using cluster::Freshness;
using format::text;
using services::EnvironmentSession;
using Stage = services::SessionState::Stage;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(SessionStrip)
};

// A program and its arguments as somebody would type them.
QString commandLine(const std::vector<std::string>& program) {
  QStringList words;
  for (const auto& word : program) {
    const auto shown = text(cluster::displayableHint(word));
    const bool isPlain = !shown.isEmpty() && !shown.contains(QLatin1Char(' '));
    words << (isPlain ? shown : QLatin1Char('"') + shown + QLatin1Char('"'));
  }
  return words.join(QLatin1Char(' '));
}

StripMessage removalStrip(const domain::Environment& environment) {
  return {.kind = StripKind::Caution,
          .sentence = Texts::tr("Remove “%1” from this list? Nothing in the cluster changes.")
                          .arg(text(environment.name)),
          .buttons = {{QLatin1String(kRemove), Texts::tr("Remove")},
                      {QLatin1String(kLeave), Texts::tr("Leave It")}},
          .closable = false};
}

StripMessage consentStrip(const services::ExecWish& wish) {
  return {
      .kind = StripKind::Caution,
      .sentence = Texts::tr("To sign in at %1, the kubeconfig wants to run a program on this computer. Allow "
                            "it only if you trust the kubeconfig.")
                      .arg(text(wish.server)),
      .quotation = commandLine(wish.program),
      .buttons = {{QLatin1String(kAllowOnce), Texts::tr("Run It Now")},
                  {QLatin1String(kAllowAlways), Texts::tr("Always Allow")},
                  {QLatin1String(kRefuse), Texts::tr("Do Not Run")}},
      .closable = false};
}

StripMessage failureStrip(const services::SessionState& session) {
  StripMessage message{.kind = StripKind::Negative,
                       .buttons = {{QLatin1String(kChange), Texts::tr("Change the Environment…")},
                                   {QLatin1String(kAgain), Texts::tr("Read It Again")}},
                       .closable = false};
  if (session.problems.empty()) {
    message.sentence = session.error ? format::explainCluster(*session.error).text() : QString();
    return message;
  }
  message.sentence = format::sentenceFor(session.problems.front());
  QStringList others;
  for (std::size_t i = 1; i < session.problems.size(); ++i)
    others << format::sentenceFor(session.problems[i]);
  message.quotation = others.join(QLatin1Char('\n'));
  return message;
}

// The first kind that must be known for a verdict and is not.
StripMessage watchStrip(const services::ClusterWatch& watch) {
  for (const auto kind : services::judgedKinds()) {
    const auto& known = watch.feed(kind)->state();
    if (!known.trouble || watch.isKnown(kind)) continue;
    const auto words = format::explainCluster(*known.trouble).text();
    const bool denied = known.freshness == Freshness::Denied;
    return {.kind = denied ? StripKind::Caution : StripKind::Negative,
            .sentence = denied ? Texts::tr("Not everything may be seen here: %1").arg(words) : words,
            .buttons = {{QLatin1String(kAgain), Texts::tr("Connect Again")}},
            .closable = false};
  }
  return {};
}

}  // namespace

StripMessage sessionStrip(const DeploymentsState& state, const EnvironmentSession* session,
                          bool asksRemoval) {
  if (asksRemoval && state.environment()) return removalStrip(*state.environment());
  if (state.session.wish) return consentStrip(*state.session.wish);
  if (state.session.stage == Stage::Failed) return failureStrip(state.session);
  StripMessage message;
  if (session && session->watch()) message = watchStrip(*session->watch());
  if (message.sentence.isEmpty() && state.error)
    message = {.kind = StripKind::Negative, .sentence = format::explain(*state.error).text()};
  return message;
}

}  // namespace aiagent::ui
