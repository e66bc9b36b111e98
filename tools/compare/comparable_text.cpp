// NFKC takes full-width and compatibility forms to plain ones; what it leaves apart although a
// reader takes it for one sign (the dashes, the Chinese brackets) stands in a table of its own.
#include "tools/compare/comparable_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

#include "reconcile/text_fold.h"

namespace crossfoot {
namespace {

constexpr std::array<std::pair<char32_t, char32_t>, 23> kSameSign{{
    {U'，', U','}, {U'。', U'.'}, {U'、', U','}, {U'：', U':'}, {U'；', U';'}, {U'（', U'('},
    {U'）', U')'}, {U'“', U'"'},  {U'”', U'"'},  {U'‘', U'\''}, {U'’', U'\''}, {U'—', U'-'},
    {U'–', U'-'},  {U'−', U'-'},  {U'－', U'-'}, {U'《', U'<'}, {U'》', U'>'}, {U'〈', U'<'},
    {U'〉', U'>'}, {U'【', U'['}, {U'】', U']'}, {U'·', U'.'},  {U'•', U'.'},
}};

char32_t same_sign(char32_t c) {
  for (const auto& [from, to] : kSameSign) {
    if (c == from) return to;
  }
  return c;
}

bool is_white_space(char32_t c) {
  if (c <= 0x20) return c == 0x20 || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
  if (c == 0x85) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

// A text that is not UTF-8 stays as it is.
std::string nfkc(std::string_view text) {
  utf8proc_uint8_t* normal = nullptr;
  const auto length = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
      static_cast<utf8proc_ssize_t>(text.size()), &normal,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(normal, &std::free);
  if (length < 0) return std::string(text);
  return {reinterpret_cast<const char*>(normal), static_cast<std::size_t>(length)};
}

// Takes one of `signs` off the front.
bool take(std::u32string_view& text, std::u32string_view signs) {
  if (text.empty() || signs.find(text.front()) == std::u32string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::u32string comparable(std::string_view utf8) {
  std::u32string out;
  for (const char32_t c : code_points(nfkc(utf8))) {
    if (!is_white_space(c)) out.push_back(same_sign(c));
  }
  return out;
}

std::optional<std::string> number_in(std::u32string_view text) {
  const bool negative = text.starts_with(U"(") || text.starts_with(U"-");
  take(text, U"+-");
  take(text, U"(");
  take(text, U"+-");
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  std::string whole, fraction;
  for (; !text.empty() && (is_digit(text.front()) || text.front() == U','); text.remove_prefix(1)) {
    if (text.front() != U',') whole += static_cast<char>(text.front());
  }
  if (text.size() > 1 && text[0] == U'.' && is_digit(text[1])) {
    for (text.remove_prefix(1); !text.empty() && is_digit(text.front()); text.remove_prefix(1)) {
      fraction += static_cast<char>(text.front());
    }
  }
  take(text, U")");
  take(text, U"%");
  if (!text.empty()) return std::nullopt;
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size()));
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (whole.empty() && fraction.empty()) return "0";
  std::string value(negative ? "-" : "");
  value.append(whole.empty() ? "0" : whole);
  if (!fraction.empty()) value.append(".").append(fraction);
  return value;
}

}  // namespace crossfoot
