#include "core/wire/kube_status.h"

#include <algorithm>

#include "core/wire/kube_document.h"
#include "core/wire/kube_status_reader.h"

namespace aiagent::wire {
namespace kube {
namespace {

void readCause(Reading& in, Value value, KubeStatus& status) {
  KubeCause cause;
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "reason") in.text(member, cause.reason);
    if (key == "message") in.text(member, cause.message);
    if (key == "field") in.text(member, cause.field);
  });
  status.causes.push_back(std::move(cause));
}

void readDetails(Reading& in, Value value, KubeStatus& status) {
  in.members(value, [&](std::string_view key, Value member) {
    if (key == "kind") in.text(member, status.kind);
    if (key == "name") in.text(member, status.name);
    if (key == "causes") in.elements(member, [&](Value cause) { readCause(in, cause, status); });
    if (key != "retryAfterSeconds") return;
    std::int32_t seconds = 0;
    in.number(member, seconds);
    if (seconds > 0) status.retryAfter = std::chrono::seconds(seconds);
  });
}

}  // namespace

bool readStatus(Reading& in, Value object, KubeStatus& status) {
  bool named = false;
  in.members(object, [&](std::string_view key, Value value) {
    if (key == "kind") named = in.text(value) == "Status";
    if (key == "code") in.number(value, status.code);
    if (key == "reason") in.text(value, status.reason);
    if (key == "message") in.text(value, status.message);
    if (key == "details") readDetails(in, value, status);
    if (key == "metadata")
      in.members(value, [&](std::string_view name, Value member) {
        if (name == "continue") in.text(member, status.continueToken);
      });
  });
  return named;
}

}  // namespace kube

bool KubeStatus::tooLargeVersion() const {
  return std::any_of(causes.begin(), causes.end(),
                     [](const KubeCause& cause) { return cause.reason == "ResourceVersionTooLarge"; });
}

std::optional<KubeStatus> readKubeStatus(std::string_view json) {
  KubeStatus status;
  bool isStatus = false;
  const bool whole = kube::readDocument(
      json, [&](kube::Reading& in, kube::Value value) { isStatus = kube::readStatus(in, value, status); });
  if (!whole || !isStatus) return std::nullopt;
  return status;
}

}  // namespace aiagent::wire
