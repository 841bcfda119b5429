#include "core/services/cluster/cluster_identity.h"

#include <array>
#include <optional>

#include "core/wire/json_text.h"
#include "core/wire/tree.h"
#include "core/wire/tree_json.h"

namespace aiagent::services {
namespace {

using Told = std::function<void(base::Result<ClusterIdentity>)>;

constexpr std::array kReviewVersions = {"v1", "v1beta1", "v1alpha1"};

// A SelfSubjectReview's answer; nothing when it is none.
std::optional<ClusterIdentity> identityFrom(std::string_view body) {
  const auto tree = wire::parseJson(body);
  const auto* status = tree ? tree->find("status") : nullptr;
  const auto* user = status ? status->find("userInfo") : nullptr;
  const auto* name = user ? user->find("username") : nullptr;
  if (!name || !name->text()) return std::nullopt;
  ClusterIdentity identity{*name->text(), {}, true};
  if (const auto* groups = user->find("groups"))
    for (const auto& group : groups->items())
      if (group.text()) identity.groups.push_back(*group.text());
  return identity;
}

ClusterIdentity identityOf(const cluster::ClusterAccess& access) {
  if (!access.impersonation.empty()) return {access.impersonation.user, access.impersonation.groups};
  return {access.username.empty() ? access.user : access.username, {}};
}

bool isUnknownHere(const base::Error& error) {
  return error.httpStatus == 404 || error.httpStatus == 403 || error.httpStatus == 405;
}

// Asks one version after another, holding the call that goes on.
class Review : public KubeCall {
 public:
  Review(KubeClient& client, Told done) : m_client(client), m_done(std::move(done)) { ask(); }

 private:
  void ask() {
    const auto api = std::string("authentication.k8s.io/") + kReviewVersions[m_version];
    KubeRequest request{
        .method = "POST",
        .path = "/apis/" + api + "/selfsubjectreviews",
        .contentType = "application/json",
        .body = wire::JsonObject().text("apiVersion", api).text("kind", "SelfSubjectReview").take()};
    m_call = m_client.send(std::move(request),
                           [this](base::Result<KubeAnswer> answer) { take(std::move(answer)); });
  }

  // `m_done` may destroy this: nothing is touched after it.
  void take(base::Result<KubeAnswer> answer) {
    if (!answer && answer.error().httpStatus == 404 && m_version + 1 < kReviewVersions.size()) {
      ++m_version;
      return ask();
    }
    const auto done = std::move(m_done);
    if (!answer && !isUnknownHere(answer.error())) return done(answer.error());
    if (!answer) return done(identityOf(m_client.access()));
    auto told = identityFrom(answer->body);
    if (told) return done(std::move(*told));
    done(base::Error{.code = base::ErrorCode::BadResponse, .subject = m_client.access().server});
  }

  KubeClient& m_client;
  Told m_done;
  std::size_t m_version = 0;
  std::unique_ptr<KubeCall> m_call;
};

}  // namespace

std::unique_ptr<KubeCall> askIdentity(KubeClient& client, Told done) {
  return std::make_unique<Review>(client, std::move(done));
}

}  // namespace aiagent::services
