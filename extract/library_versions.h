// Which libraries this was built with, for --version and reports of defects.
#pragma once

#include <string>
#include <vector>

namespace crossfoot {

// "PoDoFo 0.9.8", …: those of extract/.
std::vector<std::string> library_versions();

}  // namespace crossfoot
