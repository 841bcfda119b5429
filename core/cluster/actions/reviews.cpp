#include "core/cluster/actions/reviews.h"

#include "core/wire/json_text.h"

namespace aiagent::cluster {

std::string accessReviewBody(const AccessQuestion& question) {
  wire::JsonObject attributes;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) attributes.text(name, value);
  };
  add("namespace", question.nameSpace);
  add("verb", question.verb);
  add("group", question.group);
  add("resource", question.resource);
  add("subresource", question.subresource);
  add("name", question.name);
  return wire::JsonObject()
      .text("apiVersion", "authorization.k8s.io/v1")
      .text("kind", "SelfSubjectAccessReview")
      .raw("spec", wire::JsonObject().raw("resourceAttributes", attributes.take()).take())
      .take();
}

std::optional<AccessAnswer> accessAnswerFrom(const wire::Tree& body) {
  const auto* allowed = at(body, {"status", "allowed"});
  if (!allowed || !allowed->boolean()) return std::nullopt;
  return AccessAnswer{*allowed->boolean(), textAt(body, {"status", "reason"})};
}

std::optional<WhoAmI> whoAmIFrom(const wire::Tree& body) {
  auto name = textAt(body, {"status", "userInfo", "username"});
  if (name.empty()) return std::nullopt;
  WhoAmI who{std::move(name), {}};
  for (const auto& group : listAt(body, {"status", "userInfo", "groups"}))
    if (group.text()) who.groups.push_back(*group.text());
  return who;
}

base::Error actionError(base::Error error) {
  if (error.code == base::ErrorCode::Forbidden) error.providerCode = "act_denied";
  return error;
}

}  // namespace aiagent::cluster
