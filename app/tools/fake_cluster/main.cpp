// aiagent-fake-cluster: answers as a recorded Kubernetes API server did, with its pace, and with faults on
// demand.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "app/tools/fake_cluster/session.h"

namespace {

using namespace aiagent::fake_cluster;

constexpr char kUsage[] = R"(aiagent-fake-cluster FOLDER [OPTION…]

Serves the recorded traffic of FOLDER (by its index.json) on 127.0.0.1. The first line of output is "port N".

  --port N             that port; 0, and without it, any free one
  --cert FILE --key FILE   TLS with this certificate (PEM)
  --client-ca FILE     a client's certificate of this authority names the user
  --speed N            streams go N times as fast as they were recorded
  --token TOKEN=USER   a bearer token and whose it is: admin, reader or limited. Without any, the users'
                       names are their tokens.

GET /_control tells what was asked; POST /_control {"cut":true} and the like makes things go wrong: see script.h.
)";

struct Arguments {
  std::string folder;
  ServerOptions options;
  std::map<std::string, std::string> tokens;
  bool good = true;
};

Arguments parse(int argc, char** argv) {
  Arguments all;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word.substr(0, 2) != "--") {
      all.folder = word;
      continue;
    }
    if (i + 1 == argc) return all.good = false, all;
    const std::string value = argv[++i];
    if (word == "--port")
      all.options.port = std::uint16_t(std::atoi(value.c_str()));
    else if (word == "--cert")
      all.options.certificate = value;
    else if (word == "--key")
      all.options.key = value;
    else if (word == "--client-ca")
      all.options.clientAuthority = value;
    else if (word == "--speed")
      all.options.speed = std::atof(value.c_str());
    else if (word == "--token")
      all.tokens[value.substr(0, value.find('='))] = value.substr(value.find('=') + 1);
    else
      all.good = false;
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  auto arguments = parse(argc, argv);
  if (!arguments.good || arguments.folder.empty() || arguments.options.speed <= 0) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  auto recordings = Recordings::load(arguments.folder);
  if (!recordings) {
    std::fprintf(stderr, "aiagent-fake-cluster: cannot read %s\n", recordings.error().subject.c_str());
    return 1;
  }
  if (arguments.tokens.empty())
    for (const char* user : {"admin", "reader", "limited"}) arguments.tokens[user] = user;
  Script script(arguments.tokens, arguments.options.speed);
  return serve(arguments.options, *recordings, script);
}
