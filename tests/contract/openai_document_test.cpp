// What we send, and the stream that our benches and tests are fed with, against OpenAI's OpenAPI document.
// AIAGENT_SHARED_DIR names the folder that holds openai-spec/check.mjs; without it that is sought beside the
// source tree. The validator's npm packages are installed into the build folder once.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/wire/request_json.h"
#include "tests/support/responses_stream.h"

namespace aiagent::wire {
namespace {

namespace fs = std::filesystem;

fs::path folderFrom(const char* variable, const fs::path& otherwise) {
  const char* value = std::getenv(variable);
  return value && *value ? fs::path(value) : otherwise;
}

struct Outcome {
  int exitStatus = -1;
  std::string said;
};

Outcome runShell(const std::string& command) {
  Outcome outcome;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (!pipe) return outcome;
  char buffer[4096];
  while (const auto read = fread(buffer, 1, sizeof buffer, pipe)) outcome.said.append(buffer, read);
  const int status = pclose(pipe);
  outcome.exitStatus = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

// The folder with the validator and its packages; empty with the reason why there is none.
struct Validator {
  fs::path folder;
  std::string missing;
};

Validator prepare() {
  const auto source = folderFrom("AIAGENT_SOURCE_DIR", ".");
  const auto spec = folderFrom("AIAGENT_SHARED_DIR", source / ".." / "shared") / "openai-spec";
  const auto folder = folderFrom("AIAGENT_CHECK_DIR", fs::temp_directory_path() / "aiagent_openai_document");
  if (!fs::exists(spec / "check.mjs")) return {{}, "OpenAI's document is not at hand (AIAGENT_SHARED_DIR)"};
  if (runShell("node --version").exitStatus != 0) return {{}, "node is not installed"};
  std::error_code error;
  fs::create_directories(folder, error);
  for (const auto& file : fs::directory_iterator(spec, error))
    if (file.path().extension() == ".mjs" || file.path().extension() == ".json")
      fs::copy_file(file.path(), folder / file.path().filename(), fs::copy_options::overwrite_existing,
                    error);
  if (!fs::exists(folder / "node_modules" / "ajv-formats")) {
    std::ofstream(folder / "package.json") << R"({"name":"check","private":true,"type":"module"})";
    const auto installed = runShell("cd '" + folder.string() +
                                    "' && timeout 120 npm install --no-audit --no-fund ajv ajv-formats");
    if (installed.exitStatus != 0) return {{}, "npm cannot install ajv: " + installed.said.substr(0, 300)};
  }
  return {folder, ""};
}

class OpenAiDocument : public testing::Test {
 protected:
  void SetUp() override {
    static const Validator kValidator = prepare();
    if (kValidator.folder.empty()) GTEST_SKIP() << kValidator.missing;
    m_folder = kValidator.folder;
  }

  Outcome check(const char* what, const char* api, const std::string& input) const {
    const auto file = m_folder / ("input_" + std::to_string(getpid()));
    std::ofstream(file, std::ios::binary) << input;
    auto outcome = runShell("node '" + (m_folder / "check.mjs").string() + "' " + what + " " + api + " < '" +
                            file.string() + "'");
    fs::remove(file);
    return outcome;
  }

  fs::path m_folder;
};

domain::RunRequest fullRequest() {
  domain::RunRequest request;
  request.content.name = "Full";
  request.content.prompt = "Sort by {{team}}.";
  request.variables = {{"team", "red"}};
  request.input = "hi";
  request.model = "gpt-test";
  request.content.tools =
      R"([{"type":"function","name":"lookup","description":"D","parameters":{"type":"object","properties":{}},"strict":true}])";
  request.content.outputSchema =
      R"({"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false})";
  for (const auto& [name, text] : std::initializer_list<std::pair<const char*, const char*>>{
           {"include", R"(["reasoning.encrypted_content"])"},
           {"max_output_tokens", "99"},
           {"max_tool_calls", "3"},
           {"metadata", R"({"a":"b"})"},
           {"parallel_tool_calls", "false"},
           {"prompt_cache_key", "k"},
           {"reasoning.effort", "low"},
           {"reasoning.summary", "auto"},
           {"safety_identifier", "u"},
           {"service_tier", "flex"},
           {"store", "false"},
           {"temperature", "0.5"},
           {"text.verbosity", "low"},
           {"tool_choice", "auto"},
           {"top_logprobs", "3"},
           {"top_p", "0.9"},
           {"stream_options.include_obfuscation", "false"}})
    request.content.parameters.set(name, *domain::parseParameterValue(name, text));
  return request;
}

std::vector<domain::Message> conversation() {
  std::vector<domain::Message> history(4);
  history[0].parts = {{domain::PartKind::Text, "first", "", ""}};
  history[1].role = history[2].role = history[3].role = domain::Role::Assistant;
  history[1].rawItem = R"({"id":"rs_1","type":"reasoning","summary":[],"encrypted_content":"zz"})";
  history[2].parts = {{domain::PartKind::Text, "answer", "", ""}};
  history[2].rawItem =
      R"({"id":"msg_1","type":"message","role":"assistant","status":"completed","phase":"final_answer","content":[{"type":"output_text","text":"answer","annotations":[],"logprobs":[]}]})";
  history[3].parts = {{domain::PartKind::ToolCall, "{}", "lookup", "call_1"}};
  history[3].rawItem =
      R"({"id":"fc_1","type":"function_call","call_id":"call_1","name":"lookup","arguments":"{}"})";
  return history;
}

TEST_F(OpenAiDocument, smallestRequests_fit) {
  domain::RunRequest request;
  request.input = "hi";
  request.model = "gpt-test";
  const auto responses = check("request", "responses", responsesBody(request, {})->json);
  EXPECT_EQ(responses.exitStatus, 0) << responses.said;
  const auto chat = check("request", "chat", chatBody(request, {})->json);
  EXPECT_EQ(chat.exitStatus, 0) << chat.said;
}

TEST_F(OpenAiDocument, fullestRequests_fit) {
  const auto responses = check("request", "responses", responsesBody(fullRequest(), conversation())->json);
  EXPECT_EQ(responses.exitStatus, 0) << responses.said;
  const auto chat = check("request", "chat", chatBody(fullRequest(), conversation())->json);
  EXPECT_EQ(chat.exitStatus, 0) << chat.said;
}

TEST_F(OpenAiDocument, requestsWithKnowledge_fit) {
  const SentKnowledge knowledge{{{"notes.md", "text/markdown", std::string(64, 'a'), ""},
                                 {"scan.pdf", "application/pdf", std::string(64, 'c'), ""},
                                 {"book.pdf", "application/pdf", std::string(64, 'b'), "file-1"}},
                                "vs_1"};
  const auto bytes = [](const SentFile&) { return std::string("hi"); };
  auto request = fullRequest();
  const auto responses =
      check("request", "responses",
            withFileBytes(responsesBody(request, {}, knowledge)->json, knowledge.files, bytes));
  EXPECT_EQ(responses.exitStatus, 0) << responses.said;
  const auto chat =
      check("request", "chat", withFileBytes(chatBody(request, {}, knowledge)->json, knowledge.files, bytes));
  EXPECT_EQ(chat.exitStatus, 0) << chat.said;
}

TEST_F(OpenAiDocument, conversationWithoutRawItems_fits) {
  auto history = conversation();
  for (auto& message : history) message.rawItem.clear();
  const auto responses = check("request", "responses", responsesBody(fullRequest(), history)->json);
  EXPECT_EQ(responses.exitStatus, 0) << responses.said;
}

TEST_F(OpenAiDocument, wrongRequest_isFound) {
  const auto outcome = check("request", "responses", R"({"model":"m","input":"hi","temperature":"hot"})");
  EXPECT_EQ(outcome.exitStatus, 1);
  EXPECT_THAT(outcome.said, testing::HasSubstr("temperature"));
}

TEST_F(OpenAiDocument, madeUpStream_fits) {
  auto stream = support::responsesStream({.deltas = 40, .reasoningDeltas = 5, .toolCall = true});
  const auto outcome = check("stream", "responses", stream.bytes);
  EXPECT_EQ(outcome.exitStatus, 0) << outcome.said;
}

}  // namespace
}  // namespace aiagent::wire
