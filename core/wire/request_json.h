// Domain -> request bodies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/run.h"
#include "core/wire/request_files.h"

namespace aiagent::wire {

struct RequestBody {
  std::string json;            // the whole body
  std::string withoutHistory;  // the same without the items of earlier turns, for keeping beside the run
  std::vector<domain::Message> turn;  // what is said in it: the tools' answers, then the person's message
};

// POST /responses. `history` is the conversation so far, oldest first: persons' messages as input messages,
// answers by their raw items (reasoning, tool calls and `phase` included) or, without these, by their text.
// Then come the request's answers to tools, and its message where there is one.
// `instructions` is the prompt with variables filled. Only what the person has set is sent, beside model,
// input, stream, and instructions where there is a prompt. InvalidInput: tools, outputSchema or a JSON
// parameter do not parse (subject names the field), variables are missing, or there is no model.
//
// outputSchema is a JSON schema, or {"name","schema","strict","description"} as OpenAI's own examples write
// it; its name is taken from there, from the schema's title, or from the agent's name.
//
// Files of `knowledge` come with the conversation's first message, without their bytes (withFileBytes()).
base::Result<RequestBody> responsesBody(const domain::RunRequest& request,
                                        const std::vector<domain::Message>& history,
                                        const SentKnowledge& knowledge = {});

// POST /chat/completions: parameters by their chat names (max_completion_tokens, reasoning_effort,
// verbosity, response_format), stream_options.include_usage. What Chat Completions does not have is left out:
// include, max_tool_calls, reasoning.summary. There is no vector store.
base::Result<RequestBody> chatBody(const domain::RunRequest& request,
                                   const std::vector<domain::Message>& history,
                                   const SentKnowledge& knowledge = {});

// POST /responses/input_tokens for the exact count before a run.
base::Result<std::string> inputTokensBody(const domain::RunRequest& request,
                                          const std::vector<domain::Message>& history);

// `body` with the top-level (or dotted, "reasoning.effort") parameter taken out: "run without it". NotFound
// when it is not there, InvalidInput when `body` is no JSON object.
base::Result<std::string> withoutParameter(std::string_view body, std::string_view parameter);

// A command line for a terminal that repeats the request; the key is "$OPENAI_API_KEY", never its value.
std::string curlCommand(std::string_view url, std::string_view body, bool withKey);

// tools is empty or a JSON array of objects with a "type"; outputSchema is empty or a JSON object; JSON
// parameters parse, and no name contradicts another. InvalidInput names the field ("tools", "output-schema",
// "metadata").
base::Result<void> checkJsonFields(const domain::AgentContent& content);

}  // namespace aiagent::wire
