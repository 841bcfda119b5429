#include "core/services/cluster/kind_feed.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

#include "core/cluster/kube_kinds.h"
#include "core/wire/kube_discovery.h"
#include "core/wire/kube_list_stream.h"

namespace aiagent::services {
namespace {

// Changes are read together, once in so long, and told soon after: one by one each would wake three threads.
constexpr base::Milliseconds kGather{90}, kFrame{10};
constexpr std::size_t kMostGathered = 64u << 10;  // more is read at once
constexpr std::size_t kMostTold = 4'000;          // changes at once
constexpr base::Milliseconds kSilence{155'000};   // beyond the machine's own patience
// Bytes that may wait to be read; then the server has to wait, until half of them are.
constexpr std::size_t kMostWaiting = 4u << 20;
// How much is read at once: rows of more would be taken in a turn of the event loop that people notice.
constexpr std::size_t kPieceBytes = 512u << 10;
constexpr int kForbidden = 403, kNotFound = 404;

}  // namespace

// Rows and frames of some bytes, made on the background's thread.
struct KindFeed::Piece {
  std::vector<wire::KubeRow> rows;
  std::vector<wire::WatchFrame> frames;
  std::optional<base::Result<wire::KubeListEnd>> listEnd;
  bool broken = false;  // the list is none, and nothing that comes can mend it
};

// One request. Its decoder is touched by one piece of work at a time.
struct KindFeed::Call {
  void waits(std::size_t bytes) {
    waitingBytes += bytes;
    if (waitingBytes > kMostWaiting) call->hold(true);
  }
  void waitsNoMore(std::size_t bytes) {
    waitingBytes -= bytes;
    if (waitingBytes <= kMostWaiting / 2) call->hold(false);
  }

