#include "core/server/blobs/blob_routes.h"

#include <algorithm>
#include <charconv>

#include "core/base/ids.h"
#include "core/base/sha256.h"
#include "core/server/blobs/range.h"
#include "core/server/http/sign_in.h"

namespace aiagent::server {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::uint64_t kMostBytes = 512ull << 20;
constexpr std::size_t kPiece = 256u << 10;

struct Asked {
  std::string workspace;
  std::string hash;
  std::string user;
  bool mayWrite = false;
  bool known = false;  // some of it, or the whole
  bool whole = false;
  std::uint64_t bytes = 0;
};

// The blob that a request is about, and what the caller may do with it.
std::optional<Response> look(const Request& request, Context& context, Asked& asked) {
  const auto workspace = base::Uuid::parse(request.queryValue("workspace").value_or(""));
  asked.hash = request.param("sha256");
  if (!workspace) return problem(400, "invalid", "Give ?workspace= with the id of a workspace.");
  if (!base::isSha256Hex(asked.hash))
    return problem(400, "invalid", "A file's name here is its SHA-256 in 64 lower-case hex digits.");
  asked.workspace = workspace->toString();
  asked.user = request.principal.user;
  // Whoever asks is about to name it in a record.
  auto rows = context.query(
      {{"UPDATE sync.blob SET unused_since = NULL WHERE workspace_id = $1 AND sha256 = $2 AND unused_since "
        "IS "
        "NOT NULL AND EXISTS (SELECT 1 FROM sync.membership m WHERE m.workspace_id = $1 AND m.user_id = $3 "
        "AND NOT m.suspended)",
        {asked.workspace, asked.hash, asked.user}},
       {"SELECT m.role <> 'viewer', b.bytes, b.whole_at IS NOT NULL FROM sync.membership m LEFT JOIN "
        "sync.blob "
        "b ON b.workspace_id = m.workspace_id AND b.sha256 = $2 WHERE m.workspace_id = $1 AND m.user_id = $3 "
        "AND "
        "NOT m.suspended",
        {asked.workspace, asked.hash, asked.user}}});
  if (!rows) return problem(rows.error());
  if ((*rows)[1].empty()) return refusal(403, "space_revoked");
  const auto& row = (*rows)[1].front();
  asked.mayWrite = row[0] == "t";
  asked.known = row[1].has_value();
  asked.whole = row[2] == "t";
  asked.bytes = asked.known ? std::stoull(*row[1]) : 0;
  return {};
}

template <class T>
T inBackground(Context& context, const std::function<T()>& work) {
  std::optional<T> done;
  context.background([&] { done.emplace(work()); });
  return std::move(*done);
}

Response notThere() {
  return problem(404, "not_found", "This workspace has no such file; send it with PUT.");
}

// -------------------------------------------------------------- reading

Response head(const BlobFiles& files, Request& request, Context& context) {
  Asked asked;
  if (auto refused = look(request, context, asked)) return std::move(*refused);
  const auto there = inBackground<std::uint64_t>(
      context, [&] { return asked.whole ? asked.bytes : files.arrived(asked.workspace, asked.hash); });
  if (!asked.known || (!asked.whole && there == 0)) return notThere();
  return {.type = "application/octet-stream",
          .headers = {{"Upload-Offset", std::to_string(there)},
                      {"Upload-Length", std::to_string(asked.bytes)},
                      {"Cache-Control", "no-store"}}};
}

void sendBytes(const BlobFiles& files, const Asked& asked, ByteRange range, Context& context) {
  while (range.length > 0) {
    const auto most = std::size_t(std::min<std::uint64_t>(kPiece, range.length));
    auto piece =
        inBackground<Result<std::string>>(context, [&] { return files.read(asked.hash, range.first, most); });
    // Too late for a status: the connection ends before the length that was promised.
    if (!piece || piece->empty()) return context.abandon();
    if (!context.write(*piece)) return;
    range.first += piece->size();
    range.length -= piece->size();
  }
}

Response get(const BlobFiles& files, Request& request, Context& context) {
  Asked asked;
  if (auto refused = look(request, context, asked)) return std::move(*refused);
  if (!asked.whole) return notThere();
  const auto range = rangeOf(request.header("Range"), asked.bytes);
  const auto size = std::to_string(asked.bytes);
  if (range.kind == ByteRange::Kind::Unsatisfiable) {
    auto response = problem(416, "invalid", "The file ends before the range begins.");
    response.headers.emplace_back("Content-Range", "bytes */" + size);
    return response;
  }
  // Whether the file is readable shows before the status is sent.
  const auto probe = inBackground<Result<std::string>>(context, [&] { return files.read(asked.hash, 0, 1); });
  if (!probe) return problem(probe.error());
  Response response{.type = "application/octet-stream",
                    .headers = {{"Accept-Ranges", "bytes"},
                                {"ETag", "\"" + asked.hash + "\""},
                                {"Cache-Control", "private, max-age=31536000, immutable"}}};
  if (range.kind == ByteRange::Kind::Part) {
    response.status = 206;
    response.headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                                       std::to_string(range.first + range.length - 1) + "/" +
                                                       size);
  }
  if (context.begin(response, range.length)) sendBytes(files, asked, range, context);
  return {};
}

