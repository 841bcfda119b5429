// HttpLanes: the lanes of QtHttpClient, so that no two requests share a connection that should not.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/ports/http_client.h"
#include "core/qt/http_lane.h"

namespace aiagent::qt {

// Equal for requests that may share a connection; "" for those that name nothing of their own. A connection
// belongs to the certificate that it was opened with, and Qt's cache of them does not know it.
std::string laneKey(const ports::HttpRequest& request);

// What the request says itself, over `settings`. InvalidInput: subject "proxy", "tls.ca", "tls.certificate",
// "tls.key".
base::Result<NetworkConfiguration> configurationFor(const ports::HttpRequest& request,
                                                    const NetworkConfiguration& settings);

class HttpLanes {
 public:
  // For requests from now on; exchanges that go on keep theirs.
  void configure(NetworkConfiguration settings);
  const NetworkConfiguration& settings() const { return m_settings; }

  // One with room for that origin. Errors as configurationFor().
  base::Result<HttpLane*> laneFor(const ports::HttpRequest& request, const std::string& origin);

  // Keeps one idle lane of each key, for its open connections; of keys other than "" those last used.
  void dropIdle();

 private:
  NetworkConfiguration m_settings;
  std::vector<std::unique_ptr<HttpLane>> m_lanes;    // of the settings in force
  std::vector<std::unique_ptr<HttpLane>> m_retired;  // of earlier ones, until their exchanges are over
};

inline constexpr std::size_t kMostIdleKeyedLanes = 8;

}  // namespace aiagent::qt
