// Row sums over header trees.
//
//     科目 | 合计 | 基本支出 | 项目支出              合计 = 基本支出 + 小计
//                 |          | 小计 | 一般性 | 民生   小计 = 一般性 + 民生
//
// A column whose lowest header is a total word sums its siblings: the columns under the same parent
// header, each group among them by its own total where it has one, 其中 columns left out. Which
// siblings it sums where several totals stand side by side is tried on the rows: to its right, to
// its left, all.
//
// `金额` is a total word only where the figures bear it out. Where no word names a total, the last
// column is one if it is the sum of all others, each printed in most rows, as dashes are where
// blanks are not: two equal columns beside a blank one are no sum. Cost: rows x columns. Fails
// where the header was read with wrong spans; the rows then speak against the guess and it is
// dropped.
#include <algorithm>

#include "reconcile/evaluate.h"
#include "reconcile/evidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

// Rows a guess by a weak word needs that hold.
constexpr int kWeakWordRows = 3;
// Of the rows of an unnamed total column holding by chance.
constexpr double kMaxChance = 1e-6;

struct HeaderPlace {
  int row = 0;                      // the top row of the column's lowest header
  int first_col = 0, last_col = 0;  // columns under the same parent, within the panel
};

HeaderPlace header_place(const TableView& view, const Segment& segment, const Panel& panel,
                         int col) {
  int row = segment.body_begin - 1;
  while (row > segment.header_begin && view.folded(row, col).empty()) --row;
  row = std::max(segment.header_begin, view.cell(row, col).row);
  if (row == segment.header_begin) return {row, panel.first_col, panel.last_col};
  const Cell& parent = view.cell(row - 1, col);
  return {row, std::max(panel.first_col, parent.col),
          std::min(panel.last_col, parent.col + parent.col_span - 1)};
}

bool is_part_of_total(const std::string& leaf) { return !is_of_which_label(leaf); }

// The columns that stand for the siblings of `total`: one for each group with a total of its own.
std::vector<int> sibling_columns(const TableView& view, const Segment& segment, const Panel& panel,
                                 int total) {
  const HeaderPlace place = header_place(view, segment, panel, total);
  std::vector<int> columns;
  for (const int col : panel.figures) {
    if (col < place.first_col || col > place.last_col || col == total) continue;
    const Cell& group = view.cell(place.row, col);
    const int group_last = group.col + group.col_span - 1;
    bool replaced = false;
    for (int other = group.col; group.col_span > 1 && other <= group_last && !replaced; ++other) {
      const std::string leaf = view.header_leaf(segment, other);
      replaced = other != col && other != total && (is_total_label(leaf) || leaf == "金额");
    }
    const std::string leaf = view.header_leaf(segment, col);
    const bool is_group_total = group.col_span > 1 && (is_total_label(leaf) || leaf == "金额");
    if (is_group_total || (!replaced && is_part_of_total(leaf))) columns.push_back(col);
  }
  return columns;
}

Relations row_relations(const TableView& view, const Segment& segment, int total,
                        const std::vector<int>& parts, Strength strength) {
  Relations out;
  const std::string name = view.header_leaf(segment, total);
  for (int row = segment.body_begin; row < segment.body_end; ++row) {
    if (!view.has_figure(row, total)) continue;
    Relation relation{RelationKind::row_sum, strength, Form::sum, view.ref(row, total), {}, ""};
    for (const int part : parts) {
      if (view.has_figure(row, part)) relation.terms.push_back({view.ref(row, part), 1, false});
    }
    if (relation.terms.empty()) continue;
    relation.reason = (name.empty() ? std::string("total") : name) + " is the sum of its row's " +
                      std::to_string(parts.size()) + " columns";
    out.push_back(std::move(relation));
  }
  return out;
}

void sums_of_total_column(const DocumentView& document, const TableView& view,
                          const Segment& segment, const Panel& panel, int total, bool weak,
                          Relations& relations) {
  const std::vector<int> siblings = sibling_columns(view, segment, panel, total);
  std::vector<int> right, left;
  for (const int col : siblings) (col > total ? right : left).push_back(col);
  // A sibling total ends a run: 合计 a b 合计 c d.
  const auto is_total = [&](int col) { return is_total_label(view.header_leaf(segment, col)); };
  const auto run = [&is_total](std::vector<int> columns) {
    const auto stop = std::find_if(columns.begin(), columns.end(), is_total);
    if (stop != columns.begin()) columns.erase(stop, columns.end());
    return columns;
  };
  std::reverse(left.begin(), left.end());
  std::vector<Relations> guesses;
  const Strength strength = weak ? Strength::soft : Strength::hard;
  for (const std::vector<int>& parts : {run(right), run(left), right, left, siblings}) {
    Relations guess = row_relations(view, segment, total, parts, strength);
    if (!guess.empty()) guesses.push_back(std::move(guess));
  }
  if (guesses.empty()) return;
  Relations& best = guesses[best_guess(guesses, document.figures)];
  const Tally t = tally(best, document.figures);
  if (weak ? t.holds >= kWeakWordRows && t.holds >= 4 * t.fails : stands(t)) {
    relations.insert(relations.end(), best.begin(), best.end());
  }
}

// True where a column prints something, a figure or a dash, in most rows that have a figure in
// `total`.
bool is_printed_throughout(const TableView& view, const Segment& segment, int col, int total) {
  int printed = 0, rows = 0;
  for (int row = segment.body_begin; row < segment.body_end; ++row) {
    if (!view.has_figure(row, total)) continue;
    ++rows;
    printed += view.begins(row, col) && !view.cell(row, col).text.empty();
  }
  return 2 * printed > rows;
}

// A last column that no word calls a total (UK GAAP | Effect of transition | FRS 102).
void sums_of_last_column(const DocumentView& document, const TableView& view,
                         const Segment& segment, const Panel& panel, Relations& relations) {
  std::vector<int> parts(panel.figures.begin(), panel.figures.end() - 1);
  if (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), [&](int col) {
        return is_printed_throughout(view, segment, col, panel.figures.back());
      })) {
    return;
  }
  const Relations found = row_relations(view, segment, panel.figures.back(), parts, Strength::soft);
  double chance = 1;
  for (const Relation& relation : found) {
    if (holds(relation, document.figures).value_or(false)) {
      chance *= chance_of_holding(relation, document.figures);
    }
  }
  const Tally t = tally(found, document.figures);
  if (t.holds >= kWeakWordRows && t.holds >= 4 * t.fails && chance < kMaxChance) {
    relations.insert(relations.end(), found.begin(), found.end());
  }
}

}  // namespace

void find_row_sums(const DocumentView& document, Relations& relations) {
  for (const TableView& view : document.views) {
    for (const Segment& segment : view.segments()) {
      if (segment.body_begin == segment.header_begin) continue;
      for (const Panel& panel : segment.panels) {
        const bool named = std::any_of(panel.figures.begin(), panel.figures.end(), [&](int col) {
          return is_total_label(view.header_leaf(segment, col));
        });
        if (!named && segment.panels.size() == 1) {
          sums_of_last_column(document, view, segment, panel, relations);
        }
        for (const int col : panel.figures) {
          const std::string leaf = view.header_leaf(segment, col);
          const bool weak = leaf == "金额" && panel.figures.size() >= 3;
          if (weak || is_total_label(leaf)) {
            sums_of_total_column(document, view, segment, panel, col, weak, relations);
          }
        }
      }
    }
  }
}

}  // namespace crossfoot
