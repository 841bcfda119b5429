#include "core/cluster/actions/writes.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/cluster/kube_kinds.h"

namespace aiagent::cluster {

using wire::Record;
using wire::Tree;

std::string pointerPart(std::string_view name) {
  std::string part;
  for (const char c : name) {
    if (c == '~')
      part += "~0";
    else if (c == '/')
      part += "~1";
    else
      part += c;
  }
  return part;
}

JsonPatch::JsonPatch(std::string_view resourceVersion) {
  m_operations.emplace_back(
      Record{{"op", "test"}, {"path", "/metadata/resourceVersion"}, {"value", resourceVersion}});
}

JsonPatch& JsonPatch::add(std::string path, Tree value) {
  m_operations.emplace_back(Record{{"op", "add"}, {"path", std::move(path)}, {"value", std::move(value)}});
  return *this;
}

JsonPatch& JsonPatch::addText(const Tree* map, const std::string& pointer, const std::string& name,
                              std::string value) {
  if (!map || !map->isRecord()) return add(pointer, Record{{name, std::move(value)}});
  return add(pointer + '/' + pointerPart(name), std::move(value));
}

std::string JsonPatch::take() {
  return wire::compactJson(Tree(std::move(m_operations)));
}

AccessQuestion accessFor(wire::KubeKind kind, std::string verb, std::string nameSpace, std::string name) {
  const auto& place = placeOf(kind);
  // "/api/v1" has no group, "/apis/apps/v1" has one
  const bool isCore = place.api.rfind("/api/", 0) == 0;
  const auto group = isCore ? std::string_view() : place.api.substr(6, place.api.rfind('/') - 6);
  return {.verb = std::move(verb),
          .group = std::string(group),
          .resource = std::string(place.resource),
          .subresource = {},
          .nameSpace = std::move(nameSpace),
          .name = std::move(name)};
}

ActionStep patchStep(const Action& action, std::string contentType, std::string body,
                     std::string subresource) {
  ActionStep step;
  step.access = accessFor(action.target, "patch", action.nameSpace, action.name);
  step.access.subresource = subresource;
  step.write = {.method = "PATCH",
                .path = pathOf(action.target, action.nameSpace, action.name),
                .contentType = std::move(contentType),
                .body = std::move(body)};
  if (!subresource.empty()) step.write.path += '/' + subresource;
  return step;
}

ActionStep jsonPatchStep(const Action& action, JsonPatch& patch) {
  return patchStep(action, "application/json-patch+json", patch.take());
}

std::string changeCause(const Action& action, std::int64_t revision) {
  auto text = "rolled back to revision " + std::to_string(revision);
  if (!action.by.empty()) text += " by " + action.by;
  if (!action.reason.empty()) text += ": " + action.reason;
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < ' ' || c == 127; }, ' ');
  return std::string(base::utf8Prefix(base::toValidUtf8(text), 500));
}

base::Error refused(std::string word, std::string subject, base::ErrorCode code) {
  return {.code = code, .detail = word, .subject = std::move(subject), .providerCode = word};
}

}  // namespace aiagent::cluster
