// The review page: a document's pages and tables side by side in one HTML file.
#pragma once

#include <map>
#include <string>

#include "reconcile/check.h"

namespace crossfoot {

// page_jpegs: pictures by page number; a page without one is shown as an empty sheet. The file
// needs no network and holds no text of the document as markup.
std::string review_page(const CheckResult& result, const std::map<int, std::string>& page_jpegs);

}  // namespace crossfoot
