// JUnit XML in the form that Jenkins, GitLab and GitHub's actions read: testsuites > testsuite >
// testcase > failure. A table that nobody expected is a failed case too.
#include "tools/comparison_report.h"
#include "tools/markup.h"

namespace crossfoot {
namespace {

std::string failure(const TableComparison& tables, const ComparedDocument& document) {
  std::string message, body;
  if (tables.is_lost()) {
    message = "the table is lost";
  } else if (tables.is_added()) {
    message = "nobody expected this table";
  } else {
    message = std::to_string(tables.differences.size()) +
              (tables.differences.size() == 1 ? " difference" : " differences");
    for (const Difference& difference : tables.differences) {
      body += sentence_for(difference, tables, document) + "\n";
    }
  }
  return "    <failure message=\"" + escaped(message) + "\">" + escaped(body) + "</failure>\n";
}

std::string suite(const ComparedDocument& document) {
  std::string cases;
  std::size_t failures = 0;
  for (const TableComparison& tables : document.comparison.tables) {
    const std::string open = "   <testcase classname=\"" + escaped(document.name) + "\" name=\"" +
                             escaped(heading_of(tables, document)) + "\"";
    if (tables.is_equal()) {
      cases += open + "/>\n";
      continue;
    }
    ++failures;
    cases += open + ">\n" + failure(tables, document) + "   </testcase>\n";
  }
  return "  <testsuite name=\"" + escaped(document.name) + "\" tests=\"" +
         std::to_string(document.comparison.tables.size()) + "\" failures=\"" +
         std::to_string(failures) + "\" errors=\"0\">\n" + cases + "   <system-out>" +
         summary_line(document.comparison.agreement) + "</system-out>\n  </testsuite>\n";
}

}  // namespace

std::string comparison_to_junit(const std::vector<ComparedDocument>& documents) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
  for (const ComparedDocument& document : documents) out += suite(document);
  return out + "</testsuites>\n";
}

}  // namespace crossfoot
