#include "core/cluster/actions/object.h"

#include <gtest/gtest.h>

#include "core/wire/tree_json.h"

namespace aiagent::cluster {
namespace {

TEST(Object, selector_isWrittenAsTheQueryHasIt) {
  const auto selector = wire::parseJson(
      R"({"matchLabels":{"app":"web"},"matchExpressions":[{"key":"tier","operator":"In","values":["a","b"]},)"
      R"({"key":"x","operator":"Exists"},{"key":"y","operator":"DoesNotExist"},)"
      R"({"key":"z","operator":"NotIn","values":["c"]}]})");
  EXPECT_EQ(selectorText(&*selector), "app=web,tier in (a,b),x,!y,z notin (c)");
}

TEST(Object, operatorThatIsNotKnown_selectsNothing) {
  const auto selector = wire::parseJson(R"({"matchExpressions":[{"key":"a","operator":"Near"}]})");
  EXPECT_EQ(selectorText(&*selector), "");
}

TEST(Object, valuesOfAnotherType_areAsGoodAsMissing) {
  const auto tree = wire::parseJson(R"({"a":{"b":1},"c":"x"})").value();
  EXPECT_EQ(textAt(tree, {"a", "b"}), "");
  EXPECT_EQ(numberAt(tree, {"c"}, 5), 5);
  EXPECT_EQ(at(tree, {"c", "d"}), nullptr);
  EXPECT_TRUE(listAt(tree, {"a"}).empty());
}

TEST(Object, ofMembersOfOneName_theLastCounts) {
  auto twice = wire::parseJson(R"({"a":1,"a":2})").value();
  EXPECT_TRUE(sameJson(twice, twice));
  EXPECT_FALSE(sameJson(twice, wire::parseJson(R"({"a":2,"b":3})").value()));
  put(twice, "a", std::int64_t{5});
  EXPECT_EQ(numberAt(twice, {"a"}), 5);
}

TEST(Object, readyPodOnItsWayOut_isNotReady) {
  const std::string status = R"("status":{"conditions":[{"type":"Ready","status":"True"}]}})";
  EXPECT_TRUE(isReady(wire::parseJson(R"({"metadata":{},)" + status).value()));
  EXPECT_FALSE(isReady(wire::parseJson(R"({"metadata":{"deletionTimestamp":"x"},)" + status).value()));
}

}  // namespace
}  // namespace aiagent::cluster
