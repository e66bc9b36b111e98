// input -> tables -> what arithmetic says of them -> notes, bookmarks and text behind the PDF
#include "tools/annotate_command.h"

#include "reconcile/check.h"
#include "tools/annotations.h"
#include "tools/each_input.h"
#include "tools/read_tables.h"

namespace crossfoot {

void run_annotate(const CommandOptions& options, Console& console) {
  TableReader reader(options, console);
  for_each_input(options, console, [&](const Input& input, const OutputTarget& target) {
    const auto bytes = read_input(input.path);
    if (!bytes) return console.fail(bytes.error());
    if (!is_pdf(*bytes.value().bytes)) {
      return console.fail({ErrorCode::usage, input.path, std::nullopt, "is no PDF",
                           "annotate writes into PDFs; review shows images too"});
    }
    auto document = reader.read(bytes.value());
    if (!document) return;
    const CheckResult result = check(std::move(*document), {.repair = options.repair});
    const PdfAdditions additions = annotations_of(result, options.text_layer);
    auto annotated = in_own_process(options.limits, [&] {
      return annotate_pdf(bytes.value(), options.password, additions);
    });
    if (!annotated) {
      Error error = annotated.error();
      error.file = input.path;
      return console.fail(error);
    }
    target.write(input.stem + ".annotated.pdf", *annotated, console);
  });
}

}  // namespace crossfoot
