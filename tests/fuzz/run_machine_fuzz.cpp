// Any sequence of events: one end, no request once an answer has begun, and a view that follows the actions
// holds what the run holds; text is lost only where a replacement says so.
#include "core/runs/run_machine.h"

#include <map>

#include "tests/fuzz/fuzz_input.h"

using namespace aiagent;

namespace {

using Place = std::pair<std::size_t, std::size_t>;

class Follower {
 public:
  Follower() : m_machine(queued(), options()) {}

  void start() { follow(m_machine.start(m_now)); }
  void give(const runs::Event& event) { follow(m_machine.on(event, m_now)); }
  void wait(base::Milliseconds time) { m_now += time; }
  bool finished() const { return m_machine.finished(); }

  // Nothing more comes: the timers alone must bring the run to its end.
  void letItEnd() {
    if (m_sent == 0) return;
    for (int i = 0; i < 64 && !finished(); ++i) {
      m_now += std::chrono::hours(1);
      const auto timers = m_timers;
      for (const auto& [timer, runs] : timers)
        if (runs && !finished()) {
          firing(timer);
          give(runs::TimerFired{timer});
        }
      if (m_awaitsHead && !finished())
        give(runs::TransportEnded{base::Error{.code = base::ErrorCode::ConnectionFailed}});
    }
    FUZZ_REQUIRE(finished());
  }

 private:
  static domain::RunRecord queued() {
    domain::RunRecord run;
    run.messages.resize(1);
    return run;
  }
  static runs::RunOptions options() {
    runs::RunOptions options;
    options.jitter = [] { return 0.5; };
    options.newMessageId = [] { return domain::MessageId{}; };
    return options;
  }
  void follow(const std::vector<runs::Action>& actions) {
    for (const auto& action : actions) {
      FUZZ_REQUIRE(!m_ended);
      std::visit([this](const auto& each) { see(each); }, action);
    }
    compare();
    FUZZ_REQUIRE(m_ended == m_machine.finished());
  }

  void see(const runs::SendRequest&) {
    FUZZ_REQUIRE(!m_answerBegan);
    FUZZ_REQUIRE(++m_sent <= 3);
    m_awaitsHead = true;
  }
  void see(const runs::AppendText& append) {
    auto& text = m_shown[{append.message, append.part}];
    text += append.text;
  }
  void see(const runs::ReplaceText& replace) {
    const auto& messages = m_machine.run().messages;
    if (replace.message < messages.size() && replace.part < messages[replace.message].parts.size())
      m_shown[{replace.message, replace.part}] = messages[replace.message].parts[replace.part].text;
  }
  void see(const runs::StartTimer& timer) {
    FUZZ_REQUIRE(timer.after.count() >= 0);
    m_timers[timer.timer] = true;
  }
  void see(const runs::StopTimer& timer) { m_timers[timer.timer] = false; }
  void see(const runs::ShowWaiting&) { m_awaitsHead = false; }  // that exchange is over
  void see(const runs::Finish&) {
    m_ended = true;
    FUZZ_REQUIRE(domain::isFinal(m_machine.run().status));
    for (const auto& [timer, runs] : m_timers) FUZZ_REQUIRE(!runs || timer == m_firing);
  }
  template <class Other>
  void see(const Other&) {}

  void compare() const {
    const auto& messages = m_machine.run().messages;
    for (std::size_t m = 1; m < messages.size(); ++m) {
      for (std::size_t p = 0; p < messages[m].parts.size(); ++p) {
        const auto& part = messages[m].parts[p];
        const bool shown = part.kind == domain::PartKind::Text || part.kind == domain::PartKind::Refusal ||
                           part.kind == domain::PartKind::ReasoningSummary;
        const auto found = m_shown.find({m, p});
        if (shown) FUZZ_REQUIRE((found == m_shown.end() ? std::string() : found->second) == part.text);
      }
    }
  }

 public:
  // What the answer's first byte forbids is known here, not asked of the machine.
  void sawHead(bool success) {
    m_awaitsHead = false;
    if (success) m_answerBegan = true;
  }
  void firing(std::optional<runs::RunTimer> timer) {
    m_firing = timer;
    if (timer) m_timers[*timer] = false;
  }
  bool awaitsHead() const { return m_awaitsHead; }
  bool runs(runs::RunTimer timer) const {
    const auto found = m_timers.find(timer);
    return found != m_timers.end() && found->second;
  }

