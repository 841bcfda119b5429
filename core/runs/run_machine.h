// RunMachine: one run from request to end. Pure: fed with what happened, answers with what to do.
//
// Rules (openai-contract D4, D6): no second POST once a byte of the answer has arrived; connection errors
// before the head, 408, 409, retryable 429 and 5xx are retried twice with the server's own waiting time or
// 0.5 s doubling to 8 s with jitter; x-should-retry is obeyed; billing codes never; an idle timeout runs
// between events; a stream that ends without a terminal event is Interrupted and keeps its text; when all
// output items are done and the terminal event is missing, a grace of 5 s without any sign of life ends the
// run as completed with its usage estimated. The grace runs only where the last item can be an answer's end:
// after reasoning, commentary or a tool of the provider's more must follow, however long that takes.
//
// A stream with data that could not be read is Failed (BadResponse), unless its terminal snapshot made up for
// it; where the stream ends with such data it was cut, as any other. A run that already holds part of its
// answer and a lastSequence goes on from there: events up to that number are ignored.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/domain/run.h"
#include "core/wire/model_event.h"

namespace aiagent::runs {

struct RunOptions {
  base::Milliseconds idleTimeout{120'000};
  base::Milliseconds graceAfterItems{5'000};
  base::Milliseconds checkpointEvery{250};
  int mostRetries = 2;
  std::function<double()> jitter;                   // 0 ≤ x < 1; required
  std::function<domain::MessageId()> newMessageId;  // required
  // Tokens of the whole input where they are known, for the estimate of a run whose usage is not told.
  // Without it they are guessed from prompt and message, and left out for a run within a conversation.
  std::optional<std::int64_t> inputTokens = {};
};

// An exchange is given as: HeadArrived; for a stream (a 2xx with eventStream) BytesArrived for each piece,
// then the events in it; when the body has ended the events of SseParser::finish() and ChatDecoder::finish();
// then TransportEnded. Of anything else BodyArrived tells what the body says, before TransportEnded or in its
// stead.
enum class RunTimer { Idle, Retry, Grace, Checkpoint };

// What happened.
struct HeadArrived {
  int status = 0;
  bool eventStream = false;  // content type is text/event-stream
  std::string requestId;
  std::optional<bool> shouldRetry;               // x-should-retry
  std::optional<base::Milliseconds> retryAfter;  // see retryAfterFromHeaders()
};
struct BytesArrived {};  // feeds the idle timer; a stream's events follow as ModelEvents
struct BodyArrived {     // a whole answer that is no stream: an error, HTML …
  base::Error error;     // by wire::errorFromAnswer
};
struct TransportEnded {  // the exchange is over; no error: a clean end of the body
  std::optional<base::Error> error;
};
struct TimerFired {
  RunTimer timer;
};
// What had to be done first, such as an upload, is done: the request goes out only now, with this body.
struct RequestPrepared {
  std::string requestJson;
};
struct CancelRequested {};
struct RetryNow {};  // the person will not wait for the countdown

using Event = std::variant<HeadArrived, BytesArrived, BodyArrived, wire::SequencedEvent, TransportEnded,
                           TimerFired, RequestPrepared, CancelRequested, RetryNow>;

// What to do.
struct SendRequest {};  // POST the body (the service keeps it)
struct CloseConnection {};
struct StartTimer {
  RunTimer timer;
  base::Milliseconds after;  // restarts it when it runs
};
struct StopTimer {
  RunTimer timer;
};
struct AppendText {  // grows a part of run().messages[message]
  std::size_t message = 0;
  std::size_t part = 0;
  std::string text;
};
// The part is another now: the authoritative text differed from what was streamed, or it has moved. To be
// read from run(), whose messages may have got more or fewer parts. Of one part an event gives one of the
// two.
struct ReplaceText {
  std::size_t message = 0;
  std::size_t part = 0;
};
struct ShowWaiting {  // a retry is due after `delay`
  base::Error reason;
  base::Milliseconds delay;
  int attempt = 0;  // the retry's number, from 1
};
struct SaveCheckpoint {};  // run() should become durable soon
struct Finish {};          // run() is final; nothing follows

using Action = std::variant<SendRequest, CloseConnection, StartTimer, StopTimer, AppendText, ReplaceText,
                            ShowWaiting, SaveCheckpoint, Finish>;

// Timers are never more than one of a kind; Idle may fire early and is then asked for again. Ended runs
// answer nothing. Call from one thread.
class RunMachine {
 public:
  // `run` is queued, has its request, and its messages hold the person's message.
  RunMachine(domain::RunRecord run, RunOptions options);
  RunMachine(RunMachine&&) noexcept;
  RunMachine& operator=(RunMachine&&) noexcept;
  ~RunMachine();

  std::vector<Action> start(base::Instant now);
  std::vector<Action> on(const Event& event, base::Instant now);
  // As on(), but appends to `actions`: spares a caller who clears and reuses them an allocation per event.
  void on(const Event& event, base::Instant now, std::vector<Action>& actions);
  void on(const wire::SequencedEvent& event, base::Instant now, std::vector<Action>& actions);

  const domain::RunRecord& run() const;
  bool finished() const;

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

// `retry-after-ms`, then `retry-after` in seconds or as an HTTP date; a wait over 60 s is kept as it is and
// means "do not retry by yourself".
std::optional<base::Milliseconds> retryAfterFromHeaders(std::string_view retryAfterMs,
                                                        std::string_view retryAfter, base::WallTime now);

}  // namespace aiagent::runs
