// RequestBodyDevice: a request's body that can be sent once.
#pragma once

#include <filesystem>
#include <QFile>
#include <QIODevice>
#include <string>

namespace aiagent::qt {

// QNetworkAccessManager sends a request again, up to three times and whatever its method, when the server
// closes the connection before it answers (QHttpNetworkConnectionChannel::_q_error). A POST to a model is not
// idempotent: it costs money each time. Before sending again Qt rewinds the body, so a body that refuses to
// be rewound makes it give up (ContentReSendError) instead.
class RequestBodyDevice final : public QIODevice {
  Q_OBJECT

 public:
  RequestBodyDevice(std::string body, QObject* parent);
  // `body`, the bytes of the file, `end`. The file is read as the body is sent.
  RequestBodyDevice(std::string body, const std::filesystem::path& file, std::string end, QObject* parent);

  bool isSequential() const override { return false; }
  qint64 size() const override { return qint64(m_body.size()) + m_fileSize + qint64(m_end.size()); }
  bool atEnd() const override { return pos() >= size(); }
  bool seek(qint64 position) override;
  bool reset() override { return seek(0); }

 protected:
  qint64 readData(char* data, qint64 most) override;
  qint64 writeData(const char*, qint64) override { return -1; }

 private:
  std::string m_body;
  QFile m_file;
  qint64 m_fileSize = 0;
  std::string m_end;
};

}  // namespace aiagent::qt
