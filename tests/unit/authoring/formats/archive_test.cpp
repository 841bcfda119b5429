#include "core/authoring/formats/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include "core/authoring/formats/export.h"
#include "core/authoring/formats/import.h"

namespace aiagent::authoring {
namespace {

struct Entry {
  const char* path;
  std::string bytes;
  const char* link = nullptr;
};

la_ssize_t append(archive*, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return la_ssize_t(size);
}

// Writes what writeZip() would refuse.
std::string rawZip(const std::vector<Entry>& entries) {
  std::string out;
  auto* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_set_bytes_in_last_block(writer, 1);
  archive_write_open(writer, &out, nullptr, append, nullptr);
  for (const auto& one : entries) {
    auto* entry = archive_entry_new();
    archive_entry_set_pathname(entry, one.path);
    archive_entry_set_perm(entry, 0644);
    if (one.link) {
      archive_entry_set_filetype(entry, AE_IFLNK);
      archive_entry_set_symlink(entry, one.link);
      archive_entry_set_size(entry, 0);
    } else {
      archive_entry_set_filetype(entry, AE_IFREG);
      archive_entry_set_size(entry, la_int64_t(one.bytes.size()));
    }
    archive_write_header(writer, entry);
    archive_write_data(writer, one.bytes.data(), one.bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  return out;
}

std::string refusal(const std::string& zip) {
  const auto files = readZip(zip);
  return files ? "read" : files.error().detail;
}

TEST(Zip, files_comeBackInTheOrderOfTheirPaths) {
  const Files files = {{"b/c.md", "x"}, {"a.json", std::string("\0\xff", 2)}, {"ä/漢.md", ""}};
  const auto zip = writeZip(files);
  ASSERT_TRUE(zip.ok());
  EXPECT_TRUE(isZip(*zip));
  EXPECT_EQ(*writeZip({files[2], files[0], files[1]}), *zip) << "the order of the files is no matter";
  const auto read = readZip(*zip);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(*read, (Files{files[1], files[0], files[2]}));
  EXPECT_FALSE(writeZip({{"../a", ""}}).ok());
}

TEST(Zip, anyFormat_canBeZipped) {
  const auto exported = exportAgent({{.name = "Triage", .prompt = "Hi"}, {}, {}}, Format::LibraryFolder);
  const auto read = readZip(*writeZip(exported->files));
  ASSERT_TRUE(read.ok());
  const auto result = importFiles(*read);
  ASSERT_EQ(result.items.size(), 1u);
  EXPECT_EQ(result.items[0].imported->content.name, "Triage");
}

TEST(Zip, entriesThatLeadElsewhere_refuseTheArchive) {
  for (const char* path : {"../a.md", "/etc/passwd", "a/../../b", "C:\\x", "..\\x"})
    EXPECT_EQ(refusal(rawZip({{"ok.md", "x"}, {path, "x"}})), "a path that leads elsewhere") << path;
  EXPECT_EQ(refusal(rawZip({{"link.md", "", "/etc/passwd"}})), "a link");
  EXPECT_EQ(refusal(rawZip({{"a.md", "1"}, {"a.md", "2"}})), "the same name twice");
}

TEST(Zip, bomb_isRefusedWhileItUnpacks) {
  std::vector<Entry> entries;
  const std::string zeros(32u << 20, '\0');
  for (const char* path : {"a", "b", "c"}) entries.push_back({path, zeros});
  const auto zip = rawZip(entries);
  EXPECT_LT(zip.size(), 200'000u);
  EXPECT_EQ(refusal(zip), "unpacks to too much");
  EXPECT_EQ(refusal(rawZip({{"a", std::string(65u << 20, 'x')}})), "unpacks to too much");
}

TEST(Zip, truncatedOrChanged_isRefused) {
  const auto zip = *writeZip({{"a.md", std::string(5'000, 'x') + "yz"}, {"b.md", "hello"}});
  for (std::size_t size = 0; size < zip.size(); ++size)
    EXPECT_FALSE(readZip(zip.substr(0, size)).ok()) << size;
  for (std::size_t at = 0; at < zip.size(); ++at) {
    auto changed = zip;
    changed[at] = char(changed[at] ^ 0x55);
    if (const auto read = readZip(changed)) {
      EXPECT_LE(read->size(), 2u);
    }
  }
  EXPECT_FALSE(readZip("no zip").ok());
  // the directory's first mark is gone, so that it lists nothing
  auto unlisted = zip;
  unlisted[zip.find("PK\x01\x02")] = 'X';
  EXPECT_FALSE(readZip(unlisted).ok());
}

}  // namespace
}  // namespace aiagent::authoring
