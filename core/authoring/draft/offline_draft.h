// The offline drafter: the fields of an agent from a template and rules, with no model involved. The same
// brief gives the same draft.
#pragma once

#include <string>
#include <vector>

#include "core/authoring/draft/agent_template.h"
#include "core/authoring/generate/generation.h"

namespace aiagent::authoring {

struct TemplateMatch {
  const AgentTemplate* found = nullptr;
  int score = 0;
};

// The templates that fit the description, best first; of equal ones the first by id. Empty: none does.
std::vector<TemplateMatch> matchTemplates(std::string_view description,
                                          const std::vector<AgentTemplate>& library);

// For descriptions that fit no template.
inline constexpr char kGeneralTemplate[] = "general-helper";

struct OfflineDraft {
  GeneratedAgent agent;
  std::string templateId;
  std::string language;             // of its texts
  bool otherLanguage = false;       // another one was wanted, which no template is in
  std::vector<std::string> others;  // ids of the next best templates, at most three
  bool operator==(const OfflineDraft&) const = default;
};

// `source` of such a draft in JSON, beside "model".
inline constexpr char kOfflineSource[] = "offline";

OfflineDraft draftAgent(const GenerationBrief& brief,
                        const std::vector<AgentTemplate>& library = templateLibrary());
// With a template that the person has chosen.
OfflineDraft draftFromTemplate(const GenerationBrief& brief, const AgentTemplate& chosen);

}  // namespace aiagent::authoring
