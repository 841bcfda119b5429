#include "core/base/interner.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace aiagent::base {

// The text lies right behind its node: one allocation a name.
Name::Name(std::string_view text) {
  text = text.substr(0, 1u << 30);
  m_node = new (::operator new(sizeof(Node) + text.size())) Node;
  m_node->size = std::uint32_t(text.size());
  std::memcpy(reinterpret_cast<char*>(m_node + 1), text.data(), text.size());
}

void Name::drop() {
  if (!m_node || m_node->uses.fetch_sub(1, std::memory_order_acq_rel) != 1) return;
  m_node->~Node();
  ::operator delete(m_node);
}

Name Interner::name(std::string_view text) {
  if (text.empty()) return {};
  if (const auto found = m_names.find(text); found != m_names.end()) return *found;
  if (m_names.size() >= m_nextSweep) sweep();
  return *m_names.insert(Name(text)).first;
}

void Interner::sweep() {
  // Only this thread can make a further use of what it alone holds.
  std::erase_if(m_names, [](const Name& name) { return !name.shared(); });
  m_nextSweep = std::max(kFirstSweep, m_names.size() * 2);
}

}  // namespace aiagent::base
