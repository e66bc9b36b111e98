// What stands in the file; what it does in a browser is tested by review_test.py.
#include "tools/review_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tools/table_notation.h"

namespace crossfoot {
namespace {

using testing::HasSubstr;
using testing::Not;

CheckResult sample() {
  CheckResult result;
  result.document.source = "report.pdf";
  Page page;
  page.number = 1;
  result.document.pages = {page};
  result.document.tables = {table_of("</script><b> | 1 ?")};
  return result;
}

TEST(ReviewPage, IsOneFileWithItsPictures) {
  const std::string html = review_page(sample(), {{1, "foobar"}});
  EXPECT_THAT(html, HasSubstr("\"jpeg\":\"Zm9vYmFy\""));
  EXPECT_THAT(html, Not(HasSubstr("src=\"http")));
  EXPECT_THAT(html, Not(HasSubstr("url(")));
  EXPECT_THAT(html, HasSubstr("default-src 'none'"));
}

TEST(ReviewPage, NoTextEndsTheScriptElement) {
  const std::string html = review_page(sample(), {});
  EXPECT_THAT(html, HasSubstr("\\u003c/script>\\u003cb>"));
  EXPECT_THAT(html, Not(HasSubstr("</script><b>")));
}

}  // namespace
}  // namespace crossfoot
