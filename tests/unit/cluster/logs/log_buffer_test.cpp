#include "core/cluster/logs/log_buffer.h"

#include <gmock/gmock.h>

namespace aiagent::cluster {
namespace {

using testing::ElementsAre;

LogLine line(std::string text) {
  return {.text = std::move(text)};
}

TEST(LogBuffer, linesBeyondTheLimit_goToTheirOwner_oldestFirst) {
  LogBuffer buffer({.lines = 2});
  std::vector<std::string> evicted;
  for (const char* text : {"1", "2", "3", "4"})
    buffer.add(line(text), [&](const LogLine& one) { evicted.push_back(one.text); });
  EXPECT_THAT(evicted, ElementsAre("1", "2"));
  EXPECT_EQ(buffer.size(), 2u);
  EXPECT_EQ(buffer.at(0).text, "3");
  EXPECT_EQ(buffer.evicted(), 2u);
}

TEST(LogBuffer, bytesBeyondTheLimit_makeRoomToo_butForTheNewestLine) {
  LogBuffer buffer({.lines = 100, .bytes = 10});
  buffer.add(line("12345"));
  buffer.add(line("12345"));
  EXPECT_EQ(buffer.size(), 2u);
  buffer.add(line("1"));
  EXPECT_EQ(buffer.size(), 2u);
  EXPECT_EQ(buffer.bytes(), 6u);
  buffer.add(line(std::string(50, 'x')));
  EXPECT_EQ(buffer.size(), 1u);
  EXPECT_EQ(buffer.at(0).text.size(), 50u);
}

TEST(LogBuffer, cleared_isAsInTheBeginning) {
  LogBuffer buffer({.lines = 1});
  buffer.add(line("a"));
  buffer.add(line("b"));
  buffer.clear();
  EXPECT_EQ(buffer.size() + buffer.bytes() + buffer.evicted(), 0u);
}

}  // namespace
}  // namespace aiagent::cluster
