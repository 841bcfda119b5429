// A list read while it arrives: an answer of hundreds of megabytes (thirty thousand pods; servers ignore
// `limit` for a list from their cache, contract D4.2) never lies in memory whole.
#pragma once

#include <memory>
#include <string_view>

#include "core/wire/kube_list.h"

namespace aiagent::wire {

// Call from one thread. Holds the item being read, and what the list says beside its items.
class KubeListStream {
 public:
  using Sink = KubeListReader::Sink;
  static constexpr std::size_t kLongestItem = 16u << 20;
  static constexpr std::size_t kLongestEnvelope = 1u << 20;

  // `names` must outlive the stream, not the rows.
  KubeListStream(base::Interner& names, KubeKind kind, std::size_t longestItem = kLongestItem);
  ~KubeListStream();
  KubeListStream(KubeListStream&&) noexcept;
  KubeListStream& operator=(KubeListStream&&) noexcept;

  // Rows come in the order of the body. After something that is no list nothing more comes.
  void feed(std::string_view bytes, const Sink& sink);
  // It is no list, or an item is longer than allowed: finish() will fail, whatever comes.
  bool isBroken() const;
  // The body has ended. BadResponse: no list of objects, cut, or an item longer than allowed; rows that were
  // told before are then worth nothing.
  base::Result<KubeListEnd> finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace aiagent::wire
