#include "core/authoring/generate/json_stream.h"

#include <gmock/gmock.h>

#include "tests/support/json_events.h"

namespace aiagent::authoring {
namespace {

using support::JsonEvents;

const std::vector<std::string> kDocuments = {
    R"({"name":"Größe 漢字 😀","list":[1,-2.5e+3,0,1E-2,true,false,null,[],{}],"deep":{"a":{"b":[[""]]}}})",
    R"( { "x" : "\"\\\/\b\f\n\r\t\u0041\u00e4\u6F22\uD83D\uDE00\u0000" , "x\u0041" : "😀\ud83d\ude00é" } )",
    R"("a string alone \u20ac")",
    "-12.75",
    "[\n  {\"a\": \"1\"},\r\n\t{\"a\": \"2\"}\n]",
};

std::optional<boost::json::value> read(const std::vector<std::string_view>& pieces,
                                       JsonStreamOptions options = {}) {
  JsonEvents events(options);
  for (const auto piece : pieces) events.feed(piece);
  auto value = events.finish();
  EXPECT_TRUE(events.kept());
  EXPECT_TRUE(events.placed());
  return value;
}

std::optional<JsonFault> faultOf(std::string_view text, JsonStreamOptions options = {}) {
  JsonEvents events(options);
  events.feed(text);
  events.finish();
  return events.stream().fault();
}

TEST(JsonStream, everySplit_readsWhatBoostReads) {
  for (const auto& document : kDocuments) {
    const auto expected = boost::json::parse(document);
    const std::string_view text = document;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      const auto value = read({text.substr(0, i), text.substr(i)});
      ASSERT_TRUE(value) << document << " split at " << i;
      ASSERT_EQ(*value, expected) << document << " split at " << i;
    }
  }
}

TEST(JsonStream, everyPairOfSplits_readsWhatBoostReads) {
  for (const auto& document : kDocuments) {
    const auto expected = boost::json::parse(document);
    const std::string_view text = document;
    for (std::size_t i = 0; i <= text.size(); ++i)
      for (std::size_t j = i; j <= text.size(); ++j) {
        const auto value = read({text.substr(0, i), text.substr(i, j - i), text.substr(j)});
        ASSERT_TRUE(value && *value == expected) << document << " split at " << i << " and " << j;
      }
  }
}

TEST(JsonStream, byteByByte_tellsWholeCharacters) {
  JsonStream stream;
  std::vector<std::string> pieces;
  for (const char c : std::string(R"({"a":"x漢\ud83d\ude00"})"))
    stream.feed({&c, 1}, [&](const JsonEvent& event) {
      if (event.kind == JsonEventKind::StringGrew) pieces.emplace_back(event.text);
    });
  EXPECT_THAT(pieces, testing::ElementsAre("x", "漢", "😀"));
  EXPECT_TRUE(stream.done());
}

TEST(JsonStream, events_haveTheirPath) {
  JsonStream stream;
  std::vector<std::string> seen;
  stream.feed(R"({"a":[{"b":"x"},2]})", [&](const JsonEvent& event) {
    std::string line = std::to_string(int(event.kind));
    for (const auto& step : stream.path())
      line += step.inArray ? "/" + std::to_string(step.index) : "/" + step.key;
    seen.push_back(line + " " + std::string(event.text));
  });
  const auto kind = [](JsonEventKind k, const std::string& rest) { return std::to_string(int(k)) + rest; };
  using K = JsonEventKind;
  EXPECT_THAT(seen, testing::ElementsAre(kind(K::ObjectBegin, " "), kind(K::Key, "/a a"),
                                         kind(K::ArrayBegin, "/a "), kind(K::ObjectBegin, "/a/0 "),
                                         kind(K::Key, "/a/0/b b"), kind(K::StringBegin, "/a/0/b "),
                                         kind(K::StringGrew, "/a/0/b x"), kind(K::StringEnd, "/a/0/b x"),
                                         kind(K::ObjectEnd, "/a/0 "), kind(K::Number, "/a/1 2"),
                                         kind(K::ArrayEnd, "/a "), kind(K::ObjectEnd, " ")));
}

