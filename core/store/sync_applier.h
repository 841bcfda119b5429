// RowApplier: what a row of the server does to the library, to what waits to be sent and to the inbox.
// Throws, and runs inside the caller's transaction.
#pragma once

#include <memory>
#include <string>

#include "core/store/sync_repository.h"

namespace aiagent::store {

class RowApplier {
 public:
  // `replacing` as SyncPosition has it; `bulk`: what is written is indexed later. `merge` and `connection`
  // must outlive it.
  RowApplier(Connection& connection, const MergeAgents& merge, std::string replacing,
             const wire::PullReply& page, bool bulk);
  ~RowApplier();

  void apply(const wire::SyncRow& row);
  // Rows of the library that a replacement did not name (sync_stage): the server does not have them.
  void dropUnnamed();
  // Writes the counts; call once, last.
  Applied finish();
  // A row told only its version, and the record is not as it was made: everything has to be fetched.
  bool ownUnknown() const;

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

// Whether everything is fetched anew because the server was set back.
bool isOfRestore(const std::string& reason);

}  // namespace aiagent::store
