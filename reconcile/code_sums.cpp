// Sums over codes: 208 = 20805 + 20807, 20805 = 2080505 + 2080506.
//
// A coded row's parent is the nearest row above whose code is a proper prefix of its own. Rows
// without a code head what follows (合计, a blank line, the name of a unit, a class of
// expenditure): a run of k such rows before codes opens the k innermost levels, so that
//
//     合计            level 0   = blank
//     (blank)         level 1   = unit
//     unit            level 2   = a + b
//     class a         level 3   = its codes
//       2101101
//     class b         level 3   = its codes
//       2101502
//
// needs no indentation to be understood. A code of another family (320001 above 301, 302) names a
// unit: it heads as well. Total rows below the codes sum the roots, over all panels that their
// label spans (公用经费合计).
//
// Code rows are believed from the codes alone; headings must be borne out by the figures of the
// table. Cost: linear in the slots. Fails where a code was misread: its row then hangs in the wrong
// place, and the sums around it fail and say so.
#include <algorithm>
#include <map>

#include "reconcile/column_sum.h"
#include "reconcile/evidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/row_codes.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

struct Node {
  PanelRow row;
  std::string code;    // "" for a heading
  bool total = false;  // its label is a total word
  bool heading = false;
  int parent = -1;  // index of the code row above that it is part of
  std::vector<int> children;
};

bool has_any_figure(const TableView& view, int row, const Panel& panel) {
  return std::any_of(panel.figures.begin(), panel.figures.end(),
                     [&](int col) { return view.has_figure(row, col); });
}

std::vector<Node> code_tree(const TableView& view, const Segment& segment, const Panel& panel) {
  const std::vector<PanelRow> rows = panel_rows(view, segment, panel);
  const std::vector<std::string> codes = row_codes(view, segment, panel, rows);
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (codes[i].empty() && (rows[i].continues || !has_any_figure(view, rows[i].row, panel)))
      continue;
    nodes.push_back({rows[i], codes[i], is_total_label(rows[i].label), codes[i].empty(), -1, {}});
  }
  std::vector<int> open;
  for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
    Node& node = nodes[static_cast<std::size_t>(i)];
    if (node.heading) continue;
    while (!open.empty()) {
      const std::string& code = nodes[static_cast<std::size_t>(open.back())].code;
      if (code.size() < node.code.size() && starts_with(node.code, code)) break;
      open.pop_back();
    }
    if (!open.empty()) {
      node.parent = open.back();
      nodes[static_cast<std::size_t>(open.back())].children.push_back(i);
    }
    open.push_back(i);
  }
  // A root of another length than the roots that have children names a unit, not an item.
  std::map<std::size_t, int> family;
  for (const Node& node : nodes) {
    if (!node.heading && node.parent < 0 && !node.children.empty()) ++family[node.code.size()];
  }
  if (!family.empty()) {
    const std::size_t length =
        std::max_element(family.begin(), family.end(), [](const auto& a, const auto& b) {
          return a.second < b.second;
        })->first;
    for (Node& node : nodes) {
      if (!node.heading && node.parent < 0 && node.children.empty() && node.code.size() > length) {
        node.heading = true;
      }
    }
  }
  return nodes;
}

std::vector<int> rows_of(const std::vector<Node>& nodes, const std::vector<int>& indices) {
  std::vector<int> rows;
  for (const int i : indices) rows.push_back(nodes[static_cast<std::size_t>(i)].row.row);
  return rows;
}

std::string code_reason(const Node& node, const std::vector<Node>& nodes) {
  std::string reason = node.code + " = ";
  for (std::size_t k = 0; k < node.children.size(); ++k) {
    if (k == 4 && node.children.size() > 5) {
      return reason + " + … (" + std::to_string(node.children.size()) + " codes)";
    }
    reason += (k ? " + " : "") + nodes[static_cast<std::size_t>(node.children[k])].code;
  }
  return reason;
}

// The rows under a code that have no codes under them, or its own.
void add_leaves(const std::vector<Node>& nodes, int at, std::vector<int>& rows) {
  const Node& node = nodes[static_cast<std::size_t>(at)];
  if (node.children.empty()) rows.push_back(node.row.row);
  for (const int child : node.children) add_leaves(nodes, child, rows);
}

// The levels that headings open above the codes; see the head of the file.
struct Level {
  int node = -1;
  std::vector<int> members;
};

std::vector<Level> heading_levels(const std::vector<Node>& nodes, std::size_t last_code) {
  std::vector<Level> levels, open;
  int deepest = 0;
  std::size_t i = 0;
  while (i <= last_code) {
    std::size_t run = i;
    while (run <= last_code && nodes[run].heading) ++run;
    const int length = static_cast<int>(run - i);
    if (length > 0) {
      deepest = std::max(deepest, length);
      const int keep = std::max(0, std::min(deepest - length, static_cast<int>(open.size())));
      while (static_cast<int>(open.size()) > keep) {
        levels.push_back(open.back());
        open.pop_back();
      }
      for (; i < run; ++i) {
        if (!open.empty()) open.back().members.push_back(static_cast<int>(i));
        open.push_back({static_cast<int>(i), {}});
      }
    } else {
      if (nodes[i].parent < 0 && !open.empty()) open.back().members.push_back(static_cast<int>(i));
      ++i;
    }
  }
  levels.insert(levels.end(), open.rbegin(), open.rend());
  return levels;
}

