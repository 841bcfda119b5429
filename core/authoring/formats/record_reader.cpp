#include "core/authoring/formats/record_reader.h"

#include "core/authoring/formats/import_limits.h"

namespace aiagent::authoring {
namespace {

LossReason reasonFor(std::string_view text, LossReason otherwise) {
  if (text.find("${env:") != std::string_view::npos) return LossReason::EnvironmentReference;
  if (text.find("${file:") != std::string_view::npos || text.starts_with("file://"))
    return LossReason::FileReference;
  return otherwise;
}

constexpr std::size_t kDeepestNamed = 4;

void loseLevel(Losses& losses, const std::string& path, LossReason reason, const Tree& tree,
               std::size_t level) {
  if (tree.isRecord() && !tree.members().empty() && level < kDeepestNamed) {
    for (const auto& [name, value] : tree.members())
      loseLevel(losses, path + '.' + name, reason, value, level + 1);
    return;
  }
  const auto text = tree.isNull() ? std::string("null") : tree.asText();
  addLoss(losses, makeLoss(path, reasonFor(text, reason), text));
}

}  // namespace

void addLoss(Losses& losses, Loss loss) {
  if (losses.size() < kMostLosses)
    losses.push_back(std::move(loss));
  else if (losses.size() == kMostLosses)
    losses.push_back({.field = "…", .reason = loss.reason, .excerpt = {}});
}

void loseTree(Losses& losses, const std::string& path, LossReason reason, const Tree& tree) {
  loseLevel(losses, path, reason, tree, 0);
}

RecordReader::RecordReader(const Tree& record, std::string path, Losses& losses)
    : m_record(record), m_path(std::move(path)), m_losses(losses) {}

const Tree* RecordReader::take(std::string_view name) {
  m_taken.insert(std::string(name));
  const auto* value = m_record.find(name);
  return value && !value->isNull() ? value : nullptr;
}

std::string RecordReader::text(std::string_view name) {
  const auto* value = take(name);
  if (!value) return {};
  if (value->isScalar()) return value->asText();
  lose(name, LossReason::Invalid, *value);
  return {};
}

std::vector<std::string> RecordReader::texts(std::string_view name) {
  std::vector<std::string> all;
  const auto* value = take(name);
  if (!value) return all;
  if (value->isScalar()) return {value->asText()};
  if (!value->isList()) lose(name, LossReason::Invalid, *value);
  for (const auto& item : value->items()) {
    if (item.isScalar())
      all.push_back(item.asText());
    else
      lose(name, LossReason::Invalid, item);
  }
  return all;
}

std::optional<std::int64_t> RecordReader::integer(std::string_view name) {
  const auto* value = take(name);
  if (!value) return std::nullopt;
  if (const auto* number = value->integer()) return *number;
  lose(name, LossReason::Invalid, *value);
  return std::nullopt;
}

void RecordReader::drop(std::string_view name, LossReason reason) {
  if (const auto* value = take(name)) lose(name, reason, *value);
}

void RecordReader::ignore(std::string_view name) {
  m_taken.insert(std::string(name));
}

void RecordReader::lose(std::string_view name, LossReason reason, const Tree& value) {
  loseTree(m_losses, pathOf(name), reason, value);
}

void RecordReader::finish() {
  for (const auto& [name, value] : m_record.members())
    if (!m_taken.count(name)) lose(name, LossReason::Unknown, value);
}

}  // namespace aiagent::authoring
