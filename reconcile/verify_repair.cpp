// The second opinion on repairs.
//
// It reads the figures again from the cells' texts with its own reader, adds them by hand on
// decimal strings, and compares with the rule of half a last digit for each figure. No amount,
// interval or relation check of the search is used, so that an error there cannot confirm itself.
// Model: the proof checkers of SAT solvers, which are simpler than the solvers they check.
//
// Only sums of figures of one unit are judged; a repair that rests on anything else alone is
// refused. Cost: linear in the relations of the cell.
#include "reconcile/verify_repair.h"

#include <algorithm>

namespace crossfoot {

namespace {

// Digits before and after the point that the hand arithmetic keeps.
constexpr int kWhole = 24, kFraction = 6;

// A number as kWhole + kFraction decimal digits, most significant first, ten's complement.
using Digits = std::vector<int>;

struct Printed {
  Digits digits;
  int decimals = 0;
  bool zero = true;
};

void negate(Digits& digits) {
  for (int& digit : digits) digit = 9 - digit;
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (++digits[i] < 10) return;
    digits[i] = 0;
  }
}

void add(Digits& sum, const Digits& addend) {
  int carry = 0;
  for (std::size_t i = sum.size(); i-- > 0;) {
    const int digit = sum[i] + addend[i] + carry;
    sum[i] = digit % 10;
    carry = digit / 10;
  }
}

bool is_negative(const Digits& digits) { return digits[0] >= 5; }

// Reads "(1,234.50)", "－3", "△12": the ASCII and full-width forms that disclosures print.
std::optional<Printed> read_printed(const std::string& text) {
  std::string whole, fraction;
  bool negative = false, point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    const std::string three = text.substr(i, 3);
    if (three.size() == 3 && three[0] == '\xEF' && three[1] == '\xBC') {  // full-width ASCII
      c = static_cast<char>(static_cast<unsigned char>(three[2]) - 0x60);
      if (static_cast<unsigned char>(three[2]) < 0x80) return std::nullopt;
      i += 2;
    } else if (three == "\xE2\x96\xB3" || three == "\xE2\x88\x92" || three == "\xE2\x80\x94") {
      negative = true;  // triangle, minus, dash
      i += 2;
      continue;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      continue;  // a currency sign
    }
    if (c >= '0' && c <= '9') (point ? fraction : whole) += c;
    if (c == '.') point = true;
    if (c == '-' || c == '(') negative = true;
  }
  if (whole.empty() || whole.size() > kWhole - 2 || fraction.size() > kFraction)
    return std::nullopt;
  Printed printed;
  printed.decimals = static_cast<int>(fraction.size());
  const std::string all = std::string(kWhole - whole.size(), '0') + whole + fraction +
                          std::string(kFraction - fraction.size(), '0');
  for (const char c : all) {
    printed.digits.push_back(c - '0');
    printed.zero = printed.zero && c == '0';
  }
  if (negative) negate(printed.digits);
  return printed;
}

const Cell* cell_of(const TableDocument& document, const FigureRef& figure) {
  const auto* ref = std::get_if<CellRef>(&figure);
  if (!ref) return nullptr;
  return find_cell(document.tables[static_cast<std::size_t>(ref->table)], ref->row, ref->col);
}

// Half of a last digit: 5 in the place after it.
Digits half_digit(int decimals) {
  Digits half(kWhole + kFraction, 0);
  const std::size_t place = static_cast<std::size_t>(kWhole + decimals);
  if (place < half.size()) half[place] = 5;
  return half;
}

// True, false, or nothing where the relation is no sum of table figures that this reader reads.
std::optional<bool> adds_up(const TableDocument& document, const Relation& relation) {
  if (relation.form != Form::sum) return std::nullopt;
  Digits gap(kWhole + kFraction, 0), room(kWhole + kFraction, 0);
  const std::string* unit = nullptr;
  const auto take = [&](const FigureRef& figure, bool minus) {
    const Cell* cell = cell_of(document, figure);
    const auto printed = cell ? read_printed(cell->text) : std::nullopt;
    if (!printed || printed->decimals >= kFraction) return false;
    const Table& table = document.tables[static_cast<std::size_t>(std::get<CellRef>(figure).table)];
    if (unit && *unit != table.unit) return false;
    unit = &table.unit;
    Digits digits = printed->digits;
    if (minus) negate(digits);
    add(gap, digits);
    if (!printed->zero) add(room, half_digit(printed->decimals));
    return true;
  };
  if (!take(relation.target, false)) return std::nullopt;
  for (const Term& term : relation.terms) {
    if (!take(term.figure, term.sign > 0)) return std::nullopt;
  }
  if (is_negative(gap)) negate(gap);
  const bool none = std::all_of(gap.begin(), gap.end(), [](int digit) { return digit == 0; });
  return none || gap < room;
}

}  // namespace

std::optional<std::string> repair_defect(const TableDocument& document, const CellRef& repaired,
                                         const std::vector<Relation>& relations) {
  const Cell* cell = cell_of(document, repaired);
  if (!cell || !cell->read_as) return "the cell does not say what was read";
  if (cell->text == *cell->read_as) return "nothing was changed";
  int confirmed = 0, contradicted = 0;
  for (const Relation& relation : relations) {
    const bool stands_in =
        relation.target == FigureRef(repaired) ||
        std::any_of(relation.terms.begin(), relation.terms.end(),
                    [&](const Term& term) { return term.figure == FigureRef(repaired); });
    if (!stands_in) continue;
    const auto adds = adds_up(document, relation);
    if (adds) ++(*adds ? confirmed : contradicted);
  }
  if (confirmed == 0) return "no sum confirms it";
  if (contradicted >= confirmed) return "as many sums speak against it";
  return std::nullopt;
}

}  // namespace crossfoot
