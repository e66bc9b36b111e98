#include "tools/markup.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Escaped, NothingStaysMarkup) {
  EXPECT_EQ(escaped("<script>a && \"b\" 'c'</script>"),
            "&lt;script&gt;a &amp;&amp; &quot;b&quot; &#39;c&#39;&lt;/script&gt;");
  EXPECT_EQ(escaped("收入 1,234.00"), "收入 1,234.00");
}

TEST(Escaped, WhatXmlCannotHoldIsReplaced) {
  EXPECT_EQ(escaped(std::string_view("a\0b\x1b\xff", 5)), "a\uFFFDb\uFFFD\uFFFD");
  EXPECT_EQ(escaped("a\tb\n"), "a\tb\n");
}

}  // namespace
}  // namespace crossfoot
