// A model event as text, to compare what two decoders say.
#pragma once

#include <string>

#include "core/base/utf8.h"
#include "core/wire/model_event.h"
#include "tests/fuzz/fuzz_input.h"

namespace aiagent::fuzz {

class EventText {
 public:
  static std::string of(const wire::SequencedEvent& event) {
    EventText writer;
    writer.add(std::to_string(event.sequence)).add(std::to_string(event.event.index()));
    std::visit([&](const auto& each) { writer.write(each); }, event.event);
    return writer.m_out;
  }

 private:
  // Everything that comes out of a decoder is UTF-8, whatever went in.
  EventText& add(const std::string& text) {
    FUZZ_REQUIRE(base::isValidUtf8(text));
    m_out += text + '\x1f';
    return *this;
  }
  void key(wire::PieceKey key) {
    FUZZ_REQUIRE(key.output >= 0 && key.content >= 0);
    add(std::to_string(key.output)).add(std::to_string(key.content));
  }
  void error(const std::optional<base::Error>& error) {
    if (error)
      add(std::string(base::toWord(error->code)))
          .add(error->said)
          .add(error->subject)
          .add(error->providerCode);
  }
  void count(const std::optional<std::int64_t>& count) {
    FUZZ_REQUIRE(!count || *count >= 0);
    add(count ? std::to_string(*count) : "-");
  }
  void write(const wire::Started& event) { add(event.responseId).add(event.model); }
  void write(const wire::PieceDelta& event) { key(event.key), add(event.delta); }
  void write(const wire::PieceDone& event) { key(event.key), add(event.text); }
  void write(const wire::ItemAdded& event) { add(event.type).add(event.name).add(event.callId); }
  void write(const wire::OutputItem& event) {
    add(event.type).add(event.raw).add(event.moreFollows ? "1" : "0");
    for (const auto& part : event.parts) add(part.text).add(part.name).add(part.callId);
  }
  void write(const wire::Ending& event) {
    FUZZ_REQUIRE(domain::isFinal(event.status));
    error(event.error);
  }
  void write(const wire::Ended& event) {
    FUZZ_REQUIRE(event.status == domain::RunStatus::Completed ||
                 event.status == domain::RunStatus::Cancelled || event.error.has_value());
    add(event.responseId).add(event.model);
    for (const auto& item : event.items) write(item);
    for (const auto& each : {event.usage.input, event.usage.cached, event.usage.cacheWrite,
                             event.usage.output, event.usage.reasoning, event.usage.total})
      count(each);
    error(event.error);
  }
  void write(const wire::StreamError& event) { error(event.error); }
  template <class Empty>
  void write(const Empty&) {}

  std::string m_out;
};

}  // namespace aiagent::fuzz
