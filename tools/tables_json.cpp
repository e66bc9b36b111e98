// Reads and writes crossfoot.tables/1. An amount that is absent from the JSON is read from the
// text.
#include "tools/tables_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "reconcile/check.h"

namespace crossfoot {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "crossfoot.tables/1";

constexpr double kMost = 1e9;  // of any number: no page and no table is larger
constexpr long long kMostSlots = 1'000'000;  // of a grid: merged cells can claim any number of them

// Points to a hundredth: a thirtieth of a pixel at 300 dpi.
double hundredths(double points) {
  return static_cast<double>(static_cast<long long>(points * 100 + (points < 0 ? -0.5 : 0.5))) /
         100;
}

Json box_json(const Box& box) {
  return {hundredths(box.x0), hundredths(box.y0), hundredths(box.x1), hundredths(box.y1)};
}

Json cell_json(const Cell& cell) {
  Json json{{"row", cell.row},           {"col", cell.col},    {"row_span", cell.row_span},
            {"col_span", cell.col_span}, {"page", cell.page},  {"bbox", box_json(cell.box)},
            {"text", cell.text},         {"lines", cell.lines}};
  json["confidence"] = static_cast<double>(static_cast<int>(cell.confidence * 10000 + 0.5)) / 10000;
  if (cell.amount) {
    json["amount"] = {{"value", cell.amount->to_string()}, {"decimals", cell.amount->decimals}};
  }
  json["status"] = name_of(cell.status);
  if (cell.read_as) json["read_as"] = *cell.read_as;
  if (cell.why) json["why"] = *cell.why;
  if (!cell.alternatives.empty()) {
    Json& alternatives = json["alternatives"] = Json::array();
    for (const Alternative& alternative : cell.alternatives) {
      alternatives.push_back({{"text", alternative.text}, {"cost", alternative.cost}});
    }
  }
  return json;
}

Json table_json(const Table& table) {
  Json json{{"id", table.id},        {"pages", table.pages()},           {"title", table.title},
            {"unit", table.unit},    {"header_rows", table.header_rows}, {"n_rows", table.n_rows},
            {"n_cols", table.n_cols}};
  Json& parts = json["parts"] = Json::array();
  for (const TablePart& part : table.parts) {
    parts.push_back({{"page", part.page},
                     {"bbox", box_json(part.box)},
                     {"first_row", part.first_row},
                     {"n_rows", part.n_rows}});
  }
  Json& cells = json["cells"] = Json::array();
  for (const Cell& cell : table.cells) cells.push_back(cell_json(cell));
  return json;
}

Json page_json(const Page& page) {
  Json json{{"number", page.number},
            {"width", hundredths(page.width_pt)},
            {"height", hundredths(page.height_pt)},
            {"turned", page.turned_deg},
            {"skew_deg", hundredths(page.skew_deg)},
            {"source", page.source == PageSource::text ? "text" : "scan"},
            {"dpi", page.dpi}};
  json["error"] = page.error ? Json(*page.error) : Json(nullptr);
  return json;
}

// What is wrong with the document, where.
struct Malformed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A JSON object with its path, whose members are asked for by type.
class Object {
 public:
  Object(const Json& json, std::string path) : json_(json), path_(std::move(path)) {
    if (!json.is_object()) throw Malformed(path_ + " is no object");
  }

  int integer(const char* key) const {
    const Json& value = must_have(key);
    if (!value.is_number_integer()) throw Malformed(at(key) + " is no whole number");
    return static_cast<int>(within(value, -kMost, kMost, key));
  }
  int integer(const char* key, int absent) const { return has(key) ? integer(key) : absent; }

  double number(const char* key, double absent, double least = -kMost, double most = kMost) const {
    if (!has(key)) return absent;
    if (!json_[key].is_number()) throw Malformed(at(key) + " is no number");
    return within(json_[key], least, most, key);
  }

