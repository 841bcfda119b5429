#include "app/cli/context.h"

#include <cstdio>
#include <QCoreApplication>

#include "core/cluster/exec_credential.h"

namespace aiagent::cli {
namespace {

constexpr int kInterruptedStatus = 130;

}  // namespace

base::Result<std::unique_ptr<Context>> Context::open(const std::string& profileFolder, bool json) {
  auto backend = app::Backend::open(profileFolder);
  if (!backend) return backend.error();
  std::unique_ptr<Context> context(new Context);
  context->m_json = json;
  context->m_backend = std::move(*backend);
  context->m_backend->onTermination([context = context.get()] {
    if (context->m_onInterrupt) return context->m_onInterrupt();
    QCoreApplication::exit(kInterruptedStatus);
  });
  return context;
}

Context::~Context() {
  flush();
}

void Context::print(std::string_view text) {
  m_pending.append(text);
  if (m_flushPosted) return;
  m_flushPosted = true;
  profile().scheduler().post([this] {
    m_flushPosted = false;
    flush();
  });
}

void Context::printLine(std::string_view text) {
  print(text);
  print("\n");
}

void Context::printLine(const QString& text) {
  printLine(std::string_view(text.toStdString()));
}

void Context::printShown(std::string_view text) {
  m_json ? printLine(text) : printLine(std::string_view(cluster::displayable(text)));
}

void Context::printShown(const QString& text) {
  printShown(std::string_view(text.toStdString()));
}

void Context::message(const QString& text) {
  flush();
  std::fprintf(stderr, "%s\n", cluster::displayable(text.toStdString()).c_str());
}

void Context::flush() {
  if (m_pending.empty()) return;
  const bool written = std::fwrite(m_pending.data(), 1, m_pending.size(), stdout) == m_pending.size() &&
                       std::fflush(stdout) == 0;
  m_outputOpen = m_outputOpen && written;
  m_pending.clear();
}

QString sentence(const char* source) {
  return QCoreApplication::translate("cli", source);
}

}  // namespace aiagent::cli