  bool isWatch = false;
  int connections = 0;  // KubeClient::connections() when it was opened
  std::unique_ptr<KubeCall> call;
  std::shared_ptr<std::variant<wire::WatchParser, wire::KubeListStream>> decoder;
  std::deque<std::string> waiting;  // bytes that nobody reads yet, as they came
  std::size_t waitingBytes = 0;
  std::unique_ptr<ports::Timer> gathering;
  bool decoding = false;
  std::optional<base::Result<void>> end;  // of the request
  bool flushed = false;                   // and of its bytes
};

KindFeed::KindFeed(wire::KubeKind kind, std::string nameSpace, FeedSurroundings around,
                   cluster::WatchOptions options, QObject* parent)
    : QObject(parent),
      m_kind(kind),
      m_nameSpace(std::move(nameSpace)),
      m_around(around),
      m_machine(options) {}

// What is asked ends while it can still be told so.
KindFeed::~KindFeed() {
  m_asking.reset();
}

void KindFeed::start() {
  if (std::exchange(m_started, true)) return;
  perform(m_machine.start(m_around.clock.now()));
}

void KindFeed::tell(const cluster::WatchEvent& event) {
  if (m_started) perform(m_machine.on(event, m_around.clock.now()));
}

void KindFeed::perform(std::vector<cluster::WatchAction> actions) {
  for (const auto& action : actions) std::visit([this](const auto& one) { perform(one); }, action);
  publish();
}

// ---- requests

void KindFeed::perform(const cluster::List& action) {
  open(cluster::pathOf(m_kind, m_nameSpace, action), false);
}

void KindFeed::perform(const cluster::Watch& action) {
  open(cluster::pathOf(m_kind, m_nameSpace, action), true);
}

void KindFeed::perform(const cluster::Drop& action) {
  m_asking.reset();
  const auto dropped = std::exchange(m_call, nullptr);
  auto& client = m_around.client;
  if (action.connection && dropped && dropped->connections == client.connections())
    client.useNewConnections();
}

void KindFeed::perform(const cluster::ArmTimer& action) {
  m_timer = m_around.scheduler.after(action.delay, [this] { tell(cluster::TimerFired{}); });
}

void KindFeed::open(std::string path, bool isWatch) {
  auto call = std::make_shared<Call>();
  call->isWatch = isWatch;
  call->connections = m_around.client.connections();
  using Decoder = std::variant<wire::WatchParser, wire::KubeListStream>;
  call->decoder =
      isWatch ? std::make_shared<Decoder>(std::in_place_type<wire::WatchParser>, m_around.names, m_kind)
              : std::make_shared<Decoder>(std::in_place_type<wire::KubeListStream>, m_around.names, m_kind);
  m_asking.reset();
  m_call = call;
  const auto current = [this, weak = std::weak_ptr(call)] { return m_call && weak.lock() == m_call; };
  KubeStreamHandlers handlers{.head =
                                  [this, current, isWatch](const ports::HttpHead&) {
                                    if (isWatch && current()) tell(cluster::StreamOpened{});
                                  },
                              .bytes =
                                  [this, current](std::string_view bytes) {
                                    if (current()) arrived(bytes);
                                  },
                              .done =
                                  [this, current](base::Result<void> end) {
                                    if (current()) ended(std::move(end));
                                  }};
  KubeRequest request{.path = std::move(path), .silence = kSilence};
  call->call = m_around.client.stream(std::move(request), std::move(handlers));
}

void KindFeed::arrived(std::string_view bytes) {
  if (m_call->end) return;  // behind a hole nothing is heard
  auto& waiting = m_call->waiting;
  if (waiting.empty() || waiting.back().size() + bytes.size() > kPieceBytes)
    waiting.emplace_back(bytes);
  else
    waiting.back() += bytes;
  m_call->waits(bytes.size());
  if (m_machine.staging() || m_call->waitingBytes > kMostGathered) return decode();
  if (m_call->gathering) return;
  m_call->gathering = m_around.scheduler.after(kGather, [this] {
    const auto fired = std::move(m_call->gathering);  // holds what runs here
    decode();
  });
}

void KindFeed::ended(base::Result<void> end) {
  if (!m_call->end) m_call->end = std::move(end);
  decode();
}

// ---- bytes to rows

void KindFeed::decode() {
  auto& call = *m_call;
  if (call.decoding || (call.waiting.empty() && !call.end) || call.flushed) return;
  std::string bytes;
  if (!call.waiting.empty()) {
    bytes = std::move(call.waiting.front());
    call.waiting.pop_front();
    call.waitsNoMore(bytes.size());
  }
  const bool last = call.end && call.waiting.empty();
  call.decoding = true;
  call.flushed = last;
  const auto work = [decoder = call.decoder, bytes = std::move(bytes), last] {
    Piece piece;
    if (auto* parser = std::get_if<wire::WatchParser>(&*decoder)) {
      const auto keep = [&](wire::WatchFrame&& frame) { piece.frames.push_back(std::move(frame)); };
      parser->feed(bytes, keep);
      if (last) parser->finish(keep);
    } else {
      auto& list = std::get<wire::KubeListStream>(*decoder);
      list.feed(bytes, [&](wire::KubeRow&& row) { piece.rows.push_back(std::move(row)); });
      piece.broken = list.isBroken();
      if (last) piece.listEnd = list.finish();
    }
    return piece;
  };
  // Of one kind waits one piece at most; that of a call that was dropped may be forgotten for the next one's.
  const auto kind = "rows " + std::string(wire::toWord(m_kind));
  m_around.background.run<Piece>(kind, this, work, [this, weak = std::weak_ptr(m_call)](Piece piece) {
    if (!m_call || weak.lock() != m_call) return;  // dropped meanwhile
    m_call->decoding = false;
    take(std::move(piece));
  });
}

void KindFeed::take(Piece piece) {
  const auto call = m_call;
  for (auto& row : piece.rows) m_table.stage(std::move(row));
  for (auto& frame : piece.frames) {
    takeFrame(std::move(frame));
    if (m_call != call) return;
    if (isTooMuch()) break;
  }
  if (isTooMuch()) return refuse("more than any cluster has");
  if (piece.broken && !call->flushed) return refuse("no list, or an item that is too long");
  if (call->isWatch && call->flushed) return finished();
  if (!call->flushed || !piece.listEnd) return decode();
  m_call.reset();
  // What broke the transfer explains a list that is not whole.
  if (!call->end->ok()) return failed(call->end->error());
  if (!piece.listEnd->ok()) return failed(piece.listEnd->error());
  auto& end = piece.listEnd->value();
  // No list: an empty one would take away all that is shown.
  if (end.status || (end.resourceVersion.empty() && end.continueToken.empty()))
    return tell(cluster::CallFailed{{.code = base::ErrorCode::BadResponse,
                                     .subject = "list",
                                     .said = end.status ? end.status->message : std::string()}});
  tell(cluster::PageCame{std::move(end.resourceVersion), std::move(end.continueToken)});
}

// The row first: what the machine then says, as that all have come, is of it too.
void KindFeed::takeFrame(wire::WatchFrame frame) {
  cluster::FrameCame event{frame.type, frame.resourceVersion, frame.initialEventsEnd,
                           std::move(frame.status)};
  switch (frame.type) {
    case wire::FrameType::Added:
    case wire::FrameType::Modified:
      m_machine.staging() ? m_table.stage(std::move(frame.row)) : changed(m_table.put(std::move(frame.row)));
      break;
    case wire::FrameType::Deleted:
      m_machine.staging() ? m_table.unstage(frame.row) : changed(m_table.remove(frame.row));
      break;
    default: break;
  }
  tell(event);
}

bool KindFeed::isTooMuch() const {
  return m_machine.staging() ? m_table.isStagedTooLarge() : m_table.isTooLarge();
}

// Of an answer that is not heard to its end. What was shown before stays, and it is asked for again later.
void KindFeed::refuse(const char* why) {
  m_table.beginStaging();
  m_call->end = base::Error{.code = base::ErrorCode::BadResponse, .detail = why, .subject = "size"};
  finished();
}

void KindFeed::finished() {
  const auto end = std::move(*m_call->end);
  const bool opened = m_machine.opened();
  m_call.reset();
  if (opened)
    tell(cluster::StreamEnded{end.ok() ? std::nullopt : std::optional(end.error())});
  else
    failed(end.ok() ? base::Error{.code = base::ErrorCode::Interrupted} : end.error());
}

// A server judges who asks before it looks for what is asked: a kind that it has not is denied, too. Which
// ones there are it tells everybody.
void KindFeed::failed(base::Error error) {
  if (error.httpStatus != kForbidden || !cluster::isAddOn(m_kind)) return tell(cluster::CallFailed{error});
  const auto& place = cluster::placeOf(m_kind);
  m_asking = m_around.client.send(
      {.path = std::string(place.api)}, [this, error, &place](base::Result<KubeAnswer> answer) {
        if (!answer && answer.error().code == base::ErrorCode::Cancelled) return;
        const auto held = std::move(m_asking);
        if (!answer && answer.error().httpStatus == kNotFound)
          return tell(cluster::CallFailed{answer.error()});
        const auto found = answer ? wire::readResourceList(answer->body, {}) : std::nullopt;
        const bool isThere = !found || std::ranges::any_of(*found, [&](const wire::KubeResource& one) {
          return one.plural == place.resource;
        });
        tell(cluster::CallFailed{isThere ? error
                                         : base::Error{.code = base::ErrorCode::NotFound,
                                                       .subject = std::string(place.resource),
                                                       .httpStatus = kNotFound}});
      });
}

// ---- signals

void KindFeed::changed(cluster::TableDiff diff) {
  m_diff.add(std::move(diff));
  if (!m_signal && !m_diff.empty()) tellSoon(kFrame);
}

// A list of tens of thousands is told in several turns of the event loop.
void KindFeed::tellSoon(base::Milliseconds wait) {
  m_signal = m_around.scheduler.after(wait, [this] {
    const auto fired = std::move(m_signal);
    const auto diff = m_diff.take(kMostTold);
    if (!m_diff.empty()) tellSoon(base::Milliseconds(0));
    Q_EMIT rowsChanged(diff);
  });
}

void KindFeed::publish() {
  const auto& state = m_machine.state();
  if (state.heard != m_told.heard) m_asOf = m_around.clock.wallNow();
  const bool same = state.freshness == m_told.freshness && state.trouble == m_told.trouble;
  m_told = state;
  if (!same) Q_EMIT stateChanged();
}

}  // namespace aiagent::services
