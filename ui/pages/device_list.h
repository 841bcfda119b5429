// DeviceList: devices and access tokens of a person, and a way to sign one out, which asks first.
#pragma once

#include <optional>
#include <QWidget>
#include <vector>

#include "core/services/people_service.h"

class QPushButton;
class QTreeWidget;

namespace aiagent::ui {

class MessageStrip;

class DeviceList : public QWidget {
  Q_OBJECT

 public:
  explicit DeviceList(const QString& accessibleName, QWidget* parent = nullptr);

  void set(const std::vector<services::Device>& devices, base::WallTime now);

 Q_SIGNALS:
  void signOutWanted(const QString& id);

 private:
  void build(const QString& accessibleName);
  void render();
  const services::Device* chosen() const;
  void ask();

  std::vector<services::Device> m_devices;
  QTreeWidget* m_list = nullptr;
  QPushButton* m_signOut = nullptr;
  MessageStrip* m_strip = nullptr;
  std::string m_asked;
};

}  // namespace aiagent::ui
