#include "core/rehearsal/responses_writer.h"

#include "core/rehearsal/json_text.h"
#include "core/rehearsal/tokens.h"

namespace aiagent::rehearsal {
namespace {

constexpr char kFailedMessage[] = "The rehearsal was asked to fail here.";

std::string usageOf(const ModelRequest& request, const Plan& plan) {
  return ObjectText()
      .number("input_tokens", request.inputTokens)
      .raw("input_tokens_details",
           ObjectText().number("cached_tokens", plan.cachedTokens).number("cache_write_tokens", 0).str())
      .number("output_tokens", plan.outputTokens)
      .raw("output_tokens_details", ObjectText().number("reasoning_tokens", plan.reasoningTokens).str())
      .number("total_tokens", request.inputTokens + plan.outputTokens)
      .str();
}

struct ResponseState {
  std::string status = "in_progress";
  std::string output = "[]";
  std::string usage;  // absent until the end: the document knows no null here
  std::string error = "null";
  std::string incomplete = "null";
  std::string completedAt = "null";
};

std::string responseObject(const ModelRequest& request, const ResponseIdentity& identity,
                           const ResponseState& state) {
  ObjectText object;
  object.text("id", identity.id)
      .text("object", "response")
      .number("created_at", identity.createdAt)
      .text("status", state.status)
      .raw("completed_at", state.completedAt)
      .raw("error", state.error)
      .raw("incomplete_details", state.incomplete)
      .raw("output", state.output);
  if (!state.usage.empty()) object.raw("usage", state.usage);
  auto text = object.str();
  text.back() = ',';
  return text + request.echoed + "}";
}

// Writes one item after the other, the events of each in the order of the document's examples.
class Writer {
 public:
  Writer(const ModelRequest& request, const Plan& plan, const Pace& pace, const ResponseIdentity& identity)
      : m_request(request), m_plan(plan), m_pace(pace), m_identity(identity) {}

  WrittenResponse write() {
    m_written.inProgress = responseObject(m_request, m_identity, {});
    m_written.cancelled = responseObject(m_request, m_identity, {.status = "cancelled"});
    const auto begun = ObjectText().raw("response", m_written.inProgress);
    event("response.created", begun);
    event("response.in_progress", begun);
    for (const auto& item : m_plan.items) writeItem(item);
    writeEnd();
    m_written.duration = m_written.events.back().due;
    return std::move(m_written);
  }

 private:
  bool breaksOff() const { return m_plan.end == PlannedEnd::Cut || m_plan.end == PlannedEnd::Silence; }
  std::string itemId(const char* prefix) const {
    return prefix + m_identity.id.substr(m_identity.id.find('_')) + std::to_string(m_outputIndex);
  }

  void event(std::string_view type, const ObjectText& members) {
    auto data = ObjectText()
                    .text("type", type)
                    .number("sequence_number", std::int64_t(m_written.events.size()))
                    .str();
    const auto rest = members.str();
    data.back() = rest.size() > 2 ? ',' : '}';
    if (rest.size() > 2) data += rest.substr(1);
    m_written.events.push_back(
        {"event: " + std::string(type) + "\ndata: " + data + "\n\n", m_pace.dueOf(m_token)});
  }

  ObjectText place(const std::string& id) const {
    return ObjectText().text("item_id", id).number("output_index", m_outputIndex);
  }

  void deltas(std::string_view type, const std::string& text, const ObjectText& where, bool withLogprobs) {
    for (const auto piece : splitTokens(text)) {
      ObjectText members = where;
      members.text("delta", piece);
      if (withLogprobs) members.raw("logprobs", "[]");
      event(type, members);
      ++m_token;
    }
  }

  void itemEvent(std::string_view type, const std::string& item) {
    event(type, ObjectText().number("output_index", m_outputIndex).raw("item", item));
  }

  void writeItem(const PlannedItem& item) {
    switch (item.kind) {
      case PlannedKind::Reasoning: writeReasoning(item); break;
      case PlannedKind::FunctionCall: writeCall(item); break;
      case PlannedKind::Text:
      case PlannedKind::Refusal: writeMessage(item); break;
    }
    ++m_outputIndex;
  }

  void keepItem(const std::string& item) {
    m_output += (m_output.empty() ? "" : ",") + item;
    itemEvent("response.output_item.done", item);
  }

  static std::string reasoningItem(const std::string& id, const std::string& summary) {
    return ObjectText().text("type", "reasoning").text("id", id).raw("summary", "[" + summary + "]").str();
  }

