#include "ui/shell/portal_colours.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

namespace aiagent::ui {
namespace {

constexpr QLatin1String kService("org.freedesktop.portal.Desktop");
constexpr QLatin1String kPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kSpace("org.freedesktop.appearance");
constexpr QLatin1String kKey("color-scheme");
constexpr QLatin1String kReadOne("ReadOne");  // since version 2 of the interface
constexpr QLatin1String kRead("Read");        // before it, with a variant more around the value

}  // namespace

void PortalColours::start(const QDBusConnection& bus) {
  if (!bus.isConnected()) return;
  qRegisterMetaType<QDBusVariant>();  // or the slot's signature is not understood yet
  auto listening = bus;
  // From whichever sender: the name's owner becomes known a little later, and a portal may be started anew.
  listening.connect(QString(), kPath, kInterface, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString, QString, QDBusVariant)));
  ask(bus, kReadOne);
}

void PortalColours::ask(const QDBusConnection& bus, const QString& method) {
  auto call = QDBusMessage::createMethodCall(kService, kPath, kInterface, method);
  call << kSpace << kKey;
  auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
  connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, bus, method] {
    watcher->deleteLater();
    const QDBusPendingReply<QDBusVariant> reply = *watcher;
    if (reply.isValid()) return take(reply.value().variant());
    if (method == kReadOne && reply.error().type() == QDBusError::UnknownMethod) ask(bus, kRead);
  });
}

void PortalColours::settingChanged(const QString& space, const QString& key, const QDBusVariant& value) {
  if (space == kSpace && key == kKey) take(value.variant());
}

void PortalColours::take(const QVariant& value) {
  QVariant inner = value;
  while (inner.canConvert<QDBusVariant>()) inner = inner.value<QDBusVariant>().variant();
  const uint word = inner.toUInt();
  const auto scheme = word == 1   ? SystemScheme::Dark
                      : word == 2 ? SystemScheme::Light
                                  : SystemScheme::Unknown;
  if (scheme == m_scheme) return;
  m_scheme = scheme;
  Q_EMIT schemeChanged(scheme);
}

QDBusConnection runningSessionBus() {
  const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
  const bool running = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
                       (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
  return running ? QDBusConnection::sessionBus() : QDBusConnection(QString());
}

}  // namespace aiagent::ui
