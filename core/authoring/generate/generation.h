// Generation: what is asked of a model to get an agent, one field of it, an improvement, or a reason.
//
// A generation is an ordinary run without a kept agent: `content` goes into the run's request, `input` is the
// message. The instructions are the program's own and hold no variables; everything a person wrote travels in
// the input's last line, one line of JSON, so that no text can end its own quotation and give orders.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/generate/generated_agent.h"

namespace aiagent::authoring {

struct GenerationBrief {
  std::string description;            // what the agent should do, in the person's words
  std::vector<std::string> examples;  // example conversations, if wished
  std::optional<domain::AgentContent> existing;
  std::string language;         // the agent's texts; "de", "Deutsch"; empty: that of the description
  std::string personsLanguage;  // "de"; counts offline where the description is in none that can be told
  std::string answerLanguage;   // in which the agent answers; empty: that of its users
  bool operator==(const GenerationBrief&) const = default;
};

struct GenerationRequest {
  domain::AgentContent content;  // instructions and output schema; no model, no parameters
  std::string input;
};

// Names of the schemas: what kind of generation a request is.
inline constexpr char kGenerationSchema[] = "agent_generation";
inline constexpr char kFieldSchema[] = "agent_generation_field";
inline constexpr char kImprovementSchema[] = "agent_improvement";

// The whole agent. To be read with a GenerationMachine for all fields.
GenerationRequest generation(const GenerationBrief& brief);
// `field` once more, fitting what is `accepted`; `wish` says what should be different and may be empty. To be
// read with a GenerationMachine for that field.
GenerationRequest generationOfField(const GenerationBrief& brief, const GeneratedAgent& accepted, Field field,
                                    std::string_view wish);
// Why the field is as it is: answered in plain text.
GenerationRequest why(const GenerationBrief& brief, const GeneratedAgent& agent, Field field);
// Edits of the prompt that serve a goal. To be read with readImprovement().
GenerationRequest improve(const domain::AgentContent& content, std::string_view goal);

// What the schema of a generation says: of all fields, or of one.
std::string schemaOf(const std::vector<Field>& fields);

// The first line of the instructions of why(), by which the rehearsal model knows it.
inline constexpr char kWhyOpening[] = "You explain one choice that was made when an AI agent was designed.";

}  // namespace aiagent::authoring
