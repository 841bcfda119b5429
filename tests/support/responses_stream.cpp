#include "tests/support/responses_stream.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace aiagent::support {
namespace {

constexpr std::array<std::string_view, 24> kWords = {" the",
                                                     " of",
                                                     " harbour",
                                                     " and",
                                                     " is",
                                                     " night",
                                                     " tickets",
                                                     " sorted",
                                                     " by",
                                                     " team",
                                                     ",",
                                                     ".",
                                                     "\\n\\n",
                                                     " `x = 1`",
                                                     " gr\xC3\xBC\xC3\x9F",
                                                     " \xE6\xBC\xA2\xE5\xAD\x97",
                                                     " \xF0\x9F\x91\xA9",
                                                     " \\\"quoted\\\"",
                                                     " a",
                                                     " to",
                                                     " answer",
                                                     " with",
                                                     " urgent",
                                                     " 42"};

// JSON escapes of kWords, read back.
std::string plain(std::string_view word) {
  std::string text;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] != '\\')
      text += word[i];
    else
      text += word[++i] == 'n' ? '\n' : word[i];
  }
  return text;
}

class Writer {
 public:
  explicit Writer(bool obfuscation) : m_obfuscation(obfuscation) {}

  // `members` is the event's JSON without type and sequence number, beginning with a comma.
  void event(std::string_view type, const std::string& members) {
    stream.bytes.append("event: ").append(type).append("\ndata: {\"type\":\"").append(type);
    stream.bytes.append("\",\"sequence_number\":")
        .append(std::to_string(stream.events))
        .append(members)
        .append("}\n\n");
    ++stream.events;
  }

  void delta(std::string_view type, const std::string& place, std::string_view word, bool logprobs) {
    auto members = place + ",\"delta\":\"" + std::string(word) + "\"";
    if (logprobs) members += ",\"logprobs\":[]";
    if (m_obfuscation) members += ",\"obfuscation\":\"" + padding(word.size()) + "\"";
    event(type, members);
  }

  std::string_view word() { return kWords[next() % kWords.size()]; }

  RecordedStream stream;

 private:
  std::uint32_t next() {
    m_state = m_state * 1664525u + 1013904223u;
    return m_state >> 8;
  }
  // Deltas are padded to about one length, so that their lengths give nothing away.
  std::string padding(std::size_t used) {
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    std::string text;
    while (text.size() + used < 16) text += kLetters[next() % kLetters.size()];
    return text;
  }

  bool m_obfuscation;
  std::uint32_t m_state = 20261123;
};

std::string response(std::string_view status, const std::string& output, const std::string& usage) {
  return R"(,"response":{"id":"resp_67ccd2bed1ec8190b14f964abc054267","object":"response","created_at":1795474513,"status":")" +
         std::string(status) +
         R"(","background":false,"error":null,"incomplete_details":null,"instructions":"Sort the tickets.","max_output_tokens":null,)"
         R"("model":"gpt-test-2026-09-01","output":)" +
         output +
         R"(,"parallel_tool_calls":true,"previous_response_id":null,"reasoning":{"effort":"medium","summary":null},"store":true,)"
         R"("temperature":1.0,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_p":1.0,"truncation":"disabled")" +
         (usage.empty() ? usage : ",\"usage\":" + usage) + R"(,"metadata":{}})";
}

std::string place(int output, std::string_view index) {
  return R"(,"item_id":"item_)" + std::to_string(output) + R"(","output_index":)" + std::to_string(output) +
         (index.empty() ? std::string() : ",\"" + std::string(index) + "\":0");
}

std::string itemEvent(int output, const std::string& item) {
  return ",\"output_index\":" + std::to_string(output) + ",\"item\":" + item;
}

std::string messageItem(int output, std::string_view status, const std::string& content) {
  return R"({"id":"item_)" + std::to_string(output) + R"(","type":"message","status":")" +
         std::string(status) + R"(","content":)" + content + R"(,"role":"assistant","phase":"final_answer"})";
}

