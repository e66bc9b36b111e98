// Documents for fuzz targets that need tables rather than bytes.
#pragma once

#include <fuzzer/FuzzedDataProvider.h>

#include "reconcile/table.h"

namespace crossfoot::test {

// One table of codes, names and figures that add up.
TableDocument small_account();

// Up to three tables of up to 12 x 8 slots with merged cells, texts of the kinds that tables hold,
// and second readings; and two paragraphs. The fewer bytes, the smaller.
TableDocument made_document(FuzzedDataProvider& bytes);

}  // namespace crossfoot::test
