// LogLines: the bytes of a pod's log become lines. Pure; call from one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace aiagent::cluster {

enum class LogLevel : std::uint8_t { None, Debug, Info, Warning, Error };
std::string_view toWord(LogLevel level);  // "" for None

struct LogLine {
  std::int64_t nanos = 0;      // since 1970, as the container's runtime stamped it; 0: no stamp
  std::uint32_t source = 0;    // whose it is; for the owner to choose
  std::uint32_t cutBytes = 0;  // left out at the end of a line that was too long
  LogLevel level = LogLevel::None;
  std::string text;  // valid UTF-8 without control characters but tabs
  bool operator==(const LogLine&) const = default;
};

// "2026-11-23T07:43:30.372616166Z"; 0: it is none. Read to the nanosecond.
std::int64_t stampOf(std::string_view text);
std::string stampText(std::int64_t nanos);
// The whole second, as the parameter sinceTime takes it: servers pass it on without a fraction.
std::string sinceText(std::int64_t nanos);

// What a terminal would show of `raw`: no colours, no control characters, broken UTF-8 replaced.
std::string shownText(std::string_view raw);
// By the members "level" and "severity" of JSON and of key=value, by klog's first letter, else by a word in
// capitals near the beginning. A guess: for colour only.
LogLevel levelOf(std::string_view text);

class LogLines {
 public:
  using Take = std::function<void(LogLine&&)>;

  // Of a longer line the rest is left out and counted in `cutBytes`.
  explicit LogLines(std::size_t longest = 32u << 10) : m_longest(longest) {}

  // Bytes of a request with timestamps=true, in pieces as they come.
  void feed(std::string_view bytes, const Take& take);
  // The stream has ended by itself: what is left is a line. One that broke off is left to be sent again.
  void finish(const Take& take);
  void reset();

 private:
  void keep(std::string_view bytes);
  void end(const Take& take);

  const std::size_t m_longest;
  std::string m_rest;
  std::size_t m_cut = 0;
  std::int64_t m_last = 0;  // the stamp of the line before
};

}  // namespace aiagent::cluster
