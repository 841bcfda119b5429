// A list as an API server answers it, read into rows in one pass.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/wire/kube_rows.h"
#include "core/wire/kube_status.h"

namespace aiagent::wire {

// What a list says of itself.
struct KubeListEnd {
  std::string resourceVersion;  // watch from here
  std::string continueToken;  // not empty: there is another page, whatever the number of rows (contract D4.3)
  std::optional<std::int64_t> remaining;
  std::optional<KubeStatus> status;  // the body was a Status instead; there were no rows
  bool operator==(const KubeListEnd&) const = default;
};

// Call from one thread. Keeps what the last list needed of memory, unless it was much.
class KubeListReader {
 public:
  // Bytes that a body needs behind it; a string with this much capacity to spare is not copied.
  static constexpr std::size_t kPadding = 64;
  using Sink = std::function<void(KubeRow&&)>;

  // `names` must outlive the reader, not the rows.
  explicit KubeListReader(base::Interner& names);
  ~KubeListReader();
  KubeListReader(KubeListReader&&) noexcept;
  KubeListReader& operator=(KubeListReader&&) noexcept;

  // The rows of one page, of the kind that was asked for, in the order of the body. BadResponse: no list of
  // objects; rows that were told before are then worth nothing, as the body may be cut anywhere. Members that
  // no row wants are skipped without a close look: bytes there that are no JSON may pass.
  base::Result<KubeListEnd> read(std::string body, KubeKind kind, const Sink& sink);
  // The body of one object (GET of a name). BadResponse: none, or a Status, which readKubeStatus reads.
  base::Result<KubeRow> readObject(std::string body, KubeKind kind);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace aiagent::wire
