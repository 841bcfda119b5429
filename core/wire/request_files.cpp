#include "core/wire/request_files.h"

#include "core/base/base64.h"
#include "core/base/utf8.h"
#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

constexpr std::string_view kFileSearch = "file_search";

std::string dataUrlStart(const SentFile& file, std::string_view how) {
  const auto type = file.mediaType.empty() ? std::string("application/octet-stream") : file.mediaType;
  return "data:" + type + ";" + std::string(how) + ",";
}

// A data URL whose data is the hash.
std::string placeOf(const SentFile& file) {
  return dataUrlStart(file, "sha256") + file.sha256;
}

std::string member(std::string_view name, std::string_view text) {
  std::string out;
  appendQuoted(out, name);
  out += ':';
  appendQuoted(out, text);
  return out;
}

// What a model reads in front of a text, so that it can name the file.
std::string textStart(const SentFile& file) {
  return "File \"" + file.name + "\":\n\n";
}

void replaceOnce(std::string& body, std::string_view from, std::string_view to) {
  if (const auto at = body.find(from); at != std::string::npos) body.replace(at, from.size(), to);
}

std::string withStoreId(const std::vector<JsonMember>& tool, std::string_view store) {
  JsonArray ids;
  if (const auto* known = findMember(tool, "vector_store_ids"))
    if (const auto elements = jsonElements(known->value))
      for (const auto id : *elements) ids.raw(id);
  ids.text(store);
  JsonObject object;
  for (const auto& each : tool)
    if (each.name != "vector_store_ids") object.raw(each.name, each.value);
  return object.raw("vector_store_ids", ids.take()).take();
}

}  // namespace

bool isTextType(std::string_view mediaType) {
  return mediaType.substr(0, 5) == "text/" || mediaType == "application/json" ||
         mediaType == "application/yaml" || mediaType == "application/xml";
}

std::vector<std::string> responsesFileParts(const std::vector<SentFile>& files) {
  std::vector<std::string> parts;
  for (const auto& file : files) {
    JsonObject part;
    part.text("type", "input_file");
    if (file.fileId.empty())
      part.text("filename", file.name).text("file_data", placeOf(file));
    else
      part.text("file_id", file.fileId);
    parts.push_back(part.take());
  }
  return parts;
}

std::vector<std::string> chatFileParts(const std::vector<SentFile>& files) {
  std::vector<std::string> parts;
  for (const auto& file : files) {
    if (file.fileId.empty() && isTextType(file.mediaType)) {
      parts.push_back(JsonObject().text("type", "text").text("text", placeOf(file)).take());
      continue;
    }
    JsonObject inner;
    if (file.fileId.empty())
      inner.text("filename", file.name).text("file_data", placeOf(file));
    else
      inner.text("file_id", file.fileId);
    parts.push_back(JsonObject().text("type", "file").raw("file", inner.take()).take());
  }
  return parts;
}

std::string withFileBytes(std::string body, const std::vector<SentFile>& files,
                          const std::function<std::string(const SentFile&)>& bytes) {
  for (const auto& file : files) {
    if (!file.fileId.empty()) continue;
    const auto content = bytes(file);
    if (isTextType(file.mediaType))
      replaceOnce(body, member("text", placeOf(file)), member("text", textStart(file) + content));
    replaceOnce(body, member("file_data", placeOf(file)),
                member("file_data", dataUrlStart(file, "base64") + base::toBase64(content)));
  }
  return body;
}

std::string withVectorStore(std::string_view tools, std::string_view store) {
  JsonArray all;
  bool found = false;
  if (const auto given = jsonElements(base::trimmed(tools)))
    for (const auto tool : *given) {
      const auto members = jsonMembers(tool);
      const auto* type = members && !found ? findMember(*members, "type") : nullptr;
      if (!type || stringFromJson(type->value) != kFileSearch) {
        all.raw(tool);
        continue;
      }
      all.raw(withStoreId(*members, store));
      found = true;
    }
  if (!found) all.raw(withStoreId({{"type", "\"file_search\""}}, store));
  return all.take();
}

}  // namespace aiagent::wire
