// RequestBody: the JSON object that a caller sent, read field by field; the first fault is kept. Pure.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/server/database.h"
#include "core/server/http/router.h"

namespace aiagent::server {

class RequestBody {
 public:
  explicit RequestBody(std::string_view text);
  ~RequestBody();
  RequestBody(const RequestBody&) = delete;
  RequestBody& operator=(const RequestBody&) = delete;

  // Of any length; without NUL, which PostgreSQL keeps in no text.
  std::string text(std::string_view name);
  Value optionalText(std::string_view name);
  Value optionalBool(std::string_view name);  // "true" or "false"
  // Has to be there; nothing for null.
  Value numberOrNull(std::string_view name);
  // An object of texts as JSON; "{}" where there is none. Other fields of it are left out.
  std::string texts(std::string_view name, std::initializer_list<std::string_view> fields);

  // 400 with a sentence that names the field, once something was missing or of another type.
  const std::optional<Response>& fault() const { return m_fault; }

 private:
  struct State;
  void complain(const std::string& sentence);
  std::unique_ptr<State> m_state;
  std::optional<Response> m_fault;
};

}  // namespace aiagent::server
