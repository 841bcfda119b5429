#include "core/sync/trouble.h"

#include <gmock/gmock.h>

namespace aiagent::sync {
namespace {

struct Case {
  int status;
  const char* body;
  TroubleKind kind;
  const char* reason;
};

TEST(Trouble, ofAnAnswer_isWhatItsWordMeans) {
  const Case cases[] = {
      {409, R"({"error":"resync","reason":"epoch_changed"})", TroubleKind::Resync, "epoch_changed"},
      {409, R"({"error":"gap","expect_n":3})", TroubleKind::Rewound, "gap"},
      {409, R"({"error":"idempotency_mismatch"})", TroubleKind::Rewound, "idempotency_mismatch"},
      {403, R"({"error":"client_of_another"})", TroubleKind::Rewound, "client_of_another"},
      {403, R"({"error":"space_revoked"})", TroubleKind::Revoked, "space_revoked"},
      {426, R"({"error":"upgrade_required"})", TroubleKind::Upgrade, "upgrade_required"},
      {401, R"({"error":"not_signed_in"})", TroubleKind::SignIn, "not_signed_in"},
      {503, R"({"error":"busy"})", TroubleKind::Busy, "busy"},
      {500, R"({"error":"internal"})", TroubleKind::Network, "internal"},
      {400, R"({"error":"invalid"})", TroubleKind::Refused, "invalid"},
  };
  for (const auto& one : cases) {
    const auto trouble = troubleOf(one.status, one.body, std::nullopt);
    EXPECT_EQ(trouble.kind, one.kind) << one.body;
    EXPECT_EQ(trouble.reason, one.reason);
  }
}

TEST(Trouble, ofAProxysPage_neverStops) {
  for (const int status : {200, 302, 401, 403, 404, 409, 426, 500}) {
    EXPECT_EQ(troubleOf(status, "<html>Sign in to the hotel</html>", std::nullopt).kind,
              TroubleKind::Network);
    EXPECT_EQ(troubleOf(status, R"({"error":)", std::nullopt).kind, TroubleKind::Network);
  }
  EXPECT_EQ(troubleOf(429, "slow down", base::Milliseconds(7)).retryAfter, base::Milliseconds(7));
  EXPECT_EQ(troubleOf(429, "slow down", std::nullopt).kind, TroubleKind::Busy);
}

TEST(Trouble, ofTheDisk_isStorage) {
  EXPECT_EQ(troubleOf(base::Error{.code = base::ErrorCode::StorageFull}).kind, TroubleKind::Storage);
  EXPECT_EQ(troubleOf(base::Error{.code = base::ErrorCode::BadResponse}).kind, TroubleKind::Network);
}

}  // namespace
}  // namespace aiagent::sync
