#include "tests/unit/runs/run_driver.h"

#include <algorithm>

namespace aiagent::runs {
namespace {

RunOptions completed(RunOptions options) {
  static std::uint8_t counter = 0;
  if (!options.jitter) options.jitter = [] { return 0.0; };
  if (!options.newMessageId) {
    options.newMessageId = [] {
      domain::MessageId id;
      id.uuid.bytes[15] = ++counter;
      return id;
    };
  }
  return options;
}

}  // namespace

domain::RunRecord queuedRun(std::string input, std::string prompt) {
  domain::RunRecord run;
  run.request.input = input;
  run.request.content.prompt = std::move(prompt);
  run.created = base::wallTimeFromMillis(1'000'000);
  domain::Message person;
  person.parts = {{domain::PartKind::Text, std::move(input), "", ""}};
  run.messages.push_back(std::move(person));
  return run;
}

RunDriver::RunDriver(domain::RunRecord run, RunOptions options)
    : machine(std::move(run), completed(std::move(options))) {}

void RunDriver::take(std::vector<Action> more) {
  for (const auto& action : more) {
    if (const auto* timer = std::get_if<StartTimer>(&action)) m_timers[timer->timer] = m_now + timer->after;
    if (const auto* timer = std::get_if<StopTimer>(&action)) m_timers.erase(timer->timer);
    if (const auto* append = std::get_if<AppendText>(&action))
      m_shown[{append->message, append->part}] += append->text;
  }
  // A view reads replaced parts from the run once the batch is over, as the service's signals let it.
  for (const auto& action : more)
    if (const auto* replace = std::get_if<ReplaceText>(&action))
      if (replace->message < run().messages.size() &&
          replace->part < run().messages[replace->message].parts.size())
        m_shown[{replace->message, replace->part}] =
            run().messages[replace->message].parts[replace->part].text;
  actions.insert(actions.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void RunDriver::pass(base::Milliseconds time) {
  const auto until = m_now + time;
  while (!m_timers.empty()) {
    const auto next = std::min_element(m_timers.begin(), m_timers.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (next->second > until) break;
    m_now = next->second;
    const auto timer = next->first;
    m_timers.erase(next);
    give(Event(TimerFired{timer}));
  }
  m_now = until;
}

base::Milliseconds RunDriver::left(RunTimer timer) const {
  const auto found = m_timers.find(timer);
  return found == m_timers.end() ? base::Milliseconds(-1)
                                 : std::chrono::duration_cast<base::Milliseconds>(found->second - m_now);
}

void RunDriver::streamBegins(std::string requestId) {
  give(Event(HeadArrived{.status = 200,
                         .eventStream = true,
                         .requestId = std::move(requestId),
                         .shouldRetry = {},
                         .retryAfter = {}}));
  give(Event(BytesArrived{}));
}

void RunDriver::headArrives(int status, std::optional<bool> shouldRetry,
                            std::optional<base::Milliseconds> retryAfter) {
  give(Event(HeadArrived{status, false, "req_e", shouldRetry, retryAfter}));
}

void RunDriver::text(std::string delta, std::int32_t output, std::int32_t content) {
  give(wire::PieceDelta{{output, content}, domain::PartKind::Text, std::move(delta)});
}

void RunDriver::itemAdded(std::int32_t output, std::string type) {
  give(wire::ItemAdded{.output = output, .type = std::move(type)});
}

namespace {

wire::OutputItem itemWith(std::int32_t output, std::string type, std::string text, bool moreFollows) {
  wire::OutputItem item{.output = output,
                        .type = std::move(type),
                        .parts = {},
                        .raw = "{\"raw\":" + std::to_string(output) + "}"};
  item.moreFollows = moreFollows;
  if (item.type == "message") item.parts.push_back({domain::PartKind::Text, std::move(text), "", ""});
  return item;
}

}  // namespace

void RunDriver::itemDone(std::int32_t output, std::string text, bool moreFollows, std::string type) {
  give(wire::ModelEvent(itemWith(output, std::move(type), std::move(text), moreFollows)));
}

void RunDriver::completes(std::string text) {
  wire::Ended ended{.responseId = "resp_1", .model = "answered", .usage = {5, {}, {}, 2, {}, 7, false}};
  ended.items.push_back(itemWith(0, "message", std::move(text), false));
  give(wire::ModelEvent(std::move(ended)));
}

void RunDriver::transportEnds(std::optional<base::ErrorCode> error) {
  TransportEnded ended;
  if (error) ended.error = base::Error{.code = *error};
  give(Event(std::move(ended)));
}

}  // namespace aiagent::runs
