// `crossfoot compare`: known-good tables and others in, what differs out.
#pragma once

#include "tools/command_options.h"
#include "tools/comparison_report.h"
#include "tools/console.h"
#include "tools/known_good.h"

namespace crossfoot {

// The console receives the data, the messages and the exit code.
void run_compare(const CommandOptions& options, Console& console);

// One document of a comparison. Where one side comes from CSV both are compared flat.
ComparedDocument compared_document(const std::string& name, TableFile expected, TableFile actual,
                                   const CompareOptions& options);

}  // namespace crossfoot