  std::string text(const char* key) const {
    const Json& value = must_have(key);
    if (!value.is_string()) throw Malformed(at(key) + " is no string");
    return value.get<std::string>();
  }
  std::string text(const char* key, const char* absent) const {
    return has(key) ? text(key) : std::string(absent);
  }

  Box box(const char* key) const {
    if (!has(key) || json_[key].empty()) return {};
    const Json& value = json_[key];
    const bool four =
        value.is_array() && value.size() == 4 &&
        std::all_of(value.begin(), value.end(), [](const Json& side) { return side.is_number(); });
    if (!four) throw Malformed(at(key) + " is no array of four numbers");
    const auto side = [&](int i) { return within(value[i], -kMost, kMost, key); };
    return {side(0), side(1), side(2), side(3)};
  }

  bool has(const char* key) const { return json_.contains(key) && !json_[key].is_null(); }

  template <class Read>
  void each(const char* key, Read read) const {
    if (!has(key)) return;
    if (!json_[key].is_array()) throw Malformed(at(key) + " is no array");
    int index = 0;
    for (const Json& element : json_[key]) {
      read(Object(element, at(key) + "[" + std::to_string(index++) + "]"));
    }
  }

  Object object(const char* key) const { return {must_have(key), at(key)}; }
  const std::string& path() const { return path_; }

 private:
  std::string at(const char* key) const { return path_.empty() ? key : path_ + "." + key; }
  const Json& must_have(const char* key) const {
    if (!has(key)) throw Malformed(at(key) + " is missing");
    return json_[key];
  }

  double within(const Json& value, double least, double most, const char* key) const {
    const auto number = value.get<double>();
    if (!(least <= number && number <= most)) throw Malformed(at(key) + " is out of range");
    return number;
  }