  void writeReasoning(const PlannedItem& item) {
    const auto id = itemId("rs");
    itemEvent("response.output_item.added", reasoningItem(id, {}));
    std::string part;
    if (!item.text.empty()) {
      const auto where = place(id).number("summary_index", 0);
      const auto partOf = [](std::string_view text) {
        return ObjectText().text("type", "summary_text").text("text", text).str();
      };
      part = partOf(item.text);
      event("response.reasoning_summary_part.added", ObjectText(where).raw("part", partOf({})));
      deltas("response.reasoning_summary_text.delta", item.text, where, false);
      event("response.reasoning_summary_text.done", ObjectText(where).text("text", item.text));
      event("response.reasoning_summary_part.done", ObjectText(where).raw("part", part));
    }
    keepItem(reasoningItem(id, part));
  }

  std::string callItem(const PlannedItem& item, const std::string& arguments, const char* status) const {
    return ObjectText()
        .text("type", "function_call")
        .text("id", itemId("fc"))
        .text("call_id", itemId("call"))
        .text("name", item.name)
        .text("arguments", arguments)
        .text("status", status)
        .str();
  }

  void writeCall(const PlannedItem& item) {
    const auto id = itemId("fc");
    itemEvent("response.output_item.added", callItem(item, {}, "in_progress"));
    deltas("response.function_call_arguments.delta", item.text, place(id), false);
    if (breaksOff() || m_plan.end == PlannedEnd::Error) return;
    event("response.function_call_arguments.done",
          place(id).text("name", item.name).text("arguments", item.text));
    keepItem(callItem(item, item.text, item.whole ? "completed" : "incomplete"));
  }

  static std::string contentPart(PlannedKind kind, std::string_view text) {
    if (kind == PlannedKind::Refusal) return ObjectText().text("type", "refusal").text("refusal", text).str();
    return ObjectText()
        .text("type", "output_text")
        .text("text", text)
        .raw("annotations", "[]")
        .raw("logprobs", "[]")
        .str();
  }

  std::string messageItem(const std::string& content, const char* status) const {
    return ObjectText()
        .text("type", "message")
        .text("id", itemId("msg"))
        .text("status", status)
        .text("role", "assistant")
        .text("phase", "final_answer")
        .raw("content", "[" + content + "]")
        .str();
  }

  void writeMessage(const PlannedItem& item) {
    const bool refusal = item.kind == PlannedKind::Refusal;
    const auto where = place(itemId("msg")).number("content_index", 0);
    itemEvent("response.output_item.added", messageItem({}, "in_progress"));
    event("response.content_part.added", ObjectText(where).raw("part", contentPart(item.kind, {})));
    deltas(refusal ? "response.refusal.delta" : "response.output_text.delta", item.text, where, !refusal);
    if (breaksOff() || m_plan.end == PlannedEnd::Error) return;
    const auto part = contentPart(item.kind, item.text);
    if (refusal)
      event("response.refusal.done", ObjectText(where).text("refusal", item.text));
    else
      event("response.output_text.done", ObjectText(where).text("text", item.text).raw("logprobs", "[]"));
    event("response.content_part.done", ObjectText(where).raw("part", part));
    keepItem(messageItem(part, item.whole ? "completed" : "incomplete"));
  }

  void writeEnd() {
    ResponseState state{
        .status = "completed", .output = "[" + m_output + "]", .usage = usageOf(m_request, m_plan)};
    const auto finishedAt = m_identity.createdAt + m_pace.dueOf(m_token).count() / 1000;
    switch (m_plan.end) {
      case PlannedEnd::Completed: state.completedAt = std::to_string(finishedAt); break;
      case PlannedEnd::OutputLimit:
      case PlannedEnd::ContentFilter: {
        const bool filter = m_plan.end == PlannedEnd::ContentFilter;
        state.status = "incomplete";
        state.incomplete = ObjectText().text("reason", filter ? "content_filter" : "max_output_tokens").str();
        break;
      }
      case PlannedEnd::Failed:
      case PlannedEnd::Error:
      case PlannedEnd::Cut:
      case PlannedEnd::Silence:
        state.status = "failed";
        state.error = ObjectText().text("code", "server_error").text("message", kFailedMessage).str();
        break;
    }
    m_written.finished = responseObject(m_request, m_identity, state);
    if (m_plan.end == PlannedEnd::Error)
      event("error", ObjectText().text("code", "server_error").text("message", kFailedMessage).null("param"));
    else if (!breaksOff())
      event("response." + state.status, ObjectText().raw("response", m_written.finished));
    if (m_plan.end == PlannedEnd::Cut) m_written.ending = Ending::Cut;
    if (m_plan.end == PlannedEnd::Silence) m_written.ending = Ending::Silence;
  }

  const ModelRequest& m_request;
  const Plan& m_plan;
  const Pace& m_pace;
  const ResponseIdentity& m_identity;
  WrittenResponse m_written;
  std::string m_output;  // finished items, comma-separated
  int m_outputIndex = 0;
  std::int64_t m_token = 0;
};

}  // namespace

WrittenResponse writeResponse(const ModelRequest& request, const Plan& plan, const Pace& pace,
                              const ResponseIdentity& identity) {
  return Writer(request, plan, pace, identity).write();
}

}  // namespace aiagent::rehearsal
