// The desktop's portal on a bus of the test's own: asked, followed, missing, and of the older kind.
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

#include "ui/shell/portal_colours.h"
#include "ui/shell/theme.h"

using namespace aiagent;
using ui::SystemScheme;

namespace {

constexpr QLatin1String kPath("/org/freedesktop/portal/desktop");
constexpr QLatin1String kInterface("org.freedesktop.portal.Settings");
constexpr QLatin1String kSpace("org.freedesktop.appearance");
constexpr QLatin1String kKey("color-scheme");

// A bus that nobody else is on; it ends with the object.
class PrivateBus {
 public:
  PrivateBus() {
    m_daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                   QStringLiteral("--print-address")});
    if (!m_daemon.waitForReadyRead(10'000)) qFatal("dbus-daemon does not start");
    m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
  }
  ~PrivateBus() {
    for (const auto& name : m_connections) QDBusConnection::disconnectFromBus(name);
    m_daemon.terminate();
    m_daemon.waitForFinished(10'000);
  }
  QDBusConnection connection() {
    m_connections << QStringLiteral("portal-test-%1").arg(++s_made);
    return QDBusConnection::connectToBus(m_address, m_connections.back());
  }

 private:
  static inline int s_made = 0;
  QProcess m_daemon;
  QString m_address;
  QStringList m_connections;
};

}  // namespace

class FakePortal : public QObject {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

 public:
  FakePortal(QDBusConnection bus, uint scheme) : m_bus(std::move(bus)), m_scheme(scheme) {
    m_bus.registerObject(kPath, this, QDBusConnection::ExportAllSlots);
    m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop"));
  }
  void change(uint scheme) {
    m_scheme = scheme;
    tell(kSpace, kKey, scheme);
  }
  void tell(const QString& space, const QString& key, uint value) {
    auto signal = QDBusMessage::createSignal(kPath, kInterface, QStringLiteral("SettingChanged"));
    signal << space << key << QVariant::fromValue(QDBusVariant(value));
    m_bus.send(signal);
  }

 protected:
  QDBusVariant value(const QString& space, const QString& key) const {
    return space == kSpace && key == kKey ? QDBusVariant(m_scheme) : QDBusVariant(99U);
  }

 private:
  QDBusConnection m_bus;
  uint m_scheme;
};

class NewPortal : public FakePortal {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

 public:
  using FakePortal::FakePortal;
 public Q_SLOTS:
  QDBusVariant ReadOne(const QString& space, const QString& key) { return value(space, key); }
};

class OldPortal : public FakePortal {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

 public:
  using FakePortal::FakePortal;
 public Q_SLOTS:
  QDBusVariant Read(const QString& space, const QString& key) {
    return QDBusVariant(QVariant::fromValue(value(space, key)));
  }
};

class PortalColoursTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    qunsetenv("GTK_THEME");
    m_theme = std::make_unique<ui::Theme>(*qApp);
  }
  void cleanupTestCase() { m_theme.reset(); }

  void darkDesktop_makesTheWindowDark_andBackAgain() {
    PrivateBus bus;
    NewPortal portal(bus.connection(), 1);
    m_theme->apply(ui::ThemeChoice::System, 100);
    QWidget window;
    window.show();
    QVERIFY(!ui::isDark(window.palette()));
    ui::PortalColours colours;
    connect(&colours, &ui::PortalColours::schemeChanged, m_theme.get(), &ui::Theme::setSystemScheme);
    colours.start(bus.connection());
    QVERIFY(colours.scheme() == SystemScheme::Unknown);  // start() waits for nobody
    QTRY_VERIFY(ui::isDark(window.palette()));
    // Told again until it is heard: the bus learns what is listened to in its own time.
    QTRY_VERIFY((portal.change(2), !ui::isDark(window.palette())));
    QTRY_VERIFY((portal.change(1), ui::isDark(window.palette())));
    QTRY_VERIFY((portal.change(0), colours.scheme() == SystemScheme::Unknown));
    QVERIFY(!ui::isDark(window.palette()));
  }

  void chosenColours_stay_whateverTheDesktopDoes() {
    PrivateBus bus;
    NewPortal portal(bus.connection(), 1);
    m_theme->apply(ui::ThemeChoice::Light, 100);
    ui::PortalColours colours;
    connect(&colours, &ui::PortalColours::schemeChanged, m_theme.get(), &ui::Theme::setSystemScheme);
    colours.start(bus.connection());
    QTRY_VERIFY(colours.scheme() == SystemScheme::Dark);
    QVERIFY(!ui::isDark(QApplication::palette()));
    m_theme->apply(ui::ThemeChoice::System, 100);
    QVERIFY(ui::isDark(QApplication::palette()));
    m_theme->setSystemScheme(SystemScheme::Unknown);
  }

  void olderPortal_isAskedItsOwnWay() {
    PrivateBus bus;
    OldPortal portal(bus.connection(), 2);
    ui::PortalColours colours;
    colours.start(bus.connection());
    QTRY_VERIFY(colours.scheme() == SystemScheme::Light);
  }

  void otherSettings_areLeftAlone() {
    PrivateBus bus;
    NewPortal portal(bus.connection(), 1);
    ui::PortalColours colours;
    QSignalSpy changed(&colours, &ui::PortalColours::schemeChanged);
    colours.start(bus.connection());
    QTRY_COMPARE(changed.count(), 1);
    portal.tell(kSpace, QStringLiteral("accent-color"), 2);
    portal.tell(QStringLiteral("org.gnome.desktop.interface"), kKey, 2);
    QTRY_VERIFY((portal.change(2), changed.count() == 2));
    QVERIFY(colours.scheme() == SystemScheme::Light);
  }

  void noPortal_saysNothing() {
    PrivateBus bus;
    ui::PortalColours colours;
    QSignalSpy changed(&colours, &ui::PortalColours::schemeChanged);
    colours.start(bus.connection());
    QTest::qWait(200);
    QCOMPARE(changed.count(), 0);
  }

  void noBus_saysNothing() {
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    const auto bus = ui::runningSessionBus();
    QVERIFY(!bus.isConnected());
    ui::PortalColours colours;
    colours.start(bus);
    QVERIFY(colours.scheme() == SystemScheme::Unknown);
  }

 private:
  std::unique_ptr<ui::Theme> m_theme;
};

QTEST_MAIN(PortalColoursTest)
#include "portal_colours_test.moc"
