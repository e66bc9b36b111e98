// How far the reading of a document has come, in one line.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// "report.pdf: 12 of 40 pages, 1.5 pages/s, 19 s left". Without rate and rest in the first second
// and after the last page; a rate below one is shown as seconds a page.
std::string progress_line(std::string_view input, int done, int total, double seconds);

// The same of another unit, in the singular, and of work of which `before` had been done when the
// seconds began: "batch: 800 of 2000 documents, 3.2 documents/s, 6 min 15 s left".
std::string progress_line(std::string_view what, std::string_view unit, int done, int total,
                          int before, double seconds);

// "8 s", "3 min 20 s", "1 h 5 min".
std::string duration(double seconds);

}  // namespace crossfoot
