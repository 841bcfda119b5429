// ModelRequest: what a request body asks of the model, whichever of the two APIs it came through.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/rehearsal/practice.h"

namespace aiagent::rehearsal {

enum class ModelApi { Responses, Chat };
enum class OutputFormat { Text, JsonObject, JsonSchema };

struct FunctionTool {
  std::string name;
  std::string parameters;  // JSON schema text; "{}" when there is none
};

// A file that a message holds.
struct GivenFile {
  std::string name;
  std::string id;  // of an uploaded one; empty: its bytes are in the request
  std::int64_t bytes = 0;
};

// What file_search may look into.
struct GivenStore {
  std::string id;
  std::vector<std::string> names = {};  // of its files; from the book
};

struct ModelRequest {
  ModelApi api = ModelApi::Responses;
  std::string model;
  bool stream = false;
  bool includeUsage = false;  // chat: stream_options.include_usage
  bool background = false;
  bool store = true;
  std::string instructions;  // instructions, and system and developer messages
  std::string input;         // the newest message of the person
  std::string toolResult;    // of a tool call that was the newest item
  bool hasToolResult = false;
  int earlierTurns = 0;            // messages of the person before the newest
  std::int64_t inputTokens = 0;    // all of it
  std::int64_t earlierTokens = 0;  // what an earlier turn sent already, for the cache
  std::string previousResponse;
  std::vector<GivenFile> files;
  std::vector<GivenStore> stores;
  std::vector<FunctionTool> tools;
  std::string toolChoice;  // "auto", "none", "required" or a function's name
  OutputFormat format = OutputFormat::Text;
  std::string schema;      // JSON text
  std::string schemaName;  // of JsonSchema
  std::optional<std::int64_t> maxOutputTokens;
  std::string reasoningEffort;  // empty: not asked for
  bool reasoningSummary = false;
  Practice practice;  // in `input`
  // Every other top-level member, one a line, as an indented JSON object: for showing.
  std::string shownParameters;
  // Members a response repeats, as JSON text, ready to be put into its object: "temperature":1,"tools":[…],…
  std::string echoed;
};

// InvalidInput-like errors in OpenAI's words: RequestRejected with httpStatus 400, said, subject = param (""
// none) and providerCode.
base::Result<ModelRequest> parseModelRequest(ModelApi api, std::string_view body);

}  // namespace aiagent::rehearsal
