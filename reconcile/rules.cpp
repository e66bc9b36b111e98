// The reader and writer of rule files.
//
// A recursive descent over code points, so that an error has a line and a column that an editor
// shows. Of TOML it reads comments, [[rule]] headers and keys with basic ("…", with \" \\ \n \t) or
// literal ('…') strings: all that rules need, in a tenth of a TOML library. Anything else is an
// error that says what was expected, never ignored: a misspelt key would otherwise be a rule not
// checked.
#include "reconcile/rules.h"

#include "reconcile/text_fold.h"

namespace crossfoot {

namespace {

class Reader {
 public:
  explicit Reader(std::u32string text) : text_(std::move(text)) {}

  std::vector<Rule> rules() {
    std::vector<Rule> rules;
    for (skip_lines(); at_ < text_.size(); skip_lines()) {
      if (peek() == U'[') {
        expect(U"[[rule]]", "[[rule]]");
        rules.emplace_back();
        checked_ = named_ = false;
      } else if (rules.empty()) {
        fail("expected [[rule]] before the first key");
      } else {
        read_key(rules.back());
      }
      end_of_line();
    }
    return rules;
  }

 private:
  [[noreturn]] void fail(const std::string& message) const { throw error_at(at_, message); }

  RuleError error_at(std::size_t place, const std::string& message) const {
    RuleError error{1, 1, message};
    for (std::size_t i = 0; i < place && i < text_.size(); ++i) {
      if (text_[i] == U'\n') {
        ++error.line;
        error.column = 1;
      } else {
        ++error.column;
      }
    }
    if (place >= text_.size()) error.message += ", but the file ends here";
    return error;
  }

  char32_t peek() const { return at_ < text_.size() ? text_[at_] : U'\0'; }
  void skip_spaces() {
    while (peek() == U' ' || peek() == U'\t' || peek() == U'\r' || peek() == U'　') ++at_;
  }
  void skip_comment() {
    if (peek() == U'#') {
      while (at_ < text_.size() && peek() != U'\n') ++at_;
    }
  }
  void skip_lines() {
    for (;;) {
      skip_spaces();
      skip_comment();
      if (peek() != U'\n' || at_ >= text_.size()) return;
      ++at_;
    }
  }
  void end_of_line() {
    skip_spaces();
    skip_comment();
    if (at_ < text_.size() && peek() != U'\n') fail("expected the end of the line");
  }
  void expect(std::u32string_view word, const char* name) {
    if (text_.substr(at_, word.size()) != word) fail(std::string("expected ") + name);
    at_ += word.size();
  }

  void read_key(Rule& rule) {
    const std::size_t begin = at_;
    while ((peek() >= U'a' && peek() <= U'z') || peek() == U'_') ++at_;
    const std::u32string key = text_.substr(begin, at_ - begin);
    if (key != U"name" && key != U"check") {
      throw error_at(begin, "expected the key name or check");
    }
    bool& given = key == U"name" ? named_ : checked_;
    if (given) throw error_at(begin, utf8(key) + " is given twice");
    given = true;
    skip_spaces();
    expect(U"=", "= after the key");
    skip_spaces();
    std::vector<std::size_t> places;
    const std::u32string value = read_string(places);
    if (key == U"name") {
      rule.name = utf8(value);
    } else {
      rule.line = error_at(begin, "").line;
      read_check(value, places, rule);
    }
  }

  // A string's content and where in the file each of its code points stands.
  std::u32string read_string(std::vector<std::size_t>& places) {
    const char32_t quote = peek();
    if (quote != U'"' && quote != U'\'') fail("expected a string in quotes");
    ++at_;
    std::u32string value;
    while (peek() != quote) {
      if (at_ >= text_.size() || peek() == U'\n') fail("expected the closing quote of the string");
      places.push_back(at_);
      if (quote == U'"' && peek() == U'\\') {
        ++at_;
        switch (peek()) {
          case U'n':
            value += U'\n';
            break;
          case U't':
            value += U'\t';
            break;
          case U'"':
          case U'\\':
            value += peek();
            break;
          default:
            fail("expected n, t, \" or \\ after a backslash");
        }
      } else {
        value += peek();
      }
      ++at_;
    }
    places.push_back(at_);
    ++at_;
    return value;
  }

