#include "core/server/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <boost/json.hpp>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <tuple>

#include "core/server/http/metrics_endpoint.h"

namespace aiagent::server {
namespace {

using prometheus::MetricFamily;

const prometheus::Histogram::BucketBoundaries kSeconds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                          0.1,   0.25,   0.5,   1,    2.5,   10};
constexpr std::string_view kOutcomes[] = {"applied", "conflict", "duplicate", "gone", "rejected"};

struct GaugeReader {
  std::vector<MetricFamily> families() const {
    const std::lock_guard lock(mutex);
    if (!read) return {};
    const auto now = read();
    return {gauge("aiagent_connections", "Connections of clients", now.server.connections),
            gauge("aiagent_pool_in_use", "Connections to PostgreSQL that work", now.server.poolInUse),
            gauge("aiagent_pool_waiting", "Requests that wait for one", now.server.poolWaiting),
            gauge("aiagent_live_listeners", "Clients that listen to /v1/live", double(now.listeners))};
  }

  static MetricFamily gauge(const char* name, const char* help, double value) {
    prometheus::ClientMetric metric;
    metric.gauge.value = value;
    return {name, help, prometheus::MetricType::Gauge, {metric}};
  }

  mutable std::mutex mutex;
  std::function<Gauges()> read;
};

// A route's template or one of a few words: they live as long as the program.
using Series = std::tuple<std::string_view, std::string_view, int>;

}  // namespace

struct Metrics::State {
  State() {
    for (const auto outcome : kOutcomes)
      outcomes[std::string(outcome)] = &mutations.Add({{"outcome", std::string(outcome)}});
  }

  struct Counted {
    prometheus::Counter* requests = nullptr;
    prometheus::Histogram* seconds = nullptr;
  };
  Counted counted(const RequestRecord& record);
  std::string text() const;

  std::shared_ptr<prometheus::Registry> registry = std::make_shared<prometheus::Registry>();
  GaugeReader gauges;
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter().Name("aiagent_http_requests_total").Help("Requests").Register(*registry);
  prometheus::Family<prometheus::Histogram>& seconds = prometheus::BuildHistogram()
                                                           .Name("aiagent_http_request_seconds")
                                                           .Help("Seconds from a header to its answer")
                                                           .Register(*registry);
  prometheus::Family<prometheus::Counter>& mutations =
      prometheus::BuildCounter()
          .Name("aiagent_sync_mutations_total")
          .Help("Edits that were pushed, by what became of them")
          .Register(*registry);
  prometheus::Counter& pushes = prometheus::BuildCounter()
                                    .Name("aiagent_sync_pushes_total")
                                    .Help("Pushes that were answered")
                                    .Register(*registry)
                                    .Add({});
  std::map<std::string, prometheus::Counter*, std::less<>> outcomes;
  std::shared_mutex mutex;
  std::map<Series, Counted> series;
  std::unique_ptr<MetricsEndpoint> endpoint;  // the last: it reads all of them
};

Metrics::State::Counted Metrics::State::counted(const RequestRecord& record) {
  const Series key{record.route, record.method, record.status};
  {
    const std::shared_lock lock(mutex);
    if (const auto at = series.find(key); at != series.end()) return at->second;
  }
  const std::unique_lock lock(mutex);
  const std::string route(record.route);
  const std::string method(record.method);
  const Counted made{
      &requests.Add({{"route", route}, {"method", method}, {"status", std::to_string(record.status)}}),
      &seconds.Add({{"route", route}, {"method", method}}, kSeconds)};
  return series.try_emplace(key, made).first->second;
}

std::string Metrics::State::text() const {
  auto all = registry->Collect();
  for (auto& family : gauges.families()) all.push_back(std::move(family));
  return prometheus::TextSerializer().Serialize(all);
}

Metrics::Metrics(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Metrics::~Metrics() = default;

base::Result<std::unique_ptr<Metrics>> Metrics::listen(const std::string& address, int port) {
  auto state = std::make_unique<State>();
  auto endpoint = MetricsEndpoint::listen(address, port, [made = state.get()] { return made->text(); });
  if (!endpoint) return endpoint.error();
  state->endpoint = std::move(*endpoint);
  return std::unique_ptr<Metrics>(new Metrics(std::move(state)));
}

int Metrics::port() const {
  return m_state->endpoint->port();
}

void Metrics::answered(const RequestRecord& record) {
  const auto counted = m_state->counted(record);
  counted.requests->Increment();
  counted.seconds->Observe(double(record.took.count()) / 1e6);
}

void Metrics::pushed(std::string_view answer) {
  m_state->pushes.Increment();
  boost::system::error_code error;
  const auto value = boost::json::parse(answer, error);
  const auto* object = error ? nullptr : value.if_object();
  const auto* results = object != nullptr ? object->if_contains("results") : nullptr;
  if (results == nullptr || !results->is_array()) return;
  for (const auto& result : results->get_array()) {
    const auto* word = result.is_object() ? result.get_object().if_contains("s") : nullptr;
    if (word == nullptr || !word->is_string()) continue;
    const auto& text = word->get_string();
    const auto at = m_state->outcomes.find(std::string_view(text.data(), text.size()));
    if (at != m_state->outcomes.end()) at->second->Increment();
  }
}

void Metrics::setGauges(std::function<Gauges()> read) {
  const std::lock_guard lock(m_state->gauges.mutex);
  m_state->gauges.read = std::move(read);
}

}  // namespace aiagent::server
