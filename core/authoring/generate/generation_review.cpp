#include "core/authoring/generate/generation_review.h"

#include <algorithm>

namespace aiagent::authoring {
namespace {

// Variables and cases are those of a prompt: they go where it goes.
bool goesWithThePrompt(Field field) {
  return field == Field::Variables || field == Field::Cases;
}

}  // namespace

void GenerationReview::propose(Field field, FieldValue value) {
  if (!isTaken(field)) proposeAgain(field, std::move(value));
}

void GenerationReview::proposeAgain(Field field, FieldValue value) {
  m_fields[field] = {ReviewState::Proposed, std::move(value)};
}

void GenerationReview::accept(Field field) {
  const auto found = m_fields.find(field);
  if (found != m_fields.end() && found->second.state != ReviewState::Edited)
    found->second.state = ReviewState::Accepted;
}

void GenerationReview::acceptAll() {
  for (auto& [field, reviewed] : m_fields)
    if (reviewed.state == ReviewState::Proposed) reviewed.state = ReviewState::Accepted;
}

void GenerationReview::reject(Field field) {
  if (const auto found = m_fields.find(field); found != m_fields.end())
    found->second.state = ReviewState::Rejected;
}

void GenerationReview::edit(Field field, FieldValue value) {
  m_fields[field] = {ReviewState::Edited, std::move(value)};
}

const ReviewedField* GenerationReview::find(Field field) const {
  const auto found = m_fields.find(field);
  return found == m_fields.end() ? nullptr : &found->second;
}

bool GenerationReview::isTaken(Field field) const {
  const auto* reviewed = find(field);
  return reviewed && (reviewed->state == ReviewState::Accepted || reviewed->state == ReviewState::Edited);
}

GeneratedAgent GenerationReview::taken() const {
  GeneratedAgent agent;
  for (const auto& [field, reviewed] : m_fields)
    if (isTaken(field)) setValue(agent, field, reviewed.value);
  return agent;
}

Merged GenerationReview::mergedOnto(const domain::AgentContent& existing, std::string_view model) const {
  Merged merged{existing, existing, {}};
  for (const auto& [field, reviewed] : m_fields) {
    if (!isTaken(field)) continue;
    const auto before = merged.draft;
    applyField(merged.draft, field, reviewed.value, model);
    if (merged.draft == before) continue;
    const bool promptWaits =
        std::find(merged.viaDraft.begin(), merged.viaDraft.end(), Field::Prompt) != merged.viaDraft.end();
    if (isFieldEmpty(existing, field) && !(promptWaits && goesWithThePrompt(field)))
      applyField(merged.kept, field, reviewed.value, model);
    else
      merged.viaDraft.push_back(field);
  }
  return merged;
}

}  // namespace aiagent::authoring
