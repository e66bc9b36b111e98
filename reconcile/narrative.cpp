// Sentences against themselves and against the tables.
//
//     支出预算515.19万元，其中：基本支出345.19万元，占67%；项目支出170万元，占33%。
//         515.19 = 345.19 + 170      67 % = 345.19 / 515.19      33 % = 170 / 515.19
//     运行经费38.02万元，比2022年预算增加4.92万元，增长14.87%。
//         14.87 % = 4.92 / (38.02 - 4.92)                        fails: 14.86
//     卫生健康支出447.76万元                                       = 卫生健康支出 of a table
//
// A growth belongs to the change right before it and the last level that is no reason for something
// else; a share to the last level and a whole stated before it. Where the words leave several
// wholes or several counts of parts, the first reading that holds is taken. That finds what is
// right; what is wrong is claimed only where one reading is left: a growth always, a share after
// 其中, a sum of parts when it misses by a single digit in one place, as a slip does and a part
// left out does not.
//
// A level is compared with a table figure whose label its own words contain, the longest such
// label; units are the text's. All figures of that label must disagree to be reported.
//
// Cao, Liu, Li, Luo, "Towards automatic numerical cross-checking: exploiting formulas from text",
// WWW 2018, learn such readings; here a few patterns of an official style suffice.
#include <algorithm>
#include <map>

#include "reconcile/evaluate.h"
#include "reconcile/evidence.h"
#include "reconcile/infer_relations.h"
#include "reconcile/item_rows.h"
#include "reconcile/mentions.h"
#include "reconcile/row_marks.h"
#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

constexpr std::size_t kMaxParts = 12;
// Paragraphs back that may state the whole of a share.
constexpr int kWholesBack = 3;
// Significant digits from which a level is looked up in the tables: 0, 7 and 10 are everywhere.
constexpr int kMinDigits = 3;

using Mentions = std::vector<Mention>;

bool is_level(const Mention& mention) {
  return mention.role == Role::level && !mention.in_reason && mention.quantity.amount.units != 0;
}

Relation relation_of(const Mention& target, Form form, Strength strength, const char* reason) {
  return {RelationKind::narrative, strength, form, target.where, {}, reason};
}

// The relation of a growth with its change and a level, the figure after the change.
Relation growth_relation(const Mention& growth, const Mention& change, const Mention& level) {
  Relation relation = relation_of(growth, Form::ratio, Strength::hard, "growth in the text");
  relation.terms = {
      {change.where, 1, false}, {level.where, 1, true}, {change.where, -change.sign, true}};
  return relation;
}

void find_growths(const Mentions& mentions, const Figures& figures, Relations& relations) {
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const Mention& growth = mentions[i];
    const Mention& change = mentions[i - 1];
    if (growth.role != Role::growth || change.role != Role::change || change.in_reason ||
        growth.sentence != change.sentence || change.quantity.amount.units == 0) {
      continue;
    }
    std::optional<Relation> nearest;
    bool found = false;
    for (std::size_t k = i - 1; k-- > 0 && !found;) {
      if (!is_level(mentions[k])) continue;
      Relation relation = growth_relation(growth, change, mentions[k]);
      found = holds(relation, figures).value_or(false);
      const bool same_sentence = mentions[k].sentence == growth.sentence;
      if (found || (!nearest && same_sentence)) nearest = std::move(relation);
    }
    if (nearest) relations.push_back(std::move(*nearest));
  }
}

void find_shares(const Mentions& mentions, const Mentions& wholes_before, const Figures& figures,
                 Relations& relations) {
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    const Mention& share = mentions[i];
    const Mention& part = mentions[i - 1];
    if (share.role != Role::share || part.role != Role::level || !contains(share.label, "占") ||
        part.quantity.amount.units == 0) {
      continue;
    }
    std::vector<const Mention*> wholes;
    for (std::size_t k = i - 1; k-- > 0;) {
      if (is_level(mentions[k])) wholes.push_back(&mentions[k]);
    }
    for (auto it = wholes_before.rbegin(); it != wholes_before.rend(); ++it) wholes.push_back(&*it);
    for (const Mention* whole : wholes) {
      Relation relation = relation_of(share, Form::ratio, Strength::hard, "share in the text");
      relation.terms = {{part.where, 1, false}, {whole->where, 1, true}};
      if (!holds(relation, figures).value_or(false)) continue;
      relations.push_back(std::move(relation));
      break;
    }
  }
}

// True when the difference is one digit in one place: what a slip makes.
bool misses_by_one_digit(const Relation& relation, const Figures& figures) {
  const auto evaluation = evaluate(relation, figures);
  return evaluation && evaluation->difference &&
         significant_digits(evaluation->difference->units) == 1;
}

