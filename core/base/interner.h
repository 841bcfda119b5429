// Names that many records share (a namespace, an image, a reason), kept once.
#pragma once

#include <atomic>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace aiagent::base {

// A shared, unchanging text in eight bytes. Names of one Interner are equal when their addresses are; others
// are compared by text. Copies may be read and dropped in any thread, also after the Interner is gone.
class Name {
 public:
  Name() = default;
  Name(const Name& other) : m_node(other.m_node) { keep(); }
  Name(Name&& other) noexcept : m_node(std::exchange(other.m_node, nullptr)) {}
  Name& operator=(Name other) noexcept {
    std::swap(m_node, other.m_node);
    return *this;
  }
  ~Name() { drop(); }

  std::string_view view() const { return m_node ? m_node->text() : std::string_view(); }
  operator std::string_view() const { return view(); }
  bool empty() const { return m_node == nullptr; }

  friend bool operator==(const Name& a, const Name& b) {
    return a.m_node == b.m_node || a.view() == b.view();
  }
  friend bool operator==(const Name& a, std::string_view b) { return a.view() == b; }
  friend auto operator<=>(const Name& a, const Name& b) { return a.view() <=> b.view(); }

 private:
  friend class Interner;
  struct Node {
    std::atomic<std::uint32_t> uses{1};
    std::uint32_t size = 0;
    std::string_view text() const { return {reinterpret_cast<const char*>(this + 1), size}; }
  };

  explicit Name(std::string_view text);  // its use counted for the caller
  void keep() const {
    if (m_node) m_node->uses.fetch_add(1, std::memory_order_relaxed);
  }
  void drop();
  bool shared() const { return m_node->uses.load(std::memory_order_acquire) > 1; }

  Node* m_node = nullptr;
};

// Call from one thread. Texts that nobody uses any more are forgotten each time their number has doubled, so
// that a watch that runs for weeks keeps no more than what it shows.
class Interner {
 public:
  static constexpr std::size_t kFirstSweep = 1024;

  // An empty text gives an empty name. Texts longer than 1 GiB are cut there.
  Name name(std::string_view text);
  std::size_t size() const { return m_names.size(); }
  void sweep();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    std::size_t operator()(const Name& name) const { return (*this)(name.view()); }
  };
  struct Equal {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const { return a == b; }
  };

  std::unordered_set<Name, Hash, Equal> m_names;
  std::size_t m_nextSweep = kFirstSweep;
};

}  // namespace aiagent::base
