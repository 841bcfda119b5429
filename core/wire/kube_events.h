// The stream of a watch: bytes in any pieces to frames (contract D4.5).
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "core/wire/kube_rows.h"
#include "core/wire/kube_status.h"

namespace aiagent::wire {

enum class FrameType : std::uint8_t {
  Added,
  Modified,
  Deleted,     // the row is the object's last state, with a new resourceVersion
  Bookmark,    // nothing changed up to `resourceVersion`
  Error,       // `status`; the stream ends behind it
  Unreadable,  // a line that is too long or no event: an object is unknown now, so list anew
};

struct WatchFrame {
  FrameType type = FrameType::Unreadable;
  KubeRow row;                    // Added, Modified, Deleted
  std::string resourceVersion;    // of the row or the bookmark
  bool initialEventsEnd = false;  // the bookmark that ends the initial events of a watch-list
  KubeStatus status;              // Error
  std::string fault;              // Unreadable: why, for logs
};

// Call from one thread. Frames are lines; one cut anywhere is kept until its end comes. Memory is at most
// about three times the longest line, and what a long line took is given back after it.
class WatchParser {
 public:
  using Sink = std::function<void(WatchFrame&&)>;
  static constexpr std::size_t kLongestLine = 16u << 20;  // etcd keeps objects of at most a few MiB

  // Objects are read as `kind`. `names` must outlive the parser, not the rows.
  WatchParser(base::Interner& names, KubeKind kind, std::size_t longestLine = kLongestLine);
  ~WatchParser();
  WatchParser(WatchParser&&) noexcept;
  WatchParser& operator=(WatchParser&&) noexcept;

  // A line that is too long is told of when it is, not at its end. The sink must neither feed nor destroy the
  // parser that calls it.
  void feed(std::string_view bytes, const Sink& sink);
  // The stream ended: a last line without its end is an event when it is whole JSON, and nothing otherwise,
  // as connections are cut anywhere.
  void finish(const Sink& sink);

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace aiagent::wire