void find_parts(const Mentions& mentions, const Figures& figures, Relations& relations) {
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    if (!is_level(mentions[i])) continue;
    Relation relation = relation_of(mentions[i], Form::sum, Strength::soft, "parts in the text");
    std::optional<Relation> slip;
    bool listed = false;
    for (std::size_t k = i + 1; k < mentions.size() && relation.terms.size() < kMaxParts; ++k) {
      if (mentions[k].role != Role::level || mentions[k].in_reason) continue;
      const bool first = relation.terms.empty() && !listed;
      if (first && !mentions[k].after_of_which && !mentions[k].after_colon) break;
      if (!first && (mentions[k].after_of_which || mentions[k].after_colon)) break;
      listed = true;
      if (mentions[k].quantity.amount.units == 0) continue;
      relation.terms.push_back({mentions[k].where, 1, false});
      if (holds(relation, figures).value_or(false)) {
        relations.push_back(relation);
        slip.reset();
        break;
      }
      const bool last_of_sentence =
          k + 1 == mentions.size() || mentions[k + 1].sentence != mentions[k].sentence;
      if (relation.terms.size() >= 2 && last_of_sentence && !slip &&
          misses_by_one_digit(relation, figures)) {
        slip = relation;
      }
    }
    if (slip) relations.push_back(std::move(*slip));
  }
}

// 增加101.26万元，主要是基本支出增加123.96万元，项目支出减少22.70万元: the change is the sum of
// changes.
void find_changes(const Mentions& mentions, const Figures& figures, Relations& relations) {
  for (std::size_t i = 0; i + 2 < mentions.size(); ++i) {
    if (mentions[i].role != Role::change || mentions[i].in_reason) continue;
    Relation relation = relation_of(mentions[i], Form::sum, Strength::soft, "changes in the text");
    for (std::size_t k = i + 1; k < mentions.size(); ++k) {
      if (mentions[k].role != Role::change || !mentions[k].in_reason ||
          mentions[k].sentence != mentions[i].sentence) {
        break;
      }
      relation.terms.push_back({mentions[k].where, mentions[i].sign * mentions[k].sign, false});
    }
    if (relation.terms.size() >= 2 && holds(relation, figures).value_or(false)) {
      relations.push_back(std::move(relation));
    }
  }
}

// The figures of each label of the tables, sorted by label.
using ByLabel = std::map<std::string, std::vector<CellRef>>;

ByLabel figures_by_label(const std::vector<ItemColumn>& columns) {
  ByLabel by_label;
  for (const ItemColumn& column : columns) {
    for (const Item& item : column.items) {
      for (const std::string& key : item.keys) {
        if (starts_with(key, "l:")) by_label[key.substr(2)].push_back(item.figure);
        if (key == "total") by_label["total"].push_back(item.figure);
      }
    }
  }
  return by_label;
}

// The longest table label that stands in the words, "total" for 总计 and the like.
ByLabel::const_iterator label_in(const ByLabel& labels, const std::string& words) {
  const std::u32string signs = code_points(label_key(words));
  // The label nearest to the figure decides, so ends are tried from the right.
  for (std::size_t end = signs.size(); end >= 3; --end) {
    for (std::size_t begin = 0; begin + 3 <= end; ++begin) {
      const auto found = labels.find(utf8(std::u32string_view(signs).substr(begin, end - begin)));
      if (found != labels.end()) return found;
    }
  }
  for (const char* word :
       {"总计", "总数", "收入预算", "支出预算", "收入合计", "支出合计", "年初预算数"}) {
    if (contains(words, word)) return labels.find("total");
  }
  return labels.end();
}

void compare_with_tables(const Mentions& mentions, const ByLabel& labels, const Figures& figures,
                         Relations& relations) {
  for (const Mention& mention : mentions) {
    if (!is_level(mention) || significant_digits(mention.quantity.amount.units) < kMinDigits)
      continue;
    const auto found = label_in(labels, mention.label);
    if (found == labels.end()) continue;
    for (const CellRef& cell : found->second) {
      Relation relation = relation_of(mention, Form::sum, Strength::soft, "the text and a table");
      relation.terms = {{cell, 1, false}};
      if (!holds(relation, figures).value_or(false)) continue;
      relations.push_back(std::move(relation));
      break;
    }
  }
}

}  // namespace

void find_narrative(const DocumentView& document, Relations& relations) {
  const std::vector<Paragraph>& paragraphs = document.document.text;
  if (paragraphs.empty()) return;
  const ByLabel labels = figures_by_label(document.columns);
  std::vector<Mentions> wholes;  // levels that head their paragraph, of the paragraphs before
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const Mentions mentions = mentions_in(paragraphs[p].text, static_cast<int>(p));
    if (mentions.empty()) continue;
    for (const Mention& mention : mentions) document.figures.add(mention.where, mention.quantity);
    Mentions before;
    for (std::size_t k = wholes.size() > kWholesBack ? wholes.size() - kWholesBack : 0;
         k < wholes.size(); ++k) {
      before.insert(before.end(), wholes[k].begin(), wholes[k].end());
    }
    find_growths(mentions, document.figures, relations);
    find_shares(mentions, before, document.figures, relations);
    find_parts(mentions, document.figures, relations);
    find_changes(mentions, document.figures, relations);
    compare_with_tables(mentions, labels, document.figures, relations);
    const auto head = std::find_if(mentions.begin(), mentions.end(), is_level);
    if (head != mentions.end()) wholes.push_back({*head});
  }
}

}  // namespace crossfoot
