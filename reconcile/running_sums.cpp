// Subtotals without a word for it, as accounts print them: a figure under a rule, with a blank or a
// free label, that is the sum of the figures above it.
//
//     Turnover                 379,863,586
//     Cost of sales           (298,953,800)
//     GROSS PROFIT              80,909,786    = the 2 open figures above; they close, it opens
//     Administrative expenses  (74,537,883)
//     OPERATING PROFIT           6,371,903    = the 2 open figures above
//
// One pass per panel keeps the rows that no subtotal has taken in yet. A row is a subtotal when its
// figure is the sum of the last k of them in the columns of the panel; it then takes their place.
// Costs printed without brackets are tried with a minus sign where the label names a cost. In a
// section "Net book value" differences of closing and of opening rows are tried.
//
// Evidence rule: with p the chance that a column's sum would hold between unrelated figures (width
// of the tolerance over size, common trailing zeros taken off), a reading is taken only when the
// product of p over the columns in which it holds, times the number of readings of its sort that
// were tried for the row, is below a limit, and it fails in fewer columns than it holds in. Sums
// that begin under a heading, at a subtotal or at the top are a small sort of their own. The limit
// is wider for rows that accounts use for sums: blank labels, net, total, profit, closing balances.
// A failing column of a taken reading is a finding.
//
// Cost: rows x open rows x columns, with at most kMaxOpenRows open rows. Source: adjacent
// aggregations of Jiang et al., AggreCol (2022), section 4.1; there a tolerance in per cent
// decides, here the chance of a coincidence.
#include <algorithm>
#include <array>
#include <set>

#include "reconcile/column_sum.h"
#include "reconcile/evaluate.h"
#include "reconcile/evidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Expected false subtotals per row. Statements have some 30 rows, a third of them named as sums:
// one false claim in some ten statements of small figures, fewer with large ones.
constexpr double kMaxChance = 1e-4;
constexpr double kMaxChanceOfNamed = 1e-2;
// No printed subtotal adds more rows than a page holds.
constexpr std::size_t kMaxOpenRows = 60;

struct Line {
  int row = 0;
  std::string label;
  bool begins = false;  // stands right under a heading, or is a subtotal itself
};

struct Reading {
  Relations relations;
  double chance = 1;
  std::size_t taken = 0;  // open rows that it closes
};

bool names_a_cost(const std::string& label) {
  static constexpr std::array<std::string_view, 19> kCosts{
      "cost",         "expense",      "tax",      "payable",  "charge",
      "depreciation", "amortisation", "dividend", "less",     "administrative",
      "impairment",   "creditors",    "disposal", "released", "支出",
      "减少",         "减:",          "费用",     "成本"};
  return std::any_of(kCosts.begin(), kCosts.end(),
                     [&label](std::string_view word) { return contains(label, word); });
}

// Labels under which accounts print sums.
bool names_a_sum(const std::string& label) {
  static constexpr std::array<std::string_view, 15> kSums{
      "net",  "total", "profit", "loss", "deficit", "surplus", "endof", "carriedforward",
      "at31", "at30",  "年末",   "期末", "余额",    "净额",    "盈余"};
  return label.empty() || std::any_of(kSums.begin(), kSums.end(), [&label](std::string_view word) {
           return contains(label, word);
         });
}

// The chance of a reading, or 1 when it is not borne out.
double chance_of(const Relations& relations, const Figures& figures, std::size_t tried) {
  int held = 0, failed = 0;
  double chance = static_cast<double>(tried);
  for (const Relation& relation : relations) {
    const double p = chance_of_holding(relation, figures);
    if (p >= 1) continue;
    if (holds(relation, figures).value_or(false)) {
      ++held;
      chance *= p;
    } else {
      ++failed;
    }
  }
  return held > failed ? chance : 1;
}

class RunningSums {
 public:
  RunningSums(const DocumentView& document, const TableView& view, const Panel& panel)
      : document_(document), view_(view), panel_(panel) {}

