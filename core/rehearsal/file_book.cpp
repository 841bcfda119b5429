#include "core/rehearsal/file_book.h"

#include <boost/json.hpp>
#include <charconv>
#include <cstdio>

#include "core/rehearsal/fault.h"
#include "core/rehearsal/json_text.h"

namespace aiagent::rehearsal {
namespace {

namespace json = boost::json;

constexpr std::string_view kFiles = "/v1/files", kStores = "/v1/vector_stores";
constexpr base::Milliseconds kIndexing{250};  // for each file

std::int64_t secondsNow(const base::Clock& clock) {
  return base::toMillis(clock.wallNow()) / 1000;
}

Answer noFile(std::string_view id) {
  return faultAnswer(Fault{404, "No such File object: " + std::string(id), "invalid_request_error", "id"});
}

Answer noStore(std::string_view id) {
  return faultAnswer(Fault{404, "Vector store with id '" + std::string(id) + "' not found."});
}

Answer deleted(std::string_view id, std::string_view object) {
  return jsonAnswer(200, ObjectText().text("id", id).text("object", object).flag("deleted", true).str());
}

std::string secondsOrNull(std::int64_t seconds) {
  return seconds > 0 ? std::to_string(seconds) : "null";
}

// ---- multipart/form-data (RFC 7578)

struct FormPart {
  std::string name, fileName;
  std::string_view body;
  bool isFile = false;
};

std::string attribute(std::string_view line, std::string_view name) {
  const auto mark = " " + std::string(name) + "=\"";
  const auto at = line.find(mark);
  if (at == std::string_view::npos) return {};
  const auto from = at + mark.size();
  const auto end = line.find('"', from);
  return std::string(line.substr(from, end == std::string_view::npos ? end : end - from));
}

std::optional<std::vector<FormPart>> formParts(std::string_view contentType, std::string_view body) {
  const auto at = contentType.find("boundary=");
  if (contentType.substr(0, 19) != "multipart/form-data" || at == std::string_view::npos) return std::nullopt;
  auto boundary = contentType.substr(at + 9);
  boundary = boundary.substr(0, boundary.find(';'));
  if (boundary.size() > 1 && boundary.front() == '"') boundary = boundary.substr(1, boundary.size() - 2);
  const auto line = "--" + std::string(boundary);
  if (body.substr(0, line.size()) != line) return std::nullopt;
  body.remove_prefix(line.size());
  std::vector<FormPart> parts;
  while (body.substr(0, 2) == "\r\n") {
    body.remove_prefix(2);
    const auto headEnd = body.find("\r\n\r\n");
    const auto end = body.find("\r\n" + line);
    if (headEnd == std::string_view::npos || end == std::string_view::npos || end < headEnd)
      return std::nullopt;
    FormPart part;
    const auto head = body.substr(0, headEnd);
    part.name = attribute(head, "name");
    part.fileName = attribute(head, "filename");
    part.isFile = head.find("filename=") != std::string_view::npos;
    part.body = body.substr(std::min(headEnd + 4, end), end - std::min(headEnd + 4, end));
    parts.push_back(std::move(part));
    body.remove_prefix(end + 2 + line.size());
  }
  return parts;
}

}  // namespace

std::optional<Answer> FileBook::answer(const HttpMessage& request, const base::Clock& clock) {
  const std::string_view path = request.path;
  for (const auto base : {kFiles, kStores}) {
    if (path.substr(0, base.size()) != base) continue;
    auto id = path.substr(base.size());
    if (!id.empty() && id.front() != '/') continue;
    if (!id.empty()) id.remove_prefix(1);
    if (id.find('/') != std::string_view::npos) return unknownUrl(request);
    return base == kFiles ? files(request, id, clock) : stores(request, id, clock);
  }
  return std::nullopt;
}

std::string FileBook::newId(std::string_view prefix) {
  char digits[40];
  std::snprintf(digits, sizeof digits, "%024llx", static_cast<unsigned long long>(++m_count));
  return std::string(prefix) + digits;
}

const FileBook::File* FileBook::findFile(const std::string& id, const base::Clock& clock) const {
  const auto at = m_files.find(id);
  const bool there =
      at != m_files.end() && (at->second.expires == 0 || at->second.expires > secondsNow(clock));
  return there ? &at->second : nullptr;
}

// ---------------------------------------------------------------- files

Answer FileBook::files(const HttpMessage& request, std::string_view id, const base::Clock& clock) {
  const auto object = [](const std::string& key, const File& file) {
    return ObjectText()
        .text("id", key)
        .text("object", "file")
        .number("bytes", file.bytes)
        .number("created_at", file.created)
        .raw("expires_at", secondsOrNull(file.expires))
        .text("filename", file.name)
        .text("purpose", "user_data")
        .text("status", "processed")
        .str();
  };
  if (id.empty()) {
    if (request.method == "POST") return upload(request, clock);
    if (request.method != "GET") return wrongMethod(request);
    std::string list;
    for (const auto& [key, file] : m_files)
      if (findFile(key, clock)) list += (list.empty() ? "" : ",") + object(key, file);
    return jsonAnswer(
        200, ObjectText().text("object", "list").raw("data", "[" + list + "]").flag("has_more", false).str());
  }
  const std::string key(id);
  const auto* file = findFile(key, clock);
  if (request.method == "DELETE") {
    if (!file) return noFile(id);
    m_files.erase(key);
    return deleted(id, "file");
  }
  if (request.method != "GET") return wrongMethod(request);
  return file ? jsonAnswer(200, object(key, *file)) : noFile(id);
}

Answer FileBook::upload(const HttpMessage& request, const base::Clock& clock) {
  const auto parts = formParts(request.header("content-type"), request.body);
  if (!parts) return faultAnswer(Fault{400, "The body is not a form with a file."});
  File file;
  file.created = secondsNow(clock);
  bool hasFile = false, hasPurpose = false;
  for (const auto& part : *parts) {
    if (part.name == "file" && part.isFile) {
      hasFile = true;
      file.name = part.fileName;
      file.bytes = std::int64_t(part.body.size());
    }
    hasPurpose = hasPurpose || (part.name == "purpose" && !part.body.empty());
    if (part.name == "expires_after[seconds]") {
      std::int64_t seconds = 0;
      std::from_chars(part.body.data(), part.body.data() + part.body.size(), seconds);
      if (seconds < 3'600 || seconds > 2'592'000)
        return faultAnswer(Fault{400, "expires_after.seconds must be between 3600 and 2592000.",
                                 "invalid_request_error", "expires_after.seconds", "invalid_value"});
      file.expires = file.created + seconds;
    }
  }
  for (const auto& [missing, name] : {std::pair{!hasFile, "file"}, std::pair{!hasPurpose, "purpose"}})
    if (missing)
      return faultAnswer(Fault{400, "Missing required parameter: '" + std::string(name) + "'.",
                               "invalid_request_error", name, "missing_required_parameter"});
  if (m_files.size() >= kMostEntries) m_files.erase(m_files.begin());
  const auto id = newId("file-");
  m_files.emplace(id, std::move(file));
  HttpMessage told = request;
  told.method = "GET";
  told.body.clear();
  return files(told, id, clock);
}

// ---------------------------------------------------------------- vector stores

FileBook::Counts FileBook::countsOf(const Store& store, const base::Clock& clock) const {
  Counts counts;
  const auto elapsed = clock.now() - store.made;
  for (const auto& id : store.files) {
    const auto* file = findFile(id, clock);
    if (!file) continue;
    ++counts.total;
    if (elapsed < kIndexing * counts.total) continue;
    ++counts.completed;
    counts.bytes += file->bytes;
  }
  return counts;
}

std::string FileBook::storeObject(const std::string& id, const Store& store, const base::Clock& clock) const {
  const auto counts = countsOf(store, clock);
  const auto idle = std::chrono::duration_cast<std::chrono::seconds>(clock.now() - store.used).count();
  const auto life = store.days * 86'400;
  const bool expired = life > 0 && idle > life;
  const auto waiting = counts.total - counts.completed;
  return ObjectText()
      .text("id", id)
      .text("object", "vector_store")
      .number("created_at", store.created)
      .text("name", store.name)
      .number("usage_bytes", counts.bytes)
      .raw("file_counts", ObjectText()
                              .number("in_progress", waiting)
                              .number("completed", counts.completed)
                              .number("failed", 0)
                              .number("cancelled", 0)
                              .number("total", counts.total)
                              .str())
      .text("status", expired       ? "expired"
                      : waiting > 0 ? "in_progress"
                                    : "completed")
      .raw("expires_at", secondsOrNull(life > 0 ? secondsNow(clock) - idle + life : 0))
      .number("last_active_at", secondsNow(clock) - idle)
      .raw("metadata", "{}")
      .str();
}

Answer FileBook::stores(const HttpMessage& request, std::string_view id, const base::Clock& clock) {
  if (id.empty()) return request.method == "POST" ? makeStore(request, clock) : wrongMethod(request);
  const auto at = m_stores.find(std::string(id));
  if (at == m_stores.end()) return noStore(id);
  if (request.method == "DELETE") {
    m_stores.erase(at);
    return deleted(id, "vector_store.deleted");
  }
  if (request.method != "GET") return wrongMethod(request);
  return jsonAnswer(200, storeObject(at->first, at->second, clock));
}

Answer FileBook::makeStore(const HttpMessage& request, const base::Clock& clock) {
  json::error_code error;
  const auto parsed = json::parse(request.body.empty() ? "{}" : request.body, error);
  if (error || !parsed.is_object()) return faultAnswer(Fault{400, "The body is not a JSON object."});
  const auto& body = parsed.get_object();
  Store store;
  store.created = secondsNow(clock);
  store.made = store.used = clock.now();
  if (const auto* name = body.if_contains("name"); name && name->is_string())
    store.name = json::value_to<std::string>(*name);
  if (const auto* expiry = body.if_contains("expires_after"); expiry && expiry->is_object())
    if (const auto* days = expiry->get_object().if_contains("days"); days && days->is_int64())
      store.days = days->get_int64();
  if (const auto* ids = body.if_contains("file_ids"); ids && ids->is_array())
    for (const auto& id : ids->get_array()) {
      const auto key = id.is_string() ? json::value_to<std::string>(id) : std::string();
      if (!findFile(key, clock)) return noFile(key);
      store.files.push_back(key);
    }
  if (store.files.size() > 500)
    return faultAnswer(Fault{400, "At most 500 files.", "invalid_request_error", "file_ids"});
  if (m_stores.size() >= kMostEntries) m_stores.erase(m_stores.begin());
  const auto at = m_stores.emplace(newId("vs_"), std::move(store)).first;
  return jsonAnswer(200, storeObject(at->first, at->second, clock));
}

// ---------------------------------------------------------------- requests to the model

std::optional<Answer> FileBook::resolve(ModelRequest& request, const base::Clock& clock) {
  for (auto& given : request.files) {
    if (given.id.empty()) continue;
    const auto* file = findFile(given.id, clock);
    if (!file) return noFile(given.id);
    given.name = file->name;
    given.bytes = file->bytes;
  }
  for (auto& given : request.stores) {
    const auto at = m_stores.find(given.id);
    if (at == m_stores.end()) return noStore(given.id);
    const auto counts = countsOf(at->second, clock);
    if (counts.completed < counts.total)
      return faultAnswer(Fault{400, "The vector store is not ready yet.", "invalid_request_error", "tools"});
    at->second.used = clock.now();
    for (const auto& id : at->second.files)
      if (const auto* file = findFile(id, clock)) given.names.push_back(file->name);
  }
  return std::nullopt;
}

}  // namespace aiagent::rehearsal
