// One input of a command as tables, whatever kind of file it is.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "extract/document.h"
#include "reconcile/table.h"
#include "tools/command_options.h"
#include "tools/console.h"

namespace crossfoot {

// Reads a document, or tables that were extracted before. What goes wrong is said on the console: a
// page that cannot be read, or that the document does not have, costs that page alone; nothing
// comes back only where there is nothing to go on with. Shows progress. Corrections are applied.
// `page`, if given, sees each page of a document that was loaded.
std::optional<TableDocument> read_tables(const std::string& input, const CommandOptions& options,
                                         Console& console,
                                         const std::function<void(const PageContent&)>& page = {});
// The same of bytes that have been read.
std::optional<TableDocument> read_tables(const DocumentBytes& input, const CommandOptions& options,
                                         Console& console,
                                         const std::function<void(const PageContent&)>& page = {});

}  // namespace crossfoot
