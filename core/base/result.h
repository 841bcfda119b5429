// Result<T>: a value or an Error. The subset of std::expected that we use (clang 14 lacks it).
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "core/base/check.h"
#include "core/base/error.h"

namespace aiagent::base {

template <class T>
class [[nodiscard]] Result {
 public:
  using Value = T;

  Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return m_state.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Calling these on the wrong alternative is a programmer error.
  T& value() & {
    CHECK(ok());
    return *std::get_if<0>(&m_state);
  }
  const T& value() const& {
    CHECK(ok());
    return *std::get_if<0>(&m_state);
  }
  T&& value() && {
    CHECK(ok());
    return std::move(*std::get_if<0>(&m_state));
  }
  const Error& error() const {
    CHECK(!ok());
    return *std::get_if<1>(&m_state);
  }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  using Value = void;

  Result() = default;
  Result(Error error) : m_error(std::move(error)) {}

  bool ok() const { return !m_error.has_value(); }
  explicit operator bool() const { return ok(); }
  const Error& error() const {
    CHECK(m_error.has_value());
    return *m_error;
  }

 private:
  std::optional<Error> m_error;
};

}  // namespace aiagent::base
