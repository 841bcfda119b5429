// The server's sockets: a thread a connection, HTTP/1.1, with TLS or without.
#pragma once

#include <cstdint>
#include <string>

#include "app/tools/fake_cluster/recordings.h"
#include "app/tools/fake_cluster/script.h"

namespace aiagent::fake_cluster {

struct ServerOptions {
  std::uint16_t port = 0;        // 0: any free one
  std::string certificate, key;  // files; empty: clear text
  std::string clientAuthority;   // a file: who shows a certificate of it is the user it names
  double speed = 1;
};

// Prints "port N" and serves until the process ends. Gives an exit status when it cannot begin.
int serve(const ServerOptions& options, const Recordings& recordings, Script& script);

}  // namespace aiagent::fake_cluster
