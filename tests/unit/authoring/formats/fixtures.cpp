#include "tests/unit/authoring/formats/fixtures.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/authoring/formats/folder_reader.h"
#include "core/authoring/formats/readers.h"

namespace aiagent::authoring {
namespace {

std::filesystem::path fixturesFolder() {
  const char* source = std::getenv("AIAGENT_SOURCE_DIR");
  return std::filesystem::path(source ? source : ".") / "tests/unit/authoring/formats/fixtures";
}

std::string describedLosses(const std::vector<Loss>& losses) {
  std::string text;
  for (const auto& loss : losses)
    text += "  - " + loss.field + " (" + std::string(toWord(loss.reason)) + "): " + loss.excerpt + '\n';
  return text;
}

std::string describedAgent(const Imported& agent) {
  auto text = writeOwnJson({{agent.content, agent.id, agent.versions}}).front().bytes;
  if (!agent.losses.empty()) text += "losses:\n" + describedLosses(agent.losses);
  for (const auto& file : agent.attachments) text += "attached: " + file.name + " <- " + file.path + '\n';
  return text;
}

}  // namespace

Files fixture(const std::string& folder) {
  auto read = readPath(fixturesFolder() / folder);
  EXPECT_TRUE(read.ok()) << folder;
  return read ? std::move(read->files) : Files();
}

std::string described(const ImportResult& result) {
  std::string text;
  for (const auto& item : result.items) {
    text += "== " + item.source + ' ' + (item.format ? std::string(toWord(*item.format)) : "?") + '\n';
    text += item.imported
                ? describedAgent(*item.imported)
                : "refused: " + item.imported.error().subject + ": " + item.imported.error().detail + '\n';
  }
  for (const auto& path : result.ignored) text += "ignored: " + path + '\n';
  return text;
}

void expectGolden(const std::string& path, const std::string& text) {
  const auto file = fixturesFolder() / path;
  if (std::getenv("AIAGENT_GOLDEN_UPDATE")) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
  }
  std::ifstream stream(file, std::ios::binary);
  ASSERT_TRUE(stream.is_open()) << file;
  const std::string expected(std::istreambuf_iterator<char>(stream), {});
  EXPECT_EQ(text, expected) << path;
}

}  // namespace aiagent::authoring