  // Reads the relation inside a string; errors point into the file.
  void read_check(const std::u32string& value, const std::vector<std::size_t>& places, Rule& rule) {
    std::size_t i = 0;
    const auto fail_here = [&](const char* message) { throw error_at(places[i], message); };
    const auto spaces = [&] {
      while (i < value.size() && (value[i] == U' ' || value[i] == U'\t' || value[i] == U'　')) ++i;
    };
    const auto is = [&](std::u32string_view word) {
      return std::u32string_view(value).substr(i, word.size()) == word;
    };
    const auto take = [&](std::u32string_view word) {
      const bool there = is(word);
      if (there) i += word.size();
      return there;
    };
    const auto figure = [&] {
      spaces();
      if (!take(U"[")) fail_here("expected a figure: [table | row | column]");
      RuleFigure out;
      std::string* fields[] = {&out.table, &out.row, &out.column};
      for (int k = 0; k < 3; ++k) {
        std::u32string field;
        while (i < value.size() && value[i] != U'|' && value[i] != U']' && value[i] != U'[') {
          field += value[i++];
        }
        *fields[k] = trimmed(field);
        if (!take(k < 2 ? U"|" : U"]")) {
          fail_here(k < 2 ? "expected | between table, row and column"
                          : "expected ] after the column");
        }
      }
      return out;
    };
    const auto sum = [&](bool divisor) {
      spaces();
      const bool bracket = take(U"(");
      for (int sign = 1;;) {
        rule.terms.push_back(figure());
        rule.terms.back().sign = sign;
        rule.terms.back().divisor = divisor;
        spaces();
        if (rule.ratio && !bracket) return;
        if (take(U"+"))
          sign = 1;
        else if (take(U"-") || take(U"−"))
          sign = -1;
        else
          break;
      }
      if (bracket && !take(U")")) fail_here("expected + - or the closing )");
    };
    rule.target = figure();
    spaces();
    if (take(U"="))
      rule.op = RuleOperator::equal;
    else if (take(U"≈") || take(U"~="))
      rule.op = RuleOperator::about;
    else if (take(U"≤") || take(U"<="))
      rule.op = RuleOperator::at_most;
    else
      fail_here("expected = ≈ or ≤ after the first figure");
    spaces();
    if (take(U"100")) {
      spaces();
      if (!take(U"*") && !take(U"×")) fail_here("expected * after 100");
      rule.ratio = true;
      sum(false);
      spaces();
      if (!take(U"/")) fail_here("expected / and the divisor");
      sum(true);
    } else {
      sum(false);
    }
    spaces();
    if (i < value.size()) fail_here("expected + - or the end of the check");
  }

  static std::string trimmed(std::u32string_view field) {
    while (!field.empty() && field.front() == U' ') field.remove_prefix(1);
    while (!field.empty() && field.back() == U' ') field.remove_suffix(1);
    return utf8(field);
  }

  std::u32string text_;
  std::size_t at_ = 0;
  bool named_ = false, checked_ = false;
};

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '\n' || c == '\t') out += '\\';
    out += c == '\n' ? 'n' : c == '\t' ? 't' : c;
  }
  return out + "\"";
}

std::string printed(const RuleFigure& figure) {
  return "[" + figure.table + " | " + figure.row + " | " + figure.column + "]";
}

std::string printed_sum(const std::vector<RuleFigure>& terms, bool divisors) {
  std::string out;
  int count = 0;
  for (const RuleFigure& term : terms) {
    if (term.divisor != divisors) continue;
    if (count++ > 0) out += term.sign < 0 ? " - " : " + ";
    out += printed(term);
  }
  return count > 1 ? "(" + out + ")" : out;
}

}  // namespace

std::variant<std::vector<Rule>, RuleError> parse_rules(std::string_view toml) {
  try {
    std::vector<Rule> rules = Reader(code_points(toml)).rules();
    int number = 0;
    for (const Rule& rule : rules) {
      ++number;
      if (rule.terms.empty()) {
        return RuleError{
            1, 1,
            "expected a check in every rule, but rule " + std::to_string(number) + " has none"};
      }
    }
    return rules;
  } catch (const RuleError& error) {
    return error;
  }
}

std::string rules_to_toml(const std::vector<Rule>& rules) {
  std::string out;
  for (const Rule& rule : rules) {
    std::string check = printed(rule.target);
    check += rule.op == RuleOperator::equal   ? " = "
             : rule.op == RuleOperator::about ? " ≈ "
                                              : " ≤ ";
    if (rule.ratio) {
      check += "100 * " + printed_sum(rule.terms, false) + " / " + printed_sum(rule.terms, true);
    } else {
      std::string sum = printed_sum(rule.terms, false);
      if (rule.terms.size() > 1) sum = sum.substr(1, sum.size() - 2);
      check += sum;
    }
    if (!out.empty()) out += "\n";
    out += "[[rule]]\nname = " + quoted(rule.name) + "\ncheck = " + quoted(check) + "\n";
  }
  return out;
}

}  // namespace crossfoot
