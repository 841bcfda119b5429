// DiffView: shows differences of texts, section by section, in one text that can be read, selected and
// copied. What was removed is struck out, what was added is underlined; marks beside the lines say the same.
// Long stretches of unchanged lines are folded.
#pragma once

#include <QList>
#include <QPlainTextEdit>
#include <QString>
#include <vector>

namespace aiagent::widgets {

// A piece of the way from one text to the other, in order; all of both texts.
struct DiffPiece {
  enum class Kind { Same, Removed, Added };
  Kind kind = Kind::Same;
  QString text;
  bool operator==(const DiffPiece&) const = default;
};

struct DiffSection {
  QString title;            // empty: none
  QList<DiffPiece> pieces;  // lines end with '\n'
  bool operator==(const DiffSection&) const = default;
};

// Keys: Alt+Down and Alt+Up go to the next and previous change, Return or Space opens the fold at the caret,
// Ctrl+C copies the selection (without what was removed), or everything with marks when nothing is selected.
class DiffView : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit DiffView(QWidget* parent = nullptr);

  // The same sections again leave caret, scroll and open folds alone.
  void setSections(const QList<DiffSection>& sections);
  const QList<DiffSection>& sections() const { return m_sections; }

  void goToChange(int step);  // +1, -1; stays where there is none
  // Each line with "- ", "+ " or "  " before it; a line that changed within is told as two.
  QString markedText() const;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  QMimeData* createMimeDataFromSelection() const override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Line {
    enum class Kind { Same, Removed, Added, Both, Title };
    Kind kind = Kind::Same;
    QList<DiffPiece> pieces;  // without the line's end
  };
  struct Fold {
    std::size_t begin = 0;  // of m_lines
    std::size_t end = 0;
  };

  void readLines();
  void readSection(const DiffSection& section);
  void write();
  void writeSame(QTextCursor& cursor, std::size_t begin, std::size_t end);
  void writeLines(QTextCursor& cursor, std::size_t begin, std::size_t end);
  void writeFold(QTextCursor& cursor, const Fold& fold);
  void newBlock(QTextCursor& cursor, int state);
  bool openFold(const QTextBlock& block);
  void describe();
  void paintGutter();
  int gutterWidth() const;

  QList<DiffSection> m_sections;
  std::vector<Line> m_lines;
  std::vector<Fold> m_folds;
  QWidget* m_gutter;
  bool m_empty = true;  // nothing is written yet
};

}  // namespace aiagent::widgets
