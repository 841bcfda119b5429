// AnswerObject: the one JSON object in a model's answer, read as it comes. Servers without strict schemas put
// it into ```json fences, write prose or a <think> block around it, or leave a comma too many; what can mean
// one thing only is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/authoring/generate/json_stream.h"

namespace aiagent::authoring {

class AnswerObject {
 public:
  // `keys`: the object is the first that has a member of one of these names.
  explicit AnswerObject(std::vector<std::string_view> keys) : m_keys(std::move(keys)) {}

  // Members of objects that turn out to be another are told too; their names are none of `keys`.
  void feed(std::string_view text, const JsonStream::Sink& sink);

  const std::vector<JsonStep>& path() const { return m_stream->path(); }  // within the sink
  bool done() const { return m_done; }
  // Where in raw() it stops being readable; nothing while it may go on.
  std::optional<std::size_t> faultAt() const;
  // It was not the whole answer and strict JSON, but could be read.
  bool wasMended() const;
  const std::string& raw() const { return m_raw; }

 private:
  bool skipThinking();
  bool findStart();
  void read(const JsonStream::Sink& sink);
  bool isKnown(std::string_view key) const;

  std::vector<std::string_view> m_keys;
  std::string m_raw;
  std::size_t m_at = 0;  // looked for a beginning up to here
  bool m_begun = false;  // a <think> block was looked for
  std::optional<JsonStream> m_stream;
  std::size_t m_start = 0;  // of the object in m_raw
  std::size_t m_fed = 0;
  std::size_t m_end = 0;
  int m_starts = 0;
  bool m_known = false;
  bool m_done = false;
};

}  // namespace aiagent::authoring
