#include "core/server/identity/keys.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "core/server/identity/secrets.h"

namespace aiagent::server {
namespace {

using namespace std::chrono_literals;

PublishedKey key(const char* kid, std::chrono::seconds age) {
  return {kid, *EcKey::generate(), age};
}

TEST(KeySet, aSingleNewKey_signs) {
  EXPECT_EQ(KeySet({key("a", 0s)}).signer().kid, "a");
}

TEST(KeySet, aKeyPublishedJustNow_doesNotSignYet) {
  EXPECT_EQ(KeySet({key("a", 720h), key("b", 599s)}).signer().kid, "a");
  EXPECT_EQ(KeySet({key("a", 720h), key("b", 600s)}).signer().kid, "b");
}

TEST(KeySet, jwks_showsTheCoordinatesAndNothingPrivate) {
  const KeySet keys({key("a", 720h), key("b", 0s)});
  const auto shown = boost::json::parse(keys.jwks()).at("keys").as_array();
  ASSERT_EQ(shown.size(), 2);
  EXPECT_EQ(shown[1].at("kid"), "b");
  EXPECT_EQ(fromBase64Url(std::string(shown[1].at("x").as_string())), keys.find("b")->x());
  EXPECT_FALSE(shown[1].as_object().contains("d"));
  EXPECT_EQ(keys.find("c"), nullptr);
}

TEST(KeySet, rowsOfTheDatabase_becomeKeys) {
  const auto made = candidateKey();
  ASSERT_TRUE(made);
  EXPECT_EQ(made->at(0)->size(), 32);
  const auto keys = keySetOf({{made->at(0), made->at(3), "17"}});
  ASSERT_TRUE(keys);
  EXPECT_NE(keys->find(*made->at(0)), nullptr);
  EXPECT_EQ(keys->signer().age, 17s);
  EXPECT_EQ(keySetOf({{"a", "no key", "17"}}).error().code, base::ErrorCode::StorageDamaged);
}

TEST(KeyRing, aReplacedSet_staysWithWhoHoldsIt) {
  KeyRing ring;
  EXPECT_TRUE(ring.current()->empty());
  ring.replace(KeySet({key("a", 0s)}));
  const auto held = ring.current();
  ring.replace(KeySet({key("b", 0s)}));
  EXPECT_NE(held->find("a"), nullptr);
  EXPECT_EQ(ring.current()->find("a"), nullptr);
}

}  // namespace
}  // namespace aiagent::server
