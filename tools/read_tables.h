// One input of a command as tables, whatever kind of file it is.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "extract/extract.h"
#include "reconcile/table.h"
#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// Who looks on while a document is read; called from one thread at a time, either may be empty.
struct PageWatch {
  std::function<void(const PageContent&)> page;  // sees each page that was loaded
  std::function<void(const PageTrace&)> trace;   // sees what the stages saw on each that was read
};

// Reads a document, or tables that were extracted before. What goes wrong is said on the console: a
// page that cannot be read, or that the document does not have, costs that page alone; nothing
// comes back only where there is nothing to go on with. Shows progress. Corrections are applied.
std::optional<TableDocument> read_tables(const std::string& input, const CommandOptions& options,
                                         Console& console,
                                         const PageWatch& watch = {});
// The same of bytes that have been read.
std::optional<TableDocument> read_tables(const DocumentBytes& input, const CommandOptions& options,
                                         Console& console,
                                         const PageWatch& watch = {});

}  // namespace crossfoot
