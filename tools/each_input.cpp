#include "tools/each_input.h"

#include <exception>

#include "tools/output_names.h"

namespace crossfoot {

void for_each_input(const CommandOptions& options, Console& console,
                    const std::function<void(const Input&, const OutputTarget&)>& work) {
  const auto target = OutputTarget::choose(options);
  if (!target) return console.fail(target.error());
  const std::vector<std::string> stems = output_stems(options.inputs);
  std::vector<std::string> failed;
  for (std::size_t i = 0; i < options.inputs.size() && !console.reader_gone(); ++i) {
    const Input input{options.inputs[i], stems[i]};
    const int failures_before = console.failures();
    try {
      work(input, *target);
    } catch (const std::exception& exception) {
      console.fail({ErrorCode::internal, input.path, std::nullopt,
                    std::string("a defect of crossfoot: ") + exception.what(),
                    "please report it with the document"});
    }
    if (console.failures() > failures_before) failed.push_back(input.path);
  }
  if (options.inputs.size() < 2 || failed.empty()) return;
  std::string names;
  for (const std::string& name : failed) names += (names.empty() ? "" : ", ") + name;
  console.note(std::to_string(failed.size()) + " of " + std::to_string(options.inputs.size()) +
               " inputs failed in whole or in part: " + names);
}

}  // namespace crossfoot