  const Json& json_;
  std::string path_;
};

CellStatus status_of(const std::string& name, const std::string& path) {
  for (const CellStatus status : {CellStatus::read, CellStatus::proved, CellStatus::repaired,
                                  CellStatus::suspect, CellStatus::corrected}) {
    if (name == name_of(status)) return status;
  }
  throw Malformed(path + ".status is none of read, proved, repaired, suspect, corrected");
}

Cell read_cell(const Object& json) {
  Cell cell;
  cell.row = json.integer("row");
  cell.col = json.integer("col");
  cell.row_span = json.integer("row_span", 1);
  cell.col_span = json.integer("col_span", 1);
  cell.page = json.integer("page", 0);
  cell.box = json.box("bbox");
  cell.text = json.text("text");
  cell.lines = json.integer("lines", cell.text.empty() ? 0 : 1);
  cell.confidence = json.number("confidence", 1, 0, 1);
  if (json.has("amount")) {
    const Object amount = json.object("amount");
    cell.amount = parse_amount(amount.text("value"));
    if (!cell.amount) throw Malformed(amount.path() + ".value is no amount");
  } else {
    cell.amount = parse_amount(cell.text);
  }
  cell.status = status_of(json.text("status", "read"), json.path());
  if (json.has("read_as")) cell.read_as = json.text("read_as");
  if (json.has("why")) cell.why = json.text("why");
  json.each("alternatives", [&cell](const Object& alternative) {
    cell.alternatives.push_back({alternative.text("text"), alternative.number("cost", 0)});
  });
  return cell;
}

Table read_table(const Object& json) {
  Table table;
  table.id = json.text("id");
  table.title = json.text("title", "");
  table.unit = json.text("unit", "");
  table.header_rows = json.integer("header_rows", 0);
  table.n_rows = json.integer("n_rows");
  table.n_cols = json.integer("n_cols");
  json.each("parts", [&table](const Object& part) {
    table.parts.push_back({part.integer("page"), part.box("bbox"), part.integer("first_row"),
                           part.integer("n_rows")});
  });
  json.each("cells", [&table](const Object& cell) { table.cells.push_back(read_cell(cell)); });
  std::sort(table.cells.begin(), table.cells.end(), [](const Cell& a, const Cell& b) {
    return std::pair(a.row, a.col) < std::pair(b.row, b.col);
  });
  if (table.header_rows < 0 || table.header_rows > table.n_rows) {
    throw Malformed(json.path() + ".header_rows is out of range");
  }
  // A grid larger than what its cells could tile is refused before memory is taken for it.
  const auto slots = static_cast<long long>(table.n_rows) * table.n_cols;
  if (slots > kMostSlots) throw Malformed(json.path() + " has more slots than any table");
  long long covered = 0;
  for (const Cell& cell : table.cells) {
    covered += static_cast<long long>(cell.row_span) * cell.col_span;
    covered = std::min(covered, kMostSlots + 1);
  }
  if (slots != covered) throw Malformed(json.path() + ": its cells do not tile its grid");
  if (const auto defect = tiling_defect(table.cells, table.n_rows, table.n_cols)) {
    throw Malformed(json.path() + ": " + *defect);
  }
  return table;
}

Page read_page(const Object& json) {
  Page page;
  page.number = json.integer("number");
  page.width_pt = json.number("width", 0);
  page.height_pt = json.number("height", 0);
  page.turned_deg = json.integer("turned", 0);
  page.skew_deg = json.number("skew_deg", 0);
  page.source = json.text("source", "scan") == "text" ? PageSource::text : PageSource::scan;
  page.dpi = json.integer("dpi", 0);
  if (json.has("error")) page.error = json.text("error");
  return page;
}

TableDocument read_document(const Json& parsed) {
  const Object json(parsed, "");
  if (json.text("schema", "") != kSchema) {
    throw Malformed(std::string("its schema is not ") + kSchema);
  }
  TableDocument document;
  document.source = json.text("source", "");
  json.each("pages", [&](const Object& page) { document.pages.push_back(read_page(page)); });
  json.each("tables", [&](const Object& table) { document.tables.push_back(read_table(table)); });
  json.each("text", [&](const Object& paragraph) {
    document.text.push_back(
        {paragraph.integer("page", 0), paragraph.box("bbox"), paragraph.text("text")});
  });
  return document;
}

Error unreadable(const std::string& name, const std::string& message) {
  return {ErrorCode::unreadable, name, std::nullopt, message,
          "give what `crossfoot extract --format json` writes"};
}

// "line 3, column 14" of a byte.
std::string line_and_column(std::string_view bytes, std::size_t at) {
  at = std::min(at, bytes.size());
  const std::string_view before = bytes.substr(0, at);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n');
  const std::size_t column = start == std::string_view::npos ? at : at - start - 1;
  return "line " + std::to_string(line) + ", column " +
         std::to_string(std::max<std::size_t>(column, 1));
}

}  // namespace

std::string tables_to_json(const TableDocument& document) {
  Json json{{"schema", kSchema}, {"source", document.source}};
  Json& pages = json["pages"] = Json::array();
  for (const Page& page : document.pages) pages.push_back(page_json(page));
  Json& tables = json["tables"] = Json::array();
  for (const Table& table : document.tables) tables.push_back(table_json(table));
  Json& text = json["text"] = Json::array();
  for (const Paragraph& paragraph : document.text) {
    text.push_back(
        {{"page", paragraph.page}, {"bbox", box_json(paragraph.box)}, {"text", paragraph.text}});
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<TableDocument> tables_from_json(std::string_view bytes, const std::string& name) {
  try {
    return read_document(Json::parse(bytes.begin(), bytes.end()));
  } catch (const Json::parse_error& error) {
    return unreadable(name, "is no JSON: " + line_and_column(bytes, error.byte));
  } catch (const std::exception& error) {  // Malformed, or a number that no type holds
    return unreadable(name, std::string("is no table file: ") + error.what());
  }
}

}  // namespace crossfoot
