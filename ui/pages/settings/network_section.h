// NetworkSection: proxy and certificates.
#pragma once

#include "ui/pages/settings/settings_section.h"
#include "ui/viewmodels/network_vm.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace aiagent::ui {

class MessageStrip;

class NetworkSection : public SettingsSection {
  Q_OBJECT

 public:
  explicit NetworkSection(NetworkVm& network, QWidget* parent = nullptr);

 private:
  void buildHead();
  void buildProxy();
  void buildManual();
  void buildCertificates();
  void bind();
  void render();
  void renderProxy();
  void renderCertificates();
  void renderStrip();
  void chooseCertificate();

  NetworkVm& m_network;
  QPushButton* m_apply = nullptr;
  QPushButton* m_discard = nullptr;
  QPushButton* m_test = nullptr;
  MessageStrip* m_strip = nullptr;
  QComboBox* m_mode = nullptr;
  QLabel* m_modeHint = nullptr;
  QWidget* m_passwordRow = nullptr;
  QComboBox* m_kind = nullptr;
  QLineEdit* m_host = nullptr;
  QLabel* m_hostHint = nullptr;
  QSpinBox* m_port = nullptr;
  QLineEdit* m_user = nullptr;
  QLineEdit* m_password = nullptr;
  QPushButton* m_forget = nullptr;
  QLabel* m_passwordHint = nullptr;
  QLineEdit* m_bypass = nullptr;
  QLabel* m_bypassHint = nullptr;
  QListWidget* m_certificates = nullptr;
  QPushButton* m_removeCertificate = nullptr;
  std::vector<CertificateRow> m_shownCertificates;
};

}  // namespace aiagent::ui
