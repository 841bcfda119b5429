#include "core/services/background.h"

namespace aiagent::services {

Background::~Background() {
  {
    const std::lock_guard lock(m_mutex);
    m_ending = true;
    m_pieces.clear();
  }
  m_wake.notify_one();
  if (m_thread.joinable()) m_thread.join();
}

void Background::add(Piece piece) {
  {
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_pieces, [&](const Piece& waiting) { return waiting.kind == piece.kind; });
    m_pieces.push_back(std::move(piece));
    if (!m_thread.joinable()) m_thread = std::thread([this] { serve(); });
  }
  m_wake.notify_one();
}

void Background::serve() {
  std::unique_lock lock(m_mutex);
  while (true) {
    m_wake.wait(lock, [this] { return m_ending || !m_pieces.empty(); });
    if (m_ending) return;
    const auto piece = std::move(m_pieces.front());
    m_pieces.pop_front();
    lock.unlock();
    piece.work();
    lock.lock();
  }
}

}  // namespace aiagent::services
