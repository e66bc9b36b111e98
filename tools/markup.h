// Text as the content, or a quoted attribute, of HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// & < > " ' become references; control characters, which neither may hold, and bytes that are no
// UTF-8 become U+FFFD. Tabs and line feeds stay. Nothing in `text` can be markup afterwards.
std::string escaped(std::string_view text);

}  // namespace crossfoot
