// PortalColours: whether the desktop is dark, asked of its portal (org.freedesktop.portal.Settings, the key
// color-scheme of org.freedesktop.appearance) and followed while the program runs.
#pragma once

#include <QObject>

class QDBusConnection;
class QDBusError;
class QDBusMessage;
class QDBusVariant;
class QVariant;

namespace aiagent::ui {

enum class SystemScheme { Unknown, Dark, Light };  // Unknown: no portal, or one without a preference

// Everything is asynchronous, and where there is no portal the answer is an error that is ignored. What the
// scheme is comes as a signal, the first time soon after start().
class PortalColours : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  // Does nothing on a connection that is not there. Call once.
  void start(const QDBusConnection& bus);
  SystemScheme scheme() const { return m_scheme; }

 Q_SIGNALS:
  void schemeChanged(aiagent::ui::SystemScheme scheme);

 private Q_SLOTS:
  void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

 private:
  void ask(const QDBusConnection& bus, const QString& method);
  void take(const QVariant& value);

  SystemScheme m_scheme = SystemScheme::Unknown;
};

// The session's bus where the session has one. Unlike QDBusConnection::sessionBus() it starts none.
QDBusConnection runningSessionBus();

}  // namespace aiagent::ui
