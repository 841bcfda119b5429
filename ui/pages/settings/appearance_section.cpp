#include "ui/pages/settings/appearance_section.h"

#include <QFormLayout>
#include <QVBoxLayout>

#include "ui/format/text.h"
#include "ui/pages/sync.h"
#include "ui/viewmodels/settings_forms.h"

namespace aiagent::ui {
namespace {

constexpr int kTextStep = 10;

// Languages call themselves by their own names, whatever the program speaks.
struct Language {
  const char* code;
  const char* name;
};
constexpr Language kLanguages[] = {{"en", "English"}, {"de", "Deutsch"}, {"zh_CN", "简体中文"}};

}  // namespace

AppearanceSection::AppearanceSection(AppearanceVm& appearance, QWidget* parent)
    : SettingsSection(tr("Appearance"), parent), m_appearance(appearance) {
  build();
  bind();
  render();
}

void AppearanceSection::build() {
  auto* form = addGroup({});
  m_theme = new QComboBox(body());
  using Theme = AppearanceForm::Theme;
  m_theme->addItem(tr("As the system"), int(Theme::System));
  m_theme->addItem(tr("Light"), int(Theme::Light));
  m_theme->addItem(tr("Dark"), int(Theme::Dark));
  m_theme->addItem(tr("High contrast"), int(Theme::HighContrast));
  form->addRow(fieldLabel(tr("&Colours:"), m_theme), m_theme);

  m_textSize = new QSpinBox(body());
  m_textSize->setRange(kLeastTextPercent, kMostTextPercent);
  m_textSize->setSingleStep(kTextStep);
  m_textSize->setSuffix(tr(" %", "after a percentage"));
  m_textSize->setKeyboardTracking(false);
  form->addRow(fieldLabel(tr("&Text size:"), m_textSize), m_textSize);
  addHint(form, tr("Of the size that the system has set for text."));

  m_language = new QComboBox(body());
  m_language->addItem(tr("As the system"), QString());
  for (const auto& [code, name] : kLanguages)
    m_language->addItem(QString::fromUtf8(name), QLatin1String(code));
  form->addRow(fieldLabel(tr("&Language:"), m_language), m_language);
  m_restart = addHint(form);
  for (auto* field :
       {static_cast<QWidget*>(m_theme), static_cast<QWidget*>(m_textSize), static_cast<QWidget*>(m_language)})
    field->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  column()->addStretch(1);
}

void AppearanceSection::bind() {
  connect(m_theme, &QComboBox::currentIndexChanged, this, [this] {
    const auto theme = static_cast<AppearanceForm::Theme>(m_theme->currentData().toInt());
    m_appearance.edit([theme](AppearanceForm& form) { form.theme = theme; });
  });
  connect(m_textSize, &QSpinBox::valueChanged, this, [this](int percent) {
    m_appearance.edit([percent](AppearanceForm& form) { form.textPercent = percent; });
  });
  connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
    const auto language = format::utf8(m_language->currentData().toString());
    m_appearance.edit([&](AppearanceForm& form) { form.language = language; });
  });
  connect(&m_appearance, &AppearanceVm::stateChanged, this, &AppearanceSection::render);
}

void AppearanceSection::render() {
  const auto& state = m_appearance.state();
  syncIndex(m_theme, m_theme->findData(int(state.form.theme)));
  syncValue(m_textSize, state.form.textPercent);
  syncIndex(m_language, std::max(0, m_language->findData(format::text(state.form.language))));
  syncHint(m_restart,
           state.restartNeeded ? tr("The language changes when the program is started next.") : QString());
}

}  // namespace aiagent::ui
