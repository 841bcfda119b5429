#include "tests/support/kube_fixtures.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace aiagent::tests {

std::string kubeFixture(std::string_view path) {
  const char* source = std::getenv("AIAGENT_SOURCE_DIR");
  const auto file = std::filesystem::path(source ? source : ".") / "tests/fixtures/kubernetes" / path;
  std::ifstream in(file, std::ios::binary);
  CHECK(in.good());
  return {std::istreambuf_iterator<char>(in), {}};
}

base::Interner& kubeNames() {
  static base::Interner names;
  return names;
}

std::vector<wire::KubeRow> kubeRows(std::string body, wire::KubeKind kind) {
  std::vector<wire::KubeRow> rows;
  wire::KubeListReader reader(kubeNames());
  const auto end =
      reader.read(std::move(body), kind, [&](wire::KubeRow&& row) { rows.push_back(std::move(row)); });
  CHECK(end.ok());
  return rows;
}

std::vector<wire::KubeRow> kubeListFixture(std::string_view path, wire::KubeKind kind) {
  return kubeRows(kubeFixture(path), kind);
}

std::vector<wire::WatchFrame> kubeFrames(std::string_view bytes, wire::KubeKind kind) {
  std::vector<wire::WatchFrame> frames;
  wire::WatchParser parser(kubeNames(), kind);
  const wire::WatchParser::Sink sink = [&](wire::WatchFrame&& frame) { frames.push_back(std::move(frame)); };
  parser.feed(bytes, sink);
  parser.finish(sink);
  return frames;
}

std::vector<wire::WatchFrame> kubeWatchFixture(std::string_view path, wire::KubeKind kind) {
  return kubeFrames(kubeFixture(path), kind);
}

}  // namespace aiagent::tests