  void add(Line line) {
    Reading best = best_reading(line);
    const bool named = names_a_sum(line.label) || is_total_label(line.label);
    if (best.chance < (named ? kMaxChanceOfNamed : kMaxChance)) {
      line.begins = true;
      found_.insert(found_.end(), best.relations.begin(), best.relations.end());
      if (best.taken > 0) {
        openings_.push_back(open_[open_.size() - best.taken].row);
        closings_.push_back(line.row);
        open_.resize(open_.size() - best.taken);
      }
    }
    open_.push_back(line);
    if (open_.size() > kMaxOpenRows) open_.erase(open_.begin());
  }

  const Relations& found() const { return found_; }

 private:
  Relations relations(const Line& line, const std::vector<SignedRow>& parts) const {
    return column_relations(view_, panel_.figures, line.row, parts, RelationKind::column_sum,
                            Strength::hard, reason(line, parts.size()));
  }

  static std::string reason(const Line& line, std::size_t parts) {
    return (line.label.empty() ? std::string("the line without a label") : line.label) +
           " is the sum of " + std::to_string(parts) + " rows";
  }

  void try_reading(const Line& line, const std::vector<SignedRow>& parts, std::size_t taken,
                   std::size_t tried, Reading& best) const {
    Relations candidate = relations(line, parts);
    const double chance = chance_of(candidate, document_.figures, tried);
    if (chance < best.chance) best = {std::move(candidate), chance, taken};
  }

  Reading best_reading(const Line& line) const {
    Reading best;
    const bool total = starts_with(line.label, "total");
    std::size_t beginnings = 1;
    for (const Line& open : open_) beginnings += open.begins;
    std::vector<SignedRow> plain, signed_by_name;
    bool differs = false;
    for (std::size_t k = 1; k <= open_.size(); ++k) {
      const Line& part = open_[open_.size() - k];
      const int sign = names_a_cost(part.label) ? -1 : 1;
      plain.insert(plain.begin(), {part.row, 1});
      signed_by_name.insert(signed_by_name.begin(), {part.row, sign});
      differs = differs || sign < 0;
      if (k < 2 && !total) continue;
      const std::size_t tried = part.begins || k == open_.size() ? beginnings : open_.size();
      try_reading(line, plain, k, tried, best);
      if (differs) try_reading(line, signed_by_name, k, tried, best);
    }
    // Net book value: the last two closing rows, or their opening rows.
    if (closings_.size() >= 2) {
      const std::size_t n = closings_.size();
      try_reading(line, {{closings_[n - 2], 1}, {closings_[n - 1], -1}}, 0, 2, best);
      try_reading(line, {{openings_[n - 2], 1}, {openings_[n - 1], -1}}, 0, 2, best);
    }
    return best;
  }

  const DocumentView& document_;
  const TableView& view_;
  const Panel& panel_;
  std::vector<Line> open_;
  std::vector<int> openings_, closings_;  // first row and sum row of each reading taken
  Relations found_;
};

}  // namespace

void find_running_sums(const DocumentView& document, Relations& relations) {
  std::set<std::array<int, 3>> summed;  // table, first column, last column of panels with sums
  for (const Relation& relation : relations) {
    if (relation.kind != RelationKind::column_sum && relation.kind != RelationKind::hierarchy)
      continue;
    if (const auto* cell = std::get_if<CellRef>(&relation.target)) {
      summed.insert({cell->table, cell->col, cell->row});
    }
  }
  for (const TableView& view : document.views) {
    for (const Segment& segment : view.segments()) {
      for (const Panel& panel : segment.panels) {
        if (!panel.codes.empty()) continue;
        const bool has_sums = std::any_of(summed.begin(), summed.end(), [&](const auto& at) {
          return at[0] == view.index() && at[1] >= panel.first_col && at[1] <= panel.last_col &&
                 at[2] >= segment.body_begin && at[2] < segment.body_end;
        });
        if (has_sums) continue;
        RunningSums sums(document, view, panel);
        bool under_heading = true;
        for (const PanelRow& row : panel_rows(view, segment, panel)) {
          const bool any = std::any_of(panel.figures.begin(), panel.figures.end(),
                                       [&](int col) { return view.has_figure(row.row, col); });
          if (any) sums.add({row.row, row.label, under_heading});
          under_heading = !any;
        }
        relations.insert(relations.end(), sums.found().begin(), sums.found().end());
      }
    }
  }
}

}  // namespace crossfoot
