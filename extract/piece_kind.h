// What kind of text stands in a piece of a line: what tells columns of figures from prose.
#pragma once

#include <string>

namespace crossfoot {

enum class PieceKind {
  figure,  // 1,204  (35)  12.5%  £5  379,863,586*
  nil,     // a dash, "..", nil, n/a: stands where a figure would
  year,    // 2019  2019/20: heads columns as often as it is a figure
  unit,    // £  £'000  %  万元
  mark,    // a bullet, a footnote mark, an enumerator: (1)  a)  iv.  *
  text,
};

PieceKind piece_kind(const std::string& text);

// Stands in a column of figures.
inline bool is_figure(PieceKind kind) { return kind == PieceKind::figure || kind == PieceKind::nil; }

// Code points, white space not counted.
int printed_length(const std::string& text);

}  // namespace crossfoot
