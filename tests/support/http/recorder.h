// Recorder: keeps what an exchange told, in order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/ports/http_client.h"

namespace aiagent::testing {

struct Recorder {
  std::optional<ports::HttpHead> head;
  std::string bytes;
  std::optional<base::Result<void>> done;
  std::string order;  // 'h', 'b' (once for a run of them), 'd'
  int reads = 0;

  // The recorder must outlive the exchange.
  ports::HttpHandlers handlers() {
    return {.head = [this](const ports::HttpHead& h) { head = h, order += 'h'; },
            .bytes =
                [this](std::string_view b) {
                  bytes.append(b);
                  ++reads;
                  if (order.empty() || order.back() != 'b') order += 'b';
                },
            .done = [this](base::Result<void> result) { done = std::move(result), order += 'd'; }};
  }
  bool succeeded() const { return done && done->ok(); }
  std::optional<base::ErrorCode> failure() const {
    return done && !done->ok() ? std::optional(done->error().code) : std::nullopt;
  }
  std::string subject() const { return done && !done->ok() ? done->error().subject : std::string(); }
  std::string detail() const { return done && !done->ok() ? done->error().detail : std::string(); }
};

}  // namespace aiagent::testing
