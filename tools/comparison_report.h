// What a comparison writes.
#pragma once

#include <string>
#include <vector>

#include "tools/compare/compare.h"
#include "tools/command_options.h"

namespace crossfoot {

struct ComparedDocument {
  std::string name;
  TableDocument expected, actual;
  Comparison comparison;
};

// For people: each table that differs, its differences one a line, then the summary figures. Rows
// and columns count from 1. Colours (ANSI) when asked for.
std::string comparison_to_text(const std::vector<ComparedDocument>& documents, bool colour);

// crossfoot.comparison/1: the same with rows and columns from 0, the summary of each document and
// of all.
std::string comparison_to_json(const std::vector<ComparedDocument>& documents);

// JUnit XML: a test suite for each document, a test case for each table; what CI servers show.
std::string comparison_to_junit(const std::vector<ComparedDocument>& documents);

// One file without scripts: the tables that differ, what was lost struck out in red, what was added
// in green.
std::string comparison_to_html(const std::vector<ComparedDocument>& documents);

std::string comparison_report(const std::vector<ComparedDocument>& documents, OutputFormat format,
                              bool colour);

bool is_equal(const std::vector<ComparedDocument>& documents);
Agreement agreement_of(const std::vector<ComparedDocument>& documents);

// The table's heading, of the expected table where there is one: "部门收入总表 (元), page 3".
std::string heading_of(const TableComparison& tables, const ComparedDocument& document);
// A difference as one line: "row 7, 210 卫生健康支出 / 合计: 5.00 -> 6.00 (+1.00)".
std::string sentence_for(const Difference& difference, const TableComparison& tables,
                         const ComparedDocument& document);
// "cells 99.2 %, amounts 98.9 %, …", in one line.
std::string summary_line(const Agreement& agreement);

}  // namespace crossfoot
