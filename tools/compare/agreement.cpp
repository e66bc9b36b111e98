// Each expected cell is looked for at the place where its row and its column were aligned; what
// covers that place is its reading. An amount is right when the values are equal, a text when the
// comparable texts are.
#include "tools/compare/agreement.h"

#include <algorithm>
#include <iterator>

#include "tools/compare/adjacency.h"
#include "tools/compare/text_distance.h"
#include "tools/compare/tree_similarity.h"

namespace crossfoot {
namespace {

double of(long part, long whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

long common(const std::vector<Neighbours>& a, const std::vector<Neighbours>& b) {
  std::vector<Neighbours> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<long>(both.size());
}

// The actual cell at the place of an expected one, or -1.
int reading_of(const Cell& cell, const ComparedTable* actual, const TableAlignment* alignment) {
  if (actual == nullptr) return -1;
  const int row = alignment->rows[static_cast<std::size_t>(cell.row)];
  const int col = alignment->cols[static_cast<std::size_t>(cell.col)];
  return row < 0 || col < 0 ? -1 : actual->cell_at(row, col);
}

void count_cells(const ComparedTable& expected, const ComparedTable* actual,
                 const TableAlignment* alignment, const TextPool& pool, Agreement& agreement) {
  const auto& cells = expected.table().cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int text = expected.text_of(static_cast<int>(i));
    if (text == 0) continue;
    const int found = reading_of(cells[i], actual, alignment);
    const Cell* reading =
        found < 0 ? nullptr : &actual->table().cells[static_cast<std::size_t>(found)];
    const int read = found < 0 ? 0 : actual->text_of(found);
    agreement.spans_right += reading != nullptr && reading->row_span == cells[i].row_span &&
                             reading->col_span == cells[i].col_span;
    if (pool[text].number) {
      const bool right = pool[read].number == pool[text].number;
      const bool marked = reading != nullptr && reading->status == CellStatus::suspect;
      ++agreement.amounts;
      agreement.amounts_right += right;
      agreement.suspect += marked;
      agreement.silent += !right && !marked;
    } else {
      ++agreement.texts;
      agreement.texts_right += read == text;
      agreement.characters += static_cast<long>(pool[text].text.size());
      agreement.character_errors += edit_distance(pool[text].text, pool[read].text);
    }
  }
}

}  // namespace

Agreement& Agreement::operator+=(const Agreement& other) {
  for (const auto member :
       {&Agreement::amounts, &Agreement::amounts_right, &Agreement::suspect, &Agreement::silent,
        &Agreement::texts, &Agreement::texts_right, &Agreement::characters,
        &Agreement::character_errors, &Agreement::spans_right, &Agreement::expected_neighbours,
        &Agreement::actual_neighbours, &Agreement::common_neighbours, &Agreement::expected_tables,
        &Agreement::actual_tables, &Agreement::matched_tables}) {
    this->*member += other.*member;
  }
  tree_similarities += other.tree_similarities;
  return *this;
}

double Agreement::cell_accuracy() const { return of(amounts_right + texts_right, amounts + texts); }
double Agreement::amount_accuracy() const { return of(amounts_right, amounts); }
double Agreement::text_accuracy() const { return of(texts_right, texts); }
double Agreement::span_accuracy() const { return of(spans_right, amounts + texts); }
double Agreement::character_error_rate() const {
  return characters == 0 ? 0 : of(character_errors, characters);
}
double Agreement::silent_share() const { return amounts == 0 ? 0 : of(silent, amounts); }
double Agreement::suspect_share() const { return amounts == 0 ? 0 : of(suspect, amounts); }
double Agreement::adjacency_f1() const {
  return of(2 * common_neighbours, expected_neighbours + actual_neighbours);
}
double Agreement::detection_f1() const {
  return of(2 * matched_tables, expected_tables + actual_tables);
}
double Agreement::teds() const {
  return expected_tables == 0 ? 1 : tree_similarities / static_cast<double>(expected_tables);
}

Agreement agreement_of(const ComparedTable& expected, const ComparedTable* actual,
                       const TableAlignment* alignment, const TextPool& pool) {
  Agreement agreement;
  agreement.expected_tables = 1;
  count_cells(expected, actual, alignment, pool, agreement);
  const auto neighbours = neighbours_of(expected);
  agreement.expected_neighbours = static_cast<long>(neighbours.size());
  if (actual == nullptr) return agreement;
  const auto read = neighbours_of(*actual);
  agreement.matched_tables = agreement.actual_tables = 1;
  agreement.actual_neighbours = static_cast<long>(read.size());
  agreement.common_neighbours = common(neighbours, read);
  agreement.tree_similarities = tree_similarity(expected, *actual, alignment->rows, pool);
  return agreement;
}

Agreement agreement_of_added(const ComparedTable& actual) {
  Agreement agreement;
  agreement.actual_tables = 1;
  agreement.actual_neighbours = static_cast<long>(neighbours_of(actual).size());
  return agreement;
}

}  // namespace crossfoot
