#include "tools/command_reference.h"

#include <vector>

#include "tools/subcommand.h"

namespace crossfoot {
namespace {

// Text of a manual page: backslashes and leading dots mean something to troff, and a plain "-" may
// be printed as a hyphen that nobody can copy.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
    if (c == '-' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

// "-o, --output FILE|DIR"
std::string synopsis_of(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) names += "-" + name + ", ";
  for (const std::string& name : option.get_lnames()) names += "--" + name + ", ";
  names.resize(names.size() - 2);
  const std::string value = option.get_items_expected_max() > 0 ? option.get_type_name() : "";
  return value.empty() ? names : names + " " + value;
}

std::string options_section(const CLI::App& app) {
  std::string operands, options;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      operands +=
          ".TP\n.I " + roff(option->get_name(true)) + "\n" + roff(option->get_description()) + "\n";
      continue;
    }
    options += ".TP\n.B " + roff(synopsis_of(*option)) + "\n" + roff(option->get_description());
    if (!option->get_default_str().empty()) {
      options += roff(" (default: " + option->get_default_str() + ")");
    }
    options += "\n";
  }
  return (operands.empty() ? "" : ".SH OPERANDS\n" + operands) + ".SH OPTIONS\n" + options;
}

// The part of a help text after its options, as it stands: examples and the exit status.
std::string footer_section(const CLI::App& app) {
  return ".SH EXAMPLES AND EXIT STATUS\n.nf\n" + roff(app.get_footer()) + "\n.fi\n";
}

std::string page(const std::string& name, const CLI::App& app, const std::string& synopsis,
                 const std::string& see_also) {
  return ".TH " + roff(name) + " 1 \"\" \"crossfoot " CROSSFOOT_VERSION "\" \"User commands\"\n" +
         ".SH NAME\n" + roff(name) + " \\- " + roff(app.get_description()) + "\n.SH SYNOPSIS\n.B " +
         roff(synopsis) + "\n" + options_section(app) + footer_section(app) + ".SH SEE ALSO\n" +
         roff(see_also) + "\n";
}

std::string words_of(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

// "text|csv" names the words that an option takes, "FILE" does not.
bool names_words(const std::string& type) {
  return !type.empty() && type.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos;
}

std::string completion_of(const CLI::App& command) {
  std::vector<std::string> names;
  std::string cases;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
      std::string words = option->get_type_name();
      if (!names_words(words)) continue;
      for (char& c : words) c = c == '|' ? ' ' : c;
      cases += "      " + command.get_name() + ",--" + name + ") words='" + words + "' ;;\n";
    }
  }
  return cases + "      " + command.get_name() + ",*) options='" + words_of(names) + "' ;;\n";
}

}  // namespace

std::map<std::string, std::string> manual_pages() {
  CommandLine line;
  std::map<std::string, std::string> pages;
  std::string commands;
  for (const Subcommand* subcommand : subcommands()) {
    const std::string name = std::string("crossfoot-") + subcommand->name;
    commands += (commands.empty() ? "" : ", ") + name + "(1)";
  }
  pages["crossfoot.1"] = page("crossfoot", line.app, "crossfoot COMMAND [OPTIONS] ...", commands);
  for (const CLI::App* command : line.app.get_subcommands({})) {
    const std::string name = "crossfoot-" + command->get_name();
    std::string synopsis = "crossfoot " + command->get_name() + " [OPTIONS]";
    for (const CLI::Option* option : command->get_options()) {
      if (option->get_positional()) synopsis += " " + option->get_name(true);
    }
    pages[name + ".1"] = page(name, *command, synopsis, "crossfoot(1)");
  }
  return pages;
}

std::string bash_completion() {
  CommandLine line;
  std::vector<std::string> names;
  std::string cases;
  for (const CLI::App* command : line.app.get_subcommands({})) {
    names.push_back(command->get_name());
    cases += completion_of(*command);
  }
  return "# bash completion for crossfoot\n"
         "_crossfoot() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  local command=${COMP_WORDS[1]} words='' options=''\n"
         "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
         "    words='" +
         words_of(names) +
         " --help --version'\n"
         "  else\n"
         "    case $command,$previous in\n" +
         cases +
         "    esac\n"
         "    case $current in -*) words=$options ;; esac\n"
         "  fi\n"
         "  if [ -n \"$words\" ]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
         "  else\n"
         "    mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _crossfoot crossfoot\n";
}

}  // namespace crossfoot
