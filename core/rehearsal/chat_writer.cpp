#include "core/rehearsal/chat_writer.h"

#include "core/rehearsal/json_text.h"
#include "core/rehearsal/tokens.h"

namespace aiagent::rehearsal {
namespace {

std::string usageOf(const ModelRequest& request, const Plan& plan) {
  return ObjectText()
      .number("prompt_tokens", request.inputTokens)
      .number("completion_tokens", plan.outputTokens)
      .number("total_tokens", request.inputTokens + plan.outputTokens)
      .raw("prompt_tokens_details", ObjectText().number("cached_tokens", plan.cachedTokens).str())
      .raw("completion_tokens_details", ObjectText().number("reasoning_tokens", plan.reasoningTokens).str())
      .str();
}

const PlannedItem* answerOf(const Plan& plan) {
  const bool any = !plan.items.empty() && plan.items.back().kind != PlannedKind::Reasoning;
  return any ? &plan.items.back() : nullptr;
}

std::string finishReason(const Plan& plan, const PlannedItem* answer) {
  if (plan.end == PlannedEnd::OutputLimit) return "length";
  if (plan.end == PlannedEnd::ContentFilter) return "content_filter";
  return answer && answer->kind == PlannedKind::FunctionCall ? "tool_calls" : "stop";
}

std::string errorObject() {
  const auto error = ObjectText()
                         .text("message", "The rehearsal was asked to fail here.")
                         .text("type", "server_error")
                         .null("param")
                         .text("code", "server_error")
                         .str();
  return ObjectText().raw("error", error).str();
}

class Writer {
 public:
  Writer(const ModelRequest& request, const Plan& plan, const Pace& pace, const ChatIdentity& identity)
      : m_request(request),
        m_plan(plan),
        m_pace(pace),
        m_identity(identity),
        m_callId("call_" + identity.id) {}

  Answer streamed() {
    m_answer.streamed = true;
    const auto* item = answerOf(m_plan);
    chunk(ObjectText().text("role", "assistant").text("content", "").null("refusal").str(), "null");
    if (item) writeDeltas(*item);
    writeEnd(item);
    return std::move(m_answer);
  }

  Answer whole() {
    const auto* item = answerOf(m_plan);
    const auto choice = ObjectText()
                            .number("index", 0)
                            .raw("message", message(item))
                            .null("logprobs")
                            .text("finish_reason", finishReason(m_plan, item))
                            .str();
    m_answer.body = frame("chat.completion")
                        .raw("choices", "[" + choice + "]")
                        .raw("usage", usageOf(m_request, m_plan))
                        .str();
    m_answer.delay = m_pace.dueOf(m_plan.outputTokens - m_plan.reasoningTokens);
    return std::move(m_answer);
  }

 private:
  ObjectText frame(const char* object) const {
    return ObjectText()
        .text("id", m_identity.id)
        .text("object", object)
        .number("created", m_identity.createdAt)
        .text("model", m_request.model)
        .text("service_tier", "default");
  }

  void data(const std::string& json) {
    m_answer.steps.push_back({"data: " + json + "\n\n", m_pace.dueOf(m_token)});
  }

  void chunk(const std::string& delta, const std::string& finish) {
    const auto choice =
        ObjectText().number("index", 0).raw("delta", delta).null("logprobs").raw("finish_reason", finish);
    auto object = frame("chat.completion.chunk").raw("choices", "[" + choice.str() + "]");
    if (m_request.includeUsage) object.null("usage");
    data(object.str());
  }

  std::string toolCalls(const std::string& call) const {
    return ObjectText().raw("tool_calls", "[" + call + "]").str();
  }

  void writeDeltas(const PlannedItem& item) {
    const bool call = item.kind == PlannedKind::FunctionCall;
    if (call) {
      const auto function = ObjectText().text("name", item.name).text("arguments", "").str();
      chunk(toolCalls(ObjectText()
                          .number("index", 0)
                          .text("id", m_callId)
                          .text("type", "function")
                          .raw("function", function)
                          .str()),
            "null");
    }
    for (const auto piece : splitTokens(item.text)) {
      if (call) {
        const auto function = ObjectText().text("arguments", piece).str();
        chunk(toolCalls(ObjectText().number("index", 0).raw("function", function).str()), "null");
      } else {
        chunk(ObjectText().text(item.kind == PlannedKind::Refusal ? "refusal" : "content", piece).str(),
              "null");
      }
      ++m_token;
    }
  }

  void writeEnd(const PlannedItem* item) {
    if (m_plan.end == PlannedEnd::Cut || m_plan.end == PlannedEnd::Silence) {
      m_answer.ending = m_plan.end == PlannedEnd::Cut ? Ending::Cut : Ending::Silence;
      return;
    }
    if (m_plan.end == PlannedEnd::Error || m_plan.end == PlannedEnd::Failed) return data(errorObject());
    chunk("{}", quoted(finishReason(m_plan, item)));
    if (m_request.includeUsage)
      data(
          frame("chat.completion.chunk").raw("choices", "[]").raw("usage", usageOf(m_request, m_plan)).str());
    m_answer.steps.push_back({"data: [DONE]\n\n", m_pace.dueOf(m_token)});
  }

  std::string message(const PlannedItem* item) const {
    ObjectText object;
    object.text("role", "assistant");
    const bool text = item && item->kind == PlannedKind::Text;
    const bool refusal = item && item->kind == PlannedKind::Refusal;
    object.raw("content", text ? quoted(item->text) : "null");
    object.raw("refusal", refusal ? quoted(item->text) : "null");
    if (item && item->kind == PlannedKind::FunctionCall) {
      const auto function = ObjectText().text("name", item->name).text("arguments", item->text).str();
      const auto call =
          ObjectText().text("id", m_callId).text("type", "function").raw("function", function).str();
      object.raw("tool_calls", "[" + call + "]");
    }
    return object.str();
  }

  const ModelRequest& m_request;
  const Plan& m_plan;
  const Pace& m_pace;
  const ChatIdentity& m_identity;
  std::string m_callId;
  Answer m_answer;
  std::int64_t m_token = 0;
};

}  // namespace

Answer writeChat(const ModelRequest& request, const Plan& plan, const Pace& pace,
                 const ChatIdentity& identity) {
  Writer writer(request, plan, pace, identity);
  return request.stream ? writer.streamed() : writer.whole();
}

}  // namespace aiagent::rehearsal
