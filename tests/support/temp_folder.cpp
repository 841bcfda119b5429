#include "tests/support/temp_folder.h"

#include <cstdlib>
#include <string>

#include "core/base/check.h"

namespace aiagent::test {

TempFolder::TempFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "aiagent-test-XXXXXX").string();
  CHECK(::mkdtemp(name.data()) != nullptr);
  m_path = name;
}

TempFolder::~TempFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(m_path, ignored);
}

}  // namespace aiagent::test
