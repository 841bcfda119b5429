#include "core/wire/kube_list.h"

#include "core/wire/kube_row_reader.h"

namespace aiagent::wire {
namespace {

namespace ondemand = simdjson::ondemand;
using base::Error;
using base::ErrorCode;

static_assert(KubeListReader::kPadding >= simdjson::SIMDJSON_PADDING);

constexpr std::size_t kKept = 4u << 20;  // a parser for larger bodies is given back after use

Error badBody(std::string_view what) {
  return {.code = ErrorCode::BadResponse, .detail = std::string(what)};
}

}  // namespace

struct KubeListReader::Impl {
  explicit Impl(base::Interner& each) : names(each) {}

  // Gives the document's value to `visit`; false: no JSON, or something behind it.
  template <class Visit>
  bool withDocument(std::string& body, Visit&& visit);
  void readMeta(kube::Reading& in, kube::Value value, KubeListEnd& end);
  void shrink() {
    if (parser.capacity() > kKept) parser = ondemand::parser();
  }

  base::Interner& names;
  ondemand::parser parser;
};

template <class Visit>
bool KubeListReader::Impl::withDocument(std::string& body, Visit&& visit) {
  const auto size = body.size();
  body.append(kPadding, '\0');
  ondemand::document document;
  ondemand::value value;
  if (parser.iterate(simdjson::padded_string_view(body.data(), size, body.size())).get(document) !=
          simdjson::SUCCESS ||
      document.get_value().get(value) != simdjson::SUCCESS)
    return false;
  return visit(value) && document.current_location().error() != simdjson::SUCCESS;
}

void KubeListReader::Impl::readMeta(kube::Reading& in, kube::Value value, KubeListEnd& end) {
  in.members(value, [&](std::string_view key, kube::Value member) {
    if (key == "resourceVersion") in.text(member, end.resourceVersion);
    if (key == "continue") in.text(member, end.continueToken);
    if (key == "remainingItemCount") in.number(member, end.remaining);
  });
}

KubeListReader::KubeListReader(base::Interner& names) : m_impl(std::make_unique<Impl>(names)) {}
KubeListReader::~KubeListReader() = default;
KubeListReader::KubeListReader(KubeListReader&&) noexcept = default;
KubeListReader& KubeListReader::operator=(KubeListReader&&) noexcept = default;

base::Result<KubeListEnd> KubeListReader::read(std::string body, KubeKind kind, const Sink& sink) {
  const auto size = body.size();
  KubeListEnd end;
  bool hasItems = false, isStatus = false;
  const bool whole = m_impl->withDocument(body, [&](kube::Value value) {
    kube::Reading in(m_impl->names);
    in.members(value, [&](std::string_view key, kube::Value member) {
      if (key == "kind") isStatus = in.text(member) == "Status";
      if (key == "metadata") m_impl->readMeta(in, member, end);
      if (key != "items") return;
      hasItems = true;  // null for an empty list of some servers
      in.elements(member, [&](kube::Value item) {
        auto row = kube::readRow(in, item, kind);
        if (!in.broken) sink(std::move(row));
      });
    });
    return !in.broken;
  });
  m_impl->shrink();
  if (isStatus && !hasItems) end.status = readKubeStatus(std::string_view(body).substr(0, size));
  if (end.status) return end;
  if (!whole) return badBody("a list that is no JSON, or cut");
  if (!hasItems) return badBody("an answer without items");
  return end;
}

base::Result<KubeRow> KubeListReader::readObject(std::string body, KubeKind kind) {
  KubeRow row;
  const bool whole = m_impl->withDocument(body, [&](kube::Value value) {
    kube::Reading in(m_impl->names);
    row = kube::readRow(in, value, kind);
    return !in.broken;
  });
  m_impl->shrink();
  if (!whole) return badBody("an object that is no JSON, or cut");
  if (headOf(row).name.empty()) return badBody("an object without a name");
  return row;
}

}  // namespace aiagent::wire
