// Any bytes as a printed amount.
#include <cstdint>
#include <string_view>

#include "reconcile/amount.h"
#include "tests/fuzz/must.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crossfoot;
  const auto amount = parse_amount({reinterpret_cast<const char*>(data), size});
  if (amount) {
    test::must(parse_amount(amount->to_string()) == amount, "an amount is read as it was written");
  }
  return 0;
}
