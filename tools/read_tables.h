// One input of a command as tables, whatever kind of file it is.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "extract/extract.h"
#include "extract/page_workers.h"
#include "reconcile/table.h"
#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// Who looks at the pages while a document is read.
struct PageWatch {
  PictureOptions pictures;
  std::function<void(PagePictures)> take;  // called for each page that was read; may be empty
};

// Reads the inputs of a command, one after the other, with one set of worker processes.
class TableReader {
 public:
  // Both must outlive the reader.
  TableReader(const CommandOptions& options, Console& console);

  // Reads a document, or tables that were extracted before. What goes wrong is said on the console:
  // a page that cannot be read, or that the document does not have, costs that page alone; nothing
  // comes back only where there is nothing to go on with. Shows progress. Corrections are applied.
  std::optional<TableDocument> read(const std::string& input, const PageWatch& watch = {});
  // The same of bytes that have been read.
  std::optional<TableDocument> read(const DocumentBytes& input, const PageWatch& watch = {});

 private:
  Result<std::optional<TableDocument>> tables_of(const DocumentBytes& input,
                                                 const PageWatch& watch);
  Result<std::optional<TableDocument>> extracted(const DocumentBytes& input,
                                                 const PageWatch& watch);

  const CommandOptions& options_;
  Console& console_;
  PageWorkers workers_;
};

}  // namespace crossfoot
