#include "core/store/upload_repository.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/store/agent_repository.h"
#include "tests/support/temp_store.h"
#include "tests/unit/store/samples.h"

namespace aiagent::store {
namespace {

using domain::UploadKind;

domain::Upload upload(const std::string& remote) {
  return {.provider = "openai",
          .baseUrl = "https://api.openai.com/v1",
          .remote = remote,
          .name = "faq.md",
          .sha256 = std::string(64, 'a'),
          .bytes = 12};
}

std::string found(test::TempStore& store, UploadKind kind = UploadKind::File) {
  return *store.read(
      [&](Connection& c) { return findUpload(c, "https://api.openai.com/v1", kind, std::string(64, 'a')); });
}

TEST(UploadRepository, upload_isFoundByItsHashAndListed) {
  test::TempStore store;
  auto kept = upload("file-1");
  kept.agent = store.ids().make<domain::AgentId>();
  kept.created = store.clock().wallNow();
  kept.expires = kept.created + std::chrono::hours(24);
  ASSERT_TRUE(store.write([&](Connection& c) { return saveUpload(c, kept); }).ok());
  EXPECT_EQ(found(store), "file-1");
  EXPECT_EQ(found(store, UploadKind::VectorStore), "");
  EXPECT_EQ(*store.read([](Connection& c) { return listUploads(c); }), std::vector{kept});
}

TEST(UploadRepository, expired_isNotFound) {
  test::TempStore store;
  auto kept = upload("file-1");
  kept.expires = store.clock().wallNow() + std::chrono::hours(1);
  ASSERT_TRUE(store.write([&](Connection& c) { return saveUpload(c, kept); }).ok());
  store.clock().advance(std::chrono::hours(2));
  EXPECT_EQ(found(store), "");
}

TEST(UploadRepository, sameIdAgain_replacesWhatIsKnown) {
  test::TempStore store;
  auto kept = upload("vs_1");
  kept.kind = UploadKind::VectorStore;
  ASSERT_TRUE(store.write([&](Connection& c) { return saveUpload(c, kept); }).ok());
  kept.bytes = 99;
  ASSERT_TRUE(store.write([&](Connection& c) { return saveUpload(c, kept); }).ok());
  const auto all = store.read([](Connection& c) { return listUploads(c); });
  ASSERT_EQ(all->size(), 1u);
  EXPECT_EQ(all->front().bytes, 99);
}

TEST(UploadRepository, deleted_isGone) {
  test::TempStore store;
  ASSERT_TRUE(store.write([](Connection& c) { return saveUpload(c, upload("file-1")); }).ok());
  ASSERT_TRUE(
      store.write([](Connection& c) { return deleteUpload(c, "https://api.openai.com/v1", "file-1"); }).ok());
  EXPECT_EQ(found(store), "");
}

TEST(UploadRepository, blobsInUse_areThoseOfAgentsDraftsAndVersions) {
  test::TempStore store;
  auto content = test::fullContent();
  content.knowledge = {{"a.md", "text/markdown", std::string(64, 'a'), 1, domain::KnowledgeUse::InputFile}};
  const auto agent = store.write([&](Connection& c) { return insertAgent(c, content); });
  ASSERT_TRUE(agent.ok());
  auto draft = domain::AgentDraft{.agent = agent->id, .content = content};
  draft.content.knowledge[0].sha256 = std::string(64, 'b');
  ASSERT_TRUE(store.write([&](Connection& c) { return saveDraft(c, draft); }).ok());
  const auto used = store.read([](Connection& c) { return blobsInUse(c); });
  EXPECT_THAT(*used, ::testing::UnorderedElementsAre(std::string(64, 'a'), std::string(64, 'b')));
}

}  // namespace
}  // namespace aiagent::store
