// One of N shares of the documents of a batch, for one of several machines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace crossfoot {

// 1 <= number <= count.
struct Shard {
  int number = 1, count = 1;

  // Every hash belongs to one shard of a count, whatever else is in the batch.
  bool owns(std::string_view sha256) const;
  // "2-of-8": in the names of a shard's own files.
  std::string name() const;
  bool operator==(const Shard&) const = default;
};

// "2/8"; nothing where the text is no shard.
std::optional<Shard> parse_shard(std::string_view text);

}  // namespace crossfoot
