// LiveHub: who listens to which workspace in this process, and how far its stream is. Hints only: one that
// gets lost costs a moment, and what changed is always pulled.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace aiagent::server {

struct Listener {
  std::string space;
  std::string user;
  std::string device;
  std::function<void()> wake;  // safe from any thread
  std::atomic<std::int64_t> head{0};
  std::atomic<bool> ended{false};  // the membership, or the device's credential
};
using ListenerPointer = std::shared_ptr<Listener>;

// Safe from any thread.
class LiveHub {
 public:
  explicit LiveHub(std::size_t most) : m_most(most) {}

  // False: there are too many.
  bool add(const ListenerPointer& listener);
  void remove(const ListenerPointer& listener);
  // Wakes those who have not seen `head` yet; a lower one, which another answer overtook, is left out.
  void poke(const std::string& space, std::int64_t head);
  void end(Listener& listener);
  // How far the stream is, as its listeners were told; 0: nobody listens.
  std::int64_t head(const std::string& space) const;

  std::vector<std::string> spaces() const;
  std::vector<ListenerPointer> listeners() const;
  std::size_t size() const;

 private:
  mutable std::mutex m_mutex;
  std::unordered_map<std::string, std::vector<ListenerPointer>> m_spaces;
  std::size_t m_size = 0;
  std::size_t m_most;
};

}  // namespace aiagent::server
