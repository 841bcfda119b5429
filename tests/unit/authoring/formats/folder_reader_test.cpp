#include "core/authoring/formats/folder_reader.h"

#include <gtest/gtest.h>

#include <fstream>

#include "core/authoring/formats/archive.h"
#include "tests/support/temp_folder.h"

namespace aiagent::authoring {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(ReadPath, folder_isReadWithoutLinksAndHiddenFolders) {
  test::TempFolder folder, outside;
  write(outside / "secret.md", "secret");
  write(folder / "b/c.md", "c");
  write(folder / "a.md", "a");
  write(folder / ".git/config", "x");
  write(folder / "node_modules/m/README.md", "x");
  fs::create_symlink(outside / "secret.md", folder / "link.md");
  fs::create_directory_symlink(outside.path(), folder / "linked");
  fs::create_directory_symlink(folder.path(), folder / "b/round");
  const auto read = readPath(folder.path());
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->files, (Files{{"a.md", "a"}, {"b/c.md", "c"}}));
  auto skipped = read->skipped;
  std::sort(skipped.begin(), skipped.end());
  EXPECT_EQ(skipped, (std::vector<std::string>{"b/round", "link.md", "linked"}));
}

TEST(ReadPath, fileAndZip_areSets) {
  test::TempFolder folder;
  write(folder / "x.md", "x");
  EXPECT_EQ(readPath(folder / "x.md")->files, (Files{{"x.md", "x"}}));
  write(folder / "x.zip", *writeZip({{"in/y.md", "y"}}));
  EXPECT_EQ(readPath(folder / "x.zip")->files, (Files{{"in/y.md", "y"}}));
  EXPECT_EQ(readPath(folder / "none").error().code, base::ErrorCode::NotFound);
}

TEST(WriteFolder, unchangedFiles_areLeftAlone) {
  test::TempFolder folder;
  const Files files = {{"a/b.md", "one"}, {"c.md", "two"}};
  ASSERT_TRUE(writeFolder(folder.path(), files).ok());
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(folder / "a/b.md", old);
  const auto before = fs::last_write_time(folder / "a/b.md");
  ASSERT_TRUE(writeFolder(folder.path(), {{"a/b.md", "one"}, {"c.md", "three"}}).ok());
  EXPECT_EQ(fs::last_write_time(folder / "a/b.md"), before);
  EXPECT_EQ(readPath(folder.path())->files, (Files{{"a/b.md", "one"}, {"c.md", "three"}}));
}

TEST(ReadPath, hugeFile_isRefusedUnread) {
  test::TempFolder folder;
  write(folder / "x.json", "{");
  fs::resize_file(folder / "x.json", std::uintmax_t(1) << 40);  // sparse
  const auto read = readPath(folder / "x.json");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().detail, "too large");
  const auto all = readPath(folder.path());
  ASSERT_TRUE(all.ok());
  EXPECT_EQ(all->skipped, std::vector<std::string>{"x.json"});
}

TEST(WriteFolder, staleFiles_goWithTheFoldersTheyLeaveEmpty) {
  test::TempFolder folder;
  ASSERT_TRUE(
      writeFolder(folder.path(), {{"old/agent.md", "a"}, {"kept/agent.md", "b"}, {"kept/cases.yaml", "c"}})
          .ok());
  ASSERT_TRUE(writeFolder(folder.path(), {{"new/agent.md", "a"}}, {"kept/cases.yaml", "old/agent.md"}).ok());
  EXPECT_EQ(readPath(folder.path())->files, (Files{{"kept/agent.md", "b"}, {"new/agent.md", "a"}}));
  EXPECT_FALSE(fs::exists(folder / "old"));
  EXPECT_FALSE(writeFolder(folder.path(), {}, {"../x"}).ok());
}

TEST(WriteFolder, stoppedBetweenTwoFiles_takesNothingAway) {
  test::TempFolder folder;
  ASSERT_TRUE(writeFolder(folder.path(), {{"old.md", "a"}}).ok());
  int asked = 0;
  const auto end = writeFolder(folder.path(), {{"1.md", "b"}, {"2.md", "c"}}, {"old.md"},
                               [&asked] { return ++asked < 2; });
  ASSERT_FALSE(end.ok());
  EXPECT_EQ(end.error().code, base::ErrorCode::Cancelled);
  EXPECT_EQ(readPath(folder.path())->files, (Files{{"1.md", "b"}, {"old.md", "a"}}));
}

TEST(WriteFolder, linkOnTheWay_refusesBeforeAnythingIsWritten) {
  test::TempFolder folder, outside;
  fs::create_directory_symlink(outside.path(), folder / "a");
  EXPECT_FALSE(writeFolder(folder.path(), {{"0.md", "x"}, {"a/b.md", "x"}}).ok());
  EXPECT_FALSE(writeFolder(folder.path(), {{"0.md", "x"}, {"../b.md", "x"}}).ok());
  EXPECT_FALSE(fs::exists(folder / "0.md"));
  EXPECT_TRUE(fs::is_empty(outside.path()));
}

}  // namespace
}  // namespace aiagent::authoring
