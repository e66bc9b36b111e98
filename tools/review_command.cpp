// input -> tables and pictures of its pages -> what arithmetic says of them -> one HTML file
#include "tools/review_command.h"

#include <map>

#include "extract/page_image.h"
#include "reconcile/check.h"
#include "tools/each_input.h"
#include "tools/read_tables.h"
#include "tools/review_page.h"

namespace crossfoot {

void run_review(const CommandOptions& options, Console& console) {
  // A hundred pages of this size are, in base64, 20 MB; their cells take a few more.
  constexpr std::size_t kMostBytesOfAPage = 150'000;
  for_each_input(options, console, [&](const Input& input, const OutputTarget& target) {
    std::map<int, std::string> jpegs;
    const auto take_picture = [&](const PageContent& page) {
      jpegs[page.number] = page_jpeg(page.raster, kMostBytesOfAPage);
    };
    auto document = read_tables(input.path, options, console, {.page = take_picture, .trace = {}});
    if (!document) return;
    const CheckResult result = check(std::move(*document), {.repair = options.repair});
    target.write(input.stem + ".review.html", review_page(result, jpegs), console);
  });
}

}  // namespace crossfoot
