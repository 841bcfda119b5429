// Answers of a Responses server that call tools. (Not in the tests themselves: moc reads no raw strings.)
#pragma once

#include "tests/support/http/scripted_http.h"

namespace aiagent::testing {

inline std::string sseEvent(const std::string& json) {
  return "data: " + json + "\n\n";
}

// A stream that ends with these output items.
inline Script answer(const std::string& items) {
  return eventStream(
      {sseEvent(
           R"({"type":"response.created","sequence_number":0,"response":{"id":"resp_1","status":"in_progress","model":"gpt-5","output":[]}})"),
       sseEvent(
           R"({"type":"response.completed","sequence_number":9,"response":{"id":"resp_1","status":"completed","model":"gpt-5","output":[)" +
           items + R"(],"usage":{"input_tokens":1,"output_tokens":1,"total_tokens":2}}})")});
}

inline std::string callItem(const std::string& callId, const std::string& arguments = R"({\"number\":7})") {
  return R"({"type":"function_call","id":"fc_)" + callId + R"(","call_id":")" + callId +
         R"(","name":"find_order","arguments":")" + arguments + R"(","status":"completed"})";
}

inline std::string textItem(const std::string& text) {
  return R"({"type":"message","id":"m","role":"assistant","status":"completed","content":[{"type":"output_text","text":")" +
         text + R"(","annotations":[]}]})";
}

inline const std::string kApproval =
    R"({"type":"mcp_approval_request","id":"mcpr_1","name":"delete","arguments":"{\"a\":1}","server_label":"crm"})";

// An answer whose text begins so, and never ends.
inline Script unfinished(const std::string& piece) {
  return {
      Step::head(200, {{"content-type", "text/event-stream"}}),
      Step::bytes(
          sseEvent(
              R"({"type":"response.created","sequence_number":0,"response":{"id":"r","status":"in_progress","model":"gpt-5","output":[]}})") +
          sseEvent(
              R"({"type":"response.output_item.added","sequence_number":1,"output_index":0,"item":{"type":"message","id":"m","role":"assistant","status":"in_progress","content":[]}})") +
          sseEvent(
              R"({"type":"response.output_text.delta","sequence_number":2,"item_id":"m","output_index":0,"content_index":0,"delta":")" +
              piece + "\"}")),
      Step::hang()};
}

}  // namespace aiagent::testing
