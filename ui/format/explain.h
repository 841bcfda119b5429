// explain: an Error as words for a person. The only place where a code becomes a sentence.
#pragma once

#include <QString>

#include "core/base/error.h"

namespace aiagent::format {

// What a button beside the sentence should do. The page decides how.
enum class Remedy {
  None,
  TryAgain,
  OpenProviderSettings,  // address, key
  OpenNetworkSettings,   // proxy, certificates
  RemoveParameter,       // run without Error::subject
  ChooseModel,
  EditField,  // Error::subject names it
  RaiseOutputLimit,
  OpenProfileFolder,
  OpenBillingPage,
};

struct Explanation {
  QString sentence;   // what happened
  QString advice;     // what to do; may be empty
  QString quotation;  // the other side's own words; may be empty
  Remedy remedy = Remedy::None;

  // All of it on one line, for a terminal.
  QString text() const;
};

Explanation explain(const base::Error& error);

// The label of the button for a remedy, e.g. "Run without temperature". Empty for None.
QString remedyLabel(Remedy remedy, const base::Error& error);

// "Prompt", "Output schema" …: what a person calls the field that InvalidInput::subject names.
QString fieldName(const std::string& subject);

}  // namespace aiagent::format
