// ProviderForm: a provider as it is being written, and what is wrong with it so far.
#pragma once

#include <QString>

#include "core/domain/provider.h"

namespace aiagent::ui {

struct ProviderForm {
  QString name;
  QString baseUrl;
  domain::ApiKind api = domain::ApiKind::Responses;
  domain::KeySource keySource = domain::KeySource::KeyStore;
  QString keyVariable;
  QString organization;
  QString project;
  QString defaultModel;

  bool operator==(const ProviderForm&) const = default;
};

ProviderForm toForm(const domain::Provider& provider);
// As typed; domain::normalised() has the last word.
domain::Provider toProvider(const ProviderForm& form);

// Sentences to stand under the fields; empty where nothing is wrong. While a field is empty nothing is said
// about it: `complete` is what tells that the form cannot be saved yet.
struct ProviderProblems {
  QString name, baseUrl, keyVariable;
  QString caution;        // can be saved all the same: a key would travel unencrypted
  bool complete = false;  // may be saved

  bool operator==(const ProviderProblems&) const = default;
};

// `nameTaken`: another provider has that name.
ProviderProblems problemsOf(const ProviderForm& form, bool nameTaken);

}  // namespace aiagent::ui
