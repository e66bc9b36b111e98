#include "tools/markup.h"

#include "reconcile/text_fold.h"

namespace crossfoot {

std::string escaped(std::string_view text) {
  constexpr char32_t kReplacement = U'\uFFFD';
  std::u32string out;
  for (const char32_t c : code_points(text)) {
    switch (c) {
      case U'&':
        out += U"&amp;";
        break;
      case U'<':
        out += U"&lt;";
        break;
      case U'>':
        out += U"&gt;";
        break;
      case U'"':
        out += U"&quot;";
        break;
      case U'\'':
        out += U"&#39;";
        break;
      default: {
        const bool is_control = (c < 0x20 && c != U'\t' && c != U'\n') || c == 0x7F ||
                                (c & 0xFFFE) == 0xFFFE || (c >= 0xD800 && c <= 0xDFFF);
        out += is_control ? kReplacement : c;
      }
    }
  }
  return utf8(out);
}

}  // namespace crossfoot
