#include "core/wire/sync_message.h"

#include <algorithm>
#include <charconv>
#include <map>

#include <simdjson.h>

#include "core/base/sha256.h"
#include "core/wire/json_text.h"

namespace aiagent::wire {
namespace {

namespace ondemand = simdjson::ondemand;

base::Error badResponse(std::string_view what) {
  return {.code = base::ErrorCode::BadResponse, .detail = std::string(what)};
}

std::string textOf(ondemand::value value) {
  std::string_view text;
  return value.get_string().get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::int64_t integerOf(ondemand::value value) {
  std::int64_t number = 0;
  return value.get_int64().get(number) == simdjson::SUCCESS ? number : 0;
}

// A value's own bytes.
std::string rawOf(ondemand::value value) {
  std::string_view raw;
  if (simdjson::to_json_string(value).get(raw) != simdjson::SUCCESS) return {};
  return std::string(raw);
}

base::Uuid uuidOf(ondemand::value value) {
  return base::Uuid::parse(textOf(value)).value_or(base::Uuid{});
}

// `use(name, value)` for each member. False: not readable, or `use` says so.
template <class Use>
bool eachMember(ondemand::object object, const Use& use) {
  for (auto member : object) {
    std::string_view name;
    ondemand::value value;
    if (member.unescaped_key().get(name) != simdjson::SUCCESS ||
        member.value().get(value) != simdjson::SUCCESS || !use(name, value))
      return false;
  }
  return true;
}

// The same for a value that has to be an object.
template <class Use>
bool eachMember(ondemand::value value, const Use& use) {
  ondemand::object object;
  return value.get_object().get(object) == simdjson::SUCCESS && eachMember(object, use);
}

// `read(object, item)` for each element of an array of objects.
template <class Item, class Read>
bool readAll(ondemand::value value, std::vector<Item>& items, const Read& read) {
  ondemand::array array;
  if (value.get_array().get(array) != simdjson::SUCCESS) return false;
  for (auto element : array) {
    ondemand::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS || !read(object, items.emplace_back()))
      return false;
  }
  return true;
}

bool readRow(ondemand::object object, SyncRow& row) {
  const bool read = eachMember(object, [&](std::string_view name, ondemand::value value) {
    if (name == "t")
      row.type = textOf(value);
    else if (name == "id")
      row.id = uuidOf(value);
    else if (name == "v")
      row.version = integerOf(value);
    else if (name == "f")
      row.fields = rawOf(value);
    else if (name == "e")
      row.etags = rawOf(value);
    else if (name == "own")
      row.own = value.get_bool().get(row.own) == simdjson::SUCCESS && row.own;
    else if (name == "by")
      row.by = uuidOf(value);
    else if (name == "at")
      row.at = textOf(value);
    else if (name == "del") {
      row.deleted = true;
      return eachMember(value, [&](std::string_view key, ondemand::value inner) {
        if (key == "by") row.by = uuidOf(inner);
        if (key == "at") row.at = textOf(inner);
        return true;
      });
    }
    return true;
  });
  return read && !row.type.empty() && !row.id.isNull() && row.version > 0 &&
         (row.deleted || row.own || !row.fields.empty());
}

bool readDigest(ondemand::value value, SyncDigest& digest) {
  return eachMember(value, [&](std::string_view name, ondemand::value inner) {
    if (name == "live") digest.live = integerOf(inner);
    if (name != "xor") return true;
    const auto hex = textOf(inner);
    return std::from_chars(hex.data(), hex.data() + hex.size(), digest.mix, 16).ec == std::errc();
  });
}

bool readPast(ondemand::object object, PastHistory& past) {
  return eachMember(object, [&](std::string_view name, ondemand::value value) {
    if (name == "epoch") past.epoch = textOf(value);
    if (name == "until") past.until = integerOf(value);
    return true;
  });
}

// False: not readable, or not sound.
bool readPull(ondemand::object object, PullReply& reply) {
  bool hasRows = false;
  bool hasComplete = false;
  const bool read = eachMember(object, [&](std::string_view name, ondemand::value value) {
    if (name == "epoch")
      reply.epoch = textOf(value);
    else if (name == "from")
      reply.from = integerOf(value);
    else if (name == "to")
      reply.to = integerOf(value);
    else if (name == "head")
      reply.head = integerOf(value);
    else if (name == "floor")
      reply.floor = integerOf(value);
    else if (name == "epoch_head")
      reply.restoredTo = integerOf(value);
    else if (name == "last_n")
      reply.lastNumber = integerOf(value);
    else if (name == "role")
      reply.role = textOf(value);
    else if (name == "complete")
      hasComplete = value.get_bool().get(reply.complete) == simdjson::SUCCESS;
    else if (name == "digest")
      return readDigest(value, reply.digest);
    else if (name == "past")
      return readAll(value, reply.past, readPast);
    else if (name == "rows")
      return hasRows = readAll(value, reply.rows, readRow);
    return true;
  });
  return read && hasRows && hasComplete && !reply.epoch.empty() && reply.to >= reply.from &&
         reply.head >= reply.to;
}

MutationState stateFrom(std::string_view word) {
  if (word == "applied") return MutationState::Applied;
  if (word == "conflict") return MutationState::Conflict;
  if (word == "gone") return MutationState::Gone;
  if (word == "rejected") return MutationState::Rejected;
  return MutationState::Unknown;
}

// A part of a group is a result without a number.
bool readResult(ondemand::object object, MutationResult& result) {
  std::string word, was, etags;
  std::vector<MutationResult> parts;
  const bool read = eachMember(object, [&](std::string_view name, ondemand::value value) {
    if (name == "n")
      result.number = integerOf(value);
    else if (name == "s")
      word = textOf(value);
    else if (name == "was")
      was = textOf(value);
    else if (name == "v")
      result.version = integerOf(value);
    else if (name == "e")
      etags = rawOf(value);
    else if (name == "code")
      result.code = textOf(value);
    else if (name == "detail")
      result.detail = textOf(value);
    else if (name == "parts")
      return readAll(value, parts, readResult);
    return true;
  });
  result.duplicate = word == "duplicate";
  result.state = stateFrom(result.duplicate ? was : word);
  if (parts.empty()) {
    if (!etags.empty()) result.etags.push_back(std::move(etags));
    result.versions.push_back(result.version);
  }
  for (auto& part : parts) {
    result.etags.push_back(part.etags.empty() ? "{}" : std::move(part.etags.front()));
    result.versions.push_back(part.version);
  }
  return read;
}

bool readPush(ondemand::object object, PushReply& reply) {
  bool hasResults = false;
  const bool read = eachMember(object, [&](std::string_view name, ondemand::value value) {
    if (name == "epoch")
      reply.epoch = textOf(value);
    else if (name == "from")
      reply.from = integerOf(value);
    else if (name == "head")
      reply.head = integerOf(value);
    else if (name == "last_n")
      reply.lastNumber = integerOf(value);
    else if (name == "digest")
      return readDigest(value, reply.digest);
    else if (name == "results")
      return hasResults = readAll(value, reply.results, readResult);
    return true;
  });
  return read && hasResults && !reply.epoch.empty() &&
         std::ranges::all_of(reply.results, [](const MutationResult& one) { return one.number > 0; });
}

// All of `json` as one object. `read(object, reply)`: false where it is not sound.
template <class Reply, class Read>
base::Result<Reply> readReply(std::string_view json, const Read& read, std::string_view otherwise) {
  ondemand::parser parser;
  const simdjson::padded_string padded(json);
  ondemand::document document;
  ondemand::object object;
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS ||
      document.get_object().get(object) != simdjson::SUCCESS)
    return badResponse("no object");
  Reply reply;
  if (!read(object, reply) || document.current_location().error() != simdjson::OUT_OF_BOUNDS)
    return badResponse(otherwise);
  return reply;
}

}  // namespace

