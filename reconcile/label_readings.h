// Labels that were read with doubt, settled by what is known about them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reconcile/table.h"

namespace crossfoot {

// What a document may print: a budget item, a heading. `code` is "" where it has none.
struct LexiconTerm {
  std::string code;
  std::string text;

  bool operator==(const LexiconTerm&) const = default;
};

// One term a line, optionally its code and a tab before it; blank lines do not count.
std::vector<LexiconTerm> parse_lexicon(std::string_view text);

// Labels of doubtful confidence become the term they are nearest to, where only one is near; the
// raw reading goes to `read_as`, the reason to `why`. Labels that were read surely, figures, and
// texts that are a term already stay. Returns how many were changed. O(labels x terms).
int apply_lexicon(const std::vector<LexiconTerm>& terms, TableDocument& document);

// The same with what the document says itself: the labels that stand beside one code in several
// places are one label, and a doubtful reading gives way to readings that outweigh it.
int agree_on_labels(TableDocument& document);

}  // namespace crossfoot
