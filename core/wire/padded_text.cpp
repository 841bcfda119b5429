#include "core/wire/padded_text.h"

#include <algorithm>
#include <cstring>

namespace aiagent::wire {

char* PaddedText::reserve(std::size_t size) {
  const std::size_t wanted = size + kPadding;
  if (wanted > m_capacity || (m_capacity > kKept && wanted <= kKept)) {
    m_capacity = std::max<std::size_t>(wanted, 4096);
    m_bytes.reset(new char[m_capacity]);
  }
  return m_bytes.get();
}

const char* PaddedText::copy(std::string_view text) {
  char* bytes = reserve(text.size());
  if (!text.empty()) std::memcpy(bytes, text.data(), text.size());
  std::memset(bytes + text.size(), 0, kPadding);
  return bytes;
}

}  // namespace aiagent::wire
