// ScriptedHttp: a ports::HttpClient that plays a script and remembers what it was asked.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/ports/http_client.h"
#include "core/ports/scheduler.h"

namespace aiagent::testing {

// What an exchange does, in order. Each step takes a turn of the scheduler (or a call of ScriptedHttp::step()
// where there is none), so that nothing ever happens inside send().
struct Step {
  enum class Kind { Head, Bytes, End, Fail, Wait, Hang };
  Kind kind = Kind::End;
  ports::HttpHead answer = {};
  std::string text = {};
  base::Error error = {};
  base::Milliseconds time{0};

  static Step head(int status, ports::Headers headers = {});  // names in lower case
  static Step bytes(std::string text);
  static Step end();                          // done, with success
  static Step fail(base::Error error);        // done, with this
  static Step wait(base::Milliseconds time);  // nothing for so long; without a scheduler: for one step
  static Step hang();                         // nothing more, until the exchange is destroyed
};
using Script = std::vector<Step>;

// Scripts for the common cases.
Script jsonAnswer(int status, std::string body, ports::Headers more = {});
Script eventStream(std::vector<std::string> pieces, ports::Headers more = {});
// The stream cut by `error` after the pieces.
Script brokenStream(std::vector<std::string> pieces, base::Error error);
Script failure(base::ErrorCode code, std::string subject = "test.invalid");

class ScriptedHttp final : public ports::HttpClient {
 public:
  // With a scheduler the steps play by themselves; it must outlive this.
  explicit ScriptedHttp(ports::Scheduler* scheduler = nullptr);
  ~ScriptedHttp() override;

  // The next request plays the next script; one without a script ends with Internal ("script is over").
  void enqueue(Script script);
  // Used instead of the queue when set; may look at the request.
  std::function<Script(const ports::HttpRequest&)> answer;

  [[nodiscard]] std::unique_ptr<ports::HttpExchange> send(ports::HttpRequest request,
                                                          ports::HttpHandlers handlers) override;

  // Plays one step of every exchange going on; false when there was none to play.
  bool step();
  void runAll();  // steps until nothing is left but hanging exchanges

  const std::vector<ports::HttpRequest>& requests() const { return m_requests; }
  int open() const;                          // exchanges neither over nor destroyed
  int dropped() const { return m_dropped; }  // destroyed by their owner before they were over

 private:
  struct Exchange;
  class Handle;
  void playSoon(const std::shared_ptr<Exchange>& exchange, base::Milliseconds delay);
  bool play(const std::shared_ptr<Exchange>& exchange);

  ports::Scheduler* m_scheduler;
  std::deque<Script> m_scripts;
  std::vector<ports::HttpRequest> m_requests;
  std::vector<std::weak_ptr<Exchange>> m_exchanges;
  int m_dropped = 0;
  std::shared_ptr<char> m_alive = std::make_shared<char>();  // watched by tasks that outlive this
};

}  // namespace aiagent::testing
