// What the words at the head of a row or column say of its place in a sum.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// An enumerator in front of a label: 一、 is depth 1, (一) 2, 1. 3, (1) 4, ① 5; 0 without one.
struct Enumerator {
  int depth = 0;
  std::string rest;  // the folded label after it
};
Enumerator split_enumerator(std::string_view folded_label);

// 合计 小计 总计 总数 总额 共计, "total …", also with one of the two signs misread. The label is
// folded; an enumerator, a trailing colon and a trailing bracket do not matter.
bool is_total_label(std::string_view folded_label);

// 其中：… "of which …": a part that need not exhaust the whole.
bool is_of_which_label(std::string_view folded_label);

// A header over the units of its rows: 计量单位, 度量单位.
bool is_unit_header(std::string_view folded_label);

// A label as a key for finding the same item elsewhere: without enumerator, leading code, 其中,
// total colon, brackets and punctuation.
std::string label_key(std::string_view label);

}  // namespace crossfoot