struct Broken {
  const char* text;
  std::size_t offset;
};

TEST(JsonStream, faults_haveTheirOffset) {
  for (const auto& broken : std::vector<Broken>{{"", 0},
                                                {"{", 1},
                                                {"{} {}", 3},
                                                {"[1,]", 3},
                                                {R"({"a":1,})", 7},
                                                {"{'a':1}", 1},
                                                {"nul", 3},
                                                {"nulx", 3},
                                                {"01", 1},
                                                {"-", 1},
                                                {"-x", 1},
                                                {"1.", 2},
                                                {"1.e1", 2},
                                                {"1e", 2},
                                                {"[1 2]", 3},
                                                {R"({"a" 1})", 5},
                                                {R"(["\x"])", 3},
                                                {R"(["\u12G4"])", 6},
                                                {R"(["\ud800"])", 8},
                                                {R"(["\ud800x"])", 8},
                                                {R"(["\ud800\n"])", 9},
                                                {R"(["\ud800\u0041"])", 13},
                                                {R"(["\udc00"])", 7},
                                                {"\"\n\"", 1},
                                                {"\"\xFF\"", 1},
                                                {"\"\xC0\x80\"", 1},
                                                {"\"\xE0\x80\x80\"", 2},
                                                {"\"\xED\xA0\x80\"", 2},
                                                {"\"\xF4\x90\x80\x80\"", 2},
                                                {"\"\xE6\xBC\"", 3},
                                                {"\xEF\xBB\xBF{}", 0}}) {
    const auto fault = faultOf(broken.text);
    ASSERT_TRUE(fault) << broken.text;
    EXPECT_EQ(fault->offset, broken.offset) << broken.text << ": " << fault->what;
    boost::json::error_code error;
    boost::json::parse(broken.text, error);
    EXPECT_TRUE(error) << broken.text;
  }
}

TEST(JsonStream, afterAFault_nothingIsTold) {
  JsonStream stream;
  int events = 0;
  const auto count = [&](const JsonEvent&) { ++events; };
  stream.feed("[x", count);
  ASSERT_TRUE(stream.fault());
  stream.feed("1]", count);
  stream.finish(count);
  EXPECT_EQ(events, 1);
  EXPECT_EQ(stream.fault()->offset, 1u);
}

TEST(JsonStream, textAfterTheValue_isAFaultButTheValueIsDone) {
  JsonStream stream;
  stream.feed("{}\n```", [](const JsonEvent&) {});
  EXPECT_TRUE(stream.done());
  EXPECT_EQ(stream.fault()->offset, 3u);
}

TEST(JsonStream, depth_isBounded) {
  EXPECT_FALSE(faultOf(std::string(64, '[') + std::string(64, ']')));
  EXPECT_EQ(faultOf(std::string(65, '[') + std::string(65, ']'))->offset, 64u);
  EXPECT_EQ(faultOf("[[1]]", {.deepest = 1})->offset, 1u);
}

TEST(JsonStream, lenient_takesWhatCanMeanOneThing) {
  const JsonStreamOptions lenient{.lenient = true};
  EXPECT_EQ(*read({"{\"a\":[1,2,],}"}, lenient), boost::json::parse(R"({"a":[1,2]})"));
  EXPECT_EQ(*read({"[\"a\n\tb\"]"}, lenient), boost::json::parse(R"(["a\n\tb"])"));
  EXPECT_EQ(*read({"[\"a\n", "b\"]"}, lenient), boost::json::parse(R"(["a\nb"])"));
  for (const char* text : {"[,]", "{,}", "[1,,]", "{'a':1}", "[\"\x01\"]", "{\"a\":1,,}"})
    EXPECT_TRUE(faultOf(text, lenient)) << text;
  JsonEvents events(lenient);
  events.feed("{\"a\":[\"x\n\",],}");
  EXPECT_EQ(events.stream().tolerated(), 3u);
}

TEST(JsonStream, duplicateNames_theLastStays) {
  EXPECT_EQ(*read({R"({"a":1,"a":2})"}), boost::json::parse(R"({"a":2})"));
}

}  // namespace
}  // namespace aiagent::authoring
