// Responder: the rehearsal model. A stand-in for OpenAI's API that answers from the request's own fields, so
// that a person can try the whole path without a key, a network or a bill, and tests can run against a real
// server.
//
//   POST   /v1/responses                     streamed (server-sent events) or whole; background too
//   GET    /v1/responses/{id}                ?stream=true&starting_after=N resumes a background response
//   DELETE /v1/responses/{id}
//   POST   /v1/responses/{id}/cancel         of background responses
//   POST   /v1/responses/input_tokens
//   POST   /v1/chat/completions              streamed (with stream_options.include_usage) or whole
//   GET    /v1/models, /v1/models/{id}
//   /v1/files, /v1/vector_stores             made, told, listed, deleted; nothing is kept but names and sizes
//
// Shapes are those of openai-openapi 2.3.0; errors are {"error":{message,type,param,code}}: 404 for unknown
// paths and ids, 405 for other methods, 400 for JSON that does not parse, for missing model or input, for
// numbers out of range and for a context that is too long. Any key and any model name will do. The text of an
// answer depends on the request alone; ids and times do not. Failures on request: practice.h.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/rehearsal/answer.h"
#include "core/rehearsal/file_book.h"
#include "core/rehearsal/http_request_parser.h"
#include "core/rehearsal/model_request.h"
#include "core/rehearsal/plan.h"
#include "core/rehearsal/response_book.h"

namespace aiagent::rehearsal {

inline constexpr char kModelId[] = "rehearsal";

struct ResponderOptions {
  Pace pace = {};
  std::int64_t contextTokens = 128'000;
};

// For one thread. Needs no event loop: the caller sends an Answer's bytes when they are due.
class Responder {
 public:
  // `clock` must outlive it.
  explicit Responder(const base::Clock& clock, ResponderOptions options = {});

  Answer answer(const HttpMessage& request);

  // For requests that cannot be parsed: 400, 413, 431, 501, 505.
  static Answer refusal(int status);

 private:
  Answer route(const HttpMessage& request);
  Answer responses(const HttpMessage& request);
  Answer oneResponse(const HttpMessage& request, std::string_view id);
  Answer cancelResponse(std::string_view id);
  Answer inputTokens(const HttpMessage& request);
  Answer chat(const HttpMessage& request);
  Answer runResponse(const HttpMessage& request, ModelRequest& model);
  base::Result<void> goOn(ModelRequest& model);
  // An answer that practice or the context's limit puts in the place of a model's; empty when there is none.
  std::optional<Answer> instead(const ModelRequest& model, const std::string& body);
  bool isFirstTime(const std::string& body);
  std::string nextId(std::string_view prefix, std::string_view body);
  std::int64_t nowSeconds() const;
  Pace paceFor(const ModelRequest& model) const;

  const base::Clock& m_clock;
  ResponderOptions m_options;
  ResponseBook m_book;
  FileBook m_files;
  std::set<std::uint64_t> m_failedOnce;  // hashes of bodies
  std::uint64_t m_count = 0;
};

}  // namespace aiagent::rehearsal