std::string reasoningItem(const std::string& summary) {
  return R"({"id":"item_0","type":"reasoning","summary":)" + summary + "}";
}

std::string reasoning(Writer& writer, std::size_t deltas) {
  std::string text;
  writer.event("response.output_item.added", itemEvent(0, reasoningItem("[]")));
  writer.event("response.reasoning_summary_part.added",
               place(0, "summary_index") + R"(,"part":{"type":"summary_text","text":""})");
  for (std::size_t i = 0; i < deltas; ++i) {
    const auto word = writer.word();
    text += word;
    writer.delta("response.reasoning_summary_text.delta", place(0, "summary_index"), word, false);
  }
  const auto part = R"({"type":"summary_text","text":")" + text + "\"}";
  writer.event("response.reasoning_summary_text.done",
               place(0, "summary_index") + ",\"text\":\"" + text + "\"");
  writer.event("response.reasoning_summary_part.done", place(0, "summary_index") + ",\"part\":" + part);
  writer.event("response.output_item.done", itemEvent(0, reasoningItem("[" + part + "]")));
  return reasoningItem("[" + part + "]");
}

std::string message(Writer& writer, int output, std::size_t deltas) {
  std::string text;
  const auto part = [&] {
    return R"({"type":"output_text","annotations":[],"logprobs":[],"text":")" + text + "\"}";
  };
  writer.event("response.output_item.added", itemEvent(output, messageItem(output, "in_progress", "[]")));
  writer.event("response.content_part.added", place(output, "content_index") + ",\"part\":" + part());
  for (std::size_t i = 0; i < deltas; ++i) {
    const auto word = writer.word();
    text += word;
    writer.stream.text += plain(word);
    writer.delta("response.output_text.delta", place(output, "content_index"), word, true);
  }
  writer.event("response.output_text.done",
               place(output, "content_index") + ",\"text\":\"" + text + "\",\"logprobs\":[]");
  writer.event("response.content_part.done", place(output, "content_index") + ",\"part\":" + part());
  const auto item = messageItem(output, "completed", "[" + part() + "]");
  writer.event("response.output_item.done", itemEvent(output, item));
  return item;
}

std::string toolCall(Writer& writer, int output) {
  const auto item = [&](std::string_view status, std::string_view arguments) {
    return R"({"id":"item_)" + std::to_string(output) + R"(","type":"function_call","status":")" +
           std::string(status) + R"(","arguments":")" + std::string(arguments) +
           R"(","call_id":"call_1","name":"lookup"})";
  };
  constexpr std::string_view kArguments = R"({\"team\":\"red\"})";
  writer.event("response.output_item.added", itemEvent(output, item("in_progress", "")));
  for (const auto piece : {kArguments.substr(0, 9), kArguments.substr(9)})
    writer.delta("response.function_call_arguments.delta", place(output, ""), piece, false);
  writer.event("response.function_call_arguments.done",
               place(output, "") + R"(,"name":"lookup","arguments":")" + std::string(kArguments) + "\"");
  writer.event("response.output_item.done", itemEvent(output, item("completed", kArguments)));
  return item("completed", kArguments);
}

}  // namespace

RecordedStream responsesStream(const StreamShape& shape) {
  Writer writer(shape.obfuscation);
  writer.event("response.created", response("in_progress", "[]", ""));
  writer.event("response.in_progress", response("in_progress", "[]", ""));
  std::string output;
  int next = 0;
  if (shape.reasoningDeltas > 0) {
    output += reasoning(writer, shape.reasoningDeltas) + ",";
    ++next;
  }
  output += message(writer, next++, shape.deltas);
  if (shape.toolCall) output += "," + toolCall(writer, next);
  const auto tokens = std::to_string(shape.deltas);
  writer.event(
      "response.completed",
      response(
          "completed", "[" + output + "]",
          R"({"input_tokens":36,"input_tokens_details":{"cached_tokens":0,"cache_write_tokens":0},"output_tokens":)" +
              tokens + R"(,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":)" +
              std::to_string(36 + shape.deltas) + "}"));
  return std::move(writer.stream);
}

}  // namespace aiagent::support
