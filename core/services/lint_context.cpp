#include "core/services/lint_context.h"

namespace aiagent::services {

authoring::LintContext lintContext(const runs::ModelCatalog& catalog, const domain::AgentContent& content,
                                   base::WallTime now) {
  authoring::LintContext context{.model = {}, .estimateTokens = runs::estimateTokens, .now = now};
  const auto* facts = content.model.empty() ? nullptr : catalog.find(content.model);
  if (!facts) return context;
  authoring::LintModel model{.id = content.model,
                             .contextTokens = facts->contextTokens,
                             .shutdown = facts->shutdown,
                             .successor = facts->successor,
                             .refused = {}};
  // Of those that are set, as whether one is refused may hang on the others.
  for (const auto& parameter : content.parameters.all())
    if (catalog.refuses(content.model, parameter.name, content.parameters))
      model.refused.push_back(parameter.name);
  context.model = std::move(model);
  return context;
}

}  // namespace aiagent::services
