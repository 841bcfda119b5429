// GenerationReview: what a person decided about each proposed field, and what comes of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/authoring/generate/generated_agent.h"

namespace aiagent::authoring {

enum class ReviewState { Proposed, Accepted, Edited, Rejected };

struct ReviewedField {
  ReviewState state = ReviewState::Proposed;
  FieldValue value;
  bool operator==(const ReviewedField&) const = default;
};

// Text that the person wrote is never overwritten: what was accepted for a field that is not empty goes into
// the draft alone, which is shown as a diff.
struct Merged {
  // The existing content with its empty fields filled; variables and cases only together with the prompt.
  domain::AgentContent kept;
  domain::AgentContent draft;   // the same with the other accepted fields in the place of the existing ones
  std::vector<Field> viaDraft;  // where the two differ
  bool operator==(const Merged&) const = default;
};

class GenerationReview {
 public:
  // A new proposal. One that was accepted or edited stays: the person's decision is not undone by a stream
  // that goes on.
  void propose(Field field, FieldValue value);
  // As propose(), but asked for by the person: replaces whatever is there.
  void proposeAgain(Field field, FieldValue value);

  // No effect on a field without a proposal.
  void accept(Field field);
  void acceptAll();  // all that are Proposed
  void reject(Field field);
  void edit(Field field, FieldValue value);  // also where nothing was proposed

  const ReviewedField* find(Field field) const;  // null: nothing proposed
  const std::map<Field, ReviewedField>& all() const { return m_fields; }
  bool isTaken(Field field) const;  // accepted or edited
  // The taken fields; for asking for another one.
  GeneratedAgent taken() const;

  // `model` is the model of the proposed tier; empty: none.
  Merged mergedOnto(const domain::AgentContent& existing, std::string_view model) const;

  bool operator==(const GenerationReview&) const = default;

 private:
  std::map<Field, ReviewedField> m_fields;
};

}  // namespace aiagent::authoring
