// FileBook: files and vector stores that a rehearsal server was given: names and sizes, no bytes.
//
//   POST /v1/files (multipart/form-data)      GET /v1/files        GET, DELETE /v1/files/{id}
//   POST /v1/vector_stores                    GET, DELETE /v1/vector_stores/{id}
//
// Shapes are those of OpenAI's documentation. A vector store takes a moment for each of its files before it
// is completed; a file that is deleted or expires goes out of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/rehearsal/answer.h"
#include "core/rehearsal/http_request_parser.h"
#include "core/rehearsal/model_request.h"

namespace aiagent::rehearsal {

// For one thread.
class FileBook {
 public:
  static constexpr std::size_t kMostEntries = 10'000;

  // Nothing when the request is about neither files nor vector stores.
  std::optional<Answer> answer(const HttpMessage& request, const base::Clock& clock);
  // Fills in what the request names by id; the answer when there is no such file or store (404), or the store
  // is not ready (400).
  std::optional<Answer> resolve(ModelRequest& request, const base::Clock& clock);

 private:
  struct File {
    std::string name;
    std::int64_t bytes = 0, created = 0, expires = 0;  // seconds; 0: never
  };
  struct Store {
    std::string name;
    std::vector<std::string> files;
    std::int64_t created = 0, days = 0;
    base::Instant made{}, used{};
  };
  struct Counts {
    std::int64_t completed = 0, total = 0, bytes = 0;
  };

  Answer files(const HttpMessage& request, std::string_view id, const base::Clock& clock);
  Answer upload(const HttpMessage& request, const base::Clock& clock);
  Answer stores(const HttpMessage& request, std::string_view id, const base::Clock& clock);
  Answer makeStore(const HttpMessage& request, const base::Clock& clock);
  const File* findFile(const std::string& id, const base::Clock& clock) const;
  Counts countsOf(const Store& store, const base::Clock& clock) const;
  std::string storeObject(const std::string& id, const Store& store, const base::Clock& clock) const;
  std::string newId(std::string_view prefix);

  std::map<std::string, File> m_files;
  std::map<std::string, Store> m_stores;
  std::uint64_t m_count = 0;
};

}  // namespace aiagent::rehearsal
