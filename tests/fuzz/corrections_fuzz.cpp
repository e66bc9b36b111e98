// Any bytes as a file of corrections, applied to a small document.
#include <cstdint>
#include <string>

#include "reconcile/check.h"
#include "reconcile/corrections.h"
#include "tests/fuzz/made_tables.h"
#include "tests/fuzz/must.h"
#include "tools/read_corrections.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossfoot;
  const auto corrections =
      corrections_from_json({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!corrections) return 0;
  TableDocument document = test::small_account();
  const std::size_t problems = apply_corrections(*corrections, document).size();
  test::must(problems <= corrections->size(), "a correction has one problem at most");
  check(std::move(document));
  return 0;
}
