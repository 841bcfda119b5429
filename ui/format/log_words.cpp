#include "ui/format/log_words.h"

#include <QCoreApplication>

#include "ui/format/text.h"

namespace aiagent::format {
namespace {

using cluster::LogState;

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(LogWords)
};

QString saidOf(const cluster::LogFollowing& log) {
  return log.trouble ? text(log.trouble->said) : QString();
}

QString withWords(const QString& sentence, const QString& said) {
  return said.isEmpty() ? sentence : Texts::tr("%1 The server says: %2").arg(sentence, said);
}

}  // namespace

QString sentenceFor(const cluster::LogFollowing& log, const QString& name) {
  switch (log.state) {
    case LogState::Opening:
    case LogState::Following:
    case LogState::Whole: return {};
    case LogState::Ended: return Texts::tr("%1 has ended; its next run is waited for.").arg(name);
    case LogState::Waiting: return withWords(Texts::tr("%1 has not begun yet.").arg(name), saidOf(log));
    case LogState::Reconnecting:
      return Texts::tr("The connection to the log of %1 broke; reconnecting…").arg(name);
    case LogState::NoContainer: return withWords(Texts::tr("There is no log of %1.").arg(name), saidOf(log));
    case LogState::NoPrevious: return Texts::tr("%1 has had no run before this one.").arg(name);
    case LogState::Denied:
      return withWords(Texts::tr("You are not allowed to read the log of %1.").arg(name), saidOf(log));
    case LogState::Gone: return Texts::tr("%1 is gone; these are its last lines.").arg(name);
  }
  return {};
}

}  // namespace aiagent::format