// -------------------------------------------------------------- writing

std::optional<std::uint64_t> numberIn(const Request& request, std::string_view header) {
  const auto text = request.header(header);
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

struct Upload {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

// A part says where it begins and how long the whole is; a body without either is the whole.
std::optional<Upload> uploadOf(const Request& request) {
  if (request.header("Upload-Offset").empty() && request.header("Upload-Length").empty()) {
    const auto length = numberIn(request, "Content-Length");
    return length ? std::optional(Upload{0, *length}) : std::nullopt;
  }
  const auto offset = numberIn(request, "Upload-Offset");
  const auto length = numberIn(request, "Upload-Length");
  if (!offset || !length || *offset > *length) return {};
  return Upload{*offset, *length};
}

Response wrongOffset(std::uint64_t expected) {
  return {.status = 409,
          .body = R"({"error":"offset","message":"Send what begins at expect.","expect":)" +
                  std::to_string(expected) + "}"};
}

Response failed(const Error& error) {
  if (error.code == ErrorCode::InvalidInput) return problem(413, "too_large", "A file has at most 512 MiB.");
  if (error.code == ErrorCode::Interrupted || error.code == ErrorCode::Timeout)
    return problem(400, "invalid", "The part did not arrive whole; what arrived is kept.");
  return problem(error);
}

// The body to the end of the part. What arrived before a failure stays.
std::optional<Response> receive(BlobPart& part, const Upload& upload, Context& context) {
  for (;;) {
    auto piece = context.read(kPiece);
    if (!piece) return failed(piece.error());
    if (piece->empty()) return {};
    if (part.size() + piece->size() > upload.length)
      return problem(400, "invalid", "The part is longer than Upload-Length says.");
    auto kept = inBackground<Result<void>>(context, [&] { return part.append(*piece); });
    if (!kept) return failed(kept.error());
  }
}

Response finish(const BlobFiles& files, BlobPart& part, const Asked& asked, Context& context) {
  const auto fits =
      inBackground<Result<bool>>(context, [&] { return files.finish(part, asked.workspace, asked.hash); });
  if (!fits) return problem(fits.error());
  if (!*fits)
    return problem(422, "hash_mismatch",
                   "The bytes are not those of the hash; they were dropped. Send them anew.");
  auto noted = context.query(
      "UPDATE sync.blob SET whole_at = now() WHERE workspace_id = $1 AND sha256 = $2 AND whole_at IS NULL",
      {asked.workspace, asked.hash});
  if (!noted) return problem(noted.error());
  return {.status = 201, .body = "{}"};
}

Response put(const BlobFiles& files, Request& request, Context& context) {
  Asked asked;
  if (auto refused = look(request, context, asked)) return std::move(*refused);
  if (!asked.mayWrite) return refusal(403, "forbidden");
  if (asked.whole) return {.status = 201, .body = "{}"};
  const auto upload = uploadOf(request);
  if (!upload)
    return problem(400, "invalid",
                   "Give Upload-Offset and Upload-Length, or the whole file with Content-Length.");
  if (upload->length > kMostBytes) return failed({.code = ErrorCode::InvalidInput});
  auto noted = context.query(
      "INSERT INTO sync.blob(workspace_id, sha256, bytes, created_by) VALUES ($1, $2, $3, $4) ON CONFLICT "
      "(workspace_id, sha256) DO UPDATE SET bytes = excluded.bytes WHERE sync.blob.whole_at IS NULL",
      {asked.workspace, asked.hash, std::to_string(upload->length), asked.user});
  if (!noted) return problem(noted.error());
  auto part =
      inBackground<Result<BlobPart>>(context, [&] { return files.open(asked.workspace, asked.hash); });
  if (!part) return problem(part.error());
  if (upload->offset != part->size()) return wrongOffset(part->size());
  if (auto refused = receive(*part, *upload, context)) return std::move(*refused);
  if (part->size() < upload->length)
    return {.status = 204, .headers = {{"Upload-Offset", std::to_string(part->size())}}};
  return finish(files, *part, asked, context);
}

}  // namespace

void addBlobRoutes(Router& router, const BlobFiles& files) {
  using Function = Response (*)(const BlobFiles&, Request&, Context&);
  const auto add = [&](Method method, Function function, std::size_t bodyLimit) {
    router.add({.method = method,
                .path = "/v1/blobs/{sha256}",
                .auth = Auth::Member,
                .handler = [&files, function](Request& request,
                                              Context& context) { return function(files, request, context); },
                .bodyLimit = bodyLimit,
                .streamsBody = bodyLimit > 0});
  };
  add(Method::Get, get, 0);
  add(Method::Head, head, 0);
  add(Method::Put, put, kMostBytes);
}

}  // namespace aiagent::server
