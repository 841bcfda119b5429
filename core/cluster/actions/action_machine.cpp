#include "core/cluster/actions/action_machine.h"

#include <algorithm>

#include "core/base/secret_string.h"
#include "core/base/utf8.h"
#include "core/cluster/actions/reviews.h"
#include "core/cluster/actions/revisions.h"
#include "core/cluster/actions/writes.h"
#include "core/cluster/kube_kinds.h"
#include "core/wire/json_text.h"

namespace aiagent::cluster {
namespace {

using base::ErrorCode;
using wire::Tree;

constexpr int kMostRetries = 3;
constexpr std::size_t kLongestBody = 64u << 10;

base::Error changedMeanwhile(const Action& action) {
  return refused("act_changed", action.title(), ErrorCode::Conflict);
}

// The same request whatever the version: planned as if it were "0".
base::Result<ActionPlan> planWithoutVersion(const Action& action, ActionView view) {
  if (const auto* head = view.object.find("metadata")) {
    auto metadata = *head;
    put(metadata, "resourceVersion", "0");
    put(view.object, "metadata", std::move(metadata));
  }
  return planAction(action, view);
}

// 409 of a version in a merge patch, 422 of a test in a JSON Patch (contract D9).
bool mayBeStale(const base::Error& error) {
  return error.httpStatus == 409 || error.httpStatus == 422;
}

// The request may have been carried out all the same.
bool isUnclear(const base::Error& error) {
  switch (error.code) {
    case ErrorCode::Cancelled:
    case ErrorCode::ConnectionFailed:
    case ErrorCode::Timeout:
    case ErrorCode::Interrupted:
    case ErrorCode::ServerError:
    case ErrorCode::BadResponse: return true;
    default: return false;
  }
}

base::WallTime progressOf(const Tree& object) {
  for (const auto& condition : listAt(object, {"status", "conditions"}))
    if (textAt(condition, {"type"}) == "Progressing")
      return wire::kubeTime(textAt(condition, {"lastUpdateTime"}));
  return wire::kNoTime;
}

std::string planJson(const ActionState& state) {
  wire::JsonArray requests, findings;
  for (const auto& step : state.plan.steps)
    requests.raw(wire::JsonObject()
                     .text("method", step.write.method)
                     .text("path", step.write.path)
                     .text("body", base::maskSecrets(base::utf8Prefix(step.write.body, kLongestBody)))
                     .take());
  for (const auto& one : state.plan.findings)
    findings.raw(wire::JsonObject()
                     .text("word", one.word)
                     .text("subject", one.subject)
                     .text("value", one.value)
                     .take());
  return wire::JsonObject()
      .raw("requests", requests.take())
      .raw("changes", changesJson(state.changes))
      .raw("findings", findings.take())
      .take();
}

}  // namespace

std::string_view toWord(ActionStage stage) {
  switch (stage) {
    case ActionStage::Reading: return "reading";
    case ActionStage::Asking: return "asking";
    case ActionStage::Trying: return "trying";
    case ActionStage::Planned: return "planned";
    case ActionStage::Looking: return "looking";
    case ActionStage::Recording: return "recording";
    case ActionStage::Sending: return "sending";
    case ActionStage::Done: return "done";
    case ActionStage::Refused: return "refused";
    case ActionStage::NotTried: return "dry-run-failed";
    case ActionStage::Failed: return "failed";
    case ActionStage::Cancelled: return "cancelled";
    case ActionStage::Unknown: return "unknown";
  }
  return "";
}

bool isEnd(ActionStage stage) {
  return stage >= ActionStage::Done;
}

ActionMachine::ActionMachine(Action action, std::string who, AccessCache& access)
    : m_access(access), m_isKnown(!who.empty()) {
  m_state.action = std::move(action);
  if (m_isKnown) m_state.action.by = std::move(who);
}

std::vector<ActionCommand> ActionMachine::start() {
  readObject(ActionStage::Reading);
  if (!m_isKnown)
    ask({Aim::Who}, {.method = "POST",
                     .path = kWhoAmIPath,
                     .contentType = "application/json",
                     .body = R"({"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"})"});
  return std::exchange(m_commands, {});
}

std::vector<ActionCommand> ActionMachine::on(const ActionEvent& event, base::Instant now) {
  if (const auto* kept = std::get_if<RecordKept>(&event)) {
    record(*kept);
  } else if (const auto* answer = std::get_if<Answered>(&event)) {
    const auto found = m_pending.find(answer->id);
    if (found == m_pending.end()) return {};
    const auto what = found->second;
    m_pending.erase(found);
    answered(what, answer->answer, now);
  } else if (std::get_if<Confirmed>(&event)) {
    if (m_state.stage == ActionStage::Planned) readObject(ActionStage::Looking);
  } else {
    cancel();
  }
  return std::exchange(m_commands, {});
}

void ActionMachine::ask(Pending what, KubeWrite request, bool real) {
  m_pending[++m_lastId] = what;
  const auto most = what.aim == Aim::Around ? kMostOfAList : kMostOfOne;
  m_commands.push_back(AskServer{m_lastId, std::move(request), real, most});
}

void ActionMachine::get(Pending what, std::string path) {
  ask(what, {.method = "GET", .path = std::move(path), .contentType = {}, .body = {}});
}

void ActionMachine::readObject(ActionStage stage) {
  m_state.stage = stage;
  const auto& action = m_state.action;
  get({Aim::Object}, pathOf(action.target, action.nameSpace, action.name));
}

void ActionMachine::answered(const Pending& what, const base::Result<Tree>& answer, base::Instant now) {
  switch (what.aim) {
    case Aim::Object: return objectRead(answer, now);
    case Aim::Who:
      if (const auto who = answer ? whoAmIFrom(*answer) : std::nullopt) m_state.action.by = who->name;
      break;
    case Aim::Around:
      // A list that was cut is not all of it.
      if (answer && textAt(*answer, {"metadata", "continue"}).empty())
        m_view.around[what.around] = listAt(*answer, {"items"});
      break;
    case Aim::Access: return accessAnswered(what.index, answer, now);
    case Aim::Try: return tried(what.index, answer);
    case Aim::Send: return sent(what.index, answer);
  }
  if (m_pending.empty() && m_state.stage == ActionStage::Reading) plan(now);
}

void ActionMachine::objectRead(const base::Result<Tree>& answer, base::Instant now) {
  if (!answer) {
    const auto error = actionError(answer.error());
    if (m_intentKept) return end(ActionStage::Failed, error);
    return end(error.providerCode == "act_denied" ? ActionStage::Refused : ActionStage::NotTried, error);
  }
  if (m_state.stage == ActionStage::Looking) return lookedAgain(*answer);
  const auto version = textAt(*answer, {"metadata", "resourceVersion"});
  if (m_doubt && version == m_state.plan.resourceVersion) return end(ActionStage::NotTried, *m_doubt);
  m_doubt.reset();
  m_view.object = *answer;
  lookAround();
  if (m_pending.empty()) plan(now);
}

void ActionMachine::lookAround() {
  m_view.around.clear();
  for (auto& lookup : lookupsFor(m_state.action, m_view.object))
    get({Aim::Around, 0, lookup.around}, std::move(lookup.path));
}

void ActionMachine::plan(base::Instant now) {
  auto planned = planAction(m_state.action, m_view);
  if (!planned) return end(ActionStage::Refused, planned.error());
  m_state.plan = std::move(*planned);
  m_state.stage = ActionStage::Asking;
  askAccess(now);
}

void ActionMachine::askAccess(base::Instant now) {
  const auto& steps = m_state.plan.steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto known = m_access.find(steps[i].access, now);
    if (known && !*known)
      return end(ActionStage::Refused, refused("act_denied", steps[i].access.resource, ErrorCode::Forbidden));
    if (!known)
      ask({Aim::Access, i}, {.method = "POST",
                             .path = kAccessReviewPath,
                             .contentType = "application/json",
                             .body = accessReviewBody(steps[i].access)});
  }
  if (m_pending.empty()) tryStep(0);
}

