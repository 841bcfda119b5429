// What generations look like on a terminal and as JSON.
#pragma once

#include <optional>
#include <QString>
#include <string>
#include <vector>

#include "core/authoring/generate/field_reader.h"
#include "core/authoring/generate/generated_agent.h"
#include "core/authoring/generate/improvement.h"

namespace aiagent::cli {

QString fieldTitle(authoring::Field field);
// The field's value as lines to read.
std::string fieldText(const authoring::FieldValue& value);

struct GeneratedReport {
  authoring::GeneratedAgent agent;
  std::vector<authoring::Field> done;  // of a generation that was stopped: those that are whole
  std::string model;                   // of the proposed tier; empty: not known
  std::string source;                  // "model" or "offline"
  std::string templateId;              // of an offline draft
  std::string id;                      // of the agent, once it is made
};

// One object: name, description, prompt, variables, model, tier, params, tools, outputSchema, starters,
// cases, source; missing lists the fields that did not come, template and id are there where there is one.
std::string toJson(const GeneratedReport& report);

// {edits:[{begin,end,before,after,reason}], unusable:[{fault,find,after,reason}], summary}, begin and end in
// bytes of the prompt; with `id` also the agent's id and the numbers of the edits that were accepted.
std::string toJson(const authoring::Improvement& improvement, const std::string& prompt,
                   const std::string& id, const std::vector<bool>& accepted);
std::string improvementText(const authoring::Improvement& improvement, const std::string& prompt);

}  // namespace aiagent::cli
