// The recorded answers of an API server (tests/fixtures/kubernetes), as text and as rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/wire/kube_events.h"
#include "core/wire/kube_list.h"

namespace aiagent::tests {

// The bytes of a file of tests/fixtures/kubernetes, by its path there. Ends the test program when it is
// missing.
std::string kubeFixture(std::string_view path);

// Names of every row that this helper makes; never swept by it.
base::Interner& kubeNames();

std::vector<wire::KubeRow> kubeRows(std::string body, wire::KubeKind kind);
std::vector<wire::KubeRow> kubeListFixture(std::string_view path, wire::KubeKind kind);
std::vector<wire::WatchFrame> kubeFrames(std::string_view bytes, wire::KubeKind kind);
std::vector<wire::WatchFrame> kubeWatchFixture(std::string_view path, wire::KubeKind kind);

template <class Row>
std::vector<Row> rowsOf(std::string_view path, wire::KubeKind kind) {
  std::vector<Row> rows;
  for (auto& row : kubeListFixture(path, kind)) rows.push_back(std::get<Row>(std::move(row)));
  return rows;
}

// One object: a list's item, or a watch event's object, in a document of its own.
template <class Row>
Row rowFrom(std::string json, wire::KubeKind kind) {
  wire::KubeListReader reader(kubeNames());
  return std::get<Row>(reader.readObject(std::move(json), kind).value());
}

template <class Row>
const Row& rowNamed(const std::vector<Row>& rows, std::string_view name) {
  for (const auto& row : rows)
    if (row.head.name == name) return row;
  CHECK(!"no row of this name");
  return rows.front();
}

}  // namespace aiagent::tests
