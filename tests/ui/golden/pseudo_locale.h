// A locale that nobody speaks: every translated text comes out accented, a third longer and in ⟦brackets⟧, so
// that what is hard-coded or clipped can be found by a program.
#pragma once

#include <QSet>
#include <QStringList>
#include <QTranslator>

class QWidget;

namespace aiagent::tests {

// Knows the texts of translations/aiagent_de.ts by their contexts, as a real translation does, and takes Qt's
// own ones for known: a text that the program asks for in a context that the file does not have stays plain,
// and is among missing().
class PseudoTranslator : public QTranslator {
 public:
  PseudoTranslator();
  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* source, const char* disambiguation,
                    int n) const override;
  const QStringList& missing() const { return m_missing; }  // "context: text", each once

 private:
  QSet<QString> m_known;
  mutable QStringList m_missing;
};

// Texts a person sees or hears below `root` (labels, buttons, titles, placeholders, tooltips, accessible
// names) that did not come through tr(). `data` are texts that are content, not interface. One line each.
QStringList untranslatedTexts(const QWidget& root, const QStringList& data);

// Visible labels and buttons below `root` that get less room than their text needs. One line each.
QStringList clippedTexts(const QWidget& root);

}  // namespace aiagent::tests
