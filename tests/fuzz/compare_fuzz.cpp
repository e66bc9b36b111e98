// Two documents made of the input's bytes, compared with each other and with themselves.
#include <cstdint>

#include "tests/fuzz/made_tables.h"
#include "tests/fuzz/must.h"
#include "tools/compare/compare.h"

namespace {

using namespace crossfoot;

bool is_share(double value) { return value >= 0 && value <= 1; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  CompareOptions options;
  options.only_amounts = bytes.ConsumeBool();
  options.ignore_text_width = bytes.ConsumeBool();
  const TableDocument expected = test::made_document(bytes);
  const TableDocument actual = test::made_document(bytes);
  const Agreement agreement = compare(expected, actual, options).agreement;
  // TEDS counts no node for a table itself, so that two without anything in common can be below 0.
  test::must(agreement.teds() <= 1 && is_share(agreement.adjacency_f1()) &&
                 is_share(agreement.detection_f1()),
             "an accuracy is a share");
  const Comparison same = compare(expected, expected, options);
  test::must(same.is_equal() && same.agreement.teds() == 1, "a document equals itself");
  return 0;
}
