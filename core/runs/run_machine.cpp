#include "core/runs/run_machine.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/check.h"
#include "core/runs/answer_builder.h"
#include "core/runs/model_catalog.h"
#include "core/runs/retry_policy.h"
#include "core/wire/answer_json.h"

namespace aiagent::runs {
namespace {

using base::ErrorCode;
using base::Milliseconds;
using domain::RunStatus;

enum class Phase {
  New,
  Sent,       // a request is on its way, nothing has come back
  Answering,  // the head has arrived
  Waiting,    // for the next try
  Over,
};

bool isSuccess(int status) {
  return status >= 200 && status < 300;
}

base::Error errorOf(ErrorCode code, std::string detail) {
  return {.code = code, .detail = std::move(detail)};
}

using Place = std::pair<std::size_t, std::size_t>;

// Who is told to read a part again reads all of it: what is appended in the same breath would be doubled, and
// once is enough.
void tidy(std::vector<Action>& actions, std::size_t from) {
  std::set<Place> replaced, told;
  for (std::size_t i = from; i < actions.size(); ++i)
    if (const auto* replace = std::get_if<ReplaceText>(&actions[i]))
      replaced.emplace(replace->message, replace->part);
  if (replaced.empty()) return;
  const auto isTooMuch = [&](const Action& action) {
    if (const auto* append = std::get_if<AppendText>(&action))
      return replaced.contains({append->message, append->part});
    const auto* replace = std::get_if<ReplaceText>(&action);
    return replace && !told.emplace(replace->message, replace->part).second;
  };
  std::vector<Action> kept;
  for (std::size_t i = from; i < actions.size(); ++i)
    if (!isTooMuch(actions[i])) kept.push_back(std::move(actions[i]));
  actions.erase(actions.begin() + std::ptrdiff_t(from), actions.end());
  for (auto& action : kept) actions.push_back(std::move(action));
}

}  // namespace

struct RunMachine::State {
  State(domain::RunRecord given, RunOptions wanted)
      : run(std::move(given)),
        options(std::move(wanted)),
        answer(run.messages, options.newMessageId),
        resumeAfter(run.lastSequence) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  domain::RunRecord run;
  RunOptions options;
  AnswerBuilder answer;
  std::int64_t resumeAfter;
  Phase phase = Phase::New;
  HeadArrived head;
  base::Instant begun{}, now{}, lastLife{};
  bool connected = false;   // there is a connection that somebody must close
  bool answered = false;    // a byte or event of the answer itself has arrived
  bool understood = false;  // an event could be read
  bool unreadable = false;  // the last event could not: where nothing follows it, it was cut, not broken
  bool malformed = false;   // an event amid others could not
  bool idleRuns = false, graceRuns = false, checkpointRuns = false, changed = false;
  std::optional<wire::Ending> ending;
  std::vector<Action>* actions = nullptr;

  template <class AnyAction>
  void act(AnyAction action) {
    actions->emplace_back(std::move(action));
  }
  Milliseconds elapsed() const { return std::chrono::duration_cast<Milliseconds>(now - begun); }
  base::WallTime wallNow() const { return run.created + elapsed(); }
  bool isStream() const { return isSuccess(head.status) && head.eventStream; }

  void begin();
  void send();
  void on(const HeadArrived& event);
  void on(const BytesArrived&);
  void on(const BodyArrived& event);
  void on(const wire::SequencedEvent& event);
  void on(const TransportEnded& event);
  void on(const TimerFired& event);
  void on(const RequestPrepared& event);
  void on(const CancelRequested&);
  void on(const RetryNow&);

  void take(const wire::Started& event);
  void take(const wire::InProgress&) {}
  void take(const wire::PieceDelta& event);
  void take(const wire::PieceDone& event);
  void take(const wire::ItemAdded& event);
  void take(const wire::OutputItem& event);
  void take(const wire::Ending& event);
  void take(const wire::Ended& event);
  void take(const wire::StreamError& event);
  void take(const wire::StreamDone&);
  void take(const wire::Unknown&) {}
  void take(const wire::Malformed&) { unreadable = !ending; }  // behind the ending no text can be lost

