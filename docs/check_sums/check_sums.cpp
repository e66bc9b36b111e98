// Prints what does not add up in a document: check_sums report.pdf
#include <cstdio>

#include "extract/extract.h"
#include "ocr/recognizer.h"
#include "reconcile/check.h"
#include "reconcile/describe.h"

int main(int argc, char** argv) {
  using namespace crossfoot;
  if (argc != 2) {
    std::fprintf(stderr, "usage: check_sums DOCUMENT\n");
    return 2;
  }
  const auto bytes = read_input(argv[1]);
  if (!bytes) {
    std::fprintf(stderr, "%s\n", bytes.error().to_string().c_str());
    return 3;
  }
  ExtractOptions options;
  options.jobs = 2;
  options.recognizer = recognizer_factory("chi_sim+eng");
  auto tables = extract_tables(bytes.value(), options);
  if (!tables) {
    std::fprintf(stderr, "%s\n", tables.error().to_string().c_str());
    return 3;
  }
  const CheckResult result = check(std::move(*tables));
  for (const Finding& finding : result.findings) {
    if (finding.holds) continue;
    const Place place = place_of(finding.relation.target, result.document);
    std::printf("page %d, %s: %s\n", place.page, place.table.c_str(), finding.message.c_str());
  }
  std::printf("%d of %d relations hold\n", result.summary.hold, result.summary.relations);
  return result.summary.fail == 0 ? 0 : 1;
}
