// JBIG2 images made in the test, as a PDF holds them: one page with one region over all of it.
#pragma once

#include <functional>
#include <string>

namespace crossfoot::test {

// Coded as a fax is, from CCITT G4 data.
std::string jbig2_of_fax(const std::string& fax, int width, int height);

// Coded arithmetically; is_ink(x, y) is asked for 0 <= x < width and 0 <= y < height.
std::string arithmetic_jbig2(int width, int height, const std::function<bool(int, int)>& is_ink);

}  // namespace crossfoot::test