 private:
  base::Instant m_now{};
  int m_sent = 0;
  bool m_answerBegan = false, m_awaitsHead = false, m_ended = false;
  std::optional<runs::RunTimer> m_firing;
  std::map<runs::RunTimer, bool> m_timers;
  std::map<Place, std::string> m_shown;
  runs::RunMachine m_machine;
};

domain::PartKind kindFrom(std::uint8_t byte) {
  return domain::PartKind(byte % 6);
}

std::string typeFrom(std::uint8_t byte) {
  constexpr std::string_view kTypes[] = {"message", "reasoning", "function_call", "web_search_call", ""};
  return std::string(kTypes[byte % 5]);
}

std::string textFrom(std::uint8_t byte) {
  return std::string(byte % 5, char('a' + byte % 3));
}

wire::OutputItem itemFrom(fuzz::FuzzInput& input) {
  wire::OutputItem item{.output = input.byte() % 5, .type = typeFrom(input.byte())};
  for (int parts = input.byte() % 4; parts > 0; --parts)
    item.parts.push_back({kindFrom(input.byte()), textFrom(input.byte()), textFrom(input.byte()), ""});
  if (input.byte() % 2) item.raw = "{}";
  item.moreFollows = input.byte() % 2;
  return item;
}

wire::ModelEvent modelEventFrom(fuzz::FuzzInput& input) {
  const wire::PieceKey key{input.byte() % 5, input.byte() % 3};
  switch (input.byte() % 16) {
    case 0: return wire::Started{"r", "m"};
    case 1: return wire::InProgress{};
    case 2: return wire::PieceDone{key, kindFrom(input.byte()), textFrom(input.byte())};
    case 3:
      return wire::ItemAdded{
          .output = key.output, .type = typeFrom(input.byte()), .name = textFrom(input.byte())};
    case 4:
    case 5: return itemFrom(input);
    case 6: return wire::Unknown{};
    case 7: return wire::Malformed{};
    case 8: return wire::StreamDone{};
    case 9: return wire::Ending{domain::RunStatus(2 + input.byte() % 3)};
    case 10: {
      wire::Ended ended{.status = domain::RunStatus(input.byte() % 7)};
      for (int items = input.byte() % 4; items > 0; --items) ended.items.push_back(itemFrom(input));
      for (std::size_t i = 0; i < ended.items.size(); ++i) ended.items[i].output = std::int32_t(i);
      return ended;
    }
    case 11: return input.byte() % 8 ? wire::ModelEvent(wire::InProgress{}) : wire::StreamError{};
    default: return wire::PieceDelta{key, kindFrom(input.byte()), textFrom(input.byte())};
  }
}

base::ErrorCode transportCode(std::uint8_t byte) {
  constexpr base::ErrorCode kCodes[] = {base::ErrorCode::ConnectionFailed, base::ErrorCode::Timeout,
                                        base::ErrorCode::Interrupted, base::ErrorCode::TlsFailed,
                                        base::ErrorCode::Cancelled};
  return kCodes[byte % 5];
}

void headFrom(Follower& follower, fuzz::FuzzInput& input) {
  constexpr int kStatuses[] = {200, 200, 200, 200, 201, 302, 400, 401, 429, 500, 503};
  runs::HeadArrived head;
  head.status = kStatuses[input.byte() % 11];
  head.eventStream = input.byte() % 8 != 0;
  if (const auto told = input.byte() % 4; told < 2) head.shouldRetry = told == 1;
  if (const auto wait = input.byte(); wait % 2) head.retryAfter = std::chrono::seconds(wait);
  const bool expected = follower.awaitsHead();
  if (expected) follower.sawHead(head.status >= 200 && head.status < 300);
  follower.give(head);
}

void step(Follower& follower, fuzz::FuzzInput& input) {
  switch (input.byte() % 16) {
    case 0: return headFrom(follower, input);
    case 1: return follower.give(runs::BytesArrived{});
    case 2:
      return follower.give(
          runs::BodyArrived{base::Error{.code = transportCode(input.byte()), .httpStatus = 500}});
    case 3: {
      runs::TransportEnded ended;
      if (input.byte() % 2) ended.error = base::Error{.code = transportCode(input.byte())};
      return follower.give(ended);
    }
    case 4: {
      const auto timer = runs::RunTimer(input.byte() % 4);
      if (!follower.runs(timer)) return;
      follower.wait(std::chrono::milliseconds(input.byte() * 1000));
      follower.firing(timer);
      follower.give(runs::TimerFired{timer});
      return follower.firing(std::nullopt);
    }
    case 5:
      if (input.byte() % 16 == 0) follower.give(runs::CancelRequested{});
      return;
    case 6: return follower.give(runs::RetryNow{});
    case 7: return follower.wait(std::chrono::milliseconds(input.byte() * 100));
    default:
      return follower.give(wire::SequencedEvent{std::int64_t(input.byte()) - 1, modelEventFrom(input)});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::FuzzInput input(data, size);
  Follower follower;
  follower.start();
  while (!input.empty() && !follower.finished()) step(follower, input);
  follower.letItEnd();
  return 0;
}
