// RecordReader: takes members off a record and lists what nobody took.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/formats/document.h"
#include "core/authoring/formats/format.h"

namespace aiagent::authoring {

using Losses = std::vector<Loss>;

// Adds a loss, at most kMostLosses and one more that says so.
void addLoss(Losses& losses, Loss loss);

// `record` and `losses` must outlive it. `path` stands before the names of its losses: "model.".
class RecordReader {
 public:
  RecordReader(const Tree& record, std::string path, Losses& losses);

  // The value, or null where there is none (JSON's null counts as none).
  const Tree* take(std::string_view name);
  // A scalar as text; "" and a loss where it is something else.
  std::string text(std::string_view name);
  // A list of scalars, or one scalar.
  std::vector<std::string> texts(std::string_view name);
  std::optional<std::int64_t> integer(std::string_view name);
  // What is there is lost for the reason.
  void drop(std::string_view name, LossReason reason);
  // Taken without a loss: says nothing that an agent would keep (dates, counters).
  void ignore(std::string_view name);
  void lose(std::string_view name, LossReason reason, const Tree& value);
  std::string pathOf(std::string_view name) const { return m_path + std::string(name); }
  Losses& losses() { return m_losses; }
  // Each member that was not taken is a loss; references to the environment and to files are named as such,
  // down to the leaf.
  void finish();

 private:
  const Tree& m_record;
  std::string m_path;
  Losses& m_losses;
  std::set<std::string, std::less<>> m_taken;
};

// Loses `tree` leaf by leaf, so that each is named.
void loseTree(Losses& losses, const std::string& path, LossReason reason, const Tree& tree);

}  // namespace aiagent::authoring
