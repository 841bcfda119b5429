#include "core/runs/answer_builder.h"

#include <algorithm>
#include <utility>

namespace aiagent::runs {
namespace {

using domain::PartKind;

// A server that begins more than this is not answering anybody.
constexpr std::size_t kMostOutputs = 4096, kMostPieces = 4096;
constexpr std::size_t kNone = std::size_t(-1);

bool isShownAsItGrows(PartKind kind) {
  return kind == PartKind::Text || kind == PartKind::Refusal || kind == PartKind::ReasoningSummary;
}

// The type of an item of which only a piece is known.
std::string_view typeFor(PartKind kind) {
  if (kind == PartKind::Text || kind == PartKind::Refusal) return "message";
  return kind == PartKind::ReasoningSummary ? "reasoning" : "";
}

bool isToolType(std::string_view type) {
  return type.size() > 5 && type.substr(type.size() - 5) == "_call";
}

}  // namespace

AnswerBuilder::AnswerBuilder(std::vector<domain::Message>& messages,
                             std::function<domain::MessageId()> newMessageId)
    : m_messages(messages), m_newMessageId(std::move(newMessageId)) {
  const auto first = std::find_if(messages.begin(), messages.end(), [](const auto& message) {
    return message.role == domain::Role::Assistant;
  });
  m_firstAnswer = std::size_t(first - messages.begin());
  for (std::size_t i = m_firstAnswer; i < messages.size(); ++i) {
    Output output{.index = std::int32_t(i - m_firstAnswer), .done = !messages[i].rawItem.empty()};
    for (std::size_t part = 0; part < messages[i].parts.size(); ++part)
      output.pieces.push_back({std::int32_t(part)});
    m_outputs.push_back(std::move(output));
  }
}

std::size_t AnswerBuilder::rankOf(std::int32_t index) const {
  if (isAt(m_last.rank, index)) return m_last.rank;
  const auto at =
      std::lower_bound(m_outputs.begin(), m_outputs.end(), index,
                       [](const Output& output, std::int32_t wanted) { return output.index < wanted; });
  return std::size_t(at - m_outputs.begin());
}

bool AnswerBuilder::isAt(std::size_t rank, std::int32_t index) const {
  return rank < m_outputs.size() && m_outputs[rank].index == index;
}

void AnswerBuilder::insertOutput(std::size_t rank, Output output, base::WallTime now) {
  domain::Message message;
  message.id = m_newMessageId();
  message.role = domain::Role::Assistant;
  message.created = now;
  m_outputs.insert(m_outputs.begin() + std::ptrdiff_t(rank), std::move(output));
  m_messages.insert(m_messages.begin() + std::ptrdiff_t(m_firstAnswer + rank), std::move(message));
}

// The output of that index, begun if need be; false when there are too many.
bool AnswerBuilder::openOutput(std::int32_t index, base::WallTime now, std::vector<Action>& actions,
                               std::size_t& rank) {
  rank = rankOf(index);
  if (isAt(rank, index)) return true;
  if (m_outputs.size() >= kMostOutputs) return false;
  insertOutput(rank, Output{.index = index}, now);
  moved(rank + 1, actions);
  return true;
}

// The place of a piece that may still change, begun if need be.
bool AnswerBuilder::openPiece(wire::PieceKey key, PartKind kind, base::WallTime now,
                              std::vector<Action>& actions, Place& place) {
  if (!openOutput(key.output, now, actions, place.rank)) return false;
  auto& output = m_outputs[place.rank];
  if (output.done) return false;
  auto& pieces = output.pieces;
  place.part = m_last.part;
  if (place.part >= pieces.size() || pieces[place.part].content != key.content) {
    const auto at =
        std::lower_bound(pieces.begin(), pieces.end(), key.content,
                         [](const Piece& piece, std::int32_t wanted) { return piece.content < wanted; });
    place.part = std::size_t(at - pieces.begin());
    if (at == pieces.end() || at->content != key.content) {
      if (pieces.size() >= kMostPieces) return false;
      pieces.insert(at, Piece{key.content});
      auto& parts = messageAt(place.rank).parts;
      parts.insert(parts.begin() + std::ptrdiff_t(place.part), domain::Part{kind, {}, {}, {}});
      // Elsewhere than at the end it takes a place where a view may still hold what has moved on.
      const bool isLast = place.part + 1 == parts.size() && place.rank + 1 == m_outputs.size();
      for (std::size_t i = place.part; i < parts.size() && !isLast; ++i) replaced({place.rank, i}, actions);
      if (output.type.empty()) output.type = typeFor(kind);
    }
  }
  m_last = place;
  auto& part = partAt(place);
  if (part.text.empty()) part.kind = kind;
  return !pieces[place.part].done;
}

void AnswerBuilder::add(const wire::ItemAdded& item, base::WallTime now, std::vector<Action>& actions) {
  Place place;
  if (!openOutput(item.output, now, actions, place.rank)) return;
  auto& output = m_outputs[place.rank];
  if (output.done) return;
  output.type = item.type;
  if (item.type == "message" || item.type == "reasoning") return;
  const bool isTool = isToolType(item.type) && !(item.name.empty() && item.callId.empty());
  if (!openPiece({item.output, 0}, isTool ? PartKind::ToolCall : PartKind::Other, now, actions, place))
    return;
  auto& part = partAt(place);
  part.name = isTool ? item.name : item.type;
  part.callId = item.callId;
  replaced(place, actions);
}

void AnswerBuilder::add(const wire::PieceDelta& delta, base::WallTime now, std::vector<Action>& actions) {
  Place place;
  if (delta.delta.empty() || !openPiece(delta.key, delta.kind, now, actions, place)) return;
  auto& part = partAt(place);
  part.text += delta.delta;
  if (isShownAsItGrows(part.kind))
    actions.emplace_back(AppendText{m_firstAnswer + place.rank, place.part, delta.delta});
}

void AnswerBuilder::add(const wire::PieceDone& done, base::WallTime now, std::vector<Action>& actions) {
  Place place;
  if (!openPiece(done.key, done.kind, now, actions, place)) return;
  setText(place, done.text, actions);
  m_outputs[place.rank].pieces[place.part].done = true;
}

void AnswerBuilder::add(const wire::OutputItem& item, base::WallTime now, std::vector<Action>& actions) {
  std::size_t rank = 0;
  if (openOutput(item.output, now, actions, rank)) fill(rank, item, actions);
}

void AnswerBuilder::fill(std::size_t rank, const wire::OutputItem& item, std::vector<Action>& actions) {
  auto& output = m_outputs[rank];
  auto& message = messageAt(rank);
  output.type = item.type;
  output.done = true;
  output.moreFollows = item.moreFollows;
  message.role = item.role;
  if (!item.raw.empty()) message.rawItem = item.raw;
  for (std::size_t i = 0; i < item.parts.size(); ++i) {
    if (i == message.parts.size()) {
      message.parts.push_back({item.parts[i].kind, {}, {}, {}});
      output.pieces.push_back({output.pieces.empty() ? 0 : output.pieces.back().content + 1, true});
      if (rank + 1 < m_outputs.size()) replaced({rank, i}, actions);
    }
    setPart({rank, i}, item.parts[i], actions);
  }
  // Text that the whole item does not have was taken back; an item without any parts says nothing about it.
  for (std::size_t i = item.parts.size(); i < message.parts.size() && !item.parts.empty(); ++i) {
    auto& part = message.parts[i];
    if ((part.kind != PartKind::Text && part.kind != PartKind::Refusal) || part.text.empty()) continue;
    part.text.clear();
    replaced({rank, i}, actions);
  }
}

void AnswerBuilder::setPart(Place place, const domain::Part& part, std::vector<Action>& actions) {
  auto& own = partAt(place);
  if (own.kind == part.kind && own.name == part.name && own.callId == part.callId)
    return setText(place, part.text, actions);
  own = part;
  replaced(place, actions);
}

void AnswerBuilder::setText(Place place, const std::string& text, std::vector<Action>& actions) {
  auto& part = partAt(place);
  if (!isShownAsItGrows(part.kind)) {
    if (!text.empty()) part.text = text;
    return replaced(place, actions);
  }
  if (text.empty() || text == part.text) return;
  if (text.compare(0, part.text.size(), part.text) == 0) {
    AppendText append{m_firstAnswer + place.rank, place.part, text.substr(part.text.size())};
    part.text = text;
    actions.emplace_back(std::move(append));
  } else {
    part.text = text;
    replaced(place, actions);
  }
}

void AnswerBuilder::replaced(Place place, std::vector<Action>& actions) const {
  actions.emplace_back(ReplaceText{m_firstAnswer + place.rank, place.part});
}

void AnswerBuilder::moved(std::size_t fromRank, std::vector<Action>& actions) const {
  for (std::size_t rank = fromRank; rank < m_outputs.size(); ++rank)
    for (std::size_t part = 0; part < m_messages[m_firstAnswer + rank].parts.size(); ++part)
      replaced({rank, part}, actions);
}

// Servers other than OpenAI's number the snapshot's items otherwise than the stream's, so the type decides
// with the index. Outputs before `from` are taken already; m_outputs.size() when none fits.
std::size_t AnswerBuilder::rankForSnapshot(const wire::OutputItem& item, std::size_t from) const {
  const auto fits = [&](const Output& output) { return output.type.empty() || output.type == item.type; };
  for (std::size_t rank = from; rank < m_outputs.size(); ++rank)
    if (m_outputs[rank].index == item.output && fits(m_outputs[rank])) return rank;
  for (std::size_t rank = from; rank < m_outputs.size(); ++rank)
    if (m_outputs[rank].type == item.type) return rank;
  return m_outputs.size();
}

// Brings the output of rank `from` to rank `to`, before it.
void AnswerBuilder::bringForward(std::size_t from, std::size_t to) {
  const auto bring = [&](auto begin) {
    std::rotate(begin + std::ptrdiff_t(to), begin + std::ptrdiff_t(from), begin + std::ptrdiff_t(from) + 1);
  };
  bring(m_outputs.begin());
  bring(m_messages.begin() + std::ptrdiff_t(m_firstAnswer));
}

void AnswerBuilder::takeSnapshot(const std::vector<wire::OutputItem>& items, base::WallTime now,
                                 std::vector<Action>& actions) {
  const std::size_t taken = std::min(items.size(), kMostOutputs);
  std::size_t firstMoved = kNone;
  for (std::size_t rank = 0; rank < taken; ++rank) {
    const auto from = rankForSnapshot(items[rank], rank);
    if (from != rank) firstMoved = std::min(firstMoved, rank);
    if (from == m_outputs.size())
      insertOutput(rank, Output{}, now);
    else if (from != rank)
      bringForward(from, rank);
    fill(rank, items[rank], actions);
  }
  moved(firstMoved, actions);
  for (std::size_t rank = 0; rank < m_outputs.size(); ++rank) m_outputs[rank].index = std::int32_t(rank);
  m_last = {};
}

void AnswerBuilder::dropEmpty(std::vector<Action>& actions) {
  std::size_t firstMoved = kNone;
  for (std::size_t rank = m_outputs.size(); rank-- > 0;) {
    const auto& message = messageAt(rank);
    if (!message.parts.empty() || !message.rawItem.empty()) continue;
    m_outputs.erase(m_outputs.begin() + std::ptrdiff_t(rank));
    m_messages.erase(m_messages.begin() + std::ptrdiff_t(m_firstAnswer + rank));
    firstMoved = rank;
  }
  moved(firstMoved, actions);
  m_last = {};
}

bool AnswerBuilder::mayBeComplete() const {
  return !m_outputs.empty() && !m_outputs.back().moreFollows &&
         std::all_of(m_outputs.begin(), m_outputs.end(), [](const Output& output) { return output.done; });
}

}  // namespace aiagent::runs
