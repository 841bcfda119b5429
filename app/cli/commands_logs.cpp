// cluster logs
#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "app/cli/cluster_watching.h"
#include "core/cluster/human_duration.h"
#include "core/services/cluster/log_feed.h"
#include "core/services/random_seed.h"
#include "ui/format/log_words.h"
#include "ui/format/text.h"

namespace aiagent::cli {
namespace {

using cluster::LogLine;
using cluster::LogState;
using wire::JsonObject;
using wire::KubeKind;

std::optional<int> countOf(const std::string& text) {
  int count = 0;
  const auto end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, count);
  return fault == std::errc() && stop == end && count >= 0 ? std::optional(count) : std::nullopt;
}

struct LogsWish {
  cluster::LogWish target;
  cluster::LogOptions log;
  std::optional<std::chrono::seconds> since;
  bool timestamps = false;
};

// Nothing: it was told why, and the command is finished.
std::optional<LogsWish> wishOf(Context& context, const Arguments& arguments, const Finish& finish) {
  const auto refuse = [&](std::string subject) {
    finishWith(context, {.code = base::ErrorCode::InvalidInput, .subject = std::move(subject)}, finish);
    return std::nullopt;
  };
  const auto target = cluster::logWishOf(arguments.positional(0));
  if (!target || target->name.empty()) return refuse(arguments.positional(0));
  LogsWish wish{
      .target = *target, .log = {.seed = services::randomSeed()}, .timestamps = arguments.has("timestamps")};
  wish.target.container = arguments.value("container").value_or("");
  wish.target.allContainers = arguments.has("all-containers");
  wish.log.follow = arguments.has("follow");
  wish.log.previous = arguments.has("previous");
  if (const auto tail = arguments.value("tail")) {
    wish.log.tailLines = countOf(*tail);
    if (!wish.log.tailLines) return refuse("tail");
  }
  if (const auto since = arguments.value("since")) {
    wish.since = cluster::durationOf(*since);
    if (!wish.since) return refuse("since");
  }
  return wish;
}

class Logs {
 public:
  Logs(Context& context, LogsWish wish, Finish finish)
      : m_context(context), m_wish(std::move(wish)), m_finish(std::move(finish)) {}

  // True: nothing more is to be looked at.
  bool look(Watching& watching) {
    const auto* pods = watching.watch->feed(KubeKind::Pod);
    if (!watching.settled()) return false;
    if (pods->asOf() == base::WallTime{}) {
      if (m_feed) return false;
      finishWithCluster(m_context, whyUnknown(*pods), m_finish);
      return true;
    }
    // What may not be seen for a while is not gone.
    if (watching.watch->isHidden(KubeKind::Pod)) return false;
    const auto* sets = watching.watch->feed(KubeKind::ReplicaSet);
    auto sources = cluster::logSources(m_wish.target, pods->table(), sets ? &sets->table() : nullptr);
    if (sources.empty() && !m_feed) {
      finishWithCluster(m_context,
                        {.code = base::ErrorCode::NotFound, .subject = m_wish.target.name, .httpStatus = 404},
                        m_finish);
      return true;
    }
    if (!m_feed) open(watching);
    m_feed->setSources(sources);
    return false;
  }

  void onEnd(std::function<void(Exit)> end) { m_end = std::move(end); }
  void close() { m_feed.reset(); }

