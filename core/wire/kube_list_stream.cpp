#include "core/wire/kube_list_stream.h"

#include "core/wire/json_nesting.h"
#include "core/wire/kube_row_reader.h"
#include "core/wire/padded_text.h"

namespace aiagent::wire {
namespace {

namespace ondemand = simdjson::ondemand;

bool isBlank(char each) {
  return each == ' ' || each == '\n' || each == '\r' || each == '\t';
}

}  // namespace

// The list without its items is the envelope: small, and read by KubeListReader when all is there.
struct KubeListStream::Impl {
  enum class Where { Envelope, BetweenItems, InItem, Broken };

  Impl(base::Interner& each, KubeKind what, std::size_t longest)
      : names(each), kind(what), longestItem(longest) {}

  void takeEnvelope(std::string_view& bytes);
  void followEnvelope(char each);
  void takeBetween(std::string_view& bytes);
  void takeItem(std::string_view& bytes, const Sink& sink);
  void readItem(std::string_view item, const Sink& sink);

  base::Interner& names;
  KubeKind kind;
  std::size_t longestItem;
  Where where = Where::Envelope;
  std::string envelope;
  // In the envelope: the depth, and the last text at depth 1, which may be a member's name.
  int depth = 0;
  bool inText = false, escaped = false, itemsNamed = false;
  std::size_t textFrom = 0;
  bool wantsItem = false;  // behind a comma
  bool hadItems = false;   // a second member of that name ends it
  std::string item;        // begun in an earlier piece
  JsonNesting nesting;
  PaddedText text;
  ondemand::parser parser;
};

void KubeListStream::Impl::followEnvelope(char each) {
  if (escaped) {
    escaped = false;
  } else if (inText) {
    escaped = each == '\\';
    inText = each != '"';
    if (!inText && depth == 1)
      itemsNamed = std::string_view(envelope).substr(textFrom, envelope.size() - 1 - textFrom) == "items";
  } else if (each == '"') {
    inText = true;
    textFrom = envelope.size();
  } else if (each == '[' && depth == 1 && itemsNamed) {
    where = hadItems ? Where::Broken : Where::BetweenItems;
    hadItems = true;
    ++depth;
  } else if (each == '{' || each == '[') {
    ++depth;
  } else if (each == '}' || each == ']') {
    --depth;
  } else if (each == ',') {
    itemsNamed = false;
  }
}

void KubeListStream::Impl::takeEnvelope(std::string_view& bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && where == Where::Envelope) {
    envelope.push_back(bytes[at]);
    followEnvelope(bytes[at++]);
    if (envelope.size() > kLongestEnvelope) where = Where::Broken;
  }
  bytes.remove_prefix(at);
}

void KubeListStream::Impl::takeBetween(std::string_view& bytes) {
  while (!bytes.empty() && isBlank(bytes.front())) bytes.remove_prefix(1);
  if (bytes.empty()) return;
  const char each = bytes.front();
  if (each == '{' && (wantsItem || envelope.ends_with('['))) {
    where = Where::InItem;
    nesting.restart();
    return;  // the item begins with it
  }
  bytes.remove_prefix(1);
  if (each == ',' && !wantsItem && !envelope.ends_with('[')) {
    wantsItem = true;
  } else if (each == ']' && !wantsItem) {
    if (!envelope.ends_with('[')) envelope.pop_back();
    envelope.push_back(']');
    --depth;
    where = Where::Envelope;
  } else {
    where = Where::Broken;
  }
}

void KubeListStream::Impl::takeItem(std::string_view& bytes, const Sink& sink) {
  const auto end = nesting.endIn(bytes);
  const auto piece = bytes.substr(0, end);
  bytes.remove_prefix(piece.size());
  if (item.size() + piece.size() > longestItem) {
    where = Where::Broken;
    return;
  }
  const bool whole = end != std::string_view::npos;
  if (!whole || !item.empty()) item.append(piece);
  if (!whole) return;
  // A blank behind "[" remembers that there was an item: then a comma or the end must follow.
  if (envelope.ends_with('[')) envelope.push_back(' ');
  wantsItem = false;
  where = Where::BetweenItems;
  readItem(item.empty() ? piece : std::string_view(item), sink);
  item.clear();
  if (item.capacity() > PaddedText::kKept) std::string().swap(item);
}

void KubeListStream::Impl::readItem(std::string_view bytes, const Sink& sink) {
  if (parser.capacity() > PaddedText::kKept && bytes.size() <= PaddedText::kKept) parser = ondemand::parser();
  kube::Reading in(names);
  ondemand::document document;
  ondemand::value value;
  const char* copy = text.copy(bytes);
  const simdjson::padded_string_view padded(copy, bytes.size(), text.capacity());
  if (parser.iterate(padded).get(document) != simdjson::SUCCESS ||
      document.get_value().get(value) != simdjson::SUCCESS) {
    where = Where::Broken;
    return;
  }
  auto row = kube::readRow(in, value, kind);
  if (in.broken || document.current_location().error() == simdjson::SUCCESS) {
    where = Where::Broken;
    return;
  }
  sink(std::move(row));
}

KubeListStream::KubeListStream(base::Interner& names, KubeKind kind, std::size_t longestItem)
    : m_impl(std::make_unique<Impl>(names, kind, longestItem)) {}
KubeListStream::~KubeListStream() = default;
KubeListStream::KubeListStream(KubeListStream&&) noexcept = default;
KubeListStream& KubeListStream::operator=(KubeListStream&&) noexcept = default;

bool KubeListStream::isBroken() const {
  return m_impl->where == Impl::Where::Broken;
}

void KubeListStream::feed(std::string_view bytes, const Sink& sink) {
  while (!bytes.empty()) {
    switch (m_impl->where) {
      case Impl::Where::Envelope: m_impl->takeEnvelope(bytes); break;
      case Impl::Where::BetweenItems: m_impl->takeBetween(bytes); break;
      case Impl::Where::InItem: m_impl->takeItem(bytes, sink); break;
      case Impl::Where::Broken: return;
    }
  }
}

base::Result<KubeListEnd> KubeListStream::finish() {
  if (m_impl->where != Impl::Where::Envelope)
    return base::Error{.code = base::ErrorCode::BadResponse, .detail = "a list that is no JSON, or cut"};
  KubeListReader reader(m_impl->names);
  return reader.read(std::move(m_impl->envelope), m_impl->kind, [](KubeRow&&) {});
}

}  // namespace aiagent::wire
