#include "ui/viewmodels/fuzzy.h"

namespace aiagent::ui {
namespace {

constexpr int kWhole = 10;  // for all of the pattern in one piece

// One comparable character for each character, so that positions stay those of the original.
QString folded(const QString& text) {
  QString plain(text.size(), QLatin1Char(' '));
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QString parts = text.at(i).decomposition();
    plain[i] = (parts.isEmpty() ? text.at(i) : parts.at(0)).toCaseFolded();
  }
  return plain;
}

bool beginsWord(const QString& text, qsizetype at) {
  if (at == 0) return true;
  const QChar before = text.at(at - 1);
  return !before.isLetterOrNumber() || (text.at(at).isUpper() && before.isLower());
}

// What a match of one character at `at` is worth, after one at `last`.
int worth(const QString& candidate, qsizetype at, qsizetype last) {
  int points = 1;
  if (beginsWord(candidate, at)) points += 8;
  if (last >= 0 && at == last + 1) points += 5;
  return points;
}

// The place for the next character: a run that goes on, else the next word that begins with it, else the
// first.
qsizetype placeFor(QChar wanted, const QString& plain, const QString& candidate, qsizetype from) {
  const qsizetype first = plain.indexOf(wanted, from);
  if (first < 0 || first == from) return first;
  for (qsizetype at = first; at >= 0; at = plain.indexOf(wanted, at + 1))
    if (beginsWord(candidate, at)) return at;
  return first;
}

FuzzyMatch matched(const QString& pattern, const QString& plain, const QString& candidate, bool greedy) {
  FuzzyMatch match;
  qsizetype from = 0, last = -1;
  for (const QChar wanted : pattern) {
    if (wanted.isSpace()) continue;
    const qsizetype at = greedy ? plain.indexOf(wanted, from) : placeFor(wanted, plain, candidate, from);
    if (at < 0) return {};
    match.score += worth(candidate, at, last);
    match.positions.push_back(int(at));
    last = at;
    from = at + 1;
  }
  return match;
}

}  // namespace

FuzzyMatch fuzzyMatch(const QString& pattern, const QString& candidate) {
  const QString wanted = folded(pattern.trimmed());
  const QString plain = folded(candidate);
  FuzzyMatch best = matched(wanted, plain, candidate, false);
  // Jumping to word beginnings can leave too little behind; the plain way finds what it missed.
  if (auto simple = matched(wanted, plain, candidate, true); simple.score > best.score)
    best = std::move(simple);
  if (const auto whole = plain.indexOf(wanted); whole >= 0 && !wanted.isEmpty()) {
    FuzzyMatch run{.score = wanted.size() > 1 ? kWhole : 0};
    for (qsizetype i = 0; i < wanted.size(); ++i) {
      run.score += worth(candidate, whole + i, i == 0 ? -1 : whole + i - 1);
      run.positions.push_back(int(whole + i));
    }
    if (run.score >= best.score) best = std::move(run);
  }
  if (best.score > 0) best.score = best.score * 100 - int(qMin<qsizetype>(candidate.size(), 99));
  return best;
}

}  // namespace aiagent::ui
