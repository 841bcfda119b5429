#include "ui/pages/settings/about_section.h"

#include <QLabel>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/widgets/controls/parts.h"

namespace aiagent::ui {
namespace {

struct Licence {
  const char* name;
  const char* licence;
};
// What the program is built from, whichever versions are in use.
constexpr Licence kLicences[] = {{"Qt", "LGPL 3"},
                                 {"SQLite", "public domain"},
                                 {"SQLiteCpp", "MIT"},
                                 {"simdjson", "Apache 2.0"},
                                 {"Boost.JSON", "BSL 1.0"},
                                 {"spdlog", "MIT"},
                                 {"MD4C", "MIT"},
                                 {"QtKeychain", "BSD 3"},
                                 {"Breeze icons", "LGPL 2.1 or later"}};

QLabel* selectable(QLabel* label) {
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  return label;
}

}  // namespace

AboutSection::AboutSection(const std::vector<std::string>& libraries, QWidget* parent)
    : SettingsSection(tr("About"), parent) {
  column()->addWidget(
      selectable(new QLabel(tr("AI Agent Generator %1").arg(QStringLiteral(AIAGENT_VERSION)), body())));
  column()->addWidget(hintLabel(tr("Free software under the GNU General Public License, version 3 or later. "
                                   "It comes with no warranty."),
                                body()));
  if (!libraries.empty()) {
    column()->addSpacing(kGapRelated);
    column()->addWidget(sectionTitle(tr("In use"), body()));
    QStringList lines;
    for (const auto& library : libraries) lines << format::text(library);
    column()->addWidget(selectable(new QLabel(lines.join(QLatin1Char('\n')), body())));
  }
  column()->addSpacing(kGapRelated);
  column()->addWidget(sectionTitle(tr("Made with"), body()));
  QStringList lines;
  for (const auto& [name, licence] : kLicences)
    lines << QStringLiteral("%1 (%2)").arg(QLatin1String(name), QLatin1String(licence));
  column()->addWidget(selectable(new QLabel(lines.join(QLatin1Char('\n')), body())));
  column()->addStretch(1);
}

}  // namespace aiagent::ui