std::string toJson(const PullRequest& request) {
  JsonObject object;
  object.integer("proto", 1)
      .integer("schema", kSyncSchema)
      .text("client", request.client.toString())
      .text("space", request.space.toString())
      .textOrNull("epoch", request.epoch)
      .integer("cursor", request.cursor)
      .integer("floor", request.floor)
      .integer("limit", request.limit)
      .integer("min_version", request.least);
  if (request.ownBrief) object.text("own", "brief");
  return object.take();
}

std::string toJson(const PushRequest& request) {
  JsonArray mutations;
  for (const auto& mutation : request.mutations) mutations.raw(mutation);
  JsonObject object;
  object.integer("proto", 1)
      .integer("schema", kSyncSchema)
      .text("client", request.client.toString())
      .text("space", request.space.toString())
      .textOrNull("epoch", request.epoch)
      .integer("cursor", request.cursor)
      .integer("floor", request.floor)
      .raw("mutations", mutations.take());
  return object.take();
}

base::Result<PullReply> pullReplyFrom(std::string_view json) {
  return readReply<PullReply>(json, readPull, "not a page");
}

std::optional<PullReply> pageHeadFrom(std::string_view json) {
  constexpr std::size_t kLongestHead = 2'048;
  const auto rows = json.substr(0, kLongestHead).find("\"rows\"");
  if (rows == std::string_view::npos) return std::nullopt;
  auto reply = pullReplyFrom(std::string(json.substr(0, rows)) + "\"rows\":[]}");
  return reply ? std::optional(std::move(*reply)) : std::nullopt;
}

base::Result<PushReply> pushReplyFrom(std::string_view json) {
  return readReply<PushReply>(json, readPush, "no results");
}

std::optional<SyncRefusal> refusalFrom(std::string_view json) {
  const auto members = jsonMembers(json);
  const auto* error = members ? findMember(*members, "error") : nullptr;
  const auto word = error ? stringFromJson(error->value) : std::nullopt;
  if (!word) return std::nullopt;
  SyncRefusal refusal{.error = *word};
  if (const auto* reason = findMember(*members, "reason"))
    refusal.reason = stringFromJson(reason->value).value_or("");
  if (const auto* expected = findMember(*members, "expect_n"))
    std::from_chars(expected->value.data(), expected->value.data() + expected->value.size(),
                    refusal.expected);
  return refusal;
}

std::string toJson(const SyncRow& row) {
  JsonObject object;
  object.text("t", row.type).text("id", row.id.toString()).integer("v", row.version);
  if (row.own) return object.raw("own", "true").take();
  const auto by = row.by.isNull() ? std::string() : row.by.toString();
  if (row.deleted)
    return object.raw("del", JsonObject().textOrNull("by", by).textOrNull("at", row.at).take()).take();
  object.raw("f", row.fields);
  if (!row.etags.empty()) object.raw("e", row.etags);
  return object.textOrNull("by", by).textOrNull("at", row.at).take();
}

base::Result<SyncRow> rowFrom(std::string_view json) {
  ondemand::parser parser;
  const simdjson::padded_string padded(json);
  ondemand::document document;
  ondemand::object object;
  SyncRow row;
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS ||
      document.get_object().get(object) != simdjson::SUCCESS || !readRow(object, row))
    return badResponse("not a row");
  return row;
}

std::uint64_t rowHash(const base::Uuid& id, std::int64_t version) {
  return base::sha256First64(id.toString() + ':' + std::to_string(version));
}

}  // namespace aiagent::wire
