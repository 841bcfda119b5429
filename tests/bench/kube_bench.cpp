// What a list of pods costs: bytes -> rows -> the columns that kubectl shows. And what rows take of memory.
//   kube_bench --write FILE [PODS]      makes the body of a list of so many pods (5,000), from recorded ones
//   kube_bench FILE [ROUNDS [pieces]]   CPU of the median round, and the process's peak memory after the
//   first kube_bench                          writes, reads, removes
// kube.sh compares it with Node on the same bytes.
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/cluster/human_duration.h"
#include "core/cluster/verdicts/pod_status.h"
#include "core/wire/kube_list_stream.h"

namespace {

using namespace aiagent;

double cpuSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

double peakMegabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return double(usage.ru_maxrss) / 1024;
}

// With room behind it, so that the reader need not copy it.
std::string fileText(const std::filesystem::path& path) {
  std::string text;
  const auto size = std::filesystem::file_size(path);
  text.reserve(size + wire::KubeListReader::kPadding);
  text.resize(size);
  std::ifstream(path, std::ios::binary).read(text.data(), std::streamsize(size));
  return text;
}

// ---- the body

// The items of a list as they are written, found by counting braces outside of texts.
std::vector<std::string> itemsOf(const std::string& list) {
  std::vector<std::string> items;
  int depth = 0;
  std::size_t begin = 0;
  bool inText = false;
  for (std::size_t at = list.find("\"items\":[") + 9; at < list.size(); ++at) {
    const char each = list[at];
    if (inText) {
      if (each == '\\')
        ++at;
      else if (each == '"')
        inText = false;
    } else if (each == '"') {
      inText = true;
    } else if (each == '{' && depth++ == 0) {
      begin = at;
    } else if (each == '}' && --depth == 0) {
      items.push_back(list.substr(begin, at + 1 - begin));
    } else if (each == ']' && depth == 0) {
      break;
    }
  }
  return items;
}

// The same pod under a name and uid of its own.
std::string renamed(std::string item, std::size_t number) {
  auto digits = std::to_string(number);
  digits.insert(0, 12 - std::min<std::size_t>(12, digits.size()), '0');
  const auto metadata = item.find("\"metadata\":{");
  if (const auto name = item.find("\"name\":\"", metadata); name != item.npos)
    item.insert(item.find('"', name + 8), std::string("-") + digits);
  if (const auto uid = item.find("\"uid\":\"", metadata); uid != item.npos)
    item.replace(uid + 7 + 24, 12, digits);
  return item;
}

int writeList(const char* path, std::size_t count) {
  const char* source = std::getenv("AIAGENT_SOURCE_DIR");
  const auto fixtures = std::filesystem::path(source ? source : AIAGENT_SOURCE) / "tests/fixtures/kubernetes";
  const auto items = itemsOf(fileText(fixtures / "degraded/pods.json"));
  if (items.empty()) return 1;
  std::ofstream out(path, std::ios::binary);
  out << R"({"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"923"},"items":[)";
  for (std::size_t i = 0; i < count; ++i) out << (i ? "," : "") << renamed(items[i % items.size()], i);
  out << "]}\n";
  return out.good() ? 0 : 1;
}

// ---- the work

struct Columns {
  std::string nameSpace, name, ready, status, restarts, age, ip, node;
};

Columns columns(const wire::PodRow& pod, base::WallTime now) {
  const auto status = cluster::podStatus(pod);
  return {std::string(pod.head.nameSpace.view()),
          pod.head.name,
          status.readyText(),
          status.word,
          status.restartsText(now),
          cluster::ageText(pod.head.created, now),
          pod.ip,
          std::string(pod.node.view())};
}

struct Round {
  double parse = 0, table = 0;
  std::size_t pods = 0, rowBytes = 0;
};

std::size_t heldBytes() {
  const auto info = mallinfo2();
  return info.uordblks + info.hblkhd;  // small pieces, and those that are mapped
}

// The rows of a file: from its whole body, or in pieces as a connection brings them. Returns the CPU seconds.
double readPods(const char* path, bool inPieces, base::Interner& names, std::vector<wire::PodRow>& pods) {
  const auto take = [&](wire::KubeRow&& row) { pods.push_back(std::get<wire::PodRow>(std::move(row))); };
  if (!inPieces) {
    auto body = fileText(path);
    const auto begin = cpuSeconds();
    wire::KubeListReader reader(names);
    if (!reader.read(std::move(body), wire::KubeKind::Pod, take).ok()) pods.clear();
    return cpuSeconds() - begin;
  }
  std::ifstream in(path, std::ios::binary);
  wire::KubeListStream stream(names, wire::KubeKind::Pod);
  std::string piece(64 * 1024, '\0');
  double seconds = 0;
  while (in.read(piece.data(), std::streamsize(piece.size())) || in.gcount() > 0) {
    const auto begin = cpuSeconds();
    stream.feed(std::string_view(piece).substr(0, std::size_t(in.gcount())), take);
    seconds += cpuSeconds() - begin;
  }
  if (!stream.finish().ok()) pods.clear();
  return seconds;
}

Round measure(const char* path, bool inPieces) {
  Round round;
  const auto before = heldBytes();
  base::Interner names;
  std::vector<wire::PodRow> pods;
  std::vector<Columns> table;
  const auto now = wire::kubeTime("2026-11-23T08:00:00Z");
  round.parse = readPods(path, inPieces, names, pods);
  pods.shrink_to_fit();
  round.rowBytes = heldBytes() - before;
  const auto begin = cpuSeconds();
  table.reserve(pods.size());
  for (const auto& pod : pods) table.push_back(columns(pod, now));
  round.table = cpuSeconds() - begin;
  round.pods = table.size();
  return round;
}

int read(const char* path, int rounds, bool inPieces) {
  std::vector<Round> all;
  const auto size = std::filesystem::file_size(path);
  double peak = 0;
  for (int i = 0; i < rounds; ++i) {
    all.push_back(measure(path, inPieces));
    if (i == 0) peak = peakMegabytes();
  }
  std::sort(all.begin(), all.end(),
            [](const Round& a, const Round& b) { return a.parse + a.table < b.parse + b.table; });
  const auto& median = all[all.size() / 2];
  if (median.pods == 0) {
    std::fprintf(stderr, "kube_bench: no pods came out\n");
    return 1;
  }
  std::printf(
      "ours, %s: %zu pods, %.1f MB: parse %.1f ms, together %.1f ms CPU (median of %d); peak %.0f MB, %zu "
      "bytes a row\n",
      inPieces ? "in pieces" : "whole body", median.pods, double(size) / 1e6, median.parse * 1e3,
      (median.parse + median.table) * 1e3, rounds, peak, median.rowBytes / median.pods);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 2 && std::strcmp(argv[1], "--write") == 0)
    return writeList(argv[2], argc > 3 ? std::size_t(std::atoi(argv[3])) : 5000);
  if (argc > 1) return read(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 9, argc > 3);
  const auto path =
      std::filesystem::temp_directory_path() / ("kube_bench-" + std::to_string(getpid()) + ".json");
  const int result =
      writeList(path.c_str(), 5000) || read(path.c_str(), 9, false) || read(path.c_str(), 9, true);
  std::filesystem::remove(path);
  return result;
}
