// The cost of supposing that a figure was misread.
//
//     read 58,107,2S3.45 -> listed alternative 58,107,253.45 at 1.2     cost 1.2
//     read 1,640.00, wanted 1,840.00, confidence 0.80                    cost 3.0 + 1.6
//     read 1,640.00, wanted 9,317.20                                     nothing
//
// Costs are natural logarithms: 3 is one in twenty. Slips are weighed by what scans do: 3 8, 0 8, 6
// 8, 5 6, 1 7 and their like are taken for each other far more often than 2 and 9; a lost decimal
// point or bracket is commoner than a lost digit. The confidence weighs the whole: a reading of 0.8
// is wrong once in five.
//
// Fails where a recogniser's confidence means nothing; its alternatives then have to carry the
// repair. Source of the idea of digit alternatives under running totals: US 5872730 A (1999,
// expired).
#include "reconcile/reading_cost.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "reconcile/form_doubts.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr double kNoSlipsAbove = 0.95;
constexpr double kLikeDigits = 3.0;
constexpr double kUnlikeDigits = 5.0;
constexpr double kLostDigit = 4.5;     // printed but not read
constexpr double kDoubledDigit = 5.0;  // read but not printed
constexpr double kLostPoint = 2.5;
constexpr double kLostSign = 3.0;
// Last digits that the rounding of a sum's addends moves a figure by; sums have a dozen addends.
constexpr int kRoundingReach = 5;
constexpr double kMostSlips = 9.0;  // more than two slips in one figure are not a slip

bool alike(char a, char b) {
  static constexpr const char* kPairs[] = {"38", "08", "68", "56", "17", "06", "69",
                                           "89", "09", "35", "14", "47", "23", "27"};
  for (const char* pair : kPairs) {
    if ((a == pair[0] && b == pair[1]) || (a == pair[1] && b == pair[0])) return true;
  }
  return false;
}

// Weighted edit distance between digit strings, read -> printed.
double slip_cost(const std::string& read, const std::string& printed) {
  if (read.size() > printed.size() + 2 || printed.size() > read.size() + 2) return kMostSlips + 1;
  std::vector<double> previous(printed.size() + 1), current(printed.size() + 1);
  for (std::size_t j = 0; j <= printed.size(); ++j)
    previous[j] = static_cast<double>(j) * kLostDigit;
  for (std::size_t i = 1; i <= read.size(); ++i) {
    current[0] = static_cast<double>(i) * kDoubledDigit;
    for (std::size_t j = 1; j <= printed.size(); ++j) {
      const char a = read[i - 1], b = printed[j - 1];
      const double change = a == b ? 0 : alike(a, b) ? kLikeDigits : kUnlikeDigits;
      current[j] = std::min(
          {previous[j - 1] + change, previous[j] + kDoubledDigit, current[j - 1] + kLostDigit});
    }
    std::swap(previous, current);
  }
  return previous[printed.size()];
}

std::string digits_of(const Amount& amount) {
  std::string text = amount.to_string();
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; }),
             text.end());
  return text;
}

bool near_last_digit(const Amount& a, const Amount& b) {
  return a.decimals == b.decimals && std::abs(a.units - b.units) <= kRoundingReach;
}

// True when the amount differs only by a few last digits from what was read or listed, or from an
// amount that is a cheaper slip: sums fix a figure no closer than their rounding does, and sources
// round so far more often than recognisers slip twice.
bool is_rounding_neighbour(const Cell& cell, const Amount& amount, double cost) {
  if (near_last_digit(*cell.amount, amount)) return true;
  const std::string read = digits_of(*cell.amount);
  for (int step = -kRoundingReach; step <= kRoundingReach; ++step) {
    const Amount neighbour{amount.units + step, amount.decimals};
    if (step != 0 && slip_cost(read, digits_of(neighbour)) + 1 < cost) return true;
  }
  return std::any_of(cell.alternatives.begin(), cell.alternatives.end(),
                     [&amount](const Alternative& alternative) {
                       const auto other = parse_amount(alternative.text);
                       return other && near_last_digit(*other, amount);
                     });
}

double doubt(const Cell& cell) { return -std::log(std::clamp(1 - cell.confidence, 0.02, 1.0)); }

}  // namespace

std::string printed_like(const std::string& model, const Amount& amount) {
  const std::string folded = fold(model);
  std::string text = Amount{std::abs(amount.units), amount.decimals}.to_string();
  if (contains(folded, ",")) {
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t at = point; at > 3; at -= 3) text.insert(at - 3, 1, ',');
  }
  if (ends_with(folded, "%")) text += "%";
  for (const char* sign : {"£", "$", "€", "¥"}) {
    if (contains(folded, sign)) text.insert(0, sign);
  }
  if (amount.units >= 0) return text;
  return contains(folded, "(") ? "(" + text + ")" : "-" + text;
}

std::optional<Reading> reading_of(const Cell& cell, const Amount& amount) {
  std::optional<Reading> best;
  for (const Alternative& alternative : cell.alternatives) {
    const auto other = parse_amount(alternative.text);
    if (!other || *other != amount) continue;
    if (!best || alternative.cost < best->cost)
      best = Reading{alternative.text, alternative.cost, true};
  }
  if (best || !cell.amount) return best;
  const std::string read = digits_of(*cell.amount), printed = digits_of(amount);
  // A sure recogniser has read the digits; what is wrong in 1,840,25 is no digit.
  const bool only_separators = read == printed && !has_sound_form(cell.text);
  if (cell.confidence > kNoSlipsAbove && !only_separators) return best;
  double cost = slip_cost(read, printed);
  if (is_rounding_neighbour(cell, amount, cost)) return std::nullopt;
  if (cell.amount->decimals != amount.decimals) cost += kLostPoint;
  if ((cell.amount->units < 0) != (amount.units < 0)) cost += kLostSign;
  if (cost > kMostSlips) return std::nullopt;
  return Reading{printed_like(cell.text, amount), cost + doubt(cell), false};
}

std::vector<Reading> single_slips(const Cell& cell) {
  std::vector<Reading> out;
  if (cell.confidence > kNoSlipsAbove || !cell.amount) return out;
  for (std::size_t i = 0; i < cell.text.size(); ++i) {
    const char read = cell.text[i];
    if (read < '0' || read > '9') continue;
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (digit == read) continue;
      Reading reading{cell.text, (alike(read, digit) ? kLikeDigits : kUnlikeDigits) + doubt(cell),
                      false};
      reading.text[i] = digit;
      const auto amount = parse_amount(reading.text);
      if (amount && !near_last_digit(*cell.amount, *amount)) out.push_back(std::move(reading));
    }
  }
  return out;
}

}  // namespace crossfoot
