// SHA-256 (FIPS 180-4), for content hashes and for files.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace aiagent::base {

// Fed piece by piece. Call from one thread.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  // 64 lower-case hex digits of everything added; the object is of no use afterwards.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

std::string sha256Hex(std::string_view bytes);
// The first eight bytes of the digest, as a big-endian number.
std::uint64_t sha256First64(std::string_view bytes);
// 64 lower-case hex digits.
bool isSha256Hex(std::string_view text);

}  // namespace aiagent::base
