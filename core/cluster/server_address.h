// The addresses of a kubeconfig: an API server's, and a proxy's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aiagent::cluster {

// `server` as "https://host[:port][/path]" without a slash at its end. One without a scheme is https where
// there is anything of TLS in the entry, else http (client-go, rest/url_utils.go). Nothing when it is no
// address: another scheme, no host, a user name, a query, blanks or control characters.
std::optional<std::string> serverAddress(std::string_view server, bool hasTls);

// http, https or socks5 (and socks5h) with a host.
bool isProxyAddress(std::string_view proxy);

// The host of an address without brackets and port: "::1" of "https://[::1]:6443".
std::string hostOf(std::string_view address);

}  // namespace aiagent::cluster
