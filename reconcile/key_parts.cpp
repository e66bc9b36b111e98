// Finds labels inside labels by an index of three-sign pieces.
//
//     职业年金 is part of 机关事业单位职业年金缴费
//
// Each label is entered under all its trigrams; a label's own rarest trigram then gives the few
// labels that can contain it. Cost: about linear in the text for labels of usual variety; a label
// that is part of more than kMaxWholes others (办公费 of thousands of lines) names nothing and is
// left out, which also bounds the cost.
#include "reconcile/key_parts.h"

#include <algorithm>
#include <unordered_map>

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr std::size_t kPiece = 3;
constexpr std::size_t kMaxWholes = 4;
constexpr std::size_t kMaxCandidates = 64;

}  // namespace

std::vector<std::pair<int, int>> key_parts(const std::vector<std::string>& keys) {
  std::unordered_map<std::u32string, std::vector<int>> index;
  std::vector<std::u32string> labels(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!starts_with(keys[i], "l:")) continue;
    labels[i] = code_points(std::string_view(keys[i]).substr(2));
    for (std::size_t at = 0; at + kPiece <= labels[i].size(); ++at) {
      std::vector<int>& list = index[labels[i].substr(at, kPiece)];
      if (list.empty() || list.back() != static_cast<int>(i)) list.push_back(static_cast<int>(i));
    }
  }
  std::vector<std::pair<int, int>> parts;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::vector<int>* rarest = nullptr;
    for (std::size_t at = 0; at + kPiece <= labels[i].size(); ++at) {
      const std::vector<int>& list = index[labels[i].substr(at, kPiece)];
      if (!rarest || list.size() < rarest->size()) rarest = &list;
    }
    if (!rarest || rarest->size() > kMaxCandidates) continue;
    std::vector<int> wholes;
    for (const int j : *rarest) {
      const std::u32string& whole = labels[static_cast<std::size_t>(j)];
      if (whole.size() > labels[i].size() && whole.find(labels[i]) != std::u32string::npos) {
        wholes.push_back(j);
      }
    }
    if (wholes.size() > kMaxWholes) continue;
    for (const int j : wholes) parts.emplace_back(static_cast<int>(i), j);
  }
  return parts;
}

}  // namespace crossfoot
