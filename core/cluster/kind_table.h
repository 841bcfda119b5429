// KindTable: the rows of one kind as they were told last, by their identity. Call from one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/interner.h"
#include "core/wire/kube_rows.h"

namespace aiagent::cluster {

// Uids of rows; each stands in one list at most.
struct TableDiff {
  std::vector<std::string> added, changed, removed;
  bool empty() const { return added.empty() && changed.empty() && removed.empty(); }
};

// Several diffs of one table as one.
class DiffGatherer {
 public:
  void add(TableDiff diff);
  bool empty() const { return m_what.empty(); }
  std::size_t size() const { return m_what.size(); }
  // So many at most; the others stay.
  TableDiff take(std::size_t most = std::size_t(-1));

 private:
  enum class What : std::uint8_t { Added, Changed, Removed };
  std::unordered_map<std::string, What> m_what;
};

class KindTable {
 public:
  using Rows = std::unordered_map<std::string, wire::KubeRow>;
  using Owned = std::vector<const wire::KubeRow*>;
  // Three times the pods of the largest cluster that is supported (150,000), and far more text than they
  // have: a server that goes on telling of more is none.
  static constexpr std::size_t kMostRows = 500'000;
  static constexpr std::size_t kMostTexts = std::size_t(512) << 20;

  KindTable() = default;
  KindTable(const KindTable&) = delete;  // what is owned is known by the place of its row
  KindTable& operator=(const KindTable&) = delete;

  // Rows of a list that is not whole yet: nothing of them is seen before takeStaged().
  void beginStaging();
  void stage(wire::KubeRow row);
  void unstage(const wire::KubeRow& row);
  // They take the place of all rows; what is not among them is gone.
  TableDiff takeStaged();

  // As a watch tells it. A row that differs in its version alone is kept and told as no change: objects come
  // twice with nothing visible changed. One without a uid is known by namespace and name.
  TableDiff put(wire::KubeRow row);
  TableDiff remove(const wire::KubeRow& row);

  // There are more rows, or more texts in them, than any cluster has.
  bool isTooLarge() const { return m_rows.size() > kMostRows || m_texts > kMostTexts; }
  bool isStagedTooLarge() const { return m_staged.size() > kMostRows || m_stagedTexts > kMostTexts; }

  const wire::KubeRow* find(const std::string& uid) const;
  // Rows whose controller has this uid, or none where it is empty; in no order, until the next change. Who
  // never asks pays nothing for it.
  const Owned& ownedBy(std::string_view uid) const;
  const Rows& rows() const { return m_rows; }
  std::size_t size() const { return m_rows.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view uid) const { return std::hash<std::string_view>()(uid); }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return a == b; }
  };
  using ByOwner = std::unordered_map<base::Name, Owned, Hash, Equal>;

  void own(const wire::KubeRow& row) const;
  void disown(const wire::KubeRow& row);

  Rows m_rows, m_staged;
  mutable std::optional<ByOwner> m_owned;      // none: nobody asked yet
  std::size_t m_texts = 0, m_stagedTexts = 0;  // bytes
};

}  // namespace aiagent::cluster
