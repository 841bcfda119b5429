#include "app/cli/context.h"

#include <unistd.h>

#include <QCoreApplication>
#include <QSocketNotifier>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include "core/base/log.h"
#include "core/qt/http_client.h"
#include "core/qt/keychain_secret_store.h"
#include "core/qt/network_settings.h"
#include "core/qt/rehearsal_server.h"
#include "core/qt/scheduler.h"

namespace aiagent::cli {
namespace {

// Written by the signal handler, read by the event loop.
std::array<int, 2> g_signalPipe = {-1, -1};

void onSignal(int) {
  const char mark = 1;
  [[maybe_unused]] const auto written = ::write(g_signalPipe[1], &mark, 1);
}

std::string environmentText(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

services::ProviderEnvironment readEnvironment() {
  services::ProviderEnvironment environment;
  environment.openAiKey = base::SecretString(environmentText("OPENAI_API_KEY"));
  environment.openAiBaseUrl = environmentText("OPENAI_BASE_URL");
  environment.openAiOrganization = environmentText("OPENAI_ORG_ID");
  environment.openAiProject = environmentText("OPENAI_PROJECT_ID");
  environment.variable = [](const std::string& name) { return base::SecretString(environmentText(name.c_str())); };
  return environment;
}

}  // namespace

QString tr(const char* source) { return QCoreApplication::translate("cli", source); }

}  // namespace aiagent::cli
