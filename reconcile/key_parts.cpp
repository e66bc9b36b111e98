// Finds labels inside labels by an index of three-sign pieces.
//
//     职业年金 is part of 机关事业单位职业年金缴费
//     行政医疗 is part of 行政单位医疗, with a word left out inside
//
// Each label is entered under all its trigrams; a label's own rarest trigram then gives the few
// labels that can contain it. Cost: about linear in the text for labels of usual variety; a label
// that is part of more than kMaxWholes others (办公费 of thousands of lines) names nothing and is
// left out, which also bounds the cost. A word may be left out inside where two signs before it and
// one after it remain and it is no longer than what remains: such labels are found by their first
// two signs and their last.
#include "reconcile/key_parts.h"

#include <algorithm>
#include <unordered_map>

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr std::size_t kPiece = 3;
constexpr std::size_t kMaxWholes = 4;
constexpr std::size_t kMaxCandidates = 64;

using Labels = std::vector<std::u32string>;

// True when `part` is `whole` with one run of signs left out inside.
bool leaves_out_a_word(const std::u32string& part, const std::u32string& whole) {
  if (part.size() < kPiece || whole.size() <= part.size() || whole.size() > 2 * part.size()) {
    return false;
  }
  std::size_t before = 0, after = 0;
  while (before < part.size() && part[before] == whole[before]) ++before;
  while (after < part.size() && part[part.size() - 1 - after] == whole[whole.size() - 1 - after]) {
    ++after;
  }
  return before >= 2 && after >= 1 && before < part.size() && after < part.size() &&
         before + after >= part.size();
}

// The labels by their first two signs and their last.
std::unordered_map<std::u32string, std::vector<int>> by_ends(const Labels& labels) {
  std::unordered_map<std::u32string, std::vector<int>> index;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i].size() < kPiece) continue;
    index[labels[i].substr(0, 2) + labels[i].back()].push_back(static_cast<int>(i));
  }
  return index;
}

}  // namespace

std::vector<std::pair<int, int>> key_parts(const std::vector<std::string>& keys) {
  std::unordered_map<std::u32string, std::vector<int>> index;
  Labels labels(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!starts_with(keys[i], "l:")) continue;
    labels[i] = code_points(std::string_view(keys[i]).substr(2));
    for (std::size_t at = 0; at + kPiece <= labels[i].size(); ++at) {
      std::vector<int>& list = index[labels[i].substr(at, kPiece)];
      if (list.empty() || list.back() != static_cast<int>(i)) list.push_back(static_cast<int>(i));
    }
  }
  const auto ends = by_ends(labels);
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
    const std::vector<int>& alike = ends.at(labels[i].substr(0, 2) + labels[i].back());
    for (const int j : alike) {
      if (alike.size() <= kMaxCandidates &&
          leaves_out_a_word(labels[i], labels[static_cast<std::size_t>(j)])) {
        wholes.push_back(j);
      }
    }
    if (wholes.size() > kMaxWholes) continue;
    for (const int j : wholes) parts.emplace_back(static_cast<int>(i), j);
  }
  return parts;
}

}  // namespace crossfoot
