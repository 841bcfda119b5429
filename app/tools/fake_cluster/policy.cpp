#include "app/tools/fake_cluster/policy.h"

#include <algorithm>
#include <set>

#include "app/tools/fake_cluster/recordings.h"
#include "core/wire/json_text.h"

namespace aiagent::fake_cluster {
namespace {

using wire::JsonArray;
using wire::JsonObject;

bool begins(const std::string& text, std::string_view start) {
  return text.compare(0, start.size(), start) == 0;
}

bool isHealth(const std::string& path) {
  return path == "/version" || begins(path, "/healthz") || begins(path, "/livez") || begins(path, "/readyz");
}

// What there is, rather than what is in it: "/apis/apps/v1" and above.
bool isDiscovery(const std::string& path) {
  if (isHealth(path) || begins(path, "/openapi") || path == "/api" || path == "/apis") return true;
  return path == "/api/v1" || (begins(path, "/apis/") && std::count(path.begin(), path.end(), '/') <= 3);
}

bool isReview(const std::string& path) {
  return begins(path, "/apis/authorization.k8s.io/") || begins(path, "/apis/authentication.k8s.io/");
}

bool isLimitedsOwn(const std::string& path) {
  const std::string base = "/api/v1/namespaces/aiagent/";
  return begins(path, base + "pods") || begins(path, base + "services");
}

bool isAllowed(const Caller& caller, const std::string& method, const std::string& path) {
  if (caller.user == "admin") return true;
  if (isHealth(path)) return true;
  if (caller.user == "anonymous") return false;
  if (isDiscovery(path) || isReview(path)) return true;
  const bool reads = method == "GET" || method == "HEAD";
  if (caller.user == "limited") return reads && isLimitedsOwn(path);
  return reads && path.find("/secrets") == std::string::npos;
}

std::string userNameOf(const Caller& caller) {
  if (!caller.impersonated.empty()) return caller.impersonated;
  if (caller.user == "anonymous") return "system:anonymous";
  return caller.user == "reader" ? "system:serviceaccount:aiagent:dashboard-reader" : caller.user;
}

std::string groupsOf(const Caller& caller) {
  JsonArray groups;
  for (std::size_t at = 0; at < caller.groups.size();) {
    const auto end = caller.groups.find(',', at);
    groups.text(std::string_view(caller.groups).substr(at, end - at));
    at = end + 1;
  }
  if (caller.impersonated.empty() && caller.user == "admin") groups.text("system:masters");
  groups.text("system:authenticated");
  return groups.take();
}

std::string accessReview(const Caller& caller, std::string_view body) {
  const auto attributes = jsonAt(body, "spec.resourceAttributes");
  const auto group = textAt(attributes, "group");
  const auto space = textAt(attributes, "namespace");
  const auto verb = textAt(attributes, "verb");
  const auto path = (group.empty() ? "/api/v1/" : "/apis/" + group + "/v1/") +
                    (space.empty() ? "" : "namespaces/" + space + "/") + textAt(attributes, "resource");
  static const std::set<std::string> kReading = {"get", "list", "watch"};
  const bool allowed = isAllowed(caller, kReading.count(verb) ? "GET" : "PATCH", path);
  return JsonObject()
      .text("kind", "SelfSubjectAccessReview")
      .text("apiVersion", "authorization.k8s.io/v1")
      .raw("spec", jsonAt(body, "spec").empty() ? "{}" : jsonAt(body, "spec"))
      .raw("status", JsonObject().boolean("allowed", allowed).take())
      .take();
}

}  // namespace

std::string statusJson(int code, std::string_view reason, std::string_view message, int retryAfterSeconds) {
  JsonObject json;
  json.text("kind", "Status").text("apiVersion", "v1").raw("metadata", "{}").text("status", "Failure");
  json.text("message", message).text("reason", reason);
  if (retryAfterSeconds > 0)
    json.raw("details", JsonObject().integer("retryAfterSeconds", retryAfterSeconds).take());
  return json.integer("code", code).take();
}

std::optional<Ready> refusal(const Caller& caller, const std::string& method, const Target& target) {
  if (caller.user == "bad-token") return Ready{401, statusJson(401, "Unauthorized", "Unauthorized")};
  if (isAllowed(caller, method, target.path)) return std::nullopt;
  return Ready{403, statusJson(403, "Forbidden",
                               "User \"" + userNameOf(caller) + "\" cannot " + method + " " + target.path)};
}

std::optional<Ready> review(const Caller& caller, const Target& target, std::string_view body) {
  if (target.path == "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")
    return Ready{201, accessReview(caller, body)};
  if (target.path != "/apis/authentication.k8s.io/v1/selfsubjectreviews") return std::nullopt;
  if (caller.user == "reader" && caller.impersonated.empty()) return std::nullopt;  // recorded
  const auto info = JsonObject().text("username", userNameOf(caller)).raw("groups", groupsOf(caller)).take();
  return Ready{201, JsonObject()
                        .text("kind", "SelfSubjectReview")
                        .text("apiVersion", "authentication.k8s.io/v1")
                        .raw("status", JsonObject().raw("userInfo", info).take())
                        .take()};
}

}  // namespace aiagent::fake_cluster
