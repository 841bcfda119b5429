#include "core/authoring/generate/generation_review.h"

#include <gmock/gmock.h>

namespace aiagent::authoring {
namespace {

using testing::ElementsAre;

GenerationReview proposed() {
  GenerationReview review;
  review.propose(Field::Name, std::string("New"));
  review.propose(Field::Prompt, std::string("New {{a}}"));
  review.propose(Field::Variables, std::vector<domain::Variable>{{.name = "a"}});
  review.propose(Field::Model, ModelTier::Best);
  review.propose(Field::Starters, std::vector<std::string>{"Hi"});
  return review;
}

TEST(GenerationReview, newAgent_takesWhatWasAccepted) {
  auto review = proposed();
  review.accept(Field::Name);
  review.accept(Field::Model);
  review.reject(Field::Prompt);
  const auto merged = review.mergedOnto({}, "sol");
  EXPECT_EQ(merged.kept.name, "New");
  EXPECT_EQ(merged.kept.model, "sol");
  EXPECT_TRUE(merged.kept.prompt.empty());
  EXPECT_TRUE(merged.kept.starters.empty());
  EXPECT_EQ(merged.kept, merged.draft);
  EXPECT_TRUE(merged.viaDraft.empty());
}

TEST(GenerationReview, textOfThePerson_isNeverOverwritten) {
  auto review = proposed();
  review.acceptAll();
  domain::AgentContent existing;
  existing.name = "Mine";
  existing.prompt = "Mine";
  const auto merged = review.mergedOnto(existing, "");
  EXPECT_EQ(merged.kept.name, "Mine");
  EXPECT_EQ(merged.kept.prompt, "Mine");
  EXPECT_TRUE(merged.kept.variables.empty()) << "they are those of the other prompt";
  EXPECT_THAT(merged.kept.starters, ElementsAre("Hi"));
  EXPECT_TRUE(merged.kept.model.empty());
  EXPECT_EQ(merged.draft.name, "New");
  EXPECT_EQ(merged.draft.prompt, "New {{a}}");
  EXPECT_EQ(merged.draft.variables.size(), 1u);
  EXPECT_THAT(merged.viaDraft, ElementsAre(Field::Name, Field::Prompt, Field::Variables));
}

TEST(GenerationReview, sameValue_isNoChange) {
  GenerationReview review;
  review.edit(Field::Name, std::string("Mine"));
  domain::AgentContent existing;
  existing.name = "Mine";
  EXPECT_TRUE(review.mergedOnto(existing, "").viaDraft.empty());
}

TEST(GenerationReview, decision_isNotUndoneByTheStream) {
  GenerationReview review;
  review.propose(Field::Name, std::string("A"));
  review.edit(Field::Name, std::string("Mine"));
  review.propose(Field::Name, std::string("B"));
  EXPECT_EQ(review.find(Field::Name)->value, FieldValue(std::string("Mine")));
  review.accept(Field::Name);
  EXPECT_EQ(review.find(Field::Name)->state, ReviewState::Edited);
  review.proposeAgain(Field::Name, std::string("B"));
  EXPECT_EQ(review.find(Field::Name)->state, ReviewState::Proposed);
  review.accept(Field::Prompt);
  EXPECT_EQ(review.find(Field::Prompt), nullptr);
  EXPECT_TRUE(review.taken().name.empty());
  review.accept(Field::Name);
  EXPECT_EQ(review.taken().name, "B");
}

}  // namespace
}  // namespace aiagent::authoring
