#include "core/wire/kube_events.h"

#include <array>

#include "core/base/utf8.h"
#include "core/wire/kube_row_reader.h"
#include "core/wire/kube_status_reader.h"
#include "core/wire/padded_text.h"

namespace aiagent::wire {
namespace {

namespace ondemand = simdjson::ondemand;

std::optional<FrameType> frameType(std::string_view word) {
  if (word == "MODIFIED") return FrameType::Modified;
  if (word == "ADDED") return FrameType::Added;
  if (word == "DELETED") return FrameType::Deleted;
  if (word == "BOOKMARK") return FrameType::Bookmark;
  if (word == "ERROR") return FrameType::Error;
  return std::nullopt;
}

WatchFrame unreadable(std::string_view why) {
  WatchFrame frame;
  frame.fault = why;
  return frame;
}

void readBookmark(kube::Reading& in, kube::Value object, WatchFrame& frame) {
  in.members(object, [&](std::string_view key, kube::Value metadata) {
    if (key != "metadata") return;
    in.members(metadata, [&](std::string_view name, kube::Value value) {
      if (name == "resourceVersion") in.text(value, frame.resourceVersion);
      if (name != "annotations") return;
      in.members(value, [&](std::string_view word, kube::Value text) {
        if (word == "k8s.io/initial-events-end") frame.initialEventsEnd = in.text(text) == "true";
      });
    });
  });
}

}  // namespace

struct WatchParser::Impl {
  Impl(base::Interner& each, KubeKind what, std::size_t longest)
      : names(each), kind(what), longestLine(longest) {}

  void keep(std::string_view piece, const Sink& sink);
  void completeLine(std::string_view rest, const Sink& sink);
  WatchFrame frame(std::string_view line);
  bool read(kube::Reading& in, ondemand::document& document, WatchFrame& frame);
  void readObject(kube::Reading& in, kube::Value object, WatchFrame& frame);

  base::Interner& names;
  KubeKind kind;
  std::size_t longestLine;
  std::string line;
  bool tooLong = false;  // the rest of the line is skipped
  PaddedText text;
  ondemand::parser parser;
};

// That a line is too long is told at once: its end may never come.
void WatchParser::Impl::keep(std::string_view piece, const Sink& sink) {
  if (tooLong) return;
  if (line.size() + piece.size() <= longestLine) {
    line.append(piece);
    return;
  }
  tooLong = true;
  std::string().swap(line);
  sink(unreadable("a line longer than allowed"));
}

void WatchParser::Impl::completeLine(std::string_view rest, const Sink& sink) {
  if (!line.empty() || tooLong || rest.size() > longestLine) {
    keep(rest, sink);
    rest = line;
  }
  if (!tooLong && !base::trimmed(rest).empty()) sink(frame(rest));
  tooLong = false;
  line.clear();
  if (line.capacity() > PaddedText::kKept) std::string().swap(line);
}

void WatchParser::Impl::readObject(kube::Reading& in, kube::Value object, WatchFrame& frame) {
  if (frame.type == FrameType::Bookmark) return readBookmark(in, object, frame);
  if (frame.type == FrameType::Error) {
    kube::readStatus(in, object, frame.status);
    return;
  }
  frame.row = kube::readRow(in, object, kind);
  frame.resourceVersion = headOf(frame.row).resourceVersion;
}

// Servers write the type first. Where it comes behind the object, the line is read a second time.
bool WatchParser::Impl::read(kube::Reading& in, ondemand::document& document, WatchFrame& frame) {
  std::optional<FrameType> type;
  bool hasObject = false, done = false;
  for (int round = 0; round < 2 && !done; ++round) {
    kube::Value value;
    if (round == 1) document.rewind();
    if (document.get_value().get(value) != simdjson::SUCCESS) return false;
    in.members(value, [&](std::string_view key, kube::Value member) {
      if (key == "type") type = frameType(in.text(member));
      if (key != "object") return;
      hasObject = true;
      if (!type || done) return;
      frame.type = *type;
      readObject(in, member, frame);
      done = true;
    });
    if (in.broken || !type || !hasObject) return false;
  }
  // Anything behind the object is not JSON: two events run together, or garbage.
  return done && document.current_location().error() != simdjson::SUCCESS;
}

WatchFrame WatchParser::Impl::frame(std::string_view bytes) {
  if (parser.capacity() > PaddedText::kKept && bytes.size() <= PaddedText::kKept) parser = ondemand::parser();
  kube::Reading in(names);
  ondemand::document document;
  WatchFrame frame;
  const char* copy = text.copy(bytes);
  const simdjson::padded_string_view padded(copy, bytes.size(), text.capacity());
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS || !read(in, document, frame))
    return unreadable("a line that is no event");
  return frame;
}

WatchParser::WatchParser(base::Interner& names, KubeKind kind, std::size_t longestLine)
    : m_impl(std::make_unique<Impl>(names, kind, longestLine)) {}
WatchParser::~WatchParser() = default;
WatchParser::WatchParser(WatchParser&&) noexcept = default;
WatchParser& WatchParser::operator=(WatchParser&&) noexcept = default;

void WatchParser::feed(std::string_view bytes, const Sink& sink) {
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    if (end == std::string_view::npos) return m_impl->keep(bytes, sink);
    m_impl->completeLine(bytes.substr(0, end), sink);
    bytes.remove_prefix(end + 1);
  }
}

void WatchParser::finish(const Sink& sink) {
  if (m_impl->tooLong || m_impl->line.empty()) return m_impl->completeLine({}, sink);
  m_impl->completeLine({}, [&](WatchFrame&& frame) {
    if (frame.type != FrameType::Unreadable) sink(std::move(frame));
  });
}

}  // namespace aiagent::wire
