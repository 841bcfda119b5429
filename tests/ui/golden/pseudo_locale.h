// A locale that nobody speaks: every translated text comes out accented, a third longer and in ⟦brackets⟧, so
// that what is hard-coded or clipped can be found by a program.
#pragma once

#include <QStringList>
#include <QTranslator>

class QWidget;

namespace aiagent::tests {

class PseudoTranslator : public QTranslator {
 public:
  using QTranslator::QTranslator;
  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* source, const char* disambiguation,
                    int n) const override;
};

// Texts a person sees or hears below `root` (labels, buttons, titles, placeholders, tooltips, accessible
// names) that did not come through tr(). `data` are texts that are content, not interface. One line each.
QStringList untranslatedTexts(const QWidget& root, const QStringList& data);

// Visible labels and buttons below `root` that get less room than their text needs. One line each.
QStringList clippedTexts(const QWidget& root);

}  // namespace aiagent::tests
