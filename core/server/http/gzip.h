// gzip (RFC 1952), for answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aiagent::server {

// Whether an Accept-Encoding header asks for it.
bool acceptsGzip(std::string_view header);
// The fastest level. Nothing where zlib fails.
std::optional<std::string> gzipped(std::string_view bytes);

}  // namespace aiagent::server
