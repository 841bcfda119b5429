#include "tests/unit/store/samples.h"

#include "core/store/connection.h"
#include "core/store/sql.h"
#include "core/store/sql_error.h"
#include "core/wire/json_text.h"

namespace aiagent::test {

using base::Milliseconds;

domain::AgentContent named(std::string name) {
  domain::AgentContent content;
  content.name = std::move(name);
  return content;
}

domain::AgentContent fullContent() {
  auto content = named("Triage");
  content.description = "Sorts bug reports";
  content.prompt = "You sort {{things}}.\nBe terse. 🎉";
  content.model = "gpt-5";
  content.parameters.set("store", true);
  content.parameters.set("max_output_tokens", std::int64_t{4096});
  content.parameters.set("temperature", 0.5);
  content.parameters.set("reasoning.effort", std::string("low"));
  content.parameters.set("metadata", domain::JsonText{R"({"a":1})"});
  content.tools = R"([{"type":"web_search"}])";
  content.outputSchema = R"({"type":"object"})";
  content.starters = {"Sort this", "and that"};
  content.tags = {"bugs", "work"};
  content.variables = {{.name = "things",
                        .type = domain::VariableType::Choice,
                        .description = "what is sorted",
                        .example = "bugs",
                        .defaultValue = "bugs",
                        .choices = {"bugs", "a \"quoted\" one"}},
                       {.name = "n", .type = domain::VariableType::Number}};
  content.cases = {{.name = "plain", .input = "Sort", .variables = {{"things", "bugs"}}, .expect = "a list"},
                   {.input = "x"}};
  content.knowledge = {{.name = "faq.md",
                        .mediaType = "text/markdown",
                        .sha256 = std::string(64, 'b'),
                        .bytes = 12,
                        .use = domain::KnowledgeUse::FileSearch}};
  return content;
}

domain::RunRecord fullRun(base::UuidSource& ids, base::WallTime created) {
  domain::RunRecord run;
  run.id = ids.make<domain::RunId>();
  run.created = created;
  auto& request = run.request;
  request.agent = ids.make<domain::AgentId>();
  request.content = fullContent();
  request.fromDraft = true;
  request.variables = {{"things", "bugs"}, {"empty", ""}};
  request.input = "Please sort these.";
  request.provider = {.name = "ollama",
                      .baseUrl = "http://localhost:11434/v1",
                      .api = domain::ApiKind::Chat,
                      .keySource = domain::KeySource::Environment,
                      .keyVariable = "OLLAMA_KEY",
                      .organization = "org",
                      .project = "proj",
                      .defaultModel = "llama"};
  request.model = "gpt-5";
  request.parent = ids.make<domain::RunId>();
  run.status = domain::RunStatus::Failed;
  run.requestJson = R"({"model":"gpt-5"})";
  run.modelAnswered = "gpt-5-2026";
  run.requestId = "req_1";
  run.responseId = "resp_1";
  run.lastSequence = 41;
  run.retries = 2;
  run.usage = {
      .input = 10, .cached = 4, .cacheWrite = 1, .output = 7, .reasoning = 3, .total = 17, .estimated = true};
  run.costNanoUsd = 123456;
  run.timings = {.sent = Milliseconds(1),
                 .firstByte = Milliseconds(2),
                 .firstToken = Milliseconds(3),
                 .lastToken = Milliseconds(4),
                 .finished = Milliseconds(5)};
  run.error = domain::RunError{.code = base::ErrorCode::Billing,
                               .subject = "openai",
                               .said = "out of credit",
                               .providerCode = "insufficient_quota",
                               .httpStatus = 429};
  run.messages = {
      {.id = ids.make<domain::MessageId>(),
       .role = domain::Role::User,
       .parts = {{.kind = domain::PartKind::Text, .text = request.input, .name = "", .callId = ""}},
       .rawItem = "",
       .created = created},
      {.id = ids.make<domain::MessageId>(),
       .role = domain::Role::Assistant,
       .parts =
           {{.kind = domain::PartKind::ReasoningSummary, .text = "hm", .name = "", .callId = ""},
            {.kind = domain::PartKind::ToolCall, .text = "{}", .name = "search", .callId = "c1"},
            {.kind = domain::PartKind::Text, .text = std::string("with\0zero", 9), .name = "", .callId = ""}},
       .rawItem = R"({"type":"message"})",
       .created = created + Milliseconds(3)},
      {.id = ids.make<domain::MessageId>(),
       .role = domain::Role::Tool,
       .parts = {},
       .rawItem = "",
       .created = created}};
  return run;
}

domain::RunRecord smallRun(base::UuidSource& ids, base::WallTime created, std::string input,
                           std::string answer) {
  domain::RunRecord run;
  run.id = ids.make<domain::RunId>();
  run.created = created;
  run.request.content = named("Small");
  run.request.input = std::move(input);
  run.request.model = "m";
  run.status = domain::RunStatus::Completed;
  const auto message = [&](domain::Role role, std::string text) {
    return domain::Message{
        .id = ids.make<domain::MessageId>(),
        .role = role,
        .parts = {{.kind = domain::PartKind::Text, .text = std::move(text), .name = "", .callId = ""}},
        .rawItem = "",
        .created = created};
  };
  run.messages = {message(domain::Role::User, run.request.input),
                  message(domain::Role::Assistant, std::move(answer))};
  return run;
}

store::SyncBinding sampleBinding(base::Uuid account, base::Uuid workspace) {
  return {.origin = "https://agents.example.com",
          .account = account,
          .email = "ada@example.com",
          .workspace = workspace,
          .workspaceName = "Team",
          .role = "member"};
}

std::int64_t numberOf(const std::string& mutation) {
  const auto members = wire::jsonMembers(mutation);
  return std::stoll(std::string(wire::findMember(*members, "n")->value));
}

std::int64_t rowsIn(TempStore& store, const std::string& table) {
  return askInteger(store, "SELECT count(*) FROM " + table);
}

std::int64_t askInteger(TempStore& store, const std::string& sql) {
  const auto answer = store.read([&](store::Connection& c) {
    return store::guarded([&]() -> base::Result<std::int64_t> { return store::integerOf(c, sql); });
  });
  return answer ? *answer : -1;
}

base::Result<void> execute(TempStore& store, const std::string& sql) {
  return store.write([&](store::Connection& c) {
    return store::guarded([&]() -> base::Result<void> {
      c.execute(sql.c_str());
      return {};
    });
  });
}

}  // namespace aiagent::test
