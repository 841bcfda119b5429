// Model, parameters, tools and output schema in the words of OpenAI's two APIs.
#pragma once

#include <string>
#include <string_view>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/record_reader.h"
#include "core/domain/agent.h"
#include "core/domain/provider.h"

namespace aiagent::authoring {

// Takes every member that is a parameter, "tools", "text" and "response_format" into `content`. Names of Chat
// Completions become those of Responses; what Responses has not is a loss. `rest`: unknown members are
// parameters too (they are in a request), else they are left on the reader.
enum class UnknownMembers { AreParameters, AreLeft };
void readOpenAiFields(RecordReader& reader, const Tree& record, domain::ApiKind api, UnknownMembers rest,
                      domain::AgentContent& content);

// {"temperature":…,"reasoning":{…},"tools":[…],"text":{"format":…}}; Chat: {"max_completion_tokens":…,
// "response_format":…} and nested functions.
Record openAiFields(const domain::AgentContent& content, domain::ApiKind api);

// One parameter from a foreign document: known ones have to fit (InvalidInput is a loss at `field`).
void setForeignParameter(domain::AgentContent& content, const std::string& name, const Tree& value,
                         const std::string& field, Losses& losses);

// {"name","strict","schema",…} or a bare schema, as an agent keeps it.
void setSchema(domain::AgentContent& content, const Tree& format);

// Sets member "b" of member "a" for "a.b"; false where the name or what stands there does not let it.
bool setDotted(Record& record, std::string_view name, Tree value);

}  // namespace aiagent::authoring