// A server that does not answer the question says it in the dry run.
void ActionMachine::accessAnswered(std::size_t step, const base::Result<Tree>& answer, base::Instant now) {
  const auto& question = m_state.plan.steps[step].access;
  if (const auto told = answer ? accessAnswerFrom(*answer) : std::nullopt) {
    m_access.remember(question, told->allowed, now);
    if (!told->allowed) {
      auto error = refused("act_denied", question.resource, ErrorCode::Forbidden);
      error.said = told->reason;
      return end(ActionStage::Refused, error);
    }
  }
  if (m_pending.empty()) tryStep(0);
}

void ActionMachine::tryStep(std::size_t step) {
  if (step == 0) m_state.changes.clear();
  m_state.stage = ActionStage::Trying;
  ask({Aim::Try, step}, dryRunOf(m_state.plan.steps[step].write));
}

void ActionMachine::tried(std::size_t step, const base::Result<Tree>& answer) {
  if (!answer) {
    if (answer.error().code == ErrorCode::Forbidden) m_access.forget();
    if (retriesAfter(answer.error())) return readObject(ActionStage::Reading);
    return end(ActionStage::NotTried, actionError(answer.error()));
  }
  addChanges(step, *answer);
  if (step + 1 < m_state.plan.steps.size()) return tryStep(step + 1);
  m_state.stage = ActionStage::Planned;
}