 private:
  void open(const Watching& watching) {
    auto options = m_wish.log;
    if (m_wish.since) {
      const auto since = watching.watch->serverNow() - *m_wish.since;
      options.sinceTime = cluster::sinceText(base::toMillis(since) * 1'000'000);
    }
    const auto around = m_context.clusterSurroundings(watching.connection->plugins.get());
    // What is printed need not be kept.
    m_feed = std::make_unique<services::LogFeed>(
        *watching.connection->client, around,
        services::LogFeedOptions{.log = options, .limits = {.lines = 5'000}});
    QObject::connect(m_feed.get(), &services::LogFeed::appended, m_feed.get(),
                     [this](int added, int) { print(added); });
    QObject::connect(m_feed.get(), &services::LogFeed::sourcesChanged, m_feed.get(), [this] { check(); });
  }

  void print(int added) {
    const auto& lines = m_feed->lines();
    const auto sources = m_feed->sources();
    m_any = true;
    for (auto at = lines.size() - std::min(lines.size(), std::size_t(added)); at < lines.size(); ++at)
      m_context.printLine(textOf(lines.at(at), sources));
    m_context.flush();
    if (!m_context.outputOpen()) end(Exit::Done);
  }

  std::string textOf(const LogLine& line, const std::vector<services::FollowedSource>& sources) const {
    const auto& source = sources[line.source].source;
    if (m_context.json()) {
      JsonObject object;
      object.text("pod", source.pod).text("container", source.container);
      object.textOrNull("time", line.nanos ? cluster::stampText(line.nanos) : std::string());
      object.textOrNull("level", cluster::toWord(line.level)).text("text", line.text);
      if (line.cutBytes > 0) object.integer("cutBytes", line.cutBytes);
      return object.take();
    }
    std::string text;
    if (sources.size() > 1) text += "[pod/" + source.pod + '/' + source.container + "] ";
    if (m_wish.timestamps && line.nanos) text += cluster::stampText(line.nanos) + ' ';
    text += line.text;
    if (line.cutBytes > 0) text += " … +" + std::to_string(line.cutBytes) + " B";
    return text;
  }

  // Tells what is not as it should be, and ends when nothing more will come.
  void check() {
    const auto sources = m_feed->sources();
    std::optional<base::Error> trouble;
    bool stuck = true;
    for (const auto& one : sources) {
      tell(one);
      if (one.following.trouble && !trouble) trouble = one.following.trouble;
      stuck = stuck && (!one.isRead || isStuck(one.following));
    }
    if (m_feed->isOver() || stuck) {
      if (trouble && !m_any && trouble->code != base::ErrorCode::NotFound) return fail(*trouble);
      end(trouble && !m_any ? Exit::NotFound : Exit::Done);
    }
  }

  // Nothing more will come without a person's doing, or of a single look at once.
  bool isStuck(const cluster::LogFollowing& log) const {
    if (cluster::isOver(log.state)) return m_feed->isOver();
    if (log.state == LogState::Denied) return true;
    return !m_wish.log.follow && (log.state == LogState::Reconnecting || log.state == LogState::Waiting);
  }

  void tell(const services::FollowedSource& one) {
    const auto name =
        format::text(one.source.pod + (one.source.container.empty() ? "" : "/") + one.source.container);
    const auto words =
        one.isRead ? format::sentenceFor(one.following, name)
                   : sentence(QT_TRANSLATE_NOOP("cli", "%1 is not read: there are too many.")).arg(name);
    auto& told = m_told[one.source.key()];
    if (std::exchange(told, words) != words && !words.isEmpty()) m_context.message(words);
  }

  void fail(const base::Error& error) {
    if (std::exchange(m_ended, true)) return;
    finishWithCluster(m_context, error, [this](Exit exit) { m_end(exit); });
  }
  void end(Exit exit) {
    if (!std::exchange(m_ended, true)) m_end(exit);
  }

  Context& m_context;
  const LogsWish m_wish;
  const Finish m_finish;
  std::function<void(Exit)> m_end;
  std::unique_ptr<services::LogFeed> m_feed;
  std::map<std::string, QString> m_told;
  bool m_any = false, m_ended = false;
};

void logs(Context& context, const Arguments& arguments, Finish finish) {
  auto wish = wishOf(context, arguments, finish);
  if (!wish) return;
  services::ClusterWatchOptions options{.nameSpace = {}, .kinds = {KubeKind::Pod}};
  if (wish->target.kind == KubeKind::Deployment || wish->target.kind == KubeKind::Rollout)
    options.kinds.push_back(KubeKind::ReplicaSet);
  auto shown = std::make_shared<Logs>(context, std::move(*wish), finish);
  const auto watching = watchUntil(context, arguments, finish, std::move(options),
                                   [shown](Watching& one) { return shown->look(one); });
  if (!watching) return;
  // The log goes before what it stands on, and not within its own signal.
  auto& scheduler = context.profile().scheduler();
  const auto end = [shown, weak = std::weak_ptr(watching), finish, &scheduler](Exit exit) {
    scheduler.post([shown, weak, finish, exit] {
      shown->close();
      if (const auto held = weak.lock()) endWatch(*held);
      finish(exit);
    });
  };
  shown->onEnd(end);
  context.onInterrupt([end] { end(Exit::Done); });
}

}  // namespace

std::vector<Command> logCommands() {
  auto options = clusterOptions();
  options.push_back(
      {"container", "NAME", QT_TRANSLATE_NOOP("cli", "This container instead of the pod's default one")});
  options.push_back({"all-containers", "", QT_TRANSLATE_NOOP("cli", "All containers of the pods")});
  options.push_back(
      {"follow", "",
       QT_TRANSLATE_NOOP("cli", "Go on with what is written, until Ctrl-C; pods that come later join")});
  options.push_back({"previous", "", QT_TRANSLATE_NOOP("cli", "The container's run before this one")});
  options.push_back({"tail", "N", QT_TRANSLATE_NOOP("cli", "Only the last N lines of each container")});
  options.push_back(
      {"since", "TIME", QT_TRANSLATE_NOOP("cli", "Only what is younger than this: 30s, 10m, 2h, 1d")});
  options.push_back({"timestamps", "", QT_TRANSLATE_NOOP("cli", "Print when each line was written")});
  return {{{{"cluster", "logs"},
            QT_TRANSLATE_NOOP("cli", "Print the logs of a pod, or of all pods of a workload in their order"),
            {{"POD|KIND/NAME"}},
            options},
           logs}};
}

}  // namespace aiagent::cli