  void idleFired();
  void timedOut();
  void showChange();
  void watchGrace();
  void stop(RunTimer timer, bool& runs);
  void closeConnection();
  void retryOrFail(base::Error error);
  void streamCut(const std::optional<base::Error>& why);
  void finish(RunStatus status, std::optional<base::Error> error);
  void finishAsTold();
  void estimateUsage();
  std::optional<std::int64_t> estimatedInput() const;
};

// ---- sending

void RunMachine::State::begin() {
  begun = now;
  run.status = RunStatus::Running;
  run.error.reset();
  run.timings.finished.reset();
  send();
}

void RunMachine::State::send() {
  if (phase == Phase::Waiting) ++run.retries;
  phase = Phase::Sent;
  head = {};
  connected = true;
  run.timings.sent = elapsed();
  act(SendRequest{});
}

void RunMachine::State::on(const HeadArrived& event) {
  if (phase != Phase::Sent) return;
  phase = Phase::Answering;
  head = event;
  run.requestId = event.requestId;
  lastLife = now;
  idleRuns = true;
  act(StartTimer{RunTimer::Idle, options.idleTimeout});
}

void RunMachine::State::on(const RequestPrepared& event) {
  if (phase != Phase::Sent) return;
  run.requestJson = event.requestJson;
  run.timings.sent = elapsed();
}

void RunMachine::State::on(const BytesArrived&) {
  if (phase != Phase::Answering) return;
  lastLife = now;
  if (!isSuccess(head.status)) return;
  answered = true;
  if (!run.timings.firstByte) run.timings.firstByte = elapsed();
  if (graceRuns) act(StartTimer{RunTimer::Grace, options.graceAfterItems});
}

void RunMachine::State::on(const BodyArrived& event) {
  if (phase != Phase::Answering) return;
  if (isSuccess(head.status)) return finish(RunStatus::Failed, event.error);
  retryOrFail(event.error);
}

void RunMachine::State::retryOrFail(base::Error error) {
  error.retryAfter = head.retryAfter;
  const auto wait = waitBeforeRetry({error, head.shouldRetry, head.retryAfter, run.retries},
                                    options.mostRetries, options.jitter());
  if (!wait) return finish(RunStatus::Failed, std::move(error));
  closeConnection();
  stop(RunTimer::Idle, idleRuns);
  phase = Phase::Waiting;
  act(ShowWaiting{std::move(error), *wait, run.retries + 1});
  act(StartTimer{RunTimer::Retry, *wait});
}

void RunMachine::State::on(const RetryNow&) {
  if (phase != Phase::Waiting) return;
  act(StopTimer{RunTimer::Retry});
  send();
}

void RunMachine::State::on(const CancelRequested&) {
  finish(RunStatus::Cancelled, std::nullopt);
}

// ---- the end of the exchange

void RunMachine::State::on(const TransportEnded& event) {
  if (phase != Phase::Sent && phase != Phase::Answering) return;
  connected = false;
  if (event.error && event.error->code == ErrorCode::Cancelled)
    return finish(RunStatus::Cancelled, std::nullopt);
  if (phase == Phase::Sent)
    return retryOrFail(
        event.error.value_or(errorOf(ErrorCode::ConnectionFailed, "the exchange ended without a head")));
  if (isStream()) return streamCut(event.error);
  auto error = wire::errorFromAnswer(head.status, {}, {});
  if (isSuccess(head.status)) return finish(RunStatus::Failed, std::move(error));
  retryOrFail(std::move(error));
}

void RunMachine::State::streamCut(const std::optional<base::Error>& why) {
  if (ending) return finishAsTold();
  if (malformed && !understood)
    return finish(RunStatus::Failed, errorOf(ErrorCode::BadResponse, "nothing in the stream could be read"));
  auto error = why.value_or(errorOf(ErrorCode::Interrupted, "the stream ended without a terminal event"));
  if (error.code != ErrorCode::Timeout) error.code = ErrorCode::Interrupted;
  finish(RunStatus::Interrupted, std::move(error));
}

void RunMachine::State::on(const TimerFired& event) {
  switch (event.timer) {
    case RunTimer::Idle: return idleFired();
    case RunTimer::Grace:
      if (std::exchange(graceRuns, false)) finishAsTold();
      return;
    case RunTimer::Retry:
      if (phase == Phase::Waiting) send();
      return;
    case RunTimer::Checkpoint:
      if (std::exchange(checkpointRuns, false) && std::exchange(changed, false)) act(SaveCheckpoint{});
      return;
  }
}

// The timer is not wound up again for every byte; it finds out here how long it has been quiet.
void RunMachine::State::idleFired() {
  if (phase != Phase::Answering || !idleRuns) return;
  const auto quiet = std::chrono::duration_cast<Milliseconds>(now - lastLife);
  if (quiet < options.idleTimeout)
    act(StartTimer{RunTimer::Idle, options.idleTimeout - quiet});
  else
    timedOut();
}

void RunMachine::State::timedOut() {
  idleRuns = false;
  if (!isSuccess(head.status)) return retryOrFail(wire::errorFromAnswer(head.status, {}, {}));
  auto error = errorOf(ErrorCode::Timeout, "nothing came within the idle timeout");
  if (isStream()) return streamCut(std::move(error));
  finish(RunStatus::Failed, std::move(error));
}

// ---- the stream

void RunMachine::State::on(const wire::SequencedEvent& event) {
  if (phase != Phase::Answering || !isStream()) return;
  answered = true;
  lastLife = now;
  understood = understood || !std::holds_alternative<wire::Malformed>(event.event);
  malformed = malformed || std::exchange(unreadable, false);
  if (event.sequence >= 0) {
    if (event.sequence <= resumeAfter) return;
    run.lastSequence = std::max(run.lastSequence, event.sequence);
  }
  std::visit([this](const auto& each) { take(each); }, event.event);
  if (graceRuns && phase == Phase::Answering) watchGrace();
}

void RunMachine::State::take(const wire::Started& event) {
  if (!event.responseId.empty()) run.responseId = event.responseId;
  if (!event.model.empty()) run.modelAnswered = event.model;
  act(SaveCheckpoint{});  // from here on the answer can be asked for again by its id
}

void RunMachine::State::take(const wire::PieceDelta& event) {
  answer.add(event, wallNow(), *actions);
  if (event.delta.empty()) return;
  run.timings.lastToken = elapsed();
  if (!run.timings.firstToken) run.timings.firstToken = run.timings.lastToken;
  showChange();
}

void RunMachine::State::take(const wire::PieceDone& event) {
  answer.add(event, wallNow(), *actions);
  showChange();
}

void RunMachine::State::take(const wire::ItemAdded& event) {
  answer.add(event, wallNow(), *actions);
  showChange();
}

void RunMachine::State::take(const wire::OutputItem& event) {
  answer.add(event, wallNow(), *actions);
  showChange();
  if (!graceRuns) watchGrace();
}

void RunMachine::State::take(const wire::Ending& event) {
  ending = event;
  if (!graceRuns) watchGrace();
}

void RunMachine::State::take(const wire::Ended& event) {
  if (!event.responseId.empty()) run.responseId = event.responseId;
  if (!event.model.empty()) run.modelAnswered = event.model;
  run.usage = event.usage;
  answer.takeSnapshot(event.items, wallNow(), *actions);
  connected = false;  // the body ends by itself, and its connection may serve the next run
  if (malformed && event.items.empty() && event.status == RunStatus::Completed)
    return finish(RunStatus::Failed, errorOf(ErrorCode::BadResponse, "part of the stream could not be read"));
  finish(event.status, event.error);
}

void RunMachine::State::take(const wire::StreamError& event) {
  finish(RunStatus::Failed, event.error);
}

// Responses has no such mark; a server that sends it all the same means that it has said everything.
void RunMachine::State::take(const wire::StreamDone&) {
  if (ending || answer.mayBeComplete()) finishAsTold();
}

void RunMachine::State::showChange() {
  changed = true;
  if (std::exchange(checkpointRuns, true)) return;
  act(StartTimer{RunTimer::Checkpoint, options.checkpointEvery});
}

// Winds the grace up again, or stops it when more has begun to come.
void RunMachine::State::watchGrace() {
  if (!ending && !answer.mayBeComplete()) return stop(RunTimer::Grace, graceRuns);
  graceRuns = true;
  act(StartTimer{RunTimer::Grace, options.graceAfterItems});
}

// ---- the end

void RunMachine::State::stop(RunTimer timer, bool& runs) {
  if (std::exchange(runs, false)) act(StopTimer{timer});
}

void RunMachine::State::closeConnection() {
  if (std::exchange(connected, false)) act(CloseConnection{});
}

void RunMachine::State::finishAsTold() {
  if (malformed && !answer.mayBeComplete())
    return finish(RunStatus::Failed, errorOf(ErrorCode::BadResponse, "part of the stream could not be read"));
  const auto told = ending.value_or(wire::Ending{});
  finish(told.status, told.error);
}

void RunMachine::State::finish(RunStatus status, std::optional<base::Error> error) {
  if (phase == Phase::Waiting) act(StopTimer{RunTimer::Retry});
  stop(RunTimer::Idle, idleRuns);
  stop(RunTimer::Grace, graceRuns);
  stop(RunTimer::Checkpoint, checkpointRuns);
  closeConnection();
  phase = Phase::Over;
  run.status = domain::isFinal(status) ? status : RunStatus::Interrupted;
  run.error.reset();
  if (error) run.error = domain::toRunError(*error);
  answer.dropEmpty(*actions);
  if (answered) estimateUsage();
  run.timings.finished = elapsed();
  act(Finish{});
}

void RunMachine::State::estimateUsage() {
  auto& usage = run.usage;
  if (usage.output) return;
  std::int64_t output = 0;
  for (const auto& message : run.messages)
    if (message.role == domain::Role::Assistant)
      for (const auto& part : message.parts) output += estimateTokens(part.text);
  if (output == 0 && run.status == RunStatus::Failed) return;  // nothing was made, nothing is billed
  usage.output = output;
  if (!usage.input) usage.input = estimatedInput();
  usage.total = usage.input ? std::optional(*usage.input + output) : std::nullopt;
  usage.estimated = true;
}

std::optional<std::int64_t> RunMachine::State::estimatedInput() const {
  constexpr std::int64_t kFraming = 8;  // tokens of the marks around prompt and message, about
  if (options.inputTokens) return options.inputTokens;
  if (!run.request.parent.isNull()) return std::nullopt;
  const auto prompt = domain::fillVariables(run.request.content.prompt, run.request.variables);
  return kFraming + estimateTokens(prompt ? *prompt : run.request.content.prompt) +
         estimateTokens(run.request.input) + estimateTokens(run.request.content.tools) +
         estimateTokens(run.request.content.outputSchema);
}

// ---- the machine

RunMachine::RunMachine(domain::RunRecord run, RunOptions options) {
  CHECK(options.jitter && options.newMessageId);
  m_state = std::make_unique<State>(std::move(run), std::move(options));
}

RunMachine::RunMachine(RunMachine&&) noexcept = default;
RunMachine& RunMachine::operator=(RunMachine&&) noexcept = default;
RunMachine::~RunMachine() = default;

std::vector<Action> RunMachine::start(base::Instant now) {
  std::vector<Action> actions;
  if (m_state->phase != Phase::New) return actions;
  m_state->now = now;
  m_state->actions = &actions;
  m_state->begin();
  return actions;
}

std::vector<Action> RunMachine::on(const Event& event, base::Instant now) {
  std::vector<Action> actions;
  on(event, now, actions);
  return actions;
}

void RunMachine::on(const Event& event, base::Instant now, std::vector<Action>& actions) {
  if (finished()) return;
  if (m_state->phase == Phase::New) m_state->begun = now;
  m_state->now = now;
  m_state->actions = &actions;
  const auto from = actions.size();
  std::visit([this](const auto& each) { m_state->on(each); }, event);
  tidy(actions, from);
}

void RunMachine::on(const wire::SequencedEvent& event, base::Instant now, std::vector<Action>& actions) {
  if (finished()) return;
  m_state->now = now;
  m_state->actions = &actions;
  const auto from = actions.size();
  m_state->on(event);
  tidy(actions, from);
}

const domain::RunRecord& RunMachine::run() const {
  return m_state->run;
}
bool RunMachine::finished() const {
  return m_state->phase == Phase::Over;
}

}  // namespace aiagent::runs
