#include "core/server/http/gzip.h"

#include <zlib.h>

#include <algorithm>

namespace aiagent::server {
namespace {

constexpr int kGzipWindow = 15 + 16;  // zlib: 16 more asks for gzip's header

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

bool acceptsGzip(std::string_view header) {
  while (!header.empty()) {
    const auto end = std::min(header.find(','), header.size());
    const auto item = trimmed(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));
    const auto semicolon = std::min(item.find(';'), item.size());
    const auto weight = trimmed(item.substr(std::min(semicolon + 1, item.size())));
    if (trimmed(item.substr(0, semicolon)) == "gzip")
      return weight.find_first_not_of("q=0.") != std::string_view::npos || weight.empty();
  }
  return false;
}

std::optional<std::string> gzipped(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
  std::string packed(deflateBound(&stream, uLong(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = uInt(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = uInt(packed.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return done ? std::optional(std::move(packed)) : std::nullopt;
}

}  // namespace aiagent::server