// A heading's figure bypasses the levels under it: it is the sum of the codes that nothing breaks
// down, and where each level has one member, the figure of any of them. These say which level errs.
Relations sums_across_levels(const TableView& view, const Panel& panel,
                             const std::vector<Node>& nodes, const std::vector<Level>& levels) {
  Relations out;
  const auto members_of = [&levels](int node) -> const std::vector<int>* {
    for (const Level& level : levels) {
      if (level.node == node) return &level.members;
    }
    return nullptr;
  };
  for (const Level& level : levels) {
    const Node& node = nodes[static_cast<std::size_t>(level.node)];
    std::vector<int> rows;
    bool deeper = false;
    if (level.members.size() == 1) {
      if (const std::vector<int>* next = members_of(level.members[0]); next && next->size() == 1) {
        rows = rows_of(nodes, *next);
        deeper = true;
      }
    }
    for (std::size_t k = 0; !deeper && k < level.members.size(); ++k) {
      if (nodes[static_cast<std::size_t>(level.members[k])].heading) {
        rows.clear();
        break;
      }
      add_leaves(nodes, level.members[k], rows);
    }
    if (rows.size() <= level.members.size() && !deeper) continue;
    const Relations sums =
        column_relations(view, panel.figures, node.row.row, added(rows), RelationKind::column_sum,
                         Strength::hard, "the sum across the levels in between");
    out.insert(out.end(), sums.begin(), sums.end());
  }
  return out;
}

// Roots of the panels that a total row's label spans, this one included.
struct PanelRoots {
  const Panel* panel = nullptr;
  std::vector<int> rows;
};

Relations spanning_total(const TableView& view, const Node& node, const Panel& panel,
                         const std::vector<PanelRoots>& roots, int label_first_col) {
  Relations out;
  for (const int col : panel.figures) {
    if (!view.has_figure(node.row.row, col)) continue;
    Relation relation{
        RelationKind::column_sum, Strength::hard, Form::sum, view.ref(node.row.row, col), {}, ""};
    for (const PanelRoots& spanned : roots) {
      if (spanned.panel->last_col < label_first_col) continue;
      // Its own panel is added column by column, an earlier one by its only figure column.
      const bool own = spanned.panel == &panel;
      if (!own && spanned.panel->figures.size() != 1) continue;
      const int from = own ? col : spanned.panel->figures.front();
      for (const int row : spanned.rows) {
        if (view.has_figure(row, from)) relation.terms.push_back({view.ref(row, from), 1, false});
      }
    }
    relation.reason = node.row.label + " is the sum of the items above";
    if (!relation.terms.empty()) out.push_back(std::move(relation));
  }
  return out;
}

void sums_of_panel(const DocumentView& document, const TableView& view, const Segment& segment,
                   const Panel& panel, std::vector<PanelRoots>& roots_so_far,
                   Relations& relations) {
  const std::vector<Node> nodes = code_tree(view, segment, panel);
  std::size_t last_code = nodes.size();
  std::vector<int> roots;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].heading) continue;
    last_code = i;
    if (nodes[i].parent < 0) roots.push_back(nodes[i].row.row);
  }
  if (last_code == nodes.size()) return;
  roots_so_far.push_back({&panel, roots});

  for (const Node& node : nodes) {
    if (node.heading || node.children.empty()) continue;
    const Relations sums =
        column_relations(view, panel.figures, node.row.row, added(rows_of(nodes, node.children)),
                         RelationKind::hierarchy, Strength::hard, code_reason(node, nodes));
    relations.insert(relations.end(), sums.begin(), sums.end());
  }

  Relations certain, guessed;
  const std::vector<Level> levels = heading_levels(nodes, last_code);
  for (const Level& level : levels) {
    const Node& node = nodes[static_cast<std::size_t>(level.node)];
    const std::string name = node.row.label.empty() ? "the line without a label" : node.row.label;
    Relations sums = column_relations(
        view, panel.figures, node.row.row, added(rows_of(nodes, level.members)),
        node.total ? RelationKind::column_sum : RelationKind::hierarchy, Strength::hard,
        name + " heads " + std::to_string(level.members.size()) + " items");
    Relations& side = node.total ? certain : guessed;
    side.insert(side.end(), sums.begin(), sums.end());
  }
  const Relations across = sums_across_levels(view, panel, nodes, levels);
  for (std::size_t i = last_code + 1; i < nodes.size(); ++i) {
    if (!nodes[i].total) continue;
    const int first_col = view.cell(nodes[i].row.row, panel.first_col).col;
    Relations sums = spanning_total(view, nodes[i], panel, roots_so_far, first_col);
    certain.insert(certain.end(), sums.begin(), sums.end());
  }
  if (is_borne_out(tally(guessed, document.figures)))
    relations.insert(relations.end(), guessed.begin(), guessed.end());
  if (stands(tally(certain, document.figures))) {
    relations.insert(relations.end(), certain.begin(), certain.end());
  }
  if (is_borne_out(tally(across, document.figures))) {
    relations.insert(relations.end(), across.begin(), across.end());
  }
}

}  // namespace

void find_code_sums(const DocumentView& document, Relations& relations) {
  for (const TableView& view : document.views) {
    for (const Segment& segment : view.segments()) {
      std::vector<PanelRoots> roots;
      for (const Panel& panel : segment.panels) {
        sums_of_panel(document, view, segment, panel, roots, relations);
      }
    }
  }
}

}  // namespace crossfoot
