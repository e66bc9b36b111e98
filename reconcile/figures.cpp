// The amounts of a document with their units.
//
// A figure's unit is, nearest first: named in brackets in its column's header or in the label to
// its left (资金总额(万元)), named in a header with a currency sign (2016 £'000), the table's own.
//
// A table is printed to one precision. Where most of its figures have the same decimals, one with
// fewer is meant to as many (a recogniser lost the last digit, or a spreadsheet the last zero): its
// interval is no wider than theirs.
#include "reconcile/figures.h"

#include <algorithm>
#include <array>

#include "reconcile/money_unit.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Share of a table's figures that must agree in their decimals to speak for the others.
constexpr double kCommonShare = 0.6;

// The unit named inside a folded text's brackets, or after a currency sign.
std::optional<int> named_unit(const std::string& folded) {
  const std::size_t open = folded.rfind('(');
  if (open != std::string::npos) {
    const std::string inside = folded.substr(open + 1);
    // 元/人 and 万元/年 are prices, no units of the figures around.
    if (!contains(inside, "/")) {
      if (const auto exp = money_unit_exp(inside)) return exp;
    }
  }
  for (const char* sign : {"£", "$", "€", "\"000"}) {
    if (contains(folded, sign)) return money_unit_exp(folded);
  }
  return std::nullopt;
}

// The column of a segment that says each row's unit, -1 without one.
int unit_column(const TableView& view, const Segment& segment) {
  for (int col = 0; col < view.table().n_cols; ++col) {
    if (is_unit_header(view.header_leaf(segment, col))) return col;
  }
  return -1;
}

}  // namespace

Figures::Figures(const std::vector<TableView>& views) {
  std::size_t total = 0;
  for (const TableView& view : views) {
    offsets_.push_back(total);
    widths_.push_back(view.table().n_cols);
    total += static_cast<std::size_t>(view.table().n_rows) *
             static_cast<std::size_t>(view.table().n_cols);
  }
  by_slot_.assign(total, -1);
  for (const TableView& view : views) {
    const int table_exp = money_unit_exp(view.table().unit).value_or(0);
    for (const Segment& segment : view.segments()) {
      const int units = unit_column(view, segment);
      for (int col = 0; col < view.table().n_cols; ++col) {
        const bool of_values = units >= 0 && ends_with(view.header_leaf(segment, col), "值");
        const int column_exp = named_unit(view.header_path(segment, col)).value_or(table_exp);
        for (int row = segment.body_begin; row < segment.body_end; ++row) {
          if (!view.has_figure(row, col)) continue;
          int exp = column_exp;
          if (col > 0) exp = named_unit(view.folded(row, col - 1)).value_or(exp);
          if (of_values && !view.folded(row, units).empty()) {
            exp = money_unit_exp(view.folded(row, units)).value_or(0);
          }
          by_slot_[slot_of(view.ref(row, col))] = static_cast<int>(quantities_.size());
          quantities_.push_back({*view.cell(row, col).amount, exp, 0});
        }
      }
    }
  }
  share_precision(views);
}

void Figures::share_precision(const std::vector<TableView>& views) {
  for (const TableView& view : views) {
    std::array<int, 19> with_decimals{};
    std::vector<Quantity*> own;
    for (const Segment& segment : view.segments()) {
      for (int col = 0; col < view.table().n_cols; ++col) {
        if (segment.kinds[static_cast<std::size_t>(col)] != ColumnKind::figure) continue;
        for (int row = segment.body_begin; row < segment.body_end; ++row) {
          if (!view.has_figure(row, col)) continue;
          const int index = by_slot_[slot_of(view.ref(row, col))];
          own.push_back(&quantities_[static_cast<std::size_t>(index)]);
          ++with_decimals[static_cast<std::size_t>(own.back()->amount.decimals)];
        }
      }
    }
    const auto common = std::max_element(with_decimals.begin(), with_decimals.end());
    if (*common < kCommonShare * static_cast<double>(own.size())) continue;
    for (Quantity* quantity : own) {
      quantity->least_decimals = static_cast<int>(common - with_decimals.begin());
    }
  }
}

void Figures::add(const FigureRef& ref, const Quantity& quantity) {
  const auto* cell = std::get_if<CellRef>(&ref);
  int& index = cell ? by_slot_[slot_of(*cell)] : by_text_[std::get<TextRef>(ref)];
  index = static_cast<int>(quantities_.size());
  quantities_.push_back(quantity);
}

void Figures::set_table_unit(int table, int unit_exp) {
  const std::size_t begin = offsets_[static_cast<std::size_t>(table)];
  const std::size_t end = static_cast<std::size_t>(table) + 1 < offsets_.size()
                              ? offsets_[static_cast<std::size_t>(table) + 1]
                              : by_slot_.size();
  for (std::size_t slot = begin; slot < end; ++slot) {
    if (by_slot_[slot] < 0) continue;
    Quantity& quantity = quantities_[static_cast<std::size_t>(by_slot_[slot])];
    if (quantity.unit_exp == 0) quantity.unit_exp = unit_exp;
  }
}

const Quantity* Figures::find(const FigureRef& ref) const {
  int index = -1;
  if (const auto* cell = std::get_if<CellRef>(&ref)) {
    index = by_slot_[slot_of(*cell)];
  } else if (const auto found = by_text_.find(std::get<TextRef>(ref)); found != by_text_.end()) {
    index = found->second;
  }
  return index < 0 ? nullptr : &quantities_[static_cast<std::size_t>(index)];
}

void Figures::replace(const FigureRef& ref, const Amount& amount) {
  if (const Quantity* quantity = find(ref)) const_cast<Quantity*>(quantity)->amount = amount;
}

}  // namespace crossfoot
