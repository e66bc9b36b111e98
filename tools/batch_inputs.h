// What a batch is about: the documents in folders, behind patterns and in a manifest.
#pragma once

#include "tools/command_options.h"
#include "tools/console.h"
#include "tools/journal.h"

namespace crossfoot {

// Puts every input of the command line into the journal, whose order is by path and not that of a
// directory. A folder gives the documents in it and in its folders, by their endings (.pdf .png
// .jpg .jpeg .tif .tiff), hidden ones and what lies behind links to folders left out; a pattern
// (*, ?, [...]) gives what a shell would; a manifest a path a line, or lines of sha256sum, whose
// hashes are taken as they stand until the file is read. What gives nothing is said on the console.
// Memory: one path, and the depth of the folders.
void collect_inputs(const CommandOptions& options, Journal& journal, Console& console);

}  // namespace crossfoot
