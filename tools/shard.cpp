#include "tools/shard.h"

#include <charconv>
#include <cstdint>

namespace crossfoot {
namespace {

template <class Number>
bool read_number(std::string_view text, Number& number, int base = 10) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

bool Shard::owns(std::string_view sha256) const {
  constexpr std::size_t kDigits = 16;  // 64 bits: even for any count
  std::uint64_t beginning = 0;
  read_number(sha256.substr(0, kDigits), beginning, 16);
  return beginning % static_cast<std::uint64_t>(count) == static_cast<std::uint64_t>(number - 1);
}

std::string Shard::name() const { return std::to_string(number) + "-of-" + std::to_string(count); }

std::optional<Shard> parse_shard(std::string_view text) {
  constexpr int kMostShards = 100'000;  // beyond any cluster's array; catches a mistyped number
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  Shard shard;
  if (!read_number(text.substr(0, slash), shard.number) ||
      !read_number(text.substr(slash + 1), shard.count)) {
    return std::nullopt;
  }
  const bool fits = 1 <= shard.number && shard.number <= shard.count && shard.count <= kMostShards;
  return fits ? std::optional(shard) : std::nullopt;
}

}  // namespace crossfoot
