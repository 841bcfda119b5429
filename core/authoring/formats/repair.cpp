#include "core/authoring/formats/repair.h"

#include <algorithm>
#include <set>

#include "core/authoring/formats/record_reader.h"
#include "core/base/utf8.h"
#include "core/domain/prompt_template.h"

namespace aiagent::authoring {
namespace {

void repairVariables(Imported& imported) {
  std::set<std::string> names;
  std::vector<domain::Variable> kept;
  for (auto& variable : imported.content.variables) {
    const auto field = "variables." + variable.name;
    if (!domain::isVariableName(variable.name) || !names.insert(variable.name).second ||
        kept.size() >= domain::kMostVariables) {
      addLoss(imported.losses, makeLoss(field, LossReason::Invalid, variable.name));
      continue;
    }
    if (variable.type == domain::VariableType::Choice && variable.choices.empty())
      variable.type = domain::VariableType::String;
    if (!variable.defaultValue.empty() && !domain::fits(variable, variable.defaultValue)) {
      addLoss(imported.losses, makeLoss(field + ".default", LossReason::Invalid, variable.defaultValue));
      variable.defaultValue.clear();
    }
    kept.push_back(std::move(variable));
  }
  imported.content.variables = std::move(kept);
}

void repairCases(Imported& imported) {
  for (std::size_t i = 0; i < imported.content.cases.size(); ++i) {
    auto& values = imported.content.cases[i].variables;
    for (auto at = values.begin(); at != values.end();) {
      if (domain::isVariableName(at->first)) {
        ++at;
        continue;
      }
      addLoss(imported.losses, makeLoss("cases[" + std::to_string(i) + "].variables." + at->first,
                                        LossReason::Invalid, at->second));
      at = values.erase(at);
    }
  }
}

void repairTags(Imported& imported) {
  auto& tags = imported.content.tags;
  for (const auto& tag : tags)
    if (tag.size() > domain::kLongestTag)
      addLoss(imported.losses, makeLoss("tags", LossReason::Invalid, tag));
  std::erase_if(tags, [](const std::string& tag) { return tag.size() > domain::kLongestTag; });
}

}  // namespace

void repair(Imported& imported) {
  repairVariables(imported);
  repairCases(imported);
  repairTags(imported);
  auto& model = imported.content.model;
  if (model.size() <= domain::kLongestName && model.find("${") == std::string::npos) return;
  const auto reason =
      model.find("${") == std::string::npos ? LossReason::Invalid : LossReason::EnvironmentReference;
  addLoss(imported.losses, makeLoss("model", reason, model));
  model.clear();
}

}  // namespace aiagent::authoring