void ActionMachine::addChanges(std::size_t step, const Tree& answer) {
  const auto& one = m_state.plan.steps[step];
  if (one.write.method == "DELETE") {
    m_state.changes.push_back({"pod/" + m_state.action.name, m_state.plan.uid, std::nullopt});
    return;
  }
  if (one.write.method == "POST") {
    std::string images;
    for (const auto& image : imagesOf(at(answer, {"spec", "template"})))
      images += (images.empty() ? "" : ", ") + image;
    m_state.changes.push_back({"job/" + textAt(answer, {"metadata", "name"}), std::nullopt, images});
    return;
  }
  for (auto& change : changesBetween(m_view.object, answer, one.access.subresource == "status"))
    m_state.changes.push_back(std::move(change));
}

// Only if nothing but status and bookkeeping differs, and the same requests would be planned, what was
// confirmed is what is sent.
void ActionMachine::lookedAgain(const Tree& object) {
  const auto version = textAt(object, {"metadata", "resourceVersion"});
  if (m_doubt && version == m_state.plan.resourceVersion) return end(ActionStage::Failed, *m_doubt);
  m_doubt.reset();
  auto now = m_view;
  now.object = object;
  const auto before = planWithoutVersion(m_state.action, m_view),
             after = planWithoutVersion(m_state.action, now);
  const bool isSame = textAt(object, {"metadata", "uid"}) == m_state.plan.uid &&
                      (m_state.action.kind == ActionKind::DeletePod ||
                       sameForActing(m_state.action, m_view.object, object)) &&
                      before && after && before->steps == after->steps;
  if (!isSame)
    return end(m_intentKept ? ActionStage::Failed : ActionStage::NotTried, changedMeanwhile(m_state.action));
  const auto planned = planAction(m_state.action, now);
  m_state.plan.steps = planned->steps;
  m_state.plan.resourceVersion = version;
  m_state.progressBefore = progressOf(object);
  m_view = std::move(now);
  if (m_intentKept) return sendStep(0);
  m_state.stage = ActionStage::Recording;
  m_commands.push_back(KeepRecord{
      .intent = true, .outcome = {}, .error = {}, .resourceVersion = {}, .plan = planJson(m_state)});
}

void ActionMachine::record(const RecordKept& event) {
  if (m_state.stage != ActionStage::Recording) return;
  if (!event.kept) return end(ActionStage::Refused, event.kept.error());
  m_intentKept = true;
  sendStep(0);
}

void ActionMachine::sendStep(std::size_t step) {
  m_state.stage = ActionStage::Sending;
  ask({Aim::Send, step}, realOf(m_state.plan.steps[step].write), true);
}

void ActionMachine::sent(std::size_t step, const base::Result<Tree>& answer) {
  if (!answer) {
    auto error = actionError(answer.error());
    if (error.code == ErrorCode::Forbidden) m_access.forget();
    if (step == 0 && retriesAfter(error)) return readObject(ActionStage::Looking);
    if (step > 0) error.providerCode = "act_half_done";
    return end(isUnclear(error) ? ActionStage::Unknown : ActionStage::Failed, error);
  }
  if (step + 1 < m_state.plan.steps.size()) return sendStep(step + 1);
  m_state.resourceVersion = textAt(*answer, {"metadata", "resourceVersion"});
  if (m_state.plan.steps[step].write.method == "POST") m_state.made = textAt(*answer, {"metadata", "name"});
  end(ActionStage::Done, std::nullopt);
}

bool ActionMachine::retriesAfter(const base::Error& error) {
  if (!mayBeStale(error) || m_retries >= kMostRetries) return false;
  ++m_retries;
  m_doubt = error;
  return true;
}

void ActionMachine::cancel() {
  if (isEnd(m_state.stage)) return;
  const bool isSent = m_state.stage == ActionStage::Sending;
  end(isSent ? ActionStage::Unknown : ActionStage::Cancelled,
      base::Error{.code = ErrorCode::Cancelled, .detail = "by the person"});
}

void ActionMachine::end(ActionStage stage, std::optional<base::Error> error) {
  m_state.stage = stage;
  m_state.error = std::move(error);
  if (!m_pending.empty()) m_commands.push_back(DropAsks{});
  m_pending.clear();
  std::string word;
  if (m_state.error)
    word = m_state.error->providerCode.empty() ? std::string(base::toWord(m_state.error->code))
                                               : m_state.error->providerCode;
  m_commands.push_back(
      KeepRecord{false, std::string(toWord(stage)), word, m_state.resourceVersion, planJson(m_state)});
}

}  // namespace aiagent::cluster
