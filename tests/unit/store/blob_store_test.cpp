#include "core/store/blob_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "core/base/sha256.h"
#include "tests/support/temp_folder.h"

namespace aiagent::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using namespace std::chrono_literals;

class BlobStoreTest : public ::testing::Test {
 protected:
  fs::path file(const std::string& name, const std::string& bytes) {
    const auto path = m_folder.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  void overwrite(const std::string& sha256, const std::string& bytes) {
    std::ofstream(m_blobs.pathOf(sha256), std::ios::binary | std::ios::trunc) << bytes;
  }
  std::size_t filesIn(const fs::path& folder) {
    std::error_code error;
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error))
      count += entry.is_regular_file();
    return count;
  }
  fs::path incoming() { return m_folder.path() / "profile/blobs/incoming"; }

  test::TempFolder m_folder;
  BlobStore m_blobs{m_folder.path() / "profile"};
  base::WallTime m_now = std::chrono::time_point_cast<base::Milliseconds>(std::chrono::system_clock::now());
};

TEST_F(BlobStoreTest, file_isKeptUnderItsHashAndReadBack) {
  const std::string bytes(3'000'000, 'x');
  std::int64_t told = 0;
  const auto blob = m_blobs.addFile(file("a.txt", bytes), [&](std::int64_t done, std::int64_t all) {
    told = done;
    return all == 3'000'000;
  });
  ASSERT_TRUE(blob.ok());
  EXPECT_EQ(blob->sha256, base::sha256Hex(bytes));
  EXPECT_EQ(blob->bytes, 3'000'000);
  EXPECT_EQ(told, 3'000'000);
  EXPECT_TRUE(m_blobs.has(blob->sha256, 3'000'000));
  EXPECT_FALSE(m_blobs.has(blob->sha256, 2'999'999));
  EXPECT_EQ(*m_blobs.read(blob->sha256), bytes);
  EXPECT_EQ(filesIn(incoming()), 0u);
}

TEST_F(BlobStoreTest, cancelled_leavesNothing) {
  const auto blob =
      m_blobs.addFile(file("a.txt", std::string(3'000'000, 'x')), [](auto, auto) { return false; });
  EXPECT_EQ(blob.error().code, ErrorCode::Cancelled);
  EXPECT_EQ(filesIn(m_folder.path() / "profile"), 0u);
}

TEST_F(BlobStoreTest, whatCannotBeRead_isTold) {
  EXPECT_EQ(m_blobs.addFile(m_folder.path() / "none").error().detail, "cannot be opened");
  EXPECT_EQ(m_blobs.addFile(m_folder.path()).error().detail, "cannot be read");
  ASSERT_EQ(::mkfifo((m_folder.path() / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(m_blobs.addFile(m_folder.path() / "pipe").error().detail, "cannot be read");
  const auto huge = file("huge", "");
  fs::resize_file(huge, std::uintmax_t(kLargestBlob) + 1);
  const auto refused = m_blobs.addFile(huge);
  EXPECT_EQ(refused.error().detail, "too large");
  EXPECT_EQ(refused.error().subject, huge.string());
}

TEST_F(BlobStoreTest, missingAndAltered_areToldApart) {
  EXPECT_EQ(m_blobs.read(base::sha256Hex("none")).error().code, ErrorCode::NotFound);
  EXPECT_EQ(m_blobs.read("../../etc/passwd").error().code, ErrorCode::NotFound);
  const auto blob = m_blobs.addBytes("good");
  overwrite(blob->sha256, "evil");
  EXPECT_TRUE(m_blobs.has(blob->sha256, 4));
  EXPECT_EQ(m_blobs.read(blob->sha256).error().code, ErrorCode::Conflict);
  EXPECT_EQ(m_blobs.verify(blob->sha256).error().code, ErrorCode::Conflict);
}

TEST_F(BlobStoreTest, addingAgain_mendsAnAlteredBlob) {
  const auto blob = m_blobs.addBytes("good");
  overwrite(blob->sha256, "torn");
  ASSERT_TRUE(m_blobs.addBytes("good").ok());
  EXPECT_EQ(*m_blobs.read(blob->sha256), "good");
}

TEST_F(BlobStoreTest, pieces_areRefusedUnderAnotherHash) {
  auto writer = m_blobs.begin();
  ASSERT_TRUE(writer->add("half ").ok());
  ASSERT_TRUE(writer->add("whole").ok());
  EXPECT_EQ(writer->finish(base::sha256Hex("other")).error().code, ErrorCode::Conflict);
  EXPECT_FALSE(m_blobs.has(base::sha256Hex("half whole"), 10));
  auto right = m_blobs.begin();
  ASSERT_TRUE(right->add("half ").ok());
  ASSERT_TRUE(right->add("whole").ok());
  EXPECT_TRUE(right->finish(base::sha256Hex("half whole")).ok());
}

// A program killed in the middle of a write: nothing is there under the name, and the rest is swept away.
TEST_F(BlobStoreTest, killedWhileWriting_leavesNoBlob) {
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const auto child = ::fork();
  if (child == 0) {
    auto writer = m_blobs.begin();
    if (!writer || !writer->add("half of it")) ::_exit(1);
    [[maybe_unused]] const auto told = ::write(ready[1], "x", 1);
    for (;;) ::pause();
  }
  char mark = 0;
  ASSERT_EQ(::read(ready[0], &mark, 1), 1);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ready[0]);
  ::close(ready[1]);
  EXPECT_EQ(filesIn(incoming()), 1u);
  EXPECT_FALSE(m_blobs.has(base::sha256Hex("half of it"), 10));
  ASSERT_TRUE(m_blobs.sweep({}, m_now).ok());
  EXPECT_EQ(filesIn(incoming()), 1u) << "another program may still be writing it";
  ASSERT_TRUE(m_blobs.sweep({}, m_now + 25h).ok());
  EXPECT_EQ(filesIn(incoming()), 0u);
}

TEST_F(BlobStoreTest, sweep_removesOnlyWhatWasUnusedForLong) {
  const auto used = m_blobs.addBytes("used"), unused = m_blobs.addBytes("unused");
  ASSERT_TRUE(m_blobs.sweep({used->sha256}, m_now).ok());
  EXPECT_TRUE(m_blobs.has(unused->sha256, 6));
  EXPECT_EQ(m_blobs.sweep({used->sha256}, m_now + kBlobGrace - 1h)->removed, 0);
  const auto swept = m_blobs.sweep({used->sha256}, m_now + kBlobGrace + 1h);
  EXPECT_EQ(swept->removed, 1);
  EXPECT_EQ(swept->bytes, 6);
  EXPECT_FALSE(m_blobs.has(unused->sha256, 6));
  EXPECT_TRUE(m_blobs.has(used->sha256, 4));
}

TEST_F(BlobStoreTest, usedOrAddedAgain_theGraceBeginsAnew) {
  const auto one = m_blobs.addBytes("one"), two = m_blobs.addBytes("two");
  ASSERT_TRUE(m_blobs.sweep({}, m_now).ok());
  ASSERT_TRUE(m_blobs.sweep({one->sha256}, m_now + 24h).ok());  // somebody needs it again, then no more
  ASSERT_TRUE(m_blobs.addBytes("two").ok());
  EXPECT_EQ(m_blobs.sweep({}, m_now + kBlobGrace + 1h)->removed, 0);
  EXPECT_TRUE(m_blobs.has(one->sha256, 3));
  EXPECT_TRUE(m_blobs.has(two->sha256, 3));
}

}  // namespace
}  // namespace aiagent::store
