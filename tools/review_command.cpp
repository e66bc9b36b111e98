// input -> tables and pictures of its pages -> what arithmetic says of them -> one HTML file
#include "tools/review_command.h"

#include <map>

#include "reconcile/check.h"
#include "tools/each_input.h"
#include "tools/read_tables.h"
#include "tools/review_page.h"

namespace crossfoot {

void run_review(const CommandOptions& options, Console& console) {
  // A hundred pages of this size are, in base64, 20 MB; their cells take a few more.
  constexpr std::size_t kMostBytesOfAPage = 150'000;
  TableReader reader(options, console);
  for_each_input(options, console, [&](const Input& input, const OutputTarget& target) {
    std::map<int, std::string> jpegs;
    const auto take = [&](PagePictures page) { jpegs[page.page] = std::move(page.jpeg); };
    auto document = reader.read(
        input.path, {.pictures = {.most_jpeg_bytes = kMostBytesOfAPage}, .take = take});
    if (!document) return;
    const CheckResult result = check(std::move(*document), {.repair = options.repair});
    target.write(input.stem + ".review.html", review_page(result, jpegs), console);
  });
}

}  // namespace crossfoot
