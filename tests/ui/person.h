// Person: somebody in front of the finished window, who sees, clicks and types, and knows nothing else of it.
#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

#include "app/backend/backend.h"
#include "app/desktop/desktop.h"

namespace aiagent::testing {

class Person {
 public:
  // Starts the program on a profile of their own, which is new.
  Person() {
    auto opened = app::Backend::open(m_profile.path().toStdString());
    if (!opened) qFatal("the profile cannot be opened: %s", opened.error().detail.c_str());
    m_backend = std::move(*opened);
    m_desktop = std::make_unique<desktop::Desktop>(*qApp, *m_backend);
    m_desktop->start();
    for (auto* widget : QApplication::topLevelWidgets())
      if (auto* window = qobject_cast<ui::MainWindow*>(widget)) m_window = window;
    m_window->resize(1440, 900);
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window)) qFatal("the window is not active");
  }
  // Closes the window and waits for the program's end.
  ~Person() {
    QSignalSpy ended(m_desktop.get(), &desktop::Desktop::ended);
    m_window->close();
    if (ended.isEmpty() && !ended.wait()) qWarning("the program does not end");
  }

  template <class Condition>
  static bool sees(Condition condition) {
    return QTest::qWaitFor(condition, 20'000);
  }
  // A text that stands anywhere in the window, or in a field.
  bool sees(const QString& text) {
    return sees([&] { return isShown(text); });
  }

  // Presses the button that says so, or that a screen reader calls so, as soon as it can be pressed.
  void presses(const QString& name) {
    QAbstractButton* button = nullptr;
    if (!sees([&] { return (button = find<QAbstractButton>(name)) && button->isEnabled(); }))
      qFatal("no button can be pressed that is called %s", qPrintable(name));
    QTest::mouseClick(button, Qt::LeftButton);
  }
  // Opens the menu of a button and clicks on an entry.
  void chooses(const QString& entry, const QString& buttonName) {
    auto* button = waitFor<QToolButton>(buttonName);
    bool chosen = false;
    QTimer poll;  // the menu has an event loop of its own
    QObject::connect(&poll, &QTimer::timeout, [&] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      if (!menu || chosen) return;
      for (auto* action : menu->actions()) {
        if (!QString(action->text()).remove(QLatin1Char('&')).startsWith(entry)) continue;
        chosen = true;
        return QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
      }
      menu->close();
    });
    poll.start(20);
    QTest::mouseClick(button, Qt::LeftButton);
    if (!sees([&] { return chosen; })) qFatal("the menu has no %s", qPrintable(entry));
  }
  void hits(int key, Qt::KeyboardModifiers modifiers = {}) {
    auto* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window, Qt::Key(key), modifiers);
  }
  // Clicks into a field and types at its end.
  void types(const QString& text, const QString& field) {
    auto* edit = waitFor<QPlainTextEdit>(field);
    QTest::mouseClick(edit->viewport(), Qt::LeftButton);
    QTest::keyClick(edit, Qt::Key_End, Qt::ControlModifier);
    const auto lines = text.split(QLatin1Char('\n'));
    for (const auto& line : lines) {
      QTest::keyClicks(edit, line);
      if (&line != &lines.back()) QTest::keyClick(edit, Qt::Key_Return);
    }
  }
  void fills(const QString& text, const QString& field) {
    auto* edit = waitFor<QLineEdit>(field);
    QTest::mouseClick(edit, Qt::LeftButton);
    QTest::keyClicks(edit, text);
  }
  // Answers the question for a file by its path.
  void names(const QString& path) {
    QFileDialog* dialog = nullptr;
    const auto isAsked = [&] {
      dialog = m_window->findChild<QFileDialog*>();
      return dialog && dialog->isVisible();
    };
    if (!sees(isAsked)) qFatal("no file is asked for");
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    name->setCompleter(nullptr);  // its list would take the Return for itself
    // The list behind follows what is typed, and takes a Return that comes too soon for its own.
    for (int tries = 0; tries < 5 && isAsked(); ++tries) {
      name->setFocus();
      name->selectAll();
      QTest::keyClicks(name, path);
      QTest::qWait(300);
      QTest::keyClick(name, Qt::Key_Return);
      QTest::qWait(50);
    }
    if (isAsked()) qFatal("%s is not taken", qPrintable(path));
  }

  template <class Widget>
  Widget* waitFor(const QString& name) {
    Widget* found = nullptr;
    if (!sees([&] { return (found = find<Widget>(name)) != nullptr; }))
      qFatal("nothing is called %s", qPrintable(name));
    return found;
  }
  template <class Widget>
  Widget* find(const QString& name) const {
    for (auto* widget : m_window->findChildren<Widget*>()) {
      if (!widget->isVisible()) continue;
      if (widget->accessibleName() == name) return widget;
      if constexpr (std::is_base_of_v<QAbstractButton, Widget>)
        if (QString(widget->text()).remove(QLatin1Char('&')) == name) return widget;
    }
    return nullptr;
  }

  // What the store has after all that, for the last check of a story.
  services::AgentService& agents() { return m_backend->agents(); }
  services::VersionService& versions() { return m_backend->versions(); }

  // For looking at: AIAGENT_PICTURES=folder keeps what the window shows now.
  void picture(const QString& name) {
    const QString folder = qEnvironmentVariable("AIAGENT_PICTURES");
    if (folder.isEmpty()) return;
    QDir().mkpath(folder);
    QTest::qWait(50);
    m_window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
  }

 private:
  bool isShown(const QString& text) const {
    for (auto* label : m_window->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(text)) return true;
    for (auto* edit : m_window->findChildren<QPlainTextEdit*>())
      if (edit->isVisible() && edit->toPlainText().contains(text)) return true;
    for (auto* edit : m_window->findChildren<QLineEdit*>())
      if (edit->isVisible() && edit->text().contains(text)) return true;
    for (auto* button : m_window->findChildren<QAbstractButton*>())
      if (button->isVisible() && button->text().contains(text)) return true;
    return false;
  }

  QTemporaryDir m_profile;
  std::unique_ptr<app::Backend> m_backend;
  std::unique_ptr<desktop::Desktop> m_desktop;
  ui::MainWindow* m_window = nullptr;
};

}  // namespace aiagent::testing
