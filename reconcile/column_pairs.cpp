// Evidence that two columns of different tables are one quantity.
//
//     基本支出 | 2080505  25.91   2080506  12.95   2210201  28.57
//     合计     | 2080505  25.91   2080506  12.96   2210201  28.57      agree 2, disagree 1, 8
//     digits
//
// Rule: with E common rows that agree in distinct figures of D significant digits in all (of two
// figures those of the coarser: 6.56 and 7 agree in one), and U that do not, a column pair is
// believed when
//     one header name, years not different:  U = 0 and E >= 2, or D >= kMinDigits and 2 E >= U
//     else:                                  U = 0 and D >= kFewDigits, or D >= kManyDigits and
//                                            E >= kAgreement U
//     either way:                            U = 0 and two equal labels of kLongLabel signs or more
// With fewer than kMinDigits the relation is soft: equal labels with equal figures of three digits
// are one quantity more often than chance, but chance is no stranger. It is also soft where the
// pair would not be believed with one row printed wrong: what cannot fail proves nothing. Figures
// of different years need kMinDigits. Keys that are parts of others are judged more strictly, and
// never by the header's name.
#include "reconcile/column_pairs.h"

#include <algorithm>
#include <array>

#include "reconcile/evidence.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr int kMinDigits = 5;
constexpr int kFewDigits = 3;
constexpr std::size_t kLongLabel = 6;
// Columns of one quantity disagree where the document errs, columns of like quantities more often.
constexpr int kManyDigits = 10;
constexpr int kAgreement = 3;

struct Comparison {
  CellRef target;
  const Meeting* meeting = nullptr;
  bool agree = false;
};

std::optional<Interval> sum_of(const ItemPlace& place, const Figures& figures) {
  std::optional<Interval> sum;
  for (const CellRef& figure : place.figures) {
    const Quantity* quantity = figures.find(figure);
    if (!quantity) return std::nullopt;
    sum = sum ? plus(*sum, interval_of(*quantity), 1) : interval_of(*quantity);
    if (!sum) return std::nullopt;
  }
  return sum;
}

std::int64_t units_of_target(const Meeting& meeting, const Figures& figures) {
  return figures.find(target_of(meeting).figures.front())->amount.units;
}

// Digits that an agreement can vouch for: of the coarser figure.
int digits_of(const Meeting& meeting, const Figures& figures) {
  const int digits = significant_digits(units_of_target(meeting, figures));
  const std::vector<CellRef>& parts = parts_of(meeting).figures;
  if (parts.size() != 1) return digits;
  return std::min(digits, significant_digits(figures.find(parts.front())->amount.units));
}

bool is_long_label(const std::string& key) {
  return key[0] == 'l' && key.size() > 2 + kLongLabel && code_points(key).size() >= kLongLabel + 2;
}

int table_of(const ItemColumn& column) { return column.items.front().figure.table; }

}  // namespace

const ItemPlace& target_of(const Meeting& meeting) {
  return meeting.a->figures.size() == 1 ? *meeting.a : *meeting.b;
}
const ItemPlace& parts_of(const Meeting& meeting) {
  return meeting.a->figures.size() == 1 ? *meeting.b : *meeting.a;
}

Counts& Counts::operator+=(const Counts& other) {
  agree += other.agree;
  disagree += other.disagree;
  digits += other.digits;
  most_digits = std::max(most_digits, other.most_digits);
  long_labels += other.long_labels;
  return *this;
}

Counts Counts::with_one_wrong() const {
  return {agree - 1, disagree + 1, digits - most_digits, most_digits, std::max(0, long_labels - 1)};
}

bool is_comparable(const ItemPlace& a, const ItemPlace& b) {
  if (a.figures.size() != 1 && b.figures.size() != 1) return false;
  return std::none_of(a.figures.begin(), a.figures.end(), [&b](const CellRef& x) {
    return std::any_of(b.figures.begin(), b.figures.end(),
                       [&x](const CellRef& y) { return x.table == y.table; });
  });
}

Counts counts_of(const std::vector<Meeting>& meetings, const Figures& figures) {
  std::vector<Comparison> all;
  all.reserve(meetings.size());
  bool any = false;
  for (const Meeting& meeting : meetings) {
    const auto a = sum_of(*meeting.a, figures), b = sum_of(*meeting.b, figures);
    if (!a || !b || units_of_target(meeting, figures) == 0) continue;
    all.push_back({target_of(meeting).figures.front(), &meeting, agree(*a, *b)});
    any = any || all.back().agree;
  }
  if (!any) return {};
  std::stable_sort(all.begin(), all.end(),
                   [](const Comparison& x, const Comparison& y) { return x.target < y.target; });
  all.erase(
      std::unique(all.begin(), all.end(),
                  [](const Comparison& x, const Comparison& y) { return x.target == y.target; }),
      all.end());
  Counts counts;
  std::map<std::int64_t, int> agreeing;  // the digits of each distinct figure
  for (const Comparison& comparison : all) {
    ++(comparison.agree ? counts.agree : counts.disagree);
    if (!comparison.agree) continue;
    const Meeting& meeting = *comparison.meeting;
    counts.long_labels += is_long_label(*meeting.key);
    agreeing.emplace(units_of_target(meeting, figures), digits_of(meeting, figures));
  }
  for (const auto& [units, digits] : agreeing) {
    counts.digits += digits;
    counts.most_digits = std::max(counts.most_digits, digits);
  }
  return counts;
}

bool is_believed(const Counts& pair, const ItemColumn& a, const ItemColumn& b, bool by_parts) {
  if (!by_parts && pair.disagree == 0 && pair.long_labels >= 2) return true;
  const bool years_differ = !a.year.empty() && !b.year.empty() && a.year != b.year;
  if (!by_parts && !a.name.empty() && a.name == b.name && !years_differ) {
    return (pair.disagree == 0 && pair.agree >= 2) ||
           (pair.digits >= kMinDigits && 2 * pair.agree >= pair.disagree);
  }
  const int few = by_parts || years_differ ? kMinDigits : kFewDigits;
  return (pair.disagree == 0 && pair.digits >= few) ||
         (pair.digits >= kManyDigits && pair.agree >= kAgreement * pair.disagree);
}

bool is_doubtful(const Counts& pair) {
  return pair.digits < kMinDigits || pair.agree < 2 * kAgreement * pair.disagree;
}

std::set<std::pair<int, int>> outdone(const ColumnPairs& pairs,
                                      const std::vector<ItemColumn>& columns) {
  std::map<std::pair<int, int>, std::vector<Counts>> partners;  // of a column in a table
  const auto ends = [&columns](const std::pair<int, int>& at) {
    const auto table = [&columns](int column) {
      return table_of(columns[static_cast<std::size_t>(column)]);
    };
    return std::array{std::pair(at.first, table(at.second)), std::pair(at.second, table(at.first))};
  };
  for (const auto& [at, pair] : pairs) {
    for (const auto& end : ends(at)) partners[end].push_back(pair.counts);
  }
  std::set<std::pair<int, int>> out;
  for (const auto& [at, pair] : pairs) {
    const Counts& own = pair.counts;
    for (const auto& end : ends(at)) {
      const std::vector<Counts>& others = partners[end];
      if (std::any_of(others.begin(), others.end(), [&own](const Counts& other) {
            return other.agree >= own.agree && other.disagree < own.disagree;
          })) {
        out.insert(at);
      }
    }
  }
  return out;
}

}  // namespace crossfoot
