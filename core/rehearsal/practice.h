// Failures on request: "[rehearse: rate limit]" in the newest message makes the rehearsal model behave so.
//
//   [rehearse: rate limit]            429 rate_limit_exceeded, told to wait 1.5 s; with "once": only the
//   first time [rehearse: billing]               429 credit_balance_exhausted, not to be retried [rehearse:
//   key]                   401 invalid_api_key [rehearse: forbidden]             403 [rehearse: server error]
//   500; with "once": only the first time the same request comes [rehearse: unsupported NAME]      400 for
//   the parameter NAME (temperature when none is given) [rehearse: context]               400
//   context_length_exceeded [rehearse: html]                  a sign-in page of a public network instead of
//   an answer [rehearse: cut]                   the connection closes in the middle of the answer [rehearse:
//   silence]               nothing more comes in the middle of the answer [rehearse: slow] two seconds of
//   silence, then a tenth of the speed [rehearse: error]                 an `error` event in the middle of
//   the stream (500 when not streamed) [rehearse: failed]                the response ends with status failed
//   [rehearse: refuse]                the model declines: a refusal instead of text
//   [rehearse: incomplete]            ends in the middle, at its limit of output tokens
//   [rehearse: filter]                ends in the middle, by the content filter
//   [rehearse: empty]                 reasoning uses up the output tokens; no text at all
//   [rehearse: tool]                  calls the first function tool
//   [rehearse: long N]                an answer of about N tokens (5,000 when no number is given, at most
//   50,000)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace aiagent::rehearsal {

enum class PracticeKind {
  None,
  RateLimit,
  Billing,
  Key,
  Forbidden,
  ServerError,
  Unsupported,
  Context,
  Html,
  Cut,
  Silence,
  Slow,
  Error,
  Failed,
  Refuse,
  Incomplete,
  Filter,
  Empty,
  Tool,
  Long,
  Unknown,  // words nobody knows; the answer says so
};

struct Practice {
  PracticeKind kind = PracticeKind::None;
  bool once = false;
  std::int64_t number = 0;  // Long
  std::string word;         // Unsupported: the parameter; Unknown: what was written
};

// The first of them in the text; None when there is none.
Practice findPractice(std::string_view text);

}  // namespace aiagent::rehearsal
