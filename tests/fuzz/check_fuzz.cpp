// Tables made of the input's bytes - labels, codes, figures, merged cells, second readings - as a
// document to check.
#include <cstdint>

#include "reconcile/check.h"
#include "tests/fuzz/made_tables.h"
#include "tests/fuzz/must.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossfoot;
  FuzzedDataProvider bytes(data, size);
  const CheckResult result = check(test::made_document(bytes));
  for (const Table& table : result.document.tables) {
    for (const Cell& cell : table.cells) {
      test::must(cell.status != CellStatus::repaired || cell.read_as,
                 "a repaired cell keeps its reading");
    }
  }
  const CheckSummary& sum = result.summary;
  test::must(sum.hold + sum.fail == sum.relations, "a relation holds or fails");
  test::must(sum.covered <= sum.amounts, "no more figures are covered than there are");
  return 0;
}
