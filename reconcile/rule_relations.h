// Between a user's rules and the relations of a document.
#pragma once

#include <string>
#include <vector>

#include "reconcile/check.h"
#include "reconcile/infer_relations.h"
#include "reconcile/rules.h"

namespace crossfoot {

// Appends a relation for each rule whose figures the document has; for each of the others one line
// to `missing` that says which figure was not found. O(rules x figures).
void apply_rules(const std::vector<Rule>& rules, const DocumentView& document, Relations& relations,
                 std::vector<std::string>& missing);

// The hard sums and the ratios of a checked document that hold, as rules by which next year's
// document can be checked. Relations whose figures the words of a rule do not tell apart are left out.
std::vector<Rule> suggest_rules(const CheckResult& result);

}  // namespace crossfoot
