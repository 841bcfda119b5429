// How pieces, items and the snapshot become messages, and what a view is told of it.
#include <gmock/gmock.h>

#include "core/runs/run_machine.h"
#include "tests/unit/runs/run_driver.h"

namespace aiagent::runs {
namespace {

using domain::PartKind;
using domain::Role;
using testing::ElementsAre;

struct Streaming : RunDriver {
  Streaming() {
    start();
    streamBegins();
  }
  void delta(PartKind kind, std::string text, std::int32_t output = 0, std::int32_t content = 0) {
    give(wire::PieceDelta{{output, content}, kind, std::move(text)});
  }
  std::vector<std::string> texts() const {
    std::vector<std::string> all;
    for (const auto& message : run().messages)
      for (const auto& part : message.parts) all.push_back(part.text);
    return all;
  }
  // A view that followed every action holds what the run holds.
  void expectShownIsTrue() const {
    for (const auto& [place, text] : shown()) {
      ASSERT_LT(place.first, run().messages.size());
      ASSERT_LT(place.second, run().messages[place.first].parts.size());
      EXPECT_EQ(text, run().messages[place.first].parts[place.second].text)
          << place.first << "/" << place.second;
    }
    for (std::size_t m = 1; m < run().messages.size(); ++m)
      for (std::size_t p = 0; p < run().messages[m].parts.size(); ++p)
        if (!run().messages[m].parts[p].text.empty() &&
            run().messages[m].parts[p].kind != PartKind::ToolCall) {
          EXPECT_TRUE(shown().contains({m, p})) << m << "/" << p;
        }
  }
};

wire::OutputItem item(std::int32_t output, std::string type, std::vector<domain::Part> parts) {
  return {.output = output, .type = std::move(type), .parts = std::move(parts), .raw = "{}"};
}

domain::Part part(PartKind kind, std::string text, std::string name = {}, std::string callId = {}) {
  return {kind, std::move(text), std::move(name), std::move(callId)};
}

TEST(RunMachineMessages, deltas_growOnePartWithoutRejoining) {
  Streaming s;
  for (const auto* piece : {"Hel", "lo", " 漢"}) s.text(piece);
  EXPECT_THAT(s.texts(), ElementsAre("hi", "Hello 漢"));
  EXPECT_EQ(s.count<AppendText>(), 3);
  EXPECT_EQ(s.count<ReplaceText>(), 0);
  EXPECT_EQ(s.last<AppendText>()->message, 1u);
  EXPECT_EQ(s.last<AppendText>()->part, 0u);
  EXPECT_EQ(s.run().messages[1].role, Role::Assistant);
  EXPECT_FALSE(s.run().messages[1].id.isNull());
}

TEST(RunMachineMessages, reasoningAndText_areMessagesOfTheirOwn) {
  Streaming s;
  s.delta(PartKind::ReasoningSummary, "hm", 0, 0);
  s.delta(PartKind::ReasoningSummary, "aha", 0, 1);
  s.delta(PartKind::Text, "Yes", 1, 0);
  ASSERT_EQ(s.run().messages.size(), 3u);
  EXPECT_EQ(s.run().messages[1].parts[1].kind, PartKind::ReasoningSummary);
  EXPECT_EQ(s.run().text(), "Yes");
  s.expectShownIsTrue();
}

TEST(RunMachineMessages, refusal_isVisibleText) {
  Streaming s;
  s.delta(PartKind::Refusal, "I cannot help with that.");
  EXPECT_EQ(s.count<AppendText>(), 1);
  EXPECT_EQ(s.run().text(), "I cannot help with that.");
  EXPECT_EQ(s.run().messages[1].parts[0].kind, PartKind::Refusal);
}

TEST(RunMachineMessages, toolArguments_areNoTextButKept) {
  Streaming s;
  s.give(wire::ItemAdded{.output = 0, .type = "function_call", .name = "lookup", .callId = "call_1"});
  s.delta(PartKind::ToolCall, R"({"q":)");
  s.delta(PartKind::ToolCall, R"("x"})");
  EXPECT_EQ(s.count<AppendText>(), 0);
  EXPECT_EQ(s.run().messages[1].parts[0], part(PartKind::ToolCall, R"({"q":"x"})", "lookup", "call_1"));
  const auto before = s.count<ReplaceText>();
  s.give(wire::PieceDone{{0, 0}, PartKind::ToolCall, R"({"q":"x"})"});
  EXPECT_EQ(s.count<ReplaceText>(), before + 1);  // views learn of the whole call
  EXPECT_EQ(s.run().text(), "");
}

TEST(RunMachineMessages, providersTool_isShownAsSoonAsItBegins) {
  Streaming s;
  s.itemAdded(0, "web_search_call");
  EXPECT_EQ(s.run().messages[1].parts[0], part(PartKind::Other, "", "web_search_call"));
}

TEST(RunMachineMessages, keysOutOfOrder_areSorted) {
  Streaming s;
  s.text("C", 2);
  s.text("B2", 1, 3);
  s.text("A", 0);
  s.text("B1", 1, 0);
  s.text("c", 2);
  EXPECT_THAT(s.texts(), ElementsAre("hi", "A", "B1", "B2", "Cc"));
  s.expectShownIsTrue();
}

TEST(RunMachineMessages, done_replacesWhatWasStreamedDifferently) {
  Streaming s;
  s.text("Helo");
  s.give(wire::PieceDone{{0, 0}, PartKind::Text, "Hello"});
  EXPECT_EQ(s.count<ReplaceText>(), 1);
  EXPECT_EQ(s.run().text(), "Hello");
  s.text(" too late");
  EXPECT_EQ(s.run().text(), "Hello");
  s.expectShownIsTrue();
}

TEST(RunMachineMessages, doneThatOnlyContinues_isAppended) {
  Streaming s;
  s.text("Hel");
  s.give(wire::PieceDone{{0, 0}, PartKind::Text, "Hello"});
  EXPECT_EQ(s.count<ReplaceText>(), 0);
  EXPECT_EQ(s.last<AppendText>()->text, "lo");
  s.give(wire::PieceDone{{0, 0}, PartKind::Text, "Hello"});
  EXPECT_EQ(s.count<AppendText>(), 2);
  s.expectShownIsTrue();
}

TEST(RunMachineMessages, emptyDone_doesNotEraseWhatArrived) {
  Streaming s;
  s.text("Hello");
  s.give(wire::PieceDone{{0, 0}, PartKind::Text, ""});
  s.give(wire::ModelEvent(item(0, "message", {})));
  EXPECT_EQ(s.run().text(), "Hello");
}

TEST(RunMachineMessages, itemDone_isAuthoritativeAndKeptRaw) {
  Streaming s;
  s.text("Helo", 0, 0);
  s.text("gone", 0, 1);
  auto whole = item(0, "message", {part(PartKind::Text, "Hello")});
  whole.raw = R"({"type":"message","phase":"final_answer"})";
  s.give(wire::ModelEvent(whole));
  EXPECT_EQ(s.run().text(), "Hello");
  EXPECT_EQ(s.run().messages[1].rawItem, whole.raw);
  s.text("late", 0, 0);
  EXPECT_EQ(s.run().text(), "Hello");
  s.expectShownIsTrue();
}

TEST(RunMachineMessages, itemThatComesWholeWithoutDeltas_isAppended) {
  Streaming s;
  s.give(wire::ModelEvent(item(0, "message", {part(PartKind::Text, "All at once")})));
  EXPECT_EQ(s.last<AppendText>()->text, "All at once");
  s.expectShownIsTrue();
}

TEST(RunMachineMessages, snapshot_endsAsOneMessagePerItemInOrder) {
  Streaming s;
  s.itemAdded(0, "reasoning");
  s.text("Hello", 1);
  wire::Ended ended;
  ended.items = {item(0, "reasoning", {}), item(1, "message", {part(PartKind::Text, "Hello")}),
                 item(2, "function_call", {part(PartKind::ToolCall, "{}", "f", "c")})};
  s.give(wire::ModelEvent(ended));
  ASSERT_EQ(s.run().messages.size(), 4u);
  EXPECT_EQ(s.run().messages[0].role, Role::User);
  EXPECT_TRUE(s.run().messages[1].parts.empty());
  EXPECT_EQ(s.run().messages[2].text(), "Hello");
  EXPECT_EQ(s.run().messages[3].parts[0].name, "f");
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(s.run().messages[i].rawItem, "{}");
  s.expectShownIsTrue();
}

TEST(RunMachineMessages, snapshotNumberedOtherwise_doesNotDoubleTheText) {
  Streaming s;
  s.text("Hello", 0);
  wire::Ended ended;
  ended.items = {item(0, "reasoning", {part(PartKind::ReasoningSummary, "hm")}),
                 item(1, "message", {part(PartKind::Text, "Hello")})};
  s.give(wire::ModelEvent(ended));
  EXPECT_THAT(s.texts(), ElementsAre("hi", "hm", "Hello"));
  s.expectShownIsTrue();
}

TEST(RunMachineMessages, snapshotInAnotherOrder_movesTheMessages) {
  Streaming s;
  s.text("second", 0);
  s.give(wire::ItemAdded{.output = 1, .type = "function_call", .name = "f", .callId = "c"});
  wire::Ended ended;
  ended.items = {item(0, "function_call", {part(PartKind::ToolCall, "{}", "f", "c")}),
                 item(1, "message", {part(PartKind::Text, "second")})};
  s.give(wire::ModelEvent(ended));
  EXPECT_THAT(s.texts(), ElementsAre("hi", "{}", "second"));
  s.expectShownIsTrue();
}

TEST(RunMachineMessages, streamedItemThatTheSnapshotLacks_isKept) {
  Streaming s;
  s.text("Hello", 0);
  s.delta(PartKind::Text, "More", 1);
  wire::Ended ended;
  ended.items = {item(0, "message", {part(PartKind::Text, "Hello")})};
  s.give(wire::ModelEvent(ended));
  EXPECT_EQ(s.run().text(), "HelloMore");
}

TEST(RunMachineMessages, itemsThatHoldNothing_areDroppedAtTheEnd) {
  Streaming s;
  s.itemAdded(0, "reasoning");
  s.itemAdded(1, "message");
  s.text("half", 1);
  s.transportEnds();
  ASSERT_EQ(s.run().messages.size(), 2u);
  EXPECT_EQ(s.run().messages[1].text(), "half");
}

TEST(RunMachineMessages, floodOfOutputs_isBounded) {
  Streaming s;
  for (std::int32_t i = 0; i < 6'000; ++i)
    s.give(wire::ModelEvent(wire::ItemAdded{.output = i, .type = "x"}));
  EXPECT_LE(s.run().messages.size(), 4'097u);
}

TEST(RunMachineMessages, longAnswer_costsLinearTime) {
  Streaming s;
  for (int i = 0; i < 200'000; ++i) s.text("0123456789");
  EXPECT_EQ(s.run().messages[1].parts[0].text.size(), 2'000'000u);
}

}  // namespace
}  // namespace aiagent::runs
